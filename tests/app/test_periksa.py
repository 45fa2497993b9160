"""`saksama periksa`: exit codes, what goes to which stream, where results go, options."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from saksama.parsers.resources import ROOT, SAMPLES

PAPERS = {"run.json", "lke.xlsx", "reviu.docx", "lhe-draf.docx", "laporan.html", "perbaikan.html", "ringkasan.txt"}


def note(folder: Path) -> Path:
    """A readable file of no known kind: its only fault is a minor one."""
    path = folder / "catatan.txt"
    path.write_text("Catatan belanja: beras, gula, kopi.\n", encoding="utf-8")
    return path


def test_json_alone_on_standard_output(saksama, folder, tmp_path):
    done = saksama("periksa", folder, "--format", "json")
    assert done.err == ""
    assert done.run["skema"] == "saksama/run/1"
    assert list(Path.cwd().iterdir()) == []
    jsonschema.validate(done.run, json.loads((ROOT / "reports/schema/run.schema.json").read_text("utf-8")))


def test_text_tells_the_verdict_and_writes_all_papers(saksama, folder):
    done = saksama("periksa", folder)
    assert done.code == 1
    assert done.err == ""
    assert done.out.startswith("PERLU PERBAIKAN")
    results = Path("hasil-Kecamatan-Contoh")
    assert {path.name for path in results.iterdir()} == PAPERS
    assert all(str(results / name) in done.out for name in PAPERS)


def test_json_with_hasil_writes_the_same_run(saksama, folder):
    done = saksama("periksa", folder, "--format", "json", "--hasil", "baru/dalam")
    assert {path.name for path in Path("baru/dalam").iterdir()} == PAPERS
    assert Path("baru/dalam/run.json").read_text(encoding="utf-8") == done.out


def test_the_next_free_name_is_taken(saksama, folder):
    Path("hasil-Kecamatan-Contoh").mkdir()
    saksama("periksa", folder)
    assert list(Path("hasil-Kecamatan-Contoh").iterdir()) == []
    assert {path.name for path in Path("hasil-Kecamatan-Contoh-2").iterdir()} == PAPERS


@pytest.mark.parametrize("threshold, code", [("kritis", 0), ("mayor", 0), ("minor", 1), ("info", 1)])
def test_exit_code_follows_the_threshold(saksama, tmp_path, threshold, code):
    done = saksama("periksa", note(tmp_path), "--format", "json", "--gagal-jika", threshold)
    assert done.code == code
    found = [item for item in done.run["hasil"] if item["temuan"]]
    assert {(item["aturan"], item["temuan"][0]["keparahan"]) for item in found} == {("BRK-002", "minor")}


def test_originals_stay_as_they_are(saksama, folder, hashes):
    before = hashes(folder)
    saksama("periksa", folder)
    saksama("baca", folder / "iku.docx")
    saksama("kenali", folder / "iku.docx")
    assert hashes(folder) == before


def test_one_unreadable_file_among_readable_ones_is_a_finding(saksama, folder, bad_files):
    for path in bad_files.values():
        shutil.copy(path, folder)
    done = saksama("periksa", folder, "--format", "json")
    assert done.code == 1
    found = {item["berkas"]: item["temuan"] for item in done.run["hasil"] if item["aturan"] == "BRK-005"}
    assert {name for name, temuan in found.items() if temuan} == set(bad_files)
    assert "kata sandi" in found["terkunci.pdf"][0]["pesan"]


def test_wrong_suffix_is_read_by_content_with_a_warning(saksama, folder):
    (folder / "iku.docx").rename(folder / "iku.pdf")
    (file,) = saksama("periksa", folder, "--format", "json").run["berkas"]
    assert (file["jenis"], file["galat"]) == ("iku", None)
    assert any("isinya Word" in text for text in file["peringatan"])


def test_single_file_leaves_the_submission_undecided(saksama, folder):
    run = saksama("periksa", folder / "iku.docx", "--format", "json").run
    (whole,) = [item for item in run["hasil"] if item["aturan"] == "BRK-001"]
    assert whole["status"] == "tidak_ada"


def test_the_same_file_named_twice_is_read_once(saksama, folder):
    run = saksama("periksa", folder / "iku.docx", folder / ".." / folder.name / "iku.docx", "--format", "json").run
    assert [file["berkas"] for file in run["berkas"]] == ["iku.docx"]


def test_year_date_and_profile_are_kept(saksama, folder):
    done = saksama(
        *("periksa", folder, "--format", "json"),
        *("--tahun", "2023", "--tanggal", "2024-03-10", "--profil", "kecamatan"),
    )
    assert (done.run["tahun"], done.run["tanggal"], done.run["profil"]) == (2023, "2024-03-10", "kecamatan")


def test_another_framework(saksama, folder):
    run = saksama("periksa", folder, "--format", "json", "--kerangka", "probolinggo-30-2020").run
    assert run["lke"]["kerangka"] == "probolinggo-30-2020"
    done = saksama("periksa", folder, "--kerangka", "probolingo-30-2020")
    assert done.code == 2
    assert "Maksud Anda “probolinggo-30-2020”?" in done.err


def test_own_rulebook(saksama, folder, tmp_path):
    rules = tmp_path / "aturan"
    shutil.copytree(SAMPLES.parent / "rules", rules)
    path = rules / "aturan" / "brk" / "BRK-002.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("keparahan: minor", "keparahan: kritis"), encoding="utf-8")
    assert saksama("periksa", note(tmp_path), "--format", "json", "--aturan", rules).code == 1


def test_a_hundred_files(saksama, tmp_path):
    many = tmp_path / "banyak"
    many.mkdir()
    for number in range(100):
        (many / f"{number:03}.txt").write_text(f"Catatan nomor {number} tentang hal lain.\n", encoding="utf-8")
    run = saksama("periksa", many, "--format", "json").run
    assert [file["berkas"] for file in run["berkas"]] == sorted(path.name for path in many.iterdir())
