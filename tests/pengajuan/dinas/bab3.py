"""BAB III of the report: nine small parts for every sasaran, each with a table of its own, then the budget."""

from collections.abc import Iterator
from itertools import count

from .angka_laporan import Bagian, persen, selisih
from .data_program import PROGRAM
from .naskah import Blok, Judul, Sel, Tabel, Teks, rupiah

SEBAB = {
    True: "Keberhasilan didorong oleh pendampingan kelompok secara berkala. Solusi yang telah dilakukan: jadwal "
    "pendampingan "
    "dipertahankan dan diperluas ke kecamatan lain.",
    False: "Target belum tercapai karena serangan penyakit ikan di tiga kecamatan pada triwulan III. Solusi yang telah "
    "dilakukan: penyaluran vaksin ikan dan pengaturan kembali jadwal tebar.",
}


def bab3(isi: list[Bagian], tahun: int) -> list[Blok]:
    nomor = count(1)
    hasil: list[Blok] = [Judul("BAB III AKUNTABILITAS KINERJA"), Judul("3.1 Capaian Kinerja Organisasi", 2)]
    total = sum(b.pagu for b in isi)
    for urut, b in enumerate(isi, 1):
        hasil += [
            Judul(f"3.1.{urut} Capaian Kinerja Sasaran Strategis {b.sasaran}", 3),
            *_sasaran(b, tahun, total, nomor),
        ]
    return [*hasil, Judul("3.2 Realisasi Anggaran", 2), *_anggaran(isi, tahun, nomor)]


def daftar_tabel(isi: list[Bagian], tahun: int) -> list[str]:
    """Captions of all tables of the chapter, for the list of tables."""
    return [b.teks for b in bab3(isi, tahun) if isinstance(b, Teks) and b.teks.startswith("Tabel 3.")]


