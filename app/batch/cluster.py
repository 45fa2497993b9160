"""Units read and judged by an existing Dask cluster: the same tasks, sent with all they need."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import CancelledError
from types import TracebackType
from typing import Any

import msgspec

from saksama.app.batch import remote
from saksama.app.batch.bundle import pack, sent
from saksama.app.batch.order import Failed, Job, Order, Papers
from saksama.app.batch.work import Told
from saksama.app.collect import Plan, tasks
from saksama.app.console import JobError
from saksama.app.work.messages import Task
from saksama.app.work.version import program_version

_CONNECT = 20
"""Seconds to wait for the cluster, and for its first worker."""
_TICK = 0.2
_MOST_SEATS = 64
"""Units on their way at once: their documents lie in the memory of the scheduler meanwhile."""
_TRIES = 3


class Cluster:
    """A connection to a cluster, which is left running when it is closed."""

    def __init__(self, address: str, order: Order) -> None:
        """Connect; raises JobError where that can't be, and where a worker has another version of this program."""
        try:
            import distributed  # noqa: PLC0415  (an extra, and slow to import)
        except ImportError:
            raise JobError(
                "--gugus memerlukan pustaka Dask, yang belum terpasang. Pasang dengan: pip install -r "
                "requirements/gugus.txt"
            ) from None
        logging.getLogger("distributed").setLevel(logging.ERROR)
        self._distributed: Any = distributed
        self._order = sent(order)
        self._packed = pack(order)
        self._version = program_version()
        self._closed = False
        try:
            self._client = distributed.Client(address, timeout=_CONNECT, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise JobError(
                f"gugus {address} tidak dapat dihubungi ({error}). Periksa alamatnya, misalnya tcp://10.0.0.5:8786."
            ) from None
        try:
            self._client.wait_for_workers(1, timeout=_CONNECT)
            self._client.run(remote.same_program, self._version)
        except TimeoutError:
            self._client.close()
            raise JobError(f"gugus {address} tidak mempunyai pekerja. Jalankan dask worker, lalu ulangi.") from None
        except JobError:
            self._client.close()
            raise

    @property
    def seats(self) -> int:
        """How many units to have on their way at once: enough to keep every thread of the cluster at work."""
        threads: int = sum(self._client.nthreads().values())
        return min(threads + 1, _MOST_SEATS)

    def __enter__(self) -> Cluster:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def do(self, seat: int, plan: Plan, job: Job, told: Told) -> Papers | Failed:
        """Send the documents of a unit to be read, and what was read to be judged; where they go, they stay.

        A worker that is lost takes nothing along: its tasks are given to another by the scheduler. Where the scheduler
        lost them too, they are sent again.
        """
        lost: tuple[type[Exception], ...] = (
            CancelledError,
            self._distributed.client.FutureCancelledError,
            self._distributed.comm.CommClosedError,
        )
        for left in reversed(range(_TRIES)):
            try:
                return self._send(plan, job, told)
            except self._distributed.KilledWorker:
                return Failed(
                    "pekerja gugus berulang kali mati ketika mengerjakan unit ini. Periksa unit ini sendiri tanpa "
                    "--gugus."
                )
            except lost as error:
                if self._closed or not left:
                    return Failed(f"gugus tidak menyelesaikan unit ini ({type(error).__name__}). Jalankan lagi.")
        raise AssertionError

    def _send(self, plan: Plan, job: Job, told: Told) -> Papers | Failed:
        submit: Callable[..., Any] = self._client.submit
        reads = [submit(remote.read_file, self._version, _with_content(task), pure=False) for task in tasks(plan)]
        judged = submit(remote.judge_there, self._version, self._order, self._packed, job, reads, pure=False)
        shown = -1
        while not judged.done():
            if self._closed:
                self._client.cancel([*reads, judged])
                return Failed("dihentikan")
            done = sum(future.done() for future in reads)
            if done != shown:
                shown = done
                told(f"membaca {done} dari {len(reads)}" if done < len(reads) else "menilai")
            time.sleep(_TICK)
        papers: Papers | Failed = judged.result()
        return papers

    def close(self) -> None:
        """Give up what is on its way."""
        self._closed = True


def _with_content(task: Task) -> Task:
    """The task for a computer that does not see our disk, and need not know where the file lies."""
    return msgspec.structs.replace(task, place=b"", content=task.path.read_bytes())
