"""How commands open the workers: the options they share, and the warning where nothing can be kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from saksama.app.console import JobError, warn
from saksama.app.work.cache import Cache, folder
from saksama.app.work.limits import default_limits
from saksama.app.work.pool import Pool, default_size
from saksama.parsers.ocr.extra import available

_MOST_PROCESSES = 64

processes = click.option(
    "--proses",
    type=click.IntRange(1, _MOST_PROCESSES),
    metavar="N",
    help="Banyaknya berkas yang dibaca sekaligus (bawaan: menurut prosesor, paling banyak 4).",
)
no_cache = click.option(
    "--tanpa-tembolok", is_flag=True, help="Jangan memakai atau menyimpan hasil bacaan di tembolok."
)


def cache(*, tanpa_tembolok: bool) -> Cache | None:
    """The cache as the options want it."""
    return None if tanpa_tembolok else Cache(folder())


@contextmanager
def opened(proses: int | None, *, tanpa_tembolok: bool) -> Iterator[Pool]:
    """The workers as the options want them; a cache that can't be written is warned of once, at the end.

    Raises JobError where the user stops the work (Ctrl-C) and what was read is kept.
    """
    kept = cache(tanpa_tembolok=tanpa_tembolok)
    size = proses or default_size()
    try:
        with Pool(default_limits(scans=available(), workers=size), size, kept) as pool:
            yield pool
    except KeyboardInterrupt:
        if kept is None or not kept.grown:
            raise
        raise JobError("dihentikan. Yang sudah dibaca tersimpan; perintah yang sama melanjutkannya.") from None
    if kept is not None and kept.trouble is not None:
        warn(f"{kept.trouble}; berkas dibaca ulang setiap kali. Pilih folder lain dengan variabel SAKSAMA_TEMBOLOK.")
