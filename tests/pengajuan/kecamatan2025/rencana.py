"""IKU, DPA and pohon kinerja as workbooks; Renja and Rencana Aksi as Word documents."""

from __future__ import annotations

from . import dok, lembar

TW = ("I", "II", "III", "IV")


def iku(d: dict) -> bytes:
    isi, umum, camat = d["iku"], d["umum"], d["camat"]
    wb = lembar.buku()
    kepala = [
        "No.",
        "Sasaran Strategis",
        "Indikator Kinerja Utama",
        "Satuan",
        "Formulasi Penghitungan",
        "Sumber Data",
        "Penanggung Jawab",
    ]
    if isi.get("tanpa_kolom"):
        kepala = [satu for satu in kepala if satu != isi["tanpa_kolom"]]
    baris = []
    for nomor, satu in enumerate(isi["baris"], 1):
        penuh = dict(
            zip(
                (
                    "No.",
                    "Sasaran Strategis",
                    "Indikator Kinerja Utama",
                    "Satuan",
                    "Formulasi Penghitungan",
                    "Sumber Data",
                    "Penanggung Jawab",
                ),
                [nomor, *satu],
                strict=True,
            )
        )
        baris.append([penuh[kolom] for kolom in kepala])
    kaki = [
        f"{umum['kecamatan']}, {isi['tanggal']}",
        "CAMAT LEMBAH PINUS",
        "ttd",
        camat["nama"],
        camat["pangkat"],
        f"NIP {camat['nip']}",
    ]
    lembar.lembar(
        wb,
        "IKU",
        [
            isi["judul"],
            f"{umum['unit'].upper()} KABUPATEN {umum['kabupaten'].upper()}",
            f"TAHUN {isi['tahun']}",
            f"Lampiran {isi['nomor']}" if isi["nomor"] else "",
        ],
        [kepala, *baris],
        kaki=kaki,
    )
    return lembar.simpan(wb)


def dpa(d: dict) -> bytes:
    isi, umum = d["dpa"], d["umum"]
    wb = lembar.buku()
    kepala = [
        "Kode Rekening",
        "Uraian Program, Kegiatan dan Sub Kegiatan",
        "Tolok Ukur / Indikator",
        "Target",
        "Satuan",
        "Jumlah (Rp)",
    ]
    angka = [[*baris[:5], int(baris[5].replace(".", ""))] for baris in isi["baris"]]
    lembar.lembar(
        wb,
        "DPA SKPD",
        [
            isi["judul"],
            f"{umum['unit'].upper()} KABUPATEN {umum['kabupaten'].upper()}",
            f"TAHUN ANGGARAN {isi['tahun']}",
            f"Nomor {isi['nomor']}",
            f"Tanggal pengesahan {isi['tanggal']}",
        ],
        [kepala, *angka, ["", "JUMLAH", "", "", "", int(isi["total"].replace(".", ""))]],
        kaki=[f"Arga Kencana, {isi['tanggal']}", "Pejabat Pengelola Keuangan Daerah", "ttd"],
    )
    return lembar.simpan(wb)


def pohon(d: dict) -> bytes:
    isi = d["pohon"]
    wb = lembar.buku()
    kepala = [
        "Jenjang",
        "Sasaran (final outcome)",
        "Indikator",
        "Intermediate outcome (program)",
        "Indikator program",
        "Pelaksana",
    ]
    lembar.lembar(wb, "Pohon Kinerja", [isi["judul"], "Penjenjangan kinerja (cascading)"], [kepala, *isi["baris"]])
    if isi["mitra"]:
        lembar.lembar(
            wb,
            "Crosscutting",
            ["CROSSCUTTING DENGAN PERANGKAT DAERAH LAIN"],
            [["Sasaran", "Perangkat daerah mitra (crosscutting)"], *([s, m] for s, m in isi["mitra"].items())],
        )
    return lembar.simpan(wb)


