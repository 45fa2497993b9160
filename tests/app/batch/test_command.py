"""`periksa --semua` as a user drives it: papers, states, exit codes, resuming, one bad unit among good ones."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from openpyxl import load_workbook

from saksama.parsers.held import hold
from saksama.parsers.resources import SAMPLES

PAPERS = {"run.json", "lke.xlsx", "reviu.docx", "lhe-draf.docx", "laporan.html", "perbaikan.html", "ringkasan.txt"}
RECAP = {"rekap.xlsx", "rekap.html", "ringkasan.txt", "semua.json"}


def shown(folder):
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")}


def index(folder):
    return {row["sumber"]: row for row in json.loads((folder / "semua.json").read_text("utf-8"))["unit"]}


@pytest.mark.processes
def test_every_unit_gets_the_papers_of_a_single_check(saksama, units):
    top = units("2024/Dinas A", "2024/Dinas B")
    done = saksama("periksa", "--semua", top, "--tanggal", "2025-03-10", "--profil", "kecamatan")
    assert done.code == 1
    results = Path("hasil-unit")
    assert shown(results) == RECAP | {"2024"}
    for name in ("Dinas A", "Dinas B"):
        assert shown(results / "2024" / name) == PAPERS | {"sidik.json"}
    options = ("--tahun", "2024", "--tanggal", "2025-03-10", "--profil", "kecamatan", "--hasil", "satu")
    saksama("periksa", top / "2024" / "Dinas A", *options)
    for paper in PAPERS:
        assert (Path("satu") / paper).read_bytes() == (results / "2024" / "Dinas A" / paper).read_bytes(), paper
    assert "2 unit: 2 diperiksa. 2 unit mempunyai temuan mayor atau lebih berat." in done.out
    assert "2024/Dinas A: Dinas A, tahun 2024" in done.err
    assert "[2/2] " in done.err


def test_one_bad_unit_stops_nothing(saksama, units):
    top = units("Dinas A", "Dinas B", "Dinas C")
    (top / "Dinas B" / "iku.docx").write_bytes(b"PK\3\4 rusak")
    (top / "Dinas C" / "berkas.yaml").write_text("tahn: 2024\n", encoding="utf-8")
    (top / "Dinas D").mkdir()
    (top / "Dinas E.zip").write_bytes(b"PK rusak")
    (top / "Dinas F" / "2023").mkdir(parents=True)
    (top / "Dinas F" / "2024").mkdir()
    (top / "Dinas F" / "renstra.txt").write_text("isi", encoding="utf-8")
    done = saksama("periksa", "--semua", top, "--hasil", "hasil")
    assert done.code == 2
    found = index(Path("hasil"))
    assert {source: row["keadaan"] for source, row in found.items()} == {
        "Dinas A": "selesai",
        **dict.fromkeys(("Dinas B", "Dinas C", "Dinas D", "Dinas E.zip", "Dinas F"), "gagal"),
    }
    assert "iku.docx: Berkas rusak" in found["Dinas B"]["alasan"]
    assert "berkas.yaml:1" in found["Dinas C"]["alasan"]
    assert found["Dinas D"]["alasan"].startswith("tidak ada berkas")
    assert found["Dinas E.zip"]["alasan"].startswith("arsip rusak")
    assert "2023, 2024" in found["Dinas F"]["alasan"]
    assert "6 unit: 1 diperiksa, 5 tidak dapat diperiksa" in done.out
    sheet = load_workbook("hasil/rekap.xlsx")["Nilai"]
    told = [cell.value for cell in sheet["A"] if cell.value]
    assert any(text.startswith("Peringatan: Dinas B tidak dapat diperiksa") for text in told)


def test_what_is_done_stays_done_and_what_changed_is_done_again(saksama, units, hashes):
    top = units("Dinas A", "Dinas B")
    arguments = ("periksa", "--semua", top)
    first = saksama(*arguments)
    before = hashes(Path("hasil-unit"))
    again = saksama(*arguments)
    assert again.code == first.code == 1
    assert "2 tidak berubah" in again.out
    after = hashes(Path("hasil-unit"))
    assert {k: v for k, v in after.items() if k != "semua.json"} == {
        k: v for k, v in before.items() if k != "semua.json"
    }
    (top / "Dinas B" / "berkas.yaml").write_text("unit: Dinas Bahari\n", encoding="utf-8")
    (Path("hasil-unit") / "Dinas A" / "lke.xlsx").unlink()
    assert saksama(*arguments).code == 1
    found = index(Path("hasil-unit"))
    assert found["Dinas B"]["hasil"] == "Dinas B-2"
    assert found["Dinas B"]["unit_dokumen"] == "Dinas Bahari"
    assert found["Dinas A"]["hasil"] == "Dinas A-2"
    kept = hashes(Path("hasil-unit") / "Dinas B")
    assert kept == {k.removeprefix("Dinas B/"): v for k, v in before.items() if k.startswith("Dinas B/")}
    assert saksama("rekap", "hasil-unit", "--ke", "rekap").code == 0
    rows = load_workbook("rekap/rekap.xlsx")["Nilai"].iter_rows(min_row=4, max_col=1, values_only=True)
    assert len([name for (name,) in rows if name and not name.startswith("Peringatan")]) == 2
    assert "2 diperiksa" in saksama(*arguments, "--tanggal", "2025-03-10").out
    assert index(Path("hasil-unit"))["Dinas A"]["hasil"] == "Dinas A-3"


@pytest.mark.processes
def test_killed_at_any_moment_and_taken_up_again(saksama, units):
    top = units(*(f"Dinas {letter}" for letter in "ABC"))
    command = [sys.executable, "-c", "from saksama.app.main import main; main()", "periksa", "--semua", str(top)]
    results = Path("hasil-unit")
    for wanted in (1, 2):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            limit = time.monotonic() + 60
            while len(list(results.glob("Dinas*"))) < wanted and time.monotonic() < limit:
                time.sleep(0.02)
            os.kill(process.pid, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
        for folder in results.glob("Dinas*"):
            assert shown(folder) == PAPERS | {"sidik.json"}
    before = {path: path.stat().st_mtime_ns for path in results.glob("Dinas*/run.json")}
    assert saksama("periksa", "--semua", top).code == 1
    assert all(path.stat().st_mtime_ns == time_ for path, time_ in before.items())
    assert {row["hasil"] for row in index(results).values()} == {f"Dinas {letter}" for letter in "ABC"}
    assert not (results / ".sementara").exists()


def test_killed_at_the_very_beginning(saksama, units):
    top = units("Dinas A")
    Path("hasil-unit").mkdir()
    Path("hasil-unit/.kunci").touch()
    Path("hasil-unit/.asal.0123abcd.sementara").touch()
    assert saksama("periksa", "--semua", top).code == 1
    assert index(Path("hasil-unit"))["Dinas A"]["hasil"] == "Dinas A"
    assert {path.name for path in Path().iterdir()} == {"hasil-unit"}


def test_last_year_in_the_same_tree_is_compared(saksama, tmp_path):
    top = tmp_path / "unit"
    for year in (2023, 2024):
        shutil.copytree(SAMPLES / "bermasalah", top / str(year) / "Kecamatan Mekarsari")
        notes = top / str(year) / "Kecamatan Mekarsari" / "berkas.yaml"
        text = notes.read_text("utf-8").replace("tahun: 2024", f"tahun: {year}")
        notes.write_text(text.replace("Kecamatan Mekarsari", f"Kecamatan Mekarsari {year}", 1), encoding="utf-8")
    assert saksama("periksa", "--semua", top, "--hasil", "hasil", "--profil", "kecamatan").code == 1
    rows = list(load_workbook("hasil/rekap.xlsx")["Nilai"].iter_rows(min_row=4, values_only=True))
    last = {row[1]: row[5] for row in rows if row[1]}
    values = {row[1]: row[2] for row in rows if row[1]}
    assert last == {2023: None, 2024: values[2023]}


def test_exit_codes(saksama, units):
    top = units("Dinas A")
    assert saksama("periksa", "--semua", top, "--gagal-jika", "kritis", "--format", "json").code in (0, 1)
    assert saksama("periksa", "--semua", top, "--gagal-jika", "info").code == 1
    shutil.copytree(SAMPLES / "bersih", top.parent / "bersih" / "Kecamatan Mekarsari")
    done = saksama("periksa", "--semua", top.parent / "bersih", "--tanggal", "2025-03-10", "--profil", "kecamatan")
    assert done.code == 0
    assert "1 unit: 1 diperiksa. 0 unit mempunyai temuan" in done.out


def test_one_year_of_many(saksama, units):
    top = units("2023/Dinas A", "2024/Dinas A")
    done = saksama("periksa", "--semua", top, "--tahun", "2024", "--format", "json")
    assert [row["sumber"] for row in done.run["unit"]] == ["2024/Dinas A"]
    assert done.run["tidak_diperiksa"] == ["2023/Dinas A: tahun 2023, sedangkan yang diminta tahun 2024."]
    assert saksama("periksa", "--semua", top, "--tahun", "2022").code == 2


def test_the_year_of_the_folder_and_of_the_documents(saksama, units):
    top = units("2025/Dinas A", "2024/Dinas B")
    (top / "2024" / "Dinas B" / "berkas.yaml").write_text("tahun: 2023\n", encoding="utf-8")
    shutil.copy(SAMPLES / "bersih" / "01-perencanaan" / "renja-2024.xlsx", top / "2025" / "Dinas A")
    found = {row["sumber"]: row for row in saksama("periksa", "--semua", top, "--format", "json").run["unit"]}
    assert found["2024/Dinas B"]["alasan"] == "foldernya menyebut tahun 2024, berkas.yaml tahun 2023; samakan keduanya."
    assert any("sebagian besar dokumennya tahun 2024" in text for text in found["2025/Dinas A"]["catatan"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Dinas A", "Dinas B"), "satu folder saja"),
        (("tidak-ada",), "tidak ditemukan"),
        (("Dinas A/iku.docx",), "bukan folder"),
        (("Dinas A",), "tanpa --semua"),
        ((".", "--pengecualian", "p.yaml"), "pengecualian.yaml"),
        ((".", "--jawaban", "j.json"), "jawaban.json"),
        ((".", "--profil", "tidak-ada"), "profil"),
        ((".", "--hasil", "Dinas A"), "sudah ada isinya"),
    ],
)
def test_what_cannot_be_meant(saksama, units, monkeypatch, arguments, said):
    monkeypatch.chdir(units("Dinas A", "Dinas B"))
    done = saksama("periksa", "--semua", *arguments)
    assert done.code == 2
    assert said in done.err
    assert shown(Path.cwd()) == {"Dinas A", "Dinas B"}


def test_two_batches_do_not_share_a_folder(saksama, units):
    top = units("Dinas A")
    assert saksama("periksa", "--semua", top, "--hasil", "hasil").code == 1
    with Path("hasil/.kunci").open("ab") as lock:
        assert hold(lock.fileno())
        done = saksama("periksa", "--semua", top, "--hasil", "hasil")
    assert done.code == 2
    assert "sedang dipakai" in done.err


def test_other_units_get_another_folder(saksama, units, tmp_path):
    top = units("Dinas A")
    other = tmp_path / "lain" / "unit"
    shutil.copytree(top, other)
    saksama("periksa", "--semua", top)
    saksama("periksa", "--semua", other)
    assert {path.name for path in Path().iterdir()} == {"hasil-unit", "hasil-unit-2"}


def test_results_inside_the_folder_are_passed_over(saksama, units, monkeypatch):
    monkeypatch.chdir(units("Dinas A"))
    for _ in range(2):
        assert saksama("periksa", "--semua", ".").code == 1
    assert list(index(Path("hasil-unit"))) == ["Dinas A"]
