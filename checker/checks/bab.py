"""The numbering of chapters, sections and table rows: does it run on without gaps and repeats?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

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


class Bagian(msgspec.Struct, frozen=True):
    """A numbered heading of the text itself: (3,) for BAB III, (3, 1, 2) for 3.1.2."""

    nomor: tuple[int, ...]
    judul: Judul
    berkas: str

    def __str__(self) -> str:
        if len(self.nomor) == 1:
            return f"BAB {self.judul.nomor.removeprefix('BAB').strip()}"
        return f"Subbab {'.'.join(str(number) for number in self.nomor)}"


@check("bab_berurutan", "naskah", values=("bab", "sebab"))
def bab_berurutan(case: Case, params: TanpaParameter) -> Verdict:
    """Nomor bab, subbab dan baris tabel tidak boleh berulang atau terlewat; daftar isi tidak dihitung."""
    assert case.naskah is not None
    found: list[Bagian] = []
    texts: list[str] = []
    for file in case.naskah.files:
        if file.document:
            found += [Bagian(number, judul, file.berkas) for number, judul in _numbered(file.document)]
            texts.append(file.document.text)
    chapters = [part for part in found if len(part.nomor) == 1]
    sections = [part for part in found if len(part.nomor) > 1]
    lists = [offence for file in case.naskah.files if file.document for offence in _tables(file.document)]
    if len(chapters) < 2 and len(sections) < 2 and not lists:
        return not_applicable("Dokumen tidak terbagi dalam bab bernomor.")
    if len(case.naskah.files) > 1:
        chapters.sort(key=lambda part: part.nomor)
    return judge([*_chapters(chapters), *_sections(sections, "\n".join(texts)), *lists])


def _numbered(document: Document) -> Iterator[tuple[tuple[int, ...], Judul]]:
    """Numbered headings in reading order, without running heads and the list of chapters in a "Sistematika"."""
    listing: Judul | None = None
    chapter = listed = 0
    seen: set[tuple[tuple[int, ...], str]] = set()
    for judul in headings(document):
        number = _number(judul)
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
    further down (only from the third level: of two levels it may be the numbering of a list)."""
    first: dict[tuple[int, ...], Bagian] = {}
    for part in found:
        again = first.setdefault(part.nomor, part)
        if again is not part:
            if len(part.nomor) > 2:
                yield _section(part, f"muncul dua kali (“{again.judul.teks}” dan “{part.judul.teks}”)")
            continue
        *above, last = part.nomor
        left_out = (*above, last - 1)
        if last > 1 and left_out not in first and (*above, last - 2) in first and not _stands(left_out, text):
            yield _section(part, f"datang langsung setelah {'.'.join(str(n) for n in (*above, last - 2))}")


def _tables(document: Document) -> Iterator[Offence]:
    """Tables whose first column counts 1, 2, 3 ... with one number left out between neighbouring rows."""
    for table in document.tables:
        labels = [
            (int(found[1]), cell)
            for cell in sorted(table.cells, key=lambda cell: cell.row)
            if cell.column == 0 and (found := re.fullmatch(r"(\d{1,3})[.)]?", cell.text.strip()))
        ]
        steps = [(before, after) for before, after in pairwise(labels) if after[0] != before[0] + 1]
        if len(labels) < 4 or labels[0][0] != 1 or len(steps) != 1:
            continue
        (before, above), (after, cell) = steps[0]
        # A row in between without a number may have lost it in reading.
        if after == before + 2 and cell.row == above.row + above.rowspan:
            values = {"bab": f"Nomor {after} pada tabel", "sebab": f"datang langsung setelah nomor {before}"}
            row = " ".join(other.text for other in table.cells if other.row == cell.row)[:120]
            yield Offence(values, (place(cell.location, document.berkas, row),), row, "tabel", "sedang")


def _stands(number: tuple[int, ...], text: str) -> bool:
    printed = r"\s?\.\s?".join(str(n) for n in number)
    return re.search(rf"(?m)^\W*{printed}(?!\d|\.\d)", text) is not None


def _section(part: Bagian, sebab: str) -> Offence:
    bukti = place(part.judul.lokasi, part.berkas, part.judul.teks)
    return Offence({"bab": str(part), "sebab": sebab}, (bukti,), f"{part} {part.judul.teks}", "subbab", "sedang")
