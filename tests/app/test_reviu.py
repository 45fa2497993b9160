"""The reviewer's form on the command line: brought back, carried on beside the evaluator's answers."""

from __future__ import annotations

import json
from pathlib import Path

from openpyxl import load_workbook

from saksama.reports import reviu_sheet
from tests.app.test_lke import checked, fill

__all__ = ["checked"]


def answer(source: Path, target: Path, row: int, text: str, note: str | None = None) -> Path:
    """The form with one statement answered; row: its place among the lines below the header."""
    book = load_workbook(source)
    sheet = book[reviu_sheet.NAME]
    sheet.cell(row=reviu_sheet.HEADER_ROW + 1 + row, column=reviu_sheet.JAWABAN).value = text
    sheet.cell(row=reviu_sheet.HEADER_ROW + 1 + row, column=reviu_sheet.CATATAN).value = note
    book.save(target)
    return target


def test_reviewer_and_evaluator_answer_apart(saksama, folder, checked):
    saksama("laporan", checked, "--format", "reviu-xlsx", "--hasil", "formulir")
    form = answer(Path("formulir/reviu.xlsx"), Path("terisi.xlsx"), 1, "Tidak", "Belum memuat jumlah pegawai.")
    saksama("lke", "impor", fill(checked / "lke.xlsx", Path("isi.xlsx"), _1_a="BB"), checked)
    done = saksama("reviu", "impor", form, checked)
    assert done.code == 0, done.err
    assert "1 pernyataan dengan isian ditulis ke" in done.out
    answers = checked / "jawaban-2.json"
    assert json.loads(answers.read_text("utf-8"))["reviu"] == {
        "I.1": {"jawaban": "tidak", "catatan": "Belum memuat jumlah pegawai."}
    }
    again = saksama(
        *("periksa", folder, "--hasil", "lagi"), *("--jawaban", checked / "jawaban.json", "--jawaban", answers)
    )
    assert again.code in (0, 1), again.err
    run = json.loads(Path("lagi/run.json").read_text("utf-8"))
    assert run["reviu"][0]["jawaban_pereviu"] == "tidak"
    assert run["lke"]["komponen"][0]["subkomponen"][0]["jawaban"] == "BB"
    saksama("laporan", "lagi", "--format", "reviu-xlsx", "--hasil", "formulir-2")
    assert saksama("reviu", "impor", "formulir-2/reviu.xlsx", "lagi").code == 0
    kept = json.loads(Path("lagi/jawaban.json").read_text("utf-8"))
    assert kept["reviu"]["I.1"]["catatan"] == "Belum memuat jumlah pegawai."
    assert kept["jawaban"]["1.a"]["jawaban"] == "BB"


def test_files_that_answer_one_thing_differently_are_refused(saksama, folder, checked):
    for number, text in enumerate(("Ya", "Tidak")):
        saksama("laporan", checked, "--format", "reviu-xlsx", "--hasil", f"formulir-{number}")
        form = answer(Path(f"formulir-{number}/reviu.xlsx"), Path(f"isi-{number}.xlsx"), 1, text, "Dilihat.")
        assert saksama("reviu", "impor", form, checked, "--hasil", f"jawaban-{number}.json").code == 0
    done = saksama("periksa", folder, "--jawaban", "jawaban-0.json", "--jawaban", "jawaban-1.json", "--hasil", "lagi")
    assert done.code == 2
    assert "jawaban I.1 berbeda dari berkas jawaban sebelumnya" in done.err


def test_an_empty_form_and_an_unknown_statement_are_told(saksama, folder, checked):
    done = saksama("reviu", "impor", checked / "reviu.docx", checked)
    assert done.code == 2
    assert "tidak ada jawaban atau catatan pereviu" in done.err
    wrong = {"skema": "saksama/jawaban/1", "kerangka": "permenpan-88-2021-unit", "jawaban": {}}
    Path("salah.json").write_text(json.dumps({**wrong, "reviu": {"IX.1": {"jawaban": "ya"}}}), encoding="utf-8")
    done = saksama("periksa", folder, "--jawaban", "salah.json", "--hasil", "lagi")
    assert done.code == 2
    assert "“IX.1” bukan pernyataan pada formulir reviu" in done.err
