"""What the property blocks of paragraphs, runs, cells and rows say that matters here.

A document repeats a few blocks thousandfold (see folded.py): each is looked at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from lxml import etree

from saksama.parsers.word.folded import KEY
from saksama.parsers.word.markup import W, children, number, own_value, switch, value

MAX_COLUMNS = 1024

_SYMBOL_FONTS = ("wingdings", "wingdings 2", "symbol")
_T = TypeVar("_T")


class ParagraphProperties(NamedTuple):
    """w:pPr. outline: as written, from 0; level and num: of its own numbering (num 0 switches it off)."""

    style: str | None = None
    outline: int | None = None
    level: int | None = None
    num: int | None = None


class RunProperties(NamedTuple):
    """w:rPr. size in half points; symbols: the font, where its letters are symbols, else ""."""

    style: str | None = None
    bold: bool | None = None
    hidden: bool | None = None
    size: int | None = None
    symbols: str = ""


class CellProperties(NamedTuple):
    """w:tcPr. merged: continues the cell on its left (hMerge); vertical: vMerge as written; fill: RRGGBB."""

    span: int = 1
    merged: bool = False
    vertical: str | None = None
    fill: str | None = None


class RowProperties(NamedTuple):
    """w:trPr. before: columns of the fine grid that are skipped on the left."""

    deleted: bool = False
    hidden: bool = False
    before: int = 0


_PLAIN_PARAGRAPH, PLAIN_RUN = ParagraphProperties(), RunProperties()
_PLAIN_CELL, _PLAIN_ROW = CellProperties(), RowProperties()


def paragraph_properties(block: etree._Element | None) -> ParagraphProperties:
    """What a w:pPr says, nothing without one."""
    if block is None:
        return _PLAIN_PARAGRAPH
    found = children(block)
    numbering = found.get("numPr")
    return ParagraphProperties(
        own_value(found.get("pStyle")),
        number(own_value(found.get("outlineLvl"))),
        number(value(numbering, "ilvl")),
        number(value(numbering, "numId")),
    )


def run_properties(block: etree._Element | None) -> RunProperties:
    """What a w:rPr says, nothing without one."""
    if block is None:
        return PLAIN_RUN
    found = children(block)
    fonts = found.get("rFonts")
    font = (fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "") if fonts is not None else ""
    return RunProperties(
        own_value(found.get("rStyle")),
        switch(found.get("b")),
        switch(found.get("vanish")),
        number(own_value(found.get("sz"))),
        font if font.casefold() in _SYMBOL_FONTS else "",
    )


def _cell_properties(block: etree._Element | None) -> CellProperties:
    if block is None:
        return _PLAIN_CELL
    found = children(block)
    vertical, shade = found.get("vMerge"), found.get("shd")
    fill = (shade.get(f"{W}fill") or "").upper() if shade is not None else ""
    return CellProperties(
        _span(own_value(found.get("gridSpan")), 1),
        "hMerge" in found and own_value(found["hMerge"]) != "restart",
        vertical.get(f"{W}val", "continue") if vertical is not None else None,
        fill if len(fill) == 6 and fill not in ("AUTO", "FFFFFF") else None,
    )


def _row_properties(block: etree._Element | None) -> RowProperties:
    if block is None:
        return _PLAIN_ROW
    found = children(block)
    before = _span(own_value(found.get("gridBefore")), 0)
    return RowProperties("del" in found, bool(switch(found.get("hidden"))), before)


def _span(text: str | None, least: int) -> int:
    return min(max(number(text) or least, least), MAX_COLUMNS)


class Properties:
    """The properties of the elements of one part; blocks: those that were folded."""

    def __init__(self, blocks: Sequence[etree._Element] = ()) -> None:
        self._blocks: dict[str | None, etree._Element] = {str(index): block for index, block in enumerate(blocks)}
        self._paragraphs: dict[str | None, ParagraphProperties] = {}
        self._runs: dict[str | None, RunProperties] = {}
        self._cells: dict[str | None, CellProperties] = {}
        self._rows: dict[str | None, RowProperties] = {}

    def paragraph(self, node: etree._Element) -> ParagraphProperties:
        """Of a w:p."""
        return self._paragraphs.get(node.get(KEY)) or self._read(node, "pPr", paragraph_properties, self._paragraphs)

    def run(self, node: etree._Element) -> RunProperties:
        """Of a w:r."""
        return self._runs.get(node.get(KEY)) or self._read(node, "rPr", run_properties, self._runs)

    def cell(self, node: etree._Element) -> CellProperties:
        """Of a w:tc."""
        return self._cells.get(node.get(KEY)) or self._read(node, "tcPr", _cell_properties, self._cells)

    def row(self, node: etree._Element) -> RowProperties:
        """Of a w:tr."""
        return self._rows.get(node.get(KEY)) or self._read(node, "trPr", _row_properties, self._rows)

    def _read(
        self,
        node: etree._Element,
        tag: str,
        read: Callable[[etree._Element | None], _T],
        known: dict[str | None, _T],
    ) -> _T:
        key = node.get(KEY)
        block = self._blocks.get(key)
        if block is None:
            return read(next(node.iterchildren(W + tag), None))
        found = known[key] = read(block)
        return found
