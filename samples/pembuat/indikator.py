# ruff: noqa: E501 - the sentences of documents stay whole
"""The Indikator Kinerja Utama of the made-up kecamatan: targets, quarters, what was achieved and why."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec
from kecamatan import AKHIR, AWAL
from naskah import bulat


class Indikator(msgspec.Struct, frozen=True):
    """One IKU. target: by year; realisasi: by year; the quarters are those of 2024, cumulative or running."""

    kunci: str
    sasaran: str
    nama: str
    satuan: str
    arah: Literal["naik", "turun"]
    formula: str
    sumber: str
    penanggung_jawab: str
    awal: str
    target: dict[int, str]
    realisasi: dict[int, str]
    hitungan: dict[int, str]
    tw_target: tuple[str, str, str, str]
    tw_realisasi: tuple[str, str, str, str]
    tw_hitungan: tuple[str, str, str, str]
    bukti: str
    sebab: dict[int, str]
    solusi: dict[int, str]


def _tahunan(*values: str) -> dict[int, str]:
    return dict(zip(range(AWAL, AKHIR + 1), values, strict=True))


INDIKATOR = (
    Indikator(
        kunci="ikm",
        sasaran="layanan",
        nama="Indeks Kepuasan Masyarakat",
        satuan="Indeks",
        arah="naik",
        formula="Jumlah nilai persepsi seluruh unsur pelayanan dibagi jumlah unsur yang terisi, dikalikan 25",
        sumber="Laporan survei kepuasan masyarakat",
        penanggung_jawab="Kepala Seksi Pelayanan Umum",
        awal="80,10",
        target=_tahunan("81,00", "82,00", "83,00", "84,00", "85,00", "86,00"),
        realisasi={2022: "81,90", 2023: "83,20", 2024: "84,62"},
        hitungan={2023: "rerata 560 responden", 2024: "rerata 600 responden"},
        tw_target=("84,00", "84,00", "84,00", "84,00"),
        tw_realisasi=("83,44", "83,97", "84,35", "84,62"),
        tw_hitungan=("rerata 150 responden", "rerata 300 responden", "rerata 450 responden", "rerata 600 responden"),
        bukti="Laporan survei kepuasan masyarakat",
        sebab={
            2023: "loket prioritas bagi lansia dan penyandang disabilitas dibuka sepanjang tahun",
            2024: "antrean daring dan loket pengaduan berjalan di seluruh jam layanan",
        },
        solusi={
            2023: "memperluas antrean daring ke seluruh jenis layanan",
            2024: "menambah petugas pendamping pada jam sibuk",
        },
    ),
    Indikator(
        kunci="waktu",
        sasaran="layanan",
        nama="Rata-rata waktu penyelesaian layanan administrasi",
        satuan="Hari",
        arah="turun",
        formula="Jumlah hari penyelesaian seluruh berkas layanan dibagi jumlah berkas yang selesai",
        sumber="Register layanan administrasi",
        penanggung_jawab="Kepala Seksi Pelayanan Umum",
        awal="3,00",
        target=_tahunan("2,80", "2,60", "2,40", "2,20", "2,10", "2,00"),
        realisasi={2022: "2,55", 2023: "2,35", 2024: "2,10"},
        hitungan={2023: "4.512 hari dari 1.920 berkas", 2024: "4.536 hari dari 2.160 berkas"},
        tw_target=("2,20", "2,20", "2,20", "2,20"),
        tw_realisasi=("2,30", "2,25", "2,15", "2,10"),
        tw_hitungan=(
            "1.242 hari dari 540 berkas",
            "2.430 hari dari 1.080 berkas",
            "3.483 hari dari 1.620 berkas",
            "4.536 hari dari 2.160 berkas",
        ),
        bukti="Rekapitulasi waktu layanan administrasi",
        sebab={
            2023: "berkas layanan diperiksa kelengkapannya sejak di desa",
            2024: "tanda tangan elektronik dipakai untuk surat keterangan",
        },
        solusi={
            2023: "memakai tanda tangan elektronik untuk surat keterangan",
            2024: "melatih operator desa memeriksa kelengkapan berkas",
        },
    ),
    Indikator(
        kunci="keuangan",
        sasaran="desa",
        nama="Persentase desa dengan laporan keuangan tepat waktu",
        satuan="%",
        arah="naik",
        formula="(Jumlah desa yang menyampaikan laporan keuangan tepat waktu / jumlah seluruh desa) x 100%",
        sumber="Rekapitulasi laporan keuangan desa",
        penanggung_jawab="Kepala Seksi Pemerintahan",
        awal="60,00",
        target=_tahunan("65,00", "70,00", "80,00", "85,00", "90,00", "95,00"),
        realisasi={2022: "70,00", 2023: "75,00", 2024: "80,00"},
        hitungan={2023: "15 desa dari 20 desa", 2024: "16 desa dari 20 desa"},
        tw_target=("20,00", "45,00", "65,00", "85,00"),
        tw_realisasi=("20,00", "40,00", "65,00", "80,00"),
        tw_hitungan=("4 desa dari 20 desa", "8 desa dari 20 desa", "13 desa dari 20 desa", "16 desa dari 20 desa"),
        bukti="Rekapitulasi laporan keuangan desa",
        sebab={
            2023: "lima desa belum memiliki operator keuangan tetap sehingga laporannya terlambat",
            2024: "empat desa berganti bendahara pada pertengahan tahun sehingga laporannya terlambat",
        },
        solusi={
            2023: "mendampingi penunjukan operator keuangan pada lima desa tersebut",
            2024: "melatih bendahara baru dan menjadwalkan pendampingan bulanan pada empat desa tersebut",
        },
    ),
    Indikator(
        kunci="gangguan",
        sasaran="tertib",
        nama="Persentase gangguan ketertiban umum yang terselesaikan",
        satuan="%",
        arah="naik",
        formula="(Jumlah gangguan ketertiban umum yang terselesaikan / jumlah gangguan yang dilaporkan) x 100%",
        sumber="Register penanganan gangguan ketertiban",
        penanggung_jawab="Kepala Seksi Ketenteraman dan Ketertiban Umum",
        awal="85,00",
        target=_tahunan("86,00", "88,00", "90,00", "92,00", "94,00", "95,00"),
        realisasi={2022: "89,11", 2023: "91,26", 2024: "93,27"},
        hitungan={2023: "94 kejadian dari 103 kejadian", 2024: "97 kejadian dari 104 kejadian"},
        tw_target=("92,00", "92,00", "92,00", "92,00"),
        tw_realisasi=("92,31", "92,16", "93,59", "93,27"),
        tw_hitungan=(
            "24 kejadian dari 26 kejadian",
            "47 kejadian dari 51 kejadian",
            "73 kejadian dari 78 kejadian",
            "97 kejadian dari 104 kejadian",
        ),
        bukti="Rekapitulasi penanganan gangguan ketertiban",
        sebab={
            2023: "pos jaga terpadu aktif di seluruh desa",
            2024: "patroli gabungan dilaksanakan setiap pekan bersama unsur terkait",
        },
        solusi={
            2023: "menjadwalkan patroli gabungan setiap pekan",
            2024: "memetakan titik rawan bersama pemerintah desa",
        },
    ),
    Indikator(
        kunci="dokumen",
        sasaran="akuntabel",
        nama="Persentase dokumen akuntabilitas kinerja yang disampaikan tepat waktu",
        satuan="%",
        arah="naik",
        formula="(Jumlah dokumen akuntabilitas kinerja yang disampaikan tepat waktu / jumlah dokumen yang wajib disampaikan) x 100%",
        sumber="Tanda terima dokumen akuntabilitas kinerja",
        penanggung_jawab="Sekretaris Kecamatan",
        awal="80,00",
        target=_tahunan("80,00", "85,00", "90,00", "95,00", "97,00", "100,00"),
        realisasi={2022: "85,00", 2023: "90,00", 2024: "95,00"},
        hitungan={2023: "18 dokumen dari 20 dokumen", 2024: "19 dokumen dari 20 dokumen"},
        tw_target=("25,00", "50,00", "70,00", "95,00"),
        tw_realisasi=("25,00", "50,00", "75,00", "95,00"),
        tw_hitungan=(
            "5 dokumen dari 20 dokumen",
            "10 dokumen dari 20 dokumen",
            "15 dokumen dari 20 dokumen",
            "19 dokumen dari 20 dokumen",
        ),
        bukti="Rekapitulasi penyampaian dokumen kinerja",
        sebab={
            2023: "kalender pelaporan dibagikan pada awal tahun",
            2024: "tim SAKIP memeriksa kesiapan dokumen dua pekan sebelum tenggat",
        },
        solusi={
            2023: "memeriksa kesiapan dokumen dua pekan sebelum tenggat",
            2024: "mempertahankan pemeriksaan kesiapan dokumen oleh tim SAKIP",
        },
    ),
)


def desimal(teks: str) -> Decimal:
    """A printed number of this module as Decimal."""
    return Decimal(teks.replace(".", "").replace(",", "."))


def capaian(target: str, realisasi: str, arah: str) -> Decimal:
    """Capaian in percent by the formula of the indicator's direction, rounded to two decimals."""
    t, r = desimal(target), desimal(realisasi)
    return bulat((r if arah == "naik" else t - (r - t)) / t * 100)
