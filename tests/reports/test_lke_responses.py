"""What is written of findings, in working papers and in the sign-off comes back and stands in the next workbook."""

from __future__ import annotations

import datetime
import io
import json
from typing import Any

import jsonschema
import pytest
from docx import Document
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from saksama.checker import answers
from saksama.checker.answers import Isian, Jawaban, from_json, mark, to_json
from saksama.checker.final import settle
from saksama.checker.isian import IsianTemuan, Pengesahan
from saksama.checker.run import BerkasRun, Run
from saksama.reports import filled, kke_sheets, lhe, lke, lke_findings, lke_summary, perbaikan, words
from saksama.reports.lke_import import read_answers


def workbook(run: Run) -> Workbook:
    return load_workbook(io.BytesIO(lke.render(run)))


def taken(book: Workbook, run: Run) -> Jawaban:
    buffer = io.BytesIO()
    book.save(buffer)
    return read_answers(buffer.getvalue(), "isi.xlsx", run).jawaban


def write(book: Workbook, sidik: str, **texts: str) -> None:
    sheet = book[lke_findings.NAME]
    row = next(row for row in range(5, sheet.max_row + 1) if sheet.cell(row, lke_findings.SIDIK).value == sidik)
    for field, text in texts.items():
        sheet.cell(row, lke_findings.ANSWERS[field]).value = text


def carried(run: Run, given: Jawaban) -> Run:
    """The run as a check with these answers gives it."""
    hasil, isian = mark(run.hasil, given)
    return replace(run, hasil=hasil, isian=isian)


def told(run: Run, name: str) -> list[list[Any]]:
    return [list(row) for row in workbook(run)[name].iter_rows(values_only=True)]


def test_responses_go_by_finding_and_stand_in_the_next_workbook(run: Run) -> None:
    book = workbook(run)
    write(book, "pk7", tanggapan="Sudah ditandatangani 3 Januari.", keputusan="tetap")
    write(book, "lkj21", keputusan="GUGUR", alasan="Narasi menyebut triwulan.")
    given = taken(book, run)
    assert given.temuan["pk7"] == IsianTemuan(
        "Sudah ditandatangani 3 Januari.", "tetap", None,
        "PK-007", "PK Camat.docx", "Tanggal penandatanganan belum diisi.",
    )  # fmt: skip
    assert from_json(to_json(given)) == given
    jsonschema.validate(json.loads(to_json(given)), answers.schema())
    again = carried(run, given)
    rows = {row[lke_findings.SIDIK - 1]: row for row in told(again, "Temuan")}
    assert rows["pk7"][lke_findings.TANGGAPAN - 1 :][:3] == ["Sudah ditandatangani 3 Januari.", "Tetap", None]
    assert rows["lkj21"][lke_findings.TITLES.index("Pengecualian")] == "Digugurkan evaluator: Narasi menyebut triwulan."
    assert taken(workbook(again), again).temuan == given.temuan


def test_a_dropped_finding_weighs_nothing_and_stays_in_sight(run: Run) -> None:
    given = Jawaban("x", {}, temuan={"lkj21": IsianTemuan(keputusan="gugur", alasan="Salah baca.")})
    again = carried(run, given)
    dropped = {temuan.sidik: temuan for _, temuan in again.findings()}["lkj21"]
    assert dropped.pengecualian is not None
    assert words.accepted(dropped.pengecualian) == "Digugurkan evaluator: Salah baca."
    assert "Narasi menyebut" not in perbaikan.render(again).decode()


def test_the_unit_sees_its_response_and_the_decision_beside_the_repair(run: Run) -> None:
    given = Jawaban("x", {}, temuan={"pk7": IsianTemuan("Menunggu pejabat baru.", "tetap", "Tanggal wajib ada.")})
    page = perbaikan.render(carried(run, given)).decode()
    assert "<b>Tanggapan unit.</b> Menunggu pejabat baru." in page
    assert "<b>Keputusan evaluator.</b> Tetap: Tanggal wajib ada." in page


def test_a_finding_is_dropped_only_with_a_reason(run: Run) -> None:
    book = workbook(run)
    write(book, "pk7", keputusan="Gugur")
    write(book, "pk12", keputusan="Ditolak")
    with pytest.raises(filled.ImportRefused) as caught:
        taken(book, run)
    assert caught.value.problems == [
        "lembar Temuan sel J7: keputusan “Ditolak” tidak dikenal; pilih Tetap, Gugur.",
        "lembar Temuan sel K10: temuan digugurkan tanpa alasan; isi alasannya.",
    ]
    assert run.lke is not None
    bare = Jawaban(run.lke.kerangka, {}, temuan={"pk7": IsianTemuan(keputusan="gugur")})
    assert list(answers.problems(bare, run.lke)) == ["temuan pk7 digugurkan tanpa alasan."]


def test_a_response_outlives_its_finding(run: Run) -> None:
    written = IsianTemuan("Sudah diperbaiki.", None, None, "PK-013", "PK.docx", "Target tanpa satuan.")
    again = carried(run, Jawaban("x", {}, temuan={"lama": written}))
    below = [row for row in told(again, "Temuan") if row[lke_findings.SIDIK - 1] == "lama"]
    assert below[0][lke_findings.TITLES.index("Temuan")] == "Target tanpa satuan."
    assert taken(workbook(again), again).temuan == {"lama": written}


