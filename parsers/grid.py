"""Ruling lines -> tables: the geometry alone, without text.

Positions are clustered, collinear pieces merged, crossing rules form a component, and every component is a matrix of
walls in which a flood fill finds the cells with their true row and column spans.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from saksama.parsers.model import Box

_GAP = 4.0
_MIN_RULE = 6.0
_REACH = 3.0
_OPEN_SIDE = 8.0
_MAX_RULES = 4000

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


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


class Grid(NamedTuple):
    """One table: positions of its grid lines (n + 1 of each) and its cells in reading order."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Region, ...]

    @property
    def box(self) -> Box:
        """The table's outer box."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def places(self) -> list[list[int]]:
        """Row by row, the index of the cell that covers each position, -1 for none."""
        table = [[-1] * (len(self.xs) - 1) for _ in range(len(self.ys) - 1)]
        for index, cell in enumerate(self.cells):
            for row in range(cell.row, cell.row + cell.rowspan):
                table[row][cell.column : cell.column + cell.colspan] = [index] * cell.colspan
        return table


def find(flat: list[Box], upright: list[Box], tolerance: float = 2.5) -> list[Grid]:
    """The tables that thin boxes draw, from top to bottom; tolerance in points tells two rules from a double one.

    A component with a single cell (a frame, a box around a paragraph) comes back too: the caller knows what is in it.
    """
    across = merged([Rule((b[1] + b[3]) / 2, b[0], b[2]) for b in flat], tolerance)
    down = merged([Rule((b[0] + b[2]) / 2, b[1], b[3]) for b in upright], tolerance)
    if not across or not down or max(len(across), len(down)) > _MAX_RULES:
        return []
    grids = []
    for rows, columns in _components(across, down):
        grid = _grid(rows, columns, tolerance)
        if grid is not None:
            grids.append(grid)
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def merged(rules: list[Rule], tolerance: float) -> list[Rule]:
    """Rules with clustered positions and collinear pieces joined; short leftovers dropped.

    Joining comes before the length filter, so that the dashes of a dashed line survive as one rule.
    """
    if not rules:
        return []
    result = []
    groups = _clusters([rule.at for rule in rules], tolerance)
    for members in groups:
        pieces = sorted((rules[i] for i in members), key=lambda rule: rule.start)
        at = float(np.median([piece.at for piece in pieces]))
        start, end = pieces[0].start, pieces[0].end
        for piece in pieces[1:]:
            if piece.start <= end + _GAP:
                end = max(end, piece.end)
            else:
                result.append(Rule(at, start, end))
                start, end = piece.start, piece.end
        result.append(Rule(at, start, end))
    return [rule for rule in result if rule.end - rule.start >= _MIN_RULE]


def _clusters(values: list[float], tolerance: float) -> list[list[int]]:
    """Indices of values that lie together: a cluster never grows wider than twice the tolerance."""
    order = sorted(range(len(values)), key=values.__getitem__)
    groups = [[order[0]]]
    for index in order[1:]:
        near = values[index] - values[groups[-1][-1]] <= tolerance
        if near and values[index] - values[groups[-1][0]] <= 2 * tolerance:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _components(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of rules that hang together by crossing or touching."""
    h, v = np.array(across), np.array(down)
    crossing = (
        (v[None, :, 0] >= h[:, None, 1] - _REACH)
        & (v[None, :, 0] <= h[:, None, 2] + _REACH)
        & (h[:, None, 0] >= v[None, :, 1] - _REACH)
        & (h[:, None, 0] <= v[None, :, 2] + _REACH)
    )
    groups = []
    free = crossing.any(axis=1)
    while free.any():
        rows: Bools = np.zeros(len(h), dtype=bool)
        rows[int(np.argmax(free))] = True
        columns: Bools = np.zeros(len(v), dtype=bool)
        while True:
            columns_now: Bools = np.any(crossing[rows], axis=0)
            rows_now: Bools = np.logical_or(rows, crossing[:, columns_now].any(axis=1))
            if (rows_now == rows).all() and (columns_now == columns).all():
                break
            rows, columns = rows_now, columns_now
        free &= ~rows
        groups.append(
            ([across[i] for i in np.flatnonzero(rows)], [down[i] for i in np.flatnonzero(columns)]),
        )
    return groups


def _grid(across: list[Rule], down: list[Rule], tolerance: float) -> Grid | None:
    """The table of one component, None when it encloses nothing."""
    across, down = _closed(across, down)
    if len(across) < 2 or len(down) < 2:
        return None
    ys = _positions([rule.at for rule in across], tolerance)
    xs = _positions([rule.at for rule in down], tolerance)
    if len(xs) < 2 or len(ys) < 2:
        return None
    flat_walls = _walls(across, ys, xs)
    upright_walls = _walls(down, xs, ys).T
    flat_walls, upright_walls = _shut(flat_walls, upright_walls)
    labels = _flood(flat_walls, upright_walls)
    labels, ys, xs = _without_idle_lines(labels, ys, xs)
    cells = _regions(labels, ys, xs)
    if not cells:
        return None
    return Grid(tuple(map(float, xs)), tuple(map(float, ys)), cells)


