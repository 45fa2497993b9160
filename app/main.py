"""The command line. Thin: each command calls parsers, checker and reports, and is loaded only when it is used."""

from __future__ import annotations

import importlib
import io
import os
import sys
import traceback
import warnings
from typing import Any

import click

from saksama.app.console import FAILED, JobError, complain
from saksama.app.failure import explain, nobody_reads, reason
from saksama.app.helptext import Group

COMMANDS = {
    "periksa": ("check", "Periksa berkas satu unit dan tahun, lalu tulis temuan dan kertas kerja."),
    "baca": ("read", "Baca satu berkas dan tampilkan isi yang dikenali."),
    "kenali": ("read", "Kenali jenis tiap berkas."),
    "aturan": ("rules", "Daftar, uji dan dokumentasi buku aturan."),
    "jelaskan": ("rules", "Jelaskan satu aturan: dasar hukum, alasan, contoh."),
    "laporan": ("report", "Tulis laporan dari run.json."),
    "banding": ("compare", "Bandingkan dua pemeriksaan: diperbaiki, baru, masih ada."),
    "rekap": ("recap", "Rekap banyak unit: nilai, peta temuan, kemajuan dari tahun lalu."),
    "lke": ("lke", "Uji LKE dan LHE evaluator, atau ambil kembali jawaban dari LKE."),
    "reviu": ("reviu", "Ambil kembali jawaban pereviu dari formulir reviu."),
    "nomenklatur": ("register", "Cari kode dan nama program, kegiatan, sub kegiatan; impor edisi."),
    "tembolok": ("tembolok", "Hasil bacaan yang disimpan: tempat dan ukurannya, atau hapus."),
    "contoh": ("demo", "Salin contoh pengajuan ke sebuah folder."),
}


class LazyGroup(Group):
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
@click.version_option(package_name="saksama", message="saksama %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Every command works with a temporary folder of its own, which a killed one leaves for the next to remove."""
    from saksama.parsers.scratch import own_temporary_folder  # noqa: PLC0415  (`--help` needs none)

    try:
        ctx.with_resource(own_temporary_folder())
    except OSError as error:
        raise JobError(
            f"folder sementara komputer ini tidak dapat ditulisi ({reason(error)}). Kosongkan penyimpanannya, atau "
            "tunjuk folder lain dengan variabel TMPDIR (Windows: TEMP)."
        ) from None


def main(args: list[str] | None = None) -> Any:
    """Run the command line and exit: 0 clean, 1 findings, 2 the job could not be done.

    Whatever stops a job ends in one sentence on standard error. With SAKSAMA_JEJAK=1 in the environment, the traceback
    is printed as well.
    """
    if not sys.warnoptions:
        # What libraries remark in English on an odd file is for developers.
        warnings.simplefilter("ignore")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # File names that aren't valid text must not stop a message about them.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = cli.main(args=args, prog_name="saksama", standalone_mode=False)
    except click.Abort:
        complain("dihentikan.")
        code = FAILED
    except Exception as error:  # noqa: BLE001  (the last door: a traceback would exit 1, which means findings)
        if os.environ.get("SAKSAMA_JEJAK"):
            traceback.print_exception(error)
        # What libraries fail at while they are taken down is told by this one sentence too.
        sys.unraisablehook = lambda _: None
        code = FAILED
        if nobody_reads(error):
            # What is still to be written goes nowhere, instead of failing once more at the end.
            sys.stdout = io.StringIO()
        else:
            complain(explain(error))
    sys.exit(code if isinstance(code, int) else 0)
