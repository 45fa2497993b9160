"""`saksama tembolok`: what is kept of documents and papers, and how to be rid of it."""

from __future__ import annotations

import click

from saksama.app.console import OK, JobError
from saksama.app.failure import reason
from saksama.app.helptext import Group
from saksama.app.work.cache import MOST_BYTES, Cache, folder
from saksama.app.work.limits import MEGA


@click.group(cls=Group)
def tembolok() -> None:
    """Bacaan dan kertas kerja yang disimpan agar yang sama tidak dikerjakan dua kali: lihat atau hapus."""


@tembolok.command()
def lihat() -> int:
    """Tampilkan tempat tembolok, banyaknya isi dan ukurannya."""
    cache = Cache(folder())
    found = cache.contents()
    click.echo(f"Tempat  {cache.place}")
    click.echo(f"Isi     {found.entries}")
    click.echo(
        f"Ukuran  {_size(found.size)} (paling banyak {MOST_BYTES // MEGA} MB; yang terlama tidak dipakai dihapus)"
    )
    click.echo("Isinya teks dokumen yang pernah dibaca dan kertas kerja yang pernah ditulis.")
    click.echo("Hapus dengan: saksama tembolok hapus")
    return OK


@tembolok.command()
def hapus() -> int:
    """Hapus semua yang tersimpan di tembolok; dokumen dan folder hasil tidak disentuh."""
    cache = Cache(folder())
    try:
        gone = cache.clear()
    except OSError as error:
        raise JobError(f"{cache.place}: tidak dapat dihapus ({reason(error)}). Periksa izinnya.") from None
    click.echo(f"{gone.entries} isi tembolok ({_size(gone.size)}) dihapus dari {cache.place}.")
    return OK


def _size(count: int) -> str:
    """Bytes as megabytes for a person: "0,3 MB"."""
    return f"{count / MEGA:.1f} MB".replace(".", ",")
