"""The grid over ruling lines, by geometry alone."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from saksama.parsers.pdf import grid
from saksama.parsers.pdf.grid import Rule, _components
from saksama.parsers.pdf.gridcells import REACH, every_region, flood, regions


def flat(y, x0, x1):
    return (x0, y, x1, y)


def upright(x, top, bottom):
    return (x, top, x, bottom)


def spans(found):
    return [(cell.row, cell.column, cell.rowspan, cell.colspan) for cell in found.cells]


def test_plain_table():
    found = grid.find([flat(y, 10, 210) for y in (10, 30, 50)], [upright(x, 10, 50) for x in (10, 110, 210)])
    assert len(found) == 1
    assert spans(found[0]) == [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]
    assert found[0].cells[3].box == (110, 30, 210, 50)


def test_merged_cells_have_true_spans():
    lines = [flat(10, 10, 310), flat(50, 10, 310), flat(30, 110, 310)]
    columns = [upright(10, 10, 50), upright(110, 10, 50), upright(210, 30, 50), upright(310, 10, 50)]
    (found,) = grid.find(lines, columns)
    assert spans(found) == [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]


def test_dashes_join_and_double_rules_are_one():
    dashes = [flat(10, x, x + 3) for x in range(10, 210, 6)]
    (found,) = grid.find(
        [*dashes, flat(30, 10, 210), flat(50, 10, 210), flat(51.5, 10, 210)],
        [upright(x, 10, 51) for x in (10, 110, 210)],
    )
    assert len(found.ys) == 3
    assert len(found.cells) == 4


def test_an_underline_walls_nothing():
    lines = [flat(y, 10, 210) for y in (10, 30, 50)]
    (found,) = grid.find([*lines, flat(40, 120, 160)], [upright(x, 10, 50) for x in (10, 110, 210)])
    assert len(found.cells) == 4


def test_missing_side_borders_are_added():
    (found,) = grid.find([flat(y, 10, 310) for y in (10, 30, 50)], [upright(x, 10, 50) for x in (110, 210)])
    assert (len(found.xs), len(found.cells)) == (4, 6)
    assert found.box == (10, 10, 310, 50)


def test_a_row_open_at_the_page_break_is_closed():
    # The border below the last row is drawn under the second column only.
    lines = [flat(10, 10, 210), flat(30, 10, 210), flat(50, 110, 210)]
    (found,) = grid.find(lines, [upright(x, 10, 50) for x in (10, 110, 210)])
    assert spans(found) == [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]


def test_a_notch_stays_outside():
    # No corner cell: the header begins above the second column.
    lines = [flat(10, 110, 310), flat(30, 10, 310), flat(50, 10, 310)]
    columns = [upright(10, 30, 50), upright(110, 10, 50), upright(210, 10, 50), upright(310, 10, 50)]
    (found,) = grid.find(lines, columns)
    assert (0, 0, 1, 1) not in spans(found)
    assert len(found.cells) == 5


def test_l_shaped_regions_become_runs():
    # The wall between the cells of the first row is missing half-way down.
    lines = [flat(10, 10, 210), flat(50, 10, 210), flat(30, 110, 210)]
    columns = [upright(10, 10, 50), upright(110, 30, 50), upright(210, 10, 50)]
    (found,) = grid.find(lines, columns)
    covered = sum(cell.rowspan * cell.colspan for cell in found.cells)
    assert covered == 4


def test_tables_side_by_side_are_two():
    left = [flat(y, 10, 110) for y in (10, 30)]
    right = [flat(y, 150, 250) for y in (10, 30)]
    found = grid.find(left + right, [upright(x, 10, 30) for x in (10, 60, 110, 150, 200, 250)])
    assert [len(one.cells) for one in found] == [2, 2]


def test_merged_joins_before_it_drops():
    pieces = [Rule(10, 0, 4), Rule(10.5, 5, 9), Rule(40, 0, 3)]
    assert [(rule.start, rule.end) for rule in grid.merged(pieces, 2.5)] == [(0, 9)]


def test_places_cover_spans():
    (found,) = grid.find(
        [flat(10, 10, 210), flat(30, 10, 210), flat(50, 10, 210)],
        [upright(10, 10, 50), upright(110, 30, 50), upright(210, 10, 50)],
    )
    assert found.places() == [[0, 0], [1, 2]]


def test_a_box_on_the_footer_rule_is_not_part_of_the_table():
    # The footer's rule touches the last row, and the box of the page number stands on it.
    table = [flat(y, 10, 210) for y in (10, 30, 50, 70, 90)]
    columns = [upright(x, 10, 90) for x in (10, 110, 210)]
    footer = [flat(85, 0, 250), flat(75, 250, 290), flat(95, 250, 290), flat(85, 290, 320)]
    (found,) = grid.find([*table, *footer], [*columns, upright(250, 75, 95), upright(290, 75, 95)])
    assert found.box == (10, 10, 210, 90)
    assert len(found.cells) in {8, 10}


def test_a_table_with_all_its_walls_has_the_cells_that_a_flood_finds():
    ys, xs = np.array([10.0, 20.0, 35.0, 50.0]), np.array([5.0, 60.0, 90.0])
    flat, upright = np.ones((4, 2), dtype=bool), np.ones((3, 3), dtype=bool)
    assert every_region(ys, xs) == regions(flood(flat, upright), ys, xs)


@given(
    st.lists(st.tuples(*[st.integers(0, 6)] * 3), min_size=1, max_size=12),
    st.lists(st.tuples(*[st.integers(0, 6)] * 3), min_size=1, max_size=12),
)
def test_groups_of_rules_hang_together(across, down):
    """Whatever crosses is in one group, and whatever is in one group is joined by crossings."""
    rules = [[Rule(at * 10.0, a * 10.0, (a + b) * 10.0) for at, a, b in some] for some in (across, down)]
    groups = _components(*rules)
    edges = [(flat, rule) for flat in rules[0] for rule in rules[1] if _touch(flat, rule)]
    for flat, rule in edges:
        assert sum(flat in rows and rule in columns for rows, columns in groups) == 1
    for rows, columns in groups:
        reached = {("flat", rows[0])}
        for _ in range(len(rows) + len(columns)):
            reached |= {("flat", f) for f, r in edges if ("upright", r) in reached}
            reached |= {("upright", r) for f, r in edges if ("flat", f) in reached}
        assert reached == {("flat", row) for row in rows} | {("upright", column) for column in columns}


def _touch(flat, upright):
    within = flat.start - REACH <= upright.at <= flat.end + REACH
    return within and upright.start - REACH <= flat.at <= upright.end + REACH
