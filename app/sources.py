"""The files that a rulebook and the user's own nomenclature are made of: what judging reads beside the submission."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from saksama.app.userdata import editions_folder
from saksama.parsers.resources import RULES

RULEBOOK, EDITIONS = "rules", "nomenklatur"
_KEPT = (".yaml", ".tsv")


def sources(rules: Path | None) -> Iterator[tuple[str, Path]]:
    """Name and place of each, the rulebook being ours by default.

    A profile or framework of one's own, named by its path, is none of them.
    """
    for top, below in ((RULEBOOK, rules or RULES), (EDITIONS, editions_folder())):
        for path in sorted(below.rglob("*")):
            if path.suffix in _KEPT and path.is_file():
                yield f"{top}/{path.relative_to(below).as_posix()}", path


def sources_hash(rules: Path | None) -> str:
    """A hash of the names and contents of them all; raises OSError for one that can't be read."""
    digest = hashlib.sha256()
    for name, path in sources(rules):
        content = path.read_bytes()
        digest.update(f"\n{name} {len(content)}\n".encode("utf-8", "surrogateescape"))
        digest.update(content)
    return digest.hexdigest()
