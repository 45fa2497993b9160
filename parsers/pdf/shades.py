"""Rules for tables that are drawn by shading alone: the edges of coloured cells.

Word's banded styles shade header cells and every other row and draw few lines or none. The columns are those of a row
of shaded cells side by side; they hold for the white rows between the bands too.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import pairwise
from operator import itemgetter

from saksama.parsers.model import Box
from saksama.parsers.pdf.grid import Grid
from saksama.parsers.pdf.rules import Drawing, Fill
from saksama.parsers.pdf.words import Word

_SAME = 2.5
_APART = 4.0
_MIN_CELLS = 3
_MIN_SIDE = 5.0
_MIN_COLUMN = 10.0
_MIN_STRIP, _MAX_STRIP = 1.0, 9.0
_BAND_GAP = 160.0
_EDGE_SHARE = 0.6
_CELL_SHARE = 0.5
_MAX_FILLS = 3000


def shade_rules(drawn: Drawing, grids: list[Grid], page: Box, words: list[Word]) -> tuple[list[Box], list[Box]]:
    """Flat and upright rules (thin boxes) around shaded cells that the ruled grids don't have as cells already; none
    runs through a word."""
    flat: list[Box] = []
    upright: list[Box] = []
    if not _MIN_CELLS <= len(drawn.fills) <= _MAX_FILLS:
        return flat, upright
    fills = _loose(drawn.fills, grids, page)
    for run in _runs(fills):
        if any(_has_columns(found, run) for found in grids):
            continue
        edges = [run[0][0], *(box[0] for box in run[1:]), run[-1][2]]
        band = _band(run, fills, edges)
        edges = _widened(edges, run[0], drawn.flat)
        fills = [box for box in fills if box not in band]
        bottom = max([box[3] for box in band] + [g.box[3] for g in grids if _within(run[0], g.box)])
        ys = _row_edges(band, edges[-1] - edges[0])
        ys = [ys[0], *[y for y in ys[1:] if y < bottom - _APART], bottom]
        flat += [piece for y in ys for piece in _cut_flat(y, edges, band)]
        upright += [piece for x in edges for piece in _cut_upright(x, ys, band, words)]
    return flat, upright


def _has_columns(found: Grid, run: list[Box]) -> bool:
    """Whether a ruled grid around the run has lines between all its boxes already."""
    middles = [(a[2] + b[0]) / 2 for a, b in pairwise(run)]
    return (
        found.box[1] <= (run[0][1] + run[0][3]) / 2 <= found.box[3]
        and found.box[0] <= middles[0]
        and middles[-1] <= found.box[2]
        and all(min(abs(x - line) for line in found.xs) <= 2 * _APART for x in middles)
    )


def _widened(edges: list[float], first: Box, flat: list[Box]) -> list[float]:
    """Column edges with an unshaded first or last column, over which the table's rule above the shading runs on."""
    rules = sorted(box for box in flat if abs((box[1] + box[3]) / 2 - first[1]) <= _APART)
    low, high = edges[0], edges[-1]
    for box in reversed(rules):
        if box[0] < low <= box[2] + _APART:
            low = box[0]
    for box in rules:
        if box[0] - _APART <= high < box[2]:
            high = box[2]
    before = [low] if low < edges[0] - _MIN_COLUMN else []
    after = [high] if high > edges[-1] + _MIN_COLUMN else []
    return [*before, *edges, *after]


def _loose(fills: list[Fill], grids: list[Grid], page: Box) -> list[Box]:
    """Shaded boxes that may be cells: none of them a background, shading of lines in a larger box, or the colour of a
    ruled cell."""
    most = _CELL_SHARE * _area(page)
    sized = [(box, _area(box)) for box in _padded(fills) if min(_sides(box)) >= _MIN_SIDE]
    sized = [pair for pair in sized if pair[1] < most]
    sized.sort(key=itemgetter(1), reverse=True)
    boxes = [box for box, _ in sized]
    outer: list[Box] = []
    places = [(grid, grid.places()) for grid in grids] if boxes else []
    for box in boxes:
        if not _is_cell(box, places) and not any(_within(box, other) for other in outer):
            outer.append(box)
    return outer


def _padded(fills: list[Fill]) -> list[Box]:
    """Shaded boxes, with cells put together that Word shades in parts: a strip for the padding at either side and
    one for each line of text between them."""
    strips: dict[tuple[int, int, str], list[Box]] = defaultdict(list)
    boxes: list[Box] = []
    for box, colour in fills:
        width, height = _sides(box)
        if _MIN_STRIP < width <= _MAX_STRIP and height > width:
            strips[round(box[1]), round(box[3]), colour].append(box)
        else:
            boxes.append(box)
    cells: list[Box] = []
    for row in strips.values():
        ordered = sorted(row)
        for left, right in pairwise(ordered):
            between = (left[2], right[0])
            if any(_fills_between(box, left, between) for box in boxes):
                cells.append((left[0], left[1], right[2], left[3]))
    if not cells:
        return boxes
    return cells + [box for box in boxes if not any(_within(box, cell) for cell in cells)]


