"""What a rule ends in: outcomes, findings and the places behind them, as run.json prints them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from saksama.checker.isian import IsianTemuan
from saksama.parsers.model import Box

Status = Literal["temuan", "lulus", "tidak_berlaku", "tidak_ada", "telaah_manual", "galat", "tidak_dipilih"]
Keparahan = Literal["kritis", "mayor", "minor", "info"]
Keyakinan = Literal["tinggi", "sedang", "rendah"]

STATUS: tuple[Status, ...] = (
    "temuan",
    "lulus",
    "tidak_berlaku",
    "tidak_ada",
    "telaah_manual",
    "galat",
    "tidak_dipilih",
)
KEPARAHAN: tuple[Keparahan, ...] = ("kritis", "mayor", "minor", "info")
SERIOUS: tuple[Keparahan, ...] = ("kritis", "mayor")
"""A finding this severe makes the criterion that it is about unmet."""
KEYAKINAN: tuple[Keyakinan, ...] = ("tinggi", "sedang", "rendah")

ROLLUP: tuple[Status, ...] = (
    "galat",
    "temuan",
    "tidak_ada",
    "telaah_manual",
    "lulus",
    "tidak_berlaku",
    "tidak_dipilih",
)
"""Several outcomes read as the first of these that occurs: nine unchecked and one pass must not read as a pass."""


def roll_up(states: Iterable[Status]) -> Status:
    """The one outcome that stands for several; tidak_ada when there is none."""
    seen = set(states)
    return next((status for status in ROLLUP if status in seen), "tidak_ada")


class BuktiTemuan(msgspec.Struct, frozen=True):
    """One place behind a finding; kutipan is the text that stands there. halaman, tabel, baris count from 1."""

    berkas: str
    halaman: int | None = None
    lembar: str | None = None
    tabel: int | None = None
    baris: int | None = None
    kolom: str | None = None
    jalur: str | None = None
    kutipan: str | None = None
    kotak: Box | None = None


class Pengecualian(msgspec.Struct, frozen=True):
    """What takes the weight off a finding, which stays in the output: a waiver, or the evaluator (sampai None)."""

    alasan: str
    oleh: str
    sampai: str | None


class Temuan(msgspec.Struct, frozen=True):
    """One finding. sidik: fingerprint; nilai: stated and expected values by name; peran: the document role in sidik.

    isian: what the unit and the evaluator wrote of it.
    """

    sidik: str
    keparahan: Keparahan
    keyakinan: Keyakinan
    pesan: str
    saran: str
    nilai: dict[str, str]
    bukti: tuple[BuktiTemuan, ...]
    pengecualian: Pengecualian | None = None
    peran: str | None = None
    isian: IsianTemuan | None = None


class Hasil(msgspec.Struct, frozen=True):
    """The outcome of one rule on one document, or on the submission (berkas None)."""

    aturan: str
    status: Status
    berkas: str | None = None
    alasan: str | None = None
    temuan: tuple[Temuan, ...] = ()
