"""A draft of the evaluation report (LHE), chapter form, for the evaluator to correct: nothing in it is final.

Source of the outline: Permenpan RB 88/2021 BAB V. Every sentence about the unit names its rule and place.
"""

from __future__ import annotations

from decimal import Decimal

from docx.document import Document
from docx.shared import Pt

from saksama.checker.run import LKE, Run
from saksama.reports import groups, lhe_facts, marks, paper, words
from saksama.reports.imperatives import recommendation
from saksama.reports.lhe_facts import Uraian

ROWS = 25
"""Rows of a table that is only quoted from the documents."""
LAWS = (
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;",
    "Peraturan Menteri PANRB Nomor 53 Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan "
    "Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah;",
    "Peraturan Menteri PANRB Nomor 88 Tahun 2021 tentang Evaluasi Akuntabilitas Kinerja Instansi Pemerintah;",
)


def render(run: Run) -> bytes:
    """The draft (docx)."""
    document = paper.new(f"{run.alat.nama} {run.alat.versi}", f"Draf LHE {groups.title(run)}")
    _head(document, run)
    _introduction(document, run)
    _results(document, run)
    _closing(document, run)
    paper.footer(document, f"DRAF LHE {words.shorten(groups.title(run), 70)}, belum dikoreksi evaluator")
    return paper.save(document)


def _head(document: Document, run: Run) -> None:
    box = document.add_table(rows=1, cols=1)
    box.style = "Table Grid"
    cell = box.rows[0].cells[0]
    paper.shade(cell, "FDECEC")
    text = (
        "DRAF. Disusun dari berkas yang diserahkan dan harus dikoreksi evaluator sebelum diterbitkan. Keterangan kecil "
        "dalam kurung siku menunjukkan aturan dan tempat tiap kalimat; hapus setelah diperiksa."
    )
    run_ = cell.paragraphs[0].add_run(text)
    run_.font.size, run_.font.color.rgb = Pt(9), paper.RED
    letterhead = paper.centre(paper.say(document, "(kop surat instansi evaluator)", 10, paper.GREY))
    letterhead.paragraph_format.space_before = Pt(14)
    letterhead.paragraph_format.space_after = Pt(14)
    for line, size in (("LAPORAN HASIL EVALUASI", 14), ("AKUNTABILITAS KINERJA INSTANSI PEMERINTAH", 12)):
        paper.bold(paper.centre(paper.say(document, line, size)))
    unit = (run.unit or "(nama unit belum diketahui)").upper()
    paper.bold(paper.centre(paper.say(document, f"{unit} TAHUN {run.tahun or '........'}", 12)))
    paper.centre(
        paper.say(document, "Nomor: ..............................     Tanggal: ..............................", 10)
    )


def _introduction(document: Document, run: Run) -> None:
    unit = run.unit or "unit yang dievaluasi"
    document.add_heading("BAB I  PENDAHULUAN", 1)
    document.add_heading("A. Dasar Hukum", 2)
    for number, law in enumerate(LAWS, start=1):
        paper.item(document, f"{number}.", law)
    paper.item(
        document, f"{len(LAWS) + 1}.", "Surat Tugas Nomor ........................ tanggal ........................"
    )
    document.add_heading("B. Latar Belakang", 2)
    paper.say(
        document,
        f"Evaluasi akuntabilitas kinerja dilaksanakan untuk menilai sejauh mana {unit} menerapkan Sistem Akuntabilitas "
        "Kinerja Instansi Pemerintah (SAKIP), serta mendorong perbaikan kinerja yang berkelanjutan.",
    )
    document.add_heading("C. Tujuan", 2)
    for number, goal in enumerate(
        (
            "Memperoleh informasi tentang penerapan SAKIP.",
            "Menilai tingkat akuntabilitas kinerja.",
            "Memberikan rekomendasi perbaikan dan memantau tindak lanjutnya.",
        ),
        start=1,
    ):
        paper.item(document, f"{number}.", goal)
    document.add_heading("D. Ruang Lingkup", 2)
    _scope(document, run)
    document.add_heading("E. Metodologi", 2)
    total, undecided = (
        sum(run.ringkasan.values()),
        sum(run.ringkasan.get(key, 0) for key in ("tidak_ada", "telaah_manual")),
    )
    method = paper.say(
        document,
        f"Berkas ditelaah terhadap {total} aturan buku aturan {run.buku_aturan.id} versi {run.buku_aturan.versi} "
        f"(profil {run.profil}). {undecided} aturan belum dapat diputuskan dari berkas dan memerlukan wawancara, "
        "observasi atau bukti tambahan.",
    )
    paper.source(method, f"{run.alat.nama} {run.alat.versi}; lembar Aturan pada LKE")
    document.add_heading("F. Gambaran Umum Unit Kerja", 2)
    _blank(document, "tugas, fungsi, struktur organisasi dan sumber daya unit")
    document.add_heading("G. Gambaran Umum Implementasi SAKIP", 2)
    found = ", ".join(f"{count} {words.KEPARAHAN[key].lower()}" for key, count in groups.counts(run).items() if count)
    passed = run.ringkasan.get("lulus", 0)
    text = (
        f"Penelaahan {len(run.berkas)} berkas menunjukkan {passed} aturan terpenuhi dan temuan: {found or 'tidak ada'}."
    )
    verdict = paper.say(document, text)
    paper.source(verdict, "lembar Temuan pada LKE")
    document.add_heading("H. Tindak Lanjut Hasil Evaluasi Tahun Sebelumnya", 2)
    _follow_up(document, run)


