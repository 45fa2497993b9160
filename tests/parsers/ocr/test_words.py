"""Recognised lines as words: geometry that needs no recogniser."""

from __future__ import annotations

import pytest

from saksama.parsers.ocr.words import (
    Piece,
    cut_at_walls,
    is_figure,
    is_tall,
    plain,
    same_figure,
    spaced,
    with_nip_apart,
    without_speck,
    words_of,
)


def test_text_boxes_are_cut_at_walls_that_run_through_them() -> None:
    box = (10.0, 100.0, 210.0, 112.0)
    wall, short, beside, at_the_end = (
        (99.0, 50.0, 101.0, 200.0),
        (60.0, 100.0, 61.0, 113.0),
        (150.0, 10.0, 151.0, 90.0),
        (208.0, 50.0, 209.0, 200.0),
    )
    assert cut_at_walls(box, [wall, short, beside, at_the_end]) == [
        (10.0, 100.0, 100.0, 112.0),
        (100.0, 100.0, 210.0, 112.0),
    ]
    assert cut_at_walls(box, []) == [box]


@pytest.mark.parametrize(
    ("read", "text"),
    [
        ("（ton）：5％", "(ton):5%"),
        ("Hasíl", "Hasil"),
        ("省政府章 Kec", ""),
        ("Sasaran 一 Strategis", "Sasaran  Strategis"),
        ("  Dua   kata ", "Dua kata"),
    ],
)
def test_letters_of_other_scripts_are_no_text(read: str, text: str) -> None:
    assert plain(read) == text


def test_blanks_in_the_ink_part_words_but_no_numbers() -> None:
    text, at = "NIP.1965", (5.0, 15.0, 25.0, 31.0, 45.0, 55.0, 65.0, 75.0)
    assert spaced(text, at, [(33.0, 41.0)]) == "NIP. 1965"
    assert spaced(text, at, [(48.0, 52.0)]) == "NIP.1965"
    assert spaced("kota, 3", (5.0, 15.0, 25.0, 35.0, 50.0, 60.0), [(37.0, 48.0)]) == "kota, 3"
    assert spaced("1.234", (5.0, 15.0, 25.0, 35.0, 45.0), [(17.0, 23.0)]) == "1.234"
    assert spaced("dua kata", (1.0, 2.0, 3.0, 10.0, 11.0, 12.0, 13.0), [(4.0, 9.0)]) == "dua kata"
    assert spaced("tanpa letak", (), [(4.0, 9.0)]) == "tanpa letak"


def test_dirt_before_a_number_is_dropped_but_no_dash() -> None:
    assert [without_speck(text) for text in (". 95 %", "' 3", "- 3", "., dan")] == ["95 %", "3", "- 3", "., dan"]


def test_figures_and_their_second_reading() -> None:
    assert is_figure("Rp. 1.234.567,-")
    assert is_figure("98,5%")
    assert not is_figure("Triwulan 4")
    assert not is_figure("-")
    assert same_figure("1.", "1")
    assert same_figure("Rp. 500", "Rp.500")
    assert not same_figure("77,69", "71,69")
    assert not same_figure("1.234", "1,234")


def test_words_stand_where_their_characters_are() -> None:
    words = words_of([Piece("Dua kata", (0.0, 0.0, 80.0, 10.0), (5.0, 15.0, 25.0, 45.0, 55.0, 65.0, 75.0))])
    assert [word.text for word in words] == ["Dua", "kata"]
    assert (words[0].x0, words[0].x1) == (0.0, 30.0)
    assert (words[1].x0, words[1].x1) == (40.0, 80.0)
    # Blanks in the ink tell better than the steps in which characters are placed.
    inked = words_of([Piece("7. Pro", (0.0, 0.0, 60.0, 10.0), (4.0, 20.0, 35.0, 45.0, 55.0), blanks=((9.0, 30.0),))])
    assert [(round(word.x0), round(word.x1)) for word in inked] == [(0, 28), (30, 60)]
    # Without their places the characters are spread evenly.
    spread = words_of([Piece("ab cd", (0.0, 0.0, 80.0, 10.0))])
    assert spread[1].x0 == 40.0
    # No two words may look as if no space stood between them.
    assert words[1].first > words[0].last + 1


def test_line_heights_with_and_without_descenders_are_one_size() -> None:
    heights = (10.0, 10.0, 11.5, 9.0, 20.0)
    pieces = [Piece("abc", (0.0, 100.0 * i, 50.0, 100.0 * i + height)) for i, height in enumerate(heights)]
    sizes = [word.size for word in words_of(pieces)]
    assert sizes[:4] == [sizes[0]] * 4
    assert sizes[4] > 1.9 * sizes[0]


def test_text_on_its_side() -> None:
    assert is_tall((0.0, 0.0, 10.0, 80.0), 10.0)
    assert not is_tall((0.0, 0.0, 5.0, 11.0), 10.0)
    up, down = (words_of([Piece("satu dua", (0.0, 0.0, 10.0, 70.0), turn=turn)]) for turn in (3, 1))
    assert up[0].top > up[1].top
    assert down[0].top < down[1].top
    assert up[0].turn == 3


@pytest.mark.parametrize(
    ("read", "text"),
    [
        ("NIP.19770310 2003121 007", "NIP.19770310 200312 1 007"),
        ("NIP. 197703102003121007", "NIP. 197703102003121007"),
        ("Rp 19770310 2003121 0075", "Rp 19770310 2003121 0075"),
    ],
)
def test_the_groups_of_a_nip_are_known(read: str, text: str) -> None:
    assert with_nip_apart(read) == text
