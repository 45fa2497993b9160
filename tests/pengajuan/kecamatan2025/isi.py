"""What the whole submission rests on: the unit, its officials, its indicators."""

from __future__ import annotations

TAHUN = 2025
KECAMATAN, KABUPATEN = "Lembah Pinus", "Arga Kencana"

UMUM = {
    "unit": f"Kecamatan {KECAMATAN}",
    "kecamatan": KECAMATAN,
    "kabupaten": KABUPATEN,
    "tahun": TAHUN,
    "alamat": "Jl. Kenari Raya No. 7, Telp. (0000) 550117, laman kec-lembahpinus.argakencana.example",
}

BUPATI = {"nama": "Sangaji Wiratama", "jabatan": f"Bupati {KABUPATEN}", "pangkat": "", "nip": ""}
CAMAT = {
    "nama": "Arya Wening Prakosa, S.STP., M.AP.",
    "jabatan": f"Camat {KECAMATAN}",
    "pangkat": "Pembina Tk. I (IV/b)",
    "nip": "19790412 199810 1 902",
}
SEKCAM = {
    "nama": "Dyah Larasmita, S.Sos., M.Si.",
    "jabatan": "Sekretaris Kecamatan",
    "pangkat": "Pembina (IV/a)",
    "nip": "19810923 200501 2 903",
}
TAPEM = {
    "nama": "Gumelar Santika, S.IP.",
    "jabatan": "Kepala Seksi Tata Pemerintahan",
    "pangkat": "Penata Tk. I (III/d)",
    "nip": "19840317 200904 1 904",
}
PMD = {
    "nama": "Nirmala Ayuningsih, S.P.",
    "jabatan": "Kepala Seksi Pemberdayaan Masyarakat dan Desa",
    "pangkat": "Penata Tk. I (III/d)",
    "nip": "19860708 201001 2 905",
}
TRANTIB = {
    "nama": "Teguh Baskara, S.H.",
    "jabatan": "Kepala Seksi Ketenteraman dan Ketertiban Umum",
    "pangkat": "Penata (III/c)",
    "nip": "19820130 200801 1 906",
}
YANUM = {
    "nama": "Wulan Kartikadewi, S.A.P.",
    "jabatan": "Kepala Seksi Pelayanan Umum",
    "pangkat": "Penata (III/c)",
    "nip": "19881111 201101 2 907",
}
KASUBAG = {
    "nama": "Hendra Mahesa, S.E.",
    "jabatan": "Kepala Subbagian Perencanaan, Evaluasi dan Keuangan",
    "pangkat": "Penata (III/c)",
    "nip": "19870525 201203 1 908",
}
INSPEKTUR = {
    "nama": "Dr. Panji Gumilang Asri, S.E., CGCAE.",
    "jabatan": "Inspektur",
    "pangkat": "Pembina Utama Muda (IV/c)",
    "nip": "19710616 199603 1 909",
}

S1 = "Meningkatnya kualitas pelayanan publik kecamatan"
S2 = "Meningkatnya tata kelola pemerintahan desa"
S3 = "Meningkatnya ketenteraman dan ketertiban umum di wilayah kecamatan"
S4 = "Meningkatnya akuntabilitas kinerja kecamatan"
TUJUAN = "Terwujudnya penyelenggaraan pemerintahan kecamatan yang melayani"
INDIKATOR_TUJUAN = "Indeks Reformasi Birokrasi Kecamatan"
TAHUNAN = ("2025", "2026", "2027", "2028", "2029")

