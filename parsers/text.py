"""Plain text, markdown, csv and tsv files -> Document, one paragraph a line, tables typed with bars as tables."""

from __future__ import annotations

import re
from pathlib import Path

from saksama.parsers.delimited import read_rows
from saksama.parsers.files import sha256
from saksama.parsers.headings import Outline, chapter_level, goes_on_below, is_chapter_title, section_level
from saksama.parsers.model import Block, Cell, Document, Heading, Location, Paragraph, ReadError, Table

_BULLET = re.compile(r"\s*[-*+•]\s+(?=\S)")
_NUMBERED = re.compile(r"(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s|\S+\s*:\s*(?:[a-z]|\d{1,2})\.\s")
_HASHES = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*")
_ROW = re.compile(r"\s*(?:[-*]\s+)?\|.*\|\s*")
_RULE = re.compile(r"\s*(?:(?:[-*_=]\s*){3,}|\+(?:[-=]+\+)+|```\w*)\s*")
# One dash in each cell is a row of blanks, not a border.
_SEPARATOR = re.compile(r"(?=.*(?:--|==|:-|-:))[\s|:+=-]+")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*?[^\s*])\*(?![\w*])")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad]")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")


def read(path: Path, name: str) -> Document:
    """Read a text file by its suffix: .csv and .tsv as one table, anything else line by line.

    Location.baris is the line in the file, from 1. Raises ReadError for a binary or an empty file.
    """
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
    rows = [(line, fields) for line, fields in read_rows(text, suffix) if any(field.strip() for field in fields)]
    return [_table(rows, name, 1, None)] if rows else []


def _table(rows: list[tuple[int, list[str]]], name: str, number: int, path: str | None) -> Table:
    """Rows of (line in the file, texts) as a table; shorter rows leave holes."""
    cells = tuple(
        Cell(_tidy(text), index, column, Location(name, tabel=number, baris=line, kolom=str(column + 1), jalur=path))
        for index, (line, texts) in enumerate(rows)
        for column, text in enumerate(texts)
    )
    width = max(len(texts) for _, texts in rows)
    return Table(cells, len(rows), width, Location(name, tabel=number, baris=rows[0][0], jalur=path))


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.replace("\u00a0", " ").splitlines())
    return "\n".join(line for line in lines if line)


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
        rows: list[tuple[int, list[str]]] = []
        for index, line in enumerate([*self._lines, ""]):
            if _ROW.fullmatch(line) or (rows and _RULE.fullmatch(line)):
                border = "|" not in line or _SEPARATOR.fullmatch(line)
                rows.append((index + 1, [] if border else self._bars(line)))
                continue
            if rows:
                self._flush(rows)
                rows = []
            if not line.strip():
                # An unclosed mark doesn't reach past its paragraph.
                self._bold = False
            elif not _RULE.fullmatch(line):
                self._line(index, line)

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
        return section_level(text) if bold or alone else None

    def _heading(self, text: str, level: int, index: int) -> None:
        self._outline.enter(level, text)
        self.blocks.append(Heading(text, level, Location(self._name, baris=index + 1, jalur=self._outline.path)))

    def _plain(self, line: str) -> tuple[str, bool]:
        """A line without emphasis marks and escapes, and whether all of it is bold."""
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

    def _bars(self, line: str) -> list[str]:
        body = line[line.index("|") + 1 : line.rindex("|")]
        texts = []
        for text in re.split(r"(?<!\\)\|", body):
            self._bold = False
            texts.append("\n".join(self._plain(piece)[0] for piece in re.split(r"<br\s*/?>", text)))
        self._bold = False
        return texts

    def _flush(self, rows: list[tuple[int, list[str]]]) -> None:
        """Add a table; border lines and the empty header that markdown asks for are no rows."""
        filled = [(line, texts) for line, texts in rows if texts]
        bordered = len(filled) < len(rows)
        if bordered and len(filled) > 1 and not any(text.strip() for text in filled[0][1]):
            filled = filled[1:]
        if filled:
            self._tables += 1
            self.blocks.append(_table(filled, self._name, self._tables, self._outline.path))
