"""One edition of the national register of program, kegiatan and sub kegiatan: codes, names, indicators, units.

A Register answers three questions: what does a code stand for, which names are near a printed one, and does the
register reach so far at all (`covers`): the built-in part holds only the support program and the kecamatan, and a code
beyond its reach must never be called unregistered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Literal, TypeVar

import msgspec
from rapidfuzz import fuzz, process

Jenis = Literal["urusan", "bidang", "program", "kegiatan", "sub_kegiatan"]
Pemda = Literal["kabkot", "prov"]
K = TypeVar("K")
JENIS: tuple[Jenis, ...] = ("urusan", "bidang", "program", "kegiatan", "sub_kegiatan")

_FALLBACK = "X.XX"
_PENUNJANG = "01"
_PROVINSI = "1"
_WIDTHS = (1, 2, 2, 1, 2, 4)
_PARTS = {1: "urusan", 2: "bidang", 3: "program", 5: "kegiatan", 6: "sub_kegiatan"}
_LABEL = re.compile(r"^(?:sub\s*kegiatan|kegiatan|program)\b[\s:.\-–]*")


class Entry(msgspec.Struct, frozen=True):
    """One line of the register. indikator and satuan stand at sub kegiatan only."""

    kode: str
    nama: str
    jenis: Jenis
    pemda: Pemda
    edisi: str
    kinerja: str | None = None
    indikator: str | None = None
    satuan: str | None = None


class Near(msgspec.Struct, frozen=True):
    """An entry and how alike its name is to the one asked for, from 0 to 100."""

    entry: Entry
    kemiripan: float


class Register(msgspec.Struct, frozen=True, dict=True):
    """Entries with their indexes, which are built at the first question."""

    entries: tuple[Entry, ...]

    @cached_property
    def _by_code(self) -> dict[str, tuple[Entry, ...]]:
        return _group((entry.kode, entry) for entry in self.entries)

    @cached_property
    def _by_name(self) -> dict[str, tuple[Entry, ...]]:
        return _group((name_key(entry.nama), entry) for entry in self.entries)

    @cached_property
    def _spaced(self) -> dict[tuple[Jenis, str], tuple[Entry, ...]]:
        return _group(((entry.jenis, _spaced(entry.nama)), entry) for entry in self.entries)

    @cached_property
    def _names(self) -> dict[Jenis, tuple[str, ...]]:
        return {jenis: tuple(name for kind, name in self._spaced if kind == jenis) for jenis in JENIS}

    @cached_property
    def _reach(self) -> frozenset[tuple[str, Pemda]]:
        return frozenset((_cut(entry.kode, 2), entry.pemda) for entry in self.entries if entry.kode.count(".") >= 2)

    def resolve(self, kode: str, pemda: Pemda = "kabkot") -> Entry | None:
        """The entry of a code, whatever its spacing; None when the register doesn't hold it.

        Program 01 of any bidang falls back to X.XX.01, where the register lists it once. pemda decides only where a
        kabupaten and a provinsi have one code with two names.
        """
        normal = normal_code(kode)
        if normal is None:
            return None
        found = self._by_code.get(normal) or self._by_code.get(_as_fallback(normal), ())
        return next((entry for entry in found if entry.pemda == pemda), found[0] if found else None)

    def covers(self, kode: str, pemda: Pemda = "kabkot") -> bool:
        """Whether the register reaches as far as this code, so that its absence means something.

        True when it lists programs of that bidang (or, for program 01, the support program) for that kind of pemda.
        """
        normal = normal_code(kode)
        if normal is None:
            return False
        parts = normal.split(".")
        if len(parts) > 3 and parts[3] == _PROVINSI:
            pemda = "prov"
        if len(parts) > 2 and parts[2] == _PENUNJANG and (_FALLBACK, pemda) in self._reach:
            return True
        return (_cut(normal, 2), pemda) in self._reach

    def parent(self, kode: str, pemda: Pemda = "kabkot") -> Entry | None:
        """The entry one level above a code (sub kegiatan -> kegiatan -> program -> bidang -> urusan), or None."""
        above = parent_code(kode)
        return self.resolve(above, pemda) if above else None

    def named(self, nama: str, jenis: Jenis | None = None) -> tuple[Entry, ...]:
        """Every entry of that name, forgiving case, spaces, punctuation and a leading "Program"/"Kegiatan"."""
        found = self._by_name.get(name_key(nama), ())
        return tuple(entry for entry in found if jenis is None or entry.jenis == jenis)

    def nearest(
        self, nama: str, n: int = 3, jenis: Jenis | None = None, pemda: Pemda | None = None, batas: float = 60.0
    ) -> tuple[Near, ...]:
        """The n names most like a printed one, best first; names under the similarity `batas` (0-100) are left out."""
        wanted = _spaced(nama)
        result: list[Near] = []
        for kind in (jenis,) if jenis else JENIS:
            for name, score, _ in process.extract(
                wanted, self._names[kind], scorer=fuzz.ratio, limit=n * 4, score_cutoff=batas
            ):
                entries = self._spaced[kind, name]
                result.extend(Near(e, score) for e in entries[:1] if pemda is None)
                result.extend(Near(e, score) for e in [e for e in entries if e.pemda == pemda][:1])
        result.sort(key=lambda near: (-near.kemiripan, near.entry.kode))
        return tuple(result[:n])


def normal_code(kode: str) -> str | None:
    """A code as the register writes it ("1.1.01.2.1.1" -> "1.01.01.2.01.0001"), or None when it is none.

    Spaces, a closing dot and the two-digit sub kegiatan codes before 2023 are forgiven; anything else isn't guessed.
    """
    text = re.sub(r"\s+", "", kode).strip(".").upper().replace("-", ".")
    parts = text.split(".")
    if len(parts) not in _PARTS:
        return None
    result: list[str] = []
    for part, width in zip(parts, _WIDTHS, strict=False):
        if not re.fullmatch(r"\d+|X+", part) or len(part) > width:
            return None
        result.append(part if part.startswith("X") else part.zfill(width))
    return ".".join(result)


def parent_code(kode: str) -> str | None:
    """The code one level up, or None at the top or for what is no code."""
    normal = normal_code(kode)
    if normal is None or "." not in normal:
        return None
    parts = normal.split(".")
    return ".".join(parts[:3] if len(parts) == 5 else parts[:-1])


def code_kind(kode: str) -> Jenis | None:
    """The level a code belongs to by its form, or None for what is no code."""
    normal = normal_code(kode)
    found = _PARTS.get(normal.count(".") + 1) if normal else None
    return next((jenis for jenis in JENIS if jenis == found), None)


def name_key(nama: str) -> str:
    """A name for comparing: letters and digits only, lower case, without a leading Program/Kegiatan/Sub Kegiatan."""
    return re.sub(r"[^a-z0-9]+", "", _LABEL.sub("", nama.casefold().strip()))


def _group(pairs: Iterable[tuple[K, Entry]]) -> dict[K, tuple[Entry, ...]]:
    groups: dict[K, list[Entry]] = {}
    for key, entry in pairs:
        groups.setdefault(key, []).append(entry)
    return {key: tuple(entries) for key, entries in groups.items()}


def _cut(kode: str, parts: int) -> str:
    return ".".join(kode.split(".")[:parts])


def _as_fallback(kode: str) -> str:
    parts = kode.split(".")
    return ".".join(("X", "XX", *parts[2:])) if len(parts) > 2 and parts[2] == _PENUNJANG else kode


def _spaced(nama: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", _LABEL.sub("", nama.casefold().strip())).strip()
