"""The review form: its statements as data (rules/checklist/reviu.yaml), answered by the rules that can answer them.

Source: Permenpan RB 53/2014, lampiran on review; Perwali Probolinggo 30/2020 V.D.3 (23 statements).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from saksama.checker.isian import IsianReviu, JawabanReviu
from saksama.checker.run import Butir, Hasil
from saksama.checker.typed import convert, suggest
from saksama.parsers import yamlfile
from saksama.parsers.yamlfile import DataError


class Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One statement, the rules that answer it (none: the reviewer's alone) and the question to ask."""

    id: str
    bagian: str
    teks: str
    pertanyaan: str
    aturan: tuple[str, ...] = ()


class ChecklistFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    judul: str
    peraturan: str
    butir: tuple[Statement, ...]


def load(folder: Path, rule_ids: Iterable[str]) -> tuple[Statement, ...]:
    """The statements; raises DataError for an unknown rule."""
    file = yamlfile.load(folder / "checklist" / "reviu.yaml", "rules/checklist/reviu.yaml")
    statements = convert(file, ChecklistFile).butir
    known = list(rule_ids)
    for index, statement in enumerate(statements):
        for rule_id in statement.aturan:
            if rule_id not in known:
                message = f"aturan “{rule_id}” pada butir {statement.id} tidak ada.{suggest(rule_id, known)}"
                raise DataError(file.name, file.line(("butir", index)), message)
    return statements


def answer(statements: Iterable[Statement], hasil: Sequence[Hasil]) -> tuple[Butir, ...]:
    """Each statement answered: tidak with a finding, ya when every rule passed, else perlu_telaah with the reason."""
    return tuple(
        _answer(statement, [item for item in hasil if item.aturan in statement.aturan]) for statement in statements
    )


def _answer(statement: Statement, outcomes: list[Hasil]) -> Butir:
    findings = [finding for item in outcomes for finding in item.temuan if finding.pengecualian is None]
    undecided = [item for item in outcomes if item.status in ("tidak_ada", "telaah_manual", "galat")]
    passed = any(item.status in ("lulus", "temuan") for item in outcomes)
    jawaban: JawabanReviu
    if findings:
        jawaban, alasan = "tidak", f"{len(findings)} temuan: {findings[0].pesan}"
    elif undecided:
        jawaban, alasan = "perlu_telaah", undecided[0].alasan or "Belum dapat diputuskan dari berkas."
    elif passed:
        jawaban, alasan = "ya", "Semua aturan yang menjawab butir ini terpenuhi."
    else:
        jawaban, alasan = "perlu_telaah", "Tidak ada aturan yang dapat menjawabnya dari dokumen."
    return Butir(
        id=statement.id,
        bagian=statement.bagian,
        teks=statement.teks,
        jawaban=jawaban,
        alasan=alasan,
        aturan=statement.aturan,
        temuan=tuple(dict.fromkeys(finding.sidik for finding in findings)),
        pertanyaan=statement.pertanyaan,
    )


def problems(reviu: Iterable[Butir]) -> Iterator[str]:
    """What a reviewer should still say (Indonesian): answers that differ from the proposal without a note."""
    bare = [butir.id for butir in reviu if butir.akhir != butir.jawaban and not butir.catatan_pereviu]
    if bare:
        yield f"Formulir reviu: jawaban berbeda dari usulan tanpa catatan pada {', '.join(bare)}."


def strangers(given: Mapping[str, IsianReviu], known: Iterable[str]) -> Iterator[str]:
    """Why a reviewer's answers don't belong to a form with the statements `known` (Indonesian)."""
    ids = tuple(known)
    for id_ in given:
        if id_ not in ids:
            yield f"“{id_}” bukan pernyataan pada formulir reviu.{suggest(id_, ids)}"


def review(reviu: tuple[Butir, ...], given: Mapping[str, IsianReviu]) -> tuple[Butir, ...]:
    """The statements with the reviewer's answers beside the proposals."""
    return tuple(_reviewed(butir, given.get(butir.id)) for butir in reviu)


def _reviewed(butir: Butir, given: IsianReviu | None) -> Butir:
    if given is None:
        return butir
    return msgspec.structs.replace(butir, jawaban_pereviu=given.jawaban, catatan_pereviu=given.catatan)
