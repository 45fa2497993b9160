"""The review checklist as a workbook: a drop-down for the reviewer's own answer, ticks and tally by live formulas."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import msgspec
from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from saksama.checker.run import Butir, Hasil, Run, Temuan
from saksama.reports import groups, ooxml, reviu, sheet, words
from saksama.reports.sheet import Look

NAME = "Reviu"
HEADER_ROW = 5
NO, TEKS, USULAN, JAWABAN, YA, TIDAK, TELAAH, ALASAN, CATATAN = range(1, 10)
TITLES = (
    *("No", "Pernyataan", "Usulan", "Jawaban Pereviu", *words.JAWABAN.values()),
    *("Alasan dan tempat", "Catatan pereviu"),
)
ANSWERS = {"jawaban": JAWABAN, "catatan": CATATAN}
"""What the import reads back of a statement, and where."""
WIDTHS = (5, 38, 11, 12, 8, 8, 9, 52, 24)
_TICKS = dict(zip(words.JAWABAN.values(), "EFG", strict=True))
"""The column of each answer's tick."""
_SECTION = Look(bold=True, fill=sheet.SUB)
_INPUT = Look(fill=sheet.INPUT)
_BOLD = Look(bold=True, fill=sheet.PART)
_COUNT = Look(align="center", format="0")


def render(run: Run) -> bytes:
    """The workbook (xlsx): what the reviewer answers replaces the proposal in ticks and tally."""
    book = Workbook()
    ws = book.active
    assert isinstance(ws, Worksheet)
    ws.title = NAME
    values = _write(ws, run)
    book.properties.creator = f"{run.alat.nama} {run.alat.versi}"
    book.properties.title = words.clean(f"Reviu laporan kinerja {groups.title(run)}")
    return ooxml.stable(ooxml.with_values(sheet.saved(book), {"xl/worksheets/sheet1.xml": values}))


def _write(ws: Worksheet, run: Run) -> dict[str, str | Decimal]:
    """Fill the sheet; gives what its formulas give before the reviewer answers, by cell."""
    sheet.widths(ws, WIDTHS)
    sheet.put(ws, 1, 1, "Formulir Check List Reviu Laporan Kinerja", sheet.TITLE)
    sheet.put(ws, 2, 1, groups.title(run), Look(bold=True, size=11, grid=False))
    note = "Isi kolom kuning saja: Jawaban Pereviu menggantikan usulan, dan jumlahnya menghitung sendiri."
    sheet.put(ws, 3, 1, f"{reviu.NOTE} {note}", sheet.NOTE)
    sheet.header(ws, HEADER_ROW, TITLES)
    findings = reviu.by_fingerprint(run)
    values: dict[str, str | Decimal] = {}
    choices = DataValidation(type="list", formula1=f'"{",".join(words.JAWABAN.values())}"', allow_blank=True)
    choices.errorTitle = "Jawaban tidak dikenal"
    choices.error = f"Pilih salah satu: {', '.join(words.JAWABAN.values())}."
    choices.showErrorMessage = True
    section, number, row = None, 0, HEADER_ROW
    places = rows(run.reviu)
    for butir in run.reviu:
        row = places[butir.id]
        if butir.bagian != section:
            section, number = butir.bagian, 0
            for column in range(1, len(TITLES) + 1):
                sheet.put(ws, row - 1, column, None, _SECTION)
            sheet.put(ws, row - 1, TEKS, section, _SECTION)
        number += 1
        _statement(ws, row, number, butir, findings)
        for answer, letter in _TICKS.items():
            values[f"{letter}{row}"] = reviu.MARK if words.JAWABAN[butir.akhir] == answer else ""
        choices.add(f"D{row}")
    if run.reviu:
        ws.add_data_validation(choices)
    end = _tally(ws, row, run, values)
    _sign_off(ws, end + 2)
    ws.freeze_panes = f"C{HEADER_ROW + 1}"
    sheet.page(ws, HEADER_ROW, f"Reviu laporan kinerja {groups.title(run)}")
    return values


