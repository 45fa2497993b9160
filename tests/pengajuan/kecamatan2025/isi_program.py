"""The programs, kegiatan and sub kegiatan of the unit with their budgets."""

from __future__ import annotations

PROGRAM = {
    "7.01.01": (
        "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA",
        "Meningkatnya kualitas layanan penunjang perangkat daerah",
        "Persentase pemenuhan layanan penunjang perangkat daerah",
        "%",
        "96",
    ),
    "7.01.02": (
        "PROGRAM PENYELENGGARAAN PEMERINTAHAN DAN PELAYANAN PUBLIK",
        "Meningkatnya mutu layanan administrasi kecamatan",
        "Persentase layanan kecamatan yang sesuai standar pelayanan",
        "%",
        "92",
    ),
    "7.01.03": (
        "PROGRAM PEMBERDAYAAN MASYARAKAT DESA DAN KELURAHAN",
        "Meningkatnya peran lembaga kemasyarakatan desa",
        "Persentase lembaga kemasyarakatan desa yang aktif",
        "%",
        "85",
    ),
    "7.01.04": (
        "PROGRAM KOORDINASI KETENTRAMAN DAN KETERTIBAN UMUM",
        "Meningkatnya penanganan gangguan ketertiban umum",
        "Persentase aduan ketertiban umum yang ditangani",
        "%",
        "95",
    ),
    "7.01.06": (
        "PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAHAN DESA",
        "Meningkatnya kapasitas aparatur pemerintahan desa",
        "Persentase desa yang dibina sesuai jadwal",
        "%",
        "100",
    ),
}
KEGIATAN = {
    "7.01.01.2.01": (
        "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah",
        "Jumlah dokumen perencanaan dan evaluasi yang disusun",
        "Dokumen",
        "9",
    ),
    "7.01.01.2.02": (
        "Administrasi Keuangan Perangkat Daerah",
        "Jumlah bulan layanan administrasi keuangan",
        "Bulan",
        "12",
    ),
    "7.01.01.2.06": ("Administrasi Umum Perangkat Daerah", "Jumlah bulan layanan administrasi umum", "Bulan", "12"),
    "7.01.01.2.08": (
        "Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah",
        "Jumlah bulan layanan jasa penunjang",
        "Bulan",
        "12",
    ),
    "7.01.02.2.01": (
        "Koordinasi Penyelenggaraan Kegiatan Pemerintahan di Tingkat Kecamatan",
        "Jumlah laporan koordinasi pemerintahan",
        "Laporan",
        "4",
    ),
    "7.01.02.2.02": (
        "Penyelenggaraan Urusan Pemerintahan yang Tidak Dilaksanakan oleh Unit Kerja Perangkat Daerah "
        "yang Ada di Kecamatan",
        "Jumlah laporan pelayanan masyarakat",
        "Laporan",
        "12",
    ),
    "7.01.03.2.03": (
        "Pemberdayaan Lembaga Kemasyarakatan Tingkat Kecamatan",
        "Jumlah lembaga kemasyarakatan yang dibina",
        "Lembaga Kemasyarakatan",
        "18",
    ),
    "7.01.04.2.01": (
        "Koordinasi Upaya Penyelenggaraan Ketenteraman dan Ketertiban Umum",
        "Jumlah laporan koordinasi ketenteraman dan ketertiban",
        "Laporan",
        "12",
    ),
    "7.01.06.2.01": (
        "Fasilitasi, Rekomendasi dan Koordinasi Pembinaan dan Pengawasan Pemerintahan Desa",
        "Jumlah desa yang difasilitasi",
        "Desa",
        "18",
    ),
}
# kode: nama, indikator, satuan, target, pagu, realisasi
SUB = {
    "7.01.01.2.01.0001": (
        "Penyusunan Dokumen Perencanaan Perangkat Daerah",
        "Jumlah Dokumen Perencanaan Perangkat Daerah",
        "Dokumen",
        "4",
        8_500_000,
        8_350_000,
    ),
    "7.01.01.2.01.0007": (
        "Evaluasi Kinerja Perangkat Daerah",
        "Jumlah Laporan Evaluasi Kinerja Perangkat Daerah",
        "Laporan",
        "5",
        6_000_000,
        5_900_000,
    ),
    "7.01.01.2.02.0001": (
        "Penyediaan Gaji dan Tunjangan ASN",
        "Jumlah Orang yang Menerima Gaji dan Tunjangan ASN",
        "Orang/bulan",
        "21",
        2_150_000_000,
        2_102_480_000,
    ),
    "7.01.01.2.06.0002": (
        "Penyediaan Peralatan dan Perlengkapan Kantor",
        "Jumlah Paket Peralatan dan Perlengkapan Kantor yang Disediakan",
        "Paket",
        "3",
        24_000_000,
        23_640_000,
    ),
    "7.01.01.2.06.0009": (
        "Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD",
        "Jumlah Laporan Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD",
        "Laporan",
        "12",
        38_500_000,
        37_200_000,
    ),
    "7.01.01.2.08.0002": (
        "Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik",
        "Jumlah Laporan Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik yang Disediakan",
        "Laporan",
        "12",
        46_000_000,
        44_815_000,
    ),
    "7.01.02.2.01.0001": (
        "Koordinasi/Sinergi Perencanaan dan Pelaksanaan Kegiatan Pemerintahan dengan Perangkat "
        "Daerah dan Instansi Vertikal Terkait",
        "Jumlah Laporan Koordinasi/Sinergi Perencanaan dan Pelaksanaan Kegiatan Pemerintahan dengan "
        "Perangkat Daerah dan Instansi Vertikal Terkait",
        "Laporan",
        "4",
        32_000_000,
        31_150_000,
    ),
    "7.01.02.2.02.0003": (
        "Peningkatan Efektifitas Pelaksanaan Pelayanan kepada Masyarakat di Wilayah Kecamatan",
        "Jumlah Laporan Peningkatan Efektifitas Pelaksanaan Pelayanan kepada Masyarakat di Wilayah Kecamatan",
        "Laporan",
        "12",
        41_500_000,
        40_900_000,
    ),
    "7.01.03.2.03.0002": (
        "Peningkatan Kapasitas Lembaga Kemasyarakatan",
        "Jumlah Lembaga Kemasyarakatan yang Ditingkatkan Kapasitasnya",
        "Lembaga Kemasyarakatan",
        "18",
        50_000_000,
        47_250_000,
    ),
    "7.01.04.2.01.0001": (
        "Sinergitas dengan Kepolisian Negara Republik Indonesia, Tentara Nasional Indonesia dan "
        "Instansi Vertikal di Wilayah Kecamatan",
        "Jumlah Laporan Hasil Sinergitas dengan Kepolisian Negara Republik Indonesia, Tentara "
        "Nasional Indonesia dan Instansi Vertikal di Wilayah Kecamatan",
        "Laporan",
        "12",
        36_000_000,
        35_100_000,
    ),
    "7.01.04.2.01.0002": (
        "Harmonisasi Hubungan dengan Tokoh Agama dan Tokoh Masyarakat",
        "Jumlah Laporan Pelaksanaan Harmonisasi Hubungan dengan Tokoh Agama dan Tokoh Masyarakat",
        "Laporan",
        "4",
        18_500_000,
        18_200_000,
    ),
    "7.01.06.2.01.0002": (
        "Fasilitasi Administrasi Tata Pemerintahan Desa",
        "Jumlah Dokumen yang Difasilitasi dalam rangka Administrasi Tata Pemerintahan Desa",
        "Dokumen",
        "18",
        27_000_000,
        26_400_000,
    ),
    "7.01.06.2.01.0003": (
        "Fasilitasi Pengelolaan Keuangan Desa dan Pendayagunaan Aset Desa",
        "Jumlah Dokumen yang Difasilitasi dalam rangka Pengelolaan Keuangan Desa dan Pendayagunaan Aset Desa",
        "Dokumen",
        "18",
        33_000_000,
        32_310_000,
    ),
}
BAGIAN_TW = (22, 47, 71, 100)


def pagu(awalan: str = "7") -> int:
    return sum(isi[4] for kode, isi in SUB.items() if kode.startswith(awalan))


def serapan(awalan: str = "7", tw: int = 4) -> int:
    """Spent up to the end of a quarter, in whole thousands until the year's last."""
    penuh = sum(isi[5] for kode, isi in SUB.items() if kode.startswith(awalan))
    return penuh if tw == 4 else penuh * BAGIAN_TW[tw - 1] // 100 // 1000 * 1000
