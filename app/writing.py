"""Files written whole or not at all: the one door through which anything of ours reaches a disk.

A file gets its name when its content is safe on the disk. Whatever kills a run leaves the old file or the new one; its
temporary file, which no reader looks at, is removed when the same file is written again.
"""

from __future__ import annotations

import errno
import glob
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from saksama.parsers.held import abandoned, hold

PARTIAL = ".sementara"
_STEM = 40
"""Letters of a name that its temporary name keeps: file systems allow 255 bytes."""


def put_new(path: Path, data: bytes) -> None:
    """Write a file that isn't there yet, its folder made where missing.

    Raises FileExistsError, also when another process was faster, and any other OSError; nothing is left over then.
    """
    place_new(path, data)
    settle(path.parent)


def place_new(path: Path, data: bytes) -> None:
    """As put_new, but the name is on the disk only after `settle`: for many files of one folder."""
    _write(path, data, _name_new)


def replace(path: Path, data: bytes) -> None:
    """Write a file in place of the one of that name, which stays whole until the new one is; raises OSError."""
    _write(path, data, os.replace)
    settle(path.parent)


def _write(path: Path, data: bytes, name: Callable[[Path, Path], None]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path)
    partial = path.with_name(f"{path.name[:_STEM]}.{secrets.token_hex(4)}{PARTIAL}")
    with partial.open("xb") as stream:
        try:
            hold(stream.fileno())
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
            if os.name == "nt":
                # Windows gives no other name to an open file.
                stream.close()
            name(partial, path)
        except BaseException:
            # Closing flushes again, on the same full disk: the error that counts is the first.
            with suppress(OSError):
                stream.close()
            partial.unlink(missing_ok=True)
            raise


def _name_new(partial: Path, path: Path) -> None:
    """Give a file its name unless something has that name, in one step where the file system can do so."""
    if os.name == "nt":
        partial.rename(path)
        return
    try:
        path.hardlink_to(partial)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links (USB sticks, some network shares).
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        partial.rename(path)
    else:
        partial.unlink()


def _sweep(path: Path) -> None:
    """Remove what killed runs left of earlier attempts at this file."""
    for left in path.parent.glob(f"{glob.escape(path.name[:_STEM])}.????????{PARTIAL}"):
        if abandoned(left):
            left.unlink(missing_ok=True)


def settle(folder: Path) -> None:
    """Have the names in a folder survive a power cut; Windows sees to it alone."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        # Some network and container file systems refuse to sync a folder: the files themselves are safe by then.
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
