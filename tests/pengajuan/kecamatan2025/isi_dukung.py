"""The law that is cited, the guides, the decrees, the evidence."""

from __future__ import annotations

from . import isi

P29 = "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah"
P53 = (
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang "
    "Petunjuk Teknis Perjanjian "
    "Kinerja, Pelaporan Kinerja dan Tata Cara Reviu Atas Laporan Kinerja Instansi Pemerintah"
)
P88 = (
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun 2021 tentang "
    "Evaluasi Akuntabilitas "
    "Kinerja Instansi Pemerintah"
)
P89 = (
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 89 Tahun 2021 tentang "
    "Penjenjangan Kinerja Instansi "
    "Pemerintah"
)
BOBOT = [
    ["Perencanaan Kinerja", "30"],
    ["Pengukuran Kinerja", "30"],
    ["Pelaporan Kinerja", "15"],
    ["Evaluasi Akuntabilitas Kinerja Internal", "25"],
]


def pedoman() -> dict:
    umum = {"nomor": "Keputusan Camat Lembah Pinus Nomor 100.3.3/02 Tahun 2025", "tanggal": "6 Januari 2025"}
    return {
        "rencana": {
            **umum,
            "judul": "PEDOMAN TEKNIS PENYUSUNAN PERENCANAAN KINERJA",
            "dasar": [P29, P53, P89],
            "bobot": [],
            "bab": [
                ["PENDAHULUAN", "Pedoman ini menjadi acuan penyusunan dokumen perencanaan kinerja."],
                [
                    "TATA CARA PENYUSUNAN",
                    "Perencanaan kinerja disusun berjenjang dari Renstra sampai dengan rencana aksi.",
                ],
                ["PENUTUP", "Pedoman ini berlaku sejak ditetapkan."],
            ],
        },
        "ukur": {
            **umum,
            "judul": "PEDOMAN TEKNIS PENGUKURAN DAN PENGUMPULAN DATA KINERJA",
            "dasar": [P29, P53],
            "bobot": [],
            "bab": [
                ["PENDAHULUAN", "Pedoman ini mengatur pengukuran kinerja dan pengumpulan data kinerja."],
                ["PENGUKURAN KINERJA", "Pengukuran kinerja dilakukan setiap triwulan oleh tim SAKIP."],
                ["PENGUMPULAN DATA KINERJA", "Data dikumpulkan berjenjang dan disertai bukti dukung."],
                ["TINDAK LANJUT", "Rekomendasi dilaksanakan paling lama 60 (enam puluh) hari sejak diterima."],
            ],
        },
        "evaluasi": {
            **umum,
            "judul": "PEDOMAN TEKNIS EVALUASI AKUNTABILITAS KINERJA INTERNAL",
            "dasar": [P29, P88],
            "bobot": [list(satu) for satu in BOBOT],
            "bab": [
                ["PENDAHULUAN", "Evaluasi internal dilaksanakan terhadap seluruh komponen akuntabilitas kinerja."],
                ["KOMPONEN EVALUASI", "Komponen yang dievaluasi beserta bobotnya adalah sebagai berikut."],
                ["PENUTUP", "Hasil evaluasi internal dilaporkan kepada Camat."],
            ],
        },
    }


def dukung() -> dict:
    return {
        "sk": {
            "judul": "KEPUTUSAN CAMAT LEMBAH PINUS",
            "nomor": "NOMOR 100.3.3/03 TAHUN 2025",
            "tentang": "PEMBENTUKAN TIM SISTEM AKUNTABILITAS KINERJA INSTANSI PEMERINTAH (SAKIP) KECAMATAN "
            "LEMBAH PINUS TAHUN 2025",
            "tanggal": "8 Januari 2025",
        },
        "hargai": {
            "judul": "KEPUTUSAN CAMAT LEMBAH PINUS",
            "nomor": "NOMOR 100.3.3/27 TAHUN 2025",
            "tentang": "PEMBERIAN PENGHARGAAN (REWARD) DAN SANKSI (PUNISHMENT) BERDASARKAN CAPAIAN KINERJA "
            "PEGAWAI TAHUN 2025",
            "tanggal": "1 September 2025",
        },
        "publikasi": {"tahun": "2025", "laman": "https://kec-lembahpinus.argakencana.example/sakip"},
    }


# Each indicator's evidence of each quarter: the file's name without its folder
BUKTI = {satu["bukti"]: satu["bukti"].lower() for satu in isi.INDIKATOR}


def bukti() -> list[list]:
    """Evidence as [uraian, triwulan, file]."""
    hasil = []
    for satu in isi.INDIKATOR:
        hasil += [
            [satu["bukti"], tw, f"4. Bukti Dukung/Triwulan {tw}/{satu['bukti']} TW {tw}.docx"]
            for tw in range(1, 5)
            if satu["tw"][tw - 1] != "-"
        ]
    return hasil
