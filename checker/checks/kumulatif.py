"""Realisation that runs on from quarter to quarter must not fall, in one form or from form to form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from saksama.checker import matching
from saksama.checker.checks.base import Case, Offence, TanpaParameter, Verdict, check, evidence, judge, not_applicable
from saksama.checker.checks.isian import row_label
from saksama.checker.checks.triwulan import LABEL, adds_up
from saksama.checker.submission import Part
from saksama.parsers.numbers import is_blank, parse_number

_ALIKE = 85.0


@check("kumulatif_naik", "rekaman", values=("indikator", "deret"))
def kumulatif_naik(case: Case, params: TanpaParameter) -> Verdict:
    """Realisasi indikator yang targetnya kumulatif tidak boleh menurun antartriwulan."""
    rows = [
        (index, row)
        for index, row in enumerate(case.isi.baris)
        if row.triwulan and _cumulative([quarter.target for quarter in row.triwulan], row.target)
    ]
    before = tuple(_fallen(case))
    if not rows and not before and not _before(case):
        return not_applicable("Tidak ada indikator yang targetnya jelas kumulatif per triwulan.")

    def offences() -> Iterator[Offence]:
        for index, row in rows:
            texts = [quarter.realisasi for quarter in row.triwulan if not is_blank(quarter.realisasi)]
            figures = [number.nilai for text in texts if (number := parse_number(text))]
            if any(a > b for a, b in pairwise(figures)):
                label = row_label(row, LABEL, index)
                values = {"indikator": label, "deret": " / ".join(text or "" for text in texts)}
                yield Offence(values, (case.bukti(f"baris.{index}", values["deret"]),), label, "realisasi")

    return judge((*offences(), *before))


def _before(case: Case) -> list[tuple[int, Any, int, Part]]:
    """Rows of a quarter's own form with cumulative targets in the Rencana Aksi, each with its row a quarter before."""
    quarter, year = case.isi.triwulan, case.isi.tahun
    if not isinstance(quarter, int) or quarter < 2 or year is None:
        return []
    rising = [
        row.indikator
        for part in case.submission.parts("rencana_aksi", tahun=year)
        for row in part.isi.sasaran
        if row.indikator and row.triwulan and _cumulative(row.triwulan, row.target)
    ]
    found = []
    for part in case.submission.parts("pengukuran_kinerja", tahun=year):
        if part.isi.triwulan != quarter - 1:
            continue
        earlier = {matching.normal(row.indikator): place for place, row in enumerate(part.isi.baris) if row.indikator}
        for index, row in enumerate(case.isi.baris):
            near = matching.nearest(row.indikator or "", rising)
            if near and near[1] >= _ALIKE and matching.normal(row.indikator) in earlier:
                found.append((index, row, earlier[matching.normal(row.indikator)], part))
    return found


def _fallen(case: Case) -> Iterator[Offence]:
    """Rows of a quarter's own form whose realisasi is below that of the quarter before."""
    for index, row, place, part in _before(case):
        was = part.isi.baris[place].realisasi
        old, new = parse_number(was), parse_number(row.realisasi)
        if old is None or new is None or is_blank(was) or is_blank(row.realisasi) or new.nilai >= old.nilai:
            continue
        label = row_label(row, LABEL, index)
        bukti = (
            case.bukti(f"baris.{index}.realisasi", row.realisasi),
            evidence(part, f"baris.{place}.realisasi", was, "realisasi"),
        )
        yield Offence({"indikator": label, "deret": f"{was} / {row.realisasi}"}, bukti, label, "realisasi")


def _cumulative(quarters: Sequence[str | None], annual: str | None) -> bool:
    if adds_up(quarters, annual):
        return False
    targets = [parse_number(text) for text in quarters]
    figures = [target.nilai for target in targets if target]
    return len(figures) == 4 and figures[0] < figures[3] and all(a <= b for a, b in pairwise(figures))
