"""The year a report is about, when covers, headings, table titles and old text copied on name several."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from saksama.parsers.dates import find_years
from saksama.parsers.model import Document, Location, Table
from saksama.parsers.records.header import find_year
from saksama.parsers.records.kerangka import Judul
from saksama.parsers.records.types import At

_YEAR = re.compile(r"(?:tahun|thn|t\.?a\.?)\s*(?:anggaran\s*)?((?:19|20)\d\d)(?!\d|\s*[-–/]\s*\d)", re.IGNORECASE)
_TITLE = re.compile(r"\W*(?:laporan\s+(?:akuntabilitas|kinerja)|l\s?a?\s?k\s?j?\s?i\s?p\b)", re.IGNORECASE)
_LAW = re.compile(r"(?:nomor|no\.?)\s*:?\s*[\w./-]+\s*tahun\s*(?:19|20)\d\d", re.IGNORECASE)
_TABLE = re.compile(r"tabel\b|perjanjian\s+kinerja|capaian|realisasi|target", re.IGNORECASE)
_TITLE_BLOCKS = 12


def report_year(document: Document, judul: tuple[Judul, ...]) -> At | None:
    """The year of performance: the one of the report's title, else the one that most headings and titles name.

    A title that another year outweighs by far stays, marked doubtful: a cover may be last year's. None without a year.
    """
    titled = _titled(document)
    counted: Counter[int] = Counter()
    places: dict[int, Location] = {}
    for text, location, weight in _mentions(document, judul):
        for year in map(int, _YEAR.findall(_LAW.sub(" ", text))):
            counted[year] += weight
            places.setdefault(year, location)
    if not counted:
        return titled or find_year(document)
    year, weight = max(counted.items(), key=lambda item: (item[1], item[0]))
    if titled is None:
        return At(
            year, places[year], "Tahun disimpulkan dari judul bagian dan tabel; tidak tertulis pada judul laporan."
        )
    if titled.value != year and weight > 3 * counted[titled.value]:
        return At(titled.value, titled.location, f"Judul menyebut {titled.value}, isi lebih sering menyebut {year}.")
    return titled


def _titled(document: Document) -> At | None:
    """The year in the title lines of the cover, or in a running header that names the report."""
    blocks = [block for block in document.blocks[:_TITLE_BLOCKS] if not isinstance(block, Table)]
    for index, block in enumerate(blocks):
        if not _TITLE.match(block.text) or len(block.text) > 150:
            continue
        for below in blocks[index : index + 4]:
            years = set(find_years(_LAW.sub(" ", below.text)))
            if len(years) == 1 and len(below.text) < 150:
                return At(years.pop(), below.location)
    for margin in document.margins:
        years = set(find_years(margin.text))
        if len(years) == 1 and _TITLE.match(margin.text):
            return At(years.pop(), margin.location)
    return None


def _mentions(document: Document, judul: tuple[Judul, ...]) -> Iterator[tuple[str, Location, int]]:
    for j in judul:
        yield j.teks, j.lokasi, 5
    for block in document.blocks:
        if not isinstance(block, Table):
            short = len(block.text) < 160
            yield block.text, block.location, 4 if short and _TABLE.search(block.text) else 1
