"""Temporary folders for what is unpacked, converted or buffered: gone afterwards, or at the next run."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from saksama.parsers.held import abandoned, hold

_PREFIX = "saksama-"
_LOCK = ".dipakai"


@contextmanager
def scratch() -> Iterator[Path]:
    """An empty folder for this process alone. Documents are confidential: what a killed run left is removed as well."""
    for lock in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/{_LOCK}"):
        if abandoned(lock):
            shutil.rmtree(lock.parent, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as name:
        outer = Path(name).resolve()
        inside = outer / "isi"
        inside.mkdir()
        with (outer / _LOCK if os.name == "nt" else outer / "baru").open("wb") as stream:
            hold(stream.fileno())
            if os.name != "nt":
                # Nobody may find the lock before it is held; Windows gives no other name to an open file.
                (outer / "baru").rename(outer / _LOCK)
            yield inside


@contextmanager
def own_temporary_folder() -> Iterator[Path]:
    """Have this process, the libraries in it and the programs it starts put their temporary files into one scratch."""
    before, name = tempfile.tempdir, "TEMP" if os.name == "nt" else "TMPDIR"
    outside = os.environ.get(name)
    with scratch() as folder:
        tempfile.tempdir = os.environ[name] = str(folder)
        try:
            yield folder
        finally:
            tempfile.tempdir = before
            if outside is None:
                del os.environ[name]
            else:
                os.environ[name] = outside
