"""The evaluation of the year before with its follow-up, and the minutes of the quarterly meetings."""

from .aksi import ROMAWI, target_tw
from .baris import tanda
from .data import IBU_KOTA, INSPEKTUR, KABUPATEN, KADIS, KASUBAG, TAHUN, UNIT, UNIT_LENGKAP
from .data_indikator import INDIKATOR
from .naskah import Blok, Daftar, Identitas, Judul, Meja, Sel, Tabel, Teks
from .ukur import TANGGAL, realisasi

KOMPONEN = (
    (
        "Perencanaan Kinerja",
        "30,00",
        "21,60",
        [
            "Rencana aksi belum memuat data dukung setiap triwulan.",
            "Dokumen perencanaan kinerja belum seluruhnya dipublikasikan.",
        ],
        [
            "Melengkapi rencana aksi dengan data dukung setiap triwulan.",
            "Mempublikasikan seluruh dokumen perencanaan kinerja pada laman dinas.",
        ],
    ),
    (
        "Pengukuran Kinerja",
        "30,00",
        "21,00",
        ["Masih terdapat pegawai yang belum mengisi e-kinerja secara tertib."],
        ["Memastikan seluruh pegawai mengisi e-kinerja dan atasan memverifikasinya."],
    ),
    (
        "Pelaporan Kinerja",
        "15,00",
        "11,25",
        ["Laporan kinerja belum membandingkan realisasi dengan target akhir Renstra."],
        ["Menambahkan perbandingan realisasi dengan target akhir Renstra dalam laporan kinerja."],
    ),
    (
        "Evaluasi Akuntabilitas Kinerja Internal",
        "25,00",
        "17,30",
        ["Tindak lanjut hasil rapat evaluasi triwulanan belum terdokumentasi."],
        ["Mendokumentasikan tindak lanjut hasil rapat evaluasi triwulanan dalam notulen."],
    ),
)
TINDAK_LANJUT = (
    (
        "Rencana aksi tahun 2023 telah memuat data dukung setiap triwulan",
        "Rencana Aksi 2023",
        "Selesai",
        "10 Juli 2023",
    ),
    (
        "Renstra, IKU, Renja, Perjanjian Kinerja dan Rencana Aksi telah dimuat pada laman dinas",
        "Tangkapan layar laman dinas",
        "Selesai",
        "12 Juli 2023",
    ),
    (
        "Seluruh pegawai telah mengisi e-kinerja dan diverifikasi atasan",
        "Rekapitulasi e-kinerja 2023",
        "Selesai",
        "31 Juli 2023",
    ),
    (
        "Laporan kinerja memuat perbandingan realisasi dengan target akhir Renstra",
        "LKjIP 2023 Bab III",
        "Selesai",
        "2 Agustus 2023",
    ),
    (
        "Notulen triwulan III memuat tindak lanjut hasil rapat sebelumnya",
        "Notulen triwulan III",
        "Selesai",
        "4 Agustus 2023",
    ),
)


def lhe(m: Meja) -> list[Blok]:
    """The report of the Inspektorat on the performance of 2022, issued in June 2023."""
    uraian: list[Blok] = []
    for u, (nama, bobot, nilai, catatan, saran) in enumerate(KOMPONEN, 1):
        uraian += [
            Judul(f"{u}. {nama}", 2),
            Teks(f"Komponen {nama} berbobot {bobot} memperoleh nilai {m(f'lhe.nilai.{u}', nilai)}."),
            Teks("Catatan hasil evaluasi:"),
            Daftar(m(f"lhe.catatan.{u}", catatan)),
            Teks("Rekomendasi:"),
            Daftar(m(f"lhe.saran.{u}", saran)),
        ]
    return [
        Teks(f"PEMERINTAH {KABUPATEN.upper()}", "tengah", True),
        Teks("INSPEKTORAT DAERAH", "tengah", True),
        Judul("LAPORAN HASIL EVALUASI AKUNTABILITAS KINERJA INSTANSI PEMERINTAH"),
        Teks(f"{UNIT_LENGKAP.upper()} TAHUN 2023", "tengah", True),
        Identitas(
            [("Nomor", m("lhe.nomor", "700.1.2.1/067/2023")), ("Tanggal", "12 Juni 2023"), ("Kepada", f"Kepala {UNIT}")]
        ),
        Teks(f"Hasil evaluasi atas akuntabilitas kinerja {UNIT} tahun 2022 memperoleh nilai 71,15 dengan predikat BB."),
        Tabel(
            [["Komponen", "Bobot", "Nilai"]],
            [
                *([n, b, m(f"lhe.nilai.{u}", v)] for u, (n, b, v, _, _) in enumerate(KOMPONEN, 1)),
                ["Jumlah", "100,00", "71,15"],
            ],
            (8, 3, 3),
        ),
        *uraian,
        tanda(INSPEKTUR, "12 Juni 2023"),
    ]


