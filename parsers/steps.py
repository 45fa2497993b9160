"""How far a long reading has come: readers tell, and whoever limits or shows the work listens.

What is told changes nothing in what is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Hear = Callable[[int, int], None]
"""Called with the number of the page that begins, from 1, and how many there are; 0, 0 for a part without pages."""

_hear: ContextVar[Hear | None] = ContextVar("hear", default=None)


def tell(page: int = 0, pages: int = 0) -> None:
    """A page, or a part of the work without pages, begins."""
    if (hear := _hear.get()) is not None:
        hear(page, pages)


@contextmanager
def listening(hear: Hear) -> Iterator[None]:
    """`hear` is called with every step told in the block."""
    token = _hear.set(hear)
    try:
        yield
    finally:
        _hear.reset(token)
