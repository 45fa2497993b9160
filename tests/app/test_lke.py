"""The evaluator's papers on the command line: linted, taken back, carried on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from saksama.reports import lke_findings, lke_sheet

PARTS = [
    ("1", "Perencanaan Kinerja", "30,00", "19,50"),
    ("2", "Pengukuran Kinerja", "30,00", "18,60"),
    ("3", "Pelaporan Kinerja", "15,00", "10,50"),
    ("4", "Evaluasi Akuntabilitas Kinerja Internal", "25,00", "16,25"),
]


@pytest.fixture
def worksheet(tmp_path):
    """A worksheet that wasn't made here, with its total and grade."""

    def make(total: str = "64,85", grade: str = "B") -> Path:
        book = Workbook()
        sheet = book.active
        for row in [
            ["LEMBAR KERJA EVALUASI AKUNTABILITAS KINERJA"],
            ["KECAMATAN MEKARSARI"],
            ["TAHUN 2024"],
            ["No", "Komponen/Sub Komponen", "Bobot", "Nilai"],
            *PARTS,
            ["", "Nilai Akuntabilitas Kinerja", "100,00", total],
            ["", "Predikat", "", grade],
        ]:
            sheet.append(row)
        path = tmp_path / "lke-inspektorat.xlsx"
        book.save(path)
        return path

    return make


def test_a_sound_worksheet_is_clean(saksama, worksheet):
    done = saksama("lke", "uji", worksheet())
    assert done.code == 0
    assert "TIDAK ADA TEMUAN" in done.out
    assert "LHE-001" not in done.out


def test_a_wrong_total_and_grade_are_told(saksama, worksheet):
    done = saksama("lke", "uji", worksheet("64,58", "BB"))
    assert done.code == 1
    assert "seharusnya 64,85" in " ".join(done.out.split())
    assert "berpredikat B (Baik), tertulis BB" in " ".join(done.out.split())


def test_the_outcomes_as_json(saksama, worksheet):
    done = saksama("lke", "uji", worksheet("64,58"), "--format", "json", "--gagal-jika", "kritis")
    assert done.code == 1
    assert {item["aturan"] for item in done.run["hasil"]} == {
        *(f"LKE-00{n}" for n in range(1, 8)),
        *(f"LHE-00{n}" for n in range(1, 4)),
    }
    assert done.run["lke"] is None


def test_what_is_no_paper_of_an_evaluator_is_refused(saksama, tmp_path):
    path = tmp_path / "surat.txt"
    path.write_text("Undangan rapat koordinasi hari Senin.", encoding="utf-8")
    done = saksama("lke", "uji", path)
    assert done.code == 2
    assert "tidak dikenali sebagai LKE atau LHE" in done.err


def test_formulas_that_were_never_calculated_are_named_with_what_to_do(saksama, worksheet):
    done = saksama("lke", "uji", worksheet("=SUM(D5:D8)", '=IF(D9>60,"B","CC")'))
    told = " ".join(done.out.split())
    assert "Nilai akhir atau predikatnya tidak terbaca. Sebagian rumus pada berkas ini belum ada hasilnya" in told
    assert "buka dengan Excel atau LibreOffice, simpan, lalu uji lagi. [LKE-002]" in told
    assert "rumus belum dihitung di sel D9" in done.err
    assert "Terbaca dari lke-inspektorat.xlsx: 6 baris; yang berisi: bobot 5, jawaban 0, nilai 4, catatan 0." in told


@pytest.fixture
def checked(saksama, folder):
    """The results of checking a submission."""
    saksama("periksa", folder, "--hasil", "hasil")
    return Path("hasil")


def fill(source: Path, target: Path, **answers: str) -> Path:
    """The workbook with answers by id, dots as underscores."""
    book = load_workbook(source)
    sheet = book["LKE"]
    for row in range(lke_sheet.HEADER_ROW + 1, sheet.max_row + 1):
        key = "_" + str(sheet.cell(row=row, column=1).value).replace(".", "_")
        if key in answers:
            sheet.cell(row=row, column=lke_sheet.JAWABAN).value = answers[key]
            sheet.cell(row=row, column=lke_sheet.ALASAN).value = "Dilihat langsung."
    book.save(target)
    return target


