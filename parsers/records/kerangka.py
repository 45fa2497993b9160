"""The outline of a report: its headings in reading order, told from running text, list items and lines of contents.

Readers mark only what the file marks as a heading, and most reports mark none; so short numbered or capital lines
count too. A line of a table of contents, of a list of tables or of a "Sistematika Penulisan" is no heading.
"""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from saksama.parsers.model import Document, Heading, Location, Paragraph, Table

ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
_BAB = re.compile(r"BAB\s*[:.-]?\s*(VIII|VII|VI|IV|V|III|II|I|[1-8])\b\s*[.:–-]?\s*(.*)", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d{1,2}(?:\s?\.\s?\d{1,2}){1,4})(?:\.|\)|\s)+\s*(?=[A-Za-z“\"(])(.*)")
_LETTERED = re.compile(r"((?:[A-Z]|[a-z]|\d{1,2}|VIII|VII|VI|IV|III|II)\s?[.)])\s*(?=[A-Za-z“\"(])(.*)")
_LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}|-{5,}")
_PAGE_BEHIND = re.compile(r".*\S\s+(?:\d{1,3}|[ivxl]{1,6}|[IVXL]+\s?-\s?\d+)\s*$")
_FRONT = re.compile(
    r"(?:kata\s+pengantar|daftar\s+(?:isi|tabel|gambar|grafik|lampiran|diagram|singkatan)|"
    r"(?:i[kh]{1,2}t?h?isar|ringkasan|rangkuman)\s+ek(?:s|z)ekuti[fv]e?|executive\s+summary|"
    r"lampiran(?:\s*[-–]\s*lampiran)?)\b",
    re.IGNORECASE,
)
_APPENDIX = re.compile(r"lampiran\s+(?:\d{1,2}|[IVX]+)\s*[.:]\s*[A-Z]", re.IGNORECASE)
# The comparisons as the ministry's guide words them are long for a heading.
_ANNOUNCES = re.compile(r"(?:membandingkan|perbandingan|analis[ai]s?)\b[^.;]*$", re.IGNORECASE)
_LENGTH = 170
_LISTED_TEXT, _BELOW_ITEM = 900, 5


class Judul(msgspec.Struct, frozen=True):
    """A heading: nomor as printed ("3.1.2", "BAB III", "a."), tingkat 1 for a chapter and more below it.

    urutan is the place of its block in the document; halaman is None in formats without pages; atas tells that
    nothing stands above it on its page.
    """

    teks: str
    nomor: str
    tingkat: int
    urutan: int
    halaman: int | None
    atas: bool
    lokasi: Location
    kapital: bool


class Baris(msgspec.Struct, frozen=True):
    """One line of running text, or of a table so small that it only frames a title."""

    teks: str
    urutan: int
    halaman: int | None
    lokasi: Location
    tebal: bool
    tingkat: int | None


def baris_teks(document: Document) -> tuple[Baris, ...]:
    """The lines outside tables in reading order; a frame of at most three cells counts as text."""
    lines: list[Baris] = []
    for order, block in enumerate(document.blocks):
        if isinstance(block, Table):
            filled = [cell for cell in block.cells if cell.text]
            if len(filled) <= 3 and all(len(cell.text) <= _LENGTH for cell in filled):
                lines += [
                    Baris(cell.text, order, cell.location.halaman, cell.location, cell.bold, None) for cell in filled
                ]
        elif isinstance(block, Heading):
            lines.append(Baris(_plain(block.text), order, block.location.halaman, block.location, True, block.level))
        elif block.text.strip():
            lines.append(
                Baris(_numbered(block), order, block.location.halaman, block.location, block.bold, None),
            )
    return tuple(lines)


def is_contents_line(text: str) -> bool:
    """Whether a line reads like an entry of a table of contents: dot leaders, or a page number at its end."""
    if _LEADERS.search(text):
        return True
    return bool(_PAGE_BEHIND.fullmatch(text)) and not re.search(
        r"(?:tahun|bab|lampiran|tabel|s/d|-|–)\s*\S+$", text, re.I
    )


