"""Archives whose members are called or made to do harm: refused in one sentence, or told, never unpacked elsewhere."""

from __future__ import annotations

import io
import os
import stat
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from saksama.app import archive
from saksama.app.archive import unpacked
from saksama.app.console import JobError
from saksama.parsers.resources import SAMPLES

IKU = (SAMPLES / "bersih" / "01-perencanaan" / "iku-2024.docx").read_bytes()
Members = list[tuple[str | zipfile.ZipInfo, bytes]]


@pytest.fixture
def packed(tmp_path: Path) -> Callable[..., Path]:
    """packed((name or ZipInfo, content), ...) -> path of an archive."""

    def make(*members: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
        path = tmp_path / "kiriman.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for name, content in members:
                target.writestr(name, content)
        return path

    return make


@pytest.fixture
def refused(packed, tmp_path):
    """What is said of an archive that must be refused; nothing may lie anywhere afterwards."""

    def call(*members):
        path = packed(*members)
        with pytest.raises(JobError) as caught, unpacked(path):
            pass
        said = str(caught.value)
        assert said.startswith(f"{path}: ")
        assert said.endswith(".")
        assert "\n" not in said
        assert [file.name for file in tmp_path.iterdir()] == ["kiriman.zip"]
        return said

    return call


def special(name: str, kind: int) -> zipfile.ZipInfo:
    """A member that a Unix program marked as a link, a device ..."""
    member = zipfile.ZipInfo(name)
    member.external_attr = (kind | 0o777) << 16
    return member


@pytest.mark.parametrize(
    "name",
    [
        "/etc/a.txt",
        "//etc/a.txt",
        "../a.txt",
        "a/../../a.txt",
        "a/..",
        "..\\a.txt",
        "\\a.txt",
        "\\\\server\\b\\a.txt",
        "C:\\a.txt",
        "c:a.txt",
        "C:/a.txt",
        ".",
        "..",
        "./.",
    ],
)
def test_names_that_point_outside(refused, name):
    assert "menunjuk ke luar arsip" in refused(("baik.txt", b"a"), (name, b"a"))


def test_a_name_that_ends_early(packed):
    """What follows a zero byte is a trick: the name ends there, as it does for every other program."""
    with unpacked(packed(("pk.txt\0.exe", b"a"))) as inside:
        assert [path.name for path in inside.folder.iterdir()] == ["pk.txt"]


@pytest.mark.parametrize(
    "name",
    [
        "CON",
        "con.docx",
        "bukti/NUL.txt",
        "aux",
        "COM1.pdf",
        "lpt9 .x",
        "a.",
        "b ",
        "sub./a.txt",
        "a?b",
        "a\tb",
        "isi.docx:lain",
    ],
)
def test_names_that_windows_cannot_have(packed, refused, monkeypatch, name):
    monkeypatch.setattr(archive, "WINDOWS", True)
    assert "tidak dapat dipakai di Windows. Ganti namanya" in refused((name, IKU))


@pytest.mark.parametrize("name", ["console.docx", "null.txt", "COM10.pdf", "lpt.txt", "a.b", ".con", "Konsep CON.docx"])
def test_names_that_only_look_like_devices(packed, monkeypatch, name):
    monkeypatch.setattr(archive, "WINDOWS", True)
    with unpacked(packed((name, IKU))) as inside:
        assert (inside.folder / name).read_bytes() == IKU


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("names", [("a.txt", "a.txt"), ("a/b.txt", "a//b.txt"), ("a", "a/b.txt"), ("a/b.txt", "a")])
def test_two_members_of_one_name(refused, names):
    said = refused(*((name, name.encode()) for name in names))
    assert f"dua isi arsip bernama “{names[1]}”. Ganti nama salah satu" in said or "a//b" in said


def test_names_that_differ_in_case_only(packed, tmp_path):
    """Both are read where the system can tell them apart, and refused by name where it can't; neither is lost."""
    path = packed(("IKU.txt", b"satu"), ("iku.txt", b"dua"))
    (tmp_path / "Besar").touch()
    if (tmp_path / "besar").exists():
        with pytest.raises(JobError, match="dua isi arsip bernama “iku"), unpacked(path):
            pass
    else:
        with unpacked(path) as inside:
            assert {file.name: file.read_bytes() for file in inside.folder.iterdir()} == {
                "IKU.txt": b"satu",
                "iku.txt": b"dua",
            }


@pytest.mark.skipif(os.name == "nt", reason="Windows says another reason")
def test_names_too_long_for_a_disk(refused):
    assert "tidak dapat diekstrak (namanya terlalu panjang). Ekstrak sendiri" in refused(("a" * 300, b"a"))


def test_links_devices_and_pipes_are_told_and_not_made(saksama, packed):
    path = packed(
        ("iku.docx", IKU),
        (special("rahasia.txt", stat.S_IFLNK), b"/etc/passwd"),
        (special("map", stat.S_IFLNK), b"../../.."),
        (special("alat", stat.S_IFCHR), b""),
        (special("pipa.pdf", stat.S_IFIFO), b""),
        (special("biasa.txt", stat.S_IFREG), b"NOTULEN RAPAT\n"),
    )
    run = saksama("periksa", path, "--format", "json").run
    assert [file["berkas"] for file in run["berkas"]] == ["biasa.txt", "iku.docx"]
    for name in ("rahasia.txt", "map", "alat", "pipa.pdf"):
        said = f"{name} di dalam arsip adalah tautan dan tidak diikuti; masukkan berkas aslinya ke dalam arsip."
        assert said in run["peringatan"]


def test_a_file_below_a_link_stays_inside(packed, tmp_path):
    """The link is no folder to write through: the file gets a folder of its own inside."""
    outside = tmp_path / "luar"
    path = packed((special("map", stat.S_IFLNK), str(outside).encode()), ("map/a.txt", b"a"))
    with unpacked(path) as inside:
        assert (inside.folder / "a.txt").read_bytes() == b"a"
    assert not outside.exists()


def test_a_zip_in_a_zip_is_a_file_that_cannot_be_read(saksama, packed):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as target:
        target.writestr("../../pk.docx", IKU)
    run = saksama("periksa", packed(("iku.docx", IKU), ("lagi.zip", inner.getvalue())), "--format", "json").run
    read = {file["berkas"]: file["galat"] for file in run["berkas"]}
    assert read["iku.docx"] is None
    assert read["lagi.zip"] == "Berkas zip ini bukan dokumen Word atau Excel. Ekstrak dahulu, lalu periksa foldernya."
    (found,) = [item for item in run["hasil"] if item["aturan"] == "BRK-005" and item["berkas"] == "lagi.zip"]
    assert found["status"] == "temuan"


def test_a_hundred_thousand_members(tmp_path):
    path = tmp_path / "banyak.zip"
    with zipfile.ZipFile(path, "w") as target:
        for number in range(100_000):
            target.writestr(f"{number}.txt", b"")
    began = time.process_time()
    with pytest.raises(JobError, match="terlalu besar untuk satu pengajuan"), unpacked(path):
        pass
    assert time.process_time() - began < 10


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses such names, and so do we there")
@pytest.mark.parametrize("name", ["lagi/\x1b[2Ja.txt", "baris\nbaru.txt", "\u202egpj.exe"])
def test_names_that_command_a_terminal(saksama, packed, name):
    done = saksama("periksa", packed(("iku.docx", IKU), (name, b"NOTULEN RAPAT\n")))
    assert done.code == 1
    assert not {"\x1b", "\u202e"} & set(done.out + done.err)
