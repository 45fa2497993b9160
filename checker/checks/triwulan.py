"""Quarterly sequences: targets per triwulan, realisation that runs on, deadlines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from saksama.checker.checks.base import (
    Case,
    Offence,
    Params,
    TanpaParameter,
    Verdict,
    check,
    judge,
    manual,
    missing,
    not_applicable,
    passed,
)
from saksama.checker.checks.isian import heads_group, is_empty, row_label
from saksama.checker.checks.pengajuan import ROMAN
from saksama.parsers.dates import in_words
from saksama.parsers.numbers import canonical_unit, is_blank, parse_number

LABEL = ("indikator", "sasaran")
_IMPLAUSIBLE = 300
"""Days of delay from which a year was mistyped rather than a form late."""
NO_TABLE = "Tabel target triwulan tidak ditemukan atau tidak dikenali."


@check("target_triwulan_ada", "rekaman", values=("indikator",))
def target_triwulan_ada(case: Case, params: TanpaParameter) -> Verdict:
    """Setiap indikator harus mempunyai target pada sekurangnya satu triwulan."""
    rows = case.isi.sasaran
    if not rows:
        return missing(NO_TABLE)
    return judge(
        Offence({"indikator": label}, (case.bukti(f"sasaran.{index}", label, "triwulan"),), label, "triwulan")
        for index, row in enumerate(rows)
        for label in (row_label(row, LABEL, index),)
        if all(is_blank(value) for value in row.triwulan)
    )


class Deret(Params, frozen=True):
    """toleransi: allowed difference between a sum or last quarter and the annual target."""

    toleransi: float = 0.05


@check("deret_triwulan", "rekaman", values=("indikator", "deret", "target", "bacaan"))
def deret_triwulan(case: Case, params: Deret) -> Verdict:
    """Deret target triwulan harus cocok dengan salah satu cara baca: kumulatif, per triwulan, atau tetap."""
    rows = case.isi.sasaran
    if not rows:
        return missing(NO_TABLE)

    def offences() -> Iterator[Offence]:
        for index, row in enumerate(rows):
            values = [None if is_blank(text) else parse_number(text) for text in row.triwulan]
            figures = [value.nilai for value in values if value is not None]
            if not figures or any(not is_blank(t) and v is None for t, v in zip(row.triwulan, values, strict=True)):
                continue
            annual = parse_number(row.target)
            if annual:
                reading = sequence_fault(figures, annual.nilai, Decimal(str(params.toleransi)))
            else:
                reading = share_fault(figures) if _is_share(row) else None
            if reading:
                label = row_label(row, LABEL, index)
                shown = {
                    "indikator": label,
                    "deret": " / ".join(text or "-" for text in row.triwulan),
                    "target": row.target or "tidak tertulis",
                    "bacaan": reading,
                }
                path = f"sasaran.{index}.triwulan"
                yield Offence(shown, (case.bukti(path, shown["deret"], "triwulan"),), label, "triwulan")

    return judge(tuple(offences()))


def _is_share(row: Any) -> bool:
    return canonical_unit(row.satuan or "") == "%" or any("%" in (text or "") for text in row.triwulan)


def share_fault(figures: Sequence[Decimal]) -> str | None:
    """Why quarterly shares of a whole fit no reading when no annual target is written; None when one may fit.

    A sequence that goes up and down is no cumulative one; as parts of a year its sum can't exceed 100.
    """
    if _is_monotonic(figures) or sum(figures) <= 100:
        return None
    return f"naik turun, dan jumlahnya {_comma(sum(figures, Decimal(0)))} melebihi 100"


def _is_monotonic(figures: Sequence[Decimal]) -> bool:
    return all(a <= b for a, b in pairwise(figures)) or all(a >= b for a, b in pairwise(figures))


def sequence_fault(figures: Sequence[Decimal], annual: Decimal, tolerance: Decimal) -> str | None:
    """Why a sequence of quarterly targets fits no reading, naming the nearest; None when one fits.

    Readings: cumulative (running one way, the last equals the annual target), per quarter (the sum equals it),
    constant (each equals it). A quarter with 0 may be one in which nothing is due.
    """
    reached = [figure for figure in figures if figure] or list(figures)
    faults = [_fault(numbers, annual, tolerance) for numbers in (figures, reached)]
    return None if None in faults else faults[0]


def adds_up(quarters: Sequence[str | None], annual: str | None) -> bool:
    """Whether quarterly targets are each quarter's own: their sum is the annual target, and the last alone is not."""
    year = parse_number(annual)
    figures = [number.nilai for text in quarters if (number := parse_number(text))]
    return year is not None and len(figures) > 1 and figures[-1] != year.nilai and sum(figures) == year.nilai


def _fault(figures: Sequence[Decimal], annual: Decimal, tolerance: Decimal) -> str | None:
    gaps = {
        "kumulatif": abs(figures[-1] - annual) if _is_monotonic(figures) else None,
        "per triwulan": abs(sum(figures) - annual),
        "tetap": max(abs(value - annual) for value in figures),
    }
    fitting = {name: gap for name, gap in gaps.items() if gap is not None}
    if any(gap <= tolerance for gap in fitting.values()):
        return None
    name = min(fitting, key=lambda key: fitting[key])
    return f"paling dekat {name}, selisih {_comma(fitting[name])}"


