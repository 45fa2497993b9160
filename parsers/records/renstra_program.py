"""The programs of a Renstra: code, name and indicator with a target and an indicative budget for each year.

In the forms since 2025 a code and a name stand in one cell and the outcome with its indicator on the line below; in
older ones programs and activities have columns of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from saksama.parsers.model import Cell
from saksama.parsers.records.lanjutan import rows_of
from saksama.parsers.records.renstra_sasaran import PROGRAM_ROLES, is_goal
from saksama.parsers.records.renstra_ulang import planned_once
from saksama.parsers.records.rows import bracket_unit, named
from saksama.parsers.records.tahunan import Period, money_columns, target_columns, unit_apart, yearly_values
from saksama.parsers.records.types import At
from saksama.parsers.tables import Column, RoleRow, RoleTable, flow, strip_number

Tables = Sequence[RoleTable]
"""A table with its continuations on later pages."""
_CODE = re.compile(r"((?:\d{1,2}|[Xx]{1,2})(?:\s?\.\s?(?:\d{1,4}|[Xx]{1,2})){1,6})\.?\s*(?:[-–:]\s*)?(.*)", re.DOTALL)
_NAMES = (*PROGRAM_ROLES, "uraian")


def program_rows(tables: Sequence[Tables], period: Period) -> list[dict[str, Any]]:
    """The rows of all tables that plan programs by year; where there are none, the programs named without figures.

    A later table that plans again what an earlier one did (the same codes, or the same names and indicators) adds
    only what is new in it.
    """
    return _planned(tables, period) or [row for group in tables for row in _named(group)]


def _named(group: Tables) -> Iterator[dict[str, Any]]:
    """The programs and activities of a table that derives them from sasaran and outcomes, without any figure."""
    table = group[0]
    if not (table.column("outcome") or table.column("output")) or table.columns_of("target"):
        return
    seen: set[int] = set()
    for row in rows_of(group):
        for column in _names(table):
            cell = row.cell(column)
            if cell is None or not cell.text.strip() or id(cell) in seen or row.is_total:
                continue
            seen.add(id(cell))
            kode, uraian = _coded(row, cell)
            yield {
                "kode": kode,
                "uraian": uraian,
                "indikator": row.at("indikator"),
                "target": {},
                "pagu": {},
                "lain": _further(row, row.at("outcome")),
            }


def _planned(tables: Iterable[Tables], period: Period) -> list[dict[str, Any]]:
    planned: list[list[dict[str, Any]]] = []
    for group in tables:
        table = group[0]
        targets, money = target_columns(table, period), money_columns(table, period)
        if not money or table.columns_of("realisasi") or table.columns_of("realisasi_anggaran") or not _names(table):
            continue
        reader = _Reader(table, targets, money)
        for row in rows_of(group):
            if not row.is_total and not _is_title(row) and not is_goal(row):
                reader.read(row)
        reader.close()
        planned.append(reader.entries)
    return planned_once(planned)


def _names(table: RoleTable) -> list[Column]:
    """The columns that name programs, activities and sub-activities, from the widest level down."""
    named = [column for column in table.columns if column.role in _NAMES]
    if named:
        return named
    return [column for column in table.columns if re.search(r"program|kegiatan", column.title, re.IGNORECASE)][:1]


class _Reader:
    """Reads one table from the top down: a name may stand on a line above its numbers, or on the page before."""

    def __init__(self, table: RoleTable, targets: dict[str, Column], money: dict[str, Column]) -> None:
        self.entries: list[dict[str, Any]] = []
        self._table, self._targets, self._money = table, targets, money
        self._names = _names(table)
        self._in_one_cell = len(self._names) == 1 and "kode" not in table.roles
        self._last: list[Cell | None] = [None] * len(self._names)
        self._before: list[int] = []
        self._announced: set[tuple[str | None, str | None]] = set()
        self._kode, self._uraian, self._level = At(None), At(None), self._names[-1]
        self._kept = self._kode, self._uraian
        self._waiting: tuple[dict[str, At], dict[str, At]] | None = None
        self._bare = False

    def read(self, row: RoleRow) -> None:
        """Take in the next row."""
        named, outcome = self._name(row)
        cells = [id(row.cell(column)) for column in (*self._names, *self._targets.values(), *self._money.values())]
        if cells == self._before:
            # Only a column of no interest here cuts this row off the one above.
            return
        self._before = cells
        target, pagu = yearly_values(row, self._targets), yearly_values(row, self._money)
        indikator = _own_indicator(row, self._table, self._level)
        if not target and not pagu and not named:
            self._carry_on(outcome, indikator)
            return
        if named:
            self.close()
        elif outcome is None and indikator.value is None:
            # A sum without a label below the last row.
            return
        if self._uraian.value is None:
            return
        self._bare = named and not target and not pagu and indikator.value is None
        if self._bare:
            return
        if named and indikator.value is None and pagu and (not target or self._reaches_down(row)):
            # The budget stands beside the code, the target beside the indicator on the line below; or the figures
            # are merged over both lines.
            self._waiting = target, pagu
            return
        if self._waiting is not None:
            target, pagu, self._waiting = target or self._waiting[0], pagu or self._waiting[1], None
        self._add(row, indikator, target, pagu, outcome)

    def _reaches_down(self, row: RoleRow) -> bool:
        """Whether every target of a row is merged with the row below it."""
        cells = [cell for column in self._targets.values() if (cell := row.cell(column)) and cell.text.strip()]
        return bool(cells) and all(cell.row + cell.rowspan > row.index + 1 for cell in cells)

    def close(self) -> None:
        """Record a budget beside a code that no line with an indicator followed."""
        if self._waiting is not None:
            entry = {"kode": self._kept[0], "uraian": self._kept[1], "indikator": At(None), "satuan": At(None)}
            self.entries.append({**entry, "target": self._waiting[0], "pagu": self._waiting[1], "lain": {}})
            self._waiting = None

    def _name(self, row: RoleRow) -> tuple[bool, At | None]:
        """Whether the row begins a program or activity, and the outcome that it names instead."""
        self._kept = self._kode, self._uraian
        named, outcome = False, None
        for level, column in enumerate(self._names):
            cell = row.cell(column)
            if cell is None or not cell.text.strip() or cell is self._last[level]:
                continue
            self._last[level] = cell
            kode, name = _coded(row, cell)
            if self._in_one_cell and kode.value is None and self._kode.value is not None:
                outcome = name
                continue
            self._kode, self._uraian, self._level, named = kode, name, column, True
            indikator = _own_indicator(row, self._table, column)
            below = any(_fresh(row, other, self._last) for other in self._names[level + 1 :])
            if below and (name.value, indikator.value) not in self._announced:
                self._announced.add((name.value, indikator.value))
                self._add(row, indikator, {}, {}, None)
        return named, outcome

    def _carry_on(self, name: At | None, indikator: At) -> None:
        """Join what a page break cut off: the rest of a name above its numbers, or of the last indicator."""
        if name is not None and self._bare and self._uraian.value:
            self._uraian = At(f"{self._uraian.value} {name.value}", self._uraian.location)
        elif indikator.value and self.entries and _next_page(self.entries[-1]["indikator"], indikator):
            last = self.entries[-1]["indikator"]
            self.entries[-1]["indikator"] = At(f"{last.value} {indikator.value}", last.location)

    def _add(self, row: RoleRow, indikator: At, target: dict[str, At], pagu: dict[str, At], outcome: At | None) -> None:
        indikator = named(indikator)
        target, satuan = unit_apart(target, row.at("satuan"))
        if satuan.value is None and (unit := bracket_unit(indikator.value)) is not None:
            satuan = At(unit, indikator.location)
        self.entries.append(
            {
                "kode": self._kode,
                "uraian": self._uraian,
                "indikator": indikator,
                "satuan": satuan,
                "target": target,
                "pagu": pagu,
                "lain": _further(row, outcome),
            }
        )


def _next_page(first: At, second: At) -> bool:
    """Whether a text stands on the page after another one."""
    one, other = first.location, second.location
    return one is not None and other is not None and one.halaman is not None and other.halaman == one.halaman + 1


def _is_title(row: RoleRow) -> bool:
    """A mission, or a header cell that reaches down, in one cell over the table: no program."""
    widest = max((cell.colspan for cell in row.cells), default=1)
    if all(cell.row < row.parent.first_row for cell in row.cells):
        return True
    return len(row.cells) == 1 and widest * 2 > row.parent.table.n_columns and not _CODE.match(row.cells[0].text)


def _fresh(row: RoleRow, column: Column, last: list[Cell | None]) -> bool:
    cell = row.cell(column)
    return cell is not None and bool(cell.text.strip()) and all(cell is not other for other in last)


def _coded(row: RoleRow, cell: Cell) -> tuple[At, At]:
    """Code and name of a cell: the code before the name, or in its own column or columns."""
    text = flow(cell.text)
    if match := _CODE.fullmatch(text):
        return At(re.sub(r"\s", "", match[1]), cell.location), At(match[2].strip() or None, cell.location)
    codes = [row.text(column) for column in row.parent.columns_of("kode")]
    code = ".".join(part.strip(". ") for part in codes if part.strip())
    return At(code or None, cell.location), At(strip_number(text) or None, cell.location)


def _own_indicator(row: RoleRow, table: RoleTable, name: Column) -> At:
    """The indicator that belongs to a column of names: the one of its level, else the nearest to its right."""
    wanted = f"indikator_{name.role}"
    if table.column(wanted) is not None:
        return row.at(wanted)
    columns = [column for column in table.columns if (column.role or "").startswith("indikator")]
    right = [column for column in columns if column.index > name.index]
    column = right[0] if right else (columns[-1] if columns else None)
    return row.at(column) if column is not None else At(None)


def _further(row: RoleRow, outcome: At | None) -> dict[str, str]:
    """What the row says beyond the record's own fields: its outcome, baseline, place and who is responsible."""
    further = {"outcome": outcome.value} if outcome is not None and outcome.value else {}
    for role in ("kondisi_awal", "lokasi", "penanggung_jawab"):
        if text := row.text(role):
            further[role] = text
    return further
