"""The ruling lines, shaded rectangles and pictures of a PDF page.

Word draws a border as a thin filled rectangle, Excel as a stroked line, printer drivers as one long path, and any of
them inside a form XObject. All become horizontal and vertical pieces in the page as shown.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from saksama.parsers.model import Box
from saksama.parsers.pdf.frame import IDENTITY, Frame, Matrix, apply, matrix_of, product

# A rectangle up to this thick (points) is a drawn line.
THIN = 3.0
_WHITE = 248
_INVISIBLE = 16
_MAX_OBJECTS = 200_000
_MAX_DEPTH = 8
_STRAIGHT = 0.75


class Fill(NamedTuple):
    """A shaded rectangle and its colour as "RRGGBB"."""

    box: Box
    colour: str


class Drawing(NamedTuple):
    """What is drawn on a page beside text: rules as thin boxes (flat or upright), fills, and boxes of pictures."""

    flat: list[Box]
    upright: list[Box]
    fills: list[Fill]
    pictures: list[Box]


def drawing(page: Any, frame: Frame) -> Drawing:
    """All rules, fills and pictures of a raw PDFium page, in the points of the frame."""
    collector = _Collector(frame)
    items = (pdfium.FPDFPage_GetObject(page, i) for i in range(min(pdfium.FPDFPage_CountObjects(page), _MAX_OBJECTS)))
    collector.add(items, IDENTITY, 0)
    return collector.drawing


class _Collector:
    def __init__(self, frame: Frame) -> None:
        self.drawing = Drawing([], [], [], [])
        self._frame = frame
        self._area: Box = (0.0, 0.0, frame.width, frame.height)
        self._edges = tuple(ctypes.c_float() for _ in range(4))
        self._colour = tuple(ctypes.c_uint() for _ in range(4))
        self._mode = ctypes.c_int()
        self._stroke = ctypes.c_int()

    def add(self, items: Iterable[Any], outer: Matrix, depth: int) -> None:
        """Collect page objects; a form XObject is entered with its matrix applied before `outer`."""
        for item in items:
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(item, outer)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._picture(self._bounds(item, outer))
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
                count = min(pdfium.FPDFFormObj_CountObjects(item), _MAX_OBJECTS)
                inner = (pdfium.FPDFFormObj_GetObject(item, index) for index in range(count))
                self.add(inner, product(matrix_of(item), outer), depth + 1)

    def _bounds(self, item: Any, outer: Matrix) -> Box:
        """The object's box in the frame; it includes the stroke's width."""
        left, bottom, right, top = self._edges
        pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        if outer is IDENTITY:
            return self._frame.box(left.value, bottom.value, right.value, top.value)
        corners = [apply(outer, x, y) for x in (left.value, right.value) for y in (bottom.value, top.value)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return self._frame.box(min(xs), min(ys), max(xs), max(ys))

    def _path(self, item: Any, outer: Matrix) -> None:
        pdfium.FPDFPath_GetDrawMode(item, self._mode, self._stroke)
        filled, stroked = self._mode.value != pdfium.FPDF_FILLMODE_NONE, bool(self._stroke.value)
        if not filled and not stroked:
            return
        box = self._bounds(item, outer)
        if not _overlap(box, self._area):
            return
        fill = self._ink(pdfium.FPDFPageObj_GetFillColor, item) if filled else None
        ink = self._ink(pdfium.FPDFPageObj_GetStrokeColor, item) if stroked else None
        if box[2] - box[0] <= THIN or box[3] - box[1] <= THIN:
            # A white line only covers something up; a white stroke around a dark fill doesn't hide the fill.
            if fill or ink:
                self._rule(box)
            return
        if filled and fill is None and not stroked:
            return
        for points, curved in self._subpaths(item, product(matrix_of(item), outer)):
            self._subpath(points, curved, fill, ink)

    def _subpath(self, points: list[tuple[float, float]], curved: bool, fill: str | None, ink: str | None) -> None:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        pairs = list(pairwise(points))
        if ink:
            for (ax, ay), (bx, by) in pairs:
                if abs(ax - bx) <= _STRAIGHT or abs(ay - by) <= _STRAIGHT:
                    self._rule((min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))
        if fill and not curved and len(points) >= 4:
            if min(box[2] - box[0], box[3] - box[1]) <= THIN:
                self._rule(box)
            elif all(abs(ax - bx) <= _STRAIGHT or abs(ay - by) <= _STRAIGHT for (ax, ay), (bx, by) in pairs):
                self.drawing.fills.append(Fill(_cut(box, self._area), fill))

    def _subpaths(self, item: Any, matrix: Matrix) -> list[tuple[list[tuple[float, float]], bool]]:
        """The pieces of a path: their corner points in the frame, closed ones with the first repeated, and whether
        any part is a curve (curves are left out, so that rounded boxes keep their straight sides)."""
        pieces: list[tuple[list[tuple[float, float]], bool]] = []
        points: list[tuple[float, float]] = []
        curved = False
        x, y = ctypes.c_float(), ctypes.c_float()
        for index in range(pdfium.FPDFPath_CountSegments(item)):
            segment = pdfium.FPDFPath_GetPathSegment(item, index)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            point = self._frame.point(*apply(matrix, x.value, y.value))
            if kind == pdfium.FPDF_SEGMENT_LINETO:
                points.append(point)
            else:
                curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
                if kind == pdfium.FPDF_SEGMENT_MOVETO:
                    if len(points) > 1:
                        pieces.append((points, curved))
                    points, curved = [point], False
                else:
                    points = self._after_curve(pieces, points, point)
            if pdfium.FPDFPathSegment_GetClose(segment) and points:
                points.append(points[0])
        if len(points) > 1:
            pieces.append((points, curved))
        return pieces

    @staticmethod
    def _after_curve(
        pieces: list[tuple[list[tuple[float, float]], bool]],
        points: list[tuple[float, float]],
        point: tuple[float, float],
    ) -> list[tuple[float, float]]:
        """End the straight run before a curve and start a new one at the curve's end."""
        if len(points) > 1:
            pieces.append((points, True))
        return [point]

    def _rule(self, box: Box) -> None:
        """A thin box as a rule along its longer side; a dot counts as both, since dots make dotted lines."""
        width, height = box[2] - box[0], box[3] - box[1]
        if height <= THIN and (width >= height or width <= THIN):
            self.drawing.flat.append(box)
        if width <= THIN and (height >= width or height <= THIN):
            self.drawing.upright.append(box)

    def _picture(self, box: Box) -> None:
        if _overlap(box, self._area):
            self.drawing.pictures.append(_cut(box, self._area))

    def _ink(self, getter: Any, item: Any) -> str | None:
        """The colour as "RRGGBB", None for white or transparent ink."""
        red, green, blue, alpha = self._colour
        if not getter(item, red, green, blue, alpha) or alpha.value < _INVISIBLE:
            return None
        if min(red.value, green.value, blue.value) >= _WHITE:
            return None
        return f"{red.value:02X}{green.value:02X}{blue.value:02X}"


def _overlap(a: Box, b: Box) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def _cut(box: Box, area: Box) -> Box:
    return max(box[0], area[0]), max(box[1], area[1]), min(box[2], area[2]), min(box[3], area[3])
