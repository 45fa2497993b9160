"""The made-up Dinas Perikanan of a regency that does not exist: people, sasaran, indikator, programs, amounts.

Figures are kept as Decimal; how they are printed is decided by the documents. All names and NIP are invented; codes and
names of programs follow the national list.
"""

from dataclasses import dataclass

KABUPATEN = "Kabupaten Tanjung Permai"
UNIT = "Dinas Perikanan"
UNIT_LENGKAP = f"{UNIT} {KABUPATEN}"
IBU_KOTA = "Permai Kota"
TAHUN = 2023
TUJUAN = "Meningkatnya kontribusi sektor perikanan terhadap perekonomian daerah"


@dataclass(frozen=True)
class Pejabat:
    """An official: `kunci` names the post in this generator."""

    kunci: str
    jabatan: str
    nama: str
    pangkat: str = ""
    nip: str = ""


BUPATI = Pejabat("bupati", "Bupati Tanjung Permai", "H. Adnan Kusumajaya")
KADIS = Pejabat(
    "kadis",
    "Kepala Dinas Perikanan",
    "Ir. Bagaskara Wirayudha, M.Si.",
    "Pembina Utama Muda (IV/c)",
    "196804121994031007",
)
SEKRETARIS = Pejabat(
    "sekretaris",
    "Sekretaris Dinas Perikanan",
    "Dra. Laksmi Purnamawati",
    "Pembina Tingkat I (IV/b)",
    "197109231997032004",
)
KABID_TANGKAP = Pejabat(
    "tangkap", "Kepala Bidang Perikanan Tangkap", "Hendarto Mulyasari, S.Pi.", "Pembina (IV/a)", "197506152003121002"
)
KABID_BUDIDAYA = Pejabat(
    "budidaya",
    "Kepala Bidang Perikanan Budidaya dan Pengolahan Hasil",
    "Wening Astrini, S.Pi., M.P.",
    "Pembina (IV/a)",
    "197811022005012010",
)
KASUBAG = Pejabat(
    "kasubag",
    "Kepala Subbagian Perencanaan dan Keuangan",
    "Yudhistira Pranowo, S.E.",
    "Penata Tingkat I (III/d)",
    "198302172008011005",
)
INSPEKTUR = Pejabat(
    "inspektur", "Inspektur Daerah", "Drs. Saptono Wiratama, Ak.", "Pembina Utama Muda (IV/c)", "196710301993031003"
)
SEKDA = Pejabat(
    "sekda", "Sekretaris Daerah", "Ir. Mahesa Gunadharma, M.T.", "Pembina Utama Madya (IV/d)", "196602051991031004"
)
