"""Records of planning documents: perjanjian kinerja, rencana aksi, renstra, IKU, renja, DPA, pedoman, cascading."""

from __future__ import annotations

from typing import ClassVar, Literal

from saksama.parsers.records.types.base import Isi, Part, Row, Tingkat


class Pihak(Part, frozen=True):
    nama: str | None = None
    jabatan: str | None = None
    pangkat: str | None = None
    nip: str | None = None
    nip_lain: tuple[str, ...] = ()
    """NIPs that other signature blocks print for the same person."""


class Pernyataan(Part, frozen=True):
    """Which of the three statements of the agreement's first page stand in the text."""

    pembuka: bool = False
    janji: bool = False
    supervisi: bool = False


class SasaranPK(Row, frozen=True):
    sasaran: str | None = None
    indikator: str | None = None
    satuan: str | None = None
    target: str | None = None


class AnggaranPK(Row, frozen=True):
    kode: str | None = None
    uraian: str | None = None
    jumlah: int | None = None
    jumlah_teks: str | None = None
    keterangan: str | None = None


class PerjanjianKinerja(Isi, frozen=True, tag="perjanjian_kinerja"):
    JENIS: ClassVar[str] = "perjanjian_kinerja"

    judul: str | None = None
    perubahan: bool = False
    tingkat: Tingkat | None = None
    pihak_pertama: Pihak | None = None
    pihak_kedua: Pihak | None = None
    pernyataan: Pernyataan = Pernyataan()
    tempat: str | None = None
    sasaran: tuple[SasaranPK, ...] = ()
    anggaran: tuple[AnggaranPK, ...] = ()
    total_anggaran: int | None = None
    total_anggaran_teks: str | None = None
    kolom_sasaran: tuple[str, ...] = ()
    kolom_anggaran: tuple[str, ...] = ()
    ada_pernyataan: bool = True
    """False for a lampiran that came without its statement page."""


class SasaranRA(Row, frozen=True):
    sasaran: str | None = None
    indikator: str | None = None
    satuan: str | None = None
    target: str | None = None
    triwulan: tuple[str | None, str | None, str | None, str | None] = (None, None, None, None)
    penanggung_jawab: str | None = None
    data_dukung: str | None = None


class Aksi(Row, frozen=True):
    program: str | None = None
    kegiatan: str | None = None
    indikator: str | None = None
    target: str | None = None
    aksi: str | None = None
    triwulan: tuple[bool, bool, bool, bool] | None = None
    anggaran: str | None = None
    penanggung_jawab: str | None = None
    data_dukung: str | None = None


class RencanaAksi(Isi, frozen=True, tag="rencana_aksi"):
    JENIS: ClassVar[str] = "rencana_aksi"

    judul: str | None = None
    sasaran: tuple[SasaranRA, ...] = ()
    aksi: tuple[Aksi, ...] = ()
    kolom_sasaran: tuple[str, ...] = ()
    kolom_aksi: tuple[str, ...] = ()
    tabel_lain: int | None = None
    """How many further tables the document holds whose columns were not recognised."""


class SasaranRenstra(Row, frozen=True):
    tujuan: str | None = None
    sasaran: str | None = None
    indikator: str | None = None
    satuan: str | None = None
    kondisi_awal: str | None = None
    target: dict[str, str | None] = {}
    kondisi_akhir: str | None = None


class ProgramRenstra(Row, frozen=True):
    kode: str | None = None
    uraian: str | None = None
    indikator: str | None = None
    satuan: str | None = None
    target: dict[str, str | None] = {}
    pagu: dict[str, str | None] = {}


class Renstra(Isi, frozen=True, tag="renstra"):
    JENIS: ClassVar[str] = "renstra"

    tahun_awal: int | None = None
    tahun_akhir: int | None = None
    sasaran: tuple[SasaranRenstra, ...] = ()
    program: tuple[ProgramRenstra, ...] = ()


class IndikatorIKU(Row, frozen=True):
    sasaran: str | None = None
    indikator: str | None = None
    satuan: str | None = None
    target: str | None = None
    formula: str | None = None
    sumber_data: str | None = None
    penanggung_jawab: str | None = None


class IKU(Isi, frozen=True, tag="iku"):
    JENIS: ClassVar[str] = "iku"

    tahun_awal: int | None = None
    tahun_akhir: int | None = None
    indikator: tuple[IndikatorIKU, ...] = ()
    kolom: tuple[str, ...] = ()


class BobotKomponen(Part, frozen=True):
    nama: str | None = None
    bobot: str | None = None


class Pedoman(Isi, frozen=True, tag="pedoman"):
    """A technical guide. lingkup: what it guides; bobot: component weights that it states."""

    JENIS: ClassVar[str] = "pedoman"

    judul: str | None = None
    lingkup: tuple[Literal["perencanaan", "pengukuran", "pelaporan", "evaluasi"], ...] = ()
    bobot: tuple[BobotKomponen, ...] = ()


class Cascading(Isi, frozen=True, tag="cascading"):
    JENIS: ClassVar[str] = "cascading"

    crosscutting: bool = False


class SasaranRenja(Row, frozen=True):
    tujuan: str | None = None
    sasaran: str | None = None
    indikator: str | None = None
    satuan: str | None = None
    target: str | None = None


class ProgramRenja(Row, frozen=True):
    kode: str | None = None
    uraian: str | None = None
    indikator: str | None = None
    satuan: str | None = None
    target: str | None = None
    pagu: int | None = None
    pagu_teks: str | None = None


class Renja(Isi, frozen=True, tag="renja"):
    JENIS: ClassVar[str] = "renja"

    sasaran: tuple[SasaranRenja, ...] = ()
    program: tuple[ProgramRenja, ...] = ()


class DPA(Isi, frozen=True, tag="dpa"):
    JENIS: ClassVar[str] = "dpa"

    program: tuple[ProgramRenja, ...] = ()
