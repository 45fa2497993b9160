"""Progress towards the end of the plan, as the rows of a report's tables state it beside the year's own achievement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import msgspec

from saksama.checker.checks.carahitung import computed, printed_as
from saksama.parsers.numbers import parse_number

_FEWEST = 2
_MOST = 0.5
"""Share of a table's rows that must follow from target and realisasi before another row counts as wrong."""


class Kemajuan(msgspec.Struct, frozen=True):
    """A row (by index) whose stated progress its realisasi and the end target do not give, and what they give."""

    index: int
    hitung: Decimal


def wrong_progress(rows: Sequence[Any], tolerance: float) -> Iterator[Kemajuan]:
    """The rows whose progress is not realisasi by end target, in tables where most are; results summed over years
    follow another way and are left alone."""
    tables: dict[object, list[tuple[int, Decimal, bool]]] = {}
    for index, row in enumerate(rows):
        if (tested := _tested(row, Decimal(str(tolerance)))) is not None:
            tables.setdefault((row.tabel, None if row.tabel else row.halaman), []).append((index, *tested))
    for found in tables.values():
        right = sum(fits for _, _, fits in found)
        if right >= _FEWEST and right > _MOST * len(found):
            yield from (Kemajuan(index, value) for index, value, fits in found if not fits)


def _tested(row: Any, tolerance: Decimal) -> tuple[Decimal, bool] | None:
    """What target and realisasi give, and whether the row states it; None where a figure lacks or is unclear."""
    figures = [parse_number(text) for text in (row.target_akhir, row.realisasi, row.capaian_akhir)]
    if any(figure is None or figure.lain is not None for figure in figures):
        return None
    target, reached, stated = (figure.nilai for figure in figures if figure is not None)
    ways = [way.nilai for aim in (target, *printed_as(target)) for way in computed(aim, reached, None)]
    if not ways or not stated or not Decimal("0.5") < ways[0] / stated < 2:
        return None
    if reached and abs(target / reached * 100 - stated) <= tolerance:
        # Target by result, as some compute what should be low, is another fault than a wrong sum.
        return None
    allowed = max(tolerance, *(abs(one - stated) for one in printed_as(stated)))
    return ways[0], any(abs(way - stated) <= allowed for way in ways)
