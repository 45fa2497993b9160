"""Lists by the places of their items on the page."""

from __future__ import annotations

from saksama.checker.checks.penomoran import lists
from saksama.parsers.model import Document, Location, Page, Paragraph


def found(*items: tuple[float, str], scanned: bool = False) -> list[str]:
    """What is wrong with lists of these paragraphs, each with its left edge."""
    paragraphs = tuple(
        Paragraph(text, Location("a.pdf", halaman=1, kotak=(left, 20.0 * index, 500.0, 20.0 * index + 10)))
        for index, (left, text) in enumerate(items)
    )
    document = Document("a.pdf", "0" * 64, "pdf", paragraphs, (Page(1, 600, 800, scanned=scanned),))
    return [f"{offence.nilai['bab'].split()[1]} {offence.nilai['sebab']}" for offence in lists(document)]


LATE = [(70.0, "Pengukuran meliputi:"), (80.0, "5. Tingkat sasaran"), (80.0, "6. Tingkat kegiatan")]


def test_a_list_that_begins_behind_the_first_number() -> None:
    assert found(*LATE) == ["5 mengawali daftar, nomor sebelumnya tidak ada"]


def test_a_list_that_goes_on_from_one_that_stands_elsewhere_on_the_page() -> None:
    assert found((110.0, "4. Tingkat tujuan"), *LATE) == []
    assert found((110.0, "Hal berikut 4. tujuan"), *LATE) == []


def test_a_list_that_goes_on_behind_a_section() -> None:
    assert found((80.0, "1. Satu"), (70.0, "3.1 Judul"), (80.0, "2. Dua"), (80.0, "3. Tiga")) == []


def test_an_item_moved_to_the_side_is_not_left_out() -> None:
    assert found((80.0, "1. Satu"), (80.0, "2. Dua"), (130.0, "3. Tiga"), (80.0, "4. Empat"), (80.0, "5. Lima")) == []
    gap = [(80.0, "1. Satu"), (80.0, "2. Dua"), (80.0, "4. Empat"), (80.0, "5. Lima")]
    assert found(*gap) == ["4 datang langsung setelah 2"]


def test_recognised_text_is_not_judged() -> None:
    assert found(*LATE, scanned=True) == []
