"""A filled workbook comes back: answers by id, and every other change refused by name."""

from __future__ import annotations

import datetime
import io
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from saksama.checker.answers import Isian, Jawaban, apply, schema, to_json
from saksama.checker.final import settle
from saksama.checker.run import Run
from saksama.reports import formats, lke, lke_import, lke_sheet
from saksama.reports.celltext import same_value, typed
from saksama.reports.filled import ImportRefused

SCHEMA = Path(formats.__file__).parent / "schema" / "jawaban.schema.json"


def read_answers(data: bytes, name: str, run: Run) -> Jawaban:
    return lke_import.read_answers(data, name, run).jawaban


def saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def filled(run: Run, **by_id: tuple[str, ...]) -> Workbook:
    """The workbook of a run with (jawaban, alasan, catatan) by id, dots as underscores."""
    book = load_workbook(io.BytesIO(lke.render(run)))
    sheet = book["LKE"]
    rows = {str(sheet.cell(row=n, column=1).value): n for n in range(lke_sheet.HEADER_ROW + 1, sheet.max_row + 1)}
    for key, texts in by_id.items():
        for column, text in zip(lke_sheet.ANSWERS.values(), texts, strict=False):
            sheet.cell(row=rows[key.lstrip("_").replace("_", ".")], column=column).value = text or None
    return book


def refused(book: Workbook, run: Run) -> list[str]:
    with pytest.raises(ImportRefused) as caught:
        read_answers(saved(book), "isi.xlsx", run)
    return caught.value.problems


