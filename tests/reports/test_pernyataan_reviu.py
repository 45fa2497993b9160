"""The statement that a report was reviewed: the prescribed text, and nothing claimed that the checklist denies."""

from __future__ import annotations

import io

from docx import Document
from msgspec.structs import replace

from saksama.checker.run import Run
from saksama.reports import pernyataan_reviu

GOVERNMENT = "Pemerintah Kabupaten Sukamaju"


def told(run: Run) -> tuple[list[str], list[str]]:
    """Paragraphs, and the cells of the tables: warning first, signature last."""
    document = Document(io.BytesIO(pernyataan_reviu.render(run)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [p.text for p in document.paragraphs if p.text.strip()], cells


def test_the_form_of_the_regulation(run: Run) -> None:
    settled = tuple(replace(butir, jawaban="ya", temuan=()) for butir in run.reviu)
    lines, cells = told(replace(run, unit=GOVERNMENT, reviu=settled))
    assert lines == [
        "(kop surat instansi)",
        "PERNYATAAN TELAH DIREVIU",
        "PEMERINTAH KABUPATEN SUKAMAJU",
        "TAHUN ANGGARAN 2024",
        "Kami telah mereviu Laporan Kinerja Pemerintah Kabupaten Sukamaju untuk tahun anggaran 2024 sesuai Pedoman "
        "Reviu atas Laporan Kinerja. Substansi informasi yang dimuat dalam Laporan Kinerja menjadi tanggung jawab "
        "manajemen Pemerintah Kabupaten Sukamaju.",
        "Reviu bertujuan untuk memberikan keyakinan terbatas laporan kinerja telah disajikan secara akurat, andal, "
        "dan valid.",
        "Berdasarkan reviu kami, tidak terdapat kondisi atau hal-hal yang menimbulkan perbedaan dalam meyakini "
        "keandalan informasi yang disajikan di dalam laporan kinerja ini.",
    ]
    assert cells[0] == "DRAF. Isi menurut formulir peraturan; ditandatangani inspektur setelah reviu selesai."
    assert "Inspektur Kabupaten Sukamaju," in cells[-1]
    assert "NIP" in cells[-1]


def test_what_is_not_corrected_is_told_and_the_conclusion_doubted(run: Run) -> None:
    lines, cells = told(replace(run, unit=GOVERNMENT))
    assert "1 pernyataan terjawab Tidak dan 21 Perlu telaah" in cells[0]
    assert lines[-3].startswith("Koreksi atas penyajian laporan kinerja yang belum selesai")
    assert lines[-2].endswith("hal 1 pada bagian substansi. Belum terpenuhi:")
    assert "Narasi menyebut 92,10 %" in lines[-1]
    assert "[LKJ-021; lkjip/LKjIP 2024.pdf, hal. 4; hal. 27, tabel 3 baris 2 kolom capaian]" in lines[-1]


def test_a_report_of_a_single_office_needs_none(run: Run) -> None:
    _, cells = told(run)
    assert "hanya atas laporan kinerja tingkat pemerintah daerah" in cells[0]
    assert "Kecamatan Sukamaju" in cells[0]
    assert "Inspektur ......" in cells[-1]
    assert "Check list reviu belum tersedia" in told(replace(run, reviu=()))[1][0]
