"""A sheet of ours found again in a workbook that a person worked in: renamed, sorted, with rows or columns put in.

Columns are found by their titles, rows by what stands in them; only then are cells compared. What is not found again is
named, never passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from saksama.reports import sheet
from saksama.reports.celltext import formula, plain, same_value, told

_SEARCHED = 60
"""Rows in which the header is looked for."""
_LOST = 300
"""Rows not found again from which on the sheet is another run's."""


def is_input(cell: object) -> bool:
    """Whether a cell of ours is for a person to fill."""
    fill = getattr(cell, "fill", None)
    return fill is not None and fill.fill_type == "solid" and str(fill.start_color.rgb)[-6:] == sheet.INPUT


def pair_sheets(expected: Workbook, given: Workbook) -> tuple[dict[str, Worksheet], list[str]]:
    """Our sheets by title -> theirs, a renamed one by its first cell; and the names of sheets that are not ours."""
    theirs: dict[str, Worksheet] = {one.title: one for one in given.worksheets if type(one) is Worksheet}
    pairs = {title: theirs.pop(title) for title in expected.sheetnames if title in theirs}
    for ours in expected.worksheets:
        first = plain(ours["A1"].value)
        found = next((name for name, one in theirs.items() if first and plain(one["A1"].value) == first), None)
        if ours.title not in pairs and found is not None:
            pairs[ours.title] = theirs.pop(found)
    return pairs, [name for name, one in theirs.items() if one.max_row > 1 or one["A1"].value is not None]


class Aligned:
    """One of our sheets and the one it has become. rows, columns: our number -> theirs, for all that was found."""

    def __init__(self, ours: Worksheet, theirs: Worksheet) -> None:
        self.ours, self.theirs = ours, theirs
        # openpyxl looks through every cell to tell how far a sheet goes.
        self.height, self.width = ours.max_row, ours.max_column
        # The cells that they have: a single far cell must not cost the whole sheet between.
        self._theirs = sorted(theirs._cells)
        self._lines = sorted({row for row, _ in self._theirs})
        self._input = {
            (cell.row, cell.column)
            for row in ours.iter_rows()
            for cell in row
            if isinstance(cell, Cell) and is_input(cell)
        }
        self._formula_columns = {cell.column for row in ours.iter_rows() for cell in row if cell.data_type == "f"}
        self.lost_columns: list[str] = []
        self.columns = self._find_columns()
        self.rows = self._find_rows()

    def cell(self, row: int, column: int) -> Cell | None:
        """Their cell for one of ours; None where its row was not found."""
        if row not in self.rows or column not in self.columns:
            return None
        found = self.theirs.cell(row=self.rows[row], column=self.columns[column])
        return found if isinstance(found, Cell) else None

    def commented(self) -> list[Cell | MergedCell]:
        """Their cells with a comment."""
        cells = [self.theirs.cell(row, column) for row, column in self._theirs]
        return [cell for cell in cells if cell.comment is not None]

    def place(self, row: int, column: int) -> str:
        """How a message names their cell."""
        letter = get_column_letter(self.columns[column])
        return f"lembar {self.theirs.title} sel {letter}{self.rows[row]}"

    def _header(self) -> int | None:
        for row in range(1, min(self.height, _SEARCHED) + 1):
            heads = [cell for cell in self.ours[row] if isinstance(cell, Cell) and _is_head(cell)]
            if len(heads) >= 3:
                return row
        return None

    def _find_columns(self) -> dict[int, int]:
        """Columns by title; those without one keep their distance to the one before."""
        header = self._header()
        same = {column: column for column in range(1, self.width + 1)}
        if header is None:
            return same
        titles = {column: plain(self.ours.cell(header, column).value) for column in same}
        found: dict[int, dict[str, list[int]]] = {}
        for row, column in self._theirs:
            text = plain(self.theirs.cell(row, column).value) if row <= _SEARCHED else ""
            if text and text in titles.values():
                found.setdefault(row, {}).setdefault(text, []).append(column)
        best = max(found.values(), key=len, default={})
        if len(best) * 2 < len({title for title in titles.values() if title}):
            return same
        columns: dict[int, int] = {}
        following = 1
        for column, title in titles.items():
            if title and best.get(title):
                columns[column] = best[title].pop(0)
            elif not title or not any(following in places for places in best.values()):
                columns[column] = following
            else:
                self.lost_columns.append(str(self.ours.cell(header, column).value))
                continue
            following = columns[column] + 1
        return columns

    def _signature(self, ws: Worksheet, row: int, columns: Mapping[int, int]) -> tuple[str, ...]:
        return tuple(plain(ws.cell(row, columns[column]).value) for column in self._telling)

    def _find_rows(self) -> dict[int, int]:
        """Rows by what stands in them outside yellow and calculated cells, then by what most of it is."""
        never = {column for _, column in self._input} | self._formula_columns
        self._telling = [column for column in self.columns if column not in never]
        own = {column: column for column in self.columns}
        ours = {row: self._signature(self.ours, row, own) for row in range(1, self.height + 1)}
        theirs = {row: self._signature(self.theirs, row, self.columns) for row in self._lines}
        rows = _matched(ours, theirs)
        for row, texts in ours.items():
            # A row of ours that tells nothing of itself stands where it stood to the row above.
            if row not in rows and not any(texts) and rows.get(row - 1, row - 1) + 1 not in rows.values():
                rows[row] = rows.get(row - 1, row - 1) + 1
        return dict(sorted(rows.items()))

    def problems(self, others: Mapping[str, Aligned]) -> Iterator[str]:
        """Every change outside the yellow cells. others: all sheets by our title, for formulas that speak of them."""
        name = self.theirs.title
        for title in self.lost_columns:
            yield f"lembar {name}: kolom “{title}” tidak ada lagi"
        merged = dict(self._merges())
        yield from (f"lembar {name} sel {area} digabung; pisahkan, lalu isi setiap selnya" for area in merged)
        hidden = {place for places in merged.values() for place in places}
        yield from self._missing_rows()
        ordered = list(self.rows.values()) == sorted(self.rows.values())
        if not ordered and self._formula_columns:
            yield f"lembar {name}: urutan barisnya berubah; urutkan kembali menurut kolom {self.ours_title(1)}"
        for row, there in self.rows.items():
            for column, beside in self.columns.items():
                before = self.ours.cell(row, column)
                if (there, beside) in hidden or (row, column) in self._input:
                    continue
                if before.data_type == "f" and not ordered:
                    continue
                yield from self._compared(before, self.theirs.cell(there, beside), others)
        yield from self._extra()

    def ours_title(self, column: int) -> str:
        """The title of one of our columns."""
        header = self._header()
        return str(self.ours.cell(header, column).value) if header else get_column_letter(column)

    def _compared(
        self, before: Cell | MergedCell, after: Cell | MergedCell, others: Mapping[str, Aligned]
    ) -> Iterator[str]:
        old, new = before.value, after.value
        if before.data_type == "f":
            wanted = formula(str(old), self.ours.title, others)
            if wanted is None or same_value(wanted, new):
                return
        if not same_value(old, new):
            place = f"lembar {self.theirs.title} sel {after.coordinate}"
            yield f"{place} diubah dari {told(old)} menjadi {told(new)}"

    def _merges(self) -> Iterator[tuple[str, set[tuple[int, int]]]]:
        """Cells joined by the person over cells of ours that say or take something, and the cells that hides."""
        own = {
            tuple(self._moved(area.min_row, area.min_col)) + tuple(self._moved(area.max_row, area.max_col))
            for area in self.ours.merged_cells.ranges
        }
        ours = {
            (there, beside)
            for row, there in self.rows.items()
            for column, beside in self.columns.items()
            if (row, column) in self._input or self.ours.cell(row, column).value is not None
        }
        for area in self.theirs.merged_cells.ranges:
            if (area.min_row, area.min_col, area.max_row, area.max_col) in own:
                continue
            cells = set(area.cells)
            if cells & ours:
                yield str(area), cells - {(area.min_row, area.min_col)}

    def _moved(self, row: int, column: int) -> tuple[int, int]:
        return self.rows.get(row, 0), self.columns.get(column, 0)

    def _missing_rows(self) -> Iterator[str]:
        for row in range(1, self.height + 1):
            cells = [self.ours.cell(row, column) for column in range(1, self.width + 1)]
            texts = [plain(cell.value) for cell in cells if cell.value is not None and cell.data_type != "f"]
            if row not in self.rows and texts:
                yield f"lembar {self.theirs.title}: baris {told(' | '.join(texts))} tidak ada lagi"

    def _extra(self) -> Iterator[str]:
        """What was written where none of our cells stand."""
        rows, columns = set(self.rows.values()), set(self.columns.values())
        for row, column in self._theirs:
            cell = self.theirs.cell(row, column)
            if plain(cell.value) and not (row in rows and column in columns):
                place = f"lembar {self.theirs.title} sel {cell.coordinate}"
                yield f"{place} diubah dari kosong menjadi {told(cell.value)}"


