"""Rules that a fax or a worn copy shows as dashes: pieces on one line are one rule again."""

from __future__ import annotations

from collections.abc import Sequence

from saksama.parsers.model import Box

# Points: how far apart on one line pieces may stand, and how far their line may wander between two of them.
_BRIDGE, _WANDER = 40.0, 2.5
# A joined rule is at least this long (points) and has this share of itself in ink.
_LENGTH, _COVERED = 90.0, 0.55
_TOUCHING = 4.0


def bridged(flat: Sequence[Box], upright: Sequence[Box], scale: float) -> tuple[list[Box], list[Box]]:
    """Flat and upright rules with their dashes joined; scale in pixels per point, boxes in pixels.

    The gap between the edges of two tables side by side is none: there both pieces end at a rule across.
    """
    across = [_swapped(box) for box in upright]
    return _joined(flat, upright, scale), [_swapped(box) for box in _joined(across, [_swapped(b) for b in flat], scale)]


def _joined(rules: Sequence[Box], others: Sequence[Box], scale: float) -> list[Box]:
    """Flat rules with their dashes joined; others are the upright ones."""
    chains: list[list[Box]] = []
    for box in sorted(rules):
        middle = (box[1] + box[3]) / 2
        near = [
            chain
            for chain in chains
            if box[0] - chain[-1][2] <= _BRIDGE * scale
            and box[2] > chain[-1][2]
            and abs((chain[-1][1] + chain[-1][3]) / 2 - middle) <= _WANDER * scale
            and not _is_between_tables(chain[-1], box, others, scale)
        ]
        if near:
            min(near, key=lambda chain: abs((chain[-1][1] + chain[-1][3]) / 2 - middle)).append(box)
        else:
            chains.append([box])
    return [rule for chain in chains for rule in _one(chain, scale)]


def _one(chain: Sequence[Box], scale: float) -> list[Box]:
    """A chain of pieces as one rule, if it is long and mostly ink; else the pieces."""
    start, end = chain[0][0], chain[-1][2]
    inked = sum(box[2] - box[0] for box in chain)
    if len(chain) == 1 or end - start < _LENGTH * scale or inked < _COVERED * (end - start):
        return list(chain)
    middles = sorted((box[1] + box[3]) / 2 for box in chain)
    middle = middles[len(middles) // 2]
    return [(start, middle - 0.5, end, middle + 0.5)]


def _is_between_tables(left: Box, right: Box, others: Sequence[Box], scale: float) -> bool:
    """Whether both ends of a gap stand at rules across, as the borders of two tables do."""
    reach = _TOUCHING * scale
    if right[0] - left[2] < reach:
        return False
    return all(
        any(abs((rule[0] + rule[2]) / 2 - end) <= reach and rule[1] - reach <= at <= rule[3] + reach for rule in others)
        for end, at in ((left[2], (left[1] + left[3]) / 2), (right[0], (right[1] + right[3]) / 2))
    )


def _swapped(box: Box) -> Box:
    return box[1], box[0], box[3], box[2]
