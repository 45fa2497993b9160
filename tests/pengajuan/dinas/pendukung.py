"""Supporting papers: guides, decree of the team, reward, e-kinerja recap, performance tree, evidence, berkas.yaml."""

from .aksi import ROMAWI
from .baris import KOP, kelompok, nama, program, tanda
from .data import KABID_BUDIDAYA, KABID_TANGKAP, KADIS, KASUBAG, SEKRETARIS, TAHUN, TUJUAN, UNIT, UNIT_LENGKAP
from .data_indikator import INDIKATOR
from .naskah import Blok, Daftar, Halaman, Judul, Meja, Tabel, Teks

STAF = (
    ("Nugraha Setiabudhi, A.Md.Pi.", "198904052015021003", "Penyuluh Perikanan"),
    ("Ratnaning Kusumastuti, S.Pi.", "199006122016032002", "Analis Pasar Hasil Perikanan"),
    ("Galuh Prabaswara, S.E.", "199111032017011004", "Pengelola Keuangan"),
    ("Tirtasari Maheswari", "198705142010012006", "Pengadministrasi Umum"),
)


def pedoman(m: Meja, jenis: str) -> list[Blok]:
    """A technical guide: "perencanaan", "pengukuran" or "evaluasi"."""
    dok = f"pedoman.{jenis}"
    judul = {
        "perencanaan": "PEDOMAN TEKNIS PERENCANAAN KINERJA",
        "pengukuran": "PEDOMAN TEKNIS PENGUKURAN KINERJA DAN PENGUMPULAN DATA KINERJA",
        "evaluasi": "PEDOMAN TEKNIS EVALUASI AKUNTABILITAS KINERJA INTERNAL",
    }[jenis]
    isi = {
        "perencanaan": [
            "Renstra menjadi dasar Renja, IKU dan Perjanjian Kinerja.",
            "Rencana Aksi disusun paling lambat satu minggu setelah Perjanjian Kinerja.",
        ],
        "pengukuran": [
            "Data kinerja dikumpulkan setiap triwulan oleh bidang penanggung jawab.",
            "Hasil pengukuran disampaikan pada minggu pertama setelah triwulan berakhir.",
        ],
        "evaluasi": [
            m(
                "pedoman.bobot",
                "Bobot komponen: perencanaan kinerja 30, pengukuran kinerja 30, pelaporan kinerja 15, "
                "dan evaluasi akuntabilitas kinerja internal 25.",
            ),
            "Hasil evaluasi ditindaklanjuti paling lambat 60 hari.",
        ],
    }[jenis]
    bab = m(f"{dok}.bab", ("I", "II", "III", "IV"))
    return [
        *KOP,
        Judul(judul),
        Teks(UNIT_LENGKAP.upper(), "tengah", True),
        Teks(f"TAHUN {TAHUN}", "tengah", True),
        Teks(f"Nomor : 523/0{ {'perencanaan': 11, 'pengukuran': 12, 'evaluasi': 13}[jenis] }/DISKAN/2023", "tengah"),
        Judul(f"BAB {bab[0]} PENDAHULUAN"),
        Judul("A. Latar Belakang", 2),
        Teks(m(f"{dok}.latar", f"Pedoman ini disusun agar {UNIT} melaksanakan manajemen kinerja secara tertib.")),
        Judul("B. Dasar Hukum", 2),
        Daftar(
            [
                m(
                    f"{dok}.perpres",
                    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;",
                ),
                m(
                    f"{dok}.hukum",
                    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun 2021 "
                    "tentang Evaluasi Akuntabilitas Kinerja Instansi Pemerintah.",
                ),
            ]
        ),
        Judul(f"BAB {bab[1]} RUANG LINGKUP"),
        Teks(m(f"{dok}.lingkup", f"Pedoman berlaku bagi seluruh bidang pada {UNIT}.")),
        Judul(f"BAB {bab[2]} TATA CARA"),
        Daftar(isi),
        Judul(f"BAB {bab[3]} PENUTUP"),
        Teks(m(f"{dok}.penutup", "Pedoman ini berlaku sejak tanggal ditetapkan.")),
        tanda(KADIS, "5 Januari 2023"),
    ]


