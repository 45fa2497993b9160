# ruff: noqa: E501 - the sentences of documents stay whole
"""The annual report (LKjIP) of a year, with every comparison of the law's outline, for n and for n-1."""

from __future__ import annotations

from decimal import Decimal
from itertools import count

from anggaran import PROGRAM
from indikator import INDIKATOR, capaian
from kecamatan import (
    AKHIR,
    AWAL,
    BANYAK_DESA,
    KABUPATEN,
    KOP,
    SASARAN,
    TAHUN,
    TUJUAN,
    UNIT,
    pagu_program,
)
from laporan_bab3 import bab_3
from laporan_dasar import HURUF, Laporan, alinea, bagi, seluruhnya, tabel_iku
from naskah import (
    Blok,
    Butir,
    DaftarIsi,
    Dokumen,
    HalamanBaru,
    Judul,
    Kop,
    Sumber,
    angka,
    bernomor,
    bulat,
    nilai,
    tengah,
)
from rencana import NAMA_SASARAN, sah


def susun(s: Sumber) -> dict[str, Dokumen]:
    """The reports of n and n-1, by file."""
    return {f"03-pelaporan/lkjip-{year}.pdf": _laporan(s, year) for year in (TAHUN, TAHUN - 1)}


def _laporan(s: Sumber, tahun: int) -> Dokumen:
    r = Laporan(s, tahun, count(1), iter(HURUF))
    blok = (*_depan(r), *_bab_1(r), *_bab_2(r), *bab_3(r), *_bab_4(r), *_lampiran(r))
    return Dokumen(blok, kaki=f"Laporan Kinerja {UNIT} Tahun {tahun}")


def _depan(r: Laporan) -> tuple[Blok, ...]:
    name = f"{UNIT.upper()} {KABUPATEN.upper()}"
    key = f"lkjip/{r.tahun}/ikhtisar/ikm"
    ikm = INDIKATOR[0]
    below = [one for one in INDIKATOR if r.capaian(one) < 100]
    mean = bulat(sum((r.capaian(one) for one in INDIKATOR), Decimal(0)) / len(INDIKATOR))
    spent, pagu = seluruhnya(r.tahun)
    return (
        Kop(KOP),
        Judul(f"LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)\n{name}\nTAHUN {r.tahun}"),
        HalamanBaru(),
        Judul("KATA PENGANTAR", 1),
        alinea(
            f"Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa karena Laporan Kinerja Instansi Pemerintah {UNIT} "
            f"{KABUPATEN} Tahun {r.tahun} dapat diselesaikan. Laporan ini mempertanggungjawabkan kinerja yang "
            f"diperjanjikan dalam Perjanjian Kinerja Tahun {r.tahun}."
        ),
        alinea("Kami mengharapkan masukan dari seluruh pihak untuk perbaikan kinerja pada tahun berikutnya."),
        sah(f"{r.tahun + 1}-02-14"),
        HalamanBaru(),
        Judul("DAFTAR ISI", 1),
        DaftarIsi("judul"),
        Judul("DAFTAR TABEL", 1),
        DaftarIsi("tabel"),
        HalamanBaru(),
        Judul("IKHTISAR EKSEKUTIF", 1),
        alinea(
            f"{UNIT} menetapkan {len(SASARAN)} sasaran dengan {len(INDIKATOR)} Indikator Kinerja Utama pada tahun "
            f"{r.tahun}. Rata-rata capaian kinerja adalah {angka(mean)}%, dengan realisasi anggaran {angka(bagi(spent, pagu))}%."
        ),
        alinea(
            f"{ikm.nama} terealisasi {r.s.nilai(key, r.realisasi(ikm))} dari target {r.target(ikm)}. Indikator yang belum "
            f"mencapai target adalah {', '.join(one.nama for one in below)}, karena "
            f"{', '.join(one.sebab[r.tahun] for one in below)}; langkah yang diambil adalah "
            f"{', '.join(one.solusi[r.tahun] for one in below)}."
        ),
        alinea("Capaian setiap indikator secara ringkas adalah sebagai berikut."),
        bernomor(f"{one.nama} dengan capaian {angka(r.capaian(one))}%." for one in INDIKATOR),
        HalamanBaru(),
    )


def _bab_1(r: Laporan) -> tuple[Blok, ...]:
    problems = [
        "Pergantian bendahara desa membuat sebagian laporan keuangan desa terlambat.",
        "Kunjungan layanan menumpuk pada jam tertentu.",
        r.s.nilai(f"lkjip/{r.tahun}/permasalahan", "Titik rawan gangguan ketertiban tersebar di wilayah yang luas."),
    ]
    return (
        Judul("BAB I\nPENDAHULUAN", 1),
        Judul("1.1. Gambaran Umum Organisasi", 2),
        alinea(
            f"{UNIT} adalah perangkat daerah {KABUPATEN} yang membawahi {BANYAK_DESA} desa. Camat dibantu oleh Sekretaris "
            "Kecamatan, Kepala Seksi Pelayanan Umum, Kepala Seksi Pemerintahan, Kepala Seksi Ketenteraman dan Ketertiban "
            "Umum, serta Kepala Subbagian Perencanaan dan Keuangan, dengan 22 pegawai."
        ),
        Judul("1.2. Permasalahan Utama yang Dihadapi", 2),
        bernomor(problems),
    )


