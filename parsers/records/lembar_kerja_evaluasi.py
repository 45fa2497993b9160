"""lembar_kerja_evaluasi: a filled evaluation worksheet (LKE, KKE) in any of its layouts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import reduce
from itertools import pairwise
from typing import Any

import msgspec

from saksama.parsers.model import Cell, Document, Location
from saksama.parsers.numbers import parse_number
from saksama.parsers.records.header import find_unit, find_year
from saksama.parsers.records.komponen import latest
from saksama.parsers.records.lke_hierarki import (
    find_levels,
    hierarchy_rows,
    is_grade_label,
    is_label,
    is_sum,
    is_total_label,
)
from saksama.parsers.records.lke_kode import Above, counted_code, full_code
from saksama.parsers.records.types import At, Record, build
from saksama.parsers.tables import Column, RoleRow, RoleTable, flow, role_tables

_TEXT_ROLES = ("komponen", "uraian", "subkomponen", "kriteria", "indikator")
_PROOF_ROLES = ("bukti", "data_dukung")
_FINAL = re.compile(r"final|akhir|evaluator|evaluasi|penjamin|verval|verifikasi|tim\b|apip|inspektorat", re.IGNORECASE)
_SELF = re.compile(r"mandiri|unit kerja|self|opd|pd\b", re.IGNORECASE)
_LEADING = re.compile(r"^(?P<kode>\d{1,2}(?:\.(?:\d{1,2}|[a-zA-Z]))*)[.)]?\s+(?P<rest>[^\W\d].*)$", re.DOTALL)
_LABEL_ROW = re.compile(r"^kriteria\s*:?$", re.IGNORECASE)
_LABEL_BEHIND = re.compile(r"(?<=\w)[\s.)]*\bkriteria\s*:?\s*$", re.IGNORECASE)
_BOBOT_INSIDE = re.compile(r"\((?:bobot\s*:?\s*)?(?P<bobot>\d{1,3}(?:[.,]\d{1,2})?\s?%?)\)\s*$", re.IGNORECASE)
_GRADE = re.compile(r"^\W*(?:predikat\W+)?(?P<predikat>AA|A|BB|B|CC|C|D|E)(?![\w/])")
_GAP = 2
"""Letters from one column to the next of the same table: one blank column between them may be a spacer."""
_ANSWER = re.compile(r"(?:AA|A|BB|B|CC|C|D|E|Y|T|ya|tidak)\.?", re.IGNORECASE)
_YEARS = ("TAHUN", "TAHUN EVALUASI", "TAHUN PENILAIAN")

Row = dict[str, Any]


def extract(document: Document) -> tuple[Record, ...]:
    """The one worksheet of a document: a row per component, sub-component and criterion, in order.

    kode is the full code ("1.a.2"): a letter or number printed alone is completed with the codes above it, and the
    printed one is kept in lain["No"]. Where several columns hold answers, the evaluator's last one is taken and the
    others are kept in `lain`. Rows without kode give the value or the grade of the whole; the last of each is also
    `nilai` and `predikat` of the record.
    """
    rows: list[Row] = []
    columns: list[str] = []
    above = Above()
    for table in map(_island, role_tables(document)):
        found = _columns(table)
        levels = find_levels(table)
        text = next((table.column(role) for role in _TEXT_ROLES if table.column(role)), None)
        if text is None or not (levels or found.keys() & {"bobot", "jawaban", "nilai"}):
            continue
        if levels is not None:
            rows += hierarchy_rows(table, levels, found)
            rows += (_sum_row(row, found) for row in table.rows() if is_sum(row))
        else:
            rows += _rows(table, text, found, above)
        columns += [role for role in ("uraian", *found) if role not in columns]
    warnings = [] if rows else ["Tidak ditemukan tabel komponen dengan kolom bobot, jawaban, atau nilai."]
    tree: dict[str, Any] = {
        "unit": find_unit(document),
        "tahun": find_year(document, _YEARS),
        "baris": rows,
        "kolom": columns,
        **_reached(rows),
    }
    return (build("lembar_kerja_evaluasi", tree, Location(document.berkas), warnings),)


def _reached(rows: Iterable[Row]) -> Row:
    """Value and grade of the whole: the last that a row without kode gives."""
    result: Row = {}
    for row in rows:
        nilai, jawaban = row.get("nilai", At(None)), row.get("jawaban", At(None))
        if row["kode"].value is not None or not (row["uraian"].value is None or is_label(row["uraian"].value)):
            continue
        if nilai.value and parse_number(nilai.value):
            result["nilai"] = nilai
        if grade := _GRADE.match(str(jawaban.value or "")):
            result["predikat"] = At(grade["predikat"], jawaban.location)
    return result


def _island(table: RoleTable) -> RoleTable:
    """The table without what stands beside it on the sheet, behind two blank columns or more (a scale of grades).

    The reader of sheets drops blank columns; the letters in the places of the cells still tell.
    """
    letters = {cell.column: number for cell in table.table.cells if (number := _sheet_column(cell))}
    text = next((column for role in _TEXT_ROLES if (column := table.column(role))), None)
    indices = sorted(index for index in letters if text is None or index >= text.index)
    gap = next((after for here, after in pairwise(indices) if letters[after] - letters[here] > _GAP), None)
    if gap is None:
        return table
    return msgspec.structs.replace(table, columns=tuple(column for column in table.columns if column.index < gap))


def _sheet_column(cell: Cell) -> int | None:
    """The number of a sheet's column by its letters; None outside sheets and for cells over several columns."""
    letters = cell.location.kolom or ""
    if cell.location.lembar is None or cell.colspan > 1 or not re.fullmatch(r"[A-Z]{1,3}", letters):
        return None
    return reduce(lambda number, letter: number * 26 + ord(letter) - 64, letters, 0)


