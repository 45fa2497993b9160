"""Targets of an agreement's table, cell by cell."""

from __future__ import annotations

from saksama.parsers.model import Cell, Location, Table
from saksama.parsers.records.pk_tabel import sasaran_rows
from saksama.parsers.tables import read_roles


def _entries(*rows: tuple[str, str, str]) -> list[tuple[str, str | None, str | None]]:
    grid = [("Sasaran Strategis", "Indikator Kinerja", "Target"), *rows]
    place = Location("pk.pdf", 2)
    cells = tuple(Cell(text, r, c, place) for r, row in enumerate(grid) for c, text in enumerate(row))
    table = read_roles(Table(cells, len(grid), 3, place))
    assert table is not None
    found = sasaran_rows(table)
    return [
        (e["indikator"].value, e["satuan"].value if e["satuan"] else None, e["target"].value if e["target"] else None)
        for e in found
    ]


def test_rupiah_before_a_target_is_its_unit() -> None:
    assert _entries(("Meningkatnya pendapatan", "Jumlah pendapatan", "Rp. 2.641.000.000,-")) == [
        ("Jumlah pendapatan", "Rp.", "2.641.000.000,-")
    ]


def test_lettered_details_belong_to_the_line_over_them() -> None:
    assert _entries(
        ("Meningkatnya panen", "Jumlah panen :", ""),
        ("", "a. Padi", "12.000 ton"),
        ("", "b. Jagung", "3.000 ton"),
        ("", "Persentase susut", "4 %"),
    ) == [
        ("Jumlah panen - Padi", "ton", "12.000"),
        ("Jumlah panen - Jagung", "ton", "3.000"),
        ("Persentase susut", "%", "4"),
    ]


def test_bare_numbers_before_all_indicators_are_numbering() -> None:
    assert [name for name, _, _ in _entries(("A", "1 Jumlah taman", "4 unit"), ("B", "2 Jumlah kebun", "2 unit"))] == [
        "Jumlah taman",
        "Jumlah kebun",
    ]
    assert _entries(("A", "27 Kabupaten terlayani", "4 unit"), ("B", "Jumlah kebun", "2 unit"))[0][0][:2] == "27"
