"""Faults of alignment between papers, and faults inside the LKjIP."""

from __future__ import annotations

from . import bangun as b
from . import isi, isi_lapor
from .bangun import Data
from .cacat import Cacat, blok, buang, pdfkan

TL = ("TL-004", "TL-006")
PROFIL = isi.INDIKATOR[2]["nama"]


def _pk(nomor: int, kolom: int, nilai: str):
    def ubah(d: Data) -> None:
        d["pk_camat"]["sasaran"][nomor][kolom] = nilai

    return ubah


def _pk_kurang(d: Data) -> None:
    del d["pk_camat"]["sasaran"][3]


def _aksi(nomor: int, kolom: int, nilai: str):
    def ubah(d: Data) -> None:
        d["aksi"]["sasaran"][nomor][kolom] = nilai

    return ubah


def _aksi_kurang(d: Data) -> None:
    del d["aksi"]["sasaran"][3]


def _pkpk(tw: int, nomor: int, **nilai: str):
    def ubah(d: Data) -> None:
        d[f"pkpk{tw}"]["baris"][nomor].update(nilai)

    return ubah


def _pagu(d: Data) -> None:
    d["pkpk2"]["baris"][3]["anggaran"][0][1:] = ["64.500.000", "25.051.000", "38,84"]


def _lkjip(ganti: dict | None = None, buang_: int = -1):
    def ubah(d: Data) -> None:
        d["lkjip"] = isi_lapor.lkjip(isi.TAHUN, ganti, buang_)

    return ubah


def _tak_dilaporkan(d: Data) -> None:
    """The agreement in the report still has the indikator; no table of results does."""
    for satu in d["lkjip"]["blok"]:
        if satu["jenis"] == "tabel" and satu["id"] not in ("bab2.3.t", "lampiran.1", "lampiran.2"):
            satu["baris"] = [baris for baris in satu["baris"] if PROFIL not in baris]
    buang(d, "h.2", "ikhtisar.4")


def _sel(nama: str, baris: int, kolom: int, nilai: str, pdf: bool = False):
    def ubah(d: Data) -> None:
        blok(d, nama)["baris"][baris][kolom] = nilai
        if pdf:
            pdfkan(d)

    return ubah


def _teks(nama: str, teks: str, pdf: bool = False):
    def ubah(d: Data) -> None:
        blok(d, nama)["teks"] = teks
        if pdf:
            pdfkan(d)

    return ubah


def _buang_pdf(*awalan: str):
    def ubah(d: Data) -> None:
        buang(d, *awalan)
        pdfkan(d)

    return ubah


def _kegiatan_asing(d: Data) -> None:
    d["pk_pmd"]["anggaran"][0][0] = (
        "7.01.05.2.01 Penyelenggaraan Urusan Pemerintahan Umum Sesuai Penugasan Kepala Daerah"
    )


def _lebih(d: Data) -> None:
    d["pk_trantib"]["anggaran"][0][1] = d["pk_trantib"]["total"] = "74.500.000"


def _tanggal(nilai: str):
    def ubah(d: Data) -> None:
        d["lkjip"]["tanggal"] = nilai

    return ubah


def _tanpa_sebab(d: Data) -> None:
    blok(d, "h.2")["teks"] = (
        f"{PROFIL}. Capaian indikator ini sebesar 94,12% pada tahun 2025 menurut rekap pemutakhiran profil desa."
    )
    buang(d, "ikhtisar.4")


