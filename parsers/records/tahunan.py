"""Columns that hold one value per year: targets and budgets of a multi-year plan."""

from __future__ import annotations

import re

from saksama.parsers.records.types import At
from saksama.parsers.tables import Column, RoleRow, RoleTable

_NTH = re.compile(r"tahun\s*(?:ke)?\s*[-–]?\s*(\d|[IV]{1,3})\b", re.IGNORECASE)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}

Period = tuple[At, At] | None


def yearly(table: RoleTable, role: str, period: Period) -> dict[str, Column]:
    """Year (as text) to column for one role; "Tahun ke-1" counts from the first year of the period."""
    found: dict[str, Column] = {}
    for column in table.columns_of(role):
        year = column.tahun
        if year is None and period is not None and (match := _NTH.search(column.title)):
            number = _ROMAN.get(match[1].upper()) or (int(match[1]) if match[1].isdigit() else 0)
            year = period[0].value + number - 1 if number else None
        if year is not None:
            found.setdefault(str(year), column)
    return found


def yearly_values(row: RoleRow, columns: dict[str, Column]) -> dict[str, At]:
    """Year to printed value of one row, empty cells left out."""
    values = {year: row.at(column) for year, column in columns.items()}
    return {year: value for year, value in values.items() if value.value is not None}
