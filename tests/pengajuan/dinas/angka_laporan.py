"""The figures of one LKjIP (of the year or of the year before), after its overrides."""

from dataclasses import dataclass
from decimal import Decimal

from .baris import kelompok, nama, pagu, satuan
from .data import TAHUN
from .data_indikator import Indikator
from .data_program import PROGRAM, SASARAN_KEGIATAN, Kegiatan
from .naskah import Meja, angka, baca, capaian


@dataclass(frozen=True)
class Angka:
    """The printed figures of one indikator in a report: all texts, with the computed capaian beside them."""

    nama: str
    satuan: str
    target: str
    realisasi: str
    lalu: str
    akhir: str
    capaian: str
    kemajuan: str
    tercapai: bool


@dataclass(frozen=True)
class Bagian:
    """One sasaran of the report: its indikator and its kegiatan with pagu and spending."""

    kunci: str
    sasaran: str
    indikator: list[Angka]
    kegiatan: list[tuple[Kegiatan, int, int]]

    @property
    def pagu(self) -> int:
        return sum(alokasi for _, alokasi, _ in self.kegiatan)

    @property
    def serap(self) -> int:
        return sum(serap for _, _, serap in self.kegiatan)


def bagian(m: Meja, dok: str, tahun: int) -> list[Bagian]:
    """Every sasaran of the report of a year (2023 or 2022), in order."""
    return [
        Bagian(
            milik[0].sasaran, sasaran, [_angka(m, dok, i, tahun) for i in milik], _uang(m, dok, milik[0].sasaran, tahun)
        )
        for sasaran, milik in kelompok(m, dok)
    ]


def _angka(m: Meja, dok: str, i: Indikator, tahun: int) -> Angka:
    nyata, lalu = (i.realisasi, i.lalu) if tahun == TAHUN else (i.lalu, i.target[tahun - 1])
    target = m(f"{dok}.target.{i.kunci}", angka(i.target[tahun], i.desimal))
    realisasi = m(f"{dok}.realisasi.{i.kunci}", angka(nyata, i.desimal))
    akhir = m(f"{dok}.akhir.{i.kunci}", angka(i.akhir, i.desimal))
    hasil = capaian(baca(target), baca(realisasi), i.turun)
    assert hasil is not None
    return Angka(
        nama(m, dok, i),
        satuan(m, dok, i),
        target,
        realisasi,
        m(f"{dok}.lalu.{i.kunci}", angka(lalu, i.desimal)),
        akhir,
        m(f"{dok}.capaian.{i.kunci}", angka(hasil)),
        angka(capaian(baca(akhir), baca(realisasi), i.turun)),
        hasil >= 100,
    )


def _uang(m: Meja, dok: str, sasaran: str, tahun: int) -> list[tuple[Kegiatan, int, int]]:
    hasil = []
    for p in PROGRAM:
        for k in p.kegiatan:
            if k.kode in SASARAN_KEGIATAN[sasaran]:
                alokasi, serap = (
                    (k.pagu, k.serap[3]) if tahun == TAHUN else (k.pagu * 96 // 100, k.serap[3] * 95 // 100)
                )
                hasil.append((k, pagu(m, dok, k.kode, alokasi), serap))
    return hasil


def persen(atas: int, bawah: int) -> str:
    return angka(Decimal(atas) / Decimal(bawah) * 100)


def selisih(atas: str, bawah: str) -> str:
    return angka(baca(atas) - baca(bawah))
