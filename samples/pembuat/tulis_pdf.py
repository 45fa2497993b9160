"""Blocks to a text PDF with reportlab: two passes, so that tables of contents know their pages; no clock in it."""

from __future__ import annotations

import io
from typing import Any

from naskah import (
    Blok,
    Butir,
    DaftarIsi,
    Dokumen,
    HalamanBaru,
    Judul,
    Kop,
    Paragraf,
    Pasangan,
    Tabel,
    TandaTangan,
    tata,
)
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    HRFlowable,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

_RATA = {"kiri": TA_LEFT, "tengah": TA_CENTER, "kanan": TA_RIGHT, "penuh": TA_JUSTIFY}
_HURUF, _TEBAL = "Helvetica", "Helvetica-Bold"
Entri = tuple[str, str, int]
"""What is listed (judul or tabel), its text and its page."""


def tulis(dokumen: Dokumen) -> bytes:
    """The PDF of a document; the same blocks give the same bytes."""
    entries = [(kind, teks, 0) for kind, teks in _terdaftar(dokumen)]
    for _ in range(2):
        keluar = io.BytesIO()
        template = _Templat(keluar, dokumen)
        template.build(_alur(dokumen, entries, template.width))
        entries = template.entri
    return keluar.getvalue()


class _Tanda(Flowable):  # type: ignore[misc]
    """Nothing to see: tells the template on which page a heading or table came to stand."""

    def __init__(self, kind: str, teks: str) -> None:
        super().__init__()
        self.kind, self.teks = kind, teks

    def wrap(self, *_: float) -> tuple[float, float]:
        return (0, 0)

    def draw(self) -> None:
        self._doctemplateAttr("entri").append((self.kind, self.teks, self._doctemplateAttr("page")))


class _Templat(BaseDocTemplate):  # type: ignore[misc]
    def __init__(self, keluar: io.BytesIO, dokumen: Dokumen) -> None:
        size = landscape(A4) if dokumen.mendatar else A4
        super().__init__(
            keluar,
            pagesize=size,
            leftMargin=2.2 * cm,
            rightMargin=2 * cm,
            topMargin=2 * cm,
            bottomMargin=2 * cm,
            invariant=1,
        )
        self.entri: list[Entri] = []
        frame = Frame(self.leftMargin, self.bottomMargin, self.width, self.height, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate(frames=[frame], onPage=self._kaki))
        self._teks_kaki = dokumen.kaki

    def _kaki(self, canvas: Any, _: Any) -> None:
        canvas.setFont(_HURUF, 8)
        canvas.drawString(self.leftMargin, 1.2 * cm, self._teks_kaki)
        canvas.drawRightString(self.pagesize[0] - self.rightMargin, 1.2 * cm, str(canvas.getPageNumber()))


def _terdaftar(dokumen: Dokumen) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for blok in dokumen.blok:
        if isinstance(blok, Judul) and blok.tingkat in (1, 2):
            found.append(("judul", blok.teks.replace("\n", " ")))
        elif isinstance(blok, Tabel) and blok.judul:
            found.append(("tabel", blok.judul))
    return found


def _gaya(rata: str = "penuh", *, ukuran: float = 10.5, tebal: bool = False, **lain: Any) -> ParagraphStyle:
    font = _TEBAL if tebal else _HURUF
    lain = {"spaceAfter": 5, **lain}
    return ParagraphStyle("g", fontName=font, fontSize=ukuran, leading=ukuran * 1.28, alignment=_RATA[rata], **lain)


def _aman(teks: str) -> str:
    return teks.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br/>")


def _alur(dokumen: Dokumen, entries: list[Entri], width: float) -> list[Any]:
    story: list[Any] = []
    for blok in dokumen.blok:
        story.extend(_blok(blok, entries, width, 7.5 if dokumen.mendatar else 8.5))
    return story


