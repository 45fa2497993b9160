"""Chapter files that only their neighbours explain."""

from __future__ import annotations

from pathlib import Path

from docx import Document

from saksama.parsers.berkas import Berkas, read_berkas
from saksama.parsers.chapters import with_chapters

REPORT = (
    ("BAB III AKUNTABILITAS KINERJA", "A. Capaian Kinerja Organisasi", "Laporan kinerja instansi pemerintah ini ..."),
    ("BAB IV PENUTUP", "A. Kesimpulan", "Tiga indikator mencapai target."),
)


def _read(folder: Path, name: str, lines: tuple[str, ...]) -> Berkas:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    path = folder / name.replace("/", "-")
    document.save(str(path))
    return read_berkas(path, name)


def test_a_chapter_beside_chapters_of_a_report_is_part_of_it(tmp_path: Path) -> None:
    sure, unsure = (_read(tmp_path, f"LKjIP/{n}.docx", lines) for n, lines in enumerate(REPORT))
    assert (sure.jenis, unsure.jenis) == ("laporan_kinerja", "lain")
    known = with_chapters((sure, unsure))
    assert [file.jenis for file in known] == ["laporan_kinerja", "laporan_kinerja"]
    assert known[1].records[0].isi.bagian.bab_4
    assert known[1].keyakinan == "sedang"


def test_a_chapter_in_another_folder_stays_what_it_was(tmp_path: Path) -> None:
    sure, unsure = _read(tmp_path, "LKjIP/3.docx", REPORT[0]), _read(tmp_path, "lain/4.docx", REPORT[1])
    assert with_chapters((sure, unsure))[1].jenis == "lain"


def test_a_file_that_opens_with_no_chapter_stays_what_it_was(tmp_path: Path) -> None:
    sure, unsure = _read(tmp_path, "a/3.docx", REPORT[0]), _read(tmp_path, "a/4.docx", ("Catatan harian", "Cerah"))
    assert with_chapters((sure, unsure))[1].jenis == "lain"
