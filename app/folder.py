"""What lies in the folder of a submission: the documents by name, the notes beside them, and what was passed over."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import msgspec

from saksama.app.console import JobError
from saksama.app.failure import reason
from saksama.app.filling import UNFINISHED
from saksama.app.results import PREFIX
from saksama.app.writing import PARTIAL
from saksama.reports.formats import FORMATS

NOTES, WAIVERS, ANSWERS = "berkas.yaml", "pengecualian.yaml", "jawaban.json"
_OURS = (NOTES, WAIVERS, ANSWERS)
_SYSTEM = {"thumbs.db", "desktop.ini", "ehthumbs.db", "__macosx"}
_HIDDEN = (".", "~$")
_MISNAMED = {
    wrong: right
    for right in (NOTES, WAIVERS)
    for wrong in (f"{right}.txt", f"{right}.yaml", right.replace(".yaml", ".yml"))
}
_RUN, _RUN_MARK = "run.json", b'"saksama/run/'
BATCH, _BATCH_MARK = "semua.json", b'"saksama/semua/'
_HEAD = 64
_RESULTS = {name for name, _ in FORMATS.values()}


class Listing(msgspec.Struct, frozen=True):
    """Documents as (name, path), sorted; names are relative, with forward slashes, in composed Unicode."""

    documents: tuple[tuple[str, Path], ...]
    notes: Path | None
    waivers: Path | None
    answers: Path | None
    peringatan: tuple[str, ...]


def listing(folder: Path) -> Listing:
    """What a folder holds. Hidden, lock and system files and our own results are left out; links are not followed.

    Raises JobError for a folder of results, for notes under a name that would not be read, and for names that can't
    be told apart.
    """
    if _is_run(folder):
        raise JobError(f"{folder}: ini folder hasil Saksama. Berikan folder yang berisi dokumennya.")
    warnings: list[str] = []
    found: dict[str, Path] = {}
    own: dict[str, Path] = {}
    for path in _walk(folder, folder, warnings):
        name = readable_name(path.relative_to(folder).as_posix())
        plain = path.name.casefold()
        at_top = path.parent == folder
        if plain in _MISNAMED and at_top:
            raise JobError(f"{path}: namanya harus {_MISNAMED[plain]} agar dibaca. Ganti namanya, lalu ulangi.")
        if plain in _OURS:
            if at_top:
                own[plain] = path
            else:
                warnings.append(f"{name} tidak dipakai; hanya {plain} di folder utama yang dibaca.")
        elif name in found:
            raise JobError(f"{folder}: dua berkas bernama “{name}”. Ganti nama salah satu.")
        else:
            found[name] = path
    return Listing(tuple(sorted(found.items())), own.get(NOTES), own.get(WAIVERS), own.get(ANSWERS), tuple(warnings))


def readable_name(name: str) -> str:
    """A file name as text that can be printed and compared: bytes that are no text become "?", letters are composed."""
    return unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", "replace").replace("\ufffd", "?"))


def _walk(folder: Path, top: Path, warnings: list[str]) -> Iterator[Path]:
    for path in visible(folder, top, warnings):
        if path.is_dir():
            yield from _walk(path, top, warnings)
        else:
            yield path


def visible(folder: Path, top: Path, warnings: list[str]) -> list[Path]:
    """Folders and files directly in a folder, sorted: hidden and system files and our own results are left out.

    Links, what is no file (a pipe, a device), what is gone meanwhile, and folders below `top` that can't be opened are
    told in `warnings`; raises OSError where `top` can't be opened.
    """
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        if folder == top:
            raise
        name = readable_name(folder.relative_to(top).as_posix())
        warnings.append(f"Folder {name} tidak dapat dibuka ({reason(error)}); isinya tidak diperiksa.")
        return []
    found = []
    for path in entries:
        if path.name.startswith(_HIDDEN) or path.name.endswith(PARTIAL) or path.name.casefold() in _SYSTEM:
            continue
        name = readable_name(path.relative_to(top).as_posix())
        if path.is_symlink():
            warnings.append(f"{name} adalah tautan dan tidak diikuti; salin berkas aslinya ke dalam folder.")
        elif path.is_dir():
            if not _is_results(path):
                found.append(path)
        elif path.is_file():
            found.append(path)
        elif path.exists():
            warnings.append(f"{name} bukan berkas biasa dan tidak dibaca; salin dokumennya ke dalam folder.")
        else:
            warnings.append(f"{name} hilang selagi folder dibuka; tunggu sampai selesai disalin, lalu periksa lagi.")
    return found


def is_batch(folder: Path) -> bool:
    """Whether the folder holds the results of a batch."""
    return _begins_with(folder / BATCH, _BATCH_MARK)


def _is_run(folder: Path) -> bool:
    """Whether the folder holds a run.json of ours (another program's makes no folder of results), or is to hold it."""
    if (folder / UNFINISHED).is_file():
        return True
    return _begins_with(folder / _RUN, _RUN_MARK)


def _begins_with(path: Path, mark: bytes) -> bool:
    try:
        with path.open("rb") as stream:
            return mark in stream.read(_HEAD)
    except OSError:
        return False


def _is_results(folder: Path) -> bool:
    """A folder that we wrote: with our run.json or the index of a batch, or named by us and holding only our papers."""
    if _is_run(folder) or is_batch(folder):
        return True
    return folder.name.startswith(PREFIX) and {path.name for path in folder.iterdir()} <= _RESULTS
