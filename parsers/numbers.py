"""Numbers as these documents print them: "1.234,56", "Rp. 4,6 Milyar", "98,50 %", "2,376,201,891.50".

Indonesian and US separators occur side by side, even in one table. A text that can be read in two ways keeps both
readings; a text that is more than one number ("88/100.000 KH", "3 s.d 5") is no number at all.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

import msgspec

from saksama.parsers.vocabulary import vocabulary


class Angka(msgspec.Struct, frozen=True):
    """A number read from text: nilai is the likelier reading, lain a second possible one ("3,000": 3 or 3000)."""

    nilai: Decimal
    teks: str
    satuan: str | None = None
    lain: Decimal | None = None


class Predikat(msgspec.Struct, frozen=True):
    """A grade on a known scale; tingkat is higher for a better grade and compares only within one skala."""

    skala: str
    tingkat: int
    teks: str


_SCALES = {
    "ribu": 10**3,
    "rb": 10**3,
    "juta": 10**6,
    "jt": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "milliar": 10**9,
    "milyard": 10**9,
    "triliun": 10**12,
    "trilyun": 10**12,
    "trilliun": 10**12,
}
_MONEY_SCALES = {"m": 10**9, "t": 10**12}
_STATED_SCALES = tuple(
    (factor, re.compile(rf"\b(?:dalam|rp\.?)\s*{word}(?:an)?\b|[(\[]\s*{word}(?:an)?\b|rp\.?\s*{zeros}(?!\d)", re.I))
    for factor, word, zeros in (
        (10**9, "mil[iy]ar", r"(?:\.?000){3}"),
        (10**6, "juta", r"(?:\.?000){2}"),
        (10**3, "ribu", r"\.?000"),
    )
)
_BLANK = re.compile(r"(?:[-–—_.…\s/]*|n\s*/\s*a\.?|na|t(?:i)?da?k ada(?: data)?|belum ada(?: data)?)", re.IGNORECASE)
_NUMBER = re.compile(
    r"""(?P<money>(?:rp|idr)\s*[.:]?\s*)?
        (?P<label>(?:nilai|indeks|skor|sebesar|sebanyak)\s*:?\s*)?
        (?P<sign>[-–−]\s?(?=\d))?
        (?P<digits>\d+(?:[.,]\d+)*)
        (?P<tail>\s*[.,]\s*[-–]?)?
        \s*(?P<unit>.*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
# What may follow a number as its unit: words and signs, with digits only inside a word ("m2", "CO2").
# Possessive: a word has one way to be read, and no text can make the search long.
_UNIT = re.compile(r"(?:%|‰|°\w?|[^\W\d_][\w./()%²³-]*+)(?:\s*+(?:/\s*+)?(?:%|[^\W\d_][\w./()²³-]*+|&))*+")
_LOOSE_DIGITS = re.compile(r"(?<![^\W\d_])\d")
_SPELLED = re.compile(r"\(\s*(?:[^\W\d_]|\s)+\)|\(\s*tahun\s+\d{4}\s*\)", re.IGNORECASE)
_MOST_DIGITS, _BEYOND = 40, Decimal(10) ** 18
"""More digits, or a value beyond any budget of a state, is damage or a code: nothing that can be computed with."""
_SPACED_GROUP = re.compile(r"(?<=\d)\s*([.,])\s*(?=\d{3}(?!\d))")


def is_blank(text: str | None) -> bool:
    """Whether a cell says nothing: empty, dashes, dots, "n/a", "Tdk ada data". A zero is a number, not blank."""
    return text is None or _BLANK.fullmatch(text.strip()) is not None


@lru_cache(maxsize=20_000)
def parse_number(text: str | None) -> Angka | None:
    """The one number that a text consists of, with an optional "Rp" before and a unit or scale word behind.

    None for anything else: blanks, grades, fractions such as "88/100.000 KH", ranges, several numbers, more digits than
    any amount has. `lain` is set when one separator before three digits leaves two readings open.
    """
    if text is None:
        return None
    plain = " ".join(_SPELLED.sub(" ", text).split())
    negative = False
    if re.fullmatch(r"\(\s*(?:rp\.?\s*)?\d[\d.,]*[.,]\d+\s*%?\s*\)", plain, re.IGNORECASE):
        # Accountants print a loss in brackets; "(1)" is a column number, so a separator is asked for.
        plain, negative = plain[1:-1].strip(), True
    match = _NUMBER.fullmatch(plain)
    if not match:
        return None
    money = match["money"] is not None
    digits, unit, tail = match["digits"], match["unit"].strip(), (match["tail"] or "").strip()
    if money:
        plain_money = _SPACED_GROUP.sub(r"\1", plain)
        if plain_money != plain and (again := _NUMBER.fullmatch(plain_money)):
            digits, unit, tail = again["digits"], again["unit"].strip(), (again["tail"] or "").strip()
    if tail == "." and not money:
        return None
    factor, satuan = _scale(unit, money)
    if satuan is not None and not _is_unit(satuan):
        return None
    readings = _readings(digits, money, percent=(satuan or "").startswith(("%", "persen", "Persen")))
    if not readings:
        return None
    if match["sign"]:
        negative = True
    values = [(-value if negative else value) * factor for value in readings]
    if any(abs(value) >= _BEYOND for value in values):
        return None
    return Angka(values[0], text, satuan, values[1] if len(values) > 1 and values[1] != values[0] else None)


def parse_rupiah(text: str | None) -> int | None:
    """The amount of money that a text states, in whole rupiah (half rounds up); None when it states none.

    A single separator before three digits separates thousands here. A unit other than rupiah makes it no amount.
    """
    if text is None:
        return None
    body = text.strip()
    if not re.match(r"\(?\s*(?:rp|idr)", body, re.IGNORECASE):
        body = f"({'Rp'} {body[1:]}" if body.startswith("(") else f"Rp {body}"
    angka = parse_number(body)
    if angka is None or (angka.satuan is not None and angka.satuan.casefold() not in ("rupiah", "rp", "rp.")):
        return None
    return int(angka.nilai.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def scale_of(text: str | None) -> int:
    """The factor that a header states for its amounts: "(Rp.000)" and "(dalam ribuan rupiah)" 1000; 1 without one."""
    for factor, pattern in _STATED_SCALES:
        if pattern.search(text or ""):
            return factor
    return 1


def split_target(text: str | None) -> tuple[str, str | None]:
    """A printed target without its unit, and the unit: "98 %" -> ("98", "%"), "WTP" -> ("WTP", None).

    Only a unit that clearly follows one number is split off; everything else stays whole.
    """
    whole = " ".join((text or "").split())
    match = re.fullmatch(r"((?:[<>≤≥=]{1,2}\s*)?(?:\(?[-–−]\s?)?\d+(?:[.,]\d+)*\)?)\s*(.*)", whole)
    if not match or not match[2] or not _is_unit(match[2]) or not _readings(re.sub(r"[^\d.,]", "", match[1]), False):
        return whole, None
    if match[2].split()[0].casefold() in _SCALES:
        return whole, None
    if re.search(r"[()]", match[2]) and not re.fullmatch(r"[^()]*\w\([\w/]+\)[^()]*", match[2]):
        return whole, None
    return match[1], match[2]


def canonical_unit(text: str | None) -> str | None:
    """The unit that a spelling stands for in kosakata.yaml ("persen" -> "%"); None when it isn't listed."""
    if text is None:
        return None
    known = _units().get(_fold_unit(text))
    return known.satuan if known else None


def whole_unit(text: str) -> str:
    """A unit that a narrow column broke without a hyphen, put together ("Dokum en" -> "Dokumen"); others unchanged."""
    known = _units().get(_fold_unit(text))
    broken = known is not None and " " not in known.spelling and text != known.spelling
    return "".join(text.split()) if broken else text


class _Unit(NamedTuple):
    """A unit of kosakata.yaml and the spelling by which it was found."""

    satuan: str
    spelling: str


@lru_cache(maxsize=1)
def _units() -> dict[str, _Unit]:
    """Folded spelling -> the unit; of two that fold alike, the one listed first."""
    units: dict[str, _Unit] = {}
    for satuan, spellings in vocabulary().satuan.items():
        for spelling in (satuan, *spellings):
            units.setdefault(_fold_unit(spelling), _Unit(satuan, spelling))
    return units


def predicate_grade(text: str | None) -> Predikat | None:
    """The grade that a text states on a scale that these documents use; None when it states none.

    Scales: akip (AA .. E), opini (WTP, WDP, TW, TMP), level ("Level 3", "III"), mutu ("Sangat Baik" ..). A value in
    brackets behind it is passed over ("A (83)").
    """
    if text is None:
        return None
    body = re.sub(r"\(.*?\)\s*$", "", " ".join(text.split())).strip(" .:\"'")
    body = re.sub(r"^(?:predikat|nilai|opini|kategori|peringkat|grade)\s*:?\s*", "", body, flags=re.IGNORECASE)
    if match := re.fullmatch(r"(?:(?:level|tingkat)\s*)?(?:([1-5])|(III|II|IV|I|V))\+?", body, re.IGNORECASE):
        if match[2]:
            return Predikat("level", _ROMAN[match[2].upper()], text)
        return Predikat("level", int(match[1]), text) if re.match(r"level|tingkat", body, re.IGNORECASE) else None
    folded = body.casefold()
    for skala, grades in _GRADES.items():
        for tingkat, spellings in enumerate(grades):
            if any(body == spelling if len(spelling) < 3 else folded == spelling.casefold() for spelling in spellings):
                return Predikat(skala, tingkat, text)
    return None


_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
# From the worst grade upwards; the one- and two-letter grades are compared with their case.
_GRADES: dict[str, tuple[tuple[str, ...], ...]] = {
    "akip": (("E",), ("D",), ("C",), ("CC",), ("B",), ("BB",), ("A",), ("AA",)),
    "opini": (
        ("TMP", "Tidak Memberikan Pendapat", "Tidak Menyatakan Pendapat", "Disclaimer"),
        ("TW", "Tidak Wajar"),
        ("WDP", "Wajar Dengan Pengecualian"),
        ("WTP-DPP", "WTP DPP"),
        ("WTP", "Wajar Tanpa Pengecualian"),
    ),
    "mutu": (
        ("Sangat Kurang", "Sangat Buruk", "Sangat Rendah"),
        ("Kurang", "Kurang Baik", "Tidak Baik", "Buruk", "Rendah"),
        ("Cukup", "Cukup Baik", "Sedang"),
        ("Baik", "Tinggi"),
        ("Sangat Baik", "Sangat Tinggi", "Memuaskan", "Sangat Memuaskan", "Istimewa"),
    ),
}


def _scale(unit: str, money: bool) -> tuple[int, str | None]:
    """The factor of a scale word at the start of a unit, and what is left of the unit."""
    word, _, rest = unit.partition(" ")
    folded = word.casefold().rstrip(".,-")
    factor = _SCALES.get(folded) or (_MONEY_SCALES.get(folded) if money else None)
    if factor is None:
        return 1, unit or None
    return factor, rest.strip() or None


def _is_unit(text: str) -> bool:
    """Whether a text can be the unit behind a number: few words, no further number."""
    return len(text) <= 60 and not _LOOSE_DIGITS.search(text) and _UNIT.fullmatch(text) is not None


def _fold_unit(text: str) -> str:
    return re.sub(r"[\s.()]+", "", text.casefold())


def _readings(digits: str, money: bool, percent: bool = False) -> list[Decimal]:
    """The possible values of digits with separators, likelier first; empty when the grouping makes no sense."""
    kinds = {character for character in digits if character in ".,"}
    if len(digits) > _MOST_DIGITS:
        return []
    if not kinds:
        return [Decimal(digits)]
    if len(kinds) == 2:
        decimal = digits[max(digits.rfind("."), digits.rfind(","))]
        whole, _, fraction = digits.rpartition(decimal)
        if decimal in whole or not _grouped(whole):
            return []
        return [Decimal(re.sub(r"[.,]", "", whole) + "." + fraction)]
    (separator,) = kinds
    if digits.count(separator) > 1:
        if _grouped(digits):
            return [Decimal(digits.replace(separator, ""))]
        whole, _, cents = digits.rpartition(separator)
        if cents == "00" and _grouped(whole):
            # "683.394.325.00": the last dot was meant as the decimal sign, or a zero is missing.
            return [Decimal(whole.replace(separator, "")), Decimal(digits.replace(separator, "") + "0")]
        return []
    as_decimal = Decimal(digits.replace(separator, "."))
    if not _grouped(digits):
        return [as_decimal]
    as_thousands = Decimal(digits.replace(separator, ""))
    if money:
        return [as_thousands] if separator == "." else [as_thousands, as_decimal]
    # The comma is the Indonesian decimal sign, the dot the thousands one; a percentage is hardly ever in thousands.
    return [as_decimal, as_thousands] if separator == "," or percent else [as_thousands, as_decimal]


def _grouped(digits: str) -> bool:
    return re.fullmatch(r"[1-9]\d{0,2}(?:([.,])\d{3}(?:\1\d{3})*)?|\d+", digits) is not None