def test_a_sheet_that_was_taken_out_takes_no_response_with_it(run: Run) -> None:
    given = Jawaban(
        "x", {}, temuan={"pk7": IsianTemuan("Ya.", "tetap")}, pengesahan={"panel": Pengesahan("Nama Panel")}
    )
    again = carried(run, given)
    book = workbook(again)
    del book["Temuan"]
    back = taken(book, again)
    assert back.temuan["pk7"].tanggapan == "Ya."
    assert back.pengesahan == given.pengesahan


def test_who_signs_and_when_is_carried_on(run: Run) -> None:
    book = workbook(run)
    sheet = book[lke_summary.NAME]
    rows = {sheet.cell(row, 2).value: row for row in range(1, sheet.max_row + 1)}
    sheet.cell(rows[words.PENANDA["ketua_tim"]], 3).value = "Nama Ketua\nNIP 198001012005011001"
    sheet.cell(rows[words.PENANDA["ketua_tim"]], 6).value = datetime.datetime(2025, 3, 10)
    given = taken(book, run)
    assert given.pengesahan == {"ketua_tim": Pengesahan("Nama Ketua\nNIP 198001012005011001", "10 Maret 2025")}
    again = carried(run, given)
    assert taken(workbook(again), again).pengesahan == given.pengesahan


def test_notes_in_working_papers_are_carried_on_and_outlive_their_row(run: Run) -> None:
    aims = [{"indikator": "Indeks Kepuasan", "target": "84"}, {"indikator": "Nilai SAKIP", "target": "B"}]
    record = {"jenis": "perjanjian_kinerja", "tahun": 2024, "tingkat": "kepala_pd", "sasaran": aims}
    files = (BerkasRun("pk.docx", "0", "perjanjian_kinerja", "tinggi", "docx", rekaman=(record,)),)
    before = replace(run, berkas=files)
    book = workbook(before)
    book["KKE SMART-C"]["H5"] = "Rumusnya belum ada"
    given = taken(book, before)
    assert given.kertas_kerja == {kke_sheets.SMART: {"Indeks Kepuasan": "Rumusnya belum ada"}}
    assert taken(workbook(carried(before, given)), carried(before, given)).kertas_kerja == given.kertas_kerja
    without = carried(replace(run, berkas=()), given)
    assert ["Indeks Kepuasan", *[None] * 6, "Rumusnya belum ada"] in told(without, "KKE SMART-C")
    assert taken(workbook(without), without).kertas_kerja == given.kertas_kerja


def paragraphs(run: Run) -> list[str]:
    document = Document(io.BytesIO(lhe.render(run)))
    rows = [" | ".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
    return [*(p.text for p in document.paragraphs), *rows]


def answered(run: Run, **by_id: Isian) -> Run:
    assert run.lke is not None
    given = Jawaban(run.lke.kerangka, {key.lstrip("_").replace("_", "."): one for key, one in by_id.items()})
    return replace(run, lke=settle(answers.apply(run.lke, given)))


def test_an_answer_of_yes_sets_the_finding_aside_and_says_so(run: Run) -> None:
    yes = answered(run, _3_b_2=Isian("ya", "Narasi menyebut triwulan III."))
    text = "\n".join(paragraphs(yes))
    assert "narasi menyebut 92,10 %" in "\n".join(paragraphs(run))
    assert "narasi menyebut 92,10 %" not in text
    assert "jawaban evaluator, mengesampingkan temuan LKJ-021 (Narasi menyebut triwulan III.)" in text


def test_a_finding_let_stand_is_told_beside_an_answer_of_yes(run: Run) -> None:
    kept = carried(run, Jawaban("x", {}, temuan={"lkj21": IsianTemuan("Tidak sependapat.", "tetap", "Tabel benar.")}))
    told = paragraphs(answered(kept, _3_b_2=Isian("ya", "Selebihnya sesuai.")))
    weak = next(text for text in told if text.startswith("1.") and "92,10" in text)
    assert "tanggapan unit: “Tidak sependapat.”, keputusan evaluator: Tetap: Tabel benar." in weak


def test_a_minor_finding_stays_a_note_beside_an_answer_of_yes(run: Run) -> None:
    text = "\n".join(paragraphs(answered(run, _1_b_1=Isian("ya", "Sudah lengkap."))))
    assert "NIP terdiri atas 17 angka" in text
    assert "Tanggal penandatanganan belum diisi" not in text


def test_an_answer_of_no_without_finding_is_told_by_its_criterion(run: Run) -> None:
    text = "\n".join(paragraphs(answered(run, _1_a_3=Isian("tidak"))))
    assert "Kriteria “Dokumen perencanaan kinerja telah memenuhi ukuran nomor 1.a.3 sebagaimana mestinya” belum" in text
    assert "kriteria 1.a.3; untuk catatan" in text


def test_the_report_lists_responses_and_those_who_sign(run: Run) -> None:
    gone = IsianTemuan("Sudah.", None, None, "PK-013", "PK.docx", "Target tanpa satuan.")
    written = {"pk7": IsianTemuan("Sependapat."), "lama": gone}
    signed = {"ketua_tim": Pengesahan("Nama Ketua", "10 Maret 2025"), "panel": Pengesahan("Nama Panel")}
    told = paragraphs(carried(run, Jawaban("x", {}, temuan=written, pengesahan=signed)))
    assert any(
        "Tanggal penandatanganan belum diisi." in text and text.endswith("| Sependapat. | belum diputuskan")
        for text in told
    )
    assert any("Target tanpa satuan. [PK-013; PK.docx; tidak ditemukan lagi] | Sudah. | –" in text for text in told)
    assert any("Panel,\n" in text and "Nama Panel | \n10 Maret 2025\nKetua Tim," in text for text in told)
    assert not any("LAMPIRAN" in text for text in paragraphs(run))
