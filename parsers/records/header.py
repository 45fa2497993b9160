"""What stands at the head and foot of nearly every document: unit, year, title, number and signature.

Every function takes a Document or a run of its lines, so that a file holding several documents can be asked part by
part. What is not printed is None.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec
from saksama.parsers.dates import find_years
from saksama.parsers.model import Document, Line
from saksama.parsers.records.signature import Signature, find_signature, read_place
from saksama.parsers.records.types import At

Source = Document | Sequence[Line]

TITLE_LINES = 30
"""How many lines from the start may hold the title, the unit and the year of a document."""

_MENTIONED = 20
_CONTINUES = re.compile(
    r"(?:DAN|SERTA|DI|PADA|PROVINSI|PROPINSI|KABUPATEN|KAB\.|KOTA|SEKRETARIAT DAERAH|DAERAH)\b", re.IGNORECASE
)
_BROKEN_OFF = re.compile(r"(?:,|\b(?:DAN|SERTA|DI|PADA))$", re.IGNORECASE)
_WORD = r"(?:dan|serta|di|dengan|&|-|[A-Z0-9(][\w'’/().-]*)"


def _cases(*heads: str) -> str:
    spellings = dict.fromkeys(spelling for head in heads for spelling in (head.upper(), head.title(), head))
    return "|".join(re.escape(spelling).replace(r"\ ", r"\s+") for spelling in sorted(spellings, key=len, reverse=True))


_HEADS = _cases(
    *("DINAS", "BADAN", "KANTOR", "KECAMATAN", "INSPEKTORAT", "SEKRETARIAT DAERAH", "SEKRETARIAT DPRD"),
    *("SEKRETARIAT DEWAN", "BIRO", "RUMAH SAKIT", "RSUD", "SATUAN POLISI PAMONG PRAJA", "SATPOL PP", "BAPPEDA"),
    *("UNIT PELAKSANA TEKNIS DAERAH RUMAH SAKIT", "BAPELITBANGDA", "BAPPELITBANGDA", "BAPPEDALITBANG"),
)
# An abbreviation counts as a unit only in front of the region's name.
_SHORT = (
    r"(?:BP|BK|BA|DP|DL|DK|DIS|RS|SAT|SET)[A-Z]{1,12}(?=\s+(?:Provinsi|PROVINSI|Kabupaten|KABUPATEN|Kota|KOTA)\s+[A-Z])"
)
_UNIT = re.compile(rf"(?<![\w-])(?:(?:{_HEADS})|{_SHORT})(?:,?\s+{_WORD})*")
_UNIT_END = re.compile(
    r"[\s,]+(?:TAHUN|THN|TRIWULAN|TW|SEMESTER|PERIODE|BULAN|SELAKU|UNTUK|SEBAGAI|ADALAH|TELAH|DALAM|NOMOR|DENGAN|PADA|"
    r"DI|DAN|SERTA|KEPADA|YANG|UNSUR|SASARAN|PROGRAM|TARGET|NO|TA|T\.A\.?)?(?:\s+(?:19|20)\d\d.*|\s+[\d.]+)?[\s,.;:(-]*$",
    re.IGNORECASE,
)
_UNIT_STOP = re.compile(
    r"\s+(?:TAHUN|THN|TRIWULAN|SEMESTER|PERIODE|BULAN|SELAKU|UNTUK|SEBAGAI|ADALAH|TELAH|DALAM|NOMOR|KEPADA|YANG|TENTANG|"
    r"BERDASARKAN|MEMPUNYAI|DENGAN(?!\s+PENDAPATAN)|PADA\s+(?!PROVINSI|PEMERINTAH)|(?:19|20)\d\d|PIHAK|HAL)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_NO_UNIT = re.compile(
    r"BADAN\s+(?:PEMERIKSA|PENGAWASAN\s+KEUANGAN|USAHA|HUKUM|ANGGARAN|LAYANAN|PUBLIK|PERMUSYAWARATAN|PERADILAN|STANDAR|PERENCANAAN\s+PEMBANGUNAN\s+NASIONAL)\b|"
    r"DINAS\s+(?:LUAR|TERKAIT|DALAM)\b|KANTOR\s+(?:DESA|PUSAT|BERSAMA)\b|(?:BPJS|BPR|DPRD|DPD|BADAN|DINAS)\s+(?:PROVINSI|"
    r"KABUPATEN|KOTA)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\W*(?:nama\s+)?(?:organisasi|unit\s+(?:kerja|organisasi)|satuan\s+kerja(?:\s+perangkat\s+daerah)?|s\.?k\.?p\.?d|"
    r"o\.?p\.?d|perangkat\s+daerah|instansi|satker|organisasi\s+perangkat\s+daerah)"
    r"(?:\s*/\s*[\w ]{2,25})?\s*(?P<sign>[:=])?\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"^\W*(?:PL[THT]\.?\s+|PJ\.?\s+)?(?:KEPALA|SEKRETARIS|DIREKTUR|CAMAT|INSPEKTUR|KETUA)\b", re.IGNORECASE
)
_CAMAT = re.compile(r"^\W*(?:PL[TH]\.?\s+|PJ\.?\s+)?CAMAT\s+(?P<nama>[A-Z][\w'’ -]+)", re.IGNORECASE)
_BEHIND_REGION = re.compile(r"(\b(?:PROVINSI|KABUPATEN|KOTA)\s+[^,;.:]+)[,;.:].*", re.IGNORECASE | re.DOTALL)
_REGION = re.compile(r"\s+(?:PADA\s+)?(?:SEKRETARIAT DAERAH|PROVINSI|KABUPATEN|KOTA)\b", re.IGNORECASE)
_OF_LAW = re.compile(
    r"(?:lembaran|berita)\s+(?:negara|daerah)[^()]{0,60}?tahun\s*(?:19|20)\d\d|"
    r"(?:nomor|no\.?)\s*:?\s*[\w./-]+\s*tahun\s*(?:19|20)\d\d|(?:19|20)\d\d\s*[-–/]\s*(?:19|20)\d\d",
    re.IGNORECASE,
)
_NUMBER_YEAR = re.compile(r"\W*nomor\s*:?\s*[\w./-]+\s+tahun\s+(?P<tahun>(?:19|20)\d\d)\W*", re.IGNORECASE)
_NOMOR = re.compile(r"^\s*nomor\s*:\s*(?P<nomor>\S.*)$", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]")

__all__ = ["Signature", "Source", "find_nomor", "find_title", "find_unit", "find_year", "pieces", "signature"]


def pieces(source: Source) -> tuple[Line, ...]:
    """The printed lines of a document or of a run of lines: text cut at line breaks, blanks dropped, tabs kept."""
    lines = source.lines if isinstance(source, Document) else source
    return tuple(
        msgspec.structs.replace(line, text=part.strip())
        for line in lines
        for part in line.text.split("\n")
        if part.strip()
    )


class _Found(msgspec.Struct, frozen=True):
    """A name that may be the unit: how much speaks for it, and where it stands."""

    text: str
    weight: int
    line: Line
    ragu: str | None = None


def find_unit(source: Source) -> At | None:
    """The perangkat daerah that a document belongs to, as printed ("DINAS PERHUBUNGAN PROVINSI ..."), with its place.

    Looked for behind labels ("Nama SKPD :"), in the title lines, in the posts of signature blocks, in the margins and,
    as a last resort, as the unit that running text names most often (at least twice; then doubtful). A name printed
    elsewhere with its region is preferred. None when no unit is named.
    """
    found = _units(pieces(source))
    if isinstance(source, Document):
        margins = [Line(margin.text, margin.location) for margin in source.margins]
        found += [_Found(name, 56, line) for line in pieces(margins) for name in unit_names(line.text)]
    seen = Counter(_fold(one.text) for one in found)
    found = [one for one in found if one.weight > _MENTIONED or seen[_fold(one.text)] > 1]
    if not found:
        return None
    best = max(found, key=lambda one: one.weight + min(seen[_fold(one.text)], 20))
    for other in sorted(found, key=lambda one: -one.weight):
        longer, shorter = _fold(other.text), _fold(best.text)
        if other.weight >= 40 and longer.startswith(shorter + " ") and _REGION.match(other.text[len(best.text) :]):
            return At(other.text, other.line.location, other.ragu)
    return At(best.text, best.line.location, best.ragu)


def unit_names(text: str) -> list[str]:
    """The names of perangkat daerah in a text, as printed, cut where the name ends."""
    names = []
    for match in _UNIT.finditer(text):
        name = " ".join(_BEHIND_REGION.sub(r"\1", _UNIT_STOP.sub("", match[0])).split())
        while (shorter := _UNIT_END.sub("", name)) != name and _UNIT_END.search(name):
            name = shorter
        name = re.sub(r"^KANTOR\s+(?=KECAMATAN|DINAS|BADAN|INSPEKTORAT)", "", name, flags=re.IGNORECASE).rstrip(
            " ,.;:-"
        )
        if name.count("(") > name.count(")"):
            name = name[: name.rindex("(")].rstrip()
        if (len(name) > 5 and " " in name and not _NO_UNIT.match(name) and len(name) <= 160) or _fold(
            name
        ) == "inspektorat":
            names.append(name)
    return names


def _units(lines: Sequence[Line]) -> list[_Found]:
    found: list[_Found] = []
    for index, line in enumerate(lines):
        in_title = index < TITLE_LINES
        text = _joined(lines, index)
        if (label := _LABEL.match(line.text)) and len(line.text) < 200:
            value = label["value"].lstrip(" :=\t")
            value = value or (lines[index + 1].text.lstrip(" :\t") if index + 1 < len(lines) else "")
            if (
                (label["sign"] or not label["value"])
                and (names := unit_names(value))
                and value.startswith(names[0][:5])
            ):
                found.append(_Found(names[0], 100, line))
                continue
        names = unit_names(text)
        if not names:
            if camat := _CAMAT.match(text):
                reason = "nama perangkat daerah disimpulkan dari jabatan camat"
                found.append(_Found(f"KECAMATAN {' '.join(camat['nama'].split())}", 40, line, reason))
            continue
        whole = re.sub(r"^\W+", "", text).startswith(names[0][:12]) and len(text) <= len(names[0]) + 25
        if whole and not line.in_table:
            found.append(_Found(names[0], 80 if in_title else 50, line))
        elif _OFFICE.match(text) and len(text) < 160:
            found.append(_Found(names[-1], 70 if in_title else 60, line))
        else:
            weight = 62 if in_title and _shouted(text) else _MENTIONED
            ragu = "nama perangkat daerah hanya disebut di dalam teks" if weight == _MENTIONED else None
            found += [_Found(name, weight, line, ragu) for name in names]
    return found


def _joined(lines: Sequence[Line], index: int) -> str:
    """A line with the following ones that carry its name on ("DINAS PERHUBUNGAN" / "PROVINSI JAWA BARAT")."""
    line = lines[index]
    text = line.text
    for following in lines[index + 1 : index + 4]:
        if following.in_table != line.in_table or len(text) > 140 or not _same_cell(line, following):
            break
        carried = _CONTINUES.match(following.text) and _shouted(following.text) == _shouted(line.text)
        broken_off = _BROKEN_OFF.search(text) and not _REGION.search(text)
        if not (carried or broken_off) or len(following.text) > 90 or _repeats(text, following.text):
            break
        text = f"{text} {following.text}"
    return text


def _repeats(text: str, following: str) -> bool:
    """Whether a line only says again what the name already ends with ("... PROVINSI X" / "PROVINSI X")."""
    return f" {_fold(text)} ".find(f" {_fold(following)} ") >= 0


def _same_cell(first: Line, second: Line) -> bool:
    one, other = first.location, second.location
    return (one.tabel, one.baris, one.kolom) == (other.tabel, other.baris, other.kolom) or not first.in_table


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
    for titles in (True, False):
        for line in lines[:TITLE_LINES]:
            text = _OF_LAW.sub(" ", line.text)
            if len(line.text) > 200 or (titles and not _shouted(line.text) and line.heading is None):
                continue
            if match := behind.search(text):
                return At(int(match["tahun"]), line.location)
    for line in lines[:TITLE_LINES]:
        years = find_years(_OF_LAW.sub(" ", line.text))
        bare = re.fullmatch(r"\W*(?:19|20)\d\d\W*", line.text) or (_shouted(line.text) and not line.in_table)
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
    return At(year, places[year].location, None if counted[year] >= 1000 else "tahun tidak tertulis pada judul")


def find_title(source: Source, pattern: str) -> At | None:
    """The title that begins with a line matching a pattern (case ignored), joined with its shouted following lines."""
    lines = pieces(source)
    for index, line in enumerate(lines[: 2 * TITLE_LINES]):
        if len(line.text) > 200 or not re.match(rf"\W*(?:\w+\s+)?(?:{pattern})", line.text, re.IGNORECASE):
            continue
        parts = [line.text]
        for following in lines[index + 1 : index + 5]:
            if following.in_table != line.in_table or not _shouted(following.text) or len(following.text) > 120:
                break
            parts.append(following.text)
        return At(" ".join(" ".join(parts).split()), line.location)
    return None


def find_nomor(source: Source) -> At | None:
    """The document's own number ("Nomor : 060/12/Org") in the title lines; None without one or when it is left open."""
    for line in pieces(source)[:TITLE_LINES]:
        match = _NOMOR.match(line.text)
        if (
            match
            and re.search(r"\d", match["nomor"])
            and not re.search(r"\btahun\b.*\btentang\b", line.text, re.IGNORECASE)
        ):
            nomor = re.split(r"\t|\s{3,}", match["nomor"].strip())[0]
            return At(" ".join(nomor.split()), line.location)
    return None


def signature(source: Source) -> Signature:
    """The last signature block: place, date, name, post, rank and NIP; a field that isn't printed is None."""
    return find_signature(pieces(source))


def place_date(source: Source) -> tuple[At, At | None, Line] | None:
    """Place, date (ISO text) and line of the last place-and-date line ("Bandung, 2 Januari 2017"); None without one."""
    for line in reversed(pieces(source)):
        if found := read_place(line.text):
            tempat, tanggal = found
            date = At(tanggal.isoformat(), line.location) if tanggal else None
            return At(tempat, line.location), date, line
    return None


def _shouted(text: str) -> bool:
    """Whether a text is set in capitals, as titles and posts are."""
    letters = _LETTERS.findall(text)
    return bool(letters) and sum(letter.isupper() for letter in letters) >= 0.8 * len(letters)


def _fold(text: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold()).split())
