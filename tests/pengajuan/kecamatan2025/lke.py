"""The evaluator's own papers: a filled LKE workbook and a draft LHE, with faults seeded one at a time."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from . import isi, isi_nilai, lembar
from . import nilai as cetak_nilai
from .angka import angka, bulat

GRADASI = {"AA": 100, "A": 90, "BB": 80, "B": 70, "CC": 60, "C": 50, "D": 30, "E": 0}
# kode, uraian, bobot, gradasi, catatan, bukti
SUB = [
    (
        "1.a",
        "Dokumen Perencanaan kinerja telah tersedia",
        "6",
        "BB",
        "Seluruh dokumen perencanaan kinerja telah tersedia",
        "Renstra, Renja, PK, Rencana Aksi",
    ),
    (
        "1.b",
        "Dokumen Perencanaan kinerja telah memenuhi standar yang baik",
        "9",
        "B",
        "Sebagian besar indikator telah memenuhi kriteria SMART",
        "Renstra, IKU",
    ),
    (
        "1.c",
        "Perencanaan Kinerja telah dimanfaatkan untuk mewujudkan hasil yang berkesinambungan",
        "15",
        "CC",
        "Rencana aksi sebagian besar telah dimanfaatkan",
        "Rencana Aksi",
    ),
    ("2.a", "Pengukuran Kinerja telah dilakukan", "6", "BB", "Pengukuran telah dilakukan setiap triwulan", "PKPK"),
    (
        "2.b",
        "Pengukuran Kinerja telah menjadi kebutuhan dalam mewujudkan Kinerja secara Efektif dan Efisien",
        "9",
        "B",
        "Pengukuran sebagian besar telah berjenjang",
        "PKPK, notulen",
    ),
    (
        "2.c",
        "Pengukuran Kinerja telah dijadikan dasar dalam pemberian Reward dan Punishment",
        "15",
        "CC",
        "Sebagian hasil pengukuran telah menjadi dasar penghargaan",
        "Keputusan reward",
    ),
    (
        "3.a",
        "Terdapat Dokumen Laporan yang menggambarkan Kinerja",
        "3",
        "BB",
        "Laporan kinerja telah disusun dan dipublikasikan",
        "LKjIP",
    ),
    (
        "3.b",
        "Dokumen Laporan Kinerja telah memenuhi Standar",
        "4,5",
        "B",
        "Laporan telah memuat perbandingan dan analisis",
        "LKjIP",
    ),
    (
        "3.c",
        "Pelaporan Kinerja telah memberikan dampak yang besar dalam penyesuaian strategi/kebijakan",
        "7,5",
        "B",
        "Laporan telah digunakan untuk penyesuaian strategi",
        "LKjIP, notulen",
    ),
    (
        "4.a",
        "Evaluasi Akuntabilitas Kinerja Internal telah dilaksanakan",
        "5",
        "B",
        "Evaluasi internal telah dilaksanakan",
        "Laporan evaluasi",
    ),
    (
        "4.b",
        "Evaluasi Akuntabilitas Kinerja Internal telah dilaksanakan secara berkualitas",
        "7,5",
        "B",
        "Evaluasi internal telah sesuai pedoman",
        "Laporan evaluasi",
    ),
    (
        "4.c",
        "Implementasi SAKIP telah meningkat karena evaluasi Akuntabilitas Kinerja Internal",
        "12,5",
        "CC",
        "Sebagian rekomendasi telah ditindaklanjuti",
        "Matriks tindak lanjut",
    ),
]
KOMPONEN = {
    "1": ("Perencanaan Kinerja", "30", "20,10"),
    "2": ("Pengukuran Kinerja", "30", "20,10"),
    "3": ("Pelaporan Kinerja", "15", "10,80"),
    "4": ("Evaluasi Akuntabilitas Kinerja Internal", "25", "16,25"),
}
KEPALA = ["No", "Komponen/Sub Komponen", "Bobot", "Jawaban", "Nilai", "Catatan", "Daftar Bukti"]


def dasar() -> dict[str, Any]:
    sub = {
        kode: [kode, uraian, bobot, gradasi, bulat(angka(bobot) * GRADASI[gradasi] / 100), catatan, bukti]
        for kode, uraian, bobot, gradasi, catatan, bukti in SUB
    }
    return {
        "judul": "LEMBAR KERJA EVALUASI AKUNTABILITAS KINERJA INSTANSI PEMERINTAH",
        "unit": isi.UMUM["unit"].upper(),
        "tahun": "2026",
        "sub": sub,
        "komponen": {kode: list(satu) for kode, satu in KOMPONEN.items()},
        "jumlah": ["100", "67,25"],
        "predikat": "B",
        "lhe": {
            **isi_nilai.lhe(),
            "tahun": "2026",
            "nilai": "67,25",
            "nomor": "700.1.2.1/094/ITDA/2026",
            "tanggal": "6 Juli 2026",
            "komponen": [
                {
                    "nama": nama,
                    "bobot": bobot,
                    "nilai": nilai,
                    "catatan": list(CATATAN[kode]),
                    "rekomendasi": list(SARAN[kode]),
                }
                for kode, (nama, bobot, nilai) in KOMPONEN.items()
            ],
        },
    }


CATATAN = {
    "1": ["Target triwulan pada rencana aksi belum digunakan untuk menyesuaikan aktivitas"],
    "2": ["Data pengukuran kinerja belum dikumpulkan secara elektronik"],
    "3": ["Laporan kinerja belum dibahas bersama seluruh pegawai"],
    "4": ["Evaluasi internal belum dilakukan oleh personel yang terlatih"],
}
SARAN = {
    "1": ["Menggunakan target triwulan pada rencana aksi sebagai dasar penyesuaian aktivitas"],
    "2": ["Mengumpulkan data pengukuran kinerja secara elektronik"],
    "3": ["Membahas laporan kinerja bersama seluruh pegawai"],
    "4": ["Melatih personel pelaksana evaluasi internal"],
}


def buku(d: dict[str, Any]) -> bytes:
    baris: list[list[str]] = [KEPALA]
    for kode, (nama, bobot, nilai) in d["komponen"].items():
        baris.append([kode, nama.upper(), bobot, "", nilai, "", ""])
        baris += [satu for satu in d["sub"].values() if satu[0].startswith(kode)]
    baris += [
        ["", "NILAI AKUNTABILITAS KINERJA", d["jumlah"][0], "", d["jumlah"][1], "", ""],
        ["", "PREDIKAT", "", d["predikat"], "", "", ""],
    ]
    wb = lembar.buku()
    lembar.lembar(wb, "LKE", [d["judul"], d["unit"], f"TAHUN {d['tahun']}"], baris)
    return lembar.simpan(wb)


def draf(d: dict[str, Any]) -> bytes:
    return cetak_nilai.laporan({"lhe": d["lhe"], "umum": isi.UMUM})


@dataclass(frozen=True, slots=True)
class CacatLke:
    nama: str
    aturan: str
    ubah: Callable[[dict[str, Any]], None]
    akibat: tuple[str, ...] = ()


def _sub(kode: str, kolom: int, nilai: str) -> Callable[[dict[str, Any]], None]:
    def ubah(d: dict[str, Any]) -> None:
        d["sub"][kode][kolom] = nilai

    return ubah


def _set(kunci: str, nilai: Any) -> Callable[[dict[str, Any]], None]:
    def ubah(d: dict[str, Any]) -> None:
        d[kunci] = nilai

    return ubah


def _komponen(kode: str, kolom: int, nilai: str) -> Callable[[dict[str, Any]], None]:
    def ubah(d: dict[str, Any]) -> None:
        d["komponen"][kode][kolom] = nilai

    return ubah


def _lhe(kunci: str, nilai: str) -> Callable[[dict[str, Any]], None]:
    def ubah(d: dict[str, Any]) -> None:
        d["lhe"][kunci] = nilai

    return ubah


def _tanpa(nomor: int, kunci: str) -> Callable[[dict[str, Any]], None]:
    def ubah(d: dict[str, Any]) -> None:
        d["lhe"]["komponen"][nomor][kunci] = []

    return ubah


def _sembilan_puluh(d: dict[str, Any]) -> None:
    """Every sub-component at A: the total is 90,00, which is A, yet AA is printed."""
    for satu in d["sub"].values():
        satu[3], satu[4], satu[5] = (
            "A",
            bulat(angka(satu[2]) * 90 / 100),
            "Seluruh kriteria telah terpenuhi dengan upaya yang dihargai",
        )
    for kode, (_, bobot, _n) in list(d["komponen"].items()):
        d["komponen"][kode][2] = bulat(angka(bobot) * 90 / 100)
    d["jumlah"][1], d["predikat"] = "90,00", "AA"


def _tanpa_dokumen(d: dict[str, Any]) -> None:
    """The documents don't exist, yet their quality and their use are rated."""
    d["sub"]["1.a"][3:6] = ["E", "0,00", "Dokumen perencanaan kinerja tidak tersedia"]
    d["komponen"]["1"][2], d["jumlah"][1], d["predikat"] = "15,30", "62,45", "B"


