"""The seat of one worker: whoever sits there is replaced when a file is its end, and the file gets its verdict."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import msgspec

from saksama.app.work.cache import Cache
from saksama.app.work.codec import encode
from saksama.app.work.failed import failed, unsettled
from saksama.app.work.limits import Limits
from saksama.app.work.messages import Ask, Page, Part, Read, Scans, Task, Whole
from saksama.app.work.process import COMMAND, Answer, Died, Failure, Worker
from saksama.parsers.files import sha256
from saksama.parsers.steps import Hear

LOOKS = 3
"""How often a file that changes while it is read is tried."""


class Scan(msgspec.Struct, frozen=True):
    """A file with many scanned pages, to be read one by one: their numbers, and how many pages it has in all.

    sha256 and state (size and time of change) tell whether it is still the same file.
    """

    task: Task
    sha256: str
    state: tuple[int, int]
    numbers: tuple[int, ...]
    pages: int


class PageRead(msgspec.Struct, frozen=True):
    """What became of a page: the page itself, empty where there is none any more, or why it can't be read.

    kept: it was read at an earlier time; seconds: how long it took a worker now.
    """

    got: bytes | Failure
    kept: bool = False
    seconds: float = 0.0


class Seat:
    """Reads one file after the other. `read` and `leave` belong to one thread; `tick` and `close` to any."""

    def __init__(self, limits: Limits, cache: Cache | None = None, command: Sequence[str] = COMMAND) -> None:
        self._limits = limits
        self._cache = cache
        self._command = command
        self._worker: Worker | None = None
        self._closed = False

    def read(self, task: Task, heard: Hear) -> bytes | Scan:
        """The file as encoded Berkas: what was kept of it, else as a worker reads it now; or the scan that it is.

        heard: told the page a worker is at, and 0, 0 when one begins; what was kept is not heard of.
        A file that changes meanwhile is read again: what is said of it must belong to the sha256 beside it. Raises
        StartError, as the other two do, where no worker can be started.
        """
        digest = ""
        for _ in range(LOOKS):
            state, digest = _state(task), _sha256(task)
            if (kept := self._kept(task, digest)) is not None:
                return kept
            answer = self._answer(task, heard)
            if isinstance(answer, Scans):
                return Scan(task, digest, state, answer.numbers, answer.pages)
            if (verdict := self._verdict(task, digest, answer)) is not None:
                return verdict
        return encode(unsettled(task, digest))

    def page(self, scan: Scan, number: int, heard: Hear) -> PageRead:
        """One page of a scan: what was kept of it, else as a worker reads it now."""
        if (kept := self._kept(scan.task, scan.sha256, number)) is not None:
            return PageRead(kept, kept=True)
        answer = self._answer(Page(scan.task, number), heard)
        seconds = self._worker.spent if self._worker is not None else 0.0
        if not isinstance(answer, Part):
            assert not isinstance(answer, Read | Scans)
            return PageRead(answer, seconds=seconds)
        if answer.payload and _state(scan.task) == scan.state:
            self._keep(answer.payload, scan.task, scan.sha256, number)
        return PageRead(answer.payload, seconds=seconds)

    def whole(self, scan: Scan, pages: Mapping[int, bytes], heard: Hear) -> bytes | None:
        """A scan as encoded Berkas, put together from its pages, which are then kept no longer one by one.

        None where the file has changed since it was looked at first.
        """
        answer = self._answer(Whole(scan.task, dict(pages)), heard)
        verdict = self._verdict(scan.task, scan.sha256, answer) if _state(scan.task) == scan.state else None
        if self._cache is not None and scan.sha256:
            self._cache.drop(self._cache.key(scan.task, scan.sha256, number) for number in scan.numbers)
        return verdict

    def tick(self, seconds: float) -> None:
        """So much time has passed; a worker that is over its time ends."""
        if (worker := self._worker) is not None:
            worker.tick(seconds)

    def close(self) -> None:
        """End the worker at once, whatever it is doing; `read` then comes back soon, with an answer of no meaning."""
        self._closed = True
        if (worker := self._worker) is not None:
            worker.kill()

    def leave(self) -> None:
        """End the worker and what it left."""
        if self._worker is not None:
            self._worker.end()
            self._worker = None

    def _verdict(self, task: Task, digest: str, answer: Answer) -> bytes | None:
        """The file as encoded Berkas, read or not, and kept where it may be; None where it has changed meanwhile."""
        if not isinstance(answer, Read):
            assert not isinstance(answer, Part | Scans)
            return encode(failed(task, digest, answer, self._limits))
        if answer.sha256 != digest:
            return None
        if answer.lasting:
            self._keep(answer.payload, task, digest)
        return answer.payload

    def _kept(self, task: Task, digest: str, page: int | None = None) -> bytes | None:
        if self._cache is None or not digest:
            return None
        return self._cache.get(self._cache.key(task, digest, page))

    def _keep(self, payload: bytes, task: Task, digest: str, page: int | None = None) -> None:
        if self._cache is not None and digest:
            self._cache.put(self._cache.key(task, digest, page), payload)

    def _answer(self, ask: Ask, heard: Hear) -> Answer:
        answer = self._ask(ask, heard)
        if isinstance(answer, Died) and answer.cause != "waktu" and not answer.fresh:
            # What was read before may have cost it the memory: the verdict must depend on this file alone.
            answer = self._ask(ask, heard)
        return answer

    def _ask(self, ask: Ask, heard: Hear) -> Answer:
        heard(0, 0)
        heard(0, 0)
        if self._worker is None:
            self._worker = Worker(self._limits, self._command)
            if self._closed:
                self._worker.kill()
        answer = self._worker.read(ask, heard)
        if isinstance(answer, Died):
            self.leave()
        return answer


def _sha256(task: Task) -> str:
    """The hash of the file, empty where it can't be read or is no regular file."""
    if task.content is not None:
        return hashlib.sha256(task.content).hexdigest()
    try:
        return sha256(task.path) if task.path.is_file() else ""
    except OSError:
        return ""


def _state(task: Task) -> tuple[int, int]:
    """Size and time of change of a file, by which a change is seen without reading it."""
    if task.content is not None:
        return len(task.content), 0
    try:
        found = task.path.stat()
    except OSError:
        return 0, 0
    return found.st_size, found.st_mtime_ns
