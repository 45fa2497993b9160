"""Blocks to docx, pdf and xlsx. The layout is plain office work: Times or Arial, ruled tables, merged cells."""

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import openpyxl
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from openpyxl.styles import Alignment, Border, Font, Side
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table

from .naskah import Blok, Daftar, Halaman, Identitas, Judul, Sel, Tabel, Tanda, Teks, petak

_RATA_DOCX = {"tengah": WD_ALIGN_PARAGRAPH.CENTER, "kanan": WD_ALIGN_PARAGRAPH.RIGHT, "kiri": WD_ALIGN_PARAGRAPH.LEFT}
_RATA_PDF = {"tengah": TA_CENTER, "kanan": TA_RIGHT, "kiri": TA_JUSTIFY}


def tulis(jalur: Path, blok: Sequence[Blok], *, rebah: bool = False, kaki: str = "") -> None:
    """Write the blocks in the format that the file's name asks for; `rebah` is landscape, `kaki` a running footer."""
    jalur.parent.mkdir(parents=True, exist_ok=True)
    if jalur.suffix == ".docx":
        _docx(jalur, blok, rebah, kaki)
    elif jalur.suffix == ".pdf":
        _pdf(jalur, blok, rebah, kaki)
    else:
        _xlsx(jalur, blok)


def _docx(jalur: Path, blok: Sequence[Blok], rebah: bool, kaki: str) -> None:
    dokumen = docx.Document()
    gaya = dokumen.styles["Normal"]
    gaya.font.name, gaya.font.size = "Times New Roman", Pt(11)
    bagian = dokumen.sections[0]
    if rebah:
        bagian.orientation = WD_ORIENT.LANDSCAPE
        bagian.page_width, bagian.page_height = Cm(33), Cm(21.5)
    bagian.left_margin = bagian.right_margin = Cm(2)
    lebar = (bagian.page_width - bagian.left_margin - bagian.right_margin) / Cm(1)
    if kaki:
        bagian.footer.paragraphs[0].text = kaki
    for b in blok:
        match b:
            case Judul():
                dokumen.add_heading(b.teks, b.tingkat)
            case Teks():
                paragraf = dokumen.add_paragraph()
                paragraf.alignment = _RATA_DOCX[b.rata]
                paragraf.add_run(b.teks).bold = b.tebal
            case Daftar():
                for urut, butir in enumerate(b.butir, 1):
                    dokumen.add_paragraph(f"{urut}. {butir}")
            case Identitas():
                for nama, nilai in b.baris:
                    dokumen.add_paragraph(f"{nama}\t: {nilai}")
            case Tanda():
                tabel = dokumen.add_table(rows=1, cols=2)
                for sel, baris in zip(tabel.rows[0].cells, (b.kiri, b.kanan), strict=True):
                    sel.text = "\n".join(baris)
            case Halaman():
                dokumen.add_page_break()
            case Tabel():
                _tabel_docx(dokumen, b, lebar)
    dokumen.save(str(jalur))


def _tabel_docx(dokumen: "docx.document.Document", tabel: Tabel, lebar: float) -> None:
    baris = [*tabel.kepala, *tabel.isi]
    papan = dokumen.add_table(rows=len(baris), cols=len(tabel.lebar))
    papan.style = "Table Grid"
    jumlah = sum(tabel.lebar)
    for kolom, bagian in zip(papan.columns, tabel.lebar, strict=True):
        kolom.width = Cm(lebar * bagian / jumlah)
    for r, k, sel in petak(baris):
        kotak = papan.cell(r, k)
        if sel.baris > 1 or sel.kolom > 1:
            kotak = kotak.merge(papan.cell(r + sel.baris - 1, k + sel.kolom - 1))
        kotak.text = sel.teks
    dokumen.add_paragraph()


