"""The review checklist as a workbook: cell by cell, and what its formulas give when a reviewer answers."""

from __future__ import annotations

import io
from pathlib import Path

from openpyxl import Workbook, load_workbook

from saksama.checker.run import Run
from saksama.reports import reviu, reviu_sheet
from tests.reports.test_lke import recalculated


def workbook(run: Run, *, values: bool = False) -> Workbook:
    return load_workbook(io.BytesIO(reviu_sheet.render(run)), data_only=values)


def test_every_statement_with_proposal_reason_and_place(run: Run) -> None:
    ws = workbook(run)[reviu_sheet.NAME]
    told = [[cell.value for cell in row] for row in ws.iter_rows(min_row=reviu_sheet.HEADER_ROW)]
    assert told[0] == list(reviu_sheet.TITLES)
    assert [row[1] for row in told if row[1] in ("Format", "Mekanisme penyusunan", "Substansi")] == [
        "Format",
        "Mekanisme penyusunan",
        "Substansi",
    ]
    statements = [row for row in told if isinstance(row[0], int)]
    assert [row[0] for row in statements] == [*range(1, 7), *range(1, 8), *range(1, 11)]
    assert [row[1] for row in statements] == [butir.teks for butir in run.reviu]
    assert [row[2] for row in statements].count("Perlu telaah") == 21
    assert [row[3] for row in statements] == [None] * 23
    met, unmet = statements[1], statements[13]
    assert met[2] == "Ya"
    assert met[7] == "Semua aturan yang menjawab butir ini terpenuhi. [aturan LKJ-006]"
    assert unmet[2] == "Tidak"
    assert unmet[7] == (
        "Narasi menyebut 92,10 %, sedangkan tabel memuat 91,20 %. "
        "[LKJ-021; lkjip/LKjIP 2024.pdf, hal. 4; hal. 27, tabel 3 baris 2 kolom capaian]"
    )
    assert ws.freeze_panes == "C6"
    assert ws.print_title_rows == "$5:$5"


def test_the_reviewer_chooses_from_a_list(run: Run) -> None:
    ws = workbook(run)[reviu_sheet.NAME]
    (choices,) = ws.data_validations.dataValidation
    assert choices.formula1 == '"Ya,Tidak,Perlu telaah"'
    cells = [row for row in range(6, ws.max_row + 1) if isinstance(ws.cell(row=row, column=1).value, int)]
    assert all(f"D{row}" in choices.sqref for row in cells)
    assert f"D{cells[-1] + 1}" not in choices.sqref


def counts(book: Workbook) -> dict[str, tuple[float, float]]:
    ws = book[reviu_sheet.NAME]
    rows = list(ws.iter_rows(values_only=True))
    start = next(n for n, row in enumerate(rows) if row[1] == "Jumlah pernyataan")
    return {row[1]: (row[2], row[3]) for row in rows[start + 1 : start + 5]}


def test_results_are_stored_beside_the_formulas(run: Run) -> None:
    book = workbook(run, values=True)
    assert counts(book) == {"Ya": (1, 1), "Tidak": (1, 1), "Perlu telaah": (21, 21), "Jumlah": (23, 23)}
    assert [book[reviu_sheet.NAME].cell(row=8, column=n).value for n in (5, 6, 7)] == [reviu.MARK, None, None]


def test_libreoffice_counts_the_answers(run: Run, tmp_path: Path) -> None:
    book = workbook(run)
    book[reviu_sheet.NAME]["D7"] = "Ya"
    book[reviu_sheet.NAME]["D8"] = "Tidak"
    done = recalculated(book, tmp_path)
    assert counts(done) == {"Ya": (1, 1), "Tidak": (1, 2), "Perlu telaah": (21, 20), "Jumlah": (23, 23)}
    ws = done[reviu_sheet.NAME]
    assert [ws.cell(row=7, column=n).value or "" for n in (5, 6, 7)] == [reviu.MARK, "", ""]
    assert [ws.cell(row=8, column=n).value or "" for n in (5, 6, 7)] == ["", reviu.MARK, ""]
