"""Rencana Aksi: targets per quarter for each indikator, and the actions that lead there.

Both may stand in one wide table (each sasaran merged over its activities) or in two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from saksama.parsers.model import Document
from saksama.parsers.records.jadwal import schedule
from saksama.parsers.records.rows import (
    EMPTY,
    Tree,
    anchored,
    body,
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
from saksama.parsers.tables import RoleRow, RoleTable, role_tables

_TITLE = r"(?:matriks\s+|penetapan\s+)?(?:rencana (?:aksi|tindak)|renaksi)"
_LIST_SIZE = 3
_ACTIONS = ("aksi", "program", "kegiatan", "sub_kegiatan", "uraian")
_DETAILS = (
    "indikator_kegiatan",
    "indikator_program",
    "target_kegiatan",
    "target_program",
    "jadwal",
    "anggaran",
    "pagu",
)
_USED_SASARAN = ("no", "tujuan", "sasaran", "indikator", "satuan", "target")
_USED_AKSI = (*_ACTIONS, *_DETAILS, "no", "indikator", "target", "satuan", "penanggung_jawab", "data_dukung")


def extract(document: Document) -> tuple[Record, ...]:
    """The one Rencana Aksi of a document, with warnings for a table that wasn't recognised."""
    tables = role_tables(document)
    of_sasaran = [table for table in tables if _has_targets(table)]
    of_aksi = [table for table in tables if _has_actions(table)]
    sasaran = [entry for chain in chains(of_sasaran) for entry in _sasaran(chain)]
    aksi = [entry for chain in chains(of_aksi) for entry in _aksi(chain)]
    warnings = []
    if not sasaran:
        warnings.append("Tabel target triwulan (sasaran, indikator, TW I–IV) tidak ditemukan atau tidak dikenali.")
    if not aksi:
        warnings.append("Tabel program, kegiatan, aksi dan jadwal tidak ditemukan atau tidak dikenali.")
    tree = {
        **record_head(document, _TITLE),
        "sasaran": sasaran,
        "aksi": aksi,
        "kolom_sasaran": roles_of(of_sasaran),
        "kolom_aksi": _schedule_only(roles_of(of_aksi), of_aksi),
        "tabel_lain": _unknown(document, tables),
    }
    return (build("rencana_aksi", tree, place_of(document, (*of_sasaran, *of_aksi)), warnings),)


def _unknown(document: Document, tables: Sequence[RoleTable]) -> int:
    """How many tables large enough to list actions are among none of these."""
    known = {id(table.table) for table in tables}
    return sum(id(t) not in known and min(t.n_rows, t.n_columns) >= _LIST_SIZE for t in document.tables)


def _schedule_only(roles: Sequence[str], tables: Sequence[RoleTable]) -> list[str]:
    """The roles of action tables; quarters of a wide table are targets of its sasaran, no schedule."""
    return [role for role in roles if role != "triwulan" or not any(_has_targets(table) for table in tables)]


def _has_targets(table: RoleTable) -> bool:
    """Whether a table sets targets for indicators of a sasaran."""
    if table.column("indikator") is None or table.column("target") is None:
        return False
    return table.column("sasaran") is not None or not (table.column("aksi") or table.column("kegiatan"))


def _has_actions(table: RoleTable) -> bool:
    """Whether a table lists actions or activities."""
    named_by = [role for role in _ACTIONS[:4] if table.column(role) is not None]
    return "aksi" in named_by or (bool(named_by) and any(table.column(role) is not None for role in _DETAILS))


def _sasaran(tables: Sequence[RoleTable]) -> Iterator[Tree]:
    with_actions = _has_actions(tables[0])
    used = (*_USED_SASARAN, *(_USED_AKSI if with_actions else ("penanggung_jawab", "data_dukung")))
    for row, carried in with_carried(tables, ("tujuan", "sasaran")):
        indikator = entry_name(row, "indikator")
        if indikator is None:
            continue
        indikator = named(indikator)
        column = yearly(row.parent, "target")
        annual = row.at(column) if column else EMPTY
        per_quarter = quarters(row, "target")
        satuan, (target, *_) = with_unit(indikator, row.at("satuan"), [annual, *per_quarter], _header_unit(row.parent))
        yield {
            "sasaran": carried.get("sasaran", EMPTY),
            "indikator": indikator,
            "satuan": satuan,
            "target": target,
            "triwulan": per_quarter,
            "penanggung_jawab": EMPTY if with_actions else row.at("penanggung_jawab"),
            "data_dukung": EMPTY if with_actions else row.at("data_dukung"),
            "lain": further(row, used),
        }