L, P = (b.LKJIP,), (b.LKJIP_PDF,)
CACAT = [
    Cacat(
        "sel-001",
        "sasaran PK tidak ada dalam Renstra",
        _pk(3, 0, "Terwujudnya masyarakat yang sehat dan cerdas"),
        (("SEL-001", (b.PK_CAMAT,)),),
        ("SEL-009", "SEL-005", "SEL-007"),
    ),
    Cacat(
        "sel-002",
        "indikator PK tidak ada dalam Renstra dan IKU",
        _pk(3, 1, "Jumlah pos keamanan lingkungan yang dibangun"),
        (("SEL-002", (b.PK_CAMAT,)),),
        ("SEL-003", "SEL-005", "SEL-007", "SEL-009", "PK-018", "IND-008"),
    ),
    Cacat(
        "sel-003",
        "satu IKU tidak diperjanjikan",
        _pk_kurang,
        (("SEL-003", (b.PK_CAMAT,)),),
        ("SEL-001", "SEL-005", "SEL-007", "SEL-009"),
    ),
    Cacat(
        "sel-004",
        "target PK di bawah target Renstra",
        _pk(0, 3, "84,00"),
        (("SEL-004", (b.PK_CAMAT,)),),
        ("SEL-006", "SEL-008", "SEL-010", "SEL-017", "RA-005", "IND-006"),
    ),
    Cacat("sel-005", "indikator tidak ada dalam Rencana Aksi", _aksi_kurang, (("SEL-005", (b.AKSI,)),), TL),
    Cacat(
        "sel-006", "target tahunan Rencana Aksi lain", _aksi(1, 3, "88,89"), (("SEL-006", (b.AKSI,)),), ("RA-005", *TL)
    ),
    Cacat(
        "sel-007",
        "indikator PKPK lain",
        _pkpk(2, 3, indikator="Jumlah kegiatan siskamling yang dibina"),
        (("SEL-007", (b.PKPK[2],)),),
        ("IND-008", *TL),
    ),
    Cacat(
        "sel-008",
        "target triwulan PKPK lain",
        _pkpk(3, 1, target="61,11", capaian="109,10"),
        (("SEL-008", (b.PKPK[3],)),),
        TL,
    ),
    Cacat(
        "sel-009",
        "indikator LKjIP lain",
        _lkjip({3: {"nama": "Jumlah aduan ketertiban umum yang diterima"}}),
        (("SEL-009", L),),
        ("SEL-003", "SEL-010", "SEL-011", "SEL-015", "SEL-016", "LKJ-010", "IND-008", "LKJ-020"),
    ),
    Cacat("sel-010", "target LKjIP lain", _lkjip({1: {"target": "77,78"}}), (("SEL-010", L),), ()),
    Cacat("sel-011", "realisasi LKjIP lain", _lkjip({0: {"real": "86,42"}}), (("SEL-011", L),), ()),
    Cacat("sel-012", "pagu program dalam PKPK lain", _pagu, (("SEL-012", (b.PKPK[2],)),), ()),
    Cacat(
        "sel-013-asing",
        "kegiatan bawahan tidak di bawah program Camat",
        _kegiatan_asing,
        (("SEL-013", (b.PK["pmd"],)),),
        (),
    ),
    Cacat(
        "sel-013-lebih",
        "anggaran bawahan melebihi program atasan",
        _lebih,
        (("SEL-013", (b.PK["trantib"], b.PK_CAMAT)),),
        ("SEL-012",),
    ),
    Cacat(
        "sel-014",
        "penulisan indikator berbeda",
        _aksi(2, 1, "Persentase desa yang memutakhirkan data profil desa"),
        (("SEL-014", (b.AKSI, None)),),
        ("SEL-005", *TL),
    ),
    Cacat("sel-015", "realisasi tahun lalu lain", _lkjip({0: {"sebelum": "83,90"}}), (("SEL-015", L),)),
    Cacat("sel-016", "target akhir Renstra lain", _lkjip({0: {"akhir": "87,00"}}), (("SEL-016", L),)),
    Cacat(
        "lkj-010",
        "satu IKU tidak dilaporkan",
        _tak_dilaporkan,
        (("LKJ-010", L), ("SEL-009", L)),
        ("LKJ-025", "LKJ-027", *TL),
    ),
    Cacat(
        "lkj-010-tabel",
        "tabel target dan realisasi tidak ada",
        lambda d: buang(d, "a", "b", "f", "lampiran.3", "lampiran.4"),
        (("LKJ-010", L), ("LKJ-011", L)),
        ("LKJ-008", "LKJ-015", "SEL-009", *TL),
    ),
    Cacat(
        "lkj-011-pdf",
        "perbandingan tahun lalu tidak ada (PDF)",
        _buang_pdf("b", "lampiran.4"),
        (("LKJ-011", P),),
        ("LKJ-008", *TL),
    ),
    Cacat("lkj-012-pdf", "perbandingan akhir Renstra tidak ada (PDF)", _buang_pdf("c"), (("LKJ-012", P),), TL),
    Cacat(
        "lkj-014",
        "anggaran tidak disandingkan dengan sasaran",
        lambda d: buang(d, "e", "f", "g"),
        (("LKJ-014", L), ("LKJ-015", L), ("LKJ-016", L)),
        TL,
    ),
    Cacat("lkj-016-pdf", "efisiensi tidak ada (PDF)", _buang_pdf("g"), (("LKJ-016", P),), TL),
    Cacat("lkj-018", "program penunjang tidak dianalisis", lambda d: buang(d, "i"), (("LKJ-018", L),)),
    Cacat(
        "lkj-028-jumlah",
        "jumlah realisasi anggaran salah",
        _sel("anggaran.t", 6, 2, "2.455.695.000"),
        (("LKJ-028", L),),
        ("LKJ-019", "LKJ-021"),
    ),
    Cacat(
        "lkj-019-persen", "persentase anggaran salah (PDF)", _sel("anggaran.t", 3, 3, "98,50", True), (("LKJ-019", P),)
    ),
    Cacat("lkj-020", "capaian salah hitung", _sel("a.t", 1, 5, "101,49"), (("LKJ-020", L),), ("LKJ-026", "LKJ-021")),
    Cacat(
        "lkj-020-kemajuan", "tingkat kemajuan salah hitung (PDF)", _sel("c.t", 2, 4, "98,89", True), (("LKJ-020", P),)
    ),
    Cacat(
        "lkj-021",
        "angka narasi lain dari tabel",
        _teks("ikhtisar.2", "Indeks Kepuasan Masyarakat terealisasi 86,10 dari target 85,00."),
        (("LKJ-021", L),),
    ),
    Cacat(
        "lkj-021-pdf",
        "angka narasi lain dari tabel (PDF)",
        _teks("ikhtisar.2", "Indeks Kepuasan Masyarakat mencapai 83,42 atau 98,14% dari target 85,00.", True),
        (("LKJ-021", P),),
    ),
    Cacat("lkj-022", "tanpa tanggal", _tanggal(""), (("LKJ-022", L),), ("LKJ-023", "BRK-009")),
    Cacat("lkj-023", "disampaikan terlambat", _tanggal("16 Maret 2026"), (("LKJ-023", L),)),
    Cacat("lkj-025", "target yang tidak tercapai tidak dijelaskan", _tanpa_sebab, (("LKJ-025", L),), TL),
    Cacat("lkj-026", "realisasi lain di dua tabel", _sel("b.t", 1, 4, "85,24"), (("LKJ-026", L),), ("SEL-011",)),
    Cacat(
        "lkj-026-pdf",
        "realisasi lain di dua tabel (PDF)",
        _sel("c.t", 4, 3, "3,52", True),
        (("LKJ-026", P),),
        ("LKJ-020", "SEL-011"),
    ),
    Cacat(
        "lkj-027",
        "pernyataan bertentangan dengan angka",
        _teks("bab4.1.a", "Seluruh indikator kinerja utama telah mencapai target yang ditetapkan."),
        (("LKJ-027", L),),
    ),
    Cacat(
        "lkj-027-pdf",
        "pernyataan bertentangan dengan angka (PDF)",
        _teks("a.p", "Semua target indikator pada tahun 2025 tercapai atau terlampaui.", True),
        (("LKJ-027", P),),
    ),
]
