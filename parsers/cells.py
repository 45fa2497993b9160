"""The text inside one cell: broken lines, numbering, lists that run parallel to the cell beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from saksama.parsers.numbers import is_blank, parse_number, predicate_grade

_MARKER = re.compile(r"(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z])[.)]|[-–•▪*·\uf000-\uf0ff])\s+|\d{1,2}[.)](?=[^\W\d])")
_LOOSE = re.compile(r"\d{1,2}\s+(?=[A-Z])")
_BULLET = re.compile(r"[-–•▪*·\uf000-\uf0ff]\s")
_CODE_BEFORE = re.compile(r"(?:\d|[xX])\.(?:\d\d|[xX]{2})\.(?:\d\d|[xX]{2})\b")
_NUMBER_BEFORE = re.compile(
    r"^(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|\(?[a-zA-Z][.)]|[-–•▪*·\uf000-\uf0ff](?=\s))"
    r"\s*(?=[^\W\d_]{2}|\()"
)
_DASH_BREAK = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-\s*\n\s*([^\W\d_]+)")


def split_items(text: str | None) -> tuple[str, ...]:
    """The entries of a cell that holds a list: numbered or bulleted ones, else its lines; one entry otherwise."""
    lines = [line.strip() for line in (text or "").split("\n") if line.strip()]
    marked = [index for index, line in enumerate(lines) if _MARKER.match(line)]
    if marked and marked[0] == 0 and len(marked) > 1:
        bounds = [*marked, len(lines)]
        return tuple(flow("\n".join(lines[start:end])) for start, end in pairwise(bounds))
    inline = re.split(r"\s+(?=\d{1,2}[.)]\s)", flow(text))
    numbers = [int(match[0]) if (match := re.match(r"\d{1,9}", part)) else 0 for part in inline]
    if len(inline) > 1 and numbers == list(range(1, len(inline) + 1)):
        return tuple(inline)
    return tuple(lines)


def listed(text: str | None) -> tuple[str, ...]:
    """The pieces of a cell: the words over its list, if any, and the entries of the list."""
    parent, items = _parent_and_items(text)
    return (parent, *items) if parent else items


def strip_number(text: str) -> str:
    """A text without the numbering before it: "1.1. Persentase ..." -> "Persentase ..."; a program's code stays."""
    return text if _CODE_BEFORE.match(text) else _NUMBER_BEFORE.sub("", text)


def split_parallel(texts: Sequence[str | None]) -> tuple[tuple[str | None, ...], ...]:
    """Several indicators in one cell with parallel targets: the texts of a row -> one tuple per indicator.

    The first text (the indikator) leads. It is split only when another cell splits into as many entries; a cell with
    one entry is repeated. Otherwise the one row comes back as it was, each text as one line.
    """
    first = flow(texts[0])
    whole = ((first or None, *(_unnumbered(flow(text), first) or None for text in texts[1:])),)
    parent, lead = _parent_and_items(texts[0])
    if len(lead) < 2:
        return whole
    others = [_with_brackets(split_items(text)) for text in texts[1:]]
    counts = {len(items) for items in others if len(items) > 1}
    again = _loosely_marked(texts[0])
    if len(lead) not in counts and counts == {len(again)}:
        parent, lead = "", again
    marked = _MARKER.match(lead[0]) is not None
    if parent and counts == {len(lead) + 1}:
        # The words over the list have a value of their own: an entry like the others.
        parent, lead = "", (parent, *lead)
    others = _without_whole(others, texts[1:], len(lead))
    alike = [len(items) == len(lead) for items in others]
    if not any(alike) or any(1 < len(items) != len(lead) for items in others):
        return whole
    if not marked and not _apart(lead, [items for items, same in zip(others, alike, strict=True) if same]):
        return whole
    names = [f"{parent} - {strip_number(item)}" if parent else strip_number(item) for item in lead]
    spread = [
        tuple(_unnumbered(item, name) for item, name in zip(items, lead, strict=True))
        if same
        else (flow(text) or None,) * len(lead)
        for items, same, text in zip(others, alike, texts[1:], strict=True)
    ]
    return tuple((name, *(cells[i] for cells in spread)) for i, name in enumerate(names))


def _without_whole(others: Sequence[tuple[str, ...]], texts: Sequence[str | None], count: int) -> list[tuple[str, ...]]:
    """The entries of the other cells: without the figure of the whole above them, and words that are one for each.

    Only beside a cell that has as many entries as there are names.
    """
    if not any(len(items) == count for items in others):
        return list(others)
    found = []
    for items, text in zip(others, texts, strict=True):
        words = (text or "").split()
        if len(items) == count + 1:
            found.append(items[1:])
        elif len(items) == 1 and len(words) == count > 2:
            found.append(tuple(words))
        else:
            found.append(items)
    return found


def _with_brackets(items: tuple[str, ...]) -> tuple[str, ...]:
    """Entries with the line in brackets below each as part of it: "86", "(101%)", "270", "(60%)" are two."""
    if len(items) < 4 or not all(item.startswith("(") == bool(index % 2) for index, item in enumerate(items)):
        return items
    return tuple(f"{item} {below}" for item, below in zip(items[::2], items[1::2], strict=True))


def _loosely_marked(text: str | None) -> tuple[str, ...]:
    """The entries of a list some of whose numbers have no sign behind them ("1. Jumlah ...", "2 Persentase ...")."""
    lines = [line.strip() for line in (text or "").split("\n") if line.strip()]
    marked = [index for index, line in enumerate(lines) if _MARKER.match(line) or _LOOSE.match(line)]
    if not marked or marked[0] != 0:
        return ()
    return tuple(_LOOSE.sub("", flow("\n".join(lines[start:end]))) for start, end in pairwise([*marked, len(lines)]))


def _unnumbered(item: str, lead: str) -> str:
    """An entry without the numbering it shares with the one it stands beside ("2. 87 Persen", "2. Persentase ...")."""
    match = _MARKER.match(item)
    return item[match.end() :] if match and match.end() < len(item) and lead.startswith(match[0]) else item


def _parent_and_items(text: str | None) -> tuple[str, tuple[str, ...]]:
    """The words over a list in a cell ("Jumlah produksi (ton) :") and its entries; "" without such words."""
    lines = [line.strip() for line in (text or "").split("\n") if line.strip()]
    marked = [index for index, line in enumerate(lines) if _MARKER.match(line)]
    first = marked[0] if marked else 0
    if len(marked) > 2 and not _BULLET.match(lines[first]) and all(_BULLET.match(lines[i]) for i in marked[1:]):
        # One numbered entry over its bulleted details.
        first = marked[1]
        lines[marked[0]] = strip_number(lines[marked[0]])
    rest = "\n".join(lines[first:])
    return flow("\n".join(lines[:first])).rstrip(" :"), split_items(rest)


def _apart(lead: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    """Whether plain lines are entries rather than one wrapped text: each begins large, beside a value of its own."""
    if any(not (line[0].isupper() or line[0].isdigit()) for line in lead):
        return False
    return any(all(parse_number(item) or predicate_grade(item) or is_blank(item) for item in items) for items in others)


def flow(text: str | None) -> str:
    """A cell's text as one line: breaks and runs of spaces folded, a hyphen that only broke a line undone."""

    def joined(match: re.Match[str]) -> str:
        left, right = match[1], match[2]
        kept = left.casefold() == right.casefold() or right[0].isupper()
        return f"{left}-{right}" if kept else f"{left}{right}"

    return " ".join(_DASH_BREAK.sub(joined, text or "").split())
