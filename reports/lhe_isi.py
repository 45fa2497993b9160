"""What both forms of the LHE say alike: scores, components, follow-up, achievements; every sentence with its source."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from docx.document import Document
from docx.shared import Pt

from saksama.checker.isian import PENANDA, Penanda, Pengesahan
from saksama.checker.run import LKE, Run
from saksama.reports import lhe_facts, marks, paper, responses, words
from saksama.reports.lhe_facts import Uraian

ROWS = 25
"""Rows of a table that is only quoted from the documents."""


def follow_up(document: Document, run: Run) -> None:
    """Last year's recommendations with what the unit reports of each."""
    rows = lhe_facts.follow_up(run)
    if not rows:
        paper.say(
            document, "Dokumen tindak lanjut hasil evaluasi tahun sebelumnya belum diserahkan atau belum dapat dibaca."
        )
        return
    paper.source(paper.say(document, "Tindak lanjut sebagaimana dilaporkan unit:"), rows[0][3])
    sizes = (1.0, 6.6, 6.2, 2.6)
    made = paper.table(document, ("No", "Rekomendasi", "Tindak lanjut", "Status"), sizes)
    for number, (advice, done, status, _) in enumerate(rows[:ROWS], start=1):
        paper.row(made, (str(number), advice, done, status), sizes)
    if len(rows) > ROWS:
        paper.say(document, f"Dan {len(rows) - ROWS} rekomendasi lain.", 9)


def score(document: Document, run: Run, lke: LKE) -> None:
    """The total with its predicate, the component table with last year's values, and how far it rests on the files."""
    past = lhe_facts.last_year(run)
    value = marks.total(lke)
    reached = marks.predicate(lke, value)
    kind = "menurut gradasi evaluator dan, bila belum diisi, usulan" if marks.answered(lke) else "sementara (usulan)"
    predicate = f", predikat {reached.kode} ({reached.sebutan})" if reached else ""
    sizes = (1.0, 7.0, 2.1, 2.2, 2.1, 2.4)
    paper.say(document, f"Nilai {kind} sebesar {words.number(value)}{predicate}, dengan rincian:")
    made = paper.table(document, ("No", "Komponen", "Bobot", "Nilai", "% bobot", past.judul), sizes)
    for number, komponen in enumerate(lke.komponen, start=1):
        amount = marks.part_value(lke, komponen)
        cells = (
            str(number),
            komponen.nama,
            words.number(komponen.bobot),
            words.number(amount),
            _share(amount, komponen.bobot),
            past.komponen.get(komponen.nama, "–"),
        )
        paper.right(paper.row(made, cells, sizes)[2:])
    weight = sum((komponen.bobot for komponen in lke.komponen), Decimal(0))
    totals = ("", "Jumlah", words.number(weight), words.number(value), _share(value, weight), past.nilai or "–")
    last = paper.row(made, totals, sizes)
    paper.right(last[2:])
    for cell in last:
        paper.bold(cell.paragraphs[0])
        paper.shade(cell, paper.SOFT)
    note = (
        f"Baru {words.percent(lke.cakupan)} kriteria dapat diputuskan dari berkas. Bila yang belum diputuskan dianggap "
        f"tidak terpenuhi, nilainya {words.number(lke.lantai)}; bila dianggap terpenuhi, {words.number(lke.plafon)}."
    )
    paragraph = paper.say(document, note)
    paragraph.paragraph_format.space_before = Pt(6)
    paper.source(paragraph, f"lembar Ringkasan pada LKE; {lke.judul}")


def _share(value: Decimal, weight: Decimal) -> str:
    return words.number(value / weight * 100) if weight else ""


