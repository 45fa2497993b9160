"""Functions of PDFium bound without checks say what pypdfium2's own say."""

from __future__ import annotations

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from saksama.parsers.pdf.calls import bound, numbers, objects_of_page


@pytest.fixture
def page(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.drawString(72, 700, "PERJANJIAN KINERJA")
    canvas.rect(72, 500, 200.5, 30)
    canvas.save()
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        loaded = pdfium.FPDF_LoadPage(document.raw, 0)
        yield loaded
        pdfium.FPDF_ClosePage(loaded)


def test_objects_and_their_bounds(page):
    kind, bounds = bound(pdfium.FPDFPageObj_GetType), bound(pdfium.FPDFPageObj_GetBounds)
    refs, read = numbers(ctypes.c_float, 4)
    found = []
    for item in objects_of_page(page, 100):
        assert bounds(item, *refs)
        found.append((kind(item), read()))
    expected = []
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, index)
        edges = [ctypes.c_float() for _ in range(4)]
        pdfium.FPDFPageObj_GetBounds(item, *edges)
        expected.append((pdfium.FPDFPageObj_GetType(item), [edge.value for edge in edges]))
    assert found == expected
    assert {kind for kind, _ in found} == {pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH}


def test_no_more_objects_than_asked_for(page):
    assert len(list(objects_of_page(page, 1))) == 1


def test_null_is_none(page):
    text = pdfium.FPDFText_LoadPage(page)
    assert bound(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)(text, 10_000) is None
    pdfium.FPDFText_ClosePage(text)
