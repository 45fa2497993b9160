"""The sheet Ringkasan: component table with live values and last year's, predicate, chart, scales, room to sign."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import msgspec
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.worksheet.worksheet import Worksheet

from saksama.checker.isian import PENANDA, Penanda, Pengesahan
from saksama.checker.run import LKE, STATUS, Komponen, Run
from saksama.parsers.numbers import parse_number
from saksama.reports import groups, lhe_facts, marks, sheet, words
from saksama.reports.lke_sheet import NAME as LKE_NAME
from saksama.reports.lke_sheet import VALUE, Anchors
from saksama.reports.sheet import Look

NAME = "Ringkasan"
HEADER_ROW = 8
SCALE_COLUMN = 13
"""Column M: grades and predicates; two blank columns part them from the table, so that no reader joins the two."""
TITLES = ("No", "Komponen", "Bobot", "Usulan", "Lantai", "Plafon", "Cakupan", "Nilai Evaluator")
LALU, SELISIH = 9, 10
"""Last year's value, under the name of the report it comes from, and the difference that the evaluator's makes."""
WIDTHS = (5, 44, 11, 11, 11, 11, 11, 12, 12, 10, 2, 2, 10, 13, 20)
SIGN_COLUMNS = {"nama": 3, "tanggal": 6, "tanda_tangan": 8}
"""The first column of each sign-off cell, by the field of checker.isian.Pengesahan."""
BESIDE_CHART = 22
"""Rows from the total to the first one below the chart."""

_TOTAL = Look(bold=True, fill=sheet.PART)
_TOTAL_NUMBER = Look(bold=True, fill=sheet.PART, align="right", format="0.00")
_PERCENT = Look(align="right", format="0%")
_DIFFERENCE = "+0.00;-0.00;0.00"
_INPUT = Look(fill=sheet.INPUT, middle=True)
_FULL = 100
"""No value of an evaluation lies above it: what does was read wrongly."""


def grades(lke: LKE) -> str:
    """The absolute range of the grades and their values on this sheet."""
    last = HEADER_ROW + max(1, len(lke.gradasi))
    return f"{NAME}!$M${HEADER_ROW + 1}:$N${last}"


def write(ws: Worksheet, run: Run, lke: LKE, anchors: Anchors) -> dict[str, str | Decimal]:
    """Fill the sheet; gives the values of its formulas before anybody answers, by cell."""
    sheet.widths(ws, WIDTHS)
    sheet.put(ws, 1, 1, "Ringkasan Lembar Kerja Evaluasi", sheet.TITLE)
    sheet.put(ws, 2, 1, groups.title(run), Look(bold=True, size=11, grid=False))
    sheet.put(
        ws,
        3,
        1,
        f"{lke.judul}; profil {run.profil}; per {words.date(run.tanggal) or 'tanggal tidak diberikan'}",
        sheet.NOTE,
    )
    colour = sheet.GOOD if groups.verdict(run).tingkat == "bersih" else sheet.BAD
    sheet.put(ws, 4, 1, groups.verdict(run).teks, Look(bold=True, colour=colour, grid=False))
    note = "Usulan dihitung dari berkas dan bukan nilai akhir. "
    note += "Nilai Evaluator memakai jawaban evaluator, atau usulan bila kosong."
    sheet.put(ws, 5, 1, note, sheet.NOTE)
    note = "Lantai: yang belum diputuskan dianggap tidak terpenuhi. Plafon: dianggap terpenuhi (paling tinggi BB)."
    sheet.put(ws, 6, 1, note, sheet.NOTE)
    sheet.put(ws, 7, 1, marks.caution(lke), Look(bold=True, colour=sheet.DOUBT, grid=False))
    past = lhe_facts.last_year(run)
    sheet.header(ws, HEADER_ROW, (*TITLES, past.judul, "Selisih"))
    values: dict[str, str | Decimal] = {}
    for row, komponen in enumerate(lke.komponen, start=HEADER_ROW + 1):
        _row(ws, row, komponen, anchors, values)
        _last_year(ws, row, past.komponen.get(komponen.nama), values)
    total = HEADER_ROW + 1 + len(lke.komponen)
    _total(ws, total, lke, values)
    _last_year(ws, total, past.nilai, values, _TOTAL_NUMBER)
    sheet.put(ws, total + 1, LALU, past.predikat, msgspec.structs.replace(_TOTAL, align="center", size=11))
    _scales(ws, lke)
    _counts(ws, run, total + 4)
    _chart(ws, total)
    _sign_off(ws, total + BESIDE_CHART, run.isian.pengesahan)
    sheet.page(ws, None, f"Ringkasan LKE {groups.title(run)}: usulan Saksama, belum final", SELISIH)
    ws.page_setup.fitToHeight = 1
    return values


def _row(ws: Worksheet, row: int, komponen: Komponen, anchors: Anchors, values: dict[str, str | Decimal]) -> None:
    sheet.put(ws, row, 1, komponen.id, sheet.CENTRE)
    sheet.put(ws, row, 2, komponen.nama)
    for column, value in enumerate((komponen.bobot, komponen.nilai, komponen.lantai, komponen.plafon), start=3):
        sheet.put(ws, row, column, value, sheet.NUMBER)
    sheet.put(ws, row, 7, marks.coverage(komponen), _PERCENT)
    source = f"{VALUE}{anchors.rows[komponen.id]}"
    sheet.formula(ws, row, 8, f"={LKE_NAME}!{source}", msgspec.structs.replace(sheet.NUMBER, bold=True))
    values[f"H{row}"] = anchors.values[source]


def _total(ws: Worksheet, row: int, lke: LKE, values: dict[str, str | Decimal]) -> None:
    first, last = HEADER_ROW + 1, row - 1
    sheet.put(ws, row, 1, None, _TOTAL)
    sheet.put(ws, row, 2, "Jumlah", _TOTAL)
    sums = {"C": sum(k.bobot for k in lke.komponen), "D": lke.nilai, "E": lke.lantai, "F": lke.plafon}
    live = sum((Decimal(values[f"H{row}"]) for row in range(first, row)), Decimal(0))
    for column, (letter, value) in enumerate((sums | {"G": None, "H": live}).items(), start=3):
        if letter == "G":
            sheet.put(ws, row, column, lke.cakupan, msgspec.structs.replace(_TOTAL_NUMBER, format="0%"))
        else:
            sheet.formula(ws, row, column, f"=ROUND(SUM({letter}{first}:{letter}{last}),2)", _TOTAL_NUMBER)
            values[f"{letter}{row}"] = Decimal(value or 0)
    centre = msgspec.structs.replace(_TOTAL, align="center", size=11)
    for column in range(1, SELISIH + 1):
        sheet.put(ws, row + 1, column, None, _TOTAL)
        sheet.put(ws, row + 2, column, None, _TOTAL)
    sheet.put(ws, row + 1, 2, "Predikat", _TOTAL)
    sheet.put(ws, row + 2, 2, "Sebutan", _TOTAL)
    for letter, column in (("D", 4), ("H", 8)):
        cell = f"{letter}{row}"
        amount = values[cell]
        assert isinstance(amount, Decimal)
        reached = marks.predicate(lke, amount)
        sheet.formula(ws, row + 1, column, predicate_formula(lke, cell, "kode"), centre)
        look = msgspec.structs.replace(_TOTAL, align="center", bold=False)
        sheet.formula(ws, row + 2, column, predicate_formula(lke, cell, "sebutan"), look)
        values[f"{letter}{row + 1}"] = reached.kode if reached else ""
        values[f"{letter}{row + 2}"] = reached.sebutan if reached else ""


def _last_year(
    ws: Worksheet, row: int, printed: str | None, values: dict[str, str | Decimal], look: Look = sheet.NUMBER
) -> None:
    """Last year's value as a number where it reads as one, else as it is printed and without a difference."""
    read = parse_number(printed)
    plain = read is not None and read.lain is None and 0 <= read.nilai <= _FULL
    sheet.put(ws, row, LALU, read.nilai if read is not None and plain else printed, look)
    change = msgspec.structs.replace(look, format=_DIFFERENCE)
    sheet.formula(ws, row, SELISIH, f'=IF(ISNUMBER(I{row}),ROUND(H{row}-I{row},2),"")', change)
    now = values[f"H{row}"]
    assert isinstance(now, Decimal)
    values[f"J{row}"] = now - read.nilai if read is not None and plain else ""


