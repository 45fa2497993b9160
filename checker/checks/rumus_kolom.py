"""Columns that a report's table computes from two others: by a formula in their title, as in "(4/5)*100%", or by what
nearly all of its rows hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

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
_SURELY = 5
"""Rows that must tell a ratio (not 100) where no title says that the column holds one."""
_RATIO = re.compile(r"capaian|%|persen|prosen|rasio|tingkat", re.IGNORECASE)
_LARGE = 100_000


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
            tested = _column(table, head, (above, below, cell.column), Decimal(str(tolerance)))
            yield from tested.wrong if tested.holds else ()


def wrong_by_habit(document: Document, tolerance: float) -> Iterator[SalahRumus]:
    """The percentages of a column titled as such that are not what two columns before it give in nearly all rows.

    Any table of performance, whatever its columns are called; those of money are not looked at.
    """
    scanned = {page.number for page in document.pages if page.scanned}
    for table in document.tables:
        if table.location.halaman in scanned:
            continue
        head = next((row for row in range(min(table.n_rows, 5)) if _figures_in(table, row)), 0)
        titles = [" ".join(table.text(row, column) for row in range(head)) for column in range(table.n_columns)]
        for share in (column for column, title in enumerate(titles) if _RATIO.search(title)):
            tested = [
                _column(table, head - 1, (above, below, share), Decimal(str(tolerance)))
                for above, below in permutations(range(share), 2)
            ]
            habits = [one for one in tested if one.telling >= _SURELY and one.holds and not one.money]
            if habits:
                # Of several ways to read a table the one that leaves least to blame.
                yield from min(habits, key=lambda one: len(one.wrong)).wrong


def _figures_in(table: Table, row: int) -> bool:
    """Whether a row holds figures, not numbers of columns alone."""
    cells = [cell for cell in table.cells if cell.row == row and cell.text.strip()]
    figures = [cell for cell in cells if _figure(cell.text) is not None]
    return 1 < len(figures) < len(cells)


def _numbered(table: Table) -> tuple[int, dict[int, int]]:
    """The row that numbers the columns (1) (2) (3) ..., and the column of each number; (0, {}) where there is none."""
    for row in range(min(table.n_rows, 6)):
        cells = [cell for cell in table.cells if cell.row == row and cell.text.strip()]
        found = [(int(match[1]), cell.column) for cell in cells if (match := _NUMBER.fullmatch(cell.text.strip()))]
        numbers = [number for number, _ in found]
        if len(found) >= _FEWEST and len(found) == len(cells) and numbers == list(range(1, len(numbers) + 1)):
            return row, dict(found)
    return 0, {}


class _Kolom(msgspec.Struct, frozen=True):
    """How many rows follow a formula, how many of these are no plain 100, which do not; money: amounts are large."""

    right: int
    telling: int
    wrong: list[SalahRumus]
    money: bool

    @property
    def holds(self) -> bool:
        """Whether so many rows follow it that the others are wrong."""
        return self.right >= _FEWEST and self.right >= _MOST * (self.right + len(self.wrong))


def _column(table: Table, head: int, columns: tuple[int, int, int], tolerance: Decimal) -> _Kolom:
    right = telling = 0
    money = False
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
            telling += stated != 100
            money = money or lower >= _LARGE
            continue
        if upper and abs(lower / upper * 100 - stated) <= allowed:
            # Target by result, as some compute what should be low, is another fault than a wrong sum.
            continue
        if lower:
            value = upper / lower * 100
            far = not stated or not Decimal("0.5") < value / stated < 2
            wrong.append(SalahRumus(cell, _label(table, row, columns), above.text, below.text, value, far))
    return _Kolom(right, telling, wrong, money)


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
