"""The LKjIP: chapters as separate files (first layout), or one document."""

from .angka_laporan import Bagian, bagian
from .bab3 import SEBAB, bab3, daftar_tabel
from .baris import KOP, tanda
from .data import KADIS, TUJUAN, UNIT, UNIT_LENGKAP
from .data_program import PROGRAM
from .naskah import Blok, Daftar, Halaman, Judul, Meja, Sel, Tabel, Teks, rupiah

KAKI = f"LKjIP {UNIT} Tahun "


def bab(m: Meja, dok: str, tahun: int) -> dict[str, list[Blok]]:
    """The report in parts: depan, bab1, bab2, bab3, bab4, lampiran."""
    isi = bagian(m, dok, tahun)
    return {
        "depan": _depan(m, dok, isi, tahun),
        "bab1": _bab1(m, dok, tahun),
        "bab2": _bab2(isi, tahun),
        "bab3": bab3(isi, tahun),
        "bab4": _bab4(isi),
        "lampiran": _lampiran(isi, tahun),
    }


def utuh(m: Meja, dok: str, tahun: int) -> list[Blok]:
    """The whole report in one document."""
    hasil: list[Blok] = []
    for bagiannya in bab(m, dok, tahun).values():
        hasil += [*bagiannya, Halaman()]
    return hasil[:-1]


def _depan(m: Meja, dok: str, isi: list[Bagian], tahun: int) -> list[Blok]:
    titik = "." * 40
    judul = (
        "KATA PENGANTAR i",
        "DAFTAR ISI ii",
        "DAFTAR TABEL iii",
        "IKHTISAR EKSEKUTIF iv",
        "BAB I PENDAHULUAN 1",
        "BAB II PERENCANAAN KINERJA 3",
        "BAB III AKUNTABILITAS KINERJA 6",
        "BAB IV PENUTUP 24",
        "LAMPIRAN 25",
    )
    semua = [a for b in isi for a in b.indikator]
    gagal = [a for a in semua if not a.tercapai]
    return [
        *KOP,
        Teks("LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)", "tengah", True),
        Teks(f"{UNIT_LENGKAP.upper()}", "tengah", True),
        Teks(f"TAHUN {tahun}", "tengah", True),
        Halaman(),
        Judul("KATA PENGANTAR"),
        Teks(
            f"Laporan Kinerja {UNIT} Tahun {tahun} disusun sebagai pertanggungjawaban atas Perjanjian Kinerja "
            f"Tahun {tahun}."
        ),
        tanda(KADIS, m(f"{dok}.tanggal", f"16 Februari {tahun + 1}")),
        Halaman(),
        Judul("DAFTAR ISI"),
        *(Teks(f"{t.rsplit(' ', 1)[0]} {titik} {t.rsplit(' ', 1)[1]}") for t in judul),
        Judul("DAFTAR TABEL"),
        Teks(f"Tabel 2.1 Perjanjian Kinerja Tahun {tahun} {titik} 4"),
        *(Teks(f"{t} {titik} {6 + u // 3}") for u, t in enumerate(daftar_tabel(isi, tahun))),
        Halaman(),
        Judul("IKHTISAR EKSEKUTIF"),
        Teks(
            f"Pada tahun {tahun} {UNIT} memiliki {len(isi)} sasaran strategis dengan {len(semua)} indikator "
            f"kinerja utama. "
            f"Sebanyak {len(semua) - len(gagal)} indikator mencapai target."
        ),
        *(
            Teks(
                f"Indikator {a.nama} terealisasi {a.realisasi} {a.satuan} dari target {a.target} {a.satuan} "
                f"dengan capaian "
                f"{a.capaian}%. {SEBAB[False]}"
            )
            for a in gagal
        ),
    ]


