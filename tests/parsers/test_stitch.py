"""Tables joined over page breaks."""

from time import process_time

from saksama.parsers.model import Cell, Document, Location, Paragraph, Table
from saksama.parsers.stitch import stitch

EDGES = (50, 80, 200, 400, 500)


def table(page, rows, merged=(), edges=EDGES, bold=0):
    """A table of texts; merged: (row, column, rowspan) of cells that cover the rows below; bold: header rows."""
    hidden = {(r + i, c) for r, c, span in merged for i in range(1, span)}
    spans = {(r, c): span for r, c, span in merged}
    cells = [
        Cell(
            text=text,
            row=r,
            column=c,
            rowspan=spans.get((r, c), 1),
            location=Location("a.pdf", halaman=page, kotak=(edges[c], 20 * r, edges[c + 1], 20 * r + 20)),
            bold=r < bold,
        )
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
        if (r, c) not in hidden
    ]
    return Table(tuple(cells), len(rows), len(edges) - 1, Location("a.pdf", halaman=page))


def joined(*blocks):
    return stitch(Document("a.pdf", "0", "pdf", tuple(blocks)))


def texts(whole):
    return [[cell.text if cell else None for cell in row] for row in whole.grid]


HEADER = ["No", "Sasaran", "Indikator", "Target"]


def test_repeated_header_goes_and_pages_stay():
    whole = joined(
        table(1, [HEADER, ["1", "Naiknya mutu", "Nilai A", "80"]], bold=1),
        table(2, [HEADER, ["2", "Naiknya laba", "Nilai B", "90"]], bold=1),
    )
    (one,) = whole.tables
    assert texts(one) == [HEADER, ["1", "Naiknya mutu", "Nilai A", "80"], ["2", "Naiknya laba", "Nilai B", "90"]]
    assert [one.grid[row][2].location.halaman for row in range(3)] == [1, 1, 2]
    assert [cell.location.baris for cell in one.cells if cell.column == 0] == [1, 2, 3]
    assert one.grid[2][3].location.kolom == "4"
    assert {cell.location.tabel for cell in one.cells} == {1}


def test_a_row_cut_by_the_break_is_one_row():
    (one,) = joined(
        table(1, [HEADER, ["1", "Naiknya mutu layanan", "Persentase warga yang", "80"]]),
        table(2, [["", "kesehatan", "puas dengan layanan", ""], ["2", "Naiknya laba", "Nilai B", "90"]]),
    ).tables
    assert texts(one)[1] == ["1", "Naiknya mutu layanan kesehatan", "Persentase warga yang puas dengan layanan", "80"]
    assert one.n_rows == 3


def test_a_second_value_is_a_second_row():
    (one,) = joined(
        table(1, [HEADER, ["1", "Naiknya mutu", "Nilai A", "80"]]),
        table(2, [["", "", "Nilai B", "90"], ["2", "Naiknya laba", "Nilai C", "70"]]),
    ).tables
    assert [row[2:] for row in texts(one)[1:]] == [["Nilai A", "80"], ["Nilai B", "90"], ["Nilai C", "70"]]
    assert texts(one)[2][:2] == ["1", "Naiknya mutu"]


def test_merged_text_below_the_break_moves_up():
    (one,) = joined(
        table(1, [HEADER, ["", "", "Nilai A", "80"], ["", "", "Nilai B", "81"]], merged=[(1, 0, 2), (1, 1, 2)]),
        table(2, [["1", "Naiknya mutu", "Nilai C", "82"], ["2", "Naiknya laba", "Nilai D", "83"]]),
    ).tables
    assert [row[1] for row in texts(one)] == ["Sasaran", *["Naiknya mutu"] * 3, "Naiknya laba"]
    assert one.grid[1][1].location.halaman == 2


def test_a_table_with_its_own_header_stays_apart():
    other = ["Program", "Anggaran", "Keterangan", "Unit"]
    whole = joined(
        table(1, [HEADER, ["1", "Naiknya mutu", "Nilai A", "80"]], bold=1),
        table(2, [other, ["Program A", "100", "APBD", "Dinas"]], bold=1),
    )
    assert len(whole.tables) == 2
    assert [one.location.tabel for one in whole.tables] == [1, 2]


