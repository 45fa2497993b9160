"""The editions of the register of nomenclature, side by side, and the one that a document's year is judged by.

An edition holds from a year on. A code is looked up in the newest edition that holds for the year and reaches the
bidang of the code: what a newer edition dropped must not come back from an older one. Where only a later edition
reaches so far, it may confirm a code or a name but never refute one: the edition of the year itself may have had it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import msgspec

from saksama.checker.nomenclature import JENIS, Entry, Jenis, Near, Pemda, Register
from saksama.parsers.yamlfile import DataError

_FIRST_YEAR = 2021
"""The first budget year of the register's system (Permendagri 90/2019)."""
_LAST_YEAR = 2100
_DECREE_YEAR = re.compile(r"(?:/|\btahun\s+)(20\d\d)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_COLUMNS = 6


class Edition(msgspec.Struct, frozen=True):
    """One edition: its name, the first year whose documents it holds for, and its entries."""

    nama: str
    mulai: int
    register: Register

    @property
    def sha256(self) -> str:
        """What the edition says, as a hash, for the trace in run.json."""
        return sha256(to_text(self).encode()).hexdigest()


class Found(msgspec.Struct, frozen=True):
    """What the register says of a code within its reach: entry is None for a code that is not in it.

    pasti: the edition holds for the year asked for. Otherwise it is a later one, which can only confirm.
    """

    entry: Entry | None
    edisi: str
    pasti: bool


class Chosen(msgspec.Struct, frozen=True):
    """The editions as one year sees them: holding ones, newest first, and later ones, oldest first."""

    berlaku: tuple[Edition, ...]
    kemudian: tuple[Edition, ...]

    def find(self, kode: str, pemda: Pemda = "kabkot") -> Found | None:
        """What a code stands for; None when no edition reaches its bidang (then its absence means nothing)."""
        for editions, pasti in ((self.berlaku, True), (self.kemudian, False)):
            for edition in editions:
                if edition.register.covers(kode, pemda):
                    return Found(edition.register.resolve(kode, pemda), edition.nama, pasti)
        return None

    def named(self, nama: str, jenis: Jenis | None = None) -> tuple[Entry, ...]:
        """Every entry of that name in any edition, forgiving case, spaces and punctuation."""
        return tuple(e for edition in self._all for e in edition.register.named(nama, jenis))

    def nearest(
        self, nama: str, n: int = 3, jenis: Jenis | None = None, pemda: Pemda | None = None, batas: float = 60.0
    ) -> tuple[Near, ...]:
        """The n names most like a printed one over all editions, best first, a code once; `batas` as in Register."""
        found: dict[str, Near] = {}
        for edition in self._all:
            for near in edition.register.nearest(nama, n, jenis, pemda, batas):
                known = found.get(near.entry.kode)
                if known is None or near.kemiripan > known.kemiripan:
                    found[near.entry.kode] = near
        return tuple(sorted(found.values(), key=lambda near: (-near.kemiripan, near.entry.kode))[:n])

    def holds(self, edisi: str) -> bool:
        """Whether the edition of that name holds for the year."""
        return any(edition.nama == edisi for edition in self.berlaku)

    @property
    def _all(self) -> tuple[Edition, ...]:
        return (*self.berlaku, *self.kemudian)


class Editions(msgspec.Struct, frozen=True, dict=True):
    """All editions at hand, oldest first."""

    semua: tuple[Edition, ...]

    @cached_property
    def _chosen(self) -> dict[int, Chosen]:
        return {}

    def untuk(self, tahun: int | None) -> Chosen:
        """The editions as a year's documents are judged by them; without a year, all hold."""
        year = tahun if tahun is not None else _LAST_YEAR
        if year not in self._chosen:
            ordered = sorted(self.semua, key=lambda edition: edition.mulai)
            holding = tuple(edition for edition in reversed(ordered) if edition.mulai <= year)
            self._chosen[year] = Chosen(holding, tuple(edition for edition in ordered if edition.mulai > year))
        return self._chosen[year]

    def joined(self, others: Iterable[Edition]) -> Editions:
        """These editions and others; one of the same name is replaced."""
        by_name = {edition.nama: edition for edition in (*self.semua, *others)}
        return Editions(tuple(sorted(by_name.values(), key=lambda edition: (edition.mulai, edition.nama))))


NONE = Editions(())
"""No edition at all."""


def first_year(nama: str) -> int:
    """The first year an edition holds for, told from its name: the year after a decree's, else the last year named.

    A decree of 2023 is used for the plans of 2024; an edition that names no year holds from the system's first.
    """
    if decrees := _DECREE_YEAR.findall(nama):
        return max(map(int, decrees)) + 1
    return max(map(int, _YEAR.findall(nama)), default=_FIRST_YEAR)


def load_folder(folder: Path) -> Editions:
    """The editions saved in a folder, none where there is no folder; raises DataError with file and line."""
    found = Editions(())
    for path in sorted(folder.glob("*.tsv")):
        found = found.joined([load(path)])
    return found


def load(path: Path) -> Edition:
    """An edition kept as the text that `to_text` gives; raises DataError with the line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    nama = _header(lines, "edisi") or path.stem
    year = _header(lines, "mulai")
    if year is not None and not year.isdigit():
        raise DataError(path.name, None, f"isian “# mulai: {year}” harus berupa tahun.")
    return Edition(nama, int(year) if year else first_year(nama), Register(tuple(_entries(lines, nama, path.name))))


def to_text(edition: Edition) -> str:
    """An edition as the tab-separated text that `load` reads."""
    lines = [f"# edisi: {edition.nama}", f"# mulai: {edition.mulai}"]
    pemda: str | None = None
    for entry in edition.register.entries:
        if entry.pemda != pemda:
            pemda = entry.pemda
            lines.append(f"# pemda: {pemda}")
        fields = (entry.kode, entry.jenis, entry.nama, entry.kinerja, entry.indikator, entry.satuan)
        lines.append("\t".join(" ".join((field or "").split()) for field in fields))
    return "\n".join(lines) + "\n"


def _header(lines: Iterable[str], field: str) -> str | None:
    start = f"# {field}:"
    return next((line.removeprefix(start).strip() for line in lines if line.startswith(start)), None)


def _entries(lines: Iterable[str], edisi: str, name: str) -> Iterator[Entry]:
    pemda = "kabkot"
    for number, line in enumerate(lines, start=1):
        if line.startswith("# pemda:"):
            pemda = line.partition(":")[2].strip()
        elif line and not line.startswith(("#", "kode\t")):
            fields = line.split("\t")
            if len(fields) != _COLUMNS:
                raise DataError(name, number, "baris nomenklatur harus berisi enam kolom yang dipisahkan tab.")
            kode, jenis, nama, *rest = fields
            kinerja, indikator, satuan = (text or None for text in rest)
            try:
                yield msgspec.convert(
                    {
                        "kode": kode, "nama": nama, "jenis": jenis, "pemda": pemda, "edisi": edisi,
                        "kinerja": kinerja, "indikator": indikator, "satuan": satuan,
                    },
                    Entry,
                )  # fmt: skip
            except msgspec.ValidationError:
                raise DataError(
                    name, number, "jenis atau pemda tidak dikenal; yang dikenal: " + ", ".join(JENIS) + "."
                ) from None
