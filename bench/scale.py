"""What a batch costs as it grows: seconds per unit, memory of parent and workers, and a second run.

    python bench/scale.py [UNITS...]        # 1 5 10 25 50

Prints one table. Processor seconds (CPU s) are what to compare on a machine that others use as well. Memory is the peak
of resident pages, seen every tenth of a second in /proc (Linux only): of the parent, of the largest process below it,
and of all together. Each batch starts with an empty cache of its own.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from units import build

OPTIONS = ("--tanggal", "2025-03-10", "--proses", "2")
COMMAND = (sys.executable, "-c", "from saksama.app.main import main; main()", "periksa", "--semua")
MEGA = 1 << 20
PAGE = os.sysconf("SC_PAGE_SIZE")


def children(parent: int) -> list[int]:
    """All processes below one."""
    found: list[int] = []
    for task in Path(f"/proc/{parent}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            found += [child, *children(child)]
    return found


def resident(process: int) -> int:
    """Bytes of resident memory; 0 for a process that is gone."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE
    except OSError:
        return 0


def measured(folder: Path, results: Path, cache: Path) -> tuple[float, float, list[int]]:
    """Seconds of a batch, processor seconds of all its processes, and the peaks: parent, largest below it, all."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "SAKSAMA_TEMBOLOK": str(cache)}
    peaks = [0, 0, 0]
    start = time.monotonic()
    command = [*COMMAND, str(folder), "--hasil", str(results), *OPTIONS]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            own = resident(process.pid)
            try:
                below = [resident(child) for child in children(process.pid)]
            except OSError:
                below = []
            now = [own, max(below, default=0), own + sum(below)]
            peaks = [max(pair) for pair in zip(peaks, now, strict=True)]
            time.sleep(0.1)
    if process.returncode not in (0, 1):
        raise SystemExit(f"the batch ended with {process.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.monotonic() - start, spent, [peak // MEGA for peak in peaks]


def main(sizes: list[int]) -> None:
    """Check batches of growing size, each holding the units of the one before and some more."""
    with tempfile.TemporaryDirectory() as place, ThreadPoolExecutor(os.cpu_count()) as pool:
        units: list[Path] = []
        print(f"{os.cpu_count()} cores\n")
        print("| units | files | s per unit | CPU s per unit | unchanged, s | parent MB | largest MB | all MB |")
        print("|---|---|---|---|---|---|---|---|")
        for size in sizes:
            batch, results, cache = (Path(place, f"{what}-{size}") for what in ("unit", "hasil", "tembolok"))
            units += pool.map(partial(build, Path(place, "semua")), range(len(units), size))
            for unit in units[:size]:
                shutil.copytree(unit, batch / unit.name, copy_function=os.link)
            files = sum(path.is_file() for path in batch.rglob("*"))
            seconds, cold, peaks = measured(batch, results, cache)
            again, _, _ = measured(batch, results, cache)
            row = [size, files, f"{seconds / size:.2f}", f"{cold / size:.2f}", f"{again:.1f}", *peaks]
            print("| " + " | ".join(map(str, row)) + " |", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1, 5, 10, 25, 50])
