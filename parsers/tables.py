"""Tables with known columns: which role each column plays, and rows that are read by role.

Headers of these documents stand in one to four rows, with merged group titles ("Target Triwulan" over I..IV), numbering
rows below them ("14 = 7 + 13") and repeats on every page; one grid can hold two tables one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from saksama.parsers.cells import flow, split_items, split_parallel, strip_number
from saksama.parsers.headers import Header, find_headers, is_numbering
from saksama.parsers.model import Cell, Document, Heading, Paragraph, Table
from saksama.parsers.records.types import At

__all__ = [
    "Column",
    "RoleRow",
    "RoleTable",
    "carry_down",
    "flow",
    "last_page",
    "read_parts",
    "read_roles",
    "role_tables",
    "split_items",
    "split_parallel",
    "strip_number",
]

_CAPTIONS = 4
_PAGE_MATTER = 4
_SIGNED_BY = re.compile(r"^\W*(?:nip\b[\s.:]*\d|pihak\s+(?:pertama|kesatu|kedua)\W*$)", re.IGNORECASE | re.MULTILINE)
_ITEM_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])[.,)]{0,2}")
_WORDS = re.compile(r"\W*[^\W\d_]{3}")
_NAMED = re.compile(r"sasaran|indikator|program|kegiatan|tujuan|uraian", re.IGNORECASE)
_CAPTION = re.compile(r"\s*tabel\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?:(?:sub|grand)\s*)?(?:t\s*o\s*t\s*a\s*l|j\s*u\s*m\s*l\s*a\s*h|jml)(?:\s+(?:total|anggaran|keseluruhan|seluruh\w*|belanja|pagu|"
    r"program|kegiatan|dana|biaya|rp\.?|[ivx\d.]+|[a-z]|\(.*\)|semua|apbd|besar))*\s*:?|rata\s*-?\s*rata(?:\s+\w+){0,4}",
    re.IGNORECASE,
)


class Column(msgspec.Struct, frozen=True):
    """A column and its role. title: all header texts above it, joined with " > ".

    index and span: grid columns from 0; tahun, triwulan and satuan are those that the header names.
    """

    index: int
    span: int
    role: str | None
    title: str
    tahun: int | None = None
    triwulan: int | None = None
    satuan: str | None = None


class RoleRow(msgspec.Struct, frozen=True, dict=True):
    """One body row of a RoleTable; index is its grid row in the table, from 0."""

    parent: RoleTable
    index: int

    def cell(self, role: str | Column) -> Cell | None:
        """The cell below a column or the first column of a role; None for a hole or a missing column.

        Where a grid has cut a column in two, the first part that holds text counts, but for a number with the words
        it belongs to behind it. A cell merged over columns of several roles belongs to the first of them.
        """
        column = self.parent.column(role) if isinstance(role, str) else role
        if column is None:
            return None
        row = self.parent.table.grid[self.index]
        covering = row[column.index : column.index + column.span]
        cells = [cell for cell in covering if cell is not None and self.parent.owns(column, cell)]
        filled = [cell for cell in cells if cell.text.strip()]
        named = _NAMED.search(column.title.rsplit(" > ", 1)[-1]) is not None
        if (
            named
            and len(filled) > 1
            and _ITEM_NUMBER.fullmatch(filled[0].text.strip())
            and _WORDS.match(filled[1].text)
        ):
            return filled[1]
        return filled[0] if filled else cells[0] if cells else None

    def text(self, role: str | Column) -> str:
        """The text below a column as one line, "" when there is none."""
        cell = self.cell(role)
        return flow(cell.text) if cell else ""

    def at(self, role: str | Column) -> At:
        """The text below a column with its place; the value is None for an empty cell."""
        cell = self.cell(role)
        if cell is None:
            return At(None)
        return At(flow(cell.text) or None, cell.location)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The distinct cells of the row that hold text, from left to right."""
        found: dict[int, Cell] = {}
        for cell in self.parent.table.grid[self.index]:
            if cell is not None and cell.text.strip():
                found.setdefault(id(cell), cell)
        return tuple(found.values())

    @property
    def is_total(self) -> bool:
        """Whether this is a sum: one of its first two texts is "Jumlah", "TOTAL", "Rata-rata" or the like.

        An indikator called "Jumlah ..." is no sum.
        """
        return any(_TOTAL.fullmatch(flow(cell.text)) and not self._counts(cell) for cell in self.cells[:2])

    def _counts(self, cell: Cell) -> bool:
        under = next((c.role for c in self.parent.columns if c.index <= cell.column < c.index + c.span), None) or ""
        return under.startswith("indikator") and cell.colspan == 1 and len(cell.text.split()) > 1

    @property
    def is_group(self) -> bool:
        """Whether the row is a title over those below it: one text, spread wide or alone, and no number."""
        own = [cell for cell in self.cells if cell.rowspan == 1]
        if len(own) != 1 or len(self.cells) > 1 or not re.search(r"[^\W\d_]{2}", own[0].text):
            return False
        return own[0].colspan * 2 >= self.parent.table.n_columns or own[0].column <= 1


