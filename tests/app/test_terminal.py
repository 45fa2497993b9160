"""What a file's name or its words say can neither command a terminal nor turn what it shows."""

from __future__ import annotations

import os
import re
import shutil
import stat
import sys

import pytest

from saksama.app.console import printable

UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
NAMES = (
    "\x1b]0;judul\x07a.docx",
    "\x1b[2J\x9b31m.docx",
    "\u202excod.pk",
    "😀𝔸.docx",
    "a" * 240 + ".docx",
    " spasi .docx",
)


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no such names")
@pytest.mark.parametrize("name", NAMES)
def test_names_of_files(saksama, folder, tmp_path, name):
    path = tmp_path / name
    shutil.copy(folder / "iku.docx", path)
    for args in (["kenali", path], ["baca", path], ["periksa", path]):
        done = saksama(*args)
        assert done.code in (0, 1), done.err
        assert not UNSAFE.search(re.sub(r"\x1b\[[0-9;]*m", "", done.out + done.err))


def test_what_cannot_be_written_is_replaced():
    assert printable("a\ud800b\x1b[31mc\n\td") == "a?b?[31mc\n\td"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_folder_of_odd_things(saksama, folder):
    """Pipes, loops of links and files that nobody may open cost nothing but a word."""
    os.mkfifo(folder / "pipa.pdf")
    (folder / "lingkar").symlink_to(folder)
    (folder / "putus.docx").symlink_to(folder / "tidak-ada.docx")
    (folder / "luar.docx").symlink_to("/etc/passwd")
    shutil.copy(folder / "iku.docx", folder / "terkunci.docx")
    (folder / "terkunci.docx").chmod(0)
    done = saksama("periksa", folder, "--format", "json")
    assert done.code == 1
    read = {file["berkas"]: file["galat"] for file in done.run["berkas"]}
    assert set(read) == {"iku.docx", "terkunci.docx"}
    assert read["iku.docx"] is None
    if os.geteuid():
        assert "izin" in read["terkunci.docx"]
    said = " ".join(done.run["peringatan"])
    assert all(name in said for name in ("lingkar", "putus.docx", "luar.docx"))
    assert stat.S_ISFIFO((folder / "pipa.pdf").stat().st_mode)
