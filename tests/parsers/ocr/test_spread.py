"""A scan read page by page, by whoever, and put together: byte for byte as one reader reads it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas as reportlab_canvas

from saksama.app.work.codec import encode
from saksama.parsers.berkas import read_berkas
from saksama.parsers.model import ReadError
from saksama.parsers.ocr import extra
from saksama.parsers.ocr.spread import ManyScans, known_pages, read_page, with_others

needs_extra = pytest.mark.skipif(not extra.available(), reason=f"pembaca hasil pindai: {extra.INSTALL}")
WIDTH, HEIGHT = A4
EDGES = (60, 95, 330, 530)
TYPED, SCANNED = 1, (2, 3, 4)


def _page(canvas: reportlab_canvas.Canvas, number: int) -> None:
    """A page with a running header and part of a table that runs over all of them."""
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 800, "Laporan Kinerja Kecamatan Mekarsari Tahun 2031")
    canvas.drawCentredString(WIDTH / 2, 30, str(number))
    rows = [("No", "Indikator", "Target"), *((str(10 * number + i), f"Indikator ke-{number}{i}", "75") for i in (1, 2))]
    for r, row in enumerate(rows):
        for left, text in zip(EDGES, row, strict=False):
            canvas.drawString(left + 4, 745 - 25 * r, text)
    for r in range(len(rows) + 1):
        canvas.line(EDGES[0], 765 - 25 * r, EDGES[-1], 765 - 25 * r)
    for x in EDGES:
        canvas.line(x, 765, x, 765 - 25 * len(rows))
    canvas.showPage()


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of four pages, the first with its text, the others scanned."""
    folder = tmp_path_factory.mktemp("pindai")
    typed = folder / "ketikan.pdf"
    canvas = reportlab_canvas.Canvas(str(typed), pagesize=A4)
    for number in (TYPED, *SCANNED):
        _page(canvas, number)
    canvas.save()
    path = folder / "campur.pdf"
    canvas = reportlab_canvas.Canvas(str(path), pagesize=A4)
    _page(canvas, TYPED)
    pdf = pypdfium2.PdfDocument(typed)
    for number in SCANNED:
        image = folder / f"{number}.png"
        pdf[number - 1].render(scale=150 / 72).to_pil().save(image)
        canvas.drawImage(str(image), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return path


@needs_extra
def test_pages_read_one_by_one_give_what_one_reader_gives(mixed: Path) -> None:
    alone = read_berkas(mixed, "campur.pdf")
    with with_others({}), pytest.raises(ManyScans) as many:
        read_berkas(mixed, "campur.pdf")
    assert (many.value.numbers, many.value.pages) == (SCANNED, 4)
    pages = {number: read_page(mixed, "campur.pdf", number) for number in reversed(SCANNED)}
    with with_others(pages):
        together = read_berkas(mixed, "campur.pdf")
    assert encode(together) == encode(alone)
    assert alone.document is not None
    (table,) = alone.document.tables
    assert (table.n_rows, table.location.halaman) == (9, 1)
    with with_others({3: pages[3]}):
        assert encode(read_berkas(mixed, "campur.pdf")) == encode(alone)


@needs_extra
def test_a_page_that_is_not_there(mixed: Path) -> None:
    with pytest.raises(ReadError):
        read_page(mixed, "campur.pdf", 5)


def test_when_others_are_asked() -> None:
    assert known_pages((1, 2, 3), 9) == {}
    with with_others({}):
        assert known_pages((1,), 9) == {}
        with pytest.raises(ManyScans):
            known_pages((1, 2), 9)
    with with_others(None):
        assert known_pages((1, 2), 9) == {}
