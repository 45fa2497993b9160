"""Several workers at once: files in, what was read out, in the order in which the files were given.

    with Pool(default_limits(...), cache=Cache(folder())) as pool:   # or options.opened(...)
        batch = pool.begin([task(path, name), ...])   # returns at once; the largest file is read first
        ...                                           # anything else meanwhile, also further batches
        for payload in batch.payloads(): ...          # bytes for codec.decode, one per task, in the tasks' order

`begin` and `payloads` may be called from any thread. A file that can't be read is a payload like any other (a Berkas
with `galat`); so are a file that kills its worker, one that goes over a limit, and one on which a reader breaks. Their
neighbours notice nothing. Only where no worker can be started at all does `payloads` raise JobError. Leaving the block
ends all workers at once, whatever they are doing, and leaves no process and no temporary file.
"""

from __future__ import annotations

import heapq
import threading
import time
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import TypeVar

from saksama.app.console import JobError
from saksama.app.work.cache import Cache
from saksama.app.work.jobs import Batch, Call, File, Job
from saksama.app.work.limits import Limits
from saksama.app.work.machine import GIGA, memory, processors
from saksama.app.work.messages import Task
from saksama.app.work.process import COMMAND, StartError
from saksama.app.work.seat import Seat
from saksama.parsers.ocr.extra import available

MOST = 4
"""Workers unless more are asked for: beyond that a laptop's memory is the limit, not its processor."""

_FOR_SCANS = 2 * GIGA
_TICK = 0.25
Result = TypeVar("Result")


def default_size() -> int:
    """How many workers: as many as there are processors for this process, at most MOST.

    Where scans can be read, each worker needs a gigabyte for that, and the computer as much for everything else.
    """
    size = memory() if available() else None
    bearable = round(size / _FOR_SCANS) if size is not None else MOST
    return max(1, min(processors(), MOST, bearable))


class Pool:
    """Worker processes, started when there is work for them; see the module for how it is used."""

    def __init__(
        self, limits: Limits, size: int | None = None, cache: Cache | None = None, command: Sequence[str] = COMMAND
    ) -> None:
        self._limits = limits
        self._size = size or default_size()
        self._cache = cache
        self._command = command
        # Guards all that follows.
        self._changed = threading.Condition()
        self._waiting: list[tuple[int, int, int, Job]] = []
        self._batches = self._jobs = self._idle = 0
        self._seats: list[Seat] = []
        self._threads: list[threading.Thread] = []
        self._closed = False
        self._broken: str | None = None

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all workers, whatever they are doing; what was not read yet will not be."""
        with self._changed:
            self._closed = True
            for seat in self._seats:
                seat.close()
            self._changed.notify_all()
        for thread in self._threads:
            thread.join()
        if self._cache is not None:
            self._cache.trim()

    def begin(self, tasks: Sequence[Task]) -> Batch:
        """Hand over files; reading begins at once, the largest first, after those of earlier batches."""
        batch = Batch(tasks, self._wait)
        sizes = [_size(task) for task in batch.tasks]
        with self._changed:
            self._batches += 1
            for index, size in enumerate(sizes):
                self._queue(self._batches, -size, File(batch, index))
        return batch

    def call(self, work: Callable[[Seat], Result]) -> Result:
        """Have something done at a seat, before all that waits, and wait for it. Raises JobError, see the module."""
        job = Call(work)
        with self._changed:
            self._queue(0, 0, job)
        while not job.done:
            self._wait(lambda: bool(job.done))
        return job.done[0]

    def _queue(self, batch: int, rank: int, *jobs: Job) -> None:
        """Put jobs among those that wait, and see that there are workers for them."""
        for job in jobs:
            self._jobs += 1
            heapq.heappush(self._waiting, (batch, rank, self._jobs, job))
        if self._waiting and not self._threads:
            self._start(self._watch)
        for _ in range(min(self._size - len(self._seats), len(self._waiting) - self._idle)):
            seat = Seat(self._limits, self._cache, self._command)
            self._seats.append(seat)
            self._start(self._serve, seat)
        self._changed.notify_all()

    def _start(self, work: Callable[..., None], *args: Seat) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _wait(self, ready: Callable[[], bool]) -> None:
        """Wait until something has been read, or a moment. Raises JobError where nothing will be."""
        with self._changed:
            if self._broken is None and not ready():
                self._changed.wait(_TICK)
            if self._broken is not None:
                raise JobError(
                    f"pembaca berkas tidak dapat dijalankan ({self._broken}). Tutup program lain atau mulai ulang "
                    "komputer, lalu coba lagi; bila tetap gagal, pasang ulang Saksama."
                )

    def _serve(self, seat: Seat) -> None:
        """The thread of a seat: takes the next job, has it done, and so on."""
        why = "kesalahan di dalam program"
        try:
            while (taken := self._next()) is not None:
                batch, rank, _, job = taken
                following = job.run(seat, self._limits)
                with self._changed:
                    self._queue(batch, rank, *following)
            why = ""
        except StartError as error:
            why = str(error)
        finally:
            seat.leave()
            with self._changed:
                if why and not self._closed:
                    self._broken = why
                self._changed.notify_all()

    def _next(self) -> tuple[int, int, int, Job] | None:
        with self._changed:
            self._idle += 1
            while not self._waiting and not self._closed:
                self._changed.wait()
            self._idle -= 1
            return None if self._closed else heapq.heappop(self._waiting)

    def _watch(self) -> None:
        """A thread that ends workers which are over their time; time the computer sleeps is not theirs."""
        last = time.monotonic()
        with self._changed:
            while not self._closed:
                self._changed.wait(_TICK)
                now = time.monotonic()
                for seat in self._seats:
                    seat.tick(min(now - last, 4 * _TICK))
                last = now


def _size(task: Task) -> int:
    if task.content is not None:
        return len(task.content)
    try:
        return task.path.stat().st_size
    except OSError:
        return 0
