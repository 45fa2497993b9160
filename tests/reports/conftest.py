"""A made-up Run: a kecamatan that doesn't exist, with findings of every severity and outcomes of every status."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest
from msgspec.structs import replace

from saksama.checker.run import (
    LKE,
    Alat,
    BerkasRun,
    BuktiTemuan,
    BukuAturan,
    Butir,
    Hasil,
    Jenjang,
    Komponen,
    Kriteria,
    Pengecualian,
    RingkasAturan,
    Run,
    Subkomponen,
    Temuan,
    summarise,
)

GRADES = {"AA": 100, "A": 90, "BB": 80, "B": 70, "CC": 60, "C": 50, "D": 30, "E": 0}
STEPS = [
    ("AA", 90, "Sangat Memuaskan"),
    ("A", 80, "Memuaskan"),
    ("BB", 70, "Sangat Baik"),
    ("B", 60, "Baik"),
    ("CC", 50, "Cukup (Memadai)"),
    ("C", 30, "Kurang"),
    ("D", 0, "Sangat Kurang"),
]
PARTS = {
    "Perencanaan Kinerja": [("6", 6), ("9", 11), ("15", 8)],
    "Pengukuran Kinerja": [("6", 3), ("9", 7), ("15", 10)],
    "Pelaporan Kinerja": [("3", 6), ("4.5", 9), ("7.5", 7)],
    "Evaluasi Akuntabilitas Kinerja Internal": [("5", 3), ("7.5", 5), ("12.5", 5)],
}
WORKED = ("B", "B", "CC", "B", "CC", "CC", "B", "B", "B", "CC", "CC", "B")
FILES = [
    ("PK Camat.docx", "perjanjian_kinerja", "docx"),
    ("PK Sekcam.pdf", "perjanjian_kinerja", "pdf"),
    ("renstra/Renstra 2024-2026.pdf", "renstra", "pdf"),
    ("IKU.xlsx", "iku", "xlsx"),
    ("Rencana Aksi.xlsx", "rencana_aksi", "xlsx"),
    ("pkpk/PKPK TW I.xlsx", "pengukuran_kinerja", "xlsx"),
    ("pkpk/PKPK TW II.xlsx", "pengukuran_kinerja", "xlsx"),
    ("lkjip/LKjIP 2024.pdf", "laporan_kinerja", "pdf"),
    ("LHE 2023.pdf", "hasil_evaluasi", "pdf"),
    ("tindak lanjut.docx", "tindak_lanjut", "docx"),
    ("scan0024.pdf", None, "pdf"),
    ("foto rapat.doc", None, None),
]
RULES = [
    ("PK-007", "Tempat dan tanggal penandatanganan", "mayor", "Isi tempat dan tanggal penandatanganan perjanjian."),
    ("PK-012", "Setiap sasaran berindikator dan bertarget", "kritis", "Lengkapi indikator dan target setiap sasaran."),
    ("PK-014", "Anggaran terisi dan terjumlah benar", "mayor", "Hitung ulang jumlah anggaran lalu samakan dengan DPA."),
    ("PK-019", "NIP sah", "minor", "Periksa kembali NIP pejabat."),
    ("PK-016", "Disusun paling lambat satu bulan setelah anggaran disahkan", "mayor", "Cantumkan tanggal DPA."),
    ("RA-005", "Target triwulan konsisten", "mayor", "Samakan target triwulan dengan target tahunan."),
    ("RA-006", "Target tidak menumpuk di triwulan IV", "info", "Bagi target ke setiap triwulan."),
    ("PKPK-003", "Capaian kinerja terhitung benar", "mayor", "Hitung ulang kolom capaian lalu samakan dengan narasi."),
    ("LKJ-006", "Bab III: capaian kinerja dan realisasi anggaran", "kritis", "Tambahkan Bab III pada laporan."),
    ("LKJ-021", "Angka narasi sama dengan tabel", "mayor", "Bila angka tabel benar, ubah narasinya."),
    ("BRK-001", "Dokumen wajib tersedia", "kritis", "Susun dan serahkan dokumen yang belum ada."),
    ("IND-001", "Indikator bukan rumusan sasaran", "mayor", "Rumuskan ulang indikator agar terukur."),
    ("SEL-001", "Sasaran selaras dengan Renstra", "mayor", "Selaraskan sasaran dengan Renstra."),
    ("NOM-002", "Nomenklatur sesuai keputusan menteri", "minor", "Perbaiki ejaan nomenklatur."),
    ("REG-001", "Peraturan yang dirujuk masih berlaku", "minor", "Ganti rujukan dengan peraturan yang berlaku."),
    ("NOT-001", "Notulen rapat pemantauan tersedia", "mayor", "Serahkan notulen rapat pemantauan."),
    ("EVD-001", "Bukti dukung tiap triwulan tersedia", "mayor", "Lampirkan bukti dukung."),
    ("LKJ-024", "Pernyataan telah direviu", "mayor", "Lampirkan pernyataan telah direviu."),
    ("PK-018", "Jenjang sasaran sesuai jabatan", "minor", "Sesuaikan jenjang sasaran."),
    ("TL-001", "Rekomendasi tahun lalu ditindaklanjuti", "mayor", "Tindak lanjuti setiap rekomendasi."),
]


def finding(
    sidik: str,
    keparahan: str,
    pesan: str,
    bukti: Sequence[BuktiTemuan],
    nilai: dict[str, str] | None = None,
    pengecualian: Pengecualian | None = None,
) -> Temuan:
    return Temuan(sidik, keparahan, "tinggi", pesan, "", nilai or {}, tuple(bukti), pengecualian)


def outcomes() -> list[Hasil]:
    camat, sekcam, laporan = FILES[0][0], FILES[1][0], FILES[7][0]
    many = tuple(
        finding(
            f"cap{i:02}",
            "mayor",
            f"Capaian indikator ke-{i} tertulis {90 + i},00, seharusnya {80 + i},50.",
            [BuktiTemuan(FILES[5][0], lembar="PKPK", tabel=1, baris=6 + i, kolom="capaian", kutipan=f"{90 + i},00")],
            {"tertulis": f"{90 + i},00", "seharusnya": f"{80 + i},50"},
        )
        for i in range(1, 9)
    )
    waiver = Pengecualian("Target menumpuk karena survei hanya setahun sekali.", "Ketua Tim Evaluasi", "2025-12-31")
    return [
        Hasil("PK-007", "temuan", camat, None, (
            finding("pk7", "mayor", "Tanggal penandatanganan belum diisi.",
                    [BuktiTemuan(camat, jalur="PERJANJIAN KINERJA", kutipan="Sukamaju, .......... 2024")]),)),
        Hasil("PK-007", "lulus", sekcam),
        Hasil("PK-012", "temuan", camat, None, (
            finding("pk12", "kritis", "Sasaran “Meningkatnya mutu pelayanan” belum mempunyai target.",
                    [BuktiTemuan(camat, tabel=1, baris=3, kolom="target",
                                 kutipan="Meningkatnya mutu pelayanan | Nilai survei |")]),)),
        Hasil("PK-012", "lulus", sekcam),
        Hasil("PK-014", "temuan", sekcam, None, (
            finding("pk14", "mayor", "Jumlah anggaran tertulis Rp1.250.000.000, seharusnya Rp1.150.000.000.",
                    [BuktiTemuan(sekcam, halaman=3, tabel=2, baris=5, kolom="anggaran",
                                 kutipan="Jumlah 1.250.000.000")],
                    {"tertulis": "1.250.000.000", "seharusnya": "1.150.000.000"}),)),
        Hasil("PK-019", "temuan", sekcam, None, (
            finding("pk19", "minor", "NIP terdiri atas 17 angka, seharusnya 18.",
                    [BuktiTemuan(sekcam, halaman=2, kutipan="=19800101200501100 NIP.")]),)),
        Hasil("PK-016", "tidak_ada", camat, "Tanggal DPA tidak diketahui; isi tanggal_dpa pada berkas.yaml."),
        Hasil("RA-005", "lulus", FILES[4][0]),
        Hasil("RA-006", "temuan", FILES[4][0], None, (
            finding("ra6", "info", "Target indeks kepuasan hanya terisi pada triwulan IV.",
                    [BuktiTemuan(FILES[4][0], lembar="Renaksi", baris=9, kolom="TW IV", kutipan="82")],
                    pengecualian=waiver),)),
        Hasil("PKPK-003", "temuan", FILES[5][0], None, many),
        Hasil("PKPK-003", "lulus", FILES[6][0]),
        Hasil("LKJ-006", "lulus", laporan),
        Hasil("LKJ-021", "temuan", laporan, None, (
            finding("lkj21", "mayor", "Narasi menyebut 92,10 %, sedangkan tabel memuat 91,20 %.", [
                BuktiTemuan(laporan, halaman=4, kutipan="capaian rata-rata sebesar 92,10 %"),
                BuktiTemuan(laporan, halaman=27, tabel=3, baris=2, kolom="capaian", kutipan="91,20 %"),
            ], {"narasi": "92,10 %", "tabel": "91,20 %"}),)),
        Hasil("BRK-001", "temuan", None, None, (
            finding("brk1", "kritis", "PKPK triwulan III belum ada.", []),
            finding("brk2", "kritis", "PKPK triwulan IV belum ada.", []),)),
        Hasil("IND-001", "temuan", FILES[3][0], None, (
            finding("ind1", "mayor", '=HYPERLINK("x") ditulis sebagai indikator “Meningkatnya kinerja <b>pegawai</b>”.',
                    [BuktiTemuan(FILES[3][0], lembar="IKU", baris=4, kolom="indikator",
                                 kutipan="Meningkatnya kinerja <b>pegawai</b>")]),)),
        Hasil("SEL-001", "lulus"),
        Hasil("NOM-002", "lulus", FILES[4][0]),
        Hasil("REG-001", "lulus", laporan),
        Hasil("NOT-001", "tidak_ada", None, "Tidak ada berkas notulen yang dikenali."),
        Hasil("EVD-001", "tidak_ada", None, "Tidak ada berkas bukti yang dikenali."),
        Hasil("LKJ-024", "tidak_berlaku", laporan, "Hanya untuk laporan pemerintah daerah."),
        Hasil("PK-018", "telaah_manual", sekcam, "Jenjang jabatan tidak dapat dibaca dengan yakin."),
        Hasil("TL-001", "tidak_dipilih", None, "Dinilai pada tahap berikutnya."),
    ]  # fmt: skip


def with_advice(item: Hasil) -> Hasil:
    """The outcome with its rule's remedy in every finding."""
    advice = {id_: saran for id_, _, _, saran in RULES}[item.aturan]
    return replace(item, temuan=tuple(replace(temuan, saran=advice) for temuan in item.temuan))


