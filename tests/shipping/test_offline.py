"""The installers of the folder for offices without internet, as far as they can be tried without building it."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from shipping import bundle
from shipping.locks import ROOT

TEMPLATES = sorted(path for path in bundle.TEMPLATES.rglob("*") if path.is_file())
WORDS = {
    "VERSI": "0.1.0",
    "PYTHONS": "3.11 3.12",
    "PYTHONS_TEXT": "3.11 atau 3.12",
    "PYTHON_LINUX": "python3.12 python3.11",
    "PYTHON_WINDOWS": "3.12 3.11",
    "RUANG": "300 MB",
}


@pytest.fixture
def packed(tmp_path):
    """The installers with their words filled in; no packages."""
    for path in TEMPLATES:
        bundle._write(tmp_path / path.relative_to(bundle.TEMPLATES), path.read_text(encoding="utf-8"), WORDS)
    return tmp_path


def test_words_are_filled_in_and_lines_end_as_each_system_wants(packed):
    for path in packed.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert content.isascii()
            assert not re.search(rb"@[A-Z_]+@", content)
            assert (b"\r\n" in content) == (path.suffix in {".bat", ".txt"})
            assert content.count(b"\n") == content.count(b"\r\n") or b"\r" not in content


def test_the_shell_scripts_are_valid(packed):
    for path in (packed / "pasang.sh", packed / "linux" / "saksama"):
        assert path.stat().st_mode & 0o111
        subprocess.run(["sh", "-n", str(path)], check=True)


def test_the_batch_file_jumps_to_what_is_there_and_names_what_is_packed(packed):
    text = (packed / "pasang.bat").read_text(encoding="utf-8")
    jumps, labels = re.findall(r"(?:goto |call :)(\w+)", text), re.findall(r"^:(\w+)", text, re.M)
    assert set(jumps) == set(labels) == {"gagal", "cari"}
    assert (packed / "windows" / "saksama.bat").is_file()
    assert "Buka Saksama.bat" in text
    assert (packed / "windows" / "Buka Saksama.bat").is_file()
    # Inside brackets cmd.exe ends a block at a bare bracket of the text.
    for line in re.findall(r"^ +echo (.*)$", text, re.M):
        assert not set("()<>|&") & set(line)


def test_only_what_a_system_needs_is_packed():
    names = {system: {p.name for p in TEMPLATES if bundle._belongs(p, [system])} for system in ("windows", "linux")}
    assert names["linux"] == {"pasang.sh", "saksama", "BACA-SAYA.txt"}
    assert names["windows"] == {"pasang.bat", "saksama.bat", "Buka Saksama.bat", "BACA-SAYA.txt"}


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum here")
def test_the_installer_says_what_is_wrong(packed, tmp_path):
    def install(*args, **environment):
        done = subprocess.run(
            ["/bin/sh", str(packed / "pasang.sh"), *args],
            env={"PATH": "/usr/bin:/bin", **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 1
        return done.stderr

    assert "HOME" in install()
    (packed / "SHA256SUMS").write_text(f"{'0' * 64}  pasang.sh\n", encoding="utf-8")
    assert "Isi paket tidak utuh" in install(str(tmp_path / "tujuan"))
    subprocess.run("sha256sum pasang.sh >SHA256SUMS", shell=True, cwd=packed, check=True)
    (packed / "pasang.sh").write_text(
        re.sub(r"in \$\{PYTHON:-\}.*; do", "in tidak-ada; do", (packed / "pasang.sh").read_text("utf-8")), "utf-8"
    )
    subprocess.run("sha256sum pasang.sh >SHA256SUMS", shell=True, cwd=packed, check=True)
    assert "memerlukan Python 3.11 atau 3.12" in install(str(tmp_path / "tujuan"))
    assert not (tmp_path / "tujuan").exists()


def test_the_container_copies_what_the_wheel_needs_and_no_more():
    kept = set(re.findall(r"^!(.+)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.M))
    rooms = set(re.findall(r'^"saksama\.(?:\w+)" = "(\w+)"$', (ROOT / "pyproject.toml").read_text("utf-8"), re.M))
    assert kept == rooms | {"requirements", "pyproject.toml", "README.md"}
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert text.count("--require-hashes") == 2
    assert text.index("USER saksama") < text.index("ENTRYPOINT")
