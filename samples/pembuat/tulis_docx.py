"""Blocks to a small .docx: python-docx writes it, then unused styles and parts go and all timestamps are fixed."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
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

_RATA = {
    "kiri": WD_ALIGN_PARAGRAPH.LEFT,
    "tengah": WD_ALIGN_PARAGRAPH.CENTER,
    "kanan": WD_ALIGN_PARAGRAPH.RIGHT,
    "penuh": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_LEBAR_PASANGAN = (3.6, 0.5, 12.5)
_TENGAH, _ATAS = WD_CELL_VERTICAL_ALIGNMENT.CENTER, WD_CELL_VERTICAL_ALIGNMENT.TOP
_GAYA = {"Normal", "Heading1", "Heading2", "Heading3", "DefaultParagraphFont", "TableNormal", "NoList", "TableGrid"}


def tulis(dokumen: Dokumen) -> bytes:
    """The .docx of a document; timestamps are left to `zip_tetap`."""
    file = docx.Document()
    _siapkan(file, dokumen)
    for blok in dokumen.blok:
        _blok(file, blok, dokumen.mendatar)
    _pangkas(file)
    keluar = io.BytesIO()
    file.save(keluar)
    return keluar.getvalue()


def _siapkan(file: Any, dokumen: Dokumen) -> None:
    section = file.sections[0]
    # F4, the paper of Indonesian offices.
    section.page_width, section.page_height = Cm(21.5), Cm(33)
    if dokumen.mendatar:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(33), Cm(21.5)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10 if dokumen.mendatar else 11)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Arial")
    normal.paragraph_format.space_after = Pt(4)
    for level in (1, 2, 3):
        style = file.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.bold = "Arial", Pt(12 if level == 1 else 11), True
        style.font.color.rgb = docx.shared.RGBColor(0, 0, 0)
        style.element.rPr.rFonts.attrib.clear()
        style.element.rPr.rFonts.set(qn("w:ascii"), "Arial")
        style.element.rPr.rFonts.set(qn("w:hAnsi"), "Arial")


def _blok(file: Any, blok: Blok, mendatar: bool) -> None:
    if isinstance(blok, Judul):
        _judul(file, blok)
    elif isinstance(blok, Paragraf):
        paragraph = file.add_paragraph()
        paragraph.alignment = _RATA[blok.rata]
        paragraph.add_run(blok.teks).bold = blok.tebal
        if blok.menjorok:
            paragraph.paragraph_format.first_line_indent = Cm(1)
    elif isinstance(blok, Butir):
        for label, teks in blok.isi:
            paragraph = file.add_paragraph(f"{label}\t{teks}")
            paragraph.alignment = _RATA["penuh"]
            paragraph.paragraph_format.left_indent = Cm(0.8)
            paragraph.paragraph_format.first_line_indent = Cm(-0.8)
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.8))
    elif isinstance(blok, Pasangan):
        _pasangan(file, blok)
    elif isinstance(blok, Kop):
        _kop(file, blok)
    elif isinstance(blok, Tabel):
        _tabel(file, blok, 28.6 if mendatar else 17.1, 8 if mendatar else 10)
    elif isinstance(blok, TandaTangan):
        _tanda_tangan(file, blok)
    elif isinstance(blok, HalamanBaru):
        file.add_page_break()
    elif isinstance(blok, DaftarIsi):
        raise ValueError("a table of contents needs pages: write this document as pdf")


def _judul(file: Any, blok: Judul) -> None:
    for teks in blok.teks.split("\n"):
        if blok.tingkat == 0:
            paragraph = file.add_paragraph()
            paragraph.add_run(teks).bold = True
            paragraph.paragraph_format.space_after = Pt(0)
        else:
            paragraph = file.add_paragraph(teks, style=f"Heading {blok.tingkat}")
        paragraph.paragraph_format.keep_with_next = True
        if blok.tingkat < 2:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(8)


def _pasangan(file: Any, blok: Pasangan) -> None:
    table = file.add_table(rows=0, cols=3)
    table.autofit = False
    for column, width in zip(table.columns, _LEBAR_PASANGAN, strict=True):
        column.width = Cm(width)
    for label, isi in blok.isi:
        cells = table.add_row().cells
        for cell, teks, width in zip(cells, (label, ":", isi), _LEBAR_PASANGAN, strict=True):
            cell.width = Cm(width)
            cell.paragraphs[0].text = teks
            cell.paragraphs[0].paragraph_format.space_after = Pt(1)
    file.add_paragraph().paragraph_format.space_after = Pt(0)


def _kop(file: Any, blok: Kop) -> None:
    for index, teks in enumerate(blok.baris):
        paragraph = file.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(teks)
        last = index == len(blok.baris) - 1
        run.bold, run.font.size = not last, Pt(9 if last else 14)
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "12"), ("space", "4"), ("color", "000000")):
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)
    paragraph.paragraph_format.space_after = Pt(12)


def _tabel(file: Any, blok: Tabel, lebar_cm: float, ukuran: float) -> None:
    if blok.judul:
        paragraph = file.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(blok.judul).bold = True
        paragraph.paragraph_format.keep_with_next = True
    rows, columns = len(blok.kepala) + len(blok.isi), len(blok.lebar)
    table = file.add_table(rows=rows, cols=columns)
    table.autofit = False
    if blok.bergaris:
        table.style = "Table Grid"
    grid = [list(row.cells) for row in table.rows]
    widths = [Cm(lebar_cm * part / sum(blok.lebar)) for part in blok.lebar]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for line in grid:
        for cell, width in zip(line, widths, strict=True):
            cell.width = width
    for place in tata(blok):
        sel, cell = place.sel, grid[place.baris][place.kolom]
        if sel.kolom > 1 or sel.baris > 1:
            cell = cell.merge(grid[place.baris + sel.baris - 1][place.kolom + sel.kolom - 1])
        for index, teks in enumerate(sel.teks.split("\n")):
            paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
            paragraph.alignment = _RATA[sel.rata]
            paragraph.paragraph_format.space_after = Pt(0)
            run = paragraph.add_run(teks)
            run.font.size, run.bold = Pt(ukuran), sel.tebal
        cell.vertical_alignment = _TENGAH if place.baris < len(blok.kepala) else _ATAS
    for row in table.rows[: len(blok.kepala)]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    file.add_paragraph().paragraph_format.space_after = Pt(2)


def _tanda_tangan(file: Any, blok: TandaTangan) -> None:
    table = file.add_table(rows=1, cols=len(blok.blok))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, lines in zip(table.rows[0].cells, blok.blok, strict=True):
        for index, teks in enumerate(lines):
            paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
            paragraph.text = teks
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.paragraph_format.keep_with_next = index < len(lines) - 1


def _pangkas(file: Any) -> None:
    """Drop the styles that nothing uses: a tenth of the size of python-docx's template."""
    styles = file.styles.element
    for style in list(styles.findall(qn("w:style"))):
        if style.get(qn("w:styleId")) not in _GAYA:
            styles.remove(style)
    for latent in styles.findall(qn("w:latentStyles")):
        styles.remove(latent)
    package = file.part.package
    for rel_id, rel in list(package.rels.items()):
        if rel.reltype.endswith("thumbnail"):
            package.rels.pop(rel_id)
    for rel_id, rel in list(file.part.rels.items()):
        if rel.reltype.rsplit("/", 1)[-1] in {"customXml", "numbering", "stylesWithEffects", "webSettings"}:
            file.part.rels.pop(rel_id)