def contents_lines(lines: tuple[Baris, ...]) -> frozenset[int]:
    """Indices of the lines that belong to a table of contents or another listing of chapters.

    A page (or, without pages, a run of 12 lines) with several entries is a listing as a whole; so is a place where
    chapter lines follow each other with hardly any text between them.
    """
    listed: set[int] = {index for index, line in enumerate(lines) if _LEADERS.search(line.teks)}
    per_page = Counter(line.halaman for line in lines if line.halaman is not None and _LEADERS.search(line.teks))
    entries = Counter(
        line.halaman
        for line in lines
        if line.halaman is not None
        and (_BAB.match(line.teks) or _NUMBERED.match(line.teks))
        and is_contents_line(line.teks)
    )
    pages = {page for page, count in (per_page + entries).items() if count >= 5}
    listed |= {
        index
        for index, line in enumerate(lines)
        if line.halaman in pages
        and (_BAB.match(line.teks) or _NUMBERED.match(line.teks) or _FRONT.match(line.teks))
        # The title of the listing itself ("DAFTAR ISI") is a heading.
        and not re.fullmatch(r"daftar\s+(?:isi|tabel|gambar|grafik|lampiran)", line.teks.strip(), re.IGNORECASE)
    }
    return frozenset(listed | _listed_chapters(lines, listed))


def _listed_chapters(lines: tuple[Baris, ...], contents: set[int]) -> set[int]:
    """Chapter lines that only list the chapters, as a "Sistematika Penulisan" does.

    Such lines rise by one with little text between them; the run is a listing when its chapters are named again with
    more text below them, or when nothing but titles stands between.
    """
    chapters = [
        index
        for index, line in enumerate(lines)
        if index not in contents and len(line.teks) <= _LENGTH and _BAB.match(line.teks)
    ]
    runs: list[list[int]] = []
    for index in chapters:
        if runs and _follows(lines, runs[-1][-1], index):
            runs[-1].append(index)
        else:
            runs.append([index])
    room = {index: _room(lines, run) for run in runs for index in run}
    listed: set[int] = set()
    for run in runs:
        if len(run) < 2:
            continue
        between = lines[run[0] + 1 : run[-1]]
        again = sum(
            any(
                _chapter(lines[other].teks) == _chapter(lines[index].teks) and room[other] > room[index]
                for other in chapters
                if other not in run
            )
            for index in run
        )
        titles = [
            line for line in between if _NUMBERED.match(line.teks) or _BAB.match(line.teks) or len(line.teks) < 40
        ]
        # Of two chapters both must return: one of them alone may be a number given twice.
        if (again == 2 if len(run) == 2 else again * 2 >= len(run)) or len(titles) == len(between) > len(run):
            listed |= set(run)
    return listed


def _follows(lines: tuple[Baris, ...], first: int, second: int) -> bool:
    one, other = _chapter(lines[first].teks), _chapter(lines[second].teks)
    rising = one is not None and other == one + 1
    return rising and sum(len(line.teks) for line in lines[first + 1 : second]) <= _LISTED_TEXT


def _room(lines: tuple[Baris, ...], run: list[int]) -> float:
    """Characters of text per chapter of a run; a chapter that stands alone has all the room there is."""
    if len(run) < 2:
        return float("inf")
    return sum(len(line.teks) for line in lines[run[0] + 1 : run[-1]]) / (len(run) - 1)


def headings(document: Document) -> tuple[Judul, ...]:
    """The headings of a document in reading order, without those of listings."""
    lines = baris_teks(document)
    listed = contents_lines(lines)
    found: list[Judul] = []
    seen: set[int | None] = set()
    for index, line in enumerate(lines):
        first_on_page = line.halaman is not None and line.halaman not in seen
        seen.add(line.halaman)
        if index in listed:
            continue
        shape = _shape(line)
        if shape is None:
            continue
        nomor, tingkat, teks = shape
        below = lines[index + 1] if index + 1 < len(lines) else None
        if nomor and below is not None and _continues(line, below):
            teks = f"{teks} {below.teks}".strip()
        found.append(
            Judul(teks, nomor, tingkat, line.urutan, line.halaman, first_on_page, line.lokasi, teks == teks.upper())
        )
    return _nested(found)