def _blok(blok: Blok, entries: list[Entri], width: float, ukuran: float) -> list[Any]:
    if isinstance(blok, Judul):
        return _judul(blok)
    if isinstance(blok, Paragraf):
        indent = 1 * cm if blok.menjorok else 0
        return [Paragraph(_aman(blok.teks), _gaya(blok.rata, tebal=blok.tebal, firstLineIndent=indent))]
    if isinstance(blok, Butir):
        style = _gaya(leftIndent=18, bulletIndent=0, spaceAfter=3)
        return [Paragraph(_aman(teks), style, bulletText=label) for label, teks in blok.isi]
    if isinstance(blok, Pasangan):
        rows = [[label, ":", Paragraph(_aman(teks), _gaya("kiri", spaceAfter=0))] for label, teks in blok.isi]
        table = Table(rows, colWidths=[3.6 * cm, 0.5 * cm, width - 4.1 * cm], hAlign="LEFT")
        table.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("FONTSIZE", (0, 0), (-1, -1), 10.5)])
        return [table, Spacer(0, 6)]
    if isinstance(blok, Kop):
        lines = [Paragraph(_aman(t), _gaya("tengah", ukuran=13, tebal=True, spaceAfter=1)) for t in blok.baris[:-1]] + [
            Paragraph(_aman(blok.baris[-1]), _gaya("tengah", ukuran=8.5, spaceAfter=3))
        ]
        return [*lines, HRFlowable(width="100%", thickness=1.5, color=colors.black, spaceAfter=12)]
    if isinstance(blok, Tabel):
        return _tabel(blok, width, ukuran)
    if isinstance(blok, TandaTangan):
        cells = [[Paragraph(_aman("\n".join(lines)), _gaya("tengah"))] for lines in blok.blok]
        return [KeepTogether([Spacer(0, 10), Table([cells], colWidths=[width / len(cells)] * len(cells))])]
    if isinstance(blok, HalamanBaru):
        return [PageBreak()]
    return _daftar(blok, entries, width)


def _judul(blok: Judul) -> list[Any]:
    if blok.tingkat == 0:
        return [Paragraph(_aman(blok.teks), _gaya("tengah", ukuran=13, tebal=True, spaceAfter=14))]
    rata, ukuran = ("tengah", 12.5) if blok.tingkat == 1 else ("kiri", 11)
    style = _gaya(rata, ukuran=ukuran, tebal=True, spaceBefore=6, spaceAfter=8)
    marks = [_Tanda("judul", blok.teks.replace("\n", " "))] if blok.tingkat in (1, 2) else []
    return [CondPageBreak(5.5 * cm), *marks, Paragraph(_aman(blok.teks), style)]


def _tabel(blok: Tabel, width: float, ukuran: float) -> list[Any]:
    ukuran = blok.ukuran or ukuran
    rows = len(blok.kepala) + len(blok.isi)
    grid: list[list[Any]] = [[""] * len(blok.lebar) for _ in range(rows)]
    commands: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("BACKGROUND", (0, 0), (-1, len(blok.kepala) - 1), colors.Color(0.87, 0.9, 0.94)),
    ]
    if blok.bergaris:
        commands.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    for place in tata(blok):
        sel = place.sel
        style = _gaya(sel.rata, ukuran=ukuran, tebal=sel.tebal, spaceAfter=0)
        grid[place.baris][place.kolom] = Paragraph(_aman(sel.teks), style)
        if sel.kolom > 1 or sel.baris > 1:
            end = (place.kolom + sel.kolom - 1, place.baris + sel.baris - 1)
            commands.append(("SPAN", (place.kolom, place.baris), end))
    table = Table(
        grid,
        colWidths=[width * part / sum(blok.lebar) for part in blok.lebar],
        repeatRows=len(blok.kepala),
        style=commands,
    )
    if not blok.judul:
        return [table, Spacer(0, 8)]
    title = Paragraph(_aman(blok.judul), _gaya("tengah", ukuran=10, tebal=True))
    return [CondPageBreak(3.2 * cm), _Tanda("tabel", blok.judul), title, table, Spacer(0, 8)]


def _daftar(blok: DaftarIsi, entries: list[Entri], width: float) -> list[Any]:
    lines: list[Any] = []
    for kind, teks, page in entries:
        if kind != blok.apa:
            continue
        number, first, last = str(page), [], teks.split()
        while stringWidth(" ".join(last), _HURUF, 10) > width - 50:
            first = [*last[: len(last) // 2]]
            last = last[len(first) :]
        room = width - 6 - stringWidth(f"{' '.join(last)}  {number}", _HURUF, 10)
        dots = "." * int(room / stringWidth(".", _HURUF, 10))
        text = "<br/>".join(_aman(" ".join(part)) for part in (first, [*last, dots, number]) if part)
        lines.append(Paragraph(text, _gaya("kiri", ukuran=10, spaceAfter=2)))
    return lines
