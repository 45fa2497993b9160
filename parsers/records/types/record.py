"""A record with the place of each leaf, and how an extractor builds one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from saksama.parsers.model import Location
from saksama.parsers.records.types.kinds import ISI, AnyIsi


class Record(msgspec.Struct, frozen=True):
    """One record with the place of each leaf: lokasi maps a path ("sasaran.0.target") to where it stands.

    ragu lists paths whose reading is uncertain, with the reason in Indonesian; rules report on them with low confidence
    or hand them to a person.
    """

    isi: AnyIsi
    lokasi: Mapping[str, Location] = {}
    peringatan: tuple[str, ...] = ()
    ragu: Mapping[str, str] = {}

    def place(self, path: str) -> Location | None:
        """Where the value at a path stands: its own place, else that of its row or part, else of the record."""
        while path:
            if path in self.lokasi:
                return self.lokasi[path]
            path = path.rpartition(".")[0]
        return self.lokasi.get("")


class At(msgspec.Struct, frozen=True):
    """A value on its way into a record, with its place and, when doubtful, why."""

    value: Any
    location: Location | None = None
    ragu: str | None = None


def build(jenis: str, tree: Mapping[str, Any], place: Location, warnings: Iterable[str] = ()) -> Record:
    """A Record from a tree of dicts and lists whose leaves are plain values or At.

    The places of the leaves are collected by path; `place` is that of the record itself. Raises
    msgspec.ValidationError when the tree doesn't fit the type of that kind: a bug of the extractor.
    """
    places: dict[str, Location] = {"": place}
    doubts: dict[str, str] = {}

    def plain(value: Any, path: str) -> Any:
        if isinstance(value, At):
            if value.location is not None:
                places[path] = value.location
            if value.ragu:
                doubts[path] = value.ragu
            return plain(value.value, path)
        prefix = f"{path}." if path else ""
        if isinstance(value, Mapping):
            return {key: plain(below, f"{prefix}{key}") for key, below in value.items()}
        if isinstance(value, list | tuple):
            return [plain(below, f"{prefix}{index}") for index, below in enumerate(value)]
        return value

    isi: Any = msgspec.convert({"jenis": jenis, **plain(tree, "")}, ISI[jenis])
    return Record(isi, places, tuple(warnings), doubts)
