"""The seeded faults of `bermasalah`: each is a set of overrides, and what a checker must say about it."""

from __future__ import annotations

from typing import Any

import msgspec
from indikator import INDIKATOR
from kecamatan import TAHUN
from pendukung import DASAR, berkas_bukti

PK = f"01-perencanaan/pk/pk-{{}}-{TAHUN}.docx"
RA = f"01-perencanaan/rencana-aksi-{TAHUN}.docx"
LKJIP = f"03-pelaporan/lkjip-{TAHUN}.pdf"
TL = f"04-evaluasi/tindak-lanjut-lhe-{TAHUN}.docx"
PEDOMAN = f"05-pendukung/pedoman-pengukuran-{TAHUN}.docx"
PERMENPAN_12 = (
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 12 Tahun 2015 tentang Pedoman "
    "Evaluasi Atas Implementasi Sistem Akuntabilitas Kinerja Instansi Pemerintah."
)
_BUKTI_HILANG = berkas_bukti(next(one.bukti for one in INDIKATOR if one.kunci == "keuangan"), 4)


class Kesalahan(msgspec.Struct, frozen=True):
    """One fault: the rule that must find it, the file the finding names, and the overrides that make it.

    berkas is None for a finding on the submission as a whole. akibat: rules that the same fault makes fail as well.
    """

    aturan: str
    berkas: str | None
    uraian: str
    lokasi: str
    ubah: dict[str, Any]
    akibat: tuple[str, ...] = ()


