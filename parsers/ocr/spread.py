"""Pages of one scan read by several processes: what a reader is told of the others, and what goes between them.

A reader that works with others reads a few scanned pages itself; where there are more it stops and says which. Each of
them is then read anywhere (`read_page`), and the file is read again with them at hand. So all that reaches over pages
(running headers, joined tables, repeated sheets) happens in one place, on the same values as if one had read them all.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

import msgspec

FEW = 1
"""Scanned pages that are read at once, without asking others."""


class ManyScans(Exception):
    """A file has many scanned pages that others may read: their numbers from 1, and how many pages it has in all."""

    def __init__(self, numbers: Sequence[int], pages: int) -> None:
        super().__init__(f"{len(numbers)} / {pages}")
        self.numbers, self.pages = tuple(numbers), pages


_known: ContextVar[Mapping[int, bytes] | None] = ContextVar("known", default=None)


@contextmanager
def with_others(known: Mapping[int, bytes] | None) -> Iterator[None]:
    """Files are read with others in the block; known: what `read_page` gave of each page, by number.

    {} where others may still be asked, None to work alone after all.
    """
    token = _known.set(known)
    try:
        yield
    finally:
        _known.reset(token)


def known_pages(numbers: Sequence[int], pages: int) -> Mapping[int, bytes]:
    """What others have read of the scanned pages with these numbers, of so many in all; {} for one who works alone.

    Raises ManyScans where they should be asked first.
    """
    known = _known.get()
    if known is not None and not known and len(numbers) > FEW:
        raise ManyScans(numbers, pages)
    return known or {}


def read_page(path: Path, name: str, number: int) -> bytes:
    """One scanned page of a file, as bytes, every number as it is.

    Raises ReadError where there is no such page any more. Needs the extra `ocr`.
    """
    # As in reading.read: heavy libraries.
    reader = importlib.import_module("saksama.parsers.pdf.reader")
    return msgspec.msgpack.encode(reader.read_scan(path, name, number))
