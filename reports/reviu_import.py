"""A filled review form read back, workbook or Word document: the reviewer's answers by statement, nothing else changed.

In the document a mark that was moved is an answer, one that stands where the form had it is none: it can't be told from
the proposal. In the workbook the answer has a column of its own.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator, Sequence

import msgspec
from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from openpyxl import load_workbook

from saksama.checker.answers import Jawaban, Sumber
from saksama.checker.carried import kept
from saksama.checker.isian import IsianReviu, JawabanReviu
from saksama.checker.run import Butir, Run
from saksama.reports import reviu, reviu_sheet, words
from saksama.reports.celltext import told, typed
from saksama.reports.filled import ImportRefused, open_filled, other_form, refusals
from saksama.reports.returned import Returned

_KNOWN = {"ya": "ya", "y": "ya", "tidak": "tidak", "t": "tidak", "perlu telaah": "perlu_telaah"}
_MARKS: tuple[JawabanReviu, ...] = ("ya", "tidak", "perlu_telaah")
_FREE = (*reviu.TICKS, reviu.NOTES)
"""Columns of the document's table that the reviewer fills."""


def read_answers(data: bytes, name: str, run: Run) -> Jawaban:
    """The answers in a form that was written from this Run; raises ImportRefused with every reason at once."""
    if not run.reviu or run.lke is None:
        raise ImportRefused(["run.json ini tidak memuat formulir reviu."])
    given, problems = _from_document(data, run) if _is_document(data) else _from_workbook(data, run)
    if problems:
        raise ImportRefused(problems)
    answers = {id_: isian for id_, isian in given.items() if isian != IsianReviu()}
    return msgspec.structs.replace(kept(run), reviu=answers, sumber=Sumber(name, hashlib.sha256(data).hexdigest()))


def _is_document(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "word/document.xml" in package.namelist()
    except zipfile.BadZipFile:
        return False


def _from_workbook(data: bytes, run: Run) -> tuple[dict[str, IsianReviu], list[str]]:
    given = open_filled(data)
    returned = Returned(load_workbook(io.BytesIO(reviu_sheet.render(run))), given)
    if reviu_sheet.NAME not in returned.sheets:
        raise ImportRefused([other_form(given, reviu_sheet.NAME)])
    problems = refusals(returned.changes(), "formulir", "hanya sel kuning yang boleh diubah.")
    answers = {}
    for id_, row in reviu_sheet.rows(run.reviu).items():
        texts, wrong = returned.texts(reviu_sheet.NAME, row, reviu_sheet.ANSWERS, _KNOWN, "jawaban")
        problems += wrong
        answers[id_] = msgspec.convert(texts, IsianReviu)
    return answers, problems


def _from_document(data: bytes, run: Run) -> tuple[dict[str, IsianReviu], list[str]]:
    expected = _form(reviu.render(run))
    given = _form(data)
    if len(given) != len(expected):
        raise ImportRefused([f"tabel formulir berisi {len(given)} baris, seharusnya {len(expected)}."])
    changed = [text for before, after in zip(expected, given, strict=True) for text in _changed(before, after)]
    allowed = "hanya kolom Ya, Tidak, Perlu telaah dan Catatan pereviu yang boleh diubah."
    problems = refusals(changed, "formulir", allowed)
    statements = [cells for cells in given if cells[0].isdigit()]
    answers = {}
    for butir, cells in zip(run.reviu, statements, strict=True):
        marked = [answer for answer, column in zip(_MARKS, reviu.TICKS, strict=True) if cells[column]]
        if len(marked) != 1:
            problems.append(f"pernyataan {butir.id}: beri satu tanda pada {', '.join(words.JAWABAN.values())}.")
            continue
        answers[butir.id] = IsianReviu(_moved(butir, marked[0]), typed(cells[reviu.NOTES]))
    return answers, problems


def _moved(butir: Butir, marked: JawabanReviu) -> JawabanReviu | None:
    return None if butir.jawaban_pereviu is None and marked == butir.jawaban else marked


def _form(data: bytes) -> list[list[str]]:
    """The cells of the form's table; raises ImportRefused where there is none."""
    try:
        tables = Document(io.BytesIO(data)).tables
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError):
        raise ImportRefused(["naskah Word ini tidak dapat dibaca."]) from None
    for table in tables:
        cells = _cells(table)
        if cells and [" ".join(cell.split()) for cell in cells[0]] == list(reviu.TITLES):
            return cells
    raise ImportRefused(["tabel check list tidak ditemukan; berikan formulir reviu yang ditulis Saksama."])


def _cells(table: Table) -> list[list[str]]:
    return [[cell.text.strip() for cell in row.cells] for row in table.rows]


def _changed(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """Cells of a row outside the reviewer's columns that say something else now."""
    place = f"baris {before[0]}" if before[0].isdigit() else f"bagian {before[0]}"
    if len(before) != len(after):
        yield f"{place} berisi {len(after)} kolom, seharusnya {len(before)}"
        return
    fixed = [n for n in range(len(before)) if n not in _FREE] if before[0].isdigit() else range(1)
    for column in fixed:
        if before[column].split() != after[column].split():
            title = f" kolom {reviu.TITLES[column]}" if before[0].isdigit() else ""
            yield f"{place}{title} diubah dari {told(before[column])} menjadi {told(after[column])}"
