"""`saksama contoh`: the made-up submissions, copied where a person can look at them."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from saksama.app.console import OK, JobError
from saksama.parsers.resources import SAMPLES

NAMES = ("bersih", "bermasalah")


@click.command()
@click.argument("tujuan", type=click.Path(path_type=Path), metavar="FOLDER")
def contoh(tujuan: Path) -> int:
    """Salin dua contoh pengajuan (bersih dan bermasalah) ke sebuah folder baru."""
    if tujuan.exists() and (not tujuan.is_dir() or any(tujuan.iterdir())):
        raise JobError(f"{tujuan}: sudah ada isinya dan tidak ditimpa. Pilih folder baru.")
    for name in NAMES:
        shutil.copytree(SAMPLES / name, tujuan / name)
        click.echo(f"{tujuan / name}")
    click.echo(f"Coba: saksama periksa {tujuan / NAMES[1]} --tanggal 2025-03-10")
    return OK
