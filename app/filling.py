"""Folders filled as a whole: until the last file is there, BELUM-SELESAI.txt tells a person and a reader so.

The note also lists the sha256 of each file before it is written: what a killed run left can be told from what somebody
put or changed there since, and only the former is removed by the next run.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from saksama.app.console import JobError
from saksama.app.failure import reason
from saksama.app.writing import PARTIAL, place_new, settle
from saksama.parsers.held import abandoned, hold

UNFINISHED = "BELUM-SELESAI.txt"
_NOTE = """\
Folder ini belum selesai ditulis: isinya belum lengkap, jangan dipakai.

Bila Saksama sedang berjalan, tunggulah. Bila tidak, pekerjaannya terhenti di tengah jalan: jalankan perintah yang sama
sekali lagi. Sisa di folder ini dibersihkan lalu ditulis ulang, kecuali bila ada berkas yang ditambah atau diubah orang.

"""
_DONE = "selesai"
_SHA256 = 64

Put = Callable[[str, bytes], Path]


def refuse_filled(folder: Path) -> None:
    """Raise JobError where something lies already, or where nothing can be written: told before the work is done.

    What a killed run of ours left there, as it left it, is no obstacle.
    """
    if folder.exists() and (not folder.is_dir() or _foreign(folder)):
        raise JobError(f"{folder}: sudah ada isinya dan tidak ditimpa. Pilih folder baru.")
    above = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not above.is_dir():
        raise JobError(f"{folder}: tidak dapat dibuat karena {above} bukan folder. Pilih tempat lain.")
    if not os.access(above, os.W_OK | os.X_OK):
        raise JobError(f"{folder}: tidak dapat dibuat karena tidak ada izin menulis di {above}. Pilih tempat lain.")


@contextmanager
def filling(folder: Path) -> Iterator[Put]:
    """Fill a new or empty folder: `put(name, data)` writes a file (names have forward slashes) and returns its path.

    An error inside takes away again all that was written. Raises JobError as refuse_filled does, and where the system
    refuses to write.
    """
    refuse_filled(folder)
    made = [path for path in (folder.absolute(), *folder.absolute().parents) if not path.exists()]
    written: list[Path] = []
    try:
        with _telling(folder):
            folder.mkdir(parents=True, exist_ok=True)
            _take_away(leftovers(folder), folder.rglob("*"))
            # Unbuffered: what a killed run leaves is on record before it is written.
            note = (folder / UNFINISHED).open("xb", buffering=0)
        with note:
            written.append(folder / UNFINISHED)
            hold(note.fileno())
            with _telling(folder):
                note.write(_NOTE.encode())
                settle(folder)

            def put(name: str, data: bytes) -> Path:
                path = folder / PurePosixPath(name)
                made.extend(above for above in path.absolute().parents if not above.exists())
                with _telling(folder):
                    note.write(f"{hashlib.sha256(data).hexdigest()}  {name}\n".encode())
                    place_new(path, data)
                written.append(path)
                return path

            yield put
            with _telling(folder):
                for place in {folder, *(path.parent for path in written)}:
                    settle(place)
                note.write(_DONE.encode())
    except BaseException:
        _take_away(written, made)
        raise
    (folder / UNFINISHED).unlink(missing_ok=True)
    settle(folder)


def unfinished(folder: Path) -> bool:
    """Whether a run died, or still works, on this folder."""
    note = _note(folder)
    return note is not None and not note.endswith(_DONE)


def leftovers(folder: Path) -> list[Path]:
    """The files of a killed run, as it left them, its note included; none while it still runs or once it was done."""
    if not unfinished(folder) or not abandoned(folder / UNFINISHED):
        return []
    found = [path for path in folder.rglob("*" + PARTIAL) if path.is_file()]
    for line in (_note(folder) or "").splitlines():
        digest, _, name = line.partition("  ")
        path = folder / PurePosixPath(name)
        if len(digest) == _SHA256 and path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == digest:
            found.append(path)
    return [*found, folder / UNFINISHED]


def reusable(folder: Path) -> bool:
    """Whether a folder holds what a killed run left, and nothing else."""
    return bool(leftovers(folder)) and not _foreign(folder)


def _note(folder: Path) -> str | None:
    try:
        return (folder / UNFINISHED).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None


def _foreign(folder: Path) -> bool:
    """Whether anything lies in a folder but what a killed run left."""
    ours = set(leftovers(folder))
    return any(path not in ours for path in folder.rglob("*") if not (ours and path.is_dir()))


@contextmanager
def _telling(folder: Path) -> Iterator[None]:
    """A refusal of the system as one sentence."""
    try:
        yield
    except OSError as error:
        raise JobError(f"{folder}: hasil tidak dapat ditulis ({reason(error)}). Pilih tempat lain.") from None


def _take_away(files: Iterable[Path], folders: Iterable[Path]) -> None:
    """Remove these files, then those of the folders that are empty, the innermost first."""
    for path in files:
        with suppress(OSError):
            path.unlink(missing_ok=True)
    for path in sorted(folders, key=lambda path: len(path.parts), reverse=True):
        with suppress(OSError):
            path.rmdir()