def _scope(document: Document, run: Run) -> None:
    known: dict[str, list[str]] = {}
    for file in run.berkas:
        if not file.galat:
            known.setdefault(words.kind(file.jenis), []).append(file.berkas)
    year = f" tahun {run.tahun}" if run.tahun else ""
    paper.say(document, f"Evaluasi mencakup dokumen kinerja{year} yang diserahkan, yaitu:")
    for number, (kind, files) in enumerate(known.items(), start=1):
        shown = ", ".join(files[:4]) + (f" dan {len(files) - 4} berkas lain" if len(files) > 4 else "")
        paper.source(paper.item(document, f"{number}.", f"{kind}: {len(files)} berkas"), shown)
    broken = [file.berkas for file in run.berkas if file.galat]
    if broken:
        text = f"{len(broken)} berkas tidak dapat dibaca sehingga tidak ikut dinilai."
        paper.source(paper.say(document, text), ", ".join(broken[:6]))


def _follow_up(document: Document, run: Run) -> None:
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


def _results(document: Document, run: Run) -> None:
    document.add_heading("BAB II  HASIL EVALUASI", 1)
    letters = iter("ABCDEFGHIJKLMNOP")
    if run.lke is not None:
        document.add_heading(f"{next(letters)}. Nilai", 2)
        _score(document, run.lke)
    for part in lhe_facts.components(run):
        _part(document, part, run.lke, next(letters))
    document.add_heading(f"{next(letters)}. Evaluasi atas Capaian Kinerja", 2)
    _achievements(document, run)


def _score(document: Document, lke: LKE) -> None:
    value = marks.total(lke)
    reached = marks.predicate(lke, value)
    kind = "menurut gradasi evaluator dan, bila belum diisi, usulan" if marks.answered(lke) else "sementara (usulan)"
    predicate = f", predikat {reached.kode} ({reached.sebutan})" if reached else ""
    sizes = (1.0, 8.4, 2.2, 2.4, 2.4)
    paper.say(document, f"Nilai {kind} sebesar {words.number(value)}{predicate}, dengan rincian:")
    made = paper.table(document, ("No", "Komponen", "Bobot", "Nilai", "% bobot"), sizes)
    for number, komponen in enumerate(lke.komponen, start=1):
        amount = marks.part_value(lke, komponen)
        cells = (
            str(number),
            komponen.nama,
            words.number(komponen.bobot),
            words.number(amount),
            _share(amount, komponen.bobot),
        )
        paper.right(paper.row(made, cells, sizes)[2:])
    weight = sum((komponen.bobot for komponen in lke.komponen), Decimal(0))
    last = paper.row(made, ("", "Jumlah", words.number(weight), words.number(value), _share(value, weight)), sizes)
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


