"""A draft of the evaluation report (LHE), chapter form, for the evaluator to correct: nothing in it is final.

Source of the outline: Permenpan RB 88/2021 BAB V. Every sentence about the unit names its rule and place.
"""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document

from saksama.checker.run import Run
from saksama.reports import groups, letter, lhe_facts, lhe_isi, paper, words

LAWS = (
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;",
    "Peraturan Menteri PANRB Nomor 53 Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan "
    "Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah;",
    "Peraturan Menteri PANRB Nomor 88 Tahun 2021 tentang Evaluasi Akuntabilitas Kinerja Instansi Pemerintah;",
)


def render(run: Run, template: bytes | None = None) -> bytes:
    """The draft (docx); template: an office document with the letterhead it is written on."""
    document = letter.begin(run, "Draf LHE", template)
    _head(document, run)
    _introduction(document, run)
    parts = lhe_facts.components(run)
    _results(document, run, parts)
    _closing(document, run, parts)
    lhe_isi.responded(document, run)
    paper.footer(document, f"DRAF LHE {words.shorten(groups.title(run), 70)}, belum dikoreksi evaluator")
    return paper.save(document)


def _head(document: Document, run: Run) -> None:
    for line, size in (("LAPORAN HASIL EVALUASI", 14), ("AKUNTABILITAS KINERJA INSTANSI PEMERINTAH", 12)):
        paper.bold(paper.centre(paper.say(document, line, size)))
    unit = (run.unit or "(nama unit belum diketahui)").upper()
    paper.bold(paper.centre(paper.say(document, f"{unit} TAHUN {run.tahun or '........'}", 12)))
    paper.centre(
        paper.say(document, "Nomor: ..............................     Tanggal: ..............................", 10)
    )


def _introduction(document: Document, run: Run) -> None:
    unit = letter.unit(run)
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
    lhe_isi.blank(document, "tugas, fungsi, struktur organisasi dan sumber daya unit")
    document.add_heading("G. Gambaran Umum Implementasi SAKIP", 2)
    counts = groups.counts(run)
    found = ", ".join(f"{count} {words.KEPARAHAN[key].lower()}" for key, count in counts.items() if count)
    total = sum(counts.values())
    rest = f"; {words.count(total)} temuan perlu diperbaiki ({found})" if total else "; tidak ada temuan"
    passed = words.count(run.ringkasan.get("lulus", 0))
    text = f"Pada {words.count(len(run.berkas))} berkas yang ditelaah, {passed} aturan terpenuhi{rest}."
    verdict = paper.say(document, text)
    paper.source(verdict, "lembar Temuan pada LKE")
    document.add_heading("H. Tindak Lanjut Hasil Evaluasi Tahun Sebelumnya", 2)
    lhe_isi.follow_up(document, run)


def _scope(document: Document, run: Run) -> None:
    known: dict[str, list[str]] = {}
    for file in run.berkas:
        if not file.galat:
            kind = words.kind(file.jenis) if file.jenis else "Dokumen yang belum dikenali jenisnya"
            known.setdefault(kind, []).append(file.berkas)
    year = f" tahun {run.tahun}" if run.tahun else ""
    paper.say(document, f"Evaluasi mencakup dokumen kinerja{year} yang diserahkan, yaitu:")
    for number, (kind, files) in enumerate(known.items(), start=1):
        shown = ", ".join(files[:4]) + (f" dan {len(files) - 4} berkas lain" if len(files) > 4 else "")
        name = kind if kind.startswith("Dokumen") else f"Dokumen {kind}"
        paper.source(paper.item(document, f"{number}.", f"{name}: {words.count(len(files))} berkas"), shown)
    broken = [file.berkas for file in run.berkas if file.galat]
    if broken:
        text = f"{words.count(len(broken))} berkas tidak dapat dibaca sehingga tidak ikut dinilai."
        paper.source(paper.say(document, text), ", ".join(broken[:6]))


def _results(document: Document, run: Run, parts: Sequence[lhe_facts.Uraian]) -> None:
    document.add_heading("BAB II  HASIL EVALUASI", 1)
    letters = iter("ABCDEFGHIJKLMNOP")
    if run.lke is not None:
        document.add_heading(f"{next(letters)}. Nilai", 2)
        lhe_isi.score(document, run, run.lke)
    for part in parts:
        lhe_isi.component(document, part, run.lke, next(letters))
    document.add_heading(f"{next(letters)}. Evaluasi atas Capaian Kinerja", 2)
    lhe_isi.achievements(document, run)


def _closing(document: Document, run: Run, parts: Sequence[lhe_facts.Uraian]) -> None:
    unit = letter.unit(run)
    document.add_heading("BAB III  PENUTUP", 1)
    document.add_heading("A. Simpulan", 2)
    lhe_isi.conclusion(document, run, parts)
    document.add_heading("B. Dorongan Perbaikan", 2)
    paper.say(
        document,
        f"{letter.head_of(unit)} beserta jajarannya diharapkan menindaklanjuti rekomendasi di atas dan melaporkan "
        "tindak lanjutnya, agar penerapan SAKIP makin berdampak pada pencapaian hasil.",
    )
    lhe_isi.signatures(document, run.isian.pengesahan)
