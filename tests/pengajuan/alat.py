"""What the tests on whole made-up submissions share: judge one, reading each content once."""

from __future__ import annotations

import datetime as dt
import hashlib
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from saksama.app.collect import collect
from saksama.app.work.codec import encode
from saksama.app.work.messages import Task
from saksama.checker import profile, rulebook
from saksama.checker.assess import Setting, assess, prepare
from saksama.checker.run import Run
from saksama.checker.submission import assemble
from saksama.parsers.berkas import read_berkas

Temuan = tuple[str, str | None, str]
"""Rule, file (None: the submission as a whole) and message of one finding."""

_BACAAN: dict[tuple[str, str, str | None], bytes] = {}


@cache
def setting(profil: str) -> Setting:
    book = rulebook.load()
    return prepare("uji", book, profile.load(profil, book))


def _baca(task: Task) -> bytes:
    """Read a file unless the same content was read before under the same name."""
    kunci = (task.name, hashlib.sha256(task.path.read_bytes()).hexdigest(), task.jenis)
    if kunci not in _BACAAN:
        _BACAAN[kunci] = encode(read_berkas(task.path, task.name, task.jenis))
    return _BACAAN[kunci]


class DiSini:
    """Reads in this process: over a hundred small submissions, each a few files apart from the one before."""

    def __init__(self, tasks: Sequence[Task] = ()) -> None:
        self.tasks = tasks

    def begin(self, tasks: Sequence[Task]) -> DiSini:
        return DiSini(tasks)

    def payloads(self, step: Callable[[str], None], say: Callable[[str], None]) -> Iterator[bytes]:
        return map(_baca, self.tasks)


def periksa(berkas: Mapping[str, bytes], tanggal: dt.date, profil: str) -> Run:
    """The Run of a submission given as content by path, collected from a folder as the program does."""
    with tempfile.TemporaryDirectory() as folder:
        for nama, isi in berkas.items():
            tujuan = Path(folder, nama)
            tujuan.parent.mkdir(parents=True, exist_ok=True)
            tujuan.write_bytes(isi)
        found = collect((Path(folder),), DiSini())
    return assess(assemble(found.files, found.keterangan, tanggal=tanggal), setting(profil))


def temuan(run: Run) -> list[Temuan]:
    return [(item.aturan, item.berkas, satu.pesan) for item in run.hasil for satu in item.temuan]
