"""A run's papers: made, or taken from the cache, since a paper is a function of its run and of this program."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import msgspec

from saksama.app.work.cache import Cache, folder
from saksama.app.work.version import program_version
from saksama.checker.run import Run, to_json
from saksama.reports.formats import FORMATS

Make = Callable[[str], tuple[str, bytes]]
"""Format -> file name and bytes."""


def rendered(run: Run, name: str) -> tuple[str, bytes]:
    """A report of this format: its file name and its bytes."""
    file_name, render = FORMATS[name]
    content = render(run)
    return file_name, content.encode() if isinstance(content, str) else content


@contextmanager
def making(run: Run, *, tanpa_tembolok: bool) -> Iterator[Make]:
    """How the papers of a run are made; with the cache, what was made of an equal run before is not made again."""
    if tanpa_tembolok:
        yield partial(rendered, run)
        return
    cache = Cache(folder())
    data = to_json(run)
    mark = hashlib.sha256(data).hexdigest()

    def make(name: str) -> tuple[str, bytes]:
        if name == "json":
            return FORMATS[name][0], data
        key = hashlib.sha256(msgspec.json.encode(["kertas", sys.version, program_version(), mark, name])).hexdigest()
        content = cache.get(key)
        if content is None:
            _, content = rendered(run, name)
            cache.put(key, content)
        return FORMATS[name][0], content

    yield make
    cache.trim()