def worksheet(grades: Sequence[str | None]) -> LKE:
    """The unit worksheet (80 criteria) with these proposed grades of its twelve sub-components."""
    wanted = iter(grades)
    komponen = []
    for number, (nama, subs) in enumerate(PARTS.items(), start=1):
        parts = []
        for letter, (bobot, size) in zip("abc", subs, strict=True):
            grade = next(wanted)
            value = Decimal(bobot) * GRADES[grade or "D"] / 100
            parts.append(Subkomponen(
                f"{number}.{letter}", f"{nama}: ukuran {letter} sudah dipenuhi sesuai standar yang ditetapkan",
                Decimal(bobot), grade, value, Decimal(bobot) * 30 / 100, Decimal(bobot) * 80 / 100,
                tuple(criterion(f"{number}.{letter}.{i}", nama) for i in range(1, size + 1)),
            ))  # fmt: skip
        totals = [sum(getattr(part, key) for part in parts) for key in ("bobot", "nilai", "lantai", "plafon")]
        komponen.append(Komponen(str(number), nama, *totals, tuple(parts)))
    nilai, lantai, plafon = (sum(getattr(k, key) for k in komponen) for key in ("nilai", "lantai", "plafon"))
    kode, _, sebutan = next(step for step in STEPS if nilai > step[1])
    return LKE(
        "permenpan-88-2021-unit", "LKE Unit, Permenpan RB 88/2021", nilai, lantai, plafon, Decimal("0.11"),
        kode, sebutan, tuple(komponen), {key: Decimal(value) for key, value in GRADES.items()},
        (*(Jenjang(kode, Decimal(above), name) for kode, above, name in STEPS), Jenjang("E", Decimal(-1), "Gagal")),
    )  # fmt: skip


