"""Lines outside tables -> paragraphs, headings and running margins."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from statistics import median
from typing import NamedTuple

from saksama.parsers.headings import chapter_level, goes_on_below, is_chapter_title, section_level
from saksama.parsers.model import Block, Heading, Location, Paragraph
from saksama.parsers.pdf.columns import guessed_tables
from saksama.parsers.pdf.flow import continued
from saksama.parsers.pdf.lines import MARKER, Line, box_of, make_line
from saksama.parsers.pdf.page import PageLayout
from saksama.parsers.pdf.words import Word

_MIN_PAGES = 4
_REPEATED = 0.6
# Headers stand in the top margin (an inch): lower lines that return on every page are titles.
_HEADER = 71.0
# Share of the height in which footers stand.
_FOOTER = 0.16
_Y_STEP = 6.0
_LETTERS = 5
_LARGER = 1.12
_GUTTER = 2.5
# A narrower gap, and how many lines around it have to leave it free.
_NARROW, _LANE, _LEAST_LANE = 1.2, 3, 0.8
_NEIGHBOUR = 4.0
# Words of a place and a day that is left blank before the year.
_FEW = 4
_WIDE = 6.0
_YEAR = re.compile(r"(?:19|20)\d\d[.,]?")
_ROMAN = re.compile(r"\b[ivxlcIVXLC]+\b")
_DIGITS = re.compile(r"[\d#]+")
_LABEL = re.compile(r"^:|^[^:]{1,40}\s:")


class Running(NamedTuple):
    """Running headers and footers: places (height in steps, text modulo digits), and their texts, which count at any
    height near the edge, also in part (pages of another orientation set them elsewhere)."""

    places: frozenset[tuple[int, str]]
    texts: frozenset[str]

    def has(self, line: Line, page: PageLayout) -> bool:
        """Whether a line of a page is one of them."""
        if not self.places or not _at_edge(line, page):
            return False
        place = _key(line, page)
        known = sum(c.isalpha() for c in place[1]) >= _LETTERS and any(place[1] in text for text in self.texts)
        return place in self.places or known


def margin_lines(pages: Sequence[PageLayout]) -> Running:
    """Which lines at the top or bottom of pages run through the document (same height, same text but for digits)."""
    if len(pages) < _MIN_PAGES:
        return Running(frozenset(), frozenset())
    seen: dict[tuple[int, str], set[int]] = defaultdict(set)
    chapters = Counter(line.text for page in pages for line in page.lines if chapter_level(line.text) is not None)
    for page in pages:
        for line in page.lines:
            # "BAB IV" at the top of one page and "BAB VI" of another are headings, alike only but for their numbers.
            if _at_edge(line, page) and chapters[line.text] != 1:
                at, text = _key(line, page)
                for step in (-1, 0, 1):
                    seen[at + step, text].add(page.number)
    with_text = sum(bool(page.lines or page.tables) for page in pages)
    places = frozenset(place for place, numbers in seen.items() if len(numbers) >= _REPEATED * with_text)
    return Running(places, frozenset(text for _, text in places))


def margins_of(pages: Sequence[PageLayout], running: Running, name: str) -> Iterator[Paragraph]:
    """The running lines themselves, page by page."""
    for page in pages:
        for line in page.lines:
            if running.has(line, page):
                yield _paragraph([line], page, name)


def blocks_of(page: PageLayout, running: Running, name: str) -> list[Block]:
    """A page's tables, paragraphs and headings from top to bottom."""
    body = [line for line in page.lines if not running.has(line, page)]
    guessed = guessed_tables(body, page, name)
    taken = frozenset[int]().union(*(columns.lines for columns in guessed))
    body = [line for index, line in enumerate(body) if index not in taken]
    placed: list[tuple[float, float, Block]] = []
    # Pieces of one line stay together, left to right, though their boxes may differ in height.
    pieces = [piece for index in range(len(body)) for piece in _pieces(index, body)]
    for order, block in enumerate(_text_blocks(pieces, page, name)):
        placed.append((_reading_box(block, page)[1], float(order), block))
    for above, below in pairwise(range(len(placed))):
        if placed[below][0] < placed[above][0]:
            placed[below] = (placed[above][0], *placed[below][1:])
    for table in (*page.tables, *(columns.table for columns in guessed)):
        box = _reading_box(table, page)
        placed.append((box[1], box[0], table))
    return [block for _, _, block in sorted(placed, key=lambda entry: entry[:2])]


