"""What a letter or report about a unit says at its head: whom it is about, which year, when written and received."""

from __future__ import annotations

import re

from saksama.parsers.dates import parse_date
from saksama.parsers.model import Document
from saksama.parsers.records.header import find_nomor, find_unit, find_year, pieces, place_date, unit_names
from saksama.parsers.records.types import At

_HEAD_LINES = 60
_ABOUT = re.compile(
    r"evaluasi|perihal|^\s*hal\s*:|^\s*yth|kepada|tindak lanjut|lhe\b|sakip|akip|akuntabilitas\s+kinerja", re.IGNORECASE
)
_TITLE_LINES = 3
"""Lines over which a centred title goes on: the paper, the matter, whom it is about."""
_REGION = re.compile(r"\s+(?:pada\s+)?(?:pemerintah\s+)?(?:kabupaten|kota|provinsi|kab\.|prov\.)\s.*$", re.IGNORECASE)
_KECAMATAN = re.compile(r"kecamatan\b", re.IGNORECASE)
_NUMBER_AND_DATE = re.compile(
    r"^\W*(?:nomor|no\.?)\s*:?.{4,40}?,?\s+(?:tanggal|tgl\.?)\s*:?\s*(\d.{6,30})$", re.IGNORECASE
)
_RECEIVED = re.compile(
    r"(?:tanggal\s+diterima|diterima\s+(?:pada\s+)?tanggal|tgl\.?\s+(?:di)?terima)\s*:?\s*(.{6,40})", re.I
)
_NO_BODY = re.compile(r"^\W*inspektorat", re.IGNORECASE)
_PAPER = re.compile(r"^(?:LHE|LKE|AKIP|SAKIP|LKJIP|LAKIP)\b", re.IGNORECASE)
_YEAR = re.compile(r"\btahun\s+(?:anggaran\s+|evaluasi\s+)?((?:19|20)\d\d)", re.IGNORECASE)
_LAW = re.compile(r"nomor\s.{1,40}?tahun\s+\d{4}", re.IGNORECASE)


def evaluated_unit(document: Document) -> At | None:
    """The unit that a report is about, not the inspectorate that wrote it where both are named.

    A kecamatan comes without its region, as in the other kinds: the region only tells where it lies.
    """
    names: list[At] = []
    left = 0
    for line in pieces(document)[:_HEAD_LINES]:
        about = _ABOUT.search(line.text)
        left = _TITLE_LINES if about else left - 1
        found_here = [name for name in unit_names(line.text) if not _PAPER.match(name)]
        # Below the line that names the paper, a line that is a unit's name and nothing else goes on with the title.
        if about or (left > 0 and found_here and line.text.strip().startswith(found_here[0]) and line.text.isupper()):
            names += [At(_bare(name), line.location) for name in found_here]
    others = [name for name in names if not _NO_BODY.match(str(name.value))]
    if others:
        return others[0]
    found = find_unit(document)
    return (names[0] if names else None) if found is None else At(_bare(str(found.value)), found.location, found.ragu)


def _bare(name: str) -> str:
    return _REGION.sub("", name) if _KECAMATAN.match(name) else name


def title_year(document: Document) -> At | None:
    """The year that the subject or title names, passing over years of laws and decrees."""
    for line in pieces(document)[:_HEAD_LINES]:
        if re.search(r"evaluasi|tindak lanjut|akuntabilitas|lhe\b|monitoring", line.text, re.IGNORECASE):
            years = _YEAR.findall(_LAW.sub(" ", line.text))
            if years:
                return At(int(years[-1]), line.location)
    return find_year(document)


def letter_number(document: Document) -> At | None:
    """The number of a letter or report, also where label and value stand in cells of their own."""
    found = find_nomor(document)
    if found:
        return found
    value = _labelled(document, "nomor")
    return value if value and re.search(r"\d", str(value.value)) else None


def letter_date(document: Document) -> At | None:
    """The date of a letter as ISO text: the place-and-date line or label of its head, else that of its signature."""
    for line in pieces(document)[:_HEAD_LINES]:
        match = re.match(r"^[A-Z][\w .'-]{2,30},\s*(\d.*)$", line.text) or _NUMBER_AND_DATE.match(line.text)
        date = parse_date(match[1]) if match else None
        if date:
            return At(date.isoformat(), line.location)
    value = _labelled(document, "tanggal")
    date = parse_date(str(value.value)) if value else None
    if value and date:
        return At(date.isoformat(), value.location)
    found = place_date(document)
    return found[1] if found else None


def received_date(document: Document) -> At | None:
    """The date of receipt as ISO text where a stamp or note gives one."""
    for line in pieces(document):
        match = _RECEIVED.search(line.text)
        date = parse_date(match[1]) if match else None
        if date:
            return At(date.isoformat(), line.location)
    value = _labelled(document, "tanggal diterima")
    date = parse_date(str(value.value)) if value else None
    return At(date.isoformat(), value.location) if value and date else None


def _labelled(document: Document, label: str) -> At | None:
    """What stands behind a label of the head: on its line, or in the cells after it."""
    lines = pieces(document)[:_HEAD_LINES]
    for index, line in enumerate(lines):
        name, _, value = line.text.partition(":")
        if " ".join(name.split()).casefold() != label:
            continue
        if value.strip():
            return At(" ".join(value.split()), line.location)
        following = next((below for below in lines[index + 1 : index + 3] if below.text.strip(" :")), None)
        if following:
            return At(following.text.strip(" :"), following.location)
    return None
