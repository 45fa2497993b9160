"""The working papers as sheets of the worksheet: what the documents say, side by side, differences marked."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from saksama.checker.run import Run
from saksama.reports import groups, kke, kke_smart, sheet
from saksama.reports.sheet import Look

_TOP = 4
_DIFFERS = Look(fill="FBE3E3", colour=sheet.BAD, bold=True)
_DOUBT = Look(fill="FFF4D6", colour=sheet.DOUBT)
_MISSING = Look(fill=sheet.SUB, colour=sheet.SOFT, align="center")
_MONEY = Look(align="right", format="#,##0")
_MONEY_DIFFERS = Look(align="right", format="#,##0", fill="FBE3E3", colour=sheet.BAD, bold=True)
_ANSWER = {"Ya": Look(align="center", colour=sheet.GOOD), "Tidak": _DIFFERS, "Telaah": _DOUBT}
ABSENT = "–"
SMART, FOLLOW_UP = "smart_c", "tindak_lanjut"
NOTES = {SMART: ("KKE SMART-C", (1,)), FOLLOW_UP: ("KKE Tindak Lanjut", (1, 2))}
"""Working papers with a column for the evaluator's notes (the last, yellow): sheet, and the columns that name a row."""
HEADER_ROW = _TOP
GONE = "Catatan atas baris yang tidak ada lagi pada pemeriksaan ini (tetap disimpan)"


def label(cells: Sequence[str | None]) -> str:
    """What names a row of a working paper: its own words."""
    return " – ".join(" ".join(cell.split()) for cell in cells if cell)


class Notes:
    """The evaluator's notes of one working paper: each is taken by its row, what is left belongs to none."""

    def __init__(self, run: Run, paper: str) -> None:
        given = run.isian.kertas_kerja.get(paper, {})
        self.left = dict(given)

    def take(self, name: str) -> str | None:
        """The note of a row, None where there is none."""
        return self.left.pop(name, None)


def write(book: Workbook, run: Run) -> None:
    """Append the five working papers to a workbook."""
    found = kke.indicators(run)
    _smart(book.create_sheet(NOTES[SMART][0]), run, found)
    _matrix(book.create_sheet("KKE Matriks"), run, found)
    _quarters(book.create_sheet("KKE Triwulan"), run, found)
    _budget(book.create_sheet("KKE Anggaran"), run)
    _follow_up(book.create_sheet(NOTES[FOLLOW_UP][0]), run)


def _open(ws: Worksheet, title: str, note: str, columns: Sequence[tuple[str, float]]) -> None:
    sheet.widths(ws, (width for _, width in columns))
    sheet.put(ws, 1, 1, title, sheet.TITLE)
    sheet.put(ws, 2, 1, note, sheet.NOTE)
    ws.row_dimensions[1].height = 22
    sheet.header(ws, _TOP, (name for name, _ in columns))


def _close(ws: Worksheet, rows: int, columns: int, footer: str, frozen: int = 2) -> None:
    if not rows:
        sheet.put(ws, _TOP + 1, 1, "Tidak ada bahan yang dikenali.", sheet.NOTE)
    ws.freeze_panes = f"{get_column_letter(frozen)}{_TOP + 1}"
    ws.auto_filter.ref = f"A{_TOP}:{get_column_letter(columns)}{_TOP + max(rows, 1)}"
    sheet.page(ws, _TOP, footer)


def _gone(ws: Worksheet, row: int, notes: Notes, columns: int) -> None:
    """Notes on rows that this run does not give, below the table."""
    if not notes.left:
        return
    row = max(row, _TOP + 1) + 2
    sheet.put(ws, row, 1, GONE, Look(bold=True, size=11, grid=False))
    for name, note in notes.left.items():
        row += 1
        for column in range(1, columns + 1):
            text = {1: name, columns: note}.get(column)
            sheet.put(ws, row, column, text, Look(colour=sheet.SOFT))
        sheet.fit(ws, row, {1: name, columns: note})


def _smart(ws: Worksheet, run: Run, found: Sequence[kke.Indikator]) -> None:
    title = "Mutu indikator (SMART-C)"
    columns = [
        ("Indikator", 40),
        *((f"{letter}\n{meaning}", 15) for letter, meaning, _ in kke_smart.SMART),
        ("Catatan evaluator", 28),
    ]
    note = "Ya: aturannya terpenuhi. Tidak: aturan yang disebut menemukan kesalahan. Telaah: belum dapat diputuskan."
    _open(ws, f"{title}: {groups.title(run)}", note, columns)
    ws.row_dimensions[_TOP].height = 52
    notes = Notes(run, SMART)
    answers = kke_smart.Smart(run)
    for row, one in enumerate(found, start=_TOP + 1):
        sheet.put(ws, row, 1, one.nama)
        for column, (answer, rules) in enumerate(answers.of(one.nama).values(), start=2):
            sheet.put(ws, row, column, f"{answer} ({rules})" if rules else answer, _ANSWER[answer])
        own = notes.take(label((one.nama,)))
        sheet.put(ws, row, len(columns), own, Look(fill=sheet.INPUT))
        sheet.fit(ws, row, {1: one.nama, len(columns): own or ""})
    _close(ws, len(found), len(columns), title)
    _gone(ws, _TOP + len(found), notes, len(columns))


