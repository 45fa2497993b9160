"""Names and small questions about the XML of Word files."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{W}val"
_WHOLE_NUMBER = re.compile(r"-?\d{1,9}")


def child(element: etree._Element | None, path: str) -> etree._Element | None:
    """The element at a path of w: names below an element, in the first child of each name."""
    for tag in _steps(path):
        if element is None:
            return None
        # A third of the time of element.find().
        element = next(element.iterchildren(tag), None)
    return element


def children(element: etree._Element) -> dict[str, etree._Element]:
    """The children of an element by their w: name; the first counts of two alike."""
    return {node.tag.removeprefix(W): node for node in element.iterchildren(reversed=True)}


def value(element: etree._Element | None, path: str) -> str | None:
    """The w:val of a child path such as "pPr/numPr/ilvl", None when the child or the attribute is missing."""
    return own_value(child(element, path))


def own_value(element: etree._Element | None) -> str | None:
    """The w:val of an element, None when there is no such element or attribute."""
    return None if element is None else element.get(_VAL)


def switch(element: etree._Element | None) -> bool | None:
    """An on/off property: present without a value is on; None when there is no such element."""
    return None if element is None else element.get(_VAL, "1") not in ("0", "false", "off", "none")


def number(text: str | None) -> int | None:
    """A whole number as Word writes it, None for anything else."""
    return int(text) if text is not None and _WHOLE_NUMBER.fullmatch(text) else None


@lru_cache(maxsize=256)
def _steps(path: str) -> tuple[str, ...]:
    return tuple(W + step for step in path.split("/"))
