"""Rulebook, profile and nomenclature as bytes: a computer of a cluster judges by the very same as the one that asks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from saksama.app.batch.order import Order
from saksama.app.sources import EDITIONS, RULEBOOK, sources

_PROFILE = "profil.yaml"
_ALWAYS = (1980, 1, 1, 0, 0, 0)


def pack(order: Order) -> bytes:
    """All that the judging of an order reads from this computer; the same content gives the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in _files(order):
            archive.writestr(zipfile.ZipInfo(name, _ALWAYS), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _files(order: Order) -> Iterator[tuple[str, Path]]:
    yield from sources(Path(order.rules) if order.rules else None)
    if order.own_profile:
        yield _PROFILE, Path(order.profil)


def sent(order: Order) -> Order:
    """The order as another computer gets it, beside what is packed: without the places of this one."""
    return msgspec.structs.replace(order, rules=None, profil=_PROFILE if order.own_profile else order.profil)


def unpack(packed: bytes, order: Order, folder: Path) -> Order:
    """The order as it was sent, with the places of what was packed, now below a new folder of ours."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(folder)
    return msgspec.structs.replace(
        order,
        rules=str(folder / RULEBOOK),
        editions=str(folder / EDITIONS),
        profil=str(folder / _PROFILE) if order.own_profile else order.profil,
    )
