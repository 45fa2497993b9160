"""Rulebook, profile and nomenclature as bytes: a computer of a cluster judges by the very same as the one that asks."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Set
from pathlib import Path

import msgspec

from saksama.app.batch.order import Order
from saksama.app.console import JobError
from saksama.app.setting import load_setting
from saksama.app.sources import EDITIONS, RULEBOOK, sources
from saksama.checker.frameworks import is_path
from saksama.parsers import yamlfile

_OWN = "milik"
_ALWAYS = (1980, 1, 1, 0, 0, 0)


def pack(order: Order) -> tuple[Order, bytes]:
    """The order as another computer gets it, without the places of this one, and all that its judging reads from here.

    The same content gives the same bytes. Raises JobError or DataError where it can't be loaded or sent.
    """
    places = {_here(path): name for name, path in sources(Path(order.rules) if order.rules else None)}
    places |= _own(order, places.keys())
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, name in places.items():
            archive.writestr(zipfile.ZipInfo(name, _ALWAYS), path.read_bytes(), zipfile.ZIP_DEFLATED)

    def named(name: str) -> str:
        return places[_here(Path(name))] if is_path(name) else name

    kerangka = named(order.kerangka) if order.kerangka else None
    sent = msgspec.structs.replace(order, rules=None, profil=named(order.profil), kerangka=kerangka)
    return sent, stream.getvalue()


def unpack(packed: bytes, order: Order, folder: Path) -> Order:
    """The order as it was sent, with the places of what was packed, now below a new folder of ours."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(folder)

    def placed(name: str) -> str:
        return str(folder / name) if is_path(name) else name

    return msgspec.structs.replace(
        order,
        rules=str(folder / RULEBOOK),
        editions=str(folder / EDITIONS),
        profil=placed(order.profil),
        kerangka=placed(order.kerangka) if order.kerangka else None,
    )


def _own(order: Order, known: Set[Path]) -> dict[Path, str]:
    """The files of one's own that profile and framework are made of, and their names in the bundle.

    They lie there to each other as here, since they name each other by that; of the folders above them nothing is told.
    """
    with yamlfile.recorded() as opened:
        load_setting(order.profil, Path(order.rules) if order.rules else None, order.kerangka)
    paths = sorted({_here(path) for path in opened} - known)
    try:
        above = Path(os.path.commonpath([path.parent for path in paths])) if paths else Path()
    except ValueError:
        raise JobError(
            "berkas profil dan kerangka sendiri terletak di beberapa diska; letakkan semuanya di satu folder untuk "
            "--gugus."
        ) from None
    return {path: f"{_OWN}/{path.relative_to(above).as_posix()}" for path in paths}


def _here(path: Path) -> Path:
    """A path as this computer has it, links left as they are: files name each other by where the links lie."""
    return Path(os.path.normpath(path.absolute()))
