"""The profiles: which rules each uses is committed, and a regency's own one works by editing YAML only."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner

from saksama.app.collect import collect
from saksama.app.rules import aturan
from saksama.app.work.options import opened
from saksama.checker import profile, rulebook
from saksama.checker.assess import assess, prepare
from saksama.checker.submission import assemble
from saksama.parsers.resources import RULES, SAMPLES

ROOT = Path(__file__).resolve().parents[2]
LISTS = Path(__file__).parent / "daftar"
PROFILES = profile.available(RULES)
OWN = ROOT / "docs" / "profil-daerah" / "sukamaju.yaml"


@pytest.mark.parametrize("name", PROFILES)
def test_the_rules_of_a_profile_are_those_of_its_committed_list(name: str) -> None:
    done = CliRunner().invoke(aturan, ["daftar", "--profil", name], standalone_mode=False)
    committed = (LISTS / f"{name}.txt").read_text(encoding="utf-8")
    assert done.output == committed, "bila memang berubah: make daftar"


def test_no_profile_is_without_a_list_and_no_list_without_a_profile() -> None:
    assert sorted(path.stem for path in LISTS.glob("*.txt")) == sorted(PROFILES)


def test_a_province_is_judged_by_the_names_of_provinces() -> None:
    rules = profile.load("provinsi", rulebook.load()).rules
    assert {rules[f"NOM-00{n}"].params.pemda for n in range(1, 7)} == {"prov"}  # type: ignore[attr-defined]


def test_a_ministry_has_its_own_ranks_and_no_regional_nomenclature() -> None:
    found = profile.load("kementerian-unit", rulebook.load())
    assert {rule_id for rule_id in found.deselected if rule_id.startswith("NOM")} == {f"NOM-00{n}" for n in range(1, 7)}
    assert found.rules["PK-015"].params.atasan["Direktur Jenderal"] == ("Menteri",)  # type: ignore[attr-defined]


def test_the_worked_example_of_a_regency_changes_what_its_page_says() -> None:
    book = rulebook.load()
    with opened(1, tanpa_tembolok=False) as pool:
        found = collect((SAMPLES / "bersih",), pool)
    submission = assemble(found.files, found.keterangan, tanggal=dt.date(2025, 3, 10))
    usual, own = (
        {(item.aturan, item.berkas, item.status) for item in assess(submission, prepare("uji", book, used)).hasil}
        for used in (profile.load("kecamatan", book), profile.load(str(OWN), book))
    )
    changed = {(rule, status) for rule, _, status in own - usual}
    assert changed == {("PK-010", "temuan"), ("LKJ-023", "temuan"), ("LKJ-013", "tidak_dipilih")}
