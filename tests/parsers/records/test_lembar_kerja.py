"""Worksheets (LKE, KKE) in layouts of their own: levels in columns, totals, weights in the text, years side by side."""

from typing import Any

import pytest

from saksama.parsers.model import Cell, Document, Location, Paragraph, Table
from saksama.parsers.records.lembar_kerja_evaluasi import extract

Grid = list[list[str]]


def read(rows: Grid, title: str = "LEMBAR KERJA EVALUASI TAHUN 2024", letters: str = "") -> Any:
    """The worksheet in a table; "^" continues the cell above, letters are the columns of a sheet."""
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text == "^":
                continue
            span = 1
            while r + span < len(rows) and rows[r + span][c] == "^":
                span += 1
            sheet = {"lembar": "LKE", "kolom": letters[c]} if letters else {}
            cells.append(Cell(text, r, c, Location("x.xlsx", tabel=1, baris=r + 1, **sheet), rowspan=span))
    table = Table(tuple(cells), len(rows), len(rows[0]), Location("x.xlsx"))
    document = Document("x.xlsx", "0" * 64, "xlsx", (Paragraph(title, Location("x.xlsx")), table))
    (record,) = extract(document)
    return record.isi


def test_levels_in_columns_of_their_own() -> None:
    isi = read(
        [
            ["Komponen", "Sub Komponen", "Kriteria", "Bobot", "Jawaban", "Skor", "Catatan"],
            ["Perencanaan Kinerja", "Dokumen tersedia", "Terdapat Renstra", "6", "B", "4,2", "Lengkap"],
            ["^", "^", "Terdapat PK", "^", "^", "^", "^"],
            ["^", "Dokumen berkualitas", "Telah diformalkan", "9", "CC", "5,4", "Sebagian"],
            ["Total", "", "", "100", "", "9,6", ""],
        ]
    )
    assert [row.kode for row in isi.baris] == ["1", "1.a", "1.a.1", "1.a.2", "1.b", "1.b.1", None]
    assert (isi.baris[1].bobot, isi.baris[1].jawaban, isi.baris[2].jawaban) == ("6", "B", None)
    assert isi.nilai == "9,6"


def test_answers_per_criterion_stay_with_the_criteria() -> None:
    isi = read(
        [
            ["Komponen", "Sub Komponen", "Kriteria", "Bobot", "Jawaban"],
            ["Perencanaan Kinerja", "Dokumen tersedia", "Terdapat Renstra", "6", "Y"],
            ["^", "^", "Terdapat PK", "^", "T"],
        ]
    )
    assert [row.jawaban for row in isi.baris] == [None, None, "Y", "T"]


def test_total_and_grade_have_no_code() -> None:
    isi = read(
        [
            ["No", "Komponen/Sub Komponen", "Bobot", "Jawaban", "Nilai"],
            ["1", "Perencanaan Kinerja", "30", "", "19,50"],
            ["1.a", "Dokumen tersedia", "6", "B", "4,20"],
            ["", "Nilai Akuntabilitas Kinerja", "100", "", "64,85"],
            ["", "Predikat", "", "", "B (Baik)"],
            ["", "Catatan: nilai sementara", "", "x", ""],
        ]
    )
    assert [row.kode for row in isi.baris] == ["1", "1.a", None, None]
    assert (isi.nilai, isi.predikat) == ("64,85", "B")
    assert isi.baris[3].jawaban == "B (Baik)"


def test_a_section_between_component_and_sub_component() -> None:
    isi = read(
        [
            ["No", "Komponen/Sub Komponen", "Y/T", "Nilai"],
            ["A", "PERENCANAAN KINERJA (30%)", "", "21"],
            ["I", "RENCANA STRATEGIS (10%)", "", "7"],
            ["a", "PEMENUHAN RENSTRA (2%)", "", "1,4"],
            ["1", "Renstra telah disusun", "Y", "1"],
            ["II", "PERENCANAAN TAHUNAN (20%)", "", "14"],
            ["B", "PENGUKURAN KINERJA (25%)", "", "17"],
        ]
    )
    assert [row.kode for row in isi.baris] == ["A", "A.i", "A.i.a", "A.i.a.1", "A.ii", "B"]
    assert [row.bobot for row in isi.baris[:3]] == ["30%", "10%", "2%"]


def test_of_two_years_the_later_counts() -> None:
    rows = [
        ["No", "Komponen", "Bobot", "Nilai Tahun Sebelumnya", "Nilai 2024"],
        ["1", "Perencanaan Kinerja", "30,00", "18,00", "19,00"],
    ]
    assert read(rows).baris[0].nilai == "19,00"


def test_a_scale_beside_the_table_is_no_answer() -> None:
    rows = [
        ["No", "Komponen", "Bobot", "Nilai", "Gradasi", "Nilai"],
        ["1", "Perencanaan Kinerja", "30", "19", "AA", "100"],
        ["", "Predikat", "", "B", "A", "90"],
    ]
    isi = read(rows, letters="ABCDHI")
    assert (isi.baris[0].nilai, isi.baris[0].jawaban, isi.predikat) == ("19", None, "B")


