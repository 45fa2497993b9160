"""The grid of a Word table: which cell stands where and over how many rows and columns.

Word rows are ragged: each has its own cells, counted in columns of a finer grid that may differ from row to row by
slivers of a millimetre. Only the edges that cells really use become columns here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from saksama.parsers.word.markup import W, child, number
from saksama.parsers.word.properties import MAX_COLUMNS, CellProperties, Properties, RowProperties

_SLIVER = 113
"""Twips (2 mm): edges nearer than this are one edge, unless a cell lies between them."""
_TRANSPARENT = {f"{W}{name}" for name in ("sdtContent", "sdt", "ins", "moveTo", "customXml", "smartTag")}


@dataclass(slots=True)
class Slot:
    """One cell of the grid, anchored at row and column (from 0)."""

    row: int
    column: int
    colspan: int
    rowspan: int = 1


@dataclass(slots=True)
class Layout:
    """slots: the cells in reading order; pieces: each w:tc in document order, its properties and slot."""

    slots: list[Slot] = field(default_factory=list)
    pieces: list[tuple[etree._Element, CellProperties, int]] = field(default_factory=list)
    n_rows: int = 0
    n_columns: int = 0
    hidden_rows: int = 0


@dataclass(slots=True)
class _Raw:
    cell: etree._Element
    properties: CellProperties
    begin: int
    end: int


def transparent(container: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The children with a w: name, also inside content controls, insertions and custom XML, not inside deletions."""
    for node in container:
        if node.tag == f"{W}{tag}":
            yield node
        elif node.tag in _TRANSPARENT:
            yield from transparent(node, tag)


def layout(table: etree._Element, properties: Properties) -> Layout:
    """Place the cells of a w:tbl; deleted rows are skipped, hidden ones counted, spans clamped to MAX_COLUMNS."""
    result = Layout()
    rows: list[list[_Raw]] = []
    for row in transparent(table, "tr"):
        own = properties.row(row)
        if own.deleted:
            continue
        if own.hidden:
            result.hidden_rows += 1
            continue
        if cells := _row(row, own, properties):
            rows.append(cells)
    edges = _edges(rows, _grid(table))
    result.n_rows = len(rows)
    result.n_columns = max(edges.values(), default=0)
    open_slots: dict[int, int] = {}
    for index, row_cells in enumerate(rows):
        open_slots = _place(result, index, row_cells, edges, open_slots)
    return result


def _row(row: etree._Element, own: RowProperties, properties: Properties) -> list[_Raw]:
    """The cells of a row in columns of Word's fine grid."""
    position = own.before
    cells: list[_Raw] = []
    for cell in transparent(row, "tc"):
        inner = properties.cell(cell)
        end = min(position + inner.span, MAX_COLUMNS)
        if end <= position:
            break
        cells.append(_Raw(cell, inner, position, end))
        position = end
    return cells


def _grid(table: etree._Element) -> list[int]:
    """The x positions of the fine grid's edges in twips, as far as the table gives its widths."""
    positions = [0]
    grid = child(table, "tblGrid")
    for column in grid.findall(f"{W}gridCol")[:MAX_COLUMNS] if grid is not None else ():
        width = number((column.get(f"{W}w") or "").partition(".")[0])
        if width is None:
            break
        positions.append(positions[-1] + max(width, 0))
    return positions


def _edges(rows: list[list[_Raw]], positions: list[int]) -> dict[int, int]:
    """Fine grid edge -> column edge: unused edges vanish, edges a sliver apart become one."""
    used = sorted({edge for row in rows for raw in row for edge in (raw.begin, raw.end)})
    cells = {(raw.begin, raw.end) for row in rows for raw in row}
    edges: dict[int, int] = {}
    group: list[int] = []
    column = 0
    for edge in used:
        near = group and edge < len(positions) and positions[edge] - positions[group[0]] < _SLIVER
        if group and not (near and not any((other, edge) in cells for other in group)):
            column += 1
            group = []
        group.append(edge)
        edges[edge] = column
    # A table that begins with gridBefore in every row has no first column of its own.
    return edges


def _place(result: Layout, row: int, cells: list[_Raw], edges: dict[int, int], above: dict[int, int]) -> dict[int, int]:
    """Put a row's cells into the layout; returns column -> slot of the vertical merges that are open below it.

    A legacy hMerge continuation lengthens the cell before it.
    """
    still_open: dict[int, int] = {}
    last: int | None = None
    for raw in cells:
        column, colspan = edges[raw.begin], edges[raw.end] - edges[raw.begin]
        if raw.properties.merged and last is not None:
            slot = result.slots[last]
            if slot.row == row:
                slot.colspan += colspan
            result.pieces.append((raw.cell, raw.properties, last))
            continue
        anchor = above.get(column) if raw.properties.vertical == "continue" else None
        if anchor is not None and result.slots[anchor].colspan == colspan:
            result.slots[anchor].rowspan += 1
            last = anchor
        else:
            result.slots.append(Slot(row, column, colspan))
            last = len(result.slots) - 1
        result.pieces.append((raw.cell, raw.properties, last))
        if raw.properties.vertical is not None:
            still_open[column] = last
    return still_open
