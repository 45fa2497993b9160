"""`saksama tembolok`, and what commands keep there."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from saksama.app.work.cache import Cache
from saksama.app.work.cache import folder as cache_folder

START = """
import signal, sys
# What a shell starts in the background inherits that Ctrl-C is not for it.
signal.signal(signal.SIGINT, signal.default_int_handler)
from saksama.app.main import main
from saksama.app.work import options
from saksama.app.work.pool import Pool
options.Pool = lambda limits, size, cache: Pool(limits, size, cache, sys.argv[1:4])
main(sys.argv[4:])
"""
"""The command line, with workers that misbehave."""


@pytest.fixture(autouse=True)
def own(tmp_path, monkeypatch):
    """An empty cache."""
    monkeypatch.setenv("SAKSAMA_TEMBOLOK", str(tmp_path / "tembolok"))
    return Cache(cache_folder())


def test_what_was_read_is_kept_and_removed(saksama, folder, own):
    first = saksama("periksa", folder, "--format", "json")
    # The document, and the run.
    assert own.contents().entries == 2
    said = saksama("tembolok", "lihat").out
    assert str(own.place) in said
    assert "Isi     2\n" in said
    assert "MB (paling banyak 500 MB" in said
    assert saksama("periksa", folder, "--format", "json").out == first.out
    assert saksama("tembolok", "hapus").out.startswith("2 isi tembolok (")
    assert own.contents().entries == 0
    assert saksama("tembolok", "hapus").out.startswith("0 isi tembolok (0,0 MB) dihapus dari ")
    assert "Isi     0\n" in saksama("tembolok", "lihat").out


@pytest.mark.parametrize("command", ["periksa", "baca", "kenali"])
def test_nothing_is_kept_without_the_cache(saksama, folder, own, command):
    saksama(command, folder / "iku.docx", "--tanpa-tembolok")
    assert not own.place.exists()
    saksama(command, folder / "iku.docx")
    assert own.contents().entries >= 1


def test_a_damaged_entry_changes_nothing(saksama, folder, own):
    first = saksama("baca", folder / "iku.docx", "--format", "json")
    (entry,) = own.place.iterdir()
    for damaged in (b"", entry.read_bytes()[:-10], entry.read_bytes() + b"x"):
        entry.write_bytes(damaged)
        assert saksama("baca", folder / "iku.docx", "--format", "json").out == first.out
        assert len(entry.read_bytes()) > len(damaged) or damaged.endswith(b"x")


def test_an_entry_that_somebody_made_is_refused_in_words(saksama, folder, own):
    """With the right checksum, which is no secret: what it holds is looked at all the same."""
    first = saksama("baca", folder / "iku.docx", "--format", "json")
    (entry,) = own.place.iterdir()
    mark = b"saksama/tembolok/1\n"

    def kept(packed):
        return mark + hashlib.sha256(entry.stem.encode() + packed).digest() + packed

    entry.write_bytes(kept(b"bukan zlib"))
    assert saksama("baca", folder / "iku.docx", "--format", "json").out == first.out
    for payload in (b"[" * 100_000, b'{"berkas": "x"}', b"\xff"):
        entry.write_bytes(kept(zlib.compress(payload)))
        done = saksama("baca", folder / "iku.docx", "--format", "json")
        assert (done.code, done.out) == (2, "")
        assert "isi tembolok bukan bacaan dari Saksama. Hapus dengan saksama tembolok hapus" in done.err


def test_a_cache_that_cannot_be_written_is_warned_of_once(saksama, folder, tmp_path, monkeypatch):
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    monkeypatch.setenv("SAKSAMA_TEMBOLOK", str(tmp_path / "berkas"))
    (folder / "lain.txt").write_text("Catatan.", encoding="utf-8")
    done = saksama("periksa", folder, "--format", "json")
    assert done.code in (0, 1)
    assert done.err.count("bacaan tidak dapat disimpan") == 1
    assert done.err.count("SAKSAMA_TEMBOLOK") == 1


def test_an_error_of_the_program_is_no_finding(saksama, folder, naughty):
    (folder / "rusak.txt").write_text("Catatan.", encoding="utf-8")
    (folder / "mati.txt").write_text("Catatan.", encoding="utf-8")
    done = saksama("periksa", folder, "--format", "json")
    assert done.code == 2
    assert "BRK-005 gagal dijalankan" in done.err
    found = {item["berkas"]: item for item in done.run["hasil"] if item["aturan"] == "BRK-005"}
    assert (found["rusak.txt"]["status"], found["rusak.txt"]["temuan"]) == ("galat", [])
    assert "KeyError" in found["rusak.txt"]["alasan"]
    assert found["mati.txt"]["status"] == "temuan"
    assert [file["berkas"] for file in done.run["berkas"] if file["galat"] is None] == ["iku.docx"]


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_job_leaves_no_process_and_no_file(folder, naughty, tmp_path, own, how):
    """Killed for good, the command can't tidy up any more: its workers do it as they find themselves alone."""
    for name in ("lambat.txt", "berisik.txt", "lambat-2.txt"):
        (folder / name).write_text("Catatan.", encoding="utf-8")
    place = tmp_path / "sementara"
    place.mkdir()
    command = subprocess.Popen(
        [sys.executable, "-c", START, *naughty, "periksa", str(folder), "--proses", "2", "--hasil", "hasil"],
        env={**os.environ, "TMPDIR": str(place)},
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    _until(lambda: len(_folders(place)) == 2)
    command.send_signal(how)
    said = command.communicate()[1].decode()
    if how == signal.SIGINT:
        assert (command.returncode, said.strip()) == (2, "saksama: dihentikan.")
        assert list(place.iterdir()) == []
    else:
        _until(lambda: not _folders(place))
    assert not (tmp_path / "hasil").exists()
    _until(lambda: not _alive(place))


def _folders(place: Path) -> list[Path]:
    return list(place.rglob("saksama-kerja-*"))


def _until(true) -> None:
    end = time.monotonic() + 120
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def _alive(place: Path) -> list[str]:
    """Processes that stand in a folder below."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/cwd"):
        try:
            found.append(str(entry.readlink()))
        except OSError:
            continue
    return [path for path in found if path.startswith(str(place))]
