"""Units read and judged by an existing Dask cluster: the same tasks, sent with all they need."""

from __future__ import annotations

import contextlib
import logging
import time
from concurrent.futures import CancelledError
from types import TracebackType
from typing import Any

from saksama.app.batch.bundle import pack
from saksama.app.batch.order import Failed, Job, Order, Papers
from saksama.app.batch.sending import Sending
from saksama.app.batch.work import Ended, Told
from saksama.app.collect import Plan
from saksama.app.console import JobError

_CONNECT = 20
"""Seconds to wait for the cluster, for its first worker, and for one that was lost to come back."""
_TICK = 0.2
_MOST_SEATS = 64
"""Units on their way at once: their documents lie in the memory of the scheduler meanwhile."""
_TRIES = 3
_VERSIONS = "Pasang versi yang sama pada semua komputer gugus (requirements/gugus.txt), lalu ulangi."


class Cluster:
    """A connection to a cluster, which is left running when it is closed."""

    def __init__(self, address: str, order: Order) -> None:
        """Connect; raises JobError where that can't be, and where no worker has this very program."""
        try:
            import distributed  # noqa: PLC0415  (an extra, and slow to import)

            from saksama.app.batch.members import Members  # noqa: PLC0415  (likewise)
        except ImportError:
            raise JobError(
                "--gugus memerlukan pustaka Dask, yang belum terpasang. Pasang dengan: pip install -r "
                "requirements/gugus.txt"
            ) from None
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        self._distributed: Any = distributed
        self._address = address
        self._order, self._packed = pack(order)
        self._closed = False
        try:
            self._client = distributed.Client(address, timeout=_CONNECT, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise JobError(
                f"gugus {address} tidak dapat dihubungi ({error}). Periksa alamatnya, misalnya tcp://10.0.0.5:8786."
            ) from None
        self._members = Members(self._client)
        if not self._members.wait(_CONNECT):
            others = self._members.others()
            self._client.close()
            raise JobError(
                f"semua pekerja gugus {address} memakai Saksama atau pustaka versi lain: {', '.join(others)}. "
                f"{_VERSIONS}"
                if others
                else f"gugus {address} tidak mempunyai pekerja. Jalankan dask worker, lalu ulangi."
            )
        self._members.look()

    @property
    def seats(self) -> int:
        """How many units to have on their way at once: enough to keep every thread of the cluster at work."""
        return min(self._members.threads + 1, _MOST_SEATS)

    def __enter__(self) -> Cluster:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # A cluster that is gone can't be told good-bye.
        with contextlib.suppress(OSError, TimeoutError):
            self._client.close()

    def do(self, seat: int, plan: Plan, job: Job, told: Told) -> Papers | Failed:
        """Send the documents of a unit to be read, and what was read to be judged; where they go, they stay.

        A worker that is lost takes nothing along: its tasks are given to another by the scheduler. Where the scheduler
        lost them too, they are sent again. Raises Ended where the scheduler itself stays away.
        """
        lost: tuple[type[Exception], ...] = (
            CancelledError,
            self._distributed.client.FutureCancelledError,
            self._distributed.client.ClosedClientError,
            self._distributed.comm.CommClosedError,
        )
        for left in reversed(range(_TRIES)):
            try:
                self._members.look()
                return self._send(plan, job, told)
            except self._distributed.KilledWorker:
                return Failed(
                    "pekerja gugus berulang kali mati ketika mengerjakan unit ini. Periksa unit ini sendiri tanpa "
                    "--gugus."
                )
            except lost as error:
                if self._closed or not left:
                    return Failed(f"gugus tidak menyelesaikan unit ini ({type(error).__name__}). Jalankan lagi.")
                self._connected(told)
        raise AssertionError

    def _send(self, plan: Plan, job: Job, told: Told) -> Papers | Failed:
        sending = Sending(self._client, self._members.needs, plan, self._order, self._packed, job)
        said = ""
        while not sending.done:
            if self._closed:
                sending.cancel()
                return Failed("dihentikan")
            sending.go_on()
            step = sending.step if self._members.look() else "menunggu pekerja gugus"
            if step != said:
                said = step
                told(step)
            time.sleep(_TICK)
        return sending.papers

    def _connected(self, told: Told) -> None:
        """Wait until the scheduler is there again; raises Ended where it is not in time."""
        told("menunggu gugus")
        until = time.monotonic() + 2 * _CONNECT
        while self._client.status == "connecting" and time.monotonic() < until and not self._closed:
            time.sleep(_TICK)
        # One that was started anew knows nothing of us, and its workers come one by one.
        if self._closed or (self._client.status == "running" and self._members.wait(_CONNECT)):
            return
        raise Ended(f"hubungan dengan gugus {self._address} terputus dan tidak pulih dalam {_CONNECT} detik")

    def close(self) -> None:
        """Give up what is on its way."""
        self._closed = True
