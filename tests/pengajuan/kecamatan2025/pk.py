"""Perjanjian Kinerja: the Camat's as a PDF, the others' as Word documents with their parties in a table."""

from __future__ import annotations

from . import cetak as c
from . import dok

NAMA = {"pertama": "PIHAK KESATU", "kedua": "PIHAK KEDUA"}


def camat(d: dict) -> bytes:
    isi, umum = d["pk_camat"], d["umum"]
    pertama, kedua = isi["pertama"], isi["kedua"]
    cerita = [
        c.par(f"PEMERINTAH KABUPATEN {umum['kabupaten'].upper()}", c.TEBAL),
        c.par(isi["unit"].upper(), c.TEBAL),
        c.jeda(20),
        c.par(f"PERJANJIAN KINERJA TAHUN {isi['tahun']}", c.BAB),
        c.jeda(10),
        c.par(isi["pembuka"]),
        _pihak(pertama),
        c.par("selanjutnya disebut pihak pertama"),
        _pihak(kedua),
        c.par("selaku atasan pihak pertama, selanjutnya disebut pihak kedua"),
        c.par(isi["janji"]),
        c.par(isi["supervisi"]),
        c.jeda(16),
        _ttd(isi),
        c.halaman_baru(),
        c.par(f"LAMPIRAN PERJANJIAN KINERJA TAHUN {isi['tahun']}", c.TEBAL),
        c.par(isi["unit"].upper(), c.TEBAL),
        _sasaran(isi),
        c.jeda(14),
        _anggaran(isi),
        c.jeda(16),
        _ttd(isi),
    ]
    return c.simpan(cerita)


def _pihak(orang: dict):
    isi = [["Nama", ":", orang["nama"]], ["Jabatan", ":", orang["jabatan"]]]
    return c.Table([[c.par(sel) for sel in satu] for satu in isi], colWidths=(70, 24, 370))


def _ttd(isi: dict):
    pertama, kedua = isi["pertama"], isi["kedua"]
    tanggal = f"{isi['tempat']}, {isi['tanggal']}" if isi["tanggal"] else ""
    kiri = ["", "Pihak Kedua,", kedua["jabatan"].upper(), "", "ttd", "", kedua["nama"], "", ""]
    kanan = [
        tanggal,
        "Pihak Pertama,",
        pertama["jabatan"].upper(),
        "",
        "ttd",
        "",
        pertama["nama"],
        pertama["pangkat"],
        f"NIP {pertama['nip']}" if pertama["nip"] else "",
    ]
    return c.tanda_tangan(kiri, kanan)


def _sasaran(isi: dict):
    baris, gabung, lalu, nomor = (
        [["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"], list("12345")],
        [],
        None,
        0,
    )
    for satu in isi["sasaran"]:
        if satu[0] == lalu:
            gabung += [(len(baris) - 1, 0, len(baris), 0), (len(baris) - 1, 1, len(baris), 1)]
            baris.append(["", "", *satu[1:]])
            continue
        nomor, lalu = nomor + 1, satu[0]
        baris.append([str(nomor), *satu])
    return c.tabel(baris, (28, 165, 175, 50, 55), kepala=2, gabung=gabung)


def _anggaran(isi: dict):
    baris = [["No", "Program", "Anggaran", "Keterangan"]]
    baris += [[str(n), nama, f"Rp {jumlah}", ket] for n, (nama, jumlah, ket) in enumerate(isi["anggaran"], 1)]
    baris.append(["", "Jumlah", f"Rp {isi['total']}", ""])
    return c.tabel(baris, (28, 265, 105, 75))


def lain(d: dict) -> bytes:
    """The agreement of another official; d holds it under "pk"."""
    isi = d["pk"]
    pertama, kedua = isi["pertama"], isi["kedua"]
    doc = dok.baru()
    dok.kop(doc, {**d["umum"], "unit": isi.get("kepala_surat", d["umum"]["unit"])})
    dok.judul(doc, f"PERJANJIAN KINERJA TAHUN {isi['tahun']}")
    dok.teks(doc, isi["pembuka"])
    for orang, sebutan in ((pertama, "pihak pertama"), (kedua, "pihak kedua")):
        dok.tabel(doc, [["Nama", ":", orang["nama"]], ["Jabatan", ":", orang["jabatan"]]], garis=False)
        awal = (
            "Selanjutnya disebut" if sebutan == "pihak pertama" else "Selaku atasan pihak pertama, selanjutnya disebut"
        )
        dok.teks(doc, f"{awal} {sebutan}.")
    dok.teks(doc, isi["janji"])
    if isi["supervisi"]:
        dok.teks(doc, isi["supervisi"])
    _blok(doc, isi)
    dok.pindah_halaman(doc)
    dok.judul(doc, f"LAMPIRAN PERJANJIAN KINERJA TAHUN {isi['tahun']}", pertama["jabatan"].upper(), isi["unit"].upper())
    sasaran = [["No.", "Sasaran", "Indikator Kinerja", "Target"]]
    gabung, lalu = [], None
    for satu in isi["sasaran"]:
        if satu[0] == lalu:
            gabung.append((len(sasaran) - 1, 1, len(sasaran), 1))
        sasaran.append([str(len(sasaran)), satu[0] if satu[0] != lalu else "", satu[1], f"{satu[3]} {satu[2]}".strip()])
        lalu = satu[0]
    dok.tabel(doc, sasaran, gabung)
    doc.add_paragraph()
    anggaran = [["No.", isi["apa"], "Anggaran (Rp)", "Ket."]]
    anggaran += [[str(n), *satu] for n, satu in enumerate(isi["anggaran"], 1)]
    anggaran.append(["", "JUMLAH", isi["total"], ""])
    dok.tabel(doc, anggaran)
    _blok(doc, isi)
    return dok.simpan(doc)


def _blok(doc, isi: dict) -> None:
    pertama, kedua = isi["pertama"], isi["kedua"]
    tanggal = f"{isi['tempat']}, {isi['tanggal']}" if isi["tanggal"] else ""
    kiri = [
        "",
        "Pihak Kedua,",
        kedua["jabatan"],
        "",
        "ttd",
        "",
        kedua["nama"],
        kedua["pangkat"],
        f"NIP. {kedua['nip']}" if kedua["nip"] else "",
    ]
    kanan = [
        tanggal,
        "Pihak Pertama,",
        pertama["jabatan"],
        "",
        "ttd",
        "",
        pertama["nama"],
        pertama["pangkat"],
        f"NIP. {pertama['nip']}" if pertama["nip"] else "",
    ]
    doc.add_paragraph()
    dok.tabel(doc, [["\n".join(kiri), "\n".join(kanan)]], garis=False)
