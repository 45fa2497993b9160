"""Numbered and bulleted lists in running text: which line is an item, how deep it stands, what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from saksama.parsers.model import Line, Location

Style = Literal["angka.", "angka)", "huruf.", "huruf)", "kapital", "romawi", "romawi_kecil", "bertingkat", "butir"]

_BULLET = re.compile(r"^(?:[-–—•▪●○◦➢➤✓❖·*]|[\ue000-\uf8ff]|o(?=\s))\s*(?=\S)")
_MARKER = re.compile(
    r"^(?P<open>\()?(?:(?P<multi>\d{1,2}(?:\.\d{1,2})+)\.?|(?P<number>\d{1,2})|(?P<roman>[ivx]{1,5}|[IVX]{1,5})"
    r"|(?P<letter>[a-z])|(?P<capital>[A-Z]))(?P<close>[.)]+)?(?P<space>\s*)(?P<rest>\S.*)$",
    re.DOTALL,
)
_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_ROMAN = {name: number for number, name in enumerate(_NUMERALS, 1)}
_FULL_LINE = 55
_LABEL = re.compile(
    r"^(?:rekomendasi|saran|catatan(?: kekurangan)?|kesimpulan|simpulan|tindak lanjut|upaya(?: perbaikan)?|"
    r"capaian|notulis|notulen|mengetahui|penutup)\s*[:,]?$",
    re.IGNORECASE,
)
_TERMINAL = re.compile(r"[.;:!?]\W*$|\bdan\s*$|\bdan/atau\s*$", re.IGNORECASE)


class Marker(msgspec.Struct, frozen=True):
    """What stands before an item: its style and its place in its list (None for a bullet)."""

    style: Style
    number: int | None


class Node(msgspec.Struct, frozen=True):
    """A paragraph with its wrapped lines joined; level from 1 for items of the outermost list, 0 for running text."""

    text: str
    level: int
    location: Location
    marker: Marker | None = None
    heading: int | None = None


class _Open(msgspec.Struct):
    """A list that is still open while reading: its style and the number of its last item."""

    style: Style
    last: int


def read_marker(text: str, after: Iterable[tuple[Style, int]] = ()) -> tuple[Marker, str] | None:
    """The marker of an item and the text behind it; None for running text.

    after: style and last number of the lists that are open, which decides whether "i." is a letter or a roman one.
    """
    stripped = text.strip()
    bullet = _BULLET.match(stripped)
    rest = stripped[bullet.end() :] if bullet and not stripped.startswith("**") else stripped
    bulleted = rest is not stripped
    match = _MARKER.match(rest)
    if match and _is_item(match):
        style, number = _style(match, dict(after))
        return Marker(style, number), match["rest"].strip()
    return (Marker("butir", None), rest.strip()) if bulleted else None


def outline(lines: Sequence[Line]) -> tuple[Node, ...]:
    """Paragraphs and list items of a run of lines, in order, with wrapped lines joined to what they continue."""
    nodes: list[Node] = []
    lists: list[_Open] = []
    previous = ""
    for line in lines:
        for piece in line.text.split("\n"):
            text = " ".join(piece.split())
            if not text:
                continue
            found = read_marker(text, [(one.style, one.last) for one in lists]) if line.heading is None else None
            if found is None and nodes and line.heading is None and _continues(nodes[-1], previous, text):
                nodes[-1] = msgspec.structs.replace(nodes[-1], text=_join(nodes[-1].text, text))
            elif found is None:
                nodes.append(Node(text, 0, line.location, None, line.heading))
            else:
                marker, rest = found
                nodes.append(Node(rest, _depth(lists, marker), line.location, marker, line.heading))
            if line.heading is not None:
                lists.clear()
            previous = text
    return tuple(nodes)


def entries(nodes: Sequence[Node]) -> tuple[tuple[str, Location], ...]:
    """The items among nodes; those nested in another one each as "induk - rincian".

    Running text between items is left out, unless no node is an item: then every paragraph is an entry.
    """
    if not any(node.marker for node in nodes):
        return tuple((node.text, node.location) for node in nodes)
    result: list[tuple[str, Location]] = []
    above: list[Node] = []
    items = [node for node in nodes if node.marker]
    for node, below in zip(items, [*items[1:], None], strict=True):
        above = [parent for parent in above if parent.level < node.level]
        if below is not None and below.level > node.level:
            above.append(node)
            continue
        parents = [re.sub(r"\s*[:;.,]+$", "", parent.text) for parent in above]
        result.append((" - ".join([*parents, node.text]), node.location))
    return tuple(result)


def cell_entries(text: str, location: Location) -> tuple[tuple[str, Location], ...]:
    """The entries of a list that stands in one table cell; the whole text as one entry where it isn't a list."""
    nodes = outline([Line(text, location, in_table=True)])
    if any(node.marker for node in nodes):
        return entries(nodes)
    joined = " ".join(text.split())
    return ((joined, location),) if joined else ()


def _is_item(match: re.Match[str]) -> bool:
    if match["close"] is None and not match["multi"]:
        return False
    if match["space"]:
        return bool(match["close"]) or bool(match["multi"])
    # Without a space only "1.Menyusun" or "a)Menyusun" is an item, not "1.234", "S.T." or "a.n. Bupati".
    return match["capital"] is None and re.match(r"[A-Z][a-z]", match["rest"]) is not None


def _style(match: re.Match[str], after: dict[Style, int]) -> tuple[Style, int]:
    bracket = ")" in (match["close"] or "")
    if match["multi"]:
        return "bertingkat", int(match["multi"].rsplit(".", 1)[1])
    if match["number"]:
        return ("angka)" if bracket else "angka."), int(match["number"])
    letters = match["roman"] or match["letter"] or match["capital"]
    folded = letters.lower()
    letter_style: Style = "kapital" if letters.isupper() else ("huruf)" if bracket else "huruf.")
    place = ord(folded) - ord("a") + 1 if len(folded) == 1 else 0
    if match["roman"] and folded in _ROMAN and (not place or after.get(letter_style, 0) + 1 != place):
        return ("romawi" if letters.isupper() else "romawi_kecil"), _ROMAN[folded]
    return letter_style, place


def _depth(lists: list[_Open], marker: Marker) -> int:
    """The level of an item from 1; `lists` is brought up to date."""
    for index in range(len(lists) - 1, -1, -1):
        one = lists[index]
        if one.style == marker.style:
            break
        # Some converters lose the letters of the first items: "- ...", "- ...", "c. ..." is one list.
        if one.style == "butir" and marker.number == one.last + 1 > 1:
            one.style = marker.style
            break
    else:
        lists.append(_Open(marker.style, 0))
        index = len(lists) - 1
    del lists[index + 1 :]
    lists[index].last = lists[index].last + 1 if marker.number is None else marker.number
    return index + 1


def _continues(node: Node, previous: str, text: str) -> bool:
    if node.heading is not None or _TERMINAL.search(previous) or _LABEL.match(text) or _LABEL.match(previous):
        return False
    if text[0].islower() or text[0] in "(“\"'%,":
        return True
    # In a PDF each printed line may be a paragraph of its own; a full line without an end runs on.
    return node.location.halaman is not None and len(previous) >= _FULL_LINE


def _join(left: str, right: str) -> str:
    if re.search(r"\w-$", left) and right[0].islower():
        return left[:-1] + right
    return f"{left} {right}"
