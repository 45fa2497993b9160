"""The tables of a performance agreement: targets per sasaran and indikator, and programs with their budgets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from saksama.parsers.numbers import canonical_unit, is_blank, parse_rupiah, split_target, whole_unit
from saksama.parsers.records.types import At
from saksama.parsers.tables import Column, RoleRow, RoleTable, flow, split_parallel, strip_number

Tree = dict[str, Any]

_INDIKATOR = ("indikator", "indikator_kegiatan", "indikator_program", "output", "outcome")
_URAIAN = ("sub_kegiatan", "kegiatan", "program", "uraian")
_AMOUNT = ("anggaran", "pagu")
_REMARK = ("keterangan", "sumber_dana")
_DASHED = re.compile(r"^\s*[-–•▪*·\uf0b7\uf0a7]\s*(?P<isi>\S.*)$", re.DOTALL)
_LETTERED = re.compile(r"^\s*\(?[a-zA-Z][.)]\s*(?P<isi>[^\W_].*)$", re.DOTALL)
_MARKED = re.compile(r"^\s*\(?(?:\d{1,2}|[a-zA-Z])[.)]\s*(?P<isi>[^\W_].*)$", re.DOTALL)
_BARE_NUMBER = re.compile(r"(?P<nomor>\d{1,2})\s+(?P<isi>[A-Z].*)$", re.DOTALL)
_RUPIAH = re.compile(r"(?P<satuan>Rp\b\.?)\s*(?P<angka>\d[\d.,]*(?:,-)?)", re.IGNORECASE)
_BRACKETED = re.compile(r"\((?P<satuan>[^()]{1,25})\)\s*:?\s*$")
_UNIT_WORDS = re.compile(r"%|[a-z]+(?:\s?/\s?(?:[a-z]+|%))*")
_SOURCE = re.compile(r"\((?P<dana>(?:P-?)?(?:APBD|APBN|PAD|DAK|DAU|BLUD|DBHCHT|BANKEU|DEKON\w*)(?:[^()]*))\)\s*$")
NUMBERED = re.compile(
    r"^\W*(?:\d{1,2}|[a-z])\s*[.)]\s+|^\W*\d{1,2}\s*[.:]\s*(?=[A-Z][a-z])|^\W*\d{1,2}\s{2,}|^\d{1,2}\s+(?=Program|Kegiatan|PROGRAM|KEGIATAN)"
)
_CODE = re.compile(r"(?P<kode>(?:\d|X)[\dX]{0,3}(?:\.[\dX]{1,4}){2,7}\.?)\s*[-–:]?\s*(?P<nama>[^\W\d_].*)$", re.DOTALL)
_ROW_NUMBER = re.compile(r"^\W*(?:\d{1,2}|[A-Za-z])[.)]?\s+(?=[\dX][\dX]{0,3}\.[\dX])")
_MIXED = re.compile(r"(?:Rp\b\.?\s*)?(?P<angka>\d{1,3}(?:[.,]\d{3}){2,7})\s*(?:[.,](?:-|\d\d))?", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:setelah|sesudah|menjadi)\b", re.IGNORECASE)
TOTAL = re.compile(r"^\W*(?:t\s*o\s*t\s*a\s*l|j\s*u\s*m\s*l\s*a\s*h)\b", re.IGNORECASE)


def sasaran_rows(table: RoleTable) -> list[Tree]:
    """The entries of a target table, one per indikator, sasaran carried down, units told from targets."""
    indikator = _first(table, _INDIKATOR)
    targets = table.columns_of("target")
    target = next((column for column in targets if column.triwulan is None), targets[0] if targets else None)
    sasaran = table.column("sasaran") or table.column("tujuan")
    satuan = table.column("satuan")
    if indikator is None:
        # "Perjanjian Kinerja | Target": what is promised stands where others have the indikator.
        indikator, sasaran = sasaran, None
    if indikator is None or target is None:
        return []
    found: list[Tree] = []
    current = At(None)
    parent: _Parent | None = None
    for row in _body(table):
        if row.is_total:
            continue
        if sasaran is not None:
            here = row.at(sasaran)
            if here.value and here.value != current.value:
                current, parent = At(strip_number(here.value), here.location), None
        texts = [_raw(row, column) for column in (indikator, target, satuan) if column is not None]
        if not any(text.strip() for text in texts):
            if current.value and not any(entry["sasaran"].value == current.value for entry in found):
                found.append({"sasaran": current, "indikator": None, "satuan": None, "target": None})
            continue
        for entry in split_parallel(texts):
            name, printed, unit = (*entry, None)[:3]
            detail = parent.detail(name) if parent and name else None
            if name and not is_blank(name) and not _DASHED.match(name) and not detail:
                # A line with a target of its own is the title of others only when it says so.
                titled = not printed or name.rstrip().endswith(":")
                parent = _Parent(strip_number(name).rstrip(" :"), _MARKED.match(name) is None) if titled else None
            elif parent and detail and printed:
                _drop_parent(found, parent.name)
                name = f"{parent.name} - {detail}"
            where = {"indikator": row.at(indikator).location, "target": row.at(target).location}
            found.append(
                _entry(current, name, printed, unit, where) | _further(row, {indikator, target, satuan, sasaran})
            )
    return _without_bare_numbers(found)


def _without_bare_numbers(entries: list[Tree]) -> list[Tree]:
    """The entries without the numbers 1, 2, 3 ... before their indicators that no dot or bracket tells as numbers."""
    bare = [_BARE_NUMBER.match(_value(entry["indikator"])) for entry in entries]
    if len(entries) < 2 or [match and int(match["nomor"]) for match in bare] != list(range(1, len(entries) + 1)):
        return entries
    return [
        entry | {"indikator": msgspec.structs.replace(entry["indikator"], value=match["isi"])}
        for entry, match in zip(entries, bare, strict=True)
        if match
    ]


class _Parent(NamedTuple):
    """A line over the details that follow it; plain: it bears no number itself, so that numbered ones are its own."""

    name: str
    plain: bool

    def detail(self, name: str) -> str | None:
        """What a line below details, without its dash, letter or number; None for a line that is no detail."""
        match = _DASHED.match(name) or (_MARKED if self.plain else _LETTERED).match(name)
        return match["isi"] if match else None


def _drop_parent(found: list[Tree], parent: str) -> None:
    """Take back the entry of a parent line that turned out to be the heading of the dashed ones below it."""
    if found and found[-1]["target"] is None and _value(found[-1]["indikator"]).rstrip(" :") == parent:
        found.pop()


def _entry(sasaran: At, name: str | None, printed: str | None, unit: str | None, where: Mapping[str, Any]) -> Tree:
    name = strip_number(name) if name else None
    unit = whole_unit(unit) if unit else None
    target, satuan = printed, unit
    if printed:
        number, behind = split_target(printed)
        if unit is None:
            target, satuan = number, behind
        elif behind and (
            behind.casefold() == unit.casefold() or canonical_unit(behind) == canonical_unit(unit) is not None
        ):
            target = number
    if satuan is None and target and (rupiah := _RUPIAH.fullmatch(target)):
        target, satuan = rupiah["angka"], rupiah["satuan"]
    if satuan is None and name and target and re.fullmatch(r"[<>≥≤]?\s*\d[\d.,]*", target):
        satuan = _bracketed_unit(name)
    return {
        "sasaran": sasaran,
        "indikator": At(name, where["indikator"]) if name else None,
        "satuan": At(satuan, where["target"]) if satuan else None,
        "target": At(target, where["target"]) if target else None,
    }


def _bracketed_unit(name: str) -> str | None:
    """The unit that an indikator carries in brackets: at its end, or at the end of the parent of a nested item."""
    for text in (name, name.rpartition(" - ")[0]):
        match = _BRACKETED.search(text)
        if match and (_UNIT_WORDS.fullmatch(match["satuan"].strip()) or canonical_unit(match["satuan"]) is not None):
            return match["satuan"].strip()
    return None


def _further(row: RoleRow, used: set[Column | None]) -> Tree:
    """Columns beyond those of the record, under the titles that the document prints."""
    lain = {
        column.title or (column.role or ""): text
        for column in row.parent.columns
        if column not in used and column.role != "no" and (column.title or column.role) and (text := row.text(column))
    }
    return {"lain": lain} if lain else {}


def anggaran_rows(table: RoleTable) -> tuple[list[Tree], At | None]:
    """The entries of a budget table and its stated total (the printed text), None when none is stated."""
    amount, remark = _amount_column(table), _first(table, _REMARK)
    found: list[Tree] = []
    total: At | None = None
    for row in _body(table):
        money = At(_span_text(row, amount), row.at(amount).location) if amount else At(None)
        if row.is_total or TOTAL.match(row.cells[0].text.strip()):
            total = money if money.value else total
            continue
        subject = next((column for role in _URAIAN if (column := table.column(role)) and _span_text(row, column)), None)
        if subject is None:
            if found and money.value and found[-1]["jumlah_teks"] is None:
                found[-1] |= _amount(money)
            continue
        if amount and _goes_on(row, subject) and _goes_on(row, amount):
            # Name and amount are merged over several indicators: they were counted in the first of their rows.
            continue
        code, uraian = split_code(_span_text(row, subject) or "")
        keterangan = row.at(remark) if remark else At(None)
        if (row.is_group or _is_letter_group(row, subject)) and not money.value:
            continue
        kode = row.at("kode") if row.at("kode").value else At(code, row.at(subject).location)
        found.append({"kode": kode, **budget(At(uraian, row.at(subject).location), money, keterangan)})
    return found, total


def _goes_on(row: RoleRow, column: Column) -> bool:
    cell = row.cell(column)
    return cell is not None and cell.row < row.index


def _amount_column(table: RoleTable) -> Column | None:
    """The column of amounts; of those before and after a change, the one after it."""
    amounts = [column for role in _AMOUNT for column in table.columns_of(role)]
    return next((column for column in amounts if _CHANGED.search(column.title)), amounts[0] if amounts else None)


def split_code(text: str) -> tuple[str | None, str]:
    """The nomenclature code before a name, and the name: "7.01.02 PROGRAM X" -> ("7.01.02", "PROGRAM X").

    Numbering before it ("1.", "A.") is dropped; None for a name without a code.
    """
    match = _CODE.match(_ROW_NUMBER.sub("", text))
    if match:
        return match["kode"].rstrip("."), match["nama"]
    return None, NUMBERED.sub("", strip_number(text))


def _is_letter_group(row: RoleRow, subject: Column) -> bool:
    """Whether a row is a title such as "A. Program Utama" among numbered programs."""
    others = [cell for cell in row.cells if not subject.index <= cell.column < subject.index + subject.span]
    return all(re.fullmatch(r"[A-Z][.)]?|[IVX]+[.)]?", cell.text.strip()) for cell in others) and (
        re.match(r"[A-Z][.)]\s", row.text(subject)) is not None or bool(others)
    )


def budget(uraian: At, money: At, keterangan: At) -> Tree:
    if keterangan.value is None and (source := _SOURCE.search(uraian.value or "")):
        keterangan = At(" ".join(source["dana"].split()), uraian.location)
    return {"uraian": uraian, "keterangan": keterangan if keterangan.value else None, **_amount(money)}


def _amount(money: At) -> Tree:
    if not money.value or is_blank(money.value):
        return {"jumlah": None, "jumlah_teks": None}
    return {"jumlah": amount(money), "jumlah_teks": At(money.value, money.location)}


def amount(money: At) -> At:
    """The rupiah that a printed text states, with its place; doubtful when the thousands are separated in two ways."""
    if not money.value:
        return At(None)
    mixed = _MIXED.fullmatch(money.value)
    if mixed and "." in mixed["angka"] and "," in mixed["angka"]:
        # Rupiah have no thousandths: three digits behind any separator are a group of thousands.
        reason = f"pemisah ribuan pada “{money.value}” bercampur titik dan koma"
        return At(int(re.sub(r"\D", "", mixed["angka"])), money.location, reason)
    jumlah = parse_rupiah(money.value)
    ragu = None if jumlah is not None else f"jumlah “{money.value}” tidak terbaca sebagai angka rupiah"
    return At(jumlah, money.location, ragu)


def _body(table: RoleTable) -> Iterator[RoleRow]:
    """The body rows, without a grid row that only the header's own tall cells fill."""
    return (row for row in table.rows() if any(cell.row >= table.first_row for cell in row.cells))


def _first(table: RoleTable, roles: Sequence[str]) -> Column | None:
    return next((column for role in roles if (column := table.column(role))), None)


def _cells(row: RoleRow, column: Column) -> list[str]:
    grid = row.parent.table.grid[row.index][column.index : column.index + column.span]
    seen = dict.fromkeys(id(cell) for cell in grid if cell is not None)
    texts = {id(cell): cell.text for cell in grid if cell is not None}
    return [texts[key] for key in seen if texts[key].strip()]


def _span_text(row: RoleRow, column: Column) -> str | None:
    """All text below a header that spans several grid columns ("Rp." | "174610000") as one line."""
    texts = _cells(row, column)
    if len(texts) > 1 and re.fullmatch(r"\W*\d{1,3}\W*", texts[0]) and re.search(r"[^\W\d_]{2}", texts[1]):
        # The number of the row stands under the title of its name.
        texts = texts[1:]
    return flow(" ".join(texts)) or None


def _raw(row: RoleRow, column: Column) -> str:
    """As _span_text, but with the line breaks by which lists in one cell are told apart."""
    return "  ".join(_cells(row, column))


def _value(at: At | None) -> str:
    return str(at.value) if at is not None and at.value is not None else ""
