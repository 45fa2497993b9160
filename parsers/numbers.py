"""Numbers as these documents print them."""

from __future__ import annotations

from decimal import Decimal

import msgspec


class Angka(msgspec.Struct, frozen=True):
    """A number read from text: nilai is the likelier reading, lain a second possible one ("3,000": 3 or 3000)."""

    nilai: Decimal
    teks: str
    satuan: str | None = None
    lain: Decimal | None = None