class RoleTable(msgspec.Struct, frozen=True, dict=True):
    """A table, or the part of one below one header, with the role of each column.

    header_rows: first row and end of the header (equal for a continuation without one); first_row and end_row bound
    the body; captions are the paragraphs right above the table, nearest last; repeats the row
    ranges in which the header is printed again.
    """

    table: Table
    columns: tuple[Column, ...]
    header_rows: tuple[int, int]
    first_row: int
    end_row: int
    captions: tuple[str, ...] = ()
    repeats: tuple[tuple[int, int], ...] = ()

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles found, each once, from left to right."""
        return tuple(dict.fromkeys(column.role for column in self.columns if column.role))

    def column(self, role: str, *, tahun: int | None = None, triwulan: int | None = None) -> Column | None:
        """The first column of a role, with that year or quarter when one is given."""
        for column in self.columns_of(role):
            if (tahun is None or column.tahun == tahun) and (triwulan is None or column.triwulan == triwulan):
                return column
        return None

    def columns_of(self, role: str) -> tuple[Column, ...]:
        """All columns of a role from left to right."""
        return tuple(column for column in self.columns if column.role == role)

    def owns(self, column: Column, cell: Cell) -> bool:
        """Whether a cell that covers a column belongs to it: it begins there, or under a column of the same role."""
        if cell.column >= column.index:
            return True
        first = next((other for other in self.columns if other.index <= cell.column < other.index + other.span), None)
        # A sliver without a title is part of the column beside it.
        return first is None or first.role is None or first.role == column.role

    def rows(self) -> Iterator[RoleRow]:
        """The body rows; numbering rows "(1) (2) (3)", repeated headers and blank rows are passed over."""
        for index in range(self.first_row, self.end_row):
            row = RoleRow(self, index)
            if (
                any(start <= index < end for start, end in self.repeats)
                or not row.cells
                or is_numbering([cell.text for cell in row.cells])
            ):
                continue
            yield row


def read_roles(table: Table, captions: Sequence[str] = ()) -> RoleTable | None:
    """The first headed part of a table with its column roles; None when no header is recognised."""
    parts = read_parts(table, captions)
    return parts[0] if parts else None


def read_parts(table: Table, captions: Sequence[str] = ()) -> tuple[RoleTable, ...]:
    """Every headed part of a table in order: a new header with other columns starts a new part."""
    parts: list[list[Header]] = []
    for header in find_headers(table):
        if parts and parts[-1][0].same_as(header):
            parts[-1].append(header)
        else:
            parts.append([header])
    if not parts:
        return ()
    ends = [*(part[0].first for part in parts[1:]), table.n_rows]
    return tuple(
        RoleTable(
            table,
            _columns(part[0]),
            (part[0].first, part[0].end),
            part[0].end,
            end,
            tuple(captions),
            tuple((header.first, header.end) for header in part[1:]),
        )
        for part, end in zip(parts, ends, strict=True)
    )


def role_tables(document: Document) -> tuple[RoleTable, ...]:
    """All tables of a document whose header is recognised, in order, with the paragraphs above them as captions.

    A table without a header that follows one with as many columns is read as its continuation: directly, or on the
    next page below a few lines of page matter.
    """
    found: list[RoleTable] = []
    captions: list[str] = []
    between: list[Paragraph | Heading] = []
    last: RoleTable | None = None
    for block in document.blocks:
        if not isinstance(block, Table):
            captions = [*captions, block.text][-_CAPTIONS:]
            between.append(block)
            continue
        if last is not None and not _goes_on(last.table, block, between):
            last = None
        parts = read_parts(block, captions)
        if not parts and last is not None and last.table.n_columns == block.n_columns:
            parts = (RoleTable(block, last.columns, (0, 0), 0, block.n_rows, last.captions),)
        found.extend(parts)
        last = parts[-1] if parts else None
        captions, between = [], []
    return tuple(found)


def last_page(table: Table) -> int | None:
    """The page on which a table ends; None where the format has no pages."""
    return max((cell.location.halaman for cell in table.cells if cell.location.halaman), default=None)


def _goes_on(before: Table, table: Table, between: Sequence[Paragraph | Heading]) -> bool:
    if any(isinstance(block, Heading) or _CAPTION.match(block.text) for block in between):
        return False
    if any(_SIGNED_BY.search(cell.text) for cell in table.cells):
        return False
    ended, begins = last_page(before), table.location.halaman
    if ended is not None and begins == ended + 1:
        return len(between) <= _PAGE_MATTER
    return ended == begins and all(len(block.text.split()) <= 3 for block in between)


def _columns(header: Header) -> tuple[Column, ...]:
    return tuple(
        Column(part.index, part.span, part.role, part.title, part.tahun, part.triwulan, part.satuan)
        for part in header.columns
    )


def carry_down(rows: Sequence[RoleRow], role: str | Column) -> list[At]:
    """The value of a role for each row, blanks filled from above, as a merged or once-printed sasaran is meant."""
    result: list[At] = []
    last = At(None)
    for row in rows:
        here = row.at(role)
        if here.value is not None:
            last = here
        result.append(last)
    return result
