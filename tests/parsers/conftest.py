"""Fixtures `drawn` and `paper`: made-up tables and documents.

Tables are drawn as lists of rows: "<" goes on from the left, "^" from above; "" is an
empty cell, None a hole.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from saksama.parsers.model import Block, Cell, Document, Heading, Location, Paragraph, Table

NAME = "contoh.docx"


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
