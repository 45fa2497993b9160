"""The ruling lines, shaded rectangles and pictures of a PDF page.

Word draws a border as a thin filled rectangle, Excel as a stroked line, printer drivers as one long path, and any of
them inside a form XObject. All become horizontal and vertical pieces in the page as shown.
"""

from __future__ import annotations

import ctypes
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from saksama.parsers.model import Box
from saksama.parsers.pdf.calls import bound, numbers, page_object
from saksama.parsers.pdf.frame import IDENTITY, Frame, Matrix, apply, matrix_of, product

# A rectangle up to this thick (points) is a drawn line.
THIN = 3.0
_WHITE = 248
_INVISIBLE = 16
_MAX_OBJECTS = 200_000
_MAX_DEPTH = 8
_STRAIGHT = 0.75

# One room each for all pages, since PDFium is asked by one thread at a time anyway.
_EDGES, _COLOUR = numbers(ctypes.c_float, 4), numbers(ctypes.c_uint, 4)
_MODE, _POINT = numbers(ctypes.c_int, 2), numbers(ctypes.c_float, 2)
_PATH, _IMAGE, _FORM = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM
_LINE, _BEZIER, _MOVE = pdfium.FPDF_SEGMENT_LINETO, pdfium.FPDF_SEGMENT_BEZIERTO, pdfium.FPDF_SEGMENT_MOVETO

_form_object = bound(pdfium.FPDFFormObj_GetObject, ctypes.c_void_p)
_count_form = bound(pdfium.FPDFFormObj_CountObjects)
_type = bound(pdfium.FPDFPageObj_GetType)
_draw_mode = bound(pdfium.FPDFPath_GetDrawMode)
_object_bounds = bound(pdfium.FPDFPageObj_GetBounds)
_fill_colour = bound(pdfium.FPDFPageObj_GetFillColor)
_stroke_colour = bound(pdfium.FPDFPageObj_GetStrokeColor)
_count_segments = bound(pdfium.FPDFPath_CountSegments)
_segment = bound(pdfium.FPDFPath_GetPathSegment, ctypes.c_void_p)
_segment_type = bound(pdfium.FPDFPathSegment_GetType)
_segment_point = bound(pdfium.FPDFPathSegment_GetPoint)
_segment_closes = bound(pdfium.FPDFPathSegment_GetClose)


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
    collector.add(page_object, page, pdfium.FPDFPage_CountObjects(page), IDENTITY, 0)
    return collector.drawing


