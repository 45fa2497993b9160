"""The whole program on the made-up submissions: every seeded fault is found where it stands, and nothing else is."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

import pytest
from ruamel.yaml import YAML

from saksama.app.collect import collect
from saksama.app.work.options import opened
from saksama.checker import profile, rulebook
from saksama.checker.assess import assess, prepare
from saksama.checker.run import Hasil
from saksama.checker.submission import assemble
from saksama.parsers.resources import SAMPLES

FAULTS: list[dict[str, Any]] = YAML(typ="safe").load(SAMPLES / "kesalahan.yaml")


@cache
def outcomes(name: str) -> tuple[Hasil, ...]:
    book = rulebook.load()
    setting = prepare("uji", book, profile.load("kecamatan", book))
    with opened(1, tanpa_tembolok=False) as pool:
        found = collect((SAMPLES / name,), pool)
    return assess(assemble(found.files, found.keterangan, tanggal=dt.date(2025, 3, 10)), setting).hasil


def findings(name: str) -> set[tuple[str, str | None]]:
    return {(item.aturan, item.berkas) for item in outcomes(name) if item.temuan}


def test_the_clean_submission_has_no_findings() -> None:
    assert [(item.aturan, item.berkas, one.pesan) for item in outcomes("bersih") for one in item.temuan] == []


@pytest.mark.parametrize("name", ["bersih", "bermasalah"])
def test_no_rule_breaks(name: str) -> None:
    assert [(item.aturan, item.alasan) for item in outcomes(name) if item.status == "galat"] == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda one: one["aturan"])
def test_a_seeded_fault_is_found_in_its_file(fault: dict[str, Any]) -> None:
    seen = findings("bermasalah")
    assert (fault["aturan"], fault["berkas"]) in seen or (fault["aturan"], None) in seen
    rules = {rule for rule, _ in seen}
    assert set(fault.get("akibat", ())) <= rules


def test_nothing_but_the_seeded_faults_is_found() -> None:
    wanted = {rule for one in FAULTS for rule in (one["aturan"], *one.get("akibat", ()))}
    extra = [(item.aturan, item.berkas, one.pesan) for item in outcomes("bermasalah") for one in item.temuan]
    assert [one for one in extra if one[0] not in wanted] == []


def test_a_rule_fails_only_in_the_files_where_a_fault_was_seeded() -> None:
    places: dict[str, set[str | None]] = {}
    for one in FAULTS:
        places.setdefault(one["aturan"], {None}).add(one["berkas"])
    extra = [found for found in findings("bermasalah") if found[0] in places and found[1] not in places[found[0]]]
    assert extra == []
