"""Several workers at once: files in, what was read out, in the order in which the files were given.

    with Pool(default_limits(scans=available()), cache=Cache(folder())) as pool:   # or options.opened(...)
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
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from types import TracebackType

from saksama.app.console import JobError
from saksama.app.work.cache import Cache
from saksama.app.work.limits import Limits
from saksama.app.work.messages import Task
from saksama.app.work.process import COMMAND, StartError
from saksama.app.work.seat import Seat

MOST = 4
"""Workers unless more are asked for: beyond that a laptop's memory is the limit, not its processor."""

_TICK = 0.25
Say = Callable[[str], None]


def _quiet(text: str) -> None:
    """Nobody is watching."""


def default_size() -> int:
    """How many workers: as many as there are processors for this process, at most MOST."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, MOST))


class Batch:
    """Files handed to a pool together, and what was read of them."""

    def __init__(self, tasks: Sequence[Task], wait: Callable[[Callable[[], bool]], str]) -> None:
        self.tasks = tuple(tasks)
        self._wait = wait
        self._done: dict[int, bytes] = {}
        self._finished: list[str] = []

    def payloads(self, step: Say = _quiet, say: Say = _quiet) -> Iterator[bytes]:
        """What was read, one after the other; waits for each. To be gone through once. Raises JobError, see above.

        step is called with the name of each file that is done, in the order they are; say with what goes on.
        """
        told = 0
        for index in range(len(self.tasks)):
            while index not in self._done:
                say(self._wait(lambda index=index: index in self._done))  # type: ignore[misc]
                while told < len(self._finished):
                    step(self._finished[told])
                    told += 1
            yield self._done.pop(index)

    def put(self, index: int, payload: bytes) -> None:
        """For the pool: a file has been read."""
        self._done[index] = payload
        self._finished.append(self.tasks[index].name)


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
        self._waiting: list[tuple[int, int, int, Batch]] = []
        self._batches = self._idle = 0
        self._seats: list[Seat] = []
        self._threads: list[threading.Thread] = []
        self._closed = False
        self._broken: str | None = None
        self._saying = ""

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
                heapq.heappush(self._waiting, (self._batches, -size, index, batch))
            if self._waiting and not self._threads:
                self._start(self._watch)
            for _ in range(min(self._size - len(self._seats), len(self._waiting) - self._idle)):
                seat = Seat(self._limits, self._cache, self._command)
                self._seats.append(seat)
                self._start(self._serve, seat)
            self._changed.notify_all()
        return batch

    def _start(self, work: Callable[..., None], *args: Seat) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _wait(self, ready: Callable[[], bool]) -> str:
        """Wait until something has been read, or a moment; what goes on. Raises JobError where nothing will be."""
        with self._changed:
            if self._broken is None and not ready():
                self._changed.wait(_TICK)
            if self._broken is not None:
                raise JobError(
                    f"pembaca berkas tidak dapat dijalankan ({self._broken}). Tutup program lain atau mulai ulang "
                    "komputer, lalu coba lagi; bila tetap gagal, pasang ulang Saksama."
                )
            return self._saying

    def _serve(self, seat: Seat) -> None:
        """The thread of a seat: takes the next file, has it read, and so on."""
        why = "kesalahan di dalam program"
        try:
            while (job := self._next()) is not None:
                batch, index = job
                task = batch.tasks[index]
                self._saying = task.name
                payload = seat.read(task, lambda page, pages, name=task.name: self._hear(name, page, pages))  # type: ignore[misc]
                with self._changed:
                    batch.put(index, payload)
                    self._changed.notify_all()
            why = ""
        except StartError as error:
            why = str(error)
        finally:
            seat.leave()
            with self._changed:
                if why and not self._closed:
                    self._broken = why
                self._changed.notify_all()

    def _next(self) -> tuple[Batch, int] | None:
        with self._changed:
            self._idle += 1
            while not self._waiting and not self._closed:
                self._changed.wait()
            self._idle -= 1
            if self._closed:
                return None
            _, _, index, batch = heapq.heappop(self._waiting)
            return batch, index

    def _hear(self, name: str, page: int, pages: int) -> None:
        if pages > 1:
            self._saying = f"{name}, halaman {page} dari {pages}"

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