def criterion(id_: str, nama: str) -> Kriteria:
    teks = f"Dokumen {nama.lower()} telah memenuhi ukuran nomor {id_} sebagaimana mestinya"
    known = {
        "1.a.3": ("lulus", "ya", ("SEL-001", "RA-005"), ()),
        "1.a.4": ("temuan", "tidak", ("BRK-001",), ("brk1", "brk2")),
        "1.b.1": ("temuan", "tidak", ("PK-007", "PK-019"), ("pk7", "pk19")),
        "1.b.5": ("temuan", "tidak", ("IND-001", "PK-012"), ("ind1", "pk12")),
        "1.c.1": ("temuan", "tidak", ("PK-014",), ("pk14",)),
        "2.b.4": ("temuan", "tidak", ("PKPK-003",), tuple(f"cap{i:02}" for i in range(1, 9))),
        "2.b.5": ("tidak_ada", None, ("NOT-001",), ()),
        "3.a.1": ("lulus", "ya", ("LKJ-006",), ()),
        "3.b.2": ("temuan", "tidak", ("LKJ-021",), ("lkj21",)),
        "4.c.1": ("tidak_berlaku", None, ("TL-001",), ()),
    }
    status, usulan, rules, findings = known.get(id_, ("telaah_manual", None, (), ()))
    return Kriteria(id_, teks, status, usulan, rules, findings, f"Apakah kriteria {id_} didukung bukti?",
                    None if rules else "Dinilai oleh evaluator.")  # fmt: skip


