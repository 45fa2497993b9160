"""What a line of words says."""

from saksama.parsers.pdf.lines import make_line
from saksama.parsers.pdf.words import Word


def spread(text, gaps):
    """The text of a line of single letters, 3 points apart but for the gap before some of them (by index)."""
    made, x = [], 0.0
    for index, letter in enumerate(text):
        x += gaps.get(index, 3.0)
        made.append(Word(letter, x, 0, x + 6, 10, 0, 10, False, 2 * index, 2 * index, False))
        x += 6
    return make_line(made).text


def test_spread_letters_are_words_again():
    assert spread("BUPATIJAYA", {6: 12.0}) == "BUPATI JAYA"


def test_single_letters_in_a_row_of_columns_stay_apart():
    assert spread("ABC", {}) == "A B C"
