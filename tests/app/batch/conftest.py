"""Fixtures: a small tree of units, each of one made-up document, so that a whole batch takes a moment."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from saksama.parsers.resources import SAMPLES

IKU = SAMPLES / "bersih" / "01-perencanaan" / "iku-2024.docx"
NOTES = SAMPLES / "bersih" / "05-pendukung" / "sk-tim-sakip-2024.docx"


@pytest.fixture
def units(tmp_path: Path) -> Callable[..., Path]:
    """Make units with one document each below a folder; returns the folder."""

    def make(*names: str) -> Path:
        top = tmp_path / "unit"
        for name in names:
            (top / name).mkdir(parents=True)
            shutil.copy(IKU, top / name / "iku.docx")
        return top

    return make