def _part(document: Document, part: Uraian, lke: LKE | None, letter: str) -> None:
    if part.komponen is None or lke is None:
        document.add_heading(f"{letter}. Catatan lain", 2)
    else:
        value = marks.part_value(lke, part.komponen)
        document.add_heading(f"{letter}. {part.komponen.nama}", 2)
        paper.say(document, f"Bobot {words.weight(part.komponen.bobot)}, mendapat nilai {words.number(value)}.")
        _label(document, "Hal yang sudah baik")
        for number, strength in enumerate(part.baik[: lhe_facts.STRENGTHS], start=1):
            paper.source(paper.item(document, f"{number}.", strength.teks), strength.sumber)
        if not part.baik:
            paper.say(document, "Belum ada kriteria yang dapat dipastikan terpenuhi dari berkas; dilengkapi evaluator.")
        elif len(part.baik) > lhe_facts.STRENGTHS:
            paper.say(document, f"Dan {len(part.baik) - lhe_facts.STRENGTHS} kriteria lain (lihat LKE).")
    _label(document, "Catatan kekurangan")
    for number, weakness in enumerate(part.kurang, start=1):
        told = lhe_facts.sentence(weakness)
        paper.source(paper.item(document, f"{number}.", told.teks), told.sumber)
    if not part.kurang:
        paper.say(document, "Tidak ada temuan pada hal yang dapat diperiksa dari berkas.")
    undecided, applying = part.terbuka
    if undecided:
        text = f"{undecided} dari {applying} kriteria belum dapat diputuskan dari berkas dan perlu ditelaah evaluator."
        paper.source(paper.say(document, text), "lembar LKE, kolom Pertanyaan")
    if part.kurang:
        _label(document, "Rekomendasi")
        for number, weakness in enumerate(part.kurang, start=1):
            text = words.sentence(recommendation(groups.advice(weakness.aturan, weakness.temuan)))
            paper.source(paper.item(document, f"{number}.", text), f"{weakness.aturan.id}; untuk catatan {number}")


def _label(document: Document, text: str) -> None:
    paragraph = paper.bold(paper.say(document, text))
    paragraph.paragraph_format.space_before = Pt(6)
    paragraph.paragraph_format.keep_with_next = True


def _achievements(document: Document, run: Run) -> None:
    rows = lhe_facts.achievements(run)
    if not rows:
        _blank(document, "capaian kinerja utama; tabel capaian pada laporan kinerja belum dapat dibaca")
        return
    lead = paper.say(
        document, "Capaian sebagaimana tertulis pada laporan kinerja, belum diverifikasi terhadap data dasarnya:"
    )
    paper.source(lead, ", ".join(dict.fromkeys(row[4] for row in rows)))
    sizes = (1.0, 7.4, 2.7, 2.7, 2.6)
    made = paper.table(document, ("No", "Indikator", "Target", "Realisasi", "Capaian"), sizes)
    for number, row in enumerate(rows[:ROWS], start=1):
        paper.right(paper.row(made, (str(number), *row[:4]), sizes)[2:])
    if len(rows) > ROWS:
        paper.say(document, f"Dan {len(rows) - ROWS} baris lain pada laporan kinerja.", 9)


def _closing(document: Document, run: Run) -> None:
    unit = run.unit or "Unit"
    document.add_heading("BAB III  PENUTUP", 1)
    document.add_heading("A. Simpulan", 2)
    lke = run.lke
    if lke is not None:
        value = marks.total(lke)
        reached = marks.predicate(lke, value)
        predicate = f" dengan predikat {reached.kode} ({reached.sebutan})" if reached else ""
        paper.say(document, f"{unit} memperoleh nilai sementara {words.number(value)}{predicate}.")
    number = len(lhe_facts.weaknesses(run))
    text = f"Terdapat {number} catatan kekurangan, masing-masing dengan rekomendasinya." if number else (
        "Tidak terdapat catatan kekurangan pada hal yang dapat diperiksa dari berkas."
    )  # fmt: skip
    paper.say(document, text)
    document.add_heading("B. Dorongan Perbaikan", 2)
    paper.say(
        document,
        f"Pimpinan {unit} beserta jajarannya diharapkan menindaklanjuti rekomendasi di atas dan melaporkan "
        "tindak lanjutnya, agar penerapan SAKIP makin berdampak pada pencapaian hasil.",
    )
    made = document.add_table(rows=1, cols=2)
    paper.whole(made.rows[0])
    blank = "\n\n\n\n\n(..............................................)\nNIP ........................................"
    cells = paper.fill(
        made,
        0,
        ("", f"\n..............................., ........................ 20....\nEvaluator,{blank}"),
        (8, 8.4),
        10,
    )
    paper.centre(cells[1].paragraphs[0])


def _blank(document: Document, what: str) -> None:
    """Room for what no document of the submission can tell."""
    paper.say(document, f"(diisi evaluator: {what})", None, paper.GREY)
