"""What the pages of one scan cost: one worker whose recogniser takes every processor, and several of one thread each.

    python bench/scan.py FILE [ROUNDS]

Turn by turn in one run: seconds by the clock, seconds of the processor of all workers, the most memory they held
together (Linux), the load meanwhile. What is read must be the same every time.
"""

from __future__ import annotations

import os
import resource
import sys
import threading
import time
from pathlib import Path

from saksama.app.work.limits import MEGA, default_limits
from saksama.app.work.machine import processors
from saksama.app.work.messages import task
from saksama.app.work.pool import Pool, default_size

_TICK = 0.3


class Memory(threading.Thread):
    """Watches what the children of this process hold together, in megabytes."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most = 0
        self._over = threading.Event()
        self.start()

    def run(self) -> None:
        """Look again and again until `end`."""
        while not self._over.wait(_TICK):
            pages = sum(_resident(child) for child in _children())
            self.most = max(self.most, pages * os.sysconf("SC_PAGE_SIZE") // MEGA)

    def end(self) -> int:
        """The most there was."""
        self._over.set()
        self.join()
        return self.most


def _children() -> list[str]:
    found = []
    for path in Path("/proc/self/task").glob("*/children"):
        found += path.read_text().split()
    return found


def _resident(process: str) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except OSError:
        return 0


def measured(path: Path, size: int) -> bytes:
    """Read a file by so many workers and print what it cost; returns what was read."""
    memory, started = Memory(), time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with Pool(default_limits(scans=True, workers=size), size) as pool:
        (payload,) = pool.begin([task(path, path.name)]).payloads()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    clock = time.perf_counter() - started
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    threads = max(1, processors() // size)
    print(
        f"{size} worker(s) of {threads} thread(s): {clock:6.1f} s by the clock, {cpu:6.1f} s of the processor, "
        f"{memory.end()} MB, load {os.getloadavg()[0]:.1f}"
    )
    return payload


def main() -> int:
    """Print the rounds; 2 without a file."""
    if len(sys.argv) < 2 or not Path(sys.argv[1]).is_file():
        print(__doc__, file=sys.stderr)
        return 2
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    sizes = sorted({1, default_size()})
    same = {measured(Path(sys.argv[1]), size) for _ in range(rounds) for size in sizes}
    print("The same every time." if len(same) == 1 else "NOT THE SAME.")
    return 0 if len(same) == 1 else 1


if __name__ == "__main__":
    sys.exit(main())
