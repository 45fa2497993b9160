"""Percentages of absorption in tables whose columns are known by their titles, however few rows they have."""

from __future__ import annotations

from collections.abc import Iterator

from saksama.checker.checks.serapan import Serapan, near
from saksama.parsers.model import Document
from saksama.parsers.numbers import parse_number, parse_rupiah
from saksama.parsers.records.tabel_laporan import TabelLaporan, read_tables

_LARGE = 100_000


def wrong_by_title(document: Document, tahun: int | None, tolerance: float) -> Iterator[Serapan]:
    """The percentages that budget and spending of their row do not give, in tables with another that they do give."""
    scanned = {page.number for page in document.pages if page.scanned}
    for table in read_tables(document, tahun):
        if table.has("pagu", "realisasi_rp", "capaian_rp") and not scanned.intersection(table.halaman):
            tested = list(_tested(table, tolerance))
            right = sum(fits for _, fits in tested)
            if right and right * 2 >= len(tested):
                yield from (found for found, fits in tested if not fits)


def _tested(table: TabelLaporan, tolerance: float) -> Iterator[tuple[Serapan, bool]]:
    """Each row with all three figures, and whether they agree."""
    names = [table.peran[name] for name in ("sasaran", "indikator", "program", "uraian") if name in table.peran]
    for row in table.rows():
        cells = [row.cell(table.peran[name]) for name in ("pagu", "realisasi_rp", "capaian_rp")]
        if any(cell is None or cell.colspan > 1 for cell in cells):
            continue
        planned, spent, share = (" ".join(cell.text.split()) for cell in cells if cell is not None)
        budget, result, number = parse_rupiah(planned), parse_rupiah(spent), parse_number(share)
        if budget is None or budget < _LARGE or result is None or number is None or number.lain is not None:
            continue
        computed, stated = result / budget * 100, float(number.nilai)
        if not stated or not 0.5 < computed / stated < 2:
            continue
        label = next((text for column in names if (text := row.text(column))), "baris")
        yield (
            Serapan(label[:120], planned, spent, share, computed, cell=cells[2]),
            near(computed, share, stated, tolerance),
        )
