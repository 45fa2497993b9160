"""The made-up kecamatan: people, performance and money, from which every document of the samples is printed.

Everything is invented except the names and codes of programs, which are those of the national register (Kepmendagri).
"""

from __future__ import annotations

from decimal import Decimal

import msgspec
from naskah import bulat

UNIT, KABUPATEN, TEMPAT = "Kecamatan Mekarsari", "Kabupaten Sukamaju", "Mekarsari"
KOP = (
    "PEMERINTAH KABUPATEN SUKAMAJU",
    "KECAMATAN MEKARSARI",
    "Jalan Anggrek Nomor 1 Mekarsari 00001 Telepon (0000) 000001 Laman mekarsari.sukamaju.example",
)
TAHUN, AWAL, AKHIR = 2024, 2021, 2026
TUJUAN = "Meningkatnya kualitas penyelenggaraan pemerintahan kecamatan"
INDIKATOR_TUJUAN = "Indeks Kepuasan Masyarakat"
BANYAK_DESA = 20


class Orang(msgspec.Struct, frozen=True):
    kunci: str
    nama: str
    jabatan: str
    pangkat: str = ""
    nip: str = ""


ORANG = {
    one.kunci: one
    for one in (
        Orang("bupati", "Dr. H. Wirya Sentanu Adiguna, M.Si.", "Bupati Sukamaju"),
        Orang(
            "camat",
            "Raka Bimantoro, S.STP., M.Si.",
            "Camat Mekarsari",
            "Pembina Tingkat I (IV/b)",
            "197801012003011901",
        ),
        Orang("sekcam", "Dra. Sekar Pratiwindari", "Sekretaris Kecamatan", "Pembina (IV/a)", "197902022004022902"),
        Orang(
            "pelayanan",
            "Lestari Anggunwati, S.Sos.",
            "Kepala Seksi Pelayanan Umum",
            "Penata Tingkat I (III/d)",
            "198203032006032903",
        ),
        Orang(
            "pemerintahan",
            "Danu Wijayakrama, S.IP.",
            "Kepala Seksi Pemerintahan",
            "Penata Tingkat I (III/d)",
            "198304042007041904",
        ),
        Orang(
            "trantib",
            "Bagas Surendra, S.H.",
            "Kepala Seksi Ketenteraman dan Ketertiban Umum",
            "Penata (III/c)",
            "198505052009051905",
        ),
        Orang(
            "perencanaan",
            "Ratih Kusumaningsih, S.E.",
            "Kepala Subbagian Perencanaan dan Keuangan",
            "Penata (III/c)",
            "198606062010062906",
        ),
        Orang(
            "pelaksana", "Galih Pamungkasari", "Pengelola Layanan Operasional", "Pengatur (II/c)", "199207072015071907"
        ),
        Orang(
            "inspektur",
            "Drs. Panji Wulandaru, M.M.",
            "Inspektur Kabupaten Sukamaju",
            "Pembina Utama Muda (IV/c)",
            "197008081995081908",
        ),
    )
}


class Sasaran(msgspec.Struct, frozen=True):
    kunci: str
    nama: str
    lintas: tuple[str, str]
    """The other perangkat daerah that supports it, and how (crosscutting)."""


SASARAN = (
    Sasaran(
        "layanan",
        "Meningkatnya kualitas pelayanan publik kecamatan",
        (
            "Dinas Kependudukan dan Pencatatan Sipil",
            "Penyediaan blangko dan jaringan layanan administrasi kependudukan",
        ),
    ),
    Sasaran(
        "desa",
        "Meningkatnya kualitas tata kelola keuangan desa",
        ("Dinas Pemberdayaan Masyarakat dan Desa", "Pendampingan penyusunan laporan keuangan desa"),
    ),
    Sasaran(
        "tertib",
        "Meningkatnya ketertiban umum di wilayah kecamatan",
        ("Satuan Polisi Pamong Praja", "Patroli gabungan dan penegakan peraturan daerah"),
    ),
    Sasaran(
        "akuntabel",
        "Meningkatnya akuntabilitas kinerja kecamatan",
        ("Badan Perencanaan Pembangunan Daerah", "Asistensi penyusunan dokumen akuntabilitas kinerja"),
    ),
)


class Sub(msgspec.Struct, frozen=True):
    kode: str
    nama: str
    indikator: str
    satuan: str
    target: int
    pagu: int
    """Pagu of 2024; other years follow `PERTUMBUHAN`."""


class Kegiatan(msgspec.Struct, frozen=True):
    """serapan: percent of pagu spent by the end of each quarter of 2024, and in 2023."""

    kode: str
    nama: str
    indikator: str
    satuan: str
    target: int
    iku: str
    pengampu: str
    serapan: tuple[str, str, str, str]
    serapan_lalu: str
    aksi: tuple[tuple[str, str], ...]
    """Action and its quarters, as "I II III IV"."""
    sub: tuple[Sub, ...]


class Program(msgspec.Struct, frozen=True):
    kode: str
    nama: str
    sasaran: str
    indikator: str
    target: dict[int, str]
    kegiatan: tuple[Kegiatan, ...]


PERTUMBUHAN = {2021: "0.88", 2022: "0.92", 2023: "0.95", 2024: "1", 2025: "1.04", 2026: "1.08"}


def pagu_sub(sub: Sub, tahun: int) -> int:
    """Pagu of a sub kegiatan in a year, in whole hundred thousands."""
    return int(bulat(sub.pagu * Decimal(PERTUMBUHAN[tahun]) / 100_000, 0)) * 100_000


def pagu_kegiatan(kegiatan: Kegiatan, tahun: int = TAHUN) -> int:
    """Pagu of a kegiatan: the sum of its sub kegiatan."""
    return sum(pagu_sub(sub, tahun) for sub in kegiatan.sub)


def pagu_program(program: Program, tahun: int = TAHUN) -> int:
    """Pagu of a program: the sum of its kegiatan."""
    return sum(pagu_kegiatan(one, tahun) for one in program.kegiatan)


def serapan_kegiatan(kegiatan: Kegiatan, tahun: int = TAHUN, triwulan: int = 4) -> int:
    """Amount spent by the end of a quarter of 2024, or in 2023."""
    share = kegiatan.serapan[triwulan - 1] if tahun == TAHUN else kegiatan.serapan_lalu
    return int(bulat(pagu_kegiatan(kegiatan, tahun) * Decimal(share) / 100, 0))


def serapan_program(program: Program, tahun: int = TAHUN, triwulan: int = 4) -> int:
    """Amount spent of a program: the sum of its kegiatan."""
    return sum(serapan_kegiatan(one, tahun, triwulan) for one in program.kegiatan)