def _pdf(jalur: Path, blok: Sequence[Blok], rebah: bool, kaki: str) -> None:
    ukuran = landscape(A4) if rebah else A4
    pinggir = 46
    lebar = ukuran[0] - 2 * pinggir
    isi = ParagraphStyle("isi", fontName="Times-Roman", fontSize=10.5, leading=13, spaceAfter=4)
    kecil = ParagraphStyle("sel", fontName="Helvetica", fontSize=8, leading=9.6, alignment=TA_LEFT)
    tebal = ParagraphStyle("kepala", parent=kecil, fontName="Helvetica-Bold", alignment=TA_CENTER)
    hasil: list = []
    for b in blok:
        match b:
            case Judul():
                gaya = ParagraphStyle(
                    "judul",
                    parent=isi,
                    fontName="Times-Bold",
                    fontSize=14 - b.tingkat,
                    alignment=TA_CENTER if b.tingkat == 1 else TA_LEFT,
                    spaceBefore=6,
                )
                hasil.append(Paragraph(escape(b.teks), gaya))
            case Teks():
                huruf = "Times-Bold" if b.tebal else "Times-Roman"
                gaya = ParagraphStyle("teks", parent=isi, fontName=huruf, alignment=_RATA_PDF[b.rata])
                hasil.append(Paragraph(escape(b.teks) or "&nbsp;", gaya))
            case Daftar():
                hasil += [Paragraph(f"{u}. {escape(t)}", isi) for u, t in enumerate(b.butir, 1)]
            case Identitas():
                kotak = [[Paragraph(escape(t), isi) for t in (nama, ":", nilai)] for nama, nilai in b.baris]
                hasil.append(Table(kotak, colWidths=[110, 22, lebar - 132], hAlign="LEFT"))
            case Tanda():
                tengah = ParagraphStyle("tanda", parent=isi, alignment=TA_CENTER)
                kolom = [
                    Paragraph("<br/>".join(escape(t) or "&nbsp;" for t in sisi), tengah) for sisi in (b.kiri, b.kanan)
                ]
                hasil.append(Table([kolom], colWidths=[lebar / 2] * 2))
            case Halaman():
                hasil.append(PageBreak())
            case Tabel():
                hasil += [_tabel_pdf(b, lebar, kecil, tebal), Spacer(1, 8)]

    def bingkai(kanvas, dokumen) -> None:
        kanvas.setFont("Helvetica-Oblique", 8)
        if kaki:
            kanvas.drawString(pinggir, 24, kaki)
        kanvas.drawRightString(ukuran[0] - pinggir, 24, f"{dokumen.page}")

    dokumen = BaseDocTemplate(str(jalur), pagesize=ukuran, leftMargin=pinggir, rightMargin=pinggir, invariant=1)
    kerangka = Frame(pinggir, 40, lebar, ukuran[1] - 84, id="isi", leftPadding=0, rightPadding=0)
    dokumen.addPageTemplates(PageTemplate(id="halaman", frames=kerangka, onPage=bingkai))
    dokumen.build(hasil)


def _tabel_pdf(tabel: Tabel, lebar: float, kecil: ParagraphStyle, tebal: ParagraphStyle) -> Table:
    baris = [*tabel.kepala, *tabel.isi]
    papan: list[list] = [[""] * len(tabel.lebar) for _ in baris]
    gaya = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    for r, k, sel in petak(baris):
        teks = escape(sel.teks).replace("\n", "<br/>")
        papan[r][k] = Paragraph(teks, tebal if r < len(tabel.kepala) else kecil)
        if sel.baris > 1 or sel.kolom > 1:
            gaya.append(("SPAN", (k, r), (k + sel.kolom - 1, r + sel.baris - 1)))
    jumlah = sum(tabel.lebar)
    return Table(
        papan,
        colWidths=[lebar * bagian / jumlah for bagian in tabel.lebar],
        repeatRows=len(tabel.kepala),
        style=[*gaya, ("LEFTPADDING", (0, 0), (-1, -1), 3), ("RIGHTPADDING", (0, 0), (-1, -1), 3)],
    )


def _xlsx(jalur: Path, blok: Sequence[Blok]) -> None:
    buku = openpyxl.Workbook()
    lembar = buku.active
    lebar = max([len(b.lebar) for b in blok if isinstance(b, Tabel)], default=6)
    garis = Border(*(Side(style="thin") for _ in range(4)))
    r = 1
    for b in blok:
        match b:
            case Halaman():
                lembar = buku.create_sheet(b.lembar) if r > 1 else lembar
                lembar.title, r = b.lembar, 1
            case Judul() | Teks():
                lembar.cell(r, 1, b.teks).font = Font(bold=isinstance(b, Judul))
                if isinstance(b, Judul):
                    lembar.merge_cells(start_row=r, end_row=r, start_column=1, end_column=lebar)
                    lembar.cell(r, 1).alignment = Alignment(horizontal="center")
                r += 1
            case Daftar():
                for urut, butir in enumerate(b.butir, 1):
                    lembar.cell(r, 1, f"{urut}. {butir}")
                    r += 1
            case Identitas():
                for nama, nilai in b.baris:
                    lembar.cell(r, 1, nama)
                    lembar.cell(r, 3, f": {nilai}")
                    r += 1
            case Tanda():
                for kolom, sisi in ((2, b.kiri), (max(3, lebar - 2), b.kanan)):
                    for i, teks in enumerate(sisi):
                        lembar.cell(r + 1 + i, kolom, teks or None)
                r += max(len(b.kiri), len(b.kanan)) + 2
            case Tabel():
                isi = [*b.kepala, *b.isi]
                for i, k, sel in petak(isi):
                    _sel_xlsx(lembar, r + i, k + 1, sel, i < len(b.kepala), garis)
                for k, bagian in enumerate(b.lebar):
                    huruf = openpyxl.utils.get_column_letter(k + 1)
                    lembar.column_dimensions[huruf].width = max(lembar.column_dimensions[huruf].width, bagian * 4)
                r += len(isi) + 1
    buku.save(jalur)


def _sel_xlsx(lembar, r: int, k: int, sel: Sel, kepala: bool, garis: Border) -> None:
    kotak = lembar.cell(r, k)
    kotak.value = sel.teks if sel.angka is None else sel.angka
    if sel.format:
        kotak.number_format = sel.format
    kotak.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center" if kepala else None)
    kotak.font = Font(bold=kepala)
    if sel.baris > 1 or sel.kolom > 1:
        lembar.merge_cells(start_row=r, end_row=r + sel.baris - 1, start_column=k, end_column=k + sel.kolom - 1)
    for i in range(sel.baris):
        for j in range(sel.kolom):
            lembar.cell(r + i, k + j).border = garis
