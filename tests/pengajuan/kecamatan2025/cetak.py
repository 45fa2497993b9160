"""PDF documents: flowing text, ruled tables with spans, signature blocks, running footers."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

BIASA = ParagraphStyle("biasa", fontName="Times-Roman", fontSize=11, leading=14.5, alignment=TA_JUSTIFY, spaceAfter=5)
BUTIR = ParagraphStyle("butir", parent=BIASA, leftIndent=18, firstLineIndent=-14)
BAB = ParagraphStyle("bab", parent=BIASA, fontName="Times-Bold", fontSize=14, leading=18, alignment=TA_CENTER)
SUB = ParagraphStyle("sub", parent=BIASA, fontName="Times-Bold", fontSize=12, leading=16, spaceBefore=8)
TENGAH = ParagraphStyle("tengah", parent=BIASA, alignment=TA_CENTER)
TEBAL = ParagraphStyle("tebal", parent=TENGAH, fontName="Times-Bold")
SEL = ParagraphStyle("sel", fontName="Times-Roman", fontSize=8.5, leading=10.2)
KEPALA = ParagraphStyle("kepala", parent=SEL, fontName="Times-Bold", alignment=TA_CENTER)
KECIL = ParagraphStyle("kecil", parent=SEL, fontSize=7, leading=8.4)

Area = tuple[int, int, int, int]


def aman(isi: str) -> str:
    return isi.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br/>")


def par(isi: str, gaya: ParagraphStyle = BIASA) -> Paragraph:
    return Paragraph(aman(isi), gaya)


def jeda(tinggi: float = 10) -> Spacer:
    return Spacer(1, tinggi)


def halaman_baru() -> PageBreak:
    return PageBreak()


def tabel(
    baris: Sequence[Sequence[str]],
    lebar: Sequence[float],
    kepala: int = 1,
    gabung: Iterable[Area] = (),
    gaya: ParagraphStyle = SEL,
    warna: str = "#dfe8d8",
) -> Table:
    """A ruled table whose first rows repeat on each page; gabung holds (row, column, last row, last column)."""
    isi = [
        [Paragraph(aman(sel), KEPALA if nomor < kepala else gaya) if sel else "" for sel in satu]
        for nomor, satu in enumerate(baris)
    ]
    bentuk = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BACKGROUND", (0, 0), (-1, kepala - 1), colors.HexColor(warna)),
        *(("SPAN", (c0, r0), (c1, r1)) for r0, c0, r1, c1 in gabung),
    ]
    return Table(isi, colWidths=list(lebar), repeatRows=kepala, style=TableStyle(bentuk))


def tanda_tangan(*pihak: Sequence[str]) -> Table:
    """Signature blocks side by side, each given by its lines."""
    lebar = 470 / max(2, len(pihak))
    kolom = [[""], *([list(satu)] for satu in pihak)] if len(pihak) == 1 else [[list(satu)] for satu in pihak]
    isi = [[par("\n".join(satu[0]), TENGAH) if satu[0] else "" for satu in kolom]]
    return Table(isi, colWidths=[lebar] * len(isi[0]))


def simpan(cerita: list, lanskap: bool = False, kaki: str = "") -> bytes:
    """The finished PDF; kaki is printed at the foot of each page with the page number behind it."""

    def gambar(kanvas, dokumen) -> None:
        if kaki:
            kanvas.setFont("Times-Italic", 8)
            kanvas.drawString(60, 28, f"{kaki} | hal. {dokumen.page}")

    keluar = io.BytesIO()
    ukuran = landscape(A4) if lanskap else A4
    templat = SimpleDocTemplate(
        keluar, pagesize=ukuran, leftMargin=60, rightMargin=60, topMargin=50, bottomMargin=50, invariant=1
    )
    pasang: Callable = gambar
    templat.build(cerita, onFirstPage=pasang, onLaterPages=pasang)
    return keluar.getvalue()
