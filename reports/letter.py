"""The parts of office letters: head, warning box, room for signatures and copies."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from saksama.checker.run import Run
from saksama.reports import groups, paper, words
from saksama.reports.propername import proper

DRAFT = (
    "DRAF. Disusun dari berkas yang diserahkan dan harus dikoreksi evaluator sebelum diterbitkan. Keterangan kecil "
    "dalam kurung siku menunjukkan aturan dan tempat tiap kalimat; hapus setelah diperiksa."
)
_HEADS = (
    ("Pemerintah Kabupaten", "Bupati"),
    ("Pemerintah Kota", "Wali Kota"),
    ("Pemerintah Provinsi", "Gubernur"),
    ("Kecamatan", "Camat"),
    ("Kelurahan", "Lurah"),
    ("Inspektorat", "Inspektur"),
    ("Sekretariat", "Sekretaris"),
    *((kind, f"Kepala {kind}") for kind in ("Dinas", "Badan", "Kantor", "Biro", "Bagian", "Satuan")),
    *((kind, f"Direktur {kind}") for kind in ("Rumah Sakit", "RSUD", "RSU", "RSJ")),
)
"""What the head of a unit is called, by how the unit's name begins."""


def unit(run: Run) -> str:
    """The unit as a sentence names it."""
    return proper(run.unit) if run.unit else "unit yang dievaluasi"


def head_of(name: str) -> str:
    """Who leads a unit: "Camat Kutasari" for "Kecamatan Kutasari"."""
    for begin, head in _HEADS:
        if name.startswith(f"{begin} "):
            return f"{head}{name.removeprefix(begin)}"
    return f"Pimpinan {name}"


def begin(run: Run, title: str, template: bytes | None, note: str = DRAFT) -> Document:
    """A new office paper: the warning that it is a draft, and room for the letterhead where no template brings it."""
    document = paper.new(f"{run.alat.nama} {run.alat.versi}", f"{title} {groups.title(run)}", template)
    warning(document, note)
    if template is not None:
        paper.say(document, "", 6)
    else:
        line = paper.centre(paper.say(document, "(kop surat instansi)", 10, paper.GREY))
        line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(14)
    return document


def begin_letter(run: Run, title: str, template: bytes | None, enclosure: str, about: str) -> Document:
    """A new draft letter to the head of the unit; about: the subject, to which unit and year are added."""
    document = begin(run, title, template)
    name = unit(run)
    letter_head(document, enclosure, f"{about} {name} Tahun {run.tahun or '........'}", f"Yth. {head_of(name)}")
    return document


def letter_head(document: Document, enclosure: str, about: str, to: str) -> None:
    """The head of a letter: place and date, number, nature, enclosure and subject, and to whom it goes."""
    paper.say(
        document, "..............................., ........................ 20...."
    ).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    made = document.add_table(rows=4, cols=3)
    made.autofit = False
    lines = (
        ("Nomor", "................................"),
        ("Sifat", "Rahasia"),
        ("Lampiran", enclosure),
        ("Hal", about),
    )
    sizes = (2.2, 0.5, 12.5)
    for column, width in zip(made.columns, sizes, strict=True):
        column.width = Cm(width)
    for index, (name, text) in enumerate(lines):
        paper.fill(made, index, (name, ":", text), sizes, 10.5)
    address = paper.say(document, f"{to}\ndi tempat")
    address.paragraph_format.space_before = address.paragraph_format.space_after = Pt(10)


def warning(document: Document, text: str) -> None:
    """A red box with what a reader must know before anything else."""
    box = document.add_table(rows=1, cols=1)
    paper.bordered(box)
    cell = box.rows[0].cells[0]
    paper.shade(cell, "FDECEC")
    written = cell.paragraphs[0].add_run(words.clean(text))
    written.font.size, written.font.color.rgb = Pt(9), paper.RED


def signature(document: Document, office: str) -> None:
    """Room for one signature at the right, kept on one page with the last lines above it."""
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    made = document.add_table(rows=1, cols=2)
    paper.whole(made.rows[0])
    blank = "\n\n\n\n\n(..............................................)\nNIP ........................................"
    cells = paper.fill(made, 0, ("", f"\n{office}{blank}"), (8, 8.4), 10)
    paper.centre(cells[1].paragraphs[0])


def sign_off(document: Document, office: str, copies: Sequence[str]) -> None:
    """Room for the signature at the right, then who gets a copy."""
    signature(document, office)
    paper.say(document, "Tembusan:", 9)
    for number, name in enumerate(copies, start=1):
        paper.item(document, f"{number}.", name)
