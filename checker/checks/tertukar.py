"""Amounts of money that a sentence gives with two digits swapped, as its report's tables show."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from saksama.parsers.model import Document, Line

_AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d{3}){2,}(?![\d]|[.,]\d{3})")
_FEWEST = 7
"""Digits up to the last that is not 0: rounder amounts may well differ by two digits and both be right."""


class Tertukar(msgspec.Struct, frozen=True):
    """An amount as a sentence gives it, as the tables print it, and where the sentence stands."""

    line: Line
    narasi: str
    tabel: str


def swapped_amounts(document: Document) -> Iterator[Tertukar]:
    """Each amount of the prose that no table prints, but one does with two neighbouring digits the other way round.

    Recognised text is left out: there the slip may be the reader's.
    """
    scanned = {page.number for page in document.pages if page.scanned}
    printed: dict[str, str] = {}
    for table in document.tables:
        if table.location.halaman not in scanned:
            for cell in table.cells:
                printed.update((_digits(text), text) for text in _AMOUNT.findall(cell.text))
    seen: set[str] = set()
    for line in document.lines:
        if line.in_table or line.location.halaman in scanned:
            continue
        for match in _AMOUNT.finditer(line.text):
            digits = _digits(match[0])
            if digits in printed or digits in seen or len(digits.rstrip("0")) < _FEWEST:
                continue
            twins = [twin for twin in _twins(digits) if twin in printed]
            if len(twins) == 1:
                seen.add(digits)
                yield Tertukar(line, match[0], printed[twins[0]])


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _twins(digits: str) -> Iterator[str]:
    """The numbers that two neighbouring digits swapped would give."""
    for index in range(len(digits) - 1):
        if digits[index] != digits[index + 1]:
            yield digits[:index] + digits[index + 1] + digits[index] + digits[index + 2 :]
