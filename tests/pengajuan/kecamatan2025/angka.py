"""Numbers as Indonesian papers print them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_SEN = Decimal("0.01")


def angka(text: str) -> Decimal:
    """The number behind "1.234,50"."""
    return Decimal(text.replace(".", "").replace(",", "."))


def bulat(value: Decimal) -> str:
    """Two decimals with a comma, thousands with dots."""
    return f"{value.quantize(_SEN, ROUND_HALF_UP):,.2f}".translate(str.maketrans(",.", ".,"))


def rupiah(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def persen(part: int, whole: int) -> str:
    return bulat(Decimal(part) * 100 / Decimal(whole))


def capaian(target: str, realisasi: str, turun: bool = False) -> str:
    """Realisasi against target in per cent; for lower-is-better the shortfall counts as gain."""
    rencana, hasil = angka(target), angka(realisasi)
    return bulat((rencana - (hasil - rencana)) / rencana * 100 if turun else hasil / rencana * 100)
