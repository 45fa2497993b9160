"""Sasaran and indikator matched across documents by their wording, not by equality.

Numbering, case, punctuation, spelling variants and word order are forgiven; the assignment is one-to-one and best
pairs first, so that two similar indicators are not swapped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec
from rapidfuzz import fuzz

_NUMBERING = re.compile(r"^\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s*|\d{1,2}(?:\.\d{1,2})+\.?\s+|[-–•*]\s*)+", re.I)
_SPELLINGS = (
    (re.compile(r"\b(?:prosentase|prosestase|persentasi|presentase|prosentasi)\b"), "persentase"),
    (re.compile(r"\b(?:tingkat persentase|persen)\b"), "persentase"),
    (re.compile(r"\bkab\b"), "kabupaten"),
    (re.compile(r"\bkec\b"), "kecamatan"),
    (re.compile(r"\b(?:jml)\b"), "jumlah"),
)
_BRACKETS = re.compile(r"[({\[][^(){}\[\]]{0,25}[)}\]]")
_NUMBER = re.compile(r"\b(?!(?:19|20)\d\d\b)\d+\b")
DIFFERENT_NUMBERS = 60.0
"""Likeness at most of wordings that differ in a number ("kelas 1", "kelas 2"): they name different things."""


@lru_cache(maxsize=20_000)
def normal(text: str) -> str:
    """A wording for matching: numbering, short bracketed units, case, punctuation and spelling variants gone."""
    bare = _BRACKETS.sub(" ", _NUMBERING.sub("", text.casefold()))
    words = " ".join(re.sub(r"[\W_]+", " ", bare).split())
    for pattern, spelling in _SPELLINGS:
        words = pattern.sub(spelling, words)
    return words


def likeness(a: str, b: str) -> float:
    """How alike two wordings are, 0 to 100; 100 for equal ones after normalisation."""
    x, y = normal(a), normal(b)
    if not x or not y:
        return 0.0
    if x == y:
        return 100.0
    # Joined letters forgive words broken or run together by a reader ("capai an", "armadaangkutan").
    joined = fuzz.ratio(x.replace(" ", ""), y.replace(" ", ""))
    score = max(fuzz.token_sort_ratio(x, y), joined)
    return score if sorted(_NUMBER.findall(x)) == sorted(_NUMBER.findall(y)) else min(score, DIFFERENT_NUMBERS)


class Pair(msgspec.Struct, frozen=True):
    """Item i of the one list belongs to item j of the other, so alike."""

    left: int
    right: int
    likeness: float


def pairs(left: Sequence[str], right: Sequence[str], threshold: float) -> list[Pair]:
    """One-to-one pairs at or above a threshold, the most alike first; equal likeness keeps the documents' order."""
    scored = sorted(
        (
            Pair(i, j, score)
            for i, a in enumerate(left)
            for j, b in enumerate(right)
            if (score := likeness(a, b)) >= threshold
        ),
        key=lambda pair: (-pair.likeness, pair.left, pair.right),
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    chosen = []
    for pair in scored:
        if pair.left not in used_left and pair.right not in used_right:
            used_left.add(pair.left)
            used_right.add(pair.right)
            chosen.append(pair)
    return sorted(chosen, key=lambda pair: pair.left)


def nearest(text: str, others: Sequence[str]) -> tuple[int, float] | None:
    """The most alike of several wordings and how alike it is; None when there are none."""
    if not others:
        return None
    best = max(range(len(others)), key=lambda index: likeness(text, others[index]))
    return best, likeness(text, others[best])


def mentions(text: str, other: str) -> float:
    """How far one text speaks of another, 0 to 100: shared words count, whatever else the other says."""
    return fuzz.token_set_ratio(normal(text), normal(other))