def _columns(table: RoleTable) -> dict[str, Column]:
    """The columns of values by the field that they fill."""
    chosen = {role: _choose(table, role) for role in ("bobot", "jawaban", "nilai", "catatan")}
    chosen["catatan"] = chosen["catatan"] or table.column("keterangan")
    chosen["bukti"] = next((column for role in _PROOF_ROLES if (column := table.column(role))), None)
    scores = [column for column in table.columns_of("nilai") if not _SELF.search(column.title)]
    letters = [column for column in scores if _holds_grades(table, column)]
    if chosen["jawaban"] is None and letters and len(scores) > 1:
        # "Hasil Penilaian" may be the grade, "Nilai" what it gives.
        chosen["jawaban"], rest = letters[-1], [column for column in scores if column not in letters]
        chosen["nilai"] = latest(rest)
    answers = _unnamed_answers(table) if chosen["jawaban"] is None else None
    if answers is not None:
        numeric = _is_numeric(table, answers)
        chosen["nilai" if numeric and chosen["nilai"] is None else "jawaban"] = answers
    return {role: column for role, column in chosen.items() if column is not None}


def _choose(table: RoleTable, role: str) -> Column | None:
    columns = table.columns_of(role)
    evaluators = [column for column in columns if _FINAL.search(column.title) and not _SELF.search(column.title)]
    return latest(evaluators or columns, last=bool(evaluators))


def _unnamed_answers(table: RoleTable) -> Column | None:
    """The column headed only by who answers ("Mandiri" | "Verval" | "Final"): the evaluator's last, else the unit's."""
    columns = [column for column in table.columns if column.role is None and column.title]
    evaluators = [column for column in columns if _FINAL.search(column.title) and not _SELF.search(column.title)]
    own = [column for column in columns if _SELF.search(column.title)]
    return next(reversed(evaluators or own), None)


def _is_numeric(table: RoleTable, column: Column) -> bool:
    texts = [text for row in table.rows() if (text := row.text(column))]
    return bool(texts) and sum(parse_number(text) is not None for text in texts) * 2 > len(texts)


def _holds_grades(table: RoleTable, column: Column) -> bool:
    texts = [text for row in table.rows() if (text := row.text(column))]
    return bool(texts) and sum(_ANSWER.fullmatch(text) is not None for text in texts) * 2 > len(texts)


