"""Tables numbered as a reader counts them in the file, and their cells placed in them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from saksama.parsers.model import Block, Location, Table


def numbered(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give every table its number in the file, and every cell its row and column."""
    found: list[Block] = []
    count = 0
    for block in blocks:
        if not isinstance(block, Table):
            found.append(block)
            continue
        count += 1
        cells = tuple(
            msgspec.structs.replace(cell, location=_place(cell.location, count, cell.row, cell.column))
            for cell in block.cells
        )
        place = msgspec.structs.replace(block.location, tabel=count)
        found.append(msgspec.structs.replace(block, cells=cells, location=place))
    return tuple(found)


def _place(location: Location, table: int, row: int, column: int) -> Location:
    return msgspec.structs.replace(location, tabel=table, baris=row + 1, kolom=str(column + 1))
