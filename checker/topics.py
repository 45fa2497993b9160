"""Topics of recommendations (rules/topik.yaml): which rules can verify what an evaluation asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
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


def rules_for(text: str, topics: Mapping[str, Topik]) -> tuple[str, ...]:
    """The rules that can verify a note or recommendation, in the order of the file; () when no topic fits."""
    words = fold(text).split()
    found = [
        rule
        for topic in topics.values()
        if any(_holds(words, phrase) for phrase in topic.frasa)
        for rule in topic.aturan
    ]
    return tuple(dict.fromkeys(found))


def _holds(words: Sequence[str], phrase: str) -> bool:
    """Whether all words of a phrase stand close together, in any order."""
    wanted = [re.sub(r"[^\w*]", "", word) for word in phrase.casefold().replace("-", " ").split()]
    starts = [index for index, word in enumerate(words) if any(_is(word, one) for one in wanted)]
    return any(all(any(_is(word, one) for word in words[start : start + REACH]) for one in wanted) for start in starts)


def _is(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted
