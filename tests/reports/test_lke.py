"""The workbook: what stands in it, that nothing in it is a stranger's formula, and what its own formulas give."""

import io
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from saksama.checker.run import LKE, BerkasRun, Run
from saksama.parsers.berkas import read_berkas
from saksama.reports import lke, lke_sheet, marks, words

GRADES = ("B", "B", "CC", "B", "CC", "CC", "B", "B", "B", "CC", "CC", "B")


def workbook(run: Run, *, values: bool = False) -> Workbook:
    return load_workbook(io.BytesIO(lke.render(run)), data_only=values)


def rows(book: Workbook, name: str) -> Iterator[list[Any]]:
    for row in book[name].iter_rows(values_only=True):
        yield list(row)


def by_id(book: Workbook) -> dict[str, int]:
    sheet = book["LKE"]
    found = ((sheet.cell(row=n, column=1).value, n) for n in range(lke_sheet.HEADER_ROW + 1, sheet.max_row + 1))
    return {str(id_): n for id_, n in found if id_}


def test_the_sheets(run: Run) -> None:
    papers = [f"KKE {name}" for name in ("SMART-C", "Matriks", "Triwulan", "Anggaran", "Tindak Lanjut")]
    assert workbook(run).sheetnames == ["Ringkasan", "LKE", "Temuan", "Aturan", *papers, "Ketertelusuran"]


def test_every_criterion_has_a_row_with_proposal_notes_and_evidence(run: Run) -> None:
    book = workbook(run)
    sheet, at = book["LKE"], by_id(book)
    assert len(at) == 4 + 12 + 80
    titles = [cell.value for cell in sheet[lke_sheet.HEADER_ROW]]
    assert titles == list(lke_sheet.TITLES)
    met = [cell.value for cell in sheet[at["1.a.3"]]]
    assert met[4] == "Ya"
    assert met[lke_sheet.AKHIR - 1].startswith("=IF(")
    assert "Rencana Aksi.xlsx (memenuhi RA-005)" in met[lke_sheet.BUKTI - 1]
    unmet = [cell.value for cell in sheet[at["1.c.1"]]]
    assert unmet[4] == "Tidak"
    assert "seharusnya Rp1.150.000.000" in unmet[lke_sheet.CATATAN - 1]
    assert (
        "PK-014: PK Sekcam.pdf, hal. 3, tabel 2 baris 5 kolom anggaran “Jumlah 1.250.000.000”"
        in unmet[lke_sheet.BUKTI - 1]
    )
    undecided = [cell.value for cell in sheet[at["2.b.5"]]]
    assert undecided[3] == "Bahan belum ada"
    assert undecided[4] is None
    assert "Tidak ada berkas notulen yang dikenali." in undecided[lke_sheet.CATATAN - 1]
    assert "dan 5 tempat lain" in sheet.cell(row=at["2.b.4"], column=lke_sheet.BUKTI).value
    assert "Dan 5 temuan lain (lihat lembar Temuan)." in sheet.cell(row=at["2.b.4"], column=lke_sheet.CATATAN).value


def test_answers_have_drop_downs(run: Run) -> None:
    book = workbook(run)
    sheet, at = book["LKE"], by_id(book)
    lists = {item.formula1: item.sqref for item in sheet.data_validations.dataValidation}
    assert set(lists) == {'"Ya,Tidak"', '"AA,A,BB,B,CC,C,D,E"'}
    assert f"F{at['1.a.1']}" in lists['"Ya,Tidak"']
    assert f"F{at['1.a']}" in lists['"AA,A,BB,B,CC,C,D,E"']
    assert f"F{at['1']}" not in lists['"Ya,Tidak"']


def test_no_text_of_a_document_becomes_a_formula(run: Run) -> None:
    book = workbook(run)
    for name in ("Temuan", "Aturan", "Ketertelusuran"):
        assert all(cell.data_type != "f" for row in book[name].iter_rows() for cell in row)
    texts = [cell for row in book["Temuan"].iter_rows() for cell in row if str(cell.value).startswith("=HYPERLINK")]
    assert len(texts) == 1
    assert texts[0].data_type == "s"
    assert texts[0].quotePrefix


