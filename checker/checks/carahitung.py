"""The ways to compute an achievement from target and realisasi, and which of them a stated figure follows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from saksama.checker.matching import normal

Polaritas = Literal["naik", "turun"]


_HIGHER = "makin tinggi makin baik"
_RISING = ("meningkat", "peningkatan")


class Hitungan(msgspec.Struct, frozen=True):
    """One way to compute an achievement: its value and what it assumes, in words for the message."""

    nilai: Decimal
    cara: str


def computed(target: Decimal, realisasi: Decimal, polaritas: Polaritas | None) -> list[Hitungan]:
    """The achievements that target and realisasi allow; both polarities when it is not known. Empty for target 0."""
    if target == 0:
        return []
    higher = Hitungan(realisasi / target * 100, _HIGHER)
    lower = Hitungan((2 * target - realisasi) / target * 100, "makin rendah makin baik")
    if polaritas == "naik":
        return [higher]
    return [lower] if polaritas == "turun" else [higher, lower]


CLOSE = 5
"""Percentage points up to which a stated figure points to the way it was computed."""


def nearest_way(ways: Sequence[Hitungan], stated: Decimal, label: str) -> Hitungan:
    """The way a stated figure was most likely meant to be computed."""
    # A lower-is-better reading below zero is none: nobody would print it.
    likely = [way for way in ways if way.nilai >= 0 or stated < 0] or list(ways)
    if normal(label).startswith(_RISING):
        likely = [way for way in likely if way.cara == _HIGHER] or likely
    nearest = min(likely, key=lambda way: abs(way.nilai - stated))
    if abs(nearest.nilai - stated) > CLOSE:
        # So far off, the nearer of two polarities is chance; the usual one is named.
        usual = [way for way in likely if way.cara == _HIGHER] or likely
        return min(usual, key=lambda way: abs(way.nilai - stated))
    return nearest


def within_rounding(
    stated: Decimal, targets: Sequence[Decimal], results: Sequence[Decimal], polaritas: Polaritas | None
) -> bool:
    """Whether figures that print as these, with decimals, could give the stated one before they were rounded."""
    for target in targets:
        for result in results:
            corners = [
                (way.cara, way.nilai)
                for aim in printed_as(target)
                for reached in printed_as(result)
                for way in computed(aim, reached, polaritas)
            ]
            for manner in {cara for cara, _ in corners}:
                values = [value for cara, value in corners if cara == manner]
                if len(values) > 1 and min(values) <= stated <= max(values):
                    return True
    return False


def printed_as(value: Decimal) -> tuple[Decimal, ...]:
    """The least and greatest figure that is printed as this one; a whole number is taken as it is."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= 0:
        return (value,)
    half = Decimal("0.5").scaleb(exponent)
    return value - half, value + half
