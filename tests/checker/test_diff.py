"""What became of each finding between two runs, and never "repaired" for what was not looked at again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from saksama.checker.diff import KEADAAN, Perbandingan, compare
from saksama.checker.run import Alat, BerkasRun, BukuAturan, Hasil, Run, Temuan

FILE, ROLE = "pk.docx", "perjanjian_kinerja|2024|camat sukamaju"


def finding(sidik: str = "s1") -> Temuan:
    return Temuan(sidik, "mayor", "tinggi", f"Temuan {sidik}.", "", {}, (), peran=ROLE)


def make(hasil: Sequence[Hasil], files: Sequence[str] = (FILE,), roles: tuple[str, ...] = (ROLE,)) -> Run:
    berkas = tuple(BerkasRun(name, "0", "perjanjian_kinerja", "tinggi", "docx", peran=roles) for name in files)
    return Run(
        alat=Alat("0"), buku_aturan=BukuAturan("uji", "1", "0"), profil="kecamatan", parameter={}, unit="Kec. Sukamaju",
        tahun=2024, tanggal=None, berkas=berkas, aturan=(), hasil=tuple(hasil), lke=None, reviu=(), ringkasan={},
    )  # fmt: skip


def states(found: Perbandingan) -> dict[str, int]:
    return {state: len(found.of(state)) for state in KEADAAN if found.of(state)}


FAILED = make([Hasil("PK-007", "temuan", FILE, None, (finding(),))])


def test_new_standing_and_repaired() -> None:
    assert states(compare(FAILED, FAILED)) == {"tetap": 1}
    assert states(compare(make([Hasil("PK-007", "lulus", FILE)]), FAILED)) == {"baru": 1}
    assert states(compare(FAILED, make([Hasil("PK-007", "lulus", FILE)]))) == {"diperbaiki": 1}


def test_one_of_two_findings_of_a_rule_is_repaired() -> None:
    two = make([Hasil("PK-007", "temuan", FILE, None, (finding("s1"), finding("s2")))])
    assert states(compare(two, FAILED)) == {"tetap": 1, "diperbaiki": 1}


def test_another_file_name_of_the_same_role_is_the_same_document() -> None:
    renamed = make([Hasil("PK-007", "lulus", "pk-revisi.docx")], ["pk-revisi.docx"])
    assert states(compare(FAILED, renamed)) == {"diperbaiki": 1}


@pytest.mark.parametrize("status", ["tidak_ada", "telaah_manual", "galat", "tidak_dipilih"])
def test_what_could_not_be_decided_again_is_not_repaired(status: str) -> None:
    found = compare(FAILED, make([Hasil("PK-007", status, FILE, "Sebabnya.")]))  # type: ignore[arg-type]
    assert states(found) == {"tidak_diperiksa": 1}
    assert found.perubahan[0].alasan == "Sebabnya."


def test_a_document_that_is_gone_repairs_nothing() -> None:
    others = make([Hasil("PK-007", "lulus", "pk-sekcam.docx")], ["pk-sekcam.docx"], ("perjanjian_kinerja|2024|sekcam",))
    found = compare(FAILED, others)
    assert states(found) == {"tidak_diperiksa": 1}
    assert "tidak ada lagi" in str(found.perubahan[0].alasan)


def test_a_rule_that_left_the_rulebook_repairs_nothing() -> None:
    assert states(compare(FAILED, make([]))) == {"tidak_diperiksa": 1}


def test_runs_that_do_not_fit_are_told() -> None:
    other = replace(FAILED, unit="Dinas Lain", tahun=2023, profil="provinsi", buku_aturan=BukuAturan("uji", "2", "1"))
    assert len(compare(FAILED, other).peringatan) == 4
