"""pedoman: a technical guide, what it guides, and the component weights that it states."""

from __future__ import annotations

import re
from typing import Any

from saksama.parsers.dates import find_years
from saksama.parsers.model import Document, Location
from saksama.parsers.outline import outline
from saksama.parsers.records.header import find_nomor, find_title, find_unit, find_year, pieces, place_date, signature
from saksama.parsers.records.komponen import component_of, heading_of, listed_weights, scores
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
_TITLE_END = re.compile(
    r"\s+(?:kata\s+pengantar|daftar\s+isi|dengan\s+rahmat|(?<!lingkungan )pemerintah\s+(?:kabupaten|kota|provinsi)|"
    r"(?<!lingkungan )(?:kantor\s+)?(?:kecamatan|dinas|badan|inspektorat|sekretariat|kelurahan)|tahun\s+\d{4}$)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_REGENT = re.compile(r"^\W*peraturan\s+(?:bupati|wali\s?kota|gubernur)\b", re.IGNORECASE)
_GOVERNMENT = re.compile(
    r"di\s+lingkungan\s+(?P<unit>pemerintah\s+(?:kota|kabupaten|provinsi)\s+[\w ]+)", re.IGNORECASE
)
_NUMBER = re.compile(
    r"^\W*(?:(?:keputusan|peraturan|surat)\s+[^\d,;:]{3,60}?\s)?nomor\s*:?\s*(?P<nomor>\S.{0,30}?\s+tahun\s+(?P<tahun>(?:19|20)\d\d))\W*$",
    re.IGNORECASE,
)


def extract(document: Document) -> tuple[Record, ...]:
    """The one guide of a document: title, scope, and component weights as printed.

    lingkup comes from the title; a guide to the whole system gets what its chapter headings name. bobot holds
    one entry per component that the text or a table gives a weight, in order.
    """
    title = _title(document)
    sign = signature(document)
    placed = place_date(document)
    tree: dict[str, Any] = {
        "unit": _unit(document),
        "tahun": _year(document, title),
        "nomor": _number(document),
        "tanggal": sign.tanggal or (placed[1] if placed else None),
        "bertanda_tangan": sign.bertanda_tangan,
        "judul": title,
        "lingkup": _scopes(document, str(title.value) if title else ""),
        "bobot": _weights(document),
    }
    warnings = [] if title else ["Judul pedoman tidak ditemukan."]
    return (build("pedoman", tree, Location(document.berkas), warnings),)


def _title(document: Document) -> At | None:
    """The title in the head that names a guide, without the unit, the region and what follows it on the cover."""
    found = find_title(document, _TITLE)
    if found is None:
        for line in pieces(document)[:_HEAD]:
            match = re.search(rf"\btentang\s+({_TITLE}.*)$", line.text, re.IGNORECASE)
            if match:
                found = At(match[1], line.location)
                break
    if found is None:
        return None
    return At(_TITLE_END.sub("", str(found.value)).strip(" .,;:-"), found.location)


def _year(document: Document, title: At | None) -> At | None:
    """The year of a guide: in its title, else that of its number ("NOMOR 30 TAHUN 2020"), else the document's."""
    if title and (years := find_years(str(title.value))):
        return At(years[-1], title.location)
    for line in pieces(document)[:_HEAD]:
        match = _NUMBER.match(line.text)
        if match:
            return At(int(match["tahun"]), line.location)
    return find_year(document)


def _number(document: Document) -> At | None:
    for line in pieces(document)[:_HEAD]:
        if match := _NUMBER.match(line.text):
            return At(" ".join(match["nomor"].split()), line.location)
    return find_nomor(document)


def _unit(document: Document) -> At | None:
    """The unit that issues the guide; a regional head's regulation is issued by the regional government."""
    head = pieces(document)[:_HEAD]
    if any(_REGENT.match(line.text) for line in head):
        for line in head:
            if match := _GOVERNMENT.search(line.text):
                return At(" ".join(match["unit"].split()), line.location)
    return find_unit(document)


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
    for line in document.lines if not found else ():
        for key, nama, bobot in listed_weights(line.text):
            found.setdefault(key, {"nama": At(nama, line.location), "bobot": At(bobot, line.location)})
    return list(found.values())
