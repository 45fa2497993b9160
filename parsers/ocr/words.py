"""What the recogniser saw -> words with boxes, as the PDF text layer would give them. Geometry alone, no images."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from saksama.parsers.model import Box
from saksama.parsers.pdf.words import Word

# The detector draws its boxes this much (share of their height) around the letters, above and below.
_AROUND = 0.07
# Line heights that differ by less (share) are of one size: with and without descenders.
_SAME_SIZE = 0.22
_WALL_EDGE, _WALL_LENGTH = 0.35, 1.4
_TALL = 2.0
_FOREIGN = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_MOST_FOREIGN = 0.3
_WIDE_FORMS = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | str.maketrans("。、łøđı", ".,lodi")
_SPECK = re.compile(r"^[.,'`’‘·]+\s+(?=\d)")
# Date of birth, month of appointment, sex, number.
_NIP = re.compile(
    r"(?<!\d)((?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d)\s?((?:19|20)\d\d(?:0[1-9]|1[0-2]))\s?([12])\s?(\d{3})(?!\d)"
)
_DIGIT_SHARE = 0.4
_CLOSING = ".,;)%"


class Piece(NamedTuple):
    """A run of text on one line: its box on the page, the middle of each character along it (none: spread evenly),
    the recogniser's score from 0 to 1, clockwise quarter turns; doubtful when two readings of its figures differ;
    blanks: stretches along the line without ink (start and end)."""

    text: str
    box: Box
    at: tuple[float, ...] = ()
    score: float = 1.0
    turn: int = 0
    doubtful: bool = False
    blanks: tuple[tuple[float, float], ...] = ()


def cut_at_walls(box: Box, walls: Sequence[Box]) -> list[Box]:
    """A text box cut where an upright rule runs through it: the detector joins neighbouring cells."""
    x0, top, x1, bottom = box
    height, middle = bottom - top, (top + bottom) / 2
    xs = sorted(
        (wall[0] + wall[2]) / 2
        for wall in walls
        if wall[1] < middle < wall[3]
        and wall[3] - wall[1] > _WALL_LENGTH * height
        and x0 + _WALL_EDGE * height < (wall[0] + wall[2]) / 2 < x1 - _WALL_EDGE * height
    )
    edges = [x0, *xs, x1]
    return [(left, top, right, bottom) for left, right in pairwise(edges) if right - left > 2]


def is_tall(box: Box, usual: float) -> bool:
    """Whether a box holds text that stands on its side; usual is the height of the page's lines."""
    width, height = box[2] - box[0], box[3] - box[1]
    return height > _TALL * width and height > _TALL * usual


def usual_height(boxes: Sequence[Box]) -> float:
    """The median height of text boxes, 0 without any."""
    return median(box[3] - box[1] for box in boxes) if boxes else 0.0


def plain(text: str) -> str:
    """Text without the letters of other scripts that a recogniser of many scripts sees in stamps and crests; "" for
    text that is mostly such."""
    # Indonesian has no accents: one is a speck above a letter.
    bare = unicodedata.normalize("NFD", text.translate(_WIDE_FORMS))
    text = " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())
    foreign = len(_FOREIGN.findall(text))
    return "" if foreign > _MOST_FOREIGN * len(text) else _FOREIGN.sub("", text).strip()


def without_speck(text: str) -> str:
    """Text without the dirt before its number ("' 95 %" -> "95 %")."""
    return _SPECK.sub("", text)


def with_nip_apart(text: str) -> str:
    """Text whose NIP has its four usual groups apart, if any of them were: narrow spaces are read by luck."""

    def grouped(match: re.Match[str]) -> str:
        return " ".join(match.groups()) if re.search(r"\s", match[0]) else match[0]

    return _NIP.sub(grouped, text)


def spaced(text: str, at: Sequence[float], gaps: Sequence[tuple[float, float]]) -> str:
    """Text with a space where a wide blank (start and end along the line) lies between two characters; `at` are the
    middles of the characters that are no space. Figures of one number are never parted."""
    solid = [index for index, c in enumerate(text) if not c.isspace()]
    if len(solid) != len(at):
        return text
    cuts = set()
    for left, right in gaps:
        middle = (left + right) / 2
        after = bisect_right(at, middle)
        if not 0 < after < len(at) or solid[after] != solid[after - 1] + 1:
            continue
        # The recogniser places characters in steps: the blank must hold well between the two.
        character = text[solid[after]]
        if character in _CLOSING or _inside_number(text, solid[after]):
            continue
        if at[after - 1] < middle < at[after]:
            cuts.add(solid[after])
    return "".join(f" {c}" if index in cuts else c for index, c in enumerate(text))