KESALAHAN = (
    Kesalahan(
        "BRK-001",
        None,
        "Pengukuran kinerja triwulan III tidak disertakan",
        "seluruh pengajuan",
        {f"berkas/02-pengukuran/pkpk-tw3-{TAHUN}.docx": False},
    ),
    Kesalahan(
        "BRK-011",
        LKJIP,
        "Sisa isian templat pada daftar permasalahan",
        "Bab I, 1.2, butir 3",
        {f"lkjip/{TAHUN}/permasalahan": "(sebutkan permasalahan lainnya)"},
    ),
    Kesalahan(
        "BRK-012",
        PEDOMAN,
        "Nama kecamatan lain terbawa pada ruang lingkup pedoman",
        "Bab I, huruf B",
        {"pedoman/pengukuran/lingkup": "Pedoman ini berlaku di lingkungan Kecamatan Cempakasari."},
    ),
    Kesalahan(
        "REG-001",
        PEDOMAN,
        "Pedoman merujuk Permenpan RB 12/2015 yang telah dicabut",
        "Bab I, huruf A, butir 3",
        {"pedoman/pengukuran/dasar": (*DASAR[:2], PERMENPAN_12)},
    ),
    Kesalahan(
        "PK-006",
        PK.format("perencanaan"),
        "Paragraf supervisi dan evaluasi pihak kedua tidak ada",
        "halaman pernyataan",
        {"pk/perencanaan/supervisi": False},
    ),
    Kesalahan(
        "PK-007",
        PK.format("trantib"),
        "Tanggal penandatanganan hanya titik-titik",
        "blok tanda tangan",
        {"pk/trantib/tanggal": f".................... {TAHUN}"},
        ("BRK-009",),
    ),
    Kesalahan(
        "PK-014",
        PK.format("camat"),
        "Jumlah anggaran tertulis Rp2.907.000.000, seharusnya Rp2.970.000.000",
        "lampiran, tabel program, baris JUMLAH",
        {"pk/camat/total": 2_907_000_000},
    ),
    Kesalahan(
        "PK-016",
        PK.format("pemerintahan"),
        "PK ditandatangani 18 Maret 2024, lebih dari satu bulan setelah DPA 2 Januari 2024",
        "blok tanda tangan",
        {"pk/pemerintahan/tanggal": f"18 Maret {TAHUN}"},
    ),
    Kesalahan(
        "PK-019",
        PK.format("pelaksana"),
        "Bulan lahir dalam NIP adalah 13",
        "blok tanda tangan pihak pertama",
        {"pk/pelaksana/nip": "199213072015071907"},
    ),
    Kesalahan(
        "RA-005",
        RA,
        "Target triwulan 20, 45, 65, 80 tidak sampai pada target tahunan 85",
        "tabel 1, indikator Persentase desa dengan laporan keuangan tepat waktu, kolom IV",
        {"ra/keuangan/4": "80,00"},
    ),
    Kesalahan(
        "RA-007",
        RA,
        "Data dukung satu indikator kosong",
        "tabel 1, indikator Persentase gangguan ketertiban umum yang terselesaikan",
        {"ra/gangguan/data_dukung": ""},
    ),
    Kesalahan(
        "PKPK-003",
        f"02-pengukuran/pkpk-tw2-{TAHUN}.xlsx",
        "Capaian Indeks Kepuasan Masyarakat tertulis 109,96, seharusnya 99,96",
        "lembar TW II, indikator Indeks Kepuasan Masyarakat, kolom Capaian",
        {"pkpk/2/ikm/capaian": "109,96"},
    ),
    Kesalahan(
        "SEL-008",
        f"02-pengukuran/pkpk-tw2-{TAHUN}.xlsx",
        "Target triwulan II tertulis 60,00, dalam Rencana Aksi 50,00",
        "lembar TW II, indikator Persentase dokumen akuntabilitas kinerja yang disampaikan tepat waktu, kolom Target",
        {"pkpk/2/dokumen/target": "60,00"},
    ),
    Kesalahan(
        "PKPK-010",
        f"02-pengukuran/pkpk-tw1-{TAHUN}.docx",
        "Pengukuran triwulan I bertanggal 25 April 2024, lewat minggu pertama setelah triwulan",
        "blok tanda tangan",
        {"pkpk/1/tanggal": f"25 April {TAHUN}"},
    ),
    Kesalahan(
        "LKJ-012",
        LKJIP,
        "Perbandingan dengan target akhir Renstra tidak ada, padahal direkomendasikan LHE dan dinyatakan selesai",
        "Bab III, 3.1",
        {f"lkjip/{TAHUN}/akhir_renstra": False},
        ("TL-004", "TL-006"),
    ),
    Kesalahan(
        "LKJ-021",
        LKJIP,
        "Ikhtisar eksekutif menyebut 86,42, tabel 84,62",
        "Ikhtisar Eksekutif, paragraf 2",
        {f"lkjip/{TAHUN}/ikhtisar/ikm": "86,42"},
    ),
    Kesalahan(
        "LKJ-027",
        LKJIP,
        "Kesimpulan menyatakan seluruh indikator mencapai target, tabel menunjukkan satu indikator 94,12%",
        "Bab IV, 4.1",
        {f"lkjip/{TAHUN}/kesimpulan": "Seluruh indikator kinerja utama telah mencapai target yang diperjanjikan."},
    ),
    Kesalahan(
        "SEL-010",
        LKJIP,
        "Target tertulis 90,00, dalam Perjanjian Kinerja 92,00",
        "seluruh tabel, indikator Persentase gangguan ketertiban umum yang terselesaikan",
        {f"lkjip/{TAHUN}/gangguan/target": "90,00"},
    ),
    Kesalahan(
        "SEL-011",
        LKJIP,
        "Realisasi tertulis 2,05, dalam pengukuran triwulan IV dan tahunan 2,10",
        "seluruh tabel, indikator Rata-rata waktu penyelesaian layanan administrasi",
        {f"lkjip/{TAHUN}/waktu/realisasi": "2,05", f"lkjip/{TAHUN}/waktu/hitungan": "4.428 hari dari 2.160 berkas"},
    ),
    Kesalahan(
        "IND-005",
        f"01-perencanaan/iku-{TAHUN}.docx",
        "Penanggung jawab satu IKU kosong",
        "tabel IKU, indikator Rata-rata waktu penyelesaian layanan administrasi",
        {"iku/waktu/penanggung_jawab": ""},
    ),
    Kesalahan(
        "IND-008",
        "01-perencanaan/renstra-2021-2026.pdf",
        "Indikator berupa persentase bersatuan Dokumen",
        "Tabel 6.1, program 7.01.01",
        {"renstra/7.01.01/satuan": "Dokumen"},
    ),
    Kesalahan(
        "NOM-001",
        f"01-perencanaan/renja-{TAHUN}.xlsx",
        "Kode sub kegiatan 7.01.06.2.01.0099 tidak terdaftar",
        "tabel B, sub kegiatan Fasilitasi Pengelolaan Keuangan Desa dan Pendayagunaan Aset Desa",
        {"renja/7.01.06.2.01.0003/kode": "7.01.06.2.01.0099"},
    ),
    Kesalahan(
        "NOM-002",
        f"01-perencanaan/dpa-{TAHUN}.xlsx",
        "Nama sub kegiatan tertulis Penyelenggaran, seharusnya Penyelenggaraan",
        "sub kegiatan 7.01.01.2.06.0009",
        {"dpa/7.01.01.2.06.0009/nama": "Penyelenggaran Rapat Koordinasi dan Konsultasi SKPD"},
    ),
    Kesalahan(
        "NOT-003",
        f"02-pengukuran/notulen-tw4-{TAHUN}.docx",
        "Rekomendasi triwulan III tidak dibahas lagi pada triwulan IV",
        "huruf D",
        {"notulen/4/tindak_lanjut": "Ruang tunggu layanan telah dicat ulang dan kursi tunggu ditambah sepuluh buah."},
    ),
    Kesalahan(
        "TL-001",
        TL,
        "Satu rekomendasi LHE (efisiensi penggunaan sumber daya) tanpa tindak lanjut",
        "tabel tindak lanjut",
        {"tl/efisiensi/ada": False},
    ),
    Kesalahan(
        "TL-003",
        TL,
        "Tindak lanjut bertanggal 20 November 2024, lebih dari 60 hari sejak diterima 16 Juli 2024",
        "tabel tindak lanjut, baris e-kinerja",
        {"tl/ekinerja/tanggal": f"{TAHUN}-11-20"},
    ),
    Kesalahan(
        "EVD-004",
        RA,
        "Rekapitulasi laporan keuangan desa triwulan IV yang dijanjikan tidak ada",
        _BUKTI_HILANG,
        {f"berkas/{_BUKTI_HILANG}": False},
    ),
)
