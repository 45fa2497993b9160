"""Averages that a report's tables state, against the column they stand under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean

import msgspec

from saksama.parsers.model import Cell, Document, Table
from saksama.parsers.numbers import is_blank, parse_number

_OF_WHAT = (
    r"(?:\s*(?:capaian|pencapaian|kinerja|indikator|sasaran|tujuan|strategis|stratejik|utama|iku|nilai|tingkat|persentase|"
    r"realisasi|anggaran|keuangan|fisik|program|kegiatan|seluruh|total|keseluruhan|efisiensi|tahun|\(|\)|per|dan|/|%))*"
)
"""What an average in a table of achievements is of. Other words make it an indikator: "Rata-rata lama layanan"."""
_AVERAGE = re.compile(
    rf"\W*(?:nilai\s+)?(?:rata\W{{0,3}}rata|rerata)\b{_OF_WHAT}(?P<ekor>[^A-Za-z]*)$", re.IGNORECASE | re.DOTALL
)
_SUM = re.compile(
    rf"\W*(?:(?:nilai\s+)?(?:rata\W{{0,3}}rata|rerata)\b{_OF_WHAT}[^A-Za-z]*$|jumlah\W*$|total\b)", re.IGNORECASE
)
_PAGE_NUMBER = re.compile(r"\W*(?:hal\w*\W*)?(?:[IVX]+\W{1,3})?\d{0,3}\W*", re.IGNORECASE)
_FIGURE = re.compile(r"-?\d+(?:[.,]\d+)?\s*%?")
_CUSTOMARY_CAP = 100.0
_FEWEST = 3
_FAR = 0.5
"""A stated average that is off by more of it is rather an average of something else."""


class Rerata(msgspec.Struct, frozen=True):
    """A stated average that none of the ways to compute it gives: the cell, what it says, and the plain average."""

    table: Table
    cell: Cell
    tertulis: str
    hitung: float
    banyak: int


def wrong_averages(document: Document, tolerance: float) -> Iterator[Rerata]:
    """The averages of a document's tables that differ from what stands above them by more than the tolerance."""
    for before, table in pairwise([None, *_tables(document)]):
        if table is None:
            continue
        rows = [row for row in range(table.n_rows) if _is_average(table, row)]
        for row in rows:
            for cell, stated in _stated(table, row):
                column = min(cell.column + cell.colspan - 1, table.n_columns - 1)
                above = _above(before if _runs_over(before, table) else None, table, column, row)
                if above is not None and len(above) >= _FEWEST and not _explained(table, stated, above, tolerance):
                    last = max((other for other in rows if other < row), default=-1)
                    own = [value for at, value in above if at > last] if last >= 0 else []
                    plain = fmean(own if len(own) >= _FEWEST else [value for _, value in above])
                    value = _number(stated)
                    if value is not None and abs(value - plain) <= _FAR * abs(plain):
                        yield Rerata(table, cell, stated, plain, len(own) or len(above))


def _tables(document: Document) -> list[Table | None]:
    """The tables in order, with None where text stands between two of them."""
    found: list[Table | None] = []
    for block in document.blocks:
        if isinstance(block, Table):
            found.append(block)
        elif found and found[-1] is not None and not _PAGE_NUMBER.fullmatch(block.text):
            found.append(None)
    return found


def _runs_over(before: Table | None, table: Table) -> bool:
    """Whether a table may be the rest of the one before it, on the page before."""
    if before is None or table.location.halaman is None or before.location.halaman is None:
        return False
    return 0 < table.location.halaman - before.location.halaman <= 2


def _is_average(table: Table, row: int) -> bool:
    return any(_AVERAGE.match(cell.text) for cell in table.cells if cell.row == row)


def _stated(table: Table, row: int) -> Iterator[tuple[Cell, str]]:
    """The figures of a row of averages, also one that shares a merged cell with the words."""
    for cell in sorted((cell for cell in table.cells if cell.row == row), key=lambda cell: cell.column):
        named = _AVERAGE.match(cell.text)
        text = (named["ekor"] if named else cell.text).strip(" :=\n")
        if _FIGURE.fullmatch(text):
            yield cell, text


def _number(text: str) -> float | None:
    number = parse_number(text)
    return float(number.nilai) if number is not None and number.lain is None else None


def _above(before: Table | None, table: Table, column: int, row: int) -> list[tuple[int, float]] | None:
    """The figures above a row, also those of the table that it goes on from (with rows below zero)."""
    own = _values(table, column, row)
    if before is None or own is None:
        return own
    earlier = _values(before, column, before.n_rows) if before.n_columns == table.n_columns else None
    return None if earlier is None else [(at - before.n_rows, value) for at, value in earlier] + own


def _values(table: Table, column: int, row: int) -> list[tuple[int, float]] | None:
    """The figures of a column above a row, each with its row; None where one of them cannot be read as one number."""
    found: list[tuple[int, float]] = []
    sums = {cell.row for cell in table.cells if _SUM.match(cell.text)}
    for cell in table.cells:
        covers = cell.column <= column < cell.column + cell.colspan
        if not covers or cell.row >= row or cell.row in sums or is_blank(cell.text):
            continue
        if not re.search(r"\d", cell.text) or _is_heading(table, cell):
            continue
        value = _number(cell.text.split("(")[0]) if cell.colspan == 1 else None
        if value is None:
            return None
        found.append((cell.row, value))
    return found


def _is_heading(table: Table, cell: Cell) -> bool:
    """Whether a cell with digits belongs to the head: a title with a year, or the row that counts the columns."""
    if re.search(r"[^\W\d_]{3}", cell.text):
        return True
    row = [other.text.strip(" ().") for other in table.cells if other.row == cell.row and other.text.strip()]
    numbers = [int(text) for text in row if text.isdecimal() and len(text) < 5]
    return (
        len(row) > 2
        and len(numbers) * 4 >= len(row) * 3
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    )


def _explained(table: Table, stated: str, above: Sequence[tuple[int, float]], tolerance: float) -> bool:
    """Whether the stated average is that of all rows, of those since the last average, of groups, or a capped one."""
    value = _number(stated)
    if value is None:
        return True
    decimals = len(re.split(r"[.,]", stated.rstrip("% "))[1]) if re.search(r"[.,]\d", stated) else 0
    allowed = max(tolerance, 0.5 * 10**-decimals)
    figures = [figure for _, figure in above]
    ways = [figures, [min(figure, _CUSTOMARY_CAP) for figure in figures], [figure for figure in figures if figure]]
    for column in range(min(3, table.n_columns)):
        groups: dict[int, list[float]] = {}
        for row, figure in above:
            home = table.grid[row][column] if row >= 0 else None
            groups.setdefault(home.row if home is not None and home.text else row, []).append(figure)
        ways.append([fmean(group) for group in groups.values()])
    # Several averages one below the other: each is that of the rows since the one above it.
    ways += [figures[start:] for start in range(1, len(figures) - 1)]
    return any(way and abs(fmean(way) - value) <= allowed for way in ways)
