"""`saksama contoh`: the made-up submissions, copied where a person can look at them."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from saksama.app.console import OK, PATH
from saksama.app.results import refuse_filled
from saksama.parsers.resources import SAMPLES

NAMES = ("bersih", "bermasalah")


@click.command()
@click.argument("tujuan", type=PATH, metavar="FOLDER")
def contoh(tujuan: Path) -> int:
    """Salin dua contoh pengajuan (bersih dan bermasalah) ke sebuah folder baru."""
    refuse_filled(tujuan)
    for name in NAMES:
        shutil.copytree(SAMPLES / name, tujuan / name)
        click.echo(f"{tujuan / name}")
    faulty = str(tujuan / NAMES[1])
    quoted = f'"{faulty}"' if " " in faulty else faulty
    click.echo(f"Coba: saksama periksa {quoted} --profil kecamatan --tanggal 2025-03-10")
    return OK
