"""Third layout, planning: dense tables as many offices keep them.

Numbered and capitalised sasaran, "Prosentase", a target split into volume and unit, units behind every quarter's
target, one wide table for the whole Rencana Aksi with twelve months.
"""

from .aksi import ROMAWI, target_tw
from .baris import kelompok, nama, pagu, program, satuan, tanda, target
from .data import KADIS, TAHUN, TUJUAN, UNIT, UNIT_LENGKAP, Pejabat
from .data_indikator import Indikator
from .data_program import Kegiatan
from .naskah import Blok, Halaman, Judul, Meja, Sel, Tabel, Teks, angka, rupiah
from .pk import lampiran, pernyataan, tanda_pk
from .rencana import TAHUN_RENSTRA

BULAN = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Ags", "Sep", "Okt", "Nov", "Des")


def lama(teks: str) -> str:
    """The older spelling of "persentase"."""
    return teks.replace("Persentase", "Prosentase")


def renstra(m: Meja) -> list[Blok]:
    """Chapter IV and VI of a Renstra: one row for each indikator, sasaran repeated in capitals and numbered."""
    kepala = [
        [
            Sel("NO", 2),
            Sel("SASARAN STRATEGIS", 2),
            Sel("INDIKATOR SASARAN", 2),
            Sel("KONDISI AWAL", 2),
            Sel("TARGET TAHUN", 1, 6),
            Sel("KONDISI AKHIR PERIODE RENSTRA", 2),
        ],
        [str(t) for t in TAHUN_RENSTRA],
        [f"({n})" for n in range(1, 12)],
    ]
    baris = []
    for u, (sasaran, milik) in enumerate(kelompok(m, "renstra"), 1):
        for v, i in enumerate(milik, 1):
            baris.append(
                [
                    f"{u}.{v}",
                    f"{u}. {sasaran.upper()}",
                    f"{lama(nama(m, 'renstra', i))} ({satuan(m, 'renstra', i)})",
                    angka(i.awal, i.desimal),
                    *(target(m, "renstra", i, t) for t in TAHUN_RENSTRA),
                    m(f"renstra.akhir.{i.kunci}", angka(i.akhir, i.desimal)),
                ]
            )
    belanja = [
        [
            f"{m(f'renstra.kode.{p.kode}', p.kode)} {m(f'renstra.program.{p.kode}', p.nama)}",
            p.indikator,
            p.target,
            *(rupiah(p.pagu * (100 - 4 * (TAHUN - t)) // 100) for t in (2022, 2023, 2024)),
        ]
        for p in program(m, "renstra")
    ]
    return [
        Judul(f"RENCANA STRATEGIS {UNIT_LENGKAP.upper()} TAHUN 2021 - 2026"),
        Teks("Nomor 523/118/DISKAN/2021", "tengah"),
        Judul("BAB I PENDAHULUAN"),
        Teks(f"Renstra {UNIT} memuat tujuan, sasaran, program dan kegiatan selama enam tahun."),
        Teks(m("renstra.hukum", "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah.")),
        Judul("BAB II GAMBARAN PELAYANAN"),
        Teks("Pelayanan perikanan menjangkau seluruh kecamatan."),
        Judul("BAB III PERMASALAHAN DAN ISU STRATEGIS"),
        Teks("Produksi belum diimbangi mutu hasil perikanan."),
        Judul("BAB IV TUJUAN DAN SASARAN"),
        Teks(f"Tujuan {UNIT}: {TUJUAN}."),
        Tabel(kepala, baris, (1, 5, 6, 2, 2, 2, 2, 2, 2, 2, 3)),
        Judul("BAB V STRATEGI DAN ARAH KEBIJAKAN"),
        Teks("Penguatan kelompok usaha dan pembinaan mutu."),
        Judul("BAB VI PROGRAM DAN KEGIATAN"),
        Tabel(
            [
                [
                    Sel("Kode dan Program", 2),
                    Sel("Indikator Program", 2),
                    Sel("Target 2023", 2),
                    Sel("Pagu Indikatif (Rp)", 1, 3),
                ],
                ["2022", "2023", "2024"],
            ],
            belanja,
            (7, 6, 2, 3, 3, 3),
        ),
        Judul("BAB VII PENUTUP"),
        Teks("Renstra menjadi acuan Renja."),
        tanda(KADIS, "20 September 2021"),
    ]


def perjanjian(m: Meja, pejabat: Pejabat, atasan: Pejabat) -> list[Blok]:
    """An agreement whose target is split into volume and unit, with the sasaran repeated on every row."""
    isi = lampiran(m, pejabat)
    baris = [
        [str(u) if v == 1 else "", f"{u}. {sasaran}", f"{u}.{v}. {lama(indikator)}", volume, ukuran]
        for u, (sasaran, milik) in enumerate(isi.sasaran, 1)
        for v, (indikator, ukuran, volume) in enumerate(milik, 1)
    ]
    kepala = [
        [Sel("NO", 2), Sel("SASARAN STRATEGIS", 2), Sel("INDIKATOR KINERJA", 2), Sel("TARGET", 1, 2)],
        ["VOLUME", "SATUAN"],
    ]
    belanja = [
        [f"{u}.", uraian, f"Rp. {rupiah(jumlah)},-" if jumlah is not None else "", "APBD Kabupaten"]
        for u, (uraian, jumlah) in enumerate(isi.anggaran, 1)
    ]
    return [
        *pernyataan(m, 1, pejabat, atasan),
        Halaman(),
        Teks(f"LAMPIRAN PERJANJIAN KINERJA TAHUN {TAHUN}", "tengah", True),
        Teks(pejabat.jabatan.upper(), "tengah", True),
        Tabel(kepala, baris, (1, 6, 7, 2, 2)),
        Tabel(
            [["NO", isi.judul_anggaran.upper(), "ANGGARAN", "KETERANGAN"]],
            [*belanja, ["", "T O T A L", f"Rp. {rupiah(isi.jumlah)},-", ""]],
            (1, 8, 4, 4),
        ),
        tanda_pk(m, 1, pejabat, atasan),
    ]


def rencana_aksi(m: Meja) -> list[Blok]:
    """Targets of the quarters with their units, then program, kegiatan, aksi, money and twelve months."""
    kepala = [
        [
            Sel("SASARAN STRATEGIS", 3),
            Sel("INDIKATOR KINERJA SASARAN", 3),
            Sel("TARGET 2023", 3),
            Sel("TARGET KINERJA SASARAN", 1, 4),
            Sel("DATA DUKUNG", 3),
            Sel("PENANGGUNG JAWAB", 3),
        ],
        [Sel(f"Trw {r}", 2) for r in ROMAWI],
        [],
    ]
    baris: list = []
    for sasaran, milik in kelompok(m, "ra"):
        for v, i in enumerate(milik):
            depan = [Sel(sasaran, len(milik))] if v == 0 else []
            baris.append([*depan, *_target_ra(m, i)])
    aksi = [
        [
            Sel("PROGRAM dan KEGIATAN", 2),
            Sel("INDIKATOR KEGIATAN", 2),
            Sel("TARGET KEGIATAN", 2),
            Sel("RENCANA AKSI", 2),
            Sel("ANGGARAN (Rp.)", 2),
            Sel("PENANGGUNG JAWAB", 2),
            *(Sel(f"Trw {r}", 1, 3) for r in ROMAWI),
        ],
        list(BULAN),
    ]
    isi_aksi: list = []
    for p in program(m, "ra"):
        isi_aksi.append([p.nama, p.indikator, p.target, "", rupiah(pagu(m, "ra", p.kode, p.pagu)), "", *([""] * 12)])
        isi_aksi += [_kegiatan_ra(m, k) for k in p.kegiatan]
    return [
        Judul(m("ra.judul", f"RENCANA AKSI KINERJA TAHUN {TAHUN}")),
        Judul(UNIT_LENGKAP.upper()),
        Tabel(kepala, baris, (5, 6, 3, 2, 2, 2, 2, 4, 4)),
        *([] if m("ra.tanpa_aksi", False) else [Tabel(aksi, isi_aksi, (6, 5, 3, 5, 4, 4, *([1] * 12)))]),
        *([] if m("ra.tanpa_tanda", False) else [tanda(KADIS, m("ra.tanggal", "25 Januari 2023"))]),
    ]


def _target_ra(m: Meja, i: Indikator) -> list[str]:
    ukuran = satuan(m, "ra", i)

    def bersatuan(teks: str) -> str:
        return teks if teks in ("-", "") else f"{teks} {ukuran}"

    return [
        lama(nama(m, "ra", i)),
        bersatuan(target(m, "ra", i)),
        *(bersatuan(target_tw(m, "ra", i, t)) for t in range(1, 5)),
        m(f"ra.bukti.{i.kunci}", i.bukti),
        m(f"ra.penanggung.{i.kunci}", i.penanggung),
    ]


def _kegiatan_ra(m: Meja, k: Kegiatan) -> list[str]:
    return [
        f"- {k.nama}",
        k.indikator,
        k.target,
        m(f"ra.aksi.{k.kode}", k.aksi),
        rupiah(pagu(m, "ra", k.kode, k.pagu)),
        m(f"ra.pelaksana.{k.kode}", k.pelaksana),
        *[m(f"ra.jadwal.{k.kode}", "x")] * 12,
    ]
