"""Tables in running text: rows between bars (markdown, ASCII drawings) and rows of cells set apart by tabs."""

from __future__ import annotations

import re
from collections.abc import Callable

from saksama.parsers.model import Cell, Location, Table

_BARS = re.compile(r"\s*(?:[-*]\s+)?\|.*\|\s*")
_DRAWN = re.compile(r"\s*\+(?:[-=]+\+)+\s*")
# One dash in each cell is a row of blanks, not a border.
_BORDER = re.compile(r"(?=.*(?:--|==|:-|-:))[\s|:+=-]+")
_BREAK = re.compile(r"<(?:br|/p|/li|/tr)\b[^<>]*>", re.IGNORECASE)
_MIN_TABBED = 3
"""Cells in the fullest row: two columns set by tabs are mostly a list or "Nama : ..." lines."""

Row = tuple[int, list[str]]


def barred(lines: list[str], start: int) -> int:
    """The end of a table between bars that begins at a line; start itself when none begins there."""
    end = start
    while end < len(lines) and (_BARS.fullmatch(lines[end]) or _DRAWN.fullmatch(lines[end])):
        end += 1
    return end if any(_BARS.fullmatch(line) for line in lines[start:end]) else start


def tabbed(lines: list[str], start: int) -> int:
    """The end of a table of tabs that begins at a line; start itself when none begins there.

    Lines such as "Nomor <tab> : 700/..." are the head of a letter and no table.
    """
    end = start
    while end < len(lines) and "\t" in lines[end]:
        end += 1
    rows = [lines[index].split("\t") for index in range(start, end)]
    if len(rows) < 2 or max(sum(bool(text.strip()) for text in row) for row in rows) < _MIN_TABBED:
        return start
    fields = sum(any(text.strip().startswith(":") for text in row) for row in rows)
    return start if fields * 2 >= len(rows) else end


def barred_rows(lines: list[str], start: int, end: int) -> list[Row]:
    """The rows of a table between bars; border lines and the empty header that markdown asks for are no rows."""
    rows: list[Row] = []
    bordered = False
    for index in range(start, end):
        line = lines[index]
        if _BORDER.fullmatch(line):
            bordered = True
        else:
            rows.append((index + 1, re.split(r"(?<!\\)\|", line[line.index("|") + 1 : line.rindex("|")])))
    if bordered and len(rows) > 1 and not any(text.strip() for text in rows[0][1]):
        rows = rows[1:]
    return rows


def tabbed_rows(lines: list[str], start: int, end: int) -> list[Row]:
    """The rows of a table of tabs."""
    return [(index + 1, lines[index].split("\t")) for index in range(start, end)]


def build(rows: list[Row], plain: Callable[[str], str], place: Location) -> Table:
    """Rows of (line in the file, texts) as a table; shorter rows leave holes. plain takes the markup from a text."""
    cells = tuple(
        Cell(
            _tidy(text, plain),
            index,
            column,
            Location(place.berkas, tabel=place.tabel, baris=line, kolom=str(column + 1), jalur=place.jalur),
        )
        for index, (line, texts) in enumerate(rows)
        for column, text in enumerate(texts)
    )
    return Table(cells, len(rows), max(len(texts) for _, texts in rows), place)


def _tidy(text: str, plain: Callable[[str], str]) -> str:
    lines = (" ".join(plain(line).split()) for line in _BREAK.sub("\n", text).splitlines())
    return "\n".join(line for line in lines if line)
