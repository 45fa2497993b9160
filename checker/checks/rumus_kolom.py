"""Columns that a report's table computes from two others by a formula in their title, as in "(4/5)*100%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from saksama.checker.checks.carahitung import printed_as
from saksama.parsers.model import Cell, Document, Table
from saksama.parsers.numbers import parse_number

_FORMULA = re.compile(
    r"\(?\s*\(?(?P<atas>\d{1,2})\)?\s*[/:]\s*\(?(?P<bawah>\d{1,2})\)?\s*\)?\s*[x*×]\s*100\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\(?\s*(\d{1,2})\s*\)?")
_FIGURE = re.compile(r"-?\d[\d.,]*\s*%?")
_FEWEST = 4
_MOST = 0.75
"""Share of a table's rows that must follow the formula before another row counts as wrong."""


class SalahRumus(msgspec.Struct, frozen=True):
    """A figure that its column's formula does not give: the cell, the row's name, the terms and what they give.

    jauh: so far off that the terms may be something else than the title says.
    """

    cell: Cell
    label: str
    atas: str
    bawah: str
    hitung: Decimal
    jauh: bool


def wrong_by_formula(document: Document, tolerance: float) -> Iterator[SalahRumus]:
    """The figures of computed columns that differ from their formula by more than tolerance (percentage points).

    Only tables with a row that numbers the columns are judged, and only where nearly all other rows follow it.
    """
    scanned = {page.number for page in document.pages if page.scanned}
    for table in document.tables:
        if table.location.halaman in scanned:
            continue
        head, columns = _numbered(table)
        for cell in table.cells:
            found = _FORMULA.search(cell.text) if cell.row < head and cell.colspan == 1 else None
            if found is None:
                continue
            above, below = columns.get(int(found["atas"])), columns.get(int(found["bawah"]))
            if above is None or below is None or cell.column in (above, below):
                continue
            yield from _column(table, head, (above, below, cell.column), Decimal(str(tolerance)))


def _numbered(table: Table) -> tuple[int, dict[int, int]]:
    """The row that numbers the columns (1) (2) (3) ..., and the column of each number; (0, {}) where there is none."""
    for row in range(min(table.n_rows, 6)):
        cells = [cell for cell in table.cells if cell.row == row and cell.text.strip()]
        found = [(int(match[1]), cell.column) for cell in cells if (match := _NUMBER.fullmatch(cell.text.strip()))]
        numbers = [number for number, _ in found]
        if len(found) >= _FEWEST and len(found) == len(cells) and numbers == list(range(1, len(numbers) + 1)):
            return row, dict(found)
    return 0, {}


def _column(table: Table, head: int, columns: tuple[int, int, int], tolerance: Decimal) -> Iterator[SalahRumus]:
    right = 0
    wrong: list[SalahRumus] = []
    for row in range(head + 1, table.n_rows):
        above, below, cell = (table.grid[row][column] for column in columns)
        if above is None or below is None or cell is None:
            continue
        if any((one.row, one.colspan, one.rowspan) != (row, 1, 1) for one in (above, below, cell)):
            # A cell over several columns (an average at the foot) is none of the terms.
            continue
        figures = [_figure(one.text) for one in (above, below, cell)]
        if any(figure is None for figure in figures):
            continue
        upper, lower, stated = (figure for figure in figures if figure is not None)
        corners = [a / b * 100 for a in (upper, *printed_as(upper)) for b in (lower, *printed_as(lower)) if b]
        if not corners:
            continue
        allowed = max(tolerance, *(abs(one - stated) for one in printed_as(stated)))
        reverse = (2 * lower - upper) / lower * 100 if lower else stated
        if min(corners) - allowed <= stated <= max(corners) + allowed or abs(reverse - stated) <= allowed:
            right += 1
            continue
        if lower:
            value = upper / lower * 100
            far = not stated or not Decimal("0.5") < value / stated < 2
            wrong.append(SalahRumus(cell, _label(table, row, columns), above.text, below.text, value, far))
    if right >= _FEWEST and right >= _MOST * (right + len(wrong)):
        yield from wrong


def _figure(text: str) -> Decimal | None:
    """The one number that a cell holds and nothing else."""
    if not _FIGURE.fullmatch(text.strip()):
        return None
    number = parse_number(text)
    return number.nilai if number is not None and number.lain is None else None


def _label(table: Table, row: int, columns: tuple[int, int, int]) -> str:
    """The text before the figures that names a row."""
    texts = [table.text(row, column) for column in range(min(columns))]
    return " ".join(next((text for text in reversed(texts) if re.search(r"[^\W\d_]{3}", text)), "baris").split())[:120]
