"""Seeded defects within documents and of the submission as a whole."""

from .cacat import Cacat
from .data import BUPATI

BERULANG = (("TL-004", "*"), ("TL-006", "*"))
"""What last year's evaluation noted is found again, though the follow-up says it is done."""

# First layout.
TATA = (
    Cacat(
        "PK-014",
        "pk",
        "Jumlah anggaran PK kepala dinas bertukar angka",
        {"pk.kadis.jumlah": 7_797_700_000},
        "7.797.700.000",
    ),
    Cacat("PK-014", "pk", "Anggaran satu program kosong", {"pk.budidaya.anggaran.1": None}, "pengolahan"),
    Cacat(
        "PK-015", "pk", "Kepala subbagian berjanji langsung kepada Bupati", {"pk.kasubag.atasan": BUPATI}, "subbagian"
    ),
    Cacat("PK-016", "pk", "PK lewat satu bulan setelah DPA", {"pk.tangkap.tanggal": "20 Maret 2023"}, "tangkap"),
    Cacat("PK-019", "pk", "Bulan lahir dalam NIP 13", {"pk.sekretaris.nip": "197113231997032004"}, "1971"),
    Cacat(
        "PK-017",
        None,
        "Satu jabatan tanpa PK",
        {"berkas.jabatan": ["Kepala Dinas Perikanan", "Kepala Bidang Pengawasan Perikanan"]},
        "pengawasan",
    ),
    Cacat(
        "BRK-001",
        None,
        "PKPK TW III tidak disertakan",
        {"berkas.tanpa": ("pkpk3", "not2", "pedoman.evaluasi", "sk")},
        "III",
    ),
    Cacat("BRK-007", None, "Pedoman evaluasi tidak ada", {}, "evaluasi"),
    Cacat("NOT-001", None, "Notulen TW II tidak ada", {}, "II", (("NOT-003", "not3"),)),
    Cacat("EVD-003", None, "Keputusan tim tidak ada"),
    Cacat("BRK-008", "pohon", "Tanpa crosscutting", {"pohon.lintas": False}),
    Cacat("BRK-009", "iku", "IKU tanpa tanggal dan tanda tangan", {"iku.tanda": False, "iku.tanggal": ""}),
    Cacat("BRK-010", "ra", "Rencana Aksi tidak dipublikasikan", {"publikasi.tanpa": ("ra",)}),
    Cacat(
        "BRK-011",
        "lkj.bab1",
        "Sisa isian templat",
        {"lkj.masalah": ["Penyakit ikan pada musim kemarau.", "Kartu usaha nelayan kecil.", "Dst...."]},
    ),
    Cacat(
        "BRK-012",
        "pedoman.perencanaan",
        "Nama dinas lain terbawa",
        {
            "pedoman.perencanaan.lingkup": "Pedoman berlaku bagi seluruh bidang pada Dinas Pertanian Kabupaten "
            "Tanjung Permai."
        },
        "pertanian",
    ),
    Cacat("BRK-013", "pedoman.pengukuran", "Bab III terlewat", {"pedoman.pengukuran.bab": ("I", "II", "IV", "V")}),
    Cacat(
        "BRK-006",
        ("not1", "not1 (2)"),
        "Berkas sama dua kali",
        {"salin": ("not1",)},
    ),
    Cacat(
        "NOM-002",
        "renja",
        "Nama sub kegiatan salah huruf",
        {"renja.nama.3.25.01.2.01.0001": "Penyusunan Dokumen Perencanan Perangkat Daerah"},
        "0001",
    ),
    Cacat(
        "NOM-004",
        "renja",
        "Indikator sub kegiatan lain",
        {"renja.indikator.3.25.01.2.01.0007": "Jumlah Rapat Evaluasi yang Dilaksanakan"},
        "rapat",
    ),
    Cacat("NOM-005", "renja", "Satuan sub kegiatan lain", {"renja.satuan.3.25.01.2.06.0002": "Unit"}, "unit"),
    Cacat(
        "REG-001",
        "pedoman.pengukuran",
        "Merujuk peraturan yang dicabut",
        {
            "pedoman.pengukuran.hukum": "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi "
            "Nomor 12 Tahun "
            "2015 tentang Pedoman Evaluasi atas Implementasi Sistem Akuntabilitas Kinerja Instansi Pemerintah."
        },
        "12",
    ),
    Cacat(
        "REG-002",
        "pedoman.perencanaan",
        "Judul peraturan kurang satu kata",
        {
            "pedoman.perencanaan.perpres": "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas "
            "Instansi "
            "Pemerintah;"
        },
        "29",
    ),
    Cacat("NOT-002", "not4", "Upaya perbaikan tidak dicatat", {"not4.tanpa": ("upaya",)}, "upaya"),
    Cacat("TL-001", "tl", "Satu rekomendasi tanpa tindak lanjut", {"tl.tanpa": (4,)}, "akhir renstra"),
    Cacat(
        "TL-002",
        "tl",
        "Tindak lanjut tanpa bukti",
        {"tl.2": ("Dokumen perencanaan telah dimuat pada laman dinas", "", "Selesai")},
        "publikasi",
    ),
    Cacat("TL-003", "tl", "Lewat 60 hari", {"tl.tanggal.3": "20 November 2023"}, "e-kinerja"),
    Cacat(
        "EVD-004",
        ("ra", "berkas"),
        "Bukti yang dijanjikan tidak ada",
        {"bukti.tanpa": ("Rilis nilai tukar nelayan Triwulan II",)},
        "nilai tukar",
        BERULANG,
    ),
    Cacat(
        "LHE-002", "lhe", "Nomor LHE belum diisi", {"lhe.nomor": "700.1.2.1/......./2023"}, "", (("BRK-011", "lhe"),)
    ),
    Cacat(
        "RA-004",
        "ra",
        "Satu indikator tanpa target triwulan",
        {f"ra.tw.kelas.{t}": "-" for t in range(1, 5)},
        "naik kelas",
    ),
    Cacat("RA-005", "ra", "Target TW IV tidak sampai target tahunan", {"ra.tw.mutu.4": "68,00"}, "standar mutu"),
    Cacat("RA-007", "ra", "Data dukung kosong", {"ra.bukti.susut": ""}, "susut"),
    Cacat("RA-008", "ra", "Penanggung jawab kosong", {"ra.penanggung.ntn": ""}, "nilai tukar"),
    Cacat("RA-009", "ra", "Kegiatan tanpa aksi", {"ra.aksi.3.25.04.2.04": ""}, "pembudidayaan"),
    Cacat("RA-009", "ra", "Aksi tanpa jadwal", {"ra.jadwal.3.25.06.2.02": ""}, "mutu"),
    Cacat("PKPK-003", "pkpk2", "Capaian salah hitung", {"pkpk2.capaian.konsumsi": "97,99"}, "konsumsi"),
    Cacat("PKPK-004", "pkpk2", "Persentase anggaran salah", {"pkpk2.persen.3.25.04.2.02": "84,00"}, "pembudi daya"),
    Cacat(
        "PKPK-005",
        "pkpk4",
        "Realisasi TW IV kosong",
        {"pkpk4.realisasi.mutu": "", "pkpk4.capaian.mutu": ""},
        "standar mutu",
    ),
    Cacat("PKPK-006", "pkpk1", "Satuan kosong", {"pkpk1.satuan.konsumsi": ""}, "konsumsi"),
    Cacat(
        "PKPK-008",
        "pkpk2",
        "Realisasi kumulatif turun",
        {"pkpk2.realisasi.tangkap": "940"},
        "tangkap",
        (("PKPK-012", "pkpk2"),),
    ),
    Cacat("PKPK-010", "pkpk1", "Terlambat disampaikan", {"pkpk1.tanggal": "25 April 2023"}),
    Cacat(
        "PKPK-011",
        "tahunan",
        "Kemajuan terhadap akhir Renstra salah hitung",
        {"tahunan.kemajuan.budidaya": "95,16"},
        "budidaya",
    ),
    Cacat(
        "PKPK-013",
        "pkpk2",
        "Pembilang dan penyebut kosong",
        {"pkpk2.hitungan.susut": "", "iku.formula.susut": "Laporan petugas pengawas mutu"},
        "susut",
    ),
)
