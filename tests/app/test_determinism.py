"""The same submission gives the same bytes, whatever the order in which Python hashes its strings."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from saksama.parsers.resources import SAMPLES


def test_two_runs_give_the_same_bytes(tmp_path, hashes):
    found = []
    for seed in ("0", "4711"):
        # Another folder of the same name each time: no path and no time of writing may get into the results.
        submission = tmp_path / seed / "bermasalah"
        shutil.copytree(SAMPLES / "bermasalah", submission, copy_function=shutil.copyfile)
        results = tmp_path / seed / "hasil"
        done = subprocess.run(
            [
                *(sys.executable, "-c", "from saksama.app.main import main; main()"),
                *("periksa", str(submission), "--tanggal", "2025-03-10", "--profil", "kecamatan"),
                *("--format", "json", "--hasil", str(results)),
            ],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Jakarta" if seed == "0" else "UTC"},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 1, done.stderr.decode()
        assert done.stdout == (results / "run.json").read_bytes()
        found.append(hashes(results))
    assert len(found[0]) == 7
    assert found[0] == found[1]
