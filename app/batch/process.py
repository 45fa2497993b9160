"""A process that judges units, one after the other: a crash there costs one unit, and the process is replaced."""

from __future__ import annotations

import contextlib
import pickle
import subprocess
from collections.abc import Sequence
from typing import BinaryIO

from saksama.app.batch.order import Failed, Job, Order, Papers
from saksama.app.batch.tasks import judge_unit
from saksama.app.work import child
from saksama.app.work.limits import MEGA, Limits, apply, rest

_COMMAND = child.command("saksama.app.batch.process")
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
            self._process = subprocess.Popen(_COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **child.APART)
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
        child.end(self._process)
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
    """Serve the process that started this one."""
    with contextlib.suppress(BrokenPipeError):
        serve(*child.channel())


if __name__ == "__main__":
    main()
