"""Two figures in one cell where a rule is missing."""

from saksama.parsers.pdf.flow import Content
from saksama.parsers.pdf.grid import Grid
from saksama.parsers.pdf.gridcells import Region
from saksama.parsers.pdf.opencells import cut_open_cells
from saksama.parsers.pdf.words import Word

XS, YS = (0.0, 100.0, 200.0, 300.0), (0.0, 20.0, 40.0)


def region(row, column, rowspan=1):
    box = (XS[column], YS[row], XS[column + 1], YS[row + rowspan])
    return Region(row, column, rowspan, 1, box)


# The last column has no rule between its two rows.
FOUND = Grid(XS, YS, (region(0, 0), region(0, 1), region(0, 2, 2), region(1, 0), region(1, 1)))


def word(text, middle):
    return Word(text, 210, middle - 5, 240, middle + 5, 0, 9.0, False, 0, len(text) - 1, False)


def test_two_figures_are_two_cells():
    cut = cut_open_cells(FOUND, {2: Content([word("89,50", 10), word("96,83", 30)])})
    assert [(cell.row, cell.column, cell.rowspan) for cell in cut.cells if cell.column == 2] == [(0, 2, 1), (1, 2, 1)]


def test_one_figure_and_words_stay_merged():
    assert cut_open_cells(FOUND, {2: Content([word("89,50", 20)])}) is FOUND
    assert cut_open_cells(FOUND, {2: Content([word("Baik", 10), word("sekali", 30)])}) is FOUND


def test_figures_within_one_row_stay_together():
    assert cut_open_cells(FOUND, {2: Content([word("89,50", 5), word("96,83", 15)])}) is FOUND
