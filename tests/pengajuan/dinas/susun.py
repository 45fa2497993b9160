"""A whole submission: which papers it has, under which names, in the three layouts, and its berkas.yaml."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from . import padat, padat_ukur
from .aksi import ROMAWI, rencana_aksi
from .data import BUPATI, KADIS, TAHUN, UNIT, Pejabat
from .data_indikator import INDIKATOR
from .evaluasi import lhe, notulen, sampul_bukti, tindak_lanjut
from .laporan import KAKI, bab, utuh
from .naskah import Blok, Halaman, Meja
from .pendukung import bukti, ekinerja, pedoman, penghargaan, pohon, sk_tim
from .pk import PASANGAN, perjanjian
from .rencana import dpa, iku, renja, renstra
from .tulis import tulis
from .ukur import tahunan, triwulan

# Key of a paper -> its file, in the three layouts; "" where a layout has no such file.
NAMA: dict[str, tuple[str, str, str]] = {
    "renstra": ("Perencanaan/01 Renstra Diskan 2021-2026.docx", "A. Perencanaan/renstra.pdf", "scan renstra.pdf"),
    "iku": ("Perencanaan/02 IKU 2023.docx", "A. Perencanaan/iku.pdf", "SK IKU.pdf"),
    "renja": ("Perencanaan/03 Renja 2023.xlsx", "A. Perencanaan/renja.xlsx", "renja fix.xlsx"),
    "dpa": ("Perencanaan/04 DPA 2023.pdf", "A. Perencanaan/dpa.pdf", "dpa.pdf"),
    "pk": ("Perencanaan/05 PK Diskan 2023 lengkap.pdf", "", "PK TTD.docx"),
    **{f"pk.{p.kunci}": ("", f"A. Perencanaan/PK/PK {p.kunci} 2023.docx", "") for p, _ in PASANGAN},
    "ra": ("Perencanaan/06 Renaksi 2023.xlsx", "A. Perencanaan/rencana aksi.pdf", "renaksi.docx"),
    "pohon": ("Perencanaan/07 Pohon Kinerja.xlsx", "A. Perencanaan/cascading.xlsx", "pohon.xlsx"),
    **{
        f"pkpk{t}": (
            f"Monev/PKPK TW {t}.xlsx",
            f"B. Pengukuran/pkpk tw{t}.{'docx' if t % 2 else 'pdf'}",
            "monev 4 tw.xlsx",
        )
        for t in range(1, 5)
    },
    "tahunan": ("Monev/PKPK Tahunan 2023.pdf", "B. Pengukuran/pengukuran tahunan.xlsx", "pkpk setahun.docx"),
    **{
        f"not{t}": (f"Monev/Notulen TW {t}.docx", f"B. Pengukuran/notulen {ROMAWI[t - 1]}.docx", f"notulen{t}.pdf")
        for t in range(1, 5)
    },
    "ekin": ("Monev/Rekap e-kinerja.xlsx", "B. Pengukuran/e-kinerja.xlsx", "ekin.xlsx"),
    "lkj": ("", "C. Pelaporan/LKjIP 2023.docx", "LKjIP.pdf"),
    "lkj.depan": ("LKjIP 2023/Pengantar dan Ikhtisar.pdf", "", ""),
    "lkj.bab1": ("LKjIP 2023/BAB I.docx", "", ""),
    "lkj.bab2": ("LKjIP 2023/BAB II.docx", "", ""),
    "lkj.bab3": ("LKjIP 2023/BAB III.pdf", "", ""),
    "lkj.bab4": ("LKjIP 2023/BAB IV.docx", "", ""),
    "lkj.lampiran": ("LKjIP 2023/Lampiran.docx", "", ""),
    "lkj22": ("LKjIP 2022.docx", "C. Pelaporan/LKjIP 2022.pdf", "LKjIP lalu.docx"),
    "lhe": ("Evaluasi/LHE 2023.docx", "D. Evaluasi/lhe akip.docx", "lhe.pdf"),
    "tl": ("Evaluasi/Tindak Lanjut LHE.docx", "D. Evaluasi/matriks tindak lanjut.docx", "TL.pdf"),
    **{
        f"pedoman.{j}": (f"Pendukung/Pedoman {j} kinerja.docx", f"E. Pendukung/pedoman {j}.docx", f"pedoman {j}.pdf")
        for j in ("perencanaan", "pengukuran", "evaluasi")
    },
    "sk": ("Pendukung/SK Tim SAKIP.pdf", "E. Pendukung/sk tim.docx", "sk.pdf"),
    "reward": ("Pendukung/Penghargaan dan Sanksi.docx", "E. Pendukung/reward.docx", "reward.pdf"),
}
# Files that only some defects add: the end of a copy's name, a damaged file, a second PK of the head.
SALINAN = " (2)"
RUSAK = "lampiran renja.pdf"
REVISI = "PK kadis revisi.docx"
_TAYANG = {
    "renstra": "2021-10-04",
    "renja": "2022-07-22",
    "lkj22": "2023-02-24",
    "lkj": "2024-02-23",
    "lkj.bab3": "2024-02-23",
}
_URAIAN = {
    "reward": "Keputusan penghargaan (reward) dan sanksi (punishment)",
    "sk": "Keputusan tim pengukuran kinerja dan SAKIP",
}
_PUBLIK = ("renstra", "iku", "renja", "pk", *(f"pk.{p.kunci}" for p, _ in PASANGAN), "ra", "lkj", "lkj.bab3", "lkj22")


def nama_berkas(kunci: str, ragam: int) -> str:
    """The path of a paper in a layout; "" where this layout has no such file."""
    return NAMA[kunci][ragam - 1]


def susun(folder: Path, ragam: int, ganti: Mapping[str, Any]) -> Meja:
    """Print the submission in layout 1, 2 or 3 with the replaced values; the desk knows which keys were used."""
    m = Meja(ganti)
    rebah = {"renstra", "ra", "tahunan", "pkpk1", "pkpk2", "pkpk3", "pkpk4"}
    tanpa = m("berkas.tanpa", ())
    for kunci, blok in _isi(m, ragam, tanpa).items():
        if nama_berkas(kunci, ragam) and kunci not in tanpa:
            kaki = f"{KAKI}{2022 if kunci == 'lkj22' else TAHUN}" if kunci.startswith("lkj") else ""
            tulis(folder / nama_berkas(kunci, ragam), blok, rebah=kunci in rebah, kaki=kaki)
    for kunci in m("salin", ()):
        asal = folder / nama_berkas(kunci, ragam)
        asal.with_stem(asal.stem + SALINAN).write_bytes(asal.read_bytes())
    if m("rusak", False):
        (folder / RUSAK).write_bytes(b"%PDF-1.4 terpotong")
    if kedua := m("pk.ganda", ""):
        lain = Meja({**ganti, "pk.target.sakip": kedua})
        tulis(folder / REVISI, _satu_pk(lain, ragam, KADIS, BUPATI))
    daftar = []
    for judul, indikator, t in bukti():
        if judul in m("bukti.tanpa", ()):
            continue
        jalur = f"Bukti/TW {ROMAWI[t - 1]}/{judul}.pdf"
        tulis(folder / jalur, sampul_bukti(judul, f"Data dukung indikator {indikator}."))
        daftar.append({"uraian": judul.rsplit(" Triwulan", 1)[0], "triwulan": t, "berkas": jalur})
    _keterangan(m, folder, ragam, daftar)
    return m


def _isi(m: Meja, ragam: int, tanpa: tuple[str, ...]) -> dict[str, list[Blok]]:
    rapat = ragam == 3
    pk = {f"pk.{p.kunci}": padat.perjanjian(m, p, a) if rapat else perjanjian(m, ragam, p, a) for p, a in PASANGAN}
    ukur = {f"pkpk{t}": padat_ukur.triwulan(m, t) if rapat else triwulan(m, ragam, t) for t in range(1, 5)}
    if rapat:  # one workbook for the four quarters
        satu = [b for kunci, blok in ukur.items() if kunci not in tanpa for b in blok]
        ukur = {next(kunci for kunci in ukur if kunci not in tanpa): satu}
    laporan = {f"lkj.{k}": v for k, v in bab(m, "lkj", TAHUN).items()}
    return {
        "renstra": padat.renstra(m) if rapat else renstra(m),
        "iku": iku(m, ragam),
        "renja": renja(m),
        "dpa": dpa(m),
        "pk": [b for satu in pk.values() for b in (*satu, Halaman())][:-1],
        **pk,
        "ra": padat.rencana_aksi(m) if rapat else rencana_aksi(m, ragam),
        "pohon": pohon(m),
        **ukur,
        "tahunan": tahunan(m),
        "ekin": ekinerja(m),
        **{f"not{t}": notulen(m, t) for t in range(1, 5)},
        "lkj": padat_ukur.laporan(m, "lkj", TAHUN) if rapat else utuh(m, "lkj", TAHUN),
        **laporan,
        "lkj22": utuh(m, "lkj22", TAHUN - 1),
        "lhe": lhe(m),
        "tl": tindak_lanjut(m),
        "sk": sk_tim(m),
        "reward": penghargaan(m),
        **{f"pedoman.{j}": pedoman(m, j) for j in ("perencanaan", "pengukuran", "evaluasi")},
    }


def _satu_pk(m: Meja, ragam: int, pejabat: Pejabat, atasan: Pejabat) -> list[Blok]:
    return padat.perjanjian(m, pejabat, atasan) if ragam == 3 else perjanjian(m, ragam, pejabat, atasan)


def _keterangan(m: Meja, folder: Path, ragam: int, daftar: list[dict[str, Any]]) -> None:
    tanpa = m("berkas.tanpa", ())
    ada = {k: nama_berkas(k, ragam) for k in NAMA if nama_berkas(k, ragam) and k not in tanpa}
    isi = {
        "unit": UNIT,
        "tahun": TAHUN,
        "tanggal_dpa": "2023-01-03",
        "jabatan": m("berkas.jabatan", [p.jabatan for p, _ in PASANGAN]),
        "polaritas": {i.nama: "turun" if i.turun else "naik" for i in INDIKATOR},
        "publikasi": [
            {
                "dokumen": ada[k],
                "url": f"https://diskan.tanjungpermai.example/sakip/{urut}",
                "tanggal": m(f"tayang.{k}", _TAYANG.get(k, "2023-02-01")),
            }
            for urut, k in enumerate(_PUBLIK, 1)
            if k in ada and k not in m("publikasi.tanpa", ())
        ],
        "dokumen": {
            **{jalur: "laporan_kinerja" for k, jalur in ada.items() if k.startswith("lkj")},
            **{d["berkas"]: "bukti" for d in daftar},
            **{ada[k]: "bukti" for k in ("sk", "reward") if k in ada},
        },
        "bukti": [
            *daftar,
            *({"uraian": uraian, "berkas": ada[k]} for k, uraian in _URAIAN.items() if k in ada),
        ],
    }
    assert KADIS.jabatan in isi["jabatan"]
    with (folder / "berkas.yaml").open("w", encoding="utf-8") as aliran:
        penulis = YAML()
        penulis.width = 4096  # a folded key is read wrongly by other readers
        penulis.dump(isi, aliran)
