"""What is handed in stays as it is: no command changes, touches or adds anything among the files it is given."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from saksama.app.main import COMMANDS
from saksama.parsers.resources import RULES, SAMPLES
from saksama.reports import lke_sheet

DATE = ("--tanggal", "2025-03-10", "--profil", "kecamatan")
FEW = ("iku-", "pk-camat", "rencana-aksi", "lkjip-2024", "renja-")
ELSEWHERE = {"contoh"}
"""Commands that are given no file."""


def state(folder: Path) -> dict[str, tuple[int, int, int, bytes]]:
    """Everything below a folder: mode, time of the last change, size, content."""
    found = {}
    for path in sorted(folder.rglob("*")):
        stat = path.stat()
        content = path.read_bytes() if path.is_file() else b""
        found[path.relative_to(folder).as_posix()] = (stat.st_mode, stat.st_mtime_ns, stat.st_size, content)
    return found


@pytest.fixture
def given(tmp_path, saksama):
    """A folder of everything that commands are given: submission, archive, kept runs, filled papers, tables, rules."""
    given = tmp_path / "diserahkan"
    submission = given / "bermasalah"
    for path in (SAMPLES / "bermasalah").rglob("*"):
        if path.is_file() and path.name.startswith(FEW):
            (submission / path.parent.name).mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, submission / path.parent.name)
    with zipfile.ZipFile(given / "arsip.zip", "w") as archive:
        for path in sorted((submission / "01-perencanaan").glob("*.docx")):
            archive.write(path, path.name)
    for unit in ("Kecamatan A", "Kecamatan B"):
        shutil.copytree(submission / "01-perencanaan", given / "unit" / unit)
    assert saksama("periksa", submission, *DATE, "--hasil", given / "hasil-1").code == 1
    shutil.copytree(given / "hasil-1", given / "hasil-2")
    book = load_workbook(given / "hasil-1" / "lke.xlsx")
    sheet = book["LKE"]
    row = next(n for n in range(1, sheet.max_row + 1) if sheet.cell(row=n, column=1).value == "1.a")
    sheet.cell(row=row, column=lke_sheet.JAWABAN).value = "BB"
    book.save(given / "lke-terisi.xlsx")
    form = docx.Document(given / "hasil-1" / "reviu.docx")
    next(row for row in form.tables[0].rows if row.cells[0].text == "1").cells[6].text = "Sudah dilihat"
    form.save(given / "reviu-terisi.docx")
    letterhead = docx.Document()
    letterhead.add_paragraph("{isi}")
    letterhead.save(given / "kop.docx")
    (given / "nomenklatur.tsv").write_text(
        "kode\tnama\n7.99\tURUSAN REKAAN\n7.99.01\tPROGRAM REKAAN\n", encoding="utf-8"
    )
    shutil.copytree(RULES, given / "aturan")
    return given


def test_no_command_touches_what_it_is_given(given, saksama, monkeypatch, tmp_path):
    monkeypatch.setenv("SAKSAMA_DATA", str(tmp_path / "data"))
    submission, run = given / "bermasalah", given / "hasil-1"
    report = next((submission / "03-pelaporan").glob("*2024.pdf"))
    sheet = next(submission.rglob("*.xlsx"))
    before = state(given)
    used = set()
    for command in (
        ("periksa", submission, *DATE),
        ("periksa", submission, *DATE, "--format", "json"),
        ("periksa", given / "arsip.zip"),
        ("periksa", "--semua", given / "unit", *DATE),
        ("periksa", sheet, "--aturan", given / "aturan"),
        ("baca", report, "--format", "json", "--lokasi"),
        ("baca", report, "--gambar", "gambar"),
        ("baca", sheet),
        ("kenali", *sorted(submission.rglob("*.docx"))),
        ("lke", "uji", run / "lke.xlsx", run / "lhe-draf.docx"),
        ("lke", "impor", given / "lke-terisi.xlsx", run, "--hasil", "jawaban.json"),
        ("reviu", "impor", given / "reviu-terisi.docx", run, "--hasil", "jawaban-reviu.json"),
        ("laporan", run, "--format", "perbaikan", "--berkas", submission, "--hasil", "perbaikan"),
        ("laporan", run, "--format", "lhe", "--templat", given / "kop.docx", "--hasil", "lhe"),
        ("laporan", run, "--format", "lke", "--hasil", "lke"),
        ("laporan", run / "run.json", "--format", "json"),
        ("banding", run, given / "hasil-2", "--hasil", "banding"),
        ("rekap", run, given / "hasil-2", "--ke", "rekap"),
        ("rekap", given, "--ke", "rekap-2"),
        ("nomenklatur", "impor", given / "nomenklatur.tsv", "--edisi", "Rekaan"),
        ("nomenklatur", "hapus", "Rekaan"),
        ("tembolok", "lihat"),
        ("tembolok", "hapus"),
        ("aturan", "uji", "--aturan", given / "aturan"),
        ("aturan", "daftar", "--aturan", given / "aturan"),
        ("aturan", "dokumen", "dokumen", "--aturan", given / "aturan"),
        ("aturan", "skema", "skema.json"),
        ("jelaskan", "PK-007", "--aturan", given / "aturan"),
    ):
        done = saksama(*command)
        assert done.code in (0, 1), (command, done.err)
        assert state(given) == before, command
        used.add(command[0])
    # A new command joins the list above, so that this holds for it too.
    assert used == set(COMMANDS) - ELSEWHERE


def test_what_fails_touches_nothing_either(given, saksama):
    before = state(given)
    for command in (
        ("periksa", given / "bermasalah", "--hasil", given / "bermasalah"),
        ("periksa", given / "hasil-1"),
        ("lke", "impor", given / "hasil-1" / "lke.xlsx", given / "hasil-1"),
        ("lke", "impor", given / "lke-terisi.xlsx", given / "hasil-1", "--hasil", given / "kop.docx"),
        ("laporan", given / "hasil-1", "--format", "html", "--hasil", given / "hasil-2"),
        ("rekap", given, "--ke", given / "hasil-1"),
        ("contoh", given),
        ("aturan", "dokumen", given / "aturan"),
        ("aturan", "skema", given / "hasil-1" / "run.json"),
    ):
        assert saksama(*command).code == 2, command
        assert state(given) == before, command
