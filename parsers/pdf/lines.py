"""Words -> lines: which words stand on one line, and what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import msgspec
from msgspec.structs import replace

from saksama.parsers.model import Box
from saksama.parsers.pdf.words import Word

MARKER = re.compile(
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]+|\d{1,2}(?:\.\d{1,2})+|[-–—•▪*·➢✓√\uf000-\uf0ff])$"
)
_SPREAD = 5


class Line(msgspec.Struct, frozen=True, gc=False):
    """Words on one line, left to right in reading direction, and the box around them (upright coordinates).

    size is the usual height of the words' font in points; text has the words with single spaces.
    """

    words: tuple[Word, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    text: str

    @property
    def bold(self) -> bool:
        """Whether most of the text is bold."""
        return mostly_bold(self.words)


def _text(words: Sequence[Word]) -> str:
    """Words with single spaces; those that touch (a kerned or re-styled part) are one."""
    spaced = _spaced_letters(words)
    parts = [words[0].text]
    for index, (left, right) in enumerate(pairwise(words)):
        # Without white space between them in the file, only a visible gap makes two words of it.
        glued = right.first == left.last + 1 and right.x0 - left.x1 < 0.15 * left.size and not left.soft
        parts.append(right.text if glued or index in spaced else f" {right.text}")
    return "".join(parts)


def _spaced_letters(words: Sequence[Word]) -> set[int]:
    """Gaps (by index of the word before) that only s p r e a d the letters of a word: among five and more single
    letters in a row those that are not clearly wider than most."""
    inside: set[int] = set()
    if len(words) < _SPREAD or sum([len(word.text) == 1 for word in words]) < _SPREAD:
        return inside
    single = [len(word.text) == 1 and word.text.isalpha() for word in words]
    start = 0
    for end in range(1, len(words) + 1):
        if end < len(words) and single[end] == single[start]:
            continue
        run = words[start:end]
        if single[start] and len(run) >= _SPREAD:
            gaps = [right.x0 - left.x1 for left, right in pairwise(run)]
            usual = median(gaps)
            inside.update(start + i for i, gap in enumerate(gaps) if gap <= 1.5 * usual + 0.05 * run[0].size)
        start = end
    return inside


def make_line(words: Sequence[Word]) -> Line:
    """A line of words that are in order already."""
    if len(words) == 1:
        (word,) = words
        return Line((word,), word.x0, word.top, word.x1, word.bottom, word.size, word.text)
    # Lists, since generators take twice the time, and every word of a document comes by here.
    return Line(
        tuple(words),
        min([w.x0 for w in words]),
        min([w.top for w in words]),
        max([w.x1 for w in words]),
        max([w.bottom for w in words]),
        sorted([w.size for w in words])[len(words) // 2],
        _text(words),
    )


def box_of(lines: Sequence[Line]) -> Box:
    """The box around lines."""
    return min(i.x0 for i in lines), min(i.top for i in lines), max(i.x1 for i in lines), max(i.bottom for i in lines)


def upright(word: Word) -> Word:
    """A turned word in coordinates in which it reads from left to right and lines follow downwards."""
    match word.turn:
        case 1:
            return replace(word, x0=word.top, x1=word.bottom, top=-word.x1, bottom=-word.x0)
        case 2:
            return replace(word, x0=-word.x1, x1=-word.x0, top=-word.bottom, bottom=-word.top)
        case 3:
            return replace(word, x0=-word.bottom, x1=-word.top, top=word.x0, bottom=word.x1)
        case _:
            return word


def turned_lines(words: Sequence[Word]) -> list[Line]:
    """Lines of words in any turn; boxes stay where the words stand on the page."""
    lines = lines_of([word for word in words if not word.turn])
    for turn in (3, 1, 2):
        original = {word.first: word for word in words if word.turn == turn}
        for line in lines_of([upright(word) for word in original.values()]):
            lines.append(make_line([original[word.first] for word in line.words]))
    return sorted(lines, key=lambda line: (line.top, line.x0))


def lines_of(words: Sequence[Word]) -> list[Line]:
    """Upright words grouped into lines from top to bottom: those share a line whose middles are close."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.top + w.bottom, w.x0)):
        if rows:
            seed = rows[-1][0]
            apart = abs((word.top + word.bottom) - (seed.top + seed.bottom)) / 2
            if apart < 0.4 * max(min(word.size, seed.size), 1.0) or _raised(word, rows[-1]):
                rows[-1].append(word)
                continue
        rows.append([word])
    return [make_line(sorted(row, key=lambda w: (w.x0, w.first)) if len(row) > 1 else row) for row in rows]


def _raised(word: Word, row: Sequence[Word]) -> bool:
    """Whether a word is a sub- or superscript of a line: much smaller, right behind one of its words."""
    return any(
        word.size < 0.75 * other.size
        and word.top >= other.top - 0.2 * other.size
        and word.bottom <= other.bottom + 0.3 * other.size
        and -1 <= word.x0 - other.x1 < 0.3 * other.size
        for other in row
    )


def mostly_bold(words: Sequence[Word]) -> bool:
    """Whether most letters of the words are bold."""
    if not any(word.bold for word in words):
        return False
    return sum([len(word.text) for word in words if word.bold]) * 2 > sum([len(word.text) for word in words])
