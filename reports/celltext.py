"""What a cell says, whatever program wrote it: texts, numbers and formulas made alike before they are compared."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Protocol

from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from saksama.parsers.dates import in_words

_STRINGS = re.compile(r'("(?:[^"]|"")*")')
_REFERENCE = re.compile(
    r"(?:('[^']+'|[A-Za-z_][\w.]*)!)?\$?\b([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?(?![\w(])"
)
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_LARGEST = 1e300
_LONGEST = 20


class Moved(Protocol):
    """Where the rows and columns of a sheet of ours stand now."""

    theirs: Worksheet
    rows: dict[int, int]
    columns: dict[int, int]


def same_value(before: object, after: object) -> bool:
    """Equal values: numbers by amount, as text too; texts but for spaces; formulas but for how they are written."""
    first, second = _number(before), _number(after)
    if first is not None and second is not None:
        return first == second or abs(first - second) < 1e-9
    return plain(before) == plain(after)


def _number(value: object) -> float | None:
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return float(value) if -_LARGEST < value < _LARGEST else None
    text = value.strip() if isinstance(value, str) else ""
    return float(text.replace(",", ".")) if len(text) < _LONGEST and _NUMBER.fullmatch(text) else None


def plain(value: object) -> str:
    """A value as compared: folded spaces, whole numbers without decimals, formulas in one spelling."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "" if value is None else str(value).replace("_x000D_", " ")
    if text.startswith("="):
        # Programs write a formula anew: spaces, fixed references, "FALSE()" and "6.30" say nothing of a change.
        bare = re.sub(r"[\s$']", "", text).upper().replace("FALSE()", "FALSE").replace("TRUE()", "TRUE")
        return re.sub(r"(\d+)\.(\d*?)0*(?=\D|$)", lambda found: f"{found[1]}.{found[2]}".rstrip("."), bare)
    return " ".join(text.split())


def told(value: object) -> str:
    """A value as a message quotes it."""
    text = " ".join(str(value).split()) if value is not None else ""
    return f"“{text[:60]}{'…' if len(text) > 60 else ''}”" if text else "kosong"


def typed(value: object) -> str | None:
    """What was written in a cell: plain line breaks, dates in words, numbers with a comma; None for nothing."""
    if isinstance(value, datetime.date):
        return in_words(value)
    if isinstance(value, float):
        value = int(value) if value.is_integer() else str(value).replace(".", ",")
    text = "" if value is None else str(value).replace("_x000D_", "").replace("\r\n", "\n").strip()
    return text or None


def formula(text: str, title: str, moved: Mapping[str, Moved]) -> str | None:
    """A formula of our sheet `title` as it must read where rows, columns and sheets stand now.

    None where it speaks of a cell or sheet that is not there any more: nothing can be held against it.
    """
    gone = False

    def place(found: re.Match[str]) -> str:
        nonlocal gone
        name, *ends = found.groups()
        there = moved.get(name.strip("'") if name else title)
        if there is None:
            gone = True
            return found[0]
        cells = []
        for letters, digits in ((ends[0], ends[1]), (ends[2], ends[3])):
            if letters is None:
                continue
            column, row = there.columns.get(column_index_from_string(letters)), there.rows.get(int(digits))
            gone = gone or column is None or row is None
            cells.append(f"{get_column_letter(column or 1)}{row}")
        return (f"'{there.theirs.title}'!" if name else "") + ":".join(cells)

    parts = _STRINGS.split(text)
    parts[::2] = [_REFERENCE.sub(place, part) for part in parts[::2]]
    return None if gone else "".join(parts)
