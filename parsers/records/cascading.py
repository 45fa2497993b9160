"""cascading: the performance tree (pohon kinerja) of a unit, and whether it shows cross-cutting."""

from __future__ import annotations

import re

from saksama.parsers.model import Document, Line, Location
from saksama.parsers.records.header import find_unit, find_year
from saksama.parsers.records.types import At, Record, build

_CROSSCUTTING = re.compile(
    r"cross[\s-]*cutting|sharing\s+outcome|"
    r"lintas\s+(?:sektor|perangkat\s+daerah|opd|skpd|bidang|instansi|unit(?:\s+kerja)?)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:belum|tidak|tanpa)\b[^.;]{0,40}$", re.IGNORECASE)


def extract(document: Document) -> tuple[Record, ...]:
    """The one performance tree of a document; crosscutting stands at the line that speaks of it."""
    lines = [*document.lines, *(Line(margin.text, margin.location) for margin in document.margins)]
    speaks = next((line for line in lines if _speaks(line.text)), None)
    tree = {
        "unit": find_unit(document),
        "tahun": find_year(document),
        "crosscutting": At(speaks is not None, speaks.location if speaks else None),
    }
    warnings = (
        [] if document.text.strip() else ["Tidak ada teks yang terbaca, sehingga crosscutting tidak dapat dinilai."]
    )
    return (build("cascading", tree, Location(document.berkas), warnings),)


def _speaks(text: str) -> bool:
    match = _CROSSCUTTING.search(text)
    return match is not None and not _DENIED.search(text[: match.start()])
