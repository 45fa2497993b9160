"""Tables with random merged cells, made by python-docx and openpyxl, written by LibreOffice and read back."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import docx as python_docx
import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl.styles import Border, Side

from saksama.parsers.model import Table
from saksama.parsers.reading import read

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
Tiling = tuple[int, int, list[tuple[int, int, int, int]]]


def _name(table: int, area: int) -> str:
    return f"s{table} {area}"


def _docx(path: Path, tilings: list[Tiling]) -> None:
    document = python_docx.Document()
    for number, (n_rows, n_columns, areas) in enumerate(tilings):
        document.add_paragraph(f"Judul tabel nomor {number}")
        table = document.add_table(n_rows, n_columns, style="Table Grid")
        for index, (row, column, height, width) in enumerate(areas):
            cell = table.cell(row, column).merge(table.cell(row + height - 1, column + width - 1))
            cell.text = _name(number, index)
    document.save(str(path))


def _xlsx(path: Path, tilings: list[Tiling]) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    line = Side(style="thin")
    for number, (n_rows, n_columns, areas) in enumerate(tilings):
        sheet = book.create_sheet(f"L{number}")
        sheet.cell(1, 1).value = f"Judul tabel nomor {number}"
        for row in range(n_rows):
            for column in range(n_columns):
                sheet.cell(row + 3, column + 1).border = Border(line, line, line, line)
        for index, (row, column, height, width) in enumerate(areas):
            sheet.cell(row + 3, column + 1).value = _name(number, index)
            if height * width > 1:
                sheet.merge_cells(None, row + 3, column + 1, row + 2 + height, column + width)
    book.save(path)


def _is_laid_out(tiling: Tiling) -> bool:
    """Whether a page shows all of a tiling: one box is a frame and no table, and a row without a cell of its own height
    gets none from LibreOffice."""
    n_rows, _, areas = tiling
    return len(areas) > 1 and {row for row, _, height, _ in areas if height == 1} == set(range(n_rows))


def _expected(number: int, tiling: Tiling) -> list[list[str]]:
    """The texts position by position; rows and columns in which no cell begins are none."""
    n_rows, n_columns, areas = tiling
    texts = [[""] * n_columns for _ in range(n_rows)]
    for index, (row, column, height, width) in enumerate(areas):
        for r in range(row, row + height):
            for c in range(column, column + width):
                texts[r][c] = _name(number, index)
    rows, columns = sorted({area[0] for area in areas}), sorted({area[1] for area in areas})
    return [[texts[r][c] for c in columns] for r in rows]


def _read(table: Table) -> list[list[str]]:
    rows = sorted({cell.row for cell in table.cells})
    columns = sorted({cell.column for cell in table.cells})
    grid = table.grid
    return [[cell.text if (cell := grid[r][c]) else "" for c in columns] for r in rows]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice tidak terpasang")
@pytest.mark.parametrize(
    ("write", "ending", "printed"),
    [(_docx, "docx", "pdf"), (_xlsx, "xlsx", "pdf"), (_docx, "docx", "docx"), (_xlsx, "xlsx", "xlsx")],
)
@given(data=st.data())
@settings(
    max_examples=2, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
def test_libreoffice_tables_read_back_position_by_position(tmp_path, tilings, write, ending, printed, data):
    drawn = data.draw(st.lists(tilings.filter(_is_laid_out), min_size=5, max_size=8))
    source, out = tmp_path / f"asal.{ending}", tmp_path / "hasil"
    write(source, drawn)
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", printed, "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    tables = read(out / f"asal.{printed}", "asal").tables
    assert [_read(table) for table in tables] == [_expected(number, one) for number, one in enumerate(drawn)]
