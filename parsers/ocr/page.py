"""A page image -> words, rules and ink in points, ready for the same grid that PDF pages with text go through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import cv2
import msgspec
import numpy as np

from saksama.parsers.model import Box
from saksama.parsers.ocr.bridges import bridged
from saksama.parsers.ocr.engine import Reading, find_lines, read_lines
from saksama.parsers.ocr.ink import strokes
from saksama.parsers.ocr.marks import likely, mark_text, marks
from saksama.parsers.ocr.rules import coloured, ink, rules
from saksama.parsers.ocr.tables import drawings, grids_of, ink_box, missed, outside
from saksama.parsers.ocr.turn import Image, Quads, lean, sideways, straightened, turned, turned_image
from saksama.parsers.ocr.words import (
    Piece,
    cut_at_walls,
    is_figure,
    is_tall,
    plain,
    same_figure,
    spaced,
    usual_height,
    with_nip_apart,
    without_speck,
    words_of,
)
from saksama.parsers.pdf.words import Word

_LEAST_SCORE = 0.6
_SURE = 0.8
_SURE_FIGURE = 0.85
_SAMPLES = 4
_RIGHT_WAY = 0.9
_PAD = 0.25
# Blank (share of the line's height) that is a space between words.
_SPACE = 0.19
_APART = 0.4
_SPECK = 0.45
_STAMP = 3.0
# A coloured stroke with this share of black ink around (pixels) crosses text.
_AROUND, _BLACK_NEAR = (31, 31), 0.06


class Scan(NamedTuple):
    """What a scanned page shows, in points of the page turned clockwise by `turns` quarters and straightened.

    doubtful: places of numbers that two readings give differently; strokes: ink that is neither text nor rule.
    """

    turns: int
    words: list[Word]
    flat: list[Box]
    upright: list[Box]
    strokes: list[Box]
    doubtful: list[Box]


def read_image(image: Image, scale: float) -> Scan:
    """Read a colour page (rows x columns x 3, blue first) of `scale` pixels per point."""
    quads = find_lines(image)
    turns = _turns(image, quads)
    quads = turned(quads, turns, image.shape[1], image.shape[0])
    image, quads = straightened(turned_image(image, turns), quads, lean(quads))
    grey = np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    dark = ink(grey, scale)
    pen = coloured(image)
    around = [_around(quad) for quad in quads]
    flat, upright, lines = rules(dark, pen, around, scale)
    bare = _without(image, lines, dark, pen)
    flat, upright = bridged(flat, upright, scale)
    loose = np.where(_mask([*flat, *upright], lines) > 0, 0, dark).astype(np.uint8)
    emblems = drawings(grids_of(flat, upright, scale), around, scale)
    flat, upright = outside(flat, emblems), outside(upright, emblems)
    grids = grids_of(flat, upright, scale)
    boxes = [piece for box in outside(around, emblems) for piece in cut_at_walls(box, upright)]
    boxes += missed(grids, boxes, loose, scale)
    pieces = _read(boxes, bare, loose)
    pieces += _marks([piece.box for piece in pieces], upright, bare, loose)
    height = usual_height([piece.box for piece in pieces if not piece.turn])
    black = [piece for piece in pieces if not _is_coloured(piece.box, dark, pen)]
    known = _mask([piece.box for piece in black if piece.score >= _SURE], lines)
    hands = strokes(pen, dark, known, height, scale)
    pieces = [piece for piece in pieces if piece in black or not _in_stamp(piece.box, hands)]
    return Scan(
        turns,
        [_word(word, scale) for word in words_of(pieces)],
        [_points(box, scale) for box in flat],
        [_points(box, scale) for box in upright],
        [_points(box, scale) for box in hands],
        [_points(piece.box, scale) for piece in pieces if piece.doubtful],
    )


def _turns(image: Image, quads: Quads) -> int:
    """Clockwise quarter turns that bring the text upright: a few lines are read both ways round."""
    first = 1 if sideways(quads) else 0
    scores = []
    for turns in (first, first + 2):
        around = [_around(quad) for quad in turned(quads, turns, image.shape[1], image.shape[0])]
        # Lines of middling length: long enough to tell, short enough to be quick.
        around.sort(key=lambda box: abs((box[2] - box[0]) - 8 * (box[3] - box[1])))
        page = turned_image(image, turns)
        readings = read_lines([_crop(page, box) for box in around[:_SAMPLES]])
        scores.append((sum(reading.score for reading in readings), -turns))
        if not first and scores[0][0] >= _RIGHT_WAY * len(readings):
            break
    return -max(scores)[1]


def _read(boxes: Sequence[Box], page: Image, dark: Image) -> list[Piece]:
    """The pieces that the boxes hold; numbers are read a second time, from a picture cut and scaled differently."""
    usual = usual_height(boxes)
    tall = [box for box in boxes if is_tall(box, usual)]
    level = [box for box in boxes if not is_tall(box, usual)]
    readings = read_lines([_crop(page, box) for box in level])
    pieces = [_spaced(_piece(box, reading, 0), dark) for box, reading in zip(level, readings, strict=True)]
    figures = [index for index, piece in enumerate(pieces) if is_figure(piece.text)]
    again = read_lines([_closer(page, dark, pieces[index].box) for index in figures])
    for index, reading in zip(figures, again, strict=True):
        pieces[index] = _checked(pieces[index], reading)
    upwards = [np.ascontiguousarray(np.rot90(_crop(page, box), -1)) for box in tall]
    downwards = [np.ascontiguousarray(np.rot90(_crop(page, box), 1)) for box in tall]
    for box, up, down in zip(tall, read_lines(upwards), read_lines(downwards), strict=True):
        pieces.append(_piece(box, up, 3) if up.score >= down.score else _piece(box, down, 1))
    return [
        piece._replace(text=with_nip_apart(without_speck(piece.text)))
        for piece in pieces
        if piece.text and piece.score >= _LEAST_SCORE and not _is_speck(piece, usual)
    ]


def _marks(boxes: Sequence[Box], walls: Sequence[Box], page: Image, dark: Image) -> list[Piece]:
    """Numbers, bullets and colons that stand alone before the text boxes."""
    usual = usual_height(boxes)
    places = marks(dark, boxes, usual)
    readings = read_lines([_closer(page, dark, box) for box in places])
    texts = [mark_text(dark, box, reading.text, usual) for box, reading in zip(places, readings, strict=True)]
    # A mark is of its line's height, however little ink it has.
    return [
        Piece(text, (box[0], (box[1] + box[3] - usual) / 2, box[2], (box[1] + box[3] + usual) / 2))
        for box, text in likely(list(zip(places, texts, strict=True)), boxes, walls, usual)
    ]


def _is_coloured(box: Box, dark: Image, pen: Any) -> bool:
    """Whether most of the ink in a box is coloured."""
    left, top, right, bottom = (max(int(value), 0) for value in box)
    inked = dark[top:bottom, left:right] > 0
    return bool(2 * (inked & pen[top:bottom, left:right]).sum() > inked.sum() > 0)


def _in_stamp(box: Box, hands: Sequence[Box]) -> bool:
    """Whether coloured text lies within a stamp, which is much higher than itself."""
    x, y, height = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, box[3] - box[1]
    return any(
        hand[0] < x < hand[2] and hand[1] < y < hand[3] and hand[3] - hand[1] > _STAMP * height for hand in hands
    )


def _is_speck(piece: Piece, usual: float) -> bool:
    """Whether a short piece is much smaller than the page's text: dirt that looks like a letter."""
    return len(piece.text) < 3 and piece.box[3] - piece.box[1] < _SPECK * usual


