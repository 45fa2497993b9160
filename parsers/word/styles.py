"""Styles of a Word file: heading levels and the properties that text inherits (bold, size, hidden, numbering).

Every paragraph and run asks for them, so a style is followed to the styles it is based on only once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeVar

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|judul)\s+([1-9])", re.IGNORECASE)
_MAX_CHAIN = 32
_VAL = f"{W}val"
_WHOLE_NUMBER = re.compile(r"-?\d{1,9}")
_T = TypeVar("_T")

Properties = Mapping[str, etree._Element]
"""The children of a w:pPr, w:rPr, w:trPr or w:tcPr by their w: name."""

_NONE: Properties = {}


def properties(element: etree._Element | None, tag: str) -> Properties:
    """The properties of a paragraph ("pPr"), a run ("rPr"), a row or cell of a table, or a style.

    Empty without any; the first counts of two alike.
    """
    block = next(element.iterchildren(W + tag), None) if element is not None else None
    if block is None:
        return _NONE
    return {str(node.tag).removeprefix(W): node for node in block.iterchildren(reversed=True)}


def setting(properties: Properties, name: str) -> str | None:
    """The w:val of a property, None when the property or the attribute is missing."""
    node = properties.get(name)
    return None if node is None else node.get(_VAL)


def is_on(properties: Properties, name: str) -> bool | None:
    """An on/off property: present without a value is on; None when it is absent."""
    return _on(properties.get(name))


def value(element: etree._Element | None, path: str) -> str | None:
    """The w:val of a child path such as "pPr/numPr/ilvl", None when the child or the attribute is missing."""
    found = child(element, path)
    return None if found is None else found.get(_VAL)


def child(element: etree._Element | None, path: str) -> etree._Element | None:
    """The element at a path of w: names below an element, in the first child of each name."""
    for tag in _steps(path):
        if element is None:
            return None
        # A third of the time of element.find(), and paragraphs ask often.
        element = next(element.iterchildren(tag), None)
    return element


@lru_cache(maxsize=256)
def _steps(path: str) -> tuple[str, ...]:
    return tuple(W + step for step in path.split("/"))


def number(text: str | None) -> int | None:
    """A whole number as Word writes it, None for anything else."""
    return int(text) if text is not None and _WHOLE_NUMBER.fullmatch(text) else None


def switch(element: etree._Element | None, path: str) -> bool | None:
    """An on/off property at a path below an element, as is_on says."""
    return _on(child(element, path))


def _on(node: etree._Element | None) -> bool | None:
    return None if node is None else node.get(_VAL, "1") not in ("0", "false", "off", "none")


class Style(NamedTuple):
    """What a style says, together with those that it is based on; None where none of them says anything.

    heading: level from 1; numbering: numId (0 for none), level, and the id of the style that numbers; contents: whether
    it sets the lines of a table of contents; size in half points.
    """

    heading: int | None = None
    numbering: tuple[int, int | None, str | None] | None = None
    contents: bool = False
    bold: bool | None = None
    hidden: bool | None = None
    size: int | None = None


class Styles:
    """styles.xml; empty when the file has none."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._styles: dict[str | None, Style] = {None: Style()}
        self._inherited: dict[tuple[str | None, str | None], Style] = {}
        self._default_paragraph: str | None = None
        for style in root.iterchildren(f"{W}style") if root is not None else ():
            key = style.get(f"{W}styleId", "")
            self._elements[key] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
                self._default_paragraph = key
        defaults = properties(child(root, "docDefaults/rPrDefault"), "rPr")
        self._default = Style(
            bold=bool(is_on(defaults, "b")),
            hidden=bool(is_on(defaults, "vanish")),
            size=number(setting(defaults, "sz")),
        )

    def of(self, style_id: str | None) -> Style:
        """A style by its id; one that says nothing when there is none of that id."""
        found = self._styles.get(style_id)
        if found is None:
            found = self._styles[style_id] = _resolved([*self._chain(style_id)])
        return found

    def _chain(self, style_id: str | None) -> Iterator[etree._Element]:
        """A style and those it is based on, nearest first; a cycle ends the chain."""
        for _ in range(_MAX_CHAIN):
            style = self._elements.get(style_id or "")
            if style is None:
                return
            yield style
            style_id = value(style, "basedOn")

    def heading_level(self, paragraph: Properties) -> int | None:
        """Heading level from 1: the outline level set on the paragraph, or by its style or the style's w:name."""
        own = number(setting(paragraph, "outlineLvl"))
        if own is not None:
            return own + 1 if own < 9 else None
        return self.of(setting(paragraph, "pStyle")).heading

    def numbering(self, paragraph: Properties) -> tuple[int, int | None, str | None] | None:
        """(numId, level or None, id of the style that numbers it or None) of a paragraph; None without numbering."""
        own = paragraph.get("numPr")
        level = number(value(own, "ilvl"))
        num = number(value(own, "numId"))
        if num is not None:
            return (num, level or 0, None) if num else None
        inherited = self.of(setting(paragraph, "pStyle")).numbering
        if inherited is None or not inherited[0]:
            return None
        return inherited if level is None else (inherited[0], level, inherited[2])

    def numbering_of_style(self, style_id: str | None) -> int | None:
        """The numId that a list style stands for."""
        numbering = self.of(style_id).numbering
        return numbering[0] if numbering else None

    def inherited(self, run: Properties, paragraph: Properties) -> Style:
        """What a run inherits where it says nothing itself: from its style, its paragraph's, and the defaults."""
        key = setting(run, "rStyle"), setting(paragraph, "pStyle") or self._default_paragraph
        found = self._inherited.get(key)
        if found is None:
            own, around, default = self.of(key[0]), self.of(key[1]), self._default
            found = self._inherited[key] = Style(
                bold=_first(own.bold, around.bold, default.bold),
                hidden=_first(own.hidden, around.hidden, default.hidden),
                size=_first(own.size, around.size, default.size),
            )
        return found


def _first(own: _T | None, around: _T | None, default: _T | None) -> _T | None:
    """The nearest that says something."""
    return own if own is not None else around if around is not None else default


def _resolved(chain: list[etree._Element]) -> Style:
    """The nearest word of a style and its bases on each matter.

    Style ids are localised ("Judul1"), names are not, so only names are looked at.
    """
    heading: int | None = None
    headed = contents = False
    numbering: tuple[int, int | None, str | None] | None = None
    bold: bool | None = None
    hidden: bool | None = None
    size: int | None = None
    for style in chain:
        paragraph, run = properties(style, "pPr"), properties(style, "rPr")
        name = value(style, "name") or ""
        level = number(setting(paragraph, "outlineLvl"))
        match = _HEADING.fullmatch(name)
        if not headed and (level is not None or match):
            heading = (level + 1 if level < 9 else None) if level is not None else int(match[1]) if match else None
            headed = True
        num = number(value(paragraph.get("numPr"), "numId"))
        if numbering is None and num is not None:
            numbering = num, number(value(paragraph.get("numPr"), "ilvl")), style.get(f"{W}styleId")
        contents = contents or name.casefold().startswith(("toc ", "table of figures"))
        bold, hidden = _first(bold, is_on(run, "b"), None), _first(hidden, is_on(run, "vanish"), None)
        size = _first(size, number(setting(run, "sz")), None)
    return Style(heading, numbering, contents, bold, hidden, size)
