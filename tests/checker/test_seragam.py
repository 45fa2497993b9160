"""Figures of one report against each other and against its prose."""

from __future__ import annotations

import time
from itertools import combinations
from typing import Any

import pytest

from saksama.checker.checks.base import Case, Verdict
from saksama.checker.checks.klaim import Klaim, klaim_sesuai_angka
from saksama.checker.checks.narasi import Narasi, narasi_sesuai_tabel
from saksama.checker.checks.penjelasan import Penjelasan, kekurangan_dijelaskan
from saksama.checker.checks.rujukan import of_year
from saksama.checker.checks.seragam import Seragam, angka_seragam
from saksama.checker.submission import Keterangan, assemble
from saksama.parsers.berkas import Berkas
from saksama.parsers.model import Document, Location, Paragraph
from saksama.parsers.records.types import At, CapaianLaporan, build

KOLOM = {"target": "target", "realisasi": "realisasi", "capaian": "capaian"}
CLAIM = Klaim(pola=(r"semua indikator[^.]*tercapai",))
PROSE = Narasi(kolom={"realisasi": ("terealisasi",), "capaian": ("tercapai",)})


def case(*rows: dict[str, Any], rencana: tuple[dict[str, Any], ...] = (), teks: tuple[str, ...] = ()) -> Case:
    """A report of 2024 with these rows of results and of targets, and these paragraphs."""
    here = Location("laporan.pdf", halaman=1)

    def placed(row: dict[str, Any]) -> dict[str, Any]:
        return {name: value if name == "lain" else At(value, here) for name, value in row.items()}

    tree = {"tahun": 2024, "capaian": [placed(row) for row in rows], "rencana": [placed(row) for row in rencana]}
    document = Document("laporan.pdf", "0" * 64, "txt", tuple(Paragraph(text, here) for text in teks))
    record = build("laporan_kinerja", tree, here)
    berkas = Berkas("laporan.pdf", "0" * 64, "uji", "laporan_kinerja", "tinggi", records=(record,), document=document)
    submission = assemble([berkas], Keterangan())
    return Case(submission, ("laporan_kinerja",), naskah=submission.naskah[0])


def row(tabel: str, indikator: str = "Nilai AKIP unit kerja", **figures: Any) -> dict[str, Any]:
    return {"tabel": tabel, "halaman": 1, "indikator": indikator, **figures}


def messages(verdict: Verdict, name: str) -> list[str]:
    return [offence.nilai[name] for offence in verdict.offences]


def test_each_column_that_differs_is_one_offence() -> None:
    found = angka_seragam(
        case(row("Tabel 1", target="65", realisasi="60"), row("Tabel 2", target="66", realisasi="61")),
        Seragam(kolom=KOLOM),
    )
    assert messages(found, "kolom") == ["target", "realisasi"]


def test_a_percentage_that_follows_from_another_difference_is_not_reported() -> None:
    found = angka_seragam(
        case(row("Tabel 1", realisasi="60", capaian="90"), row("Tabel 2", realisasi="61", capaian="91,5")),
        Seragam(kolom=KOLOM),
    )
    assert messages(found, "kolom") == ["realisasi"]


def test_a_table_of_targets_counts() -> None:
    found = angka_seragam(
        case(row("Tabel 3", target="65"), rencana=(row("Tabel 2", target="64"),)), Seragam(kolom=KOLOM)
    )
    assert messages(found, "nilai") == ["64 (Tabel 2, halaman 1) dan 65 (Tabel 3, halaman 1)"]


def test_numbered_indikator_are_kept_apart() -> None:
    rows = (row("Tabel 1", "Jumlah siswa kelas 1", target="5"), row("Tabel 2", "Jumlah siswa kelas 2", target="6"))
    assert angka_seragam(case(*rows), Seragam(kolom=KOLOM)).status == "tidak_berlaku"


def test_several_figures_of_one_indikator_agree_with_a_table_that_has_one_of_them() -> None:
    rows = (row("Tabel 1", target="5"), row("Tabel 1", target="6"), row("Tabel 2", target="6"))
    assert angka_seragam(case(*rows), Seragam(kolom=KOLOM)).status == "lulus"