def _closed(across: list[Rule], down: list[Rule]) -> tuple[list[Rule], list[Rule]]:
    """Add the outer border where at least two rules run past the last cross rule (a table without side borders)."""
    return (
        across + _missing(down, [rule.at for rule in across]),
        down + _missing(across, [rule.at for rule in down]),
    )


def _missing(rules: list[Rule], crossed: list[float]) -> list[Rule]:
    """The borders missing at either end of the rules: one that joins the ends of all that run past."""
    borders = []
    low, high = min(crossed), max(crossed)
    for past, ends in (
        ([r for r in rules if r.start < low - _OPEN_SIDE], [r.start for r in rules if r.start < low - _OPEN_SIDE]),
        ([r for r in rules if r.end > high + _OPEN_SIDE], [r.end for r in rules if r.end > high + _OPEN_SIDE]),
    ):
        if len(past) >= 2:
            at = [rule.at for rule in past]
            borders.append(Rule(float(np.median(ends)), min(at), max(at)))
    return borders


def _positions(values: list[float], tolerance: float) -> Floats:
    groups = _clusters(values, tolerance)
    return np.array([float(np.mean([values[i] for i in group])) for group in groups])


def _walls(rules: list[Rule], at: Floats, stops: Floats) -> Bools:
    """walls[i, j]: a rule at position i covers most of the stretch from stop j to j + 1."""
    lengths = np.diff(stops)
    covered = np.zeros((len(at), len(lengths)))
    for rule in rules:
        line = int(np.argmin(np.abs(at - rule.at)))
        overlap = np.minimum(stops[1:], rule.end) - np.maximum(stops[:-1], rule.start)
        covered[line] += np.clip(overlap, 0, None)
    walls: Bools = covered >= np.maximum(0.6 * lengths, lengths - 2 * _REACH)
    return walls


def _shut(flat: Bools, upright: Bools) -> tuple[Bools, Bools]:
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


def _flood(flat: Bools, upright: Bools) -> NDArray[np.int64]:
    """Label the positions between the grid lines by cell; 0 is what is open to the outside.

    flat is (rows + 1, columns), upright (rows, columns + 1). A ring around the grid stands for the outside.
    """
    rows, columns = flat.shape[0] - 1, upright.shape[1] - 1
    labels = np.full((rows + 2, columns + 2), -1, dtype=np.int64)
    below = np.zeros((rows + 1, columns + 2), dtype=bool)
    below[:, 1:-1] = flat
    beside = np.zeros((rows + 2, columns + 1), dtype=bool)
    beside[1:-1] = upright
    label = 0
    for r0 in range(rows + 2):
        for c0 in range(columns + 2):
            if labels[r0, c0] >= 0:
                continue
            labels[r0, c0] = label
            stack = [(r0, c0)]
            while stack:
                r, c = stack.pop()
                for nr, nc, wall in (
                    (r - 1, c, r == 0 or below[r - 1, c]),
                    (r + 1, c, r == rows + 1 or below[r, c]),
                    (r, c - 1, c == 0 or beside[r, c - 1]),
                    (r, c + 1, c == columns + 1 or beside[r, c]),
                ):
                    if not wall and labels[nr, nc] < 0:
                        labels[nr, nc] = label
                        stack.append((nr, nc))
            label += 1
    return labels[1:-1, 1:-1]


def _without_idle_lines(labels: NDArray[np.int64], ys: Floats, xs: Floats) -> tuple[NDArray[np.int64], Floats, Floats]:
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


def _regions(labels: NDArray[np.int64], ys: Floats, xs: Floats) -> tuple[Region, ...]:
    """The cells: one per label that fills its rectangle, runs row by row where a label is L-shaped."""
    cells = []
    for label in np.unique(labels):
        if label == 0:
            continue
        mask = labels == label
        rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
        top, bottom, left, right = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
        if mask[top:bottom, left:right].all():
            cells.append(_region((top, left, bottom, right), ys, xs))
            continue
        for row in range(top, bottom):
            filled = np.flatnonzero(mask[row])
            for run in np.split(filled, np.flatnonzero(np.diff(filled) > 1) + 1):
                if len(run):
                    cells.append(_region((row, int(run[0]), row + 1, int(run[-1]) + 1), ys, xs))
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))


def _region(span: tuple[int, int, int, int], ys: Floats, xs: Floats) -> Region:
    top, left, bottom, right = span
    box = (float(xs[left]), float(ys[top]), float(xs[right]), float(ys[bottom]))
    return Region(top, left, bottom - top, right - left, box)
