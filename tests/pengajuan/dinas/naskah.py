"""Documents as blocks, and the printer's desk where a seeded defect replaces one printed value."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any


@dataclass(frozen=True)
class Sel:
    """A cell of a table; it may span rows and columns. `angka` and `format` are for a workbook's numeric cell."""

    teks: str
    baris: int = 1
    kolom: int = 1
    angka: float | None = None
    format: str = ""


Baris = Sequence["str | Sel"]


@dataclass(frozen=True)
class Tabel:
    """Header rows, body rows and the relative widths of the columns. Cells under a span are left out, as in HTML."""

    kepala: Sequence[Baris]
    isi: Sequence[Baris]
    lebar: Sequence[float]


@dataclass(frozen=True)
class Judul:
    teks: str
    tingkat: int = 1


@dataclass(frozen=True)
class Teks:
    teks: str
    rata: str = "kiri"
    tebal: bool = False


@dataclass(frozen=True)
class Daftar:
    butir: Sequence[str]


@dataclass(frozen=True)
class Identitas:
    """Lines "Nama : ...": name and value, printed without rules."""

    baris: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Tanda:
    """One or two signature blocks beside each other, each a list of lines."""

    kiri: Sequence[str]
    kanan: Sequence[str]


@dataclass(frozen=True)
class Halaman:
    """A page break; in a workbook, a new sheet of that name."""

    lembar: str = ""


Blok = Judul | Teks | Daftar | Identitas | Tanda | Halaman | Tabel


def petak(baris: Sequence[Baris]) -> Iterator[tuple[int, int, Sel]]:
    """Yield row, column and cell of every cell that is printed, counting the columns under spans."""
    terisi: set[tuple[int, int]] = set()
    for r, isi in enumerate(baris):
        k = 0
        for mentah in isi:
            sel = mentah if isinstance(mentah, Sel) else Sel(mentah)
            while (r, k) in terisi:
                k += 1
            yield r, k, sel
            terisi |= {(r + i, k + j) for i in range(sel.baris) for j in range(sel.kolom)}
            k += sel.kolom


@dataclass
class Meja:
    """Where every printed value passes: `ganti` replaces some of them by key, `dipakai` says which keys were asked."""

    ganti: Mapping[str, Any] = field(default_factory=dict)
    dipakai: set[str] = field(default_factory=set)

    def __call__(self, kunci: str, nilai: Any) -> Any:
        self.dipakai.add(kunci)
        return self.ganti.get(kunci, nilai)


def angka(nilai: Decimal | None, desimal: int = 2) -> str:
    """Print a number the Indonesian way; None is a dash."""
    if nilai is None:
        return "-"
    bulat = nilai.quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP)
    return f"{bulat:,.{desimal}f}".translate(str.maketrans(",.", ".,"))


def baca(teks: str) -> Decimal:
    """Read a number printed by `angka`."""
    return Decimal(teks.replace(".", "").replace(",", "."))


def rupiah(jumlah: int, awalan: str = "") -> str:
    return awalan + f"{jumlah:,}".replace(",", ".")


def capaian(target: Decimal | None, realisasi: Decimal | None, turun: bool = False) -> Decimal | None:
    """Capaian in percent, by the formula of the polarity; None where either side is missing."""
    if target is None or realisasi is None:
        return None
    atas = target - (realisasi - target) if turun else realisasi
    return (atas / target * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
