"""The rows of a report's target/realisasi tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from saksama.parsers.numbers import canonical_unit, is_blank, split_target
from saksama.parsers.records.tabel_laporan import TabelLaporan, title_years
from saksama.parsers.records.types import At
from saksama.parsers.tables import RoleRow, split_items, split_parallel, strip_number

_GROUP = re.compile(
    r"(?:(?:\d{1,2}|[IVX]{1,4}|[A-Za-z])[.)]\s*)?(?:misi|tujuan|sasaran)(?:\s+(?:strategis|stratejik))?\s*(?:(?:ke\s*-?\s*)?[\dIVX]+|pertama|kedua|ketiga)?"
    r"\s*[.:)-]+\s*",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    r"(?:rata\s*[-–]?\s*rata|j\s*u\s*m\s*l\s*a\s*h$|t\s*o\s*t\s*a\s*l\b|(?:nilai\s+)?capaian\s+(?:kinerja|rata|sasaran|total)|keterangan)",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"sasaran|rata\s*-?\s*rata", re.IGNORECASE)
_UNIT_BEHIND = re.compile(r"\(([^()\d]{1,25})\)\s*:?\s*$")
_NESTED = re.compile(r"[-–•▪*·\uf000-\uf0ff]\s*|\(?[a-z][.)]\s*")
_UNSPLIT = "Beberapa indikator dalam satu sel tidak dapat dipasangkan dengan angkanya; baris dicatat seperti tercetak."
_SPLIT_LABEL = "Sel indikator kosong; indikator diambil dari baris di atasnya."


def capaian_rows(table: TabelLaporan, tahun: int | None) -> Iterator[dict[str, Any]]:
    """The rows of one table as trees for `build`: sasaran carried down, totals and title rows left out.

    `tahun` is the report's year; a table whose title names one other year gives that year to its rows.
    """
    years = title_years(table.judul)
    other = years[0] if len(years) == 1 and tahun is not None and years[0] < tahun else None
    sasaran, parent = At(None), None
    indikator: At | None = None
    before: list[int] = []
    for row in table.rows():
        group = _group_title(row, table)
        if group is not None:
            if re.match(r"(?:\w{1,4}[.)]\s*)?sasaran", group.value, re.IGNORECASE):
                sasaran = At(_GROUP.sub("", group.value, count=1).strip() or None, group.location)
            continue
        if "sasaran" in table.peran:
            here = row.at(table.peran["sasaran"])
            if here.value and not _is_total(row, table):
                sasaran = At(_clean(here.value), here.location)
        cells = [
            id(row.cell(column)) for name, column in table.peran.items() if name in _FIGURES or name == "indikator"
        ]
        if cells == before:
            # Only a column of no interest here (causes, programs) cuts this row off the one above.
            continue
        before = cells
        figures = {
            name: At(None) if name == "capaian" and _of_the_sasaran(row, table) else row.at(column)
            for name, column in table.peran.items()
            if name in _FIGURES
        }
        filled = any(value.value is not None for value in figures.values())
        label = row.at(table.peran["indikator"]) if "indikator" in table.peran else At(None)
        if not filled:
            if label.value and not _is_total(row, table):
                parent = _clean(label.value).rstrip(": ")
            continue
        if _is_total(row, table):
            continue
        if label.value is None and "indikator" in table.peran:
            if indikator is None or not (_given(figures, "target") and _given(figures, "realisasi")):
                continue
            label = At(indikator.value, indikator.location, _SPLIT_LABEL)
        else:
            label = _label(label, parent)
            if label.value and not _NESTED.match(
                str(row.text(table.peran["indikator"]) if "indikator" in table.peran else "")
            ):
                parent = None
        indikator = label
        for isian in _entries(table, row, label, figures):
            yield {"sasaran": sasaran, "indikator": isian.indikator, "tahun": other, **_row(table, row, isian)}


_FIGURES = (
    "target", "realisasi", "capaian", "target_renstra", "target_akhir", "realisasi_akhir", "capaian_akhir",
    "target_lalu", "realisasi_lalu", "capaian_lalu", "realisasi_nasional", "target_nasional", "capaian_nasional",
)  # fmt: skip
_OWN = frozenset(
    ("target", "realisasi", "capaian", "target_akhir", "realisasi_lalu", "sasaran", "indikator", "satuan", "no")
)


class _Isian(msgspec.Struct, frozen=True):
    """One indicator of a row with its figures by role."""

    indikator: At
    satuan: At
    figures: dict[str, At]


def _entries(table: TabelLaporan, row: RoleRow, label: At, figures: dict[str, At]) -> Iterator[_Isian]:
    """The indicators of a row: one, or several where one cell lists them and the figures are listed alike."""
    satuan = row.at(table.peran["satuan"]) if "satuan" in table.peran else At(None)
    names = [*figures, "satuan"] if "satuan" in table.peran else [*figures]
    cells = [row.cell(table.peran[name]) for name in ("indikator", *names) if name in table.peran]
    parts = split_parallel([cell.text if cell else None for cell in cells]) if "indikator" in table.peran else ()
    if len(parts) < 2:
        listed = len(split_items(cells[0].text if cells and cells[0] else None)) > 1 and _listed(figures)
        if listed or _run_together(figures):
            label = At(label.value, label.location, _UNSPLIT)
        yield _Isian(label, satuan, figures)
        return
    for indikator, *texts in parts:
        own = dict(zip(names, texts, strict=True))
        if "satuan" in own:
            own["satuan"] = _once(own["satuan"], len(parts))
        yield _Isian(
            At(indikator, label.location),
            At(own.pop("satuan", None), satuan.location),
            # What was left out for the row (a percentage of the sasaran) is not its indikator's either.
            {
                name: At(text, figures[name].location) if figures[name].value is not None else figures[name]
                for name, text in own.items()
            },
        )


def _once(text: str | None, times: int) -> str | None:
    """A unit that is printed once for each of several indicators ("Persen Persen")."""
    words = (text or "").split()
    size = len(words) // times
    chunks = {tuple(words[at : at + size]) for at in range(0, len(words), size)} if size else set()
    return " ".join(words[:size]) if size * times == len(words) and len(chunks) == 1 else text


def _of_the_sasaran(row: RoleRow, table: TabelLaporan) -> bool:
    """Whether the percentage is the one of a sasaran: its column says so, and its cell spans several indicators."""
    column, label = table.peran["capaian"], table.peran.get("indikator")
    cell, own = row.cell(column), row.cell(label) if label else None
    if cell is None or own is None or not _GROUPED.search(column.title.rsplit(" > ", 1)[-1]):
        return False
    return cell.rowspan > own.rowspan or len(split_items(own.text)) > len(split_items(cell.text)) == 1


def _listed(figures: dict[str, At]) -> bool:
    """Whether a figure of the row holds several numbers, one for each of several indicators."""
    return any(len(re.findall(r"\d[\d.,]*", str(value.value or ""))) > 1 for value in figures.values())


def _run_together(figures: dict[str, At]) -> bool:
    """Whether target and realisasi both are several numbers in a row, or numbers cut by a narrow cell."""
    both = [str(figures[name].value or "") for name in ("target", "realisasi") if name in figures]
    return len(both) == 2 and all(re.search(r"\d[\d.,]*\s*%?\s+\d", text) for text in both)


def _row(table: TabelLaporan, row: RoleRow, isian: _Isian) -> dict[str, Any]:
    figures, indikator = isian.figures, isian.indikator
    nothing = At(None)
    target = figures.get("target") or figures.get("target_renstra") or figures.get("target_akhir") or nothing
    realisasi = figures.get("realisasi") or figures.get("realisasi_akhir") or nothing
    capaian = figures.get("capaian") or (figures.get("capaian_akhir") if "target" not in figures else None) or nothing
    target, realisasi, satuan = _units(table, indikator, target, realisasi, isian.satuan)
    own = [column for name, column in table.peran.items() if name in _OWN]
    lain = {
        column.title.replace(" > ", " "): text
        for column in table.kolom
        if column.title and column not in own and (text := row.text(column))
    }
    place = indikator.location or target.location or realisasi.location
    return {
        "tabel": table.judul,
        "halaman": place.halaman if place else None,
        "satuan": satuan,
        "target": target,
        "realisasi": realisasi,
        "capaian": capaian,
        "target_akhir": figures.get("target_akhir", nothing),
        "realisasi_lalu": figures.get("realisasi_lalu", nothing),
        "capaian_akhir": figures.get("capaian_akhir", nothing),
        "lain": lain,
    }


def _units(table: TabelLaporan, indikator: At, target: At, realisasi: At, satuan: At) -> tuple[At, At, At]:
    """Target and realisasi without the unit behind them, and the unit: from its column, the target, header or label."""
    number, unit = split_target(target.value) if target.value else (None, None)
    if satuan.value is None or is_blank(satuan.value):
        if unit is not None:
            satuan = At(unit, target.location)
        else:
            column = table.peran.get("target")
            satuan = At(column.satuan if column else None, target.location)
            if satuan.value is None and indikator.value and (match := _UNIT_BEHIND.search(indikator.value)):
                known = canonical_unit(match[1]) is not None
                satuan = At(match[1].strip() if known else None, indikator.location)
    if unit is not None and _alike(unit, satuan.value):
        target = At(number, target.location)
    if realisasi.value:
        number, unit = split_target(realisasi.value)
        if unit is not None and _alike(unit, satuan.value):
            realisasi = At(number, realisasi.location)
    return target, realisasi, satuan


def _alike(unit: str, satuan: str | None) -> bool:
    if satuan is None:
        return False
    return unit.casefold() == satuan.casefold() or (canonical_unit(unit) or unit) == (canonical_unit(satuan) or satuan)


def _given(figures: dict[str, At], name: str) -> bool:
    return name in figures and figures[name].value is not None


def _group_title(row: RoleRow, table: TabelLaporan) -> At | None:
    """The text of a row that only names a mission or a sasaran for the rows below it."""
    if len(row.cells) != 1:
        return None
    cell = row.cells[0]
    wide = cell.colspan * 2 >= table.tabel[0].table.n_columns and cell.rowspan == 1
    if not wide and not _GROUP.match(cell.text):
        return None
    return At(" ".join(cell.text.split()), cell.location)


def _is_total(row: RoleRow, table: TabelLaporan) -> bool:
    if row.is_total:
        return True
    first = row.cells[0] if row.cells else None
    if first is None or not _AVERAGE.match(first.text.strip()):
        return False
    return first.colspan > 1 or not any(
        row.text(table.peran[name]) for name in ("target", "target_akhir") if name in table.peran
    )


def _label(label: At, parent: str | None) -> At:
    if label.value is None:
        return label
    text = str(label.value)
    if parent and (match := _NESTED.match(text)):
        return At(f"{parent} - {text[match.end() :].strip()}", label.location)
    return At(_clean(text), label.location)


def _clean(text: str) -> str:
    return re.sub(r"^(?:\(?\d{1,2}\)?[.)]?|[-–•▪])\s+(?=[^\W\d_])", "", strip_number(text)).strip()
