"""Excel 97-2003 workbooks (.xls) -> Document: the cells through xlrd, everything after as with xlsx."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import xlrd
from xlrd.compdoc import CompDocError

from saksama.parsers.excel.blocks import blocks
from saksama.parsers.excel.format import display
from saksama.parsers.excel.sheet import Sheet, Value, clean
from saksama.parsers.excel.xlsx import EMPTY, sheet_warnings
from saksama.parsers.files import sha256
from saksama.parsers.model import Block, Document, ReadError

# What xlrd raises on damaged files, beside its own errors.
_DAMAGED = (
    xlrd.XLRDError,
    CompDocError,
    struct.error,
    ArithmeticError,
    ValueError,
    IndexError,
    KeyError,
    AssertionError,
    AttributeError,
    TypeError,
    OSError,
)
_WHITE = (255, 255, 255)
_ROWS = 20_000


def read(path: Path, name: str) -> Document:
    """Read an .xls workbook as displayed; raises ReadError for a damaged, protected or empty file."""
    try:
        with path.open("rb") as stream:
            book = xlrd.open_workbook(file_contents=stream.read(), formatting_info=True, logfile=_Silent())
        found, warnings = _visible(book, name)
    except _DAMAGED as error:
        said = "dilindungi kata sandi" if "encrypted" in str(error).casefold() else "rusak atau tidak dikenal isinya"
        raise ReadError(name, f"Berkas Excel lama (.xls) {said}.", "Buka di Excel lalu simpan sebagai .xlsx.") from None
    if not found:
        raise ReadError(name, "Tidak ada isi yang terlihat di lembar mana pun.", EMPTY)
    return Document(name, sha256(path), "xls", tuple(found), peringatan=tuple(warnings))


def _visible(book: Any, name: str) -> tuple[list[Block], list[str]]:
    """The blocks of the sheets that are shown, and warnings on what is not."""
    found: list[Block] = []
    warnings: list[str] = []
    tables = 0
    for page in book.sheets():
        if page.visibility:
            warnings.append(f"Lembar “{page.name}” tersembunyi dan tidak dibaca.")
            continue
        sheet = _sheet(book, page)
        new = blocks(sheet, name, page.name, tables + 1)
        tables += sum(block.location.tabel is not None for block in new)
        found += new
        warnings += sheet_warnings(sheet, page.name, 0)
    return found, warnings


class _Silent:
    """A stream for the oddities that xlrd reports of a file: a user can do nothing about them."""

    def write(self, text: str) -> int:
        return len(text)

    def flush(self) -> None:
        return None


def _sheet(book: Any, page: Any) -> Sheet:
    sheet = Sheet(full=page.nrows > _ROWS)
    sheet.merges = [(low + 1, left + 1, high, right) for low, high, left, right in page.merged_cells]
    sheet.hidden_rows = {row + 1 for row, info in page.rowinfo_map.items() if info.hidden}
    sheet.hidden_columns = [(column + 1, column + 1) for column, info in page.colinfo_map.items() if info.hidden]
    for row in range(min(page.nrows, _ROWS)):
        for column in range(page.row_len(row)):
            cell = page.cell(row, column)
            value = _value(book, cell)
            if cell.ctype == xlrd.XL_CELL_ERROR:
                sheet.errors.append((row + 1, column + 1))
            if value.text or value.fill:
                sheet.cells[row + 1, column + 1] = value
    return sheet


def _value(book: Any, cell: Any) -> Value:
    style = book.xf_list[cell.xf_index]
    bold = bool(book.font_list[style.font_index].bold)
    fill = _fill(book, style)
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return Value(clean(cell.value), None, fill, bold)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return Value("BENAR" if cell.value else "SALAH", None, fill, bold)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return Value(xlrd.error_text_from_code.get(cell.value, "#N/A"), None, fill, bold)
    if cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        code = book.format_map[style.format_key].format_str
        return Value(display(cell.value, code, bool(book.datemode)), float(cell.value), fill, bold)
    return Value("", None, fill, bold)


def _fill(book: Any, style: Any) -> str | None:
    if not style.background.fill_pattern:
        return None
    colour = book.colour_map.get(style.background.pattern_colour_index)
    if colour is None or colour == _WHITE:
        return None
    return "{:02X}{:02X}{:02X}".format(*colour)
