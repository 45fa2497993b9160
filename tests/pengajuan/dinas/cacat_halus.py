"""Finer defects, and differences that are none: other spellings, and results that each quarter counts for itself."""

from .cacat import Cacat

PER_TRIWULAN = {
    kunci: nilai
    for triwulan, (target, realisasi) in enumerate(
        (("950", "968"), ("1.100", "1.103"), ("1.100", "1.047"), ("1.100", "1.193")), 1
    )
    for kunci, nilai in (
        (f"ra.tw.tangkap.{triwulan}", target),
        (f"pkpk{triwulan}.tw.tangkap.{triwulan}", target),
        (f"not{triwulan}.tw.tangkap.{triwulan}", target),
        (f"pkpk{triwulan}.realisasi.tangkap", realisasi),
    )
}
"""One indikator whose quarterly targets and results are those of the quarter alone."""

EJAAN = {
    "pk.indikator.kelas": "PROSENTASE KELOMPOK USAHA PERIKANAN YANG NAIK-KELAS",
    "ra.indikator.ntn": "Nilai Tukar Nelayan (NTN)",
    "lkj.indikator.ntn": "Nilai Tukar Nelayan (NTN)",
    "pkpk1.satuan.konsumsi": "kg/kapita/tahun",
    "pkpk2.satuan.tangkap": "ton",
    "lkj.satuan.kelas": "Persen",
    "iku.satuan.kelas": "Persen",
    "renja.target.tangkap": "4250",
    "ra.target.budidaya": "12.600,00",
    "iku.indikator.mutu": "Persentase produk olahan ikan yang memenuhi standar-mutu",
    "pkpk1.indikator.sakip": "Nilai Evaluasi Akuntabilitas Kinerja Perangkat Daerah",
    "tahunan.indikator.susut": "5.1 Persentase susut hasil perikanan pascapanen",
    "renstra.sasaran.produksi": "Meningkatnya Produksi Perikanan.",
    "ra.sasaran.mutu": "Meningkatnya konsumsi ikan & mutu hasil perikanan",
}
"""The same things in other spellings."""

