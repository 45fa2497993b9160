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
from saksama.parsers.records.tahunan import Period, money_columns, target_columns, yearly_values
from saksama.parsers.records.types import At
from saksama.parsers.tables import Column, RoleRow, RoleTable, flow, strip_number

Tables = Sequence[RoleTable]
"""A table with its continuations on later pages."""
_CODE = re.compile(r"((?:\d{1,2}|[Xx]{1,2})(?:\s?\.\s?(?:\d{1,4}|[Xx]{1,2})){1,6})\.?\s*(?:[-–:]\s*)?(.*)", re.DOTALL)
_NAMES = ("program", "kegiatan", "sub_kegiatan", "uraian")


def program_rows(tables: Iterable[Tables], period: Period) -> list[dict[str, Any]]:
    """The rows of all tables that plan programs by year.

    A later table that plans again what an earlier one did (the same codes, or the same names and indicators) adds
    only what is new in it.
    """
    rows: list[dict[str, Any]] = []
    seen: set[tuple[str, ...]] = set()
    for group in tables:
        table = group[0]
        targets, money = target_columns(table, period), money_columns(table, period)
        if not money or table.columns_of("realisasi") or not _names(table):
            continue
        own = list(_rows(group, targets, money))
        rows += [row for row in own if _key(row) not in seen]
        seen |= {_key(row) for row in own}
    return rows


def _key(row: dict[str, Any]) -> tuple[str, ...]:
    names = ("kode",) if row["kode"].value else ("uraian", "indikator")
    return tuple(_fold(row[name].value) for name in names)


def _names(table: RoleTable) -> list[Column]:
    """The columns that name programs, activities and sub-activities, from the widest level down."""
    named = [column for column in table.columns if column.role in _NAMES]
    if named:
        return named
    return [column for column in table.columns if re.search(r"program|kegiatan", column.title, re.IGNORECASE)][:1]


def _rows(group: Tables, targets: dict[str, Column], money: dict[str, Column]) -> Iterator[dict[str, Any]]:
    table = group[0]
    names = _names(table)
    kode, uraian = At(None), At(None)
    last: list[Cell | None] = [None] * len(names)
    before: list[int] = []
    level_column = names[-1]
    announced: set[tuple[str | None, str | None]] = set()
    waiting: dict[str, Any] | None = None
    for row in rows_of(group):
        if row.is_total or _is_title(row):
            continue
        outcome: At | None = None
        coded = False
        for level, column in enumerate(names):
            cell = row.cell(column)
            if cell is None or not cell.text.strip() or cell is last[level]:
                continue
            last[level] = cell
            own_code, name = _coded(row, cell)
            below = level + 1 < len(names) and any(_fresh(row, other, last) for other in names[level + 1 :])
            if own_code.value is None and kode.value is not None and "kode" not in table.roles and len(names) == 1:
                outcome = name
                continue
            kode, uraian, level_column, coded = own_code, name, column, True
            indikator = _own_indicator(row, table, column)
            if below and (name.value, indikator.value) not in announced:
                announced.add((name.value, indikator.value))
                yield {**_names_of(row, kode, uraian, indikator), "target": {}, "pagu": {}, "lain": _further(row, None)}
        cells = [id(row.cell(column)) for column in (*names, *targets.values(), *money.values())]
        if cells == before:
            # Only a column of no interest here cuts this row off the one above.
            continue
        before = cells
        values, pagu = yearly_values(row, targets), yearly_values(row, money)
        indikator = _own_indicator(row, table, level_column)
        if waiting is not None and coded:
            yield waiting
            waiting = None
        if uraian.value is None or (not values and not pagu and (indikator.value is None or outcome is None)):
            continue
        entry = {
            **_names_of(row, kode, uraian, indikator),
            "target": values,
            "pagu": pagu,
            "lain": _further(row, outcome),
        }
        if coded and pagu and not values and indikator.value is None:
            # The budget stands beside the code, the target beside the indicator on the line below.
            waiting = entry
            continue
        if waiting is not None:
            entry["pagu"] = pagu or waiting["pagu"]
            waiting = None
        yield entry
    if waiting is not None:
        yield waiting


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


def _names_of(row: RoleRow, kode: At, uraian: At, indikator: At) -> dict[str, At]:
    if indikator.value:
        indikator = At(strip_number(indikator.value), indikator.location)
    return {"kode": kode, "uraian": uraian, "indikator": indikator, "satuan": row.at("satuan")}


def _further(row: RoleRow, outcome: At | None) -> dict[str, str]:
    """What the row says beyond the record's own fields: its outcome, baseline, place and who is responsible."""
    further = {"outcome": outcome.value} if outcome is not None and outcome.value else {}
    for role in ("kondisi_awal", "lokasi", "penanggung_jawab"):
        if text := row.text(role):
            further[role] = text
    return further


def _fold(text: str | None) -> str:
    return " ".join(re.findall(r"\w+", (text or "").casefold()))
