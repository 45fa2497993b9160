"""Prose of the annual report against its tables: figures named for an indikator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Literal

import msgspec

from saksama.checker import matching
from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, evidence, judge, missing, place
from saksama.checker.checks.prosa import folded, stray_figures, tables_of
from saksama.checker.checks.rerata_narasi import wrong_overall
from saksama.checker.checks.rujukan import of_year
from saksama.checker.submission import Naskah, Part
from saksama.parsers.model import Line
from saksama.parsers.numbers import parse_number

NO_TABLE = "Tabel capaian tidak dikenali."
_NUMBERS = re.compile(r"\d[\d.,]*\d|\d")
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[^\W\d_])")
_ELSEWHERE = re.compile(
    r"\b(?:nasional|se-indonesia|provinsi\s+lain|kabupaten\s+lain|kota\s+lain|renstra|rpjmd|standar\s+pelayanan|"
    r"tahun\s+(?:lalu|sebelumnya))\b",
    re.IGNORECASE,
)
_CHAPTER = re.compile(r"\s*(?:[A-Z]|[IVX]+|\d+(?:\.\d+)+)\.?\s+[A-Z]")
_LINK = r"(?:\s+(?:kinerja|indikator|sasaran|tersebut|ini|ditetapkan|yaitu|adalah|sebesar|sebanyak))*"
_STATED = rf"{_LINK}\s*:?\s*(?P<angka>\d+(?:[.,]\d+)*)\s*(?P<persen>%|persen\b)?"


class Narasi(Params, frozen=True):
    """kolom: column -> phrases (regular expressions) that announce its figure in prose; terpendek: shortest wording of
    an indikator (letters) that can be recognised in running text; jangkauan: how many lines below a line that is
    nothing but an indikator's name speak of it."""

    kolom: dict[Literal["target", "realisasi", "capaian"], tuple[str, ...]]
    terpendek: int = 15
    jangkauan: int = 25


class Kalimat(msgspec.Struct, frozen=True):
    """A sentence of the report's prose, where it stands, and the indikator it speaks of (normalised).

    named: the sentence itself names the indikator, rather than the heading above it.
    """

    berkas: str
    line: Line
    text: str
    indikator: str
    named: bool


def rows_by_indikator(naskah: Naskah) -> dict[str, list[tuple[Part, int, Any]]]:
    """The report's achievement rows of its own year by normalised indikator."""
    groups: dict[str, list[tuple[Part, int, Any]]] = {}
    for part in naskah.parts:
        for index, row in enumerate(part.isi.capaian):
            if row.indikator and row.tahun in (None, part.isi.tahun):
                groups.setdefault(matching.normal(row.indikator), []).append((part, index, row))
    return groups


def sentences(naskah: Naskah, names: Sequence[str], reach: int) -> Iterator[Kalimat]:
    """The sentences outside tables that speak of exactly one of these indikators, by name or below its heading."""
    for file in naskah.files:
        heading, since = "", 0
        for line in file.document.lines if file.document else ():
            if line.in_table:
                continue
            whole = matching.normal(line.text)
            since += 1
            if own := _is_name(whole, names):
                heading, since = own, 0
                continue
            if since > reach or (_CHAPTER.match(line.text) and len(line.text) < 150):
                heading = ""
            for text in _SENTENCE.split(line.text):
                words = matching.normal(text)
                found = [name for name in names if name in words]
                if len(found) == 1:
                    yield Kalimat(file.berkas, line, text, found[0], named=True)
                elif heading and not found:
                    yield Kalimat(file.berkas, line, text, heading, named=False)


def _is_name(line: str, names: Sequence[str]) -> str | None:
    """The indikator that a line (normalised) is the name of, and nothing else; None for running text."""
    if line in names:
        return line
    near = [name for name in names if abs(len(name) - len(line)) <= 5 and matching.likeness(name, line, 93) >= 93]
    return near[0] if near else None


