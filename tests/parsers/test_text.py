"""The reader of plain text, markdown, csv and tsv."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksama.parsers import text
from saksama.parsers.model import Document, Heading, Paragraph, ReadError, Table


def _read(tmp_path: Path, content: str | bytes, name: str = "uji.txt") -> Document:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return text.read(path, name)


def _rows(table: Table) -> list[list[str]]:
    return [[table.text(r, c) for c in range(table.n_columns)] for r in range(table.n_rows)]


def _lines(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def test_lines_keep_their_number_in_the_file(tmp_path: Path) -> None:
    document = _read(tmp_path, "Satu\r\n\r\n  Dua\fTiga\n")
    assert [(line.text, line.location.baris) for line in document.lines] == [("Satu", 1), ("Dua", 3), ("Tiga", 4)]


def test_headings_by_words_and_by_hashes(tmp_path: Path) -> None:
    content = (
        "# Pedoman\n\nBAB I\nPENDAHULUAN\n\nA. Latar Belakang\n\nTeks.\n\nA. menetapkan kebijakan;\nB. Tata Cara\n"
        "BAB II mengatur hal lain.\n\n**1.1.1. Ruang Lingkup**\nBAB III PENUTUP ....... 9\n"
    )
    document = _read(tmp_path, content, "uji.md")
    assert [(b.level, b.text) for b in document.blocks if isinstance(b, Heading)] == [
        (1, "Pedoman"), (1, "BAB I PENDAHULUAN"), (2, "A. Latar Belakang"), (3, "1.1.1. Ruang Lingkup"),
    ]  # fmt: skip
    body = next(b for b in document.blocks if isinstance(b, Paragraph) and b.text == "Teks.")
    assert body.location.jalur == "BAB I PENDAHULUAN > A. Latar Belakang"


def test_emphasis_also_over_lines_and_escapes(tmp_path: Path) -> None:
    content = (
        "**KECAMATAN\nCONTOH** tahun\n\n*outcome* dan 2 * 3 * 4 \\*tetap\\* 1\\. selesai\n\n**Tebal**\nbiasa **\n\nlain"
    )
    document = _read(tmp_path, content)
    assert _lines(document) == [
        "KECAMATAN", "CONTOH tahun", "outcome dan 2 * 3 * 4 *tetap* 1. selesai", "Tebal", "biasa", "lain",
    ]  # fmt: skip
    assert [b.bold for b in document.blocks if isinstance(b, Paragraph)] == [True, False, False, True, False, False]


def test_list_items_keep_their_printed_number(tmp_path: Path) -> None:
    document = _read(tmp_path, "- Menimbang : a. bahwa;\n- (1) Diisi\n- c. Menyusun\n 1) Format\n- Butir\n-5 persen\n")
    assert _lines(document) == [
        "Menimbang : a. bahwa;",
        "(1) Diisi",
        "c. Menyusun",
        "1) Format",
        "- Butir",
        "-5 persen",
    ]


def test_markdown_table(tmp_path: Path) -> None:
    content = "Judul\n\n| No | Indikator **A** |\n|:--|---:|\n| 1 | x \\| y<br>z |\n| 2 |\n\nakhir\n"
    document = _read(tmp_path, content)
    table = document.tables[0]
    assert _rows(table) == [["No", "Indikator A"], ["1", "x | y\nz"], ["2", ""]]
    assert [cell.location.baris for cell in table.cells if cell.column == 0] == [3, 5, 6]
    assert _lines(document)[0] == "Judul"
    assert _lines(document)[-1] == "akhir"


def test_empty_header_of_a_markdown_table_is_no_row(tmp_path: Path) -> None:
    assert _rows(_read(tmp_path, "| | |\n|---|----|\n| DAFTAR ISI | ii |\n").tables[0]) == [["DAFTAR ISI", "ii"]]


def test_a_row_of_dashes_is_a_row_of_blanks_and_a_rule_ends_nothing(tmp_path: Path) -> None:
    content = "| A | B |\n|---|---|\n| - | - |\n***\n---\nlanjut\n"
    document = _read(tmp_path, content)
    assert _rows(document.tables[0]) == [["A", "B"], ["-", "-"]]
    assert _lines(document)[-1] == "lanjut"


def test_table_of_tabs_with_its_title(tmp_path: Path) -> None:
    content = (
        "LAMPIRAN PERJANJIAN\t\t\t\n<i>(Nama Jabatan)</i>\t\t\t\nNo\tSasaran\tIndikator\tTarget\n"
        "1\tA\t<p>satu</p> <p>dua</p>\t< 30 hari\n\tKegiatan\tAnggaran\n"
    )
    document = _read(tmp_path, content)
    assert _lines(document)[:2] == ["LAMPIRAN PERJANJIAN", "(Nama Jabatan)"]
    assert _rows(document.tables[0]) == [
        ["No", "Sasaran", "Indikator", "Target"], ["1", "A", "satu\ndua", "< 30 hari"],
        ["", "Kegiatan", "Anggaran", ""],
    ]  # fmt: skip
    assert document.tables[0].location.baris == 3


@pytest.mark.parametrize(
    "content",
    ["Nomor\t: 7/1\tKepada :\nSifat\t: Biasa\tYth. Camat\n", "1.\tsatu\n2.\tdua\n", "a\tb\tc\n", "\tsatu\n\tdua\n"],
)
def test_tabs_that_make_no_table(tmp_path: Path, content: str) -> None:
    assert _read(tmp_path, content).tables == ()


def test_parts_with_roman_numbers_where_there_are_no_chapters(tmp_path: Path) -> None:
    content = "IV. PENGUKURAN KINERJA\n\nA. Pengertian\n\nA.1. Ruang Lingkup\n\nteks\n\nBAB I\n\nI. LATAR BELAKANG\n"
    document = _read(tmp_path, content)
    assert [(b.level, b.text) for b in document.blocks if isinstance(b, Heading)] == [
        (1, "IV. PENGUKURAN KINERJA"), (2, "A. Pengertian"), (3, "A.1. Ruang Lingkup"), (1, "BAB I"),
        (2, "I. LATAR BELAKANG"),
    ]  # fmt: skip


def test_table_drawn_with_plus_and_minus(tmp_path: Path) -> None:
    content = "+----+-----+\n| No | Uji |\n+====+=====+\n| 1  | a   |\n+----+-----+\n"
    assert _rows(_read(tmp_path, content).tables[0]) == [["No", "Uji"], ["1", "a"]]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("uji.csv", 'No;Uraian;Pagu\n1;"a; b";1.000,50\n2;"dua\nbaris";3\n'),
        ("uji.csv", 'No,Uraian,Pagu\n1,"a; b","1.000,50"\n2,"dua\nbaris",3\n'),
        ("uji.csv", "sep=;\nNo;Uraian;Pagu\n1;a; b;1.000,50\n".replace("a; b", '"a; b"') + '2;"dua\nbaris";3\n'),
        ("uji.tsv", 'No\tUraian\tPagu\n1\ta; b\t1.000,50\n2\t"dua\nbaris"\t3\n'),
    ],
)
def test_delimited_files(tmp_path: Path, name: str, content: str) -> None:
    table = _read(tmp_path, content, name).tables[0]
    assert _rows(table)[-3:] == [["No", "Uraian", "Pagu"], ["1", "a; b", "1.000,50"], ["2", "dua\nbaris", "3"]]


def test_encodings(tmp_path: Path) -> None:
    assert _lines(_read(tmp_path, "Kinerja “A”".encode("utf-8-sig"))) == ["Kinerja “A”"]
    assert _lines(_read(tmp_path, "Kinerja “A”".encode("utf-16"))) == ["Kinerja “A”"]
    old = _read(tmp_path, "Kinerja “A”".encode("cp1252"))
    assert _lines(old) == ["Kinerja “A”"]
    assert "Windows-1252" in old.peringatan[0]


@pytest.mark.parametrize("content", [b"", b" \n\n", b"abc\0def"])
def test_empty_and_binary_files_are_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(ReadError):
        _read(tmp_path, content)
