"""Units read and judged by processes on this computer."""

from __future__ import annotations

from types import TracebackType

from saksama.app.batch.order import Failed, Job, Order, Papers
from saksama.app.batch.process import Judge
from saksama.app.batch.work import Told


class Local:
    """One judging process for each seat."""

    def __init__(self, order: Order, seats: int, *, tanpa_tembolok: bool) -> None:
        self._judges = [Judge(order, tanpa_tembolok=tanpa_tembolok) for _ in range(seats)]

    def do(self, seat: int, job: Job, told: Told) -> Papers | Failed:
        """Read and judge a unit in the process of this seat."""
        told("menilai")
        return self._judges[seat].ask(job)

    def __enter__(self) -> Local:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for judge in self._judges:
            judge.end()

    def close(self) -> None:
        """End all processes at once."""
        for judge in self._judges:
            judge.kill()
