"""Bad input: one clear Indonesian sentence with the file and what to do, exit 2, nothing on standard output."""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path

import pytest

from saksama.app import filling, writing
from saksama.app.failure import explain, reason
from saksama.app.work.pool import Pool
from saksama.parsers.resources import RULES


@pytest.fixture
def refused(saksama):
    """A command that must be refused: the sentence it says."""

    def call(*args):
        done = saksama(*args)
        assert done.code == 2
        assert done.out == ""
        assert done.err.startswith("saksama: ")
        return done.err.removeprefix("saksama: ").rstrip("\n")

    return call


@pytest.fixture
def rules(tmp_path):
    """A copy of the rulebook, to be spoilt."""
    return Path(shutil.copytree(RULES, tmp_path / "aturan-sendiri"))


# What is given


def test_missing_folder(refused):
    assert refused("periksa", "tak-ada") == "tak-ada: tidak ditemukan. Periksa nama folder atau berkasnya."


@pytest.mark.parametrize("names", [[], [".DS_Store", ".rahasia.docx", "~$pk.docx", "Thumbs.db"]])
def test_folder_without_documents(refused, tmp_path, names):
    folder = tmp_path / "isi"
    folder.mkdir()
    for name in names:
        (folder / name).write_bytes(b"x")
    assert refused("periksa", folder).startswith(f"{folder}: tidak ada berkas di folder ini.")


@pytest.mark.parametrize(
    "name, words",
    [
        ("acak.pdf", "Jenis berkas tidak dikenal"),
        ("kosong.docx", "Berkas kosong (0 byte)"),
        ("terpotong.pdf", "rusak atau terpotong"),
        ("terpotong.docx", "rusak atau terpotong"),
        ("program.exe", "Jenis berkas tidak dikenal"),
        ("terkunci.pdf", "kata sandi"),
    ],
)
@pytest.mark.parametrize("output", ["teks", "json"])
def test_a_file_that_cannot_be_read_alone(refused, bad_files, name, words, output):
    said = refused("periksa", bad_files[name], "--format", output)
    assert said.startswith(f"{name}: ")
    assert words in said
    assert "\n" not in said
    assert list(Path.cwd().iterdir()) == []


def test_none_of_the_files_can_be_read(refused, bad_files):
    said = refused("periksa", *bad_files.values(), "--format", "json")
    assert said.startswith("tidak satu pun dari 6 berkas dapat dibaca:")
    assert all(f"\n  {name}: " in said for name in bad_files)


def test_long_lists_of_reasons_are_cut(refused, tmp_path):
    for number in range(15):
        (tmp_path / f"{number:02}.pdf").touch()
    said = refused("periksa", *sorted(tmp_path.glob("*.pdf")))
    assert said.count("\n") == 11
    assert said.endswith("... dan 5 berkas lain")


def test_a_damaged_archive_is_refused(refused, tmp_path):
    (tmp_path / "berkas.ZIP").write_bytes(b"PK\3\4")
    assert "arsip rusak" in refused("periksa", tmp_path / "berkas.ZIP")


def test_folder_beside_files(refused, folder):
    assert "satu folder atau arsip saja" in refused("periksa", folder, folder / "iku.docx")


def test_two_files_of_one_name(refused, folder, tmp_path):
    other = tmp_path / "lain"
    shutil.copytree(folder, other)
    assert "dua berkas bernama iku.docx" in refused("periksa", folder / "iku.docx", other / "iku.docx")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_no_document(refused, tmp_path):
    os.mkfifo(tmp_path / "pipa")
    assert "bukan berkas biasa" in refused("periksa", tmp_path / "pipa")
    assert "bukan berkas biasa" in refused("baca", tmp_path / "pipa")


# Options


@pytest.mark.parametrize(
    "args, words",
    [
        (["--tanggal", "10-03-2025"], "--tanggal 10-03-2025: tulis seperti 2025-03-10"),
        (["--tanggal", ""], "tulis seperti 2025-03-10"),
        (["--tahun", "dua"], "nilai --tahun harus bilangan 1990 sampai 2100"),
        (["--tahun", "24"], "nilai --tahun harus bilangan 1990 sampai 2100"),
        (["--tahun"], "pilihan --tahun memerlukan nilai"),
        (["--profil", "kecamatn"], "Maksud Anda “kecamatan”?"),
        (["--gagal-jika", "berat"], "pilih salah satu: kritis, mayor, minor, info."),
        (["--format", "xml"], "pilih salah satu: teks, json."),
        (["--formt", "json"], "pilihan --formt tidak dikenal. Maksud Anda --format?"),
        (["--aturan", "tak-ada"], "tak-ada: folder buku aturan tidak ditemukan"),
        (["--aturan", "."], "bukan folder buku aturan"),
        (["--pengecualian", "tak-ada.yaml"], "tak-ada.yaml: berkas tidak ditemukan"),
    ],
)
def test_bad_options(refused, folder, args, words):
    assert words in refused("periksa", folder, *args)


