"""Tables that run over page breaks, joined again.

Two tables are one when nothing but a page number stands between them, the second begins on the next page and their
columns stand at the same places. Repeated headers go, a row cut by the break becomes one row again, and a merged cell
goes on over the break. Every cell keeps the page and the box where its text begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from saksama.parsers.growing import GrowingTable, edges_of, spread
from saksama.parsers.model import Block, Cell, Document, Paragraph, Table
from saksama.parsers.tablenumbers import numbered

_SAME_COLUMN = 6.0
_HEADER_ROWS = 6
_HEADER_START = 3
_PAGE_NUMBER = re.compile(
    r"[\W_]*+(?:(?:hal(?:aman)?|page|lkj?ip|bab\s+[ivx]+)[\W_]*+)?"
    r"(?:\d{1,3}|[ivxl]{1,6}(?:\s?[-–.]\s?\d{1,3})?)[\W_]*+",
    re.IGNORECASE,
)
_VALUE = re.compile(r"(?=.*\d)(?:Rp\.?\s*)?[\d.,/%()\s-]{1,24}(?:%|persen|orang)?", re.IGNORECASE)
_GOES_ON = re.compile(r"[a-z(&/),;.]")
_NEW_ENTRY = re.compile(r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z])[.)]|[-–•▪*\uf0b7])\s")


def stitch(document: Document) -> Document:
    """The document with tables joined over page breaks, tables numbered anew from 1 and rows within each table."""
    done: list[Block] = []
    open_table: tuple[int, GrowingTable] | None = None
    for block in document.blocks:
        if isinstance(block, Table):
            if open_table is None or not _joined(open_table[1], block):
                _close(open_table, done)
                open_table = len(done), GrowingTable(block)
                done.append(block)
            continue
        if open_table is not None and not _may_stand_between(block, open_table[1]):
            _close(open_table, done)
            open_table = None
        done.append(block)
    _close(open_table, done)
    return msgspec.structs.replace(document, blocks=numbered(done))


def _close(open_table: tuple[int, GrowingTable] | None, blocks: list[Block]) -> None:
    """Put a table that has ended into its place among the blocks."""
    if open_table is not None:
        blocks[open_table[0]] = open_table[1].table()


def _may_stand_between(block: Block, table: GrowingTable) -> bool:
    """Whether a table may go on after a block: a page number, or a line that the page's edge cut."""
    return isinstance(block, Paragraph) and (_PAGE_NUMBER.fullmatch(block.text) is not None or _is_cut(block, table))


def _is_cut(paragraph: Paragraph, table: GrowingTable) -> bool:
    """Whether a paragraph is what the page's edge left of a table's last line: it stands across the table's border."""
    box = paragraph.location.kotak
    if box is None or table.last_page != paragraph.location.halaman:
        return False
    edge = next((cell.location.kotak for cell in table.last_row if cell is not None and cell.location.kotak), None)
    return edge is not None and box[1] < edge[3] < box[3]


def _joined(above: GrowingTable, below: Table) -> bool:
    """Whether the second table continues the first, which then has taken its rows."""
    if below.location.halaman != above.last_page + 1 or not above.certain or not below.certain:
        return False
    columns = _aligned(above.edges(), edges_of(below))
    if columns is None:
        return False
    head = above.top(_HEADER_START + _HEADER_ROWS)
    if columns.above:
        head = _spread(head, columns.above)
    if columns.below:
        below = _spread(below, columns.below)
    repeated = _repeated_rows(head, below)
    if not repeated and _other_header(head, below):
        return False
    below = _without_rows(below, repeated)
    if columns.above:
        above.spread(columns.above)
    if below.n_rows:
        _append(above, below)
    return True


class _Columns(NamedTuple):
    """On which columns of the other a table's columns begin, where it has fewer; () where it stays as it is."""

    above: tuple[int, ...] = ()
    below: tuple[int, ...] = ()


def _aligned(one: list[float] | None, other: list[float] | None) -> _Columns | None:
    """How the borders of two tables make one set of columns: they are the same, or one's are among the other's.

    The latter is a page on which neighbouring columns are merged throughout.
    """
    if one is None or other is None:
        return None
    if abs(one[0] - other[0]) > _SAME_COLUMN or abs(one[-1] - other[-1]) > _SAME_COLUMN:
        return None
    if len(one) == len(other):
        return _Columns() if all(abs(a - b) <= _SAME_COLUMN for a, b in zip(one, other, strict=True)) else None
    fine, coarse = (one, other) if len(one) > len(other) else (other, one)
    places = tuple(min(range(len(fine)), key=lambda i: abs(fine[i] - edge)) for edge in coarse)
    if len(coarse) < 3 or any(abs(fine[i] - edge) > _SAME_COLUMN for i, edge in zip(places, coarse, strict=True)):
        return None
    if len(set(places)) < len(places):
        return None
    return _Columns(below=places) if fine is one else _Columns(above=places)


def _spread(table: Table, places: Sequence[int]) -> Table:
    """A table on finer columns: its column c begins at places[c]."""
    return msgspec.structs.replace(table, cells=tuple(spread(table.cells, places)), n_columns=places[-1])


