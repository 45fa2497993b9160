"""Names of units and offices as a sentence writes them, where a document prints them in capitals."""

from __future__ import annotations

import re

_SMALL = ("dan", "di", "ke", "dari", "pada", "yang", "untuk", "atas", "dengan", "serta")
_ONSETS = re.compile(r"[bdfgkpst]r|[bfgkps]l|s[kmnptwy]|str|kh|kw|n[gy]|sw")
_CODAS = ("ng", "ks", "kh", "sh")


def proper(name: str) -> str:
    """A name in capitals or small letters throughout, with a capital for each word; any other as it is.

    Abbreviations keep their capitals: what can't be spoken as an Indonesian word (RSUD, BPKAD, II) is one.
    """
    if not (name.isupper() or name.islower()):
        return name
    return " ".join(_word(word, number) for number, word in enumerate(name.split()))


def _word(word: str, number: int) -> str:
    small = word.casefold()
    if small in _SMALL and number:
        return small
    if word.isupper() and not all(_spoken(part) for part in re.findall(r"[a-z]+", small)):
        return word
    return re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), small)


def _spoken(word: str) -> bool:
    """Whether a word in small letters begins and ends as Indonesian words do."""
    found = re.fullmatch(r"([^aeiou]*)([aeiou](?:.*[aeiou])?)([^aeiou]*)", word)
    if found is None or re.fullmatch(r"[ivx]+", word):
        return False
    onset, _, coda = found.groups()
    return (len(onset) < 2 or bool(_ONSETS.fullmatch(onset))) and (len(coda) < 2 or coda in _CODAS)
