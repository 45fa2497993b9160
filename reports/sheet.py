"""Writing worksheets: one look for all of them, text that is never read as a formula, pages that print well."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from decimal import Decimal
from math import ceil
from typing import Literal
from weakref import WeakKeyDictionary

import msgspec
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from saksama.reports import words

INK, SOFT, LINE = "1F2933", "5F6B76", "C9D1D9"
HEAD, PART, SUB, INPUT = "1F3A5F", "DCE5F0", "F0F4F8", "FFF9DB"
GOOD, BAD, DOUBT = "1B6E3C", "A61B1B", "8A5A00"
FONT = "Arial"
_INDONESIAN = "[$-421]"
"""Before a number format: decimal comma and thousands point whatever the program's own language."""
ZOOM = 90
"""Per cent: the columns that are worked in fit on the screen of a small laptop."""
_CAPITALS = 1.25
_PER_UNIT = 1.38
"""Letters of the body size to one unit of a column's width, in running text."""
_LEADING = 1.3
"""Height of a line to its letters' size."""
MAX_TEXT = 32_000
"""A cell holds 32.767 characters at most."""

_EDGE = Side(style="thin", color=LINE)
_GRID = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
Align = Literal["left", "center", "right"]
Value = str | int | Decimal | None


class Look(msgspec.Struct, frozen=True):
    """How a cell looks; fill and colour as RRGGBB."""

    bold: bool = False
    size: float = 9
    colour: str = INK
    fill: str | None = None
    align: Align = "left"
    format: str | None = None
    grid: bool = True
    italic: bool = False
    indent: int = 0
    middle: bool = False


_LOOKS: WeakKeyDictionary[Workbook, dict[Look, StyleArray]] = WeakKeyDictionary()
"""The styles of a workbook by the looks that are in use."""

PLAIN = Look()
CENTRE = Look(align="center")
HEADER = Look(bold=True, colour="FFFFFF", fill=HEAD, align="center", middle=True)
NUMBER = Look(align="right", format="0.00")
TITLE = Look(bold=True, size=14, colour=HEAD, grid=False)
NOTE = Look(colour=SOFT, grid=False)


def saved(book: Workbook) -> bytes:
    """The workbook as a package whose parts are not compressed yet: `ooxml.stable` does so, once."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        ExcelWriter(book, archive).save()
    return buffer.getvalue()


def put(ws: Worksheet, row: int, column: int, value: Value, look: Look = PLAIN) -> Cell:
    """A value; text is kept as text even when it begins with = + - @, as documents may."""
    cell = _cell(ws, row, column, look)
    if isinstance(value, str):
        text = words.clean(value)
        cell.value = text if len(text) <= MAX_TEXT else text[:MAX_TEXT] + "…"
        cell.data_type = "s"
        if text[:1] in ("=", "+", "-", "@"):
            cell.quotePrefix = True
    elif value is not None:
        cell.value = value
    return cell


def formula(ws: Worksheet, row: int, column: int, text: str, look: Look = NUMBER) -> Cell:
    """A live formula, written by us and never taken from a document."""
    cell = _cell(ws, row, column, look)
    cell.value = text
    return cell


def _cell(ws: Worksheet, row: int, column: int, look: Look) -> Cell:
    cell = ws.cell(row=row, column=column)
    assert isinstance(cell, Cell)
    book = ws.parent
    assert book is not None
    known = _LOOKS.setdefault(book, {})
    if (style := known.get(look)) is not None:
        cell._style = copy(style)  # type: ignore[attr-defined]
        return cell
    # Each assignment searches the workbook's tables for an equal font, fill ...: done for the first cell of a look.
    cell._style = StyleArray()  # type: ignore[attr-defined]
    cell.font = Font(name=FONT, size=look.size, bold=look.bold, italic=look.italic, color=look.colour)
    cell.alignment = Alignment(
        horizontal=look.align,
        vertical="center" if look.middle else "top",
        wrap_text=look.grid,
        indent=look.indent,
    )
    if look.fill:
        cell.fill = PatternFill("solid", start_color=look.fill)
    if look.grid:
        cell.border = _GRID
    if look.format:
        cell.number_format = _INDONESIAN + look.format
    known[look] = copy(cell._style)  # type: ignore[attr-defined]
    return cell


def header(ws: Worksheet, row: int, titles: Iterable[str]) -> None:
    """A header row, tall enough for two lines."""
    for column, title in enumerate(titles, start=1):
        put(ws, row, column, title, HEADER)
    ws.row_dimensions[row].height = 28


def start(ws: Worksheet, title: str, columns: Sequence[tuple[str, float]], header_row: int = 3) -> int:
    """Title, widths and header row of a list; gives the number of the header row."""
    widths(ws, [width for _, width in columns])
    put(ws, 1, 1, title, TITLE)
    header(ws, header_row, [name for name, _ in columns])
    return header_row


def finish(ws: Worksheet, top: int, last: int, columns: int, footer: str, printed: int | None = None) -> None:
    """Filter, frozen header and print set-up of a list whose header stands in row `top`."""
    ws.auto_filter.ref = f"A{top}:{get_column_letter(columns)}{max(last, top + 1)}"
    ws.freeze_panes = f"B{top + 1}"
    page(ws, top, footer, printed)


def widths(ws: Worksheet, sizes: Iterable[float]) -> None:
    """Column widths in characters, from column A."""
    for column, size in enumerate(sizes, start=1):
        ws.column_dimensions[get_column_letter(column)].width = size


def page(ws: Worksheet, header_row: int | None, footer: str, printed: int | None = None) -> None:
    """A4 landscape (F4 is wider and longer), fitted to the width, header row repeated, page numbers.

    printed: the last column on paper; what stands right of it is for the screen.
    """
    ws.sheet_view.showGridLines = False
    ws.sheet_view.zoomScale = ZOOM
    if printed is not None:
        ws.print_area = f"A1:{get_column_letter(printed)}{ws.max_row}"
    ws.print_options.horizontalCentered = True
    ws.page_setup.orientation = "landscape"
    ws.page_setup.paperSize = 9
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    ws.page_setup.fitToWidth = 1
    ws.page_setup.fitToHeight = 0
    ws.page_margins.left = ws.page_margins.right = 0.35
    ws.page_margins.top = 0.45
    ws.page_margins.bottom = 0.6
    ws.page_margins.footer = 0.3
    foot = ws.oddFooter
    assert foot is not None
    for part, text in ((foot.left, words.clean(footer).replace("&", "&&")), (foot.right, "Hal. &P dari &N")):
        assert part is not None
        part.text = text
        part.size = 8
    if header_row is not None:
        ws.print_title_rows = f"{header_row}:{header_row}"


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a column so many characters wide, roughly; capitals are wider."""
    return sum(
        max(1, ceil(len(part) * (_CAPITALS if part.isupper() else 1) / max(1, int(width)))) for part in text.split("\n")
    )


def fit(ws: Worksheet, row: int, texts: Mapping[int, str], size: float = 9) -> None:
    """Row height for wrapped texts by column number: not every program fits rows by itself."""
    need = 1
    for column, text in texts.items():
        if text:
            width = ws.column_dimensions[get_column_letter(column)].width
            need = max(need, lines(text, width * _PER_UNIT))
    ws.row_dimensions[row].height = min(400.0, need * size * _LEADING + 4)
