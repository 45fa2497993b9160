"""Which column holds the money of a plan's year, where several do: sources side by side, before and after a change."""

from __future__ import annotations

import re

from saksama.parsers.tables import Column, RoleTable

_MONEY_TITLE = re.compile(r"jumlah|total|\bpagu\b|anggaran|alokasi|\brp\b|rupiah", re.IGNORECASE)
_WHOLE = re.compile(r"jumlah|total", re.IGNORECASE)
_AFTER = re.compile(r"se(?:telah|sudah)", re.IGNORECASE)
_BEFORE = re.compile(r"sebelum", re.IGNORECASE)
_NO_MONEY = re.compile(r"bertambah|berkurang|selisih|\bt\s*[-–+]\s*1\b", re.IGNORECASE)


def money_column(table: RoleTable) -> Column | None:
    """The column of the year's money: that of the whole where kinds of spending stand apart, after a change the new."""
    money = [column for column in table.columns if not _NO_MONEY.search(column.title)]
    named = [column for column in money if column.role in ("pagu", "anggaran")]
    columns = named or [column for column in money if column.role is None and _MONEY_TITLE.search(column.title)]
    for test in (
        lambda title: _AFTER.search(title) and _WHOLE.search(title),
        _AFTER.search,
        lambda title: _WHOLE.search(title) and not _BEFORE.search(title),
    ):
        if found := [column for column in columns if test(column.title)]:
            return found[-1]
    return columns[0] if columns else None
