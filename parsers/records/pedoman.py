"""pedoman: a technical guide, what it guides, and the component weights that it states."""

from __future__ import annotations

import re
from typing import Any

from saksama.parsers.model import Document, Location
from saksama.parsers.outline import outline
from saksama.parsers.records.header import find_nomor, find_title, find_unit, find_year, pieces, place_date, signature
from saksama.parsers.records.komponen import component_of, heading_of, scores
from saksama.parsers.records.types import At, Record, build
from saksama.parsers.tables import role_tables, strip_number

_TITLE = r"(?:pedoman|petunjuk\s+(?:teknis|pelaksanaan)|panduan|standar\s+operasional|SOP\b|manual)"
_SCOPES = {
    "perencanaan": re.compile(
        r"perencanaan|perjanjian\s+kinerja|rencana\s+(?:kerja|strategis)|indikator\s+kinerja", re.I
    ),
    "pengukuran": re.compile(r"pengukuran|pengumpulan\s+data\s+kinerja", re.IGNORECASE),
    "pelaporan": re.compile(r"pelaporan|laporan\s+kinerja", re.IGNORECASE),
    "evaluasi": re.compile(r"evaluasi|reviu", re.IGNORECASE),
}
_GENERAL = re.compile(r"sistem\s+akuntabilitas|\bSAKIP\b|akuntabilitas\s+kinerja", re.IGNORECASE)
_HEAD = 40


def extract(document: Document) -> tuple[Record, ...]:
    """The one guide of a document: title, scope, and component weights as printed.

    lingkup comes from the title; a guide to the whole system gets what its chapter headings name. bobot holds
    one entry per component that the text or a table gives a weight, in order.
    """
    title = _title(document)
    sign = signature(document)
    placed = place_date(document)
    tree: dict[str, Any] = {
        "unit": find_unit(document),
        "tahun": find_year(document),
        "nomor": find_nomor(document),
        "tanggal": sign.tanggal or (placed[1] if placed else None),
        "bertanda_tangan": sign.bertanda_tangan,
        "judul": title,
        "lingkup": _scopes(document, str(title.value) if title else ""),
        "bobot": _weights(document),
    }
    warnings = [] if title else ["Judul pedoman tidak ditemukan."]
    return (build("pedoman", tree, Location(document.berkas), warnings),)


def _title(document: Document) -> At | None:
    """The longest of the titles in the head that name a guide: a cover often breaks it off."""
    found = find_title(document, _TITLE)
    if found is None:
        for line in pieces(document)[:_HEAD]:
            match = re.search(rf"\btentang\s+({_TITLE}.*)$", line.text, re.IGNORECASE)
            if match:
                return At(match[1].strip(), line.location)
    return found


def _scopes(document: Document, title: str) -> list[str]:
    named = [scope for scope, words in _SCOPES.items() if words.search(title)]
    if named or not _GENERAL.search(title):
        return named
    headings = " ".join(
        line.text
        for line in pieces(document)
        if line.heading is not None or (line.text.isupper() and len(line.text) < 90)
    )
    return [scope for scope, words in _SCOPES.items() if words.search(headings)]


def _weights(document: Document) -> list[dict[str, At]]:
    found: dict[str, dict[str, At]] = {}
    for table in role_tables(document):
        if table.column("komponen") and table.column("bobot"):
            for row in table.rows():
                name, weight = strip_number(row.text("komponen")), row.at("bobot")
                heading = heading_of(name)
                if heading and weight.value:
                    found.setdefault(heading.key, {"nama": At(heading.nama, weight.location), "bobot": weight})
    for node in outline([line for line in document.lines if not line.in_table]):
        named = component_of(node.text)
        bobot = scores(named[2])[0] if named else None
        if named and bobot:
            weight = At(bobot, node.location)
            found.setdefault(named[0], {"nama": At(named[1], node.location), "bobot": weight})
    return list(found.values())
