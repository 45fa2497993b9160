"""Minutes of the quarterly meetings, each quarter in a layout of its own."""

from __future__ import annotations

from . import dok

KEPALA = ["Indikator", "Satuan", "Target", "Realisasi", "Capaian (%)"]


def bangun(d: dict) -> bytes:
    isi, umum = d["notulen"], d["umum"]
    doc = dok.baru()
    cetak = (_bab, _matriks, _huruf, _kotak)[isi["bentuk"] - 1 if "bentuk" in isi else isi["tw"] - 1]
    cetak(doc, isi, umum)
    dok.tanda_tangan(doc, f"{umum['kecamatan']}, {isi['tanggal']}", "Notulis,", d["kasubag"])
    return dok.simpan(doc)


def _kepala(doc, isi: dict, umum: dict, nama: str) -> None:
    dok.kop(doc, umum)
    dok.judul(doc, nama, f"TRIWULAN {isi['romawi']} TAHUN {isi['tahun']}")


def _acara(doc, isi: dict) -> None:
    dok.tabel(
        doc,
        [
            ["Hari/Tanggal", ":", isi["tanggal"]],
            ["Tempat", ":", "Aula Kantor Kecamatan"],
            ["Pimpinan rapat", ":", "Camat Lembah Pinus"],
            ["Peserta", ":", "Sekretaris Kecamatan, para Kepala Seksi dan Kepala Subbagian"],
        ],
        garis=False,
    )


def _bab(doc, isi: dict, umum: dict) -> None:
    """Word headings with automatic numbering under them."""
    _kepala(doc, isi, umum, "NOTULA RAPAT MONITORING DAN EVALUASI KINERJA")
    _acara(doc, isi)
    if isi["hasil"]:
        doc.add_heading("Capaian", 2)
        dok.teks(doc, isi["capaian"])
        dok.tabel(doc, [KEPALA, *isi["hasil"]])
    for nama, kunci in (
        ("Saran perbaikan", "rekomendasi"),
        ("Upaya yang dilakukan", "upaya"),
        ("Rencana tindak lanjut", "tindak"),
    ):
        if isi[kunci]:
            doc.add_heading(nama, 2)
            dok.senarai(doc, isi[kunci], "List Number" if kunci == "rekomendasi" else "List Bullet")


def _matriks(doc, isi: dict, umum: dict) -> None:
    """One table of results, one matrix with a column for each part."""
    _kepala(doc, isi, umum, "NOTULEN RAPAT EVALUASI CAPAIAN KINERJA")
    _acara(doc, isi)
    if isi["hasil"]:
        dok.teks(doc, "Hasil pengukuran (capaian kinerja):", tebal=True)
        dok.tabel(doc, [KEPALA, *isi["hasil"]])
    kolom = [
        (nama, kunci)
        for nama, kunci in (
            ("Rekomendasi", "rekomendasi"),
            ("Upaya Perbaikan Kinerja", "upaya"),
            ("Tindak Lanjut Rekomendasi Sebelumnya", "tindak"),
        )
        if isi[kunci]
    ]
    dok.teks(doc, "Pembahasan:", tebal=True)
    banyak = max(len(isi[kunci]) for _, kunci in kolom)
    baris = [[str(n + 1), *(isi[kunci][n] if n < len(isi[kunci]) else "" for _, kunci in kolom)] for n in range(banyak)]
    dok.tabel(doc, [["No", *(nama for nama, _ in kolom)], *baris])


def _huruf(doc, isi: dict, umum: dict) -> None:
    """Typed letters and numbers, the way minutes are typed by hand."""
    _kepala(doc, isi, umum, "NOTULEN RAPAT PEMANTAUAN KINERJA")
    dok.teks(
        doc,
        f"Pada hari ini, tanggal {isi['tanggal']}, bertempat di Aula Kantor Kecamatan, dilaksanakan rapat "
        f"dengan hasil sebagai berikut.",
    )
    bagian = [
        ("Hasil capaian kinerja", "hasil"),
        ("Rekomendasi", "rekomendasi"),
        ("Langkah perbaikan kinerja", "upaya"),
        ("Tindak lanjut atas rekomendasi triwulan sebelumnya", "tindak"),
    ]
    for huruf, (nama, kunci) in zip("ABCD", [satu for satu in bagian if isi[satu[1]]], strict=False):
        dok.teks(doc, f"{huruf}. {nama}")
        if kunci == "hasil":
            dok.bernomor(
                doc,
                [f"{satu[0]}: target {satu[2]}, realisasi {satu[3]} (capaian {satu[4]}%)." for satu in isi["hasil"]],
                "{}) ",
            )
        else:
            dok.bernomor(doc, isi[kunci], "{}) ")


def _kotak(doc, isi: dict, umum: dict) -> None:
    """A form of two columns: the part's name at the left, its items in one cell at the right."""
    _kepala(doc, isi, umum, "RISALAH RAPAT MONEV KINERJA")
    hasil = "\n".join(
        f"{satu[0]}: realisasi {satu[3]} dari target {satu[2]}, capaian {satu[4]}%" for satu in isi["hasil"]
    )
    baris = [
        ["Tanggal", isi["tanggal"]],
        ["Tempat", "Aula Kantor Kecamatan"],
        ["Capaian kinerja", hasil],
        *(
            [nama, "\n".join(f"{n}. {satu}" for n, satu in enumerate(isi[kunci], 1))]
            for nama, kunci in (
                ("Rekomendasi", "rekomendasi"),
                ("Upaya perbaikan", "upaya"),
                ("Tindak lanjut", "tindak"),
            )
        ),
    ]
    dok.tabel(doc, [satu for satu in baris if satu[1]])
