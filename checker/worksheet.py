"""An evaluation as figures: components with what stands below them, weights and values in points out of 100, totals.

The one view that the rules on worksheets (LKE) and reports (LHE) share. Weights printed as fractions (0.06) or per cent
are brought to points; what a text states is kept beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import msgspec

from saksama.parsers.numbers import parse_number
from saksama.parsers.records.komponen import component_key
from saksama.parsers.records.types import HasilEvaluasi, LembarKerjaEvaluasi

WHOLE = ("perencanaan kinerja", "pengukuran kinerja", "pelaporan kinerja", "evaluasi akuntabilitas kinerja internal")
"""The components that every evaluation since 2012 has: where one of them is missing, it was not read."""
FRACTIONS = Decimal("1.05")
"""Up to here a sum of weights or values is one of fractions."""


class Angka(msgspec.Struct, frozen=True):
    """A number in points, as printed, and how many decimals (of points) it is printed with."""

    nilai: Decimal
    teks: str
    desimal: int


class Butir(msgspec.Struct, frozen=True):
    """A component, sub-component or criterion; path: where its row stands in the record; induk: code of its parent."""

    kode: str
    uraian: str
    path: str
    bobot: Angka | None
    nilai: Angka | None
    jawaban: str | None = None
    catatan: str | None = None
    bukti: str | None = None

    @property
    def induk(self) -> str:
        """The code of what this belongs to; "" for a component."""
        return self.kode.rpartition(".")[0]

    @property
    def nama(self) -> str:
        """How a message names it."""
        return f"{self.kode} {self.uraian}" if self.kode and not self.kode.startswith("#") else self.uraian


class Akhir(msgspec.Struct, frozen=True):
    """A row that gives the value, the weight or the grade of the whole."""

    path: str
    bobot: Angka | None
    nilai: Angka | None
    predikat: str | None


class Lembar(msgspec.Struct, frozen=True):
    """One worksheet or score table: its parts in order and the rows on the whole. persen: values are per cent of the
    weight, not points."""

    butir: tuple[Butir, ...]
    akhir: tuple[Akhir, ...] = ()
    persen: bool = False

    @property
    def komponen(self) -> list[Butir]:
        """The components that bear a weight, a value or parts with one."""
        roots = [item for item in self.butir if not item.induk]
        return [item for item in roots if item.bobot or item.nilai or self.anak(item)]

    def anak(self, parent: Butir) -> list[Butir]:
        """The parts right below another."""
        return [item for item in self.butir if item.induk == parent.kode]

    def unread_parts(self, parent: Butir) -> list[str]:
        """The codes that are left out between the parts of another ("3.b" between 3.a and 3.c): they were not read."""
        ends = [item.kode.rpartition(".")[2] for item in self.anak(parent)]
        numbers = [int(end) if end.isdigit() else ord(end) - 96 if len(end) == 1 else 0 for end in ends]
        if not numbers or 0 in numbers:
            return []
        letters = not ends[0].isdigit()
        missing = [number for number in range(1, max(numbers)) if number not in numbers]
        return [f"{parent.kode}.{chr(number + 96) if letters else number}" for number in missing]

    @property
    def total(self) -> Akhir | None:
        """The row with the value of the whole: the last of several, those before it are of components."""
        return next((row for row in reversed(self.akhir) if row.nilai), None)

    @property
    def predikat(self) -> Akhir | None:
        """The row with the grade of the whole."""
        return next((row for row in reversed(self.akhir) if row.predikat), None)

    def unread(self) -> list[str]:
        """The names of components that every evaluation has, but that are not among these."""
        known = {component_key(item.uraian) for item in self.komponen}
        return [name for name in WHOLE if name not in known]


def sheets(isi: Any) -> list[Lembar]:
    """The worksheets or score tables of a record; those without any weight, value or answer are left out."""
    found = [_of_report(isi)] if isinstance(isi, HasilEvaluasi) else list(_of_worksheet(isi))
    return [sheet for sheet in found if sheet.butir]


def _of_report(isi: HasilEvaluasi) -> Lembar:
    rows = [
        Butir(
            f"#{index}",
            part.nama or "",
            f"komponen.{index}",
            read_score(part.bobot),
            read_score(part.nilai),
            None,
            None,
            None,
        )
        for index, part in enumerate(isi.komponen)
        if part.nama and (part.bobot or part.nilai)
    ]
    total = Akhir("", None, read_score(isi.nilai), isi.predikat)
    return _scaled(rows, [msgspec.structs.replace(total, path="nilai")])


def _of_worksheet(isi: LembarKerjaEvaluasi) -> Iterator[Lembar]:
    """The code of a component or sub-component that comes again begins another sheet of the workbook."""
    rows: list[Butir] = []
    ends: list[Akhir] = []
    for index, row in enumerate(isi.baris):
        path = f"baris.{index}"
        if row.kode is None:
            ends.append(Akhir(path, read_score(row.bobot), read_score(row.nilai), row.jawaban))
            continue
        if row.kode.count(".") < 2 and any(item.kode == row.kode for item in rows):
            yield _scaled(rows, ends)
            rows, ends = [], []
        bobot, nilai = read_score(row.bobot), read_score(row.nilai)
        rows.append(Butir(row.kode, row.uraian or "", path, bobot, nilai, row.jawaban, row.catatan, row.bukti))
    if rows or ends:
        yield _scaled(rows, ends)


def read_score(text: str | None) -> Angka | None:
    """A number of at most 100; of two readings the one that can be a score."""
    found = parse_number(text)
    if found is None or found.nilai < 0:
        return None
    value = found.lain if found.nilai > 100 and found.lain is not None and found.lain <= 100 else found.nilai
    digits = re.match(r"\D*\d+(?:[.,](\d+))?", found.teks)
    return Angka(value, found.teks.strip(), len(digits[1] or "") if digits else 0)


def _scaled(rows: Sequence[Butir], ends: Sequence[Akhir]) -> Lembar:
    """Weights and values in points, and whether values are per cent of the weight."""
    roots = [row for row in rows if not row.induk] or list(rows)
    weights = _factor([row.bobot for row in roots], [row.bobot for row in rows])
    values = _factor([row.nilai for row in roots], [row.nilai for row in rows])
    butir = tuple(
        msgspec.structs.replace(row, bobot=_times(row.bobot, weights), nilai=_times(row.nilai, values)) for row in rows
    )
    akhir = tuple(
        msgspec.structs.replace(row, bobot=_times(row.bobot, weights), nilai=_times(row.nilai, values)) for row in ends
    )
    both = [row for row in butir if row.bobot and row.nilai and row.nilai.nilai > 0]
    above = sum(row.nilai.nilai > row.bobot.nilai for row in both if row.bobot and row.nilai)
    return Lembar(butir, akhir, len(both) > 2 and above * 2 > len(both))


def _factor(roots: Sequence[Angka | None], every: Sequence[Angka | None]) -> int:
    """100 where the numbers are fractions of one ("0,3"), else 1; a printed per cent sign means points."""
    known = [number for number in roots if number] or [number for number in every if number]
    if not known or any("%" in number.teks for number in known):
        return 1
    total = sum((number.nilai for number in known), Decimal(0))
    fractions = len(known) > 1 and all(number.nilai <= 1 for number in known)
    return 100 if fractions and 0 < total <= FRACTIONS else 1


def _times(number: Angka | None, factor: int) -> Angka | None:
    if number is None or factor == 1:
        return number
    return Angka(number.nilai * factor, number.teks, max(0, number.desimal - 2))


def plain(value: Decimal) -> str:
    """A score as people write it: comma, two decimals at least where there are any."""
    text = f"{value.normalize():f}"
    whole, _, rest = text.partition(".")
    return f"{whole},{rest.ljust(2, '0')}" if rest else f"{whole},00"
