"""The typed records of RECORDS: what is read out of each kind of document.

Field names are the field's own terms. Every leaf is what is printed (or null); amounts of money are integer rupiah
with the printed text beside them in a field of the same name plus `_teks`. What is not in the document is None.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Literal

import msgspec

from saksama.parsers.model import Location

JENIS = (
    "perjanjian_kinerja",
    "rencana_aksi",
    "pengukuran_kinerja",
    "laporan_kinerja",
    "renstra",
    "iku",
    "hasil_evaluasi",
    "tindak_lanjut",
    "notulen",
    "lembar_kerja_evaluasi",
    "pedoman",
    "cascading",
    "renja",
    "dpa",
    "ekinerja",
    "bukti",
)
"""Every kind of document; `lain` stands for none of them."""

Tingkat = Literal["kepala_daerah", "staf_ahli", "asisten", "kepala_pd", "eselon_iii", "eselon_iv", "pelaksana"]
YaTidak = Literal["ya", "tidak", "tidak_diketahui"]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a record: unknown fields are refused, so that a typo in a rule's example is seen."""


class Row(Part, frozen=True):
    """A table row; `lain` keeps further columns of the document under the names it prints."""

    lain: dict[str, str] = {}


class Triwulan(Part, frozen=True):
    target: str | None = None
    realisasi: str | None = None
    capaian: str | None = None


class AnggaranTriwulan(Part, frozen=True):
    pagu: int | None = None
    realisasi: int | None = None
    capaian: str | None = None


class Pihak(Part, frozen=True):
    nama: str | None = None
    jabatan: str | None = None
    pangkat: str | None = None
    nip: str | None = None


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


class Isi(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="jenis"):
    """What every record has; `tahun` is the year of performance, `unit` the perangkat daerah (not a bidang)."""

    JENIS: ClassVar[str]

    unit: str | None = None
    tahun: int | None = None
    nomor: str | None = None
    tanggal: str | None = None
    bertanda_tangan: YaTidak | None = None


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


class BarisPengukuran(Row, frozen=True):
    tujuan: str | None = None
    sasaran: str | None = None
    indikator: str | None = None
    satuan: str | None = None
    target: str | None = None
    realisasi: str | None = None
    capaian: str | None = None
    triwulan: tuple[Triwulan, Triwulan, Triwulan, Triwulan] | None = None
    program: str | None = None
    kondisi_akhir: str | None = None
    capaian_kondisi_akhir: str | None = None


class AnggaranPengukuran(Row, frozen=True):
    kode: str | None = None
    uraian: str | None = None
    pagu: int | None = None
    pagu_teks: str | None = None
    realisasi: int | None = None
    realisasi_teks: str | None = None
    capaian: str | None = None
    triwulan: tuple[AnggaranTriwulan, AnggaranTriwulan, AnggaranTriwulan, AnggaranTriwulan] | None = None


class PengukuranKinerja(Isi, frozen=True, tag="pengukuran_kinerja"):
    JENIS: ClassVar[str] = "pengukuran_kinerja"

    judul: str | None = None
    triwulan: int | None = None
    baris: tuple[BarisPengukuran, ...] = ()
    anggaran: tuple[AnggaranPengukuran, ...] = ()
    kolom: tuple[str, ...] = ()


Halaman = int | bool | None
"""First page from 1, True where the format has no pages, None when absent."""


class Bagian(Part, frozen=True):
    kata_pengantar: Halaman = None
    daftar_isi: Halaman = None
    daftar_tabel: Halaman = None
    ikhtisar_eksekutif: Halaman = None
    bab_1: Halaman = None
    bab_2: Halaman = None
    bab_3: Halaman = None
    bab_4: Halaman = None
    lampiran: Halaman = None