INDIKATOR = [
    {
        "sasaran": S1,
        "nama": "Indeks Kepuasan Masyarakat",
        "satuan": "Nilai",
        "turun": False,
        "awal": "84,10",
        "target": ("85,00", "85,75", "86,50", "87,25", "88,00"),
        "tw": ("84,25", "84,50", "84,75", "85,00"),
        "real": ("84,31", "84,62", "84,90", "85,42"),
        "hitung": ("", "", "", ""),
        "formula": "Rata-rata tertimbang nilai 9 unsur survei kepuasan masyarakat x 25. Semakin tinggi semakin baik.",
        "sumber": "Laporan survei kepuasan masyarakat",
        "pj": YANUM["jabatan"],
        "program": "7.01.02",
        "bukti": "Laporan survei kepuasan masyarakat",
    },
    {
        "sasaran": S2,
        "nama": "Persentase desa dengan administrasi pemerintahan tertib",
        "satuan": "%",
        "turun": False,
        "awal": "77,78",
        "target": ("83,33", "88,89", "94,44", "100,00", "100,00"),
        "tw": ("16,67", "44,44", "66,67", "83,33"),
        "real": ("16,67", "38,89", "66,67", "88,89"),
        "hitung": ("3 dari 18 desa", "7 dari 18 desa", "12 dari 18 desa", "16 dari 18 desa"),
        "formula": "Jumlah desa beradministrasi tertib dibagi jumlah seluruh desa x 100%. Semakin tinggi semakin baik.",
        "sumber": "Berita acara pembinaan administrasi desa",
        "pj": TAPEM["jabatan"],
        "program": "7.01.06",
        "bukti": "Berita acara pembinaan administrasi desa",
    },
    {
        "sasaran": S2,
        "nama": "Persentase desa yang memutakhirkan profil desa",
        "satuan": "%",
        "turun": False,
        "awal": "88,89",
        "target": ("94,44", "94,44", "100,00", "100,00", "100,00"),
        "tw": ("50,00", "72,22", "88,89", "94,44"),
        "real": ("50,00", "72,22", "83,33", "88,89"),
        "hitung": ("9 dari 18 desa", "13 dari 18 desa", "15 dari 18 desa", "16 dari 18 desa"),
        "formula": "Jumlah desa yang memutakhirkan profil dibagi jumlah seluruh desa x 100%. Semakin tinggi "
        "semakin baik.",
        "sumber": "Rekap pemutakhiran profil desa",
        "pj": PMD["jabatan"],
        "program": "7.01.03",
        "bukti": "Rekap pemutakhiran profil desa",
    },
    {
        "sasaran": S3,
        "nama": "Rata-rata waktu penyelesaian aduan ketertiban umum",
        "satuan": "Hari",
        "turun": True,
        "awal": "4,00",
        "target": ("3,50", "3,25", "3,00", "2,75", "2,50"),
        "tw": ("3,50", "3,50", "3,50", "3,50"),
        "real": ("3,60", "3,40", "3,30", "3,25"),
        "hitung": ("", "", "", ""),
        "formula": "Jumlah hari penyelesaian seluruh aduan dibagi jumlah aduan. Semakin rendah semakin baik.",
        "sumber": "Buku register aduan ketertiban",
        "pj": TRANTIB["jabatan"],
        "program": "7.01.04",
        "bukti": "Register aduan ketertiban umum",
    },
    {
        "sasaran": S4,
        "nama": "Nilai evaluasi SAKIP kecamatan",
        "satuan": "Nilai",
        "turun": False,
        "awal": "64,80",
        "target": ("66,00", "67,50", "69,00", "70,50", "72,00"),
        "tw": ("-", "-", "66,00", "66,00"),
        "real": ("-", "-", "66,95", "66,95"),
        "hitung": ("", "", "", ""),
        "formula": "Nilai akhir pada laporan hasil evaluasi Inspektorat Daerah. Semakin tinggi semakin baik.",
        "sumber": "Laporan hasil evaluasi Inspektorat Daerah",
        "pj": SEKCAM["jabatan"],
        "program": "7.01.01",
        "bukti": "Rekap nilai evaluasi SAKIP",
    },
]

# 2024: target, realisasi; 2023: realisasi; end of the former Renstra (2026)
LALU = [
    ("83,50", "84,10", "83,20", "86,00"),
    ("77,78", "77,78", "72,22", "88,89"),
    ("88,89", "88,89", "83,33", "100,00"),
    ("4,00", "4,00", "4,50", "3,00"),
    ("64,00", "64,80", "62,10", "68,00"),
]
