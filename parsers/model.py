"""What a reader hands on: a Document of blocks, each with the place it stands.

All values are frozen. A Location comes from the reader and travels with the value; nobody searches the text again to
find it. Field names of Location are those of `bukti` in run.json, so that a place reads alike everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import msgspec

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points, origin at the top left of the page as it is shown (rotation applied)."""


class Location(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Where a value stands in a file; what a format does not have is None.

    halaman: PDF page from 1 (never invented for docx); lembar: sheet name; tabel: number of the table in the file from
    1; baris: row of the table or sheet, or line of a text file, from 1; kolom: column name or number as text;
    jalur: headings above the place ("BAB III > A. Capaian"), for formats without pages; kotak: box in points; putar:
    clockwise quarter turns that bring what stands there upright.
    """

    berkas: str
    halaman: int | None = None
    lembar: str | None = None
    tabel: int | None = None
    baris: int | None = None
    kolom: str | None = None
    jalur: str | None = None
    kotak: Box | None = None
    putar: int = 0

    @property
    def tegak(self) -> Box | None:
        """The box turned upright about the corner of the page: tells what stands left of or above what, no place."""
        if self.kotak is None or not self.putar:
            return self.kotak
        x0, top, x1, bottom = self.kotak
        return {1: (-bottom, x0, -top, x1), 2: (-x1, -bottom, -x0, -top), 3: (top, -x1, bottom, -x0)}[self.putar]


class Paragraph(msgspec.Struct, frozen=True, gc=False, tag="paragraf", omit_defaults=True):
    """Running text: one paragraph (docx), one line or joined lines (pdf), one line (text).

    number is the automatic number of a list item ("1.", "a."), which word processors keep apart from the text.
    """

    text: str
    location: Location
    bold: bool = False
    size: float | None = None
    number: str | None = None


class Heading(msgspec.Struct, frozen=True, gc=False, tag="tajuk", omit_defaults=True):
    """A heading; level from 1 (BAB) downwards."""

    text: str
    level: int
    location: Location


class Cell(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One cell of a table, anchored at its upper left corner (row and column from 0).

    number: the stored value of a spreadsheet cell, beside the text as displayed; fill: background as "RRGGBB" when it
    isn't white (month schedules are often drawn by colour alone).
    """

    text: str
    row: int
    column: int
    location: Location
    rowspan: int = 1
    colspan: int = 1
    number: float | None = None
    fill: str | None = None
    bold: bool = False


class Table(msgspec.Struct, frozen=True, dict=True, tag="tabel", omit_defaults=True):
    """A table as cells with true spans; n_rows and n_columns are the size of the grid they tile.

    Every anchor cell occurs once in `cells`, in reading order. A position that no cell covers is a hole.
    certain is False for a table guessed from alignment rather than found by ruling lines.
    """

    cells: tuple[Cell, ...]
    n_rows: int
    n_columns: int
    location: Location
    certain: bool = True

    @cached_property
    def grid(self) -> tuple[tuple[Cell | None, ...], ...]:
        """Row by row, the cell that covers each position (a merged cell appears at all its positions)."""
        rows: list[list[Cell | None]] = [[None] * self.n_columns for _ in range(self.n_rows)]
        for cell in self.cells:
            for r in range(cell.row, min(cell.row + cell.rowspan, self.n_rows)):
                for c in range(cell.column, min(cell.column + cell.colspan, self.n_columns)):
                    rows[r][c] = cell
        return tuple(tuple(row) for row in rows)

    def text(self, row: int, column: int) -> str:
        """The text at a position, "" for a hole."""
        cell = self.grid[row][column]
        return cell.text if cell else ""


Block = Paragraph | Heading | Table


class Page(msgspec.Struct, frozen=True):
    """One PDF page: size in points as shown; readable is False when it holds no usable text (an image).

    pictures are the places of the images on it, among which may be a signature or stamp. scanned: the page is a
    picture and its text was recognised (OCR), here or before; pictures are then strokes of pens and stamps.
    """

    number: int
    width: float
    height: float
    readable: bool = True
    pictures: tuple[Box, ...] = ()
    scanned: bool = False


class Line(msgspec.Struct, frozen=True, gc=False):
    """A piece of text in reading order, from a paragraph, a heading or a table cell."""

    text: str
    location: Location
    in_table: bool = False
    heading: int | None = None


class Document(msgspec.Struct, frozen=True, dict=True):
    """A file as read: blocks in body order, pages (PDF only), warnings in Indonesian.

    pembaca names the reader ("pdf", "docx", "xlsx", "teks"); margins holds running headers and footers, apart from the
    body, because a unit's name or a year in them is still evidence. doubtful: where numbers of a scan may be
    misread.
    """

    berkas: str
    sha256: str
    pembaca: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    margins: tuple[Paragraph, ...] = ()
    peringatan: tuple[str, ...] = ()
    doubtful: tuple[Location, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables in body order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All text in reading order, tables cell by cell."""
        return tuple(self._walk())

    @cached_property
    def text(self) -> str:
        """The whole text, one line per piece."""
        return "\n".join(line.text for line in self.lines)

    def _walk(self) -> Iterator[Line]:
        for block in self.blocks:
            if isinstance(block, Table):
                for cell in block.cells:
                    if cell.text:
                        yield Line(cell.text, cell.location, in_table=True)
            elif isinstance(block, Heading):
                yield Line(block.text, block.location, heading=block.level)
            elif block.text:
                text = f"{block.number} {block.text}" if block.number else block.text
                yield Line(text, block.location)


class ReadError(Exception):
    """A file that could not be read: Indonesian sentence what happened (`alasan`) and what to do next (`saran`)."""

    def __init__(self, berkas: str, alasan: str, saran: str) -> None:
        super().__init__(f"{berkas}: {alasan} {saran}")
        self.berkas, self.alasan, self.saran = berkas, alasan, saran

    @property
    def lasting(self) -> bool:
        """Whether it would be raised again for the same file: not where the system refused something on the way."""
        cause = self.__context__
        while cause is not None and not isinstance(cause, OSError):
            cause = cause.__context__
        return cause is None
