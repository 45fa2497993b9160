"""Columns computed by the formula in their title."""

from __future__ import annotations

import time

from saksama.checker.checks.rumus_kolom import wrong_by_formula, wrong_by_habit
from saksama.parsers.model import Cell, Document, Location, Table

HEAD = [["Indikator", "Dinas", "Nasional", "Terhadap Nasional (2/3)x100%"], ["(1)", "(2)", "(3)", "(4)"]]
ROWS = [
    ["Teh", "2,20", "2,00", "110,00"],
    ["Kopi", "1,50", "3,00", "50,00"],
    ["Lada", "4,00", "5,00", "80,00"],
    ["Gula", "3,30", "3,00", "110,00"],
]
PLACE = Location("a.pdf", halaman=1)


def found(rows: list[list[str]], foot: str = "") -> list[str]:
    """The wrong figures of a table of these rows, with a foot over its last three columns."""
    table = [*HEAD, *rows]
    cells = [Cell(text, row, column, PLACE) for row, texts in enumerate(table) for column, text in enumerate(texts)]
    if foot:
        cells.append(Cell(foot, len(table), 1, PLACE, colspan=3))
    document = Document("a.pdf", "0" * 64, "pdf", (Table(tuple(cells), len(table) + bool(foot), 4, PLACE),))
    return [one.cell.text for one in wrong_by_formula(document, 0.1)]


def test_a_row_that_does_not_follow_the_formula() -> None:
    assert found(ROWS) == []
    assert found([*ROWS, ["Kina", "4,50", "5,00", "85,00"]]) == ["85,00"]


def test_an_average_over_several_columns_is_no_row() -> None:
    assert found(ROWS, foot="87,50") == []


def test_a_figure_far_off_is_marked() -> None:
    table = [*HEAD, *ROWS, ["Kina", "13,22", "0,10", "70,07"]]
    cells = [Cell(text, row, column, PLACE) for row, texts in enumerate(table) for column, text in enumerate(texts)]
    document = Document("a.pdf", "0" * 64, "pdf", (Table(tuple(cells), len(table), 4, PLACE),))
    assert [(one.label, one.jauh) for one in wrong_by_formula(document, 0.1)] == [("Kina", True)]


def test_few_rows_prove_no_formula() -> None:
    assert found([*ROWS[:2], ["Kina", "4,50", "5,00", "85,00"]]) == []


def test_a_wide_table_of_ratios_is_read_in_time() -> None:
    """Of the pairs of columns before a ratio only those that give it somewhere are tried."""
    wide, tall = 60, 80
    rows = [[f"Persentase {n}" for n in range(wide)]] + [
        [f"Layanan {row}", *(f"{(row * 37 + column * 101) % 89 + 1},5" for column in range(wide - 1))]
        for row in range(tall)
    ]
    cells = [Cell(text, row, column, PLACE) for row, texts in enumerate(rows) for column, text in enumerate(texts)]
    document = Document("a.xlsx", "0" * 64, "xlsx", (Table(tuple(cells), len(rows), wide, PLACE),))
    began = time.process_time()
    assert list(wrong_by_habit(document, 0.1)) == []
    assert time.process_time() - began < 4
