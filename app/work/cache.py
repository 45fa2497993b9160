"""What was read, kept for the next time: one file per document read, in a folder of the user's own.

An entry is used only when it is whole and its own: it begins with the checksum of its key and content. Anything else
there is read anew and replaced. The documents are confidential, and so are these files: nobody else may open them.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import threading
import time
import zlib
from collections.abc import Iterable
from pathlib import Path

import msgspec
import platformdirs

from saksama.app.failure import reason
from saksama.app.work.limits import MEGA
from saksama.app.work.messages import Task
from saksama.app.work.version import reader_version
from saksama.app.writing import PARTIAL

MOST_BYTES = 500 * MEGA
_MARK = b"saksama/tembolok/1\n"
_SUM = 32
_ENTRY = ".bacaan"
_ABANDONED = 3600.0
"""Seconds after which an entry that was never finished is taken for left behind."""


class Contents(msgspec.Struct, frozen=True):
    """How many entries a cache holds, and their bytes on disk."""

    entries: int
    size: int


def folder() -> Path:
    """Where entries are kept; it may not exist yet. The environment variable SAKSAMA_TEMBOLOK moves it."""
    moved = os.environ.get("SAKSAMA_TEMBOLOK")
    above = Path(moved) if moved else platformdirs.user_cache_path("saksama", appauthor=False)
    return above / "bacaan"


class Cache:
    """The entries of a folder. May be used by several threads and processes at once.

    grown: whether anything was kept that was not there before; trouble: why nothing can be kept, in Indonesian; None
    while all is well. Nothing here raises for it: the documents are read without.
    """

    def __init__(self, place: Path, most: int = MOST_BYTES) -> None:
        self.place = place
        self.trouble: str | None = None
        self._most = most
        self.grown = False
        self._foreign = _is_foreign(place)
        self._version = threading.Lock()

    def key(self, task: Task, sha256: str, page: int | None = None) -> str:
        """What the entry of a file, or of one page of a scan, is called: a hash of the content and of all else that
        decides how it is read.

        The name is part of it: it says where a quarter's minutes or a folder of evidence belong, and stands in each
        location.
        """
        with self._version:
            version = reader_version()
        suffix = "" if task.content is not None else task.path.suffix
        return hashlib.sha256(msgspec.json.encode([version, sha256, task.name, suffix, task.jenis, page])).hexdigest()

    def get(self, key: str) -> bytes | None:
        """What was kept under a key, None where there is nothing that can be trusted."""
        path = self._path(key)
        try:
            data = b"" if self._foreign else path.read_bytes()
        except OSError:
            return None
        head = len(_MARK) + _SUM
        if data[:head] != _MARK + _checksum(key, data[head:]):
            return None
        with contextlib.suppress(OSError):
            # The time of last use, by which the oldest go first.
            os.utime(path)
        try:
            return zlib.decompress(data[head:])
        except zlib.error:
            # Whoever may write here can make a checksum too.
            return None

    def put(self, key: str, payload: bytes) -> None:
        """Keep something, whole or not at all."""
        packed = zlib.compress(payload, 1)
        path = self._path(key)
        partial = path.with_name(f"{key}-{secrets.token_hex(4)}{PARTIAL}")
        try:
            self._open()
            with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
                stream.write(_MARK + _checksum(key, packed) + packed)
            partial.replace(path)
            self.grown = True
        except OSError as error:
            self.trouble = f"{self.place}: bacaan tidak dapat disimpan ({reason(error)})"
            with contextlib.suppress(OSError):
                partial.unlink(missing_ok=True)

    def drop(self, keys: Iterable[str]) -> None:
        """Remove entries that have become part of another."""
        with contextlib.suppress(OSError):
            for key in keys:
                self._path(key).unlink(missing_ok=True)

    def contents(self) -> Contents:
        """What the cache holds."""
        sizes = [size for _, size, _ in self._entries()]
        return Contents(len(sizes), sum(sizes))

    def clear(self) -> Contents:
        """Remove everything, also what was never finished; returns what is gone. Raises OSError where refused."""
        found = self.contents()
        for path in self._all():
            path.unlink(missing_ok=True)
        return found

    def trim(self) -> None:
        """Remove what was left unfinished, and the entries used longest ago where there is more than the bound."""
        if not self.grown:
            return
        entries = sorted(self._entries())
        size = sum(size for _, size, _ in entries)
        with contextlib.suppress(OSError):
            for path in self.place.glob(f"*{PARTIAL}"):
                if time.time() - path.stat().st_mtime > _ABANDONED:
                    path.unlink(missing_ok=True)
            for _, one, path in entries:
                if size <= self._most:
                    break
                path.unlink(missing_ok=True)
                size -= one

    def _path(self, key: str) -> Path:
        return self.place / f"{key}{_ENTRY}"

    def _open(self) -> None:
        """The folder, made for its owner alone; raises PermissionError for one that is somebody else's."""
        if self._foreign:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
        self.place.parent.mkdir(parents=True, exist_ok=True)
        try:
            self.place.mkdir(mode=0o700)
        except FileExistsError:
            self.place.chmod(0o700)

    def _all(self) -> list[Path]:
        return [*self.place.glob(f"*{_ENTRY}"), *self.place.glob(f"*{PARTIAL}")]

    def _entries(self) -> list[tuple[float, int, Path]]:
        """Time of last use, size and place of each entry; one that another process removes meanwhile is left out."""
        found = []
        for path in self.place.glob(f"*{_ENTRY}"):
            with contextlib.suppress(OSError):
                state = path.stat()
                found.append((state.st_mtime, state.st_size, path))
        return found


def _is_foreign(place: Path) -> bool:
    """Whether the folder is another user's, who could put anything there and read what we keep."""
    try:
        return hasattr(os, "geteuid") and place.lstat().st_uid != os.geteuid()
    except OSError:
        return False


def _checksum(key: str, content: bytes) -> bytes:
    return hashlib.sha256(key.encode() + content).digest()