def test_a_list_of_criteria_without_answers_and_numbers_before_the_texts() -> None:
    isi = read(
        [
            ["KOMPONEN", "SUB - KOMPONEN", "KRITERIA"],
            ["1. Perencanaan Kinerja", "1. Dokumen tersedia", "1. Terdapat pedoman."],
            ["", "", "2. Terdapat Renstra."],
        ]
    )
    assert [(row.kode, row.uraian) for row in isi.baris] == [
        ("1", "Perencanaan Kinerja"),
        ("1.a", "Dokumen tersedia"),
        ("1.a.1", "Terdapat pedoman."),
        ("1.a.2", "Terdapat Renstra."),
    ]


def test_a_remark_in_one_of_several_rows_is_about_that_criterion() -> None:
    isi = read(
        [
            ["KOMPONEN", "SUB KOMPONEN", "KRITERIA", "Y/T", "KETERANGAN"],
            ["Perencanaan Kinerja", "Dokumen tersedia", "Terdapat pedoman", "Y", "SOP"],
            ["^", "^", "Terdapat Renstra", "T", ""],
        ]
    )
    assert [row.catatan for row in isi.baris] == [None, None, "SOP", None]


def test_answers_below_a_scale_of_grades() -> None:
    isi = read([["No", "Komponen", "Bobot", "AA/A/BB/B/CC/C/D/E"], ["1", "Perencanaan Kinerja", "30", "BB"]])
    assert isi.baris[0].jawaban == "BB"


def test_without_the_evaluators_own_note_the_first_one_counts() -> None:
    rows = [
        ["No", "Komponen", "Bobot", "Jawaban", "Catatan Evaluator", "Catatan"],
        ["1", "Perencanaan Kinerja", "30", "", "", ""],
        ["1.a", "Dokumen tersedia", "6", "BB", "", "Lengkap"],
        ["1.b", "Dokumen berkualitas", "9", "B", "Satu belum", "Lengkap"],
    ]
    assert [row.catatan for row in read(rows).baris] == [None, "Lengkap", "Satu belum"]


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        (["1", "1.1", "1.1.1", "2"], ["1", "1.1", "1.1.1", "2"]),
        (["A", "A.1", "A.1.1", "B"], ["A", "A.1", "A.1.1", "B"]),
        (["1.", "1a", "1)", "2."], ["1", "1.a", "1.a.1", "2"]),
        (["I", "1", "a.", "II"], ["I", "I.1", "I.1.a", "II"]),
        (["I", "A", "1", "II"], ["I", "I.a", "I.a.1", "II"]),
    ],
)
def test_numbering_of_every_kind(printed: list[str], codes: list[str]) -> None:
    names = ["Perencanaan Kinerja", "Dokumen tersedia", "Terdapat Renstra", "Pengukuran Kinerja"]
    rows = [[code, name, "6,00", "B"] for code, name in zip(printed, names, strict=True)]
    isi = read([["No", "Komponen/Sub Komponen", "Bobot", "Jawaban"], *rows])
    assert [row.kode for row in isi.baris] == codes


def test_a_column_of_results_may_hold_the_grades() -> None:
    rows = [
        ["No", "Komponen", "Nilai Maksimal", "Hasil Penilaian", "Nilai Akhir"],
        ["1", "Perencanaan Kinerja", "30,00", "", "19,50"],
        ["1.a", "Dokumen tersedia", "6,00", "B", "4,20"],
        ["1.b", "Dokumen berkualitas", "9,00", "CC", "5,40"],
    ]
    isi = read(rows)
    assert [(row.bobot, row.jawaban, row.nilai) for row in isi.baris[1:]] == [
        ("6,00", "B", "4,20"),
        ("9,00", "CC", "5,40"),
    ]


def test_a_row_without_a_code_that_is_read_is_no_total() -> None:
    rows = [
        ["No", "Komponen", "Bobot", "Nilai"],
        ["?", "Catatan tambahan", "5,00", "3,00"],
        ["1", "Perencanaan Kinerja", "30,00", "19,50"],
    ]
    isi = read(rows)
    assert (isi.nilai, isi.predikat) == (None, None)


def test_the_grade_under_the_values_counts_not_last_years() -> None:
    isi = read(
        [
            ["No", "Komponen", "Bobot", "Nilai", "LHE 2023", "Selisih"],
            ["1", "Perencanaan Kinerja", "60,00", "42,00", "48,00", "-6,00"],
            ["2", "Pelaporan Kinerja", "40,00", "16,00", "26,00", "-10,00"],
            ["", "Jumlah", "100,00", "58,00", "74,00", "-16,00"],
            ["", "Predikat", "", "CC", "BB", ""],
        ]
    )
    assert (isi.nilai, isi.predikat) == ("58,00", "CC")