def component(document: Document, part: Uraian, lke: LKE | None, letter: str) -> None:
    """One component: what is good first, then numbered weaknesses, and a recommendation for each of them."""
    if part.komponen is None or lke is None:
        document.add_heading(f"{letter}. Catatan lain", 2)
    else:
        value = marks.part_value(lke, part.komponen)
        document.add_heading(f"{letter}. {part.komponen.nama}", 2)
        paper.say(document, f"Bobot {words.weight(part.komponen.bobot)}, mendapat nilai {words.number(value)}.")
        if part.penilaian:
            _label(document, "Gambaran umum penilaian")
        for number, graded in enumerate(part.penilaian, start=1):
            paper.source(paper.item(document, f"{number}.", graded.teks), graded.sumber)
        _label(document, "Hal yang sudah baik")
        for number, strength in enumerate(part.baik[: lhe_facts.STRENGTHS], start=1):
            paper.source(paper.item(document, f"{number}.", strength.teks), strength.sumber)
        if not part.baik:
            paper.say(document, "Belum ada kriteria yang dapat dipastikan terpenuhi dari berkas; dilengkapi evaluator.")
        elif len(part.baik) > lhe_facts.STRENGTHS:
            paper.say(document, f"Dan {len(part.baik) - lhe_facts.STRENGTHS} kriteria lain (lihat LKE).")
    _label(document, "Catatan kekurangan")
    for number, weakness in enumerate(part.kurang, start=1):
        paper.source(paper.item(document, f"{number}.", weakness.teks), weakness.sumber)
    if not part.kurang:
        paper.say(document, "Tidak ada temuan pada hal yang dapat diperiksa dari berkas.")
    undecided, applying = part.terbuka
    if undecided:
        text = f"{undecided} dari {applying} kriteria menunggu telaah evaluator."
        paper.source(paper.say(document, text), "lembar LKE, kolom Pertanyaan")
    if part.kurang:
        _label(document, "Rekomendasi")
        for number, weakness in enumerate(part.kurang, start=1):
            paper.source(
                paper.item(document, f"{number}.", weakness.saran),
                f"{weakness.asal}; untuk catatan {number}",
            )


def _label(document: Document, text: str) -> None:
    paragraph = paper.bold(paper.say(document, text))
    paragraph.paragraph_format.space_before = Pt(6)
    paragraph.paragraph_format.keep_with_next = True


def achievements(document: Document, run: Run) -> None:
    """Performance as the unit's report states it."""
    rows = lhe_facts.achievements(run)
    if not rows:
        blank(document, "capaian kinerja utama, karena tabelnya pada laporan kinerja gagal dibaca")
        return
    lead = paper.say(
        document, "Capaian sebagaimana tertulis pada laporan kinerja; evaluator memverifikasi data dasarnya:"
    )
    paper.source(lead, ", ".join(dict.fromkeys(row[4] for row in rows)))
    sizes = (1.0, 7.4, 2.7, 2.7, 2.6)
    made = paper.table(document, ("No", "Indikator", "Target", "Realisasi", "Capaian"), sizes)
    for number, row in enumerate(rows[:ROWS], start=1):
        paper.right(paper.row(made, (str(number), *row[:4]), sizes)[2:])
    if len(rows) > ROWS:
        paper.say(document, f"Dan {len(rows) - ROWS} baris lain pada laporan kinerja.", 9)


def responded(document: Document, run: Run) -> None:
    """The unit's responses with the evaluator's decisions, as a list behind the report; nothing without any."""
    told = responses.every(run)
    if not told:
        return
    document.add_heading("LAMPIRAN  TANGGAPAN UNIT", 1).paragraph_format.page_break_before = True
    sizes = (1.0, 6.2, 5.2, 4.0)
    made = paper.table(document, ("No", "Catatan", "Tanggapan unit", "Keputusan evaluator"), sizes)
    for number, one in enumerate(told, start=1):
        cells = paper.row(made, (str(number), one.tentang, one.tanggapan or "–", one.keputusan or "–"), sizes)
        paper.source(cells[1].paragraphs[0], one.sumber)


def signatures(document: Document, given: Mapping[Penanda, Pengesahan]) -> None:
    """Room to sign for the evaluator, or side by side for those whose names the worksheet has, the leader right."""
    named = {signer: given[signer] for signer in reversed(PENANDA) if signer in given}
    place = "..............................., ........................ 20...."
    texts = [
        _signature(one.tanggal or "", words.PENANDA[signer].partition(" (")[0], one) for signer, one in named.items()
    ] or [_signature(place, "Evaluator", Pengesahan())]
    texts = texts if len(texts) > 1 else ["", *texts]
    sizes = [16.4 / len(texts)] * len(texts)
    made = document.add_table(rows=1, cols=len(texts))
    paper.whole(made.rows[0])
    for cell in paper.fill(made, 0, texts, sizes, 10):
        paper.centre(cell.paragraphs[0])


def _signature(dated: str, title: str, one: Pengesahan) -> str:
    name = one.nama or f"({'.' * 46})\nNIP {'.' * 40}"
    return f"\n{dated}\n{title},\n\n\n{one.tanda_tangan or ''}\n\n{name}"


def blank(document: Document, what: str) -> None:
    """Room for what no document of the submission can tell."""
    paper.say(document, f"(diisi evaluator: {what})", None, paper.GREY)
