"""What the rules of a scanned page enclose: cells whose text the detector missed, and emblems that are no tables."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from saksama.parsers.model import Box
from saksama.parsers.ocr.words import usual_height
from saksama.parsers.pdf import grid
from saksama.parsers.pdf.grid import Grid

Image = NDArray[np.uint8]

# Points: the ink of a text that the detector missed in a cell.
_GLYPH = 4.0
_CELL_EDGE = 2.0
_PAD = 0.25
# Points: an emblem is no larger.
_EMBLEM = 130.0
_FEW_TEXTS = 3


def grids_of(flat: Sequence[Box], upright: Sequence[Box], scale: float) -> list[Grid]:
    """The grids (points) that rules in pixels draw."""
    return grid.find([_points(box, scale) for box in flat], [_points(box, scale) for box in upright])


def drawings(grids: Sequence[Grid], texts: Sequence[Box], scale: float) -> list[Box]:
    """The boxes (pixels) of grids that are emblems: small, of several cells, hardly any of which holds text."""
    found = []
    for one in grids:
        x0, top, x1, bottom = (value * scale for value in one.box)
        if max(x1 - x0, bottom - top) > _EMBLEM * scale or len(one.cells) < _FEW_TEXTS:
            continue
        inside = [box for box in texts if x0 < (box[0] + box[2]) / 2 < x1 and top < (box[1] + box[3]) / 2 < bottom]
        if len(inside) < _FEW_TEXTS and 2 * len(inside) < len(one.cells):
            found.append((x0, top, x1, bottom))
    return found


def outside(boxes: Sequence[Box], areas: Sequence[Box]) -> list[Box]:
    """The boxes whose middle lies in none of the areas."""
    return [
        box
        for box in boxes
        if not any(
            area[0] - 1 <= (box[0] + box[2]) / 2 <= area[2] + 1 and area[1] - 1 <= (box[1] + box[3]) / 2 <= area[3] + 1
            for area in areas
        )
    ]


def missed(grids: Sequence[Grid], boxes: Sequence[Box], dark: Image, scale: float) -> list[Box]:
    """Boxes around the ink of cells in which the detector saw no text (a digit alone).

    boxes are those of the text that it saw, dark is the ink without rules (255), all in pixels.
    """
    found = []
    usual = usual_height(boxes)
    middles = [((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for box in boxes]
    for cell in (cell for table in grids if len(table.cells) > 1 for cell in table.cells):
        x0, top, x1, bottom = (value * scale for value in cell.box)
        if any(x0 < x < x1 and top < y < bottom for x, y in middles):
            continue
        edge = _CELL_EDGE * scale
        box = ink_box(dark, (x0 + edge, top + edge, x1 - edge, bottom - edge))
        if box is not None and _GLYPH * scale < box[3] - box[1] < 1.5 * usual:
            pad = _PAD * (box[3] - box[1])
            found.append((box[0] - pad, box[1] - pad, box[2] + pad, box[3] + pad))
    return found


def ink_box(dark: Image, box: Box) -> Box | None:
    """The box around the ink inside a box, specks of a pixel or two aside; None without ink."""
    left, top, right, bottom = (max(int(value), 0) for value in box)
    part = dark[top:bottom, left:right] > 0
    rows, columns = np.flatnonzero(part.sum(axis=1) > 1), np.flatnonzero(part.sum(axis=0) > 1)
    if not len(rows) or not len(columns):
        return None
    return left + float(columns[0]), top + float(rows[0]), left + float(columns[-1] + 1), top + float(rows[-1] + 1)


def _points(box: Box, scale: float) -> Box:
    return box[0] / scale, box[1] / scale, box[2] / scale, box[3] / scale