def renja(d: dict) -> bytes:
    isi, umum = d["renja"], d["umum"]
    doc = dok.baru(lanskap=True)
    dok.kop(doc, umum)
    dok.judul(
        doc,
        isi["judul"],
        umum["unit"].upper(),
        f"TAHUN {isi['tahun']}",
        f"Ditetapkan dengan {isi['nomor']}" if isi["nomor"] else "",
    )
    doc.add_heading("Bab I Pendahuluan", 1)
    dok.teks(doc, f"Renja {umum['unit']} Tahun {isi['tahun']} menjabarkan Renstra ke dalam rencana satu tahun.")
    doc.add_heading("Bab II Tujuan dan Sasaran", 1)
    dok.tabel(doc, [["Sasaran", "Indikator Sasaran", "Satuan", f"Target {isi['tahun']}"], *isi["sasaran"]])
    doc.add_heading("Bab III Rencana Kerja dan Pendanaan", 1)
    dok.tabel(
        doc,
        [
            ["Kode", "Program/Kegiatan/Sub Kegiatan", "Indikator Kinerja", f"Rencana Tahun {isi['tahun']}", "", ""],
            ["", "", "", "Target", "Satuan", "Pagu Indikatif (Rp)"],
            *isi["baris"],
        ],
        gabung=[(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 5)],
    )
    doc.add_heading("Bab IV Penutup", 1)
    dok.teks(doc, "Renja ini menjadi acuan penyusunan RKA.")
    dok.tanda_tangan(doc, f"{umum['kecamatan']}, {isi['tanggal']}", "Camat Lembah Pinus,", d["camat"])
    return dok.simpan(doc)


def aksi(d: dict) -> bytes:
    isi = d["aksi"]
    doc = dok.baru(lanskap=True)
    dok.judul(doc, isi["judul"], isi["unit"].upper())
    lebar = 10
    sasaran = [
        [
            "NO",
            "SASARAN STRATEGIS",
            "INDIKATOR KINERJA",
            "SATUAN",
            "TARGET TAHUN 2025",
            "TARGET TRIWULAN",
            "",
            "",
            "",
            "DATA DUKUNG",
            "UNIT PELAKSANA",
        ],
        ["", "", "", "", "", *TW, "", ""],
        [str(n) for n in range(1, lebar + 2)],
    ]
    gabung = [(0, n, 1, n) for n in (0, 1, 2, 3, 4, 9, 10)] + [(0, 5, 0, 8)]
    nomor, lalu = 0, None
    for satu in isi["sasaran"]:
        if satu[0] == lalu:
            gabung += [(len(sasaran) - 1, 0, len(sasaran), 0), (len(sasaran) - 1, 1, len(sasaran), 1)]
            sasaran.append(["", "", *satu[1:]])
            continue
        nomor, lalu = nomor + 1, satu[0]
        sasaran.append([str(nomor), *satu])
    dok.tabel(doc, sasaran, gabung)
    doc.add_paragraph()
    aksi_ = [
        ["NO", "PROGRAM", "", "", "KEGIATAN", "", "", "AKSI", "JADWAL PELAKSANAAN TRIWULAN", "", "", ""],
        ["", "NAMA", "INDIKATOR", "TARGET", "NAMA", "INDIKATOR", "TARGET", "", *TW],
        [str(n) for n in range(1, 13)],
    ]
    nomor = 0
    for satu in isi["aksi"]:
        nomor += bool(satu[0])
        tanda = ["√" if tw in satu[7].split() else "" for tw in TW]
        aksi_.append([str(nomor) if satu[0] else "", *satu[:7], *tanda])
    dok.tabel(doc, aksi_, [(0, 0, 1, 0), (0, 1, 0, 3), (0, 4, 0, 6), (0, 7, 1, 7), (0, 8, 0, 11)])
    if isi["tanggal"]:
        dok.tanda_tangan(doc, f"{isi['tempat']}, {isi['tanggal']}", "CAMAT LEMBAH PINUS", isi["orang"])
    return dok.simpan(doc)
