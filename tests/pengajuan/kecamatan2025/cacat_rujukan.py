"""Faults in the law that is cited and in the nomenclature."""

from __future__ import annotations

from . import bangun as b
from .bangun import Data
from .cacat import Cacat, tambah_bab
from .isi_dukung import P29, P53

P12 = (
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 12 Tahun 2015 tentang "
    "Pedoman Evaluasi atas "
    "Implementasi Sistem Akuntabilitas Kinerja Instansi Pemerintah"
)
P25 = (
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 25 Tahun 2012 tentang "
    "Petunjuk Pelaksanaan "
    "Evaluasi Akuntabilitas Kinerja Instansi Pemerintah"
)
TL = ("TL-004", "TL-006")


def _dasar(kunci: str, nomor: int, teks: str):
    def ubah(d: Data) -> None:
        d[kunci]["dasar"][nomor] = teks

    return ubah


def _bobot(*nilai: str):
    def ubah(d: Data) -> None:
        nama = [satu[0] for satu in d["pedoman_evaluasi"]["bobot"]]
        if len(nilai) == 5:
            nama.append("Pencapaian Kinerja")
        d["pedoman_evaluasi"]["bobot"] = [list(satu) for satu in zip(nama, nilai, strict=True)]

    return ubah


def _lhe_dasar(d: Data) -> None:
    d["lhe"]["dasar"] = P12


def _baris(kunci: str, kode: str, kolom: int, nilai: str):
    def ubah(d: Data) -> None:
        next(satu for satu in d[kunci]["baris"] if satu[0] == kode)[kolom] = nilai

    return ubah


def _pindah(d: Data) -> None:
    """A sub kegiatan printed under a kegiatan of another program."""
    baris = d["renja"]["baris"]
    satu = next(satu for satu in baris if satu[0] == "7.01.04.2.01.0002")
    baris.remove(satu)
    baris.insert(next(n for n, lain in enumerate(baris) if lain[0] == "7.01.02.2.02.0003") + 1, satu)


def _renstra_program(d: Data) -> None:
    next(satu for satu in d["renstra"]["program"] if satu["kode"] == "7.01.02")["nama"] = (
        "PROGRAM PENYELENGGARAAN PEMERINTAHAN DAN PELAYANAN UMUM"
    )


CACAT = [
    Cacat(
        "reg-001-evaluasi",
        "pedoman merujuk peraturan yang dicabut",
        _dasar("pedoman_evaluasi", 1, P12),
        (("REG-001", (b.PEDOMAN["evaluasi"],)),),
    ),
    Cacat(
        "reg-001-txt",
        "pedoman (teks) merujuk peraturan yang dicabut",
        _dasar("pedoman_ukur", 1, P25),
        (("REG-001", (b.PEDOMAN["ukur"],)),),
    ),
    Cacat("reg-001-lhe", "LHE merujuk peraturan yang dicabut", _lhe_dasar, (("REG-001", (b.LHE,)),)),
    Cacat(
        "reg-002-perpres",
        "judul Perpres kurang satu kata",
        _dasar("pedoman_rencana", 0, P29.replace("Akuntabilitas Kinerja Instansi", "Akuntabilitas Instansi")),
        (("REG-002", (b.PEDOMAN["rencana"],)),),
    ),
    Cacat(
        "reg-002-tahun",
        "tahun peraturan keliru",
        _dasar("pedoman_ukur", 1, P53.replace("Tahun 2014 ", "Tahun 2015 ")),
        (("REG-002", (b.PEDOMAN["ukur"],)),),
    ),
    Cacat(
        "reg-002-renstra",
        "judul Perpres keliru dalam PDF",
        _dasar("renstra", 1, P29.replace("Akuntabilitas Kinerja Instansi", "Akuntabilitas Instansi")),
        (("REG-002", (b.RENSTRA,)),),
    ),
    Cacat(
        "reg-003-lama",
        "bobot lima komponen peraturan lama",
        _bobot("35", "20", "15", "10", "20"),
        (("REG-003", (b.PEDOMAN["evaluasi"],)),),
    ),
    Cacat(
        "reg-003-kurang", "bobot berjumlah 95", _bobot("30", "25", "15", "25"), (("REG-003", (b.PEDOMAN["evaluasi"],)),)
    ),
    Cacat(
        "reg-003-kalimat",
        "bobot keliru di dalam kalimat",
        tambah_bab(
            "pedoman_ukur",
            0,
            "Komponen yang dinilai adalah perencanaan kinerja dengan bobot 30, "
            "pengukuran kinerja dengan bobot 25, pelaporan kinerja dengan bobot 15, evaluasi kinerja dengan "
            "bobot 10 dan pencapaian kinerja dengan bobot 20.",
        ),
        (("REG-003", (b.PEDOMAN["ukur"],)),),
    ),
    Cacat(
        "nom-001",
        "kode sub kegiatan tidak terdaftar",
        _baris("dpa", "7.01.02.2.01.0001", 0, "7.01.02.2.01.0077"),
        (("NOM-001", (b.DPA,)),),
        TL,
    ),
    Cacat(
        "nom-002-renja",
        "huruf hilang dari nama",
        _baris(
            "renja",
            "7.01.02.2.02.0003",
            1,
            "Peningkatan Efektifitas Pelaksanan Pelayanan kepada Masyarakat di Wilayah Kecamatan",
        ),
        (("NOM-002", (b.RENJA,)),),
        TL,
    ),
    Cacat(
        "nom-002-renstra", "nama program menyimpang dalam Renstra", _renstra_program, (("NOM-002", (b.RENSTRA,)),), TL
    ),
    Cacat(
        "nom-004",
        "indikator sub kegiatan menyimpang",
        _baris("renja", "7.01.06.2.01.0002", 2, "Jumlah Desa yang Administrasinya Difasilitasi"),
        (("NOM-004", (b.RENJA,)),),
        TL,
    ),
    Cacat(
        "nom-005-renja",
        "satuan sub kegiatan menyimpang",
        _baris("renja", "7.01.02.2.02.0003", 4, "Orang"),
        (("NOM-005", (b.RENJA,)),),
        TL,
    ),
    Cacat("nom-006", "sub kegiatan di bawah kegiatan lain", _pindah, (("NOM-006", (b.RENJA,)),), TL),
]
