"""run.json: the Run itself, from which every other report can be made again."""

from __future__ import annotations

from saksama.checker.run import Run, to_json


def render(run: Run) -> bytes:
    """UTF-8 JSON of schema saksama/run/1."""
    return to_json(run)
