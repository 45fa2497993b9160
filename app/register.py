"""`saksama nomenklatur`: codes and names of programs, kegiatan and sub kegiatan."""

from __future__ import annotations

import click

from saksama.app.console import FOUND, OK
from saksama.checker.tools import Tools


@click.group()
def nomenklatur() -> None:
    """Cari kode atau nama program, kegiatan dan sub kegiatan."""


@nomenklatur.command()
@click.argument("kata", nargs=-1, required=True, metavar="KODE-ATAU-NAMA")
@click.option("--jumlah", default=5, metavar="N", help="Banyaknya nama terdekat.")
def cari(kata: tuple[str, ...], jumlah: int) -> int:
    """Tampilkan entri sebuah kode, atau nama-nama terdekat."""
    wanted = " ".join(kata)
    register = Tools().nomenklatur
    entry = register.resolve(wanted)
    if entry is not None:
        click.echo(f"{entry.kode}  {entry.nama}")
        return OK
    found = register.nearest(wanted, jumlah)
    for near in found:
        click.echo(f"{near.kemiripan:5.0f} %  {near.entry.kode}  {near.entry.nama}")
    return OK if found else FOUND