@pytest.mark.parametrize(
    ("column", "values", "expected"),
    [
        ("target", {"target": "70", "target_akhir": "70"}, False),
        ("target", {"target": "65", "target_akhir": "70"}, True),
        ("realisasi", {"realisasi": "9", "lain": {"Realisasi s.d Tahun 2024": "9"}}, False),
        ("capaian", {"capaian": "90", "lain": {"Capaian terhadap Renstra": "90"}}, False),
        ("target", {"target": "65", "tahun": 2023}, False),
    ],
)
def test_whose_year_a_figure_is(column: str, values: dict[str, Any], expected: bool) -> None:
    assert of_year(CapaianLaporan(**values), column, 2024) is expected


def test_a_claim_is_measured_by_the_lowest_figure_of_each_indikator() -> None:
    rows = (row("Tabel 1", capaian="99"), row("Tabel 2", capaian="98"), row("Tabel 2", "Jumlah desa", capaian="101"))
    found = klaim_sesuai_angka(case(*rows, teks=("Semua indikator telah tercapai.",)), CLAIM)
    assert (messages(found, "banyak"), messages(found, "terendah")) == (["1"], ["98"])


def test_a_figure_with_two_readings_does_not_contradict_a_claim() -> None:
    found = klaim_sesuai_angka(case(row("Tabel 1", capaian="16,000"), teks=("Semua indikator tercapai.",)), CLAIM)
    assert found.status == "lulus"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Nilai AKIP unit kerja terealisasi 64,00.", "temuan"),
        ("Nilai AKIP unit kerja terealisasi 63,5.", "lulus"),
        ("Nilai AKIP unit kerja terealisasi 64.", "lulus"),
        ("Pada tahun 2023 Nilai AKIP unit kerja terealisasi 61.", "lulus"),
        ("Nilai AKIP unit kerja tercapai 99 persen.", "temuan"),
        ("Nilai AKIP unit kerja tercapai 98 persen.", "lulus"),
        ("Nilai AKIP unit kerja tercapai dalam 12 bulan.", "lulus"),
    ],
)
def test_prose_against_the_table(sentence: str, status: str) -> None:
    rows = (row("Tabel 1", target="65", realisasi="63,52", capaian="97,72"),)
    assert narasi_sesuai_tabel(case(*rows, teks=(sentence,)), PROSE).status == status


def test_a_sentence_below_a_heading_needs_another_figure_of_the_indikator() -> None:
    rows = (row("Tabel 1", target="65", realisasi="63,52", capaian="97,72"),)
    heading = "1) Nilai AKIP unit kerja"
    about = case(*rows, teks=(heading, "Dari target 65 tercapai 98,80 %."))
    other = case(*rows, teks=(heading, "Penyerapan anggaran tercapai 98,80 %."))
    assert messages(narasi_sesuai_tabel(about, PROSE), "narasi") == ["98,80"]
    assert narasi_sesuai_tabel(other, PROSE).status == "lulus"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Nilai AKIP unit kerja turun karena data terlambat; upaya perbaikan dijadwalkan.", "lulus"),
        ("Nilai AKIP unit kerja turun karena data terlambat.", "telaah_manual"),
        ("Nilai AKIP unit kerja akan naik dengan upaya baru.", "temuan"),
    ],
)
def test_a_shortfall_wants_cause_and_remedy(text: str, status: str) -> None:
    params = Penjelasan(sebab=("karena",), perbaikan=("upaya",))
    assert kekurangan_dijelaskan(case(row("Tabel 1", capaian="90"), teks=(text,)), params).status == status


def test_very_many_rows_take_a_moment() -> None:
    # What a reader takes for rows of a report can be thousands; each was once held against all before it.
    words = "layanan", "desa", "jalan", "sawah", "ikan", "terminal", "sekolah", "dokter", "taman", "pasar", "hutan"
    names = [f"Persentase {' '.join(some)} tepat waktu" for some in combinations([*words, "guru", "sungai", "laut"], 4)]
    here = [row("Tabel 1", name, realisasi="10") for name in names]
    there = [row("Tabel 2", name, realisasi="12" if name == names[300] else "10") for name in names]
    began = time.process_time()
    verdict = angka_seragam(case(*here, rencana=tuple(there)), Seragam(kolom=KOLOM))
    assert time.process_time() - began < 5
    assert messages(verdict, "indikator") == [names[300]]
