"""The progress bar, drawn with rich: imported only where somebody is watching."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from saksama.app.console import Steps, printable


class _Bar(Steps):
    def __init__(self, bar: Progress, task: TaskID) -> None:
        self._bar, self._task = bar, task
        self._started = False

    def __call__(self, name: str) -> None:
        self._bar.update(self._task, advance=1 if self._started else 0, name=printable(name))
        self._started = True

    def done(self, name: str) -> None:
        self._bar.update(self._task, advance=1)

    def say(self, text: str) -> None:
        self._bar.update(self._task, name=printable(text))


@contextmanager
def drawn(total: int, what: str) -> Iterator[Steps]:
    """A bar of `total` steps on standard error, gone when the block is left."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total, name="")
        yield _Bar(bar, task)
        bar.update(task, completed=total)
