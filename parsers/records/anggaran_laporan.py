"""The budget rows of a report: what was planned, what was spent, and the totals as stated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from saksama.parsers.numbers import parse_rupiah
from saksama.parsers.records.tabel_laporan import TabelLaporan
from saksama.parsers.records.types import At
from saksama.parsers.tables import Column, RoleRow, split_parallel, strip_number

_PROGRAM = re.compile(r"program\b|belanja\s+(?:tidak\s+)?langsung|belanja\s+operasi|belanja\s+modal", re.IGNORECASE)
_SPENDING = re.compile(r"belanja\b", re.IGNORECASE)
_NESTED = re.compile(r"(?:[a-z][.)]|[-–•]|\d{1,2}[.)])\s*", re.IGNORECASE)
_INCOME = re.compile(r"(?:(?:[a-z]|\d{1,2})[.)]\s*)?pendapatan\b", re.IGNORECASE)
_ONE_SEPARATOR = re.compile(r"^((?:rp\.?\s*)?\d{1,3}([.,])\d{3}(?:\2\d{3})*)\2\d{2}$", re.IGNORECASE)
_SCALED = re.compile(r"\(\s*(?:dalam\s+)?(?:rp\.?\s*)?(?:\.?000|ribu|juta|miliar|milyar)", re.IGNORECASE)
# "Jumlah terhadap Dinas (%)" sums up no money.
_SHARE_LINE = re.compile(r"(?:jumlah|total|persentase|prosentase)\b.*%", re.IGNORECASE)
_SUM = re.compile(
    r"(?:sub\s*)?(?:jumlah|total)\s+(?:anggaran|belanja|pagu|dana|biaya|program|kegiatan|keseluruhan|seluruh|apb[dn]|[ivx]+)\b",
    re.IGNORECASE,
)
# "Dekonsentrasi - Program Kebun": the programs of a fund, listed in one cell.
_UNDER = re.compile(r"^[^-]{1,60} - (?=program\b)", re.IGNORECASE)
_LABELS = ("kegiatan", "program", "uraian", "indikator", "sasaran")


class Baris(msgspec.Struct, frozen=True):
    """A budget row on its way into the record: the printed texts with their places; program marks the upper level."""

    uraian: At
    pagu: At
    realisasi: At
    capaian: At
    program: bool
    jumlah: bool


class Anggaran(msgspec.Struct, frozen=True):
    """The budget of a report: rows and total as trees, the sum of the budgets of each table, and warnings."""

    rows: list[dict[str, Any]]
    total: dict[str, Any] | None
    sums: tuple[int, ...]
    warnings: list[str]


def anggaran_rows(tables: Iterable[TabelLaporan]) -> Anggaran:
    """The rows of the budget tables given, the stated total with the largest budget, and warnings.

    Where a table lists programs with their activities below them, the programs are taken: one level, so that sums can
    be checked. Tables of activities alone are taken when no other table gives programs, indicators or sasaran.
    """
    kept: list[list[Baris]] = []
    details: list[list[Baris]] = []
    totals: list[Baris] = []
    warnings: list[str] = []
    for table in tables:
        if _SCALED.search(" ".join(column.title for column in table.kolom) + " " + (table.judul or "")):
            warnings.append(
                f"Tabel anggaran {table.judul or ''} dinyatakan dalam ribuan atau jutaan rupiah; "
                "angkanya dicatat seperti tercetak."
            )
        rows = list(_rows(table))
        totals += [row for row in rows if row.jumlah]
        rows = [row for row in rows if not row.jumlah]
        upper = _without_sums([row for row in rows if row.program])
        if all(re.match(r"belanja\s+modal", str(row.uraian.value), re.IGNORECASE) for row in upper):
            # Beside the kinds of spending, not beside "Belanja Operasi", it is one of them.
            upper = []
        if upper:
            kept.append(upper)
        elif "kegiatan" in table.peran:
            details.append(rows)
        elif rows:
            plain = [row for row in rows if not re.match(r"[a-z][.)]", str(row.uraian.value))]
            kept.append(plain or rows)
    chosen = kept or details
    total = max(totals, key=lambda row: _rupiah(row.pagu) or 0, default=None)
    largest = max((_rupiah(row.pagu) or 0 for rows in chosen for row in rows), default=0)
    if total is not None and (_rupiah(total.pagu) or 0) < largest:
        # The sum of one table among several is not the report's total.
        total = None
    sums = tuple(sum(_rupiah(row.pagu) or 0 for row in rows) for rows in chosen)
    return Anggaran([_tree(row) for rows in chosen for row in rows], _total(total), sums, warnings)


def _without_sums(rows: list[Baris]) -> list[Baris]:
    """The rows without "Belanja Langsung" where the programs that make it up are listed too."""
    programs = sum(_rupiah(row.pagu) or 0 for row in rows if not _SPENDING.match(str(row.uraian.value)))
    return [row for row in rows if not (_SPENDING.match(str(row.uraian.value)) and _rupiah(row.pagu) == programs)]


def _rows(table: TabelLaporan) -> Iterator[Baris]:
    """The rows of a table; a budget merged over several rows belongs to the first of them."""
    before: list[int] = []
    for row in table.rows():
        cells = [row.cell(table.peran[role]) for role in ("pagu", "realisasi_rp")]
        if [id(cell) for cell in cells] == before and all(cell is not None and cell.rowspan > 1 for cell in cells):
            continue
        before = [id(cell) for cell in cells]
        yield from _read(table, row)


def _read(table: TabelLaporan, row: RoleRow) -> Iterator[Baris]:
    """The budget lines of a row: one, or several where its cells list them alike; none for titles and income."""
    pagu, spent = row.at(table.peran["pagu"]), row.at(table.peran["realisasi_rp"])
    share_of = _share_column(table)
    share = row.at(share_of) if share_of else At(None)
    if not any(_is_amount(amount) for amount in (pagu, spent)):
        return
    name, role = _name(table, row)
    if row.is_total or (role != "indikator" and any(_SUM.match(cell.text) for cell in row.cells[:2])):
        yield Baris(name, pagu, spent, share, program=False, jumlah=True)
        return
    if name.value is None or _SHARE_LINE.match(str(name.value)) or _INCOME.match(str(name.value)):
        return
    listed = [row.cell(column) for column in (table.peran["pagu"], table.peran["realisasi_rp"], share_of) if column]
    label = table.peran.get(role)
    lead = row.cell(label) if label else None
    parts = split_parallel([lead.text, *(cell.text if cell else None for cell in listed)]) if lead else ()
    if len(parts) < 2:
        yield _line(table, name, role, (pagu, spent, share))
        return
    for text, *amounts in parts:
        own = [*amounts, None][:3]
        places = (pagu.location, spent.location, share.location)
        figures = tuple(At(amount, place) for amount, place in zip(own, places, strict=True))
        yield _line(table, At(text, name.location), role, figures)


def _share_column(table: TabelLaporan) -> Column | None:
    """The column with the percentage spent."""
    if "capaian_rp" not in table.peran and "target" not in table.peran:
        return table.peran.get("capaian")
    return table.peran.get("capaian_rp")


def _is_amount(printed: At) -> bool:
    """Whether a cell holds an amount of money: five digits and more, or a plain zero."""
    text = str(printed.value or "")
    return bool(re.search(r"\d{1,3}(?:[.,]\d{3})+|\d{5,}", text)) or bool(
        re.fullmatch(r"(?:rp\.?)?\s*0(?:[.,](?:0+|-))?", text, re.I)
    )


def _line(table: TabelLaporan, name: At, role: str, figures: Sequence[At]) -> Baris:
    # "2 Program Kebun": a number without a full stop, or the one of the column that a missing rule left in the cell.
    text = re.sub(r"^\d{1,2}\s+(?=[^\W\d_])", "", _UNDER.sub("", str(name.value)))
    # "c. Belanja Modal" belongs to the line above it.
    plain = "" if re.match(r"[a-z][.)]", text) else strip_number(text)
    upper = bool(_PROGRAM.match(plain)) if role in ("program", "uraian", "kegiatan") else False
    if role == "program" and "kegiatan" in table.peran:
        upper = True
    name = At(strip_number(text) if not _NESTED.match(text) or upper else text, name.location)
    pagu, spent, share = figures
    return Baris(name, pagu, spent, share, program=upper, jumlah=False)


def _name(table: TabelLaporan, row: RoleRow) -> tuple[At, str]:
    """What a row is about, and the role of the column that says so; a column without a known header is "uraian"."""
    for role in _LABELS:
        if role in table.peran:
            here = row.at(table.peran[role])
            if here.value is not None:
                return here, role
    money = table.peran["pagu"].index
    known = [column.index for role, column in table.peran.items() if role in ("no", "satuan")]
    for column in table.kolom:
        here = row.at(column)
        cell = row.cell(column)
        # A name may stand in a cell merged with the one for its number.
        own = column.index not in known or (cell is not None and cell.colspan > 1)
        if column.index < money and own and here.value and re.search(r"[^\W\d_]{3}", here.value):
            return here, "uraian"
    return At(None), ""


def _tree(row: Baris) -> dict[str, Any]:
    return {
        "uraian": row.uraian,
        "pagu": _amount(row.pagu),
        "pagu_teks": row.pagu,
        "realisasi": _amount(row.realisasi),
        "realisasi_teks": row.realisasi,
        "capaian": row.capaian,
    }


def _total(row: Baris | None) -> dict[str, Any] | None:
    if row is None:
        return None
    return {"pagu": _amount(row.pagu), "realisasi": _amount(row.realisasi), "capaian": row.capaian}


def _amount(printed: At) -> At:
    """The amount in rupiah; None and doubtful where the text is no single amount."""
    value = _rupiah(printed)
    if value is None and re.search(r"\d", str(printed.value or "")):
        return At(None, printed.location, f"“{printed.value}” tidak terbaca sebagai satu jumlah rupiah.")
    return At(value, printed.location)


def _rupiah(printed: At) -> int | None:
    # "641,773,572,00": one separator for thousands and decimals alike.
    text = _ONE_SEPARATOR.sub(r"\1", str(printed.value or "").strip())
    # "1.506.190.00 Rp 0": a narrow cell broke the number around the sign of the currency.
    joined = re.sub(r"\s|rp\.?", "", text, flags=re.IGNORECASE)
    return parse_rupiah(joined if re.fullmatch(r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+", joined) else text)
