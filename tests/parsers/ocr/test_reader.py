"""Scanned pages read from their picture: made-up documents, drawn, turned into pictures and read again."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas as reportlab_canvas

from saksama.parsers import reading
from saksama.parsers.berkas import read_berkas
from saksama.parsers.model import Document, ReadError, Table
from saksama.parsers.ocr import extra as ocrextra
from saksama.parsers.ocr.layer import hidden_text
from saksama.parsers.pdf import reader as pdf

needs_extra = pytest.mark.skipif(not ocrextra.available(), reason=f"pembaca hasil pindai: {ocrextra.INSTALL}")

_WIDTH, _HEIGHT = A4
_ROWS = (
    ("No", "Sasaran", "Indikator", "Target"),
    ("1", "Meningkatnya kualitas jalan", "Persentase jalan mantap", "77,69"),
    ("2", "Meningkatnya layanan air", "Jumlah sambungan rumah", "12.350"),
    ("3", "Menurunnya genangan", "Luas genangan", "5"),
)
_EDGES = (60, 95, 280, 450, 530)


def _page(canvas: reportlab_canvas.Canvas, signed: bool) -> None:
    canvas.setFont("Helvetica-Bold", 13)
    canvas.drawCentredString(_WIDTH / 2, 770, "PERJANJIAN KINERJA TAHUN 2031")
    canvas.setFont("Helvetica", 11)
    for r, row in enumerate(_ROWS):
        for left, text in zip(_EDGES, row, strict=False):
            canvas.drawString(left + 4, 720 - 30 * r - 18, text)
    for r in range(len(_ROWS) + 1):
        canvas.line(_EDGES[0], 720 - 30 * r, _EDGES[-1], 720 - 30 * r)
    for x in _EDGES:
        canvas.line(x, 720, x, 720 - 30 * len(_ROWS))
    canvas.drawString(350, 500, "Mekarsari, 3 Januari 2031")
    canvas.drawString(350, 482, "Camat Mekarsari,")
    canvas.drawString(350, 410, "Budi Contoh")
    if signed:
        canvas.setStrokeColorRGB(0.1, 0.1, 0.7)
        canvas.setLineWidth(1.5)
        for step in range(4):
            x = 355 + 18 * step
            canvas.bezier(x, 425, x + 30, 480, x - 15, 475, x + 22, 428)


def _scan(folder: Path, signed: bool = True, lean: float = 0.0, turns: int = 0) -> Path:
    """The page as a scanner gives it: a picture, leaning by degrees and turned clockwise by quarters."""
    typed = folder / "ketikan.pdf"
    canvas = reportlab_canvas.Canvas(str(typed), pagesize=A4)
    _page(canvas, signed)
    canvas.save()
    picture = pypdfium2.PdfDocument(typed)[0].render(scale=150 / 72).to_pil()
    picture = picture.rotate(lean, fillcolor="white", resample=Image.Resampling.BICUBIC)
    picture = picture.rotate(-90 * turns, expand=True)
    path, image = folder / "pindai.pdf", folder / "pindai.png"
    picture.save(image)
    size = A4 if turns % 2 == 0 else (_HEIGHT, _WIDTH)
    canvas = reportlab_canvas.Canvas(str(path), pagesize=size)
    canvas.drawImage(str(image), 0, 0, *size)
    canvas.save()
    return path


def _table(document: Document) -> list[tuple[str, ...]]:
    (table,) = document.tables
    return [tuple(cell.text if cell else "" for cell in row) for row in table.grid]


@needs_extra
@pytest.mark.parametrize(("lean", "turns"), [(0.0, 0), (1.2, 0), (1.2, 1), (0.0, 2), (-1.2, 3)])
def test_a_scan_reads_like_its_original(tmp_path: Path, lean: float, turns: int) -> None:
    document = pdf.read(_scan(tmp_path, lean=lean, turns=turns), "pindai.pdf")
    assert _table(document) == list(_ROWS)
    assert [page.readable and page.scanned for page in document.pages] == [True]
    lines = [block.text for block in document.blocks if not isinstance(block, Table)]
    assert lines == ["PERJANJIAN KINERJA TAHUN 2031", "Mekarsari, 3 Januari 2031", "Camat Mekarsari,", "Budi Contoh"]
    assert document.peringatan[0].startswith("Halaman 1 adalah hasil pindai")


@needs_extra
def test_places_are_those_of_the_page_as_shown(tmp_path: Path) -> None:
    document = pdf.read(_scan(tmp_path, turns=1), "pindai.pdf")
    # Turned clockwise, the title at the top of the sheet stands at the right edge.
    title = document.blocks[0].location.kotak
    assert title is not None
    assert title[0] > 0.85 * _HEIGHT


@needs_extra
@pytest.mark.parametrize(("signed", "said"), [(True, "ya"), (False, "tidak")])
def test_a_signature_is_seen_by_its_ink(tmp_path: Path, signed: bool, said: str) -> None:
    berkas = read_berkas(_scan(tmp_path, signed=signed), "pindai.pdf", "perjanjian_kinerja")
    (record,) = berkas.records
    assert record.isi.bertanda_tangan == said
    assert ("bertanda_tangan" in record.ragu) is not signed


def test_without_the_extra_a_scan_is_unreadable_and_says_what_to_install(tmp_path: Path, monkeypatch) -> None:
    for module in ("pdf.reader", "scanwarnings", "berkas"):
        monkeypatch.setattr(f"saksama.parsers.{module}.available", lambda: False)
    berkas = read_berkas(_scan(tmp_path), "pindai.pdf")
    assert berkas.galat is not None
    assert "Tidak terbaca" in berkas.galat
    assert ocrextra.INSTALL in berkas.galat
    assert berkas.records == ()


@pytest.mark.parametrize(
    ("order", "hidden"), [("text image", True), ("image text", False), ("image invisible", True), ("text", False)]
)
def test_text_below_a_picture_of_the_page_is_an_earlier_ocr(tmp_path: Path, order: str, hidden: bool) -> None:
    path, image = tmp_path / "lapis.pdf", tmp_path / "abu.png"
    Image.new("RGB", (60, 85), "white").save(image)
    canvas = reportlab_canvas.Canvas(str(path), pagesize=A4)
    for what in order.split():
        if what == "image":
            canvas.drawImage(str(image), 0, 0, *A4)
        else:
            text = canvas.beginText(72, 700)
            text.setTextRenderMode(3 if what == "invisible" else 0)
            text.textLine("D1NAS PERHUBUNGAN kine~a")
            canvas.drawText(text)
    canvas.save()
    page = pypdfium2.PdfDocument(path)[0]
    frame = pdf.layout(page.raw, 1, "lapis.pdf").shown
    assert hidden_text(page.raw, frame) is hidden


@needs_extra
def test_a_photograph_is_read_like_a_scan(tmp_path: Path) -> None:
    _scan(tmp_path)
    document = reading.read(tmp_path / "pindai.png", "foto.png")
    assert document.pembaca == "gambar"
    assert _table(document) == list(_ROWS)
    broken = tmp_path / "rusak.png"
    broken.write_bytes((tmp_path / "pindai.png").read_bytes()[:60])
    with pytest.raises(ReadError, match="rusak"):
        reading.read(broken, "rusak.png")
