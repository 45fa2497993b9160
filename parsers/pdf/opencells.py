"""Values of several rows in one cell because a rule between them is missing: cut where the other columns are ruled.

Excel prints a border only where somebody drew it. Two figures on two lines, each within a row that most other columns
have, are two cells; one figure in a tall cell is a merged cell and stays.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from saksama.parsers.pdf.flow import Content
from saksama.parsers.pdf.grid import Grid
from saksama.parsers.pdf.gridcells import Region
from saksama.parsers.pdf.lines import Line

_FIGURE = re.compile(r"\(?-?(?:Rp\.?\s*)?\d+(?:[.,]\d+)*\)?\s*%?(?:,-)?|-", re.IGNORECASE)
_MOST = 0.6


def cut_open_cells(found: Grid, by_cell: Mapping[int, Content]) -> Grid:
    """The grid with such cells cut; the same grid when there are none."""
    cells: list[Region] = []
    for index, region in enumerate(found.cells):
        inside = by_cell.get(index) if region.rowspan > 1 else None
        stops = _stops(found, region, inside.lines) if inside else []
        cells.extend(_pieces(found, region, stops) if stops else [region])
    if len(cells) == len(found.cells):
        return found
    return found._replace(cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _stops(found: Grid, region: Region, lines: Sequence[Line]) -> list[int]:
    """The grid rows at which a cell is to be cut, one between each two of its figures; [] when it is not."""
    if len(lines) < 2 or not all(_FIGURE.fullmatch(line.text.strip()) for line in lines):
        return []
    stops = []
    for above, below in itertools.pairwise(lines):
        rows = range(region.row + 1, region.row + region.rowspan)
        end, begin = max(word.middle[1] for word in above.words), min(word.middle[1] for word in below.words)
        between = [row for row in rows if end < found.ys[row] < begin and _is_ruled(found, row)]
        if len(between) != 1:
            return []
        stops += between
    return stops


def _is_ruled(found: Grid, row: int) -> bool:
    """Whether a row begins here in most columns."""
    begun = sum(cell.colspan for cell in found.cells if cell.row == row)
    return begun >= _MOST * (len(found.xs) - 1)


def _pieces(found: Grid, region: Region, stops: Sequence[int]) -> list[Region]:
    bounds = [region.row, *stops, region.row + region.rowspan]
    x0, _, x1, _ = region.box
    return [
        Region(top, region.column, bottom - top, region.colspan, (x0, found.ys[top], x1, found.ys[bottom]))
        for top, bottom in itertools.pairwise(bounds)
    ]
