"""Files of old Word and Excel, made by LibreOffice from ours: read like their successors."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

import docx
import openpyxl
import pytest
from openpyxl.styles import PatternFill
from xlrd.formula import FormulaError

from saksama.parsers import reading
from saksama.parsers.model import ReadError
from saksama.parsers.ooxml import OLE_MAGIC

SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed, so no old file can be made")


def convert(path: Path, suffix: str) -> Path:
    profile = path.parent / "profile"
    command = [str(SOFFICE), f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", suffix, path.name]
    subprocess.run(command, cwd=path.parent, check=True, capture_output=True, timeout=120)
    return path.with_suffix(f".{suffix}")


@needs_office
def test_old_word(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("PERJANJIAN KINERJA TAHUN 2024", 1)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Indikator Kinerja", "Target", "Nilai AKIP", "65,50"), strict=True):
        cell.text = text
    document.save(str(tmp_path / "pk.docx"))
    before = (old := convert(tmp_path / "pk.docx", "doc")).read_bytes()
    read = reading.read(old, "pk.doc")
    assert read.pembaca == "doc"
    assert "PERJANJIAN KINERJA TAHUN 2024" in read.text
    assert [[read.tables[0].text(r, c) for c in range(2)] for r in range(2)] == [
        ["Indikator Kinerja", "Target"],
        ["Nilai AKIP", "65,50"],
    ]
    assert old.read_bytes() == before


@needs_office
def test_old_excel(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "PKPK"
    for row in (("Indikator", "Target", "Realisasi"), ("Tertib", 0.9, 0.875), ("Laporan", 12, "=6*2")):
        sheet.append(row)
    sheet["B2"].number_format = sheet["C2"].number_format = "0.00%"
    sheet["A2"].fill = PatternFill("solid", fgColor="92D050")
    sheet.merge_cells("A4:C4")
    sheet["A4"] = "Mekarsari, 5 April 2024"
    sheet.row_dimensions[3].hidden = True
    book.create_sheet("Bantu").sheet_state = "hidden"
    book.save(tmp_path / "pkpk.xlsx")
    read = reading.read(convert(tmp_path / "pkpk.xlsx", "xls"), "pkpk.xls")
    assert read.pembaca == "xls"
    texts = [cell.text for cell in read.tables[0].cells]
    assert texts[:6] == ["Indikator", "Target", "Realisasi", "Tertib", "90,00%", "87,50%"]
    assert "Laporan" not in read.text
    assert next(cell for cell in read.tables[0].cells if cell.text == "Tertib").fill == "92D050"
    assert any("baris 3" in warning for warning in read.peringatan)
    assert any("Bantu" in warning for warning in read.peringatan)


@needs_office
def test_a_far_cell_in_old_excel_costs_nothing(tmp_path: Path) -> None:
    """Its sheet has a quarter of a million empty cells; those in coloured rows and columns are seen all the same."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in range(1, 12):
        sheet.append([f"Indikator {row}", row, None, 100 - row])
    green, red = (PatternFill("solid", fgColor=colour) for colour in ("92D050", "FF0000"))
    sheet.row_dimensions[5].fill = green
    sheet.column_dimensions["C"].fill = red
    sheet["D20000"] = "penutup"
    sheet["IV20000"] = "jauh"
    book.save(tmp_path / "jauh.xlsx")
    path = convert(tmp_path / "jauh.xlsx", "xls")
    began = time.process_time()
    read = reading.read(path, "jauh.xls")
    assert time.process_time() - began < 2
    assert read.text.endswith("jauh")
    fills = {(cell.row, cell.column): cell.fill for cell in read.tables[0].cells if not cell.text}
    assert fills[0, 2] == "FF0000"
    assert fills[4, 2] == "92D050"


@pytest.mark.parametrize("stream", ["WordDocument", "Workbook"])
def test_damaged_old_files_are_named(tmp_path: Path, stream: str) -> None:
    path = tmp_path / "rusak.bin"
    path.write_bytes(OLE_MAGIC + b"\0" * 600 + stream.encode("utf-16-le") + b"\0" * 600)
    with pytest.raises(ReadError, match=r"rusak\.bin: .*lama"):
        reading.read(path, "rusak.bin")


def test_what_the_library_fails_at_is_a_damaged_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A defined name whose formula it can't take apart, of its own class of errors."""

    def failing(**_: object) -> None:
        raise FormulaError("bad name")

    monkeypatch.setattr("xlrd.open_workbook", failing)
    path = tmp_path / "nama.xls"
    path.write_bytes(OLE_MAGIC + b"\0" * 600 + "Workbook".encode("utf-16-le"))
    with pytest.raises(ReadError, match=r"nama\.xls: .*rusak"):
        reading.read(path, "nama.xls")
