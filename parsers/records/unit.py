"""The perangkat daerah that a document belongs to, as it is printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from saksama.parsers.model import Document, Line
from saksama.parsers.records.pieces import TITLE_LINES, Source, folded, pieces, shouted
from saksama.parsers.records.types import At

_MENTIONED, _OFTEN = 20, 3
_JOINING, _SYLLABLE = ("dan", "serta", "di", "pada"), 4
_CONTINUES = re.compile(
    r"(?:DAN|SERTA|DI|PADA|PROVINSI|PROPINSI|KABUPATEN|KAB\.|KOTA|SEKRETARIAT DAERAH|DAERAH)\b", re.IGNORECASE
)
_UNIT_CODE = re.compile(r"^\d(?:\.\d+){2,}\.?\s*[-–]?\s*")
# A kecamatan has a name of its own: the region on the next line is where it lies.
_OWN_NAME = re.compile(r"\W*KECAMATAN\s+\w", re.IGNORECASE)
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
_UNIT = re.compile(rf"(?<![\w-])(?:(?:{_HEADS})|{_SHORT})(?:\s+{_WORD}(?:,?\s+{_WORD})*)?")
_UNIT_END = re.compile(
    r"[\s,]+(?:TAHUN|THN|TRIWULAN|TW|SEMESTER|PERIODE|BULAN|SELAKU|UNTUK|SEBAGAI|ADALAH|TELAH|DALAM|NOMOR|DENGAN|PADA|"
    r"DI|DAN|SERTA|KEPADA|YANG|UNSUR|SASARAN|PROGRAM|TARGET|NO|TA|T\.A\.?)?(?:\s+(?:19|20)\d\d.*|\s+[\d.]+)?[\s,.;:(-]*$",
    re.IGNORECASE,
)
_UNIT_STOP = re.compile(
    r"\s+(?:TAHUN|THN|TRIWULAN|SEMESTER|PERIODE|BULAN|SELAKU|UNTUK|SEBAGAI|ADALAH|TELAH|DALAM|NOMOR|KEPADA|YANG|TENTANG|"
    r"BERDASARKAN|MEMPUNYAI|DENGAN(?!\s+PENDAPATAN)|PADA\s+(?!PROVINSI|PEMERINTAH)|(?:19|20)\d\d|PIHAK|HAL|KEPALA)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_NO_UNIT = re.compile(
    r"BADAN\s+(?:PEMERIKSA|PENGAWASAN\s+KEUANGAN|USAHA|HUKUM|ANGGARAN|LAYANAN|PUBLIK|PERMUSYAWARATAN|PERADILAN|STANDAR|"
    r"PERENCANAAN\s+PEMBANGUNAN\s+NASIONAL)\b|"
    r"DINAS\s+(?:LUAR|TERKAIT|DALAM)\b|KANTOR\s+(?:DESA|PUSAT|BERSAMA)\b|(?:BPJS|BPR|DPRD|DPD|BADAN|DINAS)\s+(?:PROVINSI|"
    r"KABUPATEN|KOTA)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\W*(?:nama\s+)?(?:nama(?=\s*[:=])|organisasi|unit\s+(?:kerja|organisasi)|"
    r"satuan\s+kerja(?:\s+perangkat\s+daerah)?|s\.?k\.?p\.?d|o\.?p\.?d|perangkat\s+daerah|instansi|satker|organisasi\s+perangkat\s+daerah)"
    r"(?:\s*/\s*[\w ]{2,25})?\s*(?P<sign>[:=])?\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"^\W*(?:PL[THT]\.?\s+|PJ\.?\s+)?(?:KEPALA|SEKRETARIS|DIREKTUR|CAMAT|INSPEKTUR|KETUA)\b", re.IGNORECASE
)
_CAMAT = re.compile(r"^\W*(?:PL[TH]\.?\s+|PJ\.?\s+)?CAMAT\s+(?P<nama>[A-Z][\w'’ -]+)", re.IGNORECASE)
# Letters set wide ("P R O V I N S I J A W A") no longer show where a word ends; dots lead to a page number.
_TORN_OFF = re.compile(r"(?<!\w)(?:[A-Z]\s){4,}|\.{3,}|…")
_GOVERNMENT = re.compile(
    r"\W*(?:(?:nama\s+)?(?:organisasi|instansi|unit\s+kerja)\s*:\s*)?"
    r"(?P<nama>pemerintah\s+(?:daerah\s+)?(?:provinsi|propinsi|kabupaten|kota)\s+[^\W\d_][^\d,;:.]*?)\W*",
    re.IGNORECASE,
)
_BEHIND_REGION = re.compile(r"(\b(?:PROVINSI|KABUPATEN|KOTA)\s+[^,;.:]+)[,;.:].*", re.IGNORECASE | re.DOTALL)
_REGION = re.compile(r"\s+(?:PADA\s+)?(?:SEKRETARIAT DAERAH|PROVINSI|KABUPATEN|KOTA)\b", re.IGNORECASE)

_PAGE_BEHIND = re.compile(r"\s+[IVX]{1,5}\s?[-–.]\s?\d{1,3}\s*$")
_SECRETARIAT = "sekretariat daerah"
_BELOW_SECRETARIAT = re.compile(r" (?:pada )?(?:sekretariat daerah|setda|provinsi|kabupaten|kota)\b")


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
    seen = Counter(folded(one.text) for one in found)
    every = found
    found = [one for one in found if one.weight > _MENTIONED or seen[folded(one.text)] > 1]
    if not found:
        return _region_itself(pieces(source))
    best = max(found, key=lambda one: one.weight + min(seen[folded(one.text)], 20))
    best = next((one for one in sorted(found, key=lambda one: -one.weight) if _stands_for(best.text, one.text)), best)
    if folded(best.text).startswith(_SECRETARIAT) and (biro := _biro(every)):
        return At(biro.text, biro.line.location, biro.ragu)
    for other in sorted(found, key=lambda one: -one.weight):
        longer, shorter = folded(other.text), folded(best.text)
        known = other.weight >= 40 or seen[longer] >= _OFTEN
        region = _REGION.match(other.text[len(best.text) :]) or longer == "inspektorat daerah"
        if known and region and longer.startswith(shorter + " ") and not _OWN_NAME.match(best.text):
            return At(other.text, other.line.location, other.ragu)
    return At(best.text, best.line.location, best.ragu)


def _region_itself(lines: Sequence[Line]) -> At | None:
    """The pemerintah daerah that a title line names, for the papers of a region as a whole."""
    for line in lines[:TITLE_LINES]:
        if len(line.text) <= 80 and (match := _GOVERNMENT.fullmatch(line.text)):
            return At(" ".join(match["nama"].split()), line.location)
    return None


def _stands_for(short: str, long: str) -> bool:
    """Whether a name is short for another: "SATPOL PP" for "Satuan Polisi Pamong Praja", with or without its region."""
    name, full = (_REGION.split(text, maxsplit=1)[0] for text in (short, long))
    if name != short and full == long:
        # The full name mustn't cost the region.
        return False
    letters = re.sub(r"\W", "", name)
    # An abbreviation is written in capitals, and hasn't the first word of the name it stands for.
    if not letters.isupper() or len(letters) > 15 or folded(name).split()[0] == folded(full).split()[0]:
        return False
    return _spelled(letters.casefold(), tuple(folded(full).split()))


def _spelled(letters: str, words: tuple[str, ...]) -> bool:
    """Whether letters are the beginnings of all these words in order, joining words left out."""
    if not words:
        return not letters
    if words[0] in _JOINING and _spelled(letters, words[1:]):
        return True
    longest = min(_SYLLABLE, len(words[0]), len(letters))
    return any(
        letters[:taken] == words[0][:taken] and _spelled(letters[taken:], words[1:]) for taken in range(1, longest + 1)
    )


def _biro(found: Sequence[_Found]) -> _Found | None:
    """The biro, by its fullest name, that a text is about more than about the secretariat around it; None without."""
    names = Counter(_BELOW_SECRETARIAT.split(folded(one.text), maxsplit=1)[0] for one in found)
    biros = [(count, name) for name, count in names.items() if name.startswith("biro ")]
    count, name = max(biros, default=(0, ""))
    secretariat = sum(folded(one.text).startswith(_SECRETARIAT) for one in found)
    if count < _OFTEN or count <= secretariat:
        return None
    own = [one for one in found if _BELOW_SECRETARIAT.split(folded(one.text), maxsplit=1)[0] == name]
    return max(own, key=lambda one: len(one.text))


def unit_names(text: str) -> list[str]:
    """The names of perangkat daerah in a text, as printed, cut where the name ends."""
    names = []
    for match in _UNIT.finditer(_PAGE_BEHIND.sub("", _TORN_OFF.split(text, maxsplit=1)[0])):
        name = " ".join(_BEHIND_REGION.sub(r"\1", _UNIT_STOP.sub("", match[0])).split())
        while (shorter := _UNIT_END.sub("", name)) != name and _UNIT_END.search(name):
            name = shorter
        name = re.sub(r"^KANTOR\s+(?=KECAMATAN|DINAS|BADAN|INSPEKTORAT)", "", name, flags=re.IGNORECASE).rstrip(
            " ,.;:-"
        )
        if name.count("(") > name.count(")"):
            name = name[: name.rindex("(")].rstrip()
        if (len(name) > 5 and " " in name and not _NO_UNIT.match(name) and len(name) <= 160) or folded(
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
            value = _UNIT_CODE.sub("", value)
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
            weight = 62 if in_title and shouted(text) else _MENTIONED
            ragu = "nama perangkat daerah hanya disebut di dalam teks" if weight == _MENTIONED else None
            found += [_Found(name, weight, line, ragu) for name in names]
    return found


def _joined(lines: Sequence[Line], index: int) -> str:
    """A line with the following ones that carry its name on ("DINAS PERHUBUNGAN" / "PROVINSI JAWA BARAT")."""
    line = lines[index]
    text = line.text
    for following in lines[index + 1 : index + 4]:
        if _is_beside(line, following):
            continue
        if following.in_table != line.in_table or len(text) > 140 or not _same_cell(line, following):
            break
        carried = _CONTINUES.match(following.text) and shouted(following.text) == shouted(line.text)
        broken_off = _BROKEN_OFF.search(text) and not _REGION.search(text)
        if not (carried or broken_off) or len(following.text) > 90 or _repeats(text, following.text):
            break
        if _OWN_NAME.match(text) and _REGION.match(f" {following.text}"):
            break
        text = f"{text} {following.text}"
    return text


def _repeats(text: str, following: str) -> bool:
    """Whether a line only says again what the name already ends with ("... PROVINSI X" / "PROVINSI X")."""
    return f" {folded(text)} ".find(f" {folded(following)} ") >= 0


def _is_beside(line: Line, following: Line) -> bool:
    """Whether a line stands in another column of the page (the other party's post in a signature block)."""
    one, other = line.location, following.location
    if line.in_table or not one.tegak or not other.tegak or one.halaman != other.halaman:
        return False
    return one.tegak[2] <= other.tegak[0] or other.tegak[2] <= one.tegak[0]


def _same_cell(first: Line, second: Line) -> bool:
    one, other = first.location, second.location
    return (one.tabel, one.baris, one.kolom) == (other.tabel, other.baris, other.kolom) or not first.in_table
