"""Fixtures `drawn` and `paper`: made-up tables and documents; `tilings`: random merged cells.

Tables are drawn as lists of rows: "<" goes on from the left, "^" from above; "" is an
empty cell, None a hole.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import strategies as st

from saksama.parsers.model import Block, Cell, Document, Heading, Location, Paragraph, Table

NAME = "contoh.docx"
Area = tuple[int, int, int, int]
"""A merged cell: row, column, height, width."""


@pytest.fixture(name="drawn")
def _drawn() -> Callable[..., Table]:
    return drawn


@pytest.fixture(name="paper")
def _paper() -> Callable[..., Document]:
    return paper


def drawn(
    rows: Sequence[Sequence[str | None]], number: int = 1, fills: dict[tuple[int, int], str] | None = None
) -> Table:
    """The table that the rows draw; fills gives cells a background."""
    height, width = len(rows), len(rows[0])
    cells = []
    for r, row in enumerate(rows):
        assert len(row) == width, f"row {r} has {len(row)} cells"
        for c, text in enumerate(row):
            if text in ("<", "^", None):
                continue
            colspan = 1
            while c + colspan < width and row[c + colspan] == "<":
                colspan += 1
            rowspan = 1
            while r + rowspan < height and rows[r + rowspan][c] == "^":
                rowspan += 1
            here = Location(NAME, tabel=number, baris=r + 1, kolom=str(c + 1))
            cells.append(Cell(text, r, c, here, rowspan, colspan, fill=(fills or {}).get((r, c))))
    return Table(tuple(cells), height, width, Location(NAME, tabel=number, baris=1))


def paper(*blocks: Block | str) -> Document:
    """A document of paragraphs (texts; in capitals: headings) and tables."""
    made = [_block(block) if isinstance(block, str) else block for block in blocks]
    return Document(NAME, "0" * 64, "docx", tuple(made))


def _block(text: str) -> Block:
    here = Location(NAME)
    return Heading(text, 1, here) if text.isupper() else Paragraph(text, here)


@pytest.fixture(name="tilings", scope="session")
def _tilings_fixture() -> st.SearchStrategy[tuple[int, int, list[Area]]]:
    """Grids tiled by merged cells: (rows, columns, areas in reading order)."""
    return _tilings()


@st.composite
def _tilings(draw: st.DrawFn) -> tuple[int, int, list[Area]]:
    n_rows, n_columns = draw(st.integers(1, 5)), draw(st.integers(2, 5))
    free = {(r, c) for r in range(n_rows) for c in range(n_columns)}
    areas: list[Area] = []
    for r in range(n_rows):
        for c in range(n_columns):
            if (r, c) not in free:
                continue
            height, width = draw(st.integers(1, 3)), draw(st.integers(1, 3))
            area = {(y, x) for y in range(r, r + height) for x in range(c, c + width)}
            if not area <= free:
                height = width = 1
                area = {(r, c)}
            free -= area
            areas.append((r, c, height, width))
    return n_rows, n_columns, areas
