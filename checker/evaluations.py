"""The evaluation reports of a submission in time: which one is this year's, which ones went before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from saksama.checker import matching
from saksama.checker.submission import Part, Submission

ANSWERS = 65.0
"""Likeness from which a follow-up entry answers a recommendation."""


def before(submission: Submission) -> list[Part]:
    """The papers of the last evaluation before this one: its report and the letter that passes it on.

    A title carries the year evaluated or the year after it. Where reports of several years, or a draft without number
    and date, lie side by side, it is the evaluation that the follow-up answers; without one, the latest.
    """
    year = submission.tahun
    found = [
        part
        for part in submission.parts("hasil_evaluasi")
        if year is None or part.isi.tahun is None or part.isi.tahun <= year
    ]
    issued = [part for part in found if part.isi.nomor or part.isi.tanggal] or found
    years = {part.isi.tahun for part in issued if part.isi.tahun}
    if len(years) < 2:
        return issued
    rows = [row.rekomendasi or "" for part in submission.parts("tindak_lanjut") for row in part.isi.baris]
    answered = {one: _answered([part for part in issued if part.isi.tahun == one], rows) for one in years}
    chosen = max(years, key=lambda one: (answered[one], one))
    return [part for part in issued if part.isi.tahun in (None, chosen)]


def _answered(parts: Sequence[Part], rows: Sequence[str]) -> int:
    """How many follow-up entries answer a recommendation of these reports."""
    advice = [text for part in parts for item in part.isi.komponen for text in item.rekomendasi]
    return len(matching.pairs(advice, rows, ANSWERS))


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
