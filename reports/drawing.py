"""Tables and headings drawn as text, the same on every computer."""

from __future__ import annotations

from io import StringIO

from rich.console import Console


def drawing(width: int, *, colour: bool = False) -> Console:
    """A console of so many columns to capture text from; with ANSI colours, or plain text.

    It stands for no terminal: the encoding of standard output would decide what lines are drawn with.
    """
    return Console(
        file=StringIO(),
        width=width,
        color_system="standard" if colour else None,
        force_terminal=colour,
        legacy_windows=False,
    )
