"""Faults in minutes, in the follow-up of last year's evaluation and in the evidence."""

from __future__ import annotations

from . import bangun as b
from .bangun import Data
from .cacat import TL, Cacat, baris_tindak, blok, buang, hapus, ulang

N = b.NOTULEN


def _kosong(tw: int, kunci: str):
    def ubah(d: Data) -> None:
        d[f"notulen{tw}"][kunci] = []

    return ubah


def _isi(tw: int, kunci: str, nomor: int, teks: str):
    def ubah(d: Data) -> None:
        d[f"notulen{tw}"][kunci][nomor] = teks

    return ubah


def _tindak(kunci: str, **kolom: str):
    urutan = {"uraian": 1, "bukti": 2, "status": 3, "tanggal": 4}

    def ubah(d: Data) -> None:
        for nama, nilai in kolom.items():
            baris_tindak(d, kunci)[urutan[nama]] = nilai

    return ubah


def _tanpa_rekomendasi(d: Data) -> None:
    d["tindak"]["baris"].remove(baris_tindak(d, "budaya"))


def _tanpa_mitra(d: Data) -> None:
    d["pohon"]["mitra"] = {}


def _pegawai(nomor: int, kolom: int, nilai: str, bentuk: str = "csv"):
    def ubah(d: Data) -> None:
        d["ekinerja"]["bentuk"] = bentuk
        d["ekinerja"]["baris"][nomor][kolom] = nilai

    return ubah


def _tanpa_publikasi(d: Data) -> None:
    hapus(d, b.PUBLIKASI)
    d["keterangan"]["publikasi"] = []


def _aksi_kosong(d: Data) -> None:
    d["aksi"]["sasaran"][1][4:8] = [""] * 4


def _satuan_dpa(d: Data) -> None:
    next(satu for satu in d["dpa"]["baris"] if satu[0] == "7.01.04.2.01.0002")[4] = "Kegiatan"


def _capaian_salah(d: Data) -> None:
    d["pkpk2"]["baris"][1]["capaian"] = "97,51"


def _tanpa_supervisi(d: Data) -> None:
    d["pk_pmd"]["supervisi"] = ""


def _belum_tuntas(d: Data) -> None:
    buang(d, "c")
    _tindak(
        "renstra",
        status="Proses",
        uraian="Perbandingan sedang disiapkan. Rencana aksi: disajikan dalam LKjIP paling lambat Juni 2026",
    )(d)


def _tanpa_analisis(d: Data) -> None:
    buang(d, "h")
    blok(d, "ikhtisar.4")["teks"] = "Satu indikator belum mencapai target."


