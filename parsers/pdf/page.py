"""One PDF page -> tables and lines: words are laid into the cells of the grid, what is left becomes lines of text."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import lru_cache
from statistics import median
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from saksama.parsers.model import Box, Cell, Location, Table
from saksama.parsers.pdf import grid
from saksama.parsers.pdf.flow import Content
from saksama.parsers.pdf.frame import Frame, frame_of
from saksama.parsers.pdf.grid import Grid, Region
from saksama.parsers.pdf.gridcells import Bools, table_of
from saksama.parsers.pdf.gutters import with_walls
from saksama.parsers.pdf.inner import with_inner_columns
from saksama.parsers.pdf.lines import Line, mostly_bold, turned_lines
from saksama.parsers.pdf.opencells import cut_open_cells
from saksama.parsers.pdf.openrows import cut_at_amounts
from saksama.parsers.pdf.rowsplit import split_rows
from saksama.parsers.pdf.rules import Drawing, Fill, drawing
from saksama.parsers.pdf.shades import shade_rules
from saksama.parsers.pdf.words import TextPage, Word

_TOLERANCE = 2.5
_FEW_LETTERS = 40
_PICTURE_SHARE = 0.5
_PICTURE_ALONE = 0.25
_STRANGE_SHARE = 0.5
_STRANGE = re.compile("[\x00-\x1f\ue000-\uf8ff\ufffd]")
_SIDEWAYS_SHARE = 0.8
_ROW_SHARE = 0.6
_AT_ONCE = 100_000
"""Pairs of a cell and a fill that are compared at once."""


class PageLayout(NamedTuple):
    """What stands on a page: tables, and lines outside them, all in the reading frame; readable as in model.Page.

    shown is the frame of the page as shown, reading the one in which its text is upright (a landscape table printed
    sideways on a portrait page is read turned). pictures are in the reading frame too. scanned: the text was read from
    a picture of the page; doubtful are then the places of numbers that may be misread.
    """

    number: int
    shown: Frame
    reading: Frame
    tables: tuple[Table, ...]
    lines: tuple[Line, ...]
    readable: bool
    pictures: tuple[Box, ...] = ()
    scanned: bool = False
    doubtful: tuple[Box, ...] = ()

    @property
    def turns(self) -> int:
        """Clockwise quarter turns that bring the text of the shown page upright."""
        return (self.reading.turns - self.shown.turns) % 4

    def place(self, box: Box) -> Box:
        """A box of the reading frame on the page as shown, rounded to a tenth of a point."""
        x0, top, x1, bottom = map(_tenth, self.reading.back(box, self.shown))
        return x0, top, x1, bottom


@lru_cache(maxsize=4096)
def _tenth(at: float) -> float:
    """Rounded to a tenth; kept, because cells share their edges and rounding takes longer than looking it up."""
    return round(at, 1)


def layout(page: Any, number: int, name: str) -> PageLayout:
    """Read one raw PDFium page; number from 1, name of the file for locations.

    Tables, rows and columns are numbered later, when tables are joined over pages. Words in slanted type
    (watermarks) are left out.
    """
    shown = frame_of(page)
    with TextPage(page) as text:
        words = text.words(shown)
        turns = _content_turns(words)
        reading = shown.turned(turns)
        if turns:
            words = text.words(reading)
        words = _without_watermark(words)
        drawn = drawing(page, reading)
        readable = _readable(words, drawn, reading)
        result = PageLayout(number, shown, reading, (), (), readable, tuple(drawn.pictures))
        grids = _real_grids(_grids(drawn, reading, words), words)
        words = _split_at_walls(words, grids, text, reading)
        grids = [with_inner_columns(with_walls(found, words), words) for found in grids]
    return _filled(result, grids, words, drawn.fills, name)


def arranged(page: PageLayout, words: list[Word], drawn: Drawing, name: str) -> PageLayout:
    """The page with tables and lines made of words and rules in its reading frame, wherever they were found.

    Words must not run through walls: what was read from a picture is cut before.
    """
    grids = _real_grids(_grids(drawn, page.reading, words), words)
    return _filled(page, grids, words, drawn.fills, name)


def _filled(page: PageLayout, grids: list[Grid], words: list[Word], fills: list[Fill], name: str) -> PageLayout:
    """The page with words laid into its grids and the rest as lines."""
    tables = []
    for ruled in reversed(grids):
        # Inner tables come after the ones around them and take their words first.
        found = ruled
        by_cell, words = _sorted_in(words, found)
        for refined in (cut_open_cells, cut_at_amounts, split_rows):
            finer = refined(found, by_cell)
            if finer is not found:
                found = finer
                by_cell, _ = _sorted_in([word for inside in by_cell.values() for word in inside.words], found)
        tables.append(_table(found, by_cell, fills, page, name))
    return page._replace(tables=tuple(reversed(tables)), lines=tuple(turned_lines(words)))


def _grids(drawn: Drawing, frame: Frame, words: list[Word]) -> list[Grid]:
    """The grids of the ruling lines, together with the edges of shaded cells where lines are missing."""
    tolerance = _tolerance(words)
    ruled = grid.find(drawn.flat, drawn.upright, tolerance)
    flat, upright = shade_rules(drawn, ruled, (0.0, 0.0, frame.width, frame.height), words)
    return grid.find(drawn.flat + flat, drawn.upright + upright, tolerance) if flat else ruled


def _content_turns(words: list[Word]) -> int:
    """Clockwise quarter turns that bring most of the text upright."""
    if not [word for word in words if word.turn]:
        return 0
    turns: Counter[int] = Counter()
    for word in words:
        if word.turn is not None:
            turns[word.turn] += len(word.text)
    turn, count = turns.most_common(1)[0]
    return (4 - turn) % 4 if turn and count >= _SIDEWAYS_SHARE * sum(turns.values()) else 0


def _without_watermark(words: list[Word]) -> list[Word]:
    return [word for word in words if word.turn is not None]


def _tolerance(words: list[Word]) -> float:
    if not words:
        return _TOLERANCE
    return float(min(max(0.28 * median([word.size for word in words]), 1.0), _TOLERANCE))


def _readable(words: list[Word], drawn: Drawing, frame: Frame) -> bool:
    """Whether the text layer is one: a picture over most of the page with next to no text is a scan, and so is
    text of glyphs without meaning. A background picture behind real text is none."""
    letters = "".join([word.text for word in words])
    strange = len(_STRANGE.findall(letters))
    if letters and strange > _STRANGE_SHARE * len(letters) and strange > _FEW_LETTERS:
        return False
    if len(letters) - strange >= _FEW_LETTERS:
        return True
    area = sum((box[2] - box[0]) * (box[3] - box[1]) for box in drawn.pictures)
    # Without a single letter a smaller picture is the page's content, cut into strips as scanners do.
    share = _PICTURE_SHARE if letters else _PICTURE_ALONE
    return area < share * frame.width * frame.height


def _real_grids(grids: list[Grid], words: list[Word]) -> list[Grid]:
    """The grids that are tables: two cells and more, with words in two of them or in one of many. Rows lower than a
    line of text are parts of a drawing."""
    lowest = _ROW_SHARE * median([word.size for word in words]) if words else 0.0
    real = []
    for found in grids:
        heights = [below - above for above, below in itertools.pairwise(found.ys)]
        if len(found.cells) < 2 or median(heights) < lowest * (2 if len(heights) == 1 else 1):
            continue
        filled = itertools.islice((cell for cell in found.cells if _holds(cell.box, words)), 2)
        if sum(1 for _ in filled) >= (1 if len(found.xs) > 3 else 2):
            real.append(found)
    return real


def _holds(box: Box, words: list[Word]) -> bool:
    x0, top, x1, bottom = box
    return any(x0 <= (w.x0 + w.x1) / 2 <= x1 and top <= (w.top + w.bottom) / 2 <= bottom for w in words)


def _split_at_walls(words: list[Word], grids: list[Grid], text: TextPage, frame: Frame) -> list[Word]:
    """Cut words that run through an upright wall: two cells whose texts touch come as one word."""
    if not grids:
        return words
    walls = sorted(
        (cell.box[2], cell.box[1], cell.box[3])
        for found in grids
        for cell in found.cells
        if cell.box[2] < found.xs[-1] - 1
    )
    xs = [wall[0] for wall in walls]
    result: list[Word] = []
    for word in words:
        # A good part of a letter on either side: less is a word that leans over its border.
        reach = 0.35 * word.size
        low = bisect_right(xs, word.x0 + reach)
        if low == len(xs) or xs[low] >= word.x1 - reach or word.turn or word.last == word.first:
            result.append(word)
            continue
        high = bisect_left(xs, word.x1 - reach)
        middle = (word.top + word.bottom) / 2
        cut = sorted({x for x, top, bottom in walls[low:high] if top < middle < bottom})
        result.extend(text.split(word, cut, frame) if cut else [word])
    return result


def _sorted_in(words: list[Word], found: Grid) -> tuple[dict[int, Content], list[Word]]:
    """Words by the index of the cell in which their middle lies, and the words outside all cells."""
    beyond = [-1] * (len(found.xs) + 1)
    # With a ring of no cells around it, so that what lies before the first or behind the last line has a place too.
    places = [beyond, *([-1, *row, -1] for row in found.places()), beyond]
    xs, ys = found.xs, found.ys
    by_cell: dict[int, Content] = {}
    outside = []
    for word in words:
        row = places[bisect_right(ys, (word.top + word.bottom) / 2)]
        cell = row[bisect_right(xs, (word.x0 + word.x1) / 2)]
        if cell < 0:
            outside.append(word)
        elif inside := by_cell.get(cell):
            inside.words.append(word)
        else:
            by_cell[cell] = Content([word])
    return by_cell, outside


def _table(found: Grid, by_cell: dict[int, Content], fills: list[Fill], page: PageLayout, name: str) -> Table:
    colours = _colours([region.box for region in found.cells], fills)
    cells = tuple(
        _cell(region, by_cell.get(index), colour, page, name)
        for index, (region, colour) in enumerate(zip(found.cells, colours, strict=True))
    )
    place = Location(berkas=name, halaman=page.number, kotak=page.place(found.box))
    return Table(cells=cells, n_rows=len(found.ys) - 1, n_columns=len(found.xs) - 1, location=place)


def _cell(region: Region, inside: Content | None, fill: str | None, page: PageLayout, name: str) -> Cell:
    x0, top, x1, bottom = region.box
    return Cell(
        text=inside.text(x0, x1, top, bottom) if inside else "",
        row=region.row,
        column=region.column,
        location=Location(
            berkas=name,
            halaman=page.number,
            kotak=page.place(region.box),
        ),
        rowspan=region.rowspan,
        colspan=region.colspan,
        fill=fill,
        bold=inside is not None and mostly_bold(inside.words),
    )


def _colours(cells: list[Box], fills: list[Fill]) -> list[str | None]:
    """The colour that covers most of each cell; the one drawn last wins. A merged cell may be filled piece by piece."""
    if not fills:
        return [None] * len(cells)
    colours: list[str | None] = []
    drawn = table_of([fill.box for fill in fills])
    # Some cells at a time: a page may have thousands of cells and of fills.
    step = max(1, _AT_ONCE // len(fills))
    for start in range(0, len(cells), step):
        boxes = table_of(cells[start : start + step])[:, None, :]
        width = np.minimum(boxes[..., 2], drawn[:, 2]) - np.maximum(boxes[..., 0], drawn[:, 0])
        height = np.minimum(boxes[..., 3], drawn[:, 3]) - np.maximum(boxes[..., 1], drawn[:, 1])
        covered = np.where((width > 0) & (height > 0), width * height, 0.0)
        areas = (boxes[..., 2] - boxes[..., 0]) * (boxes[..., 3] - boxes[..., 1])
        last = len(fills) - 1 - np.argmax((covered > 0.5 * areas)[:, ::-1], axis=1)
        touched: Bools = np.any(covered, axis=1)
        for row, index, area, some in zip(covered, last.tolist(), areas[:, 0].tolist(), touched.tolist(), strict=True):
            whole = some and row[index] > 0.5 * area
            colours.append(fills[index].colour if whole else _pieced(row, fills, area) if some else None)
    return colours


def _pieced(covered: NDArray[np.float64], fills: list[Fill], area: float) -> str | None:
    """The colour whose pieces together cover most of a cell; covered is the area that each fill has of it."""
    pieces: dict[str, float] = {}
    for index in covered.nonzero()[0].tolist():
        colour = fills[index].colour
        pieces[colour] = pieces.get(colour, 0.0) + float(covered[index])
    return next((colour for colour, share in pieces.items() if share > 0.5 * area), None)
