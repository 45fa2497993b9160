"""Programs, kegiatan and sub kegiatan of the made-up Dinas Perikanan; codes and names follow the national list."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kegiatan:
    """A kegiatan with its code, the pagu of the year and what was spent by the end of each quarter (rupiah)."""

    kode: str
    nama: str
    pagu: int
    serap: tuple[int, int, int, int]
    indikator: str
    target: str
    aksi: str
    pelaksana: str


@dataclass(frozen=True)
class Program:
    """A program with its kegiatan; `sasaran` are the keys of the sasaran that it serves."""

    kode: str
    nama: str
    sasaran: tuple[str, ...]
    indikator: str
    target: str
    kegiatan: tuple[Kegiatan, ...]

    @property
    def pagu(self) -> int:
        return sum(k.pagu for k in self.kegiatan)

    def serap(self, triwulan: int) -> int:
        return sum(k.serap[triwulan - 1] for k in self.kegiatan)


def _kegiatan(kode: str, nama: str, pagu: int, persen: str, *lain: str) -> Kegiatan:
    satu, dua, tiga, empat = (pagu * int(bagian) // 100 for bagian in persen.split())
    return Kegiatan(kode, nama, pagu, (satu, dua, tiga, empat), *lain)


PROGRAM = (
    Program(
        "3.25.03",
        "PROGRAM PENGELOLAAN PERIKANAN TANGKAP",
        ("produksi", "sejahtera"),
        "Persentase peningkatan produksi perikanan tangkap",
        "2,95 %",
        (
            _kegiatan(
                "3.25.03.2.02",
                "Pemberdayaan Nelayan Kecil dalam Daerah Kabupaten/Kota",
                415_200_000,
                "18 45 71 95",
                "Jumlah nelayan kecil yang terlatih",
                "240 Orang",
                "Pelatihan teknik penangkapan ramah lingkungan",
                "Bidang Perikanan Tangkap",
            ),
            _kegiatan(
                "3.25.03.2.03",
                "Pengelolaan dan Penyelenggaraan Tempat Pelelangan Ikan (TPI)",
                640_000_000,
                "15 40 68 97",
                "Jumlah layanan pelelangan ikan",
                "12 Layanan",
                "Penertiban pelelangan di setiap TPI",
                "Bidang Perikanan Tangkap",
            ),
        ),
    ),
    Program(
        "3.25.04",
        "PROGRAM PENGELOLAAN PERIKANAN BUDIDAYA",
        ("produksi", "sejahtera"),
        "Persentase peningkatan produksi perikanan budidaya",
        "4,00 %",
        (
            _kegiatan(
                "3.25.04.2.02",
                "Pemberdayaan Pembudi Daya Ikan Kecil",
                512_400_000,
                "20 48 73 96",
                "Jumlah kelompok pembudi daya ikan yang dibina",
                "60 Kelompok",
                "Pendampingan kelompok pembudi daya ikan",
                "Bidang Perikanan Budidaya dan Pengolahan Hasil",
            ),
            _kegiatan(
                "3.25.04.2.04",
                "Pengelolaan Pembudidayaan Ikan",
                873_600_000,
                "12 41 69 94",
                "Jumlah sarana budidaya yang tersedia",
                "85 Unit",
                "Penyaluran benih dan sarana budidaya",
                "Bidang Perikanan Budidaya dan Pengolahan Hasil",
            ),
        ),
    ),
    Program(
        "3.25.06",
        "PROGRAM PENGOLAHAN DAN PEMASARAN HASIL PERIKANAN",
        ("mutu", "susut"),
        "Persentase unit pengolahan ikan yang bersertifikat",
        "35,00 %",
        (
            _kegiatan(
                "3.25.06.2.02",
                "Pembinaan Mutu dan Keamanan Hasil Perikanan bagi Usaha Pengolahan dan Pemasaran Skala Mikro dan Kecil",
                318_900_000,
                "22 50 75 98",
                "Jumlah unit usaha pengolahan yang dibina",
                "75 Unit Usaha",
                "Bimbingan pengolahan dan pengujian mutu",
                "Bidang Perikanan Budidaya dan Pengolahan Hasil",
            ),
            _kegiatan(
                "3.25.06.2.03",
                "Penyediaan dan Penyaluran Bahan Baku Industri Pengolahan Ikan dalam 1 (Satu) Daerah Kabupaten/Kota",
                204_000_000,
                "25 50 75 97",
                "Jumlah bahan baku ikan yang tersalurkan",
                "120 Ton",
                "Penyaluran bahan baku melalui gudang beku",
                "Bidang Perikanan Budidaya dan Pengolahan Hasil",
            ),
        ),
    ),
    Program(
        "3.25.01",
        "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA",
        ("sakip",),
        "Persentase layanan penunjang yang terpenuhi",
        "100 %",
        (
            _kegiatan(
                "3.25.01.2.01",
                "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah",
                96_500_000,
                "24 52 76 99",
                "Jumlah dokumen perencanaan dan evaluasi",
                "9 Dokumen",
                "Penyusunan dokumen perencanaan dan evaluasi kinerja",
                "Sekretariat",
            ),
            _kegiatan(
                "3.25.01.2.02",
                "Administrasi Keuangan Perangkat Daerah",
                4_102_300_000,
                "23 51 76 98",
                "Jumlah laporan keuangan",
                "13 Laporan",
                "Pembayaran gaji dan penyusunan laporan keuangan",
                "Sekretariat",
            ),
            _kegiatan(
                "3.25.01.2.06",
                "Administrasi Umum Perangkat Daerah",
                246_800_000,
                "21 47 72 96",
                "Jumlah paket kebutuhan kantor",
                "14 Paket",
                "Penyediaan kebutuhan kantor",
                "Sekretariat",
            ),
            _kegiatan(
                "3.25.01.2.08",
                "Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah",
                370_000_000,
                "24 49 74 97",
                "Jumlah laporan jasa penunjang",
                "12 Laporan",
                "Pembayaran jasa listrik, air dan komunikasi",
                "Sekretariat",
            ),
        ),
    ),
)

SASARAN_KEGIATAN = {
    "produksi": ("3.25.03.2.03", "3.25.04.2.04"),
    "sejahtera": ("3.25.03.2.02", "3.25.04.2.02"),
    "mutu": ("3.25.06.2.02",),
    "susut": ("3.25.06.2.03",),
    "sakip": ("3.25.01.2.01", "3.25.01.2.02", "3.25.01.2.06", "3.25.01.2.08"),
}

SUBKEGIATAN = (
    (
        "3.25.01.2.01",
        "3.25.01.2.01.0001",
        "Penyusunan Dokumen Perencanaan Perangkat Daerah",
        "Jumlah Dokumen Perencanaan Perangkat Daerah",
        "6",
        "Dokumen",
        54_500_000,
    ),
    (
        "3.25.01.2.01",
        "3.25.01.2.01.0007",
        "Evaluasi Kinerja Perangkat Daerah",
        "Jumlah Laporan Evaluasi Kinerja Perangkat Daerah",
        "3",
        "Laporan",
        42_000_000,
    ),
    (
        "3.25.01.2.02",
        "3.25.01.2.02.0001",
        "Penyediaan Gaji dan Tunjangan ASN",
        "Jumlah Orang yang Menerima Gaji dan Tunjangan ASN",
        "46",
        "Orang/bulan",
        4_102_300_000,
    ),
    (
        "3.25.01.2.06",
        "3.25.01.2.06.0002",
        "Penyediaan Peralatan dan Perlengkapan Kantor",
        "Jumlah Paket Peralatan dan Perlengkapan Kantor yang Disediakan",
        "8",
        "Paket",
        156_800_000,
    ),
    (
        "3.25.01.2.06",
        "3.25.01.2.06.0005",
        "Penyediaan Barang Cetakan dan Penggandaan",
        "Jumlah Paket Barang Cetakan dan Penggandaan yang Disediakan",
        "6",
        "Paket",
        90_000_000,
    ),
    (
        "3.25.01.2.08",
        "3.25.01.2.08.0002",
        "Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik",
        "Jumlah Laporan Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik yang Disediakan",
        "12",
        "Laporan",
        370_000_000,
    ),
)
