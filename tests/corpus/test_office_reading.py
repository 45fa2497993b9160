"""Every Word, Excel and text file of the real corpus is read, or refused with advice; nothing ends in a traceback."""

from __future__ import annotations

import zipfile
from collections import Counter
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from saksama.parsers import reading
from saksama.parsers.model import ReadError

_SHARED = Path(__file__).resolve().parents[3] / "shared"
_SUFFIXES = (".docx", ".doc", ".xlsx", ".xlsm", ".xls", ".csv", ".txt")
_FILES = sorted(p for folder in ("corpus", "seeds") for p in (_SHARED / folder).rglob("*") if p.suffix in _SUFFIXES)
_OTHER = sorted(p for p in (_SHARED / "corpus").rglob("*") if p.suffix == ".pptx")


@pytest.mark.corpus
@pytest.mark.skipif(not _FILES, reason="../shared tidak ada")
@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_real_file_is_read_without_overlaps(path: Path) -> None:
    document = reading.read(path, path.name)
    assert len(document.text) > 100
    for table in document.tables:
        positions = [
            (r, c)
            for cell in table.cells
            for r in range(cell.row, cell.row + cell.rowspan)
            for c in range(cell.column, cell.column + cell.colspan)
        ]
        assert len(positions) == len(set(positions))
        assert all(r < table.n_rows and c < table.n_columns for r, c in positions)


@pytest.mark.corpus
@pytest.mark.skipif(not _OTHER, reason="../shared tidak ada")
@pytest.mark.parametrize("path", _OTHER, ids=lambda path: path.name)
def test_formats_not_read_yet_are_refused_with_advice(path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        reading.read(path, path.name)
    assert "simpan" in caught.value.saran.lower()


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOT_SHOWN = {f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}


@pytest.mark.corpus
@pytest.mark.skipif(not _FILES, reason="../shared tidak ada")
@pytest.mark.parametrize("path", [p for p in _FILES if p.suffix == ".docx"], ids=lambda path: path.name)
def test_no_character_of_a_word_file_is_lost(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    shown = (
        text.text or ""
        for text in root.iter(f"{_W}t")
        if not any(above.tag in _NOT_SHOWN for above in text.iterancestors())
    )
    lost = Counter("".join("".join(shown).split())) - Counter("".join(reading.read(path, path.name).text.split()))
    assert not lost


@pytest.mark.corpus
@pytest.mark.skipif(not _FILES, reason="../shared tidak ada")
@pytest.mark.parametrize("path", [p for p in _FILES if p.suffix == ".xlsx"], ids=lambda path: path.name)
def test_no_shown_cell_of_a_workbook_is_lost_or_changed(path: Path) -> None:
    document = reading.read(path, path.name)
    cells = {
        (cell.location.lembar, f"{cell.location.kolom}{cell.location.baris}"): cell
        for table in document.tables
        for cell in table.cells
    }
    rows = {(line.location.lembar, line.location.baris) for line in document.lines if not line.in_table}
    for sheet in openpyxl.load_workbook(path, data_only=True).worksheets:
        hidden = {name for name, column in sheet.column_dimensions.items() if column.hidden}
        for cell in (cell for row in sheet.iter_rows() for cell in row if sheet.sheet_state == "visible"):
            blank = cell.value is None or not str(cell.value).strip()
            if blank or sheet.row_dimensions[cell.row].hidden or cell.column_letter in hidden:
                continue
            read = cells.get((sheet.title, cell.coordinate))
            assert read is not None or (sheet.title, cell.row) in rows, cell.coordinate
            if read is not None and isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
                assert read.number == cell.value
            elif read is not None and isinstance(cell.value, str):
                assert "".join(read.text.split()) == "".join(cell.value.split())
