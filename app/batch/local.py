"""Units read and judged by processes on this computer."""

from __future__ import annotations

from types import TracebackType

from saksama.app.batch.order import Failed, Job, Order, Papers
from saksama.app.batch.process import Judge
from saksama.app.batch.work import Told
from saksama.app.collect import Plan, tasks
from saksama.app.console import JobError
from saksama.app.work.pool import Pool


class Local:
    """The readers of a pool, shared by all seats, and one judging process for each seat."""

    def __init__(self, pool: Pool, order: Order, seats: int) -> None:
        self._pool = pool
        self._order = order
        self._judges = [Judge() for _ in range(seats)]
        self._closed = False

    def __enter__(self) -> Local:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for judge in self._judges:
            judge.end()

    def do(self, seat: int, plan: Plan, job: Job, told: Told) -> Papers | Failed:
        """Read the documents of a unit, then judge it in the process of this seat."""
        batch = self._pool.begin(tasks(plan))
        total, done, said = len(plan.documents), 0, ""

        def step(name: str) -> None:
            nonlocal done
            done += 1

        def tell(text: str) -> None:
            nonlocal said
            if self._closed:
                raise JobError("dihentikan")
            now = f"membaca {done} dari {total}" + (f", {batch.at.place}" if batch.at.place else "")
            if now != said:
                said = now
                told(now)

        payloads = list(batch.payloads(step, tell))
        told("menilai")
        return self._judges[seat].ask(self._order, job, payloads)

    def close(self) -> None:
        """End all judging, and all waiting for readers, which the pool ends itself."""
        self._closed = True
        for judge in self._judges:
            judge.kill()
