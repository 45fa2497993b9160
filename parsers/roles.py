"""What one header text says: the role of its column, a quarter, a year, a unit.

Spellings come from rules/kosakata.yaml; case, punctuation, lost spaces and small slips are forgiven, and the longest
spelling wins.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

import msgspec
from rapidfuzz import fuzz, process

from saksama.parsers.dates import MONTHS, find_years, triwulan_of
from saksama.parsers.numbers import canonical_unit
from saksama.parsers.vocabulary import vocabulary

_ALIKE = 88
_ALIKE_LONG = 80
_LONG = 30
_HEADER_LENGTH = 260
_QUARTER_WORDS = re.compile(
    r"\b(?:triwulan(?:an)?|tribulan|trw|tw|kuartal)\b[\s.\-–]*(?:ke\s*[-–]?\s*)?(?:(?:iv|iii|ii|i|[1-4])\b)?"
    r"(?:\s*(?:[-–/,&]|s\.?\s*/?\s*d\.?|sampai|dan)\s*(?:tw|triwulan)?\s*(?:iv|iii|ii|i|[1-4])\b)?",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"\b(?:tahun|thn|th|ta|t\.a|anggaran(?=\s+(?:19|20)\d\d)|s\.?\s*/?\s*d\.?|sampai dengan)(?=\W|$)|(?:19|20)\d\d"
    r"|\bke\s*-?\s*\d+",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|\{([^{}]*)\}")
_NUMBERED_MONTH = re.compile(r"(?:b|bln\.?|bulan)\s*(?:ke\s*-?\s*)?(0?[1-9]|1[0-2])", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]|%")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


class HeaderText(msgspec.Struct, frozen=True):
    """One header text taken apart.

    role: by kosakata.yaml; full: whether the whole text was that role's name (not just a part of it).
    mark: "k" (performance), "rp" (money) or "%" for the short column marks; roman and digit: a bare numeral, which is a
    quarter or a month only in company.
    """

    text: str
    role: str | None = None
    full: bool = False
    mark: str | None = None
    tahun: int | None = None
    triwulan: int | None = None
    satuan: str | None = None
    roman: int | None = None
    digit: int | None = None
    month: int | None = None

    @property
    def is_token(self) -> bool:
        """Whether the text can only be header matter: a role's name, a mark, a quarter, a year, a month."""
        pure = self.tahun is not None and not re.search(r"[^\W\d_]{3}", re.sub(r"(?i)tahun", "", self.text))
        return bool(self.full or self.mark or self.roman or self.month or pure or (self.triwulan and not self.role))


@lru_cache(maxsize=8192)
def read_header(text: str) -> HeaderText:
    """Take a header text apart. Long running text gives no role."""
    plain = " ".join(text.split())
    if not plain or len(plain) > _HEADER_LENGTH:
        return HeaderText(plain)
    folded = fold(plain)
    if folded in _ROMAN:
        return HeaderText(plain, roman=_ROMAN[folded])
    if re.fullmatch(r"\d{1,2}", plain):
        return HeaderText(plain, digit=int(plain))
    if plain.casefold().rstrip(".") in MONTHS:
        return HeaderText(plain, month=MONTHS[plain.casefold().rstrip(".")])
    if match := _NUMBERED_MONTH.fullmatch(plain):
        return HeaderText(plain, month=int(match[1]))
    if not _LETTER.search(plain) and len(plain) > 9:
        # An amount of money: no header, and the commonest cell of these tables.
        return HeaderText(plain)
    years = tuple(dict.fromkeys(find_years(plain)))
    tahun = years[0] if len(years) == 1 else None
    triwulan = triwulan_of(plain)
    core, satuan = _unit(plain)
    stem = " ".join(_FILLER.sub(" ", _QUARTER_WORDS.sub(" ", core)).split())
    mark = _mark(stem, satuan)
    if mark:
        return HeaderText(plain, mark=mark, tahun=tahun, triwulan=triwulan, satuan=satuan)
    # The quarter's or the year's words may belong to a spelling ("target triwulan", "realisasi s.d. tahun ini").
    whole = _spellings().get(fold(re.sub(r"(?:19|20)\d\d", "", core))) or _spellings().get(fold(core))
    role, full = (whole, True) if whole else match_role(stem)
    if role is None:
        role, full = match_role(plain)
    return HeaderText(plain, role, full, None, tahun, triwulan, satuan)


