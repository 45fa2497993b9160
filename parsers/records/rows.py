"""What the tabular records share: heads of records, entries of merged columns, units, amounts, quarter marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from saksama.parsers.model import Document, Location
from saksama.parsers.numbers import canonical_unit, parse_number, parse_rupiah, scale_of, split_target, whole_unit
from saksama.parsers.records.header import find_nomor, find_title, find_unit, find_year, signature
from saksama.parsers.records.types import At
from saksama.parsers.tables import Column, RoleRow, RoleTable, flow, last_page, split_items, strip_number

Tree = dict[str, Any]
EMPTY = At(None)

_BRACKET_UNIT = re.compile(r"[(\[]\s*([^()\[\]]{1,25}?)\s*[)\]]\s*:?\s*$")
_DETAILS = re.compile(r"\s*:\s*[-–•▪]\s")
_UNIT_LINE = re.compile(
    r"\s*(?:perangkat daerah|nama\s+\w+|unit(?: kerja)?|skpd|opd|instansi|tahun)\s*:", re.IGNORECASE
)
_MONEY_ROLE = re.compile(r"pagu|anggaran|realisasi_anggaran|target_depan")


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
    found["bertanda_tangan"] = signed.shown
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


def chains(tables: Sequence[RoleTable]) -> list[list[RoleTable]]:
    """Tables that go on from one another (the same columns on the same or the next page), together."""
    found: list[list[RoleTable]] = []
    for table in tables:
        if found and _goes_on(found[-1][-1], table):
            found[-1].append(table)
        else:
            found.append([table])
    return found


def _goes_on(before: RoleTable, table: RoleTable) -> bool:
    if [(c.role, c.triwulan) for c in before.columns if c.role] != [
        (c.role, c.triwulan) for c in table.columns if c.role
    ]:
        return False
    if any(re.match(r"\s*tabel\b", text, re.IGNORECASE) for text in table.captions):
        return False
    page, ended = table.table.location.halaman, last_page(before.table)
    return page is None or ended is None or page - ended <= 1


def body(tables: Sequence[RoleTable]) -> Iterator[RoleRow]:
    """The body rows of a chain of tables, without sums and lines that name the unit."""
    for table in tables:
        for row in table.rows():
            if not row.is_total and not (len(row.cells) == 1 and _UNIT_LINE.match(row.cells[0].text)):
                yield row


def with_carried(tables: Sequence[RoleTable], roles: Sequence[str]) -> Iterator[tuple[RoleRow, Mapping[str, At]]]:
    """The body rows of a chain of tables, each with the latest text of each of these roles, as names.

    A new text of one role ends what the roles after it carried: a new tujuan starts without a sasaran.
    """
    carried: dict[str, At] = {}
    for row in body(tables):
        for place, role in enumerate(roles):
            if (value := anchored(row, role)) is not None:
                name = _unnumbered(named(value))
                if carried.get(role, EMPTY).value != name.value:
                    for lower in roles[place + 1 :]:
                        carried.pop(lower, None)
                carried[role] = name
        yield row, dict(carried)


def _unnumbered(value: At) -> At:
    """A sasaran without the number that hangs before it in a column of its own ("2 Meningkatnya ...")."""
    text = str(value.value or "")
    return At(re.sub(r"^\d{1,2}\s+(?=[A-Z][a-z]+nya\b|Me[a-z]+)", "", text) or None, value.location, value.ragu)


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
    """The unit in brackets that ends an indicator or the words over its details; None without one.

    It is a known unit ("Jumlah produksi (ton)") or names again what is counted ("Jumlah kawasan wisata (kawasan)").
    """
    name = _DETAILS.split(indikator or "", maxsplit=1)[0]
    match = _BRACKET_UNIT.search(name)
    if match is None:
        return None
    counted = re.match(r"(?:jumlah|banyaknya)\b", name.strip(), re.IGNORECASE)
    again = counted and re.search(rf"\b{re.escape(match[1])}\b", name[: match.start()], re.IGNORECASE)
    # "ton/ha" is as much a unit as "ton".
    known = canonical_unit(match[1]) or canonical_unit(match[1].split("/")[0].strip())
    return match[1] if known is not None or again else None


def with_unit(indikator: At, satuan: At, values: Sequence[At], header: str | None = None) -> tuple[At, list[At]]:
    """satuan and the values without it, by the conventions of RECORDS.

    A unit column wins, then the unit behind the first value that has one (taken off all values that bear it), then
    the one in brackets behind the indikator, then the header's.
    """
    if satuan.value is not None:
        satuan = At(whole_unit(str(satuan.value)), satuan.location, satuan.ragu)
        # The target may repeat the unit of its column; a unit behind other figures is part of what is printed.
        return satuan, [_without(value, str(satuan.value)) for value in values[:1]] + list(values[1:])
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
