"""Last year's evaluation (letter and report) and its follow-up."""

from __future__ import annotations

from . import isi
from .isi_dukung import P88

KOMPONEN = [
    ("Perencanaan Kinerja", "30", "20,10"),
    ("Pengukuran Kinerja", "30", "20,10"),
    ("Pelaporan Kinerja", "15", "10,50"),
    ("Evaluasi Akuntabilitas Kinerja Internal", "25", "16,25"),
]
# komponen, catatan, rekomendasi, tindak lanjut, bukti, status, tanggal, penanggung jawab
REKOMENDASI = {
    "publikasi": (
        0,
        "Dokumen perencanaan kinerja belum seluruhnya dipublikasikan pada laman kecamatan",
        "Mempublikasikan seluruh dokumen perencanaan kinerja pada laman resmi kecamatan",
        "Renstra, Renja, IKU, PK dan Rencana Aksi telah diunggah pada laman kecamatan",
        "Tangkapan layar publikasi",
        "Selesai",
        "18 Agustus 2025",
        isi.SEKCAM,
    ),
    "nomenklatur": (
        0,
        "Sebagian indikator dan satuan sub kegiatan pada Renja belum sesuai dengan Kepmendagri Nomor "
        "900.1.15.5-3406 Tahun 2024",
        "Menyesuaikan nomenklatur, indikator dan satuan sub kegiatan pada dokumen perencanaan dengan "
        "Kepmendagri Nomor 900.1.15.5-3406 Tahun 2024",
        "Nomenklatur, indikator dan satuan sub kegiatan telah disesuaikan pada DPA dan Renja",
        "Renja dan DPA Tahun 2025",
        "Sudah ditindaklanjuti",
        "25 Agustus 2025",
        isi.KASUBAG,
    ),
    "pohon": (
        0,
        "Pohon kinerja belum dilengkapi dengan crosscutting",
        "Menyusun pohon kinerja yang dilengkapi dengan crosscutting dengan perangkat daerah terkait",
        "Pohon kinerja telah disusun dan dilengkapi dengan lembar crosscutting",
        "Pohon Kinerja Kecamatan Tahun 2025",
        "Selesai",
        "29 Agustus 2025",
        isi.SEKCAM,
    ),
    "aksi": (
        0,
        "Rencana aksi belum memuat target triwulan untuk seluruh indikator",
        "Melengkapi rencana aksi dengan target setiap triwulan dan data dukungnya sebagai tolok ukur pencapaian "
        "kinerja triwulanan",
        "Rencana aksi telah dilengkapi dengan target triwulan dan data dukung",
        "Rencana Aksi Tahun 2025",
        "Selesai",
        "20 Agustus 2025",
        isi.KASUBAG,
    ),
    "pk": (
        0,
        "Perjanjian kinerja Kepala Seksi belum sesuai dengan format",
        "Menyempurnakan perjanjian kinerja para Kepala Seksi dan Kepala Subbagian sesuai dengan format yang ditetapkan",
        "Perjanjian kinerja seluruh pejabat telah disempurnakan",
        "Perjanjian Kinerja Tahun 2025",
        "Tuntas",
        "22 Agustus 2025",
        isi.SEKCAM,
    ),
    "pantau": (
        1,
        "Hasil rapat monitoring dan evaluasi capaian kinerja belum dipantau tindak lanjutnya",
        "Melaksanakan rapat monitoring dan evaluasi capaian kinerja setiap triwulan yang dituangkan dalam notulen",
        "Rapat monitoring telah dilaksanakan setiap triwulan dan dituangkan dalam notulen",
        "Notulen Triwulan I sampai dengan IV",
        "Selesai",
        "9 September 2025",
        isi.CAMAT,
    ),
    "ekinerja": (
        1,
        "Masih terdapat pegawai yang belum mengisi e-kinerja dan kinerja bawahan yang belum diverifikasi atasan",
        "Memerintahkan seluruh pegawai mengisi e-kinerja tepat waktu dan pejabat penilai melakukan verifikasi",
        "Seluruh pegawai telah mengisi e-kinerja dan seluruhnya telah diverifikasi pejabat penilai",
        "Rekap e-kinerja",
        "Selesai",
        "5 September 2025",
        isi.KASUBAG,
    ),
    "hargai": (
        1,
        "Hasil pengukuran kinerja belum dijadikan dasar pemberian reward dan punishment",
        "Menjadikan hasil pengukuran kinerja sebagai dasar pemberian reward dan punishment kepada pegawai",
        "Penghargaan pegawai berkinerja terbaik dan teguran telah ditetapkan berdasarkan capaian kinerja",
        "Keputusan pemberian penghargaan dan surat teguran",
        "Selesai",
        "10 September 2025",
        isi.SEKCAM,
    ),
    "hitung": (
        1,
        "Perhitungan capaian pada PKPK belum sesuai dengan rumus",
        "Menghitung persentase capaian kinerja pada PKPK sesuai dengan rumus dan karakteristik indikator",
        "Capaian pada PKPK telah dihitung ulang sesuai dengan karakteristik indikator",
        "PKPK Triwulan I sampai dengan IV",
        "Sudah selesai",
        "1 September 2025",
        isi.KASUBAG,
    ),
    "renstra": (
        2,
        "Laporan Kinerja belum menyajikan perbandingan realisasi kinerja dengan target jangka menengah",
        "Menambahkan informasi perbandingan realisasi kinerja dengan target jangka menengah (Renstra) dalam "
        "Laporan Kinerja",
        "Perbandingan realisasi dengan target akhir Renstra telah disajikan dalam LKjIP",
        "LKjIP Bab III",
        "Selesai",
        "4 September 2025",
        isi.KASUBAG,
    ),
    "lalu": (
        2,
        "Laporan Kinerja belum menyajikan perbandingan dengan realisasi tahun sebelumnya",
        "Menyajikan perbandingan realisasi kinerja tahun berjalan dengan realisasi tahun-tahun sebelumnya",
        "Perbandingan dengan realisasi tahun sebelumnya telah disajikan",
        "LKjIP Bab III",
        "Sudah ditindaklanjuti",
        "4 September 2025",
        isi.KASUBAG,
    ),
    "efisiensi": (
        2,
        "Laporan Kinerja belum menganalisis efisiensi penggunaan sumber daya",
        "Menambahkan analisis efisiensi penggunaan sumber daya pada Laporan Kinerja",
        "Analisis efisiensi telah ditambahkan",
        "LKjIP Bab III huruf G",
        "Selesai",
        "4 September 2025",
        isi.KASUBAG,
    ),
    "sebab": (
        2,
        "Analisis penyebab kegagalan belum mendalam",
        "Memperdalam analisis penyebab keberhasilan dan kegagalan pencapaian kinerja beserta solusinya",
        "Analisis penyebab keberhasilan dan kegagalan beserta solusi telah disajikan untuk setiap indikator",
        "LKjIP Bab III huruf H",
        "Selesai",
        "4 September 2025",
        isi.KASUBAG,
    ),
    "sambung": (
        3,
        "Isi notulen belum menunjukkan kesinambungan antartriwulan",
        "Mendokumentasikan hasil rapat evaluasi dalam notulen yang memuat kesinambungan rekomendasi, upaya "
        "perbaikan dan tindak lanjut antartriwulan",
        "Notulen telah memuat tindak lanjut atas rekomendasi triwulan sebelumnya",
        "Notulen Triwulan II sampai dengan IV",
        "Selesai",
        "9 September 2025",
        isi.KASUBAG,
    ),
    "tim": (
        3,
        "Tim pengelola SAKIP belum ditetapkan",
        "Menetapkan tim SAKIP kecamatan yang bertanggung jawab atas pengumpulan data kinerja",
        "Tim SAKIP telah ditetapkan dengan Keputusan Camat",
        "Keputusan Camat tentang Tim SAKIP",
        "Selesai",
        "12 Agustus 2025",
        isi.CAMAT,
    ),
    "budaya": (
        3,
        "Informasi kinerja belum sepenuhnya memengaruhi perubahan budaya kinerja organisasi",
        "Mendorong perubahan budaya kinerja dengan menyosialisasikan informasi capaian kinerja kepada seluruh pegawai",
        "Sosialisasi tahap pertama dilaksanakan pada apel pagi. Rencana aksi: sosialisasi tahap kedua bagi "
        "pegawai baru paling lambat 30 Juni 2026",
        "Foto dan daftar hadir sosialisasi",
        "Proses",
        "8 September 2025",
        isi.SEKCAM,
    ),
}


def lhe() -> dict:
    bagian = [
        {
            "nama": nama,
            "bobot": bobot,
            "nilai": nilai,
            "catatan": [satu[1] for satu in REKOMENDASI.values() if satu[0] == n],
            "rekomendasi": [satu[2] for satu in REKOMENDASI.values() if satu[0] == n],
        }
        for n, (nama, bobot, nilai) in enumerate(KOMPONEN)
    ]
    return {
        "tahun": "2025",
        "dasar": P88,
        "nomor": "700.1.2.1/118/ITDA/2025",
        "tanggal": "10 Juli 2025",
        "nomor_surat": "700/231/2025",
        "tanggal_surat": "14 Juli 2025",
        "nilai": "66,95",
        "predikat": "B",
        "sebutan": "Baik",
        "komponen": bagian,
        "orang": dict(isi.INSPEKTUR),
        "bupati": dict(isi.BUPATI),
    }


def tindak() -> dict:
    return {
        "judul": "MATRIKS TINDAK LANJUT HASIL EVALUASI AKIP TAHUN 2025",
        "diterima": "14 Juli 2025",
        "baris": [[satu[2], satu[3], satu[4], satu[5], satu[6], satu[7]["jabatan"]] for satu in REKOMENDASI.values()],
    }
