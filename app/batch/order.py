"""What a batch hands to those who do the work, and what comes back: plain values, the same here and on a cluster."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from saksama.app.collect import Plan
from saksama.reports.recap import Sekilas


class Order(msgspec.Struct, frozen=True):
    """By what all units are judged: options as `periksa` takes them. rules and profil may be paths."""

    profil: str
    rules: str | None
    kerangka: str | None
    tanggal: str | None


class Job(msgspec.Struct, frozen=True):
    """One unit and year: what is to be read, and what is known of it beside. source and key: see Unit and Sekilas.

    tahun: the year to judge, None where the documents tell; folder_year: whether the name of a folder said it; there:
    for each document of the plan whether it is there though no reader takes it (see collect.is_there).
    """

    source: str
    name: str
    key: str
    plan: Plan
    tahun: int | None
    folder_year: bool
    there: tuple[bool, ...]


class Papers(msgspec.Struct, frozen=True):
    """A unit, judged: its papers by file name, what the recap needs of it, and what else its row says.

    broken: rules that could not be run; notes: what an evaluator should look at; read: name and sha256 of each document
    as it was read.
    """

    files: dict[str, bytes]
    glance: Sekilas
    broken: tuple[str, ...]
    notes: tuple[str, ...]
    read: tuple[tuple[str, str], ...]


class Failed(msgspec.Struct, frozen=True):
    """A unit that could not be judged: why and what to do, in Indonesian."""

    reason: str


def program_version() -> str:
    """A hash over the program's own code: what another version made is made again."""
    digest = hashlib.sha256()
    app = Path(__file__).resolve().parents[1]
    rooms = (app, *(Path(module_path) for module_path in _rooms()))
    for path in sorted(path for room in rooms for path in (*room.rglob("*.py"), *room.rglob("*.j2"))):
        digest.update(f"\n{path.name}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _rooms() -> list[str]:
    from saksama import checker, parsers, reports  # noqa: PLC0415  (only their places are needed)

    return [str(Path(str(room.__file__)).parent) for room in (checker, parsers, reports)]