def _fills_between(box: Box, strip: Box, between: tuple[float, float]) -> bool:
    """Whether a box reaches from one strip to the next at their height."""
    same = abs(box[0] - between[0]) <= 1 and abs(box[2] - between[1]) <= 1
    return same and strip[1] - 1 <= box[1] and box[3] <= strip[3] + 1


def _is_cell(box: Box, grids: list[tuple[Grid, list[list[int]]]]) -> bool:
    """Whether a box takes much of a cell in which or on whose border its middle lies; grids come with their places."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    for grid, places in grids:
        rows = places[max(bisect_left(grid.ys, y) - 1, 0) : bisect_right(grid.ys, y)]
        left, right = max(bisect_left(grid.xs, x) - 1, 0), bisect_right(grid.xs, x)
        for cell in {index for row in rows for index in row[left:right] if index >= 0}:
            if _area(box) >= _CELL_SHARE * _area(grid.cells[cell].box):
                return True
    return False


def _runs(fills: list[Box]) -> list[list[Box]]:
    """Rows of three and more shaded boxes side by side, of one height, from top to bottom."""
    runs: list[list[Box]] = []
    rest = sorted(fills, key=lambda box: (round(box[1] / _SAME), box[0]))
    run: list[Box] = []
    for box in [*rest, (0.0, -1.0, 0.0, -1.0)]:
        if run and max(abs(box[1] - run[-1][1]), abs(box[3] - run[-1][3]), abs(box[0] - run[-1][2]) - 1.5) <= _SAME:
            run.append(box)
            continue
        if len(run) >= _MIN_CELLS and not any(_same_columns(run, other) for other in runs):
            runs.append(run)
        run = [box]
    return runs


def _same_columns(run: list[Box], other: list[Box]) -> bool:
    near = run[0][1] - other[0][3] < _BAND_GAP * 4
    return near and abs(run[0][0] - other[0][0]) <= _APART and abs(run[-1][2] - other[-1][2]) <= _APART


def _band(run: list[Box], fills: list[Box], edges: list[float]) -> list[Box]:
    """The run and the shaded boxes above and below it that stand on its columns."""
    band = list(run)
    top, bottom = run[0][1], run[0][3]
    aligned = [box for box in fills if box not in run and _on_edges(box, edges)]
    for box in sorted(aligned, key=lambda b: b[1]):
        if top - _APART <= box[1] <= bottom + _BAND_GAP:
            band.append(box)
            bottom = max(bottom, box[3])
    for box in sorted(aligned, key=lambda b: -b[3]):
        if box not in band and top - _APART <= box[3] <= top + _APART:
            band.append(box)
            top = min(top, box[1])
    return band


def _on_edges(box: Box, edges: list[float]) -> bool:
    return all(min(abs(side - edge) for edge in edges) <= _APART for side in (box[0], box[2]))


def _row_edges(band: list[Box], width: float) -> list[float]:
    """Heights at which most of the table's width has the edge of a box: a line of text shaded by itself has not."""
    sides = sorted([(box[1], box) for box in band] + [(box[3], box) for box in band])
    groups: list[list[tuple[float, Box]]] = []
    for side in sides:
        if groups and side[0] - groups[-1][-1][0] <= _SAME:
            groups[-1].append(side)
        else:
            groups.append([side])
    ys = []
    for index, group in enumerate(groups):
        covered = sum(box[2] - box[0] for box in {box for _, box in group})
        if covered >= _EDGE_SHARE * width or index in {0, len(groups) - 1}:
            ys.append(sum(y for y, _ in group) / len(group))
    return ys


def _cut_flat(y: float, edges: list[float], band: list[Box]) -> list[Box]:
    """Pieces of a flat rule between the columns, left out where a box runs through."""
    return [
        (left, y, right, y)
        for left, right in pairwise(edges)
        if not any(b[1] < y - _APART and y + _APART < b[3] and b[0] < (left + right) / 2 < b[2] for b in band)
    ]


def _cut_upright(x: float, ys: list[float], band: list[Box], words: list[Word]) -> list[Box]:
    """Pieces of an upright rule between the rows, left out where a box or a word runs through."""
    crossing = [word.middle[1] for word in words if word.x0 < x - _SAME and x + _SAME < word.x1]
    return [
        (x, top, x, bottom)
        for top, bottom in pairwise(ys)
        if not any(b[0] < x - _APART and x + _APART < b[2] and b[1] < (top + bottom) / 2 < b[3] for b in band)
        and not any(top < y < bottom for y in crossing)
    ]


def _within(box: Box, other: Box) -> bool:
    return (
        other[0] - 1 <= box[0] and other[1] - 1 <= box[1] and box[2] <= other[2] + 1 and box[3] <= other[3] + 1
    ) and box != other


def _sides(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
