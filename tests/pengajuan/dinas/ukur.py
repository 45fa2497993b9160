"""PKPK: four quarterly forms and the annual one, in several layouts."""

from decimal import Decimal

from .aksi import ROMAWI, target_tw
from .baris import kelompok, nama, pagu, program, satuan, tanda, target
from .data import KADIS, TAHUN, TUJUAN, UNIT, UNIT_LENGKAP
from .data_indikator import Indikator
from .data_program import SASARAN_KEGIATAN, Kegiatan, Program
from .naskah import Blok, Judul, Meja, Sel, Tabel, Teks, angka, baca, capaian, rupiah

TANGGAL = {1: "5 April 2023", 2: "6 Juli 2023", 3: "5 Oktober 2023", 4: "29 Desember 2023"}


def _desimal(teks: str):
    return None if teks in ("-", "") else baca(teks)


def realisasi(m: Meja, dok: str, i: Indikator, triwulan: int) -> str:
    return m(f"{dok}.realisasi.{i.kunci}", angka(i.realisasi_tw[triwulan - 1], i.desimal))


def persen(atas: int, bawah: int) -> str:
    return angka(Decimal(atas) / Decimal(bawah) * 100)


def triwulan(m: Meja, ragam: int, tw: int) -> list[Blok]:
    """The form of a quarter; every second one gives the year's target beside the quarter's."""
    dok = f"pkpk{tw}"
    dengan_tahun = (tw + ragam) % 2 == 0
    judul = m(f"{dok}.judul", f"TRIWULAN {ROMAWI[tw - 1]} TAHUN {TAHUN}")
    kepala_target = [Sel(f"Target {TAHUN}", 2)] if dengan_tahun else []
    kepala = [
        [
            Sel("No", 2),
            Sel("Tujuan", 2),
            Sel("Sasaran Strategis", 2),
            Sel("Indikator Kinerja", 2),
            Sel("Satuan", 2),
            *kepala_target,
            Sel(f"Triwulan {ROMAWI[tw - 1]}", 1, 3),
            Sel("Pembilang dan Penyebut", 2),
            Sel("Program dan Kegiatan", 2),
            Sel("Anggaran", 1, 3),
        ],
        ["Target", "Realisasi", "Capaian (%)", "Pagu (Rp)", "Realisasi (Rp)", "%"],
    ]
    baris = _baris(m, dok, tw, dengan_tahun)
    lebar = (1, 3.5, 3.5, 5, 2.2, *((2,) if dengan_tahun else ()), 2.2, 2.2, 2.2, 4, 6, 3.6, 3.6, 2)
    return [
        Judul(f"PENGUKURAN KINERJA {UNIT_LENGKAP.upper()}"),
        Judul(judul),
        Tabel(kepala, baris, lebar),
        Teks("Capaian indikator yang semakin rendah semakin baik: (target - (realisasi - target)) / target x 100%."),
        tanda(KADIS, m(f"{dok}.tanggal", TANGGAL[tw])),
    ]


def _baris(m: Meja, dok: str, tw: int, dengan_tahun: bool) -> list:
    """Rows of indikator beside rows of budget: the kegiatan of a sasaran next to its indikator, a program once."""
    hasil: list = []
    sudah: set[str] = set()
    for urut, (sasaran, milik) in enumerate(kelompok(m, dok), 1):
        kinerja = []
        for i in milik:
            t = target_tw(m, dok, i, tw)
            r = realisasi(m, dok, i, tw)
            c = m(f"{dok}.capaian.{i.kunci}", angka(capaian(_desimal(t), _desimal(r), i.turun)))
            tahunan = [target(m, dok, i)] if dengan_tahun else []
            kinerja.append(
                [
                    nama(m, dok, i),
                    satuan(m, dok, i),
                    *tahunan,
                    t,
                    r,
                    c,
                    m(f"{dok}.hitungan.{i.kunci}", i.hitungan[tw - 1]),
                ]
            )
        uang = belanja(m, dok, milik[0], tw, sudah)
        n = max(len(kinerja), len(uang))
        kinerja += [[""] * len(kinerja[0])] * (n - len(kinerja))
        uang += [[""] * 4] * (n - len(uang))
        for v in range(n):
            depan = [Sel(str(urut), n), Sel(TUJUAN, n), Sel(sasaran, n)] if v == 0 else []
            hasil.append([*depan, *kinerja[v], *uang[v]])
    return hasil


