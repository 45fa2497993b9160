"""A workbook that people worked in: carried on, or refused by the name of sheet and cell; nothing lost in silence."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from saksama.checker.answers import Isian, Jawaban
from saksama.checker.run import BerkasRun, Run
from saksama.reports import lke, lke_findings, lke_sheet, words
from saksama.reports.filled import ImportRefused
from saksama.reports.lke_import import Taken, read_answers
from tests.reports.conftest import build
from tests.reports.office import converted

AIMS = [{"indikator": f"Indikator {n}", "sasaran": "S", "target": str(n), "satuan": "%"} for n in range(1, 5)]
PK = {"jenis": "perjanjian_kinerja", "tahun": 2024, "tingkat": "kepala_pd", "sasaran": AIMS}
PART = {"nama": "Pelaporan Kinerja", "nilai": "9,30", "rekomendasi": ["Melengkapi daftar tabel."]}
LAST = {"jenis": "hasil_evaluasi", "tahun": 2023, "nilai": "60,10", "predikat": "B", "komponen": [PART]}


@pytest.fixture
def run() -> Run:
    return made()


def made() -> Run:
    run = build()
    assert run.lke is not None
    small = replace(run.lke, komponen=run.lke.komponen[:1])
    return replace(run, berkas=tuple(file_of(record) for record in (PK, LAST)), lke=small)


def file_of(record: dict[str, Any]) -> BerkasRun:
    kind = record["jenis"]
    return BerkasRun(f"{kind}.docx", "0", kind, "tinggi", "docx", rekaman=(record,))


@cache
def base() -> bytes:
    return lke.render(made())


def opened(run: Run) -> Workbook:
    return load_workbook(io.BytesIO(base() if run == made() else lke.render(run)))


def saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def back(book: Workbook, run: Run) -> Taken:
    return read_answers(saved(book), "isi.xlsx", run)


def refused(book: Workbook, run: Run) -> str:
    with pytest.raises(ImportRefused) as caught:
        back(book, run)
    return "\n".join(caught.value.problems)


def fill(book: Workbook) -> None:
    """One of everything that can be written."""
    sheet = book["LKE"]
    sheet["F6"], sheet["F7"], sheet["G7"], sheet["H8"], sheet["I9"] = "BB", "Ya", "Dilihat", "Catatan", "Sependapat"
    book["Temuan"]["I6"], book["Temuan"]["J6"], book["Temuan"]["K6"] = "Tidak setuju", "Gugur", "Bukti ada"
    book["Temuan"]["I8"], book["Temuan"]["J9"] = "Akan diperbaiki", "Tetap"
    book["KKE SMART-C"]["H6"], book["KKE Tindak Lanjut"]["G5"] = "Rumus belum ada", "Belum dilihat"
    summary = book["Ringkasan"]
    line = next(row for row in range(1, 60) if summary.cell(row, 2).value == words.PENANDA["ketua_tim"])
    summary.cell(line, 3).value = "Nama Ketua"


@cache
def expected() -> Jawaban:
    run = made()
    book = opened(run)
    fill(book)
    return replace(back(book, run).jawaban, sumber=None)


def same(taken: Taken) -> bool:
    return replace(taken.jawaban, sumber=None) == expected()


def test_one_of_everything_is_taken() -> None:
    told = expected()
    assert told.jawaban == {
        "1.a": Isian("BB"), "1.a.1": Isian("ya", "Dilihat"), "1.a.2": Isian(catatan="Catatan"),
        "1.a.3": Isian(tanggapan="Sependapat"),
    }  # fmt: skip
    assert [one.keputusan for one in told.temuan.values()] == ["gugur", None, "tetap"]
    assert told.kertas_kerja == {
        "smart_c": {"Indikator 2": "Rumus belum ada"},
        "tindak_lanjut": {"Pelaporan Kinerja – Melengkapi daftar tabel.": "Belum dilihat"},
    }
    assert told.pengesahan["ketua_tim"].nama == "Nama Ketua"


def reorder(sheet: Worksheet, first: int, last: int, key: Callable[[list[object]], object]) -> None:
    """Rows of a list in another order, as sorting by a filter does: values move, formats stay."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first, max_row=last)]
    for row, values in enumerate(sorted(rows, key=key), start=first):
        for column, value in enumerate(values, start=1):
            sheet.cell(row, column).value = value


@pytest.mark.parametrize("column", [3, 8])
def test_a_list_sorted_by_a_filter_is_followed(run: Run, column: int) -> None:
    book = opened(run)
    fill(book)
    top = lke_findings.HEADER_ROW + 1
    reorder(book["Temuan"], top, top + 16, lambda row: (str(row[column - 1]), str(row[-1])))
    reorder(book["KKE SMART-C"], 5, 8, lambda row: str(row[0])[::-1])
    reorder(book["Aturan"], 4, 23, lambda row: str(row[1]))
    assert same(back(book, run))


