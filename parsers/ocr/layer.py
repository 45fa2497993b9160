"""What a scan looks like inside a PDF: a picture over the page, with its own resolution, perhaps over hidden text."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from saksama.parsers.pdf.calls import bound, numbers, objects_of_page
from saksama.parsers.pdf.frame import Frame

_WHOLE = 0.8
_MOST = 0.9
_LARGE = 0.1
_MAX_OBJECTS = 20_000

_type = bound(pdfium.FPDFPageObj_GetType)
_bounds = bound(pdfium.FPDFPageObj_GetBounds)
_render_mode = bound(pdfium.FPDFTextObj_GetTextRenderMode)
_pixels = bound(pdfium.FPDFImageObj_GetImagePixelSize)


def hidden_text(page: Any, frame: Frame) -> bool:
    """Whether a picture covers the raw PDFium page and nearly all text is invisible or drawn beneath the picture.

    Such text was written by an earlier OCR. A decorated page is none: its text is drawn on top of the background.
    """
    beneath = invisible = texts = 0
    covered = False
    for item in objects_of_page(page, _MAX_OBJECTS):
        kind = _type(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            texts += 1
            if _render_mode(item) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
                invisible += 1
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE and _share(item, frame) >= _WHOLE:
            covered = True
            # What was drawn so far lies beneath, visible or not.
            beneath, invisible = texts, 0
    return covered and texts > 0 and beneath + invisible >= _MOST * texts


def native_scale(page: Any, frame: Frame, smallest: float, largest: float) -> float:
    """Pixels per point of the finest large picture on a raw page, kept between the bounds; `largest` without one."""
    finest = 0.0
    width, height = ctypes.c_uint(), ctypes.c_uint()
    for item in objects_of_page(page, _MAX_OBJECTS):
        if _type(item) != pdfium.FPDF_PAGEOBJ_IMAGE or _share(item, frame) < _LARGE:
            continue
        if _pixels(item, ctypes.byref(width), ctypes.byref(height)):
            left, bottom, right, top = _edges(item)
            pixels = float(width.value * height.value)
            finest = max(finest, (pixels / max((right - left) * (top - bottom), 1.0)) ** 0.5)
    return min(max(finest, smallest), largest) if finest else largest


def _share(item: Any, frame: Frame) -> float:
    """How much of the page an object's box takes."""
    left, bottom, right, top = _edges(item)
    return (right - left) * (top - bottom) / max(frame.width * frame.height, 1.0)


def _edges(item: Any) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of an object in PDF coordinates."""
    edges = numbers(ctypes.c_float, 4)
    if not _bounds(item, *edges.refs):
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = edges.read()
    return left, bottom, right, top