def _matrix(ws: Worksheet, run: Run, found: Sequence[kke.Indikator]) -> None:
    title = "Indikator dan target dalam setiap dokumen"
    names = [source.nama for source in kke.SUMBER]
    columns = [("Sasaran", 26), ("Indikator", 30), *((name, 15.5) for name in names)]
    note = (
        "Merah: target berbeda dari Perjanjian Kinerja kepala. Kuning: tidak dapat dibandingkan, atau ditulis dengan "
        f"kata lain (disebut di bawah targetnya). {ABSENT}: tidak ada pada dokumen itu."
    )
    _open(ws, f"{title}: {groups.title(run)}", note, columns)
    for row, one in enumerate(found, start=_TOP + 1):
        sheet.put(ws, row, 1, one.sasaran)
        sheet.put(ws, row, 2, one.nama)
        texts = {1: one.sasaran or "", 2: one.nama}
        for column, name in enumerate(names, start=3):
            told = one.dokumen.get(name)
            text, look = _cell(told)
            sheet.put(ws, row, column, text, look)
            texts[column] = text
        sheet.fit(ws, row, texts)
    _close(ws, len(found), len(columns), title, 3)


def _cell(told: kke.Sebutan | None) -> tuple[str, Look]:
    if told is None:
        return ABSENT, _MISSING
    unit = f" ({told.satuan})" if told.satuan else ""
    target = " ".join(filter(None, (told.target, told.satuan))) if told.target else f"tanpa target{unit}"
    text = f"{target}\n“{told.indikator}”" if told.lain_kata else target
    if told.beda:
        return text, _DIFFERS
    return text, _DOUBT if told.beda is None or told.lain_kata else sheet.PLAIN


def _quarters(ws: Worksheet, run: Run, found: Sequence[kke.Indikator]) -> None:
    title = "Target triwulan dan realisasinya"
    parts = ("Rencana Aksi", "Target PKPK", "Realisasi", "Capaian")
    columns = [
        ("Indikator", 34),
        *((f"TW {number}\n{part}", 9) for number in ("I", "II", "III", "IV") for part in parts),
    ]
    _open(ws, f"{title}: {groups.title(run)}", f"{ABSENT}: tidak ada pada dokumennya.", columns)
    forms = kke.forms_of(run)
    for row, one in enumerate(found, start=_TOP + 1):
        sheet.put(ws, row, 1, one.nama)
        column = 2
        for quarter in kke.quarters(forms, one):
            for text in (quarter.rencana, quarter.target, quarter.realisasi, quarter.capaian):
                sheet.put(ws, row, column, text or ABSENT, sheet.CENTRE if text else _MISSING)
                column += 1
        sheet.fit(ws, row, {1: one.nama})
    _close(ws, len(found), len(columns), title)


def _budget(ws: Worksheet, run: Run) -> None:
    title = "Anggaran dalam setiap dokumen"
    names = [name for name, *_ in kke.MONEY]
    columns = [("Kode", 17), ("Program, kegiatan, sub kegiatan", 40), *((name, 15.5) for name in names)]
    note = "Dalam rupiah. Merah: dokumen menyebut jumlah rencana yang berbeda."
    _open(ws, f"{title}: {groups.title(run)}", note, columns)
    found = kke.budget(run)
    for row, one in enumerate(found, start=_TOP + 1):
        sheet.put(ws, row, 1, one.kode)
        sheet.put(ws, row, 2, one.uraian)
        for column, name in enumerate(names, start=3):
            amount = one.jumlah.get(name)
            planned = not name.endswith("realisasi")
            look = _MONEY_DIFFERS if one.beda and planned else _MONEY
            sheet.put(ws, row, column, ABSENT if amount is None else amount, _MISSING if amount is None else look)
        sheet.fit(ws, row, {2: one.uraian})
    _close(ws, len(found), len(columns), title, 3)


def _follow_up(ws: Worksheet, run: Run) -> None:
    title = "Tindak lanjut rekomendasi tahun lalu"
    columns = (
        *(("Komponen", 18), ("Rekomendasi", 36), ("Tindak lanjut", 32), ("Status", 11), ("Bukti", 20)),
        *(("Hasil pemeriksaan ini", 36), ("Catatan evaluator", 26)),
    )
    note = (
        "Hasil pemeriksaan ini: yang masih ditemukan atas rekomendasi itu; kosong berarti tidak ada temuan tentangnya."
    )
    _open(ws, f"{title}: {groups.title(run)}", note, columns)
    found = kke.follow_up(run)
    notes = Notes(run, FOLLOW_UP)
    for row, one in enumerate(found, start=_TOP + 1):
        cells = (one.komponen, one.rekomendasi, one.entri or "belum ada", one.status or "", one.bukti or "")
        for column, text in enumerate(cells, start=1):
            sheet.put(ws, row, column, text, _DIFFERS if column == 3 and one.entri is None else sheet.PLAIN)
        verified = "\n".join(one.temuan)
        sheet.put(ws, row, 6, verified, _DIFFERS if verified else sheet.PLAIN)
        own = notes.take(label((one.komponen, one.rekomendasi)))
        sheet.put(ws, row, 7, own, Look(fill=sheet.INPUT))
        sheet.fit(ws, row, {**dict(enumerate(cells, start=1)), 6: verified, 7: own or ""})
    _close(ws, len(found), len(columns), title)
    _gone(ws, _TOP + len(found), notes, len(columns))
