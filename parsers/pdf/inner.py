"""Columns that a table's rules do not show: two of them stand side by side in what is drawn as one.

Styles of word processors leave out the upright rules between some columns. The words tell: header and body alike leave
the same strip of the column empty, wider than any space between words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from saksama.parsers.pdf.grid import Grid, Region
from saksama.parsers.pdf.lines import Line, lines_of
from saksama.parsers.pdf.words import Word

_STRIP = 0.9
"""Least width of the strip, in sizes of the text; spaces of a line set to both margins differ from line to line."""
_FEWEST_COLUMNS = 3
_LINES, _BOTH = 6, 4
"""Lines that a column must have, and lines with words on both sides of the strip."""
_WORDY = 3
"""Lines with words (not only numbers) that each side must have."""


class _Strip(NamedTuple):
    """An empty strip of a column, from x to x."""

    start: float
    end: float


def with_inner_columns(found: Grid, words: Sequence[Word]) -> Grid:
    """The grid with columns cut where header and body leave a strip empty; else the grid as it was."""
    if len(found.xs) - 1 < _FEWEST_COLUMNS:
        return found
    by_column = _by_column(words, found)
    column = 0
    while column < len(found.xs) - 1:
        strip = _strip(found, column, by_column[column]) if len(by_column[column]) >= _LINES + _BOTH else None
        if strip is not None:
            found = _cut(found, column, (strip.start + strip.end) / 2)
            by_column = _by_column(words, found)
        column += 1
    return found


def _by_column(words: Sequence[Word], found: Grid) -> list[list[Word]]:
    """The upright words of a table with their middle in each column; one on the very line between two belongs to
    both."""
    left, top, right, bottom = found.box
    xs = found.xs
    columns: list[list[Word]] = [[] for _ in range(len(xs) + 1)]
    for word in words:
        x0 = word.x0
        if top <= word.top <= bottom and left <= x0 <= right and word.turn == 0:
            x = (x0 + word.x1) / 2
            place = bisect_left(xs, x)
            columns[place].append(word)
            if place < len(xs) and xs[place] == x:
                columns[place + 1].append(word)
    return columns[1:-1]


def _strip(found: Grid, column: int, here: Sequence[Word]) -> _Strip | None:
    """The one strip of a column that its header and its body leave empty; here are the words in it."""
    # Words over several columns have a cell of their own, which says nothing about this one.
    for cell in found.cells:
        if cell.colspan > 1 and cell.column <= column < cell.column + cell.colspan:
            here = [word for word in here if not _holds(cell, word)]
    strips = _empty(here) if len(here) >= _LINES + _BOTH else []
    if not strips:
        return None
    cells = [cell for cell in found.cells if (cell.column, cell.colspan) == (column, 1)]
    filled = [lines for cell in cells if (lines := lines_of([word for word in here if _holds(cell, word)]))]
    if len(filled) < 2 or sum(map(len, filled)) < _LINES:
        return None
    strips = [one for one in strips if _parts(filled, one)]
    return strips[0] if len(strips) == 1 else None


def _holds(cell: Region, word: Word) -> bool:
    x0, top, x1, bottom = cell.box
    return x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= (word.top + word.bottom) / 2 <= bottom


def _empty(words: Sequence[Word]) -> list[_Strip]:
    """The strips between words that none of them reaches into."""
    spans = sorted([(word.x0, word.x1) for word in words])
    size = min([word.size for word in words])
    strips = []
    end = spans[0][1]
    for x0, x1 in spans:
        if x0 - end >= _STRIP * size:
            strips.append(_Strip(end, x0))
        end = max(end, x1)
    return strips


def _parts(cells: Sequence[Sequence[Line]], strip: _Strip) -> bool:
    """Whether a strip parts two columns of words: the first cell names both, the others hold words on both sides."""
    sides = [[_sides(line, strip) for line in lines] for lines in cells]
    if not any(left and right for left, right in sides[0]):
        return False
    body = [pair for lines in sides for pair in lines]
    both = sum(bool(left and right) for left, right in body)
    wordy = [sum(_has_words(pair[side]) for pair in body) for side in (0, 1)]
    labelled = sum(right.startswith(":") or left.endswith(":") for left, right in body if left and right)
    return both >= _BOTH and min(wordy) >= _WORDY and labelled * 2 < both


def _sides(line: Line, strip: _Strip) -> tuple[str, str]:
    left = " ".join(word.text for word in line.words if word.x1 <= strip.start + 0.1)
    right = " ".join(word.text for word in line.words if word.x0 >= strip.end - 0.1)
    return left, right


def _has_words(text: str) -> bool:
    return sum(character.isalpha() for character in text) > 2


def _cut(found: Grid, column: int, x: float) -> Grid:
    """The grid with a wall at x through one column; cells over several columns go over both halves."""
    cells = []
    for cell in found.cells:
        if cell.column > column:
            cells.append(cell._replace(column=cell.column + 1))
        elif cell.column + cell.colspan <= column:
            cells.append(cell)
        elif cell.colspan > 1:
            cells.append(cell._replace(colspan=cell.colspan + 1))
        else:
            x0, top, x1, bottom = cell.box
            cells.append(cell._replace(box=(x0, top, x, bottom)))
            cells.append(cell._replace(column=column + 1, box=(x, top, x1, bottom)))
    xs = (*found.xs[: column + 1], x, *found.xs[column + 1 :])
    return Grid(xs, found.ys, tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))