def _ulang(d: dict[str, Any]) -> None:
    d["lhe"]["komponen"][2]["rekomendasi"][0] = isi_nilai.REKOMENDASI["renstra"][2]
    d["lhe"]["komponen"][2]["catatan"][0] = isi_nilai.REKOMENDASI["renstra"][1]


CACAT = [
    CacatLke("jumlah-total", "LKE-001", _set("jumlah", ["100", "67,26"])),
    CacatLke("jumlah-komponen", "LKE-001", _komponen("2", 2, "20,40")),
    CacatLke("nilai-sub", "LKE-001", _sub("1.b", 4, "6,80")),
    CacatLke("predikat-bb", "LKE-002", _set("predikat", "BB")),
    CacatLke("predikat-90", "LKE-002", _sembilan_puluh),
    CacatLke("catatan-sebagian", "LKE-003", _sub("1.a", 5, "Sebagian dokumen perencanaan belum tersedia")),
    CacatLke("catatan-tidak", "LKE-003", _sub("2.a", 5, "Pengukuran kinerja triwulan belum dilaksanakan")),
    CacatLke("catatan-kosong", "LKE-004", _sub("3.b", 5, "")),
    CacatLke("bukti-kosong", "LKE-004", _sub("4.a", 6, "")),
    CacatLke("bobot-sub", "LKE-005", _sub("4.c", 2, "5"), ("LKE-001", "LKE-007")),
    CacatLke("bobot-komponen", "LKE-005", _komponen("3", 1, "20")),
    CacatLke("kendali", "LKE-006", _tanpa_dokumen),
    CacatLke("nilai-lebih", "LKE-007", _sub("3.a", 4, "3,30"), ("LKE-001",)),
    CacatLke("catatan-tanpa-saran", "LHE-001", _tanpa(1, "rekomendasi")),
    CacatLke("saran-tanpa-catatan", "LHE-001", _tanpa(3, "catatan")),
    CacatLke("nomor-kosong", "LHE-002", _lhe("nomor", "700.1.2.1/      /ITDA/2026")),
    CacatLke("tanggal-titik", "LHE-002", _lhe("tanggal", "........ 2026")),
    CacatLke("berulang", "LHE-003", _ulang),
]


def berkas(ubah: Callable[[dict[str, Any]], None] | None = None) -> dict[str, bytes]:
    """The workbook and the draft, clean or with one fault."""
    d = copy.deepcopy(dasar())
    if ubah:
        ubah(d)
    return {"LKE.xlsx": buku(d), "Draf LHE.docx": draf(d)}
