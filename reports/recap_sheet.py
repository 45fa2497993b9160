"""The recap as a workbook: scores with a live ranking, heat map of findings, the commonest findings."""

from __future__ import annotations

from decimal import Decimal

from openpyxl import Workbook
from openpyxl.formatting.rule import ColorScale, DataBar, FormatObject, Rule
from openpyxl.styles.colors import Color
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from saksama.reports import ooxml, sheet, words
from saksama.reports.recap import Baris, Rekap, years
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
    _year_sheet(book.create_sheet("Ringkasan"), found)
    _heat_sheet(book.create_sheet("Peta temuan"), found)
    _common_sheet(book.create_sheet("Temuan tersering"), found)
    return ooxml.stable(sheet.saved(book))


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


def _year_sheet(ws: Worksheet, found: Rekap) -> None:
    """Each year in one row, by live formulas over the scores: units, average, predicates, how many rose and fell."""
    grades = list(dict.fromkeys(row.predikat for row in sorted(found.baris, key=_by_value) if row.predikat))
    figures = (("Tahun", 10), ("Unit", 8), ("Rata-rata nilai", 12))
    columns = (*figures, *((grade, 7) for grade in grades), ("Naik", 8), ("Turun", 8))
    _open(ws, "Ringkasan menurut tahun", columns)
    last = _TOP + len(found.baris)

    def cells(letter: str) -> str:
        return f"Nilai!${letter}${_TOP + 1}:${letter}${last}"

    count = Look(align="center", format="0")
    for row, year in enumerate(years(found), start=_TOP + 1):
        sheet.put(ws, row, 1, year.tahun, sheet.CENTRE)
        same = f"{cells('B')},A{row}"
        sheet.formula(ws, row, 2, f"=COUNTIFS({same})", count)
        sheet.formula(ws, row, 3, f'=IFERROR(AVERAGEIFS({cells("C")},{same}),"")')
        for column, grade in enumerate(grades, start=4):
            sheet.formula(ws, row, column, f'=COUNTIFS({same},{cells("D")},"{grade}")', count)
        for column, sign in ((4 + len(grades), ">0"), (5 + len(grades), "<0")):
            sheet.formula(ws, row, column, f'=COUNTIFS({same},{cells("G")},"{sign}")', count)
    _close(ws, _TOP + len(years(found)), len(columns), "Ringkasan menurut tahun")


def _by_value(row: Baris) -> Decimal:
    return -(row.nilai or Decimal(0))


def _heat_sheet(ws: Worksheet, found: Rekap) -> None:
    columns = (("Unit", 36), ("Tahun", 8), *((name, 8) for name in found.kelompok), ("Jumlah", 9))
    _open(ws, "Peta temuan kritis dan mayor menurut kelompok aturan", columns)
    total = len(columns)
    for row, one in enumerate(found.baris, start=_TOP + 1):
        sheet.put(ws, row, 1, one.unit)
        sheet.put(ws, row, 2, one.tahun, sheet.CENTRE)
        for column, name in enumerate(found.kelompok, start=3):
            count = one.kelompok.get(name)
            sheet.put(ws, row, column, "–" if count is None else count, sheet.CENTRE)
        span = f"C{row}:{get_column_letter(total - 1)}{row}"
        sheet.formula(ws, row, total, f"=SUM({span})", Look(bold=True, align="center", format="0"))
    last = _TOP + len(found.baris)
    if found.baris and found.kelompok:
        area = f"C{_TOP + 1}:{get_column_letter(total - 1)}{last}"
        most = max((count for one in found.baris for count in one.kelompok.values()), default=0)
        ws.conditional_formatting.add(area, _heat(most))
    note = "0: diperiksa dan tanpa temuan kritis atau mayor; –: belum dapat diputuskan."
    sheet.put(ws, last + 2, 1, note, sheet.NOTE)
    _close(ws, last, total, "Peta temuan")


def _bars() -> Rule:
    ends = [FormatObject(type="num", val=0), FormatObject(type="num", val=100)]
    return Rule(type="dataBar", dataBar=DataBar(cfvo=ends, color=Color(rgb="FF7AA5D8")))


def _heat(most: int) -> Rule:
    """White for none, half as strong at a quarter of the most: one outlier hides no other."""
    steps = [FormatObject(type="num", val=value) for value in (0, max(most, 1) / 4, max(most, 1))]
    colours = [Color(rgb=code) for code in ("FFFFFFFF", "FFECA9A7", "FFD9534F")]
    return Rule(type="colorScale", colorScale=ColorScale(cfvo=steps, color=colours))


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
