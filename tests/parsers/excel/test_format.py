"""Number formats as an Indonesian Excel shows them."""

from __future__ import annotations

import pytest

from saksama.parsers.excel.format import display

_ACCOUNTING = r'_-* #,##0_-;\-* #,##0_-;_-* "-"_-;_-@_-'


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (0.9519920983, "General", "0,9519920983"),
        (2.564102564102564, "General", "2,564102564"),
        (174610000, "General", "174610000"),
        (-3, "General", "-3"),
        (0.825, "0.00%", "82,50%"),
        (0.4571428571, "0%", "46%"),
        (19869930990, "#,##0", "19.869.930.990"),
        (1234.5, "#,##0.00", "1.234,50"),
        (0, "#,##0.00", "0,00"),
        (0.5, "#,##0.##", "0,5"),
        (0.285, "0.00", "0,29"),
        (-1234, "#,##0;(#,##0)", "(1.234)"),
        (0, _ACCOUNTING, "-"),
        (-5000, _ACCOUNTING, "-5.000"),
        (2500000, r"[$Rp-421]#,##0;[Red]\-[$Rp-421]#,##0", "Rp2.500.000"),
        (2500000, '"Rp "#,##0', "Rp 2.500.000"),
        (98, '0" %"', "98 %"),
        (98, "0\\%", "98%"),
        (3, '0" Dokumen"', "3 Dokumen"),
        (4600000000, "#,##0,,", "4.600"),
        (120, "[>100]0;0.0", "120"),
        (7, "000", "007"),
        (45000, "dd/mm/yyyy", "15/03/2023"),
        (46203, "[$-421]dd mmmm yyyy", "30 Juni 2026"),
        (46203.5, "dd/mm/yyyy hh:mm", "30/06/2026 12:00"),
        (46203, "mmm-yy", "Jun-26"),
        (0.75, "h:mm AM/PM", "6:00 PM"),
        (1.5, "[h]:mm", "36:00"),
        (0.5, "# ?/?", "0,5"),
    ],
)
def test_display(value: float, code: str, shown: str) -> None:
    assert display(value, code) == shown


def test_the_workbooks_first_day_may_be_in_1904() -> None:
    assert display(0, "dd/mm/yyyy", epoch_1904=True) == "01/01/1904"
