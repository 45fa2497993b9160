"""Pengukuran Kinerja (PKPK): target, realisasi and capaian of a quarter, a year or all four quarters, and the money.

Forms read: the regulation's quarterly and annual forms, the Permendagri form with K and Rp per quarter, monitored
action plans. A file with a table for each quarter gives one record per quarter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from saksama.parsers.dates import triwulan_of
from saksama.parsers.model import Document
from saksama.parsers.records.anggaran_pengukuran import anggaran_rows
from saksama.parsers.records.header import NO_YEAR
from saksama.parsers.records.iku import iku_record
from saksama.parsers.records.merged import shared_name
from saksama.parsers.records.rows import (
    EMPTY,
    Tree,
    chains,
    entry_name,
    further,
    named,
    place_of,
    quarters,
    record_head,
    roles_of,
    with_carried,
    with_unit,
    yearly,
)
from saksama.parsers.records.types import At, Record, build
from saksama.parsers.tables import Column, RoleRow, RoleTable, flow, role_tables, split_parallel

_TITLE = (
    r"(?:formulir\s+|laporan\s+|hasil\s+|tabel\s+)?(?:pengukuran|evaluasi|monitoring|monev|capaian|pencapaian|realisasi|"
    r"form(?:ulir)? pengukuran|target dan realisasi|rencana aksi)"
)
_SHORT_TITLE = 40
_FIGURES = ("target", "realisasi", "capaian")
_MONEY = ("pagu", "anggaran", "realisasi_anggaran", "capaian_anggaran")
_USED = (
    *("no", "kode", "tujuan", "sasaran", "indikator", "satuan", "program", "kegiatan", "sub_kegiatan"),
    *(*_FIGURES, *_MONEY, "kondisi_akhir", "target_akhir", "capaian_akhir", "indikator_kegiatan", "target_kegiatan"),
)


def extract(document: Document) -> tuple[Record, ...]:
    """The measurements of a document: one record, or one per quarter where its tables are titled so.

    IKU tables in the same file become an IKU record of their own, after the measurements.
    """
    tables = role_tables(document)
    iku = [table for table in tables if _is_iku(table)]
    measuring = [table for table in tables if table not in iku and (_has_figures(table) or _has_money(table))]
    groups = _by_quarter(document, measuring)
    records = [_record(document, _head(document, group, len(groups)), number, group) for number, group in groups]
    return (*records, *([iku_record(_pages_of(document, iku), iku)] if iku else []))


def _head(document: Document, tables: Sequence[RoleTable], groups: int) -> Tree:
    """The head of a quarter's form: in a workbook with a sheet for each, that sheet's own title, date and signature."""
    head = record_head(document, _TITLE)
    sheets = {table.table.location.lembar for table in tables}
    if groups < 2 or None in sheets:
        return head
    inside = tuple(block for block in document.blocks if block.location.lembar in sheets)
    own = record_head(msgspec.structs.replace(document, blocks=inside), _TITLE)
    year = head.get("tahun")
    if year is not None:
        head["tahun"] = At(year.value, year.location, NO_YEAR)
    return {**{key: value for key, value in head.items() if key in ("unit", "tahun")}, **own}


def _pages_of(document: Document, tables: Sequence[RoleTable]) -> Document:
    """The pages on which these tables stand, whose head is theirs; the whole document where there are no pages."""
    pages = {cell.location.halaman for table in tables for cell in table.table.cells}
    inside = tuple(block for block in document.blocks if block.location.halaman in pages)
    return document if None in pages else msgspec.structs.replace(document, blocks=inside)


def _is_iku(table: RoleTable) -> bool:
    telling = table.column("formula") is not None or table.column("sumber_data") is not None
    return telling and table.column("indikator") is not None and table.column("realisasi") is None


def _has_figures(table: RoleTable) -> bool:
    return _key(table) is not None and any(
        table.column(role) is not None for role in ("realisasi", "capaian", "target")
    )


def _key(table: RoleTable) -> str | None:
    """The role whose texts are what is measured; None when a table measures nothing."""
    keys = ("indikator", "indikator_program", "indikator_kegiatan", "sasaran")
    return next((role for role in keys if table.column(role) is not None), None)


def _has_money(table: RoleTable) -> bool:
    named_by = any(table.column(role) is not None for role in ("program", "kegiatan", "sub_kegiatan", "uraian"))
    return named_by and any(table.column(role) is not None for role in _MONEY)


def _by_quarter(document: Document, tables: Sequence[RoleTable]) -> list[tuple[int | None, list[RoleTable]]]:
    """The tables grouped by the quarter that their captions name; one group when they name none or the same."""
    groups: dict[int | None, list[RoleTable]] = {}
    current: int | None = None
    for table in tables:
        current = next((n for text in reversed(table.captions) if (n := triwulan_of(text))), current)
        groups.setdefault(current, []).append(table)
    if len(groups) > 1 and None not in groups:
        return list(groups.items())
    columns = {column.triwulan for table in tables for column in table.columns if column.triwulan}
    if len(columns) > 1:
        return [(None, list(tables))]
    titles = (line.text for line in document.lines[:30] if not line.in_table or len(line.text) <= _SHORT_TITLE)
    named_in_title = next((n for text in titles if (n := triwulan_of(text))), None)
    number = next(iter(groups)) if len(groups) == 1 else None
    return [(number or (next(iter(columns)) if columns else None) or named_in_title, list(tables))]


def _record(document: Document, head: Tree, triwulan: int | None, tables: Sequence[RoleTable]) -> Record:
    measured = [table for table in tables if _has_figures(table)]
    baris = [entry for chain in chains(measured) for entry in _baris(chain, triwulan, head)]
    anggaran = [entry for table in tables if _has_money(table) for entry in anggaran_rows(table)]
    warnings = [] if baris else ["Tabel target dan realisasi tidak ditemukan atau judul kolomnya tidak dikenali."]
    tree = {**head, "triwulan": triwulan, "baris": baris, "anggaran": anggaran, "kolom": roles_of(tables)}
    return build("pengukuran_kinerja", tree, place_of(document, tables), warnings)


def _baris(tables: Sequence[RoleTable], triwulan: int | None, head: Mapping[str, At]) -> Iterator[Tree]:
    table = tables[0]
    several = len({column.triwulan for role in _FIGURES for column in table.columns_of(role) if column.triwulan}) > 1
    key = _key(table) or "indikator"
    year = head["tahun"].value if "tahun" in head else None
    if not any(table.column(role) is not None for role in ("realisasi", "capaian")) and _has_money(table):
        # Activities with their budgets: the indikator column only repeats what another table measures.
        return
    for row, carried in with_carried(tables, ("tujuan", "sasaran")):
        shared = shared_name(row, key, _figure_columns(row.parent, triwulan, year))
        if (entry_name(row, key) is None and shared is None) or _is_subtitle(row, key):
            continue
        for part in _parts(row, key, shared, triwulan, year):
            yield {
                **part,
                "tujuan": carried.get("tujuan", EMPTY),
                "sasaran": carried.get("sasaran", EMPTY),
                "program_pendukung": EMPTY if several else row.at("program"),
                "triwulan": _quarters(row) if several else None,
                "kondisi_akhir": _first(row, ("kondisi_akhir", "target_akhir")),
                "capaian_kondisi_akhir": row.at("capaian_akhir"),
                "lain": {**_year_beside_quarter(row, triwulan, year), **further(row, _USED)},
            }


def _year_beside_quarter(row: RoleRow, triwulan: int | None, tahun: int | None) -> dict[str, At]:
    """The figures for the year that a quarter's form prints beside the quarter's own."""
    found: dict[str, At] = {}
    for role in _FIGURES:
        column = yearly(row.parent, role, tahun)
        if column is not None and column != _figure_column(row.parent, role, triwulan, tahun):
            value = row.at(column)
            if value.value is not None:
                found[column.title] = value
    return found


def _is_subtitle(row: RoleRow, key: str) -> bool:
    """Whether an indikator in bold without unit and figures only names those below it."""
    cell = row.cell(key)
    if cell is None or not (cell.bold or cell.text.rstrip().endswith(":")) or row.parent.column("satuan") is None:
        return False
    columns = [column for role in ("satuan", *_FIGURES) for column in row.parent.columns_of(role)]
    return all(row.at(column).value is None for column in columns)


def _first(row: RoleRow, roles: Sequence[str]) -> At:
    values = (row.at(role) for role in roles if row.parent.column(role) is not None)
    return next((value for value in values if value.value is not None), EMPTY)


def _figure_columns(table: RoleTable, triwulan: int | None, tahun: int | None) -> list[Column]:
    found = (_figure_column(table, role, triwulan, tahun) for role in _FIGURES)
    return [column for column in found if column is not None]


def _parts(row: RoleRow, key: str, shared: At | None, triwulan: int | None, tahun: int | None) -> Iterator[Tree]:
    """The measured entries of a row: one, or several where a cell lists indicators with parallel figures."""
    columns = [_figure_column(row.parent, role, triwulan, tahun) for role in _FIGURES]
    figure_cells = [row.cell(column) if column is not None else None for column in columns]
    cells = [row.cell(key), row.cell("satuan"), *figure_cells]
    printed = [cell.text if cell else None for cell in cells]
    for texts in [printed] if shared is not None else split_parallel(printed):
        indikator, satuan, *figures = (
            At(flow(text) or None, cell.location if cell else None) for text, cell in zip(texts, cells, strict=True)
        )
        indikator = named(shared if shared is not None else indikator)
        unit = next((c.satuan for c in columns[:2] if c is not None and c.satuan), None)
        satuan, stripped = with_unit(indikator, satuan, [*figures, *quarters(row, "realisasi")], unit)
        yield {
            "indikator": EMPTY if key == "sasaran" else indikator,
            "satuan": satuan,
            **dict(zip(_FIGURES, [*stripped[:2], figures[2]], strict=True)),
        }


def _figure_column(table: RoleTable, role: str, triwulan: int | None, tahun: int | None) -> Column | None:
    """The column of the quarter measured, else the one for the year."""
    of_quarter = table.column(role, triwulan=triwulan) if triwulan else None
    return of_quarter or yearly(table, role, tahun)


def _quarters(row: RoleRow) -> list[Tree]:
    columns = {role: quarters(row, role) for role in _FIGURES}
    return [{role: values[number] for role, values in columns.items()} for number in range(4)]
