"""What every part of the annual report shares: its figures with the faults applied, its numbering, its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec
from anggaran import PROGRAM
from indikator import Indikator, capaian
from kecamatan import (
    Kegiatan,
    pagu_kegiatan,
    pagu_program,
    serapan_kegiatan,
    serapan_program,
)
from naskah import (
    Judul,
    Paragraf,
    Sel,
    Sumber,
    Tabel,
    baris,
    bulat,
    kepala,
)

HURUF = "abcdefghijklmnopqrstuvwxyz"


class Laporan(msgspec.Struct, frozen=True):
    """A report in the making: its year, its figures (faults applied) and the counters of tables and paragraphs."""

    s: Sumber
    tahun: int
    nomor: Iterator[int]
    huruf: Iterator[str]

    def target(self, iku: Indikator) -> str:
        return str(self.s.nilai(f"lkjip/{self.tahun}/{iku.kunci}/target", iku.target[self.tahun]))

    def realisasi(self, iku: Indikator) -> str:
        return str(self.s.nilai(f"lkjip/{self.tahun}/{iku.kunci}/realisasi", iku.realisasi[self.tahun]))

    def hitungan(self, iku: Indikator) -> str:
        return str(self.s.nilai(f"lkjip/{self.tahun}/{iku.kunci}/hitungan", iku.hitungan[self.tahun]))

    def capaian(self, iku: Indikator) -> Decimal:
        return capaian(self.target(iku), self.realisasi(iku), iku.arah)

    def judul_tabel(self, teks: str) -> str:
        return f"Tabel 3.{next(self.nomor)} {teks}"

    def butir(self, teks: str) -> Judul:
        return Judul(f"{next(self.huruf)}. {teks}", 3)


def alinea(teks: str) -> Paragraf:
    """A paragraph with its first line indented."""
    return Paragraf(teks, menjorok=True)


def tabel_iku(*lebar: float, judul: str, kolom: tuple[str, ...], isi: Sequence[tuple[str | Sel, ...]]) -> Tabel:
    """A table with one header row."""
    return Tabel(lebar, (kepala(*kolom),), tuple(baris(*one) for one in isi), judul)


def kegiatan(iku: Indikator) -> list[Kegiatan]:
    """The kegiatan that serve an indicator."""
    return [one for program in PROGRAM for one in program.kegiatan if one.iku == iku.kunci]


def uang(iku: Indikator, tahun: int) -> tuple[int, int]:
    """Spent and pagu of the kegiatan that serve an indicator in a year."""
    items = kegiatan(iku)
    return sum(serapan_kegiatan(one, tahun) for one in items), sum(pagu_kegiatan(one, tahun) for one in items)


def seluruhnya(tahun: int) -> tuple[int, int]:
    """Spent and pagu of all programs in a year."""
    return sum(serapan_program(one, tahun) for one in PROGRAM), sum(pagu_program(one, tahun) for one in PROGRAM)


def bagi(bagian: int, seluruh: int) -> Decimal:
    """A part in per cent of a whole, rounded to two decimals."""
    return bulat(Decimal(bagian) / seluruh * 100)
