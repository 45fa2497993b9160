"""A filled LKE workbook read back: the evaluator's answers by criterion id, and nothing else changed.

The workbook is held against the one that the Run gives. Cells filled with sheet.INPUT may differ; any other cell that
does is named, and the whole import is refused: a changed weight or formula must not slip through beside the answers.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from saksama.checker.answers import Isian, Jawaban, Sumber
from saksama.checker.run import LKE, Run
from saksama.reports import lke, lke_sheet, sheet

SHOWN = 12
"""Changed cells that are named; the rest is counted."""
MANY = 40
"""From so many changed cells on, the workbook rather belongs to another run."""
_YES_NO = {"ya": "ya", "y": "ya", "tidak": "tidak", "t": "tidak"}


class ImportRefused(Exception):
    """The workbook can't be taken over; problems are Indonesian sentences, with sheet and cell where there is one."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def read_answers(data: bytes, name: str, run: Run) -> Jawaban:
    """The answers in a workbook that was written from this Run; raises ImportRefused with every reason at once."""
    if run.lke is None:
        raise ImportRefused(["run.json ini tidak memuat lembar kerja evaluasi."])
    given = _open(data)
    if lke_sheet.NAME not in given.sheetnames:
        raise ImportRefused([f"lembar {lke_sheet.NAME} tidak ada; berikan LKE yang ditulis Saksama."])
    expected = load_workbook(io.BytesIO(lke.render(run)))
    changed = [text for ours in expected.worksheets for text in _changed(ours, given)]
    if len(changed) >= MANY:
        raise ImportRefused(
            [
                f"{len(changed)} sel berbeda dari run.json ini, maka LKE ini agaknya berasal dari pemeriksaan lain. "
                "Berikan run.json dari folder hasil yang sama dengan LKE-nya.",
                *changed[:3],
            ]
        )
    problems = [f"{text}; hanya sel kuning yang boleh diubah." for text in changed[:SHOWN]]
    if len(changed) > SHOWN:
        problems.append(f"dan {len(changed) - SHOWN} sel lain di luar kolom jawaban.")
    answers: dict[str, Isian] = {}
    for id_, row in _rows(expected).items():
        isian, wrong = _answer(given, row, _choices(run.lke, id_))
        problems += wrong
        if isian != Isian():
            answers[id_] = isian
    if problems:
        raise ImportRefused(problems)
    source = Sumber(name, hashlib.sha256(data).hexdigest())
    return Jawaban(run.lke.kerangka, answers, run.unit, run.tahun, source)


def _open(data: bytes) -> Workbook:
    try:
        return load_workbook(io.BytesIO(data))
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError):
        raise ImportRefused(["bukan buku kerja Excel (xlsx) yang dapat dibaca, atau terkunci kata sandi."]) from None


def _changed(ours: Worksheet, given: Workbook) -> Iterator[str]:
    """Every cell of one of our sheets that is not for the evaluator and says something else now.

    A sheet that was taken out hides nothing from the answers, one that was added is the evaluator's own.
    """
    if ours.title not in given.sheetnames:
        return
    theirs = given[ours.title]
    assert isinstance(theirs, Worksheet)
    for row in range(1, max(ours.max_row, theirs.max_row) + 1):
        for column in range(1, max(ours.max_column, theirs.max_column) + 1):
            cell = ours.cell(row=row, column=column)
            if _is_input(cell):
                continue
            before, after = cell.value, theirs.cell(row=row, column=column).value
            if not _same(before, after):
                place = f"lembar {ours.title} sel {get_column_letter(column)}{row}"
                yield f"{place} diubah dari {_told(before)} menjadi {_told(after)}"


def _is_input(cell: Any) -> bool:
    fill = cell.fill
    return fill is not None and fill.fill_type == "solid" and str(fill.start_color.rgb)[-6:] == sheet.INPUT


def _same(before: object, after: object) -> bool:
    """Equal values: numbers by amount, texts but for spaces, formulas but for how a program writes them."""
    if isinstance(before, int | float | Decimal) and isinstance(after, int | float | Decimal):
        return abs(float(before) - float(after)) < 1e-9
    return _plain(before) == _plain(after)


def _plain(value: object) -> str:
    text = "" if value is None else str(value).replace("_x000D_", " ")
    if text.startswith("="):
        # Programs write a formula anew: spaces, fixed references, "FALSE()" and "6.30" say nothing of a change.
        bare = re.sub(r"[\s$']", "", text).upper().replace("FALSE()", "FALSE").replace("TRUE()", "TRUE")
        return re.sub(r"(\d+)\.(\d*?)0*(?=\D|$)", lambda found: f"{found[1]}.{found[2]}".rstrip("."), bare)
    return " ".join(text.split())


def _told(value: object) -> str:
    text = " ".join(str(value).split()) if value is not None else ""
    return f"“{text[:60]}{'…' if len(text) > 60 else ''}”" if text else "kosong"


def _rows(expected: Workbook) -> dict[str, int]:
    """The row of every criterion and sub-component: those whose answer cell is for the evaluator."""
    ours = expected[lke_sheet.NAME]
    found = {}
    for row in range(lke_sheet.HEADER_ROW + 1, ours.max_row + 1):
        if _is_input(ours.cell(row=row, column=lke_sheet.JAWABAN)):
            found[str(ours.cell(row=row, column=lke_sheet.NO).value)] = row
    return found


def _choices(worksheet: LKE, id_: str) -> Mapping[str, str]:
    """What may be answered: the grades for a sub-component, Ya or Tidak for a criterion, by what may be typed."""
    if any(sub.id == id_ for part in worksheet.komponen for sub in part.subkomponen):
        return {kode.casefold(): kode for kode in worksheet.gradasi}
    return _YES_NO


def _answer(given: Workbook, row: int, known: Mapping[str, str]) -> tuple[Isian, list[str]]:
    """The answer of one row, and what is wrong with it."""
    ours = given[lke_sheet.NAME]
    texts: dict[str, str | None] = {}
    wrong = []
    for field, column in lke_sheet.ANSWERS.items():
        cell = ours.cell(row=row, column=column)
        place = f"lembar {lke_sheet.NAME} sel {cell.coordinate}"
        text = _typed(cell.value)
        if cell.data_type == "f":
            wrong.append(f"{place}: berisi rumus; tulis isinya.")
            text = None
        elif field == "jawaban" and text is not None:
            if text.casefold().rstrip(".") not in known:
                names = (kode if kode.isupper() else kode.capitalize() for kode in known.values())
                shown = ", ".join(dict.fromkeys(names))
                wrong.append(f"{place}: jawaban “{text}” tidak dikenal; pilih {shown}.")
                text = None
            else:
                text = known[text.casefold().rstrip(".")]
        texts[field] = text
    return Isian(**texts), wrong


def _typed(value: object) -> str | None:
    text = "" if value is None else str(value).replace("_x000D_", "").replace("\r\n", "\n").strip()
    return text or None
