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
from saksama.parsers.pdf.flow import SEAM
from saksama.parsers.resources import RULES

_WORD = re.compile(r"[^\W\d_]{2,}")
_RUN = re.compile(rf"[^\W\d_]+(?:{SEAM}[^\W\d_]+)+")
_ENDING = re.compile(r"(?:an|kan|in)?nya|(?:an|kan)(?:lah|kah|pun)")
_SHORT = ("dan", "sd")
_WHOLE = 4
# Costs of a word: known, a scrap, any other; a long unknown word is likelier two.
_ONE_MORE, _SCRAP, _UNKNOWN, _PER_LETTER = 0.1, 4.0, 1.0, 0.15


def mended(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with every seam closed: by nothing within a word, by a space between two."""
    texts = [text for block in blocks for text in _texts(block)]
    seamed = [text for text in texts if SEAM in text]
    if not seamed:
        return list(blocks)
    # The words at a seam are left out: nobody knows yet what they are.
    rest = [re.sub(rf"\S*{SEAM}\S*", " ", text) for text in seamed]
    seen = set(_WORD.findall("\n".join([*(text for text in texts if SEAM not in text), *rest])))
    known = official_words().union([word.casefold() for word in seen])
    return [_mended(block, known) for block in blocks]


def mend(text: str, known: frozenset[str]) -> str:
    """A text with its seams closed; known: words in small letters.

    Of all ways to put the pieces together, the one with the most known words and the fewest scraps is taken.
    """
    return _RUN.sub(lambda run: " ".join(_best(tuple(run[0].split(SEAM)), known)), text).replace(SEAM, "")


def _best(pieces: tuple[str, ...], known: frozenset[str]) -> tuple[str, ...]:
    """The pieces as whole words, by the lowest cost; the words of a run of n pieces come from those of shorter runs."""
    ways: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for end in range(1, len(pieces) + 1):
        words = ("".join(pieces[start:end]) for start in range(end))
        ways.append(
            min((cost + _cost(word, known), (*before, word)) for (cost, before), word in zip(ways, words, strict=True))
        )
    return ways[-1][1]


def _cost(word: str, known: frozenset[str]) -> float:
    """What speaks against a word: little when it is known, much when it is a scrap or a mere ending."""
    folded = word.casefold()
    if folded in _SHORT or (len(word) >= _WHOLE and folded in known):
        return _ONE_MORE
    if len(word) < _WHOLE or _ENDING.fullmatch(folded):
        return _SCRAP
    return _UNKNOWN + _PER_LETTER * len(word)


@cache
def official_words() -> frozenset[str]:
    """The words of the built-in nomenclature of programs, kegiatan and sub kegiatan, in small letters."""
    texts = (path.read_text(encoding="utf-8") for path in sorted((RULES / "nomenklatur").glob("*.tsv")))
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text))


def _texts(block: Block) -> Iterable[str]:
    return (cell.text for cell in block.cells) if isinstance(block, Table) else (block.text,)


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
