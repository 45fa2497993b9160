"""Worksheets whose levels stand in columns of their own: Komponen | Sub Komponen | Kriteria, cells over their rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from string import ascii_lowercase
from typing import Any

import msgspec

from saksama.parsers.records.types import At
from saksama.parsers.tables import Column, RoleRow, RoleTable

_LEVELS = (
    re.compile(r"^(?!.*\bsub\b).*\b(?:komponen|aspek|variabel)\b", re.IGNORECASE),
    re.compile(r"\bsub[\s-]*(?:komponen|aspek|variabel)\b", re.IGNORECASE),
    re.compile(r"\b(?:kriteria|pertanyaan|pernyataan|uraian)\b", re.IGNORECASE),
)
_NUMBER = re.compile(r"^\(?\d{1,2}(?:\.(?:\d{1,2}|[a-zA-Z]))*[.)]?\s+(?=[^\W\d])")
_YES_NO = re.compile(r"(?:y|t|ya|tidak)\W*", re.IGNORECASE)


class Levels(msgspec.Struct, frozen=True):
    """The columns of component, sub-component and criterion (None without criteria)."""

    komponen: Column
    subkomponen: Column
    kriteria: Column | None


def find_levels(table: RoleTable) -> Levels | None:
    """The columns of the levels where each has its own; None for a table with one column for all."""
    found: list[Column | None] = []
    for pattern in _LEVELS:
        named = (
            column
            for column in table.columns
            if column.role in ("komponen", "uraian", "subkomponen", "kriteria", None)
            and "/" not in column.title
            and pattern.search(column.title)
            and column not in found
        )
        found.append(next(named, None))
    komponen, subkomponen, kriteria = found
    return Levels(komponen, subkomponen, kriteria) if komponen and subkomponen else None


def hierarchy_rows(table: RoleTable, levels: Levels, values: Mapping[str, Column]) -> Iterator[dict[str, Any]]:
    """A row per component, sub-component and criterion, in order; a value belongs to the level whose rows it covers."""
    groups = _groups(table, levels)
    number = 0
    before: str | None = None
    letter = 0
    for part, sub, rows in groups:
        if part.value != before:
            number, letter, before = number + 1, 0, part.value
            yield {"kode": At(str(number), part.location), "uraian": _bare(part), "lain": {}}
        kode = f"{number}.{ascii_lowercase[letter % 26]}"
        letter += 1
        own = {role for role, column in values.items() if levels.kriteria is None or _of_group(rows, column)}
        if levels.kriteria is not None:
            # A remark in one of several rows is about that criterion.
            own -= {role for role in ("catatan", "bukti") if role in own and not _covers(rows, values[role])}
        yield {
            "kode": At(kode, sub.location),
            "uraian": _bare(sub),
            **{role: rows[0].at(values[role]) for role in own},
            "lain": {},
        }
        if levels.kriteria is None:
            continue
        for count, row in enumerate((row for row in rows if row.text(levels.kriteria)), 1):
            single = {role: row.at(column) for role, column in values.items() if role not in own}
            yield {
                "kode": At(f"{kode}.{count}", sub.location),
                "uraian": _bare(row.at(levels.kriteria)),
                **single,
                "lain": {},
            }


def _groups(table: RoleTable, levels: Levels) -> list[tuple[At, At, list[RoleRow]]]:
    """The rows of each sub-component with its component; blank cells go on with what stands above."""
    groups: list[tuple[At, At, list[RoleRow]]] = []
    part, sub = At(None), At(None)
    for row in table.rows():
        if is_sum(row):
            continue
        here, below = row.at(levels.komponen), row.at(levels.subkomponen)
        if here.value is not None and here.value != part.value:
            part, sub = here, At(None)
        if below.value is not None and below.value != sub.value:
            sub = below
            groups.append((part, sub, []))
        if groups and sub.value is not None:
            groups[-1][2].append(row)
    return groups


def is_sum(row: RoleRow) -> bool:
    """Whether a row gives the total or the grade reached, not a part of the worksheet."""
    first = row.cells[0].text if row.cells else ""
    return is_label(first)


def is_label(text: str) -> bool:
    """Whether a label names the value or the grade of the whole."""
    return is_total_label(text) or is_grade_label(text)


def is_total_label(text: str) -> bool:
    """Whether a label names the value of the whole: "Nilai Akuntabilitas Kinerja", "Total Nilai", "Jumlah"."""
    return re.fullmatch(_TOTAL, text.strip(), re.IGNORECASE) is not None


def is_grade_label(text: str) -> bool:
    """Whether a label names the grade of the whole: "Predikat", "Tingkat Akuntabilitas Kinerja", "Kategori"."""
    return re.match(_GRADE, text.strip(), re.IGNORECASE) is not None


_TOTAL = (
    r"(?:(?:grand\s+|sub\s*)?total|jumlah|nilai (?:hasil|akuntabilitas|akhir|total|keseluruhan|evaluasi|sakip|akip))"
    r"(?:[\s/():]+(?:nilai|skor|bobot|hasil|evaluasi|akuntabilitas|kinerja|instansi|pemerintah|keseluruhan|seluruh\w*|"
    r"komponen|akhir|sakip|akip|internal|\d[\d.,%+\s-]*|=))*\W*"
)
_GRADE = r"(?:predikat|tingkat akuntabilitas|kategori|interpretasi)\b"


def _bare(text: At) -> At:
    """A text without the number before it, which the code gives."""
    value = _NUMBER.sub("", str(text.value)) if text.value is not None else ""
    return At(value or text.value, text.location, text.ragu)


def _covers(rows: Sequence[RoleRow], column: Column) -> bool:
    """Whether one cell of a column stands for all rows of a group."""
    cell = rows[0].cell(column)
    return len(rows) == 1 or (cell is not None and cell.row + cell.rowspan > rows[-1].index)


def _of_group(rows: Sequence[RoleRow], column: Column) -> bool:
    """Whether a column's value is of the whole group: one cell for all its rows, or text in its first row only."""
    cells = [row.cell(column) for row in rows]
    told = [cell for cell, row in zip(cells, rows, strict=True) if cell and cell.row == row.index and cell.text.strip()]
    if len(told) > 1 or not told:
        return False
    return len(rows) > 1 or not _YES_NO.fullmatch(told[0].text.strip())
