"""Scores as the papers show them: the evaluator's grade where there is one, else the proposal, else the floor."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from saksama.checker.final import CENT, answered, part_value, predicate, sub_value, total
from saksama.checker.run import LKE, Komponen
from saksama.reports import words

__all__ = ["answered", "caution", "coverage", "part_value", "predicate", "sub_value", "total"]
THIN = Decimal("0.5")
"""Below this share of decided criteria a total says more of the files than of the unit."""


def coverage(komponen: Komponen) -> Decimal | None:
    """The share of decided criteria of a component, 0 to 1; None without criteria that apply."""
    applying = [k for sub in komponen.subkomponen for k in sub.kriteria if k.status != "tidak_berlaku"]
    decided = sum(k.usulan is not None for k in applying)
    return (Decimal(decided) / len(applying)).quantize(CENT, ROUND_HALF_UP) if applying else None


def caution(lke: LKE) -> str | None:
    """What to say beside a total that rests on few criteria; None when on enough, or on an evaluator's grades."""
    subs = [sub for komponen in lke.komponen for sub in komponen.subkomponen]
    if lke.cakupan >= THIN or any(sub.jawaban for sub in subs):
        return None
    applying = [item for sub in subs for item in sub.kriteria if item.status != "tidak_berlaku" or item.jawaban]
    known = sum((item.akhir or item.jawaban or item.usulan) is not None for item in applying)
    decided = Decimal(known) / len(applying) if applying and answered(lke) else lke.cakupan
    if decided >= THIN:
        return None
    share = words.percent(decided)
    return f"Baru {share} kriteria dapat diputuskan dari berkas, sehingga nilai ini belum menggambarkan unit."
