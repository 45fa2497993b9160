"""For the unit itself: what to repair, worst document first, with the place, a picture of it, and how to put it right.

No scores: what the evaluator proposes is not the unit's list of work.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from saksama.checker.run import Run, Status, Temuan
from saksama.reports import groups, place, spots, words
from saksama.reports.webpage import page

MISSING: tuple[Status, ...] = ("tidak_ada",)


def render(run: Run, pictures: Mapping[spots.Spot, str] = {}) -> bytes:
    """The page as UTF-8 HTML; pictures: data URIs by place, as `clips` gives them."""

    def shown(temuan: Temuan) -> list[tuple[str, str]]:
        """Pictures of a finding, each with its file and page."""
        own = [spot for spot in map(spots.spot_of, temuan.bukti) if spot in pictures]
        return [(pictures[spot], f"{spot[0]}, hal. {spot[1]}") for spot in own if spot][: spots.PER_FINDING]

    documents = groups.by_file(run)
    return page(
        "perbaikan.html.j2",
        run=run,
        judul=groups.title(run),
        tanggal=words.date(run.tanggal),
        jumlah=groups.counts(run),
        banyak=sum(groups.counts(run).values()),
        keparahan=words.KEPARAHAN,
        keputusan=words.KEPUTUSAN,
        dokumen=[(name, _count(parts), parts) for name, parts in documents],
        kurang=groups.undecided(run, MISSING),
        tempat=place.evidence,
        gambar=shown,
        saran=groups.advice,
        nilai_temuan=groups.values,
    )


def _count(parts: list[groups.Kelompok]) -> dict[str, Any]:
    return {"temuan": sum(len(part.temuan) for part in parts), "keparahan": parts[0].keparahan}
