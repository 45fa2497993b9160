"""Guards against a step that suddenly takes many times what it takes; the figures themselves are in bench/README.md."""

import datetime as dt
from time import process_time

from saksama.app.check import PAPERS
from saksama.app.collect import collect
from saksama.app.judge import judge
from saksama.app.setting import load_setting
from saksama.app.work.options import opened
from saksama.checker import profile
from saksama.parsers.resources import SAMPLES
from saksama.reports.formats import FORMATS


def test_judging_a_unit_and_writing_its_papers_takes_no_longer_than_a_moment():
    setting = load_setting(profile.DEFAULT, None)
    with opened(2, tanpa_tembolok=True) as pool:
        collected = collect([SAMPLES / "bermasalah"], pool)
    start = process_time()
    run = judge(collected, setting, tanggal=dt.date(2025, 3, 10))
    for name in PAPERS:
        FORMATS[name][1](run)
    # 0.6 s on an office machine, the libraries of the papers loaded.
    assert process_time() - start < 4


def test_the_rulebook_loads_in_a_moment():
    load_setting(profile.DEFAULT, None)
    start = process_time()
    load_setting(profile.DEFAULT, None)
    # A third of a second on an office machine.
    assert process_time() - start < 3
