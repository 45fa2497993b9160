"""Topics of recommendations (rules/topik.yaml): which rules can verify what an evaluation asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from saksama.checker.submission import fold
from saksama.checker.typed import convert, suggest
from saksama.parsers import yamlfile
from saksama.parsers.yamlfile import DataError


class Topik(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A note belongs to the topic when all words of one of its phrases occur in it."""

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


def rules_for(text: str, topics: Mapping[str, Topik]) -> tuple[str, ...]:
    """The rules that can verify a note or recommendation, in the order of the file; () when no topic fits."""
    words = set(fold(text).split())
    found = [
        rule
        for topic in topics.values()
        if any(_holds(words, phrase) for phrase in topic.frasa)
        for rule in topic.aturan
    ]
    return tuple(dict.fromkeys(found))


def _holds(words: set[str], phrase: str) -> bool:
    return all(_is_there(words, word) for word in phrase.casefold().replace("-", " ").split())


def _is_there(words: set[str], wanted: str) -> bool:
    if wanted.endswith("*"):
        return any(word.startswith(wanted[:-1]) for word in words)
    return re.sub(r"\W", "", wanted) in words
