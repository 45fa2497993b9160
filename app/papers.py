"""A run's papers: made, or taken from the cache, since a paper is a function of its run and of this program."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from saksama.app.judged import Judged
from saksama.app.results import Make
from saksama.app.work.cache import Cache
from saksama.app.work.version import program_version
from saksama.reports.formats import FORMATS, rendered


@contextmanager
def making(judged: Judged, cache: Cache | None) -> Iterator[Make]:
    """How the papers of a run are made; with a cache, what was made of an equal run before is not made again."""
    mark = hashlib.sha256(judged.data).hexdigest()

    def make(name: str) -> tuple[str, bytes]:
        if name == "json":
            return FORMATS[name][0], judged.data
        if cache is None:
            return rendered(judged.run, name)
        key = hashlib.sha256(msgspec.json.encode(["kertas", sys.version, program_version(), mark, name])).hexdigest()
        content = cache.get(key)
        if content is None:
            _, content = rendered(judged.run, name)
            cache.put(key, content)
        return FORMATS[name][0], content

    yield make
    if cache is not None:
        cache.trim()
