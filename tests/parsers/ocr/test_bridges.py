"""Rules that a copy shows as dashes."""

from __future__ import annotations

from saksama.parsers.ocr.bridges import bridged


def _dashes(y: float, *stretches: tuple[float, float]) -> list[tuple[float, float, float, float]]:
    return [(start, y, end, y + 1) for start, end in stretches]


def test_dashes_on_one_line_are_one_rule() -> None:
    flat, _ = bridged([*_dashes(100, (10, 60), (75, 120)), *_dashes(102, (140, 200))], [], 1.0)
    assert [(rule[0], rule[2]) for rule in flat] == [(10, 200)]
    _, upright = bridged([], [(50, 10, 51, 60), (50, 75, 51, 130)], 1.0)
    assert [(rule[1], rule[3]) for rule in upright] == [(10, 130)]


def test_what_is_far_apart_or_mostly_blank_stays_apart() -> None:
    apart = [*_dashes(100, (10, 60), (120, 180)), *_dashes(200, (10, 30), (65, 85), (120, 140))]
    assert sorted(bridged(apart, [], 1.0)[0]) == sorted(apart)


def test_two_tables_side_by_side_are_not_joined() -> None:
    flat = _dashes(100, (10, 100), (120, 200))
    walls = [(99.0, 50.0, 100.0, 150.0), (120.0, 50.0, 121.0, 150.0)]
    assert bridged(flat, walls, 1.0)[0] == flat
