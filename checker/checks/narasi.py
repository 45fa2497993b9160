"""Prose of the annual report against its tables: figures named for an indikator, explanations of what fell short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from saksama.checker import matching
from saksama.checker.checks.base import Case, Offence, Params, Verdict, check, evidence, judge, missing, place
from saksama.checker.checks.rujukan import same_value
from saksama.checker.submission import Naskah, Part
from saksama.parsers.model import Line
from saksama.parsers.numbers import is_blank, parse_number

_FIGURE = r"(\d+(?:[.,]\d+)*)\s*(?:%|persen)?"
NO_TABLE = "Tabel capaian tidak dikenali."


class Narasi(Params, frozen=True):
    """kolom: column -> words that announce its figure in prose; terpendek: shortest wording of an indikator (letters)
    that can be recognised in running text."""

    kolom: dict[str, tuple[str, ...]]
    terpendek: int = 15


def rows_by_indikator(naskah: Naskah) -> dict[str, list[tuple[Part, int, Any]]]:
    """The report's achievement rows of its own year by normalised indikator."""
    groups: dict[str, list[tuple[Part, int, Any]]] = {}
    for part in naskah.parts:
        for index, row in enumerate(part.isi.capaian):
            if row.indikator and row.tahun in (None, part.isi.tahun):
                groups.setdefault(matching.normal(row.indikator), []).append((part, index, row))
    return groups


def prose(naskah: Naskah) -> list[tuple[str, Line, str]]:
    """(file, line, normalised text) of everything outside tables."""
    return [
        (file.berkas, line, matching.normal(line.text))
        for file in naskah.files
        if file.document
        for line in file.document.lines
        if not line.in_table
    ]


@check("narasi_sesuai_tabel", "naskah", values=("indikator", "kolom", "narasi", "tabel"))
def narasi_sesuai_tabel(case: Case, params: Narasi) -> Verdict:
    """Angka yang disebut untuk suatu indikator dalam kalimat harus sama dengan tabelnya."""
    assert case.naskah is not None
    groups = rows_by_indikator(case.naskah)
    if not groups:
        return missing(NO_TABLE)
    lines = prose(case.naskah)
    year = case.naskah.tahun
    offences: list[Offence] = []
    for key, rows in groups.items():
        if len(key) < params.terpendek:
            continue
        for berkas, line, text in lines:
            if key in text and not _other_year(line.text, year):
                offences += _contradictions(berkas, line, rows, params.kolom)
    return judge(offences)


def _other_year(text: str, year: int | None) -> bool:
    """A sentence that speaks of another year may rightly give other figures."""
    return any(int(found) != year for found in re.findall(r"\b(?:19|20)\d\d\b", text))


def _contradictions(
    berkas: str, line: Line, rows: Sequence[tuple[Part, int, Any]], columns: dict[str, tuple[str, ...]]
) -> Iterator[Offence]:
    for column, words in columns.items():
        known = [(part, index, getattr(row, column)) for part, index, row in rows if parse_number(getattr(row, column))]
        pattern = (
            rf"\b(?:{'|'.join(re.escape(word) for word in words)})\s+(?:sebesar|adalah|yaitu|sebanyak|:)\s*{_FIGURE}"
        )
        stated = re.findall(pattern, line.text, re.I)
        if not known or len(stated) != 1:
            continue
        if all(same_value(stated[0], value, 0.005) is False for _, _, value in known):
            part, index, value = known[0]
            values = {"indikator": rows[0][2].indikator, "kolom": column, "narasi": stated[0], "tabel": value}
            bukti = (
                place(line.location, berkas, line.text[:200]),
                evidence(part, f"capaian.{index}.{column}", value, column),
            )
            yield Offence(values, bukti, rows[0][2].indikator, column, "sedang")


class Penjelasan(Params, frozen=True):
    """batas: achievement (per cent) from which nothing need be explained; sebab, perbaikan: words that speak of cause
    and of remedy; jangkauan: how many lines after the indikator's name belong to it."""

    sebab: tuple[str, ...]
    perbaikan: tuple[str, ...]
    batas: float = 100.0
    jangkauan: int = 40


@check("kekurangan_dijelaskan", "naskah", values=("indikator", "capaian", "kurang"))
def kekurangan_dijelaskan(case: Case, params: Penjelasan) -> Verdict:
    """Indikator yang capaiannya di bawah 100 % harus disertai sebab dan perbaikannya."""
    assert case.naskah is not None
    groups = rows_by_indikator(case.naskah)
    short = {key: found for key, rows in groups.items() if (found := _below(rows, params.batas))}
    if not groups or all(is_blank(row.capaian) for rows in groups.values() for _, _, row in rows):
        return missing("Tidak ada capaian yang terbaca.")
    # Explanations are given in prose and in tables of causes alike.
    lines = [matching.normal(line.text) for file in case.naskah.files if file.document for line in file.document.lines]
    doubts: list[str] = []
    offences: list[Offence] = []
    for key, (part, index, row) in short.items():
        near = _near(key, lines, params.jangkauan)
        cause = any(word in near for word in params.sebab)
        remedy = any(word in near for word in params.perbaikan)
        lacking = " dan ".join(name for name, there in (("sebab", cause), ("perbaikan", remedy)) if not there)
        if not cause and not remedy:
            values = {"indikator": row.indikator, "capaian": row.capaian, "kurang": lacking}
            bukti = (evidence(part, f"capaian.{index}.capaian", row.capaian, "capaian"),)
            offences.append(Offence(values, bukti, row.indikator, "capaian", "sedang"))
        elif lacking:
            doubts.append(f"{row.indikator} ({row.capaian}): {lacking} belum tampak")
    return judge(offences, doubts)


def _below(rows: Sequence[tuple[Part, int, Any]], limit: float) -> tuple[Part, int, Any] | None:
    for part, index, row in rows:
        number = parse_number(row.capaian)
        if number is not None and number.nilai < Decimal(str(limit)):
            return part, index, row
    return None


def _near(key: str, lines: Sequence[str], reach: int) -> str:
    """The text at and after each place that names the indikator."""
    found = [index for index, text in enumerate(lines) if key in text or (len(text) > 12 and text in key)]
    return " ".join(text for index in found for text in lines[index : index + reach])
