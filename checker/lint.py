"""The evaluator's own papers (LKE, LHE) judged by the rules on them, and nothing else: `saksama lke uji`."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from saksama.checker.assess import Setting, assess
from saksama.checker.run import Run
from saksama.checker.submission import Keterangan, assemble
from saksama.parsers.berkas import Berkas

PAPERS = ("lembar_kerja_evaluasi", "hasil_evaluasi")
"""The kinds of paper that an evaluator writes."""
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
    return msgspec.structs.replace(run, lke=None, reviu=(), parameter=parameter)
