"""Ink that is neither text nor a rule: signatures and stamps on a scanned page."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from saksama.parsers.model import Box

Image = NDArray[np.uint8]
Mask = NDArray[np.bool_]

_NEAR = 5.0
_WIDE, _HIGH = 14.0, 9.0
_EDGE = 6.0
_MARGIN = 0.05
_TALLER = 1.5
_HUGE = 0.4
_LEAST_INK = 12.0


def strokes(pen: Mask, dark: Image, known: Image, line_height: float, scale: float) -> list[Box]:
    """Boxes (pixels) of hand-made ink on a page.

    dark is its ink (255), pen marks coloured pixels, known masks text and rules (255), line_height is the height of
    text lines and scale pixels per point. Black ink has to be clearly higher than a line of text that was not
    recognised, coloured ink (a blue pen, a violet stamp) counts also where it crosses text. Shadows and holes at the
    page's edge are left out.
    """
    colour = pen & (dark > 0)
    ink = np.where(colour | ((dark > 0) & (known == 0)), 255, 0).astype(np.uint8)
    reach = max(int(_NEAR * scale), 1)
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    solid: Any = np.bincount(labels[ink > 0], minlength=count)
    coloured: Any = np.bincount(labels[colour], minlength=count)
    height, width = ink.shape
    found: list[Box] = []
    for index in range(1, count):
        x, y, wide, high = (int(value) for value in stats[index][:4])
        if wide < _WIDE * scale or high < _HIGH * scale or wide * high > _HUGE * width * height:
            continue
        if solid[index] < _LEAST_INK * scale * scale or _at_edge((x, y, x + wide, y + high), width, height, scale):
            continue
        by_pen = 2 * coloured[index] > solid[index]
        if high >= _TALLER * line_height or (by_pen and not _is_text(known[y : y + high, x : x + wide])):
            found.append((float(x), float(y), float(x + wide), float(y + high)))
    return found


def _is_text(known: Image) -> bool:
    """Whether coloured ink is a coloured word: recognised text covers nearly all of its box."""
    return bool((known > 0).mean() > 0.8)


def _at_edge(box: tuple[int, int, int, int], width: int, height: int, scale: float) -> bool:
    near = _EDGE * scale
    touches = box[0] < near or box[1] < near or box[2] > width - near or box[3] > height - near
    return touches or box[2] < _MARGIN * width or box[0] > (1 - _MARGIN) * width
