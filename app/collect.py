"""From what the user points at to read files: a folder, or single files, with berkas.yaml and pengecualian.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from saksama.app.console import JobError, progress
from saksama.checker.submission import Keterangan, keterangan
from saksama.checker.typed import suggest
from saksama.parsers import yamlfile
from saksama.parsers.berkas import Berkas, read_berkas
from saksama.parsers.records.types import JENIS

NOTES, WAIVERS, ANSWERS = "berkas.yaml", "pengecualian.yaml", "jawaban.json"
NEVER = {NOTES, WAIVERS, ANSWERS, "Thumbs.db", "desktop.ini"}
RUN = "run.json"


class Collected(msgspec.Struct, frozen=True):
    """Read files and what lay beside them. name: what the results are called after; single: one file was given."""

    name: str
    folder: Path | None
    files: tuple[Berkas, ...]
    keterangan: Keterangan
    single: bool


def collect(paths: Sequence[Path]) -> Collected:
    """Read all documents of a folder, or the files given; raises JobError where there is nothing to read."""
    for path in paths:
        if not path.exists():
            raise JobError(f"{path}: tidak ditemukan. Periksa nama folder atau berkasnya.")
    folders = [path for path in paths if path.is_dir()]
    if folders and len(paths) > 1:
        raise JobError("berikan satu folder saja, atau beberapa berkas tanpa folder.")
    if folders:
        folder = folders[0]
        named = _documents(folder)
        if not named:
            raise JobError(f"{folder}: tidak ada berkas di folder ini. Isi dengan dokumen (docx, pdf, xlsx, txt).")
        notes = _notes(folder, {name for name, _ in named})
        return Collected(folder.resolve().name, folder, _read(named, notes), notes, single=False)
    if any(path.suffix.lower() == ".zip" for path in paths):
        raise JobError(f"{paths[0]}: arsip zip belum dapat dibaca. Ekstrak dahulu, lalu berikan foldernya.")
    named = [(path.name, path) for path in paths]
    if len({name for name, _ in named}) < len(named):
        raise JobError("dua berkas bernama sama; letakkan semua berkas dalam satu folder lalu berikan foldernya.")
    files = _read(named, Keterangan())
    return Collected(paths[0].stem, None, files, Keterangan(), single=len(paths) == 1)


def _documents(folder: Path) -> list[tuple[str, Path]]:
    """Every file below a folder by its relative name; hidden files, lock files and folders of results left out."""
    results = {path.parent for path in folder.rglob(RUN)}
    found = []
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if any(part.startswith((".", "~$")) for part in relative.parts) or path.name in NEVER:
            continue
        if path.is_file() and not results.intersection(path.parents):
            found.append((relative.as_posix(), path))
    return found


def _notes(folder: Path, names: set[str]) -> Keterangan:
    path = folder / NOTES
    if not path.exists():
        return Keterangan()
    file = yamlfile.load(path, NOTES)
    notes = keterangan(file)
    for name, jenis in notes.dokumen.items():
        line = file.line(("dokumen", name))
        if name not in names:
            raise yamlfile.DataError(NOTES, line, f"berkas “{name}” tidak ada di folder.{suggest(name, names)}")
        if jenis not in (*JENIS, "lain"):
            raise yamlfile.DataError(NOTES, line, f"jenis “{jenis}” tidak dikenal.{suggest(jenis, JENIS)}")
    return notes


def _read(named: Sequence[tuple[str, Path]], notes: Keterangan) -> tuple[Berkas, ...]:
    evidence = {item.berkas for item in notes.bukti}
    files = []
    with progress(len(named), "Membaca berkas") as step:
        for name, path in named:
            step(name)
            jenis = notes.dokumen.get(name) or ("bukti" if name in evidence else None)
            file = read_berkas(path, name, jenis)
            # A photo handed in as evidence need not be readable: that it is there is what counts.
            if file.galat and jenis == "bukti":
                file = msgspec.structs.replace(file, galat=None, peringatan=(*file.peringatan, file.galat))
            files.append(file)
    return tuple(files)
