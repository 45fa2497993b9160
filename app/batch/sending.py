"""One unit on its way through a cluster: its documents, the pages of those that are scans, then its judging."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from saksama.app.batch import remote
from saksama.app.batch.order import Failed, Job, Order, Papers
from saksama.app.collect import Plan, tasks
from saksama.app.work.messages import Task


class Sending:
    """The tasks of a unit. A scan is found out by the first worker that opens it; its pages then go to all.

    client: of distributed; needs: the resources by which tasks find the workers that may do them; packed: see bundle.
    """

    def __init__(
        self, client: Any, needs: Mapping[str, float], plan: Plan, order: Order, packed: bytes, job: Job
    ) -> None:
        self._client, self._needs = client, dict(needs)
        self._judging = order, packed, job
        self._reads = [self._submit(remote.read_file, _with_content(task)) for task in tasks(plan)]
        self._looks = dict(enumerate([self._submit(remote.scanned_pages, read) for read in self._reads]))
        self._pages: list[Any] = []
        self._judged: Any = None

    @property
    def done(self) -> bool:
        """Whether the unit has been judged, or can't be."""
        return self._judged is not None and bool(self._judged.done())

    @property
    def papers(self) -> Papers | Failed:
        """What the judging gave; raises what a task raised."""
        papers: Papers | Failed = self._judged.result()
        return papers

    @property
    def step(self) -> str:
        """What goes on now."""
        if self._judged is not None:
            return "menilai"
        done = sum(read.done() for index, read in enumerate(self._reads) if index not in self._looks)
        read = f"membaca {done} dari {len(self._reads)}"
        if not self._pages:
            return read
        return f"{read}, halaman pindai {sum(page.done() for page in self._pages)} dari {len(self._pages)}"

    def go_on(self) -> None:
        """Send what follows from what is done: the pages of a scan, the judging. Raises what a task raised."""
        for index, look in list(self._looks.items()):
            if look.done():
                del self._looks[index]
                self._spread(index, look.result())
        if self._judged is None and not self._looks and all(read.done() for read in self._reads):
            order, packed, job = self._judging
            self._judged = self._submit(remote.judge_there, order, packed, job, self._reads)

    def cancel(self) -> None:
        """Give up what is on its way."""
        judged = [self._judged] if self._judged is not None else []
        self._client.cancel([*self._reads, *self._looks.values(), *self._pages, *judged])

    def _spread(self, index: int, numbers: tuple[int, ...]) -> None:
        """Send the pages of a document, if it is a scan, and the putting together in its place."""
        if not numbers:
            return
        scan = self._reads[index]
        pages = [self._submit(remote.read_page, scan, number) for number in numbers]
        self._pages += pages
        self._reads[index] = self._submit(remote.read_whole, scan, pages)

    def _submit(self, work: Any, *args: Any) -> Any:
        return self._client.submit(work, *args, resources=self._needs, pure=False)


def _with_content(task: Task) -> Task:
    """The task for a computer that does not see our disk, and need not know where the file lies."""
    return msgspec.structs.replace(task, place=b"", content=task.path.read_bytes())
