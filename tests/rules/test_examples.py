"""Every rule's own examples, and that no rule drops out unseen."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from saksama.checker import rulebook
from saksama.checker.examples import run_examples
from saksama.checker.rulebook import Rulebook
from saksama.checker.tools import Tools
from saksama.parsers.resources import RULES

IDS = sorted(path.stem for path in (RULES / "aturan").rglob("*.yaml"))
COMMITTED = (Path(__file__).parent / "daftar-aturan.txt").read_text(encoding="utf-8").split()
TOOLS = Tools()


@cache
def book() -> Rulebook:
    return rulebook.load()


@pytest.mark.parametrize("rule_id", IDS)
def test_the_examples_of_a_rule_end_as_they_say(rule_id: str) -> None:
    failures = run_examples(book()[rule_id], book(), TOOLS)
    assert [f"contoh {failure.nomor}: {failure.pesan}" for failure in failures] == []


@pytest.mark.parametrize("rule_id", IDS)
def test_an_active_rule_shows_what_passes_and_what_fails(rule_id: str) -> None:
    rule = book()[rule_id].rule
    shown = {key for example in rule.contoh for key in example}
    assert rule.status != "aktif" or {"lulus", "temuan"} <= shown


def test_the_rules_are_those_of_the_committed_list() -> None:
    # A new rule is added to the list in the same commit; an id is never taken out, its rule is retired (pensiun).
    assert sorted(COMMITTED) == IDS


def test_a_rule_lies_in_the_folder_of_its_group() -> None:
    stray = [path for path in (RULES / "aturan").rglob("*.yaml") if path.stem.split("-")[0].lower() != path.parent.name]
    assert stray == []


@pytest.mark.parametrize("rule_id", IDS)
def test_a_message_reads_as_a_sentence(rule_id: str) -> None:
    rule = book()[rule_id].rule
    for text in (rule.pesan, rule.saran):
        # A message may end in a value that is itself a sentence.
        assert text.rstrip().endswith((".", "?", "!", "}")), text
        assert "  " not in text
