"""What checks look things up in: the register of nomenclature and the register of law, loaded once when first asked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path

import msgspec

from saksama.checker import editions, framework, frameworks, regulations, topics
from saksama.parsers.resources import RULES


class Tools(msgspec.Struct, frozen=True, dict=True):
    """Look-ups over a rules folder. imported: editions of the nomenclature that were brought in beside its own."""

    folder: Path = RULES
    imported: editions.Editions = editions.NONE

    @cached_property
    def nomenklatur(self) -> editions.Editions:
        """The nomenclature of programs and kegiatan: the rules folder's editions and the imported ones."""
        return editions.load_folder(self.folder / "nomenklatur").joined(self.imported.semua)

    @cached_property
    def peraturan(self) -> Mapping[str, regulations.Regulation]:
        """The register of law by key."""
        return regulations.load(self.folder / "peraturan.yaml")

    @cached_property
    def topik(self) -> Mapping[str, topics.Topik]:
        """The topics of recommendations and the rules that verify them."""
        return topics.load(self.folder / "topik.yaml")

    def kerangka(self, name: str) -> framework.Framework:
        """An evaluation framework by id; raises DataError where there is none."""
        return _framework(self.folder, name)

    def cite(self, key: str, part: str) -> str:
        """A legal basis as a person reads it: the regulation's name, then the part."""
        return f"{self.peraturan[key].sebutan}, {part}"


@lru_cache(maxsize=8)
def _framework(folder: Path, name: str) -> framework.Framework:
    return frameworks.read(name, folder)
