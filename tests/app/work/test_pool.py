"""Many files at once: stable order, deaths that cost one file, nothing left behind."""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
import zlib
from pathlib import Path

import msgspec
import pytest

from saksama.app.console import JobError
from saksama.app.work import pool
from saksama.app.work.cache import Cache
from saksama.app.work.codec import decode
from saksama.app.work.limits import MEGA, Limits
from saksama.app.work.messages import task
from saksama.app.work.options import opened
from saksama.app.work.pool import Pool, default_size

LIMITS = Limits(1024 * MEGA, step_cpu=30, step_wait=20.0)


def test_results_come_in_the_order_of_the_files(read, made, tmp_path):
    tasks = made("a.txt", "b.txt", "c.txt", "d.txt", "e.txt")
    (tmp_path / "c.txt").write_text("Panjang. " * 5000, encoding="utf-8")
    for size in (1, 3):
        assert [file.berkas for file in read(tasks, size)] == ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("rusak.txt", r"Kesalahan di dalam program Saksama .*\(KeyError: 'lembar'\)\. Laporkan"),
        ("tolak.txt", r"Sistem menolak pembacaan \(tidak ada izin"),
        ("mati.txt", r"Pembaca dokumen terhenti oleh berkas ini: .* 1024 MB\. Buka"),
        ("rakus.txt", r"memori melebihi batas 1024 MB\. Buka"),
    ],
)
def test_a_file_that_ends_its_reader_costs_itself_alone(read, made, name, said):
    before, bad, after = read(made("a.txt", name, "b.txt"), size=1)
    assert (before.galat, after.galat) == (None, None)
    assert before.document is not None
    assert bad.galat is not None
    assert re.search(said, bad.galat)
    assert len(bad.sha256) == 64
    assert (bad.document, bad.records) == (None, ())


def test_a_reader_that_hangs_or_burns_time_is_ended(read, made):
    good, waits, burns = read(made("a.txt", "macet.txt", "sibuk.txt"), limits=Limits(1024 * MEGA, 1, 5.0))
    assert good.galat is None
    assert waits.galat == burns.galat
    assert "batas waktu" in (waits.galat or "")


def test_pages_that_come_along_are_no_silence(read, made):
    (slow,) = read(made("lambat.txt"), limits=Limits(1024 * MEGA, 30, 2.5, 2.0))
    assert slow.galat is None
    (slow,) = read(made("lambat.txt"), limits=Limits(1024 * MEGA, 30, 1.0, 0.1))
    assert "batas waktu" in (slow.galat or "")


def test_what_a_library_prints_is_no_answer(read, made, capfd):
    first, second = read(made("berisik.txt", "a.txt"), size=1)
    assert (first.galat, second.galat) == (None, None)
    assert capfd.readouterr() == ("", "")


def test_a_pipe_is_waited_for_no_longer_than_the_limit(read, tmp_path):
    os.mkfifo(tmp_path / "pipa.txt")
    (file,) = read([task(tmp_path / "pipa.txt", "pipa.txt")], limits=Limits(1024 * MEGA, 30, 1.0))
    assert "batas waktu" in (file.galat or "")


def _bomb(path: Path, size: int) -> None:
    """A PDF whose page is a stream of so many bytes of white space, packed a thousandfold."""
    packed = zlib.compress(b" " * size, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
    ]
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    path.write_bytes(
        b"%sxref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (body, table, len(body))
    )


def test_a_stream_bomb_ends_its_worker_and_nothing_else(made, tmp_path):
    _bomb(tmp_path / "bom.pdf", 900 * MEGA)
    tasks = [*made("a.txt"), task(tmp_path / "bom.pdf", "bom.pdf"), *made("b.txt")]
    with Pool(Limits(800 * MEGA), 1) as pool:
        first, bomb, last = (decode(payload) for payload in pool.begin(tasks).payloads())
    assert (first.galat, last.galat) == (None, None)
    assert "800 MB" in (bomb.galat or "")


def test_only_what_was_read_is_kept(read, made, tmp_path):
    cache = Cache(tmp_path / "tembolok")
    tasks = made("a.txt", "mati.txt", "rusak.txt", "kosong.txt")
    tasks[-1].path.write_bytes(b"")
    first = read(tasks, cache=cache)
    assert [file.galat is None for file in first] == [True, False, False, False]
    assert cache.contents().entries == 2
    assert read(tasks, cache=cache) == first


