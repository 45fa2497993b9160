"""tindak_lanjut: the follow-up of an evaluation's recommendations, from a matrix or from labelled paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from saksama.parsers.model import Document, Location
from saksama.parsers.outline import Node, outline
from saksama.parsers.records.surat import evaluated_unit, letter_date, letter_number, received_date, title_year
from saksama.parsers.records.types import At, Record, build
from saksama.parsers.tables import (
    Column,
    RoleRow,
    RoleTable,
    carry_down,
    flow,
    role_tables,
    split_parallel,
    strip_number,
)

_FIELDS: dict[str, tuple[str, ...]] = {
    "rekomendasi": ("rekomendasi",),
    "tindak_lanjut": ("tindak_lanjut", "aksi"),
    "bukti": ("bukti", "data_dukung"),
    "status": ("status",),
    "tanggal": ("tanggal", "batas_waktu", "jadwal"),
    "tenggat": ("batas_waktu", "jadwal"),
    "penanggung_jawab": ("penanggung_jawab",),
}
_STATUS = re.compile(
    r"^\W*(?:telah |sudah |belum |dalam )?"
    r"(?:selesai|tuntas|proses|ditindak ?lanjuti|dilaksanakan|sesuai|belum|sudah)\b",
    re.IGNORECASE,
)
_ON_FOLLOW_UP = re.compile(r"tindak\s*lanjut", re.IGNORECASE)
_DONE = re.compile(r"realisasi|pelaksanaan|telah|dilakukan|uraian", re.IGNORECASE)
_PLANNED = re.compile(
    r"rencana|target|jadwal|status|tanggal|bukti|evidence|data dukung|penanggung|waktu", re.IGNORECASE
)
_LABEL = re.compile(
    r"^(?P<name>rekomendasi|saran|(?:rencana |uraian )?tindak ?lanjut|bukti(?: dukung| tindak lanjut)?|data dukung|"
    r"status|tanggal(?: penyelesaian)?|batas waktu|target waktu|penanggung ?jawab|pic)\b[^:]{0,30}:\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NAMES = {
    "rekomendasi": "rekomendasi",
    "saran": "rekomendasi",
    "rencana tindak lanjut": "tindak_lanjut",
    "uraian tindak lanjut": "tindak_lanjut",
    "tindak lanjut": "tindak_lanjut",
    "tindaklanjut": "tindak_lanjut",
    "bukti": "bukti",
    "bukti dukung": "bukti",
    "bukti tindak lanjut": "bukti",
    "data dukung": "bukti",
    "status": "status",
    "tanggal": "tanggal",
    "tanggal penyelesaian": "tanggal",
    "batas waktu": "tanggal",
    "target waktu": "tanggal",
    "penanggung jawab": "penanggung_jawab",
    "penanggungjawab": "penanggung_jawab",
    "pic": "penanggung_jawab",
}

Row = dict[str, Any]


def extract(document: Document) -> tuple[Record, ...]:
    """The one follow-up report of a document: a row per recommendation and follow-up.

    A cell with several numbered recommendations is split when the follow-up beside it splits alike; a recommendation
    that spans several follow-ups is repeated on each. Other columns are kept in `lain` under their printed names.
    """
    rows: list[Row] = []
    columns: list[str] = []
    for table in role_tables(document):
        names = _columns(table)
        if "rekomendasi" in names and names.keys() & {"tindak_lanjut", "status", "bukti"}:
            rows += _table_rows(table, names)
            columns += [field for field in names if field not in columns]
    if not rows:
        rows = _listed(outline([line for line in document.lines if not line.in_table]))
        columns = [field for field in _FIELDS if any(row.get(field) is not None for row in rows)]
    warnings = [] if rows else ["Tidak ditemukan tabel atau daftar rekomendasi beserta tindak lanjutnya."]
    tree: dict[str, Any] = {
        "unit": evaluated_unit(document),
        "tahun": title_year(document),
        "nomor": letter_number(document),
        "tanggal": letter_date(document),
        "tanggal_diterima": received_date(document),
        "baris": rows,
        "kolom": columns,
    }
    return (build("tindak_lanjut", tree, Location(document.berkas), warnings),)


def _columns(table: RoleTable) -> dict[str, Column]:
    """Field -> the column that holds it."""
    names = {field: column for field, roles in _FIELDS.items() if (column := _of_roles(table, roles))}
    done = _what_was_done(table)
    if done:
        names["tindak_lanjut"] = done
    noted = table.column("catatan")
    if "rekomendasi" not in names and "tindak_lanjut" in names and noted:
        names["rekomendasi"] = noted
    remark = table.column("keterangan")
    if "status" not in names and remark:
        texts = [text for row in table.rows() if (text := row.text(remark))]
        if texts and sum(1 for text in texts if _STATUS.match(text)) * 2 >= len(texts):
            names["status"] = remark
    return names


def _of_roles(table: RoleTable, roles: Iterable[str]) -> Column | None:
    return next((column for role in roles if (column := table.column(role))), None)


def _what_was_done(table: RoleTable) -> Column | None:
    """Of several columns on the follow-up, the one that says what was done rather than what was planned."""
    about = [
        c
        for c in table.columns
        if _ON_FOLLOW_UP.search(c.title) and c.role in (None, "tindak_lanjut", "aksi", "uraian")
    ]
    if len(about) < 2:
        return about[0] if about and table.column("tindak_lanjut") is None else None
    return next((c for c in about if _DONE.search(c.title)), None) or next(
        (c for c in about if not _PLANNED.search(c.title)), None
    )


def _table_rows(table: RoleTable, names: dict[str, Column]) -> Iterable[Row]:
    body = [row for row in table.rows() if not row.is_total]
    group: At | None = None
    recommendations = carry_down(body, names["rekomendasi"])
    for row, recommendation in zip(body, recommendations, strict=True):
        if row.is_group:
            group = At(flow(row.cells[0].text), row.cells[0].location)
            continue
        values = {field: row.at(column) for field, column in names.items()}
        if not any(at.value for field, at in values.items() if field not in ("tanggal", "tenggat")):
            continue
        values["rekomendasi"] = recommendation
        lain = dict(_rest(table, row, names))
        if group:
            lain["Kelompok"] = group
        for part in _split(row, names, values):
            yield {**part, "lain": lain}


def _split(row: RoleRow, names: dict[str, Column], values: dict[str, At]) -> Iterable[Row]:
    fields = list(names)
    lead = fields.index("rekomendasi")
    order = [fields[lead], *fields[:lead], *fields[lead + 1 :]]
    texts = [cell.text if (cell := row.cell(names[field])) else None for field in order]
    if not (texts[0] or "").strip():
        texts[0] = values["rekomendasi"].value
    for part in split_parallel(texts):
        yield {
            field: At(strip_number(text) if field in ("rekomendasi", "tindak_lanjut") else text, values[field].location)
            for field, text in zip(order, part, strict=True)
            if text
        }


def _rest(table: RoleTable, row: RoleRow, names: dict[str, Column]) -> Iterable[tuple[str, At]]:
    for column in table.columns:
        if column in names.values() or column.role == "no" or not column.title:
            continue
        at = row.at(column)
        if at.value:
            yield column.title, at


def _listed(nodes: Iterable[Node]) -> list[Row]:
    """Rows from labelled paragraphs ("Rekomendasi: ...", "Tindak lanjut: ...")."""
    rows: list[Row] = []
    pending: At | None = None
    last: str | None = None
    for node in nodes:
        match = _LABEL.match(node.text)
        if match is None:
            if last and rows and not node.marker and node.heading is None and rows[-1].get(last) is None:
                rows[-1][last] = At(node.text, node.location)
            elif node.marker:
                pending, last = At(node.text, node.location), None
            continue
        field = _NAMES[" ".join(match["name"].casefold().split())]
        value = At(match["rest"].strip() or None, node.location)
        if field == "rekomendasi":
            rows.append({})
        elif field == "tindak_lanjut" and pending is not None:
            rows.append({"rekomendasi": pending})
        if rows:
            rows[-1].setdefault(field, value if value.value else None)
            pending, last = None, field
    return [row for row in rows if row.get("rekomendasi") is not None]
