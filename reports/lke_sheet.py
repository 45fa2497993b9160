"""The sheet LKE: every component, sub-component and criterion, the proposal, and room for the evaluator's answer.

Layout is read back by the import of answers (lke_import): column A holds the id, the columns of ANSWERS what the
evaluator and the unit wrote, in cells filled with sheet.INPUT: these alone may be changed. Row HEADER_ROW holds the
titles.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import msgspec
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import Outline
from openpyxl.worksheet.worksheet import Worksheet

from saksama.checker.run import LKE, Hasil, Komponen, Kriteria, Run, Status, Subkomponen, Temuan
from saksama.reports import groups, lke_formulas, lke_notes, marks, sheet, words
from saksama.reports.sheet import Look

NAME = "LKE"
TITLE = "Lembar Kerja Evaluasi: "
HEADER_ROW = 4
NO, TEKS, BOBOT, STATUS, USULAN, JAWABAN, ALASAN = range(1, 8)
CATATAN_EVALUATOR, TANGGAPAN, AKHIR, NILAI, CATATAN, BUKTI, ATURAN, PERTANYAAN = range(8, 16)
TITLES = (
    *("No", "Komponen / Sub Komponen / Kriteria", "Bobot", "Status", "Usulan", "Jawaban Evaluator"),
    *(
        "Alasan Evaluator",
        "Catatan Evaluator",
        "Tanggapan Unit",
        "Jawaban Akhir",
        "Nilai",
        "Catatan",
        "Daftar Evidence",
    ),
    *("Aturan", "Pertanyaan untuk Evaluator"),
)
WIDTHS = (6.5, 30, 7, 11.5, 7.5, 10, 16, 19, 17, 8.5, 7.5, 25, 28, 16, 36)
ANSWERS = {"jawaban": JAWABAN, "alasan": ALASAN, "catatan": CATATAN_EVALUATOR, "tanggapan": TANGGAPAN}
"""The columns that the evaluator fills, the unit's response among them, by the field of the answers."""
AT = lke_formulas.Columns(*(get_column_letter(column) for column in (BOBOT, USULAN, JAWABAN, AKHIR)))
VALUE = get_column_letter(NILAI)

_STATUS_COLOUR: dict[Status, str] = {
    "temuan": sheet.BAD,
    "galat": sheet.BAD,
    "lulus": sheet.GOOD,
    "tidak_ada": sheet.DOUBT,
    "telaah_manual": sheet.DOUBT,
    "tidak_berlaku": sheet.SOFT,
    "tidak_dipilih": sheet.SOFT,
}
_PART = Look(bold=True, fill=sheet.PART)
_SUB = Look(bold=True, fill=sheet.SUB)
_INPUT = Look(fill=sheet.INPUT)


class Anchors(msgspec.Struct, frozen=True):
    """Where the values stand: row of each component by id, and the values that the formulas give with no answers."""

    rows: dict[str, int]
    values: dict[str, str | Decimal]


class _Book(msgspec.Struct, frozen=True):
    """What every row needs: the worksheet, findings by fingerprint, outcomes by rule, the range of grades.

    kriteria: the row of each criterion, known before any is written; values collects what the formulas give as it is.
    """

    lke: LKE
    temuan: dict[str, tuple[Hasil, Temuan]]
    hasil: dict[str, list[Hasil]]
    grades: str
    kriteria: dict[str, int]
    values: dict[str, str | Decimal]


def write(ws: Worksheet, run: Run, lke: LKE, grades: str) -> Anchors:
    """Fill the sheet; `grades` is the absolute range of grades and their values, for the live formulas."""
    book = _book(run, lke, grades)
    rows: dict[str, int] = {}
    sheet.widths(ws, WIDTHS)
    sheet.put(ws, 1, 1, f"{TITLE}{groups.title(run)}", sheet.TITLE)
    note = "Isi kolom kuning saja: Ya atau Tidak pada kriteria, gradasi pada sub komponen. Nilai terhitung sendiri. "
    note += "Tanggapan Unit diisi oleh unit."
    sheet.put(ws, 2, 1, f"{lke.judul}. {note}", sheet.NOTE)
    sheet.header(ws, HEADER_ROW, TITLES)
    row = HEADER_ROW + 1
    for komponen in lke.komponen:
        rows[komponen.id] = row
        row = _part(ws, row, komponen, book)
    _choices(ws, lke, row - 1)
    ws.freeze_panes = f"C{HEADER_ROW + 1}"
    ws.sheet_properties.outlinePr = Outline(summaryBelow=False)
    sheet.page(ws, HEADER_ROW, f"LKE {groups.title(run)}: usulan Saksama, belum final", BUKTI)
    return Anchors(rows, book.values)


