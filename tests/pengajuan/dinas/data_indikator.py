"""Sasaran and IKU of the made-up Dinas Perikanan, with the figures of the plan and of the year."""

from dataclasses import dataclass
from decimal import Decimal as D


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
