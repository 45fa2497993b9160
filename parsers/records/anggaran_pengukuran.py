"""The money in a measurement: pagu and realisasi of programs, activities and sub-activities, per year and quarter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saksama.parsers.records.rows import EMPTY, Tree, amounts, anchored, money_scale, named, quarters, yearly
from saksama.parsers.records.types import At
from saksama.parsers.tables import RoleRow, RoleTable

_NAMES = ("sub_kegiatan", "kegiatan", "program", "uraian")
_CODE = re.compile(r"^((?:\d{1,2}|[xX]{1,2})(?:\.(?:\d{1,4}|[xX]{1,2}))+)\.?\s+(?=[^\W\d_])")


def anggaran_rows(table: RoleTable) -> Iterator[Tree]:
    """The rows with a name and an amount; in a form that measures money, also names without an amount.

    An amount merged over several rows belongs to the first of them.
    """
    measures = table.column("realisasi_anggaran") is not None
    for row in table.rows():
        if row.is_total:
            continue
        entry = _entry(table, row)
        money = any(_is_amount(entry[name]) for name in ("pagu", "realisasi"))
        money = money or any(
            _is_amount(part[name]) for part in entry["triwulan"] or [] for name in ("pagu", "realisasi")
        )
        # An amount without a name is a sum that isn't labelled.
        if entry["uraian"].value is not None and (money or measures):
            yield entry


def _is_amount(value: At | None) -> bool:
    return value is not None and isinstance(value.value, int)


def _entry(table: RoleTable, row: RoleRow) -> Tree:
    uraian = next((text for role in _NAMES if (text := anchored(row, role)) is not None), EMPTY)
    kode = row.at("kode")
    if kode.value is None and uraian.value and (match := _CODE.match(uraian.value)):
        kode, uraian = At(match[1], uraian.location), At(uraian.value[match.end() :], uraian.location)
    entry: Tree = {"kode": kode, "uraian": named(uraian), "capaian": _yearly(table, row, "capaian_anggaran")}
    scale = money_scale(table)
    pagu = _yearly(table, row, "pagu")
    entry.update(_printed("pagu", pagu if pagu.value is not None else _yearly(table, row, "anggaran"), scale))
    entry.update(_printed("realisasi", _yearly(table, row, "realisasi_anggaran"), scale))
    entry["triwulan"] = _quarters(table, row, scale)
    return entry


def _printed(name: str, printed: At, scale: int) -> Tree:
    """An amount and its printed text as fields; what is printed in place of an amount ("-") stands for it."""
    found = amounts(name, printed, scale)
    amount = found[name]
    if amount is not None and amount.value is None:
        found[name] = At(printed.value, printed.location, amount.ragu)
    return found


def _yearly(table: RoleTable, row: RoleRow, role: str) -> At:
    column = yearly(table, role)
    if column is None:
        return EMPTY
    return anchored(row, column) or EMPTY


def _quarters(table: RoleTable, row: RoleRow, scale: int) -> list[Tree] | None:
    if not any(column.triwulan for role in ("realisasi_anggaran", "pagu") for column in table.columns_of(role)):
        return None
    pagu, realisasi = quarters(row, "pagu"), quarters(row, "realisasi_anggaran")
    capaian = quarters(row, "capaian_anggaran")
    return [
        {
            **_printed("pagu", pagu[number], scale),
            **_printed("realisasi", realisasi[number], scale),
            "capaian": capaian[number],
        }
        for number in range(4)
    ]
