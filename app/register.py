"""`saksama nomenklatur`: codes and names of programs, kegiatan and sub kegiatan."""

from __future__ import annotations

import click

from saksama.app.console import FOUND, OK, complain
from saksama.app.helptext import Group
from saksama.checker.tools import Tools


@click.group(cls=Group)
def nomenklatur() -> None:
    """Cari kode atau nama program, kegiatan dan sub kegiatan."""


@nomenklatur.command()
@click.argument("kata", nargs=-1, required=True, metavar="KODE-ATAU-NAMA")
@click.option("--jumlah", type=click.IntRange(1, 100), default=5, metavar="N", help="Banyaknya nama terdekat.")
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
    if not found:
        complain(f"tidak ada program, kegiatan atau sub kegiatan yang mirip “{wanted}”. Coba kata lain.")
    return OK if found else FOUND
