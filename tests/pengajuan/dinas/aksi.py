"""Rencana Aksi: a workbook with months as columns, or a landscape paper with one table for each sasaran."""

from .baris import kelompok, nama, pagu, program, satuan, tanda, target, turun_ke_bawah
from .data import KADIS, TAHUN, UNIT, UNIT_LENGKAP
from .data_indikator import Indikator
from .naskah import Blok, Halaman, Judul, Meja, Sel, Tabel, Teks, angka, rupiah

ROMAWI = ("I", "II", "III", "IV")


def target_tw(m: Meja, dok: str, i: Indikator, triwulan: int) -> str:
    """The target of a quarter (1 to 4), as the Rencana Aksi or the measurement `dok` prints it."""
    return m(f"{dok}.tw.{i.kunci}.{triwulan}", angka(i.target_tw[triwulan - 1], i.desimal))


def rencana_aksi(m: Meja, ragam: int) -> list[Blok]:
    judul = [Judul(m("ra.judul", f"RENCANA AKSI KINERJA TAHUN {TAHUN}")), Judul(UNIT_LENGKAP.upper())]
    akhir = [] if m("ra.tanpa_tanda", False) else [tanda(KADIS, m("ra.tanggal", "25 Januari 2023"))]
    if ragam == 1:
        return [
            Halaman("Target"),
            *judul,
            _target(m, list(kelompok(m, "ra"))),
            *akhir,
            Halaman("Aksi"),
            Judul(f"PROGRAM, KEGIATAN DAN AKSI {UNIT.upper()} TAHUN {TAHUN}"),
            *_aksi(m, bulan=True),
        ]
    tabel: list[Blok] = []
    for urut, kelompoknya in enumerate(kelompok(m, "ra"), 1):
        tabel += [Teks(f"Sasaran {urut}: {kelompoknya[0]}", tebal=True), _target(m, [kelompoknya])]
    return [*judul, *tabel, Judul("Program, Kegiatan dan Aksi", 2), *_aksi(m, bulan=False), *akhir]


def _target(m: Meja, isi: list[tuple[str, list[Indikator]]]) -> Tabel:
    kepala = [
        [
            Sel("Sasaran Strategis", 2),
            Sel("Indikator Kinerja", 2),
            Sel("Satuan", 2),
            Sel(f"Target Tahun {TAHUN}", 2),
            Sel("Target Triwulan", 1, 4),
            Sel("Data Dukung", 2),
            Sel("Penanggung Jawab", 2),
        ],
        [f"TW {r}" for r in ROMAWI],
    ]
    baris: list = []
    for sasaran, milik in isi:
        baris += turun_ke_bawah(
            sasaran,
            [
                [
                    nama(m, "ra", i),
                    satuan(m, "ra", i),
                    target(m, "ra", i),
                    *(target_tw(m, "ra", i, t) for t in range(1, 5)),
                    m(f"ra.bukti.{i.kunci}", i.bukti),
                    m(f"ra.penanggung.{i.kunci}", i.penanggung),
                ]
                for i in milik
            ],
        )
    return Tabel(kepala, baris, (5, 6, 2, 2, 2, 2, 2, 2, 4, 4))


def _aksi(m: Meja, bulan: bool) -> list[Blok]:
    if m("ra.tanpa_aksi", False):
        return []
    jadwal = [str(b) for b in range(1, 13)] if bulan else [f"TW {r}" for r in ROMAWI]
    kepala = [
        [
            Sel("Program", 2),
            Sel("Kegiatan", 2),
            Sel("Indikator Kegiatan", 2),
            Sel("Target Kegiatan", 2),
            Sel("Rencana Aksi", 2),
            Sel("Jadwal Pelaksanaan (bulan)" if bulan else "Jadwal Pelaksanaan", 1, len(jadwal)),
            Sel("Anggaran (Rp)", 2),
            Sel("Penanggung Jawab", 2),
        ],
        jadwal,
    ]
    baris: list = []
    for p in program(m, "ra"):
        baris += turun_ke_bawah(
            p.nama,
            [
                [
                    k.nama,
                    k.indikator,
                    k.target,
                    m(f"ra.aksi.{k.kode}", k.aksi),
                    *[m(f"ra.jadwal.{k.kode}", "v")] * len(jadwal),
                    rupiah(pagu(m, "ra", k.kode, k.pagu)),
                    m(f"ra.pelaksana.{k.kode}", k.pelaksana),
                ]
                for k in p.kegiatan
            ],
        )
    return [Tabel(kepala, baris, (5, 6, 5, 3, 6, *([1] * len(jadwal)), 4, 4))]
