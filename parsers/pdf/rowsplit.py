"""Rows of a grid that hold several entries: lists in one cell beside the values that stand level with their entries.

A list of indicators is often typed into one cell, its targets with blank lines into the cell beside, so that only the
height on the page tells which belongs to which. Such a row is cut at the beginning of each entry, as if it were ruled.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from saksama.parsers.numbers import canonical_unit
from saksama.parsers.pdf.flow import Content, ends
from saksama.parsers.pdf.grid import Grid, Region
from saksama.parsers.pdf.lines import MARKER, Line

_VALUE = re.compile(
    r"(?:[<>≥≤±]\s*)?(?:rp\.?\s*)?(?:\(?-?\d[\d.,/]*\)?|[-–])\s*(?:%|[^\W\d]|[(/*]).{0,30}|"
    r"(?:[<>≥≤±]\s*)?(?:rp\.?\s*)?\(?-?\d[\d.,/]*(?:,-|\))?|[-–]|WTP|[A-D]{1,2}",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:[<>≥≤±]\s*)?-?\d[\d.,]*")
_LONGEST = 45
_BLANK = 1.5
_LEVEL = 0.6
_CLOSE = 0.25
_NESTED = re.compile(r"(?:\(?[a-z][.)]|[-–•▪*·])$")


class _Entry(NamedTuple):
    """Where an entry of a list begins: the first of its lines (index) and the height of a cut above it."""

    line: int
    cut: float


def split_rows(found: Grid, by_cell: Mapping[int, Content]) -> Grid:
    """The grid with every row cut in which lists and values run parallel; by_cell are the words of its cells by index.

    Cells whose text is one piece for all entries span the rows that were made of theirs.
    """
    cuts: dict[int, list[float]] = {}
    parted: dict[int, list[float]] = {}
    rows: dict[int, dict[int, Sequence[Line]]] = defaultdict(dict)
    for index, cell in enumerate(found.cells):
        if cell.rowspan == 1 and (inside := by_cell.get(index)) and inside.is_upright:
            rows[cell.row][index] = inside.lines
    for row, cells in sorted(rows.items()):
        within, whole = _cuts(cells, found)
        if not within:
            continue
        cuts[row] = within
        step = _row_step(lines for lines in cells.values() if not _values(lines))
        for index, lines in cells.items():
            parted[index] = within if index in whole else _own(lines, within, step)
    return _cut(found, cuts, parted) if cuts else found


def _cuts(cells: Mapping[int, Sequence[Line]], found: Grid) -> tuple[list[float], set[int]]:
    """The heights at which a row is cut, [] for one that holds a single entry or lists that do not match; and the cells
    (index) whose lists and values say so."""
    valued = {index: values for index, lines in cells.items() if len(lines) > 1 and len(values := _values(lines)) > 1}
    if not valued:
        return [], set()
    step = _row_step(lines for index, lines in cells.items() if index not in valued)
    cuts: list[float] | None = None
    lists = set(valued)
    for index, values in valued.items():
        column = found.cells[index].column
        named = [other for other in cells if found.cells[other].column < column and other not in valued]
        named = [other for other in named if any(c.isalpha() for line in cells[other] for c in line.text)]
        if not named:
            return [], set()
        beside = max(named, key=lambda other: found.cells[other].column)
        own = _matched(cells[beside], values, found.cells[beside], step)
        if not own or (cuts is not None and own != cuts):
            return [], set()
        cuts = own
        lists.add(beside)
    return cuts or [], lists


def _row_step(texts: Iterable[Sequence[Line]]) -> float:
    """The smallest usual distance of lines in the texts of a row; 0 when none shows one."""
    return min((step for lines in texts if (step := _step(lines))), default=0.0)


def _values(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """The values or units of a cell that holds nothing else: middle of the first and of the last line of each."""
    values: list[tuple[float, float]] = []
    for index, line in enumerate(lines):
        middle = (line.top + line.bottom) / 2
        if len(line.text) > _LONGEST:
            return []
        text = " ".join(word.text for word in line.words[_is_marked(line) :])
        # A value goes on behind a comma: a further count, or the dash of "1.000,-".
        goes_on = index > 0 and lines[index - 1].text.endswith(",")
        value = _VALUE.fullmatch(text) and (text[0].isdigit() or not _is_marked(line))
        # A unit below a number without one is that number's, one below another unit stands for itself.
        unit = canonical_unit(text) is not None and not (index and _BARE.fullmatch(lines[index - 1].text))
        if (value or unit) and not goes_on:
            values.append((middle, middle))
        elif values and line.top - lines[index - 1].top < _BLANK * 1.2 * line.size:
            # The unit of the number above, or a remark on it.
            values[-1] = (values[-1][0], middle)
        else:
            return []
    return values


def _matched(lines: Sequence[Line], values: Sequence[tuple[float, float]], cell: Region, step: float) -> list[float]:
    """The heights between the entries of a list when every entry has a value beside it; [] otherwise."""
    entries = _entries(lines, step)
    while entries:
        held = _held(values, entries)
        if held is None:
            break
        empty = next((i for i, count in enumerate(held) if not count and not _is_parent(lines, entries, i)), None)
        if empty is None:
            return [entry.cut for entry in entries[1:]]
        # A blank line within an entry: without a value of its own it begins none.
        if empty == 0 or _is_marked(lines[entries[empty].line]):
            break
        entries = [entry for i, entry in enumerate(entries) if i != empty]
    return _level(lines, values, cell)


def _held(values: Sequence[tuple[float, float]], entries: Sequence[_Entry]) -> list[int] | None:
    """How many values stand beside each entry; None when one runs over two entries."""
    cuts = [entry.cut for entry in entries[1:]]
    held = [0] * len(entries)
    for first, last in values:
        place = bisect_right(cuts, first)
        if bisect_right(cuts, last) != place:
            return None
        held[place] += 1
    return held if len(entries) > 1 else None


def _entries(lines: Sequence[Line], step: float) -> list[_Entry]:
    """Where the entries of a list begin: at a number, letter or bullet, or below a blank line; step is the distance of
    lines in the row, for a cell that does not show its own."""
    usual = _step(lines) or step
    found = [_Entry(0, lines[0].top)]
    for index, (above, line) in enumerate(pairwise(lines), 1):
        if _is_marked(line) or line.top - above.top > _BLANK * max(usual, 0.9 * line.size):
            found.append(_Entry(index, _above(line, above)))
    return found


def _step(lines: Sequence[Line]) -> float:
    """The usual distance of the lines of a cell; 0 for fewer than three, which may all begin an entry."""
    steps = sorted(below.top - above.top for above, below in pairwise(lines))
    return steps[len(steps) // 4] if len(steps) > 1 else 0.0


def _above(line: Line, before: Line) -> float:
    """The height of a cut between a line and the one before it, close to the line that begins."""
    return max((before.bottom + line.top) / 2, line.top - _CLOSE * line.size)


def _is_marked(line: Line) -> bool:
    return len(line.words) > 1 and MARKER.match(line.words[0].text) is not None


def _is_parent(lines: Sequence[Line], entries: Sequence[_Entry], place: int) -> bool:
    """Whether an entry without a value is the title of the lettered or dashed ones below it."""
    if place + 1 == len(entries):
        return False
    last, below = lines[entries[place + 1].line - 1], lines[entries[place + 1].line]
    nested = _NESTED.match(below.words[0].text) is not None and len(below.words) > 1
    return nested and (last.text.rstrip().endswith(":") or not _NESTED.match(lines[entries[place].line].words[0].text))


def _level(lines: Sequence[Line], values: Sequence[tuple[float, float]], cell: Region) -> list[float]:
    """The heights between plain lines that are entries: each begins large, level with a value of its own, and the line
    above it ended early."""
    starts = [0, *ends(lines, cell.box[0], cell.box[2])]
    if len(starts) != len(values):
        return []
    for start, (first, _) in zip(starts, values, strict=True):
        line = lines[start]
        level = abs((line.top + line.bottom) / 2 - first) < _LEVEL * line.size
        if not level or not line.text[:1].isupper():
            return []
    return [_above(lines[start], lines[start - 1]) for start in starts[1:]]


def _own(lines: Sequence[Line], cuts: Sequence[float], step: float) -> list[float]:
    """The cuts that part a further cell: those at which its own entries begin."""
    begun = [entry.cut for entry in _entries(lines, step)[1:]]
    size = lines[0].size
    own = [cut for cut in cuts if any(abs(cut - at) < size for at in begun)]
    # Every entry of the cell has to begin where a row does.
    return own if own and all(any(abs(cut - at) < size for cut in cuts) for at in begun) else []


def _cut(found: Grid, cuts: Mapping[int, Sequence[float]], parted: Mapping[int, Sequence[float]]) -> Grid:
    """The grid with these cuts: by row all of them, by cell index those that part the cell."""
    ys = sorted([*found.ys, *(cut for within in cuts.values() for cut in within)])
    place = {y: index for index, y in enumerate(ys)}
    cells: list[Region] = []
    for index, cell in enumerate(found.cells):
        x0, top, x1, bottom = found.xs[cell.column], found.ys[cell.row], cell.box[2], found.ys[cell.row + cell.rowspan]
        edges = [top, *parted.get(index, ()), bottom]
        cells += [
            Region(place[high], cell.column, place[low] - place[high], cell.colspan, (x0, high, x1, low))
            for high, low in pairwise(edges)
        ]
    return Grid(found.xs, tuple(ys), tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))
