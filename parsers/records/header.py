"""What stands at the head and foot of nearly every document: unit, year, title, number and signature.

Every function takes a Document or a run of its lines, so that a file holding several documents can be asked part by
part. What is not printed is None.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from saksama.parsers.dates import find_years
from saksama.parsers.model import Document, Line
from saksama.parsers.records.pieces import TITLE_LINES, Source, pieces, shouted
from saksama.parsers.records.signature import Signature, enacted, find_signature, last_place, read_place
from saksama.parsers.records.types import At
from saksama.parsers.records.unit import find_unit, unit_names

_OF_LAW = re.compile(
    r"(?:tahun\s*)?1945|pra?kiraan\s+maju[^.;]{0,25}?tahun\s*(?:19|20)\d\d|"
    r"(?:lembaran|berita)\s+(?:negara|daerah)[^()]{0,60}?tahun\s*(?:19|20)\d\d|"
    r"(?:nomor|no\.?)\s*:?\s*[\w./-]+\s*tahun\s*(?:19|20)\d\d|(?:19|20)\d\d\s*[-–/]\s*(?:19|20)\d\d",
    re.IGNORECASE,
)
_NUMBER_YEAR = re.compile(r"\W*nomor\s*:?\s*[\w./-]+\s+tahun\s+(?P<tahun>(?:19|20)\d\d)\W*", re.IGNORECASE)
_NOMOR = re.compile(r"^\s*nomor\s*:\s*(?P<nomor>\S.*)$", re.IGNORECASE)
_LABEL_ONLY = re.compile(r"\W*nomor\s*:?", re.IGNORECASE)

NO_YEAR = "tahun tidak tertulis pada judul"

__all__ = [
    "NO_YEAR",
    "Signature",
    "Source",
    "find_nomor",
    "find_title",
    "find_unit",
    "find_year",
    "pieces",
    "place_date",
    "signature",
    "unit_names",
]


def find_year(source: Source, words: Sequence[str] = ("TAHUN",)) -> At | None:
    """The year of performance: the year behind one of the words ("TAHUN 2017") in the title lines, else elsewhere.

    A bare year that is a whole title line comes next, then the number of a regulation that is the document itself, then
    the margins, then the year that the text names most often behind one of the words. Years of regulations that are
    only cited ("Nomor 25 Tahun 2004") and of ranges don't count. None without any.
    """
    behind = re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?:\s+anggaran)?\s*:?\s*(?P<tahun>(?:19|20)\d\d)(?!\d)",
        re.IGNORECASE,
    )
    lines = pieces(source)
    early = [line for line in _whole_years(lines[:TITLE_LINES], words) if len(line.text) <= 200]
    titles = [line for line in early if shouted(line.text) or line.heading is not None]
    # A title set in mixed case is short and ends without a full stop.
    plain = [
        line
        for line in early
        if len(line.text) <= 80 and not line.text.endswith((".", ",", ";")) and not _heads_column(line)
    ]
    for line in (*titles, *plain):
        if match := behind.search(_OF_LAW.sub(" ", line.text)):
            return At(int(match["tahun"]), line.location)
    alone = [line for line in early if re.fullmatch(r"\W*(?:19|20)\d\d\W*", line.text)]
    heads = {_row(line) for line, other in pairwise(alone) if line.in_table and _row(line) == _row(other)}
    for line in early:
        years = find_years(_OF_LAW.sub(" ", line.text))
        # Years side by side in one row are titles of columns.
        bare = (line in alone and _row(line) not in heads) or (shouted(line.text) and not line.in_table)
        if bare and len(set(years)) == 1:
            return At(years[0], line.location)
    for line in lines[:TITLE_LINES]:
        if match := _NUMBER_YEAR.fullmatch(line.text):
            return At(int(match["tahun"]), line.location)
    counted: Counter[int] = Counter()
    places: dict[int, Line] = {}
    margins = [Line(m.text, m.location) for m in source.margins] if isinstance(source, Document) else []
    for line in (*pieces(margins), *lines):
        for match in behind.finditer(_OF_LAW.sub(" ", line.text)):
            counted[int(match["tahun"])] += 1
            places.setdefault(int(match["tahun"]), line)
    for line in pieces(margins):
        for year in set(find_years(_OF_LAW.sub(" ", line.text))):
            counted[year] += 1000
            places.setdefault(year, line)
    if not counted:
        return None
    year, _ = max(counted.items(), key=lambda item: (item[1], item[0]))
    return At(year, places[year].location, None if counted[year] >= 1000 else NO_YEAR)


def _heads_column(line: Line) -> bool:
    """Whether a cell is the title of a column of figures ("Target Tahun 2023"), not of the document."""
    return line.in_table and re.match(r"(?:target|realisasi|capaian|kondisi)\b", line.text, re.IGNORECASE) is not None


def _whole_years(lines: Sequence[Line], words: Sequence[str]) -> list[Line]:
    """The lines, a word that stands alone ("TAHUN") joined with the year on the next line."""
    result: list[Line] = []
    for line in lines:
        before = result[-1].text.strip().casefold() if result else ""
        if before in {word.casefold() for word in words} and re.fullmatch(r"(?:19|20)\d\d", line.text.strip()):
            result[-1] = msgspec.structs.replace(result[-1], text=f"{result[-1].text} {line.text}")
        else:
            result.append(line)
    return result


def find_title(source: Source, pattern: str) -> At | None:
    """The title that begins with a line matching a pattern (case ignored), joined with its shouted following lines."""
    lines = pieces(source)
    for index, line in enumerate(lines[: 2 * TITLE_LINES]):
        if len(line.text) > 200 or not re.match(rf"\W*(?:\w+\s+)?(?:{pattern})", line.text, re.IGNORECASE):
            continue
        parts = [line.text]
        for following in lines[index + 1 : index + 5]:
            if following.in_table != line.in_table or not shouted(following.text) or len(following.text) > 120:
                break
            parts.append(following.text)
        return At(" ".join(" ".join(parts).split()), line.location)
    return None


def find_nomor(source: Source) -> At | None:
    """The document's own number ("Nomor : 060/12/Org") in the title lines; None without one or when it is left open."""
    for line in label_lines(pieces(source)[:TITLE_LINES]):
        match = _NOMOR.match(line.text)
        if (
            match
            and re.search(r"\d", match["nomor"])
            and not re.search(r"\btahun\b.*\btentang\b", line.text, re.IGNORECASE)
        ):
            nomor = re.split(r"\t|\s{3,}|\s+(?=[a-z]{4})|,\s+(?=tanggal|tgl)", match["nomor"].strip())[0]
            return At(" ".join(nomor.split()).rstrip(","), line.location)
    return None


