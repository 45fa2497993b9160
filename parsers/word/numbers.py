"""Automatic numbers of Word paragraphs ("BAB I", "1.1", "a."), which numbering.xml keeps apart from the text.

The counters run in document order, so each numbered paragraph must be asked for exactly once, in that order.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from saksama.parsers.word.markup import W, child, children, number, own_value, switch, value
from saksama.parsers.word.properties import ParagraphProperties
from saksama.parsers.word.styles import Styles

_MAX_LEVEL = 8
_MAX_ROMAN = 3999
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class _Level(NamedTuple):
    """One level of a list; pattern is None for one that is not defined.

    start: zero without w:start (ECMA-376, 17.9.25); restart: the level from 1 that begins it anew, with those above
    (0: none does, None: every one above it).
    """

    start: int = 0
    form: str = "decimal"
    pattern: str | None = None
    legal: bool = False
    restart: int | None = None


_UNDEFINED = _Level()


class _Abstract(NamedTuple):
    """A w:abstractNum: its nine levels, and the level of each style that it numbers."""

    levels: list[_Level]
    styles: Mapping[str | None, int]


class _List(NamedTuple):
    """What a numId stands for; levels: with its overrides; begins: the counts at which levels start once.

    key: of the counters, which the lists of one abstract list share.
    """

    key: str
    levels: list[_Level]
    styles: Mapping[str | None, int]
    begins: Mapping[int, int]


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
        self._known: dict[str, _Abstract] = {}
        self._lists: dict[int, _List | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()

    def number(self, paragraph: ParagraphProperties) -> str | None:
        """The number printed before a paragraph (its properties), which counts it; "•" for a bullet, None without
        numbering."""
        found = self._styles.numbering(paragraph)
        if found is None:
            return None
        num_id, level, style_id = found
        if num_id not in self._lists:
            self._lists[num_id] = self._list(num_id)
        numbered = self._lists[num_id]
        if numbered is None:
            return None
        if level is None:
            level = numbered.styles.get(style_id, 0)
        level = min(max(level, 0), _MAX_LEVEL)
        counters = self._count(num_id, numbered, level)
        definition = numbered.levels[level]
        if definition.pattern is None:
            return None
        if definition.form == "bullet":
            return _bullet(definition.pattern)

        def part(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            below, count = numbered.levels[index], counters[index]
            return format_count(below.start if count is None else count, "decimal" if definition.legal else below.form)

        return re.sub(r"%([1-9])", part, definition.pattern).strip() or None

    def _list(self, num_id: int) -> _List | None:
        """The list of a numId with its overrides, None where there is none."""
        num = self._nums.get(num_id)
        key = value(num, "abstractNumId") or ""
        linked = self._styles.numbering_of_style(value(self._abstract.get(key), "numStyleLink"))
        if linked is not None and linked in self._nums:
            key = value(self._nums[linked], "abstractNumId") or ""
        abstract = self._abstract.get(key)
        if num is None or abstract is None:
            return None
        if key not in self._known:
            self._known[key] = _read_abstract(abstract)
        known = self._known[key]
        levels, begins = known.levels.copy(), {}
        overrides = {node.get(f"{W}ilvl"): node for node in num.iterchildren(f"{W}lvlOverride", reversed=True)}
        for level in range(_MAX_LEVEL + 1):
            override = overrides.get(str(level))
            if (own := child(override, "lvl")) is not None:
                levels[level] = _read_level(children(own))
            if (begin := number(value(override, "startOverride"))) is not None:
                begins[level] = begin
        return _List(key, levels, known.styles, begins)

    def _count(self, num_id: int, numbered: _List, level: int) -> list[int | None]:
        counters = self._counters.setdefault(numbered.key, [None] * (_MAX_LEVEL + 1))
        begin = numbered.begins.get(level)
        # A start override holds once for each list; after that the list goes on counting.
        if begin is not None and (num_id, level) not in self._begun:
            counters[level] = begin
        else:
            current = counters[level]
            counters[level] = numbered.levels[level].start if current is None else current + 1
        self._begun.add((num_id, level))
        for above in range(level):
            if counters[above] is None:
                counters[above] = numbered.levels[above].start
        for below in range(level + 1, _MAX_LEVEL + 1):
            restarted_by = numbered.levels[below].restart
            if restarted_by is None or level < restarted_by:
                counters[below] = None
        return counters


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


def _read_abstract(element: etree._Element) -> _Abstract:
    levels: dict[str | None, _Level] = {}
    styles: dict[str | None, int] = {}
    for node in element.iterchildren(f"{W}lvl", reversed=True):
        found, level = children(node), node.get(f"{W}ilvl")
        levels[level] = _read_level(found)
        styles[own_value(found.get("pStyle"))] = number(level) or 0
    nine = [levels.get(str(level), _UNDEFINED) for level in range(_MAX_LEVEL + 1)]
    return _Abstract(nine, {**styles, None: 0})


def _read_level(found: Mapping[str, etree._Element]) -> _Level:
    """What the children of a w:lvl say."""
    return _Level(
        number(own_value(found.get("start"))) or 0,
        own_value(found.get("numFmt")) or "decimal",
        own_value(found.get("lvlText")) or "",
        bool(switch(found.get("isLgl"))),
        number(own_value(found.get("lvlRestart"))),
    )


def _bullet(pattern: str) -> str:
    """Glyphs of symbol fonts (private use area) have no meaning outside their font; they all are bullets."""
    glyph = pattern.strip()
    return glyph if glyph and not "\ue000" <= glyph[0] <= "\uf8ff" else "•"