def test_a_file_may_come_as_content(made, tmp_path):
    (there,) = made("a.txt")
    content = msgspec.structs.replace(there, place=b"", content=there.path.read_bytes())
    with Pool(LIMITS, 1) as pool:
        one, other = pool.begin([there, content]).payloads()
    assert one == other


def test_batches_may_overlap(made):
    with Pool(LIMITS, 2) as pool:
        first, second = pool.begin(made("a.txt", "b.txt")), pool.begin(made("c.txt"))
        assert [decode(payload).berkas for payload in (*second.payloads(), *first.payloads())] == [
            "c.txt",
            "a.txt",
            "b.txt",
        ]
        assert list(pool.begin([]).payloads()) == []


def test_steps_and_pages_are_told(naughty, made):
    done: list[str] = []
    said: set[str] = set()
    with Pool(LIMITS, 2, command=naughty) as pool:
        list(pool.begin(made("lambat.txt", "a.txt")).payloads(done.append, said.add))
    assert sorted(done) == ["a.txt", "lambat.txt"]
    assert any(re.fullmatch(r"lambat\.txt, halaman \d dari 6", text) for text in said)


def test_what_was_kept_is_known_to_be(made, tmp_path):
    cache = Cache(tmp_path / "tembolok")
    for names, kept in ((("a.txt",), False), (("a.txt",), True), (("a.txt", "b.txt"), False), ((), True)):
        with Pool(LIMITS, 2, cache) as pool:
            batch = pool.begin(made(*names))
            assert batch.kept() is kept
            assert len(list(batch.payloads())) == len(names)


@pytest.mark.parametrize("command", [("/tidak/ada",), (sys.executable, "-c", "raise SystemExit(3)")])
def test_where_no_worker_starts_the_job_ends(made, command):
    with (
        Pool(LIMITS, 2, command=command) as pool,
        pytest.raises(JobError, match="pembaca berkas tidak dapat dijalankan"),
    ):
        list(pool.begin(made("a.txt", "b.txt")).payloads())


def test_leaving_ends_workers_at_once_and_leaves_nothing(naughty, made, tmp_path, monkeypatch):
    own = tmp_path / "sementara"
    own.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(own))
    with Pool(LIMITS, 2, command=naughty) as pool:
        pool.begin(made("macet.txt", "sibuk.txt", "a.txt"))
        while len(list(own.iterdir())) < 2:
            time.sleep(0.05)
        started = time.monotonic()
    assert time.monotonic() - started < 15
    assert list(own.iterdir()) == []
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_fork_that_imports_from_the_folder_it_stands_in_is_not_ours(made, tmp_path, monkeypatch):
    (tmp_path / "msgspec.py").write_text("raise SystemExit(3)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with Pool(LIMITS, 1) as pool:
        (payload,) = pool.begin(made("a.txt")).payloads()
    assert decode(payload).galat is None


def test_who_stops_the_work_is_told_that_it_goes_on_from_there(made):
    def stopped(*, kept: bool) -> None:
        with opened(1, tanpa_tembolok=not kept) as workers:
            list(workers.begin(made("a.txt")).payloads())
            raise KeyboardInterrupt

    with pytest.raises(JobError, match="perintah yang sama melanjutkannya"):
        stopped(kept=True)
    with pytest.raises(KeyboardInterrupt):
        stopped(kept=False)


def test_how_many(monkeypatch):
    monkeypatch.setattr(pool, "available", lambda: False)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(1), raising=False)
    assert default_size() == 1
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(32), raising=False)
    assert default_size() == 4


@pytest.mark.parametrize(("gigabytes", "workers"), [(0.9, 1), (3.7, 2), (7.6, 4), (64, 4), (None, 4)])
def test_readers_of_scans_need_memory(monkeypatch, gigabytes, workers):
    monkeypatch.setattr(pool, "available", lambda: True)
    monkeypatch.setattr(pool, "processors", lambda: 8)
    monkeypatch.setattr(pool, "memory", lambda: gigabytes and int(gigabytes * (1 << 30)))
    assert default_size() == workers
