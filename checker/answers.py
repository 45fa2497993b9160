"""What evaluator and reviewer answered (jawaban.json, schema saksama/jawaban/1): by id, carried on by every re-run.

A re-run proposes anew and never touches an answer: it stands beside the proposal, with its reason and note. What was
written of a finding goes by its fingerprint, and is kept when a run does not give that finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

import msgspec

from saksama.checker.isian import IsianKertas, IsianReviu, IsianTemuan, Penanda, Pengesahan
from saksama.checker.lke import LKE, Subkomponen
from saksama.checker.outcome import Hasil, Pengecualian, Temuan
from saksama.checker.typed import suggest
from saksama.checker.written import decoded

SKEMA: Literal["saksama/jawaban/1"] = "saksama/jawaban/1"


class Isian(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the evaluator wrote of one criterion (jawaban: ya, tidak) or sub-component (jawaban: a grade).

    tanggapan: what the unit answered to the note.
    """

    jawaban: str | None = None
    alasan: str | None = None
    catatan: str | None = None
    tanggapan: str | None = None


class Sumber(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The workbook from which the answers were taken."""

    berkas: str
    sha256: str


class Jawaban(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All answers on one unit and year, by id of the criterion or sub-component.

    temuan: what was written of findings, by fingerprint; kertas_kerja: notes by working paper and row; pengesahan: the
    sign-off by tier; reviu: the reviewer's answers by statement of the review form.
    """

    kerangka: str
    jawaban: dict[str, Isian]
    unit: str | None = None
    tahun: int | None = None
    sumber: Sumber | None = None
    temuan: dict[str, IsianTemuan] = {}
    kertas_kerja: dict[str, dict[str, str]] = {}
    pengesahan: dict[Penanda, Pengesahan] = {}
    reviu: dict[str, IsianReviu] = {}
    skema: Literal["saksama/jawaban/1"] = SKEMA


def to_json(answers: Jawaban) -> bytes:
    """jawaban.json: UTF-8, indented, answers in the order of the worksheet."""
    data = msgspec.to_builtins(answers)
    ordered = {"skema": data.pop("skema"), **data}
    for name in ("temuan", "kertas_kerja", "pengesahan", "reviu"):
        if not ordered[name]:
            del ordered[name]
    return msgspec.json.format(msgspec.json.encode(ordered), indent=1) + b"\n"


def from_json(data: bytes) -> Jawaban:
    """Answers from jawaban.json; raises msgspec.ValidationError or DecodeError for anything else."""
    return decoded(data, Jawaban)


def filled(answers: Jawaban) -> bool:
    """Whether anything was written at all."""
    return bool(answers.jawaban or answers.temuan or answers.kertas_kerja or answers.pengesahan)


def schema() -> dict[str, Any]:
    """The JSON Schema of jawaban.json, generated from these types."""
    result: dict[str, Any] = msgspec.json.schema(Jawaban)
    result["title"] = SKEMA
    return result


def problems(answers: Jawaban, lke: LKE) -> Iterator[str]:
    """Why these answers don't belong to a worksheet (Indonesian): another framework, an unknown id, a wrong answer."""
    if answers.kerangka != lke.kerangka:
        yield f"jawaban dibuat untuk kerangka {answers.kerangka}, sedangkan pemeriksaan ini memakai {lke.kerangka}."
        return
    subs = {sub.id: sub for part in lke.komponen for sub in part.subkomponen}
    criteria = {item.id: item for sub in subs.values() for item in sub.kriteria}
    for id_, given in answers.jawaban.items():
        if id_ not in subs and id_ not in criteria:
            yield f"“{id_}” bukan kriteria atau sub komponen kerangka {lke.kerangka}.{suggest(id_, [*subs, *criteria])}"
            continue
        known = tuple(lke.gradasi) if id_ in subs else ("ya", "tidak")
        if given.jawaban is not None and given.jawaban not in known:
            yield f"jawaban “{given.jawaban}” pada {id_} tidak dikenal; pilihannya {', '.join(known)}."
    for sidik, written in answers.temuan.items():
        if written.keputusan == "gugur" and not written.alasan:
            yield f"temuan {sidik} digugurkan tanpa alasan."


DROPPED = "evaluator"
"""Who takes the weight off a finding that is dropped on the worksheet."""


def mark(hasil: Iterable[Hasil], answers: Jawaban) -> tuple[tuple[Hasil, ...], IsianKertas]:
    """Outcomes with what was written of each finding, dropped ones marked so, and what belongs to none of them."""
    left = dict(answers.temuan)

    def written(finding: Temuan) -> Temuan:
        given = left.pop(finding.sidik, None)
        if given is None:
            return finding
        own = IsianTemuan(given.tanggapan, given.keputusan, given.alasan)
        accepted = finding.pengecualian
        if accepted is None and own.keputusan == "gugur":
            accepted = Pengecualian(own.alasan or "", DROPPED, None)
        return msgspec.structs.replace(finding, isian=own, pengecualian=accepted)

    marked = tuple(
        msgspec.structs.replace(item, temuan=tuple(written(finding) for finding in item.temuan)) for item in hasil
    )
    return marked, IsianKertas(left, answers.kertas_kerja, answers.pengesahan)


def apply(lke: LKE, answers: Jawaban) -> LKE:
    """The worksheet with the answers beside the proposals; they must have no problems()."""
    given = answers.jawaban
    komponen = tuple(
        msgspec.structs.replace(part, subkomponen=tuple(_sub(sub, given) for sub in part.subkomponen))
        for part in lke.komponen
    )
    return msgspec.structs.replace(lke, komponen=komponen)


def _sub(sub: Subkomponen, given: Mapping[str, Isian]) -> Subkomponen:
    criteria = tuple(_with(item, given.get(item.id)) for item in sub.kriteria)
    answered: Subkomponen = _with(sub, given.get(sub.id))
    return msgspec.structs.replace(answered, kriteria=criteria)


def _with(item: Any, given: Isian | None) -> Any:
    """A criterion or sub-component with what the evaluator wrote of it."""
    if given is None:
        return item
    return msgspec.structs.replace(
        item,
        jawaban=given.jawaban,
        alasan=given.alasan,
        catatan_evaluator=given.catatan,
        tanggapan=given.tanggapan,
    )