class Perbandingan(Part, frozen=True):
    """Pages on which such a table or analysis stands; True where the format has no pages."""

    target_realisasi: tuple[int | bool, ...] = ()
    tahun_lalu: tuple[int | bool, ...] = ()
    akhir_renstra: tuple[int | bool, ...] = ()
    nasional: tuple[int | bool, ...] = ()
    alokasi: tuple[int | bool, ...] = ()
    kinerja_anggaran: tuple[int | bool, ...] = ()
    efisiensi: tuple[int | bool, ...] = ()
    analisis_penyebab: tuple[int | bool, ...] = ()
    program_penunjang: tuple[int | bool, ...] = ()
    realisasi_anggaran: tuple[int | bool, ...] = ()


class CapaianLaporan(Row, frozen=True):
    """One row of a target/realisasi table. tahun is the year the figures are for (None: the report's year)."""

    tabel: str | None = None
    halaman: int | None = None
    tahun: int | None = None
    sasaran: str | None = None
    indikator: str | None = None
    satuan: str | None = None
    target: str | None = None
    realisasi: str | None = None
    capaian: str | None = None
    target_akhir: str | None = None
    """End-of-Renstra target, where the table has that column."""
    realisasi_lalu: str | None = None
    """Last year's realisasi, where the table has that column."""


class AnggaranLaporan(Row, frozen=True):
    tabel: str | None = None
    halaman: int | None = None
    uraian: str | None = None
    pagu: int | None = None
    pagu_teks: str | None = None
    realisasi: int | None = None
    realisasi_teks: str | None = None
    capaian: str | None = None


class TotalAnggaran(Part, frozen=True):
    pagu: int | None = None
    realisasi: int | None = None
    capaian: str | None = None


class LaporanKinerja(Isi, frozen=True, tag="laporan_kinerja"):
    JENIS: ClassVar[str] = "laporan_kinerja"

    judul: str | None = None
    bagian: Bagian = Bagian()
    perbandingan: Perbandingan = Perbandingan()
    capaian: tuple[CapaianLaporan, ...] = ()
    rencana: tuple[CapaianLaporan, ...] = ()
    """Rows of tables before chapter III that only set the year's targets (RKT, PK): no realisasi, no capaian."""
    anggaran: tuple[AnggaranLaporan, ...] = ()
    total_anggaran: TotalAnggaran | None = None
    sebagian: bool = False
    """True for a file that holds only some chapters of a report."""


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


class Komponen(Part, frozen=True):
    nama: str | None = None
    bobot: str | None = None
    nilai: str | None = None
    catatan: tuple[str, ...] = ()
    rekomendasi: tuple[str, ...] = ()


class HasilEvaluasi(Isi, frozen=True, tag="hasil_evaluasi"):
    JENIS: ClassVar[str] = "hasil_evaluasi"

    nilai: str | None = None
    predikat: str | None = None
    tanggal_diterima: str | None = None
    komponen: tuple[Komponen, ...] = ()


class BarisTindakLanjut(Row, frozen=True):
    rekomendasi: str | None = None
    tindak_lanjut: str | None = None
    bukti: str | None = None
    status: str | None = None
    tanggal: str | None = None
    penanggung_jawab: str | None = None


class TindakLanjut(Isi, frozen=True, tag="tindak_lanjut"):
    JENIS: ClassVar[str] = "tindak_lanjut"

    tanggal_diterima: str | None = None
    baris: tuple[BarisTindakLanjut, ...] = ()
    kolom: tuple[str, ...] = ()


class Notulen(Isi, frozen=True, tag="notulen"):
    """Minutes of a monitoring meeting; each list holds the paragraphs or cells of that part."""

    JENIS: ClassVar[str] = "notulen"

    triwulan: int | None = None
    capaian: tuple[str, ...] = ()
    rekomendasi: tuple[str, ...] = ()
    upaya: tuple[str, ...] = ()
    tindak_lanjut: tuple[str, ...] = ()


class BarisLKE(Row, frozen=True):
    kode: str | None = None
    uraian: str | None = None
    bobot: str | None = None
    jawaban: str | None = None
    nilai: str | None = None
    catatan: str | None = None


