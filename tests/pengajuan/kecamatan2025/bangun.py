"""The whole submission: which file is printed by what from which part of the data, and berkas.yaml."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable
from functools import cache
from typing import Any

from ruamel.yaml import YAML

from . import (
    dukung,
    isi,
    isi_dukung,
    isi_lapor,
    isi_nilai,
    isi_rencana,
    isi_ukur,
    lapor,
    nilai,
    pk,
    rapat,
    rencana,
    renstra_pdf,
    ukur,
)

RENSTRA = "1. Perencanaan/Renstra Kec Lembah Pinus 2025-2029.pdf"
IKU = "1. Perencanaan/IKU.xlsx"
RENJA = "1. Perencanaan/renja 2025.docx"
DPA = "1. Perencanaan/DPA SKPD 2025.xlsx"
POHON = "1. Perencanaan/Pohon Kinerja.xlsx"
AKSI = "1. Perencanaan/RENAKSI 2025.docx"
PK_CAMAT = "1. Perencanaan/PK/PK Camat.pdf"
PK = {
    satu: f"1. Perencanaan/PK/PK {satu} 2025.docx" for satu in ("sekcam", "tapem", "pmd", "trantib", "yanum", "kasubag")
}
PKPK = {tw: f"2. Pengukuran/PKPK TW {tw}.docx" for tw in range(1, 5)}
PKPK_TAHUN = "2. Pengukuran/Pengukuran kinerja tahunan.xlsx"
NOTULEN = {tw: f"2. Pengukuran/notula rapat tw{tw}.docx" for tw in range(1, 5)}
EKINERJA, EKINERJA_XLSX = "2. Pengukuran/rekap e-kinerja.csv", "2. Pengukuran/rekap e-kinerja.xlsx"
LKJIP, LKJIP_PDF = "3. Pelaporan/LKjIP 2025.docx", "3. Pelaporan/LKjIP 2025.pdf"
LKJIP_LALU = "3. Pelaporan/LKjIP 2024.pdf"
LHE, SURAT, TINDAK = (
    "5. Evaluasi/LHE AKIP.docx",
    "5. Evaluasi/Surat Bupati TL LHE.docx",
    "5. Evaluasi/Matriks TL LHE.xlsx",
)
PEDOMAN = {
    "rencana": "6. Lain-lain/Pedoman perencanaan.docx",
    "ukur": "6. Lain-lain/pedoman pengukuran.txt",
    "evaluasi": "6. Lain-lain/Pedoman evaluasi internal.docx",
}
SK, HARGAI, PUBLIKASI = (
    "6. Lain-lain/SK Tim SAKIP.docx",
    "6. Lain-lain/SK reward punishment.docx",
    "6. Lain-lain/screenshot web.pdf",
)
KETERANGAN = "berkas.yaml"

Data = dict[str, Any]


def dasar() -> Data:
    """The clean submission's content, one copy per paper, so that a fault changes one paper alone."""
    d: Data = {
        "umum": isi.UMUM,
        "camat": isi.CAMAT,
        "kasubag": isi.KASUBAG,
        "renstra": isi_rencana.renstra(),
        "iku": isi_rencana.iku(),
        "renja": isi_rencana.renja(),
        "dpa": isi_rencana.dpa(),
        "pohon": isi_rencana.pohon(),
        "aksi": isi_rencana.aksi(),
        "pkpk_tahun": isi_ukur.pkpk_tahun(),
        "ekinerja": isi_ukur.ekinerja(),
        "lkjip": isi_lapor.lkjip(isi.TAHUN),
        "lkjip_lalu": isi_lapor.lkjip(isi.TAHUN - 1),
        "lhe": isi_nilai.lhe(),
        "tindak": isi_nilai.tindak(),
        "bukti": isi_dukung.bukti(),
        **{f"pk_{satu}": perjanjian for satu, perjanjian in isi_rencana.pk().items()},
        **{f"pkpk{tw}": isi_ukur.pkpk(tw) for tw in range(1, 5)},
        **{f"notulen{tw}": isi_ukur.notulen(tw) for tw in range(1, 5)},
        **{f"pedoman_{satu}": pedoman for satu, pedoman in isi_dukung.pedoman().items()},
        **isi_dukung.dukung(),
        "bentuk_lkjip": "docx",
        "hapus": [],
        "salin": {},
        "tanpa_keterangan": False,
    }
    d["dukung"] = {"publikasi": d.pop("publikasi")}
    d["keterangan"] = _keterangan(d)
    return copy.deepcopy(d)


