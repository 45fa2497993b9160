"""A short run of bench/fuzz.py: some seeded mutants of every format through the whole program."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="mutants run in forked processes")
def test_no_mutant_breaks_the_program():
    command = [sys.executable, "-W", "ignore", str(ROOT / "bench" / "fuzz.py"), "--jumlah", "40", "--benih", "20"]
    done = subprocess.run([*command, "--shared", "tidak-ada"], capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    # Mutants are shared out among the formats, so their sum is about what was asked for.
    total = re.search(r"\| all \| (\d+)", done.stdout)
    assert total is not None, done.stdout
    assert int(total[1]) >= 30