def rows(reviu_: Sequence[Butir]) -> dict[str, int]:
    """The row of every statement by its id; a section's title stands above its first."""
    found: dict[str, int] = {}
    section, row = None, HEADER_ROW
    for butir in reviu_:
        row += 1 if butir.bagian == section else 2
        section = butir.bagian
        found[butir.id] = row
    return found


def _statement(ws: Worksheet, row: int, number: int, butir: Butir, findings: dict[str, tuple[Hasil, Temuan]]) -> None:
    why = "\n".join(text + (f" [{where}]" if where else "") for text, where in reviu.reasons(butir, findings))
    colour = {"ya": sheet.GOOD, "tidak": sheet.BAD}.get(butir.jawaban, sheet.DOUBT)
    sheet.put(ws, row, NO, number, sheet.CENTRE)
    sheet.put(ws, row, TEKS, butir.teks)
    sheet.put(ws, row, USULAN, words.JAWABAN[butir.jawaban], Look(align="center", bold=True, colour=colour))
    given = words.JAWABAN[butir.jawaban_pereviu] if butir.jawaban_pereviu else None
    sheet.put(ws, row, JAWABAN, given, msgspec.structs.replace(_INPUT, align="center", bold=True))
    for answer, letter in _TICKS.items():
        text = f'=IF(IF($D{row}<>"",$D{row},$C{row})="{answer}","{reviu.MARK}","")'
        sheet.formula(ws, row, ord(letter) - ord("A") + 1, text, Look(align="center", bold=True, size=11))
    sheet.put(ws, row, ALASAN, why)
    sheet.put(ws, row, CATATAN, butir.catatan_pereviu, _INPUT)
    sheet.fit(ws, row, {TEKS: butir.teks, ALASAN: why, CATATAN: butir.catatan_pereviu or ""})


def _tally(ws: Worksheet, last: int, run: Run, values: dict[str, str | Decimal]) -> int:
    """How many statements have each answer, as proposed and as they stand; gives the last row."""
    top = last + 2
    # Counts and signatures stay together, on a page of their own.
    ws.row_breaks.append(Break(id=top - 1))
    for column, text in ((TEKS, "Jumlah pernyataan"), (USULAN, "Usulan"), (JAWABAN, "Sekarang")):
        sheet.put(ws, top, column, text, sheet.HEADER)
    first = HEADER_ROW + 1
    row = top
    for row, (key, answer) in enumerate(words.JAWABAN.items(), start=top + 1):
        letter = _TICKS[answer]
        sheet.put(ws, row, TEKS, answer)
        sheet.formula(ws, row, USULAN, f'=COUNTIF($C${first}:$C${last},"{answer}")', _COUNT)
        sheet.formula(ws, row, JAWABAN, f'=COUNTIF(${letter}${first}:${letter}${last},"{reviu.MARK}")', _COUNT)
        values[f"C{row}"] = Decimal(sum(butir.jawaban == key for butir in run.reviu))
        values[f"D{row}"] = Decimal(sum(butir.akhir == key for butir in run.reviu))
    total = row + 1
    sheet.put(ws, total, TEKS, "Jumlah", _BOLD)
    for column, letter in ((USULAN, "C"), (JAWABAN, "D")):
        look = msgspec.structs.replace(_BOLD, align="center", format="0")
        sheet.formula(ws, total, column, f"=SUM({letter}{top + 1}:{letter}{row})", look)
        values[f"{letter}{total}"] = Decimal(len(run.reviu))
    return total


def _sign_off(ws: Worksheet, row: int) -> None:
    """Left blank: the one who answers for the report at the left, place, date and reviewer at the right."""
    plain, filled = Look(grid=False), Look(grid=False, fill=sheet.INPUT)
    sheet.put(ws, row, ALASAN, "..............................., ........................ 20....", filled)
    for column, office in ((TEKS, "Penanggung jawab laporan,"), (ALASAN, "Pereviu,")):
        sheet.put(ws, row + 1, column, office, plain)
        sheet.put(ws, row + 6, column, "(..............................................)", filled)
        sheet.put(ws, row + 7, column, "NIP ........................................", filled)