def _nested(found: list[Judul]) -> tuple[Judul, ...]:
    """The headings, those that go on the number of a list item ("1. Pelaksanaan", "1.1 Program") below it.

    In chapter III the parts are 3.1, 3.2 ...; a "1.1" among them below an item "1." is no part of the chapter.
    """
    item = own = ""
    result: list[Judul] = []
    for judul in found:
        below = False
        first = judul.nomor.split(".")[0]
        if judul.nomor.startswith("BAB"):
            item = own = ""
        elif re.fullmatch(r"\d{1,2}[.)]", judul.nomor):
            item = judul.nomor[:-1]
        elif re.match(r"\d+\.\d", judul.nomor):
            below = bool(item and own) and first == item != own
            if not below:
                item, own = "", first
        result.append(msgspec.structs.replace(judul, tingkat=_BELOW_ITEM + judul.tingkat) if below else judul)
    return tuple(result)


def _shape(line: Baris) -> tuple[str, int, str] | None:
    text = line.teks.strip()
    if not text or len(text) > _LENGTH or _LEADERS.search(text):
        return None
    if match := _BAB.fullmatch(text):
        title = match[2].strip()
        # "Bab III membahas akuntabilitas ..." is a sentence about the chapter.
        if title and (title[0].islower() or len(title) > 90):
            return None
        return f"BAB {match[1].upper()}", 1, title or text
    if _FRONT.match(text) and (text == text.upper() or len(text) < 40 or line.tingkat or _APPENDIX.match(text)):
        return "", 1, text
    if match := _NUMBERED.fullmatch(text):
        if text.endswith((",", ";")):
            return None
        return re.sub(r"\s", "", match[1]), 1 + len(re.findall(r"\d+", match[1])) - 1, match[2].strip()
    if match := _LETTERED.fullmatch(text):
        if not line.tebal and len(text) > 110 and not _ANNOUNCES.match(match[2].strip()):
            return None
        level = 5 if re.fullmatch(r"[A-Z]\s?\.", match[1]) else 6
        return match[1], level, match[2].strip()
    if line.tingkat:
        return "", line.tingkat, text
    if text == text.upper() and any(character.isalpha() for character in text) and len(text) > 5:
        return "", 1 if text.rstrip(".") in _CHAPTER_TITLES else 7, text
    if line.tebal and len(text) < 110:
        return "", 7, text
    return None


_CHAPTER_TITLES = {"PENDAHULUAN", "PENUTUP", "AKUNTABILITAS KINERJA", "PERENCANAAN KINERJA", "P E N U T U P"}


def _continues(line: Baris, below: Baris) -> bool:
    """Whether the line below is the second line of the same heading."""
    text = below.teks.strip()
    if below.halaman != line.halaman or not text or len(text) > 90 or len(line.teks) < 45:
        return False
    if _NUMBERED.match(text) or _BAB.match(text) or _LETTERED.match(text) or re.match(r"tabel|gambar", text, re.I):
        return False
    return below.tebal == line.tebal and (line.tebal or text[0].islower()) and not text.endswith(".")


def chapter_number(nomor: str) -> int | None:
    """The number of a chapter heading ("BAB III": 3); None for other headings."""
    return _chapter(nomor)


def _chapter(text: str) -> int | None:
    match = _BAB.match(text)
    if not match:
        return None
    return ROMAN.get(match[1].upper()) or (int(match[1]) if match[1].isdigit() else None)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _numbered(block: Paragraph) -> str:
    text = _plain(block.text)
    return f"{block.number} {text}" if block.number else text
