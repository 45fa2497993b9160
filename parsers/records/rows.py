"""What the tabular records share: heads of records, entries of merged columns, units, amounts, quarter marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from saksama.parsers.dates import MONTHS, triwulan_of
from saksama.parsers.model import Cell, Document, Location
from saksama.parsers.numbers import canonical_unit, parse_number, parse_rupiah, scale_of, split_target
from saksama.parsers.records.header import find_nomor, find_title, find_unit, find_year, signature
from saksama.parsers.records.types import At
from saksama.parsers.tables import Column, RoleRow, RoleTable, flow, split_items, strip_number

Tree = dict[str, Any]
EMPTY = At(None)

_BRACKET_UNIT = re.compile(r"[(\[]\s*([^()\[\]]{1,25}?)\s*[)\]]\s*:?\s*$")
_UNIT_LINE = re.compile(
    r"\s*(?:perangkat daerah|nama\s+\w+|unit(?: kerja)?|skpd|opd|instansi|tahun)\s*:", re.IGNORECASE
)
_MONEY_ROLE = re.compile(r"pagu|anggaran|realisasi_anggaran|target_depan")
_NO_MARK = re.compile(r"[-–—_.\s]*|0")
_QUARTER_RANGE = re.compile(
    r"(?P<dari>iv|iii|ii|i|[1-4])\s*(?:-|–|s\.?\s*/?\s*d\.?|sampai(?:\s+dengan)?)\s*"
    r"(?:tri\s?wulan|trw|tw)?\s*\.?\s*(?P<sampai>iv|iii|ii|i|[1-4])\b",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def record_head(document: Document, title: str) -> Tree:
    """unit, tahun, nomor, tanggal, bertanda_tangan and judul of a document that is one record.

    `title` is the pattern that the title begins with. What isn't printed is absent.
    """
    signed = signature(document)
    head = {
        "judul": find_title(document, title),
        "unit": find_unit(document),
        "tahun": find_year(document),
        "nomor": find_nomor(document),
        "tanggal": signed.tanggal,
    }
    found: Tree = {key: value for key, value in head.items() if value is not None}
    found["bertanda_tangan"] = signed.bertanda_tangan
    return found


def anchored(row: RoleRow, role: str | Column) -> At | None:
    """The text that begins in this row under a column; None when it is blank or a merged cell goes on from above."""
    cell = row.cell(role)
    if cell is None or cell.row != row.index or not cell.text.strip():
        return None
    return At(flow(cell.text), cell.location)


def entry_name(row: RoleRow, role: str) -> At | None:
    """The text that makes a row an entry: as `anchored`, but a line across several columns names nothing."""
    value = anchored(row, role)
    cell = row.cell(role)
    if value is None or cell is None:
        return None
    covered = {
        column.role
        for column in row.parent.columns
        if column.role and column.index < cell.column + cell.colspan and cell.column < column.index + column.span
    }
    return None if len(covered) > 2 else value


def named(value: At | None) -> At:
    """A name without the numbering before it ("1.1. Persentase ..." -> "Persentase ...")."""
    if value is None or value.value is None:
        return EMPTY
    text = str(value.value)
    # "1. Nilai A 2. Indeks B" is a list in one cell: its numbers stay.
    return At(text if len(split_items(text)) > 1 else strip_number(text) or None, value.location, value.ragu)


def with_carried(table: RoleTable, roles: Sequence[str]) -> Iterator[tuple[RoleRow, Mapping[str, At]]]:
    """The body rows of a table but its sums, each with the latest text of each of these roles, as names.

    A new text of one role ends what the roles after it carried: a new tujuan starts without a sasaran.
    """
    carried: dict[str, At] = {}
    for row in table.rows():
        if row.is_total or (len(row.cells) == 1 and _UNIT_LINE.match(row.cells[0].text)):
            continue
        for place, role in enumerate(roles):
            if (value := anchored(row, role)) is not None:
                if carried.get(role, EMPTY).value != named(value).value:
                    for lower in roles[place + 1 :]:
                        carried.pop(lower, None)
                carried[role] = named(value)
        yield row, dict(carried)


def amounts(name: str, printed: At, scale: int = 1) -> Tree:
    """An amount of money and its printed text as the fields `name` and `name_teks`; a doubtful one says why.

    scale: the factor that the header states ("(Rp.000)"), which the integer includes.
    """
    if printed.value is None:
        return {name: None, f"{name}_teks": None}
    jumlah = parse_rupiah(printed.value)
    angka = parse_number(printed.value)
    ragu = None
    if jumlah is None and re.search(r"\d", str(printed.value)):
        ragu = f"Jumlah “{printed.value}” tidak terbaca sebagai angka rupiah."
    elif angka is not None and angka.lain is not None and angka.lain > angka.nilai:
        ragu = f"Jumlah “{printed.value}” dapat dibaca dengan dua cara."
    if jumlah is not None and scale > 1:
        # "1.250,5" in thousands is 1.250.500: the decimals count as well.
        jumlah = int(angka.nilai * scale) if angka is not None and angka.lain is None else jumlah * scale
    return {name: At(jumlah, printed.location, ragu), f"{name}_teks": printed}


def money_scale(table: RoleTable) -> int:
    """The factor of a table's amounts, as a header of money or a caption states it; 1 when none does."""
    titles = [column.title for column in table.columns if column.role and _MONEY_ROLE.match(column.role)]
    return max((scale_of(text) for text in (*titles, *table.captions)), default=1)


