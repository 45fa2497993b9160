"""PKPK of a quarter as a Word document with the budget before the performance, of the year as a workbook; e-kinerja."""

from __future__ import annotations

import csv
import io

from . import dok, lembar


def pkpk(d: dict) -> bytes:
    isi, umum = d["pkpk"], d["umum"]
    doc = dok.baru(lanskap=True)
    dok.judul(doc, isi["judul"], f"TRIWULAN {isi['triwulan']} TAHUN {isi['tahun']}")
    tabel = [
        [
            "No",
            "Program dan Kegiatan",
            "Anggaran",
            "",
            "",
            "Tujuan",
            "Sasaran Strategis",
            "Indikator Kinerja",
            "Satuan",
            "Kinerja",
            "",
            "",
            "Keterangan",
        ],
        [
            "",
            "",
            "Pagu (Rp)",
            "Realisasi (Rp)",
            "Capaian (%)",
            "",
            "",
            "",
            "",
            "Target",
            "Realisasi",
            "Capaian (%)",
            "",
        ],
        [f"({n})" for n in range(1, 14)],
    ]
    gabung = [(0, n, 1, n) for n in (0, 1, 5, 6, 7, 8, 12)] + [(0, 2, 0, 4), (0, 9, 0, 11)]
    for nomor, satu in enumerate(isi["baris"], 1):
        awal = len(tabel)
        kinerja = [
            satu["tujuan"],
            satu["sasaran"],
            satu["indikator"],
            satu["satuan"],
            satu["target"],
            satu["realisasi"],
            satu["capaian"],
            satu["ket"],
        ]
        for urut, dana in enumerate(satu["anggaran"]):
            tabel.append([str(nomor), *dana, *kinerja] if urut == 0 else ["", *dana, *[""] * 8])
        if len(tabel) - 1 > awal:
            gabung += [(awal, n, len(tabel) - 1, n) for n in (0, *range(5, 13))]
    dok.tabel(doc, tabel, gabung)
    dok.tanda_tangan(
        doc, f"{umum['kecamatan']}, {isi['tanggal']}" if isi["tanggal"] else "", "Camat Lembah Pinus,", d["camat"]
    )
    return dok.simpan(doc)


def pkpk_tahun(d: dict) -> bytes:
    isi, umum, camat = d["pkpk_tahun"], d["umum"], d["camat"]
    wb = lembar.buku()
    kepala = [
        [
            "No",
            "Sasaran Strategis",
            "Indikator Kinerja",
            "Satuan",
            "Tahun 2025",
            "",
            "",
            "Program dan Kegiatan",
            "Anggaran",
            "",
            "",
            "Kondisi Akhir Periode Renstra",
            "Capaian s.d. Tahun Ini (%)",
            "Ket",
        ],
        ["", "", "", "", "Target", "Realisasi", "Capaian (%)", "", "Pagu", "Realisasi", "Capaian (%)", "", "", ""],
    ]
    baris = [
        [
            n,
            satu["sasaran"],
            satu["indikator"],
            satu["satuan"],
            satu["target"],
            satu["realisasi"],
            satu["capaian"],
            satu["anggaran"][0],
            int(satu["anggaran"][1].replace(".", "")),
            int(satu["anggaran"][2].replace(".", "")),
            satu["anggaran"][3],
            satu["akhir"],
            satu["maju"],
            satu["ket"],
        ]
        for n, satu in enumerate(isi["baris"], 1)
    ]
    area = [f"{huruf}4:{huruf}5" for huruf in "ABCDHLMN"] + ["E4:G4", "I4:K4"]
    lembar.lembar(
        wb,
        "Tahunan",
        [isi["judul"], umum["unit"].upper()],
        [*kepala, *baris],
        kepala=2,
        gabung=area,
        kaki=[
            f"{umum['kecamatan']}, {isi['tanggal']}",
            "Camat Lembah Pinus",
            "ttd",
            camat["nama"],
            camat["pangkat"],
            f"NIP {camat['nip']}",
        ],
    )
    return lembar.simpan(wb)


KEPALA = ["NIP", "Nama Pegawai", "Jabatan", "Jumlah Laporan Bulanan", "Pengisian", "Verifikasi Pejabat Penilai"]


def ekinerja_csv(d: dict) -> bytes:
    keluar = io.StringIO()
    tulis = csv.writer(keluar, delimiter=";", lineterminator="\n")
    tulis.writerow(["REKAPITULASI PENGISIAN E-KINERJA KECAMATAN LEMBAH PINUS TAHUN 2025"])
    tulis.writerow(KEPALA)
    tulis.writerows(d["ekinerja"]["baris"])
    return keluar.getvalue().encode()


def ekinerja_xlsx(d: dict) -> bytes:
    wb = lembar.buku()
    lembar.lembar(
        wb, "Sheet1", ["REKAP E-KINERJA TAHUN 2025", "KECAMATAN LEMBAH PINUS"], [KEPALA, *d["ekinerja"]["baris"]]
    )
    return lembar.simpan(wb)
