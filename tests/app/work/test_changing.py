"""Files that change or vanish while they are read: what is said belongs to the sha256 beside it, or says so."""

from __future__ import annotations

import hashlib

import pytest

from saksama.app.work import seat
from saksama.app.work.cache import Cache
from saksama.app.work.codec import decode
from saksama.app.work.messages import Read
from saksama.parsers.berkas import read_berkas


@pytest.fixture
def meddled(made, monkeypatch):
    """Read a.txt while something is done to it right after each look at its hash; what came of it, and the path."""

    def call(change, cache=None):
        (one,) = made("a.txt")
        looked = seat.sha256

        def look(path):
            found = looked(path)
            change(path)
            return found

        def read(_, task, __):
            file = read_berkas(task.path, task.name)
            return Read(seat.encode(file), file.sha256, lasting=file.tetap)

        monkeypatch.setattr(seat, "sha256", look)
        monkeypatch.setattr(seat.Seat, "_ask", read)
        return decode(seat.Seat(None, cache).read(one, lambda *_: None)), one.path

    return call


def test_a_file_that_changes_once_is_read_again(meddled, tmp_path):
    def saved(path):
        path.write_text("Isi yang baru.\n", encoding="utf-8")

    cache = Cache(tmp_path / "bacaan")
    file, path = meddled(saved, cache)
    assert file.document.text == "Isi yang baru."
    assert file.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert cache.contents().entries == 1


def test_a_file_that_goes_on_changing_is_not_believed(meddled, tmp_path):
    def written(path):
        with path.open("a", encoding="utf-8") as stream:
            stream.write("lagi\n")

    cache = Cache(tmp_path / "bacaan")
    file, _ = meddled(written, cache)
    assert file.galat == (
        "Berkas ini terus berubah selagi dibaca. Tunggu sampai selesai disalin atau disimpan, lalu periksa lagi."
    )
    assert file.document is None
    assert not file.tetap
    assert cache.contents().entries == 0


def test_a_file_that_vanishes(meddled):
    file, _ = meddled(lambda path: path.unlink(missing_ok=True))
    assert file.galat == "Berkas tidak ditemukan atau tidak dapat dibuka. Periksa nama dan izin berkas."
    assert (file.sha256, file.tetap) == ("", False)
