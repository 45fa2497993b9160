"""Planning documents: Renstra, IKU, Renja and DPA."""

from .baris import KOP, kelompok, nama, pagu, program, satuan, tanda, target, turun_ke_bawah
from .data import KABUPATEN, KADIS, SEKDA, TAHUN, TUJUAN, UNIT, UNIT_LENGKAP
from .data_program import SUBKEGIATAN
from .naskah import Blok, Daftar, Halaman, Identitas, Judul, Meja, Sel, Tabel, Teks, angka, rupiah

TAHUN_RENSTRA = range(2021, 2027)


def renstra(m: Meja) -> list[Blok]:
    """Renstra 2021-2026: short chapters, the matrix of targets (two header rows), the matrix of programs (three)."""
    return [
        Teks("RENCANA STRATEGIS (RENSTRA)", "tengah", True),
        Teks(f"{UNIT_LENGKAP.upper()}", "tengah", True),
        Teks("TAHUN 2021-2026", "tengah", True),
        Teks("Ditetapkan dengan Keputusan Kepala Dinas Perikanan Nomor 523/118/DISKAN/2021", "tengah"),
        Halaman(),
        Judul("BAB I PENDAHULUAN"),
        Judul("1.1 Latar Belakang", 2),
        Teks(f"{UNIT} menyusun Renstra sebagai pedoman pembangunan perikanan selama enam tahun."),
        Judul("1.2 Landasan Hukum", 2),
        Daftar(
            [
                m(
                    "renstra.hukum",
                    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;",
                ),
                "Peraturan Menteri Dalam Negeri Nomor 90 Tahun 2019 tentang Klasifikasi, Kodefikasi, dan Nomenklatur "
                "Perencanaan Pembangunan dan Keuangan Daerah.",
            ]
        ),
        Judul("BAB II GAMBARAN PELAYANAN PERANGKAT DAERAH"),
        Teks("Pelayanan perikanan menjangkau 14 kecamatan dengan 12 tempat pelelangan ikan."),
        Judul("BAB III PERMASALAHAN DAN ISU STRATEGIS"),
        Teks("Produksi belum diimbangi mutu hasil perikanan, dan kelompok usaha belum mandiri."),
        Judul("BAB IV TUJUAN DAN SASARAN"),
        Teks(f"Tujuan: {TUJUAN}."),
        Teks("Tabel 4.1 Tujuan, Sasaran, Indikator dan Target Kinerja", "tengah"),
        _matriks_sasaran(m),
        Judul("BAB V STRATEGI DAN ARAH KEBIJAKAN"),
        Teks("Strategi ditempuh melalui penguatan kelompok, penyediaan sarana dan pembinaan mutu."),
        Judul("BAB VI RENCANA PROGRAM DAN KEGIATAN SERTA PENDANAAN"),
        Teks("Tabel 6.1 Rencana Program dan Pendanaan Indikatif", "tengah"),
        _matriks_program(m),
        Judul("BAB VII KINERJA PENYELENGGARAAN BIDANG URUSAN"),
        Teks("Indikator kinerja perangkat daerah mengacu pada tujuan dan sasaran RPJMD."),
        Judul("BAB VIII PENUTUP"),
        Teks("Renstra ini menjadi acuan penyusunan Renja setiap tahun."),
        tanda(KADIS, "20 September 2021"),
    ]


def _matriks_sasaran(m: Meja) -> Tabel:
    kepala = [
        [
            Sel("Tujuan", 2),
            Sel("Sasaran", 2),
            Sel("Indikator Sasaran", 2),
            Sel("Satuan", 2),
            Sel("Kondisi Awal (2020)", 2),
            Sel("Target Kinerja pada Tahun", 1, 6),
            Sel("Kondisi Akhir Renstra", 2),
        ],
        [str(t) for t in TAHUN_RENSTRA],
    ]
    isi: list = []
    for sasaran, milik in kelompok(m, "renstra"):
        isi += turun_ke_bawah(
            sasaran,
            [
                [
                    nama(m, "renstra", i),
                    satuan(m, "renstra", i),
                    angka(i.awal, i.desimal),
                    *(target(m, "renstra", i, t) for t in TAHUN_RENSTRA),
                    m(f"renstra.akhir.{i.kunci}", angka(i.akhir, i.desimal)),
                ]
                for i in milik
            ],
        )
    return Tabel(kepala, turun_ke_bawah(TUJUAN, isi), (3, 4, 5, 2, 2, 2, 2, 2, 2, 2, 2, 2))


