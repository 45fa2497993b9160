"""Records of measurement and reporting: pengukuran kinerja and laporan kinerja."""

from __future__ import annotations

from typing import ClassVar

from saksama.parsers.records.types.base import Isi, Part, Row


class Triwulan(Part, frozen=True):
    target: str | None = None
    realisasi: str | None = None
    capaian: str | None = None


Rupiah = int | str | None
"""Rupiah as an integer; the printed text where something else stands in its place ("-"); None for an empty cell."""


class AnggaranTriwulan(Part, frozen=True):
    pagu: Rupiah = None
    pagu_teks: str | None = None
    realisasi: Rupiah = None
    realisasi_teks: str | None = None
    capaian: str | None = None


class BarisPengukuran(Row, frozen=True):
    tujuan: str | None = None
    sasaran: str | None = None
    indikator: str | None = None
    satuan: str | None = None
    target: str | None = None
    realisasi: str | None = None
    capaian: str | None = None
    triwulan: tuple[Triwulan, Triwulan, Triwulan, Triwulan] | None = None
    program_pendukung: str | None = None
    kondisi_akhir: str | None = None
    capaian_kondisi_akhir: str | None = None


class AnggaranPengukuran(Row, frozen=True):
    kode: str | None = None
    uraian: str | None = None
    pagu: Rupiah = None
    pagu_teks: str | None = None
    realisasi: Rupiah = None
    realisasi_teks: str | None = None
    capaian: str | None = None
    triwulan: tuple[AnggaranTriwulan, AnggaranTriwulan, AnggaranTriwulan, AnggaranTriwulan] | None = None


class PengukuranKinerja(Isi, frozen=True, tag="pengukuran_kinerja"):
    JENIS: ClassVar[str] = "pengukuran_kinerja"

    judul: str | None = None
    triwulan: int | None = None
    baris: tuple[BarisPengukuran, ...] = ()
    anggaran: tuple[AnggaranPengukuran, ...] = ()
    kolom: tuple[str, ...] = ()


Halaman = int | bool | None
"""First page from 1, True where the format has no pages, None when absent."""


class Bagian(Part, frozen=True):
    kata_pengantar: Halaman = None
    daftar_isi: Halaman = None
    daftar_tabel: Halaman = None
    ikhtisar_eksekutif: Halaman = None
    bab_1: Halaman = None
    bab_2: Halaman = None
    bab_3: Halaman = None
    bab_4: Halaman = None
    lampiran: Halaman = None


class Perbandingan(Part, frozen=True):
    """Pages on which such a table or analysis stands; True where the format has no pages."""

    target_realisasi: tuple[int | bool, ...] = ()
    tahun_lalu: tuple[int | bool, ...] = ()
    akhir_renstra: tuple[int | bool, ...] = ()
    nasional: tuple[int | bool, ...] = ()
    alokasi: tuple[int | bool, ...] = ()
    kinerja_anggaran: tuple[int | bool, ...] = ()
    efisiensi: tuple[int | bool, ...] = ()
    analisis_penyebab: tuple[int | bool, ...] = ()
    program_penunjang: tuple[int | bool, ...] = ()
    realisasi_anggaran: tuple[int | bool, ...] = ()


class CapaianLaporan(Row, frozen=True):
    """One row of a target/realisasi table. tahun is the year the figures are for (None: the report's year)."""

    tabel: str | None = None
    halaman: int | None = None
    tahun: int | None = None
    sasaran: str | None = None
    indikator: str | None = None
    satuan: str | None = None
    target: str | None = None
    realisasi: str | None = None
    capaian: str | None = None
    target_akhir: str | None = None
    """End-of-Renstra target, where the table has that column."""
    realisasi_lalu: str | None = None
    """Last year's realisasi, where the table has that column."""
    capaian_akhir: str | None = None
    """Progress towards the end-of-Renstra target in per cent, where the table has that column."""


class AnggaranLaporan(Row, frozen=True):
    tabel: str | None = None
    halaman: int | None = None
    uraian: str | None = None
    pagu: int | None = None
    pagu_teks: str | None = None
    realisasi: int | None = None
    realisasi_teks: str | None = None
    capaian: str | None = None


class TotalAnggaran(Part, frozen=True):
    pagu: int | None = None
    realisasi: int | None = None
    capaian: str | None = None


class LaporanKinerja(Isi, frozen=True, tag="laporan_kinerja"):
    JENIS: ClassVar[str] = "laporan_kinerja"

    judul: str | None = None
    bagian: Bagian = Bagian()
    perbandingan: Perbandingan = Perbandingan()
    capaian: tuple[CapaianLaporan, ...] = ()
    rencana: tuple[CapaianLaporan, ...] = ()
    """Rows of tables before chapter III that only set the year's targets (RKT, PK): no realisasi, no capaian."""
    riwayat: tuple[CapaianLaporan, ...] = ()
    """Rows of tables that set the year's realisasi against last year's, without a target."""
    anggaran: tuple[AnggaranLaporan, ...] = ()
    total_anggaran: TotalAnggaran | None = None
    sebagian: bool = False
    """True for a file that holds only some chapters of a report."""
