"""The parts of checks that examples in rule files cannot show well: dates, sequences, readings, scans, places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from saksama.checker.checks.anggaran_pk import rupiah, top_sum
from saksama.checker.checks.bab import TanpaParameter, bab_berurutan
from saksama.checker.checks.base import Case, Offence, absent, registry, scanned
from saksama.checker.checks.berkas import same_unit
from saksama.checker.checks.caratriwulan import faulty_rows
from saksama.checker.checks.isian import is_empty, join_words
from saksama.checker.checks.pengajuan import elapsed
from saksama.checker.checks.perjanjian import add_months, nip_fault
from saksama.checker.checks.triwulan import sequence_fault, share_fault
from saksama.parsers.model import Block, Document, Heading, Location, Page, Paragraph
from saksama.parsers.records.types import BarisPengukuran, Triwulan

Make = Callable[..., Any]


@pytest.mark.parametrize(
    ("nip", "says"),
    [
        ("19800131 200501 1 001", None),
        ("198001312005012001", None),
        ("1980013120050110", "berisi 16 angka"),
        ("19801331 200501 1 001", "tidak mungkin"),
        ("19800131 201301 1 001", None),
        ("19800131 198101 1 001", "jarak tahun"),
        ("19800131 200501 3 001", "jenis kelamin"),
        ("19800131 200501 1 O01", "selain angka"),
    ],
)
def test_nip(nip: str, says: str | None) -> None:
    fault = nip_fault(nip)
    assert fault is None if says is None else says in (fault or "")


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [("2024-01-02", 1, "2024-02-02"), ("2024-01-31", 1, "2024-02-29"), ("2023-12-31", 2, "2024-02-29")],
)
def test_months_later(start: str, months: int, end: str) -> None:
    assert add_months(dt.date.fromisoformat(start), months) == dt.date.fromisoformat(end)


def test_quarters_elapsed() -> None:
    assert elapsed(2024, dt.date(2024, 7, 1)) == (1, 2)
    assert elapsed(2024, dt.date(2024, 3, 31)) == ()
    assert elapsed(2024, dt.date(2025, 1, 1)) == (1, 2, 3, 4)
    assert elapsed(2024, dt.date(2023, 12, 31)) == ()
    assert elapsed(None, dt.date(2024, 7, 1)) == elapsed(2024, None) == (1, 2, 3, 4)


@pytest.mark.parametrize(
    ("figures", "annual", "says"),
    [
        ("20 45 65 85", "85", None),
        ("20 20 20 25", "85", None),
        ("85 85 85 85", "85", None),
        ("90 88 86 85", "85", None),
        ("20 45 65 80", "85", "paling dekat kumulatif, selisih 5"),
        ("20 20 20 20", "85", "paling dekat per triwulan, selisih 5"),
        ("85 85 84 85", "85", "paling dekat tetap, selisih 1"),
        ("0 50 0 100", "100", None),
        ("85", "85", None),
    ],
)
def test_a_sequence_of_quarterly_targets(figures: str, annual: str, says: str | None) -> None:
    numbers = [Decimal(figure) for figure in figures.split()]
    assert sequence_fault(numbers, Decimal(annual), Decimal("0.05")) == says


@pytest.mark.parametrize(
    ("figures", "fault"),
    [("50 80 60 90", True), ("20 30 10 40", False), ("50 60 80 90", False), ("90 80 80 70", False), ("100 100", False)],
)
def test_shares_without_an_annual_target(figures: str, fault: bool) -> None:
    assert (share_fault([Decimal(figure) for figure in figures.split()]) is not None) is fault


def rows(*quarters: str) -> list[BarisPengukuran]:
    """Rows written as "target: realisasi=capaian ..."; "target/" before a quarter's realisasi is its own target."""
    made = []
    for line in quarters:
        year, _, rest = line.partition(": ")
        cells = []
        for word in rest.split():
            figures, _, stated = word.partition("=")
            target, _, realisasi = figures.rpartition("/")
            cells.append(Triwulan(target or None, realisasi or None, stated or None))
        made.append(BarisPengukuran(target=year or None, triwulan=(*cells, *[Triwulan()] * (4 - len(cells)))))
    return made


@pytest.mark.parametrize(
    "table",
    [
        ("4: 2=50 1=75 0=75 1=100", "10: 1=10 2=30 3=60 4=100"),
        ("4: 2=50 3=75 3=75 4=100", "10: 1=10 3=30 6=60 10=100"),
        (": 5/4=80 5/5=100", ": 2/1=50 2/3=150"),
        ("3: 1=33,33 1=67 1=100",),
    ],
    ids=["running", "of the year", "of the quarter", "rounded"],
)
def test_quarterly_percentages_that_hold(table: tuple[str, ...]) -> None:
    assert faulty_rows(rows(*table)) == []


