"""One worker as its parent sees it: started, given a file, listened to, watched, ended."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
from collections.abc import Sequence
from typing import Literal

import msgspec

from saksama.app.failure import reason
from saksama.app.work import child
from saksama.app.work.limits import TIME_EXCEEDED, Limits
from saksama.app.work.messages import (
    FOLDER,
    Ask,
    Broke,
    NoMemory,
    Page,
    Part,
    Read,
    Ready,
    Refused,
    Scans,
    Step,
    receive,
    send,
)
from saksama.parsers.ocr.extra import THREADS
from saksama.parsers.steps import Hear

COMMAND = child.command("saksama.app.work.worker")

_START = 120.0
"""Seconds in which a worker must have come up, on however busy a computer."""

Cause = Literal["memori", "waktu", "mati"]


class Died(msgspec.Struct, frozen=True):
    """The worker ended without an answer: it took too much memory or time, or its process died (a native abort).

    fresh: the file was the first it was given, so that nothing before can be the cause.
    """

    cause: Cause
    fresh: bool


Failure = Broke | Refused | Died
Answer = Read | Scans | Part | Failure


class StartError(Exception):
    """No worker can be started here: what the system or the worker said."""


class Worker:
    """A worker process. `read` belongs to one thread; `tick` and `kill` may be called from any."""

    def __init__(self, limits: Limits, command: Sequence[str] = COMMAND) -> None:
        """Start the process; raises StartError where the system refuses."""
        self._limits = limits
        self._folder = tempfile.TemporaryDirectory(prefix=FOLDER, ignore_cleanup_errors=True)
        try:
            self._process = subprocess.Popen(
                [*command, msgspec.json.encode(limits).decode()],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=None if os.environ.get("SAKSAMA_JEJAK") else subprocess.DEVNULL,
                cwd=self._folder.name,
                env=_environment(self._folder.name, limits.threads),
                **child.APART,
            )
        except OSError as error:
            self._folder.cleanup()
            raise StartError(reason(error)) from None
        self._started = False
        self._tasks = 0
        self._busy = self._late = False
        self._silent = self._spent = 0.0
        self._pages = 0

    @property
    def spent(self) -> float:
        """Seconds that the last reading took, those not counted in which the computer slept."""
        return self._spent

    def read(self, ask: Ask, heard: Hear) -> Answer:
        """Have a file or page read; `heard` is told the page it is at. Raises StartError where the worker never came
        up.

        After Died, or an answer that names memory, the worker is of no more use.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._silent = self._spent = 0.0
        self._pages = 0
        self._busy = True
        self._tasks += 1
        try:
            with contextlib.suppress(OSError):
                send(self._process.stdin, ask)
            while (said := receive(self._process.stdout)) is not None:
                self._silent = 0.0
                match said:
                    case Ready():
                        self._started = True
                        self._spent = 0.0
                    case Step(page, pages):
                        self._pages = max(self._pages, 1 if isinstance(ask, Page) else pages)
                        heard(page, pages)
                    case NoMemory():
                        return Died("memori", self._tasks == 1)
                    case _:
                        return said
        finally:
            self._busy = False
        status = self._process.wait()
        if not self._started:
            raise StartError(f"proses pembaca berhenti sebelum siap (kode {status})")
        timely = not self._late and status not in TIME_EXCEEDED
        return Died("mati" if timely else "waktu", self._tasks == 1)

    def tick(self, seconds: float) -> None:
        """So much time has passed, awake: a worker that has kept silent or taken too long is killed."""
        if not self._busy:
            return
        self._silent += seconds
        self._spent += seconds
        silence, total = self._limits.step_wait, self._limits.total_wait(self._pages)
        if not self._started:
            silence = total = _START
        if self._silent > silence or self._spent > total:
            self._late = True
            self._process.kill()

    def kill(self) -> None:
        """End the process at once; harmless when it is gone already."""
        self._process.kill()

    def end(self) -> None:
        """End the process and remove what it left: for the thread that `read` belongs to."""
        child.end(self._process)
        self._folder.cleanup()


def _environment(folder: str, threads: int) -> dict[str, str]:
    """The worker's environment: temporary files in its own folder, no address space for threads it won't use."""
    return {
        **os.environ,
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder),
        "OPENBLAS_NUM_THREADS": "1",
        THREADS: str(threads),
        "MALLOC_ARENA_MAX": "2",
    }
