"""Places on turned pages."""

from __future__ import annotations

import pytest

from saksama.parsers.model import Location


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_turned_box_tells_what_stands_left_and_above(turns: int) -> None:
    width, height = 400.0, 600.0
    upright = {
        "left": (50.0, 100.0, 120.0, 112.0),
        "right": (200.0, 100.0, 280.0, 112.0),
        "below": (50.0, 130.0, 90.0, 142.0),
    }

    def shown(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        x0, top, x1, bottom = box
        return {
            0: box,
            1: (top, width - x1, bottom, width - x0),
            2: (width - x1, height - bottom, width - x0, height - top),
            3: (height - bottom, x0, height - top, x1),
        }[turns]

    found = {name: Location("a.pdf", 1, kotak=shown(box), putar=turns).tegak for name, box in upright.items()}
    left, right, below = (found[name] for name in ("left", "right", "below"))
    assert left
    assert right
    assert below
    assert (left[0], left[1]) == (below[0], right[1])
    assert left[2] < right[0]
    assert left[3] < below[1]
    assert Location("a.pdf").tegak is None
