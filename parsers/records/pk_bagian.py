"""A file of performance agreements cut into its parts: covers, statement pages and annexes (lampiran).

A part begins at a title line ("PERJANJIAN KINERJA TAHUN 2017"). A statement without a title of its own begins at its
opening sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec
from rapidfuzz import fuzz

from saksama.parsers.model import Cell, Document, Heading, Line, Location, Paragraph, Table
from saksama.parsers.tables import RoleTable, flow, role_tables

TITLE = re.compile(
    r"^\W*(?:(?:formulir|dokumen|lampiran|pernyataan|revisi|perubahan|reviu|review|draf|draft)\s*[\divx]*\s*)*"
    r"(?:perjanjian|penetapan|perjajian)\s+kinerja\b(?!\s+(?:ini|yang|adalah|merupakan|dan|antara|pada|telah|dengan))",
    re.IGNORECASE,
)
OPENING = re.compile(r"dalam\s+rangka\s+mewujudkan\s+manajemen|bertanda\s*tangan\s+di\s*bawah", re.IGNORECASE)
PROMISE = re.compile(r"\bberjanji\b.{0,40}\bmewujudkan\b", re.IGNORECASE | re.DOTALL)
SUPERVISION = re.compile(r"\b(?:melakukan|memberikan|melaksanakan)\s+supervisi\b", re.IGNORECASE)
_SENTENCES = {
    OPENING: "dalam rangka mewujudkan manajemen pemerintahan yang efektif transparan dan akuntabel",
    PROMISE: "berjanji akan mewujudkan target kinerja",
    SUPERVISION: "akan melakukan supervisi yang diperlukan",
}
_ALIKE = 88.0
_PARTY = re.compile(r"\bdisebut\b.{0,20}\bpihak\b|\bselaku\s+atasan\b", re.IGNORECASE)
_LABELLED = re.compile(r"^\W*(?:\d\.\s*)?(?:nama|jabatan|nip|pangkat|unit\s+kerja)\b\W*", re.IGNORECASE)
_AMOUNTS = frozenset({"anggaran", "pagu"})
_NAMED = frozenset({"program", "kegiatan", "sub_kegiatan"})

Macam = Literal["sampul", "pernyataan", "lampiran"]


def says(text: str, statement: re.Pattern[str]) -> bool:
    """Whether a text holds one of the statements OPENING, PROMISE, SUPERVISION, also with a few letters misread."""
    if statement.search(text):
        return True
    return fuzz.partial_ratio(_SENTENCES[statement], text.casefold(), score_cutoff=_ALIKE) > 0


class Part(msgspec.Struct, frozen=True):
    """A run of a file: its text lines (tables of parties and signatures included) and its tables with roles."""

    macam: Macam
    judul: Line | None
    lines: tuple[Line, ...]
    tables: tuple[RoleTable, ...]

    @property
    def text(self) -> str:
        """The text lines as one text, line breaks folded."""
        return flow("\n".join(line.text for line in self.lines))

    @property
    def location(self) -> Location | None:
        """Where the part begins."""
        if self.lines:
            return self.lines[0].location
        return self.tables[0].table.location if self.tables else None


def is_sasaran_table(table: RoleTable) -> bool:
    """Whether a table lists targets: target beside sasaran or indikator."""
    roles = set(table.roles)
    return "target" in roles and bool(roles & {"sasaran", "indikator", "indikator_program", "indikator_kegiatan"})


def is_anggaran_table(table: RoleTable) -> bool:
    """Whether a table lists programs or activities with their budgets, and no targets."""
    roles = set(table.roles)
    named = roles & {"program", "kegiatan", "sub_kegiatan", "uraian"}
    return bool(named) and bool(roles & (_AMOUNTS | {"keterangan", "sumber_dana"})) and not is_sasaran_table(table)


def lists_budgets(table: RoleTable) -> bool:
    """Whether a table has programs with their budgets, in a table of their own or beside the targets."""
    roles = set(table.roles)
    return is_anggaran_table(table) or (is_sasaran_table(table) and bool(roles & _NAMED) and bool(roles & _AMOUNTS))


def budget_roles(table: RoleTable) -> tuple[str, ...]:
    """The roles of the columns that tell of budgets: all of them but in a table that lists targets too."""
    if is_anggaran_table(table):
        return table.roles
    return tuple(role for role in table.roles if role in _NAMED | _AMOUNTS | {"keterangan", "sumber_dana"})


def parts_of(document: Document) -> tuple[Part, ...]:
    """The parts of a file in order; one part without a title when no title line is found."""
    found: list[list[Line | RoleTable]] = [[]]
    for element in _elements(document):
        if isinstance(element, Line) and _begins(element, found[-1]):
            found.append([])
        found[-1].append(element)
    return tuple(_part(elements) for elements in found if elements)


def _begins(line: Line, current: Sequence[Line | RoleTable]) -> bool:
    if is_title(line):
        # A title printed in two lines, or repeated by a cover right above, begins one part only.
        return not (current and isinstance(current[-1], Line) and is_title(current[-1]))
    if OPENING.search(line.text):
        said = [element.text for element in current if isinstance(element, Line)]
        return any(SUPERVISION.search(text) or PROMISE.search(text) for text in said)
    return False


def is_title(line: Line) -> bool:
    """Whether a line is the title of an agreement or of its annex."""
    text = flow(line.text)
    return len(text) <= 160 and TITLE.match(text) is not None and not text.endswith((".", ";"))


def _part(elements: Sequence[Line | RoleTable]) -> Part:
    lines = tuple(element for element in elements if isinstance(element, Line))
    tables = tuple(element for element in elements if isinstance(element, RoleTable))
    text = flow("\n".join(line.text for line in lines))
    macam: Macam = "sampul"
    if OPENING.search(text) or PROMISE.search(text) or _PARTY.search(text):
        macam = "pernyataan"
    elif any(is_sasaran_table(table) or is_anggaran_table(table) for table in tables):
        macam = "lampiran"
    return Part(macam, next((line for line in lines if is_title(line)), None), lines, tables)


def _elements(document: Document) -> Iterator[Line | RoleTable]:
    by_table: dict[int, list[RoleTable]] = {}
    for found in role_tables(document):
        if is_sasaran_table(found) or is_anggaran_table(found):
            by_table.setdefault(id(found.table), []).append(found)
    run: list[Line] = []
    for block in document.blocks:
        if isinstance(block, Table):
            yield from visual_lines(run)
            run = []
            yield from by_table.get(id(block)) or _table_lines(block)
        else:
            run += _text_lines(block)
    yield from visual_lines(run)


def visual_lines(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines of a page that stand side by side as one, left to right with tabs between; others as they are.

    A PDF knows only pieces of text; "Nama | : ..." and two signatures next to each other are one printed line each.
    """
    beside: list[Line] = []
    for line in lines:
        if beside and not _beside(beside[-1], line):
            yield _joined(beside)
            beside = []
        beside.append(line)
    if beside:
        yield _joined(beside)