def label_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines, a label and its value that stand in cells of one row ("NOMOR" | ":" | "060/12") put together."""
    result: list[Line] = []
    for line in lines:
        last = result[-1] if result else None
        beside = last is not None and line.in_table and last.in_table and _row(line) == _row(last)
        if last is not None and beside and _LABEL_ONLY.fullmatch(last.text):
            result[-1] = msgspec.structs.replace(last, text=f"{last.text} {line.text}")
        else:
            result.append(line)
    return result


def _row(line: Line) -> tuple[int | None, int | None]:
    return line.location.tabel, line.location.baris


def signature(source: Source) -> Signature:
    """The last signature block: place, date, name, post, rank and NIP; a field that isn't printed is None.

    bertanda_tangan needs the whole Document (pictures over the block); from lines alone it is only known when the text
    says so.
    """
    return find_signature(pieces(source), source if isinstance(source, Document) else None)


def place_date(source: Source) -> tuple[At, At | None, Line] | None:
    """Place, date (ISO text) and line of the last place-and-date line ("Bandung, 2 Januari 2017"); None without one."""
    lines = enacted(pieces(source))
    index = last_place(lines)
    found = None if index is None else read_place(lines[index].text)
    if index is None or found is None:
        return None
    tempat, tanggal = found
    location = lines[index].location
    return At(tempat, location), At(tanggal.isoformat(), location) if tanggal else None, lines[index]
