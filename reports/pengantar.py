"""The letter that passes an LHE on to the unit: per component what was found, then the steps of improvement.

Source of the tone: the follow-up letters that a head of region sends on the Inspektorat's report.
"""

from __future__ import annotations

from docx.document import Document

from saksama.checker.run import Run
from saksama.reports import groups, letter, lhe_facts, marks, paper, words
from saksama.reports.lhe_facts import Uraian

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def render(run: Run, template: bytes | None = None) -> bytes:
    """The draft letter (docx); template: an office document with the letterhead it is written on."""
    unit = letter.unit(run)
    about = "Tindak lanjut hasil evaluasi akuntabilitas kinerja"
    document = letter.begin_letter(run, "Draf surat tindak lanjut", template, "1 (satu) berkas LHE", about)
    paper.say(
        document,
        "Laporan Hasil Evaluasi Inspektorat Nomor ........................ tanggal ........................ atas "
        f"akuntabilitas kinerja {unit} memuat catatan berikut.",
    )
    parts = [part for part in lhe_facts.components(run) if part.kurang]
    for number, part in enumerate(parts, start=1):
        _findings(document, run, part, number)
    if not parts:
        paper.say(document, "Tidak terdapat catatan kekurangan pada hal yang dapat diperiksa dari berkas.")
    else:
        paper.say(document, "Sehubungan dengan itu, Saudara agar melakukan langkah perbaikan sebagai berikut.")
    for number, part in enumerate(parts, start=1):
        _heading(document, number, _name(part))
        for label, weakness in zip(_labels(len(part.kurang)), part.kurang, strict=True):
            text = weakness.saran.removeprefix("Agar ")
            paper.source(paper.item(document, label, text[:1].upper() + text[1:], 1), weakness.asal)
    paper.say(
        document,
        "Rincian setiap catatan ada pada Laporan Hasil Evaluasi terlampir. Tindak lanjutnya dilaporkan secara "
        "tertulis melalui Inspektorat dalam batas waktu yang ditentukan. Demikian untuk dilaksanakan.",
    )
    letter.sign_off(document, "(diisi: kepala daerah atau pejabat yang menandatangani)", ["Inspektur."])
    paper.footer(document, f"DRAF surat tindak lanjut {words.shorten(groups.title(run), 60)}, belum dikoreksi")
    return paper.save(document)


def _findings(document: Document, run: Run, part: Uraian, number: int) -> None:
    score = ""
    if part.komponen is not None and run.lke is not None:
        value = marks.part_value(run.lke, part.komponen)
        score = f", bobot {words.weight(part.komponen.bobot)} mendapat nilai {words.number(value)}"
    _heading(document, number, f"{_name(part)}{score}")
    for label, weakness in zip(_labels(len(part.kurang)), part.kurang, strict=True):
        paper.source(paper.item(document, label, weakness.teks, 1), weakness.sumber)


def _heading(document: Document, number: int, text: str) -> None:
    paragraph = paper.bold(paper.item(document, f"{number}.", text))
    paragraph.paragraph_format.keep_with_next = True


def _name(part: Uraian) -> str:
    return part.komponen.nama if part.komponen is not None else "Catatan lain"


def _labels(count: int) -> list[str]:
    """a., b., ... z., then aa., ab. ..."""
    single = [f"{letter}." for letter in _ALPHABET]
    return (single + [f"{first}{letter}." for first in _ALPHABET for letter in _ALPHABET])[:count]