def belanja(m: Meja, dok: str, i: Indikator, tw: int, sudah: set[str]) -> list[list[str]]:
    """Rows of program and kegiatan (uraian, pagu, realisasi, persen) that serve the sasaran of `i`; a program once."""
    baris = []
    for p in program(m, dok):
        milik = [k for k in p.kegiatan if k.kode in SASARAN_KEGIATAN[i.sasaran]]
        if milik and p.kode not in sudah:
            sudah.add(p.kode)
            baris.append(_uang(m, dok, p, p.serap(tw)))
        baris += [_uang(m, dok, k, k.serap[tw - 1]) for k in milik]
    return baris


def _uang(m: Meja, dok: str, bagian: Program | Kegiatan, serap: int) -> list[str]:
    alokasi = pagu(m, dok, bagian.kode, bagian.pagu)
    serap = m(f"{dok}.serap.{bagian.kode}", serap)
    return [
        f"{bagian.kode} {bagian.nama}",
        rupiah(alokasi),
        rupiah(serap),
        m(f"{dok}.persen.{bagian.kode}", persen(serap, alokasi)),
    ]


def tahunan(m: Meja) -> list[Blok]:
    """The annual form: performance against the end of the Renstra, then the budget in a table of its own."""
    kepala = [
        [
            Sel("No", 2),
            Sel("Sasaran Strategis", 2),
            Sel("Indikator Kinerja", 2),
            Sel("Satuan", 2),
            Sel(f"Tahun {TAHUN}", 1, 3),
            Sel("Pembilang dan Penyebut", 2),
            Sel("Kondisi Akhir Renstra (2026)", 2),
            Sel("Capaian s.d. Tahun 2023 (%)", 2),
        ],
        ["Target", "Realisasi", "Capaian (%)"],
    ]
    baris: list = []
    for urut, (sasaran, milik) in enumerate(kelompok(m, "tahunan"), 1):
        isi = []
        for i in milik:
            t, akhir = target(m, "tahunan", i), m(f"tahunan.akhir.{i.kunci}", angka(i.akhir, i.desimal))
            r = m(f"tahunan.realisasi.{i.kunci}", angka(i.realisasi, i.desimal))
            isi.append(
                [
                    nama(m, "tahunan", i),
                    satuan(m, "tahunan", i),
                    t,
                    r,
                    m(f"tahunan.capaian.{i.kunci}", angka(capaian(_desimal(t), _desimal(r), i.turun))),
                    i.hitungan[3],
                    akhir,
                    m(f"tahunan.kemajuan.{i.kunci}", angka(capaian(_desimal(akhir), _desimal(r), i.turun))),
                ]
            )
        n = len(isi)
        baris += [[Sel(str(urut), n), Sel(sasaran, n), *isi[0]], *isi[1:]]
    belanja = [
        _uang(m, "tahunan", bagian, serap)
        for p in program(m, "tahunan")
        for bagian, serap in [(p, p.serap(4)), *((k, k.serap[3]) for k in p.kegiatan)]
    ]
    alokasi, serap = (sum(p.pagu for p in program(m, "tahunan")), sum(p.serap(4) for p in program(m, "tahunan")))
    return [
        Judul(f"PENGUKURAN KINERJA TAHUN {TAHUN}"),
        Judul(UNIT_LENGKAP.upper()),
        Tabel(kepala, baris, (1, 5, 6, 2, 2, 2, 2, 4, 3, 3)),
        Teks(f"Anggaran {UNIT}", tebal=True),
        Tabel(
            [["Program dan Kegiatan", "Pagu (Rp)", "Realisasi (Rp)", "Capaian (%)"]],
            [*belanja, ["JUMLAH", rupiah(alokasi), rupiah(serap), persen(serap, alokasi)]],
            (10, 4, 4, 2),
        ),
        tanda(KADIS, m("tahunan.tanggal", "29 Desember 2023")),
    ]
