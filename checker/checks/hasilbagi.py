"""Achievements that a report's sentences compute themselves: so much of a target of so much, or so many per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

import msgspec

from saksama.checker.checks.carahitung import computed
from saksama.parsers.model import Document, Line
from saksama.parsers.numbers import parse_number

_NUMBER = r"\d+(?:[.,]\d+)*"
_UNIT = r"(?:\s*%|\s+persen)?(?:\s+(?!dari\b|dan\b|atau\b|dengan\b|sehingga\b)[^\W\d_]+(?:/[^\W\d_]+)?){0,3}"
_FILLING = r"(?:\s+(?:kinerja|yang|ditetapkan|telah|sebesar|sebanyak|awal|adalah|mencapai|tahun\s+20\d\d))*"
_AMOUNTS_TO = (
    r"\s*,?\s*(?:\([^)%]*\)\s*)?(?:(?:atau|sehingga|dengan|tercapai|mencapai|capaian(?:nya)?|kinerja|persentase|"
    rf"tingkat|sebesar|adalah|\()\s*)+(?P<persen>{_NUMBER})\s*(?:%|persen)"
)
_OF_TARGET = (
    rf"(?<![\d.,])(?P<nyata>{_NUMBER}){_UNIT}\s+(?:\([^)]*\)\s*)?dari\s+(?:target|rencana){_FILLING}\s+"
    rf"(?P<target>{_NUMBER})"
)
_WAYS = (
    re.compile(rf"{_OF_TARGET}{_UNIT}{_AMOUNTS_TO}", re.IGNORECASE),
    re.compile(
        rf"target{_FILLING}\s+(?P<target>{_NUMBER}){_UNIT}\s*,?\s*(?:(?:dan|dengan|telah|dapat|hanya)\s+)*"
        rf"(?:di|ter)?(?:realisasi(?:nya|kan)?|capai){_FILLING}\s+(?P<nyata>{_NUMBER}){_UNIT}{_AMOUNTS_TO}",
        re.IGNORECASE,
    ),
)
_REACHED = re.compile(
    rf"ketercapaian(?:nya)?(?:\s+(?:sasaran|kinerja|tersebut|adalah|sebesar|mencapai))*\s+(?P<persen>{_NUMBER})\s*%",
    re.IGNORECASE,
)
_MEASURED = re.compile(r"\b(?:hasil\s+pengukuran|terukur)\b", re.IGNORECASE)
_ONE = re.compile(_OF_TARGET, re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[^\W\d_])")
_TOLERANCE = Decimal("0.1")


class Hasilbagi(msgspec.Struct, frozen=True):
    """A percentage that a sentence states, what its own figures give, and where."""

    line: Line
    teks: str
    tertulis: str
    hitung: Decimal


def wrong_quotients(document: Document) -> Iterator[Hasilbagi]:
    """The percentages that the figures beside them do not give, whichever way is better."""
    lines = [line for line in document.lines if not line.in_table]
    for line in lines:
        for pattern in _WAYS:
            for match in pattern.finditer(line.text):
                yield from _tested(line, match[0], match["target"], match["nyata"], match["persen"])
    sentences = [(text, line) for line in lines for text in _SENTENCE.split(line.text)]
    for (text, line), (after, _) in pairwise([*sentences, *sentences[-1:]]):
        yield from _explained(line, text, after)


def _explained(line: Line, text: str, after: str) -> Iterator[Hasilbagi]:
    """An achievement that is said to be measured by one result and its target, in the same sentence or the next."""
    reached = list(_REACHED.finditer(text))
    if len(reached) != 1 or re.search(r"\bmisi\b", text[: reached[0].end()], re.IGNORECASE):
        return
    rest = text[reached[0].end() :]
    if not _MEASURED.search(rest):
        if not after.casefold().startswith("ketercapaian") or not _MEASURED.search(after):
            return
        rest = after
    parts: Sequence[re.Match[str]] = list(_ONE.finditer(rest))
    if len(parts) == 1 and len(re.findall(r"\btarget\b", rest, re.IGNORECASE)) == 1:
        yield from _tested(line, text, parts[0]["target"], parts[0]["nyata"], reached[0]["persen"])


def _tested(line: Line, text: str, target: str, reached: str, stated: str) -> Iterator[Hasilbagi]:
    numbers = [parse_number(one.rstrip(".,")) for one in (target, reached, stated)]
    if any(number is None or number.lain is not None for number in numbers):
        return
    aim, result, share = (number.nilai for number in numbers if number is not None)
    decimals = len(found[1]) if (found := re.search(r"[.,](\d+)$", stated)) else 0
    allowed = max(_TOLERANCE, Decimal("0.51").scaleb(-decimals))
    ways = [way.nilai for way in computed(aim, result, None)]
    if not ways or not share or any(abs(way - share) <= allowed for way in ways):
        return
    if Decimal("0.4") < ways[0] / share < Decimal("2.5"):
        yield Hasilbagi(line, " ".join(text.split()), stated, ways[0])
