"""Schedules of actions: which quarters are marked by text, by colour or in words."""

from __future__ import annotations

import re

from saksama.parsers.dates import MONTHS, triwulan_of
from saksama.parsers.model import Cell
from saksama.parsers.records.types import At
from saksama.parsers.tables import Column, RoleRow

_NO_MARK = re.compile(r"[-–—_.\s]*|0")
_QUARTER_RANGE = re.compile(
    r"(?P<dari>iv|iii|ii|i|[1-4])\s*(?:-|–|s\.?\s*/?\s*d\.?|sampai(?:\s+dengan)?)\s*"
    r"(?:tri\s?wulan|trw|tw)?\s*\.?\s*(?P<sampai>iv|iii|ii|i|[1-4])\b",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def schedule(row: RoleRow) -> At | None:
    """Which quarters a row's schedule marks, as four bools; None when the table has no schedule columns.

    Marks are texts ("v", "√", "x") or a background of their own. One column of words ("TW I - III", "Januari s.d.
    Maret") is read; words that name no quarter give null and the reason.
    """
    columns = row.parent.columns_of("jadwal")
    if not columns:
        return None
    if all(column.triwulan is None for column in columns):
        text = " ".join(filter(None, (row.text(column) for column in columns)))
        cell = row.cell(columns[0])
        if not text:
            return At(None)
        found = quarters_named(text)
        ragu = None if found else f"Jadwal “{text}” tidak menyebut triwulan."
        return At([number in found for number in range(1, 5)] if found else None, cell.location if cell else None, ragu)
    plain = _background(row)
    marked = {
        column.triwulan
        for column in columns
        if column.triwulan and any(_is_mark(cell, plain) for cell in _cells(row, column))
    }
    first = row.cell(columns[0])
    return At([number in marked for number in range(1, 5)], first.location if first else None)


def quarters_named(text: str) -> frozenset[int]:
    """The quarters that words name: "TW I - III", "II", "Januari s.d. Maret", "Februari, Oktober"."""
    folded = text.casefold()
    if match := _QUARTER_RANGE.search(folded):
        return frozenset(range(_ROMAN[match["dari"]], _ROMAN[match["sampai"]] + 1))
    months = [MONTHS[word] for word in re.findall(r"[a-z]+", folded) if word in MONTHS]
    if months:
        if len(months) == 2 and re.search(r"-|–|s\.?\s*/?\s*d|sampai", folded) and months[0] <= months[1]:
            months = list(range(months[0], months[1] + 1))
        return frozenset((month + 2) // 3 for month in months)
    if (number := triwulan_of(text)) is not None:
        return frozenset({number})
    words = re.findall(r"[^\W_]+", folded.replace("triwulan", " ").replace("tw", " "))
    return frozenset(_ROMAN[word] for word in words) if words and all(word in _ROMAN for word in words) else frozenset()


def _cells(row: RoleRow, column: Column) -> list[Cell]:
    cells = row.parent.table.grid[row.index][column.index : column.index + column.span]
    return [cell for cell in cells if cell is not None]


def _background(row: RoleRow) -> frozenset[str | None]:
    """The backgrounds of the row's other columns: a coloured row is no mark."""
    return frozenset(
        cell.fill
        for column in row.parent.columns
        if column.role != "jadwal"
        for cell in _cells(row, column)
        if cell.text
    )


def _is_mark(cell: Cell, plain: frozenset[str | None]) -> bool:
    if cell.text.strip():
        return not _NO_MARK.fullmatch(cell.text.strip())
    return cell.fill is not None and cell.fill not in plain
