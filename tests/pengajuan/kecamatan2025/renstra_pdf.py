"""The Renstra as a PDF in the staircase layout of the five-year plans of 2025: one level per column, code with name."""

from __future__ import annotations

from . import cetak as c

TAHUN = ("2025", "2026", "2027", "2028", "2029")


def bangun(d: dict) -> bytes:
    umum, isi = d["umum"], d["renstra"]
    nama, kabupaten = umum["unit"], f"Kabupaten {umum['kabupaten']}"
    cerita = [
        c.jeda(120),
        c.par(isi["judul"], c.BAB),
        c.par(f"{nama.upper()} {kabupaten.upper()}", c.BAB),
        c.par(f"TAHUN {isi['periode']}", c.BAB),
        c.jeda(30),
        c.par(isi["nomor"], c.TENGAH),
        c.par(f"Ditetapkan tanggal {isi['tanggal']}" if isi["tanggal"] else "", c.TENGAH),
        c.halaman_baru(),
        c.par("BAB I", c.BAB),
        c.par("PENDAHULUAN", c.BAB),
        c.par("1.1 Latar Belakang", c.SUB),
        c.par(
            f"Renstra {nama} memuat tujuan, sasaran, program, kegiatan dan sub kegiatan untuk lima tahun, sebagai "
            f"penjabaran RPJMD {kabupaten} Tahun 2025-2029."
        ),
        c.par("1.2 Dasar Hukum", c.SUB),
        *(c.par(f"{n}. {satu};", c.BUTIR) for n, satu in enumerate(isi["dasar"], 1)),
        c.par("BAB II", c.BAB),
        c.par(f"GAMBARAN PELAYANAN {nama.upper()}", c.BAB),
        c.par(f"{nama} membawahi 18 desa. Pelayanan diberikan oleh sekretariat dan empat seksi dengan 21 aparatur."),
        c.par("BAB III", c.BAB),
        c.par("TUJUAN, SASARAN, STRATEGI DAN ARAH KEBIJAKAN", c.BAB),
        c.par("Tujuan dan sasaran beserta indikatornya disajikan pada tabel berikut.", c.BIASA),
        c.par("Tabel 3.1", c.TEBAL),
        c.par(f"Tujuan dan Sasaran Jangka Menengah Pelayanan {nama}", c.TEBAL),
        _tujuan(isi),
        c.halaman_baru(),
        c.par("BAB IV", c.BAB),
        c.par("PROGRAM, KEGIATAN, SUB KEGIATAN DAN KINERJA PENYELENGGARAAN", c.BAB),
        c.par("Tabel 4.1", c.TEBAL),
        c.par(f"Rumusan Program/Kegiatan/Sub Kegiatan Renstra {nama}", c.TEBAL),
        _tangga(isi),
    ]
    if isi["tabel_program"]:
        cerita += [
            c.halaman_baru(),
            c.par("Tabel 4.2", c.TEBAL),
            c.par(f"Rencana Program/Kegiatan/Sub Kegiatan dan Pendanaan {nama} Tahun {isi['periode']}", c.TEBAL),
            _dana(isi),
        ]
    cerita += [
        c.halaman_baru(),
        c.par("Tabel 4.3", c.TEBAL),
        c.par(f"Indikator Kinerja Utama {nama}", c.TEBAL),
        _utama(isi),
        c.jeda(24),
        c.par("BAB V", c.BAB),
        c.par("PENUTUP", c.BAB),
        c.par(f"Renstra ini menjadi pedoman penyusunan Renja {nama} setiap tahun."),
        c.jeda(20),
        *_ttd(d),
    ]
    return c.simpan(cerita, lanskap=True, kaki=f"Renstra {nama} Tahun {isi['periode']}")


def _ttd(d: dict) -> list:
    camat = d["camat"]
    return [
        c.tanda_tangan(
            [
                f"{d['umum']['kecamatan']}, {d['renstra']['tanggal']}",
                "CAMAT,",
                "",
                "ttd",
                "",
                camat["nama"],
                camat["pangkat"],
                f"NIP {camat['nip']}",
            ]
        )
    ]


