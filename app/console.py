"""How the command line speaks: Indonesian messages, exit codes, progress on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from saksama.parsers.unprintable import UNPRINTABLE

OK, FOUND, FAILED = 0, 1, 2

PATH = click.Path(path_type=Path, readable=False)
"""A path as it is given: whether it can be opened is for the reader to say, in Indonesian."""


class JobError(Exception):
    """The job could not be done: what happened, to which file, and what to do next, in Indonesian. Exit code 2."""


def printable(text: str) -> str:
    """Text as a terminal may be given it: a file's name or words can neither command it nor turn what it shows."""
    return UNPRINTABLE.sub("?", text)


def say(text: str) -> None:
    """Lines on standard output."""
    click.echo(printable(text))


def complain(message: str) -> None:
    """One sentence on standard error."""
    click.echo(printable(f"saksama: {message}"), err=True)


def warn(message: str) -> None:
    """A warning on standard error: the job goes on."""
    click.echo(printable(f"saksama: peringatan: {message}"), err=True)


class Steps:
    """Where a job of many steps stands, for whoever watches; here nobody does. May be called from one thread only."""

    def __call__(self, name: str) -> None:
        """The step of this name begins, and what was before it is done."""

    def done(self, name: str) -> None:
        """One step is done, of several that go on at once."""

    def say(self, text: str) -> None:
        """What goes on now."""


@contextmanager
def progress(total: int, what: str) -> Iterator[Steps]:
    """A progress bar on standard error while `total` steps are done; silent where nobody is watching.

    Yields what to tell of it: call it with the name of the step that begins, or tell what is `done`.
    """
    if not sys.stderr.isatty():
        yield Steps()
        return
    # rich is slow to import, and only needed here.
    from saksama.app.bar import drawn  # noqa: PLC0415

    with drawn(total, what) as steps:
        yield steps