def _bab1(m: Meja, dok: str, tahun: int) -> list[Blok]:
    return [
        Judul("BAB I PENDAHULUAN"),
        Judul("1.1 Gambaran Umum Organisasi", 2),
        Teks(
            m(
                f"{dok}.gambaran",
                f"{UNIT_LENGKAP} melaksanakan urusan pemerintahan bidang perikanan dengan susunan "
                "organisasi Sekretariat, Bidang Perikanan Tangkap, serta Bidang Perikanan Budidaya dan "
                "Pengolahan Hasil.",
            )
        ),
        Judul("1.2 Permasalahan Utama", 2),
        Teks("Permasalahan utama yang dihadapi adalah:"),
        Daftar(
            m(
                f"{dok}.masalah",
                [
                    "Penyakit ikan pada musim kemarau menurunkan hasil panen budidaya.",
                    "Nelayan kecil belum seluruhnya memiliki kartu usaha.",
                    "Rantai dingin belum menjangkau seluruh tempat pelelangan ikan.",
                ],
            )
        ),
    ]


def _bab2(isi: list[Bagian], tahun: int) -> list[Blok]:
    baris: list = []
    for b in isi:
        kepala = [[a.nama, a.satuan, a.target] for a in b.indikator]
        baris += [[Sel(b.sasaran, len(kepala)), *kepala[0]], *kepala[1:]]
    return [
        Judul("BAB II PERENCANAAN KINERJA"),
        Judul("2.1 Rencana Strategis", 2),
        Teks(f"Renstra Tahun 2021-2026 menetapkan tujuan {TUJUAN} dengan {len(isi)} sasaran."),
        Judul("2.2 Program dan Kegiatan", 2),
        Daftar([f"{p.nama} dengan {len(p.kegiatan)} kegiatan." for p in PROGRAM]),
        Judul("2.3 Perjanjian Kinerja", 2),
        Teks(f"Tabel 2.1 Perjanjian Kinerja Tahun {tahun}", "tengah"),
        Tabel([["Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"]], baris, (6, 7, 2, 2)),
    ]


def _bab4(isi: list[Bagian]) -> list[Blok]:
    semua = [a for b in isi for a in b.indikator]
    return [
        Judul("BAB IV PENUTUP"),
        Judul("4.1 Kesimpulan", 2),
        Teks(f"Sebanyak {sum(a.tercapai for a in semua)} dari {len(semua)} indikator mencapai target."),
        Judul("4.2 Langkah Perbaikan", 2),
        Daftar(
            [
                "Memperkuat pengendalian penyakit ikan pada sentra budidaya.",
                "Memperluas pendampingan kelompok usaha perikanan.",
                "Menambah sarana rantai dingin di tempat pelelangan ikan.",
            ]
        ),
    ]


def _lampiran(isi: list[Bagian], tahun: int) -> list[Blok]:
    baris = [[b.sasaran, a.nama, a.satuan, a.akhir] for b in isi for a in b.indikator]
    return [
        Judul("LAMPIRAN"),
        Judul("Lampiran 1 Matriks Renstra Tahun 2021-2026", 2),
        Tabel([["Sasaran", "Indikator", "Satuan", "Target Akhir Renstra (2026)"]], baris, (6, 7, 2, 3)),
        Judul(f"Lampiran 2 Perjanjian Kinerja dan Pengukuran Kinerja Tahun {tahun - 1}", 2),
        Tabel(
            [["Indikator Kinerja", "Satuan", f"Realisasi Tahun {tahun - 1}"]],
            [[a.nama, a.satuan, a.lalu] for b in isi for a in b.indikator],
            (8, 3, 3),
        ),
        Judul(f"Lampiran 3 Perjanjian Kinerja Tahun {tahun}", 2),
        Tabel(
            [["Indikator Kinerja", "Satuan", f"Target Tahun {tahun}"]],
            [[a.nama, a.satuan, a.target] for b in isi for a in b.indikator],
            (8, 3, 3),
        ),
        Teks(f"Anggaran Perjanjian Kinerja Tahun {tahun} seluruhnya Rp{rupiah(sum(b.pagu for b in isi))}."),
    ]
