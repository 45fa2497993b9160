"""Workbooks: rows of cells, merged areas, column widths."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

_TEPI = Border(*(Side(style="thin"),) * 4)


def buku():
    hasil = Workbook()
    hasil.remove(hasil.active)
    return hasil


def lembar(
    wb,
    nama: str,
    judul: Sequence[str],
    baris: Sequence[Sequence],
    kepala: int = 1,
    gabung: Iterable[str] = (),
    kaki: Sequence[str] = (),
):
    """One sheet: title lines, one empty row, the ruled table, closing lines; gabung names areas such as "A5:A7"."""
    ws = wb.create_sheet(nama)
    for satu in judul:
        ws.append([satu])
        ws.cell(ws.max_row, 1).font = Font(bold=True)
    ws.append([])
    awal = len(judul) + 2
    for r, isi in enumerate(baris):
        for c, nilai in enumerate(isi):
            sel = ws.cell(awal + r, 1 + c, nilai)
            sel.border = _TEPI
            sel.alignment = Alignment(wrap_text=True, vertical="top")
            if r < kepala:
                sel.font = Font(bold=True)
            elif isinstance(nilai, int) and nilai > 10_000:
                sel.number_format = "#,##0"
    for area in gabung:
        ws.merge_cells(area)
    akhir = awal + len(baris) + 1
    for n, satu in enumerate(kaki):
        ws.cell(akhir + n, max(1, len(baris[0]) - 1), satu)
    for c in range(1, len(baris[0]) + 1):
        ws.column_dimensions[get_column_letter(c)].width = 12 if c == 1 else 26
    return ws


def simpan(wb) -> bytes:
    keluar = io.BytesIO()
    wb.save(keluar)
    return keluar.getvalue()
