"""The same submission gives the same bytes: with any seed of hashing, any number of readers, read now or kept."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from saksama.app.results import PAPERS
from saksama.parsers.resources import SAMPLES

WAYS = (("0", "UTC", "--proses=1 --tanpa-tembolok"), ("4711", "Asia/Jakarta", "--proses=3"), ("1", "UTC", "--proses=2"))
"""Seed, time zone and options; the last finds what the one before has kept."""


def test_every_run_gives_the_same_bytes(tmp_path, hashes):
    found = []
    for seed, zone, options in WAYS:
        # Another folder of the same name each time: no path and no time of writing may get into the results.
        submission = tmp_path / seed / "bermasalah"
        shutil.copytree(SAMPLES / "bermasalah", submission, copy_function=shutil.copyfile)
        results = tmp_path / seed / "hasil"
        done = subprocess.run(
            [
                *(sys.executable, "-c", "from saksama.app.main import main; main()"),
                *("periksa", str(submission), "--tanggal", "2025-03-10", "--profil", "kecamatan"),
                *("--format", "json", "--hasil", str(results), *options.split()),
            ],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "SAKSAMA_TEMBOLOK": str(tmp_path / "tembolok")},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 1, done.stderr.decode()
        assert done.stdout == (results / "run.json").read_bytes()
        found.append(hashes(results))
    assert len(found[0]) == 7
    assert found[0] == found[1] == found[2]
    files = sum(path.is_file() for path in (SAMPLES / "bermasalah").rglob("*"))
    assert len(list((tmp_path / "tembolok").rglob("*.bacaan"))) == files - NOTES + len(PAPERS)


NOTES = 1
"""berkas.yaml is no document."""