def _rows(table: RoleTable, text: Column, found: Mapping[str, Column], above: Above) -> Iterable[Row]:
    code = table.column("kode") or table.column("no")
    ended = False
    for row in table.rows():
        uraian = row.at(text)
        if uraian.value is not None and _LABEL_ROW.match(uraian.value):
            continue
        printed = _LABEL_BEHIND.sub("", row.at(code).value or "") or None if code else None
        if code and printed == uraian.value:
            printed = None
        if printed is None and (is_sum(row) or (ended and all(_GRADE.match(cell.text) for cell in row.cells))):
            ended = True
            yield _sum_row(row, found)
            continue
        # Below the total, rows without a number are notes or another list.
        if uraian.value is None or (ended and code is not None and printed is None):
            continue
        leading = _LEADING.match(uraian.value)
        if printed is None and leading:
            printed, uraian = leading["kode"], At(flow(leading["rest"]), uraian.location)
        values = {role: row.at(column) for role, column in found.items()}
        if "catatan" in values and values["catatan"].value is None:
            # Beside the evaluator's own notes another column may hold what was noted first.
            others = (row.at(column) for column in table.columns_of("catatan"))
            values["catatan"] = next((at for at in others if at.value), values["catatan"])
        if "bobot" not in found and (inside := _BOBOT_INSIDE.search(str(uraian.value))):
            values["bobot"] = At(inside["bobot"], uraian.location)
        place = row.at(code).location if code else uraian.location
        kode = full_code(printed, str(uraian.value), above)
        doubt = None
        if kode is None:
            kode = counted_code(str(uraian.value), above)
            doubt = "nomor tidak terbaca; kode dihitung dari urutan" if kode else None
        if kode is None and not any(at.value for at in values.values()):
            continue
        lain = dict(_rest(table, row, text, code, found))
        if printed and printed.strip("(). ") != kode:
            lain["No"] = At(printed, place)
        yield {"kode": At(kode, place, doubt), "uraian": uraian, **values, "lain": lain}


def _sum_row(row: RoleRow, found: Mapping[str, Column]) -> Row:
    """The row that gives the value or the grade of the whole; its grade, wherever it stands, is its jawaban."""
    label = row.cells[0]
    bare = all(_GRADE.match(cell.text) for cell in row.cells)
    end = max(column.index + column.span for column in row.parent.columns)
    own = [cell for cell in row.cells if cell.column < end]
    behind = own if bare else [cell for cell in own[1:] if cell.text.strip() != label.text.strip()]
    scores = [row.at(found[role]) for role in ("nilai", "jawaban") if role in found]
    score = next((at for at in scores if at.value and parse_number(at.value)), At(None))
    grades = [cell for cell in behind if not parse_number(cell.text)]
    # Beside this year's grade, under its values, last year's may stand.
    known = [at for at in scores if at.value and at.value != flow(label.text) and not parse_number(at.value)]
    under = next((at for at in known if _GRADE.match(str(at.value))), None)
    grade = next((cell for cell in reversed(grades) if _GRADE.match(cell.text)), grades[-1] if grades else None)
    if score.value is None and "nilai" not in found and not is_grade_label(label.text):
        numbers = [cell for cell in behind if parse_number(cell.text)]
        score = At(flow(numbers[-1].text), numbers[-1].location) if numbers else At(None)
    return {
        "kode": At(None, label.location),
        "uraian": At(None if bare else flow(label.text), label.location),
        "bobot": row.at(found["bobot"]) if "bobot" in found and is_total_label(label.text) else At(None),
        "jawaban": under or (At(flow(grade.text), grade.location) if grade else At(None)),
        "nilai": At(None) if is_grade_label(label.text) else score,
        "lain": {},
    }


def _rest(
    table: RoleTable, row: RoleRow, text: Column, code: Column | None, found: Mapping[str, Column]
) -> Iterable[tuple[str, At]]:
    used = [text, *found.values(), *([code] if code else [])]
    for column in table.columns:
        if column in used or column.role == "no" or not column.title:
            continue
        at = row.at(column)
        if at.value:
            yield column.title, at
