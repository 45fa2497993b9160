"""A submission: the files of one unit and year, grouped into the documents (naskah) they make up.

A naskah is what a rule judges: one agreement file, one report (perhaps split over chapter files), one plan. Its role
(kind, year, triwulan and normalised jabatan) names it across runs, so that two officials' PKs never merge.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any, Literal

import msgspec

from saksama.checker.typed import convert
from saksama.parsers.berkas import Berkas
from saksama.parsers.model import Location
from saksama.parsers.records.types import LaporanKinerja, Record
from saksama.parsers.yamlfile import DataError, PathKey, YamlFile

JOINED = ("laporan_kinerja", "renstra")
"""Kinds that are handed in chapter by chapter, each its own file."""

_PUNCTUATION = re.compile(r"[\W_]+")
YEARS = range(1990, 2101)
"""Years of performance that can be meant; anything else is a slip of the keyboard."""


class Publikasi(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    dokumen: str
    url: str | None = None
    berkas: str | None = None
    tanggal: str | None = None


class BuktiTerdaftar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    uraian: str
    berkas: str
    triwulan: int | None = None


class Keterangan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """berkas.yaml: what the files themselves cannot say. Every key may be absent; dates are ISO."""

    unit: str | None = None
    tahun: int | None = None
    tanggal_dpa: str | None = None
    jabatan: tuple[str, ...] = ()
    polaritas: dict[str, Literal["naik", "turun"]] = {}
    publikasi: tuple[Publikasi, ...] = ()
    dokumen: dict[str, str] = {}
    bukti: tuple[BuktiTerdaftar, ...] = ()


def keterangan(file: YamlFile) -> Keterangan:
    """berkas.yaml as values; raises DataError with the line for an unknown key, a wrong type or a date that is none.

    A key without a value is as good as absent.
    """
    if file.data is None:
        return Keterangan()
    if isinstance(file.data, dict):
        filled = {key: value for key, value in file.data.items() if value is not None}
        file = msgspec.structs.replace(file, data=filled)
    notes = convert(file, Keterangan)
    _check_date(file, ("tanggal_dpa",), notes.tanggal_dpa)
    for index, item in enumerate(notes.publikasi):
        _check_date(file, ("publikasi", index, "tanggal"), item.tanggal)
    if notes.tahun is not None and notes.tahun not in YEARS:
        raise DataError(file.name, file.line(("tahun",)), f"tahun {notes.tahun} tidak masuk akal; tulis empat angka.")
    for index, proof in enumerate(notes.bukti):
        if proof.triwulan not in (None, 1, 2, 3, 4):
            line = file.line(("bukti", index, "triwulan"))
            raise DataError(file.name, line, f"triwulan {proof.triwulan} tidak ada; tulis 1, 2, 3 atau 4.")
    return notes


def _check_date(file: YamlFile, path: PathKey, text: str | None) -> None:
    try:
        if text is not None:
            dt.date.fromisoformat(text)
    except ValueError:
        message = f"“{path[-1]}” harus berupa tanggal seperti 2024-01-31, bukan “{text}”."
        raise DataError(file.name, file.line(path), message) from None


@lru_cache(maxsize=20_000)
def fold(text: str | None) -> str:
    """Text for comparing labels: no case, punctuation or numbering, single spaces."""
    return " ".join(_PUNCTUATION.sub(" ", (text or "").casefold()).split())


class Part(msgspec.Struct, frozen=True, dict=True):
    """One record of a naskah and the file it stands in."""

    berkas: Berkas
    record: Record

    @property
    def isi(self) -> Any:
        """The typed content of the record."""
        return self.record.isi

    @cached_property
    def inner_places(self) -> Mapping[str, Location]:
        """By path of whatever has parts ("sasaran.0"): the first place known of any of them."""
        found: dict[str, Location] = {}
        for path, place in self.record.lokasi.items():
            while path := path.rpartition(".")[0]:
                found.setdefault(path, place)
        return found

    @property
    def role(self) -> str:
        """Kind, year, triwulan and normalised jabatan."""
        isi = self.isi
        jabatan = getattr(getattr(isi, "pihak_pertama", None), "jabatan", None)
        triwulan = getattr(isi, "triwulan", None)
        words = (isi.JENIS, isi.tahun, triwulan if isinstance(triwulan, int) else None, fold(jabatan) or None)
        return "|".join(str(word) for word in words if word is not None)


class Naskah(msgspec.Struct, frozen=True, dict=True):
    """One document: its files (one, or chapters of one report) and the records read from them."""

    jenis: str
    files: tuple[Berkas, ...]

    @property
    def berkas(self) -> str:
        """The file that stands for the document: the first."""
        return self.files[0].berkas

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Its records from all its files, in order; a file may hold records of other kinds too."""
        return tuple(
            Part(file, record) for file in self.files for record in file.records if self.jenis == record.isi.JENIS
        )

    @property
    def tahun(self) -> int | None:
        """The year its records state, the first that states one."""
        return next((part.isi.tahun for part in self.parts if part.isi.tahun), None)

    @property
    def role(self) -> str:
        """The role of its first record, or its kind where nothing was recognised."""
        return self.parts[0].role if self.parts else self.jenis


