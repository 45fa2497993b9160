"""Scores as the papers show them: the evaluator's grade where there is one, else the proposal, else the floor."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from saksama.checker.run import LKE, Jenjang, Komponen, Subkomponen
from saksama.reports import words

CENT = Decimal("0.01")
THIN = Decimal("0.5")
"""Below this share of decided criteria a total says more of the files than of the unit."""


def sub_value(lke: LKE, sub: Subkomponen) -> Decimal:
    """The value of a sub-component; what the worksheet's formula gives, too."""
    value = lke.gradasi.get(sub.jawaban or sub.gradasi or "")
    return sub.nilai if value is None else (sub.bobot * value / 100).quantize(CENT, ROUND_HALF_UP)


def part_value(lke: LKE, komponen: Komponen) -> Decimal:
    """The value of a component: the sum of its sub-components."""
    return sum((sub_value(lke, sub) for sub in komponen.subkomponen), Decimal(0))


def total(lke: LKE) -> Decimal:
    """The value of the whole."""
    return sum((part_value(lke, komponen) for komponen in lke.komponen), Decimal(0))


def answered(lke: LKE) -> bool:
    """Whether an evaluator has graded any sub-component."""
    return any(sub.jawaban for komponen in lke.komponen for sub in komponen.subkomponen)


def predicate(lke: LKE, value: Decimal) -> Jenjang | None:
    """The predicate of a total, bounds half-open downwards; None when the Run names no predicates."""
    ordered = sorted(lke.jenjang, key=lambda step: step.di_atas, reverse=True)
    return next((step for step in ordered if value > step.di_atas), ordered[-1] if ordered else None)


def coverage(komponen: Komponen) -> Decimal | None:
    """The share of decided criteria of a component, 0 to 1; None without criteria that apply."""
    applying = [k for sub in komponen.subkomponen for k in sub.kriteria if k.status != "tidak_berlaku"]
    decided = sum(k.usulan is not None for k in applying)
    return (Decimal(decided) / len(applying)).quantize(CENT, ROUND_HALF_UP) if applying else None


def caution(lke: LKE) -> str | None:
    """What to say beside a total that rests on few criteria; None when it rests on enough, or on an evaluator."""
    if lke.cakupan >= THIN or answered(lke):
        return None
    share = words.percent(lke.cakupan)
    return f"Baru {share} kriteria dapat diputuskan dari berkas, sehingga nilai ini belum menggambarkan unit."
