"""One indikator cell merged over several rows of figures: what each row measures."""

from __future__ import annotations

from collections.abc import Sequence

from saksama.parsers.cells import listed
from saksama.parsers.records.rows import anchored
from saksama.parsers.records.types import At
from saksama.parsers.tables import Column, RoleRow, flow

_DOUBT = "Beberapa baris angka berbagi satu sel indikator."


def shared_name(row: RoleRow, role: str, figures: Sequence[Column]) -> At | None:
    """The indikator of a row whose cell is merged over several rows, each with figures of its own; else None.

    When the cell lists as many entries as there are such rows, each row has its entry; otherwise all have the whole
    text, with the doubt.
    """
    cell = row.cell(role)
    if cell is None or cell.rowspan < 2 or not cell.text.strip():
        return None
    rows = [
        index
        for index in range(cell.row, min(cell.row + cell.rowspan, row.parent.end_row))
        if sum(anchored(RoleRow(row.parent, index), column) is not None for column in figures) >= 2
    ]
    if len(rows) < 2 or row.index not in rows:
        return None
    entries = listed(cell.text)
    if len(entries) == len(rows):
        return At(entries[rows.index(row.index)], cell.location)
    return At(flow(cell.text), cell.location, _DOUBT)
