"""The recogniser (RapidOCR, models inside its wheel): finds lines of text on a page image and reads them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import cv2
import numpy as np
from rapidocr import RapidOCR

from saksama.parsers.ocr.extra import threads
from saksama.parsers.ocr.turn import Image, Quads

# Longest side (pixels) at which lines are looked for; they are read at the page's own resolution.
_LOOK_AT = 1600


class Reading(NamedTuple):
    """One line as read: text, score from 0 to 1, and the middle of each character that is no space as a share of the
    width (empty when the recogniser does not tell)."""

    text: str
    score: float
    at: tuple[float, ...]


@lru_cache(maxsize=1)
def _engine() -> Any:
    engine = RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.max_side_len": _LOOK_AT,
            "EngineConfig.onnxruntime.intra_op_num_threads": threads() or -1,
        }
    )
    engine.return_word_box = True
    return engine


def find_lines(image: Image) -> Quads:
    """The corners of the text lines on a colour page, in its pixels; shape (0, 4, 2) for a page without text."""
    boxes = _engine()(image, use_det=True, use_cls=False, use_rec=False).boxes
    return np.asarray(boxes if boxes is not None else np.zeros((0, 4, 2)), dtype=np.float64).reshape(-1, 4, 2)


def read_lines(crops: Sequence[Image]) -> list[Reading]:
    """What stands on pictures of single upright lines, in their order."""
    if not crops:
        return []
    # Half-empty batches cost as much as full ones, and the engine sorts them by shape itself.
    result = _engine().recognize_txt([_three_channels(crop) for crop in crops])
    return [
        Reading(text, float(score), _positions(text, words))
        for text, score, words in zip(result.txts, result.scores, result.word_results, strict=True)
    ]


def _positions(text: str, words: Any) -> tuple[float, ...]:
    """The recogniser reads in narrow columns: the column of each character as a share of the line."""
    columns = [column for word in words.word_cols for column in word] if words and words.line_txt_len else []
    if len(columns) != sum(not c.isspace() for c in text):
        return ()
    return tuple(min((column + 0.5) / words.line_txt_len, 1.0) for column in columns)


def _three_channels(crop: Image) -> Image:
    return crop if crop.ndim == 3 else np.asarray(cv2.cvtColor(crop, cv2.COLOR_GRAY2BGR), dtype=np.uint8)
