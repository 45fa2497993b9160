"""What runs on the computers of a cluster: the same tasks, reading a file or a page of a scan, and judging a unit.

None happens in the process of the cluster's worker itself: files are read in processes with limits, a unit is judged in
one of its own, so that whatever a document does costs that document or that unit and no worker.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
import threading
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from saksama.app.batch.bundle import unpack
from saksama.app.batch.order import Failed, Job, Order, Papers
from saksama.app.batch.process import Judge
from saksama.app.work.codec import encode
from saksama.app.work.failed import failed
from saksama.app.work.limits import Limits, default_limits
from saksama.app.work.messages import Task
from saksama.app.work.pool import Pool
from saksama.app.work.seat import PageRead, Scan
from saksama.parsers.ocr.extra import available

_MOST = 64
"""Readers at once in one worker; the cluster itself gives a worker no more tasks than it has threads."""
_idle: list[Judge] = []
_lock = threading.Lock()


def read_file(task: Task) -> bytes | Scan:
    """The file of a task, which brings its content, as encoded Berkas; or the scan that it is, with its content."""
    return _pool().call(lambda seat: seat.read(task, _hear))


def scanned_pages(read: bytes | Scan) -> tuple[int, ...]:
    """The pages of a file that are to be read one by one: none where it has been read."""
    return read.numbers if isinstance(read, Scan) else ()


def read_page(scan: Scan, number: int) -> PageRead:
    """One page of a scan."""
    return _pool().call(lambda seat: seat.page(scan, number, _hear))


def read_whole(scan: Scan, pages: Sequence[PageRead]) -> bytes:
    """A scan as encoded Berkas, from its pages in their order; the first that can't be read is the end of the file."""
    got: dict[int, bytes] = {}
    for number, page in zip(scan.numbers, pages, strict=True):
        if not isinstance(page.got, bytes):
            return encode(failed(scan.task, scan.sha256, page.got, _limits()))
        got[number] = page.got
    payload = _pool().call(lambda seat: seat.whole(scan, got, _hear))
    assert payload is not None
    return payload


def judge_there(order: Order, packed: bytes, job: Job, payloads: list[bytes]) -> Papers | Failed:
    """As tasks.judge_unit; packed: see bundle."""
    with _lock:
        judge = _idle.pop() if _idle else Judge()
    try:
        return judge.ask(_placed(packed, order), job, payloads)
    finally:
        with _lock:
            _idle.append(judge)


def _hear(page: int, pages: int) -> None:
    """Nobody is watching from so near."""


def _limits() -> Limits:
    """As for readers of a full machine: the cluster keeps its processors at work."""
    return default_limits(scans=available(), workers=_MOST)


@lru_cache(maxsize=1)
def _pool() -> Pool:
    """The readers of this worker, for as long as it lives. They keep nothing: the documents are not this computer's."""
    pool = Pool(_limits(), _MOST)
    atexit.register(pool.close)
    return pool


@lru_cache(maxsize=4)
def _placed(packed: bytes, order: Order) -> Order:
    folder = Path(tempfile.mkdtemp(prefix="saksama-gugus-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return unpack(packed, order, folder)