def _matriks_program(m: Meja) -> Tabel:
    tiga = (2022, 2023, 2024)
    kepala = [
        [
            Sel("Kode", 3),
            Sel("Program", 3),
            Sel("Indikator Kinerja Program", 3),
            Sel("Target Kinerja dan Kerangka Pendanaan", 1, 6),
        ],
        [Sel(str(t), 1, 2) for t in tiga],
        ["Target", "Rp"] * 3,
    ]
    isi = []
    for p in program(m, "renstra"):
        nilai = [(p.target, rupiah(p.pagu * (100 - 4 * (TAHUN - t)) // 100)) for t in tiga]
        isi.append(
            [
                m(f"renstra.kode.{p.kode}", p.kode),
                m(f"renstra.program.{p.kode}", p.nama),
                p.indikator,
                *(teks for pasang in nilai for teks in pasang),
            ]
        )
    return Tabel(kepala, isi, (2, 5, 5, 2, 3, 2, 3, 2, 3))


def iku(m: Meja, ragam: int) -> list[Blok]:
    """IKU by decree: sasaran merged; second layout has no sasaran column but a line per sasaran over its indikator."""
    isi: list = []
    for sasaran, milik in kelompok(m, "iku"):
        baris = [
            [
                nama(m, "iku", i),
                satuan(m, "iku", i),
                m(f"iku.formula.{i.kunci}", i.formula),
                i.sumber,
                m(f"iku.penanggung.{i.kunci}", i.penanggung),
            ]
            for i in milik
        ]
        isi += turun_ke_bawah(sasaran, baris)
    isi = [[str(u), *b] if ragam == 1 else b for u, b in enumerate(isi, 1)]
    kepala = [
        "Sasaran Strategis",
        "Indikator Kinerja Utama",
        "Satuan",
        "Formulasi Penghitungan",
        "Sumber Data",
        "Penanggung Jawab",
    ]
    # The running number of the first layout stands before a merged sasaran: one number for each indikator.
    tabel = (
        Tabel([["No", *kepala]], isi, (1, 4, 5, 2, 6, 3, 4)) if ragam == 1 else Tabel([kepala], isi, (4, 5, 2, 6, 3, 4))
    )
    return [
        *KOP,
        Teks(f"KEPUTUSAN KEPALA {UNIT.upper()} {KABUPATEN.upper()}", "tengah", True),
        Teks("NOMOR : 523/009/DISKAN/2023", "tengah"),
        Teks("TENTANG PENETAPAN INDIKATOR KINERJA UTAMA (IKU)", "tengah", True),
        Teks(f"{UNIT_LENGKAP.upper()} TAHUN {TAHUN}", "tengah", True),
        Teks(f"Indikator Kinerja Utama di bawah ini menjadi ukuran keberhasilan {UNIT}."),
        tabel,
        tanda(KADIS, m("iku.tanggal", "9 Januari 2023"), lengkap=m("iku.tanda", True)),
    ]


def renja(m: Meja) -> list[Blok]:
    """Renja workbook: sheet of targets, sheet of program, kegiatan and sub kegiatan."""
    isi: list = []
    for sasaran, milik in kelompok(m, "renja"):
        isi += turun_ke_bawah(
            sasaran, [[nama(m, "renja", i), satuan(m, "renja", i), target(m, "renja", i)] for i in milik]
        )
    belanja = []
    for p in program(m, "renja"):
        belanja.append([p.kode, p.nama, p.indikator, p.target, "", rupiah(p.pagu)])
        for k in p.kegiatan:
            jumlah, ukuran = k.target.split(" ", 1)
            belanja.append([k.kode, k.nama, k.indikator, jumlah, ukuran, rupiah(k.pagu)])
            belanja += [
                [
                    m(f"renja.kode.{s[1]}", s[1]),
                    m(f"renja.nama.{s[1]}", s[2]),
                    m(f"renja.indikator.{s[1]}", s[3]),
                    s[4],
                    m(f"renja.satuan.{s[1]}", s[5]),
                    rupiah(s[6]),
                ]
                for s in SUBKEGIATAN
                if s[0] == k.kode
            ]
    return [
        Halaman("Sasaran"),
        Judul(f"RENCANA KERJA (RENJA) {UNIT_LENGKAP.upper()}"),
        Judul(f"TAHUN {TAHUN}"),
        Teks("Nomor : 523/204/DISKAN/2022"),
        Tabel([["Sasaran", "Indikator Sasaran", "Satuan", f"Target {TAHUN}"]], isi, (6, 8, 3, 3)),
        tanda(KADIS, "14 Juli 2022"),
        Halaman("Program Kegiatan"),
        Judul(f"RENCANA PROGRAM DAN KEGIATAN {UNIT.upper()} TAHUN {TAHUN}"),
        Tabel(
            [["Kode", "Program/Kegiatan/Sub Kegiatan", "Indikator Kinerja", "Target", "Satuan", "Pagu Indikatif (Rp)"]],
            belanja,
            (3, 9, 8, 2, 3, 4),
        ),
    ]


def dpa(m: Meja) -> list[Blok]:
    """DPA of the year, of 3 January 2023, with kode, uraian and jumlah."""
    isi = []
    for p in program(m, "dpa"):
        isi.append([p.kode, p.nama, rupiah(pagu(m, "dpa", p.kode, p.pagu))])
        isi += [[k.kode, k.nama, rupiah(k.pagu)] for k in p.kegiatan]
    jumlah = sum(pagu(m, "dpa", p.kode, p.pagu) for p in program(m, "dpa"))
    return [
        Teks("DOKUMEN PELAKSANAAN ANGGARAN", "tengah", True),
        Teks("SATUAN KERJA PERANGKAT DAERAH (DPA-SKPD)", "tengah", True),
        Teks(f"PEMERINTAH {KABUPATEN.upper()} TAHUN ANGGARAN {TAHUN}", "tengah", True),
        Identitas(
            [("Nomor", "DPA/A.1/3.25.0.00.0.00.01.0000/001/2023"), ("Organisasi", f"3.25.0.00.0.00.01.0000 {UNIT}")]
        ),
        Tabel(
            [["Kode Rekening", "Program dan Kegiatan", "Jumlah (Rp)"]],
            [*isi, [Sel("JUMLAH BELANJA", 1, 2), rupiah(jumlah)]],
            (3, 9, 4),
        ),
        tanda(SEKDA, "3 Januari 2023"),
    ]
