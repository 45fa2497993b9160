"""Ruling lines -> tables: the geometry alone, without text.

Positions are clustered, collinear pieces merged, crossing rules form a component, and every component is a matrix of
walls in which a flood fill finds the cells with their true row and column spans.
"""

from __future__ import annotations

from statistics import fmean, median
from typing import NamedTuple

import numpy as np

from saksama.parsers.model import Box
from saksama.parsers.pdf.gridcells import (
    REACH,
    Bools,
    Floats,
    Region,
    Rule,
    flood,
    regions,
    shut,
    walls,
    without_attachments,
    without_idle_lines,
)

__all__ = ["Grid", "Region", "Rule", "find", "merged"]

_GAP = 4.0
_MIN_RULE = 6.0
_OPEN_SIDE = 8.0
_MAX_RULES = 4000


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
        pieces = sorted([rules[i] for i in members], key=lambda rule: rule.start)
        at = median([piece.at for piece in pieces])
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
        (v[None, :, 0] >= h[:, None, 1] - REACH)
        & (v[None, :, 0] <= h[:, None, 2] + REACH)
        & (h[:, None, 0] >= v[None, :, 1] - REACH)
        & (h[:, None, 0] <= v[None, :, 2] + REACH)
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
    flat_walls = walls(across, ys, xs)
    upright_walls = walls(down, xs, ys).T
    flat_walls, upright_walls = shut(flat_walls, upright_walls)
    labels = without_attachments(flood(flat_walls, upright_walls), ys)
    labels, ys, xs = without_idle_lines(labels, ys, xs)
    cells = regions(labels, ys, xs)
    if not cells:
        return None
    return Grid(tuple(xs.tolist()), tuple(ys.tolist()), cells)


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
            borders.append(Rule(median(ends), min(at), max(at)))
    return borders


def _positions(values: list[float], tolerance: float) -> Floats:
    groups = _clusters(values, tolerance)
    return np.array([fmean([values[i] for i in group]) for group in groups])
