"""A submission that has been read -> its Run, as `periksa` means it: waivers, answers, warnings."""

from __future__ import annotations

import datetime as dt

import msgspec

from saksama.app.answers import Given, load_answers, read_given
from saksama.app.collect import Collected, stop_if_unreadable
from saksama.app.setting import load_waivers
from saksama.checker.assess import Setting, assess
from saksama.checker.run import Run
from saksama.checker.submission import assemble


def judge(
    collected: Collected,
    setting: Setting,
    *,
    tahun: int | None = None,
    tanggal: dt.date | None = None,
    given: Given | None = None,
) -> Run:
    """The Run of a submission. tahun overrides what the documents say, given the answers that it came with.

    Raises JobError when not one file can be read or the answers belong elsewhere, DataError for a bad waiver.
    """
    accepted = load_waivers(collected.waivers, setting)
    stop_if_unreadable(collected.files)
    submission = assemble(collected.files, collected.keterangan, tahun=tahun, tanggal=tanggal, single=collected.single)
    answers, doubts = load_answers(read_given((), collected.answers) if given is None else given, submission, setting)
    run = assess(submission, setting, accepted, answers)
    return msgspec.structs.replace(run, peringatan=(*collected.peringatan, *doubts, *run.peringatan))
