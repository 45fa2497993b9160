"""What a batch hands to those who do the work, and what comes back: plain values, the same here and on a cluster."""

from __future__ import annotations

import msgspec

from saksama.app.collect import Plan
from saksama.reports.recap import Sekilas


class Order(msgspec.Struct, frozen=True):
    """By what all units are judged: options as `periksa` takes them.

    rules: a rulebook of one's own; editions: the folder of imported editions of the nomenclature, None for the user's.
    """

    profil: str
    rules: str | None
    kerangka: str | None
    tanggal: str | None
    editions: str | None = None


class Job(msgspec.Struct, frozen=True):
    """One unit and year to be judged: what is known of it beside its documents. source and key: see Unit and Sekilas.

    plan: without its documents, whose places mean nothing elsewhere; kinds and there stand for them: the kind of each
    where berkas.yaml gives one, and whether it is there though no reader takes it (see collect.is_there).
    tahun: the year to judge, None where the documents tell; folder_year: whether the name of a folder said it.
    """

    source: str
    name: str
    key: str
    plan: Plan
    kinds: tuple[str | None, ...]
    there: tuple[bool, ...]
    tahun: int | None
    folder_year: bool


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
