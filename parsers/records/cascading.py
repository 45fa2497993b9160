"""cascading: the performance tree (pohon kinerja) of a unit, and whether it shows cross-cutting."""

from __future__ import annotations

import re

from saksama.parsers.model import Document, Line, Location
from saksama.parsers.records.header import find_unit, find_year
from saksama.parsers.records.types import At, Record, build

_CROSSCUTTING = re.compile(r"cross[\s-]*cutting|sharing\s+outcome", re.IGNORECASE)
_ACROSS = re.compile(
    r"lintas\s+(?:sektor|perangkat\s+daerah|opd|skpd|bidang|instansi|unit(?:\s+kerja)?)\b", re.IGNORECASE
)
_DENIED = re.compile(r"\b(?:belum|tidak|tanpa)\b[^.;]{0,40}$", re.IGNORECASE)
_UNREAD = "tidak ada teks yang terbaca, sehingga crosscutting tidak dapat dinilai"


def extract(document: Document) -> tuple[Record, ...]:
    """The one performance tree of a document; crosscutting stands at the line that speaks of it.

    A mere "lintas sektor" counts, with a ragu reason: it may belong to the wording of a mission. A tree without any
    readable text (a picture) is doubtful too.
    """
    lines = [*document.lines, *(Line(margin.text, margin.location) for margin in document.margins)]
    unread = not any(line.text.strip() for line in lines)
    if named := _first(lines, _CROSSCUTTING):
        crosscutting = At(True, named.location)
    elif named := _first(lines, _ACROSS):
        crosscutting = At(True, named.location, "hanya disebut “lintas ...”, bukan crosscutting")
    else:
        crosscutting = At(False, None, _UNREAD if unread else None)
    tree = {"unit": find_unit(document), "tahun": find_year(document), "crosscutting": crosscutting}
    warnings = [_UNREAD[0].upper() + _UNREAD[1:] + "."] if unread else []
    return (build("cascading", tree, Location(document.berkas), warnings),)


def _first(lines: list[Line], words: re.Pattern[str]) -> Line | None:
    """The first line with one of the words, unless it says that there is none."""
    for line in lines:
        match = words.search(line.text)
        if match and not _DENIED.search(line.text[: match.start()]):
            return line
    return None
