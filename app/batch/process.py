"""A process that judges units, one after the other: a crash there costs one unit, and the process is replaced."""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from typing import BinaryIO

from saksama.app.batch.order import Failed, Job, Order, Papers
from saksama.app.batch.tasks import judge_unit
from saksama.app.work.limits import MEGA, Limits, apply, rest

# -P: a file called numpy.py in the folder the user stands in must not be imported.
_COMMAND = (sys.executable, "-P", "-m", "saksama.app.batch.process")

# Ctrl-C is for the parent, which ends its processes; on Windows no window opens for them.
if sys.platform == "win32":
    _FLAGS, _APART = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW, False
else:
    _FLAGS, _APART = 0, True

_LIMITS = Limits(memory=4096 * MEGA, step_cpu=1800, step_wait=1800)
"""What judging one unit may take: far more than it needs, and less than the whole night."""


class Judge:
    """The process, started with the first unit. `ask` belongs to one thread; `kill` may be called from any."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def ask(self, order: Order, job: Job, payloads: Sequence[bytes]) -> Papers | Failed:
        """Have a unit judged from what was read of its documents; a process that dies over it is the unit's failure."""
        if self._process is None:
            self._process = subprocess.Popen(
                _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, creationflags=_FLAGS, start_new_session=_APART
            )
            if self._closed:
                self._process.kill()
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            pickle.dump((order, job, payloads), process.stdin)
            process.stdin.flush()
            answer = pickle.load(process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError):
            status = process.wait()
            self.end()
            return Failed(
                f"proses yang menilai unit ini berhenti tiba-tiba (kode {status}). Coba lagi; bila terulang, periksa "
                "unit ini sendiri tanpa --semua dan laporkan kepada pengelola Saksama."
            )
        assert isinstance(answer, Papers | Failed)
        return answer

    def kill(self) -> None:
        """End it at once; `ask` then comes back with an answer of no meaning."""
        self._closed = True
        if (process := self._process) is not None:
            process.kill()

    def end(self) -> None:
        """End the process, if there is one, and free what it held."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for pipe in filter(None, (self._process.stdin, self._process.stdout)):
            with contextlib.suppress(OSError):
                pipe.close()
        self._process = None


def serve(jobs: BinaryIO, answers: BinaryIO) -> None:
    """Judge what comes in until the other side is gone."""
    while True:
        try:
            order, job, payloads = pickle.load(jobs)
        except (EOFError, OSError):
            return
        apply(_LIMITS)
        answer = judge_unit(order, job, payloads)
        rest()
        pickle.dump(answer, answers)
        answers.flush()


def main() -> None:
    """Serve on standard input and output; what a library prints goes to standard error, not among the answers."""
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with contextlib.suppress(BrokenPipeError):
        serve(jobs, answers)


if __name__ == "__main__":
    main()
