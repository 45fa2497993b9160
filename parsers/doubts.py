"""Numbers that a scan may have misread -> `ragu` of the records they went into."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from saksama.parsers.model import Box, Document, Location
from saksama.parsers.records.types import Record

_NUMBER = "Angka ini terbaca berbeda pada dua kali pembacaan hasil pindai."
_UNSIGNED = "Tanda tangan tidak tampak pada hasil pindai; mungkin tipis atau tertutup."


def with_doubts(records: Sequence[Record], document: Document) -> tuple[Record, ...]:
    """The records with a reason at every value with digits that stands where the document has a doubtful number, and
    at a signature that was looked for in a scan and not seen."""
    if not any(page.scanned for page in document.pages):
        return tuple(records)
    return tuple(_with_doubts(record, document) for record in records)


def _with_doubts(record: Record, document: Document) -> Record:
    tree = msgspec.to_builtins(record.isi)
    doubts = dict(record.ragu)
    for path, place in record.lokasi.items():
        value = _value(tree, path)
        if isinstance(value, str | int) and any(c.isdigit() for c in str(value)) and _covered(place, document.doubtful):
            doubts.setdefault(path, _NUMBER)
    if tree.get("bertanda_tangan") == "tidak":
        doubts.setdefault("bertanda_tangan", _UNSIGNED)
    return msgspec.structs.replace(record, ragu=doubts)


def _covered(place: Location, doubtful: Sequence[Location]) -> bool:
    return any(
        place.halaman == spot.halaman and place.kotak and spot.kotak and _holds(place.kotak, spot.kotak)
        for spot in doubtful
    )


def _holds(box: Box, spot: Box) -> bool:
    x, y = (spot[0] + spot[2]) / 2, (spot[1] + spot[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _value(tree: Any, path: str) -> Any:
    """The value at a path such as "sasaran.0.target", None where there is none."""
    for key in path.split(".") if path else ():
        if isinstance(tree, dict):
            tree = tree.get(key)
        elif isinstance(tree, list | tuple) and key.isdigit() and int(key) < len(tree):
            tree = tree[int(key)]
        else:
            return None
    return tree
