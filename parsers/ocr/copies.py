"""Pages of a scan that show the same sheet twice in a row: a second try that was not taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from saksama.parsers.pdf.page import PageLayout

_LEAST_WORDS = 30
_ALIKE = 0.95


def copies(pages: Sequence[PageLayout]) -> dict[int, int]:
    """The numbers of scanned pages that only repeat the page before, each with the number of the first of them.

    The same words in the same order, give or take what is read differently, and exactly the same figures: papers of two
    officials differ in their NIP at least.
    """
    found: dict[int, int] = {}
    for before, page in pairwise(pages):
        if not (before.scanned and page.scanned):
            continue
        one, other = _words(before), _words(page)
        if min(len(one), len(other)) < _LEAST_WORDS or _figures(one) != _figures(other):
            continue
        if SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE:
            found[page.number] = found.get(before.number, before.number)
    return found


def _words(page: PageLayout) -> list[str]:
    texts = [*(line.text for line in page.lines), *(cell.text for table in page.tables for cell in table.cells)]
    return re.findall(r"\w+", " ".join(texts).casefold())


def _figures(words: Sequence[str]) -> list[str]:
    return [word for word in words if len(word) > 1 and word.isdigit()]
