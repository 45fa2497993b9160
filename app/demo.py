"""`saksama contoh`: the made-up submissions, copied where a person can look at them."""

from __future__ import annotations

from pathlib import Path

import click

from saksama.app.console import OK, PATH
from saksama.app.filling import filling
from saksama.parsers.resources import SAMPLES

NAMES = ("bersih", "bermasalah")


@click.command()
@click.argument("tujuan", type=PATH, metavar="FOLDER")
def contoh(tujuan: Path) -> int:
    """Salin dua contoh pengajuan (bersih dan bermasalah) ke sebuah folder baru."""
    with filling(tujuan) as put_into:
        for path in sorted(path for name in NAMES for path in (SAMPLES / name).rglob("*") if path.is_file()):
            put_into(path.relative_to(SAMPLES).as_posix(), path.read_bytes())
    for name in NAMES:
        click.echo(f"{tujuan / name}")
    faulty = str(tujuan / NAMES[1])
    quoted = f'"{faulty}"' if " " in faulty else faulty
    click.echo(f"Coba: saksama periksa {quoted} --profil kecamatan --tanggal 2025-03-10")
    return OK
