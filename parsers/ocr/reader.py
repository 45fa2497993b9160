"""Scanned pages, read by the optional extra `ocr`: what a page picture shows goes through the same grid as any PDF.

This module alone is imported where the extra is missing; what needs it is imported when a page is read.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from contextlib import closing

import msgspec
import numpy as np
import pypdfium2
from numpy.typing import NDArray

from saksama.parsers.ocr.layer import native_scale
from saksama.parsers.ocr.spread import known_pages
from saksama.parsers.pdf.page import PageLayout, arranged
from saksama.parsers.pdf.rules import Drawing
from saksama.parsers.steps import tell

Image = NDArray[np.uint8]

# Pixels per point: 150 to 300 dpi, and no more than this many pixels on a large page.
_SMALLEST, _LARGEST = 150 / 72, 300 / 72
_MOST_PIXELS = 25e6
_SLIMMEST = 10
"""How many times as long as wide a sheet may be: the recogniser enlarges the short side, a strip fills the memory."""


def recognised(pdf: pypdfium2.PdfDocument, pages: Sequence[PageLayout], name: str) -> list[PageLayout]:
    """The pages of a file with the scanned ones read from their pictures, here or by others (see spread).

    Raises ManyScans where others should read them first. Needs the extra.
    """
    known = known_pages([page.number for page in pages if page.scanned], len(pages))

    def read(page: PageLayout) -> PageLayout:
        if (done := known.get(page.number)) is not None:
            return msgspec.msgpack.decode(done, type=PageLayout)
        return read_page(pdf, page, name)

    return [read(page) if page.scanned else page for page in pages]


def read_page(pdf: pypdfium2.PdfDocument, layout: PageLayout, name: str) -> PageLayout:
    """The layout of a page read from its picture; `layout` is what its text layer gave, and tells which page.

    Its pictures are the strokes of pens and stamps that were found. A page on which nothing can be read stays as its
    text layer has it. Needs the extra (see extra).
    """
    tell(layout.number, len(pdf))
    shown = layout.shown
    with closing(pdf[layout.number - 1]) as page:
        scale = native_scale(page.raw, shown, _SMALLEST, _LARGEST)
        scale = min(scale, (_MOST_PIXELS / max(shown.width * shown.height, 1.0)) ** 0.5)
        image = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=False).to_numpy()[..., :3].copy()
    scan = read_picture(image, scale, layout, name)
    # An earlier OCR's text is better than none.
    return scan if scan.readable or not layout.readable else layout


def read_picture(image: Image, scale: float, page: PageLayout, name: str) -> PageLayout:
    """The page with what its picture shows: rows x columns x 3, blue first, of `scale` pixels per point."""
    if is_strip(image):
        return page._replace(readable=False, scanned=True)
    # A module that needs the extra.
    scan = importlib.import_module("saksama.parsers.ocr.page").read_image(image, scale)
    read = page._replace(
        reading=page.shown.turned(scan.turns),
        readable=bool(scan.words),
        pictures=tuple(scan.strokes),
        scanned=True,
        doubtful=tuple(scan.doubtful),
    )
    return arranged(read, scan.words, Drawing(scan.flat, scan.upright, [], []), name)


def is_strip(image: Image) -> bool:
    """Whether a picture is no sheet but a line of pixels, on which nothing can be read."""
    return bool(max(image.shape[:2]) > _SLIMMEST * min(image.shape[:2]))