def test_sorting_the_worksheet_itself_is_refused(run: Run) -> None:
    book = opened(run)
    rows = [[cell.value for cell in row] for row in book["LKE"].iter_rows(min_row=7, max_row=12)]
    for row, values in enumerate(reversed(rows), start=7):
        for column, value in enumerate(values, start=1):
            book["LKE"].cell(row, column).value = value
    assert "lembar LKE: urutan barisnya berubah; urutkan kembali menurut kolom No" in refused(book, run)


def test_a_renamed_sheet_is_found_and_a_copy_is_told(run: Run) -> None:
    book = opened(run)
    fill(book)
    book["Temuan"].title = "Temuan (tanggapan)"
    book["KKE SMART-C"].title = "SMART"
    book.copy_worksheet(book["LKE"]).title = "LKE (2)"
    taken = back(book, run)
    assert same(taken)
    assert taken.tertinggal == ("lembar “LKE (2)” bukan bagian dari LKE ini; isinya tidak diambil.",)


def test_a_renamed_summary_is_followed_by_the_formulas(run: Run, tmp_path: Path) -> None:
    book = opened(run)
    fill(book)
    book["Ringkasan"].title = "Rekap nilai"
    for row in book["LKE"].iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith("="):
                cell.value = cell.value.replace("Ringkasan!", "'Rekap nilai'!")
    assert same(back(book, run))


def test_a_sheet_taken_out_is_told(run: Run) -> None:
    book = opened(run)
    names = ("Ringkasan", "Temuan", "Aturan", "KKE SMART-C", "Ketertelusuran")
    for name in names:
        del book[name]
    told = back(book, run).tertinggal
    assert told == tuple(
        f"lembar {name} tidak ada lagi; isian yang pernah diambil darinya tetap dibawa." for name in names
    )


def test_without_the_worksheet_nothing_is_taken(run: Run) -> None:
    book = opened(run)
    del book["LKE"]
    assert "lembar LKE tidak ada" in refused(book, run)


def test_comments_are_left_behind_aloud(run: Run) -> None:
    book = opened(run)
    book["Temuan"]["F6"].comment = Comment("Sudah dibahas", "Evaluator")
    (told,) = back(book, run).tertinggal
    assert "komentar pada sel F6 tidak diambil" in told


def test_merged_cells_are_refused_by_name(run: Run) -> None:
    book = opened(run)
    book["LKE"]["F7"] = "Ya"
    book["LKE"].merge_cells("F7:F9")
    assert "lembar LKE sel F7:F9 digabung; pisahkan, lalu isi setiap selnya" in refused(book, run)


def test_a_row_of_ones_own_is_refused_by_name_and_an_empty_one_does_not_matter(run: Run) -> None:
    book = opened(run)
    fill(book)
    last = book["Temuan"].max_row
    book["Temuan"].cell(last + 1, 6).value = "Temuan saya sendiri"
    assert f"lembar Temuan sel F{last + 1} diubah dari kosong menjadi “Temuan saya sendiri”" in refused(book, run)
    book = opened(run)
    fill(book)
    book["Temuan"].insert_rows(7, 3)
    book["KKE SMART-C"].insert_rows(6)
    book["Aturan"].insert_cols(2)
    assert same(back(book, run))


def test_a_finding_deleted_from_the_list_is_named(run: Run) -> None:
    book = opened(run)
    book["Temuan"].delete_rows(6)
    assert "lembar Temuan: baris “2 | Kritis | BRK-001" in refused(book, run)


def test_a_column_deleted_or_moved(run: Run) -> None:
    book = opened(run)
    fill(book)
    book["Temuan"].delete_cols(lke_findings.TANGGAPAN)
    assert "lembar Temuan: kolom “Tanggapan Unit” tidak ada lagi" in refused(book, run)
    book = opened(run)
    fill(book)
    book["Temuan"].move_range("A1:A40", cols=20)
    book["Temuan"].delete_cols(1)
    assert same(back(book, run))


def test_the_workbook_of_another_unit_or_year_is_named(run: Run) -> None:
    told = refused(opened(replace(run, unit="Kecamatan Lain", tahun=2023)), run)
    assert told == (
        "LKE ini milik Kecamatan Lain, tahun 2023, sedangkan run.json ini milik Kecamatan Sukamaju, tahun 2024. "
        "Berikan pasangannya yang benar."
    )


def test_a_cell_at_the_end_of_the_world_is_named_at_once(run: Run) -> None:
    book = opened(run)
    book["LKE"]["XFD1048576"] = "jauh"
    assert "lembar LKE sel XFD1048576 diubah dari kosong menjadi “jauh”" in refused(book, run)


