"""The made-up Dinas Perikanan of a regency that does not exist: people, sasaran, indikator, programs, amounts.

Figures are kept as Decimal; how they are printed is decided by the documents. All names and NIP are invented; codes and
names of programs follow the national list.
"""

from dataclasses import dataclass
from decimal import Decimal as D

KABUPATEN = "Kabupaten Tanjung Permai"
UNIT = "Dinas Perikanan"
UNIT_LENGKAP = f"{UNIT} {KABUPATEN}"
IBU_KOTA = "Permai Kota"
TAHUN = 2023
TUJUAN = "Meningkatnya kontribusi sektor perikanan terhadap perekonomian daerah"


@dataclass(frozen=True)
class Pejabat:
    """An official: `kunci` names the post in this generator."""

    kunci: str
    jabatan: str
    nama: str
    pangkat: str = ""
    nip: str = ""


BUPATI = Pejabat("bupati", "Bupati Tanjung Permai", "H. Adnan Kusumajaya")
KADIS = Pejabat(
    "kadis",
    "Kepala Dinas Perikanan",
    "Ir. Bagaskara Wirayudha, M.Si.",
    "Pembina Utama Muda (IV/c)",
    "196804121994031007",
)
SEKRETARIS = Pejabat(
    "sekretaris",
    "Sekretaris Dinas Perikanan",
    "Dra. Laksmi Purnamawati",
    "Pembina Tingkat I (IV/b)",
    "197109231997032004",
)
KABID_TANGKAP = Pejabat(
    "tangkap", "Kepala Bidang Perikanan Tangkap", "Hendarto Mulyasari, S.Pi.", "Pembina (IV/a)", "197506152003121002"
)
KABID_BUDIDAYA = Pejabat(
    "budidaya",
    "Kepala Bidang Perikanan Budidaya dan Pengolahan Hasil",
    "Wening Astrini, S.Pi., M.P.",
    "Pembina (IV/a)",
    "197811022005012010",
)
KASUBAG = Pejabat(
    "kasubag",
    "Kepala Subbagian Perencanaan dan Keuangan",
    "Yudhistira Pranowo, S.E.",
    "Penata Tingkat I (III/d)",
    "198302172008011005",
)
INSPEKTUR = Pejabat(
    "inspektur", "Inspektur Daerah", "Drs. Saptono Wiratama, Ak.", "Pembina Utama Muda (IV/c)", "196710301993031003"
)
SEKDA = Pejabat(
    "sekda", "Sekretaris Daerah", "Ir. Mahesa Gunadharma, M.T.", "Pembina Utama Madya (IV/d)", "196602051991031004"
)


@dataclass(frozen=True)
class Indikator:
    """One IKU: year figures, the four quarters of the Rencana Aksi and of the measurement, and how it is counted."""

    kunci: str
    sasaran: str
    nama: str
    satuan: str
    awal: D
    target: dict[int, D]
    lalu: D
    target_tw: tuple[D | None, D | None, D | None, D | None]
    realisasi_tw: tuple[D | None, D | None, D | None, D | None]
    hitungan: tuple[str, str, str, str]
    formula: str
    sumber: str
    penanggung: str
    bukti: str
    turun: bool = False
    desimal: int = 2

    @property
    def akhir(self) -> D:
        return self.target[2026]

    @property
    def realisasi(self) -> D:
        return next(nilai for nilai in reversed(self.realisasi_tw) if nilai is not None)


def _target(*nilai: str) -> dict[int, D]:
    return {2021 + urut: D(teks) for urut, teks in enumerate(nilai)}


def _tw(*nilai: str) -> tuple[D | None, D | None, D | None, D | None]:
    satu, dua, tiga, empat = (None if teks == "-" else D(teks) for teks in nilai)
    return satu, dua, tiga, empat


SASARAN = {
    "produksi": "Meningkatnya produksi perikanan",
    "sejahtera": "Meningkatnya kesejahteraan pelaku usaha perikanan",
    "mutu": "Meningkatnya konsumsi ikan dan mutu hasil perikanan",
    "susut": "Menurunnya susut hasil perikanan",
    "sakip": "Meningkatnya akuntabilitas kinerja perangkat daerah",
}

