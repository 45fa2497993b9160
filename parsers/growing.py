"""A table that takes the rows of the pages that follow, each in time that does not depend on the rows it has."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, takewhile

import msgspec

from saksama.parsers.model import Cell, Table
from saksama.parsers.pdf.flow import continued

_DIRECTIONS = ((0, 2, 1), (1, 3, 1), (3, 1, -1))
"""Where columns begin and end in a box, and the sign that makes them ascend: a page read sideways has them along y."""


class Borders:
    """The usual places of the borders of columns, kept while cells come and change."""

    def __init__(self, cells: Iterable[Cell], n_columns: int) -> None:
        self._n_columns = n_columns
        for self._direction in _DIRECTIONS:
            self._starts: dict[int, list[float]] = defaultdict(list)
            self._ends: dict[int, list[float]] = defaultdict(list)
            self._take(cells)
            for ordered in (*self._starts.values(), *self._ends.values()):
                ordered.sort()
            edges = self.edges()
            if edges is None or all(a + 1 < b for a, b in pairwise(edges)):
                return

    def _take(self, cells: Iterable[Cell]) -> None:
        first, second, sign = self._direction
        starts, ends = self._starts, self._ends
        for cell in cells:
            if box := cell.location.kotak:
                starts[cell.column].append(sign * box[first])
                ends[cell.column + cell.colspan].append(sign * box[second])

    def add(self, cell: Cell) -> None:
        """A further cell."""
        first, second, sign = self._direction
        if box := cell.location.kotak:
            insort(self._starts[cell.column], sign * box[first])
            insort(self._ends[cell.column + cell.colspan], sign * box[second])

    def remove(self, cell: Cell) -> None:
        """A cell that is there no more."""
        first, second, sign = self._direction
        if box := cell.location.kotak:
            starts, ends = self._starts[cell.column], self._ends[cell.column + cell.colspan]
            del starts[bisect_left(starts, sign * box[first])]
            del ends[bisect_left(ends, sign * box[second])]

    def edges(self) -> list[float] | None:
        """The borders in reading direction, None where a column has no cell of its own."""
        borders = [self._starts[column] or self._ends[column] for column in range(self._n_columns)]
        borders.append(self._ends[self._n_columns])
        return [_middle(border) for border in borders] if all(borders) else None


def _middle(ordered: Sequence[float]) -> float:
    """The median of numbers in order."""
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def edges_of(table: Table) -> list[float] | None:
    """The positions of a table's column borders, in reading direction.

    None where a column has no cell of its own or the borders do not follow each other.
    """
    return _ascending(Borders(table.cells, table.n_columns).edges())


def _ascending(edges: list[float] | None) -> list[float] | None:
    return edges if edges is not None and all(a + 1 < b for a, b in pairwise(edges)) else None


class GrowingTable:
    """A table as far as it has been read: cells by their place, and what the next page is held against."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.n_rows, self.n_columns = table.n_rows, table.n_columns
        self._cells = list(table.cells)
        self._borders: Borders | None = None
        self._changed = False
        self.last_page = max([cell.location.halaman or 0 for cell in table.cells])
        self._last: list[int | None] = [None] * table.n_columns
        for index, cell in enumerate(self._cells):
            if cell.row + cell.rowspan >= table.n_rows:
                end = min(cell.column + cell.colspan, table.n_columns)
                self._last[cell.column : end] = [index] * (end - cell.column)

    @property
    def certain(self) -> bool:
        """As in model.Table."""
        return self._table.certain

    @property
    def last_row(self) -> list[Cell | None]:
        """The cell that covers each column of the last row."""
        return [None if index is None else self._cells[index] for index in self._last]

    def edges(self) -> list[float] | None:
        """As edges_of says of a table."""
        if self._borders is None:
            self._borders = Borders(self._cells, self.n_columns)
        return _ascending(self._borders.edges())

    def top(self, rows: int) -> Table:
        """The first rows as a table of their own."""
        cells = tuple(takewhile(lambda cell: cell.row < rows, self._cells))
        return Table(cells, min(rows, self.n_rows), self.n_columns, self._table.location)

    def spread(self, places: Sequence[int]) -> None:
        """Go over to finer columns, as `spread` does."""
        self._cells = [*spread(self._cells, places)]
        last, self._last = self._last, [None] * places[-1]
        for column, index in enumerate(last):
            self._last[places[column] : places[column + 1]] = [index] * (places[column + 1] - places[column])
        self.n_columns = places[-1]
        self._borders = None
        self._changed = True

    def append(self, below: Table, shift: int, goes_on: Mapping[int, Cell]) -> None:
        """Take the rows of a table `shift` rows down.

        goes_on: by the id of those of its cells that go on with a cell of the last row here, that cell.
        """
        own = {id(cell): index for index, cell in zip(self._last, self.last_row, strict=True) if index is not None}
        new: dict[int, int] = {}
        for cell in below.cells:
            head = goes_on.get(id(cell))
            if head is None:
                new[id(cell)] = len(self._cells)
                self._cells.append(msgspec.structs.replace(cell, row=cell.row + shift))
                self._placed(self._cells[-1])
                continue
            index = new[id(cell)] = own[id(head)]
            end = shift + cell.row + cell.rowspan
            text = continued(head.text, cell.text) if head.text and cell.text else head.text or cell.text
            place = head.location if head.text or not cell.text else cell.location
            if self._borders is not None:
                self._borders.remove(self._cells[index])
            grown = msgspec.structs.replace(head, text=text, location=place, rowspan=end - head.row)
            self._cells[index] = grown
            self._placed(grown)
        if shift + below.n_rows > self.n_rows:
            self._last = [None if cell is None else new[id(cell)] for cell in below.grid[-1]]
        self.n_rows = shift + below.n_rows
        self._changed = True

    def _placed(self, cell: Cell) -> None:
        self.last_page = max(self.last_page, cell.location.halaman or 0)
        if self._borders is not None:
            self._borders.add(cell)

    def table(self) -> Table:
        """The table as it is; the very one it began with when nothing came."""
        if not self._changed:
            return self._table
        cells = tuple(sorted(self._cells, key=lambda cell: (cell.row, cell.column)))
        return Table(cells, self.n_rows, self.n_columns, self._table.location, self._table.certain)


def spread(cells: Iterable[Cell], places: Sequence[int]) -> Iterable[Cell]:
    """Cells on finer columns: column c begins at places[c]."""
    return (
        msgspec.structs.replace(
            cell,
            column=places[cell.column],
            colspan=places[cell.column + cell.colspan] - places[cell.column],
        )
        for cell in cells
    )
