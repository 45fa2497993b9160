"""Perjanjian Kinerja of the head, the Sekretaris, two heads of bidang and a head of subbagian.

First layout: one file, units in a column of their own, PIHAK KESATU. Second: a file for each, the unit behind the
target, several indikator in one cell.
"""

from dataclasses import dataclass

from .baris import kelompok, nama, pagu, program, satuan, target
from .data import BUPATI, IBU_KOTA, KABID_BUDIDAYA, KABID_TANGKAP, KADIS, KASUBAG, SEKRETARIS, TAHUN, UNIT, Pejabat
from .data_program import PROGRAM
from .naskah import Blok, Halaman, Identitas, Judul, Meja, Sel, Tabel, Tanda, Teks, rupiah


@dataclass(frozen=True)
class Lampiran:
    """What one official promises: (sasaran, [(indikator, satuan, target)]) and (uraian, jumlah) of the budget."""

    sasaran: list[tuple[str, list[tuple[str, str, str]]]]
    anggaran: list[tuple[str, int]]
    jumlah: int
    judul_anggaran: str = "Program"


PASANGAN = (
    (KADIS, BUPATI),
    (SEKRETARIS, KADIS),
    (KABID_TANGKAP, KADIS),
    (KABID_BUDIDAYA, KADIS),
    (KASUBAG, SEKRETARIS),
)


def lampiran(m: Meja, pejabat: Pejabat) -> Lampiran:
    """The annex of one official after the overrides `pk.<post>...`."""
    dok = f"pk.{pejabat.kunci}"
    if pejabat is KADIS:
        isi = [
            (sasaran, [(nama(m, "pk", i), satuan(m, "pk", i), target(m, "pk", i)) for i in milik])
            for sasaran, milik in kelompok(m, "pk")
        ]
        anggaran = [(p.nama, pagu(m, "pk", p.kode, p.pagu)) for p in program(m, "pk")]
    else:
        isi = _SASARAN[pejabat.kunci]
        anggaran = _anggaran(pejabat)
    anggaran = [
        (m(f"{dok}.program.{u}", uraian), m(f"{dok}.anggaran.{u}", jumlah))
        for u, (uraian, jumlah) in enumerate(anggaran)
    ]
    jumlah = m(f"{dok}.jumlah", sum(j for _, j in anggaran if j is not None))
    return Lampiran(m(f"{dok}.isi", isi), anggaran, jumlah, "Kegiatan" if pejabat is KASUBAG else "Program")


def _anggaran(pejabat: Pejabat) -> list[tuple[str, int]]:
    tangkap, budidaya, olah, penunjang = PROGRAM
    match pejabat.kunci:
        case "sekretaris":
            return [(penunjang.nama, penunjang.pagu)]
        case "tangkap":
            return [(tangkap.nama, tangkap.pagu)]
        case "budidaya":
            return [(budidaya.nama, budidaya.pagu), (olah.nama, olah.pagu)]
        case _:
            return [(k.nama, k.pagu) for k in penunjang.kegiatan[:2]]


_SASARAN: dict[str, list[tuple[str, list[tuple[str, str, str]]]]] = {
    "sekretaris": [
        (
            "Meningkatnya akuntabilitas kinerja perangkat daerah",
            [("Nilai evaluasi akuntabilitas kinerja perangkat daerah", "Nilai", "70,50")],
        ),
        (
            "Meningkatnya mutu layanan kesekretariatan",
            [("Indeks kepuasan pegawai terhadap layanan kesekretariatan", "Indeks", "3,40")],
        ),
    ],
    "tangkap": [
        (
            "Meningkatnya produktivitas nelayan kecil",
            [
                ("Rata-rata hasil tangkapan per nelayan", "Ton", "1,85"),
                ("Persentase nelayan kecil yang memiliki kartu usaha", "%", "82,00"),
            ],
        ),
    ],
    "budidaya": [
        ("Meningkatnya produktivitas pembudi daya ikan", [("Rata-rata hasil panen per hektare kolam", "Ton", "6,20")]),
        (
            "Meningkatnya kemampuan unit pengolahan ikan",
            [("Persentase unit pengolahan ikan yang bersertifikat", "%", "35,00")],
        ),
    ],
    "kasubag": [
        (
            "Tersusunnya dokumen perencanaan dan keuangan tepat waktu",
            [
                ("Jumlah dokumen perencanaan dan evaluasi yang disusun tepat waktu", "Dokumen", "9"),
                ("Jumlah laporan keuangan yang disampaikan tepat waktu", "Laporan", "13"),
            ],
        ),
    ],
}


