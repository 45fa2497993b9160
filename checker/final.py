"""What counts in the end: the evaluator's answers where there are any, else the proposals, under the control logic.

A proposal never outlives what it is built on: where the evaluator says that a document is absent, its quality is not
proposed as met any longer. The evaluator's own answers stand as they are; that one contradicts another is told
(checker.drafts), never changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

import msgspec

from saksama.checker.framework import grade_of_share
from saksama.checker.lke import LKE, Jenjang, Komponen, Kriteria, Subkomponen
from saksama.checker.outcome import SERIOUS, Temuan

CENT = Decimal("0.01")
Answer = Literal["ya", "tidak"] | None


def settle(lke: LKE) -> LKE:
    """The worksheet with `akhir` of every criterion and sub-component; the final value once anything is answered."""
    final: dict[str, Answer] = {}
    komponen = tuple(
        msgspec.structs.replace(part, subkomponen=tuple(_sub(lke, sub, final) for sub in part.subkomponen))
        for part in lke.komponen
    )
    settled = msgspec.structs.replace(lke, komponen=komponen)
    if not answered(settled):
        return settled
    value = total(settled)
    reached = predicate(settled, value)
    return msgspec.structs.replace(settled, nilai_akhir=value, predikat_akhir=reached.kode if reached else None)


def _sub(lke: LKE, sub: Subkomponen, final: dict[str, Answer]) -> Subkomponen:
    criteria = []
    for item in sub.kriteria:
        final[item.id] = _answer(item, final)
        criteria.append(msgspec.structs.replace(item, akhir=final[item.id]))
    known = [item.akhir for item in criteria if item.akhir is not None]
    grade = sub.jawaban or (_grade(lke, known.count("ya"), len(known)) if known else None)
    return msgspec.structs.replace(sub, kriteria=tuple(criteria), akhir=grade)


def _answer(item: Kriteria, final: Mapping[str, Answer]) -> Answer:
    """The evaluator's answer, else the proposal; one that is built on something absent is no yes."""
    if item.jawaban is not None:
        return item.jawaban
    if item.usulan == "ya" and any(final.get(before) == "tidak" for before in item.prasyarat):
        return "tidak"
    return item.usulan


def _grade(lke: LKE, met: int, known: int) -> str | None:
    if lke.penuh is None or lke.nihil is None:
        return None
    return grade_of_share([(step.lebih_dari, step.kode) for step in lke.ambang], lke.penuh, lke.nihil, met, known)


def sub_value(lke: LKE, sub: Subkomponen) -> Decimal:
    """The value of a sub-component; what the worksheet's formula gives, too."""
    value = lke.gradasi.get(sub.jawaban or sub.akhir or sub.gradasi or "")
    return sub.nilai if value is None else (sub.bobot * value / 100).quantize(CENT, ROUND_HALF_UP)


def part_value(lke: LKE, komponen: Komponen) -> Decimal:
    """The value of a component: the sum of its sub-components."""
    return sum((sub_value(lke, sub) for sub in komponen.subkomponen), Decimal(0))


def total(lke: LKE) -> Decimal:
    """The value of the whole."""
    return sum((part_value(lke, komponen) for komponen in lke.komponen), Decimal(0))


def overruled(lke: LKE, findings: Iterable[Temuan]) -> dict[str, tuple[str, ...]]:
    """Serious findings that the evaluator's answers set aside, by fingerprint: the criteria that were answered so.

    A finding that made its criteria unmet falls where the evaluator says yes to every one of them, unless the evaluator
    lets the finding itself stand. A minor one never weighed, and stays as a note.
    """
    about: dict[str, list[Kriteria]] = {}
    for item in (item for part in lke.komponen for sub in part.subkomponen for item in sub.kriteria):
        for sidik in item.temuan:
            about.setdefault(sidik, []).append(item)
    result = {}
    for finding in findings:
        criteria = about.get(finding.sidik, [])
        kept = finding.isian is not None and finding.isian.keputusan == "tetap"
        if criteria and not kept and finding.keparahan in SERIOUS and all(item.jawaban == "ya" for item in criteria):
            result[finding.sidik] = tuple(item.id for item in criteria)
    return result


def answered(lke: LKE) -> bool:
    """Whether an evaluator has answered any criterion or graded any sub-component."""
    subs = [sub for komponen in lke.komponen for sub in komponen.subkomponen]
    return any(sub.jawaban or any(item.jawaban for item in sub.kriteria) for sub in subs)


def predicate(lke: LKE, value: Decimal) -> Jenjang | None:
    """The predicate of a total, bounds half-open downwards; None when the Run names no predicates."""
    ordered = sorted(lke.jenjang, key=lambda step: step.di_atas, reverse=True)
    return next((step for step in ordered if value > step.di_atas), ordered[-1] if ordered else None)
