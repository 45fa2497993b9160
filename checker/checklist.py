"""The review form: its statements as data (rules/checklist/reviu.yaml), answered by the rules that can answer them.

Source: Permenpan RB 53/2014, lampiran on review; Perwali Probolinggo 30/2020 V.D.3 (23 statements).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import msgspec

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
    jawaban: Literal["ya", "tidak", "perlu_telaah"]
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
