"""Rows of a csv or tsv text, with the separator guessed: Indonesian Excel writes semicolons."""

from __future__ import annotations

import csv
import io

_SEPARATORS = (";", "\t", ",", "|")
_SAMPLE_ROWS = 50
_MAX_FIELD = 2**20


def read_rows(text: str, suffix: str) -> list[tuple[int, list[str]]]:
    """(line in the file from 1, fields) of every row; a field in quotes may hold separators and line breaks."""
    csv.field_size_limit(_MAX_FIELD)
    stream = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text, suffix))
    rows: list[tuple[int, list[str]]] = []
    begin = 1
    for fields in stream:
        rows.append((begin, fields))
        begin = stream.line_num + 1
    return rows


def _separator(text: str, suffix: str) -> str:
    """The separator that cuts most of the first rows into the same number of fields, more than one."""
    if suffix == ".tsv":
        return "\t"
    first, _, rest = text.partition("\n")
    if first.casefold().startswith("sep=") and rest:
        return first[4:5] or ","
    best, best_score = ",", (0, 0)
    for separator in _SEPARATORS:
        widths: list[int] = []
        for fields in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            if len(widths) >= _SAMPLE_ROWS:
                break
            if fields:
                widths.append(len(fields))
        usual = max((width for width in widths if width > 1), key=widths.count, default=1)
        score = (widths.count(usual), usual) if usual > 1 else (0, 0)
        if score > best_score:
            best, best_score = separator, score
    return best
