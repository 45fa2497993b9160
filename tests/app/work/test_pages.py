"""The pages of one scan, read by several workers and put together: in order, resumable, and told as one file."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from saksama.app.work.cache import Cache
from saksama.app.work.codec import decode
from saksama.app.work.limits import MEGA, Limits
from saksama.app.work.pool import Pool
from saksama.parsers.files import sha256

SCANNED = range(3, 10)
WHOLE = "\n".join(f"{number} halaman {number}" for number in SCANNED)


@pytest.fixture
def pages_read(tmp_path: Path):
    """The pages that workers were asked for since this was last called."""

    def call() -> list[int]:
        place = tmp_path / "dibaca"
        found = [int(line) for line in place.read_text().split()] if place.exists() else []
        place.unlink(missing_ok=True)
        return found

    return call


def test_pages_are_put_together_in_order(read, made, pages_read):
    for size in (1, 3):
        first, scan, last = read(made("a.txt", "pindai.txt", "b.txt"), size)
        assert (first.galat, scan.galat, last.galat) == (None, None, None)
        assert scan.alasan == WHOLE
        assert sorted(pages_read()) == list(SCANNED)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("pindai-5mati.txt", r"Pembaca dokumen terhenti oleh berkas ini"),
        ("pindai-5rusak.txt", r"Kesalahan di dalam program Saksama .*KeyError: 'halaman'"),
        ("pindai-5macet.txt", r"melebihi batas waktu"),
        # The page that comes first decides, whichever fails first.
        ("pindai-5macet-6rusak.txt", r"melebihi batas waktu"),
    ],
)
def test_a_page_that_ends_its_reader_is_the_end_of_its_file_alone(read, made, name, said):
    bad, good = read(made(name, "a.txt"), size=2, limits=Limits(1024 * MEGA, 30, 3.0))
    assert good.galat is None
    assert re.search(said, bad.galat or "")
    assert (bad.berkas, len(bad.sha256), bad.document) == (name, 64, None)


def test_after_a_page_that_fails_no_more_are_read(read, made, pages_read):
    read(made("pindai-4rusak.txt"), size=1)
    assert pages_read() == [3, 4]


def test_a_page_that_is_gone_is_left_to_whoever_reads_the_whole(read, made):
    (scan,) = read(made("pindai-5hilang.txt"))
    assert scan.alasan == WHOLE.replace("5 halaman 5\n", "")


def test_a_scan_that_changes_meanwhile_is_read_again(read, made, pages_read):
    tasks = made("pindai-5ubah.txt", "pindai-5selalu.txt")
    changed, unsettled = read(tasks, size=1)
    assert changed.alasan == WHOLE
    assert changed.sha256 == sha256(tasks[0].path)
    assert "terus berubah" in (unsettled.galat or "")
    assert len(pages_read()) == (2 + 3) * len(SCANNED)


def test_all_pages_together_have_a_time_limit(read, made):
    (slow,) = read(made("pindai-4lambat.txt"), size=1, limits=Limits(1024 * MEGA, 30, 5.0, 0.1))
    assert slow.galat is None
    (slow,) = read(made("pindai-3lambat-4lambat-5lambat-6lambat.txt"), 1, Limits(1024 * MEGA, 30, 5.0, 0.1))
    assert "batas waktu" in (slow.galat or "")


def test_an_interrupted_scan_goes_on_where_it_stood(naughty, made, pages_read, tmp_path):
    cache = Cache(tmp_path / "tembolok")
    tasks = made("pindai-6macet.txt")
    with Pool(Limits(1024 * MEGA, 30, 60.0), 1, cache, naughty) as pool:
        pool.begin(tasks)
        while 6 not in (read := pages_read()):
            time.sleep(0.05)
    assert read[-1] == 6
    assert cache.contents().entries == 3
    with Pool(Limits(1024 * MEGA, 30, 2.0), 1, cache, naughty) as pool:
        (payload,) = pool.begin(tasks).payloads()
    assert pages_read() == [6]
    assert "batas waktu" in (decode(payload).galat or "")


def test_what_is_kept_in_the_end_is_the_whole_file(read, made, pages_read, tmp_path):
    cache = Cache(tmp_path / "tembolok")
    tasks = made("pindai.txt")
    first = read(tasks, cache=cache)
    assert cache.contents().entries == 1
    pages_read()
    assert read(tasks, cache=cache) == first
    assert pages_read() == []


def test_how_far_a_scan_has_come_is_told(naughty, made):
    said: list[str] = []
    with Pool(Limits(1024 * MEGA, 30, 20.0), 1, command=naughty) as pool:
        list(pool.begin(made("pindai-5lambat-7lambat.txt")).payloads(say=said.append))
    assert any(re.fullmatch(r"pindai.*\.txt, halaman 5 dari 9; sisa sekitar 1 menit", text) for text in said), said
