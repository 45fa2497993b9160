"""The sasaran of a Renstra: tujuan, sasaran and indikator with a target for each year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from saksama.parsers.records.lanjutan import rows_of
from saksama.parsers.records.rows import anchored, bracket_unit
from saksama.parsers.records.tahunan import Period, target_columns, unit_apart, yearly_values
from saksama.parsers.records.types import At
from saksama.parsers.tables import Column, RoleRow, RoleTable, strip_number

_LEVEL = re.compile(r"(tujuan|sasaran)(?:\s+(?:strategis|daerah))?\s*(?:[\dIVX]{1,4})?\s*[:.)-]\s*", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{3}")
_OTHER = re.compile(r"program|kegiatan|rpjm|tujuan|output|outcome", re.IGNORECASE)

PROGRAM_ROLES = ("program", "kegiatan", "sub_kegiatan")
"""The columns that name programs and what is below them."""


def sasaran_rows(tables: Iterable[Sequence[RoleTable]], period: Period) -> list[dict[str, Any]]:
    """The rows of all tables that give sasaran or tujuan with targets per year, each indicator once."""
    merged: dict[tuple[str, ...], dict[str, Any]] = {}
    tables = list(tables)
    for group in tables:
        table = group[0]
        targets = target_columns(table, period)
        label = _indicator(table)
        if not targets or label is None or not (table.column("sasaran") or table.column("tujuan")):
            continue
        if table.columns_of("realisasi") or _before_period(targets, period):
            continue
        rows = _rows(group, label, targets)
        for row in (entry for place, entry in rows if not _for_programs(table, label) or is_goal(place)):
            name = _fold(row["indikator"].value)
            if row["tujuan"].value is None and row["sasaran"].value is None and any(key[0] == name for key in merged):
                continue
            key = (name, *(str(value.value) for value in row["target"].values()))
            known = merged.setdefault(key, row)
            for field, value in row.items():
                if isinstance(value, At) and value.value is not None and known[field].value is None:
                    known[field] = value
    return list(merged.values()) or [row for group in tables for row in _undated(group)]


def _undated(group: Sequence[RoleTable]) -> Iterator[dict[str, Any]]:
    """The rows of a table of indicators with one target and no year: the target is kept under its printed name."""
    table = group[0]
    label, target = _indicator(table), table.column("target")
    if (
        label is None
        or target is None
        or target.tahun is not None
        or not re.search(
            r"renstra|rpjm|iku|utama|sasaran",
            " ".join((*table.captions, *(column.title for column in table.columns))),
            re.IGNORECASE,
        )
    ):
        return
    if table.column("program") or table.column("kegiatan") or table.columns_of("realisasi"):
        return
    for _, row in _rows(group, label, {"": target}):
        # A cell may be empty: the indicator is there all the same.
        printed = row["target"].pop("", None)
        yield {**row, "lain": {target.title.replace(" > ", " "): printed.value} if printed is not None else {}}


def _indicator(table: RoleTable) -> Column | None:
    columns = table.columns_of("indikator")
    own = [column for column in columns if not _OTHER.search(column.title.split(" > ")[-1])]
    if own:
        return own[-1]
    return columns[0] if columns else None


def _for_programs(table: RoleTable, label: Column) -> bool:
    """Whether the targets are those of programs: a column of their indicators stands right of the programs."""
    program = table.column("program") or table.column("kegiatan")
    if program is None:
        return False
    own = [
        *table.columns_of("indikator_program"),
        *table.columns_of("indikator_kegiatan"),
        *table.columns_of("indikator"),
    ]
    return label.index > program.index or any(column.index > program.index for column in own)


def _before_period(targets: dict[str, Column], period: Period) -> bool:
    return period is not None and all(int(year) < period[0].value for year in targets)


def is_goal(row: RoleRow) -> bool:
    """Whether a row of a table with programs gives a tujuan or sasaran of its own: it names that, and no program."""
    names = [column for role in PROGRAM_ROLES for column in row.parent.columns_of(role)]
    if not names or any(row.text(column) for column in names):
        return False
    return any((text := anchored(row, role)) and _LETTERS.search(str(text.value)) for role in ("tujuan", "sasaran"))


def _rows(
    group: Sequence[RoleTable], label: Column, targets: dict[str, Column]
) -> Iterator[tuple[RoleRow, dict[str, Any]]]:
    table = group[0]
    tujuan, sasaran = At(None), At(None)
    before: list[int] = []
    both = table.column("sasaran") or table.column("tujuan")
    mixed = both is not None and re.search(r"tujuan.*sasaran|sasaran.*tujuan", both.title, re.IGNORECASE) is not None
    for row in rows_of(group):
        cell = row.cell(label)
        # A merged header cell reaches into rows below the header.
        if row.is_total or (cell is not None and cell.row < row.parent.first_row):
            continue
        for name in ("tujuan", "sasaran"):
            here = row.at(name)
            if here.value is None or not _LETTERS.search(here.value):
                continue
            match = _LEVEL.match(here.value)
            text = At(strip_number(here.value[match.end() :] if match else here.value), here.location)
            level = match[1].casefold() if match and mixed else name
            if level == "tujuan":
                if text.value != tujuan.value:
                    tujuan, sasaran = text, At(None)
            else:
                sasaran = text
        if row.is_group:
            continue
        cells = [id(row.cell(column)) for column in (label, *targets.values())]
        if cells == before:
            continue
        before = cells
        indikator = row.at(label)
        values = yearly_values(row, targets)
        if indikator.value is None or not (values or _begins(row, label, "sasaran")):
            continue
        satuan = row.at("satuan")
        values, satuan = unit_apart(values, satuan)
        if satuan.value is None and (unit := bracket_unit(indikator.value)) is not None:
            satuan = At(unit, indikator.location)
        entry = {
            "tujuan": tujuan,
            "sasaran": sasaran,
            "indikator": At(strip_number(indikator.value), indikator.location),
            "satuan": satuan,
            "kondisi_awal": row.at("kondisi_awal"),
            "target": values,
            "kondisi_akhir": row.at("kondisi_akhir"),
        }
        yield row, entry


def _begins(row: RoleRow, *columns: Column | str) -> bool:
    """Whether the texts below these columns all begin in this row: a row of its own, though it has no figures."""
    return row.parent.table.location.halaman is None and all(anchored(row, column) is not None for column in columns)


def _fold(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
