"""What was read is kept for its owner alone, found again, and never trusted when it is not whole."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saksama.app.work.cache import Cache, folder
from saksama.app.work.messages import Task, task

KEY, OTHER = "a" * 64, "b" * 64
PAYLOAD = b'{"berkas":"pk.pdf","sha256":"00"}' * 20


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "atas" / "bacaan")


def test_what_is_kept_is_found_again(cache):
    assert cache.get(KEY) is None
    cache.put(KEY, PAYLOAD)
    assert cache.get(KEY) == PAYLOAD
    assert cache.get(OTHER) is None
    assert cache.contents().entries == 1
    cache.put(KEY, b"baru")
    assert cache.get(KEY) == b"baru"
    assert [path.suffix for path in cache.place.iterdir()] == [".bacaan"]


@pytest.mark.parametrize("there", [False, True])
def test_nobody_else_may_look(cache, there):
    old = os.umask(0)
    if there:
        cache.place.mkdir(parents=True)
    try:
        cache.put(KEY, PAYLOAD)
    finally:
        os.umask(old)
    (entry,) = cache.place.iterdir()
    assert stat.S_IMODE(cache.place.stat().st_mode) == 0o700
    assert stat.S_IMODE(entry.stat().st_mode) == 0o600


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_entry_is_no_entry(cache, data):
    cache.put(KEY, PAYLOAD)
    path = cache.place / f"{KEY}.bacaan"
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    if data.draw(st.booleans()):
        path.write_bytes(whole[:at])
    else:
        path.write_bytes(whole[:at] + bytes([whole[at] ^ data.draw(st.integers(1, 255))]) + whole[at + 1 :])
    assert cache.get(KEY) is None
    cache.put(KEY, PAYLOAD)
    assert cache.get(KEY) == PAYLOAD


def test_an_entry_of_another_file_is_no_entry(cache):
    cache.put(KEY, PAYLOAD)
    (cache.place / f"{KEY}.bacaan").rename(cache.place / f"{OTHER}.bacaan")
    assert cache.get(OTHER) is None


def test_all_that_decides_the_reading_makes_the_key(cache, monkeypatch):
    one = task(Path("/a/pk.pdf"), "pk.pdf")
    others = [
        (task(Path("/a/pk.pdf"), "TW 2/pk.pdf"), "1"),
        (task(Path("/a/pk.pdf"), "pk.pdf", "bukti"), "1"),
        (task(Path("/a/pk.docx"), "pk.pdf"), "1"),
        (one, "2"),
    ]
    keys = {cache.key(one, "1"), *(cache.key(*other) for other in others)}
    assert len(keys) == 5
    assert cache.key(task(Path("/tempat/lain/pk.pdf"), "pk.pdf"), "1") == cache.key(one, "1")
    monkeypatch.setattr("saksama.app.work.cache.reader_version", lambda: "lain")
    assert cache.key(one, "1") not in keys


def test_a_file_as_content_is_called_by_its_name(cache):
    content = Task(b"", "pk.pdf", content=b"isi")
    assert cache.key(content, "1") != cache.key(msgspec.structs.replace(content, name="pk.docx"), "1")


def test_the_least_used_go_when_it_grows_too_large(tmp_path):
    cache = Cache(tmp_path / "bacaan", most=2500)
    keys = [letter * 64 for letter in "abc"]
    for age, key in enumerate(keys):
        cache.put(key, os.urandom(1000))
        os.utime(cache.place / f"{key}.bacaan", (1_000_000 + age, 1_000_000 + age))
    assert cache.get(keys[0])
    (cache.place / "lama.sementara").write_bytes(b"separuh")
    os.utime(cache.place / "lama.sementara", (1_000_000, 1_000_000))
    (cache.place / "baru.sementara").write_bytes(b"sedang ditulis")
    cache.trim()
    assert {path.name[0] for path in cache.place.glob("*.bacaan")} == {"a", "c"}
    assert [path.name for path in cache.place.glob("*.sementara")] == ["baru.sementara"]


def test_where_nothing_can_be_written_there_is_trouble_and_no_error(tmp_path):
    (tmp_path / "berkas").write_text("bukan folder", encoding="utf-8")
    cache = Cache(tmp_path / "berkas" / "bacaan")
    cache.put(KEY, PAYLOAD)
    assert cache.get(KEY) is None
    assert cache.trouble is not None
    assert "tidak dapat disimpan" in cache.trouble
    assert cache.contents().entries == 0


def test_a_folder_of_somebody_else_is_not_used(cache, monkeypatch):
    cache.put(KEY, PAYLOAD)
    monkeypatch.setattr(os, "geteuid", lambda: 54321)
    strange = Cache(cache.place)
    assert strange.get(KEY) is None
    strange.put(OTHER, PAYLOAD)
    assert "tidak diizinkan" in (strange.trouble or "")
    assert [path.stem for path in cache.place.iterdir()] == [KEY]


def test_clearing_takes_all(cache):
    cache.put(KEY, PAYLOAD)
    cache.put(OTHER, PAYLOAD)
    (cache.place / "x.sementara").write_bytes(b"")
    assert cache.clear().entries == 2
    assert list(cache.place.iterdir()) == []
    assert cache.clear().entries == 0


def test_reading_an_entry_says_that_it_is_used(cache):
    cache.put(KEY, PAYLOAD)
    path = cache.place / f"{KEY}.bacaan"
    os.utime(path, (1_000_000, 1_000_000))
    cache.get(KEY)
    assert time.time() - path.stat().st_mtime < 60


def test_the_environment_moves_it(monkeypatch, tmp_path):
    monkeypatch.setenv("SAKSAMA_TEMBOLOK", str(tmp_path))
    assert folder() == tmp_path / "bacaan"
    monkeypatch.delenv("SAKSAMA_TEMBOLOK")
    assert folder().parts[-2:] == ("saksama", "bacaan")