HALUS = (
    Cacat(
        "SEL-014",
        "iku",
        "IKU lain susunan kata",
        {"iku.indikator.mutu": "Persentase produk olahan ikan memenuhi standar mutu"},
        "standar mutu",
    ),
    Cacat(
        "SEL-014",
        ("ra", "pkpk1", "lkj", "pk", "pk.kadis"),
        "sasaran lain imbuhan",
        {"ra.sasaran.sejahtera": "Peningkatan kesejahteraan pelaku usaha perikanan"},
        "sejahtera",
    ),
    Cacat(
        "SEL-004",
        "pk.kadis",
        "nol hilang",
        {"pk.target.budidaya": "1.260"},
        "budidaya",
        (("SEL-006", "ra"), ("SEL-010", "lkj"), ("SEL-017", "*"), ("IND-006", "*")),
    ),
    Cacat(
        "SEL-001",
        "pk.kadis",
        "sasaran PK lain kata pokok",
        {"pk.sasaran.sejahtera": "Meningkatnya kemandirian pelaku usaha perikanan"},
        "kemandirian",
        (("SEL-009", "*"), ("SEL-014", "*")),
    ),
    Cacat(
        "SEL-008",
        "pkpk3",
        "koma hilang",
        {"pkpk3.tw.ntn.3": "1.022,50"},
        "tukar nelayan",
        (("PKPK-012", "pkpk3"), ("PKPK-007", "pkpk3")),
    ),
    Cacat("SEL-008", "pkpk2", "target TW lain", {"pkpk2.tw.susut.2": "12,60"}, "susut"),
    Cacat(
        "SEL-010",
        "lkj",
        "target akhir tertukar tahun",
        {"lkj.target.mutu": "74,00"},
        "standar mutu",
        (("LKJ-025", "*"),),
    ),
    Cacat("SEL-011", "lkj", "realisasi bulat", {"lkj.realisasi.budidaya": "12.384"}, "budidaya"),
    Cacat("SEL-015", "lkj", "realisasi lalu = target lalu", {"lkj.lalu.konsumsi": "37,50"}, "konsumsi"),
    Cacat("SEL-016", "lkj", "akhir renstra = target 2025", {"lkj.akhir.kelas": "17,00"}, "naik kelas"),
    Cacat("SEL-012", "tahunan", "pagu lebih rendah", {"tahunan.pagu.3.25.01": 4_185_600_000}, "penunjang"),
    Cacat("SEL-012", "lkj", "pagu kegiatan penunjang", {"lkj.pagu.3.25.01.2.06": 264_800_000}, ""),
    Cacat(
        "SEL-005",
        "ra",
        "indikator lain menggantikan",
        {"ra.indikator.mutu": "Jumlah unit pengolahan ikan bersertifikat"},
        "sertifikat",
        (("SEL-007", "*"), ("SEL-005", "ra"), ("IND-008", "ra")),
    ),
    Cacat(
        "SEL-013",
        "pk.budidaya",
        "program bawahan lain",
        {"pk.budidaya.program.1": "PROGRAM PENGELOLAAN KELAUTAN, PESISIR DAN PULAU-PULAU KECIL"},
        "pesisir",
    ),
    Cacat("SEL-007", "pkpk3", "satu indikator terlewat", {"pkpk3.tanpa": ("konsumsi",)}, "konsumsi"),
    Cacat("PK-014", "pk.sekretaris", "jumlah kurang satu angka", {"pk.sekretaris.jumlah": 481_560_000}, ""),
    Cacat(
        "RA-005",
        "ra",
        "turun naik",
        {"ra.tw.ntn.2": "103,00", "ra.tw.ntn.3": "101,25"},
        "tukar nelayan",
        (("SEL-008", "*"),),
    ),
    Cacat("PKPK-003", "pkpk4", "capaian terbalik", {"pkpk4.capaian.budidaya": "102,04"}, "budidaya"),
    Cacat("PKPK-003", "pkpk1", "capaian salin dari baris lain", {"pkpk1.capaian.mutu": "97,00"}, "standar mutu"),
    Cacat("PKPK-004", "pkpk3", "persen salah", {"pkpk3.persen.3.25.03": "96,00"}, ""),
    Cacat(
        "PKPK-007",
        "pkpk2",
        "capaian ekstrem tanpa penjelasan",
        {"pkpk2.realisasi.kelas": "12,18", "pkpk2.hitungan.kelas": "34 dari 275 kelompok"},
        "naik kelas",
        (("PKPK-008", "*"),),
    ),
    Cacat(
        "PKPK-011",
        "tahunan",
        "kondisi akhir kosong",
        {"tahunan.akhir.mutu": "", "tahunan.kemajuan.mutu": ""},
        "standar mutu",
    ),
    Cacat("BRK-001", None, "LHE tidak disertakan", {"berkas.tanpa": ("lhe",)}, "LHE", (("TL-001", "*"),)),
    Cacat(
        "NOT-003",
        "not4",
        "rekomendasi TW III tidak disinggung",
        {"not4.lanjut": "Undangan rapat telah disampaikan tepat waktu."},
        "vaksin",
    ),
    Cacat(
        "EVD-002",
        "ekin",
        "belum diverifikasi",
        {"ekin.9": ("Sudah mengisi", "Belum diverifikasi")},
        "Tirtasari",
        (("TL-004", "*"), ("TL-006", "*")),
    ),
    Cacat("TL-003", "tl", "lewat 60 hari", {"tl.tanggal.5": "2 Oktober 2023"}, "notulen"),
    Cacat("TL-002", "tl", "tanpa bukti", {"tl.1": ("Rencana aksi telah dilengkapi", "-", "Selesai")}, "rencana aksi"),
)
