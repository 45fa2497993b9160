"""What is measured against what was promised, quarter by quarter."""

from __future__ import annotations

import msgspec

from saksama.checker.checks.base import Case, Offence, Verdict, check, judge
from saksama.checker.checks.pengajuan import ROMAN
from saksama.checker.checks.rujukan import Item, Rujukan, items
from saksama.checker.checks.selaras import Selaras, absent, isi_selaras
from saksama.checker.checks.triwulan import is_nothing


class Ukur(Selaras, frozen=True):
    """Selaras for measurements; each quarter's form must hold what the Rencana Aksi wants measured in that quarter."""


@check("ukur_selaras", "pengajuan", values=("isi", "dokumen", "terdekat", "kemiripan", "keadaan"))
def ukur_selaras(case: Case, params: Ukur) -> Verdict:
    """Indikator yang diukur harus yang diperjanjikan, dan yang bertarget pada satu triwulan harus diukur di situ."""
    verdict = isi_selaras(case, params)
    if verdict.status == "tidak_ada":
        return verdict
    year = case.submission.tahun
    measured = [part for part in case.submission.parts("pengukuran_kinerja", tahun=year) if part.isi.triwulan]
    planned = items(Rujukan(("rencana_aksi",), "sasaran", "indikator"), case.submission)
    offences: list[Offence] = []
    for part in measured:
        state = f"bertarget pada triwulan {ROMAN[part.isi.triwulan - 1]} dalam Rencana Aksi, tetapi tidak diukur"
        wanted = [item for item in planned if _due(item, part.isi.triwulan)]
        there = [item for item in items(params.sumber, case.submission) if item.part.record is part.record]
        lacking = list(absent(wanted, there, params.ambang, state, part.berkas.berkas))
        # A form that measures something else altogether is no form with a row left out.
        if len(lacking) * 2 <= len(wanted):
            offences += [msgspec.structs.replace(one, role=part.role) for one in lacking]
    if not offences:
        return verdict
    return judge((*verdict.offences, *offences))


def _due(item: Item, quarter: int) -> bool:
    """Whether the Rencana Aksi sets a target for that quarter."""
    return bool(item.row.triwulan) and not is_nothing(item.row.triwulan[quarter - 1])