def _is_head(cell: Cell) -> bool:
    return cell.fill.fill_type == "solid" and str(cell.fill.start_color.rgb)[-6:] == sheet.HEAD


def _matched(ours: Mapping[int, Sequence[str]], theirs: Mapping[int, Sequence[str]]) -> dict[int, int]:
    """Row of ours -> row of theirs: equal ones in their order, then those that agree in most of what they say."""
    free: dict[tuple[str, ...], list[int]] = {}
    for row, texts in theirs.items():
        free.setdefault(tuple(texts), []).append(row)
    rows: dict[int, int] = {}
    for row, texts in ours.items():
        places = free.get(tuple(texts))
        if any(texts) and places:
            # Where it stood, if it still does: equal rows keep apart.
            rows[row] = places.pop(places.index(row)) if row in places else places.pop(0)
    left = [row for row, texts in ours.items() if row not in rows and any(texts)]
    taken = set(rows.values())
    open_rows = [row for row, texts in theirs.items() if row not in taken and any(texts)]
    if len(left) > _LOST or len(open_rows) > 2 * _LOST:
        return {**rows, **{row: row for row in left if row in theirs and row not in taken}}
    for row in left:
        scores = [(_agreeing(ours[row], theirs[there]), -abs(there - row), there) for there in open_rows]
        best = max(scores, default=(0.0, 0, 0))
        if best[0] >= 0.5:
            rows[row] = best[2]
            open_rows.remove(best[2])
    return rows


def _agreeing(mine: Sequence[str], other: Sequence[str]) -> float:
    said = [(a, b) for a, b in zip(mine, other, strict=True) if a or b]
    return sum(a == b for a, b in said) / len(said) if said else 0.0
