"""Styles of a Word file: heading levels and the properties that text inherits (bold, size, hidden, numbering)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|judul)\s+([1-9])", re.IGNORECASE)
_MAX_CHAIN = 32


def value(element: etree._Element | None, path: str) -> str | None:
    """The w:val of a child path such as "pPr/numPr/ilvl", None when the child or the attribute is missing."""
    found = child(element, path)
    return None if found is None else found.get(f"{W}val")


def child(element: etree._Element | None, path: str) -> etree._Element | None:
    """The element at a path of w: names below an element."""
    return None if element is None else element.find(_qualified(path))


@lru_cache(maxsize=256)
def _qualified(path: str) -> str:
    return "/".join(W + step for step in path.split("/"))


def number(text: str | None) -> int | None:
    """A whole number as Word writes it, None for anything else."""
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,9}", text) else None


def switch(element: etree._Element | None, path: str) -> bool | None:
    """An on/off property: present without a value is on; None when it is absent."""
    found = child(element, path)
    return None if found is None else found.get(f"{W}val", "1") not in ("0", "false", "off", "none")


class Styles:
    """styles.xml; empty when the file has none."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._switches: dict[tuple[str, str], bool | None] = {}
        self._defaults = child(root, "docDefaults/rPrDefault")
        self._default_paragraph: str | None = None
        for style in root.iter(f"{W}style") if root is not None else ():
            key = style.get(f"{W}styleId", "")
            self._styles[key] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
                self._default_paragraph = key

    def chain(self, style_id: str | None) -> Iterator[etree._Element]:
        """A style and those it is based on, nearest first; a cycle ends the chain."""
        for _ in range(_MAX_CHAIN):
            style = self._styles.get(style_id or "")
            if style is None:
                return
            yield style
            style_id = value(style, "basedOn")

    def heading_level(self, paragraph: etree._Element) -> int | None:
        """Heading level from 1: the outline level set on the paragraph, or by its style or the style's w:name.

        Style ids are localised ("Judul1"), names are not, so only names are looked at.
        """
        own = number(value(paragraph, "pPr/outlineLvl"))
        if own is not None:
            return own + 1 if own < 9 else None
        for style in self.chain(value(paragraph, "pPr/pStyle")):
            level = number(value(style, "pPr/outlineLvl"))
            if level is not None:
                return level + 1 if level < 9 else None
            if match := _HEADING.fullmatch(value(style, "name") or ""):
                return int(match[1])
        return None

    def numbering(self, paragraph: etree._Element) -> tuple[int, int | None, str | None] | None:
        """(numId, level or None, id of the style that numbers it or None) of a paragraph; None without numbering."""
        own = child(paragraph, "pPr/numPr")
        level = number(value(own, "ilvl"))
        num = number(value(own, "numId"))
        if num is not None:
            return (num, level or 0, None) if num else None
        for style in self.chain(value(paragraph, "pPr/pStyle")):
            num = number(value(style, "pPr/numPr/numId"))
            if num is not None:
                if not num:
                    return None
                if level is None:
                    level = number(value(style, "pPr/numPr/ilvl"))
                return num, level, style.get(f"{W}styleId")
        return None

    def numbering_of_style(self, style_id: str | None) -> int | None:
        """The numId that a list style stands for."""
        for style in self.chain(style_id):
            num = number(value(style, "pPr/numPr/numId"))
            if num is not None:
                return num
        return None

    def run_switch(self, run: etree._Element, paragraph: etree._Element | None, name: str) -> bool:
        """Whether an on/off property such as "b" or "vanish" holds for a run, with what it inherits."""
        own = switch(run, f"rPr/{name}")
        if own is not None:
            return own
        for key in (value(run, "rPr/rStyle"), self._paragraph_style(paragraph)):
            inherited = self._inherited(key, name)
            if inherited is not None:
                return inherited
        return bool(switch(self._defaults, f"rPr/{name}"))

    def _inherited(self, style_id: str | None, name: str) -> bool | None:
        if style_id is None:
            return None
        if (style_id, name) not in self._switches:
            found = (switch(style, f"rPr/{name}") for style in self.chain(style_id))
            self._switches[style_id, name] = next((on for on in found if on is not None), None)
        return self._switches[style_id, name]

    def run_size(self, run: etree._Element, paragraph: etree._Element | None) -> float | None:
        """The font size of a run in points, with what it inherits; None when nothing sets it."""
        sizes = [value(run, "rPr/sz")]
        for key in (value(run, "rPr/rStyle"), self._paragraph_style(paragraph)):
            sizes += [value(style, "rPr/sz") for style in self.chain(key)]
        sizes.append(value(self._defaults, "rPr/sz"))
        half_points = next((size for text in sizes if (size := number(text)) is not None), None)
        return None if half_points is None else half_points / 2

    def _paragraph_style(self, paragraph: etree._Element | None) -> str | None:
        return value(paragraph, "pPr/pStyle") or self._default_paragraph