def tindak_lanjut(m: Meja) -> list[Blok]:
    saran = [s for k in KOMPONEN for s in k[4]]
    baris = [
        [str(u), s, *m(f"tl.{u}", isi[:3]), m(f"tl.tanggal.{u}", isi[3])]
        for u, (s, isi) in enumerate(zip(saran, TINDAK_LANJUT, strict=True), 1)
        if u not in m("tl.tanpa", ())
    ]
    return [
        Judul("MATRIKS TINDAK LANJUT LAPORAN HASIL EVALUASI AKIP"),
        Judul(f"{UNIT_LENGKAP.upper()} TAHUN 2023"),
        Identitas(
            [("Nomor LHE", "700.1.2.1/067/2023"), ("Tanggal LHE", "12 Juni 2023"), ("Diterima tanggal", "16 Juni 2023")]
        ),
        Tabel(
            [["No", "Rekomendasi", "Tindak Lanjut yang Dilakukan", "Bukti Dukung", "Status", "Tanggal Penyelesaian"]],
            baris,
            (1, 6, 6, 4, 2, 3),
        ),
        tanda(KADIS, "9 Agustus 2023"),
    ]


_RAPAT = {
    1: (
        "Menambah frekuensi pendampingan kelompok pembudi daya ikan.",
        "Menyusun ulang jadwal penyuluh pada setiap kecamatan.",
        "Rekomendasi rapat triwulan IV tahun 2022 tentang pendataan TPI telah ditindaklanjuti.",
    ),
    2: (
        "Mempercepat penyaluran benih kepada kelompok pembudi daya ikan.",
        "Mengajukan percepatan kontrak pengadaan benih.",
        "Rekomendasi triwulan I yaitu menambah frekuensi pendampingan kelompok pembudi daya ikan telah "
        "dilaksanakan sejak Mei.",
    ),
    3: (
        "Menyalurkan vaksin ikan pada tiga kecamatan yang terserang penyakit.",
        "Menugaskan petugas kesehatan ikan ke tiga kecamatan.",
        "Rekomendasi triwulan II yaitu mempercepat penyaluran benih kepada kelompok pembudi daya ikan telah "
        "selesai pada Agustus.",
    ),
    4: (
        "Menyusun kalender tebar tahun 2024 bersama kelompok.",
        "Membahas kalender tebar dalam pertemuan penyuluh.",
        "Rekomendasi triwulan III yaitu menyalurkan vaksin ikan pada tiga kecamatan yang terserang penyakit "
        "telah selesai.",
    ),
}


def notulen(m: Meja, tw: int) -> list[Blok]:
    dok = f"not{tw}"
    saran, upaya, lanjut = _RAPAT[tw]
    nilai = [i for i in INDIKATOR if i.target_tw[tw - 1] is not None]
    bagian = {
        "capaian": [
            Teks("I. Capaian Kinerja", tebal=True),
            *(
                Teks(f"- {i.nama}: target {target_tw(m, dok, i, tw)}, realisasi {realisasi(m, dok, i, tw)} {i.satuan}")
                for i in nilai
            ),
        ],
        "rekomendasi": [Teks("II. Rekomendasi", tebal=True), Daftar([m(f"{dok}.saran", saran)])],
        "upaya": [Teks("III. Upaya Perbaikan", tebal=True), Daftar([upaya])],
        "lanjut": [
            Teks("IV. Tindak Lanjut atas Rekomendasi Sebelumnya", tebal=True),
            Daftar([m(f"{dok}.lanjut", lanjut)]),
        ],
    }
    return [
        Judul("NOTULEN"),
        Identitas(
            [
                ("Rapat", f"Monitoring dan Evaluasi Capaian Kinerja Triwulan {ROMAWI[tw - 1]} Tahun {TAHUN}"),
                ("Hari, tanggal", m(f"{dok}.tanggal", TANGGAL[tw])),
                ("Tempat", f"Aula {UNIT}, {IBU_KOTA}"),
                ("Pimpinan rapat", KADIS.jabatan),
                ("Peserta", "Sekretaris, para kepala bidang dan kepala subbagian"),
            ]
        ),
        *(b for kunci, isi in bagian.items() if kunci not in m(f"{dok}.tanpa", ()) for b in isi),
        tanda(KASUBAG, TANGGAL[tw]),
    ]


def sampul_bukti(judul: str, isi: str) -> list[Blok]:
    """A short paper of evidence, with a small table."""
    return [
        Judul(judul.upper()),
        Judul(UNIT_LENGKAP.upper()),
        Teks(isi),
        Tabel([["Uraian", "Keterangan"]], [[Sel(judul), Sel("terlampir dan telah diperiksa")]], (6, 6)),
    ]
