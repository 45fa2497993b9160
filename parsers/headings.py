"""Headings recognised by their words ("BAB III", "KATA PENGANTAR", "1.2 Tujuan"), and the path of headings to a place.

Many documents type their headings as plain paragraphs, so the words must do where no heading style is set.
"""

from __future__ import annotations

import re

_CHAPTER = re.compile(r"BAB\s+(?:[IVXL]+|\d{1,2})\b[.:\s–-]*(?P<title>.*)", re.DOTALL)
_FRONT = re.compile(
    r"(?:KATA PENGANTAR|PRAKATA|SAMBUTAN|DAFTAR (?:ISI|TABEL|GAMBAR|GRAFIK|LAMPIRAN|SINGKATAN|PUSTAKA)"
    r"|(?:IKHTISAR|RINGKASAN) EKSEKUTIF|EXECUTIVE SUMMARY|LAMPIRAN(?:\s*-\s*LAMPIRAN|\s+(?:[IVXL]+|\d{1,2}))?)\s*[.:]?",
)
# What _CHAPTER and _FRONT can begin with: nearly every line of a document is asked, and nearly none is a heading.
_BEGINNINGS = ("BAB", "KATA", "PRAKATA", "SAMBUTAN", "DAFTAR", "IKHTISAR", "RINGKASAN", "EXECUTIVE", "LAMPIRAN")
_DECIMAL = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,4})\.?\s+(?P<title>[^\W\d_].*)", re.DOTALL)
_LETTERED = re.compile(r"[A-Z](?P<number>(?:\.\d{1,2}){1,3})\.?\s+(?P<title>[^\W\d_].*)", re.DOTALL)
_PART = re.compile(r"[IVX]{1,5}\.\s+(?P<title>[^\W\d_].*)", re.DOTALL)
_LETTER = re.compile(r"(?:[A-Z]|[IVX]{2,5})\.\s+(?P<title>[^\W\d_].*)", re.DOTALL)
# A line of a table of contents ends in dot leaders or a tab, and a page number.
_CONTENTS = re.compile(r"(?:[.…]{3,}|\t)[\s.…]*(?:\d{1,4}|[ivxl]+)?\s*$")
_UNFINISHED = re.compile(r"(?:,|&|-|\b(?:DAN|ATAU|SERTA|DENGAN|YANG|UNTUK|DALAM|PADA|TERHADAP|DI))$")
_MAX_TITLE = 160


def chapter_level(text: str) -> int | None:
    """1 for a line that can only be a chapter heading ("BAB II ...", "DAFTAR ISI", "LAMPIRAN I"), else None."""
    line = text.strip()
    if not line.startswith(_BEGINNINGS) or len(line) > _MAX_TITLE or _CONTENTS.search(line):
        return None
    if _FRONT.fullmatch(" ".join(line.split())):
        return 1
    match = _CHAPTER.match(line)
    # "BAB II menjelaskan bahwa ..." is a sentence; a title starts with a capital letter.
    if match and (not match["title"] or match["title"][0].isupper()) and not line.endswith(";"):
        return 1
    return None


def part_level(text: str) -> int | None:
    """1 for "IV. PENGUKURAN KINERJA", which heads a part where there are no chapters, else None."""
    match = _PART.fullmatch(text.strip())
    return 1 if match and len(match["title"]) <= _MAX_TITLE and is_chapter_title(match["title"]) else None


def section_level(text: str) -> int | None:
    """2 for "A. Latar Belakang" or "1.1 Tujuan", 3 for "1.1.1 ..." or "D.1 ...", None for a possible list item.

    Only for lines set apart in another way as well (a line of its own, bold): the words alone don't decide.
    """
    line = text.strip()
    if len(line) > _MAX_TITLE or line.endswith((";", ",", ".", ":")) or _CONTENTS.search(line):
        return None
    if (match := _DECIMAL.match(line)) and _is_title(match["title"]):
        return match["number"].count(".") + 1
    if (match := _LETTERED.match(line)) and _is_title(match["title"]):
        return match["number"].count(".") + 2
    if (match := _LETTER.match(line)) and _is_title(match["title"]):
        return 2
    return None


def goes_on_below(text: str) -> bool:
    """Whether a chapter heading has its title, or the rest of it, on the next line ("BAB I", "... STRATEGI DAN")."""
    match = _CHAPTER.fullmatch(text.strip())
    title = str(match["title"]) if match else None
    return title is not None and (not title or _UNFINISHED.search(title) is not None)


def is_chapter_title(text: str) -> bool:
    """Whether a line can be the title under "BAB I": short, all in capitals, without a number of its own."""
    line = text.strip()
    if not 0 < len(line) <= _MAX_TITLE or "\t" in line or any(p.match(line) for p in (_PART, _LETTER, _DECIMAL)):
        return False
    return line == line.upper() and any(character.isalpha() for character in line)


def _is_title(text: str) -> bool:
    """Whether most words begin with a capital, as in a title ("Maksud dan Tujuan") and not in a sentence."""
    words: list[str] = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    if not text[0].isupper() or len(text) > 100:
        return False
    return sum(word[0].isupper() for word in words) >= 0.6 * len(words)


class Outline:
    """The headings above the place that is being read."""

    def __init__(self) -> None:
        self._stack: list[tuple[int, str]] = []

    def enter(self, level: int, text: str) -> None:
        """Begin a section: headings of the same and of deeper levels end."""
        self._stack = [entry for entry in self._stack if entry[0] < level]
        self._stack.append((level, " ".join(text.split())))

    @property
    def in_chapter(self) -> bool:
        """Whether the place lies in a "BAB"."""
        return bool(self._stack) and _CHAPTER.match(self._stack[0][1]) is not None

    @property
    def path(self) -> str | None:
        """The headings from the outermost inwards ("BAB III > A. Capaian"), None before the first."""
        return " > ".join(text for _, text in self._stack) or None
