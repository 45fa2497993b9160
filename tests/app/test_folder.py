"""What lies in a folder: odd names, links, our own results, notes in the wrong place, evidence that is a picture."""

from __future__ import annotations

import json
import os
import shutil
import unicodedata
from pathlib import Path

import pytest

from saksama.app.failure import reason

JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(64)


def names(run):
    return [file["berkas"] for file in run["berkas"]]


@pytest.fixture
def check(saksama, folder):
    """run.json of the folder, and what was said on standard error."""

    def call(*args):
        done = saksama("periksa", folder, "--format", "json", *args)
        assert done.code in (0, 1)
        return done.run, done.err

    return call


def test_files_below_folders_by_relative_name(check, folder):
    (folder / "TW I" / "Bukti dukung").mkdir(parents=True)
    shutil.move(folder / "iku.docx", folder / "TW I" / "Bukti dukung" / "IKU (final) fix 2.docx")
    assert names(check()[0]) == ["TW I/Bukti dukung/IKU (final) fix 2.docx"]


def test_hidden_and_system_files_are_passed_over(check, folder):
    for name in (".DS_Store", "~$iku.docx", "Thumbs.db", "desktop.ini", ".git/config", "__MACOSX/._iku.docx"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"x")
    assert names(check()[0]) == ["iku.docx"]


def test_a_name_in_either_form_of_unicode_is_one_name(check, folder):
    composed = unicodedata.normalize("NFC", "Laporan Évaluasi.docx")
    (folder / "iku.docx").rename(folder / unicodedata.normalize("NFD", composed))
    (folder / "berkas.yaml").write_text(f'dokumen:\n  "{composed}": iku\n', encoding="utf-8")
    run, _ = check()
    assert names(run) == [composed]


@pytest.mark.skipif(os.name == "nt", reason="names are always text there")
def test_a_name_that_is_no_text(check, folder):
    try:
        shutil.move(folder / "iku.docx", os.fsencode(folder) + b"/iku\xff.docx")
    except OSError:
        pytest.skip("this file system refuses such names")
    assert names(check()[0]) == ["iku?.docx"]


@pytest.mark.skipif(os.name == "nt", reason="whole paths have 259 letters there")
def test_very_long_names(saksama, tmp_path, folder):
    long = tmp_path / ("Kecamatan " + "x" * 230)
    folder.rename(long)
    (long / "iku.docx").rename(long / ("i" * 240 + ".docx"))
    done = saksama("periksa", long)
    assert done.code == 1
    (results,) = Path.cwd().iterdir()
    assert len(results.name) < 80


def test_a_folder_named_in_another_script(saksama, folder, tmp_path):
    other = tmp_path / "ꦏꦼꦕꦩꦠꦤ꧀ 𝟙"
    folder.rename(other)
    assert saksama("periksa", other).code == 1


def test_links_are_not_followed_and_said_so(check, folder, tmp_path):
    outside = tmp_path / "luar"
    outside.mkdir()
    shutil.copy(folder / "iku.docx", outside / "rahasia.docx")
    try:
        (folder / "tautan.docx").symlink_to(outside / "rahasia.docx")
    except OSError:
        pytest.skip("this system allows no links")
    (folder / "map").symlink_to(outside, target_is_directory=True)
    (folder / "putar").symlink_to(folder, target_is_directory=True)
    run, said = check()
    assert names(run) == ["iku.docx"]
    for name in ("tautan.docx", "map", "putar"):
        assert any(text.startswith(f"{name} adalah tautan dan tidak diikuti") for text in run["peringatan"])
        assert name in said


def test_a_folder_that_cannot_be_opened_is_said_so(check, folder, monkeypatch):
    (folder / "terkunci").mkdir()
    listed = Path.iterdir

    def denied(path):
        if path.name == "terkunci":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", denied)
    run, _ = check()
    why = reason(PermissionError(13, "Permission denied"))
    assert run["peringatan"] == [f"Folder terkunci tidak dapat dibuka ({why}); isinya tidak diperiksa."]


