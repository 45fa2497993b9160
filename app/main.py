"""The command line. Thin: each command calls parsers, checker and reports, and is loaded only when it is used."""

from __future__ import annotations

import importlib
import sys
from typing import Any

import click

from saksama.app.console import FAILED, JobError, complain, usage_message

COMMANDS = {
    "periksa": ("check", "Periksa berkas satu unit dan tahun, lalu tulis temuan dan kertas kerja."),
    "baca": ("read", "Baca satu berkas dan tampilkan isi yang dikenali."),
    "kenali": ("read", "Kenali jenis tiap berkas."),
    "aturan": ("rules", "Daftar, uji dan dokumentasi buku aturan."),
    "jelaskan": ("rules", "Jelaskan satu aturan: dasar hukum, alasan, contoh."),
    "laporan": ("report", "Tulis laporan dari run.json."),
    "nomenklatur": ("register", "Cari kode atau nama program, kegiatan dan sub kegiatan."),
    "contoh": ("demo", "Salin contoh pengajuan ke sebuah folder."),
}


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is used: `--help` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"saksama.app.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Saksama memeriksa dokumen kinerja (SAKIP) terhadap buku aturan milik evaluator.",
)
@click.version_option(package_name="saksama", prog_name="saksama")
def cli() -> None:
    """The group itself does nothing."""


def main(args: list[str] | None = None) -> Any:
    """Run the command line and exit: 0 clean, 1 findings, 2 the job could not be done."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        code = cli.main(args=args, prog_name="saksama", standalone_mode=False)
    except click.UsageError as error:
        complain(usage_message(error))
        sys.exit(FAILED)
    except click.Abort:
        complain("dihentikan.")
        sys.exit(FAILED)
    except JobError as error:
        complain(str(error))
        sys.exit(FAILED)
    sys.exit(code if isinstance(code, int) else 0)
