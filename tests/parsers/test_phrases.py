"""Phrases in folded text."""

import pytest

from saksama.parsers.phrases import Phrase, fold


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("pengukuran kinerja", "hasil pengukuran kinerja tahun ini", True),
        ("ukur", "hasil pengukuran kinerja", False),
        ("dokumen * kinerja", "dokumen tentang kinerja", True),
        ("dokumen * kinerja", "kinerja dalam dokumen", False),
        ("rencana aksi", "rencana dan aksi", False),
    ],
)
def test_whole_words_are_found_in_their_order(words, text, found):
    assert (Phrase(words).search(text) is not None) is found
    assert (Phrase(words).count(text) == 1) is found


def test_letters_set_wide_are_one_word():
    assert fold("L A P O R A N\nKinerja") == "laporan kinerja"
