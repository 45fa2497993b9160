"""Small marks that the text detector passes over: a number, a bullet, a dash or a colon standing alone before text."""

from __future__ import annotations

import re
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from saksama.parsers.model import Box

Image = NDArray[np.uint8]

# Shares of the height of a line's box: least and greatest size of a mark, gap inside one, reach to its text.
_LEAST, _WIDEST, _HIGHEST = 0.08, 1.6, 1.0
_JOIN = 0.22
_REACH = 9.0
_LEVEL = 0.4
_FLAT = 0.22
_NARROW = 0.3
_DOT = 0.55
# A bare stroke reads as 1 or l: only with its dot or bracket it is a number of a list.
_MARK = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])[.)]{1,2}")
_LEVEL_SIGNS = ("-", "–", "—", "一", "ー", "_")
_DIRT = 40


def marks(dark: Image, boxes: Sequence[Box], line_height: float) -> list[Box]:
    """Boxes of what may be such marks: little ink outside all text boxes, level with a text box to its right.

    dark is the ink without rules (255), line_height the usual height of text boxes, all in pixels.
    """
    if not boxes or not line_height:
        return []
    rest = dark.copy()
    for x0, top, x1, bottom in boxes:
        rest[max(int(top), 0) : int(bottom) + 1, max(int(x0), 0) : int(x1) + 1] = 0
    reach = max(int(_JOIN * line_height), 1)
    joined = cv2.morphologyEx(rest, cv2.MORPH_CLOSE, np.ones((reach * 2, reach), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    places = np.array(boxes)
    found = []
    for index in range(1, count):
        x, y, width, height = (int(value) for value in stats[index][:4])
        long, level = max(width, height) / line_height, (y + height / 2)
        if not long > 2 * _LEAST or width > _WIDEST * line_height or height > _HIGHEST * line_height:
            continue
        right = places[:, 0] - (x + width)
        beside = (
            (np.abs((places[:, 1] + places[:, 3]) / 2 - level) < _LEVEL * line_height)
            & (right > -reach)
            & (right < _REACH * line_height)
        )
        if beside.any():
            found.append((float(x), float(y), float(x + width), float(y + height)))
    # A page full of specks has no marks that could be told from them.
    return found if len(found) <= max(_DIRT, len(boxes)) else []


def mark_text(dark: Image, box: Box, read: str, line_height: float) -> str:
    """What a mark is: by its shape a dash, a bullet or a colon, else what the recogniser read if that is a number or
    letter of a list; "" for anything else."""
    x0, top, x1, bottom = (int(value) for value in box)
    part = dark[top:bottom, x0:x1] > 0
    width, height = part.shape[1] / line_height, part.shape[0] / line_height
    solid = float(part.mean()) if part.size else 0.0
    # The recogniser of many scripts takes a dash for the sign of the number one.
    level = solid > 0.6 or read.strip() in _LEVEL_SIGNS
    if height < _FLAT and width > 1.3 * height and width < _DOT and level:
        return "-"
    if solid > 0.55 and 0.14 < height < _DOT and 0.7 < width / max(height, 1e-6) < 1.4:
        return "•"
    if width < _NARROW and 0.25 < height < 0.75 and (read.strip() == ":" or (width < _FLAT and _two_dots(part))):
        return ":"
    return read.strip() if height > 0.3 and _MARK.fullmatch(read.strip()) else ""


def likely(
    found: Sequence[tuple[Box, str]], boxes: Sequence[Box], walls: Sequence[Box], line_height: float
) -> list[tuple[Box, str]]:
    """The marks (place, text) that are no dirt: a colon stands behind a text of its line, with no wall between, and a
    bullet has others above or below it. boxes are those of the text, walls the upright rules."""

    def kept(box: Box, text: str) -> bool:
        level = (box[1] + box[3]) / 2
        if text == ":":
            beside = (other for other in boxes if abs((other[1] + other[3]) / 2 - level) < _LEVEL * line_height)
            before = max((other[2] for other in beside if other[2] <= box[0] + _JOIN * line_height), default=None)
            return before is not None and not any(
                wall[1] < level < wall[3] and before < wall[0] < box[0] for wall in walls
            )
        if text == "•":
            same = [other for other, mark in found if mark == text and abs(other[0] - box[0]) < _LEVEL * line_height]
            return len(same) > 1
        return True

    return [(box, text) for box, text in found if text and kept(box, text)]


def _two_dots(part: NDArray[np.bool_]) -> bool:
    """Whether the ink is two runs of rows with a blank between: a colon."""
    rows = part.any(axis=1).astype(np.int8)
    runs = int((np.diff(np.concatenate([[0], rows, [0]])) == 1).sum())
    return runs == 2
