"""Seeded defects between documents: each replaces few printed values; `kelompok` says which submission holds it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from .data_indikator import INDIKATOR, Indikator


@dataclass(frozen=True)
class Cacat:
    """One seeded defect.

    `aturan` must be found on the file of the paper `berkas` (None: the submission as a whole; a tuple: any of them),
    by a finding that mentions `kata`. `ganti` are the replaced values. `akibat` are (rule, paper) that rightly fire as
    well; "*" stands for any paper.
    """

    aturan: str
    berkas: str | tuple[str, ...] | None
    uraian: str
    ganti: Mapping[str, Any] = field(default_factory=dict)
    kata: str = ""
    akibat: tuple[tuple[str, str], ...] = ()


def _tambahan(kunci: str, mirip: str, nama: str) -> tuple[Indikator]:
    """An indikator that no other document has, with the figures of an existing one."""
    asal = next(i for i in INDIKATOR if i.kunci == mirip)
    return (replace(asal, kunci=kunci, nama=nama),)


# First layout: values too high and too low, swapped twins, missing and extra rows, near-match wording.
HULU = (
    Cacat(
        "SEL-004",
        "pk",
        "Target Renstra 2023 lebih tinggi daripada PK",
        {"renstra.target.konsumsi": "38,90"},
        "konsumsi",
    ),
    Cacat(
        "SEL-006",
        "ra",
        "Target tahunan Rencana Aksi lebih rendah",
        {"ra.target.ntn": "102,05"},
        "nilai tukar",
        (("RA-005", "ra"),),
    ),
    Cacat(
        "SEL-008", "pkpk2", "Target TW II bertukar angka", {"pkpk2.tw.budidaya.2": "6.010"}, "budidaya” triwulan II "
    ),
    Cacat(
        "SEL-008",
        "pkpk3",
        "Target TW III dua indikator mirip saling tertukar",
        {"pkpk3.tw.tangkap.3": "9.300", "pkpk3.tw.budidaya.3": "3.150"},
        "tangkap” triwulan III ",
        (("PKPK-007", "pkpk3"), ("PKPK-012", "pkpk3")),
    ),
    Cacat("SEL-008", "pkpk3", "Pasangannya", {}, "budidaya” triwulan III "),
    Cacat("SEL-010", "lkj", "Target LKjIP lebih rendah daripada PK", {"lkj.target.kelas": "11,00"}, "naik kelas"),
    Cacat(
        "SEL-011", "lkj", "Realisasi LKjIP lebih tinggi daripada PKPK", {"lkj.realisasi.mutu": "72,50"}, "standar mutu"
    ),
    Cacat("SEL-015", "lkj", "Realisasi tahun lalu bertukar angka", {"lkj.lalu.ntn": "101,09"}, "nilai tukar"),
    Cacat("SEL-016", "lkj", "Target akhir Renstra bertukar angka", {"lkj.akhir.susut": "9,06"}, "susut"),
    Cacat(
        "SEL-012",
        "lkj",
        "Pagu program dalam LKjIP lebih tinggi daripada PK",
        {"lkj.pagu.3.25.04.2.02": 521_400_000},
        "budi",
    ),
    Cacat(
        "SEL-012",
        "pkpk1",
        "Pagu program dalam PKPK lebih tinggi daripada PK",
        {"pkpk1.pagu.3.25.06": 529_200_000},
        "pengolahan",
    ),
    Cacat("SEL-007", "pkpk1", "Satu indikator tidak diukur pada TW I", {"pkpk1.tanpa": ("mutu",)}, "standar mutu"),
    Cacat(
        "SEL-005",
        "ra",
        "Indikator Rencana Aksi tidak ada dalam PK",
        {"ra.tambah": _tambahan("alat", "tangkap", "Jumlah alat tangkap ramah lingkungan yang disalurkan")},
        "alat tangkap",
        (("SEL-007", "*"),),
    ),
    Cacat(
        "SEL-009",
        "lkj",
        "Satu indikator PK tidak dilaporkan",
        {"lkj.tanpa": ("konsumsi",)},
        "konsumsi",
        (("LKJ-010", "lkj"),),
    ),
    Cacat(
        "SEL-013",
        "pk",
        "Program PK bawahan tidak ada dalam PK atasan",
        {"pk.tangkap.program.0": "PROGRAM PENGAWASAN SUMBER DAYA KELAUTAN DAN PERIKANAN"},
        "pengawasan",
    ),
    Cacat(
        "SEL-013",
        "pk",
        "Anggaran PK bawahan melampaui PK atasan",
        {"pk.sekretaris.anggaran.0": 4_951_600_000},
        "penunjang",
        (("SEL-012", "pk"),),
    ),
    Cacat(
        "SEL-014",
        "ra",
        "Rumusan indikator berbeda satu kata",
        {"ra.indikator.kelas": "Persentase kelompok usaha perikanan naik kelas"},
        "naik kelas",
    ),
    Cacat(
        "SEL-001",
        "pk",
        "Sasaran PK tidak ada dalam Renstra",
        {"pk.sasaran.susut": "Meningkatnya daya saing usaha wisata bahari"},
        "wisata bahari",
        (("SEL-009", "lkj"),),
    ),
    Cacat(
        "SEL-002",
        "pk",
        "Indikator PK tidak ada dalam Renstra dan IKU",
        {"pk.tambah": _tambahan("kapal", "mutu", "Persentase kapal perikanan yang berdokumen lengkap")},
        "kapal",
        (("SEL-005", "ra"), ("SEL-007", "*"), ("SEL-009", "lkj")),
    ),
)

# Second layout: other directions, units in the target, reports in one document.
HILIR = (
    Cacat(
        "SEL-003",
        "pk.kadis",
        "Satu IKU tidak diperjanjikan",
        {"pk.tanpa": ("susut",)},
        "susut",
        (("SEL-005", "ra"), ("SEL-007", "*"), ("SEL-009", "lkj")),
    ),
    Cacat(
        "SEL-004",
        "pk.kadis",
        "Target PK lebih rendah daripada Renstra",
        {"pk.target.ntn": "102,05"},
        "nilai tukar",
        (("SEL-006", "ra"), ("SEL-010", "lkj"), ("SEL-017", "pk.kadis")),
    ),
    Cacat(
        "SEL-001",
        "pk.kadis",
        "Sasaran Renstra lain sama sekali",
        {"renstra.sasaran.produksi": "Terjaganya kelestarian ekosistem pesisir"},
        "produksi perikanan",
    ),
    Cacat(
        "SEL-006",
        "ra",
        "Target tahunan Rencana Aksi lebih tinggi",
        {"ra.target.konsumsi": "38,90"},
        "konsumsi",
        (("RA-005", "ra"),),
    ),
    Cacat(
        "SEL-005",
        "ra",
        "Indikator PK tidak ada dalam Rencana Aksi",
        {"ra.tanpa": ("mutu",)},
        "standar mutu",
        (("SEL-007", "*"),),
    ),
    Cacat("SEL-007", "pkpk2", "Satu indikator tidak diukur pada TW II", {"pkpk2.tanpa": ("kelas",)}, "naik kelas"),
    Cacat(
        "SEL-007",
        "pkpk4",
        "Indikator lain diukur pada TW IV",
        {"pkpk4.tambah": _tambahan("pelabuhan", "konsumsi", "Luas kolam pelabuhan perikanan yang dikeruk")},
        "pelabuhan",
    ),
    Cacat(
        "SEL-008", "pkpk1", "Target TW I lebih rendah daripada Rencana Aksi", {"pkpk1.tw.kelas.1": "2,00"}, "naik kelas"
    ),
    Cacat("SEL-008", "pkpk4", "Target TW IV indikator turun lebih longgar", {"pkpk4.tw.susut.4": "12,50"}, "susut"),
    Cacat(
        "SEL-009",
        "lkj",
        "Indikator LKjIP tidak ada dalam PK",
        {"lkj.indikator.tangkap": "Volume ekspor hasil laut"},
        "ekspor",
        (("LKJ-010", "lkj"),),
    ),
    Cacat("SEL-010", "lkj", "Target LKjIP bertukar angka", {"lkj.target.budidaya": "12.060"}, "budidaya"),
    Cacat("SEL-011", "lkj", "Realisasi LKjIP salah satu angka", {"lkj.realisasi.kelas": "13,36"}, "naik kelas"),
    Cacat(
        "SEL-012",
        "tahunan",
        "Pagu program dalam pengukuran tahunan bertukar angka",
        {"tahunan.pagu.3.25.03": 1_505_200_000},
        "tangkap",
    ),
    Cacat(
        "SEL-013",
        "pk.kasubag",
        "Anggaran kegiatan bawahan melampaui program atasan",
        {"pk.kasubag.anggaran.1": 5_102_300_000},
        "",
        (("SEL-012", "*"),),
    ),
    Cacat(
        "SEL-014",
        "pkpk3",
        "Rumusan sasaran berbeda",
        {"pkpk3.sasaran.sejahtera": "Meningkatnya kesejahteraan para pelaku usaha bidang perikanan"},
        "pelaku usaha",
    ),
    Cacat(
        "SEL-014",
        "lkj",
        "Rumusan indikator berbeda",
        {"lkj.indikator.sakip": "Nilai hasil evaluasi akuntabilitas kinerja perangkat daerah"},
        "akuntabilitas",
    ),
    Cacat("SEL-015", "lkj", "Realisasi tahun lalu bertukar angka", {"lkj.lalu.budidaya": "12.151"}, "budidaya"),
    Cacat("SEL-016", "lkj", "Target akhir Renstra lebih tinggi", {"lkj.akhir.konsumsi": "41,80"}, "konsumsi"),
)
