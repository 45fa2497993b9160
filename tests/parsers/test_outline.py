"""Lists in running text: markers, nesting, wrapped lines."""

import pytest

from saksama.parsers.model import Line, Location
from saksama.parsers.outline import cell_entries, entries, outline, read_marker

HERE = Location("x.txt")
PAGE = Location("x.pdf", halaman=1)


def nodes(text: str, place: Location = HERE):
    return outline([Line(line.strip(), place) for line in text.splitlines() if line.strip()])


@pytest.mark.parametrize(
    "text, style, rest",
    [
        ("1. Menyusun", "angka.", "Menyusun"),
        ("2) Menyusun", "angka)", "Menyusun"),
        ("(3) Menyusun", "angka)", "Menyusun"),
        ("a. menyusun", "huruf.", "menyusun"),
        ("b) menyusun", "huruf)", "menyusun"),
        ("IV. PENUTUP", "romawi", "PENUTUP"),
        ("1.2 Menyusun", "bertingkat", "Menyusun"),
        ("• Menyusun", "butir", "Menyusun"),
        ("- c. Menyusun", "huruf.", "Menyusun"),
        ("1.Menyusun", "angka.", "Menyusun"),
    ],
)
def test_markers(text: str, style: str, rest: str) -> None:
    found = read_marker(text)
    assert found is not None
    assert (found[0].style, found[1]) == (style, rest)


@pytest.mark.parametrize(
    "text", ["Menyusun 1. laporan", "1.234 orang", "a.n. Bupati", "S.T., M.T.", "-", "2024", "**tebal**"]
)
def test_running_text(text: str) -> None:
    assert read_marker(text) is None


def test_letter_i_after_h_is_a_letter() -> None:
    found = nodes("g. satu\nh. dua\ni. tiga")
    assert [node.level for node in found] == [1, 1, 1]
    assert read_marker("i. pertama")[0].style == "romawi_kecil"


def test_nesting_and_return() -> None:
    found = nodes("1. A\na. B\n1) C\n2) D\nb. E\n2. F")
    assert [(node.level, node.text) for node in found] == [(1, "A"), (2, "B"), (3, "C"), (3, "D"), (2, "E"), (1, "F")]


def test_nested_items_stand_behind_their_parent() -> None:
    assert [text for text, _ in entries(nodes("a. Induk:\n1) satu\n2) dua\nb. Lain"))] == [
        "Induk - satu",
        "Induk - dua",
        "Lain",
    ]


def test_bullets_that_lost_their_letters() -> None:
    found = nodes("- satu\n- dua\nc. tiga\nd. empat\n1) rincian")
    assert [node.level for node in found] == [1, 1, 1, 1, 2]


def test_wrapped_lines_are_joined() -> None:
    found = nodes("1. Menyusun pedoman pengukuran kinerja\nyang lengkap;\n2. Selesai")
    assert [node.text for node in found] == ["Menyusun pedoman pengukuran kinerja yang lengkap;", "Selesai"]


def test_a_full_pdf_line_runs_on_even_before_a_capital() -> None:
    line = "1. Menyusun pedoman pengukuran kinerja untuk seluruh unit kerja di\nKabupaten Sejahtera."
    assert len(nodes(line, PAGE)) == 1
    assert len(nodes(line, HERE)) == 2


def test_cell_with_a_list_and_without() -> None:
    assert [text for text, _ in cell_entries("1. satu\n2. dua", HERE)] == ["satu", "dua"]
    assert [text for text, _ in cell_entries("hanya\nsatu", HERE)] == ["hanya satu"]
    assert cell_entries("  ", HERE) == ()
