"""Characters that documents and file names may hold, and that no terminal, page or paper may be given as they are."""

from __future__ import annotations

import re

UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)
"""Controls (but tab and line end), marks that turn the direction of text, and what is no character."""