class LembarKerjaEvaluasi(Isi, frozen=True, tag="lembar_kerja_evaluasi"):
    JENIS: ClassVar[str] = "lembar_kerja_evaluasi"

    baris: tuple[BarisLKE, ...] = ()
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


class PegawaiEKinerja(Row, frozen=True):
    nama: str | None = None
    nip: str | None = None
    jabatan: str | None = None
    terisi: bool | None = None
    terverifikasi: bool | None = None


class EKinerja(Isi, frozen=True, tag="ekinerja"):
    JENIS: ClassVar[str] = "ekinerja"

    baris: tuple[PegawaiEKinerja, ...] = ()


class Bukti(Isi, frozen=True, tag="bukti"):
    """Any evidence file; tema: which topics its text names (sk_tim, penghargaan, hukuman, publikasi ...)."""

    JENIS: ClassVar[str] = "bukti"

    judul: str | None = None
    tema: tuple[str, ...] = ()


AnyIsi = (
    PerjanjianKinerja
    | RencanaAksi
    | PengukuranKinerja
    | LaporanKinerja
    | Renstra
    | IKU
    | HasilEvaluasi
    | TindakLanjut
    | Notulen
    | LembarKerjaEvaluasi
    | Pedoman
    | Cascading
    | Renja
    | DPA
    | EKinerja
    | Bukti
)
ISI: dict[str, type[Isi]] = {
    cls.JENIS: cls
    for cls in (
        PerjanjianKinerja,
        RencanaAksi,
        PengukuranKinerja,
        LaporanKinerja,
        Renstra,
        IKU,
        HasilEvaluasi,
        TindakLanjut,
        Notulen,
        LembarKerjaEvaluasi,
        Pedoman,
        Cascading,
        Renja,
        DPA,
        EKinerja,
        Bukti,
    )
}


class Record(msgspec.Struct, frozen=True):
    """One record with the place of each leaf: lokasi maps a path ("sasaran.0.target") to where it stands.

    ragu lists paths whose reading is uncertain, with the reason in Indonesian; rules report on them with low confidence
    or hand them to a person.
    """

    isi: AnyIsi
    lokasi: Mapping[str, Location] = {}
    peringatan: tuple[str, ...] = ()
    ragu: Mapping[str, str] = {}

    def place(self, path: str) -> Location | None:
        """Where the value at a path stands: its own place, else that of its row or part, else of the record."""
        while path:
            if path in self.lokasi:
                return self.lokasi[path]
            path = path.rpartition(".")[0]
        return self.lokasi.get("")


class At(msgspec.Struct, frozen=True):
    """A value on its way into a record, with its place and, when doubtful, why."""

    value: Any
    location: Location | None = None
    ragu: str | None = None


def build(jenis: str, tree: Mapping[str, Any], place: Location, warnings: Iterable[str] = ()) -> Record:
    """A Record from a tree of dicts and lists whose leaves are plain values or At.

    The places of the leaves are collected by path; `place` is that of the record itself. Raises
    msgspec.ValidationError when the tree doesn't fit the type of that kind: a bug of the extractor.
    """
    places: dict[str, Location] = {"": place}
    doubts: dict[str, str] = {}

    def plain(value: Any, path: str) -> Any:
        if isinstance(value, At):
            if value.location is not None:
                places[path] = value.location
            if value.ragu:
                doubts[path] = value.ragu
            return plain(value.value, path)
        prefix = f"{path}." if path else ""
        if isinstance(value, Mapping):
            return {key: plain(below, f"{prefix}{key}") for key, below in value.items()}
        if isinstance(value, list | tuple):
            return [plain(below, f"{prefix}{index}") for index, below in enumerate(value)]
        return value

    isi: Any = msgspec.convert({"jenis": jenis, **plain(tree, "")}, ISI[jenis])
    return Record(isi, places, tuple(warnings), doubts)
