"""Which way up a scanned page is, and by how much it leans: from the corners of the text lines found on it."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Quads = NDArray[np.float64]
"""Text lines as their four corners, clockwise from the upper left: shape (n, 4, 2), in pixels."""
Image = NDArray[np.uint8]

_TALL = 1.5
_MAX_LEAN = 8.0
_LEAST_LEAN = 0.03
_LONG = 6.0


def sideways(quads: Quads) -> bool:
    """Whether most of the text stands on its side (its lines are higher than wide)."""
    if not len(quads):
        return False
    sizes = np.ptp(quads, axis=1)
    # Short words are as high as wide; the long ones decide.
    upright, turned = sizes[:, 0] > _TALL * sizes[:, 1], sizes[:, 1] > _TALL * sizes[:, 0]
    return bool(sizes[turned, 1].sum() > sizes[upright, 0].sum())


def turned(quads: Quads, turns: int, width: int, height: int) -> Quads:
    """Corners on the page after clockwise quarter turns, again from the upper left; width and height are those of the
    page before."""
    points = quads
    for _ in range(turns % 4):
        points = np.stack([height - points[..., 1], points[..., 0]], axis=-1)
        width, height = height, width
    return np.roll(points, turns % 4, axis=1)


def turned_image(image: Image, turns: int) -> Image:
    """The page turned clockwise by quarters."""
    return np.ascontiguousarray(np.rot90(image, -turns))


def lean(quads: Quads) -> float:
    """Degrees by which upright lines run downhill (positive: clockwise), the median of the long lines; 0 without any.

    A page that leans more than a few degrees is a picture of its own, not a scan: taken as it is.
    """
    if not len(quads):
        return 0.0
    along = (quads[:, 1] + quads[:, 2] - quads[:, 0] - quads[:, 3]) / 2
    across = np.linalg.norm(quads[:, 3] - quads[:, 0], axis=1)
    long = along[:, 0] > _LONG * np.maximum(across, 1.0)
    if long.sum() < 3:
        return 0.0
    degrees = float(np.median(np.degrees(np.arctan2(along[long, 1], along[long, 0]))))
    return degrees if _LEAST_LEAN < abs(degrees) < _MAX_LEAN else 0.0


def straightened(image: Image, quads: Quads, degrees: float) -> tuple[Image, Quads]:
    """Page and corners turned back about the middle of the page; what comes in from outside is white."""
    if not degrees:
        return image, quads
    height, width = image.shape[:2]
    matrix: Any = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    straight: Any = cv2.warpAffine(
        image, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=(255,) * 3
    )
    moved = quads @ np.asarray(matrix)[:, :2].T + np.asarray(matrix)[:, 2]
    return np.asarray(straight, dtype=np.uint8), moved
