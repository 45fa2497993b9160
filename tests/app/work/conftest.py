"""Fixtures: small files, and workers that misbehave."""

from __future__ import annotations

import pytest

from saksama.app.work.codec import decode
from saksama.app.work.limits import MEGA, Limits
from saksama.app.work.messages import Task, task
from saksama.app.work.pool import Pool

LIMITS = Limits(1024 * MEGA, step_cpu=30, step_wait=20.0)


@pytest.fixture
def made(tmp_path):
    """Small text files of these names, as tasks."""

    def make(*names: str) -> list[Task]:
        for name in names:
            (tmp_path / name).write_text(f"Isi berkas {name}.\n", encoding="utf-8")
        return [task(tmp_path / name, name) for name in names]

    return make


@pytest.fixture
def read(naughty):
    """Read tasks through misbehaving workers: the files as they come back."""

    def call(tasks, size=2, limits=LIMITS, cache=None):
        with Pool(limits, size, cache, naughty) as pool:
            return [decode(payload) for payload in pool.begin(tasks).payloads()]

    return call
