"""Merged cells that are several, and rows without rules between them, by made-up words on a grid."""

from __future__ import annotations

from saksama.parsers.pdf.flow import Content
from saksama.parsers.pdf.grid import Grid, Region
from saksama.parsers.pdf.gutters import with_walls
from saksama.parsers.pdf.openrows import cut_at_amounts
from saksama.parsers.pdf.words import Word


def words(text: str, x: float, y: float, at: int = 0) -> list[Word]:
    """Words of size 10 on one line, six points a letter; at numbers their characters."""
    found = []
    for part in text.split():
        width = 6.0 * len(part)
        found.append(Word(part, x, y - 5, x + width, y + 5, 0, 10.0, False, at, at + len(part) - 1, False))
        x += width + 3
        at += len(part) + 1
    return found


def grid(xs: tuple[float, ...], ys: tuple[float, ...], *merged: tuple[int, int, int]) -> Grid:
    """A grid of plain cells, those of merged (row, first column, columns) as one."""
    cells = []
    for row in range(len(ys) - 1):
        column = 0
        while column < len(xs) - 1:
            span = next((n for r, c, n in merged if (r, c) == (row, column)), 1)
            cells.append(Region(row, column, 1, span, (xs[column], ys[row], xs[column + span], ys[row + 1])))
            column += span
    return Grid(xs, ys, tuple(cells))


def spans(found: Grid) -> list[tuple[int, int, int, int]]:
    return [(cell.row, cell.column, cell.rowspan, cell.colspan) for cell in found.cells]


def with_rows(found: Grid, every: list[Word]) -> Grid:
    by_cell: dict[int, Content] = {}
    for word in every:
        x, y = word.middle
        boxes = [cell.box for cell in found.cells]
        index = next(i for i, box in enumerate(boxes) if box[0] <= x < box[2] and box[1] <= y < box[3])
        by_cell.setdefault(index, Content()).words.append(word)
    return cut_at_amounts(found, by_cell)


XS = (0.0, 100.0, 200.0, 300.0)


def test_names_that_stand_apart_are_cells_of_their_own() -> None:
    found = with_walls(
        grid(XS, (0.0, 20.0, 40.0), (0, 0, 3)),
        [*words("Target", 30, 10), *words("Realisasi", 120, 10, 10), *words("Capaian", 220, 10, 30)],
    )
    assert spans(found)[:3] == [(0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1)]


def test_running_text_over_columns_stays_one_cell() -> None:
    merged = grid(XS, (0.0, 20.0, 40.0), (0, 0, 3))
    found = with_walls(merged, words("Misi kedua yaitu meningkatkan kebersihan kebun", 5, 10))
    assert spans(found) == spans(merged)


def test_a_title_over_names_gets_a_row_of_its_own() -> None:
    merged = grid((0.0, 100.0, 200.0), (0.0, 40.0, 60.0), (0, 0, 2))
    found = with_walls(merged, [*words("Realisasi", 75, 10), *words("Rp", 40, 30, 20), *words("persen", 130, 30, 30)])
    assert spans(found) == [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1), (2, 0, 1, 1), (2, 1, 1, 1)]


def amounts(*rows: tuple[float, str, str]) -> list[Word]:
    return [word for y, one, other in rows for word in (*words(one, 105, y), *words(other, 205, y, 50))]


def test_amounts_below_each_other_are_rows() -> None:
    found = with_rows(
        grid(XS, (0.0, 100.0)),
        [
            *words("Program Kebun", 2, 10),
            *words("dan Taman", 2, 22, 20),
            *words("Program Bibit", 2, 50, 40),
            *amounts((10, "5.000.000", "4.000.000"), (50, "7.000.000", "6.000.000")),
        ],
    )
    assert [cell.box[1] for cell in found.cells if cell.column == 0] == [0.0, 36.0]
    assert len(found.ys) == 3


def test_words_that_cannot_be_told_apart_leave_the_row_as_it_is() -> None:
    merged = grid(XS, (0.0, 100.0))
    text = [*words("Kebun", 2, 10), *words("raya", 2, 22, 10), *words("dan", 2, 34, 20), *words("taman", 2, 46, 30)]
    assert (
        with_rows(merged, [*text, *amounts((16, "5.000.000", "4.000.000"), (40, "7.000.000", "6.000.000"))]) == merged
    )


def test_figures_that_are_no_money_show_no_rows() -> None:
    merged = grid(XS, (0.0, 100.0))
    text = [*words("Kebun", 2, 10), *words("Taman", 2, 50, 10)]
    assert with_rows(merged, [*text, *amounts((10, "85", "86"), (50, "450", "270"))]) == merged
