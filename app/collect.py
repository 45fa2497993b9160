"""From what the user points at to read files: a folder, or single files, with berkas.yaml and pengecualian.yaml."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import msgspec

from saksama.app.archive import unpacked
from saksama.app.console import JobError, progress
from saksama.app.folder import NOTES, listing, readable_name
from saksama.app.work.codec import decode
from saksama.app.work.messages import Task, task
from saksama.checker.submission import Keterangan, keterangan
from saksama.checker.typed import suggest
from saksama.parsers import yamlfile
from saksama.parsers.berkas import Berkas
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


class Plan(msgspec.Struct, frozen=True):
    """What is to be read, before anything is read: documents as (name, path), and what lay beside them."""

    name: str
    documents: tuple[tuple[str, Path], ...]
    keterangan: Keterangan = Keterangan()
    waivers: YamlFile | None = None
    answers: bytes | None = None
    peringatan: tuple[str, ...] = ()
    single: bool = False
    whole: bool = False
    """Whether this is a folder or an archive: only then do files say what their neighbours are."""

    def kind(self, name: str) -> str | None:
        """The kind that berkas.yaml gives a document; None where the document itself must tell."""
        return self.keterangan.dokumen.get(name) or ("bukti" if name in self._evidence else None)

    @property
    def _evidence(self) -> set[str]:
        return {item.berkas for item in self.keterangan.bukti}


class Started(Protocol):
    """Files that are being read; see saksama.app.work.pool.Batch."""

    def kept(self) -> bool: ...

    def payloads(self, step: Callable[[str], None], say: Callable[[str], None]) -> Iterator[bytes]: ...


class Readers(Protocol):
    """Whoever reads files; see saksama.app.work.pool.Pool."""

    def begin(self, tasks: Sequence[Task]) -> Started: ...


def collect(paths: Sequence[Path], readers: Readers) -> Collected:
    """Read all documents of a folder, or the files given.

    Raises JobError where there is nothing to read, DataError for a mistake in berkas.yaml.
    """
    with planned(paths) as plan:
        return collected(plan, [one.file() for one in Reading(plan, readers).all()])


def collected(plan: Plan, files: Sequence[Berkas]) -> Collected:
    """A plan and its documents, read in the order of the plan, as one submission."""
    together = with_chapters(files) if plan.whole else tuple(files)
    return Collected(
        plan.name, together, plan.keterangan, plan.waivers, plan.answers, plan.peringatan, single=plan.single
    )


@contextmanager
def planned(paths: Sequence[Path]) -> Iterator[Plan]:
    """What is to be read of a folder, an archive or single files; an archive is unpacked for as long as this lasts.

    Raises JobError where there is nothing to read, DataError for a mistake in berkas.yaml.
    """
    for path in paths:
        if not path.exists():
            raise JobError(f"{path}: tidak ditemukan. Periksa nama folder atau berkasnya.")
    folders = [path for path in paths if path.is_dir() or is_archive(path)]
    if folders and len(paths) > 1:
        raise JobError("berikan satu folder atau arsip saja, atau beberapa berkas tanpa folder.")
    if not folders:
        yield _files(paths)
    elif folders[0].is_dir():
        yield _folder(folders[0], folders[0])
    else:
        with unpacked(folders[0]) as inside:
            yield _folder(inside.folder, folders[0], inside.peringatan)


def is_archive(path: Path) -> bool:
    """Whether this is a zip of documents; a Word or Excel file is a zip too, but is called otherwise."""
    return path.suffix.lower() == ".zip" and path.is_file()


def _folder(folder: Path, given: Path, said: tuple[str, ...] = ()) -> Plan:
    """All documents of a folder; `given` is what the user named: the folder, or the archive it was unpacked from.

    said: what unpacking it had to say.
    """
    found = listing(folder)
    if not found.documents:
        raise JobError(f"{given}: tidak ada berkas di folder ini. Isi dengan dokumen (docx, pdf, xlsx, txt).")
    notes, warnings = _notes(found.notes, {name for name, _ in found.documents})
    return Plan(
        name=result_name([given]),
        documents=found.documents,
        keterangan=notes,
        # Read at once: an archive's folder is gone when they are used.
        waivers=yamlfile.load(found.waivers) if found.waivers else None,
        answers=found.answers.read_bytes() if found.answers else None,
        peringatan=(*said, *found.peringatan, *warnings),
        whole=True,
    )


def _files(paths: Sequence[Path]) -> Plan:
    named: dict[str, Path] = {}
    for path in paths:
        name = readable_name(path.name)
        if not path.is_file():
            raise JobError(f"{path}: bukan berkas biasa. Berikan dokumen (docx, pdf, xlsx, txt).")
        if name in named and not named[name].samefile(path):
            raise JobError(f"dua berkas bernama {name}; letakkan semua dalam satu folder lalu berikan foldernya.")
        named.setdefault(name, path)
    return Plan(result_name(paths), tuple(named.items()), single=len(named) == 1)


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


class Bacaan(msgspec.Struct, frozen=True):
    """A document as a worker answers: its encoded Berkas, the kind that berkas.yaml says, and whether it is there."""

    payload: bytes
    jenis: str | None
    there: bool

    def file(self) -> Berkas:
        """The document as it counts: evidence that can't be read but is there (see is_there) is evidence."""
        file = decode(self.payload)
        evident = file.galat and self.jenis == "bukti" and (file.document is not None or self.there)
        return _as_evidence(file) if evident else file


class Reading:
    """The documents of a plan while they are read, from now on."""

    def __init__(self, plan: Plan, readers: Readers) -> None:
        self._tasks = tasks(plan)
        self._started = readers.begin(self._tasks)

    def kept(self) -> bool:
        """Whether all of them were read at an earlier time; returns as soon as that is known."""
        return self._started.kept()

    def all(self) -> tuple[Bacaan, ...]:
        """Wait for all, in the order of the plan; to be called once."""
        with progress(len(self._tasks), "Membaca berkas") as steps:
            payloads = self._started.payloads(steps.done, steps.say)
            return tuple(
                Bacaan(payload, task.jenis, task.jenis == "bukti" and is_there(task.path))
                for task, payload in zip(self._tasks, payloads, strict=True)
            )


def tasks(plan: Plan) -> list[Task]:
    """The documents of a plan as workers take them."""
    return [task(path, name, plan.kind(name)) for name, path in plan.documents]


def is_there(path: Path) -> bool:
    """Whether a file that no reader takes is there all the same: a photo, a film; no damaged document."""
    return path.suffix.lower() not in SUPPORTED and path.is_file() and path.stat().st_size > 0


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
