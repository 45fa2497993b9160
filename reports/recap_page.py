"""The recap as one HTML page."""

from __future__ import annotations

from saksama.reports import words
from saksama.reports.recap import Rekap, years
from saksama.reports.webpage import page

_STRONGEST = 0.85


def render(found: Rekap) -> bytes:
    """The page as UTF-8 HTML."""
    most = max((count for row in found.baris for count in row.kelompok.values()), default=0)

    def heat(count: int) -> str:
        """Background strength of a cell, 0 to 1, as CSS wants it: by the root, so that one outlier hides no other."""
        return f"{(count / most) ** 0.5 * _STRONGEST:.2f}" if most else "0"

    told = sorted({row.tahun for row in found.baris if row.tahun})
    period = f"{told[0]}–{told[-1]}" if len(told) > 1 else str(told[0]) if told else "tahun tidak diketahui"
    return page(
        "rekap.html.j2",
        rekap=found,
        judul=f"{len({row.unit for row in found.baris})} unit, {period}",
        keparahan=words.KEPARAHAN,
        panas=heat,
        tahun=years(found),
    )
