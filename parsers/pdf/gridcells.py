"""A matrix of walls -> cells: which positions between grid lines are one cell, and which lie outside the table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, groupby, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from saksama.parsers.model import Box

REACH = 3.0
"""How far from a crossing rule a rule may end and still touch it, in points."""

_FEW_ROWS = 4
_ATTACHED = 0.3

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Labels = NDArray[np.int64]
_Span = tuple[int, int, int, int]
"""Top, left, bottom, right in grid positions, the last two exclusive."""


class Rule(NamedTuple):
    """A straight rule: its position across (y of a flat rule, x of an upright one), start and end along."""

    at: float
    start: float
    end: float


class Region(NamedTuple):
    """One cell: grid position from 0, spans, box in points."""

    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box


def table_of(rows: Sequence[tuple[float, ...]]) -> Floats:
    """Tuples of one length as the rows of an array (NumPy takes three times as long to look into named ones)."""
    return np.fromiter(chain.from_iterable(rows), float).reshape(len(rows), -1)


def walls(rules: list[Rule], at: Floats, stops: Floats) -> Bools:
    """walls[i, j]: a rule at position i covers most of the stretch from stop j to j + 1."""
    lengths = np.diff(stops)
    covered = np.zeros((len(at), len(lengths)))
    drawn = table_of(rules)
    lines = np.argmin(np.abs(at - drawn[:, :1]), axis=1)
    overlaps = np.minimum(stops[1:], drawn[:, 2:]) - np.maximum(stops[:-1], drawn[:, 1:2])
    overlaps = np.maximum(overlaps, 0.0)
    if len(set(lines.tolist())) == len(lines):
        covered[lines] = overlaps
    else:
        np.add.at(covered, lines, overlaps)
    walls: Bools = covered >= np.maximum(0.6 * lengths, lengths - 2 * REACH)
    return walls


def shut(flat: Bools, upright: Bools) -> tuple[Bools, Bools]:
    """Close outer positions that are open on one side only (a row cut by the page break has no border below it)."""
    flat, upright = flat.copy(), upright.copy()
    for line, row in ((0, 0), (-1, -1)):
        _shut_line(flat[line], upright[row])
    for line, column in ((0, 0), (-1, -1)):
        _shut_line(upright[:, line], flat[:, column])
    return flat, upright


def _shut_line(border: Bools, sides: Bools) -> None:
    """Set the missing walls of one border where both ends of the gap have a wall standing on it; changes `border`."""
    start = 0
    while start < len(border):
        end = start
        while end < len(border) and not border[end]:
            end += 1
            if sides[end]:
                break
        if end > start and sides[start] and sides[end]:
            border[start:end] = True
        start = max(end, start + 1)


def flood(flat: Bools, upright: Bools) -> Labels:
    """Label the positions between the grid lines by cell; 0 is what is open to the outside.

    flat is (rows + 1, columns), upright (rows, columns + 1). A ring around the grid stands for the outside.
    """
    rows, columns = flat.shape[0] - 1, upright.shape[1] - 1
    # Plain lists: single elements of arrays are slow to reach. The outermost positions have walls all around.
    below = np.ones((rows + 3, columns + 2), dtype=bool)
    below[1:-1] = False
    below[1:-1, 1:-1] = flat
    beside = np.ones((rows + 2, columns + 3), dtype=bool)
    beside[:, 1:-1] = False
    beside[1:-1, 1:-1] = upright
    shut_above, shut_before = below.tolist(), beside.tolist()
    labels = [[-1] * (columns + 2) for _ in range(rows + 2)]
    label = 0
    for r0 in range(rows + 2):
        for c0 in range(columns + 2):
            if labels[r0][c0] >= 0:
                continue
            labels[r0][c0] = label
            stack = [(r0, c0)]
            while stack:
                r, c = stack.pop()
                for nr, nc, wall in (
                    (r - 1, c, shut_above[r][c]),
                    (r + 1, c, shut_above[r + 1][c]),
                    (r, c - 1, shut_before[r][c]),
                    (r, c + 1, shut_before[r][c + 1]),
                ):
                    if not wall and labels[nr][nc] < 0:
                        labels[nr][nc] = label
                        stack.append((nr, nc))
            label += 1
    return np.array(labels, dtype=np.int64)[1:-1, 1:-1]


def without_attachments(labels: Labels, ys: Floats) -> Labels:
    """Take away what hangs on a full table at one side (the box of a page number on the footer's rule): outer columns
    of which most is open, if the rest is a table without holes."""
    rows, columns = labels.shape
    if rows < _FEW_ROWS or labels.all():
        return labels
    filled = np.diff(ys) @ (labels > 0) > _ATTACHED * (ys[-1] - ys[0])
    inner = np.flatnonzero(filled)
    if len(inner) < 2:
        return labels
    left, right = int(inner[0]), int(inner[-1]) + 1
    kept = np.zeros((rows, columns), dtype=bool)
    kept[labels[:, left:right].any(axis=1), left:right] = True
    beyond = np.isin(labels, labels[~kept])
    if not labels[kept].all() or (beyond & kept & (labels > 0)).any():
        return labels
    return np.where(kept, labels, 0)


def without_idle_lines(labels: Labels, ys: Floats, xs: Floats) -> tuple[Labels, Floats, Floats]:
    """Drop grid lines that separate nothing (an underline in a cell), and outer rows and columns that hold no cell."""
    keep_y = np.ones(len(ys), dtype=bool)
    keep_y[1:-1] = (labels[1:] != labels[:-1]).any(axis=1)
    labels, ys = labels[keep_y[:-1]], ys[keep_y]
    keep_x = np.ones(len(xs), dtype=bool)
    keep_x[1:-1] = (labels[:, 1:] != labels[:, :-1]).any(axis=0)
    labels, xs = labels[:, keep_x[:-1]], xs[keep_x]
    rows, columns = np.flatnonzero(labels.any(axis=1)), np.flatnonzero(labels.any(axis=0))
    if not len(rows) or not len(columns):
        return labels[:0], ys[:1], xs[:1]
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    return labels[top:bottom, left:right], ys[top : bottom + 1], xs[left : right + 1]


def every_region(ys: Floats, xs: Floats) -> tuple[Region, ...]:
    """The cells of a table that has all its walls: one at each position."""
    columns = list(enumerate(pairwise(xs.tolist())))
    return tuple(
        Region(row, column, 1, 1, (x0, top, x1, bottom))
        for row, (top, bottom) in enumerate(pairwise(ys.tolist()))
        for column, (x0, x1) in columns
    )


def regions(labels: Labels, ys: Floats, xs: Floats) -> tuple[Region, ...]:
    """The cells: one per label that fills its rectangle, runs row by row where a label is L-shaped."""
    across, down = xs.tolist(), ys.tolist()
    runs = _runs(labels.tolist())
    cells = [
        Region(top, left, bottom - top, right - left, (across[left], down[top], across[right], down[bottom]))
        for own in runs.values()
        for top, left, bottom, right in ([_around(own)] if _is_rectangle(own) else own)
    ]
    return tuple(sorted(cells))


def _runs(labels: list[list[int]]) -> dict[int, list[_Span]]:
    """The stretches of each label but 0, row by row from left to right."""
    runs: dict[int, list[_Span]] = defaultdict(list)
    for row, line in enumerate(labels):
        end = 0
        for label, same in groupby(line):
            start, end = end, end + len(list(same))
            if label:
                runs[label].append((row, start, row + 1, end))
    return runs


def _around(runs: list[_Span]) -> _Span:
    """The rectangle around the stretches of one label."""
    if len(runs) == 1:
        return runs[0]
    return runs[0][0], min([run[1] for run in runs]), runs[-1][2], max([run[3] for run in runs])


def _is_rectangle(runs: list[_Span]) -> bool:
    """Whether the stretches of one label fill the rectangle around them; a label's rows hang together."""
    return len(runs) == 1 or (
        len(runs) == runs[-1][2] - runs[0][0] and all(run[1] == runs[0][1] and run[3] == runs[0][3] for run in runs)
    )
