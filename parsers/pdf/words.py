"""The words of a PDF page with their boxes, as PDFium reads them.

PDFium gives text as one run of characters; a word is what stands between white space. Only its first and last
character are asked for a box, which is what makes this fast; single characters are asked when a word has to be split.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import msgspec
import pypdfium2.raw as pdfium

from saksama.parsers.pdf.calls import bound, numbers
from saksama.parsers.pdf.frame import Frame

# PDFium marks a hyphen that ends a line with one of these and puts no white space after it.
HYPHENS = "\x02\ufffe"
_WORD = re.compile(rf"[^\s{HYPHENS}\x00\u00a0]+[{HYPHENS}]?|[{HYPHENS}]")
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|,b$", re.IGNORECASE)
_BOLD_WEIGHT = 600
# Degrees from the nearest right angle above which text counts as slanted (watermarks).
_SLANT = 8.0
# Text without height is not seen, but gaps are measured in heights.
_LEAST_SIZE = 0.1


class Word(msgspec.Struct, frozen=True, gc=False):
    """One word and its box in points of the frame.

    turn: clockwise quarter turns of the text (0 upright, 3 reading upwards, None slanted); first and last: indices of
    its characters in the page's text; soft: ended by a line-end hyphen.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    turn: int | None
    size: float
    bold: bool
    first: int
    last: int
    soft: bool

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of the box."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


# One room for all pages, since PDFium is asked by one thread at a time anyway.
_BOX = numbers(ctypes.c_float, 4)
_loose_box = bound(pdfium.FPDFText_GetLooseCharBox)
_text_object = bound(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)
_angle = bound(pdfium.FPDFText_GetCharAngle, ctypes.c_float)
_font = bound(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p)
_font_name = bound(pdfium.FPDFFont_GetBaseFontName, ctypes.c_size_t)
_font_weight = bound(pdfium.FPDFFont_GetWeight)
_render_mode = bound(pdfium.FPDFTextObj_GetTextRenderMode)


_Style = tuple[int | None, bool]
"""How text is set: quarter turns clockwise on the page as stored (None slanted), and whether it is bold."""