def predicate_formula(lke: LKE, cell: str, field: str) -> str:
    """The predicate as nested IFs, strictly above each bound: 90,00 is A, not AA."""
    ordered = sorted(lke.jenjang, key=lambda step: step.di_atas, reverse=True)
    if not ordered:
        return '=""'
    text = f'"{getattr(ordered[-1], field)}"'
    for step in reversed(ordered[:-1]):
        text = f'IF({cell}>{step.di_atas},"{getattr(step, field)}",{text})'
    return f"={text}"


def _scales(ws: Worksheet, lke: LKE) -> None:
    for offset, title in enumerate(("Gradasi", "Nilai")):
        sheet.put(ws, HEADER_ROW, SCALE_COLUMN + offset, title, sheet.HEADER)
    row = HEADER_ROW
    for row, (kode, value) in enumerate(lke.gradasi.items(), start=HEADER_ROW + 1):
        sheet.put(ws, row, SCALE_COLUMN, kode, sheet.CENTRE)
        sheet.put(ws, row, SCALE_COLUMN + 1, value, msgspec.structs.replace(sheet.NUMBER, format="0"))
    row += 2
    for offset, title in enumerate(("Predikat", "Nilai di atas", "Sebutan")):
        sheet.put(ws, row, SCALE_COLUMN + offset, title, sheet.HEADER)
    for step in sorted(lke.jenjang, key=lambda step: step.di_atas, reverse=True):
        row += 1
        sheet.put(ws, row, SCALE_COLUMN, step.kode, sheet.CENTRE)
        bound = step.di_atas if step.di_atas >= 0 else None
        sheet.put(ws, row, SCALE_COLUMN + 1, bound, msgspec.structs.replace(sheet.NUMBER, format="0"))
        sheet.put(ws, row, SCALE_COLUMN + 2, step.sebutan)


