"""Percentages of absorption wherever a report prints amounts: in any table of amounts, and in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from saksama.parsers.model import Cell, Document, Line, Table
from saksama.parsers.numbers import parse_number

_AMOUNT = re.compile(r"(?:Rp\.?)?\s*(\d{1,3}(?:[.,]\d{3}){1,7}|\d{5,24})(?:[.,]\d{2})?\s*,?\s*-*", re.IGNORECASE)
_NOTHING = re.compile(r"(?:Rp\.?)?\s*0(?:[.,]00)?\s*,?\s*-*", re.IGNORECASE)
_PERCENT = re.compile(r"\(?\s*\d{1,3}(?:[.,]\d{1,3})?\s*%?\s*\)?")
_LARGE = 100_000
_FEWEST = 3
_MOST = 0.6
"""Share of a table's rows whose percentage must be what two of its columns give, before the others count as wrong."""
PROSE = re.compile(
    r"(?:anggaran|pagu|alokasi)(?:(?!Rp|%|realisasi)[^;]){0,80}?Rp\.?\s*(?P<pagu>\d{1,3}(?:[.,]\d{3}){1,7})(?:[.,]\d\d)?"
    r"(?:(?!Rp|%|;|\d\.\s)[^;]){0,90}?(?:realisasi|terealisasi|terserap|penyerapan)(?:(?!Rp|%|;)[^;]){0,90}?"
    r"Rp\.?\s*(?P<nyata>\d{1,3}(?:[.,]\d{3}){1,7})(?:[.,]\d\d)?[\s,.\-–(]*"
    r"(?:atau|setara|mencapai|sebesar|dengan|yaitu|\(|\s|,|-)*(?P<persen>\d{1,3}(?:[.,]\d{1,3})?)\s*(?:%|persen)",
    re.IGNORECASE,
)


Amount = tuple[str, int]
Share = tuple[str, float, Cell]


class Serapan(msgspec.Struct, frozen=True):
    """A percentage that two amounts do not give: its name, figures and place; hitung is None for a budget of 0."""

    nama: str
    pagu: str
    realisasi: str
    tertulis: str
    hitung: float | None
    cell: Cell | None = None
    line: Line | None = None


def has_amounts(document: Document) -> bool:
    """Whether a table of the document has two columns of amounts, which may be a budget and what was spent of it."""
    return any(len(_amounts(table)) > 1 for table in document.tables)


def printed_amounts(table: Table) -> set[int]:
    """The amounts of money that a table prints."""
    return {value for rows in _amounts(table).values() for _, value in rows.values()}


def wrong_in_tables(document: Document, tolerance: float) -> Iterator[Serapan]:
    """The percentages in tables of amounts that are off by more than the tolerance.

    Which columns they are computed from is what most rows of the table agree on.
    """
    for table in document.tables:
        yield from _in_table(table, tolerance)


class _Kolom(msgspec.Struct, frozen=True):
    """The columns of a table that hold a budget, what was spent of it and the percentage, by row."""

    pagu: Mapping[int, Amount]
    realisasi: Mapping[int, Amount]
    persen: Mapping[int, Share]

    def rows(self) -> list[int]:
        return sorted(set(self.pagu) & set(self.realisasi) & set(self.persen))


def _columns(table: Table, tolerance: float) -> _Kolom | None:
    """The three columns that agree in most rows; None where no three do."""
    amounts, shares = _amounts(table), _shares(table)
    best: _Kolom | None = None
    most = 0
    for first, second in combinations(sorted(amounts), 2):
        for third in shares:
            if third < second or _is_physical(table, third, min(shares[third])):
                continue
            found = _Kolom(amounts[first], amounts[second], shares[third])
            rows = found.rows()
            fits = sum(_fits(found.pagu[row], found.realisasi[row], found.persen[row], tolerance) for row in rows)
            if len(rows) >= _FEWEST and fits >= _MOST * len(rows) and fits > most:
                best, most = found, fits
    return best


