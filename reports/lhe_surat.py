"""A draft of the evaluation report (LHE) in letter form: the same results on fewer pages.

Source of the form: Permenpan RB 88/2021 BAB V (short-form). Every sentence about the unit names its rule and place.
"""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document

from saksama.checker.run import Run
from saksama.reports import groups, letter, lhe_facts, lhe_isi, paper, words

_TO = "(diisi: instansi penerima laporan hasil evaluasi)"


def render(run: Run, template: bytes | None = None) -> bytes:
    """The draft letter (docx); template: an office document with the letterhead it is written on."""
    unit = letter.unit(run)
    about = "Laporan Hasil Evaluasi Akuntabilitas Kinerja"
    document = letter.begin_letter(run, "Draf surat LHE", template, "1 (satu) berkas LKE", about)
    paper.say(
        document,
        "Berdasarkan Peraturan Menteri PANRB Nomor 88 Tahun 2021 dan Surat Tugas Nomor ........................ "
        "tanggal ........................, kami telah mengevaluasi penerapan Sistem Akuntabilitas Kinerja Instansi "
        f"Pemerintah pada {unit}. Evaluasi menilai tingkat akuntabilitas kinerja dan memberi saran perbaikan atasnya. "
        "Hasilnya sebagai berikut.",
    )
    numbers = iter(range(1, 20))
    if run.lke is not None:
        _title(document, f"{next(numbers)}. Nilai")
        lhe_isi.score(document, run, run.lke)
    _title(document, f"{next(numbers)}. Tindak lanjut hasil evaluasi tahun sebelumnya")
    lhe_isi.follow_up(document, run)
    parts = lhe_facts.components(run)
    for part in parts:
        lhe_isi.component(document, part, run.lke, str(next(numbers)))
    _title(document, f"{next(numbers)}. Capaian kinerja")
    lhe_isi.achievements(document, run)
    _title(document, f"{next(numbers)}. Penutup")
    _close(document, run, unit, parts)
    paper.footer(document, f"DRAF surat LHE {words.shorten(groups.title(run), 70)}, belum dikoreksi evaluator")
    return paper.save(document)


def _title(document: Document, text: str) -> None:
    document.add_heading(text, 2)


def _close(document: Document, run: Run, unit: str, parts: Sequence[lhe_facts.Uraian]) -> None:
    lhe_isi.conclusion(document, run, parts)
    paper.say(
        document,
        f"{letter.head_of(unit)} diharapkan menindaklanjuti setiap rekomendasi di atas dan melaporkan tindak lanjutnya "
        "kepada kami. Atas perhatian dan kerja samanya, kami ucapkan terima kasih.",
    )
    letter.sign_off(document, "Inspektur,", [_TO])
