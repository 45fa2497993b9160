"""Text in pieces: the printed lines of a document or of a part of it, and how they look."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from saksama.parsers.model import Document, Line

Source = Document | Sequence[Line]

TITLE_LINES = 30
"""How many lines from the start may hold the title, the unit and the year of a document."""

_LETTERS = re.compile(r"[^\W\d_]")


def pieces(source: Source) -> tuple[Line, ...]:
    """The printed lines of a document or of a run of lines: text cut at line breaks, blanks dropped, tabs kept."""
    lines = source.lines if isinstance(source, Document) else source
    return tuple(
        msgspec.structs.replace(line, text=part.strip())
        for line in lines
        for part in line.text.split("\n")
        if part.strip()
    )


def shouted(text: str) -> bool:
    """Whether a text is set in capitals, as titles and posts are."""
    letters = _LETTERS.findall(text)
    return bool(letters) and sum(letter.isupper() for letter in letters) >= 0.8 * len(letters)


def folded(text: str) -> str:
    """A text for comparison: no case, no punctuation, single spaces."""
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold()).split())