def spending(document: Document, tolerance: float) -> Mapping[int, frozenset[int]]:
    """What the tables say was spent, by the budget it was spent of."""
    found: dict[int, set[int]] = {}
    for table in document.tables:
        columns = _columns(table, tolerance)
        for row in columns.rows() if columns else ():
            assert columns is not None
            found.setdefault(columns.pagu[row][1], set()).add(columns.realisasi[row][1])
    return {planned: frozenset(spent) for planned, spent in found.items()}


def _in_table(table: Table, tolerance: float) -> Iterator[Serapan]:
    columns = _columns(table, tolerance)
    for row in columns.rows() if columns else ():
        assert columns is not None
        planned, spent, share = columns.pagu[row], columns.realisasi[row], columns.persen[row]
        if _fits(planned, spent, share, tolerance) or (planned[1] == 0 and spent[1] == 0):
            continue
        computed = spent[1] / planned[1] * 100 if planned[1] else None
        yield Serapan(_label(table, row), planned[0], spent[0], share[0], computed, cell=share[2])


def _is_physical(table: Table, column: int, first: int) -> bool:
    """Whether a column is headed as physical progress, which need not follow the money."""
    above = [cell for row in table.grid[:first] if (cell := row[column]) is not None]
    return any("fisik" in cell.text.casefold() for cell in above)


def _amounts(table: Table) -> Mapping[int, Mapping[int, Amount]]:
    """The amounts of money by column and row; columns that hold no large ones are left out."""
    found: dict[int, dict[int, Amount]] = {}
    for cell in table.cells:
        text = " ".join(cell.text.split())
        match = _AMOUNT.fullmatch(text)
        if match or _NOTHING.fullmatch(text):
            value = int(re.sub(r"\D", "", match[1])) if match else 0
            found.setdefault(cell.column, {})[cell.row] = (text, value)
    return {
        column: rows for column, rows in found.items() if sum(value >= _LARGE for _, value in rows.values()) >= _FEWEST
    }


def _shares(table: Table) -> Mapping[int, Mapping[int, Share]]:
    found: dict[int, dict[int, Share]] = {}
    for cell in table.cells:
        text = " ".join(cell.text.split())
        number = parse_number(text.strip("() ")) if _PERCENT.fullmatch(text) else None
        if number is not None and number.lain is None:
            found.setdefault(cell.column, {})[cell.row] = (text, float(number.nilai), cell)
    return found


def _fits(planned: Amount, spent: Amount, share: Share, tolerance: float) -> bool:
    if planned[1] == 0:
        return spent[1] == 0
    return near(spent[1] / planned[1] * 100, share[0], share[1], tolerance)


def near(computed: float, printed: str, value: float, tolerance: float) -> bool:
    """Equal within the tolerance, or as it is rounded in print."""
    decimals = len(found[1]) if (found := re.search(r"[.,](\d+)", printed)) else 0
    return abs(computed - value) <= max(tolerance, 0.51 * 10.0**-decimals)


def _label(table: Table, row: int) -> str:
    """The words that name a row; of a cell that goes on in the rows below it, the first."""
    words = [cell.text for cell in table.cells if cell.row == row and re.search(r"[^\W\d_]{3}", cell.text)]
    return " ".join(max(words, key=len, default=f"baris {row + 1}").split())[:120]


def wrong_in_prose(document: Document, tolerance: float) -> Iterator[Serapan]:
    """Sentences that give a budget, what was spent of it and the percentage, also over the end of a line."""
    lines: Sequence[Line] = [line for line in document.lines if not line.in_table]
    starts: list[int] = []
    text = ""
    for line in lines:
        starts.append(len(text))
        text += line.text + " "
    for found in PROSE.finditer(text):
        planned, spent = (int(re.sub(r"\D", "", found[name])) for name in ("pagu", "nyata"))
        number = parse_number(found["persen"])
        if not planned or number is None or number.lain is not None:
            continue
        computed = spent / planned * 100
        stated = float(number.nilai)
        if near(computed, found["persen"], stated, tolerance) or not 0.5 < computed / (stated or 1) < 2:
            continue
        line = lines[max(index for index, start in enumerate(starts) if start <= found.start("pagu"))]
        name = " ".join(line.text.split())[:90]
        yield Serapan(name, f"Rp{found['pagu']}", f"Rp{found['nyata']}", f"{found['persen']}%", computed, line=line)
