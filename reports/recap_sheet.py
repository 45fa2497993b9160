"""The recap as a workbook: scores with a live ranking, heat map of findings, the commonest findings."""

from __future__ import annotations

import io

from openpyxl import Workbook
from openpyxl.formatting.rule import ColorScale, DataBar, FormatObject, Rule
from openpyxl.styles.colors import Color
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from saksama.reports import ooxml, sheet, words
from saksama.reports.recap import Baris, Rekap
from saksama.reports.sheet import Look

_SCORES = (
    *(("Unit", 36), ("Tahun", 8), ("Nilai", 10), ("Predikat", 10), ("Peringkat", 10), ("Tahun lalu", 10)),
    *(("Selisih", 10), ("Lantai", 10), ("Plafon", 10), ("Cakupan", 10), ("Asal nilai", 13)),
    *(("Kritis", 8), ("Mayor", 8), ("Minor", 8), ("Info", 8), ("Belum diputuskan", 12)),
)
_COMMON = (("Aturan", 11), ("Judul", 52), ("Keparahan", 11), ("Unit", 8), ("Temuan", 9), ("Unit yang mengalaminya", 70))
_TOP = 3


def render(found: Rekap) -> bytes:
    """The workbook as bytes, without any clock in it."""
    book = Workbook()
    scores = book.active
    assert isinstance(scores, Worksheet)
    scores.title = "Nilai"
    _score_sheet(scores, found)
    _heat_sheet(book.create_sheet("Peta temuan"), found)
    _common_sheet(book.create_sheet("Temuan tersering"), found)
    stream = io.BytesIO()
    book.save(stream)
    return ooxml.stable(stream.getvalue())


def _open(ws: Worksheet, title: str, columns: tuple[tuple[str, int], ...]) -> None:
    sheet.widths(ws, (width for _, width in columns))
    sheet.put(ws, 1, 1, title, sheet.TITLE)
    sheet.header(ws, _TOP, (name for name, _ in columns))


def _close(ws: Worksheet, last: int, columns: int, footer: str) -> None:
    ws.freeze_panes = f"B{_TOP + 1}"
    ws.auto_filter.ref = f"A{_TOP}:{get_column_letter(columns)}{max(last, _TOP)}"
    sheet.page(ws, _TOP, footer)


def _score_sheet(ws: Worksheet, found: Rekap) -> None:
    _open(ws, "Rekap nilai dan temuan", _SCORES)
    last = _TOP + len(found.baris)
    for row, one in enumerate(found.baris, start=_TOP + 1):
        _score_row(ws, row, last, one)
    if found.baris:
        ws.conditional_formatting.add(f"C{_TOP + 1}:C{last}", _bars())
    for row, text in enumerate(found.peringatan, start=last + 2):
        sheet.put(ws, row, 1, f"Peringatan: {text}", sheet.NOTE)
    _close(ws, last, len(_SCORES), "Rekap nilai dan temuan")


def _score_row(ws: Worksheet, row: int, last: int, one: Baris) -> None:
    sheet.put(ws, row, 1, one.unit)
    sheet.put(ws, row, 2, one.tahun, sheet.CENTRE)
    sheet.put(ws, row, 3, one.nilai, sheet.NUMBER)
    sheet.put(ws, row, 4, one.predikat, sheet.CENTRE)
    if one.nilai is not None:
        # Within its year: last year's rows must not push a unit down.
        years, values = f"$B${_TOP + 1}:$B${last}", f"$C${_TOP + 1}:$C${last}"
        rank = f'=COUNTIFS({years},B{row},{values},">"&C{row})+1'
        sheet.formula(ws, row, 5, rank, Look(align="center", format="0"))
    sheet.put(ws, row, 6, one.lalu, sheet.NUMBER)
    if one.lalu is not None and one.nilai is not None:
        sheet.formula(ws, row, 7, f"=C{row}-F{row}", Look(align="right", format="+0.00;-0.00;0.00"))
    for column, value in ((8, one.lantai), (9, one.plafon)):
        sheet.put(ws, row, column, value, sheet.NUMBER)
    sheet.put(ws, row, 10, one.cakupan, Look(align="right", format="0 %"))
    origin = None if one.nilai is None else "evaluator" if one.dinilai else "usulan"
    sheet.put(ws, row, 11, origin, sheet.CENTRE)
    for column, count in enumerate((*one.jumlah.values(), one.belum), start=12):
        sheet.put(ws, row, column, count, sheet.CENTRE)


def _heat_sheet(ws: Worksheet, found: Rekap) -> None:
    columns = (("Unit", 36), ("Tahun", 8), *((name, 8) for name in found.kelompok), ("Jumlah", 9))
    _open(ws, "Peta temuan kritis dan mayor menurut kelompok aturan", columns)
    total = len(columns)
    for row, one in enumerate(found.baris, start=_TOP + 1):
        sheet.put(ws, row, 1, one.unit)
        sheet.put(ws, row, 2, one.tahun, sheet.CENTRE)
        for column, name in enumerate(found.kelompok, start=3):
            sheet.put(ws, row, column, one.kelompok.get(name, 0), sheet.CENTRE)
        span = f"C{row}:{get_column_letter(total - 1)}{row}"
        sheet.formula(ws, row, total, f"=SUM({span})", Look(bold=True, align="center", format="0"))
    last = _TOP + len(found.baris)
    if found.baris and found.kelompok:
        area = f"C{_TOP + 1}:{get_column_letter(total - 1)}{last}"
        ws.conditional_formatting.add(area, _heat())
    _close(ws, last, total, "Peta temuan")


def _bars() -> Rule:
    ends = [FormatObject(type="num", val=0), FormatObject(type="num", val=100)]
    return Rule(type="dataBar", dataBar=DataBar(cfvo=ends, color=Color(rgb="FF7AA5D8")))


def _heat() -> Rule:
    ends = [FormatObject(type="num", val=0), FormatObject(type="max")]
    return Rule(
        type="colorScale", colorScale=ColorScale(cfvo=ends, color=[Color(rgb="FFFFFFFF"), Color(rgb="FFD9534F")])
    )


def _common_sheet(ws: Worksheet, found: Rekap) -> None:
    _open(ws, "Temuan tersering", _COMMON)
    for row, one in enumerate(found.tersering, start=_TOP + 1):
        units = ", ".join(one.unit)
        for column, text in ((1, one.aturan), (2, one.judul), (3, words.KEPARAHAN[one.keparahan]), (6, units)):
            sheet.put(ws, row, column, text)
        for column, count in ((4, len(one.unit)), (5, one.temuan)):
            sheet.put(ws, row, column, count, sheet.CENTRE)
        sheet.fit(ws, row, {2: one.judul, 6: units})
    _close(ws, _TOP + len(found.tersering), len(_COMMON), "Temuan tersering")
