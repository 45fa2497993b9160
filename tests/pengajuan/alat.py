"""What the tests on whole made-up submissions share: judge one, reading each content once."""

from __future__ import annotations

import datetime as dt
import hashlib
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from saksama.app import collect as collecting
from saksama.checker import profile, rulebook
from saksama.checker.assess import Setting, assess, prepare
from saksama.checker.run import Run
from saksama.checker.submission import assemble
from saksama.parsers.berkas import Berkas, read_berkas

Temuan = tuple[str, str | None, str]
"""Rule, file (None: the submission as a whole) and message of one finding."""

_BACAAN: dict[tuple[str, str, str | None], Berkas] = {}


@cache
def setting(profil: str) -> Setting:
    book = rulebook.load()
    return prepare("uji", book, profile.load(profil, book))


def _baca(path: Path, nama: str, jenis: str | None = None) -> Berkas:
    """Read a file unless the same content was read before under the same name."""
    kunci = (nama, hashlib.sha256(path.read_bytes()).hexdigest(), jenis)
    if kunci not in _BACAAN:
        _BACAAN[kunci] = read_berkas(path, nama, jenis)
    return _BACAAN[kunci]


def periksa(berkas: Mapping[str, bytes], tanggal: dt.date, profil: str) -> Run:
    """The Run of a submission given as content by path, collected from a folder as the program does."""
    with tempfile.TemporaryDirectory() as folder:
        for nama, isi in berkas.items():
            tujuan = Path(folder, nama)
            tujuan.parent.mkdir(parents=True, exist_ok=True)
            tujuan.write_bytes(isi)
        asli, collecting.read_berkas = collecting.read_berkas, _baca
        try:
            found = collecting.collect((Path(folder),))
        finally:
            collecting.read_berkas = asli
    return assess(assemble(found.files, found.keterangan, tanggal=tanggal), setting(profil))


def temuan(run: Run) -> list[Temuan]:
    return [(item.aturan, item.berkas, satu.pesan) for item in run.hasil for satu in item.temuan]
