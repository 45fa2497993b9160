"""click in Indonesian: its help pages and what it says of a command line that it doesn't understand."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

from saksama.app.console import FAILED

_HEADINGS = {"Usage": "Cara pakai", "Options": "Pilihan", "Commands": "Perintah", "Arguments": "Masukan"}
_PHRASES = {
    "Show this message and exit.": "Tampilkan bantuan ini.",
    "Show the version and exit.": "Tampilkan versi Saksama.",
    "[required]": "[wajib]",
    "[default: ": "[bawaan: ",
}


class Formatter(click.HelpFormatter):
    """Help pages with Indonesian headings and phrases."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        args = args.replace("[OPTIONS]", "[PILIHAN]").replace("COMMAND [ARGS]...", "PERINTAH ...")
        super().write_usage(prog, args, "Cara pakai: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(term, _translate(text)) for term, text in rows], col_max, col_spacing)


def _translate(text: str) -> str:
    for english, indonesian in _PHRASES.items():
        text = text.replace(english, indonesian)
    return text


click.Context.formatter_class = Formatter


class Group(click.Group):
    """A group whose list of commands tells each in full, where click would cut the sentences off.

    Without a command it shows its help on standard error and exits 2: nothing was done.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args and not ctx.resilient_parsing:
            click.echo(ctx.get_help(), err=True)
            ctx.exit(FAILED)
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl([(name, (command and command.help) or "") for name, command in commands])


def usage_message(error: click.UsageError) -> str:
    """A click usage error as an Indonesian sentence that says what to write instead."""
    if isinstance(error, click.NoSuchOption):
        guess = f" Maksud Anda {' atau '.join(error.possibilities)}?" if error.possibilities else ""
        return f"pilihan {error.option_name} tidak dikenal.{guess}{_see_help(error)}"
    if isinstance(error, click.BadOptionUsage):
        if "not take a value" in error.message:
            return f"pilihan {error.option_name} ditulis tanpa nilai.{_see_help(error)}"
        return f"pilihan {error.option_name} memerlukan nilai sesudahnya.{_see_help(error)}"
    if isinstance(error, click.MissingParameter):
        return f"{_missing(error)} belum diberikan.{_see_help(error)}"
    if isinstance(error, click.BadParameter):
        return _bad_value(error) + _see_help(error)
    if match := re.search(r"No such command '(.*?)'", error.message):
        return f"perintah “{match[1]}” tidak dikenal.{_see_help(error)}"
    if match := re.search(r"unexpected extra arguments? \((.*)\)", error.message):
        return f"“{match[1]}” tidak diharapkan di sini.{_see_help(error)}"
    return f"perintah ini tidak dapat dipahami.{_see_help(error)}"


def _see_help(error: click.UsageError) -> str:
    path = error.ctx.command_path if error.ctx else "saksama"
    return f" Lihat {path} --help."


def _missing(error: click.MissingParameter) -> str:
    if error.param is None or error.ctx is None:
        return "masukan"
    name = error.param.make_metavar(error.ctx)
    return f"{error.param.opts[0]} {name}" if isinstance(error.param, click.Option) else name


def _bad_value(error: click.BadParameter) -> str:
    """What is wrong with a value, and which values there are."""
    name = error.param.opts[0] if error.param else "pilihan"
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"nilai {name} tidak dikenal; pilih salah satu: {', '.join(str(choice) for choice in kind.choices)}."
    if isinstance(kind, click.IntRange) and kind.max is not None:
        return f"nilai {name} harus bilangan {kind.min} sampai {kind.max}."
    if isinstance(kind, click.IntRange):
        return f"nilai {name} harus bilangan, paling sedikit {kind.min}."
    return f"nilai {name} tidak benar."
