"""Programs and budgets typed below a table of targets without titles of columns."""

from __future__ import annotations

from saksama.parsers.model import Line, Location
from saksama.parsers.records.pk_daftar import typed_list

_AT = Location("pk.pdf", 2)


def _read(*texts: str) -> list[tuple[str, int, str | None]]:
    entries, _, _ = typed_list([Line(text, _AT) for text in texts])
    return [(e["uraian"].value, e["jumlah"].value, e["keterangan"].value if e["keterangan"] else None) for e in entries]


def test_numbered_entries_with_rupiah_are_a_list() -> None:
    assert _read(
        "1. Peningkatan Taman Kota (APBD)\tRp. 1.250.000.000,-",
        "2. Pemeliharaan Jalur Hijau dan\tRp.750.000.000,-",
        "Hutan Kota (APBN)",
        "Mekarsari, 3 Januari 2024",
        "PIHAK KEDUA,",
    ) == [
        ("Peningkatan Taman Kota (APBD)", 1_250_000_000, "APBD"),
        ("Pemeliharaan Jalur Hijau dan Hutan Kota (APBN)", 750_000_000, "APBN"),
    ]


def test_one_program_with_its_amount_is_enough() -> None:
    assert _read("Program Pembinaan Taman\t:\tRp\t54.881.550") == [("Program Pembinaan Taman", 54_881_550, None)]


def test_numbered_sentences_are_no_list() -> None:
    assert _read("1. Pihak kesatu berjanji", "2. Pihak kedua mengevaluasi") == []
    assert _read("1. Denda paling banyak Rp 1.000.000", "2. Pihak kedua mengevaluasi") == []
