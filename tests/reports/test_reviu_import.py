"""A filled review form comes back: answers by statement, and every other change refused by name."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from saksama.checker.answers import Isian, Jawaban, apply
from saksama.checker.carried import merge
from saksama.checker.checklist import problems, review
from saksama.checker.isian import IsianReviu
from saksama.checker.run import Run
from saksama.reports import lke_import, pernyataan_reviu, reviu, reviu_sheet
from saksama.reports.filled import ImportRefused
from saksama.reports.reviu_import import read_answers
from tests.reports.test_lke_import import filled, saved


def workbook(run: Run, **answers: tuple[str, str]) -> Workbook:
    """The form of a run with (jawaban, catatan) by id, dots as underscores."""
    book = load_workbook(io.BytesIO(reviu_sheet.render(run)))
    places = reviu_sheet.rows(run.reviu)
    for key, texts in answers.items():
        for column, text in zip(reviu_sheet.ANSWERS.values(), texts, strict=True):
            book[reviu_sheet.NAME].cell(row=places[key.replace("_", ".")], column=column).value = text or None
    return book


def ids(run: Run) -> tuple[str, str, str]:
    """A statement proposed as Ya, one as Tidak, one as Perlu telaah."""
    first = {butir.jawaban: butir.id for butir in reversed(run.reviu)}
    return first["ya"], first["tidak"], first["perlu_telaah"]


def refused(data: bytes, run: Run) -> list[str]:
    with pytest.raises(ImportRefused) as caught:
        read_answers(data, "reviu-terisi", run)
    return caught.value.problems


def key(id_: str) -> str:
    return id_.replace(".", "_")


def test_answers_and_notes_come_by_statement(run: Run) -> None:
    met, unmet, open_ = ids(run)
    book = workbook(
        run, **{key(met): ("tidak.", "Tabel 3 keliru"), key(unmet): ("", "Lihat Bab III"), key(open_): ("Ya", "")}
    )
    taken = read_answers(saved(book), "isi.xlsx", run)
    assert taken.reviu == {
        met: IsianReviu("tidak", "Tabel 3 keliru"),
        unmet: IsianReviu(catatan="Lihat Bab III"),
        open_: IsianReviu("ya"),
    }
    assert (taken.unit, taken.tahun, taken.sumber and taken.sumber.berkas) == (run.unit, run.tahun, "isi.xlsx")


def test_they_come_back_the_same_from_the_next_form(run: Run) -> None:
    met, _, open_ = ids(run)
    book = workbook(run, **{key(met): ("Tidak", "Tabel 3 keliru"), key(open_): ("Perlu telaah", "")})
    taken = read_answers(saved(book), "isi.xlsx", run)
    again = replace(run, reviu=review(run.reviu, taken.reviu))
    assert read_answers(reviu_sheet.render(again), "isi.xlsx", again).reviu == taken.reviu
    marked = {key: given for key, given in taken.reviu.items() if given.jawaban}
    assert read_answers(reviu.render(again), "isi.docx", again).reviu == marked


def test_one_form_does_not_lose_what_the_other_brought(run: Run) -> None:
    assert run.lke is not None
    met, *_ = ids(run)
    graded = replace(run, lke=apply(run.lke, Jawaban(run.lke.kerangka, {"1.a": Isian("BB", "Lengkap")})))
    taken = read_answers(saved(workbook(graded, **{key(met): ("Tidak", "x")})), "isi.xlsx", graded)
    assert taken.jawaban == {"1.a": Isian("BB", "Lengkap")}
    reviewed = replace(run, reviu=review(run.reviu, taken.reviu))
    back = lke_import.read_answers(saved(filled(reviewed, _1_a=("A",))), "isi.xlsx", reviewed)
    assert back.jawaban.reviu == taken.reviu


def test_files_of_answers_join_but_never_overrule_each_other() -> None:
    graded = Jawaban("k", {"1.a": Isian("BB")}, "Kecamatan Mekarsari", 2024)
    reviewed = Jawaban("k", {}, reviu={"I.1": IsianReviu("ya")})
    whole, differing = merge(reviewed, graded)
    assert (whole.jawaban, whole.reviu, whole.unit, differing) == (graded.jawaban, reviewed.reviu, graded.unit, ())
    assert merge(whole, Jawaban("k", {"1.a": Isian("B")}))[1] == ("1.a",)


def test_changed_cells_are_refused_by_name(run: Run) -> None:
    book = workbook(run)
    book[reviu_sheet.NAME]["B7"] = "Pernyataan lain"
    book[reviu_sheet.NAME]["C9"] = "Ya"
    told = refused(saved(book), run)
    assert [text.split(" diubah")[0] for text in told] == ["lembar Reviu sel B7", "lembar Reviu sel C9"]


def test_unknown_answers_and_formulas_are_named_with_their_cell(run: Run) -> None:
    book = workbook(run, I_1=("mungkin", "=1+1"))
    assert refused(saved(book), run) == [
        "lembar Reviu sel D7: jawaban “mungkin” tidak dikenal; pilih Ya, Tidak, Perlu telaah.",
        "lembar Reviu sel I7: berisi rumus; tulis isinya.",
    ]


def test_names_may_be_written_under_the_form(run: Run) -> None:
    book = workbook(run, I_1=("Ya", ""))
    sheet = book[reviu_sheet.NAME]
    line = next(row[0].row for row in sheet.iter_rows(min_col=8, max_col=8) if row[0].value == "Pereviu,")
    sheet.cell(row=line + 5, column=8).value = "(Nama Pereviu, S.E.)"
    assert read_answers(saved(book), "isi.xlsx", run).reviu == {"I.1": IsianReviu("ya")}


def test_another_form_is_told_from_this_one(run: Run) -> None:
    assert "saksama lke impor" in refused(saved(filled(run)), run)[0]
    with pytest.raises(ImportRefused, match="saksama reviu impor"):
        lke_import.read_answers(saved(workbook(run)), "isi.xlsx", run)
    assert "bukan buku kerja" in refused(b"PK", run)[0]


def document(run: Run) -> Document:
    return docx.Document(io.BytesIO(reviu.render(run)))


def stored(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def cells(document: Document, run: Run, id_: str) -> list:
    """The cells of a statement, told by its wording."""
    text = next(butir.teks for butir in run.reviu if butir.id == id_)
    return list(next(row.cells for row in document.tables[0].rows if row.cells[1].text == text))


def test_a_moved_mark_and_a_note_come_from_the_document(run: Run) -> None:
    met, unmet, open_ = ids(run)
    form = document(run)
    cells(form, run, open_)[4].text, cells(form, run, open_)[2].text = "", "v"
    cells(form, run, unmet)[6].text = "Sudah dibicarakan"
    assert read_answers(stored(form), "isi.docx", run).reviu == {
        unmet: IsianReviu(catatan="Sudah dibicarakan"),
        open_: IsianReviu("ya"),
    }
    assert met not in read_answers(stored(form), "isi.docx", run).reviu


def test_two_marks_and_changed_wordings_are_refused(run: Run) -> None:
    met, unmet, _ = ids(run)
    form = document(run)
    cells(form, run, met)[3].text = "✓"
    cells(form, run, unmet)[5].text = "Tidak ada temuan."
    told = refused(stored(form), run)
    assert "kolom Alasan dan tempat diubah dari" in told[0]
    assert told[1] == f"pernyataan {met}: beri satu tanda pada Ya, Tidak, Perlu telaah."
    form.tables[0]._tbl.remove(form.tables[0].rows[-1]._tr)
    assert "baris, seharusnya" in refused(stored(form), run)[0]
    assert "tabel check list tidak ditemukan" in refused(stored(docx.Document()), run)[0]


def test_a_run_without_a_form_gives_no_answers(run: Run, make_run: Callable[..., Run]) -> None:
    assert "tidak memuat formulir reviu" in refused(saved(workbook(run)), replace(run, reviu=()))[0]


def test_papers_count_what_the_reviewer_answered(run: Run) -> None:
    met, unmet, open_ = ids(run)
    given = {
        met: IsianReviu("tidak", "Tabel 3 belum memuat satuan"),
        unmet: IsianReviu("ya", "Sudah dibetulkan"),
        open_: IsianReviu("tidak"),
    }
    again = replace(run, reviu=review(run.reviu, given))
    form = document(again)
    assert "Jumlah pernyataan 23: ya 1, tidak 2, perlu telaah 20." in [p.text for p in form.paragraphs]
    row = cells(form, again, met)
    assert [cell.text for cell in row[2:5]] == ["", reviu.MARK, ""]
    assert row[5].text.startswith("Dijawab pereviu; usulan dari berkas: Ya.")
    assert row[6].text == "Tabel 3 belum memuat satuan"
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(pernyataan_reviu.render(again))).paragraphs)
    assert "Tabel 3 belum memuat satuan. [catatan pereviu]" in text
    assert "Narasi menyebut" not in text
    assert "(diisi pereviu: koreksi yang diminta)" in text
    assert list(problems(again.reviu)) == [f"Formulir reviu: jawaban berbeda dari usulan tanpa catatan pada {open_}."]


@pytest.mark.parametrize(("ending", "render"), [("docx", reviu.render), ("xlsx", reviu_sheet.render)])
def test_libreoffice_keeps_what_the_form_says(run: Run, tmp_path: Path, ending: str, render) -> None:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice tidak terpasang")
    given = {run.reviu[0].id: IsianReviu("ya", "Dilihat\nbaris kedua"), run.reviu[-1].id: IsianReviu("tidak", "Belum")}
    answered = replace(run, reviu=review(run.reviu, given))
    path = tmp_path / f"isi.{ending}"
    path.write_bytes(render(answered))
    home = f"-env:UserInstallation=file://{tmp_path}/profil"
    command = [program, home, "--headless", "--convert-to", ending, "--outdir", str(tmp_path / "lo"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert read_answers((tmp_path / "lo" / path.name).read_bytes(), path.name, answered).reviu == given
