"""Renstra: the sasaran with their targets per year, and the programs with targets and indicative budgets."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from saksama.parsers.model import Document, Location
from saksama.parsers.records.header import find_nomor, find_unit, signature
from saksama.parsers.records.lanjutan import continued_tables
from saksama.parsers.records.renstra_program import program_rows
from saksama.parsers.records.renstra_sasaran import sasaran_rows
from saksama.parsers.records.types import At, Record, build

_RANGE = re.compile(
    r"(?<!\d)(20\d\d)\s*(?:[-–—]|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?)\s*(?:tahun\s+)?(20\d\d)(?!\d)", re.IGNORECASE
)
_PLAN = re.compile(r"renstra|rencana\s+strategis", re.IGNORECASE)
_SCALE = re.compile(r"dalam\s+(?:ribuan|jutaan|miliaran|milyaran)\s+rupiah", re.IGNORECASE)
_LONGEST = 6


def extract(document: Document) -> tuple[Record, ...]:
    """The one record of a strategic plan or of a file with some of its chapters; an empty document gives none.

    The period is the range of years printed most often beside "Renstra", else the years of the target columns, which
    is marked doubtful.
    """
    if not document.blocks:
        return ()
    tables = continued_tables(document)
    period = _period(document)
    warnings = _unread_pages(document)
    sasaran = sasaran_rows(tables, period)
    program = program_rows(tables, period)
    years = sorted({int(year) for row in (*sasaran, *program) for year in (*row["target"], *row.get("pagu", {}))})
    if period is None and years:
        start: At | None = At(years[0], None, "Periode disimpulkan dari tahun pada kolom target.")
        end: At | None = At(years[-1], None, "Periode disimpulkan dari tahun pada kolom target.")
    else:
        start, end = (period[0], period[1]) if period else (None, None)
    if program and (scale := _SCALE.search(document.text)):
        warnings.append(
            f"Pagu pada tabel program dinyatakan {' '.join(scale[0].split())}; angkanya dicatat seperti tercetak."
        )
    if not sasaran and not program:
        warnings.append("Tabel sasaran atau program dengan target per tahun tidak ditemukan pada dokumen Renstra ini.")
    block = signature(document)
    tree: dict[str, Any] = {
        "unit": find_unit(document),
        "nomor": find_nomor(document),
        "tanggal": block.tanggal,
        "bertanda_tangan": block.shown,
        "tahun_awal": start,
        "tahun_akhir": end,
        "sasaran": sasaran,
        "program": program,
    }
    return (build("renstra", tree, Location(document.berkas), warnings),)


def _period(document: Document) -> tuple[At, At] | None:
    """First and last year of the plan with the place where they stand; None when no range is printed."""
    counted: Counter[tuple[int, int]] = Counter()
    places: dict[tuple[int, int], Location] = {}
    lines = [
        *((line.text, line.location) for line in document.lines),
        *((m.text, m.location) for m in document.margins),
    ]
    before = ""
    for text, location in lines:
        for match in _RANGE.finditer(text):
            span = int(match[1]), int(match[2])
            if not 0 < span[1] - span[0] <= _LONGEST:
                continue
            named = bool(_PLAN.search(f"{before} {text}"))
            counted[span] += 10 if named else 1
            places.setdefault(span, location)
        before = text
    if not counted:
        return None
    span = max(counted, key=lambda key: counted[key])
    return At(span[0], places[span]), At(span[1], places[span])


def _unread_pages(document: Document) -> list[str]:
    pages = [str(page.number) for page in document.pages if not page.readable]
    if not pages:
        return []
    return [f"Halaman {', '.join(pages)} berupa gambar dan belum terbaca; isinya tidak tercatat."]
