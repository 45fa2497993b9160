"""The budget table of the annual report: do its rows add up to the totals it states?"""

from __future__ import annotations

from collections.abc import Iterator

from saksama.checker.checks.base import (
    Case,
    Offence,
    Params,
    Verdict,
    check,
    evidence,
    judge,
    missing,
    not_applicable,
    passed,
)
from saksama.checker.checks.laporan import is_partial, only
from saksama.checker.checks.perjanjian import rupiah


class Jumlah(Params, frozen=True):
    """toleransi: allowed difference in rupiah between the stated total and the sum of the rows."""

    toleransi: int = 1


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
    total = part.isi.total_anggaran
    programs = [
        row for row in part.isi.anggaran if (row.uraian or "").casefold().lstrip("0123456789. ").startswith("program")
    ]
    rows = programs or list(part.isi.anggaran)
    if total is None:
        return passed()

    def offences() -> Iterator[Offence]:
        for column, name in (("pagu", "pagu"), ("realisasi", "realisasi anggaran")):
            stated, amounts = getattr(total, column), [getattr(row, column) for row in rows]
            if stated is None or None in amounts or abs(sum(amounts) - stated) <= params.toleransi:
                continue
            values = {"kolom": name, "tertulis": rupiah(stated), "hitung": rupiah(sum(amounts))}
            yield Offence(values, (evidence(part, f"total_anggaran.{column}"),), "total", column, "sedang")

    return judge(offences())
