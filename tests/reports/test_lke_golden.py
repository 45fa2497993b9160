"""The worksheet cell by cell: what stands in every sheet, as committed; `make golden` writes it anew."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from saksama.checker import answers
from saksama.checker.answers import Isian, Jawaban
from saksama.checker.final import settle
from saksama.checker.isian import IsianTemuan, Pengesahan
from saksama.checker.run import BerkasRun, Run
from saksama.reports import lke
from tests.reports.conftest import build

FOLDER = Path(__file__).parent / "golden" / "lke"
AIM = {"sasaran": "Meningkatnya mutu layanan", "indikator": "Indeks Kepuasan Masyarakat", "satuan": "Nilai"}
RECORDS = (
    {"jenis": "renstra", "sasaran": [{**AIM, "target": {"2024": "82"}}]},
    {"jenis": "perjanjian_kinerja", "tahun": 2024, "tingkat": "kepala_pd", "sasaran": [{**AIM, "target": "84"}],
     "anggaran": [{"kode": "7.01.02", "uraian": "Program Pelayanan", "jumlah": 225_000_000}]},
    {"jenis": "rencana_aksi", "tahun": 2024,
     "sasaran": [{**AIM, "target": "84", "triwulan": [None, "80", None, "84"]}]},
    {"jenis": "pengukuran_kinerja", "tahun": 2024, "triwulan": 2,
     "baris": [{**AIM, "target": "84", "realisasi": "83,5", "capaian": "99,40"}],
     "anggaran": [{"kode": None, "uraian": "Program Pelayanan", "pagu": 225_000_000, "realisasi": 100_000_000}]},
    {"jenis": "hasil_evaluasi", "tahun": 2023, "nilai": "60,10", "predikat": "B", "komponen": [
        {"nama": "Pelaporan Kinerja", "nilai": "9,30", "rekomendasi": ["Melengkapi daftar tabel."]}]},
    {"jenis": "tindak_lanjut", "tahun": 2023, "baris": [
        {"rekomendasi": "Melengkapi daftar tabel", "tindak_lanjut": "Dilengkapi", "status": "Selesai"}]},
)  # fmt: skip
GIVEN = Jawaban(
    "permenpan-88-2021-unit",
    {"1.a": Isian("BB", "Lengkap"), "1.b.1": Isian("ya", "Dilihat", "Catatan", "Sependapat")},
    temuan={
        "pk7": IsianTemuan("Sudah ditandatangani.", "tetap"),
        "ra6": IsianTemuan("Survei setahun sekali."),
        "lkj21": IsianTemuan(None, "gugur", "Narasi menyebut triwulan."),
        "lama": IsianTemuan("Sudah.", None, None, "PK-013", "PK.docx", "Target tanpa satuan."),
    },
    kertas_kerja={"smart_c": {AIM["indikator"]: "Rumus belum ada", "Indikator lama": "Sudah diganti"}},
    pengesahan={"ketua_tim": Pengesahan("Nama Ketua", "10 Maret 2025")},
)


def made() -> Run:
    run = build()
    files = tuple(BerkasRun(f"{r['jenis']}.docx", "0", r["jenis"], "tinggi", "docx", rekaman=(r,)) for r in RECORDS)
    assert run.lke is not None
    hasil, isian = answers.mark(run.hasil, GIVEN)
    worksheet = settle(answers.apply(run.lke, GIVEN))
    return replace(run, berkas=files, hasil=hasil, isian=isian, lke=worksheet)


@pytest.fixture(scope="module")
def book() -> Workbook:
    return load_workbook(io.BytesIO(lke.render(made())))


SHEETS = ("Ringkasan", "LKE", "Temuan", "Aturan", "KKE SMART-C", "KKE Matriks", "KKE Triwulan", "KKE Anggaran",
          "KKE Tindak Lanjut", "Ketertelusuran")  # fmt: skip


def dumped(book: Workbook, name: str) -> str:
    """Every cell with content on a line: place, text, and what frames the sheet."""
    sheet = book[name]
    frame = [
        f"cetak {sheet.print_area or '-'}; judul berulang {sheet.print_title_rows or '-'}",
        f"beku {sheet.freeze_panes or '-'}; saring {sheet.auto_filter.ref or '-'}",
        f"gabung {' '.join(sorted(str(area) for area in sheet.merged_cells.ranges)) or '-'}",
    ]
    cells = (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)
    told = [f"{cell.coordinate}\t{str(cell.value).replace(chr(10), ' ⏎ ')}" for cell in cells]
    return "\n".join([*frame, *told]) + "\n"


def test_every_sheet_is_held(book: Workbook) -> None:
    assert tuple(book.sheetnames) == SHEETS
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(SHEETS)


@pytest.mark.parametrize("name", SHEETS)
def test_the_content_of_each_sheet(book: Workbook, name: str) -> None:
    path = FOLDER / f"{name}.txt"
    if os.environ.get("GOLDEN") == "tulis":
        path.write_text(dumped(book, name), encoding="utf-8")
    assert dumped(book, name) == path.read_text(encoding="utf-8"), "bila memang berubah: make golden"
