"""Evaluation frameworks (rules/lke): components, criteria, weights, grades and predicates as data.

Only here stands which rules inform a criterion. Source of the default: Permenpan RB 88/2021, BAB IV and Lampiran 2.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

import msgspec

Membaca = Literal["penuh", "sebagian", "bukti"]
"""How far documents answer a criterion."""


class Gradasi(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A grade and its value out of 100."""

    kode: str
    nilai: Decimal


class Ambang(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The grade for a share of criteria met above `lebih_dari` per cent."""

    lebih_dari: Decimal
    kode: str


class Predikat(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A predicate for totals above `di_atas`: bounds are half-open, so that 90,00 is not above 90."""

    kode: str
    di_atas: Decimal
    sebutan: str


class KriteriaLKE(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A criterion, the rules that inform it (none: the evaluator's alone) and what it is built on (prasyarat).

    hanya: for a rule that speaks of several things (BRK-001: every required document), the findings that bear on this
    criterion: rule id -> name of a value -> how that value must begin.
    """

    id: str
    teks: str
    pertanyaan: str
    aturan: tuple[str, ...] = ()
    hanya: dict[str, dict[str, tuple[str, ...]]] = {}
    prasyarat: tuple[str, ...] = ()
    baca: Membaca | None = None


class SubkomponenLKE(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    nama: str
    bobot: Decimal
    kriteria: tuple[KriteriaLKE, ...] = ()


class KomponenLKE(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    nama: str
    bobot: Decimal
    subkomponen: tuple[SubkomponenLKE, ...]


class Framework(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A framework; ambang, penuh (grade when all criteria are met) and nihil serve frameworks with criteria only."""

    id: str
    judul: str
    peraturan: str
    gradasi: tuple[Gradasi, ...]
    predikat: tuple[Predikat, ...]
    komponen: tuple[KomponenLKE, ...]
    ambang: tuple[Ambang, ...] = ()
    penuh: str | None = None
    nihil: str | None = None

    def value(self, kode: str) -> Decimal:
        """The value of a grade out of 100."""
        return next(grade.nilai for grade in self.gradasi if grade.kode == kode)

    def grade(self, met: int, counted: int) -> str:
        """The grade for a share of criteria met; never above `penuh`: better is a person's to give."""
        assert self.penuh is not None
        assert self.nihil is not None
        steps = [(step.lebih_dari, step.kode) for step in self.ambang]
        return grade_of_share(steps, self.penuh, self.nihil, met, counted)

    def predicate(self, total: Decimal) -> Predikat:
        """The predicate of a total, bounds half-open downwards (90,00 is A, not AA)."""
        ordered = sorted(self.predikat, key=lambda step: step.di_atas, reverse=True)
        return next((step for step in ordered if total > step.di_atas), ordered[-1])


def grade_of_share(steps: Iterable[tuple[Decimal, str]], full: str, none: str, met: int, counted: int) -> str:
    """The grade for a share of criteria met: the first of the steps (per cent, grade; best first) that it is above."""
    if met == counted:
        return full
    share = Decimal(met * 100) / counted
    return next((kode for bound, kode in steps if share > bound), none)
