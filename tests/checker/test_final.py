"""What counts in the end: answers over proposals, the control logic, the value; and what the drafts say of it."""

from __future__ import annotations

import json

import pytest

from saksama.checker import answers, drafts, frameworks, profile, rulebook
from saksama.checker.answers import Isian, Jawaban
from saksama.checker.final import settle, total
from saksama.checker.lke import LKE
from saksama.checker.outcome import Hasil
from saksama.checker.score import score
from saksama.checker.tools import Tools
from saksama.parsers.resources import RULES

KERANGKA = "permenpan-88-2021-unit"


@pytest.fixture(scope="module")
def proposal() -> LKE:
    """A worksheet in which every criterion with rules is proposed as met."""
    spec = frameworks.read(KERANGKA, RULES)
    ids = {rule for part in spec.komponen for sub in part.subkomponen for item in sub.kriteria for rule in item.aturan}
    return score(spec, [Hasil(rule, "lulus", "a.docx") for rule in sorted(ids)])


def given(lke: LKE, **by_id: tuple[str, ...]) -> LKE:
    """The worksheet with answers: id (dots as underscores) = (jawaban, alasan, catatan)."""
    found = {key.replace("_", ".").lstrip("."): Isian(*texts) for key, texts in by_id.items()}
    taken = Jawaban(KERANGKA, found)
    assert not list(answers.problems(taken, lke))
    return settle(answers.apply(lke, taken))


def said(lke: LKE) -> tuple[str, ...]:
    book = rulebook.load(RULES)
    return drafts.problems(lke, profile.load("kabupaten-kota", book), Tools(RULES))


def criterion(lke: LKE, id_: str):
    return next(item for part in lke.komponen for sub in part.subkomponen for item in sub.kriteria if item.id == id_)


def test_without_answers_the_proposal_stands(proposal: LKE) -> None:
    settled = settle(proposal)
    assert settled.nilai_akhir is None
    assert total(settled) == proposal.nilai
    assert [sub.akhir for part in settled.komponen for sub in part.subkomponen] == [
        sub.gradasi for part in proposal.komponen for sub in part.subkomponen
    ]
    assert said(settled) == ()


def test_an_answer_stands_beside_the_proposal_and_takes_down_what_is_built_on_it(proposal: LKE) -> None:
    settled = given(proposal, _1_a_4=("tidak", "PK tidak berlaku"))
    assert (criterion(settled, "1.a.4").usulan, criterion(settled, "1.a.4").akhir) == ("ya", "tidak")
    assert (criterion(settled, "1.b.1").usulan, criterion(settled, "1.b.1").akhir) == ("ya", "tidak")
    assert settled.nilai_akhir is not None
    assert settled.nilai_akhir < proposal.nilai
    assert settled.nilai == proposal.nilai


def test_the_evaluators_grade_counts_over_the_criteria(proposal: LKE) -> None:
    settled = given(proposal, _1_a=("A", "Ada inovasi"), _1_a_2=("ya", "RPJPD ada"))
    sub = settled.komponen[0].subkomponen[0]
    assert (sub.gradasi, sub.jawaban, sub.akhir) == ("BB", "A", "A")
    assert said(settled) == ()


def test_answers_that_contradict_each_other_are_told_and_kept(proposal: LKE) -> None:
    settled = given(proposal, _1_a_4=("tidak", "Tidak ada PK"), _1_b_1=("ya", "Sudah diformalkan"))
    assert criterion(settled, "1.b.1").akhir == "ya"
    assert any("LKE-006" in text and "1.b.1" in text for text in said(settled))


def test_a_note_that_denies_its_answer_is_told(proposal: LKE) -> None:
    settled = given(proposal, _2_a=("BB", "", "Sebagian indikator belum mempunyai definisi operasional"))
    assert any("LKE-003" in text for text in said(settled))


def test_a_full_grade_over_unmet_criteria_is_told(proposal: LKE) -> None:
    settled = given(proposal, _2_a=("AA", "Inovatif"), _2_a_3=("tidak", "Mekanisme tidak ada"))
    assert any("2.a bergradasi AA" in text and "2.a.3" in text for text in said(settled))


def test_an_answer_unlike_the_proposal_wants_a_reason(proposal: LKE) -> None:
    assert any("tanpa alasan pada 1.a.1" in text for text in said(given(proposal, _1_a_1=("tidak",))))


@pytest.mark.parametrize(
    ("kerangka", "id_", "jawaban", "why"),
    [
        ("kalaena-2023", "1.a", "BB", "kerangka"),
        (KERANGKA, "9.z", "ya", "bukan kriteria"),
        (KERANGKA, "1.a", "ya", "tidak dikenal"),
        (KERANGKA, "1.a.1", "BB", "tidak dikenal"),
    ],
)
def test_foreign_answers_are_refused(proposal: LKE, kerangka: str, id_: str, jawaban: str, why: str) -> None:
    (told,) = answers.problems(Jawaban(kerangka, {id_: Isian(jawaban)}), proposal)
    assert why in told


def test_answers_survive_their_file() -> None:
    taken = Jawaban(
        KERANGKA, {"1.a": Isian("BB", "Lengkap"), "1.a.1": Isian(catatan="Dilihat")}, "Kecamatan Mekarsari", 2024
    )
    data = answers.to_json(taken)
    assert answers.from_json(data) == taken
    assert json.loads(data)["jawaban"]["1.a.1"] == {"catatan": "Dilihat"}
