"""The statement that a report was reviewed, in the form the regulation gives, with what is still to be corrected.

Source: Permenpan RB 53/2014, Anak Lampiran III/1-2 and III.C.4; Perwali Probolinggo 30/2020, Lampiran V.D.2.
"""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from saksama.checker.checks.naskah_resmi import GOVERNMENTS, is_government
from saksama.checker.run import Butir, Hasil, Run, Temuan
from saksama.reports import groups, letter, paper, reviu, words

BLANK = ".............................."


def render(run: Run, template: bytes | None = None) -> bytes:
    """The draft statement (docx), one page where nothing is left to correct; template: the office's letterhead."""
    document = letter.begin(run, "Pernyataan telah direviu", template, _warning(run))
    unit, year = run.unit or BLANK, run.tahun or "........"
    for line in ("PERNYATAAN TELAH DIREVIU", unit.upper(), f"TAHUN ANGGARAN {year}"):
        paper.bold(paper.centre(paper.say(document, line, 12)))
    for text in (
        f"Kami telah mereviu Laporan Kinerja {unit} untuk tahun anggaran {year} sesuai Pedoman Reviu atas Laporan "
        "Kinerja. Substansi informasi yang dimuat dalam Laporan Kinerja menjadi tanggung jawab manajemen "
        f"{unit}.",
        "Reviu bertujuan untuk memberikan keyakinan terbatas laporan kinerja telah disajikan secara akurat, andal, "
        "dan valid.",
        "Berdasarkan reviu kami, tidak terdapat kondisi atau hal-hal yang menimbulkan perbedaan dalam meyakini "
        "keandalan informasi yang disajikan di dalam laporan kinerja ini.",
    ):
        paragraph = paper.say(document, text)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.space_before = Pt(8)
    _explanation(document, run)
    office = f"Inspektur {_region(run.unit)},"
    letter.signature(document, f"{BLANK}, ........................ 20....\n{office}")
    paper.footer(document, f"DRAF pernyataan telah direviu {words.shorten(groups.title(run), 60)}, belum dikoreksi")
    return paper.save(document)


def _warning(run: Run) -> str:
    """What stands between this draft and a signature."""
    unmet, open_ = _count(run, "tidak"), _count(run, "perlu_telaah")
    text = "DRAF. Isi menurut formulir peraturan; ditandatangani inspektur setelah reviu selesai."
    if not run.reviu:
        text += " Check list reviu belum tersedia pada hasil pemeriksaan ini."
    elif unmet or open_:
        text += (
            f" Simpulan “tidak terdapat kondisi” belum didukung check list: {unmet} pernyataan terjawab Tidak dan "
            f"{open_} Perlu telaah. Selesaikan dahulu, atau ubah simpulannya."
        )
    if not is_government(run.unit, GOVERNMENTS):
        text += (
            " Reviu dilakukan hanya atas laporan kinerja tingkat pemerintah daerah, sedangkan unit pada berkas ini "
            f"{run.unit or 'tidak diketahui'}."
        )
    return text


def _count(run: Run, answer: str) -> int:
    return sum(butir.akhir == answer for butir in run.reviu)


def _explanation(document: Document, run: Run) -> None:
    """The explaining paragraph: corrections of the report that the unit has not made yet, each with its place."""
    unmet = [butir for butir in run.reviu if butir.akhir == "tidak"]
    if not unmet:
        return
    lead = "Koreksi atas penyajian laporan kinerja yang belum selesai dilakukan oleh unit pengelola kinerja:"
    opening = paper.say(document, lead)
    opening.paragraph_format.space_before = Pt(8)
    opening.paragraph_format.keep_with_next = True
    findings = reviu.by_fingerprint(run)
    for number, butir in enumerate(unmet, start=1):
        _correction(document, number, butir, _corrections(butir, findings))


def _corrections(butir: Butir, findings: dict[str, tuple[Hasil, Temuan]]) -> list[tuple[str, str]]:
    """What is to be corrected: the reviewer's note, and the findings behind the answer."""
    note = " ".join((butir.catatan_pereviu or "").split())
    lines = [(words.sentence(note), "catatan pereviu")] if note else []
    if any(key in findings for key in butir.temuan):
        return [*lines, *reviu.reasons(butir, findings)]
    return lines or [("(diisi pereviu: koreksi yang diminta)", "")]


def _correction(document: Document, number: int, butir: Butir, lines: list[tuple[str, str]]) -> None:
    paper.item(document, f"{number}.", f"{words.sentence(butir.teks)} Belum terpenuhi:")
    for text, where in lines:
        paragraph = paper.item(document, "-", text, 1)
        if where:
            paper.source(paragraph, where)


def _region(unit: str | None) -> str:
    """ "Kabupaten Sukamaju" of its government; dots for any other unit."""
    if unit is None or not is_government(unit, GOVERNMENTS):
        return BLANK
    return unit.split(maxsplit=1)[1]
