# ruff: noqa: E501 - the sentences of documents stay whole
"""The annual report (LKjIP) of a year, with every comparison of the law's outline, for n and for n-1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import count

import msgspec
from anggaran import PROGRAM
from kecamatan import (
    AKHIR,
    AWAL,
    BANYAK_DESA,
    INDIKATOR,
    KABUPATEN,
    KOP,
    SASARAN,
    TAHUN,
    TUJUAN,
    UNIT,
    Indikator,
    Kegiatan,
    capaian,
    pagu_kegiatan,
    pagu_program,
    serapan_kegiatan,
    serapan_program,
)
from naskah import (
    Blok,
    Butir,
    DaftarIsi,
    Dokumen,
    HalamanBaru,
    Judul,
    Kop,
    Paragraf,
    Sel,
    Sumber,
    Tabel,
    angka,
    baris,
    bernomor,
    bulat,
    kepala,
    nilai,
    tengah,
)
from rencana import NAMA_SASARAN, sah

HURUF = "abcdefghijklmnopqrstuvwxyz"
STANDAR_NASIONAL = {"ikm": "76,61"}
"""Lower bound of mutu pelayanan B, the one national standard that these indicators have."""


class Laporan(msgspec.Struct, frozen=True):
    """A report in the making: its year, its figures (faults applied) and the counters of tables and paragraphs."""

    s: Sumber
    tahun: int
    nomor: Iterator[int]
    huruf: Iterator[str]

    def target(self, iku: Indikator) -> str:
        return str(self.s.nilai(f"lkjip/{self.tahun}/{iku.kunci}/target", iku.target[self.tahun]))

    def realisasi(self, iku: Indikator) -> str:
        return str(self.s.nilai(f"lkjip/{self.tahun}/{iku.kunci}/realisasi", iku.realisasi[self.tahun]))

    def capaian(self, iku: Indikator) -> Decimal:
        return capaian(self.target(iku), self.realisasi(iku), iku.arah)

    def judul_tabel(self, teks: str) -> str:
        return f"Tabel 3.{next(self.nomor)} {teks}"

    def butir(self, teks: str) -> Judul:
        return Judul(f"{next(self.huruf)}. {teks}", 3)


def susun(s: Sumber) -> dict[str, Dokumen]:
    """The reports of n and n-1, by file."""
    return {f"03-pelaporan/lkjip-{year}.pdf": _laporan(s, year) for year in (TAHUN, TAHUN - 1)}


def _laporan(s: Sumber, tahun: int) -> Dokumen:
    r = Laporan(s, tahun, count(1), iter(HURUF))
    blok = (*_depan(r), *_bab_1(r), *_bab_2(r), *_bab_3(r), *_bab_4(r), *_lampiran(r))
    return Dokumen(blok, kaki=f"Laporan Kinerja {UNIT} Tahun {tahun}")


def _p(teks: str) -> Paragraf:
    return Paragraf(teks, menjorok=True)


def _iku(*lebar: float, judul: str, kolom: tuple[str, ...], isi: Sequence[tuple[str | Sel, ...]]) -> Tabel:
    return Tabel(lebar, (kepala(*kolom),), tuple(baris(*one) for one in isi), judul)


def _depan(r: Laporan) -> tuple[Blok, ...]:
    name = f"{UNIT.upper()} {KABUPATEN.upper()}"
    key = f"lkjip/{r.tahun}/ikhtisar/ikm"
    ikm = INDIKATOR[0]
    below = [one for one in INDIKATOR if r.capaian(one) < 100]
    mean = bulat(sum((r.capaian(one) for one in INDIKATOR), Decimal(0)) / len(INDIKATOR))
    spent, pagu = _total(r.tahun)
    return (
        Kop(KOP),
        Judul(f"LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)\n{name}\nTAHUN {r.tahun}"),
        HalamanBaru(),
        Judul("KATA PENGANTAR", 1),
        _p(
            f"Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa karena Laporan Kinerja Instansi Pemerintah {UNIT} "
            f"{KABUPATEN} Tahun {r.tahun} dapat diselesaikan. Laporan ini mempertanggungjawabkan kinerja yang "
            f"diperjanjikan dalam Perjanjian Kinerja Tahun {r.tahun}."
        ),
        _p("Kami mengharapkan masukan dari seluruh pihak untuk perbaikan kinerja pada tahun berikutnya."),
        sah(f"{r.tahun + 1}-02-14"),
        HalamanBaru(),
        Judul("DAFTAR ISI", 1),
        DaftarIsi("judul"),
        Judul("DAFTAR TABEL", 1),
        DaftarIsi("tabel"),
        HalamanBaru(),
        Judul("IKHTISAR EKSEKUTIF", 1),
        _p(
            f"{UNIT} menetapkan {len(SASARAN)} sasaran dengan {len(INDIKATOR)} Indikator Kinerja Utama pada tahun "
            f"{r.tahun}. Rata-rata capaian kinerja adalah {angka(mean)}%, dengan realisasi anggaran {angka(_bagi(spent, pagu))}%."
        ),
        _p(
            f"{ikm.nama} terealisasi {r.s.nilai(key, r.realisasi(ikm))} dari target {r.target(ikm)}. Indikator yang belum "
            f"mencapai target adalah {', '.join(one.nama for one in below)}, karena "
            f"{', '.join(one.sebab[r.tahun] for one in below)}; langkah yang diambil adalah "
            f"{', '.join(one.solusi[r.tahun] for one in below)}."
        ),
        _p("Capaian setiap indikator secara ringkas adalah sebagai berikut."),
        bernomor(f"{one.nama} dengan capaian {angka(r.capaian(one))}%." for one in INDIKATOR),
        HalamanBaru(),
    )


def _bab_1(r: Laporan) -> tuple[Blok, ...]:
    problems = [
        "Pergantian bendahara desa membuat sebagian laporan keuangan desa terlambat.",
        "Kunjungan layanan menumpuk pada jam tertentu.",
        r.s.nilai(f"lkjip/{r.tahun}/permasalahan", "Titik rawan gangguan ketertiban tersebar di wilayah yang luas."),
    ]
    return (
        Judul("BAB I\nPENDAHULUAN", 1),
        Judul("1.1. Gambaran Umum Organisasi", 2),
        _p(
            f"{UNIT} adalah perangkat daerah {KABUPATEN} yang membawahi {BANYAK_DESA} desa. Camat dibantu oleh Sekretaris "
            "Kecamatan, Kepala Seksi Pelayanan Umum, Kepala Seksi Pemerintahan, Kepala Seksi Ketenteraman dan Ketertiban "
            "Umum, serta Kepala Subbagian Perencanaan dan Keuangan, dengan 22 pegawai."
        ),
        Judul("1.2. Permasalahan Utama yang Dihadapi", 2),
        bernomor(problems),
    )


def _bab_2(r: Laporan) -> tuple[Blok, ...]:
    agreed = _iku(
        1, 6, 7, 2, 2,
        judul=f"Tabel 2.2 Perjanjian Kinerja Tahun {r.tahun}",
        kolom=("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"),
        isi=[
            (tengah(str(n)), NAMA_SASARAN[one.sasaran], one.nama, tengah(one.satuan), tengah(r.target(one)))
            for n, one in enumerate(INDIKATOR, 1)
        ],
    )  # fmt: skip
    programs = _iku(
        1, 11, 5,
        judul=f"Tabel 2.1 Program dan Anggaran Tahun {r.tahun}",
        kolom=("No", "Program", "Anggaran (Rp)"),
        isi=[
            (tengah(str(n)), f"{one.kode} {one.nama}", nilai(pagu_program(one, r.tahun), 0))
            for n, one in enumerate(PROGRAM, 1)
        ],
    )  # fmt: skip
    return (
        Judul("BAB II\nPERENCANAAN KINERJA", 1),
        Judul("2.1. Rencana Strategis", 2),
        _p(f"Renstra {UNIT} Tahun {AWAL}-{AKHIR} menetapkan tujuan {TUJUAN[0].lower()}{TUJUAN[1:]}, dengan sasaran:"),
        bernomor(f"{one.nama}." for one in SASARAN),
        Judul("2.2. Program dan Kegiatan", 2),
        _p(f"Sasaran tersebut dicapai melalui {len(PROGRAM)} program yang dijabarkan ke dalam kegiatan."),
        programs,
        Judul("2.3. Perjanjian Kinerja", 2),
        _p(f"Perjanjian Kinerja Tahun {r.tahun} antara Camat Mekarsari dan Bupati Sukamaju memuat target berikut."),
        agreed,
    )


def _bab_3(r: Laporan) -> tuple[Blok, ...]:
    return (
        HalamanBaru(),
        Judul("BAB III\nAKUNTABILITAS KINERJA", 1),
        Judul("3.1. Capaian Kinerja Organisasi", 2),
        *_target_realisasi(r),
        *_antartahun(r),
        *_akhir_renstra(r),
        *_nasional(r),
        *_keuangan(r),
        *_analisis(r),
        Judul("3.2. Realisasi Anggaran", 2),
        *_realisasi_anggaran(r),
    )


def _target_realisasi(r: Laporan) -> tuple[Blok, ...]:
    return (
        r.butir("Perbandingan antara Target dan Realisasi Kinerja"),
        _iku(
            1, 5, 6.5, 1.8, 1.8, 2, 2,
            judul=r.judul_tabel(f"Perbandingan Target dan Realisasi Kinerja Tahun {r.tahun}"),
            kolom=("No", "Sasaran Strategis", "Indikator Kinerja Utama", "Satuan", "Target", "Realisasi", "Capaian (%)"),
            isi=[
                (
                    tengah(str(n)), NAMA_SASARAN[one.sasaran], one.nama, tengah(one.satuan), tengah(r.target(one)),
                    tengah(r.realisasi(one)), tengah(angka(r.capaian(one))),
                )
                for n, one in enumerate(INDIKATOR, 1)
            ],
        ),
        _p("Analisis pencapaian kinerja berdasarkan formulasi setiap indikator adalah sebagai berikut."),
        bernomor(
            f"{one.nama} terealisasi {r.realisasi(one)} dari target {r.target(one)} ({one.hitungan[r.tahun]}), sehingga "
            f"capaiannya {angka(r.capaian(one))}%."
            for one in INDIKATOR
        ),
    )  # fmt: skip


def _antartahun(r: Laporan) -> tuple[Blok, ...]:
    before = r.tahun - 1
    return (
        r.butir(f"Perbandingan Realisasi Kinerja Tahun {before} dengan Tahun {r.tahun}"),
        _iku(
            1, 8, 2, 2.4, 3, 3,
            judul=r.judul_tabel(f"Perbandingan Realisasi Kinerja Tahun {before} dan {r.tahun}"),
            kolom=("No", "Indikator Kinerja Utama", "Satuan", f"Target {r.tahun}", f"Realisasi {before}", f"Realisasi {r.tahun}"),
            isi=[
                (
                    tengah(str(n)), one.nama, tengah(one.satuan), tengah(r.target(one)),
                    tengah(one.realisasi[before]), tengah(r.realisasi(one)),
                )
                for n, one in enumerate(INDIKATOR, 1)
            ],
        ),
        _p(f"Seluruh indikator membaik dibandingkan dengan realisasi tahun {before}."),
    )  # fmt: skip


def _akhir_renstra(r: Laporan) -> tuple[Blok, ...]:
    if not r.s.nilai(f"lkjip/{r.tahun}/akhir_renstra", True):
        return ()
    return (
        r.butir(f"Perbandingan Realisasi Kinerja Tahun {r.tahun} dengan Target Akhir Renstra"),
        _iku(
            1, 8, 2, 3, 3, 3,
            judul=r.judul_tabel("Perbandingan Realisasi Kinerja dengan Target Akhir Periode Renstra"),
            kolom=(
                "No", "Indikator Kinerja Utama", "Satuan", f"Target Akhir Renstra ({AKHIR})", f"Realisasi {r.tahun}",
                "Tingkat Kemajuan (%)",
            ),
            isi=[
                (
                    tengah(str(n)), one.nama, tengah(one.satuan), tengah(one.target[AKHIR]), tengah(r.realisasi(one)),
                    tengah(angka(capaian(one.target[AKHIR], r.realisasi(one), one.arah))),
                )
                for n, one in enumerate(INDIKATOR, 1)
            ],
        ),
        _p(f"Tingkat kemajuan menunjukkan jarak realisasi tahun {r.tahun} terhadap kondisi akhir periode Renstra."),
    )  # fmt: skip


def _nasional(r: Laporan) -> tuple[Blok, ...]:
    return (
        r.butir("Perbandingan Realisasi Kinerja dengan Standar Nasional"),
        _iku(
            1, 7, 3, 3, 6,
            judul=r.judul_tabel("Perbandingan Realisasi Kinerja dengan Standar Nasional"),
            kolom=("No", "Indikator Kinerja Utama", f"Realisasi {r.tahun}", "Standar Nasional", "Keterangan"),
            isi=[
                (
                    tengah(str(n)), one.nama, tengah(r.realisasi(one)), tengah(STANDAR_NASIONAL.get(one.kunci, "-")),
                    "Di atas batas bawah mutu pelayanan B" if one.kunci in STANDAR_NASIONAL else "Tidak ada standar nasional",
                )
                for n, one in enumerate(INDIKATOR, 1)
            ],
        ),
    )  # fmt: skip


def _kegiatan(iku: Indikator) -> list[Kegiatan]:
    return [one for program in PROGRAM for one in program.kegiatan if one.iku == iku.kunci]


def _uang(iku: Indikator, tahun: int) -> tuple[int, int]:
    """Spent and pagu of the kegiatan that serve an indicator."""
    items = _kegiatan(iku)
    return sum(serapan_kegiatan(one, tahun) for one in items), sum(pagu_kegiatan(one, tahun) for one in items)


def _total(tahun: int) -> tuple[int, int]:
    return sum(serapan_program(one, tahun) for one in PROGRAM), sum(pagu_program(one, tahun) for one in PROGRAM)


def _bagi(bagian: int, seluruh: int) -> Decimal:
    return bulat(Decimal(bagian) / seluruh * 100)


def _keuangan(r: Laporan) -> tuple[Blok, ...]:
    _, total = _total(r.tahun)
    allocation, both, efficiency = [], [], []
    for n, one in enumerate(INDIKATOR, 1):
        spent, pagu = _uang(one, r.tahun)
        share, done = _bagi(spent, pagu), r.capaian(one)
        start = (tengah(str(n)), Sel(one.nama))
        allocation.append((*start, nilai(pagu, 0), tengah(angka(_bagi(pagu, total)))))
        figures = (tengah(r.target(one)), tengah(r.realisasi(one)), tengah(angka(done)))
        both.append(baris(*start, *figures, nilai(pagu, 0), nilai(spent, 0), tengah(angka(share))))
        efficiency.append((*start, tengah(angka(done)), tengah(angka(share)), tengah(angka(done - share))))
    head = (
        (
            *(Sel(one, baris=2, rata="tengah", tebal=True) for one in ("No", "Indikator Kinerja Utama")),
            Sel("Kinerja", kolom=3, rata="tengah", tebal=True),
            Sel("Anggaran (Rp)", kolom=3, rata="tengah", tebal=True),
        ),
        kepala("Target", "Realisasi", "Capaian (%)", "Target", "Realisasi", "Capaian (%)"),
    )
    return (
        r.butir("Alokasi Anggaran per Sasaran"),
        _iku(
            1, 9, 4, 4,
            judul=r.judul_tabel("Alokasi Anggaran per Sasaran dan Indikator"),
            kolom=("No", "Indikator Kinerja Utama", "Anggaran (Rp)", "Persentase terhadap Anggaran Perangkat Daerah (%)"),
            isi=allocation,
        ),
        r.butir("Pencapaian Kinerja dan Anggaran"),
        Tabel((1, 5.5, 1.8, 2, 1.9, 3.2, 3.2, 1.9), head, tuple(both), r.judul_tabel("Pencapaian Kinerja dan Anggaran")),
        r.butir("Efisiensi Penggunaan Sumber Daya"),
        _iku(
            1, 8, 3, 3, 3,
            judul=r.judul_tabel("Efisiensi Penggunaan Sumber Daya"),
            kolom=("No", "Indikator Kinerja Utama", "Capaian Kinerja (%)", "Penyerapan Anggaran (%)", "Tingkat Efisiensi (%)"),
            isi=efficiency,
        ),
        _p("Tingkat efisiensi adalah selisih antara capaian kinerja dan penyerapan anggaran."),
    )  # fmt: skip


def _analisis(r: Laporan) -> tuple[Blok, ...]:
    causes, support = [], []
    for n, one in enumerate(INDIKATOR, 1):
        word = "Keberhasilan" if r.capaian(one) >= 100 else "Belum tercapainya target"
        text = f"{word} disebabkan oleh: {one.sebab[r.tahun]}. Solusi yang dilakukan: {one.solusi[r.tahun]}."
        figures = (tengah(str(n)), one.nama, tengah(r.target(one)), tengah(r.realisasi(one)))
        causes.append((*figures, text))
        support.append((*figures, "; ".join(kegiatan.nama for kegiatan in _kegiatan(one))))
    columns = ("No", "Indikator Kinerja Utama", "Target", "Realisasi")
    return (
        r.butir("Analisis Penyebab Keberhasilan dan Kegagalan Kinerja serta Solusi yang Telah Dilakukan"),
        _iku(
            1, 5, 1.8, 2, 8,
            judul=r.judul_tabel("Analisis Penyebab Keberhasilan dan Kegagalan serta Solusi"),
            kolom=(*columns, "Analisis Penyebab dan Solusi"),
            isi=causes,
        ),
        r.butir("Analisis Program dan Kegiatan yang Menunjang Pencapaian Kinerja"),
        _iku(
            1, 5, 1.8, 2, 8,
            judul=r.judul_tabel("Program dan Kegiatan yang Menunjang Pencapaian Kinerja"),
            kolom=(*columns, "Program/Kegiatan Penunjang"),
            isi=support,
        ),
    )  # fmt: skip


def _realisasi_anggaran(r: Laporan) -> tuple[Blok, ...]:
    rows: list[tuple[Sel, ...]] = []
    for n, program in enumerate(PROGRAM, 1):
        many = len(program.kegiatan)
        for index, one in enumerate(program.kegiatan):
            first = (Sel(str(n), baris=many, rata="tengah"), Sel(program.nama, baris=many)) if index == 0 else ()
            spent, pagu = serapan_kegiatan(one, r.tahun), pagu_kegiatan(one, r.tahun)
            share = tengah(angka(_bagi(spent, pagu)))
            rows.append((*first, Sel(one.nama), nilai(pagu, 0), nilai(spent, 0), share))
    spent, pagu = _total(r.tahun)
    total = (nilai(pagu, 0), nilai(spent, 0), tengah(angka(_bagi(spent, pagu))))
    rows.append((Sel("JUMLAH", kolom=3, rata="tengah", tebal=True), *total))
    head = (kepala("No", "Program", "Kegiatan", "Pagu Anggaran (Rp)", "Realisasi (Rp)", "%"),)
    return (
        Tabel((1, 5, 5, 3.3, 3.3, 1.6), head, tuple(rows), r.judul_tabel(f"Realisasi Anggaran Tahun {r.tahun}")),
        _p(
            f"Dari pagu sebesar Rp{angka(pagu, 0)} terealisasi Rp{angka(spent, 0)} atau {angka(_bagi(spent, pagu))}% untuk "
            "mewujudkan kinerja yang diperjanjikan."
        ),
    )


def _bab_4(r: Laporan) -> tuple[Blok, ...]:
    below = [one for one in INDIKATOR if r.capaian(one) < 100]
    reached = len(INDIKATOR) - len(below)
    plain = (
        f"Sebanyak {reached} dari {len(INDIKATOR)} indikator mencapai target, sedangkan "
        f"{', '.join(one.nama for one in below)} belum mencapai target dengan capaian "
        f"{', '.join(angka(r.capaian(one)) for one in below)}%."
    )
    return (
        Judul("BAB IV\nPENUTUP", 1),
        Judul("4.1. Kesimpulan", 2),
        _p(r.s.nilai(f"lkjip/{r.tahun}/kesimpulan", plain)),
        Judul("4.2. Langkah-langkah untuk Meningkatkan Kinerja", 2),
        bernomor(f"{one.solusi[r.tahun][0].upper()}{one.solusi[r.tahun][1:]}." for one in INDIKATOR),
        sah(f"{r.tahun + 1}-02-14"),
    )


def _lampiran(r: Laporan) -> tuple[Blok, ...]:
    years = tuple(range(AWAL, AKHIR + 1))
    before = r.tahun - 1
    matrix = _iku(
        1, 6, 1.8, *(1.7,) * 6,
        judul=f"Lampiran 1 Matriks Renstra Tahun {AWAL}-{AKHIR}",
        kolom=("No", "Indikator Kinerja", "Satuan", *(f"Target {year}" for year in years)),
        isi=[
            (tengah(str(n)), one.nama, tengah(one.satuan), *(tengah(one.target[year]) for year in years))
            for n, one in enumerate(INDIKATOR, 1)
        ],
    )  # fmt: skip
    last = _iku(
        1, 8, 2, 2, 2.2, 2.2,
        judul=f"Lampiran 2 Perjanjian Kinerja dan Pengukuran Kinerja Tahun {before}",
        kolom=("No", "Indikator Kinerja", "Satuan", f"Target {before}", f"Realisasi {before}", "Capaian (%)"),
        isi=[
            (
                tengah(str(n)), one.nama, tengah(one.satuan), tengah(one.target[before]), tengah(one.realisasi[before]),
                tengah(angka(capaian(one.target[before], one.realisasi[before], one.arah))),
            )
            for n, one in enumerate(INDIKATOR, 1)
        ],
    )  # fmt: skip
    now = _iku(
        1, 6, 7, 2, 2,
        judul=f"Lampiran 3 Perjanjian Kinerja Tahun {r.tahun}",
        kolom=("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"),
        isi=[
            (tengah(str(n)), NAMA_SASARAN[one.sasaran], one.nama, tengah(one.satuan), tengah(r.target(one)))
            for n, one in enumerate(INDIKATOR, 1)
        ],
    )  # fmt: skip
    names = Butir((("1.", "Matriks Renstra"), ("2.", f"Perjanjian Kinerja dan Pengukuran Kinerja Tahun {before}"),
                   ("3.", f"Perjanjian Kinerja Tahun {r.tahun}")))  # fmt: skip
    return (HalamanBaru(), Judul("LAMPIRAN", 1), names, matrix, last, now)
