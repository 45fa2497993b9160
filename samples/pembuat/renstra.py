# ruff: noqa: E501 - the sentences of documents stay whole
"""The Renstra: eight chapters, the table of sasaran and the table of programs with yearly targets and pagu."""

from __future__ import annotations

from anggaran import PROGRAM
from indikator import INDIKATOR
from kecamatan import AKHIR, AWAL, BANYAK_DESA, KABUPATEN, KOP, TUJUAN, UNIT, pagu_kegiatan, pagu_program, pagu_sub
from naskah import (
    Blok,
    DaftarIsi,
    Dokumen,
    HalamanBaru,
    Judul,
    Kop,
    Paragraf,
    Sel,
    Sumber,
    Tabel,
    baris,
    bernomor,
    kepala,
    nilai,
    tengah,
)
from rencana import NAMA_SASARAN, nomor, sah

TAHUN_RENSTRA = tuple(range(AWAL, AKHIR + 1))


def susun(s: Sumber) -> dict[str, Dokumen]:
    """The Renstra, by file."""
    blok = (*_depan(), *_bab_awal(), *_bab_sasaran(), *_bab_program(s), *_bab_akhir())
    footer = f"Renstra {UNIT} Tahun {AWAL}-{AKHIR}"
    return {f"01-perencanaan/renstra-{AWAL}-{AKHIR}.pdf": Dokumen(blok, mendatar=True, kaki=footer)}


def _depan() -> tuple[Blok, ...]:
    return (
        Kop(KOP),
        Judul(f"RENCANA STRATEGIS (RENSTRA)\n{UNIT.upper()} {KABUPATEN.upper()}\nTAHUN {AWAL}-{AKHIR}"),
        nomor(f"000.7.2/012/{AWAL}"),
        Paragraf("Ditetapkan dengan Keputusan Camat Mekarsari tanggal 27 September 2021", rata="tengah"),
        HalamanBaru(),
        Judul("DAFTAR ISI"),
        DaftarIsi("judul"),
        Judul("DAFTAR TABEL"),
        DaftarIsi("tabel"),
        HalamanBaru(),
    )


def _bab_awal() -> tuple[Blok, ...]:
    return (
        Judul("BAB I\nPENDAHULUAN", 1),
        Judul("1.1. Latar Belakang", 2),
        Paragraf(
            f"Renstra {UNIT} disusun sebagai dokumen perencanaan periode {AWAL}-{AKHIR} yang menjabarkan arah "
            "pembangunan daerah ke dalam tujuan, sasaran, program dan kegiatan kecamatan.",
            menjorok=True,
        ),
        Judul("1.2. Landasan Hukum", 2),
        bernomor(
            (
                "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;",
                "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;",
            )
        ),
        Judul("BAB II\nGAMBARAN PELAYANAN PERANGKAT DAERAH", 1),
        Judul("2.1. Tugas, Fungsi dan Struktur Organisasi", 2),
        Paragraf(
            f"{UNIT} membawahi {BANYAK_DESA} desa. Camat dibantu oleh Sekretaris Kecamatan, tiga Kepala Seksi dan "
            "satu Kepala Subbagian, dengan 22 pegawai.",
            menjorok=True,
        ),
        Judul("2.2. Kinerja Pelayanan", 2),
        Paragraf(
            "Pada tahun 2020 Indeks Kepuasan Masyarakat berada pada 80,10 dan rata-rata waktu penyelesaian layanan "
            "administrasi 3,00 hari. Sebanyak 12 dari 20 desa menyampaikan laporan keuangan tepat waktu.",
            menjorok=True,
        ),
        Judul("BAB III\nPERMASALAHAN DAN ISU STRATEGIS PERANGKAT DAERAH", 1),
        Judul("3.1. Permasalahan", 2),
        bernomor(
            (
                "Waktu penyelesaian layanan administrasi belum merata antarjenis layanan.",
                "Laporan keuangan beberapa desa terlambat karena pergantian bendahara.",
                "Gangguan ketertiban umum di titik rawan belum terselesaikan seluruhnya.",
            )
        ),
        Judul("3.2. Isu Strategis", 2),
        bernomor(("Kualitas layanan publik kecamatan.", "Tata kelola keuangan desa.", "Ketertiban umum wilayah.")),
    )