INDIKATOR = (
    Indikator(
        "tangkap",
        "produksi",
        "Jumlah produksi perikanan tangkap",
        "Ton",
        D("3905"),
        _target("3980", "4100", "4250", "4400", "4550", "4700"),
        D("4128"),
        _tw("950", "2050", "3150", "4250"),
        _tw("968", "2071", "3118", "4311"),
        ("catatan enumerator 12 TPI",) * 4,
        "Jumlah ikan hasil tangkapan yang didaratkan dalam satu tahun",
        "Laporan enumerator TPI",
        "Bidang Perikanan Tangkap",
        "Rekapitulasi pendaratan ikan",
        desimal=0,
    ),
    Indikator(
        "budidaya",
        "produksi",
        "Jumlah produksi perikanan budidaya",
        "Ton",
        D("11480"),
        _target("11720", "12000", "12600", "13200", "13850", "14500"),
        D("12115"),
        _tw("2900", "6100", "9300", "12600"),
        _tw("2845", "6020", "9244", "12348"),
        ("catatan penyuluh 14 kecamatan",) * 4,
        "Jumlah ikan hasil panen budidaya dalam satu tahun",
        "Laporan penyuluh perikanan",
        "Bidang Perikanan Budidaya dan Pengolahan Hasil",
        "Rekapitulasi panen budidaya",
        desimal=0,
    ),
    Indikator(
        "ntn",
        "sejahtera",
        "Nilai Tukar Nelayan",
        "Indeks",
        D("100.85"),
        _target("101.10", "101.75", "102.50", "103.25", "104.00", "104.75"),
        D("101.90"),
        _tw("101.80", "102.00", "102.25", "102.50"),
        _tw("101.95", "102.14", "102.31", "103.12"),
        ("rilis statistik daerah",) * 4,
        "Indeks harga yang diterima nelayan dibagi indeks harga yang dibayar nelayan dikali 100",
        "Rilis statistik daerah",
        "Bidang Perikanan Tangkap",
        "Rilis nilai tukar nelayan",
    ),
    Indikator(
        "kelas",
        "sejahtera",
        "Persentase kelompok usaha perikanan yang naik kelas",
        "%",
        D("6.20"),
        _target("7.00", "9.50", "12.00", "14.50", "17.00", "19.50"),
        D("9.60"),
        _tw("3.00", "6.00", "9.00", "12.00"),
        _tw("2.91", "6.18", "8.73", "12.36"),
        ("8 dari 275 kelompok", "17 dari 275 kelompok", "24 dari 275 kelompok", "34 dari 275 kelompok"),
        "Jumlah kelompok usaha perikanan yang naik kelas dibagi jumlah seluruh kelompok usaha perikanan dikali 100%",
        "Berita acara penilaian kelas kelompok",
        "Bidang Perikanan Budidaya dan Pengolahan Hasil",
        "Berita acara kenaikan kelas kelompok",
    ),
    Indikator(
        "konsumsi",
        "mutu",
        "Angka konsumsi ikan",
        "Kg/kapita/tahun",
        D("35.90"),
        _target("36.60", "37.50", "38.40", "39.30", "40.20", "41.10"),
        D("37.62"),
        _tw("37.60", "37.90", "38.10", "38.40"),
        _tw("37.66", "37.81", "38.22", "38.75"),
        ("survei 420 rumah tangga", "survei 435 rumah tangga", "survei 428 rumah tangga", "survei 440 rumah tangga"),
        "Jumlah ikan yang dikonsumsi penduduk dibagi jumlah penduduk dalam satu tahun",
        "Survei konsumsi ikan",
        "Bidang Perikanan Budidaya dan Pengolahan Hasil",
        "Laporan survei konsumsi ikan",
    ),
    Indikator(
        "mutu",
        "mutu",
        "Persentase produk olahan ikan yang memenuhi standar mutu",
        "%",
        D("58.00"),
        _target("61.00", "65.00", "70.00", "74.00", "78.00", "82.00"),
        D("66.25"),
        _tw("52.00", "58.00", "64.00", "70.00"),
        _tw("52.50", "57.50", "65.00", "71.25"),
        ("42 dari 80 contoh uji", "46 dari 80 contoh uji", "52 dari 80 contoh uji", "57 dari 80 contoh uji"),
        "Jumlah contoh produk olahan ikan yang lulus uji dibagi jumlah contoh yang diuji dikali 100%",
        "Laporan uji laboratorium",
        "Bidang Perikanan Budidaya dan Pengolahan Hasil",
        "Laporan uji mutu produk olahan",
    ),
    Indikator(
        "susut",
        "susut",
        "Persentase susut hasil perikanan pascapanen",
        "%",
        D("14.20"),
        _target("13.60", "12.80", "12.00", "11.20", "10.40", "9.60"),
        D("12.70"),
        _tw("12.60", "12.40", "12.20", "12.00"),
        _tw("12.56", "12.46", "12.15", "11.64"),
        ("479 dari 3.813 ton", "1.008 dari 8.091 ton", "1.502 dari 12.362 ton", "1.939 dari 16.659 ton"),
        "Jumlah hasil perikanan yang rusak sebelum dipasarkan dibagi jumlah hasil perikanan dikali 100%; "
        "semakin rendah semakin baik",
        "Laporan pengawas mutu",
        "Bidang Perikanan Budidaya dan Pengolahan Hasil",
        "Laporan susut hasil pascapanen",
        turun=True,
    ),
    Indikator(
        "sakip",
        "sakip",
        "Nilai evaluasi akuntabilitas kinerja perangkat daerah",
        "Nilai",
        D("66.10"),
        _target("67.00", "68.00", "70.50", "72.00", "74.00", "76.00"),
        D("68.40"),
        _tw("-", "-", "70.50", "-"),
        _tw("-", "-", "71.15", "-"),
        ("dinilai satu kali setahun pada triwulan III",) * 4,
        "Nilai hasil evaluasi akuntabilitas kinerja oleh Inspektorat Daerah",
        "Laporan hasil evaluasi Inspektorat Daerah",
        "Sekretariat",
        "Laporan hasil evaluasi",
    ),
)


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