def _tujuan(isi: dict):
    baris = [
        ["Tujuan", "Sasaran", "Indikator", "Satuan", "Baseline\n2024", *TAHUN],
        [f"({n})" for n in range(1, 11)],
        [
            isi["tujuan"],
            "",
            *isi.get(
                "indikator_tujuan",
                ["Indeks Kinerja Kewilayahan", "Indeks", "71,00", "72,00", "73,00", "74,00", "75,00", "76,00"],
            ),
        ],
    ]
    gabung, nomor, lalu = [], 0, None
    for satu in isi["sasaran"]:
        if satu["sasaran"] != lalu:
            nomor, lalu = nomor + 1, satu["sasaran"]
            teks = f"Sasaran {nomor}: {satu['sasaran']}"
        else:
            teks = ""
            gabung.append((len(baris) - 1, 1, len(baris), 1))
        baris.append(["", teks, satu["indikator"], satu["satuan"], satu["awal"], *satu["target"]])
    return c.tabel(baris, (100, 150, 160, 45, 48, 44, 44, 44, 44, 44), kepala=2, gabung=gabung)


def _tangga(isi: dict):
    """Each level in its own column with blanks above and to the left; the indicator stands on the level's own row."""
    baris = [
        ["Tujuan", "Sasaran", "Outcome", "Output", "Indikator", "Program/Kegiatan/Sub Kegiatan", "Ket."],
        [str(n) for n in range(1, 8)],
        [isi["tujuan"], "", "", "", "Indeks Kinerja Kewilayahan", "", ""],
    ]
    lalu = None
    for satu in isi["sasaran"]:
        baris.append(["", satu["sasaran"] if satu["sasaran"] != lalu else "", "", "", satu["indikator"], "", ""])
        lalu = satu["sasaran"]
    for satu in isi["program"]:
        tingkat = satu["kode"].count(".")
        if tingkat == 2:
            baris.append(["", "", satu["hasil"], "", satu["indikator"], f"{satu['kode']} {satu['nama']}", ""])
        else:
            baris.append(
                ["", "", "", "", satu["indikator"] if tingkat == 4 else "", f"{satu['kode']} {satu['nama']}", ""]
            )
    return c.tabel(baris, (80, 100, 105, 60, 170, 180, 27), kepala=2)


def _dana(isi: dict):
    atas = [
        "Program/Kegiatan/Sub Kegiatan",
        "Indikator Outcome/Output",
        "Satuan",
        "Target dan Pagu Indikatif Tahun",
        *[""] * 9,
    ]
    tahun, bawah = ["", "", ""], ["", "", ""]
    for satu in TAHUN:
        tahun += [satu, ""]
        bawah += ["Target", "Pagu (Rp)"]
    baris = [atas, tahun, bawah, [str(n) for n in range(1, 14)]]
    for satu in isi["program"]:
        nilai = [sel for pasangan in zip(satu["target"], satu["pagu"], strict=True) for sel in pasangan]
        baris.append([f"{satu['kode']} {satu['nama']}", satu["indikator"], satu["satuan"], *nilai])
    gabung = [(0, 0, 2, 0), (0, 1, 2, 1), (0, 2, 2, 2), (0, 3, 0, 12), *((1, n, 1, n + 1) for n in range(3, 13, 2))]
    return c.tabel(baris, (130, 120, 48, *(26, 62) * 5), kepala=4, gabung=gabung, gaya=c.KECIL)


def _utama(isi: dict):
    baris = [["No", "Indikator", "Satuan", *TAHUN]]
    baris += [[str(n), satu["indikator"], satu["satuan"], *satu["target"]] for n, satu in enumerate(isi["sasaran"], 1)]
    return c.tabel(baris, (30, 300, 60, 60, 60, 60, 60, 60))
