"""What both forms of the LHE say alike: scores, components, follow-up, achievements; every sentence with its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from docx.document import Document
from docx.shared import Pt

from saksama.checker.isian import PENANDA, Penanda, Pengesahan
from saksama.checker.run import LKE, Komponen, Run
from saksama.parsers.numbers import parse_number
from saksama.reports import documents, letter, lhe_facts, lhe_notes, marks, paper, responses, words
from saksama.reports.lhe_facts import Uraian
from saksama.reports.lhe_notes import Catatan

_LETTERS = "abcdefgh"
ROWS = 25
"""Rows of a table that is only quoted from the documents."""


def follow_up(document: Document, run: Run) -> None:
    """Last year's recommendations with what the unit reports of each and what this run still found."""
    rows = lhe_facts.follow_up(run)
    if not rows:
        paper.say(document, _no_follow_up(run))
        return
    reported = sum(bool(row.status and row.status.casefold().startswith("selesai")) for row in rows)
    still = sum(bool(row.temuan) for row in rows)
    lead = f"Dari {words.count(len(rows))} rekomendasi, {words.count(reported)} dilaporkan selesai oleh unit."
    if still:
        lead += f" Pada {words.count(still)} rekomendasi masih ditemukan hal yang perlu diselesaikan."
    files = (file.berkas for file in run.berkas if file.jenis in ("hasil_evaluasi", "tindak_lanjut"))
    paper.source(paper.say(document, lead), ", ".join(files))
    sizes = (0.9, 4.9, 4.4, 1.9, 4.3)
    titles = ("No", "Rekomendasi", "Tindak lanjut menurut unit", "Status", "Yang masih ditemukan")
    made = paper.table(document, titles, sizes)
    names = documents.Names(run)
    for number, row in enumerate(rows[:ROWS], start=1):
        found = "\n".join(names.spoken(text.partition(": ")[2]) for text in row.temuan) or "–"
        paper.row(made, (str(number), row.rekomendasi, row.entri or "belum ada", row.status or "–", found), sizes)
    if len(rows) > ROWS:
        paper.say(document, f"Dan {len(rows) - ROWS} rekomendasi lain (lihat kertas kerja tindak lanjut pada LKE).", 9)


def _no_follow_up(run: Run) -> str:
    if any(file.jenis == "tindak_lanjut" for file in run.berkas):
        return "Dokumen tindak lanjut hasil evaluasi tahun sebelumnya diserahkan, tetapi rekomendasinya tidak terbaca."
    return (
        "Laporan hasil evaluasi tahun sebelumnya dan tindak lanjutnya tidak diserahkan, sehingga tindak lanjut belum "
        "dapat dinilai dari berkas."
    )


def score(document: Document, run: Run, lke: LKE) -> None:
    """The total with its predicate, the component table with last year's values, and how far it rests on the files."""
    past = lhe_facts.last_year(run)
    value = marks.total(lke)
    sizes = (1.0, 7.0, 2.1, 2.2, 2.1, 2.4)
    paper.say(document, f"{_score_sentence(lke)} Rinciannya sebagai berikut.")
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
        f"Kriteria yang dapat diputuskan dari berkas: {words.percent(lke.cakupan)}. Bila yang belum diputuskan "
        f"dianggap tidak terpenuhi, nilainya {words.number(lke.lantai)}; bila dianggap terpenuhi, "
        f"{words.number(lke.plafon)}."
    )
    paragraph = paper.say(document, note)
    paragraph.paragraph_format.space_before = Pt(6)
    paper.source(paragraph, f"lembar Ringkasan pada LKE; {lke.judul}")


def _score_sentence(lke: LKE, name: str = "") -> str:
    """The total and its predicate; name: whose, where the sentence must say so. Nothing decided is no value."""
    of = f" {name}" if name else ""
    if not lke.cakupan and not marks.answered(lke):
        return f"Nilai{of} belum dapat diusulkan, karena belum satu pun kriteria dapat diputuskan dari berkas."
    value = marks.total(lke)
    kind = (
        f"Nilai{of} menurut jawaban evaluator dan, yang belum dijawab, usulan"
        if marks.answered(lke)
        else f"Nilai sementara{of}"
    )
    text = f"{kind} sebesar {words.number(value)}"
    if marks.caution(lke):
        return f"{text}. Predikatnya belum disimpulkan, karena sebagian besar kriteria belum diputuskan."
    reached = marks.predicate(lke, value)
    return f"{text} dengan predikat {reached.kode} ({reached.sebutan})." if reached else f"{text}."


def conclusion(document: Document, run: Run, parts: Sequence[Uraian]) -> None:
    """What it comes to: the value, where the unit stands best and worst, last year, and how much is to be repaired."""
    lke = run.lke
    if lke is not None:
        text = _score_sentence(lke, letter.unit(run))
        paper.source(paper.say(document, f"{text}{_beside(run, lke)}"), "lembar Ringkasan pada LKE")
    number = sum(len(part.kurang) for part in parts)
    text = f"Terdapat {words.count(number)} catatan kekurangan, masing-masing dengan rekomendasinya." if number else (
        "Tidak terdapat catatan kekurangan pada hal yang dapat diperiksa dari berkas."
    )  # fmt: skip
    paper.say(document, text)
    rest = lhe_notes.left_out(run)
    if rest is not None:
        paper.source(paper.say(document, rest.teks), rest.sumber)


