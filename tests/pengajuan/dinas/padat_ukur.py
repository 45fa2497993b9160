"""Third layout, measurement and report: four quarters in one workbook with numeric cells; one table for all sasaran."""

from decimal import Decimal

from .aksi import ROMAWI, target_tw
from .angka_laporan import Angka, Bagian, bagian, persen, selisih
from .bab3 import SEBAB
from .baris import kelompok, nama, satuan, tanda
from .data import KADIS, TAHUN, TUJUAN, UNIT_LENGKAP
from .data_indikator import Indikator
from .laporan import bab
from .naskah import Baris, Blok, Halaman, Judul, Meja, Sel, Tabel, Teks, angka, baca, capaian, rupiah
from .padat import lama
from .ukur import TANGGAL, realisasi
from .ukur import belanja as _belanja_tw


def _sel(teks: str, ukuran: str = "") -> Sel:
    """A numeric cell: percentages are kept as fractions, as spreadsheets do; anything else stays text."""
    try:
        nilai = float(baca(teks))
    except ArithmeticError:
        return Sel(teks)
    if ukuran == "%":
        return Sel(teks, angka=round(nilai / 100, 6), format="0.00%")
    return Sel(teks, angka=nilai, format="#,##0.00" if "," in teks else "#,##0")


def triwulan(m: Meja, tw: int) -> list[Blok]:
    """The sheet of one quarter."""
    dok = f"pkpk{tw}"
    judul = m(f"{dok}.judul", f"TRIWULAN {ROMAWI[tw - 1]} TAHUN {TAHUN}")
    kepala = [
        [
            Sel("No", 2),
            Sel("Tujuan", 2),
            Sel("Sasaran", 2),
            Sel("Indikator Kinerja", 2),
            Sel("Satuan", 2),
            Sel("Kinerja", 1, 3),
            Sel("Program/Kegiatan", 2),
            Sel("Anggaran", 1, 3),
            Sel("Keterangan (pembilang/penyebut)", 2),
        ],
        [
            f"Target TW {ROMAWI[tw - 1]}",
            f"Realisasi TW {ROMAWI[tw - 1]}",
            "Capaian",
            "Pagu",
            "Realisasi",
            "Serapan (%)",
        ],
    ]
    isi: list = []
    sudah: set[str] = set()
    for u, (sasaran, milik) in enumerate(kelompok(m, dok), 1):
        isi += _isi(m, dok, tw, [str(u), TUJUAN, sasaran], milik, sudah)
    return [
        Halaman(f"TW {ROMAWI[tw - 1]}"),
        Judul("PENGUKURAN KINERJA"),
        Judul(UNIT_LENGKAP.upper()),
        Judul(judul),
        Tabel(kepala, isi, (1, 5, 5, 6, 2, 3, 3, 3, 8, 4, 4, 2, 5)),
        tanda(KADIS, m(f"{dok}.tanggal", TANGGAL[tw])),
    ]


def _isi(m: Meja, dok: str, tw: int, depan: list[str], milik: list[Indikator], sudah: set[str]) -> list:
    belanja = [
        [Sel(uraian), *(_sel(teks) for teks in uang)] for uraian, *uang in _belanja_tw(m, dok, milik[0], tw, sudah)
    ]
    n = max(len(milik), len(belanja))
    hasil = []
    for v in range(n):
        kiri: Baris = [*depan] if v == 0 else [""] * 3
        tengah: Baris = [""] * 5
        catatan = ""
        if v < len(milik):
            i = milik[v]
            ukuran = satuan(m, dok, i)
            t, r = target_tw(m, dok, i, tw), realisasi(m, dok, i, tw)
            angkanya = capaian(*(None if x in ("-", "") else baca(x) for x in (t, r)), i.turun)
            c = m(f"{dok}.capaian.{i.kunci}", angka(angkanya))
            tengah = [lama(nama(m, dok, i)), ukuran, _sel(t, ukuran), _sel(r, ukuran), _sel(c, "%")]
            catatan = m(f"{dok}.hitungan.{i.kunci}", i.hitungan[tw - 1])
        kanan = belanja[v] if v < len(belanja) else [""] * 4
        hasil.append([*kiri, *tengah, *kanan, catatan])
    return hasil


def laporan(m: Meja, dok: str, tahun: int) -> list[Blok]:
    """The whole report; BAB III has one table for each comparison, with a line of its own for every sasaran."""
    bagiannya = bab(m, dok, tahun)
    isi = bagian(m, dok, tahun)
    hasil: list[Blok] = []
    for kunci, blok in {**bagiannya, "bab3": _bab3(isi, tahun)}.items():
        hasil += [*([Halaman()] if hasil else []), *blok] if kunci else []
    return hasil


