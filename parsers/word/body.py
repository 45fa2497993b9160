"""The body of a Word file as blocks in reading order, with the headings above each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from saksama.parsers.headings import Outline, chapter_level, goes_on_below, is_chapter_title, part_level, section_level
from saksama.parsers.model import Block, Cell, Heading, Location, Paragraph, Table
from saksama.parsers.word.markup import W
from saksama.parsers.word.numbers import Numbering
from saksama.parsers.word.properties import ParagraphProperties, Properties
from saksama.parsers.word.styles import Styles
from saksama.parsers.word.tables import layout
from saksama.parsers.word.text import MC, Content, Seen, TextReader

_CONTAINERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
_MAX_HEADING = 250
"""Longer paragraphs in a heading style are body text whose style was never reset."""


@dataclass
class _Apart:
    """Nested tables and text boxes of a table, which become blocks of their own after it."""

    containers: list[etree._Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class BodyReader:
    """Reads block containers (body, header, text box) into one list of blocks."""

    def __init__(
        self, name: str, styles: Styles, numbering: Numbering, properties: Properties, notes: dict[str, str]
    ) -> None:
        self.blocks: list[Block] = []
        self.seen = Seen()
        self._name, self._styles, self._numbering, self._notes = name, styles, numbering, notes
        self._properties, self._text = properties, TextReader(styles, properties, self.seen)
        self._outline = Outline()
        self._tables = 0
        self._notes_met = 0

    def walk(self, container: etree._Element) -> None:
        """Read the paragraphs and tables of a container, through content controls and accepted insertions."""
        # The XML parser refuses more than 256 levels, so this recursion ends in time.
        for node in container:
            if node.tag == f"{W}p":
                self._paragraph(node)
            elif node.tag == f"{W}tbl":
                self._table(node)
            elif node.tag == f"{W}altChunk":
                self.seen.foreign += 1
            elif node.tag == f"{MC}AlternateContent":
                choice = node.find(f"{MC}Choice")
                if choice is not None:
                    self.walk(choice)
            elif node.tag in _CONTAINERS:
                self.walk(node)

    def _paragraph(self, node: etree._Element) -> None:
        paragraph = self._properties.paragraph(node)
        number = self._numbering.number(paragraph)
        content = self._text.read(node, paragraph.style)
        if content.text:
            self._emit(paragraph, content, number)
        for key in content.notes:
            self._note(key)
        for box in content.boxes:
            self.walk(box)

    def _emit(self, paragraph: ParagraphProperties, content: Content, number: str | None) -> None:
        title = " ".join(content.text.split())
        numbered = f"{number} {title}" if number and number != "•" else title
        level = self._heading_level(paragraph, content, number)
        last = self.blocks[-1] if self.blocks else None
        if isinstance(last, Heading) and goes_on_below(last.text) and is_chapter_title(title) and level in (None, 1):
            numbered, level = f"{last.text} {numbered}", last.level
            self.blocks.pop()
        if level is not None:
            self._outline.enter(level, numbered)
            self.blocks.append(Heading(numbered, level, self._here()))
        else:
            self.blocks.append(Paragraph(content.text, self._here(), content.bold, content.size, number))

    def _heading_level(self, paragraph: ParagraphProperties, content: Content, number: str | None) -> int | None:
        if len(content.text) > _MAX_HEADING or self._styles.of(paragraph.style).contents:
            return None
        level = self._styles.heading_level(paragraph)
        if level is not None:
            return level
        # With its tabs, by which a line of a table of contents is known.
        line = f"{number} {content.text}" if number else content.text
        level = chapter_level(line)
        if level is not None or not content.bold:
            return level
        return (None if self._outline.in_chapter else part_level(line)) or section_level(line)

    def _note(self, key: str) -> None:
        text = self._notes.get(key)
        if text:
            self._notes_met += 1
            self.blocks.append(Paragraph(text, self._here(), number=f"[{self._notes_met}]"))

    def _here(self) -> Location:
        return Location(self._name, jalur=self._outline.path)

    def _table(self, table: etree._Element) -> None:
        grid = layout(table, self._properties)
        self.seen.hidden_rows += grid.hidden_rows
        if not grid.slots:
            return
        self._tables += 1
        here = Location(self._name, tabel=self._tables, jalur=self._outline.path)
        texts: list[list[str]] = [[] for _ in grid.slots]
        weights: list[list[bool]] = [[] for _ in grid.slots]
        fills: list[str | None] = [None] * len(grid.slots)
        apart = _Apart()
        for tc, own, index in grid.pieces:
            fills[index] = fills[index] or own.fill
            for text, bold in self._cell(tc, apart):
                texts[index].append(text)
                weights[index].append(bold)
        cells = tuple(
            Cell(
                "\n".join(texts[index]),
                slot.row,
                slot.column,
                Location(
                    self._name,
                    tabel=here.tabel,
                    baris=slot.row + 1,
                    kolom=str(slot.column + 1),
                    jalur=here.jalur,
                ),
                slot.rowspan,
                slot.colspan,
                fill=fills[index],
                bold=bool(weights[index]) and all(weights[index]),
            )
            for index, slot in enumerate(grid.slots)
        )
        self.blocks.append(Table(cells, grid.n_rows, grid.n_columns, here))
        for key in apart.notes:
            self._note(key)
        for container in apart.containers:
            if container.tag == f"{W}tbl":
                self._table(container)
            else:
                self.walk(container)

    def _cell(self, container: etree._Element, apart: _Apart) -> list[tuple[str, bool]]:
        """The paragraphs of a cell with their numbers in front, and whether each is bold."""
        found: list[tuple[str, bool]] = []
        for node in container:
            if node.tag == f"{W}p":
                paragraph = self._properties.paragraph(node)
                number = self._numbering.number(paragraph)
                content = self._text.read(node, paragraph.style)
                text = f"{number} {content.text}" if number and content.text else number or content.text
                if text:
                    # Runs of spaces only pad; tabs and line breaks stay.
                    found.append((re.sub(" {2,}", " ", text) if "  " in text else text, content.bold))
                apart.notes.extend(content.notes)
                apart.containers.extend(content.boxes)
            elif node.tag == f"{W}tbl":
                apart.containers.append(node)
            elif node.tag == f"{MC}AlternateContent":
                for choice in node.findall(f"{MC}Choice")[:1]:
                    found.extend(self._cell(choice, apart))
            elif node.tag in _CONTAINERS:
                found.extend(self._cell(node, apart))
        return found


def header_parts(body: etree._Element, relations: dict[str, str]) -> list[str]:
    """The header and footer parts that the sections of a body use, in order of first use, each once."""
    ids = (
        reference.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", "")
        for section in body.iter(f"{W}sectPr")
        for reference in section
        if reference.tag in (f"{W}headerReference", f"{W}footerReference")
    )
    return list(dict.fromkeys(relations[key] for key in ids if key in relations))
