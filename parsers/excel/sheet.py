"""One worksheet's XML -> its cells, merges and hidden parts, in a single pass.

Read directly because the file holds a formula and its last calculated value side by side, and because merges and far
cells are here only numbers: no memory is taken for a range before it is known to matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO

from lxml import etree

from saksama.parsers.excel.format import display
from saksama.parsers.excel.styles import PLAIN, Style, local

MAX_CELLS = 1_500_000
MAX_ROWS, MAX_COLUMNS = 1_048_576, 16_384
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_ROW_NUMBER, _INDEX = re.compile(r"\d{1,7}"), re.compile(r"\s*\d{1,9}\s*")
_NUMBER = re.compile(r"\s*-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?\s*")
# Neither control characters nor halves of a surrogate pair may reach a report.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u00ad\u200b\ufeff\ud800-\udfff]")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BLANKS = re.compile("[ \u00a0]+")


@dataclass(slots=True)
class Value:
    """A cell as displayed: its text, the stored number if it is one, fill and boldness."""

    text: str
    number: float | None = None
    fill: str | None = None
    bold: bool = False


@dataclass
class Sheet:
    """Cells by (row, column) from 1; merges as (first row, first column, last row, last column)."""

    cells: dict[tuple[int, int], Value] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    uncalculated: list[tuple[int, int]] = field(default_factory=list)
    errors: list[tuple[int, int]] = field(default_factory=list)
    full: bool = False

    def hidden(self, place: tuple[int, int]) -> bool:
        """Whether a cell isn't shown."""
        return place[0] in self.hidden_rows or self.column_hidden(place[1])

    def column_hidden(self, column: int) -> bool:
        """Whether a column isn't shown."""
        return bool(self.hidden_columns) and any(first <= column <= last for first, last in self.hidden_columns)


@dataclass
class Context:
    """What cells refer to: shared strings, cell styles, and the workbook's first day."""

    strings: list[str]
    styles: list[Style]
    epoch_1904: bool = False
    _known: dict[str, Style] = field(default_factory=dict)

    def style(self, number: str) -> Style:
        """The cell style of a number as a cell names it; the plain one for a number that names none."""
        found = self._known.get(number)
        if found is None:
            # Without a number it is the first.
            index = int(number) if re.fullmatch(r"\d{1,6}", number) else 0
            found = self._known[number] = self.styles[index] if index < len(self.styles) else PLAIN
        return found


@lru_cache(maxsize=MAX_COLUMNS)
def letters(column: int) -> str:
    """The name of a column from 1: 1 -> "A", 28 -> "AB"."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def position(reference: str) -> tuple[int, int] | None:
    """(row, column) from 1 of a reference such as "AB12"; None when it isn't one or lies outside a sheet."""
    match = _REFERENCE.fullmatch(reference)
    if not match:
        return None
    row, column = int(match[2]), _column(match[1])
    return (row, column) if 1 <= row <= MAX_ROWS and column <= MAX_COLUMNS else None


@lru_cache(maxsize=MAX_COLUMNS)
def _column(name: str) -> int:
    column = 0
    for letter in name:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def string_text(element: etree._Element) -> str:
    """The text of a shared or inline string: its runs joined, reading aids for Asian scripts left out."""
    pieces: list[str] = []
    for node in element:
        name = local(node)
        if name == "t":
            pieces.append(node.text or "")
        elif name == "r":
            pieces += [part.text or "" for part in node if local(part) == "t"]
    return clean("".join(pieces))


def clean(text: str) -> str:
    """Cell text with \\n for line breaks, no padding, and Excel's _x000D_ escapes undone."""
    text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")
    text = _INVISIBLE.sub("", text)
    lines = [_BLANKS.sub(" ", line).strip() for line in text.split("\n")]
    return "\n".join([line for line in lines if line])


def read_sheet(data: bytes, context: Context) -> Sheet:
    """Read a worksheet part; `full` is set when it holds more than MAX_CELLS cells, the rest is then left out.

    Raises lxml's XMLSyntaxError for broken XML.
    """
    sheet = Sheet()
    row_number = 0
    for element in _elements(data):
        name = local(element)
        if name == "row":
            row_number = _row(element, row_number, sheet, context)
            element.clear()
            if len(sheet.cells) > MAX_CELLS:
                sheet.full = True
                break
        elif name == "mergeCell":
            corner, _, opposite = element.get("ref", "").partition(":")
            begin, end = position(corner), position(opposite)
            if begin and end and begin <= end and begin[1] <= end[1]:
                sheet.merges.append((*begin, *end))
        elif name == "col" and element.get("hidden") in ("1", "true"):
            first, last = element.get("min", ""), element.get("max", "")
            if re.fullmatch(r"\d{1,5}", first) and re.fullmatch(r"\d{1,5}", last):
                sheet.hidden_columns.append((int(first), int(last)))
    return sheet


def _elements(data: bytes) -> Iterator[etree._Element]:
    tags = ("{*}row", "{*}mergeCell", "{*}col")
    parser = etree.iterparse(
        BytesIO(data),
        events=("end",),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    for _, element in parser:
        yield element


def _row(element: etree._Element, previous: int, sheet: Sheet, context: Context) -> int:
    reference = element.get("r", "")
    row = int(reference) if _ROW_NUMBER.fullmatch(reference) else previous + 1
    if element.get("hidden") in ("1", "true"):
        sheet.hidden_rows.add(row)
    column = 0
    for cell in element:
        place = position(cell.get("r", ""))
        # Some writers leave references out: the cell then follows the one before.
        column = place[1] if place else column + 1
        style = context.style(cell.get("s", ""))
        if not len(cell) and not style.fill:
            continue
        value = _value(cell, (row, column), style, sheet, context)
        if value.text or value.fill:
            sheet.cells[row, column] = value
    return row


def _value(cell: etree._Element, place: tuple[int, int], style: Style, sheet: Sheet, context: Context) -> Value:
    kind = cell.get("t", "n")
    stored: str | None = None
    formula = False
    inline = ""
    for part in cell:
        tag = local(part)
        if tag == "v":
            stored = part.text or ""
        elif tag == "f":
            formula = True
        elif tag == "is":
            inline = string_text(part)
    # A text formula may well have an empty result; a number without one was never calculated.
    if formula and not stored and kind != "str" and not inline:
        sheet.uncalculated.append(place)
    text, number = inline, None
    if stored is not None and kind == "s":
        index = int(stored) if _INDEX.fullmatch(stored) else -1
        text = context.strings[index] if 0 <= index < len(context.strings) else ""
    elif stored is not None and kind == "b":
        text = "BENAR" if stored.strip() in ("1", "true") else "SALAH"
    elif stored is not None and kind in ("str", "e", "d", "inlineStr"):
        text = clean(stored)
        if kind == "e":
            sheet.errors.append(place)
    elif stored:
        number = _float(stored)
        text = clean(stored) if number is None else display(number, style.format, context.epoch_1904)
    return Value(text, number, style.fill, style.bold)


def _float(text: str) -> float | None:
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text)
    return number if abs(number) < 1e300 else None
