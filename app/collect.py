"""From what the user points at to read files: a folder, or single files, with berkas.yaml and pengecualian.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from saksama.app.archive import unpacked
from saksama.app.console import JobError, progress
from saksama.app.failure import naming
from saksama.app.folder import NOTES, listing, readable_name
from saksama.checker.submission import Keterangan, keterangan
from saksama.checker.typed import suggest
from saksama.parsers import yamlfile
from saksama.parsers.berkas import Berkas, read_berkas
from saksama.parsers.chapters import with_chapters
from saksama.parsers.reading import SUPPORTED
from saksama.parsers.records.types import JENIS
from saksama.parsers.yamlfile import YamlFile

_SHOWN = 10
"""Files named when none can be read."""


class Collected(msgspec.Struct, frozen=True):
    """Read files and what lay beside them. name: what the results are called after; single: one file was given."""

    name: str
    files: tuple[Berkas, ...]
    keterangan: Keterangan = Keterangan()
    waivers: YamlFile | None = None
    answers: bytes | None = None
    peringatan: tuple[str, ...] = ()
    single: bool = False


def result_name(paths: Sequence[Path]) -> str:
    """What results are called after: the folder, or the first file."""
    return paths[0].resolve().name if paths[0].is_dir() else paths[0].stem


def collect(paths: Sequence[Path]) -> Collected:
    """Read all documents of a folder, or the files given.

    Raises JobError where there is nothing to read, DataError for a mistake in berkas.yaml.
    """
    for path in paths:
        if not path.exists():
            raise JobError(f"{path}: tidak ditemukan. Periksa nama folder atau berkasnya.")
    folders = [path for path in paths if path.is_dir() or is_archive(path)]
    if folders and len(paths) > 1:
        raise JobError("berikan satu folder atau arsip saja, atau beberapa berkas tanpa folder.")
    if not folders:
        return _files(paths)
    given = folders[0]
    if given.is_dir():
        return _folder(given, given)
    with unpacked(given) as inside:
        return _folder(inside, given)


def is_archive(path: Path) -> bool:
    """Whether this is a zip of documents; a Word or Excel file is a zip too, but is called otherwise."""
    return path.suffix.lower() == ".zip" and path.is_file()


def _folder(folder: Path, given: Path) -> Collected:
    """All documents of a folder; `given` is what the user named: the folder, or the archive it was unpacked from."""
    found = listing(folder)
    if not found.documents:
        raise JobError(f"{given}: tidak ada berkas di folder ini. Isi dengan dokumen (docx, pdf, xlsx, txt).")
    notes, warnings = _notes(found.notes, {name for name, _ in found.documents})
    files = with_chapters(_read(found.documents, notes))
    # Read at once: an archive's folder is gone when they are used.
    waivers = yamlfile.load(found.waivers) if found.waivers else None
    answers = found.answers.read_bytes() if found.answers else None
    return Collected(result_name([given]), files, notes, waivers, answers, (*found.peringatan, *warnings))


def _files(paths: Sequence[Path]) -> Collected:
    named: dict[str, Path] = {}
    for path in paths:
        name = readable_name(path.name)
        if not path.is_file():
            raise JobError(f"{path}: bukan berkas biasa. Berikan dokumen (docx, pdf, xlsx, txt).")
        if name in named and not named[name].samefile(path):
            raise JobError(f"dua berkas bernama {name}; letakkan semua dalam satu folder lalu berikan foldernya.")
        named.setdefault(name, path)
    return Collected(result_name(paths), _read(tuple(named.items()), Keterangan()), single=len(named) == 1)


def stop_if_unreadable(files: Sequence[Berkas]) -> None:
    """Raise JobError with the reasons when not one file can be read: there is nothing to judge then."""
    reasons = [f"{file.berkas}: {file.galat}" for file in files if file.galat]
    if len(reasons) < len(files):
        return
    if len(reasons) == 1:
        raise JobError(reasons[0])
    more = [f"... dan {len(reasons) - _SHOWN} berkas lain"] if len(reasons) > _SHOWN else []
    lines = "".join(f"\n  {line}" for line in (*reasons[:_SHOWN], *more))
    raise JobError(f"tidak satu pun dari {len(reasons)} berkas dapat dibaca:{lines}")


def _notes(path: Path | None, names: set[str]) -> tuple[Keterangan, tuple[str, ...]]:
    """berkas.yaml, and warnings on evidence that it names but nobody handed in."""
    if path is None:
        return Keterangan(), ()
    file = yamlfile.load(path, NOTES)
    notes = keterangan(file)
    for name, jenis in notes.dokumen.items():
        line = file.line(("dokumen", name))
        if name not in names:
            raise yamlfile.DataError(NOTES, line, f"berkas “{name}” tidak ada di folder.{suggest(name, names)}")
        if jenis not in (*JENIS, "lain"):
            raise yamlfile.DataError(NOTES, line, f"jenis “{jenis}” tidak dikenal.{suggest(jenis, JENIS)}")
    return notes, tuple(_missing(notes, names))


def _missing(notes: Keterangan, names: set[str]) -> Iterable[str]:
    named = [("bukti", item.berkas) for item in notes.bukti]
    named += [("publikasi", item.dokumen) for item in notes.publikasi]
    named += [("publikasi", item.berkas) for item in notes.publikasi if item.berkas]
    for key, name in dict.fromkeys(named):
        if name not in names:
            yield f"{NOTES}: {key} menyebut “{name}”, yang tidak ada di folder.{suggest(name, names)}"


def _read(named: Sequence[tuple[str, Path]], notes: Keterangan) -> tuple[Berkas, ...]:
    evidence = {item.berkas for item in notes.bukti}
    files = []
    with progress(len(named), "Membaca berkas") as step:
        for name, path in named:
            step(name)
            jenis = notes.dokumen.get(name) or ("bukti" if name in evidence else None)
            with naming(name):
                file = read_berkas(path, name, jenis)
            files.append(_as_evidence(file) if file.galat and jenis == "bukti" and _is_there(path, file) else file)
    return tuple(files)


def _is_there(path: Path, file: Berkas) -> bool:
    """Whether evidence that can't be read is there all the same: a photo, a film, a scan; no damaged document."""
    return file.document is not None or (path.suffix.lower() not in SUPPORTED and path.stat().st_size > 0)


def _as_evidence(file: Berkas) -> Berkas:
    """Evidence need not be readable: that it was handed in is what counts."""
    return msgspec.structs.replace(
        file,
        jenis="bukti",
        keyakinan="tinggi",
        alasan="Ditetapkan sebagai bukti di berkas.yaml.",
        galat=None,
        peringatan=(*file.peringatan, f"Diterima sebagai bukti tanpa dibaca: {file.galat}"),
    )
