"""Whole numbers in words, as letters give them beside the figure: 30 is "tiga puluh"."""

from __future__ import annotations

_UNITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_STEPS = ((1_000_000_000, "miliar"), (1_000_000, "juta"), (1000, "ribu"), (100, "ratus"), (10, "puluh"))


def in_words(number: int) -> str:
    """A number from 0 to 999.999.999.999 in words."""
    if number < len(_UNITS):
        return _UNITS[number]
    if number < 20:
        return f"{_UNITS[number - 10]} belas"
    size, name = next(step for step in _STEPS if number >= step[0])
    many, rest = divmod(number, size)
    head = f"se{name}" if many == 1 and size in (100, 1000) else f"{in_words(many)} {name}"
    return f"{head} {in_words(rest)}" if rest else head