class _Collector:
    def __init__(self, frame: Frame) -> None:
        self.drawing = Drawing([], [], [], [])
        self._frame, self._box = frame, frame.box
        self._width, self._height = frame.width, frame.height

    def add(self, get: Any, owner: Any, count: int, outer: Matrix, depth: int) -> None:
        """Collect the objects that `get` gives of a page or form; a form within is entered with its matrix applied
        before `outer`.

        Pages have hundreds of paths, most of them thin rectangles: these are done within this loop.
        """
        (mode, stroke), modes = _MODE
        (red, green, blue, alpha), colours = _COLOUR
        across, down = self._frame.width, self._frame.height
        item = ctypes.c_void_p()
        for index in range(min(count, _MAX_OBJECTS)):
            item.value = get(owner, index)
            kind = _type(item)
            if kind == _PATH:
                _draw_mode(item, mode, stroke)
                filled, stroked = modes()
                if not filled and not stroked:
                    continue
                box = x0, top, x1, bottom = self._bounds(item, outer)
                if x0 > across or x1 < 0.0 or top > down or bottom < 0.0:
                    continue
                fill = _shown(*colours()) if filled and _fill_colour(item, red, green, blue, alpha) else None
                ink = _shown(*colours()) if stroked and _stroke_colour(item, red, green, blue, alpha) else None
                width, height = x1 - x0, bottom - top
                if width <= THIN or height <= THIN:
                    # A white line only covers something up; a white stroke around a dark fill doesn't hide the fill.
                    if fill or ink:
                        self._rule(box, width, height)
                elif stroked or fill:
                    self._shape(item, outer, fill, ink)
            elif kind == _IMAGE:
                self._picture(self._bounds(item, outer))
            elif kind == _FORM and depth < _MAX_DEPTH:
                self.add(_form_object, item, _count_form(item), product(matrix_of(item), outer), depth + 1)

    def _bounds(self, item: Any, outer: Matrix) -> Box:
        """The object's box in the frame; it includes the stroke's width."""
        (left_ref, bottom_ref, right_ref, top_ref), read = _EDGES
        _object_bounds(item, left_ref, bottom_ref, right_ref, top_ref)
        left, bottom, right, top = read()
        if outer is IDENTITY:
            return self._box(left, bottom, right, top)
        corners = [apply(outer, x, y) for x in (left, right) for y in (bottom, top)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return self._frame.box(min(xs), min(ys), max(xs), max(ys))

    def _shape(self, item: Any, outer: Matrix, fill: str | None, ink: str | None) -> None:
        """A path that is no rule by itself, piece by piece."""
        inner = matrix_of(item)
        for points, curved in self._subpaths(item, inner if outer is IDENTITY else product(inner, outer)):
            self._subpath(points, curved, fill, ink)

    def _subpath(self, points: list[tuple[float, float]], curved: bool, fill: str | None, ink: str | None) -> None:
        if ink:
            for (ax, ay), (bx, by) in pairwise(points):
                if abs(ax - bx) <= _STRAIGHT or abs(ay - by) <= _STRAIGHT:
                    side = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
                    self._rule(side, side[2] - side[0], side[3] - side[1])
        if fill and not curved and len(points) >= 4:
            xs, ys = zip(*points, strict=True)
            box = (min(xs), min(ys), max(xs), max(ys))
            if min(box[2] - box[0], box[3] - box[1]) <= THIN:
                self._rule(box, box[2] - box[0], box[3] - box[1])
            elif not [
                None for (ax, ay), (bx, by) in pairwise(points) if abs(ax - bx) > _STRAIGHT and abs(ay - by) > _STRAIGHT
            ]:
                self.drawing.fills.append(Fill(self._cut(box), fill))

    def _subpaths(self, item: Any, matrix: Matrix) -> list[tuple[list[tuple[float, float]], bool]]:
        """The pieces of a path: their corner points in the frame, closed ones with the first repeated, and whether
        any part is a curve (curves are left out, so that rounded boxes keep their straight sides)."""
        pieces: list[tuple[list[tuple[float, float]], bool]] = []
        points: list[tuple[float, float]] = []
        curved = False
        a, b, c, d, e, f = matrix
        point_of = self._frame.point
        (x_ref, y_ref), read = _POINT
        segment = ctypes.c_void_p()
        for index in range(_count_segments(item)):
            segment.value = _segment(item, index)
            kind = _segment_type(segment)
            _segment_point(segment, x_ref, y_ref)
            x, y = read()
            point = point_of(a * x + c * y + e, b * x + d * y + f)
            if kind == _LINE:
                points.append(point)
            else:
                curved = curved or kind == _BEZIER
                if kind == _MOVE:
                    if len(points) > 1:
                        pieces.append((points, curved))
                    points, curved = [point], False
                else:
                    points = self._after_curve(pieces, points, point)
            if _segment_closes(segment) and points:
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

    def _rule(self, box: Box, width: float, height: float) -> None:
        """A thin box as a rule along its longer side; a dot counts as both, since dots make dotted lines."""
        if height <= THIN and (width >= height or width <= THIN):
            self.drawing.flat.append(box)
        if width <= THIN and (height >= width or height <= THIN):
            self.drawing.upright.append(box)

    def _picture(self, box: Box) -> None:
        if box[0] <= self._width and box[2] >= 0.0 and box[1] <= self._height and box[3] >= 0.0:
            self.drawing.pictures.append(self._cut(box))

    def _cut(self, box: Box) -> Box:
        """What of a box lies on the page."""
        return max(box[0], 0.0), max(box[1], 0.0), min(box[2], self._width), min(box[3], self._height)


@lru_cache(maxsize=1024)
def _shown(red: int, green: int, blue: int, alpha: int) -> str | None:
    if alpha < _INVISIBLE or min(red, green, blue) >= _WHITE:
        return None
    return f"{red:02X}{green:02X}{blue:02X}"