class TextPage:
    """The text layer of one page; a context manager, since PDFium's memory must be given back."""

    def __init__(self, page: Any) -> None:
        self._raw = pdfium.FPDFText_LoadPage(page)
        self.count: int = max(0, pdfium.FPDFText_CountChars(self._raw))
        self.text = self._text()
        self._has_pairs = _has_halves(self.text)
        self._object = ctypes.c_void_p()
        self._fonts: dict[int, bool] = {}
        self._styles: dict[int | None, _Style] = {}

    def __enter__(self) -> TextPage:
        return self

    def __exit__(self, *_: object) -> None:
        pdfium.FPDFText_ClosePage(self._raw)

    def _text(self) -> str:
        """One Python character per PDFium character, so that indices agree."""
        # A power of two, since ctypes makes a new type for every length.
        buffer = (ctypes.c_ushort * (1 << self.count.bit_length()))()
        written = pdfium.FPDFText_GetText(self._raw, 0, self.count, buffer)
        units = bytes(memoryview(buffer).cast("B")[: 2 * max(0, written - 1)])
        # A unit is taken as it is (surrogatepass by halves): decoding pairs would shift all later indices.
        if written - 1 == self.count:
            text = units.decode("utf-16-le", "surrogatepass")
            return text if len(text) == self.count else "".join(map(chr, memoryview(units).cast("H")))
        return "".join(chr(pdfium.FPDFText_GetUnicode(self._raw, i)) for i in range(self.count))

    def box(self, index: int, frame: Frame) -> tuple[float, float, float, float]:
        """x0, top, x1, bottom of one character in the frame (the loose box: font height, advance width)."""
        return frame.box(*self._edges(index))

    def _edges(self, index: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a character on the page as stored."""
        _loose_box(self._raw, index, _BOX.refs[0])
        left, top, right, bottom = _BOX.read()
        return left, bottom, right, top

    def words(self, frame: Frame) -> list[Word]:
        """All words in the order of the page's text."""
        return self._words([match.span() for match in _WORD.finditer(self.text)], frame)

    def split(self, word: Word, at: list[float], frame: Frame) -> list[Word]:
        """Cut a word where the middles of its characters pass the given x (points of the frame, ascending)."""
        boxes = [self.box(index, frame) for index in range(word.first, word.last + 1)]
        cuts = [0]
        for x in at:
            cut = sum((box[0] + box[2]) / 2 < x for box in boxes)
            if cuts[-1] < cut < len(boxes):
                cuts.append(cut)
        cuts.append(len(boxes))
        return self._words([(word.first + start, word.first + end) for start, end in pairwise(cuts)], frame)

    def _words(self, spans: Sequence[tuple[int, int]], frame: Frame) -> list[Word]:
        """The words of these characters (first, end).

        Every word of a document is made in this loop: names bound before it, and comparisons instead of calls, since
        a call of min or max takes as long as asking PDFium for a box.
        """
        words = []
        raw, ((box, *_), read), styles = self._raw, _BOX, self._styles
        whole, has_pairs, turns, across, down = self.text, self._has_pairs, frame.turns, frame.left, frame.top
        for first, end in spans:
            text = whole[first:end]
            soft = text[-1] in HYPHENS
            if soft:
                text = text[:-1] + "-"
            if has_pairs:
                text = _pairs(text)
            _loose_box(raw, first, box)
            left, high, right, low = read()
            if end - first > 1:
                _loose_box(raw, end - 1, box)
                a, d, c, b = read()
                left, right = left if left < a else a, right if right > c else c
                low, high = low if low < b else b, high if high > d else d
            if turns or left > right or low > high:
                x0, top, x1, bottom = frame.box(left, low, right, high)
            else:
                x0, top, x1, bottom = left - across, down - high, right - across, down - low
            address = _text_object(raw, first)
            quarter, bold = styles.get(address) or self._style(first, address)
            turn = None if quarter is None else (turns + quarter) % 4
            size = x1 - x0 if turn in {1, 3} else bottom - top
            size = size if size > _LEAST_SIZE else _LEAST_SIZE
            words.append(Word(text, x0, top, x1, bottom, turn, size, bold, first, end - 1, soft))
        return words

    def _style(self, index: int, address: int | None) -> _Style:
        """How a character of the text object at an address is set; all of one text object are set alike."""
        if not address:
            return self._quarter(index), False
        style = self._styles[address] = self._quarter(index), self._bold(address)
        return style

    def _quarter(self, index: int) -> int | None:
        # PDFium measures clockwise: 270 degrees is text that reads upwards.
        angle = _angle(self._raw, index)
        if not angle:
            return 0
        degrees = math.degrees(angle)
        if abs(degrees - 90 * round(degrees / 90)) > _SLANT:
            # Sheared letters (a faked italic) look turned to it; their base line tells.
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFText_GetMatrix(self._raw, index, matrix)
            degrees = -math.degrees(math.atan2(matrix.b, matrix.a))
        quarter = round(degrees / 90)
        return quarter if abs(degrees - 90 * quarter) <= _SLANT else None

    def _bold(self, address: int) -> bool:
        text_object = self._object
        text_object.value = address
        font = _font(text_object)
        if not font:
            return False
        if font not in self._fonts:
            self._fonts[font] = _is_bold(ctypes.c_void_p(font))
        # Fill and stroke together is how printer drivers fake a bold face.
        return self._fonts[font] or _render_mode(text_object) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE


def _is_bold(font: Any) -> bool:
    buffer = ctypes.create_string_buffer(128)
    _font_name(font, buffer, ctypes.c_size_t(128))
    name = buffer.value.decode("latin-1")
    return bool(_BOLD_NAME.search(name)) or _font_weight(font) >= _BOLD_WEIGHT


def _has_halves(text: str) -> bool:
    """Whether there are halves of surrogate pairs, which no encoding takes."""
    try:
        text.encode("utf-16-le")
    except UnicodeEncodeError:
        return True
    return False


def _pairs(text: str) -> str:
    """Join surrogate halves into characters; a half alone becomes U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
