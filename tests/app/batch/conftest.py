"""Fixtures: a small tree of units, each of one made-up document, so that a whole batch takes a moment."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from saksama.app.batch import command
from saksama.app.batch.tasks import judge_unit
from saksama.app.work.codec import encode
from saksama.parsers.berkas import read_berkas
from saksama.parsers.resources import SAMPLES

IKU = SAMPLES / "bersih" / "01-perencanaan" / "iku-2024.docx"
ONE = threading.Lock()


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


class Inside:
    """Reads and judges in this very process: starting others takes most of the time of a small batch."""

    def __init__(self, pool, order, seats):
        self._order = order

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def do(self, seat, plan, job, told):
        # One at a time: pdfium is not made for threads.
        with ONE:
            payloads = [encode(read_berkas(path, name, plan.kind(name))) for name, path in plan.documents]
            return judge_unit(self._order, job, payloads)

    def close(self):
        pass


@pytest.fixture(autouse=True)
def inside(request, monkeypatch):
    """Batches run inside the test, unless it is about the processes."""
    if not request.node.get_closest_marker("processes"):
        monkeypatch.setattr(command, "Local", Inside)