def statements() -> tuple[Butir, ...]:
    sections = [("Format", 6), ("Mekanisme penyusunan", 7), ("Substansi", 10)]
    answers = {
        ("Format", 2): ("ya", "Semua aturan yang menjawab butir ini terpenuhi.", ("LKJ-006",), ()),
        ("Substansi", 1): (
            "tidak",
            "1 temuan: Narasi menyebut 92,10 %, sedangkan tabel memuat 91,20 %.",
            ("LKJ-021",),
            ("lkj21",),
        ),
    }
    other = ("perlu_telaah", "Tidak ada aturan yang dapat menjawabnya dari dokumen.", (), ())
    result = []
    for roman, (name, size) in zip(("I", "II", "III"), sections, strict=True):
        for i in range(1, size + 1):
            jawaban, alasan, rules, findings = answers.get((name, i), other)
            teks = f"Laporan kinerja telah memuat hal {i} pada bagian {name.lower()}"
            result.append(Butir(f"{roman}.{i}", name, teks, jawaban, alasan, rules, findings, "Sudahkah ditanyakan?"))
    return tuple(result)


def build(hasil: Sequence[Hasil] | None = None, grades: Sequence[str | None] = WORKED, lke: bool = True) -> Run:
    items = tuple(with_advice(item) for item in (outcomes() if hasil is None else hasil))
    return Run(
        Alat("0.1.0"),
        BukuAturan("saksama", "2026.1", "ab" * 32),
        "kecamatan",
        {"PKPK-003": {"toleransi": 0.1}},
        "Kecamatan Sukamaju",
        2024,
        "2025-03-10",
        tuple(
            BerkasRun(
                name, f"{i:02x}" * 32, jenis, "tinggi" if jenis else None, reader, None,
                ("Baris 4 tersembunyi dan tidak dibaca.",) if i == 4 else (),
                None if reader else "Berkas rusak atau bukan dokumen Word.",
            )
            for i, (name, jenis, reader) in enumerate(FILES)
        ),
        tuple(
            RingkasAturan(id_, judul, keparahan, ("Permenpan RB 53/2014 Lampiran I", "Perwali contoh Lampiran C.3"),
                          "Alasan aturan ini ada.", saran, "Sudah benarkah dibaca?")
            for id_, judul, keparahan, saran in RULES
        ),
        items,
        worksheet(grades) if lke else None,
        statements(),
        summarise(items),
        ("Pengecualian untuk PK-099 tidak terpakai.",),
    )  # fmt: skip


@pytest.fixture
def run() -> Run:
    return build()


@pytest.fixture
def make_run() -> Callable[..., Run]:
    return build


@pytest.fixture
def long_run() -> Run:
    """Three hundred findings of one rule in one file, beside nothing else."""
    name = FILES[7][0]
    items = tuple(
        finding(f"f{i:03}", "mayor", f"Angka baris {i} tidak sama dengan tabel.",
                [BuktiTemuan(name, halaman=i, tabel=1, baris=2, kutipan=f"{i},5")])
        for i in range(1, 301)
    )  # fmt: skip
    return build([Hasil("LKJ-021", "temuan", name, None, items)])
