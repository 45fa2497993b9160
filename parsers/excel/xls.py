"""Excel 97-2003 workbooks (.xls) -> Document: the cells through xlrd, everything after as with xlsx."""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import xlrd
from xlrd.compdoc import CompDocError
from xlrd.formula import FormulaError

from saksama.parsers.excel.blocks import blocks
from saksama.parsers.excel.format import display
from saksama.parsers.excel.sheet import Sheet, Value, clean
from saksama.parsers.excel.xlsx import EMPTY, sheet_warnings
from saksama.parsers.files import sha256
from saksama.parsers.model import Block, Document, ReadError

# What xlrd raises on damaged files, beside its own errors.
_DAMAGED = (
    xlrd.XLRDError,
    FormulaError,
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
_USUAL = 15
"""The style of a cell for which neither it nor its row or column names one."""


def read(path: Path, name: str) -> Document:
    """Read an .xls workbook as displayed; raises ReadError for a damaged, protected or empty file."""
    try:
        with path.open("rb") as stream:
            book = xlrd.open_workbook(
                file_contents=stream.read(), formatting_info=True, ragged_rows=True, logfile=_Silent()
            )
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
    looks = _looks(book)
    coloured = {
        column: fill
        for column, info in sorted(page.colinfo_map.items())
        if column < page.ncols and (fill := looks(info.xf_index if info.xf_index >= 0 else _USUAL).fill)
    }
    for row in range(min(page.nrows, _ROWS)):
        # One far cell makes a sheet of millions of empty ones: those are never asked one by one.
        held = [column for column, kind in enumerate(page.row_types(row)) if kind != xlrd.XL_CELL_EMPTY]
        for column in held:
            cell = page.cell(row, column)
            look = looks(cell.xf_index)
            text, number = _content(book, cell, look.format)
            if cell.ctype == xlrd.XL_CELL_ERROR:
                sheet.errors.append((row + 1, column + 1))
            if text or look.fill:
                sheet.cells[row + 1, column + 1] = Value(text, number, look.fill, look.bold)
        usual = page.rowinfo_map[row].xf_index if row in page.rowinfo_map else -1
        empty = coloured if usual < 0 else dict.fromkeys(range(page.ncols), fill) if (fill := looks(usual).fill) else {}
        for column in empty.keys() - set(held):
            sheet.cells[row + 1, column + 1] = Value("", None, empty[column])
    return sheet


class _Look(msgspec.Struct, frozen=True):
    """How cells of one style look: the key of their number format, fill and boldness."""

    format: int
    fill: str | None
    bold: bool


def _looks(book: Any) -> Callable[[int], _Look]:
    """The look of a style by its number, worked out once."""

    @cache
    def look(number: int) -> _Look:
        style = book.xf_list[number]
        return _Look(style.format_key, _fill(book, style), bool(book.font_list[style.font_index].bold))

    return look


def _content(book: Any, cell: Any, key: int) -> tuple[str, float | None]:
    """What a cell shows, and its number."""
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return clean(cell.value), None
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return ("BENAR" if cell.value else "SALAH"), None
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(cell.value, "#N/A"), None
    if cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        code = book.format_map[key].format_str
        return display(cell.value, code, bool(book.datemode)), float(cell.value)
    return "", None


def _fill(book: Any, style: Any) -> str | None:
    if not style.background.fill_pattern:
        return None
    colour = book.colour_map.get(style.background.pattern_colour_index)
    if colour is None or colour == _WHITE:
        return None
    return "{:02X}{:02X}{:02X}".format(*colour)
