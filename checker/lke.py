"""The scored worksheet (LKE) as run.json prints it: proposals, the evaluator's answers, what counts in the end."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from saksama.checker.outcome import Status


class Kriteria(msgspec.Struct, frozen=True):
    """One criterion: usulan is the tool's ya / tidak / None; jawaban, alasan and catatan_evaluator the evaluator's own.

    tanggapan: what the unit answered to the note; prasyarat: the criteria it is built on; akhir: the answer that
    counts, after the control logic.
    """

    id: str
    teks: str
    status: Status
    usulan: Literal["ya", "tidak"] | None
    aturan: tuple[str, ...] = ()
    temuan: tuple[str, ...] = ()
    pertanyaan: str | None = None
    catatan: str | None = None
    jawaban: Literal["ya", "tidak"] | None = None
    alasan: str | None = None
    catatan_evaluator: str | None = None
    tanggapan: str | None = None
    prasyarat: tuple[str, ...] = ()
    akhir: Literal["ya", "tidak"] | None = None


class Subkomponen(msgspec.Struct, frozen=True):
    """gradasi: proposed grade, None when no criterion is decided (then nilai is the floor).

    akhir: the grade that counts: the evaluator's, else that of the answers to its criteria.
    """

    id: str
    nama: str
    bobot: Decimal
    gradasi: str | None
    nilai: Decimal
    lantai: Decimal
    plafon: Decimal
    kriteria: tuple[Kriteria, ...] = ()
    jawaban: str | None = None
    alasan: str | None = None
    catatan_evaluator: str | None = None
    tanggapan: str | None = None
    akhir: str | None = None


class Komponen(msgspec.Struct, frozen=True):
    id: str
    nama: str
    bobot: Decimal
    nilai: Decimal
    lantai: Decimal
    plafon: Decimal
    subkomponen: tuple[Subkomponen, ...] = ()


class Jenjang(msgspec.Struct, frozen=True):
    """A predicate for totals above `di_atas` (half-open)."""

    kode: str
    di_atas: Decimal
    sebutan: str


class Batas(msgspec.Struct, frozen=True):
    """The grade for a share of criteria met above `lebih_dari` per cent."""

    kode: str
    lebih_dari: Decimal


class LKE(msgspec.Struct, frozen=True):
    """The scored worksheet: proposed value, floor (undecided = not met), ceiling (undecided = met), coverage 0 to 1.

    gradasi: value out of 100 of each grade; jenjang: the predicates; ambang, penuh, nihil: grades by the share of
    criteria met. A worksheet counts on with them. nilai_akhir and predikat_akhir: with the evaluator's answers, None
    while there are none.
    """

    kerangka: str
    judul: str
    nilai: Decimal
    lantai: Decimal
    plafon: Decimal
    cakupan: Decimal
    predikat: str
    sebutan: str
    komponen: tuple[Komponen, ...] = ()
    gradasi: dict[str, Decimal] = {}
    jenjang: tuple[Jenjang, ...] = ()
    ambang: tuple[Batas, ...] = ()
    penuh: str | None = None
    nihil: str | None = None
    nilai_akhir: Decimal | None = None
    predikat_akhir: str | None = None
