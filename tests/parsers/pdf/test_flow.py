"""How lines of one paragraph are joined again."""

import pytest

from saksama.parsers.pdf.flow import SEAM, cell_text, continued
from saksama.parsers.pdf.words import Word


def words(*lines, size=10, width=5, left=0):
    """Words of lines of text, letters `width` wide, lines 12 apart."""
    made = []
    index = 0
    for row, line in enumerate(lines):
        x = left
        for text in line.split(" "):
            x1 = x + width * len(text)
            made.append(
                Word(text, x, 12 * row, x1, 12 * row + size, 0, size, False, index, index + len(text) - 1, False)
            )
            index += len(text) + 1
            x = x1 + width
    return made


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Meningkatnya", "mutu", "Meningkatnya mutu"),
        ("rata-", "rata", "rata-rata"),
        ("undang-", "undangan", "undang-undangan"),
        ("berlebih-", "lebihan", "berlebih-lebihan"),
        ("sayur-", "mayur", "sayur-mayur"),
        ("RKA-", "SKPD", "RKA-SKPD"),
        ("kesehat-", "an", "kesehatan"),
        ("pengem-", "bangan", "pengembangan"),
        ("2025-", "2029", "2025-2029"),
        ("APBN/", "Dekonsentrasi", "APBN/Dekonsentrasi"),
        ("nilai -", "baik", "nilai - baik"),
    ],
)
def test_continued(first, second, whole):
    assert continued(first, second) == whole


def test_a_number_broken_by_a_narrow_cell_is_one():
    assert cell_text(words("4.355.285", ".807"), 0, 52, 0, 30).replace(" ", "") == "4.355.285.807"
    assert cell_text(words("1.250.00", "0.000"), 0, 42, 0, 30) == "1.250.000.000"
    assert cell_text(words("10.0", "00.0", "00"), 0, 21, 0, 40) == "10.000.000"
    assert cell_text(words("450.000.", "000"), 0, 42, 0, 30) == "450.000.000"


def test_a_word_that_fills_its_line_may_go_on_below():
    assert cell_text(words("Kemasyarakatan", "nya"), 0, 74, 0, 30) == f"Kemasyarakatan{SEAM}nya"


def test_a_joining_word_below_a_full_line_is_a_word():
    assert cell_text(words("Kabupaten/Kota", "dan lapangan"), 0, 74, 0, 30) == "Kabupaten/Kota dan lapangan"


def test_two_whole_numbers_stay_two():
    assert cell_text(words("768.495", "217.235"), 0, 40, 0, 30) in {"768.495\n217.235", "768.495 217.235"}


def test_lines_that_end_early_keep_their_break():
    assert cell_text(words("Daging", "Telur"), 0, 100, 0, 30) == "Daging\nTelur"
    assert cell_text(words("Persentase warga", "yang puas"), 0, 88, 0, 30) == "Persentase warga yang puas"


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("60.000.0", "00", "60.000.000"),
        ("99,3", "1", "99,31"),
        ("8.500", "900", "8.500\n900"),
        ("1.500", "25", "1.500\n25"),
    ],
)
def test_a_number_cut_at_the_edge_of_its_cell_is_one_where_only_the_whole_is_a_number(first, second, whole):
    narrow = words(first, second, left=2)
    assert cell_text(narrow, 0, 5 * len(first) + 4, 0, 24) == whole


def test_a_year_below_a_word_is_no_part_of_it():
    assert continued("Capaian", "2021", full=True) == "Capaian 2021"
    assert continued("IKU", "12", full=True) == "IKU12"