class Submission(msgspec.Struct, frozen=True, dict=True):
    """What was handed in: files, the documents they make up, and what berkas.yaml and the caller say.

    single is True when one file alone was given: rules on the submission as a whole are then not decided. tanggal is
    the date of checking as given by the caller, None when not given.
    """

    files: tuple[Berkas, ...]
    naskah: tuple[Naskah, ...]
    keterangan: Keterangan = Keterangan()
    unit: str | None = None
    tahun: int | None = None
    tanggal: dt.date | None = None
    single: bool = False

    def of(self, *jenis: str) -> tuple[Naskah, ...]:
        """The documents of these kinds, in order."""
        return tuple(naskah for naskah in self.naskah if naskah.jenis in jenis)

    def parts(self, *jenis: str, tahun: int | None = None) -> Iterator[Part]:
        """The records of these kinds; with tahun only those of that year or without a year."""
        for naskah in self.of(*jenis):
            for part in naskah.parts:
                if tahun is None or part.isi.tahun in (None, tahun):
                    yield part


def assemble(
    files: Iterable[Berkas],
    keterangan: Keterangan,
    *,
    tahun: int | None = None,
    tanggal: dt.date | None = None,
    single: bool = False,
) -> Submission:
    """A Submission from read files, sorted by name; unit and year from berkas.yaml, else from what most files say."""
    ordered = tuple(sorted(files, key=lambda file: file.berkas))
    year = tahun or keterangan.tahun or _commonest(_years(ordered))
    unit = keterangan.unit or _commonest(
        record.isi.unit for file in ordered for record in file.records if record.isi.unit
    )
    return Submission(ordered, tuple(_group(ordered)), keterangan, unit, year, tanggal, single)


_YEARLY = ("perjanjian_kinerja", "rencana_aksi", "pengukuran_kinerja", "laporan_kinerja", "renja", "dpa", "notulen")


def _years(files: Iterable[Berkas]) -> Iterator[int]:
    for file in files:
        if file.jenis in _YEARLY:
            yield from {record.isi.tahun for record in file.records if record.isi.tahun}


def _commonest(values: Iterable[Any]) -> Any:
    counts: dict[Any, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return max(counts, key=lambda value: (counts[value], str(value))) if counts else None


def _group(files: tuple[Berkas, ...]) -> Iterator[Naskah]:
    chapters: dict[tuple[str, Any], list[Berkas]] = {}
    years: dict[str, set[int]] = {}
    split = any(_is_part(file) for file in files)
    for file in files:
        if file.jenis in JOINED:
            years.setdefault(file.jenis, set()).update(_period(file))
    for file in files:
        if file.jenis is None or file.jenis == "lain" or file.galat:
            continue
        for jenis in dict.fromkeys(record.isi.JENIS for record in file.records):
            if jenis != file.jenis:
                yield Naskah(jenis, (file,))
        if not (file.jenis == "renstra" or _is_part(file) or (split and _lacks_chapters(file))):
            yield Naskah(file.jenis, (file,))
            continue
        # A chapter file often states no year; it then belongs to the report of the only year that others state.
        stated = _period(file) or (years[file.jenis] if len(years[file.jenis]) == 1 else set())
        chapters.setdefault((file.jenis, min(stated, default=None)), []).append(file)
    for (jenis, _), members in chapters.items():
        yield Naskah(jenis, tuple(members))


def _is_part(file: Berkas) -> bool:
    """Whether a file holds some chapters of a report only, without what stands before them."""
    return file.jenis == "laporan_kinerja" and any(getattr(record.isi, "sebagian", False) for record in file.records)


def _lacks_chapters(file: Berkas) -> bool:
    """Whether a report's file lacks a chapter: beside chapter files it is their front matter, and perhaps bab I."""
    reports = [record.isi for record in file.records if isinstance(record.isi, LaporanKinerja)]
    chapters = ("bab_1", "bab_2", "bab_3", "bab_4")
    return any(getattr(report.bagian, chapter) is None for report in reports for chapter in chapters)


def _period(file: Berkas) -> set[int]:
    found = {getattr(record.isi, "tahun_awal", None) or record.isi.tahun for record in file.records}
    return {year for year in found if year is not None}