@check("narasi_sesuai_tabel", "naskah", values=("indikator", "kolom", "narasi", "tabel", "pembanding"))
def narasi_sesuai_tabel(case: Case, params: Narasi) -> Verdict:
    """Angka yang disebut untuk suatu indikator dalam kalimat harus sama dengan tabelnya."""
    assert case.naskah is not None
    groups = {key: rows for key, rows in rows_by_indikator(case.naskah).items() if len(key) >= params.terpendek}
    tables = tables_of(case.naskah)
    others = [*stray_figures(case.naskah, tables), *wrong_overall(case.naskah)]
    if not groups:
        return judge(others) if others else missing(NO_TABLE)
    year = case.naskah.tahun
    offences: dict[tuple[str, str, str], Offence] = {}
    for kalimat in sentences(case.naskah, list(groups), params.jangkauan):
        if _other_time(kalimat.text, year):
            continue
        for column, patterns in params.kolom.items():
            offence = _contradiction(kalimat, groups[kalimat.indikator], column, patterns)
            if offence is None:
                continue
            if not (_ELSEWHERE.search(kalimat.text) and folded(offence.nilai["narasi"]) in tables.angka):
                # Set beside others, an indikator has further figures, which other tables print.
                offences.setdefault((kalimat.indikator, column, offence.nilai["narasi"]), offence)
    return judge([*offences.values(), *others])


_PART_OF_YEAR = re.compile(
    r"\b(?:triwulan|tribulan|semester|tw|caturwulan)\s+(?:[IV]{1,3}|\d|pertama|kedua|ketiga|keempat)\b", re.I
)


def _other_time(text: str, year: int | None) -> bool:
    """A sentence that speaks of another year, or of a quarter, may rightly give other figures."""
    other = any(int(found) != year for found in re.findall(r"\b(?:19|20)\d\d\b", text))
    return other or _PART_OF_YEAR.search(text) is not None


def _contradiction(
    kalimat: Kalimat, rows: Sequence[tuple[Part, int, Any]], column: str, patterns: Sequence[str]
) -> Offence | None:
    """A figure announced as this column's that stands nowhere among the indikator's figures, in its kind of unit."""
    known = [
        (part, index, getattr(row, column))
        for part, index, row in rows
        if parse_number(getattr(row, column)) and of_year(row, column, part.isi.tahun)
    ]
    stated = list(re.finditer(rf"\b(?:{'|'.join(patterns)})(?:nya)?{_STATED}", kalimat.text, re.I))
    if not known or len(stated) != 1:
        return None
    match = stated[0]
    percent = column == "capaian" or any(_is_percent(row) for _, _, row in rows)
    if _agrees(match["angka"], rows):
        return None
    others = _NUMBERS.findall(kalimat.text[: match.start()] + kalimat.text[match.end() :])
    known_too = any(_agrees(other, rows) for other in others)
    # A percentage may be told without its sign beside figures that are the indikator's own.
    unsigned = percent and column != "capaian" and kalimat.named and known_too
    if bool(match["persen"]) != percent and (match["persen"] or not unsigned):
        return None
    if not kalimat.named and not known_too:
        # Below a heading much else is told; a sentence that gives another figure of the indikator is about it.
        return None
    part, index, value = known[0]
    label = rows[0][2].indikator
    values = {"indikator": label, "kolom": column.capitalize(), "narasi": match["angka"], "tabel": value}
    values["pembanding"] = f"{value} pada tabel"
    bukti = (
        place(kalimat.line.location, kalimat.berkas, kalimat.text[:200]),
        evidence(part, f"capaian.{index}.{column}", value, column),
    )
    return Offence(values, bukti, label, column, "sedang" if kalimat.named else "rendah")


def _is_percent(row: Any) -> bool:
    words = f"{row.satuan or ''} {row.target or ''} {row.indikator or ''}".casefold()
    return "%" in words or "persen" in words or "prosen" in words


def _agrees(stated: str, rows: Sequence[tuple[Part, int, Any]]) -> bool:
    """Whether a figure is, as far as it is printed, any of the figures of these rows (also as a fraction of one)."""
    wanted = parse_number(stated)
    if wanted is None:
        return True
    for _, _, row in rows:
        cells = (row.target, row.realisasi, row.capaian, row.target_akhir, row.realisasi_lalu, *row.lain.values())
        for token in (token for cell in cells if cell for token in _NUMBERS.findall(cell)):
            number = parse_number(token)
            for reading in (number.nilai, number.lain) if number else ():
                for mine in (wanted.nilai, wanted.lain):
                    if reading is None or mine is None:
                        continue
                    if abs(reading - mine) <= _rounding(mine) or abs(reading - 100 * mine) <= 100 * _rounding(mine):
                        return True
    return False


def _rounding(value: Decimal) -> Decimal:
    """Half a unit of the last decimal printed."""
    exponent = value.as_tuple().exponent
    return Decimal("0.5").scaleb(exponent if isinstance(exponent, int) and exponent < 0 else 0)
