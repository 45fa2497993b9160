"""A submission handed in as a zip archive: unpacked into a temporary folder, read from there, and gone again."""

from __future__ import annotations

import os
import re
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import msgspec

from saksama.app.console import JobError
from saksama.app.failure import reason
from saksama.parsers.scratch import scratch

MAX_FILES = 5_000
MAX_BYTES = 1_000_000_000
MAX_RATIO = 200
WINDOWS = os.name == "nt"
_SMALL = 1_000_000
_ENCRYPTED = 0x1
_DRIVE = re.compile(r"[A-Za-z]:")
# Windows gives these names to devices, whatever follows the first dot, and drops dots and blanks at the end of a name.
_NOT_ON_WINDOWS = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?|.*[<>:\"|?*\x00-\x1f].*|.*[. ]",
    re.IGNORECASE | re.DOTALL,
)
_MORE = "Ekstrak sendiri, lalu berikan foldernya."


class Unpacked(msgspec.Struct, frozen=True):
    """The folder of an archive's files, and sentences on members that were passed over."""

    folder: Path
    peringatan: tuple[str, ...] = ()


@contextmanager
def unpacked(path: Path) -> Iterator[Unpacked]:
    """The files of an archive; where it holds one folder and nothing beside it, the content of that folder.

    Raises JobError for a damaged or protected archive, for one that is unreasonably large (a bomb), for names that
    point outside the archive, and for names that this system can't tell apart or can't have. Links in it are not made.
    """
    with scratch() as folder:
        try:
            with zipfile.ZipFile(path) as archive:
                members = [member for member in archive.infolist() if not member.filename.endswith(("/", "\\"))]
                files = [member for member in members if not _special(member)]
                _check(path, files)
                for member in files:
                    _unpack(path, archive, member, folder)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError):
            raise JobError(
                f"{path}: arsip rusak atau terpotong. Buat ulang arsipnya, atau berikan foldernya."
            ) from None
        links = [
            f"{_name(member)} di dalam arsip adalah tautan dan tidak diikuti; masukkan berkas aslinya ke dalam arsip."
            for member in members
            if _special(member)
        ]
        inside = list(folder.iterdir())
        top = inside[0] if len(inside) == 1 and inside[0].is_dir() else folder
        yield Unpacked(top, tuple(links))


def _name(member: zipfile.ZipInfo) -> PurePosixPath:
    return PurePosixPath(member.filename.replace("\\", "/"))


def _special(member: zipfile.ZipInfo) -> bool:
    """Whether a member is a link, a device or a pipe: the kind of file stands where Unix programs leave it."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    return kind not in (0, stat.S_IFREG, stat.S_IFDIR)


def _unpack(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path) -> None:
    target = folder / _name(member)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        # Never over another: the system alone knows which names are one to it (case, dots at the end, accents).
        with archive.open(member) as source, target.open("xb") as sink:
            shutil.copyfileobj(source, sink)
    except (FileExistsError, NotADirectoryError):
        raise JobError(
            f"{path}: dua isi arsip bernama “{member.filename}”. Ganti nama salah satu, lalu buat ulang arsipnya."
        ) from None
    except OSError as error:
        raise JobError(f"{path}: “{member.filename}” tidak dapat diekstrak ({reason(error)}). {_MORE}") from None


def _check(path: Path, members: Sequence[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise JobError(f"{path}: arsip terkunci kata sandi. Buka kuncinya, lalu berikan foldernya.")
    if not members:
        raise JobError(f"{path}: arsip kosong. Isi dengan dokumen (docx, pdf, xlsx, txt).")
    size = sum(member.file_size for member in members)
    bomb = any(m.file_size > _SMALL and m.file_size > MAX_RATIO * max(m.compress_size, 1) for m in members)
    if len(members) > MAX_FILES or size > MAX_BYTES or bomb:
        raise JobError(f"{path}: isi arsip terlalu besar untuk satu pengajuan. {_MORE}")
    for member in members:
        name = _name(member)
        if not name.parts or name.is_absolute() or ".." in name.parts or _DRIVE.match(name.parts[0]):
            raise JobError(
                f"{path}: nama “{member.filename}” menunjuk ke luar arsip; arsip ditolak. Minta arsip baru kepada "
                "pengirimnya, atau berikan foldernya."
            )
        if WINDOWS and any(_NOT_ON_WINDOWS.fullmatch(part) for part in name.parts):
            raise JobError(
                f"{path}: nama “{member.filename}” tidak dapat dipakai di Windows. Ganti namanya, lalu buat ulang "
                "arsipnya."
            )
