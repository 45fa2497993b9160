"""The rules of a profile in one list: how severe each is, and what it weighs in the profile's framework."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from saksama.checker.framework import Framework
from saksama.checker.profile import Profile


class Listed(msgspec.Struct, frozen=True):
    """A rule as a profile uses it. alasan: why it is not used, None when it is.

    bobot: the points of the framework (of 100) whose criteria it informs, alone or with other rules; the weight of a
    sub-component is shared evenly by its criteria.
    """

    id: str
    keparahan: str
    judul: str
    alasan: str | None
    kriteria: tuple[str, ...]
    bobot: Decimal


def listed(profile: Profile, framework: Framework) -> Iterator[Listed]:
    """Every rule of the rulebook as this profile and framework use it, by id."""
    informed: dict[str, list[tuple[str, Decimal]]] = {}
    for part in framework.komponen:
        for sub in part.subkomponen:
            for one in sub.kriteria:
                for rule_id in one.aturan:
                    informed.setdefault(rule_id, []).append((one.id, sub.bobot / len(sub.kriteria)))
    for rule_id, bound in profile.rules.items():
        criteria = informed.get(rule_id, ())
        yield Listed(
            rule_id,
            profile.keparahan.get(rule_id, bound.rule.keparahan),
            bound.rule.judul,
            profile.deselected.get(rule_id),
            tuple(name for name, _ in criteria),
            sum((weight for _, weight in criteria), Decimal()),
        )
