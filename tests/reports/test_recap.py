"""The recap: progress against the year before, findings by rule group, the commonest findings; workbook and page."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
from lxml import html as parser
from msgspec.structs import replace

from saksama.checker.run import BukuAturan, Run
from saksama.reports import recap_page, recap_sheet
from saksama.reports.recap import Rekap, recap, years


def _view(run: Run) -> Rekap:
    assert run.lke is not None
    earlier = replace(run, tahun=2023, hasil=(), lke=replace(run.lke, komponen=run.lke.komponen[:2]))
    unscored = replace(run, unit="=Dinas <Laut>", lke=None)
    return recap([("b", replace(run, tahun=2024)), ("a", earlier), ("c", unscored)])


def test_progress_is_against_the_year_before_of_the_same_unit(run: Run) -> None:
    unscored, earlier, later = _view(run).baris
    assert (earlier.tahun, later.tahun) == (2023, 2024)
    assert later.lalu == earlier.nilai == Decimal("38.10")
    assert later.selisih == Decimal("26.75")
    assert earlier.selisih is unscored.selisih is None
    assert (later.predikat, later.nilai) == ("B", Decimal("64.85"))


def test_groups_and_commonest_findings(run: Run) -> None:
    found = _view(run)
    later = found.baris[2]
    assert later.kelompok["PKPK"] == 8
    assert sum(later.kelompok.values()) == later.jumlah["kritis"] + later.jumlah["mayor"]
    assert found.kelompok == tuple(sorted(found.kelompok))
    assert len(found.tersering[0].unit) == 2
    assert found.tersering[0].keparahan == "kritis"


def test_what_does_not_compare_is_told(run: Run) -> None:
    other = replace(run, buku_aturan=BukuAturan("uji", "9", "9"))
    said = recap([("a", run), ("b", other)]).peringatan
    assert any("buku aturan" in text for text in said)
    assert any("ada dua kali: a dan b" in text for text in said)


def test_the_workbook_cell_by_cell(run: Run) -> None:
    data = recap_sheet.render(_view(run))
    assert data == recap_sheet.render(_view(run))
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Nilai", "Ringkasan", "Peta temuan", "Temuan tersering"]
    rows = list(book["Nilai"].iter_rows(min_row=3, max_col=7, values_only=True))
    assert rows[0] == ("Unit", "Tahun", "Nilai", "Predikat", "Peringkat", "Tahun lalu", "Selisih")
    assert rows[1][:4] == ("=Dinas <Laut>", 2024, None, None)
    assert book["Nilai"]["A4"].data_type == "s", "a name is never a formula"
    assert rows[3][2:] == (64.85, "B", '=COUNTIFS($B$4:$B$6,B6,$C$4:$C$6,">"&C6)+1', 38.1, "=C6-F6")
    heat = list(book["Peta temuan"].iter_rows(min_row=3, max_row=4, values_only=True))
    assert heat[0][:3] == ("Unit", "Tahun", "BRK")
    assert heat[1][-1] == f"=SUM(C4:{openpyxl.utils.get_column_letter(len(heat[0]) - 1)}4)"


def test_the_page(run: Run) -> None:
    page = recap_page.render(_view(run))
    told = " ".join(parser.fromstring(page).text_content().split())
    for part in ("2 unit, 2023–2024", "64,85", "+26,75", "=Dinas <Laut>", "PKPK-003"):
        assert part in told
    assert b"<Laut>" not in page


def test_nothing_to_recap() -> None:
    assert recap_page.render(recap([]))
    assert recap_sheet.render(recap([]))


def test_a_unit_is_the_same_however_its_name_is_printed(run: Run) -> None:
    earlier = replace(run, tahun=2023, unit="KECAMATAN SUKAMAJU")
    _, later = recap([("a", earlier), ("b", replace(run, tahun=2024))]).baris
    assert later.selisih == 0
    assert later.unit == "Kecamatan Sukamaju"


def test_what_nobody_could_decide_is_not_a_clean_group(run: Run) -> None:
    hasil = tuple(
        replace(item, status="tidak_ada", temuan=()) if item.aturan.startswith("PKPK") else item for item in run.hasil
    )
    (row,) = recap([("a", replace(run, hasil=hasil))]).baris
    assert "PKPK" not in row.kelompok
    found = recap([("a", replace(run, hasil=hasil)), ("b", replace(run, unit="Dinas Laut"))])
    told = parser.fromstring(recap_page.render(found))
    cells = [[cell.text_content() for cell in row] for row in told.find_class("heat")[0].iter("tr")]
    at = cells[0].index("PKPK")
    assert {row[0]: row[at] for row in cells[1:] if len(row) > 1} == {"Kecamatan Sukamaju": "–", "Dinas Laut": "8"}


def test_each_year_is_told_with_its_average_and_progress(run: Run) -> None:
    later, earlier = years(_view(run))
    assert (later.tahun, len(later.baris), later.naik, later.turun) == (2024, 2, 1, 0)
    assert later.rata == Decimal("64.85")
    assert earlier.rata == Decimal("38.10")
    book = openpyxl.load_workbook(io.BytesIO(recap_sheet.render(_view(run))))
    rows = list(book["Ringkasan"].iter_rows(min_row=3, values_only=True))
    assert rows[0][:3] == ("Tahun", "Unit", "Rata-rata nilai")
    assert rows[1][:2] == (2024, "=COUNTIFS(Nilai!$B$4:$B$6,A4)")
