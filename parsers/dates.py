"""Dates, years and quarters as these documents write them, in Indonesian."""

from __future__ import annotations

import datetime
import re

_MONTHS = (
    ("januari", "january", "jan"),
    ("februari", "pebruari", "february", "feb", "peb"),
    ("maret", "march", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("agustus", "august", "agust", "agst", "agt", "ags", "agu", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nopember", "nov", "nop"),
    ("desember", "december", "des", "dec"),
)
MONTHS: dict[str, int] = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_LONG_DATE = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s*[-./]?\s*({_MONTH})\.?\s*[-./,]?\s*((?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_SHORT_DATE = re.compile(r"(?<![\d./-])(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?((?:19|20)\d\d)(?![\d/])")
_ISO_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_YEAR = re.compile(r"(?<![\d.,/])((?:19|20)\d\d)(?!\d)(?![.,]\d)")
_GAP = r"[\s.…_:-]"
_PLACE_DATE = re.compile(
    rf"""(?:^|(?<=\n)|(?<=\t)|(?<=\s\s))
        (?P<tempat>[A-Z][A-Za-z'’]+(?:[ -][A-Z][A-Za-z'’]+){{0,3}})\s*,
        (?P<sisa>{_GAP}*(?:\d{{1,2}}{_GAP}*)?(?:(?:{_MONTH})\b{_GAP}*|\d{{1,2}}{_GAP}*)?(?:tahun\s+)?
            (?:(?:19|20)(?:\d\d|[.…_]+))?[\s.…_]*)(?=$|\n|\t|\s\s)""",
    re.IGNORECASE | re.VERBOSE,
)
_ENACTED = re.compile(
    rf"(?:ditetapkan|dibuat|dikeluarkan|ditandatangani)\s+di\s*:?\s*(?P<tempat>[A-Z][\w'’ -]*?)\s*,?\s*"
    rf"(?:pada\s+)?tanggal\s*:?(?P<sisa>{_GAP}*(?:\d{{1,2}}{_GAP}*)?(?:(?:{_MONTH}|\d{{1,2}})\b{_GAP}*)?"
    rf"(?:(?:19|20)\d\d)?)",
    re.IGNORECASE,
)
# A word here before a comma is an office ("Kepala Dinas,"), not a place.
_NO_PLACE = re.compile(
    r"\b(?:kepala|dinas|badan|bupati|wali\s?kota|gubernur|camat|lurah|sekretaris|pihak|direktur|kantor|plt|inspektur|"
    r"nomor|tahun|yang|dan|lampiran|kecamatan|pembina|penata|menteri|ketua|asisten|bagian|bidang|seksi|demikian)\b",
    re.IGNORECASE,
)
_TRIWULAN = re.compile(
    r"\b(?:triwulan(?:an)?|tri\s+wulan|tribulan|trw|trwl|tw|twl|kuartal|q)\s*[.\-–:]?\s*(?:ke\s*[-–]?\s*)?"
    r"(?P<nomor>iv|iii|ii|i|[1-4]|pertama|kedua|ketiga|keempat|empat|tiga|dua|satu)(?![\w])",
    re.IGNORECASE,
)
_ORDINALS = {
    **{"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4},
    **{"pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "satu": 1, "dua": 2, "tiga": 3, "empat": 4},
}


def parse_date(text: str | None) -> datetime.date | None:
    """The first complete date in a text ("2 November 2020", "21 - 11 - 2024", "2024-11-21"); None without a day."""
    found: list[tuple[int, datetime.date]] = []
    for pattern, order in ((_LONG_DATE, (3, 2, 1)), (_SHORT_DATE, (4, 3, 1)), (_ISO_DATE, (1, 2, 3))):
        for match in pattern.finditer(text or ""):
            year, month, day = (match[group] for group in order)
            number = MONTHS.get(month.casefold()) or int(month)
            try:
                found.append((match.start(), datetime.date(int(year), number, int(day))))
            except ValueError:
                continue
    return min(found)[1] if found else None


def find_place_date(text: str | None) -> tuple[str, datetime.date | None, str] | None:
    """Place, date and printed text of a line such as "Bandung, 2 Januari 2017" or "Bandung, ......... 2017".

    The date is None when a part of it is open (dots, a month without a day). A bare "Bandung," counts only when it
    is the whole text. None when no such line stands in the text; a later line wins over an earlier one.
    """
    if not text:
        return None
    for pattern in (_ENACTED, _PLACE_DATE):
        for match in reversed(list(pattern.finditer(text))):
            tempat = " ".join(match["tempat"].split())
            if _NO_PLACE.search(tempat) or not tempat[0].isupper():
                continue
            if not match["sisa"].strip() and match[0].strip() != text.strip():
                continue
            return tempat, parse_date(match["sisa"]), " ".join(match[0].split())
    return None


def find_years(text: str | None) -> tuple[int, ...]:
    """The years named in a text, in order and with repetitions; a range "2025-2029" gives both its ends."""
    return tuple(int(year) for year in _YEAR.findall(text or ""))


def triwulan_of(text: str | None) -> int | None:
    """The quarter a text names ("TW I", "Triwulan III", "Trw IV", "tribulan II", "TW 2"); None for none or several.

    "TW I - IV" and "Triwulan I s.d. III" name more than one quarter and give None.
    """
    found = list(_TRIWULAN.finditer(text or ""))
    numbers = {_ORDINALS[match["nomor"].casefold()] for match in found}
    if len(numbers) != 1:
        return None
    rest = (text or "")[found[-1].end() :]
    if re.match(
        r"\s*(?:[-–/,&]|s\.?\s*/?\s*d\.?|sampai|dan|hingga)\s*(?:iv|iii|ii|i|[1-4])\b(?!\w)", rest, re.IGNORECASE
    ):
        return None
    return numbers.pop()


def in_words(date: datetime.date) -> str:
    """A date as people write it: "10 Maret 2025"."""
    return f"{date.day} {_MONTHS[date.month - 1][0].capitalize()} {date.year}"
