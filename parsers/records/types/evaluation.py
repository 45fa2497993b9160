"""Records around an evaluation: LHE, its follow-up, minutes, worksheets, e-kinerja and other evidence."""

from __future__ import annotations

from typing import ClassVar

from saksama.parsers.records.types.base import Isi, Part, Row


class Komponen(Part, frozen=True):
    nama: str | None = None
    bobot: str | None = None
    nilai: str | None = None
    catatan: tuple[str, ...] = ()
    rekomendasi: tuple[str, ...] = ()


class HasilEvaluasi(Isi, frozen=True, tag="hasil_evaluasi"):
    """An evaluation report; nilai_narasi is the total that a sentence states where a table gives one, too."""

    JENIS: ClassVar[str] = "hasil_evaluasi"

    nilai: str | None = None
    predikat: str | None = None
    nilai_narasi: str | None = None
    tanggal_diterima: str | None = None
    komponen: tuple[Komponen, ...] = ()


class BarisTindakLanjut(Row, frozen=True):
    """tanggal: when it was followed up, as printed; tenggat: until when it is to be, where a column says so."""

    rekomendasi: str | None = None
    tindak_lanjut: str | None = None
    bukti: str | None = None
    status: str | None = None
    tanggal: str | None = None
    tenggat: str | None = None
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
    bukti: str | None = None


class LembarKerjaEvaluasi(Isi, frozen=True, tag="lembar_kerja_evaluasi"):
    """A worksheet; nilai and predikat are those of the whole. A row without kode gives one of them, or both."""

    JENIS: ClassVar[str] = "lembar_kerja_evaluasi"

    nilai: str | None = None
    predikat: str | None = None
    baris: tuple[BarisLKE, ...] = ()
    kolom: tuple[str, ...] = ()


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
