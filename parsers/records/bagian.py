"""On which page each section of a report begins: front matter, chapters I-IV, appendices."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from saksama.parsers.model import Location
from saksama.parsers.records.kerangka import Judul, chapter_number

_FRONT = {
    "kata_pengantar": re.compile(r"k\s*a\s*t\s*a\s+p\s*e\s*n\s*g\s*a\s*n\s*t\s*a\s*r\b", re.IGNORECASE),
    "daftar_isi": re.compile(r"d\s*a\s*f\s*t\s*a\s*r\s+i\s*s\s*i\b", re.IGNORECASE),
    "daftar_tabel": re.compile(r"daftar\s+tabel\b", re.IGNORECASE),
    "ikhtisar_eksekutif": re.compile(
        r"(?:(?:i[kh]{1,2}t?h?isar|ringkasan|rangkuman)\s+ek(?:s|z)ekuti[fv]e?|executive\s+summary)\b", re.IGNORECASE
    ),
}
_LAMPIRAN = re.compile(r"lampiran(?:\s*[-–:.]|\s+\d|\s+[IVX]+\b|\s*$)", re.IGNORECASE)
# How chapters are titled when the "BAB ..." line is a picture or missing; searched for only between the neighbours.
_TITLES = {
    1: re.compile(r"pendahuluan\b", re.IGNORECASE),
    2: re.compile(r"perencanaan(?:\s+dan\s+perjanjian)?\s+kinerja\b|rencana\s+strat", re.IGNORECASE),
    3: re.compile(r"akuntabilitas\s+kinerja\b", re.IGNORECASE),
    4: re.compile(r"p\s*e\s*n\s*u\s*t\s*u\s*p\b", re.IGNORECASE),
}
_FIRST_PARTS = {
    2: re.compile(r"rencana\s+strat|perencanaan", re.IGNORECASE),
    3: re.compile(r"capaian\s+kinerja|(?:kerangka\s+)?pengukuran\s+kinerja|akuntabilitas", re.IGNORECASE),
    4: re.compile(r"kesimpulan|simpulan|penutup|keberhasilan", re.IGNORECASE),
}
_ROMAN_TITLE = {1: "I", 2: "II", 3: "III", 4: "IV"}


class Tempat(msgspec.Struct, frozen=True):
    """Where a section begins: its page (True in formats without pages) and its location."""

    halaman: int | bool
    lokasi: Location
    urutan: int


def sections(judul: tuple[Judul, ...]) -> dict[str, Tempat]:
    """The sections found, by the field names of Bagian; a section that isn't there has no key."""
    found = {name: place for name, pattern in _FRONT.items() if (place := _first(judul, pattern)) is not None}
    chapters = _chapters(judul)
    for number, place in chapters.items():
        if number <= 4:
            found[f"bab_{number}"] = place
    last = max((place.urutan for place in chapters.values()), default=-1)
    appendix = next(
        (j for j in judul if j.urutan > last and _LAMPIRAN.match(j.teks) and not j.teks.endswith(";")), None
    )
    if appendix is not None:
        found["lampiran"] = _place(appendix)
    return found


def is_part(found: dict[str, Tempat]) -> bool:
    """Whether a file holds only some chapters: at most two of them, and no front matter."""
    chapters = [name for name in found if name.startswith("bab_")]
    return len(chapters) <= 2 and not any(name in found for name in _FRONT)


def _first(judul: tuple[Judul, ...], pattern: re.Pattern[str]) -> Tempat | None:
    hits = [j for j in judul if pattern.match(j.teks) and len(j.teks) < 60 and not j.nomor.startswith("BAB")]
    # Titles in capitals first: "Kata pengantar" in small letters may be a mention.
    hits.sort(key=lambda j: (not j.kapital, j.urutan))
    return _place(hits[0]) if hits else None


def _chapters(judul: tuple[Judul, ...]) -> dict[int, Tempat]:
    """Chapter number to place: the best increasing run of "BAB ..." lines, then titles and first parts in the gaps."""
    candidates = [(number, j) for j in judul if (number := chapter_number(j.nomor)) is not None]
    chosen = _increasing(candidates)
    chapters = dict(chosen)
    for number in (1, 2, 3, 4):
        if number in chapters:
            continue
        low = max((j.urutan for n, j in chapters.items() if n < number), default=-1)
        high = min((j.urutan for n, j in chapters.items() if n > number), default=1 << 30)
        between = [j for j in judul if low < j.urutan < high]
        title = _untitled(between, number)
        if title is not None:
            chapters[number] = title
    return {number: _place(j) for number, j in sorted(chapters.items())}


def _increasing(candidates: list[tuple[int, Judul]]) -> list[tuple[int, Judul]]:
    """The run of chapters with rising numbers that has the most members, the heaviest titles breaking ties."""
    best: list[tuple[float, list[int]]] = []
    for index, (number, j) in enumerate(candidates):
        weight = 1 + 0.2 * j.kapital + 0.2 * j.atas + 0.1 * (j.teks.upper().startswith("BAB") or bool(j.teks))
        before = [entry for at, entry in enumerate(best) if candidates[at][0] < number]
        total, run = max(before, default=(0.0, []), key=lambda entry: entry[0])
        best.append((total + weight, [*run, index]))
    run = max(best, default=(0.0, []), key=lambda entry: entry[0])[1]
    return [candidates[index] for index in run]


def _untitled(between: Iterable[Judul], number: int) -> Judul | None:
    headings = list(between)
    for j in headings:
        own_line = _TITLES[number].match(j.teks) and j.kapital and len(j.teks) < 60
        if own_line or (j.nomor.rstrip(".) ") == _ROMAN_TITLE[number] and _TITLES[number].match(j.teks)):
            return j
    pattern = _FIRST_PARTS.get(number)
    for j in headings:
        first = re.match(rf"(?:{number}|1)\.1\b\.?$", j.nomor)
        if first and (j.nomor.startswith(str(number)) or (pattern and pattern.search(j.teks))):
            return j
    return None


def _place(judul: Judul) -> Tempat:
    return Tempat(True if judul.halaman is None else judul.halaman, judul.lokasi, judul.urutan)
