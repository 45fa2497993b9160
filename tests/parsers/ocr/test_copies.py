"""Sheets that were scanned twice."""

from __future__ import annotations

from saksama.parsers.ocr.copies import copies
from saksama.parsers.pdf.frame import Frame
from saksama.parsers.pdf.lines import make_line
from saksama.parsers.pdf.page import PageLayout
from saksama.parsers.pdf.words import Word

_FRAME = Frame(0, 0, 595, 842, 0)
_TEXT = "Pihak kesatu berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini " * 4


def _page(number: int, text: str, scanned: bool = True) -> PageLayout:
    words = [
        Word(word, 50.0 + 20 * i, 100.0, 60.0 + 20 * i, 112.0, 0, 12.0, False, 2 * i, 2 * i, False)
        for i, word in enumerate(text.split())
    ]
    return PageLayout(number, _FRAME, _FRAME, (), (make_line(words),), True, (), scanned)


def test_a_sheet_scanned_again_is_found_though_a_letter_is_read_differently() -> None:
    pages = [
        _page(1, f"{_TEXT} NIP 1001"),
        _page(2, f"{_TEXT} NIP 1001".replace("target", "targel", 1)),
        _page(3, "lain"),
    ]
    assert copies(pages) == {2: 1}


def test_two_officials_with_one_form_are_not_copies() -> None:
    assert copies([_page(1, f"{_TEXT} NIP 1001"), _page(2, f"{_TEXT} NIP 1002")]) == {}
    assert copies([_page(1, _TEXT, scanned=False), _page(2, _TEXT, scanned=False)]) == {}
