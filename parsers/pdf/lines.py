"""Words -> lines: which words stand on one line, and what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median

import msgspec
from msgspec.structs import replace

from saksama.parsers.model import Box
from saksama.parsers.pdf.words import Word

MARKER = re.compile(
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]+|\d{1,2}(?:\.\d{1,2})+|[-–—•▪*·➢✓√\uf000-\uf0ff])$"
)
_SPREAD = 5
_ORDER = attrgetter("x0", "first")


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


def text_of(words: Sequence[Word]) -> str:
    """Words with single spaces; those that touch (a kerned or re-styled part) are one."""
    if len(words) == 1:
        return words[0].text
    joined = _spaced_letters(words) if len(words) >= _SPREAD else set()
    for index, (left, right) in enumerate(pairwise(words)):
        # Without white space between them in the file, only a visible gap makes two words of it.
        if right.first == left.last + 1 and right.x0 - left.x1 < 0.15 * left.size and not left.soft:
            joined.add(index)
    if not joined:
        return " ".join([word.text for word in words])
    parts = [words[0].text]
    parts += [word.text if index in joined else f" {word.text}" for index, word in enumerate(words[1:])]
    return "".join(parts)


def _spaced_letters(words: Sequence[Word]) -> set[int]:
    """Gaps (by index of the word before) that only s p r e a d the letters of a word: among five and more single
    letters in a row those that are not clearly wider than most."""
    inside: set[int] = set()
    if sum([len(word.text) == 1 for word in words]) < _SPREAD:
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
    # One loop of comparisons, since every word of a document comes by here, few at a time.
    first = words[0]
    x0, top, x1, bottom = first.x0, first.top, first.x1, first.bottom
    sizes = []
    for word in words:
        sizes.append(word.size)
        x0 = word.x0 if word.x0 < x0 else x0
        top = word.top if word.top < top else top
        x1 = word.x1 if word.x1 > x1 else x1
        bottom = word.bottom if word.bottom > bottom else bottom
    sizes.sort()
    return Line(tuple(words), x0, top, x1, bottom, sizes[len(sizes) // 2], text_of(words))


def box_of(lines: Sequence[Line]) -> Box:
    """The box around lines."""
    if len(lines) == 1:
        (line,) = lines
        return line.x0, line.top, line.x1, line.bottom
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
    turned = {word.turn for word in words}
    lines = lines_of([word for word in words if not word.turn])
    for turn in (turn for turn in (3, 1, 2) if turn in turned):
        original = {word.first: word for word in words if word.turn == turn}
        for line in lines_of([upright(word) for word in original.values()]):
            lines.append(make_line([original[word.first] for word in line.words]))
    return sorted(lines, key=lambda line: (line.top, line.x0))


def lines_of(words: Sequence[Word]) -> list[Line]:
    """Upright words grouped into lines from top to bottom: those share a line whose middles are close."""
    if len(words) < 2:
        return [make_line(words)] if words else []
    rows: list[list[Word]] = []
    row: list[Word] = []
    tangled: list[list[Word]] = []
    height, size, reached = 0.0, 0.0, 0.0
    # Heights are doubled, and kept with their words in order (the index keeps it where they are equal).
    for double, x0, _, word in sorted([(w.top + w.bottom, w.x0, index, w) for index, w in enumerate(words)]):
        least = word.size if word.size < size else size
        if row and (abs(double - height) / 2 < 0.4 * (least if least > 1.0 else 1.0) or _raised(word, row)):
            row.append(word)
            if x0 <= reached:
                tangled.append(row)
        else:
            row = [word]
            rows.append(row)
            height, size = double, word.size
        reached = x0
    for row in tangled:
        row.sort(key=_ORDER)
    return [make_line(row) for row in rows]


def _raised(word: Word, row: Sequence[Word]) -> bool:
    """Whether a word is a sub- or superscript of a line: much smaller, right behind one of its words."""
    for other in row:
        if (
            word.size < 0.75 * other.size
            and word.top >= other.top - 0.2 * other.size
            and word.bottom <= other.bottom + 0.3 * other.size
            and -1 <= word.x0 - other.x1 < 0.3 * other.size
        ):
            return True
    return False


def mostly_bold(words: Sequence[Word]) -> bool:
    """Whether most letters of the words are bold."""
    bold = [len(word.text) for word in words if word.bold]
    return bool(bold) and sum(bold) * 2 > sum([len(word.text) for word in words])
