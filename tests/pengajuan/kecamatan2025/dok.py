"""Word documents: paragraphs, headings, tables with merged cells, signature blocks."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

Baris = Sequence[Sequence[str]]


def baru(lanskap: bool = False):
    doc = Document()
    doc.styles["Normal"].font.name = "Bookman Old Style"
    doc.styles["Normal"].font.size = Pt(11)
    if lanskap:
        bagian = doc.sections[0]
        bagian.orientation = WD_ORIENT.LANDSCAPE
        bagian.page_width, bagian.page_height = Cm(33), Cm(21.5)
    return doc


def teks(doc, isi: str, tebal: bool = False, tengah: bool = False, gaya: str | None = None):
    par = doc.add_paragraph(style=gaya)
    par.add_run(isi).bold = tebal or None
    if tengah:
        par.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return par


def judul(doc, *baris: str) -> None:
    for satu in baris:
        teks(doc, satu, tebal=True, tengah=True)


def kop(doc, umum: dict) -> None:
    judul(doc, f"PEMERINTAH KABUPATEN {umum['kabupaten'].upper()}", umum["unit"].upper())
    teks(doc, umum["alamat"], tengah=True)


def tabel(doc, baris: Baris, gabung: Iterable[tuple[int, int, int, int]] = (), garis: bool = True):
    """A table; gabung lists merged areas as (row, column, last row, last column), whose first cell holds the text."""
    lebar = max(map(len, baris))
    hasil = doc.add_table(rows=len(baris), cols=lebar)
    if garis:
        hasil.style = "Table Grid"
    sel = hasil._cells
    for r, isi in enumerate(baris):
        for c, nilai in enumerate(isi):
            if nilai:
                sel[r * lebar + c].text = nilai
    for r0, c0, r1, c1 in gabung:
        kotak = sel[r0 * lebar + c0]
        kotak.merge(sel[r1 * lebar + c1])
        for kosong in [par for par in kotak.paragraphs[1:] if not par.text]:
            kosong._p.getparent().remove(kosong._p)
    return hasil


def senarai(doc, butir: Iterable[str], gaya: str = "List Number") -> None:
    for satu in butir:
        teks(doc, satu, gaya=gaya)


def bernomor(doc, butir: Iterable[str], bentuk: str = "{}. ") -> None:
    for nomor, satu in enumerate(butir, 1):
        teks(doc, bentuk.format(nomor) + satu)


def tanda_tangan(doc, tempat_tanggal: str, jabatan: str, orang: dict, cap: str = "ttd") -> None:
    baris = [tempat_tanggal, jabatan, cap, orang["nama"], orang.get("pangkat", ""), _nip(orang)]
    doc.add_paragraph()
    blok = tabel(doc, [["", "\n".join(satu for satu in baris if satu)]], garis=False)
    blok.rows[0].cells[1].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER


def _nip(orang: dict) -> str:
    return f"NIP {orang['nip']}" if orang.get("nip") else ""


def pindah_halaman(doc) -> None:
    doc.add_page_break()


def simpan(doc) -> bytes:
    keluar = io.BytesIO()
    doc.save(keluar)
    return keluar.getvalue()
