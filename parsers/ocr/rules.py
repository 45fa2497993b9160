"""The ruling lines of a scanned page: long thin strokes, found by morphology and measured in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from saksama.parsers.model import Box

Image = NDArray[np.uint8]

# Points: a rule is at least this long (letters have no stroke of that length), a gap up to this long is a flaw.
_FLAT, _UPRIGHT = 22.0, 17.0
_GAP = 6.0
_SLIM = 8.0
_THICK = 5.0
_BLOCK, _CONTRAST = 12.0, 12
_COLOURED = 50
_PEN_STROKE = 90.0
# Shares of the height of a text line: its middle begins this far inside, a stroke of it reaches this far beyond it.
_MIDDLE, _BEYOND = 0.2, 0.3
_SINGLE = 1.5
# Points: reach on either side of a stroke within which ink is dense in a shade of dots, denser than in text.
_HALFTONE, _DENSE = 6.0, 0.38


def ink(grey: Image, scale: float) -> Image:
    """Where a grey page is darker than its surroundings: 255 for ink, 0 for paper; scale in pixels per point."""
    block = int(_BLOCK * scale) // 2 * 2 + 1
    found: Any = cv2.adaptiveThreshold(
        grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, max(block, 3), _CONTRAST
    )
    return np.asarray(found, dtype=np.uint8)


def coloured(page: Image) -> NDArray[np.bool_]:
    """Which pixels of a colour page are clearly coloured: pens, stamps, crests."""
    spread = page.max(axis=2).astype(np.int16) - page.min(axis=2).astype(np.int16)
    return np.asarray(spread > _COLOURED)


def rules(
    dark: Image, pen: NDArray[np.bool_], texts: Sequence[Box], scale: float
) -> tuple[list[Box], list[Box], Image]:
    """Flat and upright rules of a page of ink as thin boxes in pixels, and a mask of their strokes.

    pen marks coloured pixels: short strokes of them belong to a signature, not to a table. texts are the boxes of text
    lines: what runs along the middle of one is its heavy letters grown together.
    """
    flat_mask = _strokes(dark, int(_FLAT * scale), int(_GAP * scale), flat=True)
    upright_mask = _strokes(dark, int(_UPRIGHT * scale), int(_GAP * scale), flat=False)
    flat, flat_kept = _slim(flat_mask, dark, pen, np.array(texts).reshape(-1, 4), scale)
    upright, upright_kept = _slim(upright_mask, dark, pen, np.zeros((0, 4)), scale)
    return flat, upright, np.maximum(flat_kept, upright_kept)


def _strokes(dark: Image, length: int, gap: int, flat: bool) -> Image:
    """What is left of the ink when only straight strokes of a length stay, gaps closed.

    A line that leans by a pixel is widened across first, else it falls into pieces too short to stay.
    """
    across = np.ones((3, 1) if flat else (1, 3), np.uint8)
    along = np.ones((1, length) if flat else (length, 1), np.uint8)
    over = np.ones((1, gap) if flat else (gap, 1), np.uint8)
    opened: Any = cv2.morphologyEx(cv2.dilate(dark, across), cv2.MORPH_OPEN, along)
    return np.asarray(cv2.morphologyEx(opened, cv2.MORPH_CLOSE, over), dtype=np.uint8)


def _slim(
    mask: Image, dark: Image, pen: NDArray[np.bool_], texts: NDArray[np.float64], scale: float
) -> tuple[list[Box], Image]:
    """The boxes of long thin strokes, and the mask with nothing else (bars, photographs, shaded cells and strokes
    within a line of text go)."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    inked = (mask > 0) & (dark > 0)
    solid: Any = np.bincount(labels[inked], minlength=count)
    penned: Any = np.bincount(labels[inked & pen], minlength=count)
    keep = np.zeros(count, dtype=np.uint8)
    boxes: list[Box] = []
    side = max(int(_HALFTONE * scale), 1)
    density = np.asarray(cv2.blur((dark > 0).astype(np.float32), (side, side)), dtype=np.float32)
    usual = float(np.median(texts[:, 3] - texts[:, 1])) if len(texts) else 0.0
    for index in range(1, count):
        x, y, width, height, area = (int(value) for value in stats[index])
        long, short = max(width, height), min(width, height)
        # The box of a long line that still leans is thick, its ink is not.
        if area / long > _THICK * scale or long < _SLIM * short:
            continue
        if long < _PEN_STROKE * scale and 2 * penned[index] > solid[index]:
            continue
        if _in_halftone((x, y, x + width, y + height), density, scale) or _within_text(
            (x, y, x + width, y + height), texts, usual
        ):
            continue
        keep[index] = 255
        boxes.append((float(x), float(y), float(x + width), float(y + height)))
    return boxes, np.asarray(keep[labels], dtype=np.uint8)


def _in_halftone(box: Box, density: NDArray[np.float32], scale: float) -> bool:
    """Whether a stroke has dense ink on both its sides: part of a shade that a copy has turned into dots."""
    x0, top, x1, bottom = (int(value) for value in box)
    away = int(_HALFTONE * scale)
    if x1 - x0 >= bottom - top:
        sides = (density[max(top - away, 0), x0:x1], density[min(bottom + away, density.shape[0] - 1), x0:x1])
    else:
        sides = (density[top:bottom, max(x0 - away, 0)], density[top:bottom, min(x1 + away, density.shape[1] - 1)])
    return all(float(side.mean()) > _DENSE for side in sides)


def _within_text(box: Box, texts: NDArray[np.float64], usual: float) -> bool:
    """Whether a flat stroke lies along the middle of a single line of text; usual is the height of such lines."""
    height, middle = texts[:, 3] - texts[:, 1], (box[1] + box[3]) / 2
    high, low = texts[:, 1] + _MIDDLE * height, texts[:, 3] - _MIDDLE * height
    along = (texts[:, 0] - _BEYOND * height <= box[0]) & (texts[:, 2] + _BEYOND * height >= box[2])
    # A box of two lines may hold the rule between two cells.
    single = height < _SINGLE * usual
    return bool((along & single & (high < middle) & (middle < low)).any())
