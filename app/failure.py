"""Everything that can stop a job, as one Indonesian sentence: what happened, to which file, and what to do."""

from __future__ import annotations

import errno
import os
import tempfile

import click

from saksama.app.console import JobError
from saksama.app.helptext import usage_message

_REASONS = {
    errno.ENOENT: "tidak ditemukan",
    errno.EACCES: "tidak ada izin untuk membuka atau menulisnya",
    errno.EPERM: "tidak diizinkan oleh sistem",
    errno.ENOSPC: "penyimpanan penuh",
    errno.EDQUOT: "jatah penyimpanan habis",
    errno.EROFS: "tempat ini hanya dapat dibaca",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EISDIR: "ini folder, bukan berkas",
    errno.ENOTDIR: "bagian dari alamat ini bukan folder",
    errno.EEXIST: "sudah ada",
    errno.EFBIG: "ukurannya melampaui batas sistem",
    errno.EBUSY: "sedang dipakai program lain",
    errno.EIO: "perangkat penyimpanan gagal membaca atau menulis",
    errno.ELOOP: "tautan ini berputar tanpa ujung",
}

_LONGEST_ON_WINDOWS = 259
"""Characters of a whole path that Windows allows as it comes; it says "not found" of a longer one."""


def reason(error: OSError) -> str:
    """Why the system refused, in Indonesian."""
    if os.name == "nt" and (said := _reason_of_windows(error)):
        return said
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    return f"kesalahan sistem {errno.errorcode.get(error.errno or 0, type(error).__name__)}"


def _reason_of_windows(error: OSError) -> str:
    """What Windows means where it says less than others; "" where it says the same."""
    names = [name for name in (error.filename, error.filename2) if isinstance(name, str)]
    if any(len(name) > _LONGEST_ON_WINDOWS for name in names):
        return f"alamatnya lebih panjang dari {_LONGEST_ON_WINDOWS} huruf, batas Windows; pakai folder dekat C:\\"
    if error.errno == errno.EINVAL and names:
        return "namanya tidak dapat dipakai di Windows"
    # Word and Excel lock what they have opened, and Windows calls that a matter of permission.
    return "tidak ada izin, atau sedang dibuka Word, Excel atau program lain" if error.errno == errno.EACCES else ""


def nobody_reads(error: Exception) -> bool:
    """Whether it only says that whoever read our output has gone, in the words of Windows (others say EPIPE)."""
    return os.name == "nt" and isinstance(error, OSError) and error.errno == errno.EINVAL and error.filename is None


def explain(error: Exception) -> str:
    """The sentence for whatever stopped a job; an error of the program itself says so, and where it happened."""
    # Slow to import: only a job that has used them can raise their errors.
    from lxml.etree import SerialisationError  # noqa: PLC0415

    from saksama.parsers.yamlfile import DataError  # noqa: PLC0415

    if isinstance(error, click.UsageError):
        return usage_message(error)
    if isinstance(error, JobError | DataError):
        return str(error)
    if isinstance(error, OSError):
        name = error.filename2 or error.filename
        place = f"{name}: " if isinstance(name, str) else ""
        return f"{place}{reason(error)}. Periksa izin dan ruang penyimpanannya, lalu coba lagi."
    if isinstance(error, SerialisationError):
        return (
            f"berkas sementara tidak dapat ditulis di {tempfile.gettempdir()}, biasanya karena penyimpanan penuh "
            f"({error}). Kosongkan ruang di sana, lalu coba lagi."
        )
    if isinstance(error, MemoryError):
        return "memori komputer tidak cukup. Tutup program lain, atau periksa berkas satu per satu."
    return (
        f"kesalahan di dalam program Saksama ({type(error).__name__}: {error}). "
        "Tidak ada hasil yang dapat dipercaya; laporkan kalimat ini kepada pengelola Saksama."
    )
