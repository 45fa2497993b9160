"""The bar of a batch, drawn with rich: units done, time gone, and what goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

from saksama.app.batch.show import Display
from saksama.app.batch.work import Event


class _Bar(Display):
    def __init__(self, total: int, bar: Progress, task: TaskID) -> None:
        super().__init__(total)
        self._bar, self._task = bar, task

    def hear(self, event: Event | None) -> None:
        super().hear(event)
        self._bar.update(self._task, completed=self.done, name=self.status)

    def say(self, text: str) -> None:
        self._bar.console.print(Text(text))


@contextmanager
def drawn(total: int) -> Iterator[Display]:
    """A bar of `total` units on standard error, gone when the block is left."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Unit", total=total, name="")
        yield _Bar(total, bar, task)
