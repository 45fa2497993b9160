"""Last year's evaluation as the Bupati's letter and as the Inspektorat's report; the matrix of its follow-up."""

from __future__ import annotations

from . import dok, lembar

HURUF = "abcdefghijkl"


def surat(d: dict) -> bytes:
    isi, umum = d["lhe"], d["umum"]
    doc = dok.baru()
    dok.judul(doc, f"BUPATI {umum['kabupaten'].upper()}")
    dok.teks(doc, f"{umum['kabupaten']}, {isi['tanggal_surat']}")
    dok.tabel(
        doc,
        [
            ["Nomor", f": {isi['nomor_surat']}", "Kepada"],
            ["Sifat", ": Segera", f"Yth. Camat {umum['kecamatan']}"],
            ["Lampiran", ": 1 (satu) berkas", "di -"],
            [
                "Hal",
                f": Tindak Lanjut Laporan Hasil Evaluasi AKIP {umum['unit']} Tahun {isi['tahun']}",
                umum["kecamatan"],
            ],
        ],
        garis=False,
    )
    dok.teks(
        doc,
        f"Berdasarkan Laporan Hasil Evaluasi Inspektorat Daerah Kabupaten {umum['kabupaten']} Nomor "
        f"{isi['nomor']} tanggal {isi['tanggal']} "
        f"tentang Laporan Hasil Evaluasi Akuntabilitas Kinerja Instansi Pemerintah (AKIP) {umum['unit']} Tahun "
        f"{isi['tahun']}, masih terdapat "
        "permasalahan sebagai berikut:",
    )
    for nomor, satu in enumerate(isi["komponen"], 1):
        dok.teks(doc, f"{nomor}. {satu['nama']}, bobot {satu['bobot']} mendapat nilai {satu['nilai']}", tebal=True)
        for huruf, butir in zip(HURUF, satu["catatan"], strict=False):
            dok.teks(doc, f"{huruf}. {butir};")
    dok.teks(doc, "Sehubungan dengan hal tersebut, Saudara agar melakukan langkah perbaikan sebagai berikut:")
    for nomor, satu in enumerate(isi["komponen"], 1):
        dok.teks(doc, f"{nomor}. Komponen {satu['nama']}", tebal=True)
        for huruf, butir in zip(HURUF, satu["rekomendasi"], strict=False):
            dok.teks(doc, f"{huruf}. {butir};")
    dok.teks(
        doc,
        "Tindak lanjut atas rekomendasi agar dilaporkan kepada Bupati melalui Inspektur Daerah paling lambat 60 "
        "(enam puluh) hari sejak surat ini diterima.",
    )
    dok.tanda_tangan(doc, "", f"BUPATI {umum['kabupaten'].upper()},", isi["bupati"])
    return dok.simpan(doc)


def laporan(d: dict) -> bytes:
    isi, umum = d["lhe"], d["umum"]
    doc = dok.baru()
    dok.judul(
        doc,
        f"PEMERINTAH KABUPATEN {umum['kabupaten'].upper()}",
        "INSPEKTORAT DAERAH",
        "LAPORAN HASIL EVALUASI",
        f"AKUNTABILITAS KINERJA INSTANSI PEMERINTAH {umum['unit'].upper()} TAHUN {isi['tahun']}",
        f"NOMOR: {isi['nomor']}",
        f"TANGGAL: {isi['tanggal'].upper()}",
    )
    doc.add_heading("I. Pendahuluan", 1)
    dok.teks(doc, f"Evaluasi dilaksanakan berdasarkan {isi['dasar']}.")
    doc.add_heading("II. Hasil Evaluasi", 1)
    dok.teks(
        doc,
        f"{umum['unit']} memperoleh nilai {isi['nilai']} dengan predikat {isi['predikat']} ({isi['sebutan']}), "
        f"dengan rincian:",
    )
    dok.tabel(
        doc,
        [
            ["No", "Komponen yang Dinilai", "Bobot", "Nilai"],
            *([str(n), satu["nama"], satu["bobot"], satu["nilai"]] for n, satu in enumerate(isi["komponen"], 1)),
            ["", "Nilai Hasil Evaluasi", "100", isi["nilai"]],
            ["", "Tingkat Akuntabilitas Kinerja", "", isi["predikat"]],
        ],
    )
    for huruf, satu in zip("ABCD", isi["komponen"], strict=True):
        doc.add_heading(f"{huruf}. {satu['nama']}", 2)
        dok.teks(doc, "Catatan hasil evaluasi:")
        dok.senarai(doc, satu["catatan"], "List Bullet")
        dok.teks(doc, "Rekomendasi:")
        dok.bernomor(doc, satu["rekomendasi"])
    doc.add_heading("III. Penutup", 1)
    dok.teks(doc, "Laporan ini disampaikan untuk ditindaklanjuti.")
    dok.tanda_tangan(doc, f"{umum['kabupaten']}, {isi['tanggal']}", "INSPEKTUR,", isi["orang"])
    return dok.simpan(doc)


def matriks(d: dict) -> bytes:
    isi, umum = d["tindak"], d["umum"]
    wb = lembar.buku()
    kepala = [
        "No",
        "Rekomendasi LHE",
        "Tindak Lanjut yang Telah Dilakukan",
        "Bukti Dukung",
        "Status",
        "Tanggal Pelaksanaan",
        "Penanggung Jawab",
    ]
    lembar.lembar(
        wb,
        "TL LHE",
        [
            isi["judul"],
            f"{umum['unit'].upper()} KABUPATEN {umum['kabupaten'].upper()}",
            f"LHE diterima tanggal {isi['diterima']}",
        ],
        [kepala, *([n, *satu] for n, satu in enumerate(isi["baris"], 1))],
        kaki=[f"{umum['kecamatan']}, 12 September 2025", "Camat Lembah Pinus", "ttd", d["camat"]["nama"]],
    )
    return lembar.simpan(wb)
