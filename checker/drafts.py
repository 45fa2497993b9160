"""The papers about to be written (LKE, draft LHE), judged by the evaluator's own rules before every export.

The figures are ours, so a fault in them is a fault of the tool or of a framework's data; the answers are the
evaluator's, and where one contradicts another or its note, that is said plainly and changed by nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from saksama.checker.engine import run_rule
from saksama.checker.final import answered, part_value, predicate, sub_value, total
from saksama.checker.lke import LKE, Subkomponen
from saksama.checker.profile import Profile
from saksama.checker.submission import Keterangan, assemble
from saksama.checker.tools import Tools
from saksama.parsers.berkas import Berkas
from saksama.parsers.model import Location
from saksama.parsers.records.types import build

_RULES = {
    "lembar_kerja_evaluasi": ("LKE-001", "LKE-002", "LKE-003", "LKE-005", "LKE-006", "LKE-007"),
    "hasil_evaluasi": ("LKE-001", "LKE-002", "LKE-005", "LKE-007"),
}
_NAMES = {"lembar_kerja_evaluasi": "LKE", "hasil_evaluasi": "Draf LHE"}
_SHOWN = 12
"""Ids named in one sentence."""


def problems(lke: LKE, profile: Profile, tools: Tools) -> tuple[str, ...]:
    """What is wrong with the papers that this worksheet gives, one Indonesian sentence each; () when they are sound.

    Where nothing was decided and nobody answered, there are no figures to judge.
    """
    if not lke.cakupan and not answered(lke):
        return ()
    found = [*_by_rules(lke, profile, tools), *_unexplained(lke), *_above(lke)]
    return tuple(dict.fromkeys(found))


def _by_rules(lke: LKE, profile: Profile, tools: Tools) -> Iterator[str]:
    for jenis, tree in (("lembar_kerja_evaluasi", _worksheet(lke)), ("hasil_evaluasi", _report(lke))):
        name = f"{jenis}.draf"
        record = build(jenis, tree, Location(name))
        file = Berkas(name, "", jenis=jenis, keyakinan="tinggi", records=(record,))
        submission = assemble((file,), Keterangan())
        for rule_id in _RULES[jenis]:
            if rule_id not in profile.rules:
                continue
            for item in run_rule(rule_id, submission, profile, tools, {}):
                yield from (f"{_NAMES[jenis]}: {finding.pesan} [{rule_id}]" for finding in item.temuan)


def _worksheet(lke: LKE) -> dict[str, Any]:
    """The worksheet as a record, as it would be read back: what counts, with the evaluator's own notes."""
    rows: list[dict[str, Any]] = []
    for part in lke.komponen:
        rows.append(_row(part.id, part.nama, bobot=part.bobot, nilai=part_value(lke, part)))
        for sub in part.subkomponen:
            note = sub.catatan_evaluator
            value = sub_value(lke, sub)
            rows.append(_row(sub.id, sub.nama, bobot=sub.bobot, nilai=value, jawaban=sub.akhir, catatan=note))
            rows += [
                _row(item.id, item.teks, jawaban=item.akhir, catatan=item.catatan_evaluator) for item in sub.kriteria
            ]
    value = total(lke)
    reached = predicate(lke, value)
    rows.append(_row(None, "Nilai Akuntabilitas Kinerja", nilai=value, jawaban=reached.kode if reached else None))
    return {"baris": rows}


def _row(kode: str | None, uraian: str, **values: Any) -> dict[str, Any]:
    texts = {key: None if value is None else str(value).replace(".", ",") for key, value in values.items()}
    return {"kode": kode, "uraian": uraian, **texts, "catatan": values.get("catatan")}


def _report(lke: LKE) -> dict[str, Any]:
    value = total(lke)
    reached = predicate(lke, value)
    parts = [
        {"nama": part.nama, "bobot": str(part.bobot), "nilai": str(part_value(lke, part))} for part in lke.komponen
    ]
    return {"komponen": parts, "nilai": str(value), "predikat": reached.kode if reached else None}


def _unexplained(lke: LKE) -> Iterator[str]:
    """Answers that differ from the proposal need a reason."""
    subs = [sub for part in lke.komponen for sub in part.subkomponen]
    bare = [sub.id for sub in subs if sub.jawaban and sub.gradasi and sub.jawaban != sub.gradasi and not sub.alasan]
    bare += [
        item.id
        for sub in subs
        for item in sub.kriteria
        if item.jawaban and item.usulan and item.jawaban != item.usulan and not item.alasan
    ]
    if bare:
        shown = ", ".join(bare[:_SHOWN]) + (f" dan {len(bare) - _SHOWN} lainnya" if len(bare) > _SHOWN else "")
        yield f"LKE: jawaban berbeda dari usulan tanpa alasan pada {shown}."


def _above(lke: LKE) -> Iterator[str]:
    """Grades that say that all criteria are met while some are answered as not met."""
    full = lke.gradasi.get(lke.penuh or "")
    if full is None or not answered(lke):
        return
    for sub in (sub for part in lke.komponen for sub in part.subkomponen):
        unmet = [item.id for item in sub.kriteria if item.akhir == "tidak"]
        if sub.jawaban and lke.gradasi[sub.jawaban] >= full and unmet:
            yield (
                f"LKE: {sub.id} bergradasi {sub.jawaban} (seluruh kriteria terpenuhi), padahal {', '.join(unmet)} "
                f"dinyatakan tidak terpenuhi{_share(sub)}."
            )


def _share(sub: Subkomponen) -> str:
    known = [item.akhir for item in sub.kriteria if item.akhir]
    return f"; {known.count('ya')} dari {len(known)} kriteria terpenuhi"
