"""How the command line speaks: Indonesian messages, exit codes, progress on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

OK, FOUND, FAILED = 0, 1, 2

PATH = click.Path(path_type=Path, readable=False)
"""A path as it is given: whether it can be opened is for the reader to say, in Indonesian."""


class JobError(Exception):
    """The job could not be done: what happened, to which file, and what to do next, in Indonesian. Exit code 2."""


def complain(message: str) -> None:
    """One sentence on standard error."""
    click.echo(f"saksama: {message}", err=True)


def warn(message: str) -> None:
    """A warning on standard error: the job goes on."""
    click.echo(f"saksama: peringatan: {message}", err=True)


@contextmanager
def progress(total: int, what: str) -> Iterator[Callable[[str], None]]:
    """A progress bar on standard error while `total` steps are done; silent where nobody is watching.

    Yields a function to call with the name of the step that begins.
    """
    if not sys.stderr.isatty():
        yield lambda name: None
        return
    from rich.console import Console  # noqa: PLC0415  (rich is slow to import, and only needed here)
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total, name="")
        started = False

        def step(name: str) -> None:
            nonlocal started
            bar.update(task, advance=1 if started else 0, name=name)
            started = True

        yield step
        bar.update(task, completed=total)
