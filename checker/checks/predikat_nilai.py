"""The grade of an evaluation against its value: bounds are half-open, so that 90,00 is A."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, judge, missing
from saksama.checker.submission import fold
from saksama.checker.worksheet import Angka, read_score, sheets
from saksama.parsers.records.types import HasilEvaluasi


class Jenjang(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A grade for values above `di_atas`, and how it is called."""

    kode: str
    di_atas: float
    sebutan: str


class Predikat(Params, frozen=True):
    """jenjang: the grades, best first."""

    jenjang: tuple[Jenjang, ...]


@check("predikat_nilai", "rekaman", values=("nilai", "tertulis", "seharusnya", "batas"))
def predikat_nilai(case: Case, params: Predikat) -> Verdict:
    """Predikat harus sesuai nilai akhir; nilai tepat pada batas termasuk jenjang di bawahnya."""
    pairs = list(_pairs(case))
    if not pairs:
        return missing("Nilai akhir atau predikatnya tidak terbaca.")
    offences: list[Offence] = []
    doubts: list[str] = []
    for value, printed, path in pairs:
        reached = next((step for step in params.jenjang if value.nilai > Decimal(str(step.di_atas))), None)
        named = _named(printed, params.jenjang)
        if not named:
            doubts.append(f"predikat “{printed}” tidak dikenal")
        elif reached is None or any(step != reached for step in named):
            offences.append(_offence(case, value, printed, reached, path))
    return judge(offences, doubts)


def _pairs(case: Case) -> Iterator[tuple[Angka, str, str]]:
    """Value, printed grade and where the grade stands: of each worksheet, or of the report."""
    if isinstance(case.isi, HasilEvaluasi):
        value = read_score(case.isi.nilai)
        if value and case.isi.predikat:
            yield value, case.isi.predikat, "predikat"
        return
    for sheet in sheets(case.isi):
        total, grade = sheet.total, sheet.predikat
        if total and total.nilai and grade and grade.predikat:
            yield total.nilai, grade.predikat, f"{grade.path}.jawaban"


def _named(printed: str, steps: Sequence[Jenjang]) -> list[Jenjang]:
    """The grades that a text names, by letter and by name: "B (Sangat Baik)" names two."""
    letters = re.findall(r"(?<![\w])(AA|A|BB|B|CC|C|D|E)(?![\w])", printed)
    words = f" {fold(printed)} "
    by_letter = [step for step in steps if step.kode in letters]
    names = sorted(steps, key=lambda step: -len(step.sebutan))
    by_name: list[Jenjang] = []
    for step in names:
        spoken = f" {fold(step.sebutan)} "
        short = f" {fold(step.sebutan.split('(')[0])} "
        hit = next((one for one in (spoken, short) if one in words), None)
        if hit:
            by_name.append(step)
            words = words.replace(hit, " ", 1)
    return [*by_letter, *(step for step in by_name if step not in by_letter)]


def _offence(case: Case, value: Angka, printed: str, reached: Jenjang | None, path: str) -> Offence:
    expected = f"{reached.kode} ({reached.sebutan})" if reached else "tanpa predikat"
    values = {
        "nilai": value.teks,
        "tertulis": printed,
        "seharusnya": expected,
        "batas": f"{reached.di_atas:g}" if reached else "0",
    }
    return Offence(values, (case.bukti(path, printed, "predikat"),), "predikat", "predikat", case.certainty(path))
