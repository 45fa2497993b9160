"""A PDF file -> Document: pages laid out one after the other, tables joined over page breaks.

PDFium is not thread-safe, not even across documents: read several files in several processes, never in threads.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from saksama.parsers.files import sha256
from saksama.parsers.model import Block, Document, Location, Page, ReadError
from saksama.parsers.ocr import reader as ocr
from saksama.parsers.ocr.copies import copies
from saksama.parsers.ocr.extra import available
from saksama.parsers.ocr.layer import hidden_text
from saksama.parsers.pdf.page import PageLayout, layout
from saksama.parsers.pdf.seams import mended
from saksama.parsers.pdf.text import blocks_of, margin_lines, margins_of
from saksama.parsers.scanwarnings import scan_warnings
from saksama.parsers.steps import tell
from saksama.parsers.stitch import stitch


def read(path: Path, name: str) -> Document:
    """Read a PDF file; `name` is what locations and errors call it.

    Raises ReadError for a file that is locked, damaged or without pages. Pages without a text layer (scans) are marked
    unreadable and named in a warning; with the extra `ocr` they are read from their picture.
    """
    return stitch(read_pages(path, name))


def read_pages(path: Path, name: str) -> Document:
    """Read a PDF file page by page, as `read` does, but leave tables apart where a page breaks them.

    Nothing is dropped but white space and slanted watermarks, which is what tests compare with PDFium's own text.
    """
    return document_of(_pages(path, name), path, name, "pdf")


def document_of(pages: list[PageLayout], path: Path, name: str, pembaca: str) -> Document:
    """The document that pages make, one after the other; pembaca names the reader that laid them out."""
    running = margin_lines(pages)
    again = copies(pages)
    blocks: list[Block] = []
    for page in pages:
        if page.number not in again:
            blocks.extend(blocks_of(page, running, name))
    return Document(
        berkas=name,
        sha256=sha256(path),
        pembaca=pembaca,
        blocks=tuple(mended(blocks)),
        pages=tuple(_shown(page) for page in pages),
        margins=tuple(margins_of(pages, running, name)),
        peringatan=scan_warnings(pages, again),
        doubtful=tuple(Location(name, page.number, kotak=page.place(box)) for page in pages for box in page.doubtful),
    )


def _shown(page: PageLayout) -> Page:
    """The page as a Document keeps it."""
    size = round(page.shown.width, 1), round(page.shown.height, 1)
    pictures = tuple(page.place(box) for box in page.pictures)
    return Page(page.number, *size, page.readable, pictures, page.scanned)


def read_scan(path: Path, name: str, number: int) -> PageLayout:
    """One scanned page of a PDF file as the recogniser sees it, for whoever puts the pages together (see ocr.spread).

    Raises ReadError where there is no such page any more. Needs the extra `ocr`.
    """
    with _opened(path, name) as pdf:
        return ocr.read_page(pdf, _page(pdf, number - 1, name), name)


def _pages(path: Path, name: str) -> list[PageLayout]:
    with _opened(path, name) as pdf:
        if not len(pdf):
            raise ReadError(name, "Berkas PDF tidak berisi halaman.", "Simpan ulang dokumennya sebagai PDF.")
        pages = [_page(pdf, index, name) for index in range(len(pdf))]
        return ocr.recognised(pdf, pages, name) if available() else pages


@contextmanager
def _opened(path: Path, name: str) -> Iterator[pypdfium2.PdfDocument]:
    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise ReadError(
                name,
                "Berkas dilindungi kata sandi.",
                "Buka dengan kata sandinya, lalu simpan ulang tanpa kata sandi.",
            ) from None
        raise ReadError(
            name, "Berkas PDF rusak atau terpotong.", "Salin ulang berkas dari sumbernya, lalu coba lagi."
        ) from None
    except OSError:
        raise ReadError(
            name, "Berkas tidak ditemukan atau tidak dapat dibuka.", "Periksa nama dan izin berkas."
        ) from None
    with closing(pdf):
        yield pdf


def _page(pdf: pypdfium2.PdfDocument, index: int, name: str) -> PageLayout:
    """A page by its text layer; marked as scanned where its picture should be read instead."""
    tell(index + 1, len(pdf))
    raw = pdfium.FPDF_LoadPage(pdf.raw, index)
    if not raw:
        raise ReadError(
            name, f"Halaman {index + 1} rusak dan tidak dapat dibaca.", "Salin ulang berkas dari sumbernya."
        )
    try:
        page = layout(raw, index + 1, name)
        pictured = not page.readable or (bool(page.pictures) and hidden_text(raw, page.shown))
    finally:
        pdfium.FPDF_ClosePage(raw)
    return page._replace(scanned=True) if pictured else page