def _keterangan(d: Data) -> dict:
    terbit = {
        RENSTRA: "2025-10-01",
        IKU: "2025-01-15",
        RENJA: "2024-07-29",
        PK_CAMAT: "2025-01-27",
        AKSI: "2025-01-31",
        **dict.fromkeys(PK.values(), "2025-01-27"),
        LKJIP: "2026-02-20",
        LKJIP_LALU: "2025-02-21",
    }
    laman = "https://kec-lembahpinus.argakencana.example/sakip/"
    return {
        "unit": d["umum"]["unit"],
        "tahun": isi.TAHUN,
        "tanggal_dpa": "2025-01-02",
        "jabatan": [
            isi.CAMAT["jabatan"],
            *(o["jabatan"] for o in (isi.SEKCAM, isi.TAPEM, isi.PMD, isi.TRANTIB, isi.YANUM, isi.KASUBAG)),
        ],
        "polaritas": {satu["nama"]: "turun" if satu["turun"] else "naik" for satu in isi.INDIKATOR},
        "publikasi": [
            {"dokumen": nama, "url": laman + nama.rsplit("/", 1)[1].replace(" ", "-"), "tanggal": tanggal}
            for nama, tanggal in terbit.items()
        ],
        "dokumen": {SK: "bukti", HARGAI: "bukti", PUBLIKASI: "bukti"},
        "bukti": [
            *({"uraian": u, "triwulan": tw, "berkas": nama} for u, tw, nama in d["bukti"]),
            {"uraian": "Keputusan pemberian reward dan punishment", "berkas": HARGAI},
            {"uraian": "Keputusan Tim SAKIP", "berkas": SK},
            {"uraian": "Tangkapan layar publikasi", "berkas": PUBLIKASI},
        ],
    }


def resep(d: Data) -> dict[str, tuple[Callable[[dict], bytes], dict[str, str]]]:
    """Path: the printer and, by the name it knows them under, the parts of the data it may look at."""
    hasil: dict[str, tuple[Callable[[dict], bytes], dict[str, str]]] = {
        RENSTRA: (renstra_pdf.bangun, {"renstra": "renstra", "camat": "camat"}),
        IKU: (rencana.iku, {"iku": "iku", "camat": "camat"}),
        RENJA: (rencana.renja, {"renja": "renja", "camat": "camat"}),
        DPA: (rencana.dpa, {"dpa": "dpa"}),
        POHON: (rencana.pohon, {"pohon": "pohon"}),
        AKSI: (rencana.aksi, {"aksi": "aksi"}),
        PK_CAMAT: (pk.camat, {"pk_camat": "pk_camat"}),
        PKPK_TAHUN: (ukur.pkpk_tahun, {"pkpk_tahun": "pkpk_tahun", "camat": "camat"}),
        LKJIP_LALU: (lapor.pdf, {"lkjip": "lkjip_lalu", "camat": "camat"}),
        LHE: (nilai.laporan, {"lhe": "lhe"}),
        SURAT: (nilai.surat, {"lhe": "lhe"}),
        TINDAK: (nilai.matriks, {"tindak": "tindak", "camat": "camat"}),
        SK: (dukung.keputusan, {"keputusan": "sk", "camat": "camat"}),
        HARGAI: (dukung.keputusan, {"keputusan": "hargai", "camat": "camat"}),
        PUBLIKASI: (dukung.publikasi, {"dukung": "dukung"}),
    }
    hasil |= {nama: (pk.lain, {"pk": f"pk_{satu}"}) for satu, nama in PK.items()}
    hasil |= {nama: (ukur.pkpk, {"pkpk": f"pkpk{tw}", "camat": "camat"}) for tw, nama in PKPK.items()}
    hasil |= {nama: (rapat.bangun, {"notulen": f"notulen{tw}", "kasubag": "kasubag"}) for tw, nama in NOTULEN.items()}
    hasil |= {
        nama: (
            dukung.pedoman_txt if satu == "ukur" else dukung.pedoman_docx,
            {"pedoman": f"pedoman_{satu}", "camat": "camat"},
        )
        for satu, nama in PEDOMAN.items()
    }
    if d["bentuk_lkjip"] == "docx":
        hasil[LKJIP] = (lapor.docx, {"lkjip": "lkjip", "camat": "camat"})
    else:
        hasil[LKJIP_PDF] = (lapor.pdf, {"lkjip": "lkjip", "camat": "camat"})
    if d["ekinerja"]["bentuk"] == "csv":
        hasil[EKINERJA] = (ukur.ekinerja_csv, {"ekinerja": "ekinerja"})
    else:
        hasil[EKINERJA_XLSX] = (ukur.ekinerja_xlsx, {"ekinerja": "ekinerja"})
    return hasil


_CETAKAN: dict[tuple[str, str], bytes] = {}


def _cetak(nama: str, cetak: Callable[[dict], bytes], bagian: dict) -> bytes:
    """Print once per content: faults leave most papers as they were."""
    kunci = (nama, repr(bagian))
    if kunci not in _CETAKAN:
        _CETAKAN[kunci] = cetak(bagian)
    return _CETAKAN[kunci]


def berkas(d: Data) -> dict[str, bytes]:
    """Every file of the submission by its path."""
    hasil = {
        nama: _cetak(nama, cetak, {"umum": d["umum"], **{kunci: d[asal] for kunci, asal in perlu.items()}})
        for nama, (cetak, perlu) in resep(d).items()
    }
    hasil |= {satu[2]: _cetak(satu[2], dukung.bukti, {"umum": d["umum"], "bukti": satu}) for satu in d["bukti"]}
    for tujuan, asal in d["salin"].items():
        hasil[tujuan] = asal if isinstance(asal, bytes) else hasil[asal]
    if not d["tanpa_keterangan"]:
        hasil[KETERANGAN] = _yaml(d["keterangan"])
    return {nama: isi_ for nama, isi_ in hasil.items() if nama not in d["hapus"]}


def _yaml(data: dict) -> bytes:
    keluar = io.BytesIO()
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style, yaml.width = False, 400
    yaml.dump(data, keluar)
    return keluar.getvalue()


@cache
def bersih() -> dict[str, bytes]:
    return berkas(dasar())
