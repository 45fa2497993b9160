"""Programs that a Renstra plans in several tables: each of them once.

The sasaran's table often names the programs beside the sasaran's indicators, and an annex repeats the whole plan.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from saksama.parsers.records.types import At

_URUSAN = re.compile(r"\d\.\d{2}")


def planned_once(tables: Sequence[Sequence[dict[str, Any]]]) -> list[dict[str, Any]]:
    """The entries of all tables in order, without sums of an urusan and without what another table plans better.

    Of a later table the entries count that no earlier one has (the same code, the same name under a code cut short, or
    the same name and indicator without codes). An entry without a code gives way to a later one with a code, the same
    name and the same figures; without figures, to any of that name.
    """
    rows: list[dict[str, Any]] = []
    earlier = _Earlier()
    for entries in tables:
        own = [row for row in entries if not _is_urusan(row, entries)]
        rows = [row for row in rows if not _is_bettered(row, own)]
        rows += [row for row in own if not earlier.plans(row)]
        for row in own:
            earlier.add(row)
    return rows


def _is_urusan(row: dict[str, Any], rows: Sequence[dict[str, Any]]) -> bool:
    """Whether a row is an urusan ("7.01"), whose money is the sum of the programs below it."""
    kode = row["kode"].value or ""
    if not _URUSAN.fullmatch(kode) or row["indikator"].value is not None:
        return False
    return any((other["kode"].value or "").startswith(f"{kode}.") for other in rows)


def _is_bettered(row: dict[str, Any], later: Sequence[dict[str, Any]]) -> bool:
    if row["kode"].value:
        return False
    alike = [other for other in later if other["kode"].value and _names_of(other)[0] == _names_of(row)[0]]
    figures = _figures(row)
    return any(not figures or figures == _figures(other) for other in alike)


class _Earlier:
    """What the tables before have planned."""

    def __init__(self) -> None:
        self._codes: set[str] = set()
        self._named: dict[str, list[str]] = {}
        self._uncoded: set[tuple[str, str]] = set()

    def plans(self, row: dict[str, Any]) -> bool:
        """Whether a row of a later table is known already."""
        kode, names = row["kode"].value, _names_of(row)
        if not kode:
            return names in self._uncoded
        alike = self._named.get(names[0], [])
        return kode in self._codes or any(kode.startswith(other) or other.startswith(kode) for other in alike)

    def add(self, row: dict[str, Any]) -> None:
        """Remember a row."""
        kode, names = row["kode"].value, _names_of(row)
        if kode:
            self._codes.add(kode)
            self._named.setdefault(names[0], []).append(kode)
        else:
            self._uncoded.add(names)


def _figures(row: dict[str, Any]) -> dict[str, str]:
    values = {
        **{f"t{year}": v for year, v in row["target"].items()},
        **{f"p{year}": v for year, v in row["pagu"].items()},
    }
    return {name: value.value if isinstance(value, At) else value for name, value in values.items()}


def _names_of(row: dict[str, Any]) -> tuple[str, str]:
    return _fold(row["uraian"].value), _fold(row["indikator"].value)


def _fold(text: str | None) -> str:
    return " ".join(re.findall(r"\w+", (text or "").casefold()))
