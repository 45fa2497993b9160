"""Measurement: PKPK of the quarters and the year, minutes of the quarterly meetings, and the e-kinerja recap."""

from __future__ import annotations

import re
from decimal import Decimal

from anggaran import PROGRAM
from indikator import INDIKATOR, Indikator, capaian, desimal
from kecamatan import (
    AKHIR,
    KABUPATEN,
    KOP,
    ORANG,
    TAHUN,
    TEMPAT,
    TUJUAN,
    UNIT,
    Program,
    pagu_kegiatan,
    pagu_program,
    serapan_kegiatan,
    serapan_program,
)
from naskah import (
    ROMAWI,
    Blok,
    Dokumen,
    Judul,
    Kop,
    Paragraf,
    Pasangan,
    Rata,
    Sel,
    Sumber,
    Tabel,
    TandaTangan,
    angka,
    baris,
    bernomor,
    kepala,
    nilai,
    nomor_kolom,
    tanggal,
    tengah,
)
from pk import penanda
from rencana import NAMA_SASARAN

TANGGAL_PKPK = (f"{TAHUN}-04-03", f"{TAHUN}-07-04", f"{TAHUN}-10-03", f"{TAHUN}-12-30")
TANGGAL_RAPAT = (f"{TAHUN}-04-05", f"{TAHUN}-07-08", f"{TAHUN}-10-07", f"{TAHUN}-12-30")
JENIS_BERKAS = ("docx", "xlsx", "docx", "xlsx")
CATATAN = (
    "Capaian indikator yang semakin rendah semakin baik dihitung dengan rumus "
    "(target - (realisasi - target)) / target x 100%."
)
REKOMENDASI = (
    "Menambah petugas pendamping pada loket layanan",
    "Mendampingi desa yang belum menyampaikan laporan keuangan",
    "Melatih bendahara desa yang baru menjabat",
    "Menyusun jadwal pendampingan laporan keuangan desa untuk awal tahun",
)
UPAYA = (
    "Membuka loket pengaduan pada jam layanan",
    "Mengingatkan desa melalui surat Camat setiap akhir bulan",
    "Memeriksa kelengkapan laporan keuangan di kantor kecamatan",
    "Menyiapkan ruang rapat untuk kegiatan awal tahun",
)


def susun(s: Sumber) -> dict[str, Dokumen]:
    """The measurement documents, by file."""
    files = {f"02-pengukuran/pkpk-tw{tw}-{TAHUN}.{JENIS_BERKAS[tw - 1]}": _triwulan(s, tw) for tw in (1, 2, 3, 4)}
    files[f"02-pengukuran/pkpk-tahunan-{TAHUN}.pdf"] = _tahunan(s)
    for tw in (1, 2, 3, 4):
        files[f"02-pengukuran/notulen-tw{tw}-{TAHUN}.docx"] = Dokumen(_notulen(s, tw))
    files[f"02-pengukuran/e-kinerja-{TAHUN}.xlsx"] = Dokumen((), lembar=(("Rekap", _ekinerja()),))
    return files


Belanja = tuple[str, int, int]
"""Code and name, pagu, amount spent."""


def _belanja(program: Program, iku: Indikator, tw: int) -> list[Belanja]:
    """The budget lines beside an indicator: its kegiatan, under the program at the first indicator of the sasaran."""
    lines = [
        (f"{one.kode} {one.nama}", pagu_kegiatan(one), serapan_kegiatan(one, TAHUN, tw))
        for one in program.kegiatan
        if one.iku == iku.kunci
    ]
    first = next(one for one in INDIKATOR if one.sasaran == program.sasaran)
    if iku.kunci == first.kunci:
        lines.insert(0, (f"{program.kode} {program.nama}", pagu_program(program), serapan_program(program, TAHUN, tw)))
    return lines


def _uang(lines: list[Belanja], index: int) -> tuple[Sel, ...]:
    name, pagu, spent = lines[index]
    return (Sel(name), nilai(pagu, 0), nilai(spent, 0), nilai(_persen(spent, pagu)))


def _persen(part: int, whole: int) -> Decimal:
    return Decimal(part) / whole * 100


def _jumlah(tw: int, kiri: int, kanan: int) -> tuple[Sel, ...]:
    pagu = sum(pagu_program(one) for one in PROGRAM)
    spent = sum(serapan_program(one, TAHUN, tw) for one in PROGRAM)
    cells = (nilai(pagu, 0), nilai(spent, 0), nilai(_persen(spent, pagu)))
    return (Sel("JUMLAH", kolom=kiri, rata="tengah", tebal=True), *cells, *(Sel("") for _ in range(kanan)))