def sk_tim(m: Meja) -> list[Blok]:
    return [
        *KOP,
        Judul(f"KEPUTUSAN KEPALA {UNIT.upper()}"),
        Teks("NOMOR : 523/014/DISKAN/2023", "tengah"),
        Teks("TENTANG PEMBENTUKAN TIM PENGUKURAN KINERJA DAN SAKIP", "tengah", True),
        Teks(f"Membentuk Tim Pengukuran Kinerja dan SAKIP {UNIT} Tahun {TAHUN} dengan susunan sebagai berikut."),
        Tabel(
            [["No", "Jabatan dalam Dinas", "Kedudukan dalam Tim"]],
            [
                ["1", KADIS.jabatan, "Penanggung jawab"],
                ["2", SEKRETARIS.jabatan, "Ketua"],
                ["3", KASUBAG.jabatan, "Sekretaris"],
                ["4", KABID_TANGKAP.jabatan, "Anggota"],
                ["5", KABID_BUDIDAYA.jabatan, "Anggota"],
            ],
            (1, 8, 5),
        ),
        tanda(KADIS, "6 Januari 2023"),
    ]


def penghargaan(m: Meja) -> list[Blok]:
    return [
        *KOP,
        Judul("KEPUTUSAN PEMBERIAN PENGHARGAAN (REWARD) DAN SANKSI (PUNISHMENT)"),
        Teks("NOMOR : 523/311/DISKAN/2023", "tengah"),
        Teks("Penghargaan dan sanksi diberikan berdasarkan hasil pengukuran kinerja pegawai tahun 2023."),
        Tabel(
            [["No", "Nama", "Bentuk"]],
            [
                ["1", STAF[0][0], "Piagam pegawai berkinerja terbaik"],
                ["2", STAF[3][0], "Teguran lisan atas keterlambatan laporan"],
            ],
            (1, 6, 8),
        ),
        tanda(KADIS, "28 Desember 2023"),
    ]


def ekinerja(m: Meja) -> list[Blok]:
    pejabat = [(p.nama, p.nip, p.jabatan) for p in (KADIS, SEKRETARIS, KABID_TANGKAP, KABID_BUDIDAYA, KASUBAG)]
    baris = [
        [str(u), *orang, *m(f"ekin.{u}", ("Sudah mengisi", "Terverifikasi"))]
        for u, orang in enumerate([*pejabat, *STAF], 1)
    ]
    return [
        Halaman("e-Kinerja"),
        Judul(f"REKAPITULASI E-KINERJA PEGAWAI {UNIT_LENGKAP.upper()}"),
        Judul(f"TAHUN {TAHUN}"),
        Tabel([["No", "Nama Pegawai", "NIP", "Jabatan", "Pengisian", "Verifikasi Atasan"]], baris, (1, 7, 5, 7, 4, 4)),
    ]


def pohon(m: Meja) -> list[Blok]:
    baris = []
    for sasaran, milik in kelompok(m, "pohon"):
        for i in milik:
            p = next(p for p in program(m, "pohon") if i.sasaran in p.sasaran)
            baris.append([TUJUAN, sasaran, nama(m, "pohon", i), p.nama, p.kegiatan[0].nama, i.penanggung])
    lintas: list[Blok] = [
        Halaman("Crosscutting"),
        Judul(f"CROSSCUTTING KINERJA {UNIT_LENGKAP.upper()} TAHUN {TAHUN}"),
        Tabel(
            [["Sasaran", "Perangkat Daerah Terkait", "Dukungan"]],
            [
                ["Meningkatnya konsumsi ikan dan mutu hasil perikanan", "Dinas Kesehatan", "Kampanye gizi keluarga"],
                ["Menurunnya susut hasil perikanan", "Dinas Perdagangan", "Penyediaan gudang beku pasar"],
            ],
            (6, 5, 6),
        ),
    ]
    return [
        Halaman("Cascading"),
        Judul(f"POHON KINERJA DAN CASCADING {UNIT_LENGKAP.upper()}"),
        Judul(f"TAHUN {TAHUN}"),
        Teks("Nomor : 523/010/DISKAN/2023"),
        Tabel(
            [["Tujuan", "Sasaran Strategis", "Indikator Kinerja", "Program", "Kegiatan", "Pengampu"]],
            baris,
            (4, 5, 6, 6, 6, 5),
        ),
        tanda(KADIS, "9 Januari 2023"),
        *(lintas if m("pohon.lintas", True) else []),
    ]


def bukti() -> list[tuple[str, str, int]]:
    """Evidence of every quarter: (title, indikator, triwulan)."""
    return [
        (f"{i.bukti} Triwulan {ROMAWI[t - 1]}", i.nama, t)
        for i in INDIKATOR
        for t in range(1, 5)
        if i.target_tw[t - 1] is not None
    ]
