"""Whether a living process still works on a file: a lock that the system drops when the process ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    _FAR = 0x7FFF_0000
    """Where the locked byte lies: behind the content, which others may go on reading."""

    def hold(handle: int) -> bool:
        """Take an open file for this process; False where another has it, or where the file system has no locks."""
        place = os.lseek(handle, 0, os.SEEK_CUR)
        try:
            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, place, os.SEEK_SET)
        return True

else:
    import fcntl

    def hold(handle: int) -> bool:
        """Take an open file for this process; False where another has it, or where the file system has no locks."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def abandoned(path: Path) -> bool:
    """Whether the process that wrote this file has ended. In doubt (no locks, no permission, no file) it has not."""
    try:
        with path.open("r+b") as stream:
            return hold(stream.fileno())
    except OSError:
        return False
