"""What is said about scanned pages."""

from __future__ import annotations

import pytest

from saksama.parsers import scanwarnings
from saksama.parsers.ocr.extra import INSTALL
from saksama.parsers.pdf.frame import Frame
from saksama.parsers.pdf.page import PageLayout

_FRAME = Frame(0, 0, 595, 842, 0)


def _page(number: int, readable: bool = True, scanned: bool = False, doubtful: int = 0) -> PageLayout:
    spots = tuple((0.0, float(i), 1.0, float(i + 1)) for i in range(doubtful))
    return PageLayout(number, _FRAME, _FRAME, (), (), readable, (), scanned, spots)


@pytest.mark.parametrize("installed", [True, False])
def test_the_command_to_install_is_named_only_where_it_helps(monkeypatch, installed: bool) -> None:
    monkeypatch.setattr(scanwarnings, "available", lambda: installed)
    (all_pages,) = scanwarnings.scan_warnings([_page(1, readable=False)], {})
    assert all_pages.startswith("Tidak terbaca: seluruh 1 halaman")
    assert (INSTALL in all_pages) is not installed
    (earlier,) = scanwarnings.scan_warnings([_page(1, scanned=True), _page(2)], {})
    assert earlier.startswith("Halaman 1 adalah hasil pindai")
    assert (INSTALL in earlier) is not installed


def test_pages_are_listed_as_runs_and_doubtful_numbers_counted() -> None:
    pages = [_page(n, scanned=True, doubtful=2 if n == 3 else 0) for n in (1, 2, 3, 5, 8, 9)]
    scanned, doubtful = scanwarnings.scan_warnings(pages, {})
    assert "Halaman 1-3, 5, 8, 9 adalah" in scanned
    assert doubtful.startswith("2 angka di halaman 3 ")


def test_ordinary_pages_say_nothing() -> None:
    assert scanwarnings.scan_warnings([_page(1), _page(2)], {}) == ()


def test_a_page_scanned_twice_is_named() -> None:
    *_, again = scanwarnings.scan_warnings([_page(1, scanned=True), _page(2, scanned=True)], {2: 1})
    assert again == "Halaman 2 adalah pindaian ulang halaman 1; isinya dihitung satu kali."
