"""The letter that passes an LHE on to the unit: per component what was found, then the steps of improvement.

Source of the tone: the follow-up letters that a head of region sends on the Inspektorat's report.
"""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.shared import Cm

from saksama.checker.run import Run
from saksama.reports import groups, letter, lhe_facts, marks, paper, words
from saksama.reports.lhe_facts import Uraian

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def render(run: Run, template: bytes | None = None) -> bytes:
    """The draft letter (docx); template: an office document with the letterhead it is written on."""
    unit = letter.unit(run)
    report = "Laporan Hasil Evaluasi Akuntabilitas Kinerja Instansi Pemerintah (AKIP)"
    about = f"Tindak Lanjut {report}"
    document = letter.begin_letter(run, "Draf surat tindak lanjut", template, "1 (satu) berkas LHE", about)
    parts = [part for part in lhe_facts.components(run) if part.kurang]
    paper.say(
        document,
        "Berdasarkan Laporan Hasil Evaluasi Inspektorat Nomor ........................ tanggal "
        f"........................ tentang {report} {unit} Tahun {run.tahun or '........'}, {_found(parts)}",
    )
    for number, part in enumerate(parts, start=1):
        _findings(document, run, part, number)
    if parts:
        text = "Sehubungan dengan hal tersebut di atas, Saudara agar melakukan langkah perbaikan sebagai berikut:"
        paper.say(document, text).paragraph_format.keep_with_next = True
    for number, part in enumerate(parts, start=1):
        _heading(document, number, f"Komponen {part.komponen.nama}" if part.komponen is not None else None)
        for label, weakness in zip(_labels(len(part.kurang)), part.kurang, strict=True):
            text = weakness.saran.removeprefix("Agar ")
            paper.source(paper.item(document, label, text[:1].upper() + text[1:], 1), weakness.asal)
    paper.say(
        document,
        "Untuk lebih jelasnya, Saudara dapat mempelajari Laporan Hasil Evaluasi (LHE) terlampir. Tindak lanjut atas "
        "catatan dan rekomendasi agar dilaporkan secara tertulis melalui Inspektorat.",
    )
    paper.say(document, "Demikian untuk menjadi perhatian.")
    letter.sign_off(document, "(diisi: kepala daerah atau pejabat yang menandatangani)", ["Inspektur."])
    paper.footer(document, f"DRAF surat tindak lanjut {words.shorten(groups.title(run), 60)}, belum dikoreksi")
    return paper.save(document)


def _found(parts: Sequence[Uraian]) -> str:
    if parts:
        return "terdapat permasalahan yang ditemukan pada saat evaluasi yaitu:"
    return "tidak terdapat permasalahan pada hal yang dapat diperiksa dari berkas."


def _findings(document: Document, run: Run, part: Uraian, number: int) -> None:
    score = ""
    if part.komponen is not None and run.lke is not None:
        value = marks.part_value(run.lke, part.komponen)
        score = f", bobot {words.weight(part.komponen.bobot)} mendapat nilai {words.number(value)}"
    _heading(document, number, f"{part.komponen.nama}{score}" if part.komponen is not None else None)
    lead = paper.say(document, "Beberapa hal yang perlu dilaksanakan perbaikan yaitu:")
    lead.paragraph_format.left_indent = Cm(0.75)
    lead.paragraph_format.keep_with_next = True
    for label, weakness in zip(_labels(len(part.kurang)), part.kurang, strict=True):
        paper.source(paper.item(document, label, weakness.teks, 1), weakness.sumber)


def _heading(document: Document, number: int, text: str | None) -> None:
    """A numbered component; None: what no criterion covers, which has no number of its own."""
    made = paper.say(document, "Hal lain") if text is None else paper.item(document, f"{number}.", text)
    paragraph = paper.bold(made)
    paragraph.paragraph_format.keep_with_next = True


def _labels(count: int) -> list[str]:
    """a., b., ... z., then aa., ab. ..."""
    single = [f"{letter}." for letter in _ALPHABET]
    return (single + [f"{first}{letter}." for first in _ALPHABET for letter in _ALPHABET])[:count]
