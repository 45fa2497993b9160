"""Evaluation frameworks (rules/lke): components, criteria, weights, grades and predicates as data.

Only here stands which rules inform a criterion. Source of the default: Permenpan RB 88/2021, BAB IV and Lampiran 2.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Literal

import msgspec

from saksama.checker.typed import convert, suggest
from saksama.parsers import yamlfile
from saksama.parsers.yamlfile import DataError, YamlFile


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
    baca: Literal["penuh", "sebagian", "bukti"] | None = None


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


def load(name: str, folder: Path, rule_ids: Iterable[str], laws: Iterable[str]) -> Framework:
    """A framework by id; raises DataError for unknown rules, grades or laws and for weights that don't add up."""
    file = _open(name, folder)
    framework = convert(file, Framework)
    _check_words(file, framework, list(rule_ids), list(laws))
    _check_weights(file, framework)
    return framework


def read(name: str, folder: Path) -> Framework:
    """A framework by id as it stands in its file, for looking things up; raises DataError where it can't be read."""
    return convert(_open(name, folder), Framework)


def _open(name: str, folder: Path) -> YamlFile:
    return yamlfile.load(folder / "lke" / f"{name}.yaml", f"rules/lke/{name}.yaml")


def _check_words(file: YamlFile, framework: Framework, rule_ids: list[str], laws: list[str]) -> None:
    if framework.peraturan not in laws:
        message = f"peraturan “{framework.peraturan}” tidak dikenal.{suggest(framework.peraturan, laws)}"
        raise DataError(file.name, file.line(("peraturan",)), message)
    grades = [grade.kode for grade in framework.gradasi]
    for kode in (*(step.kode for step in framework.ambang), framework.penuh, framework.nihil):
        if kode is not None and kode not in grades:
            raise DataError(
                file.name, file.line(("ambang",)), f"gradasi “{kode}” tidak dikenal.{suggest(kode, grades)}"
            )
    criteria = {k.id for c in framework.komponen for s in c.subkomponen for k in s.kriteria}
    for i, komponen in enumerate(framework.komponen):
        for j, sub in enumerate(komponen.subkomponen):
            for n, kriteria in enumerate(sub.kriteria):
                line = file.line(("komponen", i, "subkomponen", j, "kriteria", n))
                for rule_id in kriteria.aturan:
                    if rule_id not in rule_ids:
                        message = f"aturan “{rule_id}” pada {kriteria.id} tidak ada.{suggest(rule_id, rule_ids)}"
                        raise DataError(file.name, line, message)
                for rule_id in kriteria.hanya:
                    if rule_id not in kriteria.aturan:
                        raise DataError(file.name, line, f"“{rule_id}” pada hanya tidak ada di aturan {kriteria.id}.")
                for before in kriteria.prasyarat:
                    if before not in criteria:
                        message = f"prasyarat “{before}” pada {kriteria.id} bukan kriteria.{suggest(before, criteria)}"
                        raise DataError(file.name, line, message)
    if criteria and (not framework.ambang or not framework.penuh or not framework.nihil):
        raise DataError(file.name, None, "kerangka berkriteria memerlukan isian ambang, penuh dan nihil.")


def _check_weights(file: YamlFile, framework: Framework) -> None:
    total = sum(komponen.bobot for komponen in framework.komponen)
    if total != 100:
        raise DataError(file.name, file.line(("komponen",)), f"bobot komponen berjumlah {total}, seharusnya 100.")
    for i, komponen in enumerate(framework.komponen):
        parts = sum(sub.bobot for sub in komponen.subkomponen)
        if parts != komponen.bobot:
            line = file.line(("komponen", i))
            message = f"bobot subkomponen {komponen.id} berjumlah {parts}, seharusnya {komponen.bobot}."
            raise DataError(file.name, line, message)
