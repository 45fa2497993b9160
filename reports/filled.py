"""A workbook that a person filled in, held against the one that its Run gives.

Cells filled with sheet.INPUT may differ; any other cell that does is named, and the whole import is refused: a changed
weight, formula or statement must not slip through beside the answers.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from saksama.parsers.dates import in_words
from saksama.parsers.excel.workbook import open_workbook
from saksama.parsers.model import ReadError
from saksama.reports import sheet

SHOWN = 12
"""Changed places that are named; the rest is counted."""
MANY = 40
"""From so many changes on, the paper rather belongs to another run."""

_LARGEST = 1e300


_COMMANDS = {"LKE": "lke", "Reviu": "reviu"}
"""Sheet -> the command that takes its answers."""


class ImportRefused(Exception):
    """The paper can't be taken over; problems are Indonesian sentences, with sheet and cell where there is one."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def open_filled(data: bytes) -> Workbook:
    """The workbook with its formulas; raises ImportRefused for what is none."""
    try:
        return open_workbook(data, "")
    except ReadError as error:
        what = "bukan buku kerja Excel (xlsx) yang dapat dibaca, atau terkunci kata sandi."
        raise ImportRefused([f"{what} {error.alasan}"]) from None


def refusals(changed: list[str], paper: str, allowed: str) -> list[str]:
    """What is said of changes outside the cells for answers; raises ImportRefused where the paper is another run's.

    paper: what it is called ("LKE"); allowed: what may be changed, as the end of each sentence.
    """
    if len(changed) >= MANY:
        raise ImportRefused(
            [
                f"{len(changed)} sel berbeda dari run.json ini, maka {paper} ini agaknya berasal dari pemeriksaan "
                "lain. Berikan run.json dari folder hasil yang sama.",
                *changed[:3],
            ]
        )
    problems = [f"{text}; {allowed}" for text in changed[:SHOWN]]
    if len(changed) > SHOWN:
        problems.append(f"dan {len(changed) - SHOWN} sel lain di luar kolom jawaban.")
    return problems


def changes(ours: Worksheet, given: Workbook) -> Iterator[str]:
    """Every cell of one of our sheets that is not for the evaluator and says something else now.

    A sheet that was taken out hides nothing from the answers, one that was added is the evaluator's own.
    """
    if ours.title not in given.sheetnames:
        return
    theirs = filled_sheet(given, ours.title)
    # The cells that either of them has: a single far cell must not cost the whole sheet between.
    for row, column in sorted({*ours._cells, *theirs._cells}):
        cell = ours.cell(row=row, column=column)
        if is_input(cell):
            continue
        before, after = cell.value, theirs.cell(row=row, column=column).value
        if not same_value(before, after):
            place = f"lembar {ours.title} sel {get_column_letter(column)}{row}"
            yield f"{place} diubah dari {told(before)} menjadi {told(after)}"


def filled_sheet(given: Workbook, title: str) -> Worksheet:
    """A sheet of the workbook by its title; raises ImportRefused where it is missing or holds only a chart.

    Another form of ours is told with the command that takes it.
    """
    sheet = given[title] if title in given.sheetnames else None
    if not isinstance(sheet, Worksheet):
        for name, command in _COMMANDS.items():
            if name in given.sheetnames:
                raise ImportRefused([f"ini formulir lain; ambil dengan saksama {command} impor."])
        raise ImportRefused([f"lembar {title} tidak ada; berikan buku kerja yang ditulis Saksama."])
    return sheet


def is_input(cell: Any) -> bool:
    """Whether a cell of ours is for a person to fill."""
    fill = cell.fill
    return fill is not None and fill.fill_type == "solid" and str(fill.start_color.rgb)[-6:] == sheet.INPUT


def same_value(before: object, after: object) -> bool:
    """Equal values: numbers by amount, texts but for spaces, formulas but for how a program writes them."""
    if isinstance(before, int | float | Decimal) and isinstance(after, int | float | Decimal):
        return -_LARGEST < after < _LARGEST and abs(float(before) - float(after)) < 1e-9
    return _plain(before) == _plain(after)


def _plain(value: object) -> str:
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
    """What was written in a cell, with plain line breaks; None for nothing."""
    if isinstance(value, datetime.date):
        return in_words(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "" if value is None else str(value).replace("_x000D_", "").replace("\r\n", "\n").strip()
    return text or None


def row_texts(
    ours: Worksheet, row: int, columns: Mapping[str, int], known: Mapping[str, str], field: str = "jawaban"
) -> tuple[dict[str, str | None], list[str]]:
    """What was written in the answer columns of one row, by field, and what is wrong with it.

    field: the one with a choice; known: what may stand in it, as it may be typed (lower case) -> as it is kept.
    """
    texts: dict[str, str | None] = {}
    wrong = []
    for name, column in columns.items():
        cell = ours.cell(row=row, column=column)
        place = f"lembar {ours.title} sel {cell.coordinate}"
        text = typed(cell.value)
        if cell.data_type == "f":
            wrong.append(f"{place}: berisi rumus; tulis isinya.")
            text = None
        elif name == field and text is not None:
            answer = known.get(" ".join(text.casefold().rstrip(".").split()))
            if answer is None:
                wrong.append(f"{place}: {field} “{text}” tidak dikenal; pilih {_choices(known)}.")
            text = answer
        texts[name] = text
    return texts, wrong


def _choices(known: Mapping[str, str]) -> str:
    names = (kode if kode.isupper() else kode.capitalize().replace("_", " ") for kode in known.values())
    return ", ".join(dict.fromkeys(names))
