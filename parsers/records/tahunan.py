"""Columns that hold one value per year: targets and budgets of a multi-year plan."""

from __future__ import annotations

import re
from collections.abc import Iterable

from saksama.parsers.numbers import split_target
from saksama.parsers.records.types import At
from saksama.parsers.tables import Column, RoleRow, RoleTable

_NTH = re.compile(r"tahun\s*(?:ke)?\s*[-–]?\s*(\d|[IV]{1,3})\b", re.IGNORECASE)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}

_MONEY = re.compile(r"\brp\b|rupiah|pagu|anggaran|\bdana\b|pendanaan", re.IGNORECASE)
_TARGET = re.compile(r"target|volume|\bvol\b|^k$", re.IGNORECASE)

Period = tuple[At, At] | None


def target_columns(table: RoleTable, period: Period) -> dict[str, Column]:
    """Year (as text) to the column of its target; "Tahun ke-1" counts from the first year of the period."""
    return _by_year([column for column in table.columns if _holds_money(column) is False], period)


def money_columns(table: RoleTable, period: Period) -> dict[str, Column]:
    """Year (as text) to the column of its budget."""
    return _by_year([column for column in table.columns if _holds_money(column)], period)


def _by_year(columns: Iterable[Column], period: Period) -> dict[str, Column]:
    found: dict[str, Column] = {}
    for column in columns:
        year = column.tahun
        if year is None and period is not None and (match := _NTH.search(column.title.replace(" > ", " "))):
            number = _ROMAN.get(match[1].upper()) or (int(match[1]) if match[1].isdigit() else 0)
            year = period[0].value + number - 1 if number else None
        if year is not None:
            found.setdefault(str(year), column)
    return found


def _holds_money(column: Column) -> bool | None:
    """Whether a column holds budgets (False: targets, None: neither), by its lowest heading where that says."""
    if column.role not in ("target", "pagu", "anggaran", "pagu_akhir"):
        return None
    lowest = column.title.split(" > ")[-1]
    if _MONEY.search(lowest) and not _TARGET.search(lowest):
        return True
    if _TARGET.search(lowest) and not _MONEY.search(lowest):
        return False
    return column.role != "target"


def yearly_values(row: RoleRow, columns: dict[str, Column]) -> dict[str, At]:
    """Year to printed value of one row, empty cells left out."""
    values = {year: row.at(column) for year, column in columns.items()}
    return {year: value for year, value in values.items() if value.value is not None}


def unit_apart(values: dict[str, At], satuan: At) -> tuple[dict[str, At], At]:
    """Targets without the unit behind them when no column gives it and all targets share it."""
    if satuan.value is not None:
        return values, satuan
    split = {year: split_target(value.value) for year, value in values.items()}
    units = {unit for _, unit in split.values() if unit is not None}
    if len(units) != 1:
        return values, satuan
    unit = units.pop()
    first = next(year for year, (_, own) in split.items() if own is not None)
    return {year: At(number, values[year].location) for year, (number, _) in split.items()}, At(
        unit, values[first].location
    )
