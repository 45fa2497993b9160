"""Tables without any rule, told by the columns of their words: no line order of a leaning scan may break them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from saksama.parsers.pdf.columns import guessed_tables
from saksama.parsers.pdf.frame import Frame
from saksama.parsers.pdf.lines import Line, make_line
from saksama.parsers.pdf.page import PageLayout
from saksama.parsers.pdf.words import Word

FRAME = Frame(0.0, 0.0, 595.0, 842.0, 0)
PAGE = PageLayout(1, FRAME, FRAME, (), (), True)
COLUMNS = (60.0, 100.0, 300.0, 430.0)


def line(top: float, *texts: str) -> Line:
    words = tuple(
        Word(text, x, top, x + 6.0 * len(text), top + 9.0, 0, 9.0, False, 0, 0, False)
        for x, text in zip(COLUMNS, texts, strict=False)
        if text
    )
    return make_line(words)


HEADER = line(100.0, "No", "Program", "Anggaran", "Keterangan")


def test_two_numbers_on_one_level_are_no_row_without_words() -> None:
    lines = [
        HEADER,
        line(115.0, "1.", "Program pertama", "1.000.000.000", "APBD"),
        line(130.0, "2."),
        line(130.0, "3.", "Program ketiga", "3.000.000.000", "APBD"),
        line(145.0, "4.", "Program keempat", "4.000.000.000", "APBD"),
    ]
    (found,) = guessed_tables(lines, PAGE, "uji.pdf")
    rows = {cell.row for cell in found.table.cells}
    assert rows == {cell.row for cell in found.table.cells if cell.text}


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.floats(110, 700),
            st.sampled_from(["1.", "2.", "(3)", "", "a"]),
            st.sampled_from(["Program", "", "2"]),
            st.sampled_from(["1.000.000", "Rp2.000.000.000", "", "-"]),
        ),
        max_size=12,
    )
)
def test_no_order_of_lines_breaks_the_reading(rows: list[tuple[float, str, str, str]]) -> None:
    lines = [HEADER, *(line(top, *texts) for top, *texts in sorted(rows) if any(texts))]
    guessed_tables(lines, PAGE, "uji.pdf")