def _bab3(isi: list[Bagian], tahun: int) -> list[Blok]:
    total = sum(b.pagu for b in isi)

    def tabel(n: int, judul: str, kolom: list[str], ambil, lebar: tuple[int, ...]) -> list[Blok]:
        baris: list = []
        for u, b in enumerate(isi, 1):
            baris.append([Sel(f"Sasaran {u}: {b.sasaran}", 1, len(kolom) + 1)])
            baris += [[f"{u}.{v}", *ambil(b, a)] for v, a in enumerate(b.indikator, 1)]
        return [Teks(f"Tabel 3.{n} {judul}", "tengah"), Tabel([["No", *kolom]], baris, lebar)]

    def uang(b: Bagian) -> str:
        return persen(b.serap, b.pagu)

    def dua(b: Bagian, a: Angka) -> list[str]:
        return [lama(a.nama), f"{a.target} {a.satuan}", f"{a.realisasi} {a.satuan}", f"{a.capaian} %"]

    return [
        Judul("BAB III AKUNTABILITAS KINERJA"),
        Judul("3.1 Capaian Kinerja Organisasi", 2),
        Teks(f"a. Perbandingan target dan realisasi kinerja tahun {tahun}", tebal=True),
        *tabel(
            1,
            f"Target dan Realisasi Kinerja Tahun {tahun}",
            ["Indikator Kinerja Utama", f"Target {tahun}", f"Realisasi {tahun}", "% Capaian"],
            dua,
            (1, 7, 4, 4, 2),
        ),
        Teks("b. Perbandingan realisasi kinerja dengan tahun lalu", tebal=True),
        *tabel(
            2,
            f"Perbandingan Realisasi Tahun {tahun - 1} dan Tahun {tahun}",
            ["Indikator Kinerja Utama", f"Realisasi {tahun - 1}", f"Realisasi {tahun}", "Percepatan"],
            lambda b, a: [lama(a.nama), a.lalu, a.realisasi, angka(baca(a.realisasi) - baca(a.lalu))],
            (1, 7, 3, 3, 3),
        ),
        Teks("c. Perbandingan realisasi kinerja dengan target akhir Renstra", tebal=True),
        *tabel(
            3,
            "Realisasi terhadap Target Akhir Renstra",
            ["Indikator Kinerja Utama", f"Realisasi {tahun}", "Target Akhir Renstra", "Tingkat Kemajuan (%)"],
            lambda b, a: [lama(a.nama), a.realisasi, a.akhir, a.kemajuan],
            (1, 7, 3, 3, 3),
        ),
        Teks("d. Perbandingan dengan standar nasional", tebal=True),
        Teks("Indikator di atas tidak memiliki standar nasional."),
        Teks("e. Alokasi anggaran per sasaran", tebal=True),
        Teks("Tabel 3.4 Alokasi Anggaran per Sasaran", "tengah"),
        Tabel(
            [["No", "Sasaran", "Anggaran (Rp)", "% Anggaran"]],
            [[str(u), b.sasaran, rupiah(b.pagu), persen(b.pagu, total)] for u, b in enumerate(isi, 1)],
            (1, 8, 4, 3),
        ),
        Teks("f. Pencapaian kinerja dan anggaran", tebal=True),
        Teks("Tabel 3.5 Kinerja dan Anggaran per Sasaran", "tengah"),
        Tabel(
            [["No", "Sasaran", "Rata-rata Capaian Kinerja (%)", "Pagu (Rp)", "Realisasi (Rp)", "Capaian Anggaran (%)"]],
            [[str(u), b.sasaran, _rata(b), rupiah(b.pagu), rupiah(b.serap), uang(b)] for u, b in enumerate(isi, 1)],
            (1, 6, 3, 3, 3, 3),
        ),
        Teks("g. Efisiensi penggunaan sumber daya", tebal=True),
        Teks("Tabel 3.6 Efisiensi", "tengah"),
        Tabel(
            [["No", "Sasaran", "Capaian Kinerja (%)", "Penyerapan Anggaran (%)", "Tingkat Efisiensi (%)"]],
            [[str(u), b.sasaran, _rata(b), uang(b), selisih(_rata(b), uang(b))] for u, b in enumerate(isi, 1)],
            (1, 7, 3, 3, 3),
        ),
        Teks("h. Analisis penyebab keberhasilan dan kegagalan serta solusi", tebal=True),
        *(Teks(f"{a.nama}. {SEBAB[a.tercapai]}") for b in isi for a in b.indikator),
        Teks("i. Analisis program dan kegiatan yang menunjang", tebal=True),
        *(
            Teks(f"{k.nama} menunjang sasaran {b.sasaran.lower()} melalui {k.aksi.lower()}.")
            for b in isi
            for k, _, _ in b.kegiatan
        ),
        Judul("3.2 Realisasi Anggaran", 2),
        Teks(f"Tabel 3.7 Realisasi Anggaran Tahun {tahun}", "tengah"),
        _belanja(isi),
    ]


def _rata(b: Bagian) -> str:
    return angka(sum((baca(a.capaian) for a in b.indikator), Decimal(0)) / len(b.indikator))


def _belanja(isi: list[Bagian]) -> Tabel:
    baris = []
    for b in isi:
        baris += [
            [k.kode, k.nama, rupiah(alokasi), rupiah(serap), persen(serap, alokasi)] for k, alokasi, serap in b.kegiatan
        ]
    alokasi, serap = sum(b.pagu for b in isi), sum(b.serap for b in isi)
    return Tabel(
        [["Kode", "Program/Kegiatan", "Pagu", "Realisasi", "%"]],
        [*sorted(baris), [Sel("TOTAL", 1, 2), rupiah(alokasi), rupiah(serap), persen(serap, alokasi)]],
        (3, 8, 4, 4, 2),
    )
