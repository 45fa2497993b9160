"""The numbering of chapters and sections, and of what stands in them: does it run on without gaps and repeats?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from saksama.checker.checks import penomoran
from saksama.checker.checks.base import (
    Case,
    Offence,
    TanpaParameter,
    Verdict,
    check,
    judge,
    not_applicable,
    place,
)
from saksama.checker.submission import fold
from saksama.parsers.model import Document
from saksama.parsers.records.kerangka import Judul, chapter_number, headings

_CONTENTS = ("daftar isi", "daftar tabel", "daftar gambar", "daftar lampiran")
_WITH_PAGE = re.compile(r"(?P<teks>.*\w.*?)[\s.…]+\d{1,3}$")


class Bagian(msgspec.Struct, frozen=True):
    """A numbered heading of the text itself: (3,) for BAB III, (3, 1, 2) for 3.1.2; bab: the chapter it stands in."""

    nomor: tuple[int, ...]
    judul: Judul
    berkas: str
    bab: int | None

    def __str__(self) -> str:
        if len(self.nomor) == 1:
            return f"BAB {self.judul.nomor.removeprefix('BAB').strip()}"
        return f"Subbab {'.'.join(str(number) for number in self.nomor)}"


@check("bab_berurutan", "naskah", values=("bab", "sebab"))
def bab_berurutan(case: Case, params: TanpaParameter) -> Verdict:
    """Nomor bab, subbab, tabel dan butir daftar tidak boleh berulang atau terlewat; daftar isi tidak dihitung."""
    assert case.naskah is not None
    found: list[Bagian] = []
    texts: list[str] = []
    for file in case.naskah.files:
        if file.document:
            chapter = None
            for number, judul in _numbered(file.document):
                chapter = number[0] if len(number) == 1 else chapter
                found.append(Bagian(number, judul, file.berkas, chapter))
            texts.append(file.document.text)
    chapters = [part for part in found if len(part.nomor) == 1]
    sections = [part for part in found if len(part.nomor) > 1]
    lists = [offence for file in case.naskah.files if file.document for offence in _inside(file.document)]
    if len(chapters) < 2 and len(sections) < 2 and not lists:
        return not_applicable("Dokumen tidak terbagi dalam bab bernomor.")
    if len(case.naskah.files) > 1:
        chapters.sort(key=lambda part: part.nomor)
    return judge([*_chapters(chapters), *_sections(found, "\n".join(texts)), *lists])


def _inside(document: Document) -> Iterator[Offence]:
    """Breaks in the numbering of tables, their captions and lists."""
    yield from penomoran.tables(document)
    yield from penomoran.captions(document)
    yield from penomoran.lists(document)
    yield from penomoran.appendices(document)


def _numbered(document: Document) -> Iterator[tuple[tuple[int, ...], Judul]]:
    """Numbered headings in reading order, without running heads and the list of chapters in a "Sistematika"."""
    listing: Judul | None = None
    chapter = listed = 0
    seen: set[tuple[tuple[int, ...], str]] = set()
    contents = {line.location.halaman for line in document.lines if fold(line.text) in _CONTENTS} - {None}
    every = [(judul, _number(judul)) for judul in headings(document)]
    printed = {(number, fold(judul.teks)) for judul, number in every}
    for judul, number in every:
        entry = _WITH_PAGE.match(judul.teks)
        # An entry of the contents is a heading of the text with its page behind it.
        if judul.halaman in contents or (entry and (number, fold(entry["teks"])) in printed):
            continue
        if listing and number and len(number) == 1:
            # The list counts the chapters once through; the text goes on where it was, or one further.
            goes_on = not listed and number[0] == chapter + 1 and judul.halaman != listing.halaman
            if judul.atas or goes_on or number[0] <= listed:
                listing, listed = None, 0
            else:
                listed = number[0]
        if number and not listing and not judul.teks.strip().isdigit() and (number, fold(judul.teks)) not in seen:
            # A heading repeated word for word is a running head, or the contents list once more.
            seen.add((number, fold(judul.teks)))
            chapter = number[0] if len(number) == 1 else chapter
            yield number, judul
        if "sistematika" in fold(judul.teks) and judul.halaman is not None:
            listing = judul


def _number(judul: Judul) -> tuple[int, ...] | None:
    if judul.tingkat == 1:
        chapter = chapter_number(judul.nomor)
        return (chapter,) if chapter else None
    if re.fullmatch(r"\d{1,2}(?:\s?\.\s?\d{1,2}){1,3}", judul.nomor):
        return tuple(int(number) for number in re.findall(r"\d+", judul.nomor))
    return None


def _chapters(found: Sequence[Bagian]) -> Iterator[Offence]:
    for before, part in pairwise(found):
        if part.nomor[0] == before.nomor[0] + 1:
            continue
        twice = part.nomor == before.nomor
        sebab = "muncul dua kali" if twice else f"datang langsung setelah {before}"
        bukti = place(part.judul.lokasi, part.berkas, part.judul.teks)
        yield Offence({"bab": str(part), "sebab": sebab}, (bukti,), str(part))


def _sections(found: Sequence[Bagian], text: str) -> Iterator[Offence]:
    """Gaps between neighbours below one heading, where the number left out stands nowhere else; a number used again
    further down."""
    first: dict[tuple[int, ...], Bagian] = {}
    chapters = any(len(part.nomor) == 1 for part in found)
    for before, part in pairwise([None, *found]):
        if part is None or len(part.nomor) == 1:
            continue
        again = first.setdefault(part.nomor, part)
        if again is not part:
            opens = before is not None and len(before.nomor) == 1
            # Of two levels it may be the numbering of a list, unless it is the chapter's, or stands for it.
            if len(part.nomor) > 2 or opens or not chapters or part.bab == part.nomor[0]:
                yield _section(part, f"muncul dua kali (“{again.judul.teks}” dan “{part.judul.teks}”)")
            continue
        *above, last = part.nomor
        left_out = (*above, last - 1)
        # Sections below the number left out stand for it ("3.2.1" without a heading "3.2").
        known = any(number[: len(left_out)] == left_out for number in first)
        if last > 1 and not known and (*above, last - 2) in first and not _stands(left_out, text):
            yield _section(part, f"datang langsung setelah {'.'.join(str(n) for n in (*above, last - 2))}")


def _stands(number: tuple[int, ...], text: str) -> bool:
    printed = r"\s?\.\s?".join(str(n) for n in number)
    return re.search(rf"(?m)^\W*{printed}(?!\d|\.\d)", text) is not None


def _section(part: Bagian, sebab: str) -> Offence:
    bukti = place(part.judul.lokasi, part.berkas, part.judul.teks)
    return Offence({"bab": str(part), "sebab": sebab}, (bukti,), f"{part} {part.judul.teks}", "subbab", "sedang")
