"""The working papers: one indikator over all documents, differences marked, nothing made up where they are silent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from msgspec.structs import replace

from saksama.checker.run import BerkasRun, Hasil, Run, Temuan
from saksama.reports import kke, kke_sheets, kke_smart

IKM, WAKTU = "Indeks Kepuasan Masyarakat", "Rata-rata waktu layanan"


def row(indikator: str, target: Any, **more: Any) -> dict[str, Any]:
    return {"sasaran": "Meningkatnya mutu layanan", "indikator": indikator, "satuan": "Nilai", "target": target, **more}


RECORDS: list[dict[str, Any]] = [
    {"jenis": "renstra", "sasaran": [row(IKM, {"2023": "80", "2024": "82"}), row("Indikator lama", {"2024": "1"})]},
    {"jenis": "perjanjian_kinerja", "tahun": 2024, "tingkat": "kepala_pd",
     "sasaran": [row(IKM, "84"), row(WAKTU, "2,10")],
     "anggaran": [{"kode": "7.01.02", "uraian": "Program Pelayanan", "jumlah": 225_000_000}]},
    {"jenis": "perjanjian_kinerja", "tahun": 2024, "tingkat": "eselon_iv", "sasaran": [row("Jumlah laporan", "12")]},
    {"jenis": "rencana_aksi", "tahun": 2024,
     "sasaran": [row("1. indeks kepuasan masyarakat kecamatan", "84,00", triwulan=["-", "84", None, "84"])]},
    {"jenis": "pengukuran_kinerja", "tahun": 2024, "triwulan": 2,
     "baris": [row(IKM, "84", realisasi="83,5", capaian="99,40")]},
    {"jenis": "pengukuran_kinerja", "tahun": 2024, "triwulan": None,
     "baris": [row("Indeks Kepuasan Masyarakat (IKM)", "A", realisasi="84,6", capaian="100,7")],
     "anggaran": [{"kode": None, "uraian": "PROGRAM PELAYANAN", "pagu": 225_000_001, "realisasi": 200_000_000}]},
    {"jenis": "laporan_kinerja", "tahun": 2023, "capaian": [row(IKM, "77")]},
    {"jenis": "hasil_evaluasi", "tahun": 2023, "komponen": [
        {"nama": "Pelaporan", "rekomendasi": ["Menyajikan perbandingan Renstra.", "Melengkapi daftar tabel."]}]},
    {"jenis": "tindak_lanjut", "tahun": 2023, "baris": [
        {"rekomendasi": "Menyajikan perbandingan Renstra", "tindak_lanjut": "Disajikan", "status": "Selesai"}]},
]  # fmt: skip


@pytest.fixture(name="filled")
def _filled(make_run: Callable[..., Run]) -> Run:
    finding = Temuan(
        "t", "kritis", "tinggi", "Rekomendasi belum ada.", "", {"rekomendasi": "Melengkapi daftar tabel."}, ()
    )
    weak = Temuan("w", "mayor", "tinggi", "Tanpa satuan.", "", {"indikator": WAKTU}, ())
    outcomes = (
        Hasil("TL-001", "temuan", "tl.docx", None, (finding,)),
        Hasil("PK-013", "temuan", "pk.docx", None, (weak,)),
        Hasil("IND-007", "lulus", "pk.docx"),
        Hasil("IND-006", "tidak_ada", None, "LKjIP tahun lalu tidak ada."),
    )
    files = tuple(
        BerkasRun(f"{n}.docx", "0", record["jenis"], "tinggi", "docx", rekaman=(record,))
        for n, record in enumerate(RECORDS)
    )
    return replace(make_run([]), tahun=2024, berkas=files, hasil=outcomes)


def test_an_indikator_stands_once_with_what_each_document_says(filled: Run) -> None:
    found = kke.indicators(filled)
    assert [one.nama for one in found] == [IKM, WAKTU, "Indikator lama"], "agreements below the head are not the unit's"
    first = found[0].dokumen
    assert list(first) == ["Renstra", "PK", "Rencana Aksi", "PKPK"], (
        "in the order of the chain; last year's report is not it"
    )
    assert (first["Renstra"].target, first["Renstra"].beda) == ("82", True)
    assert (first["Rencana Aksi"].beda, first["Rencana Aksi"].lain_kata) == (False, True)
    assert not first["PKPK"].lain_kata, "an abbreviation in brackets is no other wording"
    assert first["PKPK"].beda is None, "a grade cannot be compared with a number"
    assert found[1].dokumen["PK"].beda is False


def test_quarters_come_from_plan_and_form(filled: Run) -> None:
    first, second, third, _ = kke.quarters(kke.forms_of(filled), kke.indicators(filled)[0])
    assert (first.rencana, first.realisasi) == ("-", None)
    assert (second.rencana, second.target, second.realisasi, second.capaian) == ("84", "84", "83,5", "99,40")
    assert third.rencana is None


def test_money_is_joined_by_name_and_differences_are_seen(filled: Run) -> None:
    (one,) = kke.budget(filled)
    assert one.kode == "7.01.02"
    assert one.jumlah == {"PK": 225_000_000, "PKPK": 225_000_001, "PKPK realisasi": 200_000_000}
    assert one.beda
    assert not replace(one, jumlah={"PK": 1, "PKPK realisasi": 2}).beda, "spending less is no difference of plans"


def test_each_recommendation_with_its_entry_and_what_was_found(filled: Run) -> None:
    done, missing = kke.follow_up(filled)
    assert (done.entri, done.status, done.temuan) == ("Disajikan", "Selesai", ())
    assert (missing.entri, missing.temuan) == (None, ("TL-001: Rekomendasi belum ada.",))


def test_smart_answers_only_what_the_rules_decided(filled: Run) -> None:
    answers = kke_smart.Smart(filled)
    weak, good = answers.of(WAKTU), answers.of(IKM)
    assert weak["M"] == ("Tidak", "PK-013")
    assert good["A"] == ("Ya", "")
    assert good["C"] == ("Telaah", "IND-006")
    assert good["R"][0] == "Telaah", "no rule said anything"


def test_the_sheets(filled: Run) -> None:
    book = openpyxl.Workbook()
    kke_sheets.write(book, filled)
    matrix = book["KKE Matriks"]
    header = [cell.value for cell in matrix[4]]
    assert header == ["Sasaran", "Indikator", "Renstra", "IKU", "Renja", "PK", "Rencana Aksi", "PKPK", "LKjIP"]
    first = [cell.value for cell in matrix[5]]
    assert first[2:6] == ["82 Nilai", "–", "–", "84 Nilai"]
    assert first[6] == "84,00 Nilai\n“1. indeks kepuasan masyarakat kecamatan”"
    assert matrix["C5"].fill.start_color.rgb != matrix["F5"].fill.start_color.rgb, "the difference is marked"
    assert [cell.value for cell in book["KKE Anggaran"][5]][:6] == [
        "7.01.02",
        "Program Pelayanan",
        "–",
        "–",
        225_000_000,
        225_000_001,
    ]
    assert [cell.value for cell in book["KKE Tindak Lanjut"][6]][2] == "belum ada"


def test_nothing_read_says_so(make_run: Callable[..., Run]) -> None:
    book = openpyxl.Workbook()
    kke_sheets.write(book, replace(make_run([]), berkas=()))
    assert book["KKE Matriks"]["A5"].value == "Tidak ada bahan yang dikenali."
