"""Lists in one cell, cut where the values beside stand."""

from __future__ import annotations

from bisect import bisect_right

from saksama.parsers.pdf.flow import Content
from saksama.parsers.pdf.grid import Grid, find
from saksama.parsers.pdf.rowsplit import split_rows
from saksama.parsers.pdf.words import Word

_X = (0.0, 120.0, 320.0, 400.0)


def _words(column: int, lines: list[tuple[float, str]]) -> list[Word]:
    words = []
    for top, text in lines:
        left = _X[column] + 4
        for word in text.split():
            index = len(words) + int(top) * 100 + column * 1000
            words.append(Word(word, left, top, left + 5 * len(word), top + 10, 0, 10.0, False, index, index, False))
            left += 5 * len(word) + 3
    return words


def _table(*columns: list[tuple[float, str]]) -> list[list[str]]:
    """The rows of a one-row table with these lines (top, text) in its columns after the cut."""
    flat = [(0.0, y, 400.0, y + 0.5) for y in (0.0, 300.0)]
    upright = [(x, 0.0, x + 0.5, 300.0) for x in _X]
    (ruled,) = find(flat, upright)
    words = [word for column, lines in enumerate(columns) for word in _words(column, lines)]

    def sorted_in(found: Grid) -> dict[int, Content]:
        cells: dict[int, Content] = {}
        for word in words:
            x, y = word.middle
            place = found.places()[bisect_right(found.ys, y) - 1][bisect_right(found.xs, x) - 1]
            cells.setdefault(place, Content()).words.append(word)
        return cells

    found = split_rows(ruled, sorted_in(ruled))
    by_cell = sorted_in(found)
    rows: list[list[str]] = [[] for _ in found.ys[1:]]
    for index, cell in enumerate(found.cells):
        x0, top, x1, bottom = cell.box
        rows[cell.row].append(by_cell[index].text(x0, x1, top, bottom) if index in by_cell else "")
    return rows


def test_numbered_entries_take_the_values_beside_them() -> None:
    assert _table(
        [(10, "Meningkatnya layanan")],
        [(10, "1. Jumlah taman kota"), (22, "yang terawat baik"), (40, "2. Persentase taman"), (52, "ramah anak")],
        [(10, "4 Taman"), (22, "2 Hutan kota"), (46, "80 %")],
    ) == [
        ["Meningkatnya layanan", "1. Jumlah taman kota\nyang terawat baik", "4 Taman\n2 Hutan kota"],
        ["2. Persentase taman\nramah anak", "80 %"],
    ]


def test_blank_lines_part_sasaran_and_indikator_alike() -> None:
    assert _table(
        [(10, "Meningkatnya panen"), (70, "Menurunnya susut")],
        [(10, "Jumlah panen :"), (22, "a. Padi"), (34, "b. Jagung"), (70, "Persentase susut padi")],
        [(22, "12.000 ton"), (34, "3.000 ton"), (70, "4,5 %")],
    ) == [
        ["Meningkatnya panen", "Jumlah panen :", ""],
        ["a. Padi", "12.000 ton"],
        ["b. Jagung", "3.000 ton"],
        ["Menurunnya susut", "Persentase susut padi", "4,5 %"],
    ]


def test_plain_lines_are_entries_when_each_is_level_with_a_value() -> None:
    assert len(_table([], [(10, "Jumlah taman"), (30, "Jumlah hutan kota")], [(10, "4"), (30, "2")])) == 2


def test_one_text_beside_several_values_stays_whole() -> None:
    wrapped = [(10, "Persentase keikutsertaan kabupaten dan"), (22, "Kota dalam lomba")]
    assert len(_table([], wrapped, [(10, "12 Angkatan"), (22, "240 Orang")])) == 1
    assert len(_table([(10, "Sebab A"), (40, "Sebab B")], [(10, "1. Solusi A"), (40, "2. Solusi B")])) == 1
    assert len(_table([], [(10, "1. Jumlah A"), (40, "2. Jumlah B")], [(10, "5"), (22, "7")])) == 1
    counts = [(10, "13 Cagar budaya,"), (22, "24 Koleksi museum")]
    assert len(_table([], [(10, "Pelestarian budaya, nilai"), (22, "Dan museum")], counts)) == 1
    torn = [(10, "1.000.000,"), (22, "-")]
    assert len(_table([], [(10, "Program Layanan"), (22, "Kesehatan")], torn)) == 1


def test_a_unit_below_its_number_is_no_value_of_its_own() -> None:
    rows = _table(
        [(10, "Meningkatnya kunjungan")],
        [(10, "Jumlah kunjungan"), (22, "ke kebun raya")],
        [(10, "1.100"), (22, "Orang")],
    )
    assert len(rows) == 1