def _part(ws: Worksheet, row: int, komponen: Komponen, book: _Book) -> int:
    """A component with all below it; gives the next free row."""
    top = row
    for column in range(1, len(TITLES) + 1):
        sheet.put(ws, top, column, None, _PART)
    sheet.put(ws, top, NO, komponen.id, _PART)
    sheet.put(ws, top, TEKS, komponen.nama.upper(), _PART)
    sheet.put(ws, top, BOBOT, komponen.bobot, msgspec.structs.replace(_PART, align="center", format="0.00"))
    sheet.fit(ws, top, {TEKS: komponen.nama.upper()})
    sub_rows = []
    row += 1
    for sub in komponen.subkomponen:
        sub_rows.append(row)
        row = _sub(ws, row, sub, book)
    look = msgspec.structs.replace(_PART, align="center", format="0.00")
    sheet.formula(ws, top, NILAI, lke_formulas.part_value(VALUE, sub_rows), look)
    book.values[f"{VALUE}{top}"] = marks.part_value(book.lke, komponen)
    return row


def _sub(ws: Worksheet, row: int, sub: Subkomponen, book: _Book) -> int:
    """A sub-component and its criteria; gives the next free row."""
    for column in range(1, len(TITLES) + 1):
        sheet.put(ws, row, column, None, _SUB)
    sheet.put(ws, row, NO, sub.id, _SUB)
    sheet.put(ws, row, TEKS, sub.nama, _SUB)
    sheet.put(ws, row, BOBOT, sub.bobot, msgspec.structs.replace(_SUB, align="center", format="0.00"))
    sheet.put(ws, row, USULAN, sub.gradasi, msgspec.structs.replace(_SUB, align="center"))
    sheet.put(ws, row, JAWABAN, sub.jawaban, msgspec.structs.replace(_INPUT, align="center", bold=True))
    sheet.put(ws, row, ALASAN, sub.alasan, _INPUT)
    sheet.put(ws, row, CATATAN_EVALUATOR, sub.catatan_evaluator, _INPUT)
    sheet.put(ws, row, TANGGAPAN, sub.tanggapan, _INPUT)
    grade = lke_formulas.sub_grade(book.lke, AT, row, sub)
    sheet.formula(ws, row, AKHIR, grade, msgspec.structs.replace(_SUB, align="center"))
    book.values[f"{AT.akhir}{row}"] = sub.jawaban or sub.akhir or sub.gradasi or ""
    value = lke_formulas.sub_value(AT, row, sub, book.grades)
    sheet.formula(ws, row, NILAI, value, msgspec.structs.replace(_SUB, align="center", format="0.00"))
    book.values[f"{VALUE}{row}"] = marks.sub_value(book.lke, sub)
    note = lke_notes.of_sub(sub)
    sheet.put(ws, row, CATATAN, note, msgspec.structs.replace(_SUB, bold=False))
    if sub.kriteria:
        sheet.formula(ws, row, STATUS, lke_formulas.met_of(AT, row, sub), _SUB)
        count = sum(item.status != "tidak_berlaku" for item in sub.kriteria)
        book.values[f"D{row}"] = f"{sum(_met(item) for item in sub.kriteria)} dari {count} terpenuhi"
    texts = {TEKS: sub.nama + "    ", CATATAN: note, STATUS: "10 dari 10 terpenuhi", ALASAN: sub.alasan or ""}
    texts |= {CATATAN_EVALUATOR: sub.catatan_evaluator or "", TANGGAPAN: sub.tanggapan or ""}
    sheet.fit(ws, row, texts)
    for kriteria in sub.kriteria:
        row += 1
        _criterion(ws, row, kriteria, book)
    return row + 1