def pernyataan(m: Meja, ragam: int, pejabat: Pejabat, atasan: Pejabat) -> list[Blok]:
    """The statement page, with its signatures."""
    dok = f"pk.{pejabat.kunci}"
    atasan = m(f"{dok}.atasan", atasan)
    satu, dua = _pihak(ragam)
    tahun = m(f"{dok}.tahun", str(TAHUN))
    pembuka = (
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta "
        "berorientasi pada "
        "hasil, kami yang bertanda tangan di bawah ini:"
    )
    return [
        Judul(f"PERJANJIAN KINERJA {m(f'{dok}.perubahan', '')}TAHUN {tahun}"),
        Teks(f"{pejabat.jabatan.upper()}", "tengah", True),
        Teks(pembuka),
        Identitas([("Nama", pejabat.nama), ("Jabatan", pejabat.jabatan)]),
        Teks(f"selanjutnya disebut {satu}."),
        Identitas([("Nama", atasan.nama), ("Jabatan", atasan.jabatan)]),
        Teks(f"selaku atasan {satu}, selanjutnya disebut {dua}."),
        Teks(
            f"{satu} berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, "
            f"dalam rangka "
            "mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan. "
            "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami."
        ),
        Teks(
            f"{dua} akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian "
            f"kinerja dari "
            "perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi."
        ),
        tanda_pk(m, ragam, pejabat, atasan),
    ]


def perjanjian(m: Meja, ragam: int, pejabat: Pejabat, atasan: Pejabat) -> list[Blok]:
    """One agreement: the statement page, then the annex."""
    return [
        *pernyataan(m, ragam, pejabat, atasan),
        Halaman(),
        Teks(f"LAMPIRAN PERJANJIAN KINERJA TAHUN {TAHUN}", "tengah", True),
        Teks(pejabat.jabatan.upper() if pejabat is not KADIS else UNIT.upper(), "tengah", True),
        *_tabel(lampiran(m, pejabat), ragam),
        tanda_pk(m, ragam, pejabat, atasan),
    ]


def _pihak(ragam: int) -> tuple[str, str]:
    return ("PIHAK KESATU", "PIHAK KEDUA") if ragam == 1 else ("Pihak Pertama", "Pihak Kedua")


def tanda_pk(m: Meja, ragam: int, pejabat: Pejabat, atasan: Pejabat) -> Tanda:
    """The two signature blocks under the statement and under the annex."""
    dok = f"pk.{pejabat.kunci}"
    atasan = m(f"{dok}.atasan", atasan)
    satu, dua = _pihak(ragam)
    nip = m(f"{dok}.nip", pejabat.nip)
    tanggal = m(f"{dok}.tanggal", "17 Januari 2023")
    kiri = ["", dua + ",", atasan.jabatan.upper(), "ttd", atasan.nama]
    kiri += [atasan.pangkat, f"NIP. {atasan.nip}"] if atasan.nip else []
    kanan = [
        f"{IBU_KOTA}, {tanggal}",
        satu + ",",
        pejabat.jabatan.upper(),
        "ttd",
        pejabat.nama,
        pejabat.pangkat,
        f"NIP. {nip}",
    ]
    return Tanda(kiri, kanan)


def _tabel(isi: Lampiran, ragam: int) -> list[Blok]:
    anggaran = [
        [str(u), uraian, rupiah(jumlah, "Rp") if jumlah is not None else "", "APBD"]
        for u, (uraian, jumlah) in enumerate(isi.anggaran, 1)
    ]
    jumlah = [[Sel("JUMLAH", 1, 2), rupiah(isi.jumlah, "Rp"), ""]]
    belanja = Tabel([["No", isi.judul_anggaran, "Anggaran", "Keterangan"]], [*anggaran, *jumlah], (1, 9, 4, 3))
    if ragam == 1:
        baris = []
        for u, (sasaran, milik) in enumerate(isi.sasaran, 1):
            n = len(milik)
            baris.append([Sel(str(u), n), Sel(sasaran, n), *milik[0]])
            baris += milik[1:]
        kinerja = Tabel(
            [["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"], ["(1)", "(2)", "(3)", "(4)", "(5)"]],
            baris,
            (1, 5, 6, 2, 2),
        )
    else:
        baris = [
            [
                f"{u}.",
                sasaran,
                "\n".join(f"{v}. {b[0]}" for v, b in enumerate(milik, 1)),
                "\n".join(f"{v}. {b[2]} {b[1]}" for v, b in enumerate(milik, 1)),
            ]
            for u, (sasaran, milik) in enumerate(isi.sasaran, 1)
        ]
        kinerja = Tabel([["No.", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "TARGET"]], baris, (1, 6, 8, 5))
    return [kinerja, belanja]
