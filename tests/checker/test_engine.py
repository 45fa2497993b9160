"""How verdicts become outcomes: roll-up, levels, broken checks, fingerprints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from saksama.checker import engine
from saksama.checker.checks.base import Case, Offence, Params, Verdict
from saksama.checker.rulebook import BoundRule
from saksama.checker.run import ROLLUP, Hasil, roll_up, summarise
from saksama.checker.submission import Submission
from saksama.checker.tools import Tools
from saksama.parsers.model import Location
from saksama.parsers.records.types import At

Make = Callable[..., Any]
TOOLS = Tools()


def run(make_profile: Make, rule: BoundRule, submission: Submission) -> tuple[Hasil, ...]:
    return engine.evaluate(submission, make_profile(rule), TOOLS)


def with_check(rule: BoundRule, function: Callable[[Case, Params], Verdict], scope: Any = "rekaman") -> BoundRule:
    return msgspec.structs.replace(rule, check=msgspec.structs.replace(rule.check, run=function, scope=scope))


PK = {"pihak_pertama": {"jabatan": "Camat"}}
FULL = {"pihak_pertama": {"nama": "Sari", "jabatan": "Camat"}}


def test_the_worst_state_stands_for_several() -> None:
    assert roll_up(["lulus"] * 9 + ["tidak_ada"]) == "tidak_ada"
    assert roll_up(["temuan", "galat"]) == "galat"
    assert roll_up(["tidak_berlaku", "lulus"]) == "lulus"
    assert roll_up([]) == "tidak_ada"
    assert [roll_up(ROLLUP[index:]) for index in range(len(ROLLUP))] == list(ROLLUP)


def test_a_finding_carries_message_remedy_and_place(make_rule: Make, make_profile: Make, make_file: Make) -> None:
    files = make_file("pk.pdf", "perjanjian_kinerja", PK)
    (outcome,) = run(make_profile, make_rule(), _single(files))
    (finding,) = outcome.temuan
    assert (outcome.status, outcome.berkas) == ("temuan", "pk.pdf")
    assert (finding.pesan, finding.saran) == ("Pihak pertama tanpa nama.", "Isi nama.")
    assert (finding.bukti[0].halaman, finding.bukti[0].baris) == (1, 1)


def _single(*files: Any) -> Submission:
    from saksama.checker.submission import Keterangan, assemble  # noqa: PLC0415

    return assemble(files, Keterangan(), single=len(files) == 1)


def test_a_broken_check_is_an_error_and_no_finding(make_rule: Make, make_profile: Make, make_file: Make) -> None:
    def broken(case: Case, params: Params) -> Verdict:
        raise KeyError("target")

    files = make_file("pk.pdf", "perjanjian_kinerja", FULL)
    (outcome,) = run(make_profile, with_check(make_rule(), broken), _single(files))
    assert (outcome.status, outcome.temuan) == ("galat", ())
    assert outcome.alasan is not None
    assert "XX-001" in outcome.alasan
    assert "KeyError" in outcome.alasan


def test_an_error_in_one_record_hides_no_finding_as_a_pass(
    make_rule: Make, make_profile: Make, make_file: Make
) -> None:
    def half(case: Case, params: Params) -> Verdict:
        if case.isi.pihak_pertama.nama is None:
            raise ValueError("x")
        return Verdict("lulus")

    files = make_file("pk.pdf", "perjanjian_kinerja", FULL, PK)
    (outcome,) = run(make_profile, with_check(make_rule(), half), _single(files))
    assert outcome.status == "galat"


def test_every_rule_has_an_outcome_even_without_documents(make_rule: Make, make_profile: Make) -> None:
    (outcome,) = run(make_profile, make_rule(), _single())
    assert outcome.status == "tidak_ada"
    assert outcome.alasan == "Tidak ada berkas perjanjian kinerja yang dikenali."


def test_a_deselected_rule_says_why(make_rule: Make, make_profile: Make, make_file: Make) -> None:
    chosen = make_profile(make_rule(), deselected={"XX-001": "Tidak dipakai."})
    files = make_file("pk.pdf", "perjanjian_kinerja", PK)
    assert engine.evaluate(_single(files), chosen, TOOLS) == (
        Hasil("XX-001", "tidak_dipilih", alasan="Tidak dipakai."),
    )


def test_a_file_without_records_is_not_a_pass(make_rule: Make, make_profile: Make, make_file: Make) -> None:
    (outcome,) = run(make_profile, make_rule(), _single(make_file("pk.pdf", "perjanjian_kinerja")))
    assert outcome.status == "tidak_ada"


LEVELS = "berlaku_untuk: {jenis: [perjanjian_kinerja], tingkat: [kepala_pd]}"


@pytest.mark.parametrize(
    ("level", "record", "status"),
    [
        ("kepala_pd", PK, "temuan"),
        ("pelaksana", PK, "tidak_berlaku"),
        (None, PK, "telaah_manual"),
        (None, FULL, "lulus"),
    ],
)
def test_a_rule_for_certain_levels(
    make_rule: Make, make_profile: Make, make_file: Make, rule_text: str, level: str, record: Any, status: str
) -> None:
    rule = make_rule(rule_text.replace("berlaku_untuk: {jenis: [perjanjian_kinerja]}", LEVELS))
    files = make_file("pk.pdf", "perjanjian_kinerja", {**record, **({"tingkat": level} if level else {})})
    (outcome,) = run(make_profile, rule, _single(files))
    assert outcome.status == status


@pytest.mark.parametrize("scope", ["pengajuan", "susulan"])
def test_a_single_file_decides_nothing_about_the_whole(
    make_rule: Make, make_profile: Make, make_file: Make, scope: Any
) -> None:
    rule = with_check(make_rule(), lambda case, params: Verdict("lulus"), scope)
    one, two = (make_file(name, "perjanjian_kinerja", FULL) for name in ("a.pdf", "b.pdf"))
    assert run(make_profile, rule, _single(one))[0].status == "tidak_ada"
    assert run(make_profile, rule, _single(one, two))[0].status == "lulus"


def test_a_comparison_is_reported_on_the_document_to_be_corrected(
    make_rule: Make, make_profile: Make, make_file: Make
) -> None:
    def compare(case: Case, params: Params) -> Verdict:
        return Verdict("temuan", None, tuple(Offence({"isian": "x"}, (), berkas=name) for name in ("b.pdf", "a.pdf")))

    files = [make_file(name, "perjanjian_kinerja", FULL) for name in ("a.pdf", "b.pdf")]
    found = run(make_profile, with_check(make_rule(), compare, "pengajuan"), _single(*files))
    assert [item.berkas for item in found] == ["a.pdf", "b.pdf"]


def test_doubt_about_the_kind_of_file_lowers_the_confidence(
    make_rule: Make, make_profile: Make, make_file: Make
) -> None:
    files = make_file("pk.pdf", "perjanjian_kinerja", PK, keyakinan="rendah")
    (outcome,) = run(make_profile, make_rule(), _single(files))
    assert outcome.temuan[0].keyakinan == "rendah"


def test_a_fingerprint_knows_nothing_of_pages_rows_case_and_punctuation() -> None:
    one = engine.fingerprint("PK-013", "perjanjian_kinerja|2024|camat", "Indeks Kepuasan, Masyarakat", "target")
    assert one == engine.fingerprint("PK-013", "perjanjian_kinerja|2024|camat", "indeks kepuasan masyarakat", "Target")
    others = [
        engine.fingerprint("PK-012", "perjanjian_kinerja|2024|camat", "Indeks Kepuasan, Masyarakat", "target"),
        engine.fingerprint("PK-013", "perjanjian_kinerja|2024|sekcam", "Indeks Kepuasan, Masyarakat", "target"),
        engine.fingerprint("PK-013", "perjanjian_kinerja|2024|camat", "Indeks Kepuasan, Masyarakat", "satuan"),
    ]
    assert one not in others
    assert len(set(others)) == 3


def test_the_same_finding_elsewhere_on_the_page_keeps_its_fingerprint(
    make_rule: Make, make_profile: Make, make_file: Make
) -> None:
    def at(page: int) -> str:
        jabatan = At("Camat", Location("pk.pdf", halaman=page, baris=page))
        files = make_file("pk.pdf", "perjanjian_kinerja", {"tahun": 2024, "pihak_pertama": {"jabatan": jabatan}})
        return str(run(make_profile, make_rule(), _single(files))[0].temuan[0].sidik)

    assert at(1) == at(7)


def test_equal_fingerprints_are_numbered(make_rule: Make, make_profile: Make, make_file: Make) -> None:
    def twice(case: Case, params: Params) -> Verdict:
        return Verdict("temuan", None, (Offence({"isian": "a"}, ()), Offence({"isian": "b"}, ())))

    files = make_file("pk.pdf", "perjanjian_kinerja", FULL)
    first, second = run(make_profile, with_check(make_rule(), twice), _single(files))[0].temuan
    assert second.sidik == f"{first.sidik}-2"


def test_two_officials_do_not_share_a_fingerprint(make_rule: Make, make_profile: Make, make_file: Make) -> None:
    posts = [{"tahun": 2024, "pihak_pertama": {"jabatan": post}} for post in ("Camat", "Sekretaris Camat")]
    files = make_file("pk.pdf", "perjanjian_kinerja", *posts)
    (outcome,) = run(make_profile, make_rule(), _single(files))
    assert len({finding.sidik for finding in outcome.temuan}) == 2


def test_an_unprinted_cell_is_shown_at_its_row(make_rule: Make, make_profile: Make, make_file: Make) -> None:
    place = Location("pk.pdf", halaman=3, tabel=2, baris=5, kolom="jabatan")
    files = make_file("pk.pdf", "perjanjian_kinerja", {"pihak_pertama": {"jabatan": At("Camat", place)}})
    (outcome,) = run(make_profile, make_rule(), _single(files))
    bukti = outcome.temuan[0].bukti[0]
    assert (bukti.halaman, bukti.tabel, bukti.baris, bukti.kolom) == (3, 2, 5, None)


def test_the_counts_add_up_to_the_rules(make_rule: Make, make_profile: Make, make_file: Make) -> None:
    files = [make_file(name, "perjanjian_kinerja", record) for name, record in (("a.pdf", PK), ("b.pdf", FULL))]
    found = run(make_profile, make_rule(), _single(*files))
    counts = summarise(found)
    assert sum(counts[status] for status in ROLLUP) == 1
    assert counts["temuan"] == 1
