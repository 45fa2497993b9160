"""The evaluator's answers (jawaban.json, schema saksama/jawaban/1): kept by criterion id, carried on by every re-run.

A re-run proposes anew and never touches an answer: it stands beside the proposal, with its reason and note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec

from saksama.checker.lke import LKE, Subkomponen
from saksama.checker.typed import suggest

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
    """All answers of an evaluator on one unit and year, by id of the criterion or sub-component."""

    kerangka: str
    jawaban: dict[str, Isian]
    unit: str | None = None
    tahun: int | None = None
    sumber: Sumber | None = None
    skema: Literal["saksama/jawaban/1"] = SKEMA


def to_json(answers: Jawaban) -> bytes:
    """jawaban.json: UTF-8, indented, answers in the order of the worksheet."""
    data = msgspec.to_builtins(answers)
    ordered = {"skema": data.pop("skema"), **data}
    return msgspec.json.format(msgspec.json.encode(ordered), indent=1) + b"\n"


def from_json(data: bytes) -> Jawaban:
    """Answers from jawaban.json; raises msgspec.ValidationError or DecodeError for anything else."""
    return msgspec.json.decode(data, type=Jawaban)


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
