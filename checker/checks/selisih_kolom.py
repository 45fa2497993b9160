"""Columns of a report's tables that hold a difference of two others: efficiency, deviation, what a budget has left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

import msgspec

from saksama.parsers.headers import is_numbering
from saksama.parsers.model import Cell, Document, Table
from saksama.parsers.numbers import parse_number

_TITLE = re.compile(
    r"efisien|selisih|deviasi|\bgap\b|percepatan|perlambatan|kenaikan|penurunan|naik|turun|\bsisa\b|\bsilpa\b|\+/-",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\(?\s*[-+]?\s*(?:Rp\.?\s*)?\d[\d.,]*\s*%?\s*\)?(?:,-)?", re.IGNORECASE)
_HEADER_ROWS = 4
_FEWEST, _FEWEST_BROKEN = 3, 2
"""Rows that must hold the difference; fewer where decimals or large amounts rule out chance."""
_MOST, _MOST_OF_FEW = 0.75, 0.66
"""Share of a table's rows that must hold the difference before another counts as wrong; of three rows, two."""
_MONEY = 100_000
_TOLERANCE, _RUPIAH = Decimal("0.06"), Decimal(1)

Figures = Mapping[int, tuple[Decimal, Cell]]


class Selisih(msgspec.Struct, frozen=True):
    """A figure that is not the difference its column holds: the cell, the row's name, the terms and what they give."""

    cell: Cell
    label: str
    kiri: str
    kanan: str
    hitung: Decimal
    uang: bool


def wrong_differences(document: Document) -> Iterator[Selisih]:
    """The figures of columns named as differences that are none, where nearly all other rows are; uang: of money.

    Recognised text is left out: there the slip may be the reader's.
    """
    scanned = {page.number for page in document.pages if page.scanned}
    for table in document.tables:
        if table.location.halaman not in scanned:
            yield from _in_table(table)


def _in_table(table: Table) -> Iterator[Selisih]:
    columns = _columns(table)
    for column, stated in columns.items():
        if not _TITLE.search(_title(table, column)):
            continue
        others = [other for other in sorted(columns) if other != column]
        best: tuple[list[int], Figures, Figures] | None = None
        for first, second in [*combinations(others, 2), *combinations(others[::-1], 2)]:
            left, right = columns[first], columns[second]
            rows = sorted(set(left) & set(right) & set(stated))
            fits = [row for row in rows if _fits(left[row][0], right[row][0], stated[row][0])]
            telling = [row for row in fits if stated[row][0] and right[row][0]]
            broken = [row for row in telling if stated[row][0] % 1 or abs(left[row][0]) >= _MONEY]
            enough = len(telling) >= _FEWEST or len(broken) == _FEWEST_BROKEN
            most = _MOST if len(rows) > _FEWEST else _MOST_OF_FEW
            if enough and len(fits) >= most * len(rows) and (not best or len(fits) > len(best[0])):
                best = fits, left, right
        if best is None:
            continue
        fits, left, right = best
        for row in sorted((set(left) & set(right) & set(stated)) - set(fits)):
            (a, one), (b, two), (_, cell) = left[row], right[row], stated[row]
            if not _fits(b, a, stated[row][0]):
                yield Selisih(cell, _label(table, row), one.text, two.text, a - b, max(abs(a), abs(b)) >= _MONEY)


def _fits(left: Decimal, right: Decimal, stated: Decimal) -> bool:
    tolerance = _RUPIAH if max(abs(left), abs(right)) >= _MONEY else _TOLERANCE
    return abs(left - right - stated) <= tolerance


def _columns(table: Table) -> dict[int, Figures]:
    """The single figures of a table by column and row; a cell over several rows or columns is no term."""
    found: dict[int, dict[int, tuple[Decimal, Cell, bool]]] = {}
    numbering = {
        row
        for row in range(min(_HEADER_ROWS, table.n_rows))
        if is_numbering([cell.text for cell in table.cells if cell.row == row and cell.text.strip()])
    }
    for cell in table.cells:
        text = " ".join(cell.text.split())
        if (cell.rowspan, cell.colspan) != (1, 1) or cell.row in numbering or not _FIGURE.fullmatch(text):
            continue
        number = parse_number(text.strip("()+ "))
        if number is not None:
            value = -number.nilai if text.startswith("(") and text.endswith(")") else number.nilai
            found.setdefault(cell.column, {})[cell.row] = (value, cell, number.lain is not None)
    columns: dict[int, Figures] = {}
    for column, rows in found.items():
        # "40.000" is forty thousand among amounts of money, and may be forty elsewhere.
        money = sum(abs(value) >= _MONEY for value, _, _ in rows.values()) * 2 > len(rows)
        sure = {row: (value, cell) for row, (value, cell, open_) in rows.items() if money or not open_}
        if len(sure) >= _FEWEST:
            columns[column] = sure
    return columns


def _title(table: Table, column: int) -> str:
    """What the rows above the figures call a column."""
    rows = range(min(_HEADER_ROWS, table.n_rows))
    texts = [table.text(row, column) for row in rows]
    return " ".join(text for text in dict.fromkeys(texts) if text and not _FIGURE.fullmatch(text.strip()))


def _label(table: Table, row: int) -> str:
    words: Sequence[str] = [
        cell.text for cell in table.cells if cell.row == row and re.search(r"[^\W\d_]{3}", cell.text)
    ]
    return " ".join(max(words, key=len, default=f"baris {row + 1}").split())[:120]
