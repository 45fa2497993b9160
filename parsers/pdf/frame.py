"""From PDF coordinates (origin bottom left, page as stored) to the page as shown (origin top left, turned upright)."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from saksama.parsers.model import Box
from saksama.parsers.pdf.calls import bound, numbers

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f of a PDF transformation: x' = a x + c y + e, y' = b x + d y + f."""

_MATRIX = numbers(ctypes.c_float, 6)
_object_matrix = bound(pdfium.FPDFPageObj_GetMatrix)

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Frame(NamedTuple):
    """The visible area of a page (PDF coordinates) and the clockwise quarter turns that bring it upright."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        """Width in points after turning."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Height in points after turning."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A PDF point in the turned page, from its top left corner."""
        match self.turns:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A PDF rectangle as x0, top, x1, bottom of the turned page."""
        if self.turns == 0 and left <= right and bottom <= top:
            x, y = self.left, self.top
            return left - x, y - top, right - x, y - bottom
        ax, ay = self.point(left, bottom)
        bx, by = self.point(right, top)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def turned(self, turns: int) -> Frame:
        """The same area, turned further clockwise."""
        return self._replace(turns=(self.turns + turns) % 4)

    def back(self, box: Box, shown: Frame) -> Box:
        """A box of this frame as a box of the page as it is shown (both frames of one page)."""
        if shown.turns == self.turns:
            return box
        ax, ay = self._unpoint(box[0], box[1])
        bx, by = self._unpoint(box[2], box[3])
        return shown.box(ax, ay, bx, by)

    def _unpoint(self, x: float, y: float) -> tuple[float, float]:
        match self.turns:
            case 0:
                return x + self.left, self.top - y
            case 1:
                return y + self.left, x + self.bottom
            case 2:
                return self.right - x, y + self.bottom
            case _:
                return self.right - y, self.top - x


def frame_of(page: Any) -> Frame:
    """The frame of a raw PDFium page."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    return Frame(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page))


def matrix_of(page_object: Any) -> Matrix:
    """The matrix of a page object, identity when it has none."""
    refs, read = _MATRIX
    if not _object_matrix(page_object, refs[0]):
        return IDENTITY
    a, b, c, d, e, f = read()
    return a, b, c, d, e, f


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point through a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def product(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies `inner` first and `outer` after it."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
