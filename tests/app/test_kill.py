"""kill -9 while a job runs, a few times; `make kill` does it a hundred times."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench" / "kill.py"


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="this system has no kill -9")
@pytest.mark.parametrize("job, kills", [("periksa", 5), ("lke", 5), ("nomenklatur", 5), ("semua", 2)])
def test_nothing_is_lost_by_kill(job, kills, tmp_path):
    done = subprocess.run(
        [sys.executable, str(BENCH), str(kills), job], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"| {job} | {kills} |" in done.stdout
