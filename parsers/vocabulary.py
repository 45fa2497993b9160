"""rules/kosakata.yaml as values: the words by which documents, columns and units are recognised."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from saksama.parsers import yamlfile
from saksama.parsers.resources import RULES


class Vocabulary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of rules/kosakata.yaml.

    kolom: column role -> header spellings seen in the wild; satuan: unit -> its spellings.
    """

    kolom: dict[str, list[str]]
    satuan: dict[str, list[str]]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The built-in vocabulary; raises DataError with file and line when it is malformed."""
    path = RULES / "kosakata.yaml"
    file = yamlfile.load(path, "rules/kosakata.yaml")
    try:
        return msgspec.convert(file.data, Vocabulary)
    except msgspec.ValidationError as error:
        raise yamlfile.DataError(file.name, None, str(error)) from None