@pytest.mark.parametrize(
    "args, words",
    [
        (["priksa"], "perintah “priksa” tidak dikenal. Lihat saksama --help."),
        (["periksa"], "BERKAS... belum diberikan. Lihat saksama periksa --help."),
        (["aturan", "ujji"], "perintah “ujji” tidak dikenal. Lihat saksama aturan --help."),
        (["contoh", "a", "b"], "“b” tidak diharapkan di sini."),
        (["baca", "a", "--lokasi=ya"], "pilihan --lokasi ditulis tanpa nilai."),
        (
            ["laporan", "run.json"],
            "--format [lke|reviu|reviu-xlsx|pernyataan-reviu|lhe|lhe-surat|pengantar|html|perbaikan|json|sarif|teks] "
            "belum diberikan.",
        ),
        (["jelaskan", "PK-0O7"], "aturan “PK-0O7” tidak ada. Maksud Anda “PK-007”?"),
        (["kenali", "tak-ada.pdf"], "tak-ada.pdf: tidak ditemukan."),
        (["baca", "."], "ini folder"),
        (["nomenklatur", "cari", "x", "--jumlah", "0"], "nilai --jumlah harus bilangan 1 sampai 100."),
    ],
)
def test_bad_commands(refused, args, words):
    assert words in refused(*args)


def test_unknown_kind_for_reading(refused, folder):
    assert "jenis “ikku” tidak dikenal. Maksud Anda “iku”?" in refused("baca", folder / "iku.docx", "--jenis", "ikku")


# Data files


@pytest.mark.parametrize(
    "text, words",
    [
        ("unit: Kecamatan Contoh\ntahunn: 2024\n", "berkas.yaml:2: isian “tahunn” tidak dikenal. Maksud Anda “tahun”?"),
        (
            "dokumen:\n  iku2.docx: iku\n",
            "berkas.yaml:2: berkas “iku2.docx” tidak ada di folder. Maksud Anda “iku.docx”?",
        ),
        ("dokumen:\n  iku.docx: ikuu\n", "berkas.yaml:2: jenis “ikuu” tidak dikenal. Maksud Anda “iku”?"),
        ("tahun: dua ribu\n", "berkas.yaml:1: isian “tahun” harus berupa bilangan bulat"),
        ("tahun: 24\n", "berkas.yaml:1: tahun 24 tidak masuk akal"),
        ("unit: A\ntanggal_dpa: 2 Januari 2024\n", "berkas.yaml:2: “tanggal_dpa” harus berupa tanggal"),
        ("publikasi:\n  - {dokumen: iku.docx, tanggal: kemarin}\n", "berkas.yaml:2: “tanggal” harus berupa tanggal"),
        ("bukti:\n  - berkas: foto.jpg\n", "berkas.yaml:2: isian “uraian” pada “bukti” ke-1 belum ada."),
        ("bukti:\n  - {uraian: Foto, berkas: a.jpg, triwulan: 5}\n", "berkas.yaml:2: triwulan 5 tidak ada"),
        (
            "polaritas: {Waktu layanan: turunn}\n",
            "berkas.yaml:1: isian “polaritas” bernilai “turunn” yang",
        ),
        ("- unit\n", "berkas.yaml:1: isi berkas ini harus berupa isian bernama, bukan daftar."),
        ("unit: A\nunit: B\n", "berkas.yaml:2: isian “unit” ditulis dua kali"),
        ("unit: Bidang: Umum\n", "nilai yang memuat titik dua harus diapit tanda kutip"),
        ("unit: 'A\n", "tanda kutip tidak ditutup"),
        ("\tunit: A\n", "ada tab"),
        ("unit: &a [*a]\n", "memuat dirinya sendiri"),
    ],
)
def test_malformed_notes(refused, folder, text, words):
    (folder / "berkas.yaml").write_text(text, encoding="utf-8")
    said = refused("periksa", folder, "--format", "json")
    assert words in said
    assert "\n" not in said


def test_notes_that_are_no_text(refused, folder):
    (folder / "berkas.yaml").write_bytes(b"unit: Caf\xe9\n")
    assert refused("periksa", folder).startswith("berkas.yaml: berkas bukan teks UTF-8.")


@pytest.mark.parametrize("name", ["berkas.yml", "Berkas.yaml.txt", "pengecualian.yml"])
def test_notes_under_a_name_that_would_not_be_read(refused, folder, name):
    (folder / name).write_text("unit: A\n", encoding="utf-8")
    assert "Ganti namanya" in refused("periksa", folder)


WAIVER = {"aturan": "PK-007", "dokumen": "-", "jangkar": "x", "alasan": "y", "oleh": "z", "sampai": "2025-01-31"}


@pytest.mark.parametrize(
    "change, words",
    [
        ({"aturan": "PK-0O7"}, "aturan “PK-0O7” tidak ada. Maksud Anda “PK-007”?"),
        ({"alasan": " "}, "isian “alasan” tidak boleh kosong."),
        ({"jangkar": "..."}, "isian “jangkar” tidak boleh kosong."),
        ({"sampai": "akhir tahun"}, "“sampai” harus berupa tanggal"),
        ({"catatan": "a"}, "isian “catatan” pada ke-1 tidak dikenal."),
    ],
)
def test_malformed_waivers(refused, folder, change, words):
    (folder / "pengecualian.yaml").write_text(json.dumps([WAIVER | change]), encoding="utf-8")
    said = refused("periksa", folder)
    assert said.startswith("pengecualian.yaml:1: ")
    assert words in said