def test_findings_and_rules_are_complete(run: Run) -> None:
    book = workbook(run)
    findings = list(rows(book, "Temuan"))[4:]
    assert len(findings) == 17
    assert book["Temuan"].auto_filter.ref == "A4:P21"
    waived = next(row for row in findings if row[2] == "RA-006")
    assert "Ketua Tim Evaluasi sampai 31 Desember 2025" in waived[14]
    rules = list(rows(book, "Aturan"))[3:]
    assert [row[0] for row in rules] == [rule.id for rule in run.aturan]
    assert next(row for row in rules if row[0] == "TL-001")[3] == "Tidak dipilih"


def test_it_can_be_traced(run: Run) -> None:
    told = {str(cell) for row in rows(workbook(run), "Ketertelusuran") for cell in row if cell}
    assert {"ab" * 32, "00" * 32, "kecamatan", "toleransi = 0.1", "saksama 0.1.0"} <= told


def test_pages_print_well(run: Run) -> None:
    book = workbook(run)
    for sheet in book.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToHeight == (1 if sheet.title == "Ringkasan" else 0)
        assert sheet.sheet_view.zoomScale == 90
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert book["LKE"].print_title_rows == "$4:$4"
    assert book["LKE"].freeze_panes == "C5"
    assert book["LKE"].print_area.startswith("'LKE'!$A$1:$M$")
    assert book["Temuan"].print_area == "'Temuan'!$A$1:$K$21"


def test_numbers_have_a_decimal_comma_in_any_language(run: Run) -> None:
    book = workbook(run)
    for cell in (book["Ringkasan"]["C9"], book["LKE"]["C6"], book["LKE"]["K6"]):
        assert cell.number_format == "[$-421]0.00"


def test_results_are_stored_beside_the_formulas(run: Run) -> None:
    at, book = by_id(workbook(run)), workbook(run, values=True)
    stored = {row[1]: row for row in rows(book, "Ringkasan") if row[1]}
    assert float(stored["Jumlah"][7]) == 64.85
    assert stored["Predikat"][7] == "B"
    assert float(book["LKE"].cell(row=at["1"], column=lke_sheet.NILAI).value) == 19.5


def test_a_long_list_stays_readable(long_run: Run) -> None:
    book = workbook(long_run)
    assert len(list(rows(book, "Temuan"))) == 304
    longest = max(len(str(cell or "")) for row in rows(book, "LKE") for cell in row)
    assert longest < 1500


def test_a_grade_of_the_evaluator_counts(run: Run) -> None:
    assert run.lke is not None
    graded = with_answer(run.lke, "1.a", "A")
    assert str(marks.total(graded)) == "66.05"
    book = workbook(replace(run, lke=graded))
    assert book["LKE"].cell(row=by_id(book)["1.a"], column=lke_sheet.JAWABAN).value == "A"


def with_answer(worksheet: LKE, id_: str, grade: str) -> LKE:
    parts = tuple(
        replace(part, subkomponen=tuple(replace(s, jawaban=grade) if s.id == id_ else s for s in part.subkomponen))
        for part in worksheet.komponen
    )
    return replace(worksheet, komponen=parts)


def recalculated(book: Workbook, folder: Path) -> Workbook:
    """The workbook as LibreOffice calculates it."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice tidak terpasang: rumus tidak dapat dihitung ulang")
    source, target = folder / "lke.xlsx", folder / "hasil"
    book.save(source)  # openpyxl drops stored results, so that what comes back was calculated
    home = f"-env:UserInstallation=file://{folder}/profil"
    command = [program, home, "--headless", "--convert-to", "xlsx", "--outdir", str(target), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return load_workbook(target / "lke.xlsx", data_only=True)


def summary(book: Workbook) -> tuple[list[float], float, str]:
    told = list(rows(book, "Ringkasan"))
    parts = [row[7] for row in told[8:12]]
    total = next(row for row in told if row[1] == "Jumlah")[7]
    predicate = next(row for row in told if row[1] == "Predikat")[7]
    return parts, total, predicate


def test_the_formulas_give_the_worked_example(make_run: Callable[..., Run], tmp_path: Path) -> None:
    """Once from the proposal, once from the evaluator's grades over no proposal at all, and the bound at 90,00."""
    book = workbook(make_run(grades=[None] * 12))
    at = by_id(book)
    for id_, grade in zip([f"{n}.{letter}" for n in range(1, 5) for letter in "abc"], GRADES, strict=True):
        book["LKE"].cell(row=at[id_], column=lke_sheet.JAWABAN).value = grade
    book["LKE"].cell(row=at["1.a.1"], column=lke_sheet.JAWABAN).value = "Ya"
    done = recalculated(book, tmp_path)
    assert summary(done) == ([19.5, 18.6, 10.5, 16.25], 64.85, "B")
    assert done["LKE"].cell(row=at["1.a"], column=lke_sheet.STATUS).value == "2 dari 6 terpenuhi"