def test_answers_reasons_and_notes_come_by_id(run: Run) -> None:
    book = filled(run, _1_a_1=("Ya", "Dilihat", "Perbup 12/2024"), _1_a=("bb", "", ""), _2_a_1=("", "", "Wawancara"))
    taken = read_answers(saved(book), "isi.xlsx", run)
    assert taken.jawaban == {
        "1.a": Isian("BB"),
        "1.a.1": Isian("ya", "Dilihat", "Perbup 12/2024"),
        "2.a.1": Isian(catatan="Wawancara"),
    }
    assert (taken.unit, taken.tahun) == (run.unit, run.tahun)
    jsonschema.validate(json.loads(to_json(taken)), json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_the_shipped_schema_is_current() -> None:
    expected = json.dumps(schema(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    assert SCHEMA.read_text(encoding="utf-8") == expected, "tulis ulang reports/schema/jawaban.schema.json"


def test_a_second_workbook_is_filled_with_the_answers_and_comes_back_the_same(run: Run) -> None:
    assert run.lke is not None
    taken = read_answers(saved(filled(run, _1_a_1=("Tidak", "Tidak ada"), _3_c=("C",))), "isi.xlsx", run)
    again = replace(run, lke=settle(apply(run.lke, taken)))
    assert read_answers(lke.render(again), "isi.xlsx", again).jawaban == taken.jawaban


def test_changed_cells_are_refused_by_name(run: Run) -> None:
    book = filled(run, _1_a=("BB",))
    book["LKE"]["C6"] = 99
    book["LKE"]["K6"] = 5
    book["Ringkasan"]["C9"] = 31
    told = refused(book, run)
    assert [text.split(" diubah")[0] for text in told] == [
        "lembar Ringkasan sel C9",
        "lembar LKE sel C6",
        "lembar LKE sel K6",
    ]
    assert "“99”" in told[1]


def test_malformed_answers_are_named_with_their_cell(run: Run) -> None:
    told = refused(filled(run, _1_a=("Baik",), _1_a_1=("mungkin",), _1_a_2=("=1+1",)), run)
    assert told == [
        "lembar LKE sel F6: jawaban “Baik” tidak dikenal; pilih AA, A, BB, B, CC, C, D, E.",
        "lembar LKE sel F7: jawaban “mungkin” tidak dikenal; pilih Ya, Tidak.",
        "lembar LKE sel F8: berisi rumus; tulis isinya.",
    ]


def test_an_answer_on_a_component_is_a_changed_cell(run: Run) -> None:
    book = filled(run)
    book["LKE"]["F5"] = "A"
    assert refused(book, run)[0].startswith("lembar LKE sel F5 diubah dari kosong")


def test_a_workbook_of_another_run_is_told_as_such(run: Run, make_run: Callable[..., Run]) -> None:
    assert "pemeriksaan lain" in refused(filled(make_run(hasil=[])), run)[0]


def test_a_file_that_is_no_workbook_is_refused(run: Run) -> None:
    with pytest.raises(ImportRefused, match="bukan buku kerja"):
        read_answers(b"PK", "isi.xlsx", run)
    with pytest.raises(ImportRefused, match="lembar LKE tidak ada"):
        read_answers(saved(Workbook()), "isi.xlsx", run)


def test_sheets_of_the_evaluators_own_do_not_matter(run: Run) -> None:
    book = filled(run, _1_a=("BB",))
    book.create_sheet("Catatan saya")["A1"] = "apa saja"
    del book["Aturan"]
    assert read_answers(saved(book), "isi.xlsx", run).jawaban == {"1.a": Isian("BB")}


def test_libreoffice_writes_formulas_its_own_way(run: Run, tmp_path: Path) -> None:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice tidak terpasang")
    (tmp_path / "isi.xlsx").write_bytes(saved(filled(run, _1_a=("BB", "Lengkap\nbaris kedua"))))
    home = f"-env:UserInstallation=file://{tmp_path}/profil"
    command = [
        program,
        home,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(tmp_path / "lo"),
        str(tmp_path / "isi.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    taken = read_answers((tmp_path / "lo" / "isi.xlsx").read_bytes(), "isi.xlsx", run)
    assert taken.jawaban == {"1.a": Isian("BB", "Lengkap\nbaris kedua")}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (84.5, "84,5"), (84.0, "84"), (3, "3"), (datetime.datetime(2025, 3, 10), "10 Maret 2025"), ("  ", None),
        ("a_x000D_\nb ", "a\nb"), (None, None),
    ],
)  # fmt: skip
def test_what_was_typed_is_kept_as_people_read_it(value: object, text: str | None) -> None:
    assert typed(value) == text


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ('=IF(A1="",6.30,ROUND(C1,2))', '=IF(A1="",6.3,ROUND(C1,2))', True),
        ("=VLOOKUP(A1,$K$9,2,FALSE)", "=VLOOKUP(A1,K9,2,FALSE())", True),
        ('=IF(A1="",10,B1)', '=IF(A1="",1,B1)', False),
        ("=ROUND(H6,2)", "5", False),
        (30, 30.0, True),
        ("dua  kata", "dua kata", True),
        (None, "", True),
    ],
)
def test_what_counts_as_the_same(before: object, after: object, same: bool) -> None:
    assert same_value(before, after) is same


def test_the_units_responses_come_back_and_stand_in_the_next_workbook(run: Run) -> None:
    assert run.lke is not None
    text = "Target sudah diubah.\nLihat PK perubahan."
    book = filled(run, _1_a_1=("", "", "", text), _2_a=("B", "", "Belum dipakai", "Sependapat"))
    taken = read_answers(saved(book), "isi.xlsx", run)
    assert taken.jawaban == {
        "1.a.1": Isian(tanggapan=text),
        "2.a": Isian("B", catatan="Belum dipakai", tanggapan="Sependapat"),
    }
    jsonschema.validate(json.loads(to_json(taken)), json.loads(SCHEMA.read_text(encoding="utf-8")))
    again = replace(run, lke=settle(apply(run.lke, taken)))
    sheet = load_workbook(io.BytesIO(lke.render(again)))["LKE"]
    told = {row[0].value: row[lke_sheet.TANGGAPAN - 1].value for row in sheet.iter_rows(min_row=5)}
    assert {key: value for key, value in told.items() if value} == {"1.a.1": text, "2.a": "Sependapat"}
    assert sheet.cell(row=lke_sheet.HEADER_ROW, column=lke_sheet.TANGGAPAN).value == "Tanggapan Unit"