def columns_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, two posts of a signature block that visual_lines put on one line as pieces beside each other."""
    result: list[Line] = []
    for line in lines:
        parts, box = line.text.split("\t"), line.location.kotak
        if len(parts) != 2 or box is None or line.location.putar or ":" in line.text:
            result.append(line)
            continue
        middle = (box[0] + box[2]) / 2
        for text, sides in zip(parts, ((box[0], middle), (middle, box[2])), strict=True):
            place = msgspec.structs.replace(line.location, kotak=(sides[0], box[1], sides[1], box[3]))
            result.append(msgspec.structs.replace(line, text=text, location=place))
    return result


def _beside(first: Line, second: Line) -> bool:
    one, other = first.location.tegak, second.location.tegak
    if one is None or other is None or first.location.halaman != second.location.halaman:
        return False
    heights = (one[3] - one[1], other[3] - other[1])
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return (
        shared > 0.6 * min(heights) and max(heights) < 1.8 * min(heights) and (one[2] <= other[0] or other[2] <= one[0])
    )


def _joined(lines: Sequence[Line]) -> Line:
    if len(lines) == 1:
        return lines[0]
    ordered = sorted(lines, key=lambda line: line.location.tegak or (0.0, 0.0, 0.0, 0.0))
    boxes = [line.location.kotak for line in lines if line.location.kotak]
    around = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    place = msgspec.structs.replace(ordered[0].location, kotak=around)
    return Line("\t".join(line.text.strip() for line in ordered), place, heading=lines[0].heading)


def _text_lines(block: Paragraph | Heading) -> Iterator[Line]:
    number = f"{block.number} " if isinstance(block, Paragraph) and block.number else ""
    level = block.level if isinstance(block, Heading) else None
    for index, text in enumerate(block.text.split("\n")):
        if text.strip():
            yield Line(f"{number}{text}" if index == 0 else text, block.location, heading=level)


def _table_lines(table: Table) -> Iterator[Line]:
    """A table without roles as lines: label rows ("Nama | : | ...") joined, other cells line by line."""
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.text.strip():
            rows.setdefault(cell.row, []).append(cell)
    for cells in rows.values():
        if len(cells) > 1 and _LABELLED.match(cells[0].text):
            columns = [cell.text.split("\n") for cell in cells]
            if len({len(column) for column in columns}) == 1:
                for texts in zip(*columns, strict=True):
                    yield Line("\t".join(text.strip() for text in texts), cells[-1].location, in_table=True)
            else:
                yield Line("\t".join(flow(cell.text) for cell in cells), cells[-1].location, in_table=True)
            continue
        for cell in cells:
            for text in cell.text.split("\n"):
                if text.strip():
                    yield Line(text, cell.location, in_table=True)
