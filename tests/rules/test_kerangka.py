"""The evaluation frameworks and the review form: complete, weighted right, and honest about what a finding is about."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from saksama.checker import checklist, frameworks
from saksama.checker.framework import Framework
from saksama.checker.run import Hasil, Temuan
from saksama.checker.score import score, total
from saksama.parsers.resources import RULES

SHARED = Path(__file__).resolve().parents[3] / "shared"
LAWS = ("permenpan-88-2021", "perwali-probolinggo-30-2020", "kalaena-2023")
IDS = [path.stem for path in (RULES / "aturan").rglob("*.yaml")]


OWN = Path(__file__).resolve().parents[2] / "docs" / "profil-daerah" / "lke-sukamaju.yaml"


def load(name: str) -> Framework:
    return frameworks.load(name, RULES, IDS, LAWS)


@pytest.mark.parametrize(
    ("name", "weights", "criteria"),
    [
        ("permenpan-88-2021-unit", (30, 30, 15, 25), 80),
        ("probolinggo-30-2020", (30, 25, 15, 10, 20), 0),
        ("kalaena-2023", (35, 20, 15, 10, 20), 0),
        (str(OWN), (30, 30, 15, 15, 10), 80),
    ],
)
def test_weights_and_criteria(name: str, weights: tuple[int, ...], criteria: int) -> None:
    found = load(name)
    assert tuple(one.bobot for one in found.komponen) == weights
    assert sum(len(sub.kriteria) for one in found.komponen for sub in one.subkomponen) == criteria


def test_every_criterion_has_its_own_question_and_place() -> None:
    found = load("permenpan-88-2021-unit")
    criteria = [one for part in found.komponen for sub in part.subkomponen for one in sub.kriteria]
    assert len({one.id for one in criteria}) == len({one.pertanyaan for one in criteria}) == 80
    for part in found.komponen:
        for sub in part.subkomponen:
            assert [one.id for one in sub.kriteria] == [f"{sub.id}.{n}" for n in range(1, len(sub.kriteria) + 1)]
            assert sub.id.startswith(part.id)


def test_a_prerequisite_is_decided_before_what_is_built_on_it() -> None:
    criteria = [one for part in load("permenpan-88-2021-unit").komponen for s in part.subkomponen for one in s.kriteria]
    order = {one.id: index for index, one in enumerate(criteria)}
    assert [one.id for one in criteria for before in one.prasyarat if order[before] >= order[one.id]] == []


def test_the_worked_example_of_purbalingga() -> None:
    found = load("permenpan-88-2021-unit")
    subs = [sub.id for part in found.komponen for sub in part.subkomponen]
    grades = dict(zip(subs, ["B", "B", "CC", "B", "CC", "CC", "B", "B", "B", "CC", "CC", "B"], strict=True))
    values, value, predicate = total(found, grades)
    assert [str(one) for one in values.values()] == ["19.50", "18.60", "10.50", "16.25"]
    assert (value, predicate) == (Decimal("64.85"), "B")


@pytest.mark.parametrize(
    ("value", "kode"), [("90.00", "A"), ("90.01", "AA"), ("60.00", "CC"), ("60.01", "B"), ("0", "D")]
)
def test_predicates_are_half_open(value: str, kode: str) -> None:
    assert load("permenpan-88-2021-unit").predicate(Decimal(value)).kode == kode


@pytest.mark.parametrize(("met", "kode"), [(4, "BB"), (3, "CC"), (2, "C"), (1, "D"), (0, "E")])
def test_the_share_of_criteria_met_gives_the_grade(met: int, kode: str) -> None:
    assert load("permenpan-88-2021-unit").grade(met, 4) == kode


def absent(rule: str, **nilai: str) -> Hasil:
    found = Temuan(sidik="a", keparahan="kritis", keyakinan="tinggi", pesan="p", saran="s", nilai=nilai, bukti=())
    return Hasil(aturan=rule, status="temuan", berkas=None, alasan=None, temuan=(found,))


def proposals(*hasil: Hasil) -> dict[str, str | None]:
    lke = score(load("permenpan-88-2021-unit"), hasil)
    return {one.id: one.usulan for part in lke.komponen for sub in part.subkomponen for one in sub.kriteria}


def test_a_missing_pkpk_says_nothing_against_the_renstra() -> None:
    found = proposals(absent("BRK-001", dokumen="Pengukuran kinerja (PKPK) triwulan III"))
    assert (found["1.a.3"], found["1.a.4"], found["3.a.1"]) == ("ya", "ya", "ya")
    assert found["1.c.4"] == found["2.b.4"] == found["3.a.2"] == "tidak"


def test_each_required_document_has_its_criterion() -> None:
    for name, criterion in {
        "Renstra": "1.a.3",
        "Renja atau DPA tahun 2024": "1.a.4",
        "Perjanjian Kinerja tahun 2024": "1.a.4",
        "Rencana Aksi tahun 2024": "1.a.5",
        "Laporan Kinerja (LKjIP) tahun 2024": "3.a.1",
        "LHE tahun sebelumnya": "4.a.2",
    }.items():
        assert proposals(absent("BRK-001", dokumen=name))[criterion] == "tidak", name


def test_the_names_in_hanya_are_those_the_rules_use() -> None:
    wanted = {
        ("BRK-001", "dokumen"): _names("brk/BRK-001", r"nama: (.*?), jenis"),
        ("BRK-007", "lingkup"): _names("brk/BRK-007", r"(?:perencanaan|pengukuran|evaluasi): ([^,}]*)"),
    }
    found = load("permenpan-88-2021-unit")
    used = [one for part in found.komponen for sub in part.subkomponen for one in sub.kriteria]
    for (rule, value), names in wanted.items():
        starts = [start for one in used for start in one.hanya.get(rule, {}).get(value, ())]
        assert starts
        assert [start for start in starts if not any(name.startswith(start) for name in names)] == []


def _names(rule: str, pattern: str) -> list[str]:
    return re.findall(pattern, (RULES / "aturan" / f"{rule}.yaml").read_text(encoding="utf-8"))


def test_the_review_form_has_23_statements() -> None:
    found = checklist.load(RULES, IDS)
    sections = [one.id.partition(".")[0] for one in found]
    assert (sections.count("I"), sections.count("II"), sections.count("III")) == (6, 7, 10)
    assert len({one.id for one in found}) == 23


@pytest.mark.corpus
def test_the_words_of_the_criteria_are_those_of_the_regulation() -> None:
    source = SHARED / "lke" / "permenpan-88-2021-unit.yaml"
    if not source.exists():
        pytest.skip("teks peraturan tidak tersedia di ../shared")
    parts = YAML(typ="safe").load(source)["komponen"]
    printed = {one["id"]: one["teks"] for part in parts for sub in part["subkomponen"] for one in sub["kriteria"]}
    found = load("permenpan-88-2021-unit")
    ours = {one.id: one.teks for part in found.komponen for sub in part.subkomponen for one in sub.kriteria}
    assert ours == printed