def test_answers_go_round(saksama, folder, checked):
    book = fill(checked / "lke.xlsx", Path("isi.xlsx"), _1_a="BB", _1_a_2="Ya")
    before = (checked / "run.json").read_bytes(), book.read_bytes()
    done = saksama("lke", "impor", book, checked / "run.json")
    assert done.code == 0, done.err
    assert (checked / "run.json").read_bytes() == before[0]
    assert book.read_bytes() == before[1]
    answers = checked / "jawaban.json"
    assert json.loads(answers.read_text("utf-8"))["jawaban"]["1.a"] == {"jawaban": "BB", "alasan": "Dilihat langsung."}
    again = saksama("periksa", folder, "--jawaban", answers, "--hasil", "lagi")
    assert again.code in (0, 1)
    assert "Nilai akhir dengan jawaban evaluator" in again.out
    sub = json.loads(Path("lagi/run.json").read_text("utf-8"))["lke"]["komponen"][0]["subkomponen"][0]
    assert (sub["jawaban"], sub["akhir"], sub["kriteria"][1]["jawaban"]) == ("BB", "BB", "ya")
    assert sub["kriteria"][1]["usulan"] is None
    second = saksama("lke", "impor", Path("lagi/lke.xlsx"), Path("lagi/run.json"))
    assert second.code == 0, second.err
    assert (
        json.loads(Path("lagi/jawaban.json").read_text("utf-8"))["jawaban"]
        == json.loads(answers.read_text("utf-8"))["jawaban"]
    )


def test_responses_alone_are_taken_and_what_stays_behind_is_told(saksama, folder, checked):
    book = load_workbook(checked / "lke.xlsx")
    sheet = book["Temuan"]
    sheet.cell(lke_findings.HEADER_ROW + 1, lke_findings.TANGGAPAN).value = "Sedang diperbaiki."
    book.create_sheet("Coretan")["A1"] = "apa saja"
    book.save("isi.xlsx")
    done = saksama("lke", "impor", Path("isi.xlsx"), checked)
    assert done.code == 0, done.err
    assert "1 temuan dengan isian ditulis" in done.out
    assert "lembar “Coretan” bukan bagian dari LKE ini" in done.err
    saksama("periksa", folder, "--jawaban", checked / "jawaban.json", "--hasil", "lagi")
    told = load_workbook("lagi/lke.xlsx")["Temuan"]
    assert told.cell(lke_findings.HEADER_ROW + 1, lke_findings.TANGGAPAN).value == "Sedang diperbaiki."


def test_answers_are_never_overwritten(saksama, checked):
    book = fill(checked / "lke.xlsx", Path("isi.xlsx"), _1_a="BB")
    saksama("lke", "impor", book, checked / "run.json")
    first = (checked / "jawaban.json").read_bytes()
    assert saksama("lke", "impor", book, checked / "run.json").code == 0
    assert (checked / "jawaban.json").read_bytes() == first
    assert (checked / "jawaban-2.json").exists()
    assert saksama("lke", "impor", book, checked / "run.json", "--hasil", checked / "jawaban.json").code == 2


def test_a_changed_weight_stops_the_import(saksama, checked):
    book = load_workbook(checked / "lke.xlsx")
    book["LKE"]["C6"] = 60
    book.save("isi.xlsx")
    done = saksama("lke", "impor", Path("isi.xlsx"), checked / "run.json")
    assert done.code == 2
    assert "lembar LKE sel C6" in done.err
    assert not (checked / "jawaban.json").exists()


def test_answers_beside_the_documents_are_used(saksama, folder):
    taken = {"skema": "saksama/jawaban/1", "kerangka": "permenpan-88-2021-unit", "jawaban": {"1.a": {"jawaban": "C"}}}
    (folder / "jawaban.json").write_text(json.dumps(taken), encoding="utf-8")
    run = saksama("periksa", folder, "--format", "json").run
    assert run["lke"]["komponen"][0]["subkomponen"][0]["akhir"] == "C"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{}", "bukan berkas jawaban"),
        ('{"skema":"saksama/jawaban/1","kerangka":"kalaena-2023","jawaban":{}}', "kerangka kalaena-2023"),
        ('{"kerangka":"permenpan-88-2021-unit","jawaban":{"9.z":{}}}', "bukan kriteria"),
        ('{"kerangka":"permenpan-88-2021-unit","tahun":1999,"jawaban":{}}', "tahun 1999"),
    ],
)
def test_foreign_answers_stop_the_check(saksama, folder, tmp_path, content, why):
    path = tmp_path / "jawaban.json"
    path.write_text(content, encoding="utf-8")
    done = saksama("periksa", folder, "--tahun", "2024", "--jawaban", path)
    assert done.code == 2
    assert why in done.err


def test_a_contradiction_is_said_again_before_a_paper_goes_out(saksama, folder, checked):
    book = fill(checked / "lke.xlsx", Path("isi.xlsx"), _1_a="AA", _1_a_3="Tidak")
    done = saksama("lke", "impor", book, checked)
    assert "1.a bergradasi AA" in done.err
    saksama("periksa", folder, "--jawaban", checked / "jawaban.json", "--hasil", "lagi")
    assert "1.a bergradasi AA" in Path("lagi/ringkasan.txt").read_text(encoding="utf-8").replace("\n", " ")
    assert "1.a bergradasi AA" in saksama("laporan", "lagi/run.json", "--format", "lhe", "--hasil", "surat").err


def test_the_workbook_just_written_is_sound(saksama, checked):
    done = saksama("lke", "uji", checked / "lke.xlsx")
    assert done.code == 0, done.out
