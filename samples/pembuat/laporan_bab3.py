# ruff: noqa: E501 - the sentences of documents stay whole
"""Chapter III of the annual report: the ten comparisons and analyses of the law's outline."""

from __future__ import annotations

from anggaran import PROGRAM
from indikator import INDIKATOR, capaian
from kecamatan import (
    AKHIR,
    pagu_kegiatan,
    serapan_kegiatan,
)
from laporan_dasar import Laporan, alinea, bagi, kegiatan, seluruhnya, tabel_iku, uang
from naskah import (
    Blok,
    HalamanBaru,
    Judul,
    Sel,
    Tabel,
    angka,
    baris,
    bernomor,
    kepala,
    nilai,
    tengah,
)
from rencana import NAMA_SASARAN

STANDAR_NASIONAL = {"ikm": "76,61"}
"""Lower bound of mutu pelayanan B, the one national standard that these indicators have."""


def bab_3(r: Laporan) -> tuple[Blok, ...]:
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
        tabel_iku(
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
        alinea("Analisis pencapaian kinerja berdasarkan formulasi setiap indikator adalah sebagai berikut."),
        bernomor(
            f"{one.nama} terealisasi {r.realisasi(one)} dari target {r.target(one)} ({r.hitungan(one)}), sehingga "
            f"capaiannya {angka(r.capaian(one))}%."
            for one in INDIKATOR
        ),
    )  # fmt: skip


def _antartahun(r: Laporan) -> tuple[Blok, ...]:
    before = r.tahun - 1
    return (
        r.butir(f"Perbandingan Realisasi Kinerja Tahun {before} dengan Tahun {r.tahun}"),
        tabel_iku(
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
        alinea(f"Seluruh indikator membaik dibandingkan dengan realisasi tahun {before}."),
    )  # fmt: skip


def _akhir_renstra(r: Laporan) -> tuple[Blok, ...]:
    if not r.s.nilai(f"lkjip/{r.tahun}/akhir_renstra", True):
        return ()
    return (
        r.butir(f"Perbandingan Realisasi Kinerja Tahun {r.tahun} dengan Target Akhir Renstra"),
        tabel_iku(
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
        alinea(f"Tingkat kemajuan menunjukkan jarak realisasi tahun {r.tahun} terhadap kondisi akhir periode Renstra."),
    )  # fmt: skip


def _nasional(r: Laporan) -> tuple[Blok, ...]:
    return (
        r.butir("Perbandingan Realisasi Kinerja dengan Standar Nasional"),
        tabel_iku(
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


def _keuangan(r: Laporan) -> tuple[Blok, ...]:
    _, total = seluruhnya(r.tahun)
    allocation, both, efficiency = [], [], []
    for n, one in enumerate(INDIKATOR, 1):
        spent, pagu = uang(one, r.tahun)
        share, done = bagi(spent, pagu), r.capaian(one)
        start = (tengah(str(n)), Sel(one.nama))
        allocation.append((*start, nilai(pagu, 0), tengah(angka(bagi(pagu, total)))))
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
        tabel_iku(
            1, 9, 4, 4,
            judul=r.judul_tabel("Alokasi Anggaran per Sasaran dan Indikator"),
            kolom=("No", "Indikator Kinerja Utama", "Anggaran (Rp)", "Persentase terhadap Anggaran Perangkat Daerah (%)"),
            isi=allocation,
        ),
        r.butir("Pencapaian Kinerja dan Anggaran"),
        Tabel((1, 5.5, 1.8, 2, 1.9, 3.2, 3.2, 1.9), head, tuple(both), r.judul_tabel("Pencapaian Kinerja dan Anggaran")),
        r.butir("Efisiensi Penggunaan Sumber Daya"),
        tabel_iku(
            1, 8, 3, 3, 3,
            judul=r.judul_tabel("Efisiensi Penggunaan Sumber Daya"),
            kolom=("No", "Indikator Kinerja Utama", "Capaian Kinerja (%)", "Penyerapan Anggaran (%)", "Tingkat Efisiensi (%)"),
            isi=efficiency,
        ),
        alinea("Tingkat efisiensi adalah selisih antara capaian kinerja dan penyerapan anggaran."),
    )  # fmt: skip


def _analisis(r: Laporan) -> tuple[Blok, ...]:
    causes, support = [], []
    for n, one in enumerate(INDIKATOR, 1):
        word = "Keberhasilan" if r.capaian(one) >= 100 else "Belum tercapainya target"
        text = f"{word} disebabkan oleh: {one.sebab[r.tahun]}. Solusi yang dilakukan: {one.solusi[r.tahun]}."
        figures = (tengah(str(n)), one.nama, tengah(r.target(one)), tengah(r.realisasi(one)))
        causes.append((*figures, text))
        support.append((*figures, "; ".join(kegiatan.nama for kegiatan in kegiatan(one))))
    columns = ("No", "Indikator Kinerja Utama", "Target", "Realisasi")
    return (
        r.butir("Analisis Penyebab Keberhasilan dan Kegagalan Kinerja serta Solusi yang Telah Dilakukan"),
        tabel_iku(
            1, 5, 1.8, 2, 8,
            judul=r.judul_tabel("Analisis Penyebab Keberhasilan dan Kegagalan serta Solusi"),
            kolom=(*columns, "Analisis Penyebab dan Solusi"),
            isi=causes,
        ),
        r.butir("Analisis Program dan Kegiatan yang Menunjang Pencapaian Kinerja"),
        tabel_iku(
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
            share = tengah(angka(bagi(spent, pagu)))
            rows.append((*first, Sel(one.nama), nilai(pagu, 0), nilai(spent, 0), share))
    spent, pagu = seluruhnya(r.tahun)
    total = (nilai(pagu, 0), nilai(spent, 0), tengah(angka(bagi(spent, pagu))))
    rows.append((Sel("JUMLAH", kolom=3, rata="tengah", tebal=True), *total))
    head = (kepala("No", "Program", "Kegiatan", "Pagu Anggaran (Rp)", "Realisasi (Rp)", "%"),)
    return (
        Tabel((1, 5, 5, 3.3, 3.3, 1.6), head, tuple(rows), r.judul_tabel(f"Realisasi Anggaran Tahun {r.tahun}")),
        alinea(
            f"Dari pagu sebesar Rp{angka(pagu, 0)} terealisasi Rp{angka(spent, 0)} atau {angka(bagi(spent, pagu))}% untuk "
            "mewujudkan kinerja yang diperjanjikan."
        ),
    )