def _reading_box(block: Block, page: PageLayout) -> tuple[float, float, float, float]:
    box = block.location.kotak or (0.0, 0.0, 0.0, 0.0)
    return page.shown.back(box, page.reading)


def _at_edge(line: Line, page: PageLayout) -> bool:
    return line.top < _HEADER or line.top > (1 - _FOOTER) * page.reading.height


def _key(line: Line, page: PageLayout) -> tuple[int, str]:
    at = line.top if line.top < page.reading.height / 2 else line.top - page.reading.height
    return round(at / _Y_STEP), _DIGITS.sub("#", "".join(_ROMAN.sub("#", line.text).split()))


def _pieces(index: int, body: Sequence[Line]) -> list[Line]:
    """A line cut at wide gaps (two signatures side by side). A label and its value behind ":" stay together, and so
    do words apart for a blank to be filled in ("Bandung,      2024"), over which other lines run through."""
    line = body[index]
    if line.words[0].turn:
        return [line]
    pieces: list[Line] = []
    start = 0
    for place, (left, word) in enumerate(pairwise(line.words), 1):
        gap = (word.x0 - left.x1) / line.size
        if gap <= _NARROW or _held(line.words[max(start, place - _FEW - 1) : place], word):
            continue
        if (gap > _GUTTER and _is_gutter(left, word, index, body)) or _is_lane(left, word, index, body):
            pieces.append(make_line(line.words[start:place]))
            start = place
    return [*pieces, make_line(line.words[start:])] if pieces else [line]


def _held(words: Sequence[Word], word: Word) -> bool:
    """Whether a word belongs to those before it (the last of them, if there are many) over any gap: a value behind
    its label, a list entry behind its number, the year behind a place and a day left blank."""
    left = words[-1]
    if word.text.startswith(":") or left.text.endswith(":") or (len(words) == 1 and MARKER.match(left.text)):
        return True
    return bool(_YEAR.fullmatch(word.text)) and len(words) <= _FEW and any(w.text.endswith(",") for w in words)


def _is_gutter(left: Word, right: Word, index: int, body: Sequence[Line]) -> bool:
    """Whether the gap between two words goes on in the next line, where no word stands in its middle; with no line
    close below, whether it is wide by itself or goes on in the line above."""
    line, start, end = body[index], left.x1, right.x0
    low, high = start + 0.25 * (end - start), end - 0.25 * (end - start)
    for other in body[index + 1 : index + 2]:
        if other.top - line.top < _NEIGHBOUR * line.size:
            crossed = any(word.x0 < high and word.x1 > low for word in other.words)
            return not crossed or _has_gap(other, start, end)
    if end - start > _WIDE * line.size:
        return True
    above = body[index - 1] if index and line.top - body[index - 1].top < _NEIGHBOUR * line.size else None
    return above is None or not any(word.x0 < high and word.x1 > low for word in above.words)


def _is_lane(left: Word, right: Word, index: int, body: Sequence[Line]) -> bool:
    """Whether a narrow gap is part of a lane between two columns (long names above two signatures): the lines around
    stand wholly on either side of its middle or leave a gap there too."""
    if not right.text[:1].isalpha() or right.text.rstrip(".").casefold() == "rp":
        # An amount belongs to what stands before it.
        return False
    line = body[index]
    around = _around(index, body)
    low, high = _free(left.x1, right.x0, around)
    if high - low < _LEAST_LANE * line.size:
        return False
    sides = [_side(other, (low + high) / 2) for other in around]
    both = "both" in sides or {"left", "right"} <= set(sides)
    return "across" not in sides and both and len(around) + sides.count("both") >= _LANE


def _around(index: int, body: Sequence[Line]) -> list[Line]:
    """The lines close above and below one of a body, which is in order from top to bottom; none on its own height."""
    line = body[index]
    reach = _NEIGHBOUR * line.size
    above = takewhile(lambda other: line.top - other.top < reach, (body[i] for i in range(index - 1, -1, -1)))
    below = takewhile(lambda other: other.top - line.top < reach, (body[i] for i in range(index + 1, len(body))))
    return [other for other in (*reversed([*above]), *below) if other.top != line.top]