def _row_key(table: Table, row: int) -> tuple[str, ...]:
    return tuple(
        "".join((cell.text if cell and cell.row == row else "").split()).casefold() for cell in table.grid[row]
    )


def _repeated_rows(above: Table, below: Table) -> int:
    """How many leading rows of the second table repeat the header of the first (which may have a title above it)."""
    if sum(map(bool, _row_key(below, 0))) < 2:
        return 0
    for start in range(min(_HEADER_START, above.n_rows)):
        count = 0
        while (
            count < min(_HEADER_ROWS, below.n_rows, above.n_rows - start)
            and _row_key(above, start + count) == _row_key(below, count)
            and any(_row_key(below, count))
        ):
            count += 1
        if count:
            return count
    return 0


def _other_header(above: Table, below: Table) -> bool:
    """Whether the second table begins with a header of its own: both first rows are set off by type or colour and
    hold words only, yet they differ."""
    return all(_looks_like_header(table) for table in (above, below))


def _looks_like_header(table: Table) -> bool:
    cells = [cell for cell in table.cells if cell.row == 0 and cell.text]
    return len(cells) > 1 and all((cell.bold or cell.fill) and not re.search(r"\d", cell.text) for cell in cells)


def _without_rows(table: Table, count: int) -> Table:
    """The table without its first rows; of a cell that reaches below them (no rule under a repeated header) an empty
    rest remains."""
    cells = []
    for cell in table.cells:
        if cell.row >= count:
            cells.append(msgspec.structs.replace(cell, row=cell.row - count))
        elif (rest := cell.row + cell.rowspan - count) > 0:
            cells.append(msgspec.structs.replace(cell, row=0, rowspan=rest, text="", bold=False))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return msgspec.structs.replace(table, cells=tuple(cells), n_rows=table.n_rows - count)


def _append(above: GrowingTable, below: Table) -> None:
    """The rows of both tables in one grid, with the cells at the seam joined."""
    seam, first = above.n_rows, below.grid[0]
    pairs = _pairs(above.last_row, first)
    split = _is_split_row(pairs)
    goes_on = {id(b): a for a, b in pairs if (split and b.rowspan == 1) or _is_merged_on(a, b, pairs)}
    # A cut row is one row only when all its cells go on; else the seam stays between two rows.
    shift = seam - 1 if split and all(id(b) in goes_on for _, b in pairs) and len(pairs) == _anchors(first) else seam
    above.append(below, shift, goes_on)


def _anchors(row: Sequence[Cell | None]) -> int:
    return len({id(cell) for cell in row if cell is not None})


def _pairs(last: Sequence[Cell | None], first: Sequence[Cell | None]) -> list[tuple[Cell, Cell]]:
    """Cells above and below the seam that stand in the same columns."""
    pairs = []
    for column, (a, b) in enumerate(zip(last, first, strict=True)):
        if a and b and a.column == b.column == column and a.colspan == b.colspan:
            pairs.append((a, b))
    return pairs


def _is_split_row(pairs: Sequence[tuple[Cell, Cell]]) -> bool:
    """Whether the row below the seam is the rest of the row above: half of it empty where the row above is filled,
    no second value where there is one already, and what there is goes on in the middle of a text."""
    filled = [(a, b) for a, b in pairs if a.text]
    rest = [(a, b) for a, b in pairs if b.text]
    if not rest:
        return bool(filled)
    if any(not a.text for a, b in rest):
        return False
    if 2 * sum(not b.text for _, b in filled) < len(filled) and not _breaks_off(pairs, rest):
        return False
    # A value, or the same words once more (a unit beside every row), is an entry of its own.
    if any(_VALUE.fullmatch(b.text) or _VALUE.fullmatch(a.text) or a.text == b.text for a, b in rest):
        return False
    begins = [b.text for _, b in rest]
    return any(_GOES_ON.match(text) for text in begins) or not any(_NEW_ENTRY.match(text) for text in begins)


def _breaks_off(pairs: Sequence[tuple[Cell, Cell]], rest: Sequence[tuple[Cell, Cell]]) -> bool:
    """Whether a numbered row stops in the middle of its texts: no number below the seam, and small letters go on."""
    number, below = pairs[0]
    begins = [_GOES_ON.match(b.text) is not None for _, b in rest]
    return bool(number.text) and not below.text and sum(begins) >= 2 and 2 * sum(begins) >= len(begins)


def _is_merged_on(a: Cell, b: Cell, pairs: Sequence[tuple[Cell, Cell]]) -> bool:
    """Whether a leading cell goes on over the seam: empty below it or the rest of a text (all cells to its left go on
    too), or its text was pushed below the seam while the rows above it have none."""
    left = [(x, y) for x, y in pairs if x.column < a.column]
    if any(y.text and not _GOES_ON.match(y.text) for x, y in left if x.text):
        return False
    if a.column and not left and a.column > 1:
        return False
    right = [y for x, y in pairs if y.column > b.column]
    if not any(y.text for y in right):
        return False
    if not b.text:
        return bool(a.text) and all(not y.text or not x.text for x, y in left)
    if a.text:
        return a.rowspan + b.rowspan > 2 and _GOES_ON.match(b.text) is not None
    return a.rowspan > 1 and a.row > 0 and all(not x.text for x, _ in left)
