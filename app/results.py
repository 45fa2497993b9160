"""Where results go: a new folder, never over anything that is already there."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from saksama.app.console import JobError, progress
from saksama.app.failure import reason
from saksama.checker.run import Run
from saksama.reports.formats import FORMATS

PREFIX = "hasil-"
_NAME_LENGTH = 60
"""Letters of a unit's folder name that the name of its results keeps: file systems allow 255 bytes."""


def refuse_filled(folder: Path) -> None:
    """Raise JobError where something lies already, or where nothing can be written: told before the work is done."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise JobError(f"{folder}: sudah ada isinya dan tidak ditimpa. Pilih folder baru.")
    above = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not above.is_dir():
        raise JobError(f"{folder}: tidak dapat dibuat karena {above} bukan folder. Pilih tempat lain.")
    if not os.access(above, os.W_OK | os.X_OK):
        raise JobError(f"{folder}: tidak dapat dibuat karena tidak ada izin menulis di {above}. Pilih tempat lain.")


def target(wanted: Path | None, name: str) -> Path:
    """The folder to write to, not yet created: the one asked for, else the next free "hasil-NAME" here.

    Raises JobError where the folder asked for isn't empty or can't be written.
    """
    folder = wanted or _free(name)
    refuse_filled(folder)
    return folder


def _free(name: str) -> Path:
    base = PREFIX + (re.sub(r"[^\w.-]+", "-", name)[:_NAME_LENGTH].strip("-.") or "periksa")
    number = 1
    folder = Path(base)
    while folder.exists():
        number += 1
        folder = Path(f"{base}-{number}")
    return folder


def write(run: Run, folder: Path, formats: Sequence[str]) -> list[Path]:
    """Write these reports into a folder, created here; raises JobError where the system refuses.

    Each goes to a temporary name first, so that no half file is ever left under its own.
    """
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with progress(len(formats), "Menulis hasil") as step:
            for name in formats:
                file_name, render = FORMATS[name]
                step(file_name)
                content = render(run)
                _put(folder / file_name, content.encode() if isinstance(content, str) else content)
                written.append(folder / file_name)
    except OSError as error:
        raise JobError(f"{folder}: hasil tidak dapat ditulis ({reason(error)}). Pilih tempat lain.") from None
    return written


def free_name(path: Path) -> Path:
    """The path, or the next one that is free: "jawaban.json", "jawaban-2.json"."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free


def put(path: Path, data: bytes) -> None:
    """Write a new file whole or not at all, its folder made where missing; raises JobError where it can't be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _put(path, data)
    except OSError as error:
        raise JobError(f"{path}: tidak dapat ditulis ({reason(error)}). Pilih tempat lain.") from None


def _put(path: Path, data: bytes) -> None:
    if path.exists():
        raise JobError(f"{path}: sudah ada dan tidak ditimpa. Pilih folder baru.")
    partial = path.with_name(path.name + ".sementara")
    try:
        partial.write_bytes(data)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
