"""The live formulas against our own count: any answers typed into the workbook give the same in LibreOffice."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from saksama.checker import answers, frameworks
from saksama.checker.answers import Isian, Jawaban
from saksama.checker.final import part_value, settle, sub_value
from saksama.checker.lke import LKE
from saksama.checker.run import Run
from saksama.checker.score import score
from saksama.parsers.resources import RULES
from saksama.reports import lke, lke_sheet

ROUNDS = 6


def proposed(order: random.Random) -> LKE:
    """The shipped worksheet with proposals thrown by chance."""
    bare = score(frameworks.read("permenpan-88-2021-unit", RULES), ())
    parts = []
    for part in bare.komponen:
        subs = []
        for sub in part.subkomponen:
            criteria = tuple(replace(item, usulan=order.choice(["ya", "ya", "tidak", None])) for item in sub.kriteria)
            subs.append(replace(sub, kriteria=criteria))
        parts.append(replace(part, subkomponen=tuple(subs)))
    return replace(bare, komponen=tuple(parts))


def typed(worksheet: LKE, order: random.Random) -> dict[str, str]:
    """Answers thrown by chance: few or many criteria, now and then a grade."""
    share = order.choice([0.05, 0.4, 0.9])
    subs = [sub for part in worksheet.komponen for sub in part.subkomponen]
    given = {item.id: order.choice(["Ya", "Tidak"]) for sub in subs for item in sub.kriteria if order.random() < share}
    return given | {sub.id: order.choice(list(worksheet.gradasi)) for sub in subs if order.random() < 0.3}


def test_libreoffice_counts_as_we_do(run: Run, tmp_path: Path) -> None:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice tidak terpasang")
    cases = {}
    for seed in range(ROUNDS):
        order = random.Random(seed)
        worksheet = settle(proposed(order))
        given = typed(worksheet, order)
        book = load_workbook(io.BytesIO(lke.render(replace(run, lke=worksheet))))
        sheet = book["LKE"]
        for row in range(lke_sheet.HEADER_ROW + 1, sheet.max_row + 1):
            answer = given.get(str(sheet.cell(row, 1).value))
            if answer:
                sheet.cell(row, lke_sheet.JAWABAN).value = answer
        book.save(tmp_path / f"{seed}.xlsx")
        told = {id_: Isian(text if text in worksheet.gradasi else text.casefold()) for id_, text in given.items()}
        cases[seed] = settle(answers.apply(worksheet, Jawaban(worksheet.kerangka, told)))
    home = f"-env:UserInstallation=file://{tmp_path}/profil"
    files = [str(tmp_path / f"{seed}.xlsx") for seed in cases]
    command = [program, home, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "lo"), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for seed, expected in cases.items():
        done = load_workbook(tmp_path / "lo" / f"{seed}.xlsx", data_only=True)
        sheet = done["LKE"]
        rows = {str(sheet.cell(row, 1).value): row for row in range(lke_sheet.HEADER_ROW + 1, sheet.max_row + 1)}
        for part in expected.komponen:
            assert value(sheet, rows[part.id]) == pytest.approx(float(part_value(expected, part))), (seed, part.id)
            for sub in part.subkomponen:
                assert value(sheet, rows[sub.id]) == pytest.approx(float(sub_value(expected, sub))), (seed, sub.id)
                for item in (sub, *sub.kriteria):
                    counted = (sheet.cell(rows[item.id], lke_sheet.AKHIR).value or "").casefold()
                    assert counted == (item.akhir or "").casefold(), (seed, item.id)
        summary = {row[1]: row for row in done["Ringkasan"].iter_rows(values_only=True) if row[1]}
        if expected.nilai_akhir is not None:
            assert summary["Jumlah"][7] == pytest.approx(float(expected.nilai_akhir))
            assert summary["Predikat"][7] == expected.predikat_akhir


def value(sheet: object, row: int) -> float:
    return float(sheet.cell(row, lke_sheet.NILAI).value)  # type: ignore[attr-defined]
