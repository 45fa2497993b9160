"""Whether scans can be read here: the optional extra `ocr`, looked for without loading it."""

from __future__ import annotations

import importlib.util
from functools import lru_cache

INSTALL = 'pip install "saksama[ocr]"'
"""The command that installs the extra."""

_NEEDED = ("rapidocr", "onnxruntime", "cv2")


@lru_cache(maxsize=1)
def available() -> bool:
    """Whether the extra is installed."""
    return all(importlib.util.find_spec(name) is not None for name in _NEEDED)
