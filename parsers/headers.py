"""Headers of tables: which rows they take, and what each column means when its header texts are read together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from saksama.parsers.columns import HeaderColumn, column_of, settle
from saksama.parsers.model import Cell, Table
from saksama.parsers.roles import HeaderText, fold, read_header

_MAX_ROWS = 7
_NUMBERING = re.compile(r"\(?\s*(\d{1,2})\s*[a-z]?\s*\)?(?:\s*=.*)?|\(?\s*(\d{1,2})\s*\)?\s*[=:][\s\d+\-–x*/:×().,%]*")


class Header(msgspec.Struct, frozen=True):
    """The rows first..end (end excluded) that head a table or a part of it, and its columns."""

    first: int
    end: int
    columns: tuple[HeaderColumn, ...]

    def same_as(self, other: Header) -> bool:
        """Whether the other header repeats this one: the same roles, or the same titles, in the same columns."""
        mine, theirs = ([(c.index, c.role, c.triwulan, c.tahun) for c in h.columns if c.role] for h in (self, other))
        if mine == theirs:
            return True
        left, right = ([fold(c.title) for c in h.columns if c.title] for h in (self, other))
        return left == right


def find_headers(table: Table) -> tuple[Header, ...]:
    """Every header of a table from top to bottom, repeats included."""
    return tuple(_scan(table))


def is_numbering(texts: Sequence[str]) -> bool:
    """Whether texts are column numbers: "(1) (2) (3)", "1 2 3 4", "2 3 7 8", "14 = 7 + 13"."""
    numbers: list[int] = []
    bare = True
    for text in texts:
        parts = [text] if "=" in text or ":" in text else text.split()
        for part in parts:
            match = _NUMBERING.fullmatch(part.strip())
            if not match:
                return False
            bare = bare and "(" not in part and "=" not in part
            numbers.append(int(match[1] or match[2]))
    if len(numbers) >= 8 and len(set(numbers)) == len(numbers) and max(numbers) <= len(numbers) + 4:
        # Columns were moved after they were numbered.
        return True
    if len(numbers) < 2 or numbers[0] > 3 or any(b <= a for a, b in pairwise(numbers)):
        return False
    steps = [b - a for a, b in pairwise(numbers)]
    return not bare or len(numbers) >= 4 or (len(numbers) == 3 and steps == [1, 1])


def _scan(table: Table) -> Iterator[Header]:
    row = 0
    found = False
    while row < table.n_rows:
        if _starts(table, row) and (not found or _wide(table, row)):
            first = row - 1 if row == 1 and not found and _is_group_row(table) else row
            found = True
            end = _extend(table, row)
            yield Header(first, end, _columns(table, first, end))
            row = end
        else:
            row += 1


def _is_group_row(table: Table) -> bool:
    """Whether the first row only holds titles over several columns each ("REALISASI"), not one over the whole table."""
    cells = _anchored(table, 0)
    return bool(cells) and all(
        1 < cell.colspan < table.n_columns and cell.rowspan == 1 and read_header(cell.text).role for cell in cells
    )


def _anchored(table: Table, row: int) -> list[Cell]:
    """The cells with text that begin in a row."""
    found: dict[tuple[int, int, str], Cell] = {}
    for cell in table.grid[row]:
        if cell is not None and cell.row == row and cell.text.strip():
            # A cell over several columns stands in each of them.
            found.setdefault((cell.column, cell.colspan, cell.text), cell)
    return list(found.values())


def _starts(table: Table, row: int) -> bool:
    cells = _anchored(table, row)
    texts = [read_header(cell.text) for cell in cells]
    named = {text.role for text in texts if text.full and text.role}
    known = sum(1 for text in texts if text.role or text.is_token)
    distinct = named | {text.role for text in texts if text.role and len(text.text.split()) <= 14}
    # Two whole names of columns outweigh company that kosakata.yaml doesn't know.
    if not named or len(distinct) < 2 or known * (3 if len(named) >= 2 else 2) < len(cells):
        return False
    # A data row may begin with a role's word ("Program ..."), yet it holds numbers; a header row doesn't.
    return len(named) >= 2 or not any(re.search(r"\d[\d.,]{3,}", text.text) and not text.tahun for text in texts)


def _wide(table: Table, row: int) -> bool:
    """Whether a row in the body can be a header of its own: names of columns over nearly the whole width."""
    cells = _anchored(table, row)
    texts = [read_header(cell.text) for cell in cells]
    full = [text for text in texts if text.full]
    width = sum(cell.colspan for cell in cells)
    return len(full) >= 2 and len(full) * 2 >= len(cells) and width * 5 >= table.n_columns * 3


def _extend(table: Table, first: int) -> int:
    """The row after a header that begins at `first`: rows under merged titles, marks, broken words, numbering."""
    end = first + 1
    while end < min(table.n_rows, first + _MAX_ROWS):
        cells = _anchored(table, end)
        if not cells or _numbers_row(table, first, end) or _heads(table, first, end, cells):
            end += 1
            continue
        break
    while end > first + 1 and not _anchored(table, end - 1):
        end -= 1
    return end


def _numbers_row(table: Table, first: int, row: int) -> bool:
    """Whether a header row holds column numbers; months or quarters 1, 2, 3 .. under one title are none."""
    cells = _anchored(table, row)
    if not is_numbering([cell.text for cell in cells]):
        return False
    return row == first or not all(_under_group(table, first, cell) for cell in cells)


def _heads(table: Table, first: int, row: int, cells: Sequence[Cell]) -> bool:
    """Whether a row below header rows belongs to them."""
    if any(_spans_titles(table, first, cell) for cell in cells):
        return False
    above_spans = any(
        cell is not None and first <= cell.row < row and cell.row + cell.rowspan > row and cell.text.strip()
        for cell in table.grid[row]
    )
    texts = [read_header(cell.text) for cell in cells]
    good = [
        text.is_token or text.role is not None or _in_series(text, texts) or _completes(table, first, cell)
        for cell, text in zip(cells, texts, strict=True)
    ]
    if above_spans:
        # A title that reaches down here makes the row a header row, unless it is plainly data.
        return sum(good) * 2 >= len(good) or all(_under_group(table, first, cell) for cell in cells)
    if not all(good):
        return False
    strong = [text for text in texts if text.is_token or _in_series(text, texts)]
    grouped = all(_under_group(table, first, cell) for cell in cells)
    broken = all(_completes(table, first, cell) for cell in cells)
    return broken or (len(strong) >= 2 and len(strong) * 2 > len(texts)) or (grouped and bool(strong))


def _spans_titles(table: Table, first: int, cell: Cell) -> bool:
    """Whether a cell lies under several titles: a line across the body, for a title's parts are narrower than it."""
    above = table.grid[cell.row - 1][cell.column : cell.column + cell.colspan]
    titles = {id(other) for other in above if other is not None and other.row >= first and other.text.strip()}
    return len(titles) > 1


