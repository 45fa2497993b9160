# ruff: noqa: E501 - the sentences of documents stay whole
"""Last year's evaluation (LHE) and the follow-up of its recommendations."""

from __future__ import annotations

from kecamatan import KABUPATEN, ORANG, TAHUN, UNIT
from naskah import (
    Blok,
    Dokumen,
    Judul,
    Kop,
    Paragraf,
    Pasangan,
    Sumber,
    Tabel,
    TandaTangan,
    baris,
    bernomor,
    kepala,
    tanggal,
    tengah,
)
from rencana import sah

NOMOR_LHE, TANGGAL_LHE, DITERIMA = f"700.1.2.1/045/{TAHUN}", f"{TAHUN}-07-12", f"{TAHUN}-07-16"
KOMPONEN = (
    ("Perencanaan Kinerja", "30,00", "21,00"),
    ("Pengukuran Kinerja", "30,00", "19,50"),
    ("Pelaporan Kinerja", "15,00", "10,80"),
    ("Evaluasi Akuntabilitas Kinerja Internal", "25,00", "16,75"),
)
NILAI, PREDIKAT = "68,05", "B (Baik)"
PPID = "Laman mekarsari.sukamaju.example"
REKOMENDASI = (
    (
        0,
        "publikasi",
        "Dokumen perencanaan kinerja belum seluruhnya dipublikasikan pada laman kecamatan.",
        "Mempublikasikan seluruh dokumen perencanaan kinerja pada laman kecamatan.",
        "Seluruh dokumen perencanaan kinerja telah dipublikasikan pada laman kecamatan.",
        f"Tangkapan layar {PPID}",
        f"{TAHUN}-08-05",
    ),
    (
        0,
        "crosscutting",
        "Pohon kinerja belum dilengkapi crosscutting dengan perangkat daerah lain.",
        "Melengkapi pohon kinerja dengan crosscutting perangkat daerah terkait.",
        "Crosscutting dengan empat perangkat daerah telah ditambahkan pada pohon kinerja.",
        "Pohon kinerja dan crosscutting",
        f"{TAHUN}-08-12",
    ),
    (
        1,
        "penghargaan",
        "Pengukuran kinerja belum menjadi dasar pemberian penghargaan dan sanksi.",
        "Menjadikan hasil pengukuran kinerja sebagai dasar pemberian penghargaan dan sanksi.",
        "Penghargaan dan sanksi pegawai ditetapkan menurut hasil pengukuran kinerja.",
        "Keputusan Camat tentang penghargaan dan sanksi",
        f"{TAHUN}-08-26",
    ),
    (
        1,
        "ekinerja",
        "Masih terdapat pegawai yang belum mengisi aplikasi e-kinerja.",
        "Memastikan seluruh pegawai mengisi e-kinerja dan atasan memverifikasinya.",
        "Seluruh pegawai telah mengisi e-kinerja dan atasan telah memverifikasinya.",
        "Rekapitulasi e-kinerja",
        f"{TAHUN}-09-02",
    ),
    (
        2,
        "akhir_renstra",
        "Laporan kinerja belum memberikan perbandingan realisasi kinerja dengan target akhir Renstra secara jelas.",
        "Menyajikan perbandingan realisasi kinerja dengan target akhir Renstra dalam laporan kinerja.",
        "Perbandingan realisasi kinerja dengan target akhir Renstra telah dimasukkan ke dalam format laporan kinerja.",
        f"Format Laporan Kinerja Tahun {TAHUN}",
        f"{TAHUN}-09-04",
    ),
    (
        2,
        "efisiensi",
        "Analisis efisiensi penggunaan sumber daya belum jelas.",
        "Memperjelas analisis efisiensi penggunaan sumber daya dalam laporan kinerja.",
        "Rumus efisiensi penggunaan sumber daya telah dicantumkan dalam format laporan kinerja.",
        f"Format Laporan Kinerja Tahun {TAHUN}",
        f"{TAHUN}-09-04",
    ),
    (
        3,
        "mandiri",
        "Penilaian mandiri akuntabilitas kinerja belum dilaksanakan sebelum evaluasi Inspektorat.",
        "Melaksanakan penilaian mandiri akuntabilitas kinerja sebelum evaluasi Inspektorat.",
        "Penilaian mandiri akuntabilitas kinerja telah dilaksanakan oleh tim SAKIP.",
        "Kertas kerja penilaian mandiri",
        f"{TAHUN}-09-09",
    ),
    (
        3,
        "pelatihan",
        "Anggota tim SAKIP belum mengikuti pelatihan evaluasi akuntabilitas kinerja.",
        "Mengikutsertakan anggota tim SAKIP pada pelatihan evaluasi akuntabilitas kinerja.",
        "Dua anggota tim SAKIP telah mengikuti pelatihan evaluasi akuntabilitas kinerja.",
        "Sertifikat pelatihan",
        f"{TAHUN}-09-11",
    ),
)
"""Component, key, weakness, recommendation, follow-up, evidence, date of the follow-up."""


