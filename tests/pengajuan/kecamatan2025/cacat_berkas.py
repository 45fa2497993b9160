"""Faults in the submission as a whole."""

from __future__ import annotations

import copy

from . import bangun as b
from . import dok, pk
from .bangun import Data
from .cacat import Cacat, blok, hapus, tambah_bab

LAIN = "Kecamatan Rimba Jaya"
TL = ("TL-004", "TL-006")


def _romawi(kunci: str, *romawi: str):
    def ubah(d: Data) -> None:
        d[kunci]["romawi"] = romawi

    return ubah


def _set(kunci: str, **nilai: str):
    def ubah(d: Data) -> None:
        d[kunci] = {**d[kunci], **nilai}

    return ubah


def _asing(d: Data) -> None:
    doc = dok.baru()
    dok.judul(doc, "DAFTAR BELANJA KONSUMSI RAPAT")
    dok.tabel(doc, [["Tanggal", "Jenis", "Jumlah kotak"], ["3 Maret", "Kue", "40"], ["5 Mei", "Nasi", "35"]])
    d["salin"]["6. Lain-lain/dokumen1.docx"] = dok.simpan(doc)


def _versi_dua(d: Data) -> None:
    kedua = copy.deepcopy(d["pk_pmd"])
    kedua["sasaran"][0][3] = "16"
    d["salin"]["1. Perencanaan/PK/PK pmd 2025 rev.docx"] = pk.lain({"umum": d["umum"], "pk": kedua})


def _unit_lain(d: Data) -> None:
    d["pk_pmd"]["unit"] = LAIN
    d["pk_pmd"]["kepala_surat"] = LAIN


def _dst(d: Data) -> None:
    d["aksi"]["aksi"].append(["Dst....", "", "", "Dst....", "", "", "Dst....", ""])


def _sebutkan(d: Data) -> None:
    blok(d, "bab2.1.a")["teks"] += " Sasaran pertama adalah (sebutkan sasaran strategis ke-1)."


def _nama_lain(d: Data) -> None:
    blok(d, "bab1.1.a")["teks"] = (
        f"{LAIN} membawahi 18 desa dan dipimpin oleh Camat yang dibantu sekretariat dan empat seksi."
    )


CACAT = [
    Cacat(
        "brk-001-iku",
        "IKU tidak ada",
        lambda d: hapus(d, b.IKU),
        (("BRK-001", (None,)),),
        ("SEL-002", "SEL-003", "IND-005"),
    ),
    Cacat("brk-001-pkpk", "PKPK triwulan III tidak ada", lambda d: hapus(d, b.PKPK[3]), (("BRK-001", (None,)),), TL),
    Cacat(
        "brk-001-lhe",
        "LHE tahun lalu tidak ada",
        lambda d: hapus(d, b.LHE, b.SURAT),
        (("BRK-001", (None,)),),
        sendiri=True,
    ),
    Cacat("brk-001-renstra", "Renstra tidak ada", lambda d: hapus(d, b.RENSTRA), (("BRK-001", (None,)),)),
    Cacat("brk-002", "berkas yang jenisnya tidak dikenali", _asing, (("BRK-002", ("6. Lain-lain/dokumen1.docx",)),)),
    Cacat(
        "brk-003-renja",
        "Renja tahun lain",
        _set("renja", tahun="2024"),
        (("BRK-003", (b.RENJA,)),),
        ("BRK-001", "BRK-012"),
    ),
    Cacat("brk-004", "PK atas nama kecamatan lain", _unit_lain, (("BRK-004", (b.PK["pmd"],)),), ("BRK-012",)),
    Cacat(
        "brk-005-rusak",
        "PDF rusak",
        lambda d: d["salin"].update({"1. Perencanaan/cascading.pdf": b"%PDF-1.4\nrusak\n%%EOF"}),
        (("BRK-005", ("1. Perencanaan/cascading.pdf",)),),
        ("BRK-002",),
    ),
    Cacat(
        "brk-005-kosong",
        "berkas kosong",
        lambda d: d["salin"].update({"3. Pelaporan/lampiran.docx": b""}),
        (("BRK-005", ("3. Pelaporan/lampiran.docx",)),),
        ("BRK-002",),
    ),
    Cacat(
        "brk-006-sama",
        "salinan yang sama",
        lambda d: d["salin"].update({"1. Perencanaan/renja 2025 (1).docx": b.RENJA}),
        (("BRK-006", (None, b.RENJA, "1. Perencanaan/renja 2025 (1).docx")),),
        ("BRK-010",),
    ),
    Cacat(
        "pk-020-versi",
        "dua versi PK tanpa tanda perubahan",
        _versi_dua,
        (("PK-020", (None, b.PK["pmd"], "1. Perencanaan/PK/PK pmd 2025 rev.docx")),),
        ("BRK-006", "BRK-010", "SEL-013", *TL),
    ),
    Cacat("brk-007", "pedoman evaluasi tidak ada", lambda d: hapus(d, b.PEDOMAN["evaluasi"]), (("BRK-007", (None,)),)),
    Cacat("brk-008", "pohon kinerja tidak ada", lambda d: hapus(d, b.POHON), (("BRK-008", (None,)),), TL),
    Cacat(
        "brk-009-iku", "IKU tanpa nomor dan tanggal", _set("iku", nomor="", tanggal=""), (("BRK-009", (b.IKU,)),), TL
    ),
    Cacat("brk-011-dst", "sisa templat dalam Rencana Aksi", _dst, (("BRK-011", (b.AKSI,)),), ("RA-009", *TL)),
    Cacat("brk-011-sebutkan", "sisa templat dalam LKjIP", _sebutkan, (("BRK-011", (b.LKJIP,)),)),
    Cacat("brk-012-unit", "nama kecamatan lain dalam LKjIP", _nama_lain, (("BRK-012", (b.LKJIP,)),)),
    Cacat(
        "brk-012-tahun",
        "tahun lain dalam pedoman",
        tambah_bab("pedoman_ukur", 1, "Target Kinerja Tahun 2022 Kecamatan Lembah Pinus menjadi dasar pengukuran."),
        (("BRK-012", (b.PEDOMAN["ukur"],)),),
    ),
    Cacat(
        "brk-013-ganda",
        "nomor bab berulang",
        _romawi("pedoman_evaluasi", "I", "II", "II"),
        (("BRK-013", (b.PEDOMAN["evaluasi"],)),),
    ),
    Cacat(
        "brk-013-lompat",
        "nomor bab terlompati",
        _romawi("pedoman_ukur", "I", "II", "IV", "V"),
        (("BRK-013", (b.PEDOMAN["ukur"],)),),
    ),
]
