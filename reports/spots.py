"""The very places that findings stand at, as far as a picture of them can be drawn (see clips)."""

from __future__ import annotations

from saksama.checker.run import BuktiTemuan, Run
from saksama.parsers.model import Box

Spot = tuple[str, int, Box]
"""File, page from 1, and box in points from the page's top left."""

MOST = 120
"""Pictures in one report: beyond it a reader no longer looks, and the page grows too large to send."""
PER_FINDING = 2


def spots(run: Run) -> tuple[Spot, ...]:
    """The places worth a picture: those of open findings, worst first, a few of each."""
    found: dict[Spot, None] = {}
    for _, temuan in run.findings():
        if temuan.pengecualian is None:
            own = [spot for spot in map(spot_of, temuan.bukti) if spot is not None]
            found.update(dict.fromkeys(own[:PER_FINDING]))
    return tuple(found)[:MOST]


def spot_of(bukti: BuktiTemuan) -> Spot | None:
    """The place of a piece of evidence on a page; None where it has no page or no box."""
    if bukti.halaman is None or bukti.kotak is None:
        return None
    return bukti.berkas, bukti.halaman, bukti.kotak