def susun(s: Sumber) -> dict[str, Dokumen]:
    """The evaluation of last year and its follow-up, by file."""
    return {
        f"04-evaluasi/lhe-{TAHUN}.docx": Dokumen(_lhe()),
        f"04-evaluasi/tindak-lanjut-lhe-{TAHUN}.docx": Dokumen(_tindak_lanjut(s), mendatar=True),
    }


def _lhe() -> tuple[Blok, ...]:
    rows = [
        baris(tengah(str(n)), name, tengah(weight), tengah(score))
        for n, (name, weight, score) in enumerate(KOMPONEN, 1)
    ]
    rows.append(baris("", "Jumlah", tengah("100,00"), tengah(NILAI)))
    parts: list[Blok] = []
    for index, (name, weight, score) in enumerate(KOMPONEN):
        own = [one for one in REKOMENDASI if one[0] == index]
        parts += [
            Judul(f"{index + 1}. {name}", 2),
            Paragraf(f"Bobot {weight} memperoleh nilai {score}."),
            Paragraf("Catatan:", tebal=True),
            bernomor(one[2] for one in own),
            Paragraf("Rekomendasi:", tebal=True),
            bernomor(one[3] for one in own),
        ]
    head = ORANG["inspektur"]
    sign = ("INSPEKTUR KABUPATEN SUKAMAJU,", "", "ttd", "", head.nama, head.pangkat, f"NIP. {head.nip}")
    return (
        Kop(("PEMERINTAH KABUPATEN SUKAMAJU", "INSPEKTORAT DAERAH", "Jalan Kenanga Nomor 2 Sukamaju 00002")),
        Judul(
            "LAPORAN HASIL EVALUASI\nAKUNTABILITAS KINERJA INSTANSI PEMERINTAH (AKIP)\n"
            f"{UNIT.upper()} {KABUPATEN.upper()}\nTAHUN {TAHUN}"
        ),
        Pasangan((("Nomor", NOMOR_LHE), ("Tanggal", tanggal(TANGGAL_LHE)), ("Kepada", "Camat Mekarsari"))),
        Paragraf(
            f"Inspektorat Daerah {KABUPATEN} telah melaksanakan evaluasi akuntabilitas kinerja pada {UNIT} berdasarkan "
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun 2021 tentang Evaluasi "
            f"Akuntabilitas Kinerja Instansi Pemerintah. {UNIT} memperoleh nilai {NILAI} dengan predikat {PREDIKAT}.",
            menjorok=True,
        ),
        Tabel((1, 8, 3, 3), (kepala("No", "Komponen", "Bobot", "Nilai"),), tuple(rows)),
        *parts,
        TandaTangan(((), (f"Sukamaju, {tanggal(TANGGAL_LHE)}", *sign))),
    )


def _tindak_lanjut(s: Sumber) -> tuple[Blok, ...]:
    shown = [one for one in REKOMENDASI if s.nilai(f"tl/{one[1]}/ada", True)]
    rows = [
        baris(
            tengah(str(n)), one[3], one[4], one[5], tengah("Selesai"), tengah(tanggal(s.nilai(f"tl/{one[1]}/tanggal", one[6]))),
            ORANG["sekcam"].jabatan,
        )
        for n, one in enumerate(shown, 1)
    ]  # fmt: skip
    names = ("No", "Rekomendasi", "Tindak Lanjut", "Bukti", "Status", "Tanggal", "Penanggung Jawab")
    return (
        Judul(f"TINDAK LANJUT LAPORAN HASIL EVALUASI AKIP TAHUN {TAHUN}\n{UNIT.upper()} {KABUPATEN.upper()}"),
        Pasangan(
            (
                ("Nomor LHE", NOMOR_LHE),
                ("Tanggal LHE", tanggal(TANGGAL_LHE)),
                ("Tanggal diterima", tanggal(DITERIMA)),
            )
        ),
        Tabel((1, 7, 7, 4.5, 2.2, 3.4, 3.6), (kepala(*names),), tuple(rows)),
        sah(f"{TAHUN}-09-13"),
    )
