"""Which workers of a cluster may be given work: those with the very program that asks. Needs the extra `gugus`.

Each worker is asked when it is there, and any that comes later as soon as it comes: one with the same program is marked
by a resource, and all tasks ask for that resource. So another version never gets a task, nor a document with it.
"""

from __future__ import annotations

import contextlib
import threading
import time
from typing import Any

from distributed import Client, Status, Worker, WorkerPlugin

from saksama.app.console import warn
from saksama.app.work.version import program_version

_EVERY = 5.0
"""Seconds between two looks at who is there."""
_PLENTY = 1e6


class SameProgram(WorkerPlugin):  # type: ignore[misc]  # (untyped)
    """Runs on each worker: marks it where its program is the one that asks."""

    def __init__(self, version: str) -> None:
        self.version = version
        self.name = _mark(version)

    async def setup(self, worker: Worker) -> None:
        """Mark the worker, or leave it as it is."""
        if program_version() == self.version:
            await worker.set_resources(**{_mark(self.version): _PLENTY})
            # The scheduler looks for tasks that had no worker when one begins, not when one gets a resource.
            worker.status = Status.paused
            worker.status = Status.running


class Members:
    """The workers of a cluster. `look` may be called from any thread."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._version = program_version()
        self._lock = threading.Lock()
        self._told: set[str] = set()
        self._looked = -_EVERY
        self._present = True
        self.needs = {_mark(self._version): 1}
        """What tasks ask of the worker that does them."""

    def wait(self, seconds: float) -> bool:
        """Mark the workers and wait for the first that may be given work; False where none came."""
        until = time.monotonic() + seconds
        while True:
            self._register()
            if self._workers()[0]:
                return True
            if time.monotonic() > until:
                return False
            time.sleep(0.2)

    @property
    def threads(self) -> int:
        """How many tasks may run at once."""
        return sum(one["nthreads"] for one in self._workers()[0].values())

    def others(self) -> list[str]:
        """The workers with another program, by name."""
        return [_called(address, one) for address, one in sorted(self._workers()[1].items())]

    def look(self) -> bool:
        """Warn of each worker with another program, once; whether there is one that may be given work."""
        with self._lock:
            if time.monotonic() - self._looked >= _EVERY:
                # A scheduler that is gone will be noticed by whoever waits for a task.
                with contextlib.suppress(OSError):
                    self._present = bool(self._workers()[0])
                    self._warn()
                self._looked = time.monotonic()
            return self._present

    def _warn(self) -> None:
        for name in self.others():
            if name not in self._told:
                self._told.add(name)
                warn(
                    f"pekerja gugus {name} memakai Saksama atau pustaka versi lain, sehingga tidak diberi pekerjaan. "
                    "Pasang versi yang sama di komputer itu (requirements/gugus.txt)."
                )

    def _register(self) -> None:
        # Whatever a worker without this program answers comes as a bare Exception: it stays unmarked, and is told.
        with contextlib.suppress(Exception):
            self._client.register_plugin(SameProgram(self._version))

    def _workers(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """Those with the program that asks, and the others, by address."""
        found: dict[str, Any] = self._client.scheduler_info(n_workers=-1)["workers"]
        same = {address: one for address, one in found.items() if _mark(self._version) in one["resources"]}
        return same, {address: one for address, one in found.items() if address not in same}


def _mark(version: str) -> str:
    return f"saksama-{version[:16]}"


def _called(address: str, worker: dict[str, Any]) -> str:
    """A worker by its name and address."""
    name = str(worker.get("name", ""))
    return address if name in ("", address) else f"{name} ({address})"