def test_our_own_results_are_passed_over(saksama, folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert saksama("periksa", folder).code == 1
    assert saksama("laporan", next(folder.glob("hasil-*")) / "run.json", "--format", "html").code == 0
    assert len(list(folder.glob("hasil-*"))) == 2
    assert names(saksama("periksa", folder, "--format", "json").run) == ["iku.docx"]


def test_anothers_run_json_hides_nothing(check, folder):
    (folder / "sub").mkdir()
    (folder / "sub" / "run.json").write_text('{"program": "lain"}', encoding="utf-8")
    shutil.copy(folder / "iku.docx", folder / "sub" / "iku.docx")
    assert names(check()[0]) == ["iku.docx", "sub/iku.docx", "sub/run.json"]


def test_a_folder_of_results_is_no_submission(saksama, folder):
    saksama("periksa", folder, "--format", "json", "--hasil", "hasil")
    done = saksama("periksa", "hasil")
    assert done.code == 2
    assert "ini folder hasil Saksama" in done.err


def test_the_same_document_twice_is_a_finding(check, folder):
    shutil.copy(folder / "iku.docx", folder / "salinan.docx")
    run, _ = check()
    assert [item["berkas"] for item in run["hasil"] if item["aturan"] == "BRK-006" and item["temuan"]] == [
        "salinan.docx"
    ]


def test_notes_below_the_top_are_said_not_to_count(check, folder):
    (folder / "sub").mkdir()
    (folder / "sub" / "berkas.yaml").write_text("unit: Kecamatan Lain\n", encoding="utf-8")
    run, _ = check()
    assert run["unit"] != "Kecamatan Lain"
    assert run["peringatan"] == ["sub/berkas.yaml tidak dipakai; hanya berkas.yaml di folder utama yang dibaca."]


@pytest.mark.parametrize("text", ["", "# belum diisi\n", "unit:\nbukti:\n"])
def test_empty_notes_are_as_good_as_none(check, folder, text):
    without, _ = check()
    (folder / "berkas.yaml").write_text(text, encoding="utf-8")
    assert check()[0] == without


def test_notes_say_what_files_cannot(check, folder):
    notes = "unit: Kecamatan Sukacita\ntahun: 2023\ndokumen: {iku.docx: pedoman}\n"
    (folder / "berkas.yaml").write_text("\ufeff" + notes, encoding="utf-8")
    run, _ = check()
    assert (run["unit"], run["tahun"], run["berkas"][0]["jenis"]) == ("Kecamatan Sukacita", 2023, "pedoman")
    assert any("isinya lebih mirip" in text for text in run["berkas"][0]["peringatan"])


def test_a_photo_is_evidence_when_it_is_listed(check, folder):
    (folder / "foto.jpg").write_bytes(JPEG)
    (folder / "lain.jpg").write_bytes(JPEG)
    (folder / "kosong.jpg").touch()
    (folder / "rusak.pdf").write_bytes(b"%PDF-1.7 terpotong")
    listed = ["foto.jpg", "kosong.jpg", "rusak.pdf"]
    notes = {"bukti": [{"uraian": "Foto rapat", "triwulan": 1, "berkas": name} for name in listed]}
    (folder / "berkas.yaml").write_text(json.dumps(notes), encoding="utf-8")
    run, _ = check()
    found = {item["berkas"] for item in run["hasil"] if item["aturan"] == "BRK-005" and item["temuan"]}
    assert found == {"kosong.jpg", "lain.jpg", "rusak.pdf"}
    (photo,) = [file for file in run["berkas"] if file["berkas"] == "foto.jpg"]
    assert (photo["jenis"], photo["galat"]) == ("bukti", None)
    assert "Diterima sebagai bukti tanpa dibaca" in photo["peringatan"][0]


def test_evidence_that_nobody_handed_in_is_said(check, folder):
    notes = (
        "bukti: [{uraian: Foto, berkas: fotoo.jpg}]\npublikasi: [{dokumen: ikku.docx, url: 'https://contoh.example'}]\n"
    )
    (folder / "berkas.yaml").write_text(notes, encoding="utf-8")
    assert check()[0]["peringatan"] == [
        "berkas.yaml: bukti menyebut “fotoo.jpg”, yang tidak ada di folder.",
        "berkas.yaml: publikasi menyebut “ikku.docx”, yang tidak ada di folder. Maksud Anda “iku.docx”?",
    ]
