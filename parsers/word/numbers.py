"""Automatic numbers of Word paragraphs ("BAB I", "1.1", "a."), which numbering.xml keeps apart from the text.

The counters run in document order, so each numbered paragraph must be asked for exactly once, in that order.
"""

from __future__ import annotations

import re

from lxml import etree

from saksama.parsers.word.markup import W, child, number, switch, value
from saksama.parsers.word.properties import ParagraphProperties
from saksama.parsers.word.styles import Styles

_MAX_LEVEL = 8
_MAX_ROMAN = 3999
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Numbering:
    """The list definitions of a Word file and their counters."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._nums: dict[int, etree._Element] = {}
        for element in root if root is not None else ():
            if element.tag == f"{W}abstractNum":
                self._abstract[element.get(f"{W}abstractNumId", "")] = element
            elif element.tag == f"{W}num" and (key := number(element.get(f"{W}numId"))) is not None:
                self._nums[key] = element
        self._levels: dict[tuple[etree._Element, int], etree._Element | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()

    def number(self, paragraph: ParagraphProperties) -> str | None:
        """The number printed before a paragraph (its properties), which counts it; "•" for a bullet, None without
        numbering."""
        found = self._styles.numbering(paragraph)
        if found is None:
            return None
        num_id, level, style_id = found
        num, key, abstract = self._definition(num_id)
        if num is None or abstract is None:
            return None
        if level is None:
            level = self._level_of_style(abstract, style_id)
        level = min(max(level, 0), _MAX_LEVEL)
        counters = self._count(num_id, num, key, abstract, level)
        definition = self._level(num, abstract, level)
        if definition is None:
            return None
        form = value(definition, "numFmt") or "decimal"
        pattern = value(definition, "lvlText") or ""
        if form == "bullet":
            return _bullet(pattern)
        legal = bool(switch(child(definition, "isLgl")))

        def part(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            below = self._level(num, abstract, index)
            count = counters[index]
            if count is None:
                count = _start(below)
            return format_count(count, "decimal" if legal else value(below, "numFmt") or "decimal")

        return re.sub(r"%([1-9])", part, pattern).strip() or None

    def _definition(self, num_id: int) -> tuple[etree._Element | None, str, etree._Element | None]:
        """The w:num, the key of the counters it shares, and the w:abstractNum behind it."""
        num = self._nums.get(num_id)
        key = value(num, "abstractNumId") or ""
        abstract = self._abstract.get(key)
        linked = self._styles.numbering_of_style(value(abstract, "numStyleLink"))
        if linked is not None and linked in self._nums:
            key = value(self._nums[linked], "abstractNumId") or ""
            abstract = self._abstract.get(key)
        return num, key, abstract

    def _count(
        self, num_id: int, num: etree._Element, key: str, abstract: etree._Element, level: int
    ) -> list[int | None]:
        counters = self._counters.setdefault(key, [None] * (_MAX_LEVEL + 1))
        override = _override(num, level)
        restart = number(value(override, "startOverride"))
        # A start override holds once for each list; after that the list goes on counting.
        if restart is not None and (num_id, level) not in self._begun:
            counters[level] = restart
        else:
            current = counters[level]
            counters[level] = _start(self._level(num, abstract, level)) if current is None else current + 1
        self._begun.add((num_id, level))
        for above in range(level):
            if counters[above] is None:
                counters[above] = _start(self._level(num, abstract, above))
        for below in range(level + 1, _MAX_LEVEL + 1):
            restarted_by = number(value(self._level(num, abstract, below), "lvlRestart"))
            # lvlRestart 0 never restarts; n restarts only after a level above n.
            if restarted_by is None or level < restarted_by:
                counters[below] = None
        return counters

    def _level(self, num: etree._Element, abstract: etree._Element, level: int) -> etree._Element | None:
        """The definition of a level; each numbered paragraph asks for all nine."""
        key = num, level
        if key not in self._levels:
            own = (e for e in abstract.iterchildren(f"{W}lvl") if e.get(f"{W}ilvl") == str(level))
            overridden = child(_override(num, level), "lvl")
            self._levels[key] = overridden if overridden is not None else next(own, None)
        return self._levels[key]

    @staticmethod
    def _level_of_style(abstract: etree._Element, style_id: str | None) -> int:
        for element in abstract.iterchildren(f"{W}lvl"):
            if style_id is not None and value(element, "pStyle") == style_id:
                return number(element.get(f"{W}ilvl")) or 0
        return 0


def format_count(count: int, form: str) -> str:
    """A count in one of Word's number formats; unknown formats are printed as decimals."""
    if form in ("upperRoman", "lowerRoman") and 0 < count <= _MAX_ROMAN:
        text = ""
        for size, letters in _ROMAN:
            times, count = divmod(count, size)
            text += letters * times
        return text.upper() if form == "upperRoman" else text
    if form in ("upperLetter", "lowerLetter") and count > 0:
        # Word goes on after z with aa, bb, cc.
        repeat, index = divmod(count - 1, 26)
        text = chr(ord("a") + index) * min(repeat + 1, 40)
        return text.upper() if form == "upperLetter" else text
    if form == "decimalZero":
        return f"{count:02d}"
    return "" if form == "none" else str(count)


def _override(num: etree._Element, level: int) -> etree._Element | None:
    return next((e for e in num.iterchildren(f"{W}lvlOverride") if e.get(f"{W}ilvl") == str(level)), None)


def _start(definition: etree._Element | None) -> int:
    """The first count of a level; without w:start it is zero (ECMA-376, 17.9.25)."""
    return number(value(definition, "start")) or 0


def _bullet(pattern: str) -> str:
    """Glyphs of symbol fonts (private use area) have no meaning outside their font; they all are bullets."""
    glyph = pattern.strip()
    return glyph if glyph and not "\ue000" <= glyph[0] <= "\uf8ff" else "•"