def test_text_between_keeps_tables_apart_but_a_page_number_does_not():
    rows = [["1", "Naiknya mutu", "Nilai A", "80"]]
    more = [["2", "Naiknya laba", "Nilai B", "90"]]
    place = Location("a.pdf", halaman=1)
    assert len(joined(table(1, rows), Paragraph("Uraian berikutnya", place), table(2, more)).tables) == 2
    assert len(joined(table(1, rows), Paragraph("- 12 -", place), table(2, more)).tables) == 1


def test_other_columns_or_a_page_in_between_keep_tables_apart():
    rows = [["1", "Naiknya mutu", "Nilai A", "80"]]
    assert len(joined(table(1, rows), table(2, rows, edges=(50, 120, 260, 400, 500))).tables) == 2
    assert len(joined(table(1, rows), table(3, rows)).tables) == 2


def test_columns_merged_throughout_one_page_are_aligned():
    coarse = [["2", "Naiknya laba", "Nilai B"]]
    (one,) = joined(
        table(1, [["1", "Naiknya mutu", "Nilai A", "80"]]), table(2, coarse, edges=(50, 80, 200, 500))
    ).tables
    assert one.n_columns == 4
    assert [cell.colspan for cell in one.cells if cell.row == 1] == [1, 1, 2]


def test_a_repeated_header_without_a_rule_below_it_goes_too():
    (one,) = joined(
        table(1, [HEADER, ["1", "Naiknya mutu", "Nilai A", "80"]], bold=1),
        table(2, [HEADER, ["", "", "Nilai B", "90"]], merged=[(0, 0, 2), (0, 1, 2)], bold=1),
    ).tables
    assert texts(one)[1:] == [["1", "Naiknya mutu", "Nilai A", "80"], ["1", "Naiknya mutu", "Nilai B", "90"]]


def test_the_same_words_beside_every_row_begin_a_new_row():
    (one,) = joined(
        table(1, [HEADER, ["Urusan A", "Naiknya mutu", "Nilai A", "DINAS"]]),
        table(2, [["Urusan B", "", "", "DINAS"], ["Urusan C", "Naiknya laba", "Nilai B", "DINAS"]]),
    ).tables
    assert [row[0] for row in texts(one)] == ["No", "Urusan A", "Urusan B", "Urusan C"]


def test_a_numbered_row_that_stops_in_the_middle_of_its_texts_is_one_row():
    (one,) = joined(
        table(1, [HEADER, ["1.", "Naiknya mutu layanan", "Persentase warga yang", "Bidang Tanah,"]]),
        table(2, [["", "kesehatan", "puas dengan layanan", "Bidang Air"], ["2.", "Naiknya laba", "Nilai", "Bidang"]]),
    ).tables
    assert texts(one)[1] == [
        "1.",
        "Naiknya mutu layanan kesehatan",
        "Persentase warga yang puas dengan layanan",
        "Bidang Tanah, Bidang Air",
    ]


def test_a_line_cut_by_the_page_edge_keeps_no_table_apart():
    cut = Paragraph("ik t d", Location("a.pdf", halaman=1, kotak=(90, 35, 150, 44)))
    (one,) = joined(
        table(1, [HEADER, ["1", "Naiknya mutu layanan", "Persentase warga yang", "80"]]),
        cut,
        table(2, [["", "kesehatan", "puas dengan layanan", ""], ["2", "Naiknya laba", "Nilai B", "90"]]),
    ).tables
    assert one.n_rows == 3


def test_a_table_of_many_pages_takes_time_by_its_pages_alone():
    pages = [
        table(page, [HEADER, *([str(30 * page + row), "Layanan", "Indeks", "80"] for row in range(30))])
        for page in range(1, 301)
    ]
    start = process_time()
    (whole,) = joined(*pages).tables
    # Far above what it takes, far below what looking at all rows again for each page would.
    assert process_time() - start < 4
    assert whole.n_rows == 1 + 300 * 30
    assert [cell.text for cell in whole.grid[-1]] == ["9029", "Layanan", "Indeks", "80"]
