"""Walls that a merged cell lacks: a header row shaded as a whole, a row whose upright rules were not drawn.

The columns are known from the rows around it. Where the words of a cell stand apart in them, it is as many cells.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from saksama.parsers.pdf.grid import Grid, Region
from saksama.parsers.pdf.lines import Line, lines_of
from saksama.parsers.pdf.words import Word

_APART = 1.0
"""How far words must stand apart at a wall, in sizes of the text: no justified line has such gaps throughout."""
_LEAN = 1.0
_LINES = 3
"""In so many lines of one text some word would lie across the wall."""


def with_walls(found: Grid, words: Sequence[Word]) -> Grid:
    """The grid with its merged cells cut at the columns in which their words stand apart; else the grid as it was.

    A title over the words that stand apart ("Realisasi" over "Rp | %") gets a row of its own.
    """
    open_cells = [cell for cell in found.cells if cell.colspan > 1]
    if not open_cells:
        return found
    upright = [((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2, word) for word in words if word.turn == 0]
    while open_cells:
        cell = open_cells.pop()
        lines = lines_of(_inside(upright, cell))
        walls = {column: found.xs[column] for column in range(cell.column + 1, cell.column + cell.colspan)}
        at = [column for column, x in walls.items() if _apart(lines, x)]
        if not at:
            titles, names = _titled(lines, tuple(walls.values()))
            at = [column for column, x in walls.items() if titles and _apart(names, x)]
            if not at:
                continue
            before = len(found.ys)
            found, cell = _with_row(found, cell, (titles[-1].bottom + names[0].top) / 2)
            open_cells = [_shifted(one, cell.row) if len(found.ys) > before else one for one in open_cells]
        parts = _parts(found, cell, at)
        found = found._replace(cells=_ordered([one for one in found.cells if one != cell] + parts))
        open_cells += [part for part in parts if part.colspan > 1]
    return found


def _inside(placed: Sequence[tuple[float, float, Word]], cell: Region) -> list[Word]:
    """The words with their middle (which stands before them) in a cell."""
    x0, top, x1, bottom = cell.box
    return [word for x, y, word in placed if top <= y <= bottom and x0 <= x <= x1]


def _titled(lines: Sequence[Line], walls: Sequence[float]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The lines over several columns at the top of a cell, and those below them."""
    last = max((index for index, line in enumerate(lines) if any(_crosses(line, x) for x in walls)), default=-1)
    return lines[: last + 1], lines[last + 1 :]


def _crosses(line: Line, x: float) -> bool:
    return any(word.x0 < x - _LEAN and x + _LEAN < word.x1 for word in line.words)


def _apart(lines: Sequence[Line], x: float) -> bool:
    """Whether words stand on both sides of a wall, far from each other or line after line without one across it."""
    gaps = [
        right.x0 - left.x1 >= _APART * line.size
        for line in lines
        for left, right in pairwise(line.words)
        if left.middle[0] < x < right.middle[0]
    ]
    if not gaps or any(_crosses(line, x) for line in lines):
        return False
    return all(gaps) or len(gaps) >= _LINES


def _parts(found: Grid, cell: Region, at: Sequence[int]) -> list[Region]:
    """A cell cut at columns."""
    x0, top, x1, bottom = cell.box
    columns = [cell.column, *at, cell.column + cell.colspan]
    edges = [x0, *(found.xs[column] for column in at), x1]
    return [
        cell._replace(column=left, colspan=right - left, box=(edges[index], top, edges[index + 1], bottom))
        for index, (left, right) in enumerate(pairwise(columns))
    ]


def _with_row(found: Grid, head: Region, y: float) -> tuple[Grid, Region]:
    """The grid with a flat line at y through one cell only, and the part of that cell below it."""
    row = bisect_right(found.ys, y) - 1
    x0, top, x1, bottom = head.box
    above = row - head.row + 1
    lower = head._replace(row=row + 1, rowspan=head.rowspan + 1 - above, box=(x0, y, x1, bottom))
    cells = [head._replace(rowspan=above, box=(x0, top, x1, y)), lower]
    for cell in found.cells:
        if cell != head:
            cells.append(_shifted(cell, row + 1))
    ys = (*found.ys[: row + 1], y, *found.ys[row + 1 :])
    return Grid(found.xs, ys, _ordered(cells)), lower


def _shifted(cell: Region, row: int) -> Region:
    """A cell in the grid that has got a new row."""
    if cell.row >= row:
        return cell._replace(row=cell.row + 1)
    return cell._replace(rowspan=cell.rowspan + (cell.row + cell.rowspan >= row))


def _ordered(cells: Sequence[Region]) -> tuple[Region, ...]:
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