def bracket_unit(indikator: str | None) -> str | None:
    """The known unit in brackets that ends an indicator ("Jumlah produksi (ton)"); None without one."""
    match = _BRACKET_UNIT.search(indikator or "")
    return match[1] if match and canonical_unit(match[1]) is not None else None


def with_unit(indikator: At, satuan: At, values: Sequence[At], header: str | None = None) -> tuple[At, list[At]]:
    """satuan and the values without it, by the conventions of RECORDS.

    A unit column wins, then the unit behind the first value that has one (taken off all values that bear it), then
    the one in brackets behind the indikator, then the header's.
    """
    if satuan.value is not None:
        # A cell may repeat the unit of its column; another unit behind a figure is part of what is printed.
        return satuan, [_without(value, str(satuan.value)) for value in values]
    for value in values:
        unit = split_target(value.value)[1] if value.value else None
        if unit is not None:
            return At(unit, value.location), [_without(other, unit) for other in values]
    if (unit := bracket_unit(indikator.value)) is not None:
        return At(unit, indikator.location), list(values)
    return (At(header) if header and not header.casefold().startswith("rp") else EMPTY), list(values)


def _without(value: At, unit: str) -> At:
    if value.value is None:
        return value
    figure, own = split_target(value.value)
    same = own is not None and (own.casefold() == unit.casefold() or _same_unit(own, unit))
    return At(figure, value.location, value.ragu) if same else value


def _same_unit(one: str, other: str) -> bool:
    known = canonical_unit(one)
    return known is not None and known == canonical_unit(other)


def quarters(row: RoleRow, role: str) -> list[At]:
    """The texts of a role under Triwulan I to IV; EMPTY where there is no such column or it is blank."""
    found = []
    for number in range(1, 5):
        column = row.parent.column(role, triwulan=number)
        found.append(row.at(column) if column is not None else EMPTY)
    return found


def yearly(table: RoleTable, role: str, tahun: int | None = None) -> Column | None:
    """The column of a role that is for no single quarter: that of the year when several years stand side by side."""
    columns = [column for column in table.columns_of(role) if column.triwulan is None]
    return next((column for column in columns if tahun and column.tahun == tahun), columns[0] if columns else None)