def test_the_row_that_breaks_the_tables_own_reading() -> None:
    found = faulty_rows(rows("4: 2=50 1=75 0=75 1=100", "10: 1=10 2=30 3=60 4=100", "8: 2=25 2=50 2=60 2=100"))
    assert found is not None
    assert [(row.baris, row.triwulan, row.tertulis, row.hitung, row.banyak) for row in found] == [(2, 2, "60", 75, 1)]


def test_a_table_without_a_reading_is_left_to_a_person() -> None:
    assert faulty_rows(rows("4: 2=12 1=3", "10: 1=77 2=5")) is None


def test_lower_is_better_holds_per_quarter_too() -> None:
    assert faulty_rows(rows(": 10/12=80 10/8=120", ": 5/5=100 5/6=80")) == []


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Kecamatan Mekarsari", "Kantor Kecamatan Mekarsari Kabupaten Sukamaju", True),
        ("Dinas Pertanian", "Dinas Pertanian Provinsi Nusantara", True),
        ("Kecamatan Mekarsari", "Kecamatan Cempaka", False),
        ("Dinas Perhubungan", "Dinas Pertanian", False),
    ],
)
def test_names_of_one_unit(a: str, b: str, same: bool) -> None:
    assert same_unit(a, b, 80) is same


def test_what_counts_as_empty() -> None:
    assert all(is_empty(value) for value in (None, "", " ..... ", "……", "-", "__", (), {}))
    assert not any(is_empty(value) for value in ("0", "x", 0, False))


def test_words_in_a_sentence() -> None:
    assert [join_words(words) for words in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
        "",
        "A",
        "A dan B",
        "A, B, dan C",
    ]
    assert rupiah(1234567) == "Rp1.234.567"


def pages(share: float, *, readable: bool = True) -> tuple[Page, ...]:
    return tuple(Page(number, 100.0, 200.0, readable, ((0, 0, 100.0, 200.0 * share),)) for number in (1, 2))


@pytest.mark.parametrize(("share", "scan"), [(1.0, True), (0.4, False)])
def test_what_is_missing_from_a_scan_is_left_to_a_person(
    make_file: Make, make_submission: Make, share: float, scan: bool
) -> None:
    document = Document("pk.pdf", "x", "pdf", (), pages(share))
    file = make_file("pk.pdf", "perjanjian_kinerja", {"tahun": 2024}, document=document)
    whole = make_submission(file)
    (part,) = whole.naskah[0].parts
    case = Case(whole, ("perjanjian_kinerja",), whole.naskah[0], part)
    assert scanned(part) is scan
    assert absent(case, [Offence({}, ())]).status == ("telaah_manual" if scan else "temuan")
    assert absent(case, []).status == "lulus"


PROSE = "Bagian ini menerangkan panjang lebar hal-hal yang menjadi pokok bahasannya."


def report(*lines: tuple[int, str]) -> Document:
    """A document of headings ("# ...") and text with their pages."""
    blocks: list[Block] = []
    for page, text in lines:
        place = Location("a.pdf", halaman=page)
        blocks.append(Heading(text[2:], 1, place) if text.startswith("# ") else Paragraph(text, place))
    return Document("a.pdf", "x", "pdf", tuple(blocks))


def numbering(make_file: Make, make_submission: Make, *lines: tuple[int, str]) -> list[str]:
    whole = make_submission(make_file("a.pdf", "renja", {"tahun": 2024}, document=report(*lines)))
    verdict = bab_berurutan(Case(whole, ("renja",), whole.naskah[0]), TanpaParameter())
    return [f"{one.nilai['bab']} {one.nilai['sebab']}" for one in verdict.offences]


def test_the_list_of_chapters_in_a_sistematika_is_no_chapter(make_file: Make, make_submission: Make) -> None:
    lines = [
        (1, "# BAB I PENDAHULUAN"),
        (1, PROSE),
        (2, "# 1.4 Sistematika Penulisan"),
        (2, "# BAB I Pendahuluan"),
        (2, "# BAB IV Penutup"),
        (3, "# BAB II EVALUASI"),
        (3, PROSE),
        (4, "# BAB III TUJUAN"),
        (4, PROSE),
        (5, "# BAB V PENUTUP"),
        (5, PROSE),
    ]
    assert numbering(make_file, make_submission, *lines) == ["BAB V datang langsung setelah BAB III"]


def test_a_running_head_is_no_chapter(make_file: Make, make_submission: Make) -> None:
    lines = [(1, "# BAB III TUJUAN"), (1, PROSE), *((page, f"# BAB III {page}") for page in (2, 3, 4))]
    assert numbering(make_file, make_submission, *lines) == []


def test_every_kind_of_check_is_registered_with_its_documentation() -> None:
    assert len(registry()) > 50
    assert [name for name, check in registry().items() if not check.about] == []


def test_each_amount_of_a_nested_budget_counts_once() -> None:
    assert top_sum([500, 200, 120, 80, 300, 300]) == 500
    assert top_sum([1000, 500]) == 1500
    assert top_sum([]) == 0
