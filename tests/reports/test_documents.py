"""How documents and units are spoken of in sentences."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from saksama.checker.run import Run
from saksama.reports import documents, words
from saksama.reports.propername import proper
from saksama.reports.terbilang import in_words


def named(run: Run) -> documents.Names:
    camat = replace(run.berkas[0], peran=("perjanjian_kinerja|2024|camat sukamaju",))
    measured = replace(run.berkas[5], peran=("pengukuran_kinerja|2024|1",))
    return documents.Names(replace(run, berkas=(camat, measured, *run.berkas[6:])))


def test_files_and_rules_are_not_named_in_a_sentence(run: Run) -> None:
    said = named(run).spoken("Target 5 pada PK (PK Camat.docx), 6 pada pkpk/PKPK TW I.xlsx (LKJ-021): “Tetap.”.")
    assert said == "Target 5 pada PK, 6 pada Pengukuran Kinerja (PKPK) triwulan I: “Tetap”."
    assert named(run).spoken("Misalnya “Jumlah ...” atau “Indeks ...”.") == "Misalnya “Jumlah ...” atau “Indeks ...”."
    assert named(run).spoken("Padahal PK-014 masih menemukan.") == "Padahal pemeriksaan ini masih menemukan."


def test_the_document_stands_before_what_does_not_say_it(run: Run) -> None:
    names = named(run)
    assert names.about("PK Camat.docx", "Dokumen tanpa tanggal") == (
        "Pada Perjanjian Kinerja Camat Sukamaju, dokumen tanpa tanggal"
    )
    assert names.about("PK Camat.docx", "Target pada PK kosong") == "Target pada PK kosong"
    assert names.about(None, "Dokumen tanpa tanggal") == "Dokumen tanpa tanggal"
    assert names.about("PK Camat.docx", "NIP salah") == "Pada Perjanjian Kinerja Camat Sukamaju, NIP salah"


def test_the_unit_in_capitals_is_written_small_but_not_in_a_quotation(run: Run) -> None:
    said = named(run).spoken("Tertulis “KECAMATAN SUKAMAJU”, seharusnya KECAMATAN SUKAMAJU")
    assert said == "Tertulis “KECAMATAN SUKAMAJU”, seharusnya Kecamatan Sukamaju"


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("DINAS PERHUBUNGAN DAN KOMUNIKASI", "Dinas Perhubungan dan Komunikasi"),
        ("RSUD KOTA SUKAMAJU", "RSUD Kota Sukamaju"),
        ("DINAS PUPR", "Dinas PUPR"),
        ("UPTD PSDA WS CIMANUK", "UPTD PSDA WS Cimanuk"),
        ("DINAS KB DAN P3A", "Dinas KB dan P3A"),
        ("KELURAHAN ILIR II", "Kelurahan Ilir II"),
        ("Dinas PU", "Dinas PU"),
        ("kepala seksi pemerintahan", "Kepala Seksi Pemerintahan"),
    ],
)
def test_names_in_capitals(printed: str, written: str) -> None:
    assert proper(printed) == written


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "nol"), (11, "sebelas"), (15, "lima belas"), (30, "tiga puluh"), (101, "seratus satu"), (1000, "seribu"),
     (2024, "dua ribu dua puluh empat"), (250_000, "dua ratus lima puluh ribu")],
)  # fmt: skip
def test_numbers_in_words(number: int, said: str) -> None:
    assert in_words(number) == said
    assert words.count(number) == f"{number} ({said})"
