"""Tables without upright rules, found by alignment below a header row whose words are known column names.

Only such a header makes a table: columns alone would turn prose, contents pages and signature blocks into tables. What
comes out is marked certain=False.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from saksama.parsers.model import Cell, Location, Table
from saksama.parsers.pdf.flow import cell_text
from saksama.parsers.pdf.lines import MARKER, Line, box_of, make_line, text_of
from saksama.parsers.pdf.page import PageLayout
from saksama.parsers.pdf.words import Word
from saksama.parsers.roles import read_header

_HEADER_GAP = 0.7
_LONGEST = 45
_GUTTER = 3.0
_STEP = 2.3
_FIRST_STEP = 4.0
_GROWTH = 1.5
_LEVEL = 0.5
_NUMBER = re.compile(r"\(?\d{1,3}[.)]?\)?$")
_AMOUNT = re.compile(r"(?:Rp\.?)?\d{1,3}(?:[.,]\d{3}){2,}(?!\d)", re.IGNORECASE)
_PLACE_DATE = re.compile(r"[A-Z][\w .]{2,30},\s*(?:\.{2,}|\d{1,2}\b)?[\s.]*(?:[A-Z][a-z]+)?\s*(?:20\d\d)?\.?$")


_Span = tuple[float, float]


class Columns(NamedTuple):
    """A guessed table and the lines it was made of."""

    table: Table
    lines: frozenset[int]


def guessed_tables(lines: Sequence[Line], page: PageLayout, name: str) -> list[Columns]:
    """The aligned tables among the lines of a page (upright, from top to bottom); `lines` of each are their indices."""
    found: list[Columns] = []
    index = 0
    while index < len(lines):
        header = _header(lines[index])
        end, edges = _extent(lines, index, header) if header else (index, [])
        rows = _rows(lines[index + 1 : end], edges) if edges else []
        if len(rows) >= 2 and sum(len(row.filled(edges)) > 1 for row in rows) >= 2:
            whole = [_Row(list(lines[index].words)), *rows]
            found.append(Columns(_table(whole, edges, page, name), frozenset(range(index, end))))
            index = end
        else:
            index += 1
    return found


class _Row(NamedTuple):
    words: list[Word]

    def filled(self, edges: Sequence[float]) -> set[int]:
        """The columns in which the row has words."""
        return {_column(word, edges) for word in self.words}


def _column(word: Word, edges: Sequence[float]) -> int:
    middle = word.middle[0]
    return sum(middle > edge for edge in edges[1:-1])


def _header(line: Line) -> list[Line]:
    """The pieces of a line when they are column names: two and more, most of them known, none twice."""
    if line.words[0].turn or len(line.text) > 160:
        return []
    pieces: list[list[Word]] = [[line.words[0]]]
    for left, right in pairwise(line.words):
        if right.x0 - left.x1 > _HEADER_GAP * line.size:
            pieces.append([])
        pieces[-1].append(right)
    if len(pieces) < 2:
        return []
    texts = [text_of(piece) for piece in pieces]
    if any(not text.strip(" :") or len(text) > _LONGEST for text in texts):
        return []
    roles = set()
    unknown = 0
    # Short ones first, of which more have been met before: most lines end at the first that is no column name.
    for text in sorted(texts, key=len):
        read = read_header(text)
        roles.add(read.role)
        unknown += not (read.full or (read.role and len(read.text) < 30))
        if 3 * (len(texts) - unknown) < 2 * len(texts):
            return []
    return [make_line(piece) for piece in pieces] if len(roles - {None}) >= 2 else []


def _extent(lines: Sequence[Line], start: int, header: Sequence[Line]) -> tuple[int, list[float]]:
    """The end of the table (index after its last line) and its column edges: lines are added as long as a gutter
    between every two column names remains free."""
    covered = _united([], _spans(lines[start]))
    edges: list[float] = []
    widest = 0.0
    end = start + 1
    while end < len(lines):
        above, line = lines[end - 1], lines[end]
        step = line.top - above.top
        limit = _FIRST_STEP * line.size if end == start + 1 else max(_STEP * line.size, _GROWTH * widest)
        if line.words[0].turn or step > limit or _PLACE_DATE.match(line.text):
            break
        covered = _united(covered, _spans(line))
        gutters = _gutters(covered, header)
        if gutters is None:
            break
        edges = gutters
        widest = max(widest, step) if end > start + 1 else 0.0
        end += 1
    if not edges:
        return start, []
    box = box_of(lines[start:end])
    return end, [box[0] - 1, *edges, box[2] + 1]


def _spans(line: Line) -> list[_Span]:
    """The stretches of a line that are covered; "Rp" reaches up to its amount."""
    spans = []
    for word, after in zip(line.words, (*line.words[1:], None), strict=True):
        currency = after is not None and word.text.rstrip(".").casefold() == "rp"
        spans.append((word.x0, after.x0 if currency and after else word.x1))
    return spans


def _united(covered: Sequence[_Span], spans: Sequence[_Span]) -> list[_Span]:
    """Stretches that are apart, from left to right, with further ones taken in."""
    united: list[_Span] = []
    for start, stop in sorted([*covered, *spans]):
        if united and start <= united[-1][1]:
            united[-1] = united[-1][0], max(united[-1][1], stop)
        else:
            united.append((start, stop))
    return united


def _gutters(covered: Sequence[_Span], header: Sequence[Line]) -> list[float] | None:
    """The middle of the widest free stretch between every two column names, None where one has none; covered are the
    stretches with words."""
    free = [(left[1], right[0]) for left, right in pairwise(covered)]
    gutters = []
    for left, right in pairwise(header):
        low, high = (left.x0 + left.x1) / 2, (right.x0 + right.x1) / 2
        between = [(b - a, (a + b) / 2) for a, b in free if low < (a + b) / 2 < high and b - a >= _GUTTER]
        if not between:
            return None
        gutters.append(max(between)[1])
    return gutters


def _rows(lines: Sequence[Line], edges: Sequence[float]) -> list[_Row]:
    """Lines grouped into rows: at every number of an entry, else at every line with text in the first and another
    column."""
    marked = [index for index, line in enumerate(lines) if _is_numbered(line, edges)]
    # Where every entry has its amount on its first line, the amounts tell entries whose numbers were not recognised.
    priced = _priced(lines, edges)
    prices = frozenset(priced)
    marked = [_beside(index, lines, prices) for index in marked]
    marked = priced if prices.issuperset(marked) else marked
    if len(marked) >= 2 and marked[0] == 0:
        starts = sorted(lines[index].top - 0.5 * lines[index].size for index in marked)
        rows = [_Row([]) for _ in starts]
        for line in lines:
            for word in line.words:
                rows[max(bisect_right(starts, word.top) - 1, 0)].words.append(word)
        # Two numbers on one level, as a leaning scan may have them, leave a row without words.
        return [row for row in rows if row.words]
    rows = []
    steps = sorted(b.top - a.top for a, b in pairwise(lines))
    # Where rows stand further apart than the lines within them, the distance tells.
    spaced = len(steps) > 2 and steps[-1] > 1.35 * steps[0] > 0
    for index, line in enumerate(lines):
        filled = {_column(word, edges) for word in line.words}
        begins = 0 in filled and len(filled) > 1 and not line.words[0].text[:1].islower()
        if spaced and index:
            begins = begins and line.top - lines[index - 1].top > 1.2 * steps[0]
        if begins or not rows:
            rows.append(_Row([]))
        rows[-1].words.extend(line.words)
    return rows


def _beside(index: int, lines: Sequence[Line], priced: frozenset[int]) -> int:
    """The line (index) with which a numbered entry begins: the priced one just below a number that stands high."""
    low = index + 1 in priced and lines[index + 1].top - lines[index].top < _LEVEL * lines[index].size
    return index + 1 if low and len(lines[index].words) == 1 else index


def _priced(lines: Sequence[Line], edges: Sequence[float]) -> list[int]:
    """The lines (index) with an amount of money in one column, the one that has most, and text before it."""
    found: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        columns = [_column(word, edges) for word in line.words]
        first = min(columns)
        for word, column in zip(line.words, columns, strict=True):
            if column > first and _AMOUNT.match(word.text):
                found.setdefault(column, []).append(index)
    most = max(map(len, found.values()), default=0)
    return next((sorted(set(rows)) for rows in found.values() if len(rows) == most), [])


def _is_numbered(line: Line, edges: Sequence[float]) -> bool:
    first = line.words[0]
    return _column(first, edges) == 0 and bool(_NUMBER.match(first.text) or MARKER.match(first.text))


def _table(rows: Sequence[_Row], edges: Sequence[float], page: PageLayout, name: str) -> Table:
    cells = []
    for r, row in enumerate(rows):
        top, bottom = min(word.top for word in row.words), max(word.bottom for word in row.words)
        for c, (left, right) in enumerate(pairwise(edges)):
            words = [word for word in row.words if _column(word, edges) == c]
            place = Location(berkas=name, halaman=page.number, kotak=page.place((left, top, right, bottom)))
            text = cell_text(words, left, right, top, bottom) if words else ""
            bold = bool(words) and 2 * sum(word.bold for word in words) > len(words)
            cells.append(Cell(text=text, row=r, column=c, location=place, bold=bold))
    tops = [word.top for row in rows for word in row.words]
    bottoms = [word.bottom for row in rows for word in row.words]
    box = page.place((edges[0], min(tops), edges[-1], max(bottoms)))
    place = Location(berkas=name, halaman=page.number, kotak=box)
    return Table(tuple(cells), len(rows), len(edges) - 1, place, certain=False)
