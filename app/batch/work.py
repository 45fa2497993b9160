"""The work on many units: several at once, each from its folder to its papers, whatever happens to the others."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Literal, Protocol

import msgspec

from saksama.app.batch.mark import job_mark, on_disk
from saksama.app.batch.order import Failed, Job, Papers
from saksama.app.batch.store import Kept, Store
from saksama.app.batch.units import Unit
from saksama.app.collect import Plan, is_there, planned
from saksama.app.console import JobError
from saksama.app.failure import explain
from saksama.checker.submission import Keterangan
from saksama.reports.recap import Sekilas

_TICK = 0.5
_learned = msgspec.json.Decoder(Keterangan)
"""Every thread reads a berkas.yaml: msgspec learns a type at its first use, and two threads at once crash over it."""
State = Literal["selesai", "tetap", "gagal"]
Told = Callable[[str], None]


class Outcome(msgspec.Struct, frozen=True):
    """How one unit ended: judged now, unchanged since it was judged before, or not done, with the reason.

    folder: its results, below the folder of results; None, as glance, where it could not be done.
    """

    source: str
    name: str
    tahun: int | None
    state: State
    reason: str = ""
    folder: str | None = None
    glance: Sekilas | None = None
    broken: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Begun(msgspec.Struct, frozen=True):
    """A unit is being worked on, and with what just now: "" when it begins."""

    source: str
    name: str
    step: str = ""


Event = Begun | Outcome


class Ended(JobError):
    """Nobody is there any more who could do the work: why. What is finished stays, the rest is for another time."""


class Doer(Protocol):
    """Who reads and judges: processes here, or a cluster. Called from several threads, each with its own `seat`."""

    def do(self, seat: int, plan: Plan, job: Job, told: Told) -> Papers | Failed:
        """Read the documents of a plan and judge the unit; told: what goes on. Raises Ended, see there."""

    def close(self) -> None:
        """End all work at once; calls of `do` then come back with answers of no meaning."""


class Work:
    """Units waiting and being worked on by `seats` threads. `events` is for one thread; leaving it early ends all."""

    def __init__(
        self, units: Sequence[Unit], doer: Doer, store: Store, order: str, seats: int, tahun: int | None
    ) -> None:
        self._units = units
        self._doer = doer
        self._store = store
        self._order = order
        self._tahun = tahun
        self._seats = min(seats, len(units))
        self._waiting: queue.SimpleQueue[Unit] = queue.SimpleQueue()
        self._said: queue.SimpleQueue[Event | Ended] = queue.SimpleQueue()
        self._stopped = threading.Event()

    def events(self) -> Generator[Event | None]:
        """Everything that happens, until every unit has its outcome; None when nothing did for a moment.

        Raises Ended where the work can't go on.
        """
        for unit in self._units:
            self._waiting.put(unit)
        threads = [threading.Thread(target=self._sit, args=(seat,), daemon=True) for seat in range(self._seats)]
        for thread in threads:
            thread.start()
        left = len(self._units)
        try:
            while left:
                try:
                    event = self._said.get(timeout=_TICK)
                except queue.Empty:
                    yield None
                    continue
                if isinstance(event, Ended):
                    raise event
                left -= isinstance(event, Outcome)
                yield event
        finally:
            self._stopped.set()
            self._doer.close()
            for thread in threads:
                thread.join()

    def _sit(self, seat: int) -> None:
        while not self._stopped.is_set():
            try:
                unit = self._waiting.get_nowait()
            except queue.Empty:
                return
            try:
                self._said.put(self._outcome(seat, unit))
            except Ended as error:
                self._said.put(error)
                return

    def _outcome(self, seat: int, unit: Unit) -> Outcome:
        try:
            return self._check(seat, unit)
        except Ended:
            raise
        except Exception as error:  # noqa: BLE001  (one bad unit never stops the rest)
            return _failed(unit, explain(error))

    def _check(self, seat: int, unit: Unit) -> Outcome:
        with planned([unit.path]) as plan:
            job = self._job(unit, plan)
            mark = job_mark(self._order, job, on_disk(plan))
            if (found := self._store.kept(unit.source, mark)) is not None:
                return self._done(unit, "tetap", *found)
            self._said.put(Begun(unit.source, unit.name))
            papers = self._doer.do(seat, plan, job, lambda step: self._said.put(Begun(unit.source, unit.name, step)))
        if isinstance(papers, Failed):
            return _failed(unit, papers.reason)
        if self._stopped.is_set():
            return _failed(unit, "dihentikan")
        # A document that changed while it was read: the mark is of what was read, so that the next run sees the change.
        mark = job_mark(self._order, job, papers.read)
        folder, kept = self._store.put(unit.source, mark, papers)
        return self._done(unit, "selesai", folder, kept)

    def _job(self, unit: Unit, plan: Plan) -> Job:
        return Job(
            source=unit.source,
            name=unit.name,
            key=unit.key,
            plan=msgspec.structs.replace(plan, documents=()),
            kinds=tuple(plan.kind(name) for name, _ in plan.documents),
            there=tuple(is_there(path) for _, path in plan.documents),
            tahun=self._year(unit, plan),
            folder_year=unit.tahun is not None,
        )

    def _year(self, unit: Unit, plan: Plan) -> int | None:
        said = plan.keterangan.tahun
        if unit.tahun is not None and said is not None and said != unit.tahun:
            raise JobError(f"foldernya menyebut tahun {unit.tahun}, berkas.yaml tahun {said}; samakan keduanya.")
        return unit.tahun or self._tahun

    def _done(self, unit: Unit, state: State, folder: Path, kept: Kept) -> Outcome:
        place = self._store.name(folder)
        return Outcome(
            unit.source,
            unit.name,
            unit.tahun,
            state,
            "",
            place,
            kept.sekilas,
            kept.gagal,
            (*unit.catatan, *kept.catatan),
        )


def _failed(unit: Unit, reason: str) -> Outcome:
    # Messages of single checks begin with the full path: the row says which unit it is.
    short = reason.replace(f"{unit.path}: ", "", 1)
    return Outcome(unit.source, unit.name, unit.tahun, "gagal", short, notes=unit.catatan)
