"""A submission handed in as a zip archive: unpacked into a temporary folder, read from there, and gone again."""

from __future__ import annotations

import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from saksama.app.console import JobError
from saksama.parsers.scratch import scratch

MAX_FILES = 5_000
MAX_BYTES = 1_000_000_000
MAX_RATIO = 200
_SMALL = 1_000_000
_ENCRYPTED = 0x1


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """The folder of an archive's files; where the archive holds one folder and nothing beside it, that folder.

    Raises JobError for a damaged or protected archive, for one that is unreasonably large (a bomb), and for names that
    point outside the archive. Links in it are not made.
    """
    with scratch() as folder:
        try:
            with zipfile.ZipFile(path) as archive:
                members = [member for member in archive.infolist() if not member.is_dir()]
                _check(path, members)
                for member in members:
                    target = folder / PurePosixPath(member.filename.replace("\\", "/"))
                    target.parent.mkdir(parents=True, exist_ok=True)
                    with archive.open(member) as source, target.open("wb") as sink:
                        shutil.copyfileobj(source, sink)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError):
            raise JobError(
                f"{path}: arsip rusak atau terpotong. Buat ulang arsipnya, atau berikan foldernya."
            ) from None
        inside = list(folder.iterdir())
        yield inside[0] if len(inside) == 1 and inside[0].is_dir() else folder


def _check(path: Path, members: list[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise JobError(f"{path}: arsip terkunci kata sandi. Buka kuncinya, lalu berikan foldernya.")
    if not members:
        raise JobError(f"{path}: arsip kosong. Isi dengan dokumen (docx, pdf, xlsx, txt).")
    size = sum(member.file_size for member in members)
    bomb = any(m.file_size > _SMALL and m.file_size > MAX_RATIO * max(m.compress_size, 1) for m in members)
    if len(members) > MAX_FILES or size > MAX_BYTES or bomb:
        raise JobError(
            f"{path}: isi arsip terlalu besar untuk satu pengajuan. Ekstrak sendiri, lalu berikan foldernya."
        )
    for member in members:
        parts = PurePosixPath(member.filename.replace("\\", "/"))
        if parts.is_absolute() or ".." in parts.parts or ":" in parts.parts[0]:
            raise JobError(f"{path}: nama “{member.filename}” menunjuk ke luar arsip; arsip ditolak.")
