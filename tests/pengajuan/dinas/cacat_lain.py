"""Further seeded defects within documents and of the submission as a whole."""

from .cacat import Cacat
from .cacat_tata import BERULANG
from .data import BUPATI
from .data_program import PROGRAM

_PROGRAM = tuple(p.kode for p in PROGRAM)

TATA_LAIN = (
    Cacat("PK-014", "pk.tangkap", "Jumlah anggaran PK kepala bidang lebih kecil", {"pk.tangkap.jumlah": 1_005_200_000}),
    Cacat("PK-015", "pk.sekretaris", "Sekretaris berjanji kepada Bupati", {"pk.sekretaris.atasan": BUPATI}),
    Cacat("PK-016", "pk.kasubag", "PK lewat satu bulan setelah DPA", {"pk.kasubag.tanggal": "17 Februari 2023"}),
    Cacat("PK-019", "pk.budidaya", "NIP 17 angka", {"pk.budidaya.nip": "19781102200501201"}),
    Cacat(
        "PK-020",
        ("pk.kadis", "PK kadis revisi.docx"),
        "PK kedua tanpa tanda perubahan",
        {"pk.ganda": "69,00"},
        "",
        (("SEL-004", "*"), ("BRK-006", "*"), ("SEL-006", "*"), ("SEL-010", "*"), ("SEL-017", "*"), ("BRK-010", "*")),
    ),
    Cacat(
        "BRK-001",
        None,
        "Tindak lanjut LHE tidak disertakan",
        {"berkas.tanpa": ("tl", "reward")},
        "tindak lanjut",
        (("TL-001", "lhe"), *BERULANG),
    ),
    Cacat("EVD-001", None, "Bukti penghargaan dan sanksi tidak ada"),
    Cacat("BRK-005", "lampiran renja.pdf", "Berkas rusak", {"rusak": True}),
    Cacat(
        "BRK-011",
        "iku",
        "Petunjuk pengisian tertinggal",
        {"iku.formula.ntn": "(diisi dengan rumus penghitungan)"},
    ),
    Cacat(
        "BRK-012",
        "pedoman.evaluasi",
        "Tahun lain terbawa",
        {"pedoman.evaluasi.penutup": "Pedoman evaluasi akuntabilitas kinerja Tahun 2021 ini berlaku sejak ditetapkan."},
        "2021",
    ),
    Cacat(
        "BRK-013", "pedoman.perencanaan", "Dua bab bernomor III", {"pedoman.perencanaan.bab": ("I", "II", "III", "III")}
    ),
    Cacat("NOM-001", "renja", "Kode tidak terdaftar", {"renja.kode.3.25.01.2.01.0001": "3.25.01.2.01.0099"}, "0099"),
    Cacat(
        "NOM-006",
        "renja",
        "Sub kegiatan di bawah kegiatan lain",
        {
            "renja.kode.3.25.01.2.06.0005": "3.25.01.2.08.0001",
            "renja.nama.3.25.01.2.06.0005": "Penyediaan Jasa Surat Menyurat",
            "renja.indikator.3.25.01.2.06.0005": "Jumlah Laporan Penyediaan Jasa Surat Menyurat",
            "renja.satuan.3.25.01.2.06.0005": "Laporan",
        },
        "surat menyurat",
    ),
    Cacat(
        "REG-001",
        "renstra",
        "Merujuk peraturan yang telah diganti pada saat penyusunan",
        {
            "renstra.hukum": "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 25 "
            "Tahun 2012 tentang "
            "Petunjuk Pelaksanaan Evaluasi Akuntabilitas Kinerja Instansi Pemerintah;"
        },
        "25",
    ),
    Cacat(
        "REG-003",
        "pedoman.evaluasi",
        "Bobot komponen menurut aturan lama",
        {
            "pedoman.bobot": "Bobot komponen: perencanaan kinerja 35, pengukuran kinerja 20, pelaporan kinerja "
            "15, evaluasi "
            "kinerja 10, dan capaian kinerja 20."
        },
    ),
    Cacat(
        "NOT-003",
        "not3",
        "Rekomendasi TW II tidak disinggung",
        {"not3.lanjut": "Jadwal rapat berikutnya telah disampaikan kepada seluruh bidang."},
        "benih",
    ),
    Cacat(
        "NOT-002",
        "not4",
        "Rekomendasi tidak dicatat",
        {"not4.tanpa": ("rekomendasi",)},
        "rekomendasi",
    ),
    Cacat(
        "EVD-002",
        "ekin",
        "Satu pegawai belum mengisi",
        {"ekin.7": ("Belum mengisi", "Belum diverifikasi")},
        "Ratnaning",
        (("TL-004", "*"), ("TL-006", "*")),
    ),
    Cacat("LHE-001", "lhe", "Catatan tanpa rekomendasi", {"lhe.saran.3": []}, "pelaporan"),
    Cacat("RA-001", "ra", "Judul tanpa tahun", {"ra.judul": "RENCANA AKSI KINERJA"}),
    Cacat("RA-003", "ra", "Tanpa tabel aksi", {"ra.tanpa_aksi": True}, "", (("RA-009", "ra"),)),
    Cacat(
        "RA-006",
        "ra",
        "Target menumpuk pada TW IV",
        {f"ra.tw.konsumsi.{t}": "-" for t in (1, 2, 3)},
        "konsumsi",
        (("SEL-008", "*"),),
    ),
    Cacat("RA-010", "ra", "Tanpa tanggal dan tanda tangan", {"ra.tanpa_tanda": True}, "", (("BRK-009", "ra"),)),
    Cacat("PKPK-001", "pkpk1", "Judul tanpa tahun", {"pkpk1.judul": "TRIWULAN I"}),
    Cacat("PKPK-003", "pkpk3", "Rumus positif bagi indikator turun", {"pkpk3.capaian.susut": "99,59"}, "susut"),
    Cacat("PKPK-006", "pkpk2", "Satuan lain daripada PK", {"pkpk2.satuan.konsumsi": "Ton"}, "konsumsi"),
    Cacat(
        "PKPK-007",
        "pkpk1",
        "Realisasi TW I sudah target setahun",
        {"pkpk1.realisasi.tangkap": "4.250"},
        "tangkap",
        (("PKPK-008", "*"),),
    ),
    Cacat(
        "PKPK-009",
        "pkpk4",
        "Program dan kegiatan tidak diisi",
        {"pkpk4.tanpa_program": _PROGRAM},
        "",
        (("PKPK-002", "pkpk4"), ("PKPK-004", "pkpk4")),
    ),
    Cacat(
        "PKPK-012",
        "pkpk3",
        "Capaian jauh di bawah jalur",
        {"pkpk3.realisasi.kelas": "4,36", "pkpk3.hitungan.kelas": "12 dari 275 kelompok"},
        "naik kelas",
        (("PKPK-008", "pkpk3"),),
    ),
    Cacat("PKPK-010", "pkpk4", "TW IV disampaikan bulan Januari", {"pkpk4.tanggal": "19 Januari 2024"}),
)
