"""Ruling lines -> tables: the geometry alone, without text.

Positions are clustered, collinear pieces merged, crossing rules form a component, and every component is a matrix of
walls in which a flood fill finds the cells with their true row and column spans.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean, median
from typing import NamedTuple

import numpy as np

from saksama.parsers.model import Box
from saksama.parsers.pdf.gridcells import (
    REACH,
    Floats,
    Region,
    Rule,
    every_region,
    flood,
    regions,
    shut,
    table_of,
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
    across = merged([((b[1] + b[3]) / 2, b[0], b[2]) for b in flat], tolerance)
    down = merged([((b[0] + b[2]) / 2, b[1], b[3]) for b in upright], tolerance)
    if not across or not down or max(len(across), len(down)) > _MAX_RULES:
        return []
    grids = []
    for rows, columns in _components(across, down):
        grid = _grid(rows, columns, tolerance)
        if grid is not None:
            grids.append(grid)
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def merged(rules: Sequence[tuple[float, float, float]], tolerance: float) -> list[Rule]:
    """Rules (at, start, end) with clustered positions and collinear pieces joined; short leftovers dropped.

    Joining comes before the length filter, so that the dashes of a dashed line survive as one rule.
    """
    result = []
    ordered = sorted(rules)
    for first, last in _clusters([rule[0] for rule in ordered], tolerance):
        pieces = ordered[first:last]
        at = (pieces[(last - first - 1) // 2][0] + pieces[(last - first) // 2][0]) / 2
        spans = sorted([(start, end) for _, start, end in pieces])
        start, end = spans[0]
        for next_start, next_end in spans:
            if next_start <= end + _GAP:
                end = next_end if next_end > end else end
                continue
            if end - start >= _MIN_RULE:
                result.append(Rule(at, start, end))
            start, end = next_start, next_end
        if end - start >= _MIN_RULE:
            result.append(Rule(at, start, end))
    return result


def _clusters(ordered: Sequence[float], tolerance: float) -> list[tuple[int, int]]:
    """Where values in order lie together, as first index and end: none is wider than twice the tolerance."""
    starts = [0]
    for index, (before, value) in enumerate(pairwise(ordered), 1):
        if value - before > tolerance or value - ordered[starts[-1]] > 2 * tolerance:
            starts.append(index)
    return list(pairwise([*starts, len(ordered)])) if ordered else []


def _components(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of rules that hang together by crossing or touching."""
    h, v = table_of(across), table_of(down)
    crossing = (
        (v[None, :, 0] >= h[:, None, 1] - REACH)
        & (v[None, :, 0] <= h[:, None, 2] + REACH)
        & (h[:, None, 0] >= v[None, :, 1] - REACH)
        & (h[:, None, 0] <= v[None, :, 2] + REACH)
    )
    # What each flat rule crosses as the bits of a number: groups grow by a few comparisons of whole rows.
    width = -(-len(down) // 8)
    packed = np.packbits(crossing, axis=1, bitorder="little").tobytes()
    bits = [int.from_bytes(packed[at : at + width], "little") for at in range(0, len(packed), width)]
    rest = [index for index, crossed in enumerate(bits) if crossed]
    groups = []
    while rest:
        columns, before = bits[rest[0]], 0
        while columns != before:
            before = columns
            for index in rest:
                if bits[index] & columns:
                    columns |= bits[index]
        rows = [index for index in rest if bits[index] & columns]
        rest = [index for index in rest if not bits[index] & columns]
        groups.append(([across[i] for i in rows], [rule for i, rule in enumerate(down) if columns >> i & 1]))
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
    if flat_walls.all() and upright_walls.all():
        # More than half of all tables: nothing to flood.
        return Grid(tuple(xs.tolist()), tuple(ys.tolist()), every_region(ys, xs))
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
    ordered = sorted(values)
    return np.array([fmean(ordered[first:end]) for first, end in _clusters(ordered, tolerance)])
