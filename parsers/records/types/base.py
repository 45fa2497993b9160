"""What the typed records share: the kinds, the base of a part, a row and a record."""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

JENIS = (
    "perjanjian_kinerja",
    "rencana_aksi",
    "pengukuran_kinerja",
    "laporan_kinerja",
    "renstra",
    "iku",
    "hasil_evaluasi",
    "tindak_lanjut",
    "notulen",
    "lembar_kerja_evaluasi",
    "pedoman",
    "cascading",
    "renja",
    "dpa",
    "ekinerja",
    "bukti",
)
"""Every kind of document; `lain` stands for none of them."""

Tingkat = Literal["kepala_daerah", "staf_ahli", "asisten", "kepala_pd", "eselon_iii", "eselon_iv", "pelaksana"]
YaTidak = Literal["ya", "tidak", "tidak_diketahui"]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a record: unknown fields are refused, so that a typo in a rule's example is seen."""


class Row(Part, frozen=True):
    """A table row; `lain` keeps further columns of the document under the names it prints."""

    lain: dict[str, str] = {}


class Isi(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="jenis"):
    """What every record has; `tahun` is the year of performance, `unit` the perangkat daerah (not a bidang)."""

    JENIS: ClassVar[str]

    unit: str | None = None
    tahun: int | None = None
    nomor: str | None = None
    tanggal: str | None = None
    bertanda_tangan: YaTidak | None = None
