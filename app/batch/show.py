"""What a person sees while a batch is at work: a bar where somebody watches, and a line for each unit."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import click

from saksama.app.batch.work import Begun, Event, Outcome
from saksama.app.remaining import remaining
from saksama.reports import words

_SHOWN = 3


def title(name: str, tahun: int | None) -> str:
    """A unit and its year as one name."""
    return f"{name}, {tahun}" if tahun else name


def line(outcome: Outcome) -> str:
    """How a unit ended, in one line."""
    head = title(outcome.name, outcome.tahun)
    if outcome.glance is None:
        return f"{head}: GAGAL. {outcome.reason}"
    row = outcome.glance.baris
    found = ", ".join(f"{count} {words.KEPARAHAN[level].lower()}" for level, count in row.jumlah.items() if count)
    score = f"; nilai {words.number(row.nilai)} ({row.predikat})" if row.nilai is not None else ""
    same = " (tidak berubah)" if outcome.state == "tetap" else ""
    broken = f"; aturan gagal dijalankan: {', '.join(outcome.broken)}" if outcome.broken else ""
    return f"{head}: {found or 'tidak ada temuan'}{score}{broken}{same}"


class Display:
    """Counts what is done and tells it, one line for each unit, on standard error."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = self.failed = 0
        self.running: dict[str, str] = {}
        self._began = 0.0
        self._worked = 0

    def hear(self, event: Event | None) -> None:
        """Something happened; None: nothing did, for a moment."""
        if isinstance(event, Begun):
            self._began = self._began or time.monotonic()
            self.running[event.source] = f"{event.name} ({event.step})" if event.step else event.name
        elif isinstance(event, Outcome):
            self._worked += self.running.pop(event.source, None) is not None
            self.done += 1
            self.failed += event.glance is None
            self.say(f"[{self.done}/{self.total}] {line(event)}")

    def say(self, text: str) -> None:
        """One line that stays."""
        click.echo(text, err=True)

    @property
    def status(self) -> str:
        """How long it will take, what goes on now, how many wait, how many failed."""
        names = list(self.running.values())
        more = f" dan {len(names) - _SHOWN} lagi" if len(names) > _SHOWN else ""
        parts = [self.left] if self.left else []
        parts += [f"{', '.join(names[:_SHOWN])}{more}"] if names else []
        waiting = self.total - self.done - len(names)
        parts += [f"{waiting} menunggu"] if waiting else []
        parts += [f"{self.failed} gagal"] if self.failed else []
        return "; ".join(parts)

    @property
    def left(self) -> str:
        """How long the rest will take at the pace so far, of units that took work; "" while that can't be told."""
        return remaining(self._began, self._worked, self.total - self.done)


@contextmanager
def display(total: int) -> Iterator[Display]:
    """What to tell of the work; draws a bar where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield Display(total)
        return
    from saksama.app.batch.bar import drawn  # noqa: PLC0415  (rich is slow to import, and only needed here)

    with drawn(total) as shown:
        yield shown
