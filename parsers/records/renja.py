"""Renja and RKT: the year's sasaran with targets, and programs with their money."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from saksama.parsers.model import Document
from saksama.parsers.records.kolom_dana import money_column
from saksama.parsers.records.rows import (
    EMPTY,
    Tree,
    amounts,
    anchored,
    chains,
    further,
    money_scale,
    named,
    place_of,
    record_head,
    with_carried,
    with_unit,
    yearly,
)
from saksama.parsers.records.types import At, Record, build
from saksama.parsers.tables import RoleRow, RoleTable, role_tables, split_parallel

_RENJA = r"(?:dokumen\s+|rancangan\s+(?:awal\s+|akhir\s+)?)?(?:rencana kerja|renja|rencana kinerja tahunan|rkt)"
_NAMES = ("sub_kegiatan", "kegiatan", "program", "uraian")
_MONEY = ("pagu", "anggaran")
_USED = ("no", "kode", "tujuan", "sasaran", "indikator", "satuan", "target", *_NAMES, *_MONEY)
_CODE = re.compile(r"^((?:\d{1,2}|[xX]{1,2})(?:\.(?:\d{1,4}|[xX]{1,2}))+)\.?\s+(?=[^\W\d_])")


def extract(document: Document) -> tuple[Record, ...]:
    """The one Renja or RKT of a document."""
    tables = role_tables(document)
    head = record_head(document, _RENJA)
    head.pop("judul", None)
    of_sasaran = [table for table in tables if _has_targets(table)]
    of_program = [table for table in tables if _has_programs(table) and table not in of_sasaran]
    sasaran = [entry for chain in chains(of_sasaran) for entry in _sasaran(chain)]
    program = [entry for table in of_program for entry in _program(table)]
    warnings = [] if sasaran or program else ["Tabel sasaran atau program tidak ditemukan atau tidak dikenali."]
    tree = {**head, "sasaran": sasaran, "program": program}
    return (build("renja", tree, place_of(document, (*of_sasaran, *of_program)), warnings),)


def _has_targets(table: RoleTable) -> bool:
    return all(table.column(role) is not None for role in ("sasaran", "indikator", "target")) and not (
        _has_programs(table) and table.column("satuan") is None and table.columns_of("sasaran")[0].index > 2
    )


def _has_programs(table: RoleTable) -> bool:
    return any(table.column(role) is not None for role in _NAMES) and any(
        table.column(role) is not None for role in (*_MONEY, "indikator", "indikator_kegiatan", "target")
    )


def _sasaran(tables: Sequence[RoleTable]) -> Iterator[Tree]:
    for row, carried in with_carried(tables, ("tujuan", "sasaran")):
        column = yearly(row.parent, "target")
        cell = row.cell("indikator")
        if cell is None or anchored(row, "indikator") is None or column is None:
            continue
        target_cell, satuan_cell = row.cell(column), row.cell("satuan")
        cells = (cell, target_cell, satuan_cell)
        for texts in split_parallel([part.text if part else None for part in cells]):
            indikator, target, satuan = (
                At(text, part.location if part else None) for text, part in zip(texts, cells, strict=True)
            )
            unit, (figure,) = with_unit(named(indikator), satuan, [target], column.satuan)
            yield {
                "tujuan": carried.get("tujuan", EMPTY),
                "sasaran": carried.get("sasaran", EMPTY),
                "indikator": named(indikator),
                "satuan": unit,
                "target": figure,
                "lain": further(row, _USED),
            }


def _program(table: RoleTable) -> Iterator[Tree]:
    scale, money = money_scale(table), money_column(table)
    for row in table.rows():
        if row.is_total:
            continue
        uraian = next((text for role in _NAMES if (text := anchored(row, role)) is not None), EMPTY)
        indikator = _first(row, ("indikator", "indikator_kegiatan", "indikator_program", "output", "outcome"))
        if uraian.value is None and indikator.value is None:
            continue
        kode = row.at("kode")
        if kode.value is None and uraian.value and (match := _CODE.match(uraian.value)):
            kode, uraian = At(match[1], uraian.location), At(uraian.value[match.end() :], uraian.location)
        target = _first(row, ("target", "target_kegiatan", "target_program"))
        satuan, (figure,) = with_unit(indikator, row.at("satuan"), [target])
        yield {
            "kode": kode,
            "uraian": named(uraian),
            "indikator": named(indikator),
            "satuan": satuan,
            "target": figure,
            **amounts("pagu", (anchored(row, money) if money is not None else None) or EMPTY, scale),
            "lain": further(row, (*_USED, "indikator_kegiatan", "target_kegiatan")),
        }


def _first(row: RoleRow, roles: Sequence[str]) -> At:
    """The first text that begins in this row under one of these roles."""
    for role in roles:
        column = yearly(row.parent, role)
        if column is not None and (text := anchored(row, column)) is not None:
            return text
    return EMPTY
