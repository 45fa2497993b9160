"""A number as an Indonesian Excel displays it: by its number format, comma before decimals, dot between thousands."""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property, lru_cache
from typing import NamedTuple

import msgspec

BUILTIN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0;-#,##0", 6: "#,##0;-#,##0", 7: "#,##0.00;-#,##0.00",
    8: "#,##0.00;-#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "dd/mm/yyyy", 15: "dd-mmm-yy", 16: "dd-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "hh:mm", 21: "hh:mm:ss", 22: "dd/mm/yyyy hh:mm",
    37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)",
    41: '#,##0;-#,##0;"-"', 42: '"Rp"#,##0;-"Rp"#,##0;"Rp-"', 43: '#,##0.00;-#,##0.00;"-"',
    44: '"Rp"#,##0.00;-"Rp"#,##0.00;"Rp-"', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""Number formats that a file names by number only, as Excel with Indonesian settings shows them."""

_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_MAX_SERIAL = 2958465
_LONGEST = 255
"""Characters of a number format: Excel takes no longer one."""
_MOST_DIGITS = 26
"""Digits in which a number is laid out by its format: more than it can hold, and less than decimals compute with."""
_TOKEN = re.compile(
    r"""(?P<quoted>"[^"]*"?)|\\(?P<escaped>.)|_(?P<pad>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]
        |(?P<general>General)|(?P<percent>%)|(?P<ampm>AM/PM|A/P)|(?P<date>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+)
        |(?P<number>[0#?](?:[0#?,.]*[0#?.])?,*|\.[0#?]+)|(?P<exponent>[eE][+-][0#?]+)|(?P<other>.)""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")


class Token(msgspec.Struct, frozen=True):
    """A piece of a number format: kind is a group name of the scanner, text what it holds."""

    kind: str
    text: str


class Layout(NamedTuple):
    """How a section lays a number out: by which power of ten it is multiplied, the patterns of digits before and behind
    the comma, and whether with an exponent."""

    shift: int
    whole: str
    fraction: str
    exponent: bool


class Section(msgspec.Struct, frozen=True, dict=True):
    """One of the parts between semicolons: for positive, negative, zero, text; or for an own condition."""

    tokens: tuple[Token, ...]
    condition: tuple[str, float] | None = None

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of its pieces."""
        return frozenset(token.kind for token in self.tokens)

    @cached_property
    def literals(self) -> frozenset[str]:
        """The pieces that are shown as they are."""
        return frozenset(token.text for token in self.tokens if token.kind == "literal")

    @cached_property
    def layout(self) -> Layout:
        """How it lays a number out."""
        pattern = "".join(token.text for token in self.tokens if token.kind == "number")
        percents = sum(token.kind == "percent" for token in self.tokens)
        bare = pattern.rstrip(",")
        whole, _, fraction = bare.partition(".")
        return Layout(2 * percents - 3 * (len(pattern) - len(bare)), whole, fraction, "exponent" in self.kinds)


@lru_cache(maxsize=2048)
def sections(code: str) -> tuple[Section, ...]:
    """A number format cut into its sections; colours and locale marks are dropped, currency signs kept."""
    parts: list[Section] = []
    tokens: list[Token] = []
    condition: tuple[str, float] | None = None
    for match in _TOKEN.finditer(code, 0, _LONGEST):
        kind, text = match.lastgroup or "other", match[match.lastgroup or "other"]
        if kind == "other" and text == ";":
            parts.append(Section(tuple(tokens), condition))
            tokens, condition = [], None
        elif kind == "bracket":
            if found := _CONDITION.fullmatch(text.strip()):
                condition = (found[1], float(found[2]))
            elif text.startswith("$"):
                tokens.append(Token("literal", text[1:].partition("-")[0]))
            elif re.fullmatch(r"h+|m+|s+", text, re.IGNORECASE):
                tokens.append(Token("elapsed", text.lower()))
        elif kind == "quoted":
            tokens.append(Token("literal", text.strip('"')))
        elif kind == "pad":
            tokens.append(Token("literal", " "))
        elif kind != "fill":
            tokens.append(Token("literal" if kind in ("escaped", "other") else kind, text))
    return (*parts, Section(tuple(tokens), condition))


def display(value: float, code: str, epoch_1904: bool = False) -> str:
    """A stored number as text: "0,9519920983", "82,50%", "19.869.930.990", "30 Juni 2026".

    An unsupported format (fractions such as "# ?/?") shows the number in general form.
    """
    parts = sections(code)
    section, magnitude, sign = _choose(parts, value)
    if section is None or ("general" in section.kinds and len(section.tokens) == 1):
        return general(value)
    if "date" in section.kinds or "elapsed" in section.kinds:
        return _date(section, value, epoch_1904)
    if ("/" in section.literals and "number" in section.kinds) or "@" in section.literals:
        return general(value)
    return " ".join((sign + _number(section, magnitude)).split())


def general(value: float) -> str:
    """A number without format: whole numbers in full, others with up to ten significant digits."""
    if abs(value) < 1e15 and value == int(value):
        return str(int(value))
    return f"{value:.10g}".replace(".", ",")


def _choose(parts: tuple[Section, ...], value: float) -> tuple[Section | None, float, str]:
    """The section for a value, the value to print with it, and the minus sign if it still needs one."""
    if any(part.condition for part in parts):
        for part in parts:
            if part.condition is None or _holds(part.condition, value):
                return part, abs(value), "-" if value < 0 else ""
        return None, value, ""
    if value < 0:
        return (parts[1], -value, "") if len(parts) > 1 else (parts[0], -value, "-")
    if value == 0 and len(parts) > 2:
        return parts[2], 0, ""
    return parts[0], value, ""


def _holds(condition: tuple[str, float], value: float) -> bool:
    sign, limit = condition
    return {
        "<": value < limit, ">": value > limit, "<=": value <= limit, ">=": value >= limit,
        "=": value == limit, "<>": value != limit,
    }[sign]  # fmt: skip


def _number(section: Section, magnitude: float) -> str:
    layout = section.layout
    amount = Decimal(repr(float(magnitude))).scaleb(layout.shift)
    if max(amount.adjusted(), 0) + len(layout.fraction) >= _MOST_DIGITS:
        return general(magnitude)
    if layout.exponent:
        text = f"{amount:.{len(layout.fraction)}E}".replace(".", ",")
    else:
        text = _digits(amount, layout.whole, layout.fraction)
    pieces: list[str] = []
    placed = False
    for token in section.tokens:
        if token.kind == "number" and not placed:
            pieces.append(text)
            placed = True
        elif token.kind == "general":
            pieces.append(general(magnitude))
        elif token.kind in ("literal", "percent"):
            pieces.append(token.text)
    return "".join(pieces)


def _digits(amount: Decimal, whole_pattern: str, fraction_pattern: str) -> str:
    rounded = amount.quantize(Decimal(1).scaleb(-len(fraction_pattern)), rounding=ROUND_HALF_UP)
    whole, _, fraction = f"{rounded:f}".partition(".")
    least = fraction_pattern.count("0")
    while len(fraction) > least and fraction.endswith("0"):
        fraction = fraction[:-1]
    whole = whole.lstrip("0").rjust(whole_pattern.count("0"), "0")
    if "," in whole_pattern:
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", whole)
    return f"{whole},{fraction}" if fraction else whole


def moment(value: float, epoch_1904: bool = False) -> dt.datetime | None:
    """The date and time that a serial number stands for, None outside Excel's range."""
    days = value + 1462 if epoch_1904 else value
    if not (value >= 0 and days <= _MAX_SERIAL):
        return None
    # Excel counts a 29 February 1900 that never was.
    base = dt.datetime(1899, 12, 31) if days < 60 else dt.datetime(1899, 12, 30)
    return base + dt.timedelta(seconds=round(days * 86400))


def _date(section: Section, value: float, epoch_1904: bool) -> str:
    when = moment(value, epoch_1904)
    if when is None:
        return general(value)
    half = "ampm" in section.kinds
    pieces: list[str] = []
    clock = False
    for index, token in enumerate(section.tokens):
        letters = token.text.lower()
        if token.kind == "elapsed":
            size = {"h": 3600, "m": 60, "s": 1}[letters[0]]
            pieces.append(str(round(value * 86400) // size).rjust(len(letters), "0"))
            clock = True
        elif token.kind == "ampm":
            pieces.append("AM" if when.hour < 12 else "PM")
        elif token.kind == "date":
            following = next((t.text.lower() for t in section.tokens[index + 1 :] if t.kind == "date"), "")
            minutes = letters[0] == "m" and len(letters) < 3 and (clock or following.startswith("s"))
            pieces.append(_date_part("n" * len(letters) if minutes else letters, when, half))
            clock = letters[0] == "h"
        elif token.kind == "literal":
            pieces.append(token.text)
        elif token.kind == "number":
            # Fractions of a second; no document prints them.
            pieces.append("")
    return " ".join("".join(pieces).split())


def _date_part(letters: str, when: dt.datetime, half: bool) -> str:
    size = len(letters)
    if letters[0] == "y":
        return f"{when.year:04d}" if size > 2 else f"{when.year % 100:02d}"
    if letters[0] == "m" and size >= 3:
        name = _MONTHS[when.month - 1]
        return name[:3] if size == 3 else name[0] if size == 5 else name
    if letters[0] == "d" and size >= 3:
        return _DAYS[when.weekday()][:3] if size == 3 else _DAYS[when.weekday()]
    hour = (when.hour % 12 or 12) if half else when.hour
    number = {"m": when.month, "d": when.day, "h": hour, "n": when.minute, "s": when.second}[letters[0]]
    return f"{number:02d}" if size > 1 else str(number)
