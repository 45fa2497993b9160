"""Rows that a grid leaves together, because no rule was drawn between them: amounts one below the other.

Two columns of money that list amounts at the same heights show rows, however these stand beside the words: level with
their first or last line or between them. The words must fall apart in as many entries, else the row stays as it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from saksama.parsers.pdf.flow import Content
from saksama.parsers.pdf.grid import Grid, Region
from saksama.parsers.pdf.lines import Line

_MONEY = re.compile(
    r"(?:rp\.?\s*)?\d{1,3}(?:[.,]\d{3}){2,}(?:[.,]\d{2})?\s*(?:,-|-)?|(?:rp\.?\s*)?(?:0|-)(?:[.,]0+|,-)?", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]")
_NEAR, _BESIDE = 0.6, 0.4
"""How far amounts of one row may stand from each other, and an amount from its first line of words, in sizes."""
_CLEAR = 1.15
_MANY = 8
_STEP = 1.35


def cut_at_amounts(found: Grid, by_cell: Mapping[int, Content]) -> Grid:
    """The grid with every row cut into those that its amounts show; the same grid where there are none.

    by_cell are the words of its cells by index.
    """
    rows: dict[int, list[list[Line]]] = defaultdict(list)
    for index, cell in enumerate(found.cells):
        if cell.rowspan == 1 and (inside := by_cell.get(index)) and inside.is_upright:
            rows[cell.row].append(inside.lines)
    # From below: a cut moves the rows beneath it.
    for row, cells in sorted(rows.items(), reverse=True):
        if heights := _heights(cells):
            found = _cut(found, row, heights)
    return found


def _heights(cells: Sequence[list[Line]]) -> list[float]:
    """Where a row is to be cut, from top to bottom; empty when its entries can't be told apart."""
    money = [lines for lines in cells if len(lines) > 1 and all(_MONEY.fullmatch(line.text) for line in lines)]
    if len(money) < 2:
        return []
    marks = max(money, key=len)
    if not all(_aligned(lines, marks) for lines in money if lines is not marks):
        return []
    texts = [lines for lines in cells if any(_LETTERS.search(line.text) for line in lines)]
    label = max(texts, key=lambda lines: sum(len(line.text) for line in lines), default=[])
    starts = _beside(label, marks) or _clustered(label, marks) or _between(label, marks)
    heights = [(label[start - 1].bottom + label[start].top) / 2 for start in starts[1:]]
    rest = [lines for lines in cells if lines is not label]
    if not all(_falls_apart(lines, y) for lines in rest for y in heights):
        return []
    return heights


def _aligned(lines: Sequence[Line], marks: Sequence[Line]) -> bool:
    """Whether amounts stand at the heights of others, but for one misplaced among many."""
    return sum(not _near(line, marks) for line in lines) <= len(lines) // _MANY


def _near(line: Line, marks: Sequence[Line]) -> bool:
    return any(abs(_middle(line) - _middle(mark)) <= _NEAR * line.size for mark in marks)


def _middle(line: Line) -> float:
    return (line.top + line.bottom) / 2


def _beside(label: Sequence[Line], marks: Sequence[Line]) -> list[int]:
    """The lines of words that stand beside the amounts, when the first one does: each begins an entry."""
    starts = [
        next((i for i, line in enumerate(label) if abs(_middle(line) - _middle(mark)) <= _BESIDE * line.size), -1)
        for mark in marks
    ]
    return starts if starts and starts[0] == 0 and _entries(label, starts) else []


def _clustered(label: Sequence[Line], marks: Sequence[Line]) -> list[int]:
    """The lines of words that begin an entry: behind the widest gaps, when these are as many as the amounts ask for."""
    steps = [(below.top - above.top, index) for index, (above, below) in enumerate(pairwise(label), 1)]
    steps.sort(reverse=True)
    wide, rest = steps[: len(marks) - 1], steps[len(marks) - 1 :]
    if len(label) < len(marks) or (rest and wide[-1][0] < _CLEAR * rest[0][0]):
        return []
    return _reached(label, [0, *sorted(index for _, index in wide)], marks)


def _between(label: Sequence[Line], marks: Sequence[Line]) -> list[int]:
    """The lines of words that begin an entry: behind the one gap that is widest between each two amounts."""
    starts = [0]
    for mark, after in pairwise(marks):
        low, high = _middle(mark) - mark.size, _middle(after) + after.size
        steps = [
            (line.top - above.top, index)
            for index, (above, line) in enumerate(pairwise(label), 1)
            if low <= (above.bottom + line.top) / 2 <= high
        ]
        steps.sort(reverse=True)
        if not steps or (len(steps) > 1 and steps[0][0] < _CLEAR * steps[1][0]):
            return []
        starts.append(steps[0][1])
    return _reached(label, starts, marks)


def _reached(label: Sequence[Line], starts: list[int], marks: Sequence[Line]) -> list[int]:
    """The beginnings of entries, when each entry is there and stands beside its amount."""
    ends = [*starts[1:], len(label)]
    if any(start >= end for start, end in zip(starts, ends, strict=True)):
        return []
    reached = (
        label[start].top - mark.size <= _middle(mark) <= label[end - 1].bottom + mark.size
        for start, end, mark in zip(starts, ends, marks, strict=True)
    )
    return starts if all(reached) else []


def _entries(label: Sequence[Line], starts: Sequence[int]) -> bool:
    """Whether lines begin entries one after the other, none nearer to the line above it than lines of one entry are."""
    if any(a >= b for a, b in pairwise(starts)):
        return False
    steps = {index: below.top - above.top for index, (above, below) in enumerate(pairwise(label), 1)}
    within = [step for index, step in steps.items() if index not in starts]
    return not within or min((steps[index] for index in starts[1:]), default=0.0) > 0.95 * max(within)


def _falls_apart(lines: Sequence[Line], y: float) -> bool:
    """Whether a height goes through no line of a cell and cuts no running text in two."""
    if any(line.top < y - 1 and y + 1 < line.bottom for line in lines):
        return False
    above, below = [line for line in lines if line.bottom <= y + 1], [line for line in lines if line.top >= y - 1]
    if not above or not below or not _LETTERS.search(above[-1].text + below[0].text):
        return True
    return below[0].top - above[-1].top > _STEP * above[-1].size


def _cut(found: Grid, row: int, heights: Sequence[float]) -> Grid:
    more = len(heights)
    cells: list[Region] = []
    for cell in found.cells:
        x0, top, x1, bottom = cell.box
        if cell.row > row:
            cells.append(cell._replace(row=cell.row + more))
        elif cell.row + cell.rowspan <= row:
            cells.append(cell)
        elif cell.row < row or cell.rowspan > 1:
            cells.append(cell._replace(rowspan=cell.rowspan + more))
        else:
            edges = [top, *heights, bottom]
            cells += [
                cell._replace(row=row + index, box=(x0, upper, x1, lower))
                for index, (upper, lower) in enumerate(pairwise(edges))
            ]
    ys = (*found.ys[: row + 1], *heights, *found.ys[row + 1 :])
    return Grid(found.xs, ys, tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))
