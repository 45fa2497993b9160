"""What worker processes and the cache cost and save, on any folder of documents.

    python bench/workers.py FOLDER [LARGEST_MB]

Reads every file of the folder up to that size (default 2 MB): in this process, by one worker, by as many as there are
processors, and again from the cache. Prints seconds of wall clock and of this process's processor time, what the cache
holds, what decoding takes, and what a start costs.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from saksama.app.work.cache import Cache
from saksama.app.work.codec import decode, encode
from saksama.app.work.limits import MEGA, default_limits
from saksama.app.work.messages import Task, task
from saksama.app.work.pool import Pool, default_size
from saksama.app.work.version import reader_version
from saksama.parsers.berkas import read_berkas
from saksama.parsers.ocr.extra import available


@contextmanager
def timed(what: str) -> Iterator[None]:
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    print(f"{what:<44} {time.perf_counter() - wall:8.3f} {time.process_time() - cpu:8.3f}")


def main() -> int:
    """Print the table; 2 without a folder."""
    if len(sys.argv) < 2 or not Path(sys.argv[1]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    most = float(sys.argv[2]) if len(sys.argv) > 2 else 2.0
    folder = Path(sys.argv[1])
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_size <= most * MEGA)
    tasks = [task(path, path.relative_to(folder).as_posix()) for path in found]
    print(f"{len(tasks)} files, {sum(item.path.stat().st_size for item in tasks) / MEGA:.1f} MB")
    print(f"{'':<44} {'wall s':>8} {'own s':>8}")
    with timed("version of the readers"):
        reader_version()
    with timed("read in this process"):
        fresh = [encode(read_berkas(item.path, item.name)) for item in tasks]
    with timed("one small file by a worker, its start included"):
        _read(min(tasks, key=lambda item: item.path.stat().st_size), size=1)
    for size in sorted({1, default_size()}):
        with timed(f"read by {size} worker(s)"):
            assert _read(*tasks, size=size) == fresh
    with tempfile.TemporaryDirectory() as place:
        cache = Cache(Path(place) / "bacaan")
        _read(*tasks, size=default_size(), cache=cache)
        with timed("again from the cache"):
            assert _read(*tasks, size=default_size(), cache=cache) == fresh
        kept = cache.contents()
    with timed("decoded"):
        files = [decode(payload) for payload in fresh]
    pages = sum(len(file.document.pages) for file in files if file.document)
    print(
        f"{kept.entries} entries, {kept.size / MEGA:.1f} MB for {sum(map(len, fresh)) / MEGA:.1f} MB; {pages} PDF pages"
    )
    return 0


def _read(*tasks: Task, size: int, cache: Cache | None = None) -> list[bytes]:
    with Pool(default_limits(scans=available(), workers=size), size, cache) as pool:
        return list(pool.begin(tasks).payloads())


if __name__ == "__main__":
    sys.exit(main())
