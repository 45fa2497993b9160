"""The tables of a report, each with its title, its column roles and what it compares."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec
from saksama.parsers.dates import find_years
from saksama.parsers.model import Document
from saksama.parsers.records.peran_laporan import column_roles
from saksama.parsers.tables import Column, RoleTable, flow, role_tables

_LABEL = re.compile(r"tabel\.?\s*(?:[IVX]+[.-])?\d+(?:\s?[.-]\s?\d+)*[a-z]?\b|tabel\s*[.:]", re.IGNORECASE)
_FIGURE = re.compile(r"(?:gambar|grafik|diagram|sumber|foto)\b", re.IGNORECASE)


class TabelLaporan(msgspec.Struct, frozen=True):
    """A table of a report: label and title as printed, roles of peran_laporan, the pages on which it stands, and the
    place of its block in the document (urutan)."""

    tabel: RoleTable
    judul: str | None
    peran: dict[str, Column]
    halaman: tuple[int, ...]
    urutan: int

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
        return not self._is_program_level

    @property
    def is_anggaran(self) -> bool:
        """Whether it sets a budget against what was spent of it."""
        return self.has("pagu", "realisasi_rp") and not re.search(r"pendapatan", self.judul or "", re.IGNORECASE)

    @property
    def _is_program_level(self) -> bool:
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
    for table in role_tables(document):
        rows = list(table.rows())
        pages = sorted(
            {cell.location.halaman for row in rows for cell in row.cells if cell.location.halaman is not None}
        )
        here = table.table.location.halaman
        if not pages and here is not None:
            pages = [here]
        found.append(
            TabelLaporan(
                table, _title(table.captions), column_roles(table.columns, tahun), tuple(pages), order[id(table.table)]
            ),
        )
    return tuple(found)


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
