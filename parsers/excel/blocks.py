"""The used areas of a worksheet as blocks: title lines, tables, notes.

A sheet has no borders between its title, its tables and the signatures below, only blank rows and a change of width.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import product

from saksama.parsers.excel.sheet import Sheet, Value, letters
from saksama.parsers.model import Block, Cell, Location, Paragraph, Table

_MAX_GRID = 400_000
"""Positions of a table up to which its empty cells are listed too; a larger, sparse one keeps them as holes."""


@dataclass(slots=True)
class Anchor:
    """A shown cell with text: where it begins and ends on the sheet (rows and columns from 1, both ends included)."""

    value: Value
    row: int
    column: int
    last_row: int
    last_column: int


def blocks(sheet: Sheet, name: str, title: str, first_table: int) -> list[Block]:
    """The blocks of a sheet in reading order; `title` is the sheet's name, tables are numbered from first_table."""
    anchors = _anchors(sheet)
    coloured = sorted(place for place, value in sheet.cells.items() if value.fill)
    result: list[Block] = []
    number = first_table
    for segment in _segments(anchors, sheet.hidden_rows):
        rest = _lead(segment, name, title, result)
        if not rest:
            continue
        if all(len(row) == 1 for row in rest):
            result.extend(_paragraph(row, name, title) for row in rest)
            continue
        result.append(_table(rest, sheet, coloured, Location(name, lembar=title, tabel=number)))
        number += 1
    return result


def _anchors(sheet: Sheet) -> list[Anchor]:
    """The cells with text outside hidden rows and columns, with their merged extent; a merge begins where it shows."""
    last_row = max((row for row, _ in sheet.cells), default=0)
    last_column = max((column for _, column in sheet.cells), default=0)
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    for first_row, first_column, end_row, end_column in sheet.merges:
        merged[first_row, first_column] = (min(end_row, last_row), min(end_column, last_column))
    covered = _covered(sheet)
    found: list[Anchor] = []
    for (row, column), value in sorted(sheet.cells.items()):
        if not value.text or (row, column) in covered:
            continue
        end_row, end_column = merged.get((row, column), (row, column))
        shown_row: int | None = row
        shown_column: int | None = column
        if row in sheet.hidden_rows:
            shown_row = next((r for r in range(row, end_row + 1) if r not in sheet.hidden_rows), None)
        if sheet.column_hidden(column):
            shown_column = next((c for c in range(column, end_column + 1) if not sheet.column_hidden(c)), None)
        if shown_row is not None and shown_column is not None:
            found.append(Anchor(value, shown_row, shown_column, end_row, end_column))
    return sorted(found, key=lambda anchor: (anchor.row, anchor.column))


def _covered(sheet: Sheet) -> set[tuple[int, int]]:
    """The cells that lie under a merge and aren't shown, whatever they hold."""
    covered: set[tuple[int, int]] = set()
    places = sorted(sheet.cells)
    for first_row, first_column, end_row, end_column in sheet.merges:
        if (end_row - first_row + 1) * (end_column - first_column + 1) <= len(sheet.cells):
            area = product(range(first_row, end_row + 1), range(first_column, end_column + 1))
            covered.update(place for place in area if place in sheet.cells)
        else:
            rows = places[bisect_left(places, (first_row, 0)) : bisect_left(places, (end_row + 1, 0))]
            covered.update(place for place in rows if first_column <= place[1] <= end_column)
        covered.discard((first_row, first_column))
    return covered


def _segments(anchors: list[Anchor], hidden_rows: set[int]) -> list[list[list[Anchor]]]:
    """Rows of anchors, cut at blank rows; a part that goes on with the table above it is joined to it again."""
    segments: list[list[list[Anchor]]] = []
    covered = 0
    for anchor in anchors:
        if not segments or any(row not in hidden_rows for row in range(covered + 1, anchor.row)):
            segments.append([[anchor]])
        elif segments[-1][-1][0].row == anchor.row:
            segments[-1][-1].append(anchor)
        else:
            segments[-1].append([anchor])
        covered = max(covered, anchor.row, anchor.last_row)
    joined: list[list[list[Anchor]]] = []
    for segment in segments:
        if joined and _goes_on(joined[-1], segment):
            joined[-1] += segment
        else:
            joined.append(segment)
    return joined