def test_answers_as_people_type_them(run: Run) -> None:
    yes, no = ("ya", "YA", "Y", "v", "√", " ya ", "Ya."), ("Tidak", " TIDAK", "t", "tdk")
    book = opened(run)
    rows = [row for row in range(7, 34) if book["LKE"].cell(row, 1).value.count(".") == 2]
    for row, text in zip(rows, (*yes, *no), strict=False):
        book["LKE"].cell(row, lke_sheet.JAWABAN).value = text
    book["LKE"]["F6"] = "bb"
    taken = [one.jawaban for one in back(book, run).jawaban.jawaban.values()]
    assert taken == ["BB", *["ya"] * len(yes), *["tidak"] * len(no)]


def test_answers_nobody_can_be_sure_of_are_refused_by_cell(run: Run) -> None:
    book = opened(run)
    rows = [row for row in range(7, 34) if book["LKE"].cell(row, 1).value.count(".") == 2]
    unknown = ("x", "1", "ada", True, 1, "Ya/Tidak", "#N/A")
    for row, text in zip(rows, unknown, strict=False):
        book["LKE"].cell(row, lke_sheet.JAWABAN).value = text
    book["LKE"]["F6"] = 80
    told = refused(book, run)
    for row in (6, *rows[: len(unknown)]):
        assert f"lembar LKE sel F{row}: " in told


def test_a_weight_retyped_as_text_is_the_same_weight(run: Run) -> None:
    book = opened(run)
    fill(book)
    book["LKE"]["C5"], book["LKE"]["C6"] = "30,00", "6,0"
    assert same(back(book, run))
    book["LKE"]["C6"] = "6,5"
    assert "lembar LKE sel C6 diubah dari “6” menjadi “6,5”" in refused(book, run)


def test_values_pasted_over_formulas_are_named(run: Run) -> None:
    book = opened(run)
    for row in book["LKE"].iter_rows(min_row=5, max_row=8):
        for cell in row:
            if cell.data_type == "f":
                cell.value = 1
    assert "lembar LKE sel K6 diubah dari “=IF(" in refused(book, run)


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["Ringkasan", "LKE", "Temuan", "Aturan", "KKE SMART-C", "KKE Matriks", "Ketertelusuran"]),
        st.integers(1, 60), st.integers(1, 17), st.sampled_from(["", "Ya", "teks", "BB", "9,9", "=1+1", "Gugur", "-"]),
    ),
    min_size=1, max_size=4,
)  # fmt: skip
SHIFTS = st.lists(
    st.tuples(st.sampled_from(["Temuan", "Aturan", "KKE SMART-C"]), st.integers(2, 30), st.booleans()), max_size=3
)


@settings(max_examples=10, deadline=None)
@given(edits=EDITS, shifts=SHIFTS)
def test_any_edit_is_carried_on_or_refused_by_name(
    edits: list[tuple[str, int, int, str]], shifts: list[tuple[str, int, bool]]
) -> None:
    """What was typed anywhere is either in the answers or named; rows and columns put in change nothing of it."""
    run = made()
    book = opened(run)
    written: dict[tuple[str, int, int], str] = {}
    for name, row, column, text in edits:
        cell = book[name].cell(row, column)
        if type(cell).__name__ == "MergedCell" or str(cell.value or "") == text:
            continue
        if text or cell.value is not None:
            written[name, row, column] = text
        cell.value = text or None
    for name, at, column in shifts:
        (book[name].insert_cols if column else book[name].insert_rows)(min(at, 12 if column else 30))
    taken, problems = None, [""]
    try:
        taken = back(book, run)
    except ImportRefused as error:
        problems = error.problems
    if taken is None:
        assert written
        assert all(problem.startswith(("lembar ", "dan ")) for problem in problems)
        return
    said = str(taken.jawaban).casefold()
    for (name, row, column), text in written.items():
        assert text.casefold() in said, (name, row, column, text)


@pytest.mark.parametrize("way", [("xlsx",), ("ods", "xlsx")])
def test_libreoffice_saves_it_its_own_way(run: Run, tmp_path: Path, way: tuple[str, ...]) -> None:
    book = opened(run)
    fill(book)
    path = tmp_path / "isi.xlsx"
    path.write_bytes(saved(book))
    for number, kind in enumerate(way):
        path = converted(path, kind, tmp_path / str(number))
    assert same(read_answers(path.read_bytes(), "isi.xlsx", run))


def test_an_opendocument_sheet_of_libreoffice_says_what_to_do(run: Run, tmp_path: Path) -> None:
    (tmp_path / "isi.xlsx").write_bytes(lke.render(run))
    path = converted(tmp_path / "isi.xlsx", "ods", tmp_path / "ods")
    with pytest.raises(ImportRefused, match="OpenDocument"):
        read_answers(path.read_bytes(), "isi.ods", run)


def test_rows_in_any_order_say_the_same(run: Run) -> None:
    book = opened(run)
    fill(book)
    order = random.Random(7)
    reorder(book["Temuan"], 5, 21, lambda _: order.random())
    assert same(back(book, run))
    assert lke_sheet.HEADER_ROW == 4
