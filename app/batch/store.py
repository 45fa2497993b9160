"""Where a batch keeps its results: one folder per unit, put in place whole by one rename, with the mark of its inputs.

    HASIL/semua.json             what was taken as what and how it ended; tells that this folder is ours
    HASIL/2024/Dinas A/...       the papers of one unit, as `periksa` writes them, and sidik.json
    HASIL/2024/Dinas A-2/...     the same unit, judged again after its documents, the rules or the options changed
    HASIL/.sementara/...         what is being written; left behind only by a run that was killed

A unit is finished when its newest folder holds the mark of the inputs as they are now: nothing else is remembered, so
nothing can disagree with what is on disk.
"""

from __future__ import annotations

import os
import secrets
import shutil
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count, takewhile
from pathlib import Path, PurePosixPath

import msgspec

from saksama.app.batch.order import Papers
from saksama.app.console import JobError
from saksama.app.filling import refuse_filled
from saksama.app.folder import BATCH, is_batch
from saksama.app.results import free_name
from saksama.app.writing import PARTIAL, place_new, put_new, replace, settle
from saksama.parsers.held import hold
from saksama.reports.recap import Sekilas

MARK = "sidik.json"
_LOCK, _ORIGIN = ".kunci", ".asal"
_EMPTY = b'{"skema": "saksama/semua/1", "unit": []}\n'


class Kept(msgspec.Struct, frozen=True):
    """sidik.json: the unit, the hash of all that its result depends on, and what its row and the recap need."""

    sumber: str
    sidik: str
    berkas: tuple[str, ...]
    sekilas: Sekilas
    gagal: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()


_decoder = msgspec.json.Decoder(Kept)
"""Made once, here: msgspec learns a type at its first use, and two threads that have it do so at once crash."""


class Store:
    """The folder of results of one batch; `open_store` gives one. May be used by several threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._placing = threading.Lock()

    def kept(self, source: str, mark: str) -> tuple[Path, Kept] | None:
        """Folder and content of the finished result of a unit with these inputs, None where there is none."""
        newest = None
        for folder in self._versions(source):
            found = read_mark(folder)
            if found is not None and found.sumber == source:
                newest = (folder, found)
        if newest is None or newest[1].sidik != mark:
            return None
        folder, found = newest
        return newest if all((folder / name).is_file() for name in found.berkas) else None

    def put(self, source: str, mark: str, papers: Papers) -> tuple[Path, Kept]:
        """Keep the papers of a unit in a new folder: whole or not at all. Raises OSError where the system refuses."""
        kept = Kept(source, mark, tuple(papers.files), papers.glance, papers.broken, papers.notes)
        partial = self._partial()
        try:
            for name, data in {**papers.files, MARK: msgspec.json.encode(kept)}.items():
                place_new(partial / name, data)
            settle(partial)
            with self._placing:
                place = self._free(source)
                place.parent.mkdir(parents=True, exist_ok=True)
                partial.rename(place)
            settle(place.parent)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
        return place, kept

    def name(self, folder: Path) -> str:
        """How a folder of results is called, below this one."""
        return folder.relative_to(self.folder).as_posix()

    def write(self, name: str, data: bytes) -> Path:
        """A paper on the whole batch: kept beside an older one that says something else, which is never replaced."""
        path = self.folder / name
        while path.exists() and path.read_bytes() != data:
            path = free_name(self.folder / name)
        if not path.exists():
            put_new(path, data)
        return path

    def index(self, data: bytes) -> None:
        """Say how the batch stands, in place of what was said before."""
        replace(self.folder / BATCH, data)

    def _partial(self) -> Path:
        """A name for what is being written, on the same disk as where it will be."""
        return self.folder / PARTIAL / secrets.token_hex(8)

    def _names(self, source: str) -> Iterator[Path]:
        """The folders that a unit's results may have, oldest first; named as the unit lies among the others."""
        place = self.folder.joinpath(*PurePosixPath(source.removesuffix(".zip")).parts)
        yield place
        for number in count(2):
            yield place.with_name(f"{place.name}-{number}")

    def _versions(self, source: str) -> Iterator[Path]:
        return takewhile(Path.exists, self._names(source))

    def _free(self, source: str) -> Path:
        return next(place for place in self._names(source) if not place.exists())


def read_mark(folder: Path) -> Kept | None:
    """What is kept beside the papers in a folder; None where nothing is, or nothing that can be trusted."""
    try:
        return _decoder.decode((folder / MARK).read_bytes())
    except (OSError, UnicodeDecodeError, RecursionError, msgspec.DecodeError):
        return None


def superseded(folders: Iterable[Path]) -> set[Path]:
    """Those of these folders whose unit was judged again, in a newer folder beside them."""
    seen: dict[tuple[Path, str], list[Path]] = {}
    for folder in folders:
        if (mark := read_mark(folder)) is not None:
            seen.setdefault((folder.parent, mark.sumber), []).append(folder)
    ordered = (sorted(same, key=lambda folder: (len(folder.name), folder.name)) for same in seen.values())
    return {folder for same in ordered for folder in same[:-1]}


@contextmanager
def open_store(folder: Path, origin: Path) -> Iterator[Store]:
    """The folder of results for the units below `origin`, held by this process alone; made where missing.

    What a run that was killed left unfinished is removed. Raises JobError where something else lies there, or where
    another process is at work.
    """
    if not is_batch(folder) and not _just_begun(folder):
        refuse_filled(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _LOCK).open("ab") as lock:
        if not hold(lock.fileno()):
            raise JobError(
                f"{folder}: folder hasil ini sedang dipakai pemeriksaan lain, atau tempat ini tidak dapat mengunci "
                "berkas. Tunggu sampai selesai, atau pilih folder lain dengan --hasil."
            )
        shutil.rmtree(folder / PARTIAL, ignore_errors=True)
        store = Store(folder)
        if not is_batch(folder):
            replace(folder / _ORIGIN, os.fsencode(origin.resolve()))
            store.index(_EMPTY)
        try:
            yield store
        finally:
            shutil.rmtree(folder / PARTIAL, ignore_errors=True)


def belongs(folder: Path, origin: Path) -> bool:
    """Whether a folder holds the results of a batch over the units below `origin`, or nothing yet."""
    if _just_begun(folder):
        return True
    try:
        return is_batch(folder) and (folder / _ORIGIN).read_bytes() == os.fsencode(origin.resolve())
    except OSError:
        return False


def _just_begun(folder: Path) -> bool:
    """Whether a folder holds nothing but what a run that was killed at its very beginning left."""
    if not folder.is_dir():
        return False
    names = {path.name for path in folder.iterdir()}
    return _LOCK in names and all(name in (_LOCK, _ORIGIN) or name.endswith(PARTIAL) for name in names)