def _beside(run: Run, lke: LKE) -> str:
    """Best and worst component by share of the weight, and the distance from last year, where these can be said."""
    if marks.caution(lke) or not (lke.cakupan or marks.answered(lke)):
        return ""
    value = marks.total(lke)
    text = ""
    judged = (part for part in lke.komponen if part.bobot and _graded(part))
    shares = {part.nama: marks.part_value(lke, part) / part.bobot for part in judged}
    best, worst = (pick(shares, key=lambda name: shares[name], default="") for pick in (max, min))
    if best != worst and shares[best] != shares[worst]:
        text += (
            f" Dibandingkan dengan bobotnya, {best} paling tinggi ({words.number(shares[best] * 100)} %) dan "
            f"{worst} paling rendah ({words.number(shares[worst] * 100)} %)."
        )
    past = lhe_facts.last_year(run)
    printed = parse_number(past.nilai)
    before = printed.nilai if printed is not None and printed.lain is None else None
    if before is not None and before != value:
        way = "lebih tinggi" if value > before else "lebih rendah"
        text += f" Nilai itu {way} {words.number(abs(value - before))} dari {past.judul} ({past.nilai})."
    return text


def _share(value: Decimal, weight: Decimal) -> str:
    return words.number(value / weight * 100) if weight else ""


def component(document: Document, part: Uraian, lke: LKE | None, place: str) -> None:
    """One component: what is good first, then numbered weaknesses, and a recommendation for each of them."""
    if part.komponen is None or lke is None:
        document.add_heading(f"{place}. Catatan lain", 2)
    else:
        value, floor = marks.part_value(lke, part.komponen), _floor(part)
        document.add_heading(f"{place}. {part.komponen.nama}", 2)
        paper.say(document, f"Bobot {words.weight(part.komponen.bobot)}, mendapat nilai {words.number(value)}.{floor}")
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
        _note(document, f"{number}.", weakness)
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


def _note(document: Document, label: str, weakness: Catatan) -> None:
    """One weakness with its source; its findings one by one below it."""
    text = f"{weakness.teks.rstrip('.')}, {weakness.penghubung}:" if weakness.rincian else weakness.teks
    opening = paper.item(document, label, text)
    paper.source(opening, weakness.sumber)
    opening.paragraph_format.keep_with_next = bool(weakness.rincian)
    for mark, detail in zip(_LETTERS, weakness.rincian, strict=False):
        paragraph = paper.item(document, f"{mark})", detail.teks, 1)
        if detail.sumber:
            paper.source(paragraph, detail.sumber)


def _floor(part: Uraian) -> str:
    """What a value rests on where nothing of the component is decided."""
    if part.komponen is None or _graded(part.komponen):
        return ""
    return " Belum ada yang diputuskan pada komponen ini, sehingga nilainya hanya batas bawah."


def _graded(komponen: Komponen) -> bool:
    """Whether any sub-component has a grade, proposed or answered."""
    return any(sub.jawaban or sub.akhir or sub.gradasi for sub in komponen.subkomponen)


def _label(document: Document, text: str) -> None:
    paragraph = paper.bold(paper.say(document, text))
    paragraph.paragraph_format.space_before = Pt(6)
    paragraph.paragraph_format.keep_with_next = True


def achievements(document: Document, run: Run) -> None:
    """Performance as the unit's report states it."""
    rows = lhe_facts.achievements(run)
    if not rows:
        given = any(file.jenis == "laporan_kinerja" for file in run.berkas)
        why = "karena tabelnya pada laporan kinerja gagal dibaca" if given else "karena tanpa laporan kinerja"
        blank(document, f"capaian kinerja utama, {why}")
        return
    lead = paper.say(
        document, "Capaian sebagaimana tertulis pada laporan kinerja; evaluator memverifikasi data dasarnya."
    )
    paper.source(lead, ", ".join(dict.fromkeys(row.berkas for row in rows)))
    sizes = (1.0, 7.4, 2.7, 2.7, 2.6)
    made = paper.table(document, ("No", "Indikator", "Target", "Realisasi", "Capaian"), sizes)
    for number, row in enumerate(rows[:ROWS], start=1):
        cells = (str(number), row.indikator, row.target or "–", row.realisasi or "–", row.capaian or "–")
        paper.right(paper.row(made, cells, sizes)[2:])
    if len(rows) > ROWS:
        paper.say(document, f"Dan {len(rows) - ROWS} indikator lain pada laporan kinerja.", 9)


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
    document.paragraphs[-1].paragraph_format.keep_with_next = True
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