def _counts(ws: Worksheet, run: Run, row: int) -> None:
    sheet.put(ws, row, 2, "Hasil aturan", sheet.HEADER)
    sheet.put(ws, row, 3, "Jumlah", sheet.HEADER)
    for status in STATUS:
        row += 1
        sheet.put(ws, row, 2, words.STATUS[status])
        sheet.put(ws, row, 3, run.ringkasan.get(status, 0), Look(align="right"))
    sheet.put(ws, row + 1, 2, "Jumlah aturan", _TOTAL)
    sheet.put(ws, row + 1, 3, sum(run.ringkasan.values()), msgspec.structs.replace(_TOTAL, align="right"))


def _sign_off(ws: Worksheet, row: int, given: Mapping[Penanda, Pengesahan]) -> None:
    """Room for name, date and signature of each tier; left for the pen, or typed in the yellow cells."""
    sheet.put(ws, row, 2, "Telaah berjenjang", Look(bold=True, size=11, grid=False))
    titles = ("Penanggung jawab", "Nama dan NIP", "Tanggal", "Tanda tangan")
    _sign_line(ws, row + 1, titles, (sheet.HEADER,) * 4, 20)
    for line, signer in enumerate(PENANDA, start=row + 2):
        typed = given.get(signer, Pengesahan())
        texts = (words.PENANDA[signer], *(getattr(typed, field) for field in SIGN_COLUMNS))
        _sign_line(ws, line, texts, (Look(bold=True, middle=True), *(_INPUT,) * 3), 44)


def _sign_line(ws: Worksheet, row: int, texts: Sequence[str | None], looks: Sequence[Look], height: float) -> None:
    starts = (2, *SIGN_COLUMNS.values())
    for first, last, text, look in zip(starts, (2, 5, 7, SELISIH), texts, looks, strict=True):
        for column in range(first, last + 1):
            sheet.put(ws, row, column, None, look)
        sheet.put(ws, row, first, text, look)
        if last > first:
            ws.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)
    ws.row_dimensions[row].height = height


def _chart(ws: Worksheet, total: int) -> None:
    """Weight beside the evaluator's value of each component."""
    chart = BarChart()
    chart.type = "bar"
    chart.style = 10
    chart.height = 8.4
    chart.width = 14
    chart.title = None
    chart.gapWidth = 60
    chart.overlap = 0
    for column, colour in ((3, "C9D1D9"), (8, "1F3A5F")):
        chart.add_data(Reference(ws, min_col=column, min_row=HEADER_ROW, max_row=total - 1), titles_from_data=True)
        series = chart.series[-1]
        series.graphicalProperties.solidFill = colour
        series.graphicalProperties.line.solidFill = colour
        series.dLbls = DataLabelList()
        series.dLbls.showVal = True
        for part in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
            setattr(series.dLbls, part, False)
    chart.set_categories(Reference(ws, min_col=2, min_row=HEADER_ROW + 1, max_row=total - 1))
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = False
    chart.y_axis.delete = True
    chart.y_axis.majorGridlines = None
    chart.legend.position = "b"
    ws.add_chart(chart, f"D{total + 4}")
