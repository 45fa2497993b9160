"""The seat of one worker: whoever sits there is replaced when a file is its end, and the file gets its verdict."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from saksama.app.work.cache import Cache
from saksama.app.work.codec import encode
from saksama.app.work.failed import failed, unsettled
from saksama.app.work.limits import Limits
from saksama.app.work.messages import Read, Task
from saksama.app.work.process import COMMAND, Answer, Died, Worker
from saksama.parsers.files import sha256
from saksama.parsers.steps import Hear

_LOOKS = 3
"""How often a file that changes while it is read is tried."""


class Seat:
    """Reads one file after the other. `read` and `leave` belong to one thread; `tick` and `close` to any."""

    def __init__(self, limits: Limits, cache: Cache | None = None, command: Sequence[str] = COMMAND) -> None:
        self._limits = limits
        self._cache = cache
        self._command = command
        self._worker: Worker | None = None
        self._closed = False

    def read(self, task: Task, heard: Hear) -> bytes:
        """The file as encoded Berkas: what was kept of it, else as a worker reads it now.

        A file that changes meanwhile is read again: what is said of it must belong to the sha256 beside it. Raises
        StartError where no worker can be started.
        """
        digest = ""
        for _ in range(_LOOKS):
            digest = _sha256(task)
            key = self._cache.key(task, digest) if self._cache is not None and digest else None
            if self._cache is not None and key is not None and (kept := self._cache.get(key)) is not None:
                return kept
            answer = self._ask(task, heard)
            if isinstance(answer, Died) and answer.cause != "waktu" and not answer.fresh:
                # What was read before may have cost it the memory: the verdict must depend on this file alone.
                answer = self._ask(task, heard)
            if not isinstance(answer, Read):
                return encode(failed(task, digest, answer, self._limits))
            if answer.sha256 == digest:
                if self._cache is not None and key is not None and answer.lasting:
                    self._cache.put(key, answer.payload)
                return answer.payload
        return encode(unsettled(task, digest))

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

    def _ask(self, task: Task, heard: Hear) -> Answer:
        if self._worker is None:
            self._worker = Worker(self._limits, self._command)
            if self._closed:
                self._worker.kill()
        answer = self._worker.read(task, heard)
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
