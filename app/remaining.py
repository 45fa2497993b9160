"""How long work that goes on will take, told as a person would."""

from __future__ import annotations

import time


def remaining(began: float, done: int, left: int) -> str:
    """How long `left` more will take at the pace of those `done` since `began` (monotonic seconds).

    "" while that can't be told, and where nothing is left.
    """
    if not done or not left:
        return ""
    hours, minutes = divmod(round((time.monotonic() - began) / done * left / 60), 60)
    return f"sisa sekitar {hours} jam {minutes} menit" if hours else f"sisa sekitar {max(minutes, 1)} menit"