@lru_cache(maxsize=8192)
def match_role(text: str) -> tuple[str | None, bool]:
    """The role that a header text names and whether it is that name as a whole; (None, False) for other text."""
    folded = fold(text)
    names = _spellings()
    if folded in names:
        return names[folded], True
    if len(folded) >= 6:
        close = process.extractOne(folded, _folded_spellings(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if close is not None and len(close[0]) >= 6:
            return names[close[0]], True
    if len(folded) >= _LONG:
        close = process.extractOne(folded, _long_spellings(), scorer=fuzz.ratio, score_cutoff=_ALIKE_LONG)
        if close is not None:
            return names[close[0]], False
    padded = _spaced(text)
    inside = [
        (len(key), -padded.find(words), key)
        for first in set(padded.split())
        for key, words in _words().get(first, ())
        if (words in padded if len(key) > 3 else padded.startswith(words))
    ]
    return (names[max(inside)[2]], False) if inside else (None, False)


def fold(text: str) -> str:
    """A text without case, spaces and punctuation: how header spellings are compared."""
    return re.sub(r"[\W_]+", "", text.casefold())


def _spaced(text: str) -> str:
    """The words of a text between single spaces, a space at either end."""
    words = " ".join(re.findall(r"[^\W_]+", text.casefold()))
    return f" {words} "


def _unit(text: str) -> tuple[str, str | None]:
    """A header without the unit in its brackets or before it, and that unit."""
    satuan: str | None = None
    for match in _BRACKETS.finditer(text):
        inner = next(group for group in match.groups() if group is not None).strip()
        unit = _as_unit(inner)
        if unit is not None:
            satuan = satuan or unit
            text = text.replace(match[0], " ")
    if re.match(r"\s*%\s*\w", text) or re.search(r"\w\s*%\s*$", text):
        satuan = satuan or "%"
        text = text.replace("%", " ")
    if scale := re.search(r"(?<=\w)[\s,]+(?:dalam\s+)?Rp\.?\s*$", text, re.IGNORECASE):
        satuan = satuan or "Rp"
        text = text[: scale.start()]
    return text, satuan


def _as_unit(text: str) -> str | None:
    folded = text.casefold().strip(" .")
    if folded in ("%", "persen"):
        return "%"
    if re.fullmatch(
        r"(?:dalam\s+)?(?:ribu\w*|juta\w*|milyar|miliar)?\s*(?:rp|rupiah)\.?[\s.,0x]*(?:ribu\w*|juta\w*)?", folded
    ):
        return text
    return text if text and canonical_unit(text) is not None else None


def _mark(stem: str, satuan: str | None) -> str | None:
    folded = fold(stem)
    if folded in ("k", "vol", "volume") or (folded == "kinerja" and satuan != "%"):
        return "k"
    if folded in ("rp", "rupiah", "rp000", "ribuanrupiah", "rpjuta", "jutarp"):
        return "rp"
    if stem.strip() == "%" or folded in ("persen", "prosentase", "persentase"):
        return "%"
    if not folded and satuan is not None:
        return "%" if satuan == "%" else "rp" if satuan.casefold().startswith(("rp", "dalam", "juta", "ribu")) else None
    return None


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    """Folded spelling -> role; long spellings also without words such as "s/d tahun", which headers lose as well."""
    names = {fold(spelling): role for role, spellings in vocabulary().kolom.items() for spelling in spellings}
    for role, spellings in vocabulary().kolom.items():
        for spelling in spellings:
            bare = fold(_FILLER.sub(" ", spelling))
            if len(bare) >= _LONG:
                names.setdefault(bare, role)
    return names


@lru_cache(maxsize=1)
def _folded_spellings() -> list[str]:
    return list(_spellings())


@lru_cache(maxsize=1)
def _long_spellings() -> list[str]:
    return [key for key in _spellings() if len(key) >= _LONG]


@lru_cache(maxsize=1)
def _words() -> dict[str, list[tuple[str, str]]]:
    """By first word, the spellings to be looked for inside a longer header: folded, and as words between spaces."""
    spaced = {fold(spelling): _spaced(spelling) for spellings in vocabulary().kolom.values() for spelling in spellings}
    words: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, text in spaced.items():
        for first in text.split()[:1]:
            words[first].append((key, text))
    return dict(words)