CACAT = [
    Cacat(
        "not-001-tw3",
        "notulen triwulan III tidak ada",
        lambda d: hapus(d, N[3]),
        (("NOT-001", (None,)),),
        ("NOT-003", "TL-004", "TL-006", "BRK-001"),
    ),
    Cacat(
        "not-001-tw1",
        "notulen triwulan I tidak ada",
        lambda d: hapus(d, N[1]),
        (("NOT-001", (None,)),),
        ("NOT-003", "TL-004", "TL-006", "BRK-001"),
    ),
    Cacat("not-002-upaya", "bab upaya kosong", _kosong(1, "upaya"), (("NOT-002", (N[1],)),), ("TL-004", "TL-006")),
    Cacat(
        "not-002-rekomendasi",
        "kolom rekomendasi hilang dari matriks",
        _kosong(2, "rekomendasi"),
        (("NOT-002", (N[2],)),),
        ("NOT-003", "TL-004", "TL-006"),
    ),
    Cacat(
        "not-002-tindak",
        "bagian tindak lanjut hilang",
        _kosong(3, "tindak"),
        (("NOT-002", (N[3],)),),
        ("NOT-003", "TL-004", "TL-006"),
    ),
    Cacat(
        "not-002-capaian",
        "baris capaian hilang dari formulir",
        _kosong(4, "hasil"),
        (("NOT-002", (N[4],)),),
        ("TL-004", "TL-006"),
    ),
    Cacat(
        "not-003-tw3",
        "rekomendasi pelatihan operator tidak diangkat lagi",
        _isi(3, "tindak", 1, "Kebersihan halaman kantor telah dijadwalkan setiap Jumat"),
        ulang("NOT-003", N[3], N[2]),
        (),
    ),
    Cacat(
        "not-003-tw2",
        "rekomendasi petugas loket tidak diangkat lagi",
        _isi(2, "tindak", 0, "Papan nama kantor telah diganti pada 14 Mei 2025"),
        ulang("NOT-003", N[2], N[1]),
        (),
    ),
    Cacat(
        "not-003-tw4",
        "rekomendasi titik patroli tidak diangkat lagi",
        _isi(4, "tindak", 1, "Pemeliharaan kendaraan dinas telah dilakukan"),
        ulang("NOT-003", N[4], N[3]),
        (),
    ),
    Cacat("tl-001-baris", "rekomendasi tidak ada di matriks", _tanpa_rekomendasi, (("TL-001", TL),), ()),
    Cacat(
        "tl-001-kosong",
        "kolom tindak lanjut kosong",
        _tindak("budaya", uraian="", bukti="", status="Belum", tanggal=""),
        (("TL-001", TL),),
        ("TL-002", "TL-003", "TL-005"),
    ),
    Cacat("tl-002-kosong", "bukti kosong", _tindak("hargai", bukti=""), (("TL-002", (b.TINDAK,)),)),
    Cacat("tl-002-strip", "bukti hanya tanda hubung", _tindak("lalu", bukti="-"), (("TL-002", (b.TINDAK,)),)),
    Cacat(
        "tl-003-november",
        "selesai lebih dari 60 hari",
        _tindak("ekinerja", tanggal="20 November 2025"),
        (("TL-003", (b.TINDAK,)),),
    ),
    Cacat(
        "tl-003-januari",
        "selesai lebih dari 60 hari",
        _tindak("renstra", tanggal="05-01-2026"),
        (("TL-003", (b.TINDAK,)),),
    ),
    Cacat(
        "tl-renstra",
        "perbandingan Renstra tetap tidak ada",
        lambda d: buang(d, "c"),
        ulang("LKJ-012", b.LKJIP),
        ("SEL-016",),
    ),
    Cacat(
        "tl-lalu",
        "perbandingan tahun lalu tetap tidak ada",
        lambda d: buang(d, "b", "lampiran.4"),
        ulang("LKJ-011", b.LKJIP),
        ("LKJ-008", "SEL-015"),
    ),
    Cacat("tl-efisiensi", "efisiensi tetap tidak dianalisis", lambda d: buang(d, "g"), ulang("LKJ-016", b.LKJIP)),
    Cacat("tl-sebab", "analisis penyebab tetap tidak ada", _tanpa_analisis, ulang("LKJ-017", b.LKJIP), ("LKJ-025",)),
    Cacat("tl-pohon", "crosscutting tetap tidak ada", _tanpa_mitra, ulang("BRK-008", None, b.POHON)),
    Cacat("tl-ekinerja", "masih ada yang belum mengisi", _pegawai(7, 4, "Belum mengisi"), ulang("EVD-002", b.EKINERJA)),
    Cacat("tl-hargai", "bukti reward tidak ada", lambda d: hapus(d, b.HARGAI), ulang("EVD-001", None)),
    Cacat(
        "tl-pantau",
        "notulen triwulan IV tidak ada",
        lambda d: hapus(d, N[4]),
        ulang("NOT-001", None),
        ("NOT-003", "BRK-001"),
    ),
    Cacat("tl-tim", "SK tim tidak ada", lambda d: hapus(d, b.SK), ulang("EVD-003", None)),
    Cacat(
        "tl-publikasi",
        "tidak ada bukti publikasi",
        _tanpa_publikasi,
        ulang("BRK-010", None, b.RENSTRA, b.IKU, b.RENJA, b.PK_CAMAT, b.AKSI, b.LKJIP),
    ),
    Cacat(
        "tl-aksi", "target triwulan satu indikator kosong", _aksi_kosong, ulang("RA-004", b.AKSI), ("RA-005", "SEL-008")
    ),
    Cacat("tl-nomenklatur", "satuan sub kegiatan menyimpang", _satuan_dpa, ulang("NOM-005", b.DPA)),
    Cacat("tl-hitung", "capaian PKPK salah hitung", _capaian_salah, ulang("PKPK-003", b.PKPK[2])),
    Cacat("tl-pk", "PK Kepala Seksi tanpa paragraf pihak kedua", _tanpa_supervisi, ulang("PK-006", b.PK["pmd"])),
    Cacat(
        "tl-004-proses",
        "belum selesai dan masih berulang",
        _belum_tuntas,
        (("LKJ-012", (b.LKJIP,)), ("TL-004", (*TL, b.LKJIP))),
        ("SEL-016",),
    ),
    Cacat(
        "tl-005-belum",
        "belum, tanpa rencana aksi",
        _tindak("budaya", uraian="Belum dapat dilaksanakan", status="Belum"),
        (("TL-005", (b.TINDAK,)),),
        ("TL-001", "TL-002"),
    ),
    Cacat(
        "tl-005-proses",
        "proses, tanpa rencana aksi",
        _tindak("budaya", uraian="Masih dalam penyusunan", status="Dalam proses"),
        (("TL-005", (b.TINDAK,)),),
    ),
    Cacat(
        "evd-002-verifikasi",
        "belum diverifikasi, buku kerja",
        _pegawai(3, 5, "Belum diverifikasi", "xlsx"),
        ulang("EVD-002", b.EKINERJA_XLSX),
    ),
    Cacat("evd-002-kosong", "pengisian kosong", _pegawai(5, 4, ""), ulang("EVD-002", b.EKINERJA)),
    Cacat(
        "evd-004-survei",
        "laporan survei TW II tidak ada",
        lambda d: hapus(d, "4. Bukti Dukung/Triwulan 2/Laporan survei kepuasan masyarakat TW 2.docx"),
        (("EVD-004", (None, b.AKSI)),),
        ("TL-004", "TL-006"),
    ),
    Cacat(
        "evd-004-register",
        "register aduan TW IV tidak ada",
        lambda d: hapus(d, "4. Bukti Dukung/Triwulan 4/Register aduan ketertiban umum TW 4.docx"),
        (("EVD-004", (None, b.AKSI)),),
        ("TL-004", "TL-006"),
    ),
    Cacat(
        "evd-004-daftar",
        "tercantum dalam berkas.yaml, tidak dikirim",
        lambda d: d["hapus"].append("4. Bukti Dukung/Triwulan 3/Rekap pemutakhiran profil desa TW 3.docx"),
        (("EVD-004", (None, b.AKSI)),),
        ("TL-004", "TL-006"),
    ),
]
