"""Columns that no rule parts, by made-up words on a grid."""

from __future__ import annotations

from saksama.parsers.pdf.inner import with_inner_columns
from saksama.parsers.pdf.words import Word
from tests.parsers.pdf.test_gutters import grid, words

XS = (0.0, 200.0, 300.0, 400.0)
YS = (0.0, 20.0, 100.0)


def column(*lines: tuple[str, str]) -> list[Word]:
    """Lines of two texts that stand apart, a header and six lines below it, beside two ruled columns."""
    found = []
    for index, (left, right) in enumerate(lines):
        y = 10.0 + 12 * index if index else 10.0
        found += words(left, 5, y + (8 if index else 0)) + words(right, 110, y + (8 if index else 0))
    return [*found, *words("Target", 210, 10), *words("98", 210, 30), *words("Realisasi", 310, 10)]


SASARAN = [
    ("Sasaran", "Indikator"),
    ("Terawatnya", "Luas kebun"),
    ("kebun bibit", "bibit desa"),
    ("milik desa", "yang dirawat"),
    ("dan taman", "Jumlah taman"),
    ("warga", "kota"),
    ("", "yang indah"),
]


def test_a_strip_that_header_and_body_leave_empty_parts_two_columns() -> None:
    found = with_inner_columns(grid(XS, YS), column(*SASARAN))
    assert len(found.xs) == 5
    assert XS[0] < found.xs[1] < XS[1]
    assert [(cell.row, cell.column, cell.colspan) for cell in found.cells if cell.row == 0] == [
        (0, 0, 1),
        (0, 1, 1),
        (0, 2, 1),
        (0, 3, 1),
    ]


def test_cells_over_several_columns_go_over_the_new_one() -> None:
    found = with_inner_columns(
        grid(XS, (-40.0, *YS), (0, 0, 3)), [*column(*SASARAN), *words("Capaian kinerja dinas kebun", 60, -20)]
    )
    assert [(cell.column, cell.colspan) for cell in found.cells if cell.row == 0] == [(0, 4)]


def test_numbers_before_names_labels_and_short_columns_stay() -> None:
    numbered = [("No", "Indikator"), *((f"{index}.", "Luas kebun bibit") for index in range(1, 7))]
    labelled = [("Nama", ": Budi"), *(("Jabatan", ": Camat") for _ in range(6))]
    header_alone = [("Sasaran", ""), *SASARAN[1:]]
    for lines in (numbered, labelled, header_alone, SASARAN[:4]):
        whole = grid(XS, YS)
        assert with_inner_columns(whole, column(*lines)) is whole


def test_two_ruled_columns_are_no_table_with_hidden_ones() -> None:
    whole = grid((0.0, 200.0, 300.0), YS)
    assert with_inner_columns(whole, column(*SASARAN)) is whole
