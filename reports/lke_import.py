"""A filled LKE workbook read back: the evaluator's answers by criterion id, and nothing else changed.

What may differ from the workbook that the Run gives, and how a change elsewhere is refused, stands in filled.py.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from saksama.checker.answers import Isian, Jawaban, Sumber
from saksama.checker.run import LKE, Run
from saksama.reports import lke, lke_sheet
from saksama.reports.filled import ImportRefused, changes, is_input, open_filled, refusals, row_texts

_YES_NO = {"ya": "ya", "y": "ya", "tidak": "tidak", "t": "tidak"}


def read_answers(data: bytes, name: str, run: Run) -> Jawaban:
    """The answers in a workbook that was written from this Run; raises ImportRefused with every reason at once."""
    if run.lke is None:
        raise ImportRefused(["run.json ini tidak memuat lembar kerja evaluasi."])
    given = open_filled(data)
    if lke_sheet.NAME not in given.sheetnames:
        raise ImportRefused([f"lembar {lke_sheet.NAME} tidak ada; berikan LKE yang ditulis Saksama."])
    expected = load_workbook(io.BytesIO(lke.render(run)))
    changed = [text for ours in expected.worksheets for text in changes(ours, given)]
    problems = refusals(changed, "LKE", "hanya sel kuning yang boleh diubah.")
    answers: dict[str, Isian] = {}
    sheet = given[lke_sheet.NAME]
    assert isinstance(sheet, Worksheet)
    for id_, row in _rows(expected).items():
        texts, wrong = row_texts(sheet, row, lke_sheet.ANSWERS, _choices(run.lke, id_))
        problems += wrong
        if any(texts.values()):
            answers[id_] = Isian(**texts)
    if problems:
        raise ImportRefused(problems)
    source = Sumber(name, hashlib.sha256(data).hexdigest())
    return Jawaban(run.lke.kerangka, answers, run.unit, run.tahun, source)


def _rows(expected: Workbook) -> dict[str, int]:
    """The row of every criterion and sub-component: those whose answer cell is for the evaluator."""
    ours = expected[lke_sheet.NAME]
    found = {}
    for row in range(lke_sheet.HEADER_ROW + 1, ours.max_row + 1):
        if is_input(ours.cell(row=row, column=lke_sheet.JAWABAN)):
            found[str(ours.cell(row=row, column=lke_sheet.NO).value)] = row
    return found


def _choices(worksheet: LKE, id_: str) -> Mapping[str, str]:
    """What may be answered: the grades for a sub-component, Ya or Tidak for a criterion, by what may be typed."""
    if any(sub.id == id_ for part in worksheet.komponen for sub in part.subkomponen):
        return {kode.casefold(): kode for kode in worksheet.gradasi}
    return _YES_NO
