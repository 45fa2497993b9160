"""The xlsx reader on workbooks written by openpyxl: values as displayed, spans, hidden parts, formulas."""

from __future__ import annotations

import re
import time
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from saksama.parsers.excel import xlsx
from saksama.parsers.excel.blocks import blocks
from saksama.parsers.excel.sheet import Context, read_sheet
from saksama.parsers.model import Document, Paragraph, ReadError, Table


def _read(tmp_path: Path, fill: Callable[[Worksheet], None]) -> Document:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "PK"
    fill(sheet)
    path = tmp_path / "uji.xlsx"
    book.save(path)
    return xlsx.read(path, "uji.xlsx")


def _rows(table: Table) -> list[list[str]]:
    return [[table.text(r, c) for c in range(table.n_columns)] for r in range(table.n_rows)]


def _edit(path: Path, part: str, change: Callable[[str], str]) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts[part].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def test_title_table_and_signature(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "PERJANJIAN KINERJA"
        sheet.merge_cells("A1:D1")
        sheet.append(["Unit Kerja", ":", "Dinas Contoh"])
        sheet["A4"], sheet["B4"], sheet["C4"] = "No", "Indikator", "Target"
        sheet["A5"], sheet["B5"], sheet["C5"] = 1, "Indeks A", 0.825
        sheet["C5"].number_format = "0.00%"
        sheet["B7"], sheet["C7"] = "Jumlah", 3
        sheet["C10"] = "Kepala Dinas"
        sheet["C14"] = "SARI"

    document = _read(tmp_path, fill)
    texts = [block.text if isinstance(block, Paragraph) else _rows(block) for block in document.blocks]  # type: ignore[arg-type]
    assert texts == [
        "PERJANJIAN KINERJA",
        "Unit Kerja\t:\tDinas Contoh",
        [["No", "Indikator", "Target"], ["1", "Indeks A", "82,50%"], ["", "Jumlah", "3"]],
        "Kepala Dinas",
        "SARI",
    ]
    cell = document.tables[0].grid[1][2]
    assert cell is not None
    assert cell.number == 0.825
    place = cell.location
    assert (place.berkas, place.lembar, place.tabel, place.baris, place.kolom) == ("uji.xlsx", "PK", 1, 5, "C")


def test_two_tables_under_each_other_stay_two(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (["No", "Sasaran", "Target"], [1, "A", "x"], [], ["Program", "Anggaran"], ["P", 5]):
            sheet.append(row)

    assert [_rows(table) for table in _read(tmp_path, fill).tables] == [
        [["No", "Sasaran", "Target"], ["1", "A", "x"]],
        [["Program", "Anggaran"], ["P", "5"]],
    ]


def test_hidden_parts_are_left_out_and_named(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (["a", "rahasia", "b"], ["c", "rahasia", "d"], ["e", "rahasia", "f"]):
            sheet.append(row)
        sheet.column_dimensions["B"].hidden = True
        sheet.row_dimensions[2].hidden = True
        assert sheet.parent is not None
        sheet.parent.create_sheet("Bantu").sheet_state = "hidden"

    document = _read(tmp_path, fill)
    assert _rows(document.tables[0]) == [["a", "b"], ["e", "f"]]
    assert document.peringatan == (
        "Lembar “PK”: baris 2 tersembunyi dan tidak dibaca.",
        "Lembar “PK”: kolom B tersembunyi dan tidak dibaca.",
        "Lembar “Bantu” tersembunyi dan tidak dibaca.",
    )


def test_a_merge_whose_first_row_is_hidden_shows_in_the_rest(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (["No", "Sasaran"], ["S", 1], [None, 2], [None, 3]):
            sheet.append(row)
        sheet.merge_cells("A2:A4")
        sheet.row_dimensions[2].hidden = True

    assert _rows(_read(tmp_path, fill).tables[0]) == [["No", "Sasaran"], ["S", "2"], ["S", "3"]]


def test_formula_without_a_value_is_empty_and_named(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["a", "b"])
        sheet.append([1, "=A2*2"])

    document = _read(tmp_path, fill)
    assert _rows(document.tables[0]) == [["a", "b"], ["1", ""]]
    assert document.peringatan == (
        "Lembar “PK”: rumus belum dihitung di sel B2; buka di Excel, simpan, lalu coba lagi.",
    )


def test_formula_with_its_last_value_and_with_an_error(tmp_path: Path) -> None:
    _read(tmp_path, lambda sheet: sheet.append(["a", "=1+1", "=1/0"]))
    path = tmp_path / "uji.xlsx"
    empty = r"<v ?/?>(?:</v>)?"
    for pattern, new in (
        (f"<f>1.1</f>{empty}", "<f>1+1</f><v>2</v>"),
        (f'<c r="C1"[^>]*><f>1/0</f>{empty}', '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v>'),
    ):
        _edit(path, "xl/worksheets/sheet1.xml", partial(re.sub, pattern, new))
    document = xlsx.read(path, "uji.xlsx")
    assert _rows(document.tables[0]) == [["a", "2", "#DIV/0!"]]
    assert document.peringatan == ("Lembar “PK”: rumus menghasilkan galat di sel C1.",)


def test_fill_bold_and_coloured_cells_without_text(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (["Aksi", "Jan", "Feb"], ["Rapat", None, None]):
            sheet.append(row)
        sheet["A1"].font = Font(bold=True)
        sheet["C2"].fill = PatternFill("solid", fgColor="FF00B050")
        sheet["B2"].fill = PatternFill("solid", fgColor="FFFFFFFF")

    grid = _read(tmp_path, fill).tables[0].grid
    assert [(cell.text, cell.fill, cell.bold) for row in grid for cell in row if cell] == [
        ("Aksi", None, True), ("Jan", None, False), ("Feb", None, False),
        ("Rapat", None, False), ("", None, False), ("", "00B050", False),
    ]  # fmt: skip


def test_far_cell_and_giant_merge_cost_nothing(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["a", "b"])
        sheet.append(["c", "d"])
        sheet["XFD1048576"] = "jauh"

    _read(tmp_path, fill)
    path = tmp_path / "uji.xlsx"
    merge = '<mergeCells count="1"><mergeCell ref="A2:XFD1048576"/></mergeCells><pageMargins'
    _edit(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace("<pageMargins", merge, 1))
    document = xlsx.read(path, "uji.xlsx")
    # What lies under a merge isn't shown.
    assert document.text == "a\nb\nc"
    _edit(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(merge, "<pageMargins", 1))
    assert xlsx.read(path, "uji.xlsx").text == "a\nb\nc\nd\njauh"


def test_several_sheets_number_their_tables_through(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["a", "b"])
        assert sheet.parent is not None
        sheet.parent.create_sheet("RA").append(["c", "d"])

    tables = _read(tmp_path, fill).tables
    assert [(table.location.lembar, table.location.tabel) for table in tables] == [("PK", 1), ("RA", 2)]


def test_empty_workbook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="Tidak ada isi"):
        _read(tmp_path, lambda sheet: None)


def test_drawn_boxes_are_read_as_text(tmp_path: Path) -> None:
    _read(tmp_path, lambda sheet: sheet.append(["POHON KINERJA"]))
    path = tmp_path / "uji.xlsx"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"
    box = (
        '<xdr:twoCellAnchor xmlns:xdr="x" xmlns:a="y"><xdr:from><xdr:col>1</xdr:col><xdr:row>3</xdr:row></xdr:from>'
        "<xdr:sp><xdr:txBody><a:p><a:r><a:t>Sasaran </a:t></a:r><a:r><a:t>satu</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
        "</xdr:twoCellAnchor>"
    )
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/drawings/drawing1.xml", f'<xdr:wsDr xmlns:xdr="x">{box}</xdr:wsDr>')
        archive.writestr(
            "xl/worksheets/_rels/sheet1.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="d" Type="{kind}" Target="../drawings/drawing1.xml"/></Relationships>',
        )
    document = xlsx.read(path, "uji.xlsx")
    assert [line.text for line in document.lines] == ["POHON KINERJA", "Sasaran satu"]
    assert (document.lines[1].location.baris, document.lines[1].location.kolom) == (4, "B")
    assert "1 kotak gambar" in document.peringatan[0]


@given(st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_merged_tables_read_back_position_by_position(
    tmp_path: Path, tilings: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    n_rows, n_columns, tiled = data.draw(tilings)
    values = st.one_of(st.integers(-(10**9), 10**9), st.text("ab1.%-", max_size=6))
    areas = [(*area, data.draw(values)) for area in tiled]
    expected = [["No", *(f"H{c}" for c in range(n_columns))]]
    expected += [[str(r + 1), *([""] * n_columns)] for r in range(n_rows)]

    def fill(sheet: Worksheet) -> None:
        sheet.append(expected[0])
        for r in range(n_rows):
            sheet.cell(r + 2, 1).value = r + 1
        for row, column, height, width, value in areas:
            cell = sheet.cell(row + 2, column + 2)
            cell.value = value
            cell.data_type = "n" if isinstance(value, int) else "s"
            if height * width > 1:
                sheet.merge_cells(None, row + 2, column + 2, row + 1 + height, column + 1 + width)
            for r in range(row, row + height):
                for c in range(column, column + width):
                    expected[r + 1][c + 1] = str(value)

    table = _read(tmp_path, fill).tables[0]
    assert _rows(table) == expected
    for cell in table.cells:
        assert cell.location.baris == cell.row + 1
        assert cell.location.kolom == "ABCDEF"[cell.column]
        assert cell.number == (int(cell.text) if isinstance(cell.number, float) else None)


def test_groups_after_a_blank_row_go_on_with_the_table_but_a_titled_table_does_not(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (
            ["No", "Uraian", "Pagu"], [1, "a", 10], [], ["Program B"], [2, "b", 20], [],
            ["Realisasi"], ["Uraian", "Kode", 2025], ["a", "x", 5], [], ["Mengetahui", None, "Kepala"],
        ):  # fmt: skip
            sheet.append(row)

    document = _read(tmp_path, fill)
    assert [_rows(table) for table in document.tables] == [
        [["No", "Uraian", "Pagu"], ["1", "a", "10"], ["Program B", "", ""], ["2", "b", "20"]],
        [["Uraian", "Kode", "2025"], ["a", "x", "5"]],
        [["Mengetahui", "Kepala"]],
    ]


def test_escaped_control_characters_vanish(tmp_path: Path) -> None:
    _read(tmp_path, lambda sheet: sheet.append(["GANTI", "b"]))
    path = tmp_path / "uji.xlsx"
    with zipfile.ZipFile(path) as archive:
        part = next(name for name in archive.namelist() if b"GANTI" in archive.read(name))
    _edit(path, part, lambda xml: xml.replace("GANTI", "a_x000D_\nb_x0000_c_xD800_"))
    assert xlsx.read(path, "uji.xlsx").tables[0].text(0, 0) == "a\nbc"


def test_a_sheet_that_is_listed_many_times_is_read_once(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        for row in range(50):
            sheet.append([f"Indikator {row}", row, "Persen"])

    _read(tmp_path, fill)

    def repeat(text: str) -> str:
        return re.sub(r"(<sheet [^>]*/>)", lambda found: found[1] * 300, text)

    _edit(tmp_path / "uji.xlsx", "xl/workbook.xml", repeat)
    document = xlsx.read(tmp_path / "uji.xlsx", "uji.xlsx")
    assert len(document.tables) == 1
    assert document.peringatan == ("299 lembar menunjuk isi lembar lain dan tidak dibaca lagi.",)


def test_comments_in_the_xml_say_nothing(tmp_path: Path) -> None:
    path = tmp_path / "uji.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Sasaran", "Target"])  # type: ignore[union-attr]
    book.active.append(["Meningkatnya layanan", 85])  # type: ignore[union-attr]
    book.save(path)
    plain = xlsx.read(path, "uji.xlsx")
    comment = r"<!-- dibuat oleh aplikasi --><?catatan x?>\g<0>"
    _edit(path, "xl/worksheets/sheet1.xml", lambda text: re.sub(r"<(?:row|c|v|sheetData|/row)\b", comment, text))
    assert xlsx.read(path, "uji.xlsx").blocks == plain.blocks


def test_very_many_tables_of_one_sheet_cost_what_they_hold() -> None:
    def row(number: int, columns: str) -> str:
        cells = (f'<c r="{column}{number}" t="inlineStr"><is><t>isi {number}</t></is></c>' for column in columns)
        return f'<row r="{number}">{"".join(cells)}</row>'

    # Each beside the one before, so that it doesn't go on with it.
    rows = "".join(row(2 * number + 1, "AB" if number % 2 else "CD") for number in range(20_000))
    sheet = read_sheet(f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode(), Context([], []))
    begin = time.process_time()
    assert len(blocks(sheet, "uji.xlsx", "PK", 1)) == 20_000
    assert time.process_time() - begin < 5