def _criterion(ws: Worksheet, row: int, kriteria: Kriteria, book: _Book) -> None:
    findings = [book.temuan[key] for key in kriteria.temuan if key in book.temuan]
    note = lke_notes.of_criterion(kriteria, findings, book.hasil)
    proof = lke_notes.evidence(kriteria, findings, book.hasil)
    proposal = kriteria.usulan.capitalize() if kriteria.usulan else None
    colour = sheet.GOOD if kriteria.usulan == "ya" else sheet.BAD
    sheet.put(ws, row, NO, kriteria.id)
    sheet.put(ws, row, TEKS, kriteria.teks, Look(indent=1))
    sheet.put(ws, row, BOBOT, None)
    sheet.put(ws, row, STATUS, words.STATUS[kriteria.status], Look(colour=_STATUS_COLOUR[kriteria.status]))
    sheet.put(ws, row, USULAN, proposal, Look(align="center", bold=True, colour=colour))
    sheet.put(
        ws, row, JAWABAN, kriteria.jawaban and kriteria.jawaban.capitalize(), Look(fill=sheet.INPUT, align="center")
    )
    sheet.put(ws, row, ALASAN, kriteria.alasan, _INPUT)
    sheet.put(ws, row, CATATAN_EVALUATOR, kriteria.catatan_evaluator, _INPUT)
    sheet.put(ws, row, TANGGAPAN, kriteria.tanggapan, _INPUT)
    final = lke_formulas.criterion_answer(AT, row, kriteria, book.kriteria)
    sheet.formula(ws, row, AKHIR, final, Look(align="center", bold=True))
    book.values[f"{AT.akhir}{row}"] = (_final(kriteria) or "").capitalize()
    sheet.put(ws, row, NILAI, None)
    sheet.put(ws, row, CATATAN, note)
    sheet.put(ws, row, BUKTI, proof)
    sheet.put(ws, row, ATURAN, ", ".join(kriteria.aturan), Look(colour=sheet.SOFT))
    sheet.put(ws, row, PERTANYAAN, kriteria.pertanyaan, Look(colour=sheet.SOFT, italic=True))
    texts = {TEKS: kriteria.teks, CATATAN: note, BUKTI: proof, PERTANYAAN: kriteria.pertanyaan or ""}
    sheet.fit(
        ws,
        row,
        {**texts, ATURAN: ", ".join(kriteria.aturan), ALASAN: kriteria.alasan or ""}
        | {CATATAN_EVALUATOR: kriteria.catatan_evaluator or "", TANGGAPAN: kriteria.tanggapan or ""},
    )
    ws.row_dimensions[row].outlineLevel = 1


def _choices(ws: Worksheet, lke: LKE, last: int) -> None:
    """Drop-downs: Ya or Tidak for criteria, the framework's grades for sub-components."""
    sub_ids = {sub.id for komponen in lke.komponen for sub in komponen.subkomponen}
    part_ids = {komponen.id for komponen in lke.komponen}
    ids = {row: ws.cell(row=row, column=NO).value for row in range(HEADER_ROW + 1, last + 1)}
    criteria = [row for row, id_ in ids.items() if id_ not in sub_ids and id_ not in part_ids]
    _choice(ws, ("Ya", "Tidak"), criteria)
    _choice(ws, tuple(lke.gradasi), [row for row, id_ in ids.items() if id_ in sub_ids])


def _choice(ws: Worksheet, words_: Sequence[str], rows: Sequence[int]) -> None:
    if not words_ or not rows:
        return
    validation = DataValidation(type="list", formula1=f'"{",".join(words_)}"', allow_blank=True)
    validation.errorTitle = "Jawaban tidak dikenal"
    validation.error = f"Pilih salah satu: {', '.join(words_)}."
    validation.showErrorMessage = True
    for row in rows:
        validation.add(f"{AT.jawaban}{row}")
    ws.add_data_validation(validation)


def _met(kriteria: Kriteria) -> bool:
    return _final(kriteria) == "ya"


def _final(kriteria: Kriteria) -> str | None:
    return kriteria.jawaban or kriteria.akhir or kriteria.usulan


def _book(run: Run, lke: LKE, grades: str) -> _Book:
    outcomes: dict[str, list[Hasil]] = {}
    for item in run.hasil:
        outcomes.setdefault(item.aturan, []).append(item)
    findings = {temuan.sidik: (hasil, temuan) for hasil, temuan in run.findings()}
    return _Book(lke, findings, outcomes, grades, _criterion_rows(lke), {})


def _criterion_rows(lke: LKE) -> dict[str, int]:
    """The row of each criterion: components, sub-components and criteria stand one below the other."""
    ids: list[str | None] = []
    for part in lke.komponen:
        ids.append(None)
        for sub in part.subkomponen:
            ids += [None, *(item.id for item in sub.kriteria)]
    return {id_: row for row, id_ in enumerate(ids, start=HEADER_ROW + 1) if id_}