def _bab_sasaran() -> tuple[Blok, ...]:
    rows: list[tuple[Sel, ...]] = []
    for number, iku in enumerate(INDIKATOR, 1):
        years = tuple(tengah(iku.target[year]) for year in TAHUN_RENSTRA)
        start = (tengah(str(number)), TUJUAN, NAMA_SASARAN[iku.sasaran], iku.nama, tengah(iku.satuan))
        rows.append(baris(*start, tengah(iku.awal), *years, tengah(iku.target[AKHIR])))
    tall = ("No", "Tujuan", "Sasaran", "Indikator Sasaran", "Satuan", "Kondisi Awal (2020)")
    head = (
        (
            *(Sel(one, baris=2, rata="tengah", tebal=True) for one in tall),
            Sel("Target Kinerja Tahun", kolom=len(TAHUN_RENSTRA), rata="tengah", tebal=True),
            Sel("Kondisi Akhir", baris=2, rata="tengah", tebal=True),
        ),
        kepala(*(str(year) for year in TAHUN_RENSTRA)),
    )
    return (
        Judul("BAB IV\nTUJUAN DAN SASARAN", 1),
        Paragraf(
            f"Tujuan {UNIT} adalah {TUJUAN[0].lower()}{TUJUAN[1:]}. Tujuan tersebut dijabarkan ke dalam "
            f"{len(NAMA_SASARAN)} sasaran dengan {len(INDIKATOR)} indikator sebagaimana Tabel 4.1.",
            menjorok=True,
        ),
        Tabel(
            (1, 4.5, 4.5, 5, 2, 2, *(1.7,) * 6, 2),
            head,
            tuple(rows),
            "Tabel 4.1 Tujuan, Sasaran, Indikator dan Target Kinerja",
        ),
        Judul("BAB V\nSTRATEGI DAN ARAH KEBIJAKAN", 1),
        bernomor(
            (
                "Menyederhanakan alur layanan dan memakai tanda tangan elektronik.",
                "Mendampingi desa dalam penyusunan laporan keuangan.",
                "Melaksanakan patroli gabungan pada titik rawan.",
                "Memeriksa kesiapan dokumen kinerja sebelum tenggat.",
            )
        ),
    )


def _bab_program(s: Sumber) -> tuple[Blok, ...]:
    rows: list[tuple[Sel, ...]] = []
    for program in PROGRAM:
        unit = s.nilai(f"renstra/{program.kode}/satuan", "%")
        money = {year: pagu_program(program, year) for year in TAHUN_RENSTRA}
        rows.append(_baris_program((program.kode, program.nama, program.indikator, unit), program.target, money))
        for kegiatan in program.kegiatan:
            money = {year: pagu_kegiatan(kegiatan, year) for year in TAHUN_RENSTRA}
            same = dict.fromkeys(TAHUN_RENSTRA, str(kegiatan.target))
            start = (kegiatan.kode, kegiatan.nama, kegiatan.indikator, kegiatan.satuan)
            rows.append(_baris_program(start, same, money))
            for sub in kegiatan.sub:
                money = {year: pagu_sub(sub, year) for year in TAHUN_RENSTRA}
                same = dict.fromkeys(TAHUN_RENSTRA, str(sub.target))
                rows.append(_baris_program((sub.kode, sub.nama, sub.indikator, sub.satuan), same, money))
    tall = ("Kode", "Program / Kegiatan / Sub Kegiatan", "Indikator Kinerja", "Satuan")
    head = (
        (
            *(Sel(one, baris=2, rata="tengah", tebal=True) for one in tall),
            *(Sel(str(year), kolom=2, rata="tengah", tebal=True) for year in TAHUN_RENSTRA),
        ),
        kepala(*("Target", "Pagu (Rp)") * len(TAHUN_RENSTRA)),
    )
    return (
        Judul("BAB VI\nRENCANA PROGRAM DAN KEGIATAN SERTA PENDANAAN", 1),
        Tabel(
            (3.3, 4.4, 4.4, 2.3, *(1.65, 2.7) * 6),
            head,
            tuple(rows),
            "Tabel 6.1 Program, Kegiatan, Sub Kegiatan, Target dan Pagu Indikatif",
            ukuran=6.3,
        ),
    )


def _baris_program(awal: tuple[str, str, str, str], target: dict[int, str], pagu: dict[int, int]) -> tuple[Sel, ...]:
    cells = [(tengah(target[year]), nilai(pagu[year], 0)) for year in TAHUN_RENSTRA]
    return baris(*awal[:3], tengah(awal[3]), *(cell for pair in cells for cell in pair))


def _bab_akhir() -> tuple[Blok, ...]:
    return (
        Judul("BAB VII\nKINERJA PENYELENGGARAAN BIDANG URUSAN", 1),
        Paragraf(
            "Indikator sasaran pada Tabel 4.1 menjadi Indikator Kinerja Utama dan dipakai tetap sampai akhir periode.",
            menjorok=True,
        ),
        Judul("BAB VIII\nPENUTUP", 1),
        Paragraf(
            "Renstra ini menjadi pedoman penyusunan Rencana Kerja, Perjanjian Kinerja, Rencana Aksi dan Laporan Kinerja.",
            menjorok=True,
        ),
        sah(f"{AWAL}-09-27"),
    )
