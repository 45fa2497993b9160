"""DPA: the programs, activities and sub-activities that a unit's budget document names, each with its money.

Two forms: a table of codes and names with an amount, where lines of spending accounts ("5.1.02 Belanja ...") are no
programs; and a page per sub-activity, whose head names program, activity and sub-activity one below the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from saksama.parsers.model import Document, Line, Table
from saksama.parsers.numbers import parse_rupiah
from saksama.parsers.records.kolom_dana import money_column
from saksama.parsers.records.pieces import pieces
from saksama.parsers.records.rows import (
    EMPTY,
    Tree,
    amounts,
    anchored,
    further,
    money_scale,
    named,
    place_of,
    record_head,
    with_unit,
    yearly,
)
from saksama.parsers.records.types import At, Record, build
from saksama.parsers.tables import RoleRow, RoleTable, flow, role_tables

_DPA = r"(?:dokumen pelaksanaan (?:perubahan )?anggaran|dpa|dppa|ringkasan|rekapitulasi)"
_NAMES = ("sub_kegiatan", "kegiatan", "program", "uraian")
_USED = ("no", "kode", "indikator", "satuan", "target", *_NAMES, "pagu", "anggaran")
_PART = r"(?:\d{1,4}|[xX]{1,2})"
_CODE = re.compile(rf"({_PART}(?:\.{_PART})+)\.?\s+(?=[^\W\d_])")
_NOMENCLATURE = re.compile(r"[\dxX]\.(?:\d\d|[xX]{2})(?:\.|$)")
_LABEL = re.compile(
    r"(?P<level>program|sub\s*kegiatan|kegiatan|alokasi(?:\s+tahun)?|jumlah(?:\s+anggaran)?|pagu(?:\s+anggaran)?)"
    r"\s*(?P<year>(?:19|20)\d\d)?\s*(?::\s*(?P<value>.*))?",
    re.IGNORECASE,
)


def extract(document: Document) -> tuple[Record, ...]:
    """The one DPA of a document."""
    head = record_head(document, _DPA)
    head.pop("judul", None)
    tables = [table for table in role_tables(document) if money_column(table) is not None and _name(table)]
    program = [entry for table in tables for entry in _rows(table)] or list(_heads(document))
    warnings = [] if program else ["Tabel program dan anggaran tidak ditemukan atau tidak dikenali."]
    return (build("dpa", {**head, "program": program}, place_of(document, tables), warnings),)


def _name(table: RoleTable) -> str | None:
    return next((role for role in _NAMES if table.column(role) is not None), None)


def _rows(table: RoleTable) -> Iterator[Tree]:
    money = money_column(table)
    scale = money_scale(table)
    coded = table.column("kode") is not None
    for row in table.rows():
        uraian = next((text for role in _NAMES if (text := anchored(row, role)) is not None), EMPTY)
        if row.is_total or money is None or uraian.value is None:
            continue
        kode = _code(row)
        if kode.value is None and (match := _CODE.match(str(uraian.value))):
            kode, uraian = At(match[1], uraian.location), At(str(uraian.value)[match.end() :], uraian.location)
        # Below the codes of programs stand accounts, and below those the goods bought.
        if not _NOMENCLATURE.match(str(kode.value)) if kode.value else coded:
            continue
        indikator = named(row.at("indikator"))
        column = yearly(table, "target")
        satuan, (target,) = with_unit(indikator, row.at("satuan"), [row.at(column) if column else EMPTY])
        yield {
            "kode": kode,
            "uraian": named(uraian),
            "indikator": indikator,
            "satuan": satuan,
            "target": target,
            **amounts("pagu", anchored(row, money) or EMPTY, scale),
            "lain": {key: value for key, value in further(row, _USED).items() if key != money.title},
        }


def _code(row: RoleRow) -> At:
    """The code of a row; one that is spread over several cells below its title is put together."""
    column = row.parent.column("kode")
    if column is None:
        return EMPTY
    cells = row.parent.table.grid[row.index][column.index : column.index + column.span]
    parts = {id(cell): cell for cell in cells if cell is not None and cell.row == row.index and cell.text.strip()}
    texts = [re.sub(r"\s", "", cell.text).strip(".") for cell in parts.values()]
    return At(".".join(texts), next(iter(parts.values())).location) if texts else EMPTY


def _heads(document: Document) -> Iterator[Tree]:
    """The programs, activities and sub-activities that labels name, each once; money belongs to the last of them."""
    entries: dict[tuple[str | None, str], Tree] = {}
    last: Tree | None = None
    for level, value in _labelled(document):
        text = flow(str(value.value))
        if level in ("program", "kegiatan", "subkegiatan"):
            match = _CODE.match(text)
            kode, uraian = (match[1], text[match.end() :]) if match else (None, text)
            fresh = {
                **{"kode": At(kode, value.location if kode else None), "uraian": At(uraian, value.location)},
                **amounts("pagu", EMPTY),
            }
            last = entries.setdefault((kode, uraian), fresh)
        elif last is not None and last["pagu"] is None and parse_rupiah(text) is not None:
            last.update(amounts("pagu", value))
    yield from entries.values()


def _labelled(document: Document) -> Iterator[tuple[str, At]]:
    """Level and value of every label: "Program : ..." in a line, or label and value in cells of one row."""
    for block in document.blocks:
        if not isinstance(block, Table):
            yield from _in_lines(pieces([Line(block.text, block.location)]))
            continue
        for row in range(block.n_rows):
            cells = [
                cell for cell in block.grid[row] if cell is not None and cell.row == row and cell.text.strip(" :\n")
            ]
            if not cells:
                continue
            match = _LABEL.fullmatch(flow(cells[0].text).rstrip(" :"))
            if match and not match["value"] and len(cells) > 1:
                texts = [cell for cell in cells[1:] if cell is not cells[0]]
                value = " ".join(dict.fromkeys(flow(cell.text).lstrip(": ") for cell in texts))
                yield _level(match), At(value, texts[0].location)
            elif len({id(cell) for cell in cells}) == 1:
                yield from _in_lines(pieces([Line(cells[0].text, cells[0].location)]))


def _in_lines(lines: Sequence[Line]) -> Iterator[tuple[str, At]]:
    for line in lines:
        match = _LABEL.fullmatch(flow(line.text))
        if match and match["value"]:
            yield _level(match), At(match["value"], line.location)


def _level(match: re.Match[str]) -> str:
    return re.sub(r"\s", "", match["level"]).casefold()
