"""The LKjIP's blocks as one Word document with heading styles, or as a long PDF."""

from __future__ import annotations

from . import cetak as c
from . import dok


def _tabel_bernomor(blok: list[dict]) -> dict[str, str]:
    """Caption of each table by block id: numbered within its chapter, an appendix keeps its own."""
    hasil, bab, nomor = {}, 0, 0
    for satu in blok:
        if satu["jenis"] == "bab" and satu["teks"].startswith("BAB "):
            bab, nomor = bab + 1, 0
        if satu["jenis"] == "tabel":
            nomor += 1
            hasil[satu["id"]] = satu["teks"] if satu.get("bebas") else f"Tabel {bab}.{nomor} {satu['teks']}"
    return hasil


def _isi(blok: list[dict]) -> list[str]:
    return [satu["teks"] for satu in blok if satu["jenis"] in ("bab", "sub") and satu["teks"]]


def docx(d: dict) -> bytes:
    isi, umum, camat = d["lkjip"], d["umum"], d["camat"]
    nama = _tabel_bernomor(isi["blok"])
    doc = dok.baru()
    dok.kop(doc, umum)
    dok.judul(
        doc, isi["judul"], f"{isi['unit'].upper()} KABUPATEN {umum['kabupaten'].upper()}", f"TAHUN {isi['tahun']}"
    )
    for satu in isi["blok"]:
        teks = satu["teks"]
        if satu["jenis"] == "bab":
            dok.pindah_halaman(doc)
            doc.add_heading(teks, 1)
        elif satu["jenis"] in ("sub", "kecil"):
            doc.add_heading(teks, 2 if satu["jenis"] == "sub" else 3)
        elif satu["jenis"] == "par":
            dok.teks(doc, teks)
        elif satu["jenis"] == "butir":
            dok.senarai(doc, satu["isi"])
        elif satu["jenis"] == "tabel":
            dok.teks(doc, nama[satu["id"]], gaya="Caption")
            dok.tabel(doc, satu["baris"], satu.get("gabung", ()))
        elif satu["jenis"] == "daftar":
            doc.add_heading("DAFTAR ISI", 1)
            for urut, baris in enumerate(_isi(isi["blok"]), 2):
                dok.teks(doc, f"{baris}\t{urut}")
            if not satu.get("tanpa_tabel"):
                doc.add_heading("DAFTAR TABEL", 1)
                for urut, baris in enumerate(nama.values(), 5):
                    dok.teks(doc, f"{baris}\t{urut}")
        elif satu["jenis"] == "ttd":
            dok.tanda_tangan(doc, f"{umum['kecamatan']}, {isi['tanggal']}", "CAMAT LEMBAH PINUS,", camat)
    return dok.simpan(doc)


def pdf(d: dict) -> bytes:
    isi, umum, camat = d["lkjip"], d["umum"], d["camat"]
    nama = _tabel_bernomor(isi["blok"])
    cerita = [
        c.jeda(150),
        c.par(isi["judul"], c.BAB),
        c.par(f"{isi['unit'].upper()}", c.BAB),
        c.par(f"KABUPATEN {umum['kabupaten'].upper()}", c.BAB),
        c.par(f"TAHUN {isi['tahun']}", c.BAB),
    ]
    for satu in isi["blok"]:
        teks = satu["teks"]
        if satu["jenis"] == "bab":
            cerita += [c.halaman_baru(), *_judul_bab(teks)]
        elif satu["jenis"] in ("sub", "kecil"):
            cerita.append(c.par(teks, c.SUB))
        elif satu["jenis"] == "par":
            cerita.append(c.par(teks))
        elif satu["jenis"] == "butir":
            cerita += [c.par(f"{n}. {butir}", c.BUTIR) for n, butir in enumerate(satu["isi"], 1)]
        elif satu["jenis"] == "tabel":
            kepala, baris = satu.get("kepala", 1), satu["baris"]
            dasar = 475 / (len(baris[0]) + 0.6)
            lebar = [dasar * 1.6, *[dasar] * (len(baris[0]) - 1)]
            cerita += [
                c.par(nama[satu["id"]], c.TEBAL),
                c.tabel(baris, lebar, kepala, satu.get("gabung", ())),
                c.jeda(),
            ]
        elif satu["jenis"] == "daftar":
            cerita += [c.halaman_baru(), c.par("DAFTAR ISI", c.BAB), *_titik(_isi(isi["blok"]))]
            if not satu.get("tanpa_tabel"):
                cerita += [c.par("DAFTAR TABEL", c.BAB), *_titik(list(nama.values()))]
        elif satu["jenis"] == "ttd":
            cerita += [
                c.jeda(14),
                c.tanda_tangan(
                    [
                        f"{umum['kecamatan']}, {isi['tanggal']}" if isi["tanggal"] else "",
                        "CAMAT LEMBAH PINUS,",
                        "",
                        "ttd",
                        "",
                        camat["nama"],
                        camat["pangkat"],
                        f"NIP {camat['nip']}",
                    ]
                ),
            ]
    return c.simpan(cerita, kaki=isi["kaki"])


def _judul_bab(teks: str) -> list:
    """ "BAB I PENDAHULUAN" in two centred lines, as printed reports have it."""
    kata = teks.split(" ", 2)
    return [c.par(" ".join(kata[:2]), c.BAB), c.par(kata[2], c.BAB)] if kata[0] == "BAB" else [c.par(teks, c.BAB)]


def _titik(baris: list[str]) -> list:
    return [c.par(f"{satu} {'.' * max(4, 90 - len(satu))} {n}") for n, satu in enumerate(baris, 2)]
