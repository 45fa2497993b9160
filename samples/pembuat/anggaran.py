# ruff: noqa: E501 - the sentences of documents stay whole
"""Programs, kegiatan and sub kegiatan of the made-up kecamatan: names and codes of the register, invented amounts."""

from kecamatan import AKHIR, AWAL, Kegiatan, Program, Sub


def _tahunan(*values: str) -> dict[int, str]:
    return dict(zip(range(AWAL, AKHIR + 1), values, strict=True))


PROGRAM = (
    Program(
        "7.01.02",
        "PROGRAM PENYELENGGARAAN PEMERINTAHAN DAN PELAYANAN PUBLIK",
        "layanan",
        "Persentase layanan kecamatan yang memenuhi standar pelayanan",
        _tahunan("80", "84", "87", "90", "93", "95"),
        (
            Kegiatan(
                "7.01.02.2.02",
                "Penyelenggaraan Urusan Pemerintahan yang Tidak Dilaksanakan oleh Unit Kerja Perangkat Daerah yang Ada "
                "di Kecamatan",
                "Jumlah laporan pelayanan masyarakat",
                "Laporan",
                12,
                "ikm",
                "pelayanan",
                ("22", "47", "71", "96"),
                "95.5",
                (
                    ("Survei kepuasan masyarakat pada loket layanan", "I II III IV"),
                    ("Pelatihan petugas loket", "I III"),
                ),
                (
                    Sub(
                        "7.01.02.2.02.0003",
                        "Peningkatan Efektifitas Pelaksanaan Pelayanan kepada Masyarakat di Wilayah Kecamatan",
                        "Jumlah Laporan Peningkatan Efektifitas Pelaksanaan Pelayanan kepada Masyarakat di Wilayah Kecamatan",
                        "Laporan",
                        12,
                        140_000_000,
                    ),
                ),
            ),
            Kegiatan(
                "7.01.02.2.04",
                "Pelaksanaan Urusan Pemerintahan yang Dilimpahkan kepada Camat",
                "Jumlah laporan layanan nonperizinan",
                "Laporan",
                12,
                "waktu",
                "pelayanan",
                ("20", "45", "72", "97"),
                "96",
                (("Pencatatan waktu penyelesaian setiap berkas layanan", "I II III IV"),),
                (
                    Sub(
                        "7.01.02.2.04.0002",
                        "Pelaksanaan Urusan Pemerintahan yang terkait dengan Nonperizinan",
                        "Jumlah Laporan Pelaksanaan Nonperizinan pada Urusan Pemerintahan",
                        "Laporan",
                        12,
                        85_000_000,
                    ),
                ),
            ),
        ),
    ),
    Program(
        "7.01.06",
        "PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAHAN DESA",
        "desa",
        "Persentase desa yang memperoleh pendampingan pengelolaan keuangan",
        _tahunan("75", "80", "85", "90", "95", "100"),
        (
            Kegiatan(
                "7.01.06.2.01",
                "Fasilitasi, Rekomendasi dan Koordinasi Pembinaan dan Pengawasan Pemerintahan Desa",
                "Jumlah desa yang difasilitasi",
                "Desa",
                20,
                "keuangan",
                "pemerintahan",
                ("18", "44", "70", "95"),
                "94",
                (
                    ("Pendampingan penyusunan laporan keuangan desa", "I II III IV"),
                    ("Pemeriksaan kelengkapan laporan keuangan desa", "II III IV"),
                ),
                (
                    Sub(
                        "7.01.06.2.01.0002",
                        "Fasilitasi Administrasi Tata Pemerintahan Desa",
                        "Jumlah Dokumen yang Difasilitasi dalam rangka Administrasi Tata Pemerintahan Desa",
                        "Dokumen",
                        20,
                        60_000_000,
                    ),
                    Sub(
                        "7.01.06.2.01.0003",
                        "Fasilitasi Pengelolaan Keuangan Desa dan Pendayagunaan Aset Desa",
                        "Jumlah Dokumen yang Difasilitasi dalam rangka Pengelolaan Keuangan Desa dan Pendayagunaan Aset Desa",
                        "Dokumen",
                        20,
                        130_000_000,
                    ),
                ),
            ),
        ),
    ),
    Program(
        "7.01.04",
        "PROGRAM KOORDINASI KETENTRAMAN DAN KETERTIBAN UMUM",
        "tertib",
        "Persentase desa dengan pos keamanan aktif",
        _tahunan("70", "75", "80", "85", "90", "95"),
        (
            Kegiatan(
                "7.01.04.2.01",
                "Koordinasi Upaya Penyelenggaraan Ketenteraman dan Ketertiban Umum",
                "Jumlah laporan koordinasi keamanan wilayah",
                "Laporan",
                12,
                "gangguan",
                "trantib",
                ("23", "48", "73", "96"),
                "95",
                (
                    ("Patroli gabungan di wilayah kecamatan", "I II III IV"),
                    ("Rapat koordinasi penanganan gangguan ketertiban", "II IV"),
                ),
                (
                    Sub(
                        "7.01.04.2.01.0001",
                        "Sinergitas dengan Kepolisian Negara Republik Indonesia, Tentara Nasional Indonesia dan Instansi "
                        "Vertikal di Wilayah Kecamatan",
                        "Jumlah Laporan Hasil Sinergitas dengan Kepolisian Negara Republik Indonesia, Tentara Nasional "
                        "Indonesia dan Instansi Vertikal di Wilayah Kecamatan",
                        "Laporan",
                        12,
                        110_000_000,
                    ),
                ),
            ),
        ),
    ),
    Program(
        "7.01.01",
        "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA",
        "akuntabel",
        "Persentase layanan administrasi perkantoran yang terpenuhi",
        _tahunan("92", "94", "96", "98", "99", "100"),
        (
            Kegiatan(
                "7.01.01.2.01",
                "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah",
                "Jumlah dokumen kinerja yang tersusun",
                "Dokumen",
                11,
                "dokumen",
                "perencanaan",
                ("26", "50", "74", "98"),
                "97",
                (
                    ("Penyusunan dokumen perencanaan kinerja", "I III"),
                    ("Rapat monitoring capaian kinerja triwulanan", "I II III IV"),
                ),
                (
                    Sub(
                        "7.01.01.2.01.0001",
                        "Penyusunan Dokumen Perencanaan Perangkat Daerah",
                        "Jumlah Dokumen Perencanaan Perangkat Daerah",
                        "Dokumen",
                        6,
                        45_000_000,
                    ),
                    Sub(
                        "7.01.01.2.01.0007",
                        "Evaluasi Kinerja Perangkat Daerah",
                        "Jumlah Laporan Evaluasi Kinerja Perangkat Daerah",
                        "Laporan",
                        5,
                        35_000_000,
                    ),
                ),
            ),
            Kegiatan(
                "7.01.01.2.02",
                "Administrasi Keuangan Perangkat Daerah",
                "Jumlah bulan layanan gaji pegawai",
                "Bulan",
                12,
                "dokumen",
                "perencanaan",
                ("23", "50", "74", "98"),
                "98",
                (("Pembayaran gaji pegawai setiap bulan", "I II III IV"),),
                (
                    Sub(
                        "7.01.01.2.02.0001",
                        "Penyediaan Gaji dan Tunjangan ASN",
                        "Jumlah Orang yang Menerima Gaji dan Tunjangan ASN",
                        "Orang/bulan",
                        22,
                        2_150_000_000,
                    ),
                ),
            ),
            Kegiatan(
                "7.01.01.2.06",
                "Administrasi Umum Perangkat Daerah",
                "Jumlah laporan rapat koordinasi",
                "Laporan",
                12,
                "dokumen",
                "sekcam",
                ("21", "46", "70", "95.5"),
                "94",
                (("Penyelenggaraan rapat koordinasi bulanan", "I II III IV"),),
                (
                    Sub(
                        "7.01.01.2.06.0009",
                        "Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD",
                        "Jumlah Laporan Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD",
                        "Laporan",
                        12,
                        120_000_000,
                    ),
                ),
            ),
            Kegiatan(
                "7.01.01.2.08",
                "Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah",
                "Jumlah bulan layanan jasa perkantoran",
                "Bulan",
                12,
                "dokumen",
                "sekcam",
                ("22", "45", "69", "94"),
                "93",
                (("Pembayaran jasa komunikasi, air dan listrik", "I II III IV"),),
                (
                    Sub(
                        "7.01.01.2.08.0002",
                        "Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik",
                        "Jumlah Laporan Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik yang Disediakan",
                        "Laporan",
                        12,
                        95_000_000,
                    ),
                ),
            ),
        ),
    ),
)