def _bab_2(r: Laporan) -> tuple[Blok, ...]:
    agreed = tabel_iku(
        1, 6, 7, 2, 2,
        judul=f"Tabel 2.2 Perjanjian Kinerja Tahun {r.tahun}",
        kolom=("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"),
        isi=[
            (tengah(str(n)), NAMA_SASARAN[one.sasaran], one.nama, tengah(one.satuan), tengah(r.target(one)))
            for n, one in enumerate(INDIKATOR, 1)
        ],
    )  # fmt: skip
    programs = tabel_iku(
        1, 11, 5,
        judul=f"Tabel 2.1 Program dan Anggaran Tahun {r.tahun}",
        kolom=("No", "Program", "Anggaran (Rp)"),
        isi=[
            (tengah(str(n)), f"{one.kode} {one.nama}", nilai(pagu_program(one, r.tahun), 0))
            for n, one in enumerate(PROGRAM, 1)
        ],
    )  # fmt: skip
    return (
        Judul("BAB II\nPERENCANAAN KINERJA", 1),
        Judul("2.1. Rencana Strategis", 2),
        alinea(
            f"Renstra {UNIT} Tahun {AWAL}-{AKHIR} menetapkan tujuan {TUJUAN[0].lower()}{TUJUAN[1:]}, dengan sasaran:"
        ),
        bernomor(f"{one.nama}." for one in SASARAN),
        Judul("2.2. Program dan Kegiatan", 2),
        alinea(f"Sasaran tersebut dicapai melalui {len(PROGRAM)} program yang dijabarkan ke dalam kegiatan."),
        programs,
        Judul("2.3. Perjanjian Kinerja", 2),
        alinea(f"Perjanjian Kinerja Tahun {r.tahun} antara Camat Mekarsari dan Bupati Sukamaju memuat target berikut."),
        agreed,
    )


def _bab_4(r: Laporan) -> tuple[Blok, ...]:
    below = [one for one in INDIKATOR if r.capaian(one) < 100]
    reached = len(INDIKATOR) - len(below)
    plain = (
        f"Sebanyak {reached} dari {len(INDIKATOR)} indikator mencapai target, sedangkan "
        f"{', '.join(one.nama for one in below)} belum mencapai target dengan capaian "
        f"{', '.join(angka(r.capaian(one)) for one in below)}%."
    )
    return (
        Judul("BAB IV\nPENUTUP", 1),
        Judul("4.1. Kesimpulan", 2),
        alinea(r.s.nilai(f"lkjip/{r.tahun}/kesimpulan", plain)),
        Judul("4.2. Langkah-langkah untuk Meningkatkan Kinerja", 2),
        bernomor(f"{one.solusi[r.tahun][0].upper()}{one.solusi[r.tahun][1:]}." for one in INDIKATOR),
        sah(f"{r.tahun + 1}-02-14"),
    )


def _lampiran(r: Laporan) -> tuple[Blok, ...]:
    years = tuple(range(AWAL, AKHIR + 1))
    before = r.tahun - 1
    matrix = tabel_iku(
        1, 6, 1.8, *(1.7,) * 6,
        judul=f"Lampiran 1 Matriks Renstra Tahun {AWAL}-{AKHIR}",
        kolom=("No", "Indikator Kinerja", "Satuan", *(f"Target {year}" for year in years)),
        isi=[
            (tengah(str(n)), one.nama, tengah(one.satuan), *(tengah(r.target(one) if year == r.tahun else one.target[year]) for year in years))
            for n, one in enumerate(INDIKATOR, 1)
        ],
    )  # fmt: skip
    last = tabel_iku(
        1, 8, 2, 2, 2.2, 2.2,
        judul=f"Lampiran 2 Perjanjian Kinerja dan Pengukuran Kinerja Tahun {before}",
        kolom=("No", "Indikator Kinerja", "Satuan", f"Target {before}", f"Realisasi {before}", "Capaian (%)"),
        isi=[
            (
                tengah(str(n)), one.nama, tengah(one.satuan), tengah(one.target[before]), tengah(one.realisasi[before]),
                tengah(angka(capaian(one.target[before], one.realisasi[before], one.arah))),
            )
            for n, one in enumerate(INDIKATOR, 1)
        ],
    )  # fmt: skip
    now = tabel_iku(
        1, 6, 7, 2, 2,
        judul=f"Lampiran 3 Perjanjian Kinerja Tahun {r.tahun}",
        kolom=("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"),
        isi=[
            (tengah(str(n)), NAMA_SASARAN[one.sasaran], one.nama, tengah(one.satuan), tengah(r.target(one)))
            for n, one in enumerate(INDIKATOR, 1)
        ],
    )  # fmt: skip
    names = Butir((("1.", "Matriks Renstra"), ("2.", f"Perjanjian Kinerja dan Pengukuran Kinerja Tahun {before}"),
                   ("3.", f"Perjanjian Kinerja Tahun {r.tahun}")))  # fmt: skip
    return (HalamanBaru(), Judul("LAMPIRAN", 1), names, matrix, last, now)
