"""lembar_kerja_evaluasi: a filled evaluation worksheet (LKE, KKE) in any of its layouts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from saksama.parsers.model import Document, Location
from saksama.parsers.numbers import parse_number
from saksama.parsers.records.header import find_unit, find_year
from saksama.parsers.records.komponen import component_key
from saksama.parsers.records.types import At, Record, build
from saksama.parsers.tables import Column, RoleRow, RoleTable, flow, role_tables

_TEXT_ROLES = ("komponen", "uraian", "kriteria", "indikator")
_FINAL = re.compile(r"final|akhir|evaluator|evaluasi|penjamin|verval|verifikasi|tim\b|apip|inspektorat", re.IGNORECASE)
_SELF = re.compile(r"mandiri|unit kerja|self|opd|pd\b", re.IGNORECASE)
_CODE = re.compile(r"^\(?(?P<kode>\d{1,2}(?:\.(?:\d{1,2}|[A-Za-z]))*|[A-Za-z]|[IVX]{1,4})[.)]*$")
_LEADING = re.compile(r"^(?P<kode>\d{1,2}(?:\.(?:\d{1,2}|[a-zA-Z]))*)[.)]?\s+(?P<rest>[^\W\d].*)$", re.DOTALL)
_LABEL_ROW = re.compile(r"^kriteria\s*:?$", re.IGNORECASE)

Row = dict[str, Any]


class _Above(msgspec.Struct):
    """The codes of the component and the sub-component that the next rows belong to."""

    komponen: str | None = None
    subkomponen: str | None = None
    kriteria: int = 0


def extract(document: Document) -> tuple[Record, ...]:
    """The one worksheet of a document: a row per component, sub-component and criterion, in order.

    kode is the full code ("1.a.2"): a letter or number printed alone is completed with the codes above it, and the
    printed one is kept in lain["No"]. Where several columns hold answers, the evaluator's last one is taken and the
    others are kept in `lain`.
    """
    rows: list[Row] = []
    columns: list[str] = []
    above = _Above()
    for table in role_tables(document):
        text = next((table.column(role) for role in _TEXT_ROLES if table.column(role)), None)
        chosen = {role: _choose(table, role) for role in ("bobot", "jawaban", "nilai", "catatan")}
        chosen["catatan"] = chosen["catatan"] or table.column("keterangan")
        answers = _unnamed_answers(table) if chosen["jawaban"] is None else None
        if answers is not None:
            numeric = _is_numeric(table, answers)
            chosen["nilai" if numeric and chosen["nilai"] is None else "jawaban"] = answers
        if text is None or not (chosen["bobot"] or chosen["jawaban"] or chosen["nilai"]):
            continue
        found = {role: column for role, column in chosen.items() if column is not None}
        rows += _rows(table, text, found, above)
        columns += [role for role in ("uraian", *found) if role not in columns]
    warnings = [] if rows else ["Tidak ditemukan tabel komponen dengan kolom bobot, jawaban, atau nilai."]
    tree: dict[str, Any] = {"unit": find_unit(document), "tahun": find_year(document), "baris": rows, "kolom": columns}
    return (build("lembar_kerja_evaluasi", tree, Location(document.berkas), warnings),)


def _choose(table: RoleTable, role: str) -> Column | None:
    columns = table.columns_of(role)
    evaluators = [column for column in columns if _FINAL.search(column.title) and not _SELF.search(column.title)]
    return evaluators[-1] if evaluators else next(iter(columns), None)


def _unnamed_answers(table: RoleTable) -> Column | None:
    """The column headed only by who answers ("Mandiri" | "Verval" | "Final"): the evaluator's last, else the unit's."""
    columns = [column for column in table.columns if column.role is None and column.title]
    evaluators = [column for column in columns if _FINAL.search(column.title) and not _SELF.search(column.title)]
    own = [column for column in columns if _SELF.search(column.title)]
    return next(reversed(evaluators or own), None)


def _is_numeric(table: RoleTable, column: Column) -> bool:
    texts = [text for row in table.rows() if (text := row.text(column))]
    return bool(texts) and sum(parse_number(text) is not None for text in texts) * 2 > len(texts)


def _rows(table: RoleTable, text: Column, found: dict[str, Column], above: _Above) -> Iterable[Row]:
    code = table.column("kode") or table.column("no")
    for row in table.rows():
        uraian = row.at(text)
        if uraian.value is None or _LABEL_ROW.match(uraian.value) or (code is None and row.is_total):
            continue
        printed = row.at(code).value if code else None
        if code and printed == uraian.value:
            printed = None
        leading = _LEADING.match(uraian.value)
        if printed is None and leading:
            printed, uraian = leading["kode"], At(flow(leading["rest"]), uraian.location)
        values = {role: row.at(column) for role, column in found.items()}
        place = row.at(code).location if code else uraian.location
        kode = _full_code(printed, str(uraian.value), above)
        doubt = None
        if kode is None:
            kode = _counted_code(str(uraian.value), above)
            doubt = "nomor tidak terbaca; kode dihitung dari urutan" if kode else None
        if kode is None and not any(at.value for at in values.values()):
            continue
        lain = dict(_rest(table, row, text, code, found))
        if printed and printed.strip("(). ") != kode:
            lain["No"] = At(printed, place)
        yield {
            "kode": At(kode, place, doubt),
            "uraian": uraian,
            **values,
            "lain": lain,
        }


def _rest(
    table: RoleTable, row: RoleRow, text: Column, code: Column | None, found: dict[str, Column]
) -> Iterable[tuple[str, At]]:
    used = [text, *found.values(), *([code] if code else [])]
    for column in table.columns:
        if column in used or column.role == "no" or not column.title:
            continue
        at = row.at(column)
        if at.value:
            yield column.title, at


def _full_code(printed: str | None, uraian: str, above: _Above) -> str | None:
    """The full code of a row; `above` is brought up to date. None where nothing is printed and no rule applies."""
    match = _CODE.match(printed.strip()) if printed else None
    kode = match["kode"] if match else None
    if kode is None:
        return None
    parts = kode.split(".")
    if len(parts) == 1 and kode.isdigit() and above.subkomponen and not component_key(uraian):
        above.kriteria = int(kode)
        return f"{above.subkomponen}.{kode}"
    if len(parts) == 1 and len(kode) == 1 and kode.isalpha() and above.komponen and not component_key(uraian):
        return _enter(above, above.komponen, f"{above.komponen}.{kode.lower()}")
    if len(parts) == 1:
        return _enter(above, kode, None)
    full = ".".join(part.lower() if part.isalpha() else part for part in parts)
    if len(parts) == 2:
        return _enter(above, parts[0], full)
    above.kriteria = int(parts[-1]) if parts[-1].isdigit() else above.kriteria + 1
    return full


def _counted_code(uraian: str, above: _Above) -> str | None:
    """The code of a row whose number can't be read, from its place below the rows before it."""
    if component_key(uraian):
        number = above.komponen or "0"
        return _enter(above, str(int(number) + 1), None) if number.isdigit() else None
    if above.subkomponen is None:
        return None
    above.kriteria += 1
    return f"{above.subkomponen}.{above.kriteria}"


def _enter(above: _Above, komponen: str, subkomponen: str | None) -> str:
    above.komponen, above.subkomponen, above.kriteria = komponen, subkomponen, 0
    return subkomponen or komponen
