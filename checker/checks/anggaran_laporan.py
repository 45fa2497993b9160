"""The budget table of the annual report: do its rows add up to the totals it states?"""

from __future__ import annotations

from collections.abc import Sequence

from saksama.checker.checks.base import (
    Case,
    Offence,
    Params,
    Verdict,
    certainty,
    check,
    evidence,
    judge,
    missing,
    not_applicable,
    passed,
)
from saksama.checker.checks.laporan import is_partial, only
from saksama.checker.checks.perjanjian import rupiah
from saksama.parsers.records.types import AnggaranLaporan


class Jumlah(Params, frozen=True):
    """toleransi: allowed difference in rupiah between the stated total and the sum of the rows.

    jauh: share of the total beyond which a difference rather means another table's total, so that a person looks.
    """

    toleransi: int = 1
    jauh: float = 0.2


@check("total_laporan", "naskah", values=("kolom", "tertulis", "hitung"))
def total_laporan(case: Case, params: Jumlah) -> Verdict:
    """Total anggaran dan realisasi yang tertulis harus sama dengan jumlah baris programnya."""
    naskah = case.naskah
    assert naskah is not None
    part = next((part for part in naskah.parts if part.isi.anggaran), None)
    if part is None:
        return (
            not_applicable(only(naskah)) if is_partial(naskah) else missing("Tabel realisasi anggaran tidak dikenali.")
        )
    total, rows = part.isi.total_anggaran, part.isi.anggaran
    if total is None:
        return passed()
    offences: list[Offence] = []
    doubts: list[str] = []
    for column, name in (("pagu", "pagu"), ("realisasi", "realisasi anggaran")):
        stated, amounts = getattr(total, column), [getattr(row, column) for row in rows]
        if stated is None or None in amounts:
            continue
        differences = [abs(amount - stated) for amount in _sums(rows, amounts)]
        if min(differences) <= params.toleransi:
            continue
        computed = next(amount for amount in _sums(rows, amounts) if abs(amount - stated) == min(differences))
        if certainty(part, f"total_anggaran.{column}") == "rendah":
            doubts.append(
                f"total {name} {rupiah(stated)} dalam naskah berbeda dari jumlah baris tabel, {rupiah(computed)}"
            )
            continue
        if min(differences) > params.jauh * stated:
            doubts.append(f"total {name} {rupiah(stated)} jauh dari jumlah barisnya, {rupiah(computed)}")
            continue
        values = {"kolom": name, "tertulis": rupiah(stated), "hitung": rupiah(computed)}
        offences.append(Offence(values, (evidence(part, f"total_anggaran.{column}"),), "total", column, "sedang"))
    return judge(offences, doubts)


def _sums(rows: Sequence[AnggaranLaporan], amounts: Sequence[int]) -> list[int]:
    """What a total may stand for: all rows, the programs alone, or the rows up to one of them (a table per fund)."""
    programs = [
        amount
        for row, amount in zip(rows, amounts, strict=True)
        if (row.uraian or "").casefold().lstrip("0123456789. ").startswith("program")
    ]
    return [sum(amounts), sum(programs), *(sum(amounts[:end]) for end in range(2, len(amounts)))]
