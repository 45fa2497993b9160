"""Verdicts on real documents against what a careful person found: no false alarm, and few faults missed."""

from __future__ import annotations

import csv
import json
from functools import cache
from typing import Any

import pytest

from saksama.app.collect import collect
from saksama.app.setting import load_setting
from saksama.app.work.options import opened
from saksama.checker.assess import assess
from saksama.checker.profile import DEFAULT
from saksama.checker.run import Status, roll_up
from saksama.checker.submission import assemble
from saksama.parsers.resources import ROOT

SHARED = ROOT.parent / "shared"
GROUPS = ("BRK", "PK", "RA", "PKPK", "IND")
pytestmark = pytest.mark.corpus


@cache
def judged() -> list[tuple[str, str, str, Status]]:
    """(file, rule, what the person says, what the program says) for the documents that have a text layer."""
    manifest = SHARED / "corpus" / "MANIFEST.tsv"
    if not manifest.exists():
        pytest.skip(f"{manifest} is not there")
    with manifest.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        readable = {row["file"] for row in rows if row["text_layer"] == "text"}
    found: list[tuple[str, str, str, Status]] = []
    setting = load_setting(DEFAULT, None)
    for path in sorted((SHARED / "truth").glob("*.json")):
        truth: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if truth["berkas"] not in readable:
            continue
        with opened(1, tanpa_tembolok=False) as pool:
            collected = collect((SHARED / "corpus" / truth["berkas"],), pool)
        run = assess(assemble(collected.files, collected.keterangan, single=True), setting)
        for rule, verdict in truth["aturan"].items():
            if rule.split("-")[0] in GROUPS:
                said = verdict if isinstance(verdict, str) else verdict["vonis"]
                outcome = roll_up(item.status for item in run.hasil if item.aturan == rule)
                found.append((truth["berkas"], rule, said, outcome))
    return found


def test_no_false_alarm() -> None:
    assert [item for item in judged() if item[2] in ("lulus", "tidak_berlaku") and item[3] == "temuan"] == []


def test_nine_faults_in_ten_are_found() -> None:
    faults = [item for item in judged() if item[2] == "temuan"]
    missed = [item for item in faults if item[3] != "temuan"]
    assert len(faults) > 30
    assert len(missed) <= len(faults) / 10, missed