def _free(low: float, high: float, lines: Sequence[Line]) -> tuple[float, float]:
    """The widest stretch between two places in which no line has a word."""
    free, best = low, (low, low)
    inside = sorted((word.x0, word.x1) for line in lines for word in line.words if word.x1 > low and word.x0 < high)
    for start, end in [*inside, (high, high)]:
        best = max(best, (free, start), key=lambda stretch: stretch[1] - stretch[0])
        free = max(free, end)
    return best


def _side(line: Line, middle: float) -> str:
    """Where a line stands by the middle of a lane: left, right, on both sides with a gap between, or across."""
    if line.x1 < middle or line.x0 > middle:
        return "left" if line.x1 < middle else "right"
    parted = any(a.x1 < middle < b.x0 and b.x0 - a.x1 > _NARROW * line.size for a, b in pairwise(line.words))
    return "both" if parted else "across"


def _has_gap(line: Line, start: float, end: float) -> bool:
    """Whether a line has a gutter of its own that lies largely between start and end."""
    least = _GUTTER * line.size
    return any(min(b.x0, end) - max(a.x1, start) > least for a, b in pairwise(line.words))


def _text_blocks(lines: Sequence[Line], page: PageLayout, name: str) -> list[Block]:
    """Lines as paragraphs, and those that are headings as headings."""
    if not lines:
        return []
    size = median([size for line in lines for size in [line.size] * len(line.words)])
    right = max([line.x1 for line in lines])
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, right, page):
            groups[-1].append(line)
        else:
            groups.append([line])
    paragraphs = [_paragraph(group, page, name) for group in groups]
    listed = _listed_chapters(paragraphs, size)
    return [p if index in listed else _block(p, size) for index, p in enumerate(paragraphs)]


def _listed_chapters(paragraphs: Sequence[Paragraph], size: float) -> set[int]:
    """Lines that name chapters without beginning one, in a table of contents or an outline of the report: several on
    one page of which none or only one is set off by type."""
    chapters = [index for index, p in enumerate(paragraphs) if chapter_level(p.text) == 1]
    if len(chapters) < 2:
        return set()
    strong = [index for index in chapters if _is_set_off(paragraphs[index], size)]
    if len(strong) > 2:
        return set(strong[1:] if paragraphs[strong[0]].text.startswith("DAFTAR") else strong)
    return set(chapters) - set(strong)


def _is_set_off(paragraph: Paragraph, size: float) -> bool:
    return paragraph.bold or (paragraph.size or 0.0) > _LARGER * size


def _goes_on(group: Sequence[Line], line: Line, right: float, page: PageLayout) -> bool:
    """Whether a line continues the paragraph above: the line above is full, and nothing sets this one apart."""
    above, first = group[-1], line.words[0]
    step = line.top - above.top
    if not 0 < step < 2.2 * above.size or abs(line.size - above.size) > 0.2 * above.size:
        return False
    if len(group) == 1 and goes_on_below(above.text) and is_chapter_title(line.text):
        return True
    full = above.x1 + (first.x1 - first.x0) + 0.3 * line.size + 3 > right
    if not full or above.x1 - above.x0 < 0.45 * page.reading.width:
        return False
    if len(group) > 1 and step > 1.35 * (above.top - group[-2].top):
        return False
    begins = (MARKER.match(first.text) and len(line.words) > 1) or _LABEL.match(line.text)
    return not begins and above.bold == line.bold


def _block(paragraph: Paragraph, size: float) -> Block:
    level = chapter_level(paragraph.text)
    if level is None and _is_set_off(paragraph, size):
        level = section_level(paragraph.text)
    if level is None:
        return paragraph
    return Heading(paragraph.text, level, paragraph.location)


def _paragraph(lines: Sequence[Line], page: PageLayout, name: str) -> Paragraph:
    text = lines[0].text
    for line in lines[1:]:
        text = continued(text, line.text)
    place = Location(berkas=name, halaman=page.number, kotak=page.place(box_of(lines)), putar=page.turns)
    bold = sum([line.bold for line in lines]) * 2 > len(lines)
    return Paragraph(text, place, bold=bold, size=round(lines[0].size, 1))
