"""Words that a narrow cell may have broken without a hyphen: one word or two, by the words that are known.

Where a line is one word that fills its width, nothing on the page tells "Pem" / "bangunan" from "Produksi" / "padi".
The rest of the document does, and the official names of programs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from saksama.parsers.model import Block, Table
from saksama.parsers.pdf.lines import SEAM
from saksama.parsers.resources import RULES

_WORD = re.compile(r"[^\W\d_]{2,}")
_LAST = re.compile(r"[^\W\d_]+$")
_FIRST = re.compile(r"[^\W\d_]+")
_ENDING = re.compile(r"(?:an|kan|in)?nya|(?:an|kan)(?:lah|kah|pun)")
_WHOLE = 4


def mended(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with every seam closed: by nothing within a word, by a space between two."""
    if not any(SEAM in text for block in blocks for text in _texts(block)):
        return list(blocks)
    known = (
        frozenset(word.casefold() for block in blocks for text in _texts(block) for word in _words(text))
        | official_words()
    )
    return [_mended(block, known) for block in blocks]


def mend(text: str, known: frozenset[str]) -> str:
    """A text with its seams closed; known: words in small letters.

    A known word stays apart from what follows, unless that is short or an ending, or their union is known.
    """
    first, *rest = text.split(SEAM)
    for part in rest:
        left, right = _LAST.search(first), _FIRST.match(part)
        apart = left is not None and right is not None and _are_two(left[0].casefold(), right[0].casefold(), known)
        first = f"{first} {part}" if apart else f"{first}{part}"
    return first


def _are_two(left: str, right: str, known: frozenset[str]) -> bool:
    if left + right in known or min(len(left), len(right)) < _WHOLE or _ENDING.fullmatch(right):
        return False
    return left in known


@cache
def official_words() -> frozenset[str]:
    """The words of the built-in nomenclature of programs, kegiatan and sub kegiatan, in small letters."""
    texts = (path.read_text(encoding="utf-8") for path in sorted((RULES / "nomenklatur").glob("*.tsv")))
    return frozenset(word.casefold() for text in texts for word in _words(text))


def _texts(block: Block) -> Iterable[str]:
    return (cell.text for cell in block.cells) if isinstance(block, Table) else (block.text,)


def _words(text: str) -> Iterable[str]:
    """The words of a text but for those at a seam, of which nobody knows yet."""
    return _WORD.findall(re.sub(rf"\S*{SEAM}\S*", " ", text))


def _mended(block: Block, known: frozenset[str]) -> Block:
    if not isinstance(block, Table):
        return msgspec.structs.replace(block, text=mend(block.text, known)) if SEAM in block.text else block
    if not any(SEAM in cell.text for cell in block.cells):
        return block
    cells = tuple(
        msgspec.structs.replace(cell, text=mend(cell.text, known)) if SEAM in cell.text else cell
        for cell in block.cells
    )
    return msgspec.structs.replace(block, cells=cells)