def _comma(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")


@check("menumpuk_triwulan_iv", "rekaman", values=("indikator", "target"))
def menumpuk_triwulan_iv(case: Case, params: TanpaParameter) -> Verdict:
    """Target tidak boleh hanya ada pada triwulan IV; nol dan tanda hubung dihitung kosong."""
    rows = case.isi.sasaran
    if not rows:
        return missing(NO_TABLE)

    def offences() -> Iterator[Offence]:
        for index, row in enumerate(rows):
            *early, last = row.triwulan
            if not is_nothing(last) and all(is_nothing(value) for value in early):
                label = row_label(row, LABEL, index)
                path = f"sasaran.{index}.triwulan"
                yield Offence({"indikator": label, "target": last or ""}, (case.bukti(path, last),), label, "triwulan")

    return judge(offences())


def is_nothing(text: str | None) -> bool:
    """True for an empty cell, a dash and a zero."""
    number = parse_number(text)
    return is_blank(text) or (number is not None and number.nilai == 0)


@check("aksi_berjadwal", "rekaman", values=("kegiatan", "kurang"))
def aksi_berjadwal(case: Case, params: TanpaParameter) -> Verdict:
    """Setiap kegiatan harus mempunyai aksi, dan setiap aksi dijadwalkan pada sekurangnya satu triwulan."""
    rows = case.isi.aksi
    if not rows:
        return missing("Tabel kegiatan dan aksi tidak ditemukan atau tidak dikenali.")

    def offences() -> Iterator[Offence]:
        for index, row in enumerate(rows):
            if heads_group(rows, index):
                continue
            label = row_label(row, ("kegiatan", "aksi", "program"), index)
            lacking = []
            if is_empty(row.aksi):
                lacking.append("aksi")
            if row.triwulan is None or not any(row.triwulan):
                lacking.append("jadwal triwulan")
            if lacking:
                shown = {"kegiatan": label, "kurang": " dan ".join(lacking)}
                yield Offence(shown, (case.bukti(f"aksi.{index}", label),), label, "jadwal")

    return judge(offences())


class Tenggat(Params, frozen=True):
    """hari: days after the quarter's end; q4_mulai: for the fourth quarter the first and last day allowed (MM-DD)."""

    hari: int = 7
    q4_akhir: str = "12-31"


@check("tenggat_triwulan", "rekaman", values=("tanggal", "batas", "triwulan"))
def tenggat_triwulan(case: Case, params: Tenggat) -> Verdict:
    """Pengukuran triwulan disampaikan paling lambat minggu pertama sesudahnya (triwulan IV: akhir Desember)."""
    isi = case.isi
    if isi.triwulan is None:
        return not_applicable("Pengukuran tahunan tidak terikat tenggat triwulan.")
    if isi.tahun is None or not isi.tanggal:
        return missing("Tanggal atau tahun pengukuran tidak terbaca.")
    signed = dt.date.fromisoformat(isi.tanggal)
    if isi.triwulan == 4:
        last = dt.date.fromisoformat(f"{isi.tahun}-{params.q4_akhir}")
    else:
        last = dt.date(isi.tahun, isi.triwulan * 3 + 1, 1) + dt.timedelta(days=params.hari - 1)
    if signed <= last:
        return passed()
    if (signed - last).days > _IMPLAUSIBLE:
        return manual(
            f"Bertanggal {in_words(signed)} untuk tahun {isi.tahun}; periksa tahun pada judul atau tanggalnya."
        )
    values = {"tanggal": in_words(signed), "batas": in_words(last), "triwulan": ROMAN[isi.triwulan - 1]}
    return Verdict("temuan", None, (Offence(values, (case.bukti("tanggal", isi.tanggal),), kolom="tanggal"),))


class Jalur(Params, frozen=True):
    """ambang: achievement (per cent) below which an indikator is off its track."""

    ambang: float = 75.0


@check("pada_jalur", "rekaman", values=("indikator", "capaian", "ambang", "selisih"))
def pada_jalur(case: Case, params: Jalur) -> Verdict:
    """Capaian indikator tidak di bawah ambang untuk periode yang telah lewat."""
    rows = case.isi.baris
    if not rows:
        return missing("Tabel pengukuran tidak ditemukan atau tidak dikenali.")
    limit = Decimal(str(params.ambang))
    known = [(index, row, number.nilai) for index, row in enumerate(rows) if (number := parse_number(row.capaian))]
    if not known:
        return missing("Tidak ada capaian yang terbaca.")

    def offences() -> Iterator[Offence]:
        for index, row, figure in known:
            if figure < limit:
                label = row_label(row, LABEL, index)
                path = f"baris.{index}.capaian"
                values = {
                    "indikator": label,
                    "capaian": row.capaian,
                    "ambang": f"{params.ambang:g}",
                    "selisih": _comma(limit - figure),
                }
                yield Offence(
                    values, (case.bukti(path, row.capaian, "capaian"),), label, "capaian", case.certainty(path)
                )

    return judge(offences())