def _in_series(text: HeaderText, texts: Sequence[HeaderText]) -> bool:
    """Whether a bare number belongs to a run of months or quarters."""
    return text.digit is not None and sum(1 for other in texts if other.digit is not None) >= 4


def _under_group(table: Table, first: int, cell: Cell) -> bool:
    above = table.grid[cell.row - 1][cell.column]
    return above is not None and above.row >= first and above.colspan > cell.colspan and bool(above.text.strip())


def _completes(table: Table, first: int, cell: Cell) -> bool:
    """Whether a text goes on with the words above it: "Sasaran" / "Strategis"."""
    above = table.grid[cell.row - 1][cell.column]
    if above is None or above.row < first or not above.text.strip() or len(cell.text) > 40:
        return False
    together = read_header(f"{above.text} {cell.text}")
    return together.full and read_header(cell.text).digit is None


def _columns(table: Table, first: int, end: int) -> tuple[HeaderColumn, ...]:
    stacks: list[tuple[Cell, ...]] = []
    rows = [row for row in range(first, end) if not _numbers_row(table, first, row)]
    for column in range(table.n_columns):
        stack: list[Cell] = []
        for row in rows:
            cell = table.grid[row][column]
            if cell is None or cell.row < first or not cell.text.strip() or any(cell is other for other in stack):
                continue
            if not _is_number(table, first, cell):
                stack.append(cell)
        stacks.append(tuple(stack))
    result: list[HeaderColumn] = []
    start = 0
    for column in range(1, table.n_columns + 1):
        if column < table.n_columns and stacks[column] and _same(stacks[column], stacks[start]):
            continue
        result.append(column_of(stacks[start], start, column - start))
        start = column
    return settle(result)


def _is_number(table: Table, first: int, cell: Cell) -> bool:
    """Whether a header cell holds a column number ("5", "14 = 7 + 13") rather than a month or quarter."""
    if _NUMBERING.fullmatch(cell.text.strip()) is None:
        return False
    return "=" in cell.text or "(" in cell.text or cell.row == first or not _under_group(table, first, cell)


def _same(left: Sequence[Cell], right: Sequence[Cell]) -> bool:
    return len(left) == len(right) and all(a is b for a, b in zip(left, right, strict=True))
