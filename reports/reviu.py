"""The review checklist as a form: each statement answered as far as the documents tell, for the reviewer to sign."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document
from docx.shared import Pt

from saksama.checker.run import Butir, Hasil, Run, Temuan
from saksama.reports import groups, paper, place, words

TITLES = ("No", "Pernyataan", "Ya", "Tidak", "Perlu telaah", "Alasan dan tempat", "Catatan pereviu")
SIZES = (1.2, 7.2, 1.2, 1.4, 1.6, 8.9, 4.3)
TICKS, NOTES = (2, 3, 4), 6
"""Columns (from 0) that the reviewer fills: the marks of Ya, Tidak and Perlu telaah, and the note."""
MARK = "✓"
FINDINGS = 3
NOTE = (
    "Jawaban diisi dari berkas yang diserahkan dan perlu ditegaskan oleh pereviu. "
    "“Perlu telaah” berarti berkas saja tidak cukup untuk menjawabnya."
)


def render(run: Run) -> bytes:
    """The form (docx), landscape, with an empty sign-off block."""
    document = paper.new(f"{run.alat.nama} {run.alat.versi}", f"Reviu laporan kinerja {groups.title(run)}")
    paper.landscape(document)
    paper.bold(paper.centre(paper.say(document, "FORMULIR CHECK LIST REVIU LAPORAN KINERJA", 13)))
    paper.centre(paper.say(document, groups.title(run), 11))
    paper.centre(paper.say(document, NOTE, 9, paper.GREY))
    _form(document, run)
    _tally(document, run)
    _sign_off(document)
    paper.footer(document, f"Reviu laporan kinerja {groups.title(run)}")
    return paper.save(document)


def _form(document: Document, run: Run) -> None:
    findings = by_fingerprint(run)
    made = paper.table(document, TITLES, SIZES)
    section = None
    number = 0
    for butir in run.reviu:
        if butir.bagian != section:
            section, number = butir.bagian, 0
            cells = paper.row(made, (section, *[""] * 6), SIZES)
            merged = cells[0].merge(cells[-1])
            for extra in merged.paragraphs[1:]:
                extra._p.getparent().remove(extra._p)
            paper.bold(merged.paragraphs[0])
            merged.paragraphs[0].paragraph_format.keep_with_next = True
            paper.shade(merged, paper.SOFT)
        number += 1
        marks = [MARK if butir.akhir == answer else "" for answer in words.JAWABAN]
        cells = paper.row(made, (str(number), butir.teks, *marks, "", butir.catatan_pereviu or ""), SIZES)
        for column in TICKS:
            paper.centre(cells[column].paragraphs[0])
        lines = [*_overruled(butir), *reasons(butir, findings)]
        for index, (text, where) in enumerate(lines):
            paragraph = cells[5].paragraphs[0] if index == 0 else paper.say(cells[5], "", 9)
            paragraph.paragraph_format.space_before = Pt(1)
            paragraph.paragraph_format.space_after = Pt(3)
            paragraph.paragraph_format.line_spacing = 1.0
            paragraph.add_run(words.clean(text)).font.size = Pt(9)
            if where:
                paper.source(paragraph, where)


def _overruled(butir: Butir) -> Iterator[tuple[str, str]]:
    """What the rules proposed, where the reviewer answers otherwise."""
    if butir.akhir != butir.jawaban:
        yield f"Dijawab pereviu; usulan dari berkas: {words.JAWABAN[butir.jawaban]}.", ""


def by_fingerprint(run: Run) -> dict[str, tuple[Hasil, Temuan]]:
    """Every finding with its outcome, by fingerprint."""
    return {temuan.sidik: (hasil, temuan) for hasil, temuan in run.findings()}


def reasons(butir: Butir, findings: dict[str, tuple[Hasil, Temuan]]) -> list[tuple[str, str]]:
    """Sentence and place: each finding with its own, or the reason with the rules behind it."""
    known = [findings[key] for key in butir.temuan if key in findings]
    rules = f"aturan {', '.join(butir.aturan)}" if butir.aturan else ""
    if not known:
        question = f" Tanyakan: {butir.pertanyaan}" if butir.pertanyaan and butir.jawaban == "perlu_telaah" else ""
        return [(butir.alasan + question, rules)]
    lines = [
        (words.sentence(temuan.pesan), "; ".join(filter(None, (hasil.aturan, place.evidence(temuan.bukti, 2)))))
        for hasil, temuan in known[:FINDINGS]
    ]
    if len(known) > FINDINGS:
        lines.append((f"Dan {len(known) - FINDINGS} temuan lain.", rules))
    return lines


def _tally(document: Document, run: Run) -> None:
    counts = dict.fromkeys(words.JAWABAN, 0)
    for butir in run.reviu:
        counts[butir.akhir] += 1
    text = ", ".join(f"{words.JAWABAN[key].lower()} {count}" for key, count in counts.items())
    paragraph = paper.say(document, f"Jumlah pernyataan {len(run.reviu)}: {text}.", 10)
    paragraph.paragraph_format.space_before = Pt(10)
    paragraph.paragraph_format.keep_with_next = True


def _sign_off(document: Document) -> None:
    """Left blank: place and date, the reviewer, the one who answers for the report."""
    made = document.add_table(rows=1, cols=2)
    made.autofit = False
    blank = "\n\n\n\n\n(..............................................)\nNIP ........................................"
    texts = (
        f"\nPenanggung jawab laporan,{blank}",
        f"..............................., ........................ 20....\nPereviu,{blank}",
    )
    paper.whole(made.rows[0])
    for cell in paper.fill(made, 0, texts, (12.9, 12.9), 10):
        paper.centre(cell.paragraphs[0])
        cell.paragraphs[0].paragraph_format.keep_together = True
