"""Indikator Kinerja Utama: indicators with formula, source of data and who answers for them."""

from __future__ import annotations

from collections.abc import Sequence

from saksama.parsers.dates import find_years
from saksama.parsers.model import Document
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


def extract(document: Document) -> tuple[Record, ...]:
    """The one IKU record of a document, with a warning when no table of indicators was recognised."""
    tables = iku_tables(role_tables(document))
    return (iku_record(document, tables),)


def iku_tables(tables: Sequence[RoleTable]) -> tuple[RoleTable, ...]:
    """The tables of IKU: those with indikator and formula or source; without any such, all with an indikator."""
    having = [table for table in tables if table.column("indikator") is not None]
    telling = [table for table in having if any(table.column(role) for role in _TELLING[:2])]
    return tuple(telling or having)


def iku_record(document: Document, tables: Sequence[RoleTable]) -> Record:
    """An IKU record from these tables of a document."""
    head = record_head(document, _TITLE)
    judul = head.pop("judul", None)
    entries = [entry for chain in chains(tables) for entry in _entries(chain)]
    years = sorted(set(find_years(judul.value))) if judul is not None else []
    span = {"tahun_awal": years[0], "tahun_akhir": years[-1]} if len(years) == 2 else {}
    warnings = () if entries else ("Tabel IKU tidak ditemukan atau judul kolomnya tidak dikenali.",)
    tree = {**head, **span, "indikator": entries, "kolom": roles_of(tables)}
    return build("iku", tree, place_of(document, tables), warnings)


def _entries(tables: Sequence[RoleTable]) -> list[Tree]:
    entries: list[Tree] = []
    for row, carried in with_carried(tables, ("sasaran",)):
        indikator = entry_name(row, "indikator")
        if indikator is None:
            _continue(entries, row)
            continue
        entries.append(_entry(row.parent, row, carried.get("sasaran", EMPTY), named(indikator)))
    return entries


def _entry(table: RoleTable, row: RoleRow, sasaran: At, indikator: At) -> Tree:
    column = yearly(table, "target")
    satuan, (target,) = with_unit(indikator, row.at("satuan"), [row.at(column) if column else EMPTY])
    return {
        "sasaran": sasaran,
        "indikator": indikator,
        "satuan": satuan,
        "target": target,
        **{role: row.at(role) for role in _TELLING},
        "lain": further(row, _USED),
    }


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