@pytest.mark.parametrize(
    "old, new, words",
    [
        ("keparahan:", "keparahaan:", "rules/aturan/brk/BRK-005.yaml:"),
        ("periksa: berkas_terbaca", "periksa: berkas_terbacca", "Maksud Anda “berkas_terbaca”?"),
        ("{sebab}", "{sebap}", "Maksud Anda “sebab”?"),
        ("id: BRK-005", "id: BRK-050", "tidak sama dengan nama berkas"),
    ],
)
@pytest.mark.parametrize("command", ["periksa", "uji"])
def test_a_slip_in_a_rule_stops_the_job(refused, folder, rules, command, old, new, words):
    path = rules / "aturan" / "brk" / "BRK-005.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    args = ["periksa", folder] if command == "periksa" else ["aturan", "uji"]
    said = refused(*args, "--aturan", rules)
    assert "BRK-005.yaml:" in said
    assert words in said


@pytest.mark.parametrize(
    "content", [b"", b"bukan json", b"{}", b'{"skema": "saksama/run/9"}', b"[1, 2]", b"\xff\xfe\x00"]
)
def test_run_of_another_program(refused, tmp_path, content):
    path = tmp_path / "run.json"
    path.write_bytes(content)
    assert refused("laporan", path, "--format", "html").startswith(f"{path}: bukan run.json dari Saksama")


def test_run_that_is_not_there(refused, folder):
    assert "tidak ditemukan" in refused("laporan", "run.json", "--format", "html")
    assert "run.json: tidak dapat dibuka" in refused("laporan", folder, "--format", "html")


# Where results go


@pytest.mark.parametrize(
    "args",
    [["periksa", "{folder}"], ["periksa", "{folder}", "--format", "json"], ["contoh"], ["aturan", "dokumen"]],
)
def test_a_filled_folder_is_not_touched(refused, folder, tmp_path, hashes, args):
    filled = tmp_path / "terisi"
    filled.mkdir()
    (filled / "lke.xlsx").write_bytes(b"jawaban evaluator")
    before = hashes(filled)
    words = [word.format(folder=folder) for word in args]
    place = ["--hasil", filled] if args[0] == "periksa" else [filled]
    assert refused(*words, *place) == f"{filled}: sudah ada isinya dan tidak ditimpa. Pilih folder baru."
    assert hashes(filled) == before


def test_results_refused_before_anything_is_read(refused, folder, tmp_path, monkeypatch):
    monkeypatch.setattr(Pool, "begin", lambda *_: pytest.fail("read"))
    refused("periksa", folder, "--hasil", folder)


def test_result_below_a_file(refused, folder):
    assert "bukan folder" in refused("periksa", folder, "--hasil", folder / "iku.docx" / "hasil")


def test_no_permission_to_write(refused, folder, monkeypatch):
    monkeypatch.setattr(filling.os, "access", lambda *_: False)
    assert "tidak ada izin menulis" in refused("periksa", folder, "--hasil", "baru")
    assert not Path("baru").exists()


def test_full_disk(saksama, folder, monkeypatch):
    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(writing.os, "fsync", full)
    done = saksama("periksa", folder, "--format", "json", "--hasil", "baru")
    assert (done.code, done.out) == (2, "")
    assert done.err == "saksama: baru: hasil tidak dapat ditulis (penyimpanan penuh). Pilih tempat lain.\n"
    assert not Path("baru").exists()


def test_a_schema_replaces_nothing_but_a_schema(refused, saksama, tmp_path):
    rule = tmp_path / "PK-001.yaml"
    rule.write_text("id: PK-001\n", encoding="utf-8")
    assert "tidak ditimpa" in refused("aturan", "skema", rule)
    assert rule.read_text(encoding="utf-8") == "id: PK-001\n"
    schema = tmp_path / "aturan.schema.json"
    assert [saksama("aturan", "skema", schema).code for _ in range(2)] == [0, 0]


# The unforeseen


def test_an_error_of_the_program_names_the_file_and_exits_2(refused, folder, naughty):
    (folder / "iku.docx").rename(folder / "rusak.docx")
    said = refused("periksa", folder)
    assert said.startswith("rusak.docx: Kesalahan di dalam program")
    assert "KeyError" in said


def test_the_system_refuses_a_file(refused, folder, naughty):
    (folder / "iku.docx").rename(folder / "tolak.docx")
    assert refused("periksa", folder).startswith("tolak.docx: Sistem menolak pembacaan (tidak ada izin")


def test_every_refusal_of_the_system_has_words():
    assert reason(OSError(errno.ENOSPC, "No space left on device")) == "penyimpanan penuh"
    assert reason(OSError(errno.EPROTO, "Protocol error")) == "kesalahan sistem EPROTO"
    assert reason(OSError("odd")) == "kesalahan sistem OSError"
    assert "memori komputer tidak cukup" in explain(MemoryError())
