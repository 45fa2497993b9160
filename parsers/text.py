"""Plain text, markdown, csv and tsv files -> Document, one paragraph a line, tables typed with bars as tables."""

from __future__ import annotations

import csv
import html
import re
from pathlib import Path

from saksama.parsers.delimited import read_rows
from saksama.parsers.files import sha256
from saksama.parsers.headings import Outline, chapter_level, goes_on_below, is_chapter_title, part_level, section_level
from saksama.parsers.model import Block, Document, Heading, Location, Paragraph, ReadError
from saksama.parsers.texttables import Row, barred, barred_rows, build, tabbed, tabbed_rows

_MAX_BYTES = 64 * 2**20
_BULLET = re.compile(r"\s*[-*+•]\s+(?=\S)")
_NUMBERED = re.compile(r"(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s|\(\w{1,3}\)\s|\S+\s*:\s*(?:[a-z]|\d{1,2})\.\s")
_HASHES = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*")
_RULE = re.compile(r"\s*(?:(?:[-*_=]\s*){3,}|```\w*)\s*")
# Converters leave bits of HTML in text; "< 30 hari" is none.
_TAG = re.compile(
    r"</?(?:p|i|b|u|em|strong|ol|ul|li|br|span|div|su[bp]|center|font|table|tr|t[dh])\b[^<>]*>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:nbsp|amp|lt|gt|quot|#\d{1,5});")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*?[^\s*])\*(?![\w*])")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad]")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")


def read(path: Path, name: str) -> Document:
    """Read a text file by its suffix: .csv and .tsv as one table, anything else line by line.

    Location.baris is the line in the file, from 1. Raises ReadError for a binary, an empty or a huge file.
    """
    if path.stat().st_size > _MAX_BYTES:
        raise ReadError(name, "Berkas teks terlalu besar (lebih dari 64 MB).", "Pecah menjadi beberapa berkas.")
    text, warnings = _decode(path.read_bytes(), name)
    text = _CONTROL.sub("", text)
    suffix = path.suffix.casefold()
    blocks = _delimited(text, name, suffix) if suffix in (".csv", ".tsv") else _Lines(text, name).blocks
    if not blocks:
        raise ReadError(name, "Berkas tidak berisi teks.", "Periksa apakah berkas yang benar sudah disimpan.")
    return Document(name, sha256(path), "teks", tuple(blocks), peringatan=tuple(warnings))


def _decode(data: bytes, name: str) -> tuple[str, list[str]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), []
    if b"\0" in data:
        raise ReadError(name, "Berkas bukan berkas teks.", "Simpan ulang sebagai .docx, .xlsx, .pdf atau .txt.")
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        warning = "Pengodean berkas bukan UTF-8; dibaca sebagai Windows-1252, huruf khusus bisa keliru."
        # The few bytes that cp1252 leaves undefined become a visible question mark.
        return data.decode("cp1252", errors="replace"), [warning]


def _delimited(text: str, name: str, suffix: str) -> list[Block]:
    try:
        rows = [(line, fields) for line, fields in read_rows(text, suffix) if any(field.strip() for field in fields)]
    except csv.Error:
        # A field of more than a megabyte: a quotation mark that is never closed.
        raise ReadError(
            name, "Tabel teks ini rusak: ada tanda kutip yang tidak ditutup.", "Simpan ulang dari Excel sebagai .xlsx."
        ) from None
    return [build(rows, str, Location(name, tabel=1, baris=rows[0][0]))] if rows else []


class _Lines:
    """Reads running text; emphasis may open on one line and close on a later one."""

    def __init__(self, text: str, name: str) -> None:
        self.blocks: list[Block] = []
        self._name = name
        self._outline = Outline()
        self._bold = False
        self._tables = 0
        self._lines = re.split(r"\r\n|[\n\r\f\v\u0085\u2028]", text)
        self._read()

    def _read(self) -> None:
        index = 0
        while index < len(self._lines):
            line = self._lines[index]
            if (end := barred(self._lines, index)) > index:
                self._table(barred_rows(self._lines, index, end))
            elif (end := tabbed(self._lines, index)) > index:
                self._table(self._titles(tabbed_rows(self._lines, index, end)))
            else:
                end = index + 1
                if not line.strip():
                    # An unclosed mark doesn't reach past its paragraph.
                    self._bold = False
                elif not _RULE.fullmatch(line):
                    self._line(index, line)
            index = end

    def _titles(self, rows: list[Row]) -> list[Row]:
        """Add the title lines at the top of a table as paragraphs; returns the rows below them."""
        for index, (line, texts) in enumerate(rows):
            if sum(bool(text.strip()) for text in texts) > 1:
                return rows[index:]
            self._line(line - 1, "".join(texts))
        return []

    def _table(self, rows: list[Row]) -> None:
        if rows:
            self._tables += 1
            place = Location(self._name, tabel=self._tables, baris=rows[0][0], jalur=self._outline.path)
            self.blocks.append(build(rows, self._cell_text, place))

    def _cell_text(self, text: str) -> str:
        self._bold = False
        plain, _ = self._plain(text)
        self._bold = False
        return plain

    def _line(self, index: int, line: str) -> None:
        here = Location(self._name, baris=index + 1, jalur=self._outline.path)
        if hashes := _HASHES.fullmatch(line):
            title, _ = self._plain(hashes[2])
            self._heading(title, len(hashes[1]), index)
            return
        number = None
        if bullet := _BULLET.match(line):
            line = line[bullet.end() :]
            # A printed number behind the dash is the real one ("- c. Menyusun ...").
            number = None if _NUMBERED.match(line) else "-"
        text, bold = self._plain(line.removeprefix("> "))
        if not text:
            return
        level = None if number or bullet else self._level(index, text, bold)
        last = self.blocks[-1] if self.blocks else None
        if isinstance(last, Heading) and goes_on_below(last.text) and is_chapter_title(text):
            self.blocks.pop()
            self._heading(f"{last.text} {text}", last.level, (last.location.baris or 1) - 1)
        elif level is not None:
            self._heading(text, level, index)
        else:
            self.blocks.append(Paragraph(text, here, bold=bold, number=number))

    def _level(self, index: int, text: str, bold: bool) -> int | None:
        level = chapter_level(text)
        if level is not None:
            return level
        before = self._lines[index - 1] if index else ""
        after = self._lines[index + 1] if index + 1 < len(self._lines) else ""
        alone = not before.strip() and not after.strip()
        if not (bold or alone):
            return None
        return (None if self._outline.in_chapter else part_level(text)) or section_level(text)

    def _heading(self, text: str, level: int, index: int) -> None:
        self._outline.enter(level, text)
        self.blocks.append(Heading(text, level, Location(self._name, baris=index + 1, jalur=self._outline.path)))

    def _plain(self, line: str) -> tuple[str, bool]:
        """A line without emphasis marks and escapes, and whether all of it is bold."""
        line = _ENTITY.sub(lambda match: html.unescape(match[0]), _TAG.sub(" ", line))
        held = line.replace("\\*", "\0")
        parts = held.split("**")
        bold_letters = letters = 0
        for position, part in enumerate(parts):
            size = sum(character.isalnum() for character in part)
            letters += size
            bold_letters += size if self._bold else 0
            if position < len(parts) - 1:
                self._bold = not self._bold
        text = _EMPHASIS.sub(r"\1", "".join(parts))
        text = _ESCAPE.sub(r"\1", text).replace("\0", "*").replace("\u00a0", " ")
        return text.strip(" \u200b\ufeff"), 0 < letters == bold_letters
