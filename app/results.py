"""Where results go: a new folder, never over anything that is already there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from saksama.app.console import JobError, progress
from saksama.app.failure import reason
from saksama.app.filling import filling, refuse_filled, reusable
from saksama.app.writing import put_new, replace
from saksama.reports.formats import FORMATS

PREFIX = "hasil-"
PAPERS = ("json", "lke", "reviu", "lhe", "html", "perbaikan", "teks")
"""The papers that every check writes, as formats of saksama.reports."""
Make = Callable[[str], tuple[str, bytes]]
"""Format -> file name and bytes."""
_NAME_LENGTH = 60
"""Letters of a unit's folder name that the name of its results keeps: file systems allow 255 bytes."""


def target(wanted: Path | None, name: str) -> Path:
    """The folder to write to, not yet created: the one asked for, else the next free "hasil-NAME" here.

    Raises JobError where the folder asked for isn't empty or can't be written.
    """
    folder = wanted or _free(name)
    refuse_filled(folder)
    return folder


def result_folder(name: str) -> Path:
    """The folder here that results on something of this name go to, whether or not it is free."""
    return Path(PREFIX + (re.sub(r"[^\w.-]+", "-", name)[:_NAME_LENGTH].strip("-.") or "periksa"))


def _free(name: str) -> Path:
    base = folder = result_folder(name)
    number = 1
    while folder.exists() and not reusable(folder):
        number += 1
        folder = base.with_name(f"{base.name}-{number}")
    return folder


def write(make: Make, folder: Path, formats: Sequence[str]) -> list[Path]:
    """Write these reports into a folder, all or none; raises JobError where the system refuses.

    run.json comes last: a folder that has it has everything. Returns the paths in the order of the formats.
    """
    written: dict[str, Path] = {}
    with filling(folder) as put_into, progress(len(formats), "Menulis hasil") as step:
        for name in sorted(formats, key=lambda name: name == "json"):
            step(FORMATS[name][0])
            written[name] = put_into(*make(name))
    return [written[name] for name in formats]


def free_name(path: Path) -> Path:
    """The path, or the next one that is free: "jawaban.json", "jawaban-2.json"."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free


def overwrite(path: Path, data: bytes) -> None:
    """Write a file in place of the one of that name; raises JobError where it can't be done, and the old one stays."""
    try:
        replace(path, data)
    except OSError as error:
        raise JobError(f"{path}: tidak dapat ditulis ({reason(error)}). Pilih tempat lain.") from None


def put(path: Path, data: bytes) -> None:
    """Write a new file whole or not at all, its folder made where missing; raises JobError where it can't be done."""
    try:
        put_new(path, data)
    except FileExistsError:
        raise JobError(f"{path}: sudah ada dan tidak ditimpa. Pilih nama lain.") from None
    except OSError as error:
        raise JobError(f"{path}: tidak dapat ditulis ({reason(error)}). Pilih tempat lain.") from None
