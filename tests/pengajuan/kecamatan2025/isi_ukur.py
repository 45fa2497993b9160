"""What the measurement papers say: PKPK of each quarter and of the year, minutes of the quarterly meetings, "
"e-kinerja."""

from __future__ import annotations

from . import isi, isi_program
from .angka import capaian, persen, rupiah

TANGGAL = ("4 April 2025", "3 Juli 2025", "6 Oktober 2025", "29 Desember 2025")
RAPAT = ("8 April 2025", "8 Juli 2025", "9 Oktober 2025", "30 Desember 2025")
ROMAWI = ("I", "II", "III", "IV")


def _capaian(satu: dict, tw: int) -> str:
    target, hasil = satu["tw"][tw - 1], satu["real"][tw - 1]
    return "-" if target == "-" else capaian(target, hasil, satu["turun"])


def _anggaran(kode: str, tw: int) -> list[list[str]]:
    def satu(awalan: str, nama: str) -> list[str]:
        rencana, hasil = isi_program.pagu(awalan), isi_program.serapan(awalan, tw)
        return [f"{awalan} {nama}", rupiah(rencana), rupiah(hasil), persen(hasil, rencana)]

    return [
        satu(kode, isi_program.PROGRAM[kode][0]),
        *(satu(k, isi_program.KEGIATAN[k][0]) for k in isi_program.KEGIATAN if k.startswith(kode)),
    ]


def pkpk(tw: int) -> dict:
    """One quarter: each row is one indicator with the program that carries it and the program's kegiatan."""
    baris = [
        {
            "tujuan": isi.TUJUAN,
            "sasaran": satu["sasaran"],
            "indikator": satu["nama"],
            "satuan": satu["satuan"],
            "target": satu["tw"][tw - 1],
            "realisasi": satu["real"][tw - 1],
            "capaian": _capaian(satu, tw),
            "ket": satu["hitung"][tw - 1],
            "anggaran": _anggaran(satu["program"], tw),
        }
        for satu in isi.INDIKATOR
    ]
    return {
        "judul": f"PENGUKURAN KINERJA {isi.UMUM['unit'].upper()}",
        "triwulan": ROMAWI[tw - 1],
        "tahun": "2025",
        "baris": baris,
        "tanggal": TANGGAL[tw - 1],
    }


def pkpk_tahun() -> dict:
    baris = [
        {
            "sasaran": satu["sasaran"],
            "indikator": satu["nama"],
            "satuan": satu["satuan"],
            "target": satu["target"][0],
            "realisasi": satu["real"][3],
            "capaian": capaian(satu["target"][0], satu["real"][3], satu["turun"]),
            "anggaran": _anggaran(satu["program"], 4)[0],
            "akhir": satu["target"][4],
            "maju": capaian(satu["target"][4], satu["real"][3], satu["turun"]),
            "ket": satu["hitung"][3],
        }
        for satu in isi.INDIKATOR
    ]
    return {"judul": "PENGUKURAN KINERJA TAHUN 2025", "baris": baris, "tanggal": "7 Januari 2026"}


REKOMENDASI = (
    [
        "Menambah petugas pendamping pada loket layanan saat jam sibuk",
        "Menyusun jadwal pembinaan administrasi untuk desa yang belum tertib",
    ],
    [
        "Mempercepat pembinaan buku administrasi pada sebelas desa yang tersisa",
        "Mengadakan pelatihan operator profil desa",
    ],
    ["Mendampingi tiga desa yang profilnya belum mutakhir", "Menambah titik patroli bersama pada akhir pekan"],
    [
        "Menetapkan petugas pengganti operator profil desa",
        "Mempertahankan jadwal survei kepuasan masyarakat setiap triwulan",
    ],
)
UPAYA = (
    ["Mengatur giliran istirahat petugas loket", "Mengirim surat pemberitahuan kepada kepala desa"],
    ["Membagi tim pembina menjadi tiga kelompok", "Menghubungi Dinas PMD untuk narasumber pelatihan"],
    ["Mengunjungi desa secara langsung", "Berkoordinasi dengan Polsek dan Koramil"],
    ["Meminta kepala desa menunjuk dua operator", "Mencetak formulir survei untuk tahun 2026"],
)
TINDAK = (
    [
        "Rekomendasi Triwulan IV Tahun 2024 tentang perbaikan papan informasi layanan telah diselesaikan pada "
        "20 Maret 2025",
        "Sekretaris Kecamatan memantau pelaksanaan rekomendasi rapat ini setiap bulan",
    ],
    [
        "Petugas pendamping pada loket layanan telah ditambah satu orang sejak 21 April 2025",
        "Jadwal pembinaan administrasi desa yang belum tertib telah disusun dan disampaikan pada 2 Mei 2025",
    ],
    [
        "Pembinaan buku administrasi pada sebelas desa dipercepat, lima desa selesai sampai September 2025",
        "Pelatihan operator profil desa telah dilaksanakan pada 27 Agustus 2025",
    ],
    [
        "Pendampingan tiga desa yang profilnya belum mutakhir telah dilaksanakan, satu desa selesai",
        "Titik patroli bersama pada akhir pekan telah ditambah dari dua menjadi empat titik",
    ],
)


def notulen(tw: int) -> dict:
    hasil = [
        [satu["nama"], satu["satuan"], satu["tw"][tw - 1], satu["real"][tw - 1], _capaian(satu, tw)]
        for satu in isi.INDIKATOR
    ]
    return {
        "tw": tw,
        "romawi": ROMAWI[tw - 1],
        "tahun": "2025",
        "tanggal": RAPAT[tw - 1],
        "hasil": hasil,
        "capaian": f"Capaian kinerja sampai dengan Triwulan {ROMAWI[tw - 1]} disajikan pada tabel berikut.",
        "rekomendasi": list(REKOMENDASI[tw - 1]),
        "upaya": list(UPAYA[tw - 1]),
        "tindak": list(TINDAK[tw - 1]),
    }


PEGAWAI = [
    isi.CAMAT,
    isi.SEKCAM,
    isi.TAPEM,
    isi.PMD,
    isi.TRANTIB,
    isi.YANUM,
    isi.KASUBAG,
    {"nama": "Ratna Puspitorini", "nip": "19930214 201903 2 910", "jabatan": "Pengadministrasi Umum"},
    {"nama": "Yudha Permadi", "nip": "19901020 201502 1 911", "jabatan": "Pengelola Keuangan"},
]


def ekinerja() -> dict:
    return {
        "bentuk": "csv",
        "baris": [
            [satu["nip"].replace(" ", ""), satu["nama"], satu["jabatan"], "12", "Sudah diisi", "Sudah diverifikasi"]
            for satu in PEGAWAI
        ],
    }
