"""What every planning and measurement document prints alike: its sasaran and indikator, after its overrides."""

from collections.abc import Iterator

from .data import IBU_KOTA, KABUPATEN, TAHUN, UNIT, Pejabat
from .data_indikator import INDIKATOR, SASARAN, Indikator
from .data_program import PROGRAM, Program
from .naskah import Meja, Sel, Tanda, Teks, angka

KOP = (
    Teks(f"PEMERINTAH {KABUPATEN.upper()}", "tengah", True),
    Teks(UNIT.upper(), "tengah", True),
    Teks(f"Jalan Dermaga Lama Nomor 17 {IBU_KOTA} 00321 Telepon (0000) 770321", "tengah"),
)


def kelompok(m: Meja, dok: str) -> Iterator[tuple[str, list[Indikator]]]:
    """Yield each sasaran as this document words it, with its indikator; `tanpa` leaves some out, `tambah` adds some."""
    semua = [i for i in INDIKATOR if i.kunci not in m(f"{dok}.tanpa", ())] + list(m(f"{dok}.tambah", ()))
    for kunci, sasaran in SASARAN.items():
        milik = [i for i in semua if i.sasaran == kunci]
        if milik:
            yield m(f"{dok}.sasaran.{kunci}", sasaran), milik


def nama(m: Meja, dok: str, i: Indikator) -> str:
    return m(f"{dok}.indikator.{i.kunci}", i.nama)


def satuan(m: Meja, dok: str, i: Indikator) -> str:
    return m(f"{dok}.satuan.{i.kunci}", i.satuan)


def target(m: Meja, dok: str, i: Indikator, tahun: int = TAHUN) -> str:
    """The target of a year as this document prints it; the key carries the year when it isn't the year judged."""
    kunci = f"{dok}.target.{i.kunci}" + ("" if tahun == TAHUN else f".{tahun}")
    return m(kunci, angka(i.target[tahun], i.desimal))


def program(m: Meja, dok: str) -> list[Program]:
    tanpa = m(f"{dok}.tanpa_program", ())
    return [p for p in PROGRAM if p.kode not in tanpa]


def pagu(m: Meja, dok: str, kode: str, nilai: int) -> int:
    return m(f"{dok}.pagu.{kode}", nilai)


def turun_ke_bawah(teks: str, isi: list) -> list:
    """A first cell merged over the rows of its group."""
    return [[Sel(teks, baris=len(isi)), *isi[0]], *isi[1:]]


def tanda(pejabat: Pejabat, tanggal: str, mengetahui: Pejabat | None = None, lengkap: bool = True) -> Tanda:
    """Signature block at the right, and one of the superior at the left where asked."""
    kiri: list[str] = []
    if mengetahui:
        kiri = ["", *_nama(mengetahui)]
    return Tanda(kiri, [f"{IBU_KOTA}, {tanggal}", *(_nama(pejabat) if lengkap else [])])


def _nama(pejabat: Pejabat) -> list[str]:
    atas = [pejabat.jabatan.upper() + ",", "", "ttd", "", pejabat.nama]
    return atas + ([pejabat.pangkat, f"NIP. {pejabat.nip}"] if pejabat.nip else [])
