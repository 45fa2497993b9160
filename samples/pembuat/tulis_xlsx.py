"""Blocks to a worksheet: titles over the table's width, merged headers, numbers as numbers."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

from naskah import Blok, Butir, Dokumen, Judul, Kop, Paragraf, Pasangan, Tabel, TandaTangan, tata
from openpyxl import Workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

_TIPIS = Side(style="thin")
_GARIS = Border(_TIPIS, _TIPIS, _TIPIS, _TIPIS)
_RATA = {"kiri": "left", "tengah": "center", "kanan": "right", "penuh": "left"}
_SATUAN_LEBAR = 1.35


def tulis(dokumen: Dokumen) -> bytes:
    """The .xlsx of a document: one sheet per entry of `lembar`, or a single one; timestamps are left to `zip_tetap`."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for nama, blok in dokumen.lembar or (("Lembar1", dokumen.blok),):
        _lembar(book.create_sheet(nama), blok)
    keluar = io.BytesIO()
    book.save(keluar)
    return keluar.getvalue()


def _lembar(sheet: Any, blok: tuple[Blok, ...]) -> None:
    width = max(len(one.lebar) for one in blok if isinstance(one, Tabel))
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 14
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    widest = max((one for one in blok if isinstance(one, Tabel)), key=lambda one: len(one.lebar))
    for index, part in enumerate(widest.lebar, 1):
        sheet.column_dimensions[get_column_letter(index)].width = part * _SATUAN_LEBAR
    row = 1
    for one in blok:
        row = _blok(sheet, one, row, width)


def _blok(sheet: Any, blok: Blok, row: int, width: int) -> int:
    if isinstance(blok, Judul | Kop):
        lines = blok.teks.split("\n") if isinstance(blok, Judul) else blok.baris
        for teks in lines:
            _baris_penuh(sheet, row, width, teks, "center", bold=isinstance(blok, Judul) or teks != lines[-1])
            row += 1
        return row + 1
    if isinstance(blok, Paragraf):
        _baris_penuh(sheet, row, width, blok.teks, _RATA[blok.rata], bold=blok.tebal)
        return row + 1
    if isinstance(blok, Butir):
        for label, teks in blok.isi:
            _baris_penuh(sheet, row, width, f"{label} {teks}", "left", bold=False)
            row += 1
        return row + 1
    if isinstance(blok, Pasangan):
        for label, teks in blok.isi:
            sheet.cell(row, 2, label)
            sheet.cell(row, 3, f": {teks}")
            row += 1
        return row + 1
    if isinstance(blok, Tabel):
        return _tabel(sheet, blok, row, width)
    if isinstance(blok, TandaTangan):
        return _tanda_tangan(sheet, blok, row, width)
    raise ValueError(f"a worksheet has no {type(blok).__name__}")


def _baris_penuh(sheet: Any, row: int, width: int, teks: str, rata: str, *, bold: bool) -> None:
    cell = sheet.cell(row, 1, teks)
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
    cell.alignment = Alignment(horizontal=rata, vertical="center", wrap_text=True)
    cell.font = Font(name="Arial", size=10, bold=bold)
    characters = sum(sheet.column_dimensions[get_column_letter(n)].width for n in range(1, width + 1))
    sheet.row_dimensions[row].height = 14 * (1 + int(len(teks) // characters))


def _tabel(sheet: Any, blok: Tabel, row: int, width: int) -> int:
    if blok.judul:
        _baris_penuh(sheet, row, width, blok.judul, "left", bold=True)
        row += 1
    heights: dict[int, int] = {}
    for place in tata(blok):
        sel, top, left = place.sel, row + place.baris, place.kolom + 1
        cell = sheet.cell(top, left, _isi(sel.angka, sel.teks))
        if sel.angka is not None:
            cell.number_format = "#,##0" if isinstance(sel.angka, int) else "0.00"
        cell.alignment = Alignment(horizontal=_RATA[sel.rata], vertical="center", wrap_text=True)
        cell.font = Font(name="Arial", size=9, bold=sel.tebal)
        for r in range(top, top + sel.baris):
            for c in range(left, left + sel.kolom):
                sheet.cell(r, c).border = _GARIS
        if place.baris < len(blok.kepala):
            cell.fill = PatternFill("solid", fgColor="DDE6F0")
        if sel.kolom > 1 or sel.baris > 1:
            sheet.merge_cells(
                start_row=top, start_column=left, end_row=top + sel.baris - 1, end_column=left + sel.kolom - 1
            )
        room = sum(sheet.column_dimensions[get_column_letter(left + n)].width for n in range(sel.kolom))
        lines = sum(1 + int(len(teks) * 1.1 // room) for teks in sel.teks.split("\n"))
        for r in range(top, top + sel.baris):
            heights[r] = max(heights.get(r, 1), -(-lines // sel.baris))
    for r, lines in heights.items():
        sheet.row_dimensions[r].height = 12.5 * lines + 3
    return row + len(blok.kepala) + len(blok.isi) + 1


def _isi(angka: int | Decimal | None, teks: str) -> str | int | float:
    if angka is None:
        return teks
    return angka if isinstance(angka, int) else float(angka)


def _tanda_tangan(sheet: Any, blok: TandaTangan, row: int, width: int) -> int:
    part = max(width // (2 * len(blok.blok)), 1)
    for index, lines in enumerate(blok.blok):
        left = max(1, (2 * index + 1) * width // (2 * len(blok.blok)) + 1 - part // 2)
        for offset, teks in enumerate(lines):
            cell = sheet.cell(row + offset, left)
            if isinstance(cell, MergedCell):
                raise ValueError("a signature block overlaps a merged cell")
            cell.value = teks
            sheet.merge_cells(
                start_row=row + offset,
                start_column=left,
                end_row=row + offset,
                end_column=min(left + max(part, 1), width),
            )
            cell.alignment = Alignment(horizontal="center")
            cell.font = Font(name="Arial", size=10)
    return row + max(len(lines) for lines in blok.blok) + 1