def _goes_on(above: list[list[Anchor]], below: list[list[Anchor]]) -> bool:
    """Whether rows after a gap belong to the table above: no wider, and beginning with data instead of a header.

    A line of its own (the name of a group) may come before the data.
    """
    first = next((row for row in below if len(row) > 1), None)
    if first is None or len(above) < 2 or max(len(row) for row in above) < 2:
        return False
    left, right = _extent(above)
    begin, end = _extent(below)
    if begin < left or end > right:
        return False
    if any(_is_amount(anchor.value.number) for anchor in first):
        return True
    columns = len({anchor.column for row in above for anchor in row})
    # Signatures fill two or three places; a row of the table fills more of them.
    return first is below[0] and len(first) * 2 > columns and len(first) > 2


def _is_amount(number: float | None) -> bool:
    """Whether a cell holds a number that isn't a year: years also head columns."""
    return number is not None and not (number == int(number) and 1990 <= number <= 2100)


def _extent(rows: list[list[Anchor]]) -> tuple[int, int]:
    return (
        min(anchor.column for row in rows for anchor in row),
        max(anchor.last_column for row in rows for anchor in row),
    )


def _lead(segment: list[list[Anchor]], name: str, title: str, result: list[Block]) -> list[list[Anchor]]:
    """Move the title lines and "Nama : ..." lines at the top of a segment to result; returns the rows below them."""
    for index, row in enumerate(segment):
        if not (len(row) == 1 and row[0].last_row == row[0].row) and not _key_value(row):
            return segment[index:]
        result.append(_paragraph(row, name, title))
    return []


def _key_value(row: list[Anchor]) -> bool:
    """Whether a row reads "Unit Kerja | : | Dinas ..." or "Tahun : | 2025"."""
    if len(row) == 3:
        return row[1].value.text == ":"
    return len(row) == 2 and (row[0].value.text.endswith(":") or row[1].value.text.startswith(":"))


def _paragraph(row: list[Anchor], name: str, title: str) -> Paragraph:
    location = Location(name, lembar=title, baris=row[0].row, kolom=letters(row[0].column))
    return Paragraph(
        "\t".join(anchor.value.text for anchor in row), location, bold=all(anchor.value.bold for anchor in row)
    )


def _table(rows: list[list[Anchor]], sheet: Sheet, coloured: list[tuple[int, int]], place: Location) -> Table:
    """A table over the shown rows from first to last and those shown columns that hold any text or colour.

    coloured: the cells of the sheet that are filled, in order.
    """
    first = rows[0][0].row
    last = max(anchor.last_row for row in rows for anchor in row)
    left, right = _extent(rows)
    used = {anchor.column for row in rows for anchor in row}
    filled = coloured[bisect_left(coloured, (first, 0)) : bisect_left(coloured, (last + 1, 0))]
    used.update(column for _, column in filled if left <= column <= right)
    columns = [column for column in sorted(used) if not sheet.column_hidden(column)]
    filled_rows = {anchor.row for row in rows for anchor in row}
    shown_rows = sorted(filled_rows)
    column_at = {column: index for index, column in enumerate(columns)}
    row_at = {row: index for index, row in enumerate(shown_rows)}
    located = _at(place, first, columns[0])
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for row in rows:
        for anchor in row:
            height = bisect_right(shown_rows, anchor.last_row) - row_at[anchor.row]
            width = bisect_right(columns, anchor.last_column) - column_at[anchor.column]
            at = (row_at[anchor.row], column_at[anchor.column])
            height, width = _free(taken, *at, height, width)
            cells.append(_cell(anchor.value, at, (height, width), _at(located, anchor.row, anchor.column)))
    listed = len(shown_rows) * len(columns) <= _MAX_GRID
    for row_index, row_number in enumerate(shown_rows):
        for column_index, column in enumerate(columns):
            if (row_index, column_index) in taken:
                continue
            value = sheet.cells.get((row_number, column), Value(""))
            if listed or value.fill:
                empty = Value("", None, value.fill)
                cells.append(_cell(empty, (row_index, column_index), (1, 1), _at(located, row_number, column)))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Table(tuple(cells), len(shown_rows), len(columns), located)


def _free(taken: set[tuple[int, int]], row: int, column: int, height: int, width: int) -> tuple[int, int]:
    """Claim an area for a cell; where merges overlap (broken files), the later one is cut to one position."""
    if height == width == 1:
        taken.add((row, column))
        return 1, 1
    area = {(r, c) for r in range(row, row + height) for c in range(column, column + width)}
    if area & taken:
        height = width = 1
        area = {(row, column)}
    taken |= area
    return height, width


def _at(table: Location, row: int, column: int) -> Location:
    return Location(table.berkas, lembar=table.lembar, tabel=table.tabel, baris=row, kolom=letters(column))


def _cell(value: Value, at: tuple[int, int], size: tuple[int, int], place: Location) -> Cell:
    return Cell(value.text, *at, place, *size, number=value.number, fill=value.fill, bold=value.bold)
