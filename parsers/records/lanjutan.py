"""Tables that run on over a page with their header repeated: read as one, though the reader left them apart.

Readers join tables that touch the page break. A running header or footer that stayed in the text keeps them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from saksama.parsers.model import Document, Paragraph, Table
from saksama.parsers.tables import RoleRow, RoleTable, flow, role_tables

_SHORT, _FEW = 110, 3


def continued_tables(document: Document) -> tuple[tuple[RoleTable, ...], ...]:
    """The tables of a document with recognised headers, those that continue each other in one group."""
    groups: list[list[RoleTable]] = []
    order = {id(block): index for index, block in enumerate(document.blocks)}
    for table in role_tables(document):
        last = groups[-1][-1] if groups else None
        if last is not None and _continues(document, last, table, order):
            groups[-1].append(table)
        else:
            groups.append([table])
    return tuple(tuple(group) for group in groups)


def rows_of(tables: Iterable[RoleTable]) -> Iterator[RoleRow]:
    """The body rows of tables that continue each other."""
    for table in tables:
        yield from table.rows()


def _continues(document: Document, last: RoleTable, table: RoleTable, order: dict[int, int]) -> bool:
    if [(c.index, c.title) for c in last.columns] != [(c.index, c.title) for c in table.columns]:
        return False
    here, before = table.table.location.halaman, _last_page(last.table)
    if here is None or before is None or here != before + 1:
        return False
    between = document.blocks[order[id(last.table)] + 1 : order[id(table.table)]]
    if len(between) > _FEW or not all(isinstance(block, Paragraph) and len(block.text) < _SHORT for block in between):
        return False
    texts = [flow(block.text).casefold() for block in between if isinstance(block, Paragraph)]
    # A table that brings its own label is another one.
    return not any(text.startswith("tabel") for text in texts)


def _last_page(table: Table) -> int | None:
    return max((cell.location.halaman for cell in table.cells if cell.location.halaman is not None), default=None)
