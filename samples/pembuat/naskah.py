"""What a made-up document is before it becomes a file: blocks, tables, and Indonesian numbers and dates.

A document is a tuple of blocks; the three writers (docx, pdf, xlsx) turn the same blocks into a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal

import msgspec

Rata = Literal["kiri", "tengah", "kanan"]
BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


class Sel(msgspec.Struct, frozen=True):
    """A table cell that may span columns and rows; angka is the number behind the text, for a worksheet."""

    teks: str
    kolom: int = 1
    baris: int = 1
    rata: Rata = "kiri"
    tebal: bool = False
    angka: int | Decimal | None = None


class Tabel(msgspec.Struct, frozen=True):
    """A ruled table; rows leave out the cells that a span covers.

    lebar: relative widths of the columns; ukuran: size of its letters in points, where it is not that of the file.
    """

    lebar: tuple[float, ...]
    kepala: tuple[tuple[Sel, ...], ...]
    isi: tuple[tuple[Sel, ...], ...]
    judul: str | None = None
    bergaris: bool = True
    ukuran: float | None = None


class Judul(msgspec.Struct, frozen=True):
    """A heading. tingkat 0: title of the document; 1: chapter; 2: section; 3: subsection. Lines split by newline."""

    teks: str
    tingkat: int = 0


class Paragraf(msgspec.Struct, frozen=True):
    teks: str
    rata: Literal["kiri", "tengah", "kanan", "penuh"] = "penuh"
    tebal: bool = False
    menjorok: bool = False


class Butir(msgspec.Struct, frozen=True):
    """A list with typed labels ("1.", "a.")."""

    isi: tuple[tuple[str, str], ...]


class Pasangan(msgspec.Struct, frozen=True):
    """Label and value pairs, "Nama : ..."."""

    isi: tuple[tuple[str, str], ...]


class Kop(msgspec.Struct, frozen=True):
    """Letterhead: lines, the last in small print, and a rule below."""

    baris: tuple[str, ...]


class TandaTangan(msgspec.Struct, frozen=True):
    """Signature blocks side by side; a block is its lines, an empty one leaves that side free."""

    blok: tuple[tuple[str, ...], ...]


class HalamanBaru(msgspec.Struct, frozen=True):
    pass


class DaftarIsi(msgspec.Struct, frozen=True):
    """A table of contents (of headings) or of tables, with page numbers where the file has pages."""

    apa: Literal["judul", "tabel"]


Blok = Tabel | Judul | Paragraf | Butir | Pasangan | Kop | TandaTangan | HalamanBaru | DaftarIsi


class Dokumen(msgspec.Struct, frozen=True):
    """A document: blocks, or sheets of blocks for a workbook; kaki is the footer of a paged document."""

    blok: tuple[Blok, ...]
    mendatar: bool = False
    kaki: str = ""
    lembar: tuple[tuple[str, tuple[Blok, ...]], ...] = ()


class Tata(msgspec.Struct, frozen=True):
    """A cell with its place in the grid, rows and columns from 0."""

    baris: int
    kolom: int
    sel: Sel


def tata(tabel: Tabel) -> list[Tata]:
    """Every cell of a table at its place, spans accounted for. Raises ValueError for a row that leaves a gap."""
    taken: set[tuple[int, int]] = set()
    cells: list[Tata] = []
    for row, line in enumerate((*tabel.kepala, *tabel.isi)):
        column = 0
        for sel in line:
            while (row, column) in taken:
                column += 1
            cells.append(Tata(row, column, sel))
            taken.update((row + dr, column + dc) for dr in range(sel.baris) for dc in range(sel.kolom))
            column += sel.kolom
        if {(row, c) for c in range(len(tabel.lebar))} - taken:
            raise ValueError(f"row {row} of table {tabel.judul!r} does not fill {len(tabel.lebar)} columns")
    return cells


def kepala(*teks: str) -> tuple[Sel, ...]:
    """A header row of plain cells."""
    return tuple(Sel(one, rata="tengah", tebal=True) for one in teks)


def nomor_kolom(banyak: int) -> tuple[Sel, ...]:
    """The row "(1) (2) (3)" under a header."""
    return tuple(Sel(f"({n})", rata="tengah") for n in range(1, banyak + 1))


def baris(*isi: str | Sel) -> tuple[Sel, ...]:
    """A row of cells from texts and cells."""
    return tuple(Sel(one) if isinstance(one, str) else one for one in isi)


def bulat(nilai: Decimal, desimal: int = 2) -> Decimal:
    """A number rounded half up."""
    return nilai.quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP)


def angka(nilai: Decimal | int, desimal: int = 2) -> str:
    """A number as Indonesia prints it: 1.234,50."""
    text = f"{bulat(Decimal(nilai), desimal):,}"
    return text.translate(str.maketrans(",.", ".,"))


def rupiah(nilai: int) -> str:
    """An amount: Rp2.970.000.000."""
    return f"Rp{angka(nilai, 0)}"


def tengah(teks: str) -> Sel:
    """A centred cell."""
    return Sel(teks, rata="tengah")


def nilai(jumlah: Decimal | int | str, desimal: int = 2) -> Sel:
    """A right-aligned number; a text is printed as it is."""
    if isinstance(jumlah, str):
        return Sel(jumlah, rata="kanan")
    return Sel(angka(jumlah, desimal), rata="kanan", angka=jumlah if desimal == 0 else bulat(Decimal(jumlah), desimal))


def tanggal(iso: str) -> str:
    """2024-01-15 as 15 Januari 2024."""
    year, month, day = iso.split("-")
    return f"{int(day)} {BULAN[int(month) - 1]} {year}"


def bernomor(isi: Iterable[str]) -> Butir:
    """A list numbered 1., 2., 3."""
    return Butir(tuple((f"{n}.", teks) for n, teks in enumerate(isi, 1)))


class Sumber:
    """The overrides of a submission: what a fault prints instead of what the data say.

    Every printed thing that a fault may change is asked for by its key; `dipakai` remembers the keys that were asked
    for, so that a fault nobody prints is noticed.
    """

    def __init__(self, ubahan: dict[str, Any]) -> None:
        self._ubahan = ubahan
        self.dipakai: set[str] = set()

    def nilai(self, kunci: str, bawaan: Any) -> Any:
        """The override of a key, or the given value."""
        if kunci not in self._ubahan:
            return bawaan
        self.dipakai.add(kunci)
        return self._ubahan[kunci]

    def belum_dipakai(self) -> set[str]:
        """The overrides that no document printed."""
        return set(self._ubahan) - self.dipakai
