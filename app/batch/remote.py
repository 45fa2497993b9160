"""What runs on the computers of a cluster: the same two tasks, reading a file and judging a unit.

Neither happens in the process of the cluster's worker itself: a file is read in a process with limits, a unit judged in
one of its own, so that whatever a document does costs that document or that unit and no worker.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
import threading
from functools import lru_cache
from pathlib import Path

from saksama.app.batch.bundle import unpack
from saksama.app.batch.order import Failed, Job, Order, Papers
from saksama.app.batch.process import Judge
from saksama.app.console import JobError
from saksama.app.work.limits import default_limits
from saksama.app.work.messages import Task
from saksama.app.work.pool import Pool
from saksama.app.work.version import program_version
from saksama.parsers.ocr.extra import available

_MOST = 64
"""Readers at once in one worker; the cluster itself gives a worker no more tasks than it has threads."""
_idle: list[Judge] = []
_lock = threading.Lock()


def same_program(version: str) -> None:
    """Raise JobError unless this computer has the very program that asks: another would judge otherwise."""
    if program_version() != version:
        raise JobError(
            "pekerja gugus memakai Saksama atau pustaka versi lain. Pasang versi yang sama pada semua komputer gugus "
            "(requirements/gugus.txt), lalu ulangi."
        )


def read_file(version: str, task: Task) -> bytes:
    """The file of a task, which brings its content, as encoded Berkas."""
    same_program(version)
    return next(_pool().begin([task]).payloads())


def judge_there(version: str, order: Order, packed: bytes, job: Job, payloads: list[bytes]) -> Papers | Failed:
    """As tasks.judge_unit; packed: see bundle."""
    same_program(version)
    with _lock:
        judge = _idle.pop() if _idle else Judge()
    try:
        return judge.ask(_placed(packed, order), job, payloads)
    finally:
        with _lock:
            _idle.append(judge)


@lru_cache(maxsize=1)
def _pool() -> Pool:
    """The readers of this worker, for as long as it lives. They keep nothing: the documents are not this computer's."""
    pool = Pool(default_limits(scans=available(), workers=_MOST), _MOST)
    atexit.register(pool.close)
    return pool


@lru_cache(maxsize=4)
def _placed(packed: bytes, order: Order) -> Order:
    folder = Path(tempfile.mkdtemp(prefix="saksama-gugus-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return unpack(packed, order, folder)
