"""Running headers that were copied along with last year's number."""

from __future__ import annotations

from saksama.checker.checks.terbawa import stray_margins
from saksama.parsers.model import Document, Location, Paragraph


def found(*headers: str) -> list[str]:
    """The wrong years among running headers, one a page."""
    margins = tuple(Paragraph(text, Location("a.pdf", halaman=page)) for page, text in enumerate(headers, 1))
    document = Document("a.pdf", "0" * 64, "pdf", (), margins=margins)
    return [offence.nilai["tertulis"] for offence in stray_margins(document, {2024})]


OWN = "Laporan Kinerja Dinas Kebun Mekarsari Tahun 2024"
LAST = "Laporan Kinerja Dinas Kebun Mekarsari Tahun 2023"


def test_a_header_of_last_year_among_those_of_this_year() -> None:
    assert found(OWN, OWN, OWN, LAST, LAST) == ["Tahun 2023"]


def test_other_headers_and_later_years_are_no_remains() -> None:
    assert found(OWN, OWN, OWN) == []
    assert found(OWN, OWN, "Rencana Aksi Dinas Kebun Mekarsari Tahun 2023") == []
    assert found(OWN, OWN, OWN.replace("2024", "2025")) == []


def test_a_document_that_mostly_prints_another_year_is_left_to_other_rules() -> None:
    assert found(OWN, LAST, LAST) == []
