"""The sheet Temuan: every finding with its place, room for the unit's response and the evaluator's decision on it.

Layout is read back by the import of answers (lke_import): the column SIDIK names the finding, the columns of ANSWERS
hold what was written of it. Responses to findings that this run does not give stand below the list, for reading only.
"""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from saksama.checker.isian import IsianTemuan
from saksama.checker.run import Hasil, Keparahan, Run, Temuan
from saksama.reports import groups, place, sheet, words
from saksama.reports.sheet import Look

NAME = "Temuan"
COLUMNS = (
    *(("No", 5), ("Keparahan", 10), ("Aturan", 10), ("Berkas", 17), ("Tempat", 17), ("Temuan", 32)),
    *(("Kutipan", 20), ("Saran", 25), ("Tanggapan Unit", 22), ("Keputusan Evaluator", 10.5)),
    *(("Alasan Keputusan", 18), ("Tertulis dan seharusnya", 22), ("Dasar", 26), ("Keyakinan", 11)),
    *(("Pengecualian", 24), ("Sidik", 19)),
)
TITLES = tuple(name for name, _ in COLUMNS)
NO, SIDIK = 1, len(COLUMNS)
TANGGAPAN, KEPUTUSAN, ALASAN = (
    TITLES.index(name) + 1 for name in ("Tanggapan Unit", "Keputusan Evaluator", "Alasan Keputusan")
)
ANSWERS = {"tanggapan": TANGGAPAN, "keputusan": KEPUTUSAN, "alasan": ALASAN}
"""The columns that the unit and the evaluator fill, by the field of checker.isian.IsianTemuan."""
HEADER_ROW = 4
PLACES = 6
GONE = "Tanggapan atas temuan yang tidak ada lagi pada pemeriksaan ini (tetap disimpan)"

_COLOUR: dict[Keparahan, str] = {"kritis": sheet.BAD, "mayor": sheet.BAD, "minor": sheet.DOUBT, "info": sheet.SOFT}
_INPUT = Look(fill=sheet.INPUT)
_NOTE = (
    "Isi kolom kuning saja. Unit menulis tanggapannya; evaluator memutuskan: Tetap (temuan berlaku) atau Gugur (tidak "
    "berlaku, disertai alasan)."
)


def write(ws: Worksheet, run: Run) -> None:
    """Every finding, the accepted ones too: severity, place, quotation, remedy, response and decision."""
    known = groups.rules(run)
    sheet.put(ws, 2, 1, _NOTE, sheet.NOTE)
    top = sheet.start(ws, f"Temuan: {groups.title(run)}", COLUMNS, HEADER_ROW)
    row = top
    for row, (hasil, temuan) in enumerate(run.findings(), start=top + 1):
        cells = [str(row - top), *_cells(hasil, temuan, known[hasil.aturan].dasar)]
        for column, text in enumerate(cells, start=1):
            sheet.put(ws, row, column, text, _look(column, temuan))
        sheet.put(ws, row, NO, row - top, sheet.CENTRE)
        sheet.fit(ws, row, dict(enumerate(cells[:ALASAN], start=1)))
    _choices(ws, top + 1, row)
    if row == top:
        sheet.put(ws, top + 1, 1, "Tidak ada temuan.", sheet.NOTE)
    if run.isian.temuan:
        _gone(ws, max(row, top + 1) + 2, run.isian.temuan)
    sheet.finish(ws, top, row, len(COLUMNS), f"Temuan {groups.title(run)}", ALASAN)


def _look(column: int, temuan: Temuan) -> Look:
    if column == TITLES.index("Keparahan") + 1:
        return Look(colour=_COLOUR[temuan.keparahan], bold=True)
    if column == KEPUTUSAN:
        return Look(fill=sheet.INPUT, align="center", bold=True)
    return _INPUT if column in ANSWERS.values() else sheet.PLAIN


def _cells(hasil: Hasil, temuan: Temuan, dasar: Sequence[str]) -> list[str]:
    """The texts of a row behind its number, in the order of COLUMNS."""
    files = list(dict.fromkeys(bukti.berkas for bukti in temuan.bukti)) or [hasil.berkas or groups.WHOLE]
    places = place.evidence(temuan.bukti, PLACES, files[0] if len(files) == 1 else None)
    isian = temuan.isian or IsianTemuan()
    return [
        words.KEPARAHAN[temuan.keparahan],
        hasil.aturan,
        "\n".join(files),
        places,
        temuan.pesan,
        "\n".join(dict.fromkeys(bukti.kutipan for bukti in temuan.bukti if bukti.kutipan)),
        temuan.saran,
        isian.tanggapan or "",
        words.KEPUTUSAN[isian.keputusan] if isian.keputusan else "",
        isian.alasan or "",
        "\n".join(f"{name}: {value}" for name, value in groups.values(temuan).items()),
        "\n".join(dasar),
        temuan.keyakinan,
        words.accepted(temuan.pengecualian) if temuan.pengecualian else "",
        temuan.sidik,
    ]


def _choices(ws: Worksheet, first: int, last: int) -> None:
    """A drop-down for the decision."""
    if last < first:
        return
    names = list(words.KEPUTUSAN.values())
    validation = DataValidation(type="list", formula1=f'"{",".join(names)}"', allow_blank=True)
    validation.errorTitle = "Keputusan tidak dikenal"
    validation.error = f"Pilih salah satu: {', '.join(names)}."
    validation.showErrorMessage = True
    letter = get_column_letter(KEPUTUSAN)
    validation.add(f"{letter}{first}:{letter}{last}")
    ws.add_data_validation(validation)


def _gone(ws: Worksheet, row: int, written: dict[str, IsianTemuan]) -> None:
    """What was written of findings that are gone."""
    sheet.put(ws, row, 1, GONE, Look(bold=True, size=11, grid=False))
    for sidik, one in written.items():
        row += 1
        texts: dict[str, str] = {
            "Aturan": one.aturan or "",
            "Berkas": one.berkas or "",
            "Temuan": one.pesan or "",
            "Tanggapan Unit": one.tanggapan or "",
            "Keputusan Evaluator": words.KEPUTUSAN[one.keputusan] if one.keputusan else "",
            "Alasan Keputusan": one.alasan or "",
            "Sidik": sidik,
        }
        for column, title in enumerate(TITLES, start=1):
            sheet.put(ws, row, column, texts.get(title), Look(colour=sheet.SOFT))
        sheet.fit(ws, row, {TITLES.index(title) + 1: text for title, text in texts.items()})
