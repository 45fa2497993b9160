"""The evaluation reports of a submission in time: which one is this year's, which ones went before it."""

from __future__ import annotations

from collections.abc import Iterable

from saksama.checker.submission import Part


def year_of(part: Part) -> int | None:
    """The year that a report's title names, else that of its date."""
    if part.isi.tahun:
        return int(part.isi.tahun)
    return int(part.isi.tanggal[:4]) if part.isi.tanggal else None


def succession(parts: Iterable[Part]) -> list[tuple[Part, Part]]:
    """Each report with the one of the latest year before its own; letters that pass on the same report are not two."""
    dated = sorted(((year, part) for part in parts if (year := year_of(part))), key=lambda pair: pair[0])
    result = []
    for year, part in dated:
        before = [(other_year, other) for other_year, other in dated if other_year < year and not same(part, other)]
        latest = max((other_year for other_year, _ in before), default=None)
        result += [(part, other) for other_year, other in before if other_year == latest]
    return result


def same(a: Part, b: Part) -> bool:
    """Whether two papers tell of one evaluation: equal values of all components that both give."""
    values = [
        {item.nama.casefold(): item.nilai for item in part.isi.komponen if item.nama and item.nilai} for part in (a, b)
    ]
    shared = values[0].keys() & values[1].keys()
    return len(shared) > 1 and all(values[0][name] == values[1][name] for name in shared)
