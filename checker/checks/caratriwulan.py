"""How a table computes its quarterly achievements: the reading that fits most cells, and the rows that break it.

A quarter's percentage is printed against that quarter's target, or against the year's, with realisasi per quarter or
A percentage of a quarter is printed against the target of that quarter or of the year, with realisasi per quarter or
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any

import msgspec

from saksama.parsers.numbers import is_blank, parse_number

Reading = Callable[[Sequence[Decimal], Sequence[Decimal | None], Decimal | None], tuple[Decimal, Decimal] | None]
"""(realisasi so far, targets so far, annual target) -> (numerator, denominator), None when not computable."""


def _own_target(done: Sequence[Decimal], aims: Sequence[Decimal | None], year: Decimal | None) -> Any:
    return (done[-1], aims[-1]) if aims[-1] else None


def _running(done: Sequence[Decimal], aims: Sequence[Decimal | None], year: Decimal | None) -> Any:
    return (sum(done), year) if year else None


def _of_year(done: Sequence[Decimal], aims: Sequence[Decimal | None], year: Decimal | None) -> Any:
    return (done[-1], year) if year else None


READINGS: dict[str, Reading] = {
    "realisasi triwulan itu dibagi target triwulan itu": _own_target,
    "jumlah realisasi sampai triwulan itu dibagi target setahun": _running,
    "realisasi triwulan itu dibagi target setahun": _of_year,
}


class Cell(msgspec.Struct, frozen=True):
    """One quarterly percentage: its row and triwulan (both from 0), what is printed, and whether each reading fits."""

    baris: int
    triwulan: int
    tertulis: str
    hitung: dict[str, Decimal]
    cocok: frozenset[str]


class Faulty(msgspec.Struct, frozen=True):
    """A row that the table's own reading does not explain: its first wrong quarter and how many are wrong."""

    baris: int
    triwulan: int
    tertulis: str
    hitung: Decimal
    cara: str
    banyak: int


def faulty_rows(rows: Sequence[Any]) -> list[Faulty] | None:
    """Rows whose quarterly percentages are not computed as those of most cells; None when no reading fits half."""
    cells = [cell for index, row in enumerate(rows) if row.triwulan for cell in _cells(index, row)]
    if not cells:
        return []
    best = max(READINGS, key=lambda name: sum(name in cell.cocok for cell in cells))
    if sum(best in cell.cocok for cell in cells) * 2 < len(cells):
        return None
    wrong: dict[int, list[Cell]] = {}
    for cell in cells:
        if best not in cell.cocok and best in cell.hitung:
            wrong.setdefault(cell.baris, []).append(cell)
    return [
        Faulty(index, found[0].triwulan, found[0].tertulis, found[0].hitung[best], best, len(found))
        for index, found in wrong.items()
    ]


def _cells(index: int, row: Any) -> Iterator[Cell]:
    annual = parse_number(row.target)
    done: list[Decimal] = []
    aims: list[Decimal | None] = []
    half_units: list[Decimal] = []
    for quarter, figures in enumerate(row.triwulan):
        realisasi, target = parse_number(figures.realisasi), parse_number(figures.target)
        if realisasi is None:
            if not is_blank(figures.realisasi):
                return
            continue
        done.append(realisasi.nilai)
        aims.append(target.nilai if target else None)
        half_units.append(_half_unit(realisasi.nilai))
        stated = parse_number(figures.capaian)
        if stated is None:
            continue
        # Displayed figures rarely all err the same way: the two largest half units cover what four add up to.
        rounding = sum(sorted(half_units)[-2:], Decimal(0))
        counted: dict[str, Decimal] = {}
        fitting: set[str] = set()
        for name, reading in READINGS.items():
            fraction = reading(done, aims, annual.nilai if annual else None)
            if fraction is None:
                continue
            counted[name] = fraction[0] / fraction[1] * 100
            slack = Decimal("0.6") + abs(rounding / fraction[1] * 100)
            if min(abs(stated.nilai - counted[name]), abs(200 - counted[name] - stated.nilai)) <= slack:
                fitting.add(name)
        if counted:
            yield Cell(index, quarter, figures.capaian, counted, frozenset(fitting))


def _half_unit(figure: Decimal) -> Decimal:
    """By how much a displayed figure may have been rounded; a displayed 0 is taken as nothing."""
    exponent = figure.as_tuple().exponent
    return Decimal(0) if figure == 0 or not isinstance(exponent, int) else Decimal(5).scaleb(min(exponent, 0) - 1)
