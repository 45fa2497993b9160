"""Names of units: when two of them mean one, whatever their region and spelling."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from saksama.checker.submission import fold

_REGION = re.compile(r"(?<=\w)\s+(?:pemerintah\s+)?(?:kabupaten|kota|provinsi)\b.*")
_HEADS = re.compile(r"\b(kantor|kecamatan|dinas|badan|inspektorat|kelurahan|daerah|kabupaten|kota|provinsi)\b")


def region_of(folded: str) -> str:
    """The region in a folded name of a unit ("kabupaten sukamaju"); "" for none."""
    match = _REGION.search(folded)
    return match[0].strip() if match else ""


def same_unit(a: str, b: str, likeness: int) -> bool:
    """Whether two names mean one unit: the shorter stands in the longer, region and spelling forgiven."""
    x, y = fold(a), fold(b)
    here, there = region_of(x).split(" ", 1), region_of(y).split(" ", 1)
    if len(here) == len(there) == 2 and here[0] == there[0] and fuzz.ratio(here[1], there[1]) < likeness:
        return False
    short, long = sorted((x, y), key=len)
    if long.startswith(short) or f" {short}" in long:
        return True
    # The head word ("kecamatan") is shared by every unit of that kind, the region by all its units; what tells them
    # apart stands between.
    plain = [own_words(_REGION.sub("", text)) for text in (x, y)]
    if not all(plain):
        plain = [own_words(x), own_words(y)]
    return all(plain) and fuzz.token_set_ratio(*plain) >= likeness


def own_words(folded: str) -> str:
    """A folded name without the words that every unit of a kind shares."""
    return " ".join(_HEADS.sub(" ", folded).split())
