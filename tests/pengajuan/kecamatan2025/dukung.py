"""Guides, decrees, evidence and proof of publication."""

from __future__ import annotations

from . import cetak as c
from . import dok

ROMAWI = ("I", "II", "III", "IV", "V", "VI")


def pedoman_docx(d: dict) -> bytes:
    isi, umum = d["pedoman"], d["umum"]
    doc = dok.baru()
    dok.kop(doc, umum)
    dok.judul(doc, isi["judul"], umum["unit"].upper(), isi["nomor"])
    for romawi, (nama, teks) in zip(isi.get("romawi", ROMAWI), isi["bab"], strict=False):
        doc.add_heading(f"BAB {romawi} {nama}", 1)
        dok.teks(doc, teks)
        if romawi == "I":
            doc.add_heading("Dasar Hukum", 2)
            dok.senarai(doc, [f"{satu};" for satu in isi["dasar"]])
        if nama == "KOMPONEN EVALUASI" and isi["bobot"]:
            jumlah = sum(int(satu[1]) for satu in isi["bobot"])
            dok.tabel(doc, [["Komponen", "Bobot (%)"], *isi["bobot"], ["Jumlah", str(jumlah)]])
    dok.tanda_tangan(doc, f"{umum['kecamatan']}, {isi['tanggal']}", "CAMAT LEMBAH PINUS,", d["camat"])
    return dok.simpan(doc)


def pedoman_txt(d: dict) -> bytes:
    isi, umum, camat = d["pedoman"], d["umum"], d["camat"]
    baris = [isi["judul"], umum["unit"].upper(), isi["nomor"], ""]
    for romawi, (nama, teks) in zip(isi.get("romawi", ROMAWI), isi["bab"], strict=False):
        baris += ["", f"BAB {romawi}", nama, "", teks]
        if romawi == "I":
            baris += ["", "Dasar Hukum", *(f"{n}. {satu};" for n, satu in enumerate(isi["dasar"], 1))]
    baris += [
        "",
        f"{umum['kecamatan']}, {isi['tanggal']}",
        "CAMAT LEMBAH PINUS,",
        "ttd",
        camat["nama"],
        camat["pangkat"],
        f"NIP {camat['nip']}",
    ]
    return "\n".join(baris).encode()


def keputusan(d: dict) -> bytes:
    isi = d["keputusan"]
    doc = dok.baru()
    dok.kop(doc, d["umum"])
    dok.judul(doc, isi["judul"], isi["nomor"], "TENTANG", isi["tentang"])
    dok.teks(doc, "Menimbang: bahwa untuk memperkuat akuntabilitas kinerja perlu ditetapkan keputusan ini.")
    dok.teks(doc, "MEMUTUSKAN:")
    dok.teks(doc, f"KESATU: {isi['tentang'].capitalize()} sebagaimana tercantum dalam lampiran.")
    dok.tanda_tangan(
        doc, f"Ditetapkan di {d['umum']['kecamatan']}\npada tanggal {isi['tanggal']}", "CAMAT LEMBAH PINUS,", d["camat"]
    )
    return dok.simpan(doc)


def bukti(d: dict) -> bytes:
    uraian, tw, _ = d["bukti"]
    doc = dok.baru()
    dok.kop(doc, d["umum"])
    dok.judul(doc, uraian.upper(), f"TRIWULAN {ROMAWI[tw - 1]} TAHUN 2025")
    dok.teks(doc, f"Dokumen ini memuat {uraian.lower()} pada triwulan {ROMAWI[tw - 1]} tahun 2025.")
    return dok.simpan(doc)


def publikasi(d: dict) -> bytes:
    isi = d["dukung"]["publikasi"]
    cerita = [
        c.par("TANGKAPAN LAYAR PUBLIKASI DOKUMEN SAKIP", c.BAB),
        c.par(f"Kecamatan Lembah Pinus Tahun {isi['tahun']}", c.TENGAH),
        c.par(f"Dokumen berikut dapat diunduh pada laman {isi['laman']}:"),
        *(
            c.par(f"- {satu}", c.BUTIR)
            for satu in (
                "Renstra 2025-2029",
                "Renja 2025",
                "IKU 2025",
                "Perjanjian Kinerja 2025",
                "Rencana Aksi 2025",
                "LKjIP 2025",
            )
        ),
    ]
    return c.simpan(cerita)