def _header_unit(table: RoleTable) -> str | None:
    return next((column.satuan for column in table.columns_of("target") if column.satuan), None)


def _aksi(tables: Sequence[RoleTable]) -> Iterator[Tree]:
    with_targets = _has_targets(tables[0])
    program = EMPTY
    last: Mapping[str, At] = {}
    used = (*_USED_AKSI, *(_USED_SASARAN if with_targets else ()))
    for row in body(tables):
        here = _texts(row, with_targets)
        if not here:
            continue
        if _is_program_title(row, here):
            program, last = named(here.get("program") or here.get("kegiatan")), {}
            continue
        entry = _resolved(row.parent, row, here, last, with_targets)
        if "program" in here and (row.parent.column("kegiatan") is not None or _names_program(_plain(here["program"]))):
            program = named(here["program"])
        last = entry
        yield {**entry, "program": program, "triwulan": _marks(row, with_targets), "lain": further(row, used)}


def _plain(value: At) -> str:
    """A name without numbering and code."""
    return re.sub(r"^[\dxX][\dxX.]*\s+", "", str(named(value).value or ""))


def _roles(with_targets: bool) -> dict[str, tuple[str, ...]]:
    """Field of an action -> the roles that can fill it, best first."""
    own = () if with_targets else ("indikator",)
    return {
        "kegiatan": ("sub_kegiatan", "kegiatan"),
        "indikator": ("indikator_kegiatan", *own, "indikator_program"),
        "target": ("target_kegiatan", *(() if with_targets else ("target",)), "target_program"),
        "aksi": ("aksi", "uraian"),
        "anggaran": ("anggaran", "pagu"),
        "penanggung_jawab": ("penanggung_jawab",),
        "data_dukung": ("data_dukung",),
    }


def _texts(row: RoleRow, with_targets: bool) -> dict[str, At]:
    """The texts that begin in this row, by field: what makes it an entry of its own."""
    found: dict[str, At] = {}
    fields = {"program": ("program",), **_roles(with_targets)}
    for name, roles in fields.items():
        for role in roles:
            columns = row.parent.columns_of(role)
            column = next((column for column in columns if column.triwulan is None), None)
            if column is not None and (text := anchored(row, column)) is not None:
                found[name] = text
                break
    return {} if set(found) <= {"penanggung_jawab", "data_dukung", "anggaran"} else found


def _is_program_title(row: RoleRow, here: Mapping[str, At]) -> bool:
    """Whether a row only names the program of the activities below it: in bold, or beginning with the word."""
    if set(here) == {"program"} and row.parent.column("kegiatan") is not None:
        return True
    if set(here) not in ({"program"}, {"kegiatan"}):
        return False
    cell = row.cell("program" if "program" in here else "kegiatan")
    text = _plain(next(iter(here.values())))
    return _names_program(text) or (cell is not None and cell.bold and not text.casefold().startswith("kegiatan"))


def _names_program(text: str) -> bool:
    """Whether a name begins with the word "Program", a slip of a letter forgiven."""
    return fuzz.ratio(text.casefold().split(" ")[0], "program") >= 85


def _resolved(
    table: RoleTable, row: RoleRow, here: Mapping[str, At], last: Mapping[str, At], with_targets: bool
) -> Tree:
    """One action: texts of this row, of cells merged over it, and the activity that goes on from the row above."""
    entry: Tree = {}
    for name, roles in _roles(with_targets).items():
        values = (row.at(column) for role in roles for column in table.columns_of(role) if column.triwulan is None)
        entry[name] = next((value for value in values if value.value is not None), EMPTY)
    only_name = table.column("kegiatan") is None and table.column("sub_kegiatan") is None
    if only_name:
        label = row.at("program")
        entry["kegiatan"] = EMPTY if _names_program(_plain(label)) else label
    opens = "kegiatan" in here or (only_name and "program" in here)
    if not opens and last:
        # A further indicator of the activity above, where the reader saw separate blank cells.
        for name in ("kegiatan", "aksi", "anggaran", "penanggung_jawab", "data_dukung"):
            if entry[name].value is None:
                entry[name] = last[name]
    for name in ("kegiatan", "indikator", "aksi"):
        entry[name] = named(entry[name])
    return entry


def _marks(row: RoleRow, with_targets: bool) -> At | None:
    marks = schedule(row)
    if marks is None and not with_targets:
        targets: Sequence[At] = quarters(row, "target")
        if any(column.triwulan for column in row.parent.columns_of("target")):
            return At([value.value not in (None, "-", "–", "0") for value in targets])
    return marks