def _triwulan(s: Sumber, tw: int) -> Dokumen:
    rows: list[tuple[Sel, ...]] = []
    for number, iku in enumerate(INDIKATOR, 1):
        program = next(one for one in PROGRAM if one.sasaran == iku.sasaran)
        lines = _belanja(program, iku, tw)
        key = f"pkpk/{tw}/{iku.kunci}"
        target, realised = s.nilai(f"{key}/target", iku.tw_target[tw - 1]), iku.tw_realisasi[tw - 1]
        stated = s.nilai(f"{key}/capaian", angka(capaian(target, realised, iku.arah)))
        many = len(lines)
        start = (str(number), TUJUAN, NAMA_SASARAN[iku.sasaran], iku.nama, iku.satuan, target, realised, stated)
        for index in range(many):
            left = tuple(_sel(one, many, rata="kiri" if 0 < n < 4 else "tengah") for n, one in enumerate(start))
            note = (Sel(iku.tw_hitungan[tw - 1], baris=many),)
            rows.append((*left, *_uang(lines, index), *note) if index == 0 else _uang(lines, index))
    rows.append(_jumlah(tw, 9, 1))
    head = (
        (
            *(
                Sel(one, baris=2, rata="tengah", tebal=True)
                for one in ("No", "Tujuan", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Realisasi")
            ),
            Sel("Capaian (%)", baris=2, rata="tengah", tebal=True),
            Sel("Program dan Kegiatan", baris=2, rata="tengah", tebal=True),
            Sel("Anggaran (Rp)", kolom=3, rata="tengah", tebal=True),
            Sel("Keterangan", baris=2, rata="tengah", tebal=True),
        ),
        kepala("Pagu", "Realisasi", "Capaian (%)"),
        nomor_kolom(13),
    )
    date = s.nilai(f"pkpk/{tw}/tanggal", tanggal(TANGGAL_PKPK[tw - 1]))
    blok: tuple[Blok, ...] = (
        Judul(f"PENGUKURAN KINERJA {UNIT.upper()}\n{KABUPATEN.upper()}\nTRIWULAN {ROMAWI[tw - 1]} TAHUN {TAHUN}"),
        Tabel((5.5, 19.5, 18, 20, 9.5, 10, 12, 12, 31, 16.5, 16.5, 12, 17), head, tuple(rows)),
        Paragraf(CATATAN),
        TandaTangan(((), penanda(ORANG["camat"], f"{TEMPAT}, {date}"))),
    )
    return Dokumen(blok, mendatar=True, lembar=((f"TW {ROMAWI[tw - 1]}", blok),))


def _sel(teks: str, tinggi: int, rata: Rata) -> Sel:
    number = desimal(teks) if re.fullmatch(r"\d+,\d\d", teks) else None
    return Sel(teks, baris=tinggi, rata=rata, angka=number)


def _tinggi(teks: str, tinggi: int) -> Sel:
    return Sel(teks, baris=tinggi, rata="tengah", tebal=True)


def _tahunan(s: Sumber) -> Dokumen:
    rows: list[tuple[Sel, ...]] = []
    for number, iku in enumerate(INDIKATOR, 1):
        program = next(one for one in PROGRAM if one.sasaran == iku.sasaran)
        lines = _belanja(program, iku, 4)
        target, realised, final = iku.target[TAHUN], iku.realisasi[TAHUN], iku.target[AKHIR]
        done, progress = capaian(target, realised, iku.arah), capaian(final, realised, iku.arah)
        start = (str(number), NAMA_SASARAN[iku.sasaran], iku.nama, iku.satuan, target, realised, angka(done))
        end = (final, angka(progress), iku.hitungan[TAHUN])
        many = len(lines)
        for index in range(many):
            left = tuple(Sel(one, baris=many, rata="kiri" if 0 < n < 3 else "tengah") for n, one in enumerate(start))
            right = tuple(Sel(one, baris=many, rata="tengah") for one in end)
            rows.append((*left, *_uang(lines, index), *right) if index == 0 else _uang(lines, index))
    rows.append(_jumlah(4, 8, 3))
    head = (
        (
            *(_tinggi(one, 3) for one in ("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan")),
            Sel(f"Tahun {TAHUN}", kolom=7, rata="tengah", tebal=True),
            *(_tinggi(one, 3) for one in ("Kondisi Akhir Periode Renstra", "Capaian s.d. Tahun ini (%)", "Ket")),
        ),
        (
            *(_tinggi(one, 2) for one in ("Target", "Realisasi", "Capaian (%)", "Program dan Kegiatan")),
            Sel("Anggaran (Rp)", kolom=3, rata="tengah", tebal=True),
        ),
        kepala("Pagu", "Realisasi", "Capaian (%)"),
        nomor_kolom(14),
    )
    blok: tuple[Blok, ...] = (
        Judul(f"PENGUKURAN KINERJA TAHUN {TAHUN}\n{UNIT.upper()} {KABUPATEN.upper()}"),
        Tabel((4.2, 13, 14.5, 7.4, 7.5, 8.5, 8, 25, 12.5, 12.5, 8, 9, 9, 12), head, tuple(rows)),
        Paragraf(CATATAN),
        TandaTangan(((), penanda(ORANG["camat"], f"{TEMPAT}, {tanggal(f'{TAHUN}-12-31')}"))),
    )
    return Dokumen(blok, mendatar=True, kaki=f"Pengukuran Kinerja {UNIT} Tahun {TAHUN}")


def _notulen(s: Sumber, tw: int) -> tuple[Blok, ...]:
    rows = tuple(
        baris(
            tengah(str(number)),
            iku.nama,
            tengah(iku.satuan),
            tengah(iku.tw_target[tw - 1]),
            tengah(iku.tw_realisasi[tw - 1]),
            tengah(angka(capaian(iku.tw_target[tw - 1], iku.tw_realisasi[tw - 1], iku.arah))),
        )
        for number, iku in enumerate(INDIKATOR, 1)
    )
    before = f"Triwulan {ROMAWI[tw - 2]}" if tw > 1 else f"Triwulan IV Tahun {TAHUN - 1}"
    taken = REKOMENDASI[tw - 2] if tw > 1 else "Menyampaikan kalender pelaporan kepada seluruh seksi"
    followed = s.nilai(
        f"notulen/{tw}/tindak_lanjut",
        f"Rekomendasi {before} yaitu {_kecil(taken)} telah ditindaklanjuti dan selesai pada triwulan ini.",
    )
    names = ("No", "Indikator Kinerja", "Satuan", f"Target TW {ROMAWI[tw - 1]}", "Realisasi", "Capaian (%)")
    return (
        Kop(KOP),
        Judul(f"NOTULEN RAPAT MONITORING DAN EVALUASI CAPAIAN KINERJA\nTRIWULAN {ROMAWI[tw - 1]} TAHUN {TAHUN}"),
        Pasangan(
            (
                ("Tanggal", tanggal(TANGGAL_RAPAT[tw - 1])),
                ("Tempat", "Ruang Rapat Kantor Kecamatan Mekarsari"),
                ("Pimpinan Rapat", ORANG["camat"].jabatan),
                ("Peserta", "Sekretaris Kecamatan, para Kepala Seksi dan Kepala Subbagian"),
            )
        ),
        Judul("A. Capaian Kinerja", 2),
        Tabel((1, 6, 2, 2.4, 2.4, 2.4), (kepala(*names),), rows),
        Judul("B. Rekomendasi", 2),
        bernomor((f"{REKOMENDASI[tw - 1]}.",)),
        Judul("C. Upaya Perbaikan", 2),
        bernomor((f"{UPAYA[tw - 1]}.",)),
        Judul("D. Tindak Lanjut", 2),
        bernomor((followed,)),
        TandaTangan(
            (
                penanda(ORANG["camat"], "", "Mengetahui,"),
                penanda(ORANG["perencanaan"], f"{TEMPAT}, {tanggal(TANGGAL_RAPAT[tw - 1])}", "Notulis,"),
            )
        ),
    )


def _kecil(teks: str) -> str:
    return teks[0].lower() + teks[1:]


def _ekinerja() -> tuple[Blok, ...]:
    staff = [one for one in ORANG.values() if one.kunci not in ("bupati", "inspektur")]
    rows = tuple(
        baris(tengah(str(number)), one.nama, one.nip, one.jabatan, tengah("Sudah mengisi"), tengah("Terverifikasi"))
        for number, one in enumerate(staff, 1)
    )
    names = ("No", "Nama Pegawai", "NIP", "Jabatan", "Status Pengisian", "Status Verifikasi Atasan")
    return (
        Judul(f"REKAPITULASI PENGISIAN E-KINERJA\n{UNIT.upper()} {KABUPATEN.upper()}\nTAHUN {TAHUN}"),
        Tabel((6, 34, 24, 44, 20, 24), (kepala(*names),), rows),
        TandaTangan(((), penanda(ORANG["sekcam"], f"{TEMPAT}, {tanggal(f'{TAHUN}-12-31')}"))),
    )
