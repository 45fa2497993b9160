"""What the workers of a pool do: a file, or a scan page by page with its pages put together in the end.

Each job is run on one seat and gives the jobs that follow from it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

import msgspec

from saksama.app.remaining import remaining
from saksama.app.work.codec import encode
from saksama.app.work.failed import failed, unsettled
from saksama.app.work.limits import Limits
from saksama.app.work.messages import Task
from saksama.app.work.process import Died, Failure
from saksama.app.work.seat import LOOKS, PageRead, Scan, Seat

_TICK = 0.25
Say = Callable[[str], None]
Result = TypeVar("Result")


def quiet(text: str) -> None:
    """Nobody is watching."""


class At(msgspec.Struct, frozen=True):
    """What goes on: the file, its page of how many where it has more than one, and how long that will take."""

    name: str = ""
    page: int = 0
    pages: int = 0
    left: str = ""

    @property
    def place(self) -> str:
        """The page alone, as a person says it; "" for a file without pages."""
        return f"halaman {self.page} dari {self.pages}" if self.pages > 1 else ""

    def __str__(self) -> str:
        after = f"; {self.left}" if self.left else ""
        return f"{self.name}, {self.place}{after}" if self.place else self.name


class Batch:
    """Files handed to a pool together, what was read of them, and where the reading is."""

    def __init__(self, tasks: Sequence[Task], wait: Callable[[Callable[[], bool]], None]) -> None:
        self.tasks = tuple(tasks)
        self.at = At()
        self._wait = wait
        self._done: dict[int, bytes] = {}
        self._finished: list[str] = []
        self._read = False
        self._known = threading.Event()
        if not tasks:
            self._known.set()

    def kept(self) -> bool:
        """Whether all of it was kept from an earlier time; returns as soon as a worker must read anything.

        To be asked before `payloads`. Raises JobError, see pool.
        """
        while not self._known.wait(_TICK):
            # Raises where nothing will ever be known.
            self._wait(lambda: True)
        return not self._read

    def payloads(self, step: Say = quiet, say: Say = quiet) -> Iterator[bytes]:
        """What was read, one after the other; waits for each. To be gone through once. Raises JobError, see pool.

        step is called with the name of each file that is done, in the order they are; say with what goes on.
        """
        told = 0
        for index in range(len(self.tasks)):
            while index not in self._done:
                self._wait(lambda index=index: index in self._done)  # type: ignore[misc]
                say(str(self.at))
                while told < len(self._finished):
                    step(self._finished[told])
                    told += 1
            yield self._done.pop(index)

    def begun(self) -> None:
        """For the jobs: a worker reads one of the files."""
        self._read = True
        self._known.set()

    def put(self, index: int, payload: bytes) -> None:
        """For the jobs: a file has been read."""
        self._done[index] = payload
        self._finished.append(self.tasks[index].name)
        if len(self._finished) == len(self.tasks):
            self._known.set()


class Job(Protocol):
    """Something to be done at a seat."""

    def run(self, seat: Seat, limits: Limits) -> Sequence[Job]:
        """Do it; returns what is to be done next because of it."""


class File:
    """A file of a batch to be read; looks: how often it changed while it was put together from its pages."""

    def __init__(self, batch: Batch, index: int, looks: int = 0) -> None:
        self._batch, self._index, self._looks = batch, index, looks

    def run(self, seat: Seat, limits: Limits) -> Sequence[Job]:
        """Read the file, or find that it is a scan, whose pages are then jobs of their own."""
        task = self._batch.tasks[self._index]
        self._batch.at = At(task.name)

        def hear(page: int, pages: int) -> None:
            if not pages:
                self._batch.begun()
            elif pages > 1:
                self._batch.at = At(task.name, page, pages)

        found = seat.read(task, hear)
        if isinstance(found, Scan):
            if self._looks < LOOKS:
                pages = Pages(found, self._batch, self._index, File(self._batch, self._index, self._looks + 1))
                return [_Page(pages, number) for number in found.numbers]
            found = encode(unsettled(task, found.sha256))
        self._batch.put(self._index, found)
        return ()


class Pages:
    """The pages of a scan on their way: which have been read, and what became of the file. May be used by any thread.

    A page that can't be read is the end of its file, as if the pages were read in turn: those after it are left out,
    those before it may still tell another reason. again: what to do where the file changed meanwhile.
    """

    def __init__(self, scan: Scan, batch: Batch, index: int, again: File) -> None:
        self.scan, self.again = scan, again
        self._batch, self._index = batch, index
        self._lock = threading.Lock()
        self._done: dict[int, bytes] = {}
        self._failed: dict[int, Failure] = {}
        self._begun, self._spent, self._worked = 0, 0.0, 0
        self._settled = False
        self._started = time.monotonic()

    def begin(self, number: int) -> bool:
        """A page is about to be read; False where that is of no use any more."""
        with self._lock:
            if any(number > other for other in self._failed):
                return False
            self._begun += 1
            text = self.scan.pages - len(self.scan.numbers)
            left = remaining(self._started, self._worked, len(self.scan.numbers) - len(self._done))
            self._batch.at = At(self.scan.task.name, text + self._begun, self.scan.pages, left)
            return True

    def end(self, number: int, page: PageRead, limits: Limits) -> Sequence[Job]:
        """A page has been read, or not; returns the putting together once nothing more is awaited."""
        with self._lock:
            self._spent += page.seconds
            self._worked += not page.kept
            if isinstance(page.got, bytes):
                self._done[number] = page.got
            else:
                self._failed[number] = page.got
            if self._spent > limits.total_wait(self.scan.pages):
                self._failed.setdefault(number, Died("waktu", fresh=False))
            if not self._failed:
                return [_Together(self)] if len(self._done) == len(self.scan.numbers) else ()
            first = min(self._failed)
            if self._settled or any(other not in self._done for other in self.scan.numbers if other < first):
                return ()
            self._settled = True
            verdict = self._failed[first]
        self.put(encode(failed(self.scan.task, self.scan.sha256, verdict, limits)))
        return ()

    def together(self) -> dict[int, bytes]:
        """The pages by number, but for those that are not there any more."""
        return {number: page for number, page in sorted(self._done.items()) if page}

    def put(self, payload: bytes) -> None:
        """The file has been read, or can't be."""
        self._batch.put(self._index, payload)

    def say(self) -> None:
        """All pages have been read."""
        self._batch.at = At(self.scan.task.name)


class _Page:
    """One page of a scan to be read."""

    def __init__(self, pages: Pages, number: int) -> None:
        self._pages, self._number = pages, number

    def run(self, seat: Seat, limits: Limits) -> Sequence[Job]:
        if not self._pages.begin(self._number):
            return ()
        page = seat.page(self._pages.scan, self._number, lambda page, pages: None)
        return self._pages.end(self._number, page, limits)


class _Together:
    """A scan to be put together."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    def run(self, seat: Seat, limits: Limits) -> Sequence[Job]:
        self._pages.say()
        payload = seat.whole(self._pages.scan, self._pages.together(), lambda page, pages: None)
        if payload is None:
            return [self._pages.again]
        self._pages.put(payload)
        return ()


class Call(Generic[Result]):
    """Anything else that a seat can do; done holds what it gave."""

    def __init__(self, work: Callable[[Seat], Result]) -> None:
        self._work = work
        self.done: list[Result] = []

    def run(self, seat: Seat, limits: Limits) -> Sequence[Job]:
        """Do it."""
        self.done.append(self._work(seat))
        return ()