def schedule(row: RoleRow) -> At | None:
    """Which quarters a row's schedule marks, as four bools; None when the table has no schedule columns.

    Marks are texts ("v", "√", "x") or a background of their own. One column of words ("TW I - III", "Januari s.d.
    Maret") is read; words that name no quarter give null and the reason.
    """
    columns = row.parent.columns_of("jadwal")
    if not columns:
        return None
    if all(column.triwulan is None for column in columns):
        text = " ".join(filter(None, (row.text(column) for column in columns)))
        cell = row.cell(columns[0])
        if not text:
            return EMPTY
        found = quarters_named(text)
        ragu = None if found else f"Jadwal “{text}” tidak menyebut triwulan."
        return At([number in found for number in range(1, 5)] if found else None, cell.location if cell else None, ragu)
    plain = _background(row)
    marked = {
        column.triwulan
        for column in columns
        if column.triwulan and any(_is_mark(cell, plain) for cell in _cells(row, column))
    }
    first = row.cell(columns[0])
    return At([number in marked for number in range(1, 5)], first.location if first else None)


def quarters_named(text: str) -> frozenset[int]:
    """The quarters that words name: "TW I - III", "II", "Januari s.d. Maret", "Februari, Oktober"."""
    folded = text.casefold()
    if match := _QUARTER_RANGE.search(folded):
        return frozenset(range(_ROMAN[match["dari"]], _ROMAN[match["sampai"]] + 1))
    months = [MONTHS[word] for word in re.findall(r"[a-z]+", folded) if word in MONTHS]
    if months:
        if len(months) == 2 and re.search(r"-|–|s\.?\s*/?\s*d|sampai", folded) and months[0] <= months[1]:
            months = list(range(months[0], months[1] + 1))
        return frozenset((month + 2) // 3 for month in months)
    if (number := triwulan_of(text)) is not None:
        return frozenset({number})
    words = re.findall(r"[^\W_]+", folded.replace("triwulan", " ").replace("tw", " "))
    return frozenset(_ROMAN[word] for word in words) if words and all(word in _ROMAN for word in words) else frozenset()


def _cells(row: RoleRow, column: Column) -> list[Cell]:
    cells = row.parent.table.grid[row.index][column.index : column.index + column.span]
    return [cell for cell in cells if cell is not None]


def _background(row: RoleRow) -> frozenset[str | None]:
    """The backgrounds of the row's other columns: a coloured row is no mark."""
    return frozenset(
        cell.fill
        for column in row.parent.columns
        if column.role != "jadwal"
        for cell in _cells(row, column)
        if cell.text
    )


def _is_mark(cell: Cell, plain: frozenset[str | None]) -> bool:
    if cell.text.strip():
        return not _NO_MARK.fullmatch(cell.text.strip())
    return cell.fill is not None and cell.fill not in plain


def further(row: RoleRow, used: Sequence[str]) -> dict[str, At]:
    """The texts of all columns that aren't used, under the titles they print: nothing read is dropped.

    Of a role that is used, the first column of each quarter is; further ones ("s.d. TW II", a second unit) are not.
    """
    found: dict[str, At] = {}
    seen: set[tuple[str | None, int | None]] = set()
    for column in row.parent.columns:
        again = (column.role, column.triwulan) in seen and column.role not in ("jadwal", "no")
        seen.add((column.role, column.triwulan))
        if (column.role in used and not again) or not column.title:
            continue
        value = row.at(column)
        if value.value is not None:
            found.setdefault(column.title, value)
    return found


def roles_of(tables: Sequence[RoleTable]) -> list[str]:
    """The role names of all these tables, each once: for the rules on columns.

    "triwulan" is among them when target, realisasi or capaian has a column for each of the four quarters.
    """
    names = list(dict.fromkeys(role for table in tables for role in table.roles))
    quarterly = any(
        {column.triwulan for column in table.columns_of(role)} >= {1, 2, 3, 4}
        for table in tables
        for role in ("target", "realisasi", "capaian")
    )
    return [*names, "triwulan"] if quarterly else names


def place_of(document: Document, tables: Sequence[RoleTable]) -> Location:
    """Where a record stands: at its first table, else the file."""
    return tables[0].table.location if tables else Location(document.berkas)
