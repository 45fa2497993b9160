"""Whether scans can be read here: the optional extra `ocr`, looked for without loading it."""

from __future__ import annotations

import importlib.util
import os
from functools import lru_cache

INSTALL = 'pip install "saksama[ocr]"'
"""The command that installs the extra."""

THREADS = "SAKSAMA_UTAS"
"""The variable of the environment by which whoever starts several readers tells each how many threads it may use."""

_NEEDED = ("rapidocr", "onnxruntime", "cv2")


@lru_cache(maxsize=1)
def available() -> bool:
    """Whether the extra is installed."""
    return all(importlib.util.find_spec(name) is not None for name in _NEEDED)


def threads() -> int:
    """How many threads the recogniser may use; 0 for as many as it likes."""
    text = os.environ.get(THREADS, "")
    return int(text) if text.isascii() and text.isdigit() else 0
