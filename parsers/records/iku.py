"""Indikator Kinerja Utama: indicators with formula, source of data and who answers for them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from saksama.parsers.cells import split_items, split_parallel
from saksama.parsers.dates import find_years
from saksama.parsers.model import Document, Table
from saksama.parsers.records.header import place_date
from saksama.parsers.records.rows import (
    EMPTY,
    Tree,
    anchored,
    chains,
    entry_name,
    further,
    named,
    place_of,
    record_head,
    roles_of,
    with_carried,
    with_unit,
    yearly,
)
from saksama.parsers.records.types import At, Record, build
from saksama.parsers.tables import RoleRow, RoleTable, role_tables

_TITLE = (
    r"(?:(?:penetapan|reviu|review|matriks|daftar|lampiran)\s+)?(?:indikator kinerja utama|iku\b|indikator kinerja)"
)
_TELLING = ("formula", "sumber_data", "penanggung_jawab")
_USED = ("no", "sasaran", "indikator", "satuan", "target", *_TELLING)
_NUMBER_YEAR = re.compile(r"/\s*(?P<tahun>(?:19|20)\d\d)\W*$")
_LISTED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s")


def extract(document: Document) -> tuple[Record, ...]:
    """The one IKU record of a document, with a warning when no table of indicators was recognised."""
    tables = iku_tables(role_tables(document))
    return (iku_record(document, tables),)


def iku_tables(tables: Sequence[RoleTable]) -> tuple[RoleTable, ...]:
    """The tables of IKU: those with indikator and formula or source; without any such, all with an indikator.

    Where no table has that column, "Uraian" beside a formula or source names the indicators.
    """
    having = [table for table in tables if table.column("indikator") is not None]
    having = having or [
        _described(table)
        for table in tables
        if table.column("uraian") and any(table.column(role) for role in _TELLING[:2])
    ]
    telling = [table for table in having if any(table.column(role) for role in _TELLING[:2])]
    return tuple(telling or having)


def _described(table: RoleTable) -> RoleTable:
    """The table with its column of descriptions as that of the indicators."""
    columns = tuple(
        msgspec.structs.replace(column, role="indikator") if column.role == "uraian" else column
        for column in table.columns
    )
    return msgspec.structs.replace(table, columns=columns)


def iku_record(document: Document, tables: Sequence[RoleTable]) -> Record:
    """An IKU record from these tables of a document."""
    outside = _outside(document, tables)
    head = record_head(outside, _TITLE)
    judul = head.pop("judul", None)
    entries = [entry for chain in chains(tables) for entry in _entries(chain)]
    years = sorted(set(find_years(judul.value))) if judul is not None else []
    span = {"tahun_awal": years[0], "tahun_akhir": years[-1]} if len(years) == 2 else {}
    if not span:
        head["tahun"] = head.get("tahun") or _year(outside, head.get("nomor"))
    warnings = () if entries else ("Tabel IKU tidak ditemukan atau judul kolomnya tidak dikenali.",)
    tree = {**head, **span, "indikator": entries, "kolom": roles_of(tables)}
    return build("iku", tree, place_of(document, tables), warnings)


def _outside(document: Document, tables: Sequence[RoleTable]) -> Document:
    """The document without the entries of its IKU: years and agencies named in a formula or source are not its own."""
    within: dict[int, set[int]] = {}
    for table in tables:
        entries = {row.index for row in table.rows() if len(row.cells) > 1}
        within.setdefault(id(table.table), set()).update(entries)

    def bare(table: Table) -> Table:
        kept = tuple(cell for cell in table.cells if cell.row not in within[id(table)])
        return msgspec.structs.replace(table, cells=kept)

    blocks = tuple(
        bare(block) if isinstance(block, Table) and id(block) in within else block for block in document.blocks
    )
    return msgspec.structs.replace(document, blocks=blocks)


def _year(document: Document, nomor: At | None) -> At | None:
    """The year that ends the decree's number, else that of the place-and-date line; both with the doubt said."""
    if nomor is not None and (match := _NUMBER_YEAR.search(nomor.value)):
        return At(int(match["tahun"]), nomor.location, "tahun diambil dari nomor keputusan")
    signed = place_date(document)
    years = set(find_years(signed[2].text)) if signed else set()
    if signed is None or len(years) != 1:
        return None
    return At(years.pop(), signed[2].location, "tahun diambil dari baris tanggal penandatanganan")


def _entries(tables: Sequence[RoleTable]) -> list[Tree]:
    entries: list[Tree] = []
    # The IKU of a region, and the form of some, name a tujuan where others name a sasaran.
    aim = "sasaran" if tables[0].column("sasaran") else "tujuan"
    for row, carried in with_carried(tables, (aim,)):
        indikator = entry_name(row, "indikator")
        if indikator is None:
            _continue(entries, row)
            continue
        for name, telling in _listed(row, indikator):
            lain = further(row, (*_USED, aim))
            entries.append({**_entry(row, name, telling), "sasaran": carried.get(aim, EMPTY), "lain": lain})
    return entries


def _listed(row: RoleRow, indikator: At) -> list[tuple[At, Tree]]:
    """The indicators of a row with their formula and so on: several when the cell is a numbered list of them."""
    telling = {role: row.at(role) for role in _TELLING}
    cells = [row.cell(role) for role in ("indikator", *_TELLING)]
    texts = [cell.text if cell else None for cell in cells]
    items = split_items(texts[0])
    if len(items) < 2 or not all(_LISTED.match(item) for item in items):
        return [(named(indikator), telling)]
    if len(lists := split_parallel(texts)) == len(items):
        return [
            (
                At(name, indikator.location),
                {role: At(text, telling[role].location) for role, text in zip(_TELLING, more, strict=True)},
            )
            for name, *more in lists
        ]
    return [(named(At(item, indikator.location)), telling) for item in items]


def _entry(row: RoleRow, indikator: At, telling: Tree) -> Tree:
    column = yearly(row.parent, "target")
    satuan, (target,) = with_unit(indikator, row.at("satuan"), [row.at(column) if column else EMPTY])
    return {"indikator": indikator, "satuan": satuan, "target": target, **telling}


def _continue(entries: list[Tree], row: RoleRow) -> None:
    """Text that a page break cut off from its cell goes back to the entry above."""
    if not entries:
        return
    for role in _TELLING:
        more = anchored(row, role)
        before: At = entries[-1][role]
        if more is not None and before.value is not None:
            entries[-1][role] = At(f"{before.value} {more.value}", before.location, before.ragu)
        elif more is not None:
            entries[-1][role] = more
