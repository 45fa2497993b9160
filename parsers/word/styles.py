"""Styles of a Word file: heading levels and the properties that text inherits (bold, size, hidden, numbering).

Every paragraph and run asks for them, so a style is followed to the styles it is based on only once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from lxml import etree

from saksama.parsers.word.markup import W, child, value
from saksama.parsers.word.properties import ParagraphProperties, RunProperties, paragraph_properties, run_properties

_HEADING = re.compile(r"(?:heading|judul)\s+([1-9])", re.IGNORECASE)
_MAX_CHAIN = 32
_T = TypeVar("_T")


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


class Look(NamedTuple):
    """How a run is shown in the end; size in points."""

    bold: bool
    hidden: bool
    size: float | None


class Styles:
    """styles.xml; empty when the file has none."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._styles: dict[str | None, Style] = {None: Style()}
        self._looks: dict[str | None, dict[RunProperties, Look]] = {}
        self._default_paragraph: str | None = None
        for style in root.iterchildren(f"{W}style") if root is not None else ():
            key = style.get(f"{W}styleId", "")
            self._elements[key] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
                self._default_paragraph = key
        self._default = run_properties(child(root, "docDefaults/rPrDefault/rPr"))

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

    def heading_level(self, paragraph: ParagraphProperties) -> int | None:
        """Heading level from 1: the outline level set on the paragraph, or by its style or the style's w:name."""
        if paragraph.outline is not None:
            return paragraph.outline + 1 if paragraph.outline < 9 else None
        return self.of(paragraph.style).heading

    def numbering(self, paragraph: ParagraphProperties) -> tuple[int, int | None, str | None] | None:
        """(numId, level or None, id of the style that numbers it or None) of a paragraph; None without numbering."""
        if paragraph.num is not None:
            return (paragraph.num, paragraph.level or 0, None) if paragraph.num else None
        inherited = self.of(paragraph.style).numbering
        if inherited is None or not inherited[0]:
            return None
        return inherited if paragraph.level is None else (inherited[0], paragraph.level, inherited[2])

    def numbering_of_style(self, style_id: str | None) -> int | None:
        """The numId that a list style stands for."""
        numbering = self.of(style_id).numbering
        return numbering[0] if numbering else None

    def look(self, run: RunProperties, paragraph_style: str | None) -> Look:
        """How a run is shown: by its own word, else by its style, its paragraph's, and the defaults."""
        looks = self._looks.get(paragraph_style)
        if looks is None:
            looks = self._looks[paragraph_style] = {}
        found = looks.get(run)
        if found is None:
            found = looks[run] = self._look(run, paragraph_style)
        return found

    def _look(self, run: RunProperties, paragraph_style: str | None) -> Look:
        said = (run, self.of(run.style), self.of(paragraph_style or self._default_paragraph), self._default)
        size = _first([one.size for one in said])
        return Look(
            bool(_first([one.bold for one in said])),
            bool(_first([one.hidden for one in said])),
            None if size is None else size / 2,
        )


def _first(words: list[_T | None]) -> _T | None:
    """The nearest that says something."""
    return next((word for word in words if word is not None), None)


def _resolved(chain: list[etree._Element]) -> Style:
    """The nearest word of a style and its bases on each matter.

    Style ids are localised ("Judul1"), names are not, so only names are looked at.
    """
    heading: int | None = None
    headed = contents = False
    numbering: tuple[int, int | None, str | None] | None = None
    runs: list[RunProperties] = []
    for style in chain:
        paragraph = paragraph_properties(child(style, "pPr"))
        runs.append(run_properties(child(style, "rPr")))
        name = value(style, "name") or ""
        match = _HEADING.fullmatch(name)
        if not headed and (paragraph.outline is not None or match):
            level = paragraph.outline + 1 if paragraph.outline is not None else int(match[1]) if match else 0
            heading = level if level <= 9 else None
            headed = True
        if numbering is None and paragraph.num is not None:
            numbering = paragraph.num, paragraph.level, style.get(f"{W}styleId")
        contents = contents or name.casefold().startswith(("toc ", "table of figures"))
    return Style(
        heading,
        numbering,
        contents,
        _first([run.bold for run in runs]),
        _first([run.hidden for run in runs]),
        _first([run.size for run in runs]),
    )
