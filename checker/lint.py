"""The evaluator's own papers (LKE, LHE) judged by the rules on them, and nothing else: `saksama lke uji`."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from saksama.checker.assess import Setting, assess
from saksama.checker.run import Hasil, Run
from saksama.checker.submission import Keterangan, assemble
from saksama.parsers.berkas import Berkas
from saksama.parsers.excel.xlsx import UNCALCULATED

PAPERS = ("lembar_kerja_evaluasi", "hasil_evaluasi")
"""The kinds of paper that an evaluator writes."""
_CALCULATE = (
    "Sebagian rumus pada berkas ini belum ada hasilnya: buka dengan Excel atau LibreOffice, simpan, lalu uji lagi."
)
_FAMILIES = ("LKE-", "LHE-")


def lint(files: Sequence[Berkas], setting: Setting) -> Run:
    """The Run of these papers, all of them the evaluator's: an earlier LHE among them is what a later one follows.

    There is no worksheet and no review form in it: nothing is scored.
    """
    rules = {id_: bound for id_, bound in setting.profile.rules.items() if id_.startswith(_FAMILIES)}
    profile = msgspec.structs.replace(setting.profile, rules=rules)
    years = [record.isi.tahun for file in files for record in file.records if record.isi.tahun]
    submission = assemble(files, Keterangan(), tahun=max(years, default=None))
    run = assess(submission, msgspec.structs.replace(setting, profile=profile))
    parameter = {id_: values for id_, values in run.parameter.items() if id_ in rules}
    raw = {file.berkas for file in files if any(UNCALCULATED in text for text in file.peringatan)}
    hasil = tuple(_explained(item) if item.berkas in raw else item for item in run.hasil)
    return msgspec.structs.replace(run, lke=None, reviu=(), parameter=parameter, hasil=hasil)


def _explained(item: Hasil) -> Hasil:
    """An outcome that lacks something, on a workbook whose formulas have no results: that may be why."""
    if item.status != "tidak_ada":
        return item
    return msgspec.structs.replace(item, alasan=" ".join(filter(None, (item.alasan, _CALCULATE))))