def _inside_number(text: str, index: int) -> bool:
    """Whether a figure stands before the character at an index, its points and commas aside, and goes on with it."""
    before = text[:index].rstrip(".,")
    return before[-1:].isdigit() and text[index].isdigit()


def is_figure(text: str) -> bool:
    """Whether text is mostly a number, which is worth a second reading."""
    solid = [c for c in text if c.isalnum()]
    return bool(solid) and sum(c.isdigit() for c in solid) >= _DIGIT_SHARE * len(solid)


def same_figure(one: str, other: str) -> bool:
    """Whether two readings of a number agree, spaces and punctuation at the ends aside."""
    return re.sub(r"\s+", "", one).strip(".,;:-") == re.sub(r"\s+", "", other).strip(".,;:-")


def words_of(pieces: Sequence[Piece]) -> list[Word]:
    """The words of recognised lines, in the same measure as their boxes.

    Sizes that differ only by ascenders and descenders are made equal, since later stages compare sizes.
    """
    usual = usual_height([piece.box for piece in pieces if not piece.turn])
    words: list[Word] = []
    index = 0
    for piece in pieces:
        for start, end, text in _tokens(piece.text):
            box = _upright_box(piece, start, end) if not piece.turn else _turned_box(piece, start, end)
            thick = box[3] - box[1] if not piece.turn else box[2] - box[0]
            size = usual if abs(thick - usual) <= _SAME_SIZE * usual else thick
            size *= 1 - 2 * _AROUND
            # Indices one apart would mean that no white space stands between two words.
            words.append(Word(text, *_slimmer(box, size, piece.turn), piece.turn, size, False, index, index, False))
            index += 2
    return words


def _tokens(text: str) -> list[tuple[int, int, str]]:
    """Words with the positions of their first and last character among the characters that are no space."""
    tokens = []
    position = 0
    for word in text.split():
        tokens.append((position, position + len(word) - 1, word))
        position += len(word)
    return tokens


def _upright_box(piece: Piece, start: int, end: int) -> Box:
    x0, top, x1, bottom = piece.box
    count = sum(not c.isspace() for c in piece.text)
    if len(piece.at) != count:
        return x0 + (x1 - x0) * start / count, top, x0 + (x1 - x0) * (end + 1) / count, bottom
    half = _half(piece, start, end)
    left = x0 if start == 0 else _blank(piece, start, piece.at[start] - half)[1]
    right = x1 if end == count - 1 else _blank(piece, end + 1, piece.at[end] + half)[0]
    return max(left, x0), top, min(max(right, left + 1), x1), bottom


def _blank(piece: Piece, after: int, at: float) -> tuple[float, float]:
    """The widest stretch without ink between the character `after` and the one before it, `at` twice where none is."""
    low, high = piece.at[after - 1], piece.at[after]
    between = [(a, b) for a, b in piece.blanks if low < (a + b) / 2 < high]
    return max(between, key=lambda blank: blank[1] - blank[0]) if between else (at, at)


def _half(piece: Piece, start: int, end: int) -> float:
    """Half the width of a character of a word."""
    if end > start:
        return (piece.at[end] - piece.at[start]) / (end - start) / 2
    return 0.25 * (piece.box[3] - piece.box[1])


def _turned_box(piece: Piece, start: int, end: int) -> Box:
    """A word's part of a box whose text runs upwards (turn 3) or downwards (turn 1)."""
    x0, top, x1, bottom = piece.box
    count = sum(not c.isspace() for c in piece.text)
    first, last = (bottom - top) * start / count, (bottom - top) * (end + 1) / count
    if piece.turn == 3:
        return x0, bottom - last, x1, bottom - first
    return x0, top + first, x1, top + last


def _slimmer(box: Box, size: float, turn: int) -> Box:
    """The box with the given size across its text, about the same middle."""
    x0, top, x1, bottom = box
    if turn:
        middle = (x0 + x1) / 2
        return middle - size / 2, top, middle + size / 2, bottom
    middle = (top + bottom) / 2
    return x0, middle - size / 2, x1, middle + size / 2
