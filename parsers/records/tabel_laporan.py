"""The tables of a report, each with its title, its column roles and what it compares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from saksama.parsers.dates import find_years
from saksama.parsers.model import Document
from saksama.parsers.records.lanjutan import continued_tables, rows_of
from saksama.parsers.records.peran_laporan import column_roles
from saksama.parsers.tables import Column, RoleRow, RoleTable, flow

_LABEL = re.compile(r"tabel\.?\s*(?:[IVX]+[.-])?\d+(?:\s?[.-]\s?\d+)*[a-z]?\b|tabel\s*[.:]", re.IGNORECASE)
_TARGET = re.compile(r"\btarget|triwulan|\btw\b", re.IGNORECASE)
_BELOW = re.compile(r"indikator.*(?:program|kegiatan|outcome|output)", re.IGNORECASE)
_PERCENTAGE = re.compile(r"-?\d[\d.,]*\s*%")
_MOST = 0.8
_FIGURE = re.compile(r"(?:gambar|grafik|diagram|sumber|foto)\b", re.IGNORECASE)


class TabelLaporan(msgspec.Struct, frozen=True):
    """A table of a report with its continuations.

    judul: label and title as printed; peran: the roles of peran_laporan; halaman: the pages on which it stands;
    urutan: the place of its first block in the document.
    """

    tabel: tuple[RoleTable, ...]
    judul: str | None
    peran: dict[str, Column]
    halaman: tuple[int, ...]
    urutan: int

    @property
    def kolom(self) -> tuple[Column, ...]:
        """Its columns, those of the first part standing for all."""
        return self.tabel[0].columns

    def rows(self) -> Iterator[RoleRow]:
        """Its body rows, over all parts."""
        return rows_of(self.tabel)

    def has(self, *roles: str) -> bool:
        """Whether the table has all these roles."""
        return all(role in self.peran for role in roles)

    def has_any(self, *roles: str) -> bool:
        """Whether the table has one of these roles."""
        return any(role in self.peran for role in roles)

    @property
    def is_capaian(self) -> bool:
        """Whether it sets targets against results at the level of sasaran or IKU, not of programs or money."""
        if not self.has_any("indikator", "sasaran"):
            return False
        if not (
            self.has_any("target", "target_renstra", "target_akhir")
            and self.has_any("realisasi", "capaian", "realisasi_akhir")
        ):
            return False
        return not self.is_program_level

    @property
    def is_riwayat(self) -> bool:
        """Whether it sets results against last year's without a target, for sasaran or IKU."""
        if self.is_capaian or self.is_program_level or not self.has_any("indikator", "sasaran"):
            return False
        return self.has("realisasi", "realisasi_lalu")

    @property
    def is_rencana(self) -> bool:
        """Whether it sets one target for the year, for a sasaran or an IKU: no results, quarters or other years."""
        if not self.has("indikator", "target") or self.is_program_level:
            return False
        if self.has_any("realisasi", "capaian", "target_lalu", "target_akhir", "target_renstra", "realisasi_lalu"):
            return False
        if any(_BELOW.search(column.title) for column in self.kolom):
            return False
        return sum(1 for column in self.kolom if _TARGET.search(column.title)) == 1

    @property
    def is_anggaran(self) -> bool:
        """Whether it sets a budget against what was spent of it."""
        return self.has("pagu", "realisasi_rp") and not self.is_pendapatan

    @property
    def is_pendapatan(self) -> bool:
        """Whether its title names income, not what was spent."""
        return re.search(r"pendapatan(?!\s+dan\s+belanja)", self.judul or "", re.IGNORECASE) is not None

    @property
    def is_program_level(self) -> bool:
        """Whether its rows are programs or activities, not sasaran or IKU."""
        label = self.peran.get("indikator")
        leading = [
            self.peran[role]
            for role in ("program", "kegiatan")
            if role in self.peran and (label is None or self.peran[role].index < label.index)
        ]
        if label is not None and re.search(r"program|kegiatan|output|keluaran|input", label.title, re.IGNORECASE):
            return True
        return bool(leading) and "sasaran" not in self.peran


def read_tables(document: Document, tahun: int | None) -> tuple[TabelLaporan, ...]:
    """All tables of a report whose header is recognised; `tahun` is the year of performance, None when unknown."""
    found = []
    order = {id(block): index for index, block in enumerate(document.blocks)}
    for group in continued_tables(document):
        first = group[0]
        pages = {
            cell.location.halaman for row in rows_of(group) for cell in row.cells if cell.location.halaman is not None
        }
        here = first.table.location.halaman
        if not pages and here is not None:
            pages = {here}
        peran = _with_percentages(group, column_roles(first.columns, tahun))
        found.append(TabelLaporan(group, _title(first.captions), peran, tuple(sorted(pages)), order[id(first.table)]))
    return tuple(found)


def _with_percentages(group: tuple[RoleTable, ...], peran: dict[str, Column]) -> dict[str, Column]:
    """The roles with capaian for a column behind the realisasi that holds percentages, whatever it is called
    ("Kategori Penilaian": "63,36 % (Sedang)"), in a table that has none."""
    if "capaian" in peran or "target" not in peran or "realisasi" not in peran:
        return peran
    known = {id(column) for column in peran.values()}
    for column in group[0].columns:
        if id(column) in known or column.index < peran["realisasi"].index:
            continue
        texts = [text for row in rows_of(group) if not row.is_total and (text := row.text(column))]
        if texts and sum(bool(_PERCENTAGE.match(text)) for text in texts) >= _MOST * len(texts):
            return {**peran, "capaian": column}
    return peran


def title_years(title: str | None) -> tuple[int, ...]:
    """The years that a table's title names, each once."""
    return tuple(dict.fromkeys(find_years(title)))


def _title(captions: Iterable[str]) -> str | None:
    """Label and title from the lines above a table; None when none of them is a label ("Tabel 3.1")."""
    lines = [flow(line) for line in captions]
    start = next((index for index in range(len(lines) - 1, -1, -1) if _LABEL.match(lines[index])), None)
    if start is None:
        return None
    parts = [lines[start]]
    for line in lines[start + 1 :]:
        if _FIGURE.match(line) or len(line) > 180:
            return None
        parts.append(line)
    return " ".join(parts)
