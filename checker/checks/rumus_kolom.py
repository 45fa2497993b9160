"""Columns that a report's table computes from two others: by a formula in their title, as in "(4/5)*100%", or by what
nearly all of its rows hold."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from math import inf

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
_TINY = 1e-9
"""Share by which a float may be off the decimal number it stands for."""


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
        figures = _figures_of(table) if head else []
        for cell in table.cells:
            found = _FORMULA.search(cell.text) if cell.row < head and cell.colspan == 1 else None
            if found is None:
                continue
            above, below = columns.get(int(found["atas"])), columns.get(int(found["bawah"]))
            if above is None or below is None or cell.column in (above, below):
                continue
            tested = _column(table, figures, head, (above, below, cell.column), Decimal(str(tolerance)))
            yield from tested.wrong if tested is not None else ()


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
        shares = [column for column, title in enumerate(titles) if _RATIO.search(title)]
        figures = _figures_of(table) if shares else []
        for share in shares:
            tested = [
                _column(table, figures, head - 1, (above, below, share), Decimal(str(tolerance)))
                for above, below in _likely(figures, head - 1, share, tolerance)
            ]
            habits = [one for one in tested if one is not None and one.telling >= _SURELY and not one.money]
            if habits:
                # Of several ways to read a table the one that leaves least to blame.
                yield from min(habits, key=lambda one: len(one.wrong)).wrong


def _likely(figures: list[dict[int, _Angka]], head: int, share: int, tolerance: float) -> list[tuple[int, int]]:
    """The columns before a ratio, in their order, that may be its terms in as many rows as tell a habit.

    A wide table has thousands of pairs: those that give the ratio of a row are looked up by size instead of tried. None
    that `_column` would take is left out; which of these are none is for it to say.
    """
    found: Counter[tuple[int, int]] = Counter()
    for row, result in figures[share].items():
        # 100 does not tell which columns it comes from.
        if row > head and result.nilai != 100:
            stated = [one / 100 for one in result.kira]
            allowed = max(tolerance / 100, max(stated) - min(stated))
            terms = sorted((cells[row].kira, column) for column, cells in enumerate(figures[:share]) if row in cells)
            found.update(_giving(terms, min(stated) - allowed, max(stated) + allowed))
    return sorted(pair for pair, rows in found.items() if rows >= _SURELY)


def _giving(terms: list[tuple[tuple[float, ...], int]], least: float, most: float) -> Iterator[tuple[int, int]]:
    """The columns above and below that may give a ratio between least and most, of one row's figures by size."""
    sizes = [kira[0] for kira, _ in terms]
    # So far from the figure itself may lie what prints as it.
    blur = max((max(kira) - min(kira) for kira, _ in terms), default=0.0)
    for kira, below in terms:
        if not any(kira):
            continue
        spans = [(-inf, inf)]
        if min(kira) > 0 or max(kira) < 0:
            ratios = [lower * ratio for lower in kira for ratio in (least, most)]
            # Where less is better: twice the target less the result, by the target.
            reverse = [kira[0] * (2 - ratio) for ratio in (least, most)]
            spans = [(min(ends) - blur, max(ends) + blur) for ends in (ratios, reverse)]
        within: set[int] = set()
        for low, high in spans:
            within.update(
                range(bisect_left(sizes, low - _TINY * abs(low)), bisect_right(sizes, high + _TINY * abs(high)))
            )
        yield from ((terms[index][1], below) for index in within if terms[index][1] != below)


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
    """A formula that so many rows follow that the others are wrong.

    telling: how many of those that follow are no plain 100; money: amounts are large.
    """

    telling: int
    wrong: list[SalahRumus]
    money: bool


class _Angka(msgspec.Struct, frozen=True):
    """A cell of its own, its number, and that number with the least and most that its digits may stand for.

    kira: those as floats, to look up what may be compared.
    """

    cell: Cell
    nilai: Decimal
    mungkin: tuple[Decimal, ...]
    kira: tuple[float, ...]


def _figures_of(table: Table) -> list[dict[int, _Angka]]:
    """The figures of every column, by row."""
    columns: list[dict[int, _Angka]] = [{} for _ in range(table.n_columns)]
    for row, cells in enumerate(table.grid):
        for column, cell in enumerate(cells):
            # A cell over several columns (an average at the foot) is none of the terms.
            if cell is None or (cell.row, cell.colspan, cell.rowspan) != (row, 1, 1):
                continue
            number = _figure(cell.text)
            if number is not None:
                possible = (number, *printed_as(number))
                columns[column][row] = _Angka(cell, number, possible, tuple(map(float, possible)))
    return columns


def _column(
    table: Table, figures: list[dict[int, _Angka]], head: int, columns: tuple[int, int, int], tolerance: Decimal
) -> _Kolom | None:
    """How the rows below `head` follow a formula (columns above, below and of the result); None where too few do."""
    above, below, results = (figures[column] for column in columns)
    rows = [row for row in results if row > head and row in above and row in below]
    if len(rows) < _FEWEST:
        return None
    right = telling = 0
    money = False
    wrong: list[tuple[int, Decimal, bool]] = []
    for row in rows:
        upper, lower, stated = above[row].nilai, below[row].nilai, results[row].nilai
        corners = [a / b * 100 for a in above[row].mungkin for b in below[row].mungkin if b]
        if not corners:
            continue
        allowed = max(tolerance, *(abs(one - stated) for one in results[row].mungkin))
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
            wrong.append((row, value, not stated or not Decimal("0.5") < value / stated < 2))
            if len(wrong) > (1 - _MOST) * len(rows):
                # Wide tables have thousands of pairs of columns: one that can't hold any more is left at once.
                return None
    if right < _FEWEST or right < _MOST * (right + len(wrong)):
        return None
    found = [
        SalahRumus(
            results[row].cell, _label(table, row, columns), above[row].cell.text, below[row].cell.text, value, far
        )
        for row, value, far in wrong
    ]
    return _Kolom(telling, found, money)


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
