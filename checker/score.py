"""Outcomes into a scored worksheet: proposed value, floor, ceiling and coverage. Decimal arithmetic, rounded once.

Source: Permenpan RB 88/2021 BAB IV (grades by the share of criteria met). The tool never proposes more than the
framework's `penuh` (BB): A and AA are a person's. A waived finding does not count against a criterion.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

import msgspec

from saksama.checker.framework import Framework, KriteriaLKE, SubkomponenLKE
from saksama.checker.outcome import SERIOUS
from saksama.checker.run import LKE, Batas, Hasil, Jenjang, Komponen, Kriteria, Status, Subkomponen, Temuan, roll_up

CENT = Decimal("0.01")


def score(framework: Framework, hasil: Sequence[Hasil]) -> LKE:
    """The worksheet of a framework, every criterion decided by the outcomes of its rules or left to the evaluator."""
    by_rule: dict[str, list[Hasil]] = {}
    for item in hasil:
        by_rule.setdefault(item.aturan, []).append(item)
    proposals: dict[str, Literal["ya", "tidak"] | None] = {}
    komponen = []
    for part in framework.komponen:
        subs = [_sub(framework, sub, by_rule, proposals) for sub in part.subkomponen]
        nilai, lantai, plafon = (_round(sum(getattr(s, key) for s in subs)) for key in ("nilai", "lantai", "plafon"))
        komponen.append(Komponen(part.id, part.nama, part.bobot, nilai, lantai, plafon, tuple(subs)))
    criteria = [kriteria for part in komponen for sub in part.subkomponen for kriteria in sub.kriteria]
    counted = [kriteria for kriteria in criteria if kriteria.status != "tidak_berlaku"]
    decided = [kriteria for kriteria in counted if kriteria.usulan]
    coverage = Decimal(len(decided)) / len(counted) if counted else Decimal(0)
    total = _round(sum(part.nilai for part in komponen))
    predicate = framework.predicate(total)
    return LKE(
        kerangka=framework.id,
        judul=framework.judul,
        nilai=total,
        lantai=_round(sum(part.lantai for part in komponen)),
        plafon=_round(sum(part.plafon for part in komponen)),
        cakupan=_round(coverage),
        predikat=predicate.kode,
        sebutan=predicate.sebutan,
        komponen=tuple(komponen),
        gradasi={grade.kode: grade.nilai for grade in framework.gradasi},
        jenjang=tuple(Jenjang(step.kode, step.di_atas, step.sebutan) for step in framework.predikat),
        ambang=tuple(Batas(step.kode, step.lebih_dari) for step in framework.ambang),
        penuh=framework.penuh,
        nihil=framework.nihil,
    )


def total(framework: Framework, grades: Mapping[str, str]) -> tuple[dict[str, Decimal], Decimal, str]:
    """Component values, total and predicate of an evaluator's grades by sub-component id.

    Worked example (Purbalingga): B B CC, B CC CC, B B B, CC CC B give 19,50 + 18,60 + 10,50 + 16,25 = 64,85, B.
    """
    values = {
        part.id: _round(sum(sub.bobot * framework.value(grades[sub.id]) / 100 for sub in part.subkomponen))
        for part in framework.komponen
    }
    value = _round(sum(values.values()))
    return values, value, framework.predicate(value).kode


def _sub(
    framework: Framework,
    sub: SubkomponenLKE,
    by_rule: Mapping[str, list[Hasil]],
    proposals: dict[str, Literal["ya", "tidak"] | None],
) -> Subkomponen:
    if not sub.kriteria:
        nothing, full = Decimal(0), sub.bobot
        return Subkomponen(sub.id, sub.nama, sub.bobot, None, nothing, nothing, full)
    criteria = []
    for spec in sub.kriteria:
        outcomes = [item for rule_id in spec.aturan for item in by_rule.get(rule_id, ())]
        kriteria = _criterion(spec, [_about(spec, item) for item in outcomes])
        kriteria = _control(spec, kriteria, proposals)
        proposals[spec.id] = kriteria.usulan
        criteria.append(kriteria)
    counted = [kriteria for kriteria in criteria if kriteria.status != "tidak_berlaku"]
    met = sum(kriteria.usulan == "ya" for kriteria in counted)
    decided = sum(kriteria.usulan is not None for kriteria in counted)
    every = len(counted)

    def value(grade: str) -> Decimal:
        return _round(sub.bobot * framework.value(grade) / 100)

    floor = value(framework.grade(met, every)) if every else value(str(framework.nihil))
    ceiling = value(framework.grade(met + every - decided, every)) if every else value(str(framework.penuh))
    grade = framework.grade(met, decided) if decided else None
    return Subkomponen(
        id=sub.id,
        nama=sub.nama,
        bobot=sub.bobot,
        gradasi=grade,
        nilai=value(grade) if grade else floor,
        lantai=floor,
        plafon=ceiling,
        kriteria=tuple(criteria),
    )


def _about(spec: KriteriaLKE, item: Hasil) -> Hasil:
    """An outcome as it bears on a criterion: of a rule under `hanya`, only the findings about what is named there."""
    wanted = spec.hanya.get(item.aturan)
    if wanted is None or item.status != "temuan":
        return item
    kept = tuple(
        finding
        for finding in item.temuan
        if any(finding.nilai.get(name, "").startswith(starts) for name, starts in wanted.items())
    )
    return msgspec.structs.replace(item, temuan=kept, status="temuan" if kept else "lulus")


def _criterion(spec: KriteriaLKE, outcomes: list[Hasil]) -> Kriteria:
    open_findings = [(item, finding) for item in outcomes for finding in item.temuan if finding.pengecualian is None]
    serious = [finding for _, finding in open_findings if finding.keparahan in SERIOUS]
    status = _status(outcomes)
    usulan: Literal["ya", "tidak"] | None = None
    catatan = None
    if not spec.aturan:
        status = "telaah_manual"
        catatan = "Dinilai oleh evaluator: jawabannya berada di luar dokumen."
    elif status == "galat":
        catatan = "Ada aturan yang gagal dijalankan."
    elif serious:
        usulan = "tidak"
    elif all(_decided(item) for item in outcomes) and any(_counts(item) for item in outcomes):
        usulan = "ya"
        catatan = _minor_note([finding for _, finding in open_findings])
    return Kriteria(
        id=spec.id,
        teks=spec.teks,
        status=status,
        usulan=usulan,
        aturan=spec.aturan,
        temuan=tuple(dict.fromkeys(finding.sidik for _, finding in open_findings)),
        pertanyaan=spec.pertanyaan,
        catatan=catatan,
        prasyarat=spec.prasyarat,
    )


def _status(outcomes: list[Hasil]) -> Status:
    """The roll-up over the rules; one whose findings are all waived reads as met, a deselected one as not applying."""
    states: list[Status] = []
    for item in outcomes:
        if item.status == "temuan" and all(finding.pengecualian for finding in item.temuan):
            states.append("lulus")
        elif item.status == "tidak_dipilih":
            states.append("tidak_berlaku")
        else:
            states.append(item.status)
    return roll_up(states)


def _decided(item: Hasil) -> bool:
    return item.status in ("lulus", "temuan", "tidak_berlaku", "tidak_dipilih")


def _counts(item: Hasil) -> bool:
    return item.status in ("lulus", "temuan")


def _minor_note(findings: list[Temuan]) -> str | None:
    return f"Terpenuhi dengan {len(findings)} catatan kecil." if findings else None


def _control(spec: KriteriaLKE, kriteria: Kriteria, proposals: Mapping[str, Literal["ya", "tidak"] | None]) -> Kriteria:
    """A criterion is not proposed as met while what it is built on is not (P88, kendali kerangka logis)."""
    unmet = [before for before in spec.prasyarat if proposals.get(before) == "tidak"]
    if kriteria.usulan != "ya" or not unmet:
        return kriteria
    note = f"Tidak diusulkan terpenuhi karena {', '.join(unmet)} belum terpenuhi."
    return msgspec.structs.replace(kriteria, usulan="tidak", catatan=note)


def _round(value: Decimal | int) -> Decimal:
    return Decimal(value).quantize(CENT, ROUND_HALF_UP)