def _sasaran(b: Bagian, tahun: int, total: int, nomor: Iterator[int]) -> list[Blok]:
    def tabel(judul: str, kepala: list, baris: list, lebar: tuple[float, ...]) -> list[Blok]:
        return [Teks(f"Tabel 3.{next(nomor)} {judul}", "tengah"), Tabel(kepala, baris, lebar)]

    gagal = [a for a in b.indikator if not a.tercapai]
    uraian = "; ".join(f"{a.nama} terealisasi {a.realisasi} {a.satuan} dari target {a.target}" for a in b.indikator)
    kinerja = persen(b.serap, b.pagu)
    return [
        Teks("a. Perbandingan antara Target dan Realisasi Kinerja", tebal=True),
        *tabel(
            f"Target dan Realisasi Tahun {tahun}",
            [["Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"]],
            [[a.nama, a.satuan, a.target, a.realisasi, a.capaian] for a in b.indikator],
            (7, 3, 2, 2, 2),
        ),
        Teks(f"Analisis: {uraian}."),
        Teks(f"b. Perbandingan Realisasi Kinerja Tahun {tahun - 1} dengan Tahun {tahun}", tebal=True),
        *tabel(
            f"Realisasi Tahun {tahun - 1} dan {tahun}",
            [
                [Sel("Indikator Kinerja", 2), Sel(f"Target {tahun}", 2), Sel("Realisasi", 1, 2)],
                [f"Tahun {tahun - 1}", f"Tahun {tahun}"],
            ],
            [[a.nama, a.target, a.lalu, a.realisasi] for a in b.indikator],
            (8, 3, 3, 3),
        ),
        Teks(f"c. Perbandingan Realisasi Kinerja Tahun {tahun} dengan Target Akhir Renstra", tebal=True),
        *tabel(
            "Kemajuan terhadap Akhir Renstra",
            [["Indikator Kinerja", "Target Akhir Renstra (2026)", f"Realisasi {tahun}", "Tingkat Kemajuan (%)"]],
            [[a.nama, a.akhir, a.realisasi, a.kemajuan] for a in b.indikator],
            (8, 3, 3, 3),
        ),
        Teks("d. Perbandingan Realisasi Kinerja dengan Standar Nasional", tebal=True),
        Teks("Tidak terdapat standar nasional bagi indikator pada sasaran ini."),
        Teks("e. Alokasi Anggaran per Sasaran", tebal=True),
        *tabel(
            "Alokasi Anggaran",
            [["Sasaran Strategis", "Anggaran (Rp)", "Persentase terhadap Anggaran Dinas (%)"]],
            [[b.sasaran, rupiah(b.pagu), persen(b.pagu, total)]],
            (8, 4, 4),
        ),
        Teks("f. Pencapaian Kinerja dan Anggaran", tebal=True),
        *tabel(
            "Kinerja dan Anggaran",
            [
                [Sel("Indikator Kinerja", 2), Sel("Kinerja", 1, 3), Sel("Anggaran", 1, 3)],
                ["Target", "Realisasi", "Capaian (%)", "Pagu (Rp)", "Realisasi (Rp)", "Capaian (%)"],
            ],
            [
                [
                    b.indikator[0].nama,
                    b.indikator[0].target,
                    b.indikator[0].realisasi,
                    b.indikator[0].capaian,
                    *(Sel(t, len(b.indikator)) for t in (rupiah(b.pagu), rupiah(b.serap), kinerja)),
                ],
                *([a.nama, a.target, a.realisasi, a.capaian] for a in b.indikator[1:]),
            ],
            (6, 2, 2, 2, 3, 3, 2),
        ),
        Teks("g. Efisiensi Penggunaan Sumber Daya", tebal=True),
        *tabel(
            "Efisiensi",
            [["Indikator Kinerja", "Capaian Kinerja (%)", "Penyerapan Anggaran (%)", "Tingkat Efisiensi (%)"]],
            [[a.nama, a.capaian, kinerja, selisih(a.capaian, kinerja)] for a in b.indikator],
            (7, 3, 3, 3),
        ),
        Teks("h. Analisis Penyebab Keberhasilan dan Kegagalan serta Solusi", tebal=True),
        *tabel(
            "Analisis Penyebab",
            [["Indikator Kinerja", "Target", "Realisasi", "Analisis Penyebab dan Solusi"]],
            [[a.nama, a.target, a.realisasi, SEBAB[a.tercapai]] for a in b.indikator],
            (5, 2, 2, 8),
        ),
        *([Teks(f"{a.nama} belum mencapai target. {SEBAB[False]}") for a in gagal]),
        Teks("i. Analisis Program dan Kegiatan yang Menunjang", tebal=True),
        *tabel(
            "Program dan Kegiatan Penunjang",
            [["Program/Kegiatan Penunjang", "Uraian Dukungan"]],
            [[k.nama, f"{k.aksi} mendukung sasaran ini"] for k, _, _ in b.kegiatan],
            (9, 7),
        ),
    ]


def _anggaran(isi: list[Bagian], tahun: int, nomor: Iterator[int]) -> list[Blok]:
    uang = {k.kode: (alokasi, serap) for b in isi for k, alokasi, serap in b.kegiatan}
    baris: list = []
    for p in PROGRAM:
        milik = [k for k in p.kegiatan if k.kode in uang]
        alokasi, serap = (sum(uang[k.kode][s] for k in milik) for s in (0, 1))
        baris.append([p.nama, "", rupiah(alokasi), rupiah(serap), persen(serap, alokasi)])
        baris += [
            ["", k.nama, *(rupiah(n) for n in uang[k.kode]), persen(uang[k.kode][1], uang[k.kode][0])] for k in milik
        ]
    alokasi, serap = (sum(n[s] for n in uang.values()) for s in (0, 1))
    return [
        Teks(f"Tabel 3.{next(nomor)} Realisasi Anggaran Tahun {tahun}", "tengah"),
        Tabel(
            [["Program", "Kegiatan", "Pagu Anggaran (Rp)", "Realisasi (Rp)", "%"]],
            [*baris, [Sel("JUMLAH", 1, 2), rupiah(alokasi), rupiah(serap), persen(serap, alokasi)]],
            (5, 6, 3, 3, 2),
        ),
        Teks(f"Dari pagu sebesar Rp{rupiah(alokasi)} terealisasi Rp{rupiah(serap)} atau {persen(serap, alokasi)}%."),
    ]