def test_ninety_is_a_not_aa(make_run: Callable[..., Run], tmp_path: Path) -> None:
    assert summary(recalculated(workbook(make_run(grades=["A"] * 12)), tmp_path))[1:] == (90, "A")


def test_without_any_grade_the_floor_counts(make_run: Callable[..., Run], tmp_path: Path) -> None:
    book = workbook(make_run(grades=["B", *[None] * 11]))
    assert 'IF(J6="",' in str(book["LKE"].cell(row=6, column=lke_sheet.NILAI).value)  # a blank cell counts as 0
    assert summary(recalculated(book, tmp_path)) == ([4.2 + 2.7 + 4.5, 9, 4.5, 7.5], 32.4, "C")


def evaluated(run: Run, **record: object) -> Run:
    """The run with last year's report among its files."""
    told = {"jenis": "hasil_evaluasi", "tahun": 2023, **record}
    return replace(run, berkas=(BerkasRun("lhe.docx", "0", "hasil_evaluasi", "tinggi", "docx", rekaman=(told,)),))


def test_last_years_values_stand_beside_with_the_difference(run: Run) -> None:
    parts = [{"nama": "Perencanaan Kinerja", "nilai": "18,30"}, {"nama": "Pelaporan Kinerja", "nilai": "tidak dinilai"}]
    before = evaluated(run, nilai="60,10", predikat="B", komponen=parts)
    told = list(rows(workbook(before), "Ringkasan"))
    assert told[7][8:10] == ["LHE 2023", "Selisih"]
    assert [row[8] for row in told[8:14]] == [18.3, None, "tidak dinilai", None, 60.1, "B"]
    assert told[8][9] == '=IF(ISNUMBER(I9),ROUND(H9-I9,2),"")'
    stored = list(rows(workbook(before, values=True), "Ringkasan"))
    assert [row[9] for row in stored[8:13]] == [1.2, None, None, None, 4.75]
    assert [row[8] for row in rows(workbook(run), "Ringkasan")][7:13] == ["Tahun lalu", *[None] * 5]


@pytest.mark.parametrize("printed", ["6.010", "601,00", "B", "60,10 / 62,00"])
def test_a_doubtful_value_of_last_year_gives_no_difference(run: Run, printed: str) -> None:
    book = workbook(evaluated(run, nilai=printed, komponen=[]), values=True)
    assert (book["Ringkasan"]["I13"].value, book["Ringkasan"]["J13"].value) == (printed, None)


def test_the_two_tiers_have_room_to_sign(run: Run) -> None:
    sheet = workbook(run)["Ringkasan"]
    told = {row[0].value: row for row in sheet.iter_rows(min_col=2, max_col=10) if row[0].value}
    assert [cell.value for cell in told["Penanggung jawab"] if cell.value][1:] == [
        "Nama dan NIP",
        "Tanggal",
        "Tanda tangan",
    ]
    for name in words.PENANDA.values():
        line = told[name][0].row
        assert {f"C{line}:E{line}", f"F{line}:G{line}", f"H{line}:J{line}"} <= {str(r) for r in sheet.merged_cells}
        assert sheet.row_dimensions[line].height >= 40


def test_libreoffice_gives_the_difference(run: Run, tmp_path: Path) -> None:
    parts = [{"nama": "Perencanaan Kinerja", "nilai": "18,30"}]
    book = workbook(evaluated(run, nilai="60,10", predikat="B", komponen=parts))
    told = list(rows(recalculated(book, tmp_path), "Ringkasan"))
    assert [row[9] or None for row in told[8:13]] == [1.2, None, None, None, 4.75]


def test_read_back_the_evaluators_grade_counts_not_last_years(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "lke.xlsx"
    path.write_bytes(lke.render(evaluated(run, nilai="78,10", predikat="BB", komponen=[])))
    (record,) = read_berkas(path, path.name, "lembar_kerja_evaluasi").records
    assert (record.isi.nilai, record.isi.predikat) == ("64,85", "B")
