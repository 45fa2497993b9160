"""Laporan kinerja (LKjIP, LAKIP, LKIP): its sections, its comparisons, its achievements and its budget."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from saksama.parsers.model import Block, Document, Location, Page
from saksama.parsers.records.anggaran_laporan import anggaran_rows
from saksama.parsers.records.bagian import Tempat, is_part, sections
from saksama.parsers.records.capaian_laporan import capaian_rows
from saksama.parsers.records.header import find_nomor, find_title, find_unit, signature
from saksama.parsers.records.kerangka import headings
from saksama.parsers.records.perbandingan import budget_place, comparisons
from saksama.parsers.records.tabel_laporan import TabelLaporan, read_tables
from saksama.parsers.records.tahun_laporan import report_year
from saksama.parsers.records.total_laporan import total_from_text
from saksama.parsers.records.types import At, Bagian, Record, YaTidak, build

_TITLE = r"LAPORAN\s+(?:AKUNTABILITAS|KINERJA|KETERANGAN)|L\s*A?\s*K\s*(?:J\s*)?I\s*P"
_FRONT = re.compile(r"\s+(?:KATA PENGANTAR|DAFTAR ISI|IKHTISAR|RINGKASAN|BAB\s+[IVX]+)\b")
_END = 1 << 30


def extract(document: Document) -> tuple[Record, ...]:
    """The one record of a report or of a file with some of its chapters; an empty document gives no record."""
    if not document.blocks:
        return ()
    judul = headings(document)
    found = sections(judul)
    year = report_year(document, judul)
    tahun = year.value if year else None
    tables = read_tables(document, tahun)
    first, last = _accountability(found)
    money = budget_place(judul, first)
    anggaran = anggaran_rows(_budget_tables(tables, first, money))
    total = anggaran.total or total_from_text(_budget_text(document, found, (first, last), money), anggaran.sums)
    warnings = anggaran.warnings
    tree: dict[str, Any] = {
        "unit": find_unit(document),
        "tahun": year,
        "nomor": find_nomor(document),
        "judul": _title(document),
        **_signature(document, found),
        "bagian": _sections(found, _unread(document)),
        "perbandingan": comparisons(judul, tables, document, (first, last), found, tahun),
        "capaian": [
            row
            for table in tables
            if table.is_capaian and (table.urutan >= first or table.has("realisasi"))
            for row in capaian_rows(table, tahun)
        ],
        "rencana": [
            row for table in tables if table.is_rencana and table.urutan < first for row in capaian_rows(table, tahun)
        ],
        "riwayat": [
            row for table in tables if table.is_riwayat and table.urutan >= first for row in capaian_rows(table, tahun)
        ],
        "anggaran": anggaran.rows,
        "total_anggaran": total,
        "sebagian": is_part(found),
    }
    if unread := _unread(document):
        warnings.append(f"{unread}; bagian dan tabel pada halaman itu tidak tercatat.")
    return (build("laporan_kinerja", tree, Location(document.berkas), warnings),)


def _accountability(found: dict[str, Tempat]) -> tuple[int, int]:
    """The places between which comparisons stand: from chapter III to the appendices, as far as these are known.

    A file with earlier chapters only has none. Where the title of chapter III was not recognised, what follows the
    chapter before it counts, or the whole file.
    """
    before = max((found[name].urutan for name in ("bab_1", "bab_2") if name in found), default=-1)
    if "bab_3" in found:
        start = found["bab_3"].urutan
    elif "bab_4" in found or before < 0:
        start = before
    else:
        start = _END
    end = found["lampiran"].urutan if "lampiran" in found else _END
    return start, end


def _budget_tables(tables: tuple[TabelLaporan, ...], first: int, start: int | None) -> list[TabelLaporan]:
    """The budget tables of the accountability chapter: those below the heading on the budget, else all of them."""
    budget = [table for table in tables if table.is_anggaran and table.urutan >= first]
    return [table for table in budget if start is not None and table.urutan >= start] or budget


def _budget_text(
    document: Document, found: dict[str, Tempat], within: tuple[int, int], start: int | None
) -> list[Sequence[Block]]:
    """Where the text may state the budget's total: below the heading on the budget, then in the whole chapter."""
    first = max(within[0], 0)
    end = min([within[1], *(found[name].urutan for name in ("bab_4",) if name in found)])
    if first >= end:
        return []
    parts = [] if start is None else [document.blocks[start:end]]
    return [*parts, document.blocks[first:end]]


def _signature(document: Document, found: dict[str, Tempat]) -> dict[str, Any]:
    """Date and signature from the foreword and the last chapter; agreements in the appendices are signed by others."""
    order = sorted(place.urutan for place in found.values())
    parts = []
    for name in ("bab_4", "kata_pengantar", "ikhtisar_eksekutif"):
        if name in found:
            start = found[name].urutan
            stop = next((at for at in order if at > start), len(document.blocks))
            parts.append((start, stop))
    if not parts and not is_part(found):
        parts.append((0, len(document.blocks)))
    for start, stop in parts:
        blocks = document.blocks[start:stop]
        here = _pages(document, blocks)
        block = signature(msgspec.structs.replace(document, blocks=blocks, margins=(), pages=here))
        if block.nama or block.tanggal or block.nip:
            return {"tanggal": block.tanggal, "bertanda_tangan": block.bertanda_tangan}
    signed: YaTidak = "tidak_diketahui" if _may_be_signed(document, found) else "tidak"
    return {"tanggal": None, "bertanda_tangan": signed}


def _pages(document: Document, blocks: Sequence[Block]) -> tuple[Page, ...]:
    """The pages on which blocks stand, with those between them."""
    numbers = [block.location.halaman for block in blocks if block.location.halaman is not None]
    if not numbers:
        return document.pages
    return tuple(page for page in document.pages if min(numbers) <= page.number <= max(numbers))


def _may_be_signed(document: Document, found: dict[str, Tempat]) -> bool:
    """Whether a page that could not be read may hold the signature: neither a cover nor in the appendices."""
    read = [page.number for page in document.pages if page.readable]
    if not read:
        return True
    end = found["lampiran"].halaman if "lampiran" in found else max(read) + 1
    unread = [page.number for page in document.pages if not page.readable]
    return any(1 < number < end for number in unread)


def _sections(found: dict[str, Tempat], unread: str | None) -> dict[str, At]:
    """Each section with its place; one that isn't found is doubtful where pages could not be read."""
    return {
        name: At(found[name].halaman, found[name].lokasi) if name in found else At(None, None, unread)
        for name in Bagian.__struct_fields__
    }


def _title(document: Document) -> At | None:
    title = find_title(document, _TITLE)
    return At(_FRONT.split(title.value)[0], title.location) if title else None


def _unread(document: Document) -> str | None:
    """Which pages hold no text, as a sentence without its end; None when all were read."""
    pages = [str(page.number) for page in document.pages if not page.readable]
    return f"Halaman {', '.join(pages)} berupa gambar dan belum terbaca" if pages else None
