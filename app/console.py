"""How the command line speaks: Indonesian messages, exit codes, progress on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

OK, FOUND, FAILED = 0, 1, 2


class JobError(Exception):
    """The job could not be done: what happened, to which file, and what to do next, in Indonesian. Exit code 2."""


def complain(message: str) -> None:
    """One sentence on standard error."""
    click.echo(f"saksama: {message}", err=True)


@contextmanager
def progress(total: int, what: str) -> Iterator[Any]:
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


_SYNTAX = {"Usage": "Cara pakai", "Options": "Pilihan", "Commands": "Perintah"}


class Formatter(click.HelpFormatter):
    """Help pages with Indonesian headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        args = args.replace("[OPTIONS]", "[PILIHAN]").replace("COMMAND [ARGS]...", "PERINTAH ...")
        super().write_usage(prog, args, "Cara pakai: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_SYNTAX.get(heading, heading))


click.Context.formatter_class = Formatter


def usage_message(error: click.UsageError) -> str:
    """A click usage error as an Indonesian sentence."""
    if isinstance(error, click.NoSuchOption):
        guess = f" Maksud Anda {' atau '.join(error.possibilities)}?" if error.possibilities else ""
        return f"pilihan {error.option_name} tidak dikenal.{guess} Lihat --help."
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(error.ctx) if error.param and error.ctx else "sesuatu"
        return f"{name} belum diberikan. Lihat --help."
    if isinstance(error, click.BadParameter):
        name = error.param.opts[0] if error.param else "pilihan"
        choices = getattr(error.param.type, "choices", None) if error.param else None
        return f"nilai {name} tidak benar" + (f"; pilih salah satu: {', '.join(choices)}." if choices else ".")
    if "No such command" in error.message:
        word = error.message.split("'")[1] if "'" in error.message else ""
        return f"perintah “{word}” tidak dikenal. Lihat saksama --help."
    return f"{error.message} Lihat --help."