def _piece(box: Box, reading: Reading, turn: int) -> Piece:
    text = plain(reading.text)
    kept = text == " ".join(reading.text.split())
    at = tuple(box[0] + share * (box[2] - box[0]) for share in reading.at) if kept and not turn else ()
    return Piece(text, box, at, reading.score, turn)


def _spaced(piece: Piece, dark: Image) -> Piece:
    """The piece within the edges of its ink, with the spaces that the recogniser left out where the ink is blank."""
    left, top, right, bottom = (max(int(value), 0) for value in piece.box)
    columns: Any = (dark[top:bottom, left:right] > 0).any(axis=0)
    inked = np.flatnonzero(columns)
    if not len(inked):
        return piece
    edges = np.flatnonzero(np.diff(columns[inked[0] : inked[-1] + 1].astype(np.int8))) + 1 + inked[0] + left
    wide = _SPACE * (bottom - top)
    blanks = tuple((float(a), float(b)) for a, b in zip(edges[::2], edges[1::2], strict=True))
    gaps = [(a, b) for a, b in blanks if b - a >= wide]
    x0, x1 = left + float(inked[0]), left + float(inked[-1] + 1)
    if piece.at:
        # What stands behind a wide blank beyond the last character is the edge of a neighbour.
        apart = _APART * (bottom - top)
        # Characters are placed in steps: half of `apart` is allowed for.
        x0 = max([x0, *(b for a, b in blanks if b <= piece.at[0] + apart / 2 and b - a >= apart)])
        x1 = min([x1, *(a for a, b in blanks if a >= piece.at[-1] - apart / 2 and b - a >= apart)])
    box = (x0, piece.box[1], x1, piece.box[3])
    return piece._replace(text=spaced(piece.text, piece.at, gaps), box=box, blanks=blanks)


