"""Topics of recommendations (rules/topik.yaml): which rules can verify what an evaluation asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from saksama.checker.submission import fold
from saksama.checker.typed import convert, suggest
from saksama.parsers import yamlfile
from saksama.parsers.yamlfile import DataError


class Topik(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A note belongs to the topic when all words of one of its phrases occur in it, close together."""

    frasa: tuple[str, ...]
    aturan: tuple[str, ...]


def load(path: Path, rule_ids: Iterable[str] | None = None) -> Mapping[str, Topik]:
    """The topics by name; raises DataError with the line, also for a rule that is not among rule_ids (when given)."""
    file = yamlfile.load(path, f"rules/{path.name}")
    topics = convert(file, dict[str, Topik])
    known = None if rule_ids is None else list(rule_ids)
    for name, topic in topics.items():
        for index, rule_id in enumerate(topic.aturan):
            if known is not None and rule_id not in known:
                line = file.line((name, "aturan", index))
                raise DataError(file.name, line, f"aturan “{rule_id}” tidak ada.{suggest(rule_id, known)}")
    return topics


REACH = 20
"""How many words apart the words of a phrase may stand: a sentence, not a whole paragraph."""

_SPELT_OUT = {
    "pk": "perjanjian kinerja",
    "iku": "indikator kinerja utama",
    "lkjip": "laporan kinerja",
    "lkip": "laporan kinerja",
    "lakip": "laporan kinerja",
    "lkj": "laporan kinerja",
    "renaksi": "rencana aksi",
    "monev": "monitoring evaluasi",
    "notula": "notulen",
    "notulensi": "notulen",
}


def rules_for(text: str, topics: Mapping[str, Topik]) -> tuple[str, ...]:
    """The rules that can verify a note or recommendation, in the order of the file; () when no topic fits."""
    words = " ".join(_SPELT_OUT.get(word, word) for word in fold(text).split()).split()
    found = [
        rule
        for topic in topics.values()
        if any(_holds(words, phrase) for phrase in topic.frasa)
        for rule in topic.aturan
    ]
    return tuple(dict.fromkeys(found))


def _holds(words: Sequence[str], phrase: str) -> bool:
    """Whether all words of a phrase stand close together, in any order."""
    places = [[index for index, word in enumerate(words) if one.fullmatch(word)] for one in _patterns(phrase)]
    if not all(places):
        return False
    # From a place of any of its words on, each of the others must stand within reach.
    starts = sorted({index for found in places for index in found})
    return any(all(any(start <= at < start + REACH for at in found) for found in places) for start in starts)


@lru_cache(maxsize=1024)
def _patterns(phrase: str) -> tuple[re.Pattern[str], ...]:
    """A phrase word by word: "*" stands for more letters, "|" between words for one or the other."""
    words = phrase.casefold().replace("-", " ").split()
    return tuple(re.compile("|".join(_pattern(one) for one in word.split("|"))) for word in words)


def _pattern(word: str) -> str:
    return r"\w*".join(re.escape(re.sub(r"\W", "", part)) for part in word.split("*"))