def _checked(piece: Piece, again: Reading) -> Piece:
    """A number with its second reading: the surer one stays, and where they differ it is doubtful."""
    second = plain(again.text)
    if same_figure(piece.text, second):
        return piece._replace(doubtful=max(piece.score, again.score) < _SURE_FIGURE)
    if again.score > piece.score and is_figure(second):
        return piece._replace(text=second, at=(), score=again.score, doubtful=True)
    return piece._replace(doubtful=True)


def _closer(page: Image, dark: Image, box: Box) -> Image:
    """The text of a box cut close to its ink, a little blurred, on a white margin."""
    crop = _crop(page, ink_box(dark, box) or box)
    pad = max(int(_PAD * crop.shape[0]), 2)
    framed = cv2.copyMakeBorder(crop, pad, pad, 2 * pad, 2 * pad, cv2.BORDER_CONSTANT, value=(255, 255, 255))
    return np.asarray(cv2.GaussianBlur(framed, (3, 3), 0), dtype=np.uint8)


def _crop(page: Image, box: Box) -> Image:
    height, width = page.shape[:2]
    left, top = max(int(box[0]), 0), max(int(box[1]), 0)
    right, bottom = min(max(int(box[2]) + 1, left + 2), width), min(max(int(box[3]) + 1, top + 2), height)
    part = page[top:bottom, left:right]
    return part if part.size else np.full((8, 8, 3), 255, np.uint8)


def _around(quad: Any) -> Box:
    """The upright box around four corners."""
    return float(quad[:, 0].min()), float(quad[:, 1].min()), float(quad[:, 0].max()), float(quad[:, 1].max())


def _without(image: Image, lines: Image, dark: Image, pen: Any) -> Image:
    """The page with its rules painted over, so that they are not read as letters, and so the strokes of a coloured pen
    across black text; text that is coloured itself has little black ink near and stays."""
    black: Any = cv2.blur(((dark > 0) & ~pen).astype(np.float32), _AROUND)
    across: Any = pen & (np.asarray(black) > _BLACK_NEAR)
    ruled: Any = cv2.dilate(lines, np.ones((3, 3), np.uint8)) > 0
    return np.where((ruled | across)[..., None], np.uint8(255), image)


def _mask(boxes: Sequence[Box], lines: Image) -> Image:
    known = np.asarray(cv2.dilate(lines, np.ones((5, 5), np.uint8)), dtype=np.uint8).copy()
    for box in boxes:
        left, top, right, bottom = (max(int(value), 0) for value in box)
        known[top : bottom + 1, left : right + 1] = 255
    return known


def _points(box: Box, scale: float) -> Box:
    return box[0] / scale, box[1] / scale, box[2] / scale, box[3] / scale


def _word(word: Word, scale: float) -> Word:
    x0, top, x1, bottom = _points((word.x0, word.top, word.x1, word.bottom), scale)
    return msgspec.structs.replace(word, x0=x0, top=top, x1=x1, bottom=bottom, size=word.size / scale)
