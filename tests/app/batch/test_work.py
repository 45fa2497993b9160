"""The work itself with a doer that misbehaves: a unit that breaks, a process that dies, a document that changes."""

from __future__ import annotations

import sys
import threading
import time
from contextlib import closing

import msgspec
import pytest

from saksama.app.batch import process
from saksama.app.batch.mark import job_mark, on_disk
from saksama.app.batch.order import Failed, Job, Order, Papers
from saksama.app.batch.process import Judge
from saksama.app.batch.show import Display
from saksama.app.batch.store import open_store
from saksama.app.batch.units import find
from saksama.app.batch.work import Begun, Outcome, Work
from saksama.app.collect import planned
from saksama.reports.recap import Baris, Sekilas

ROW = Baris("a", "Dinas A", 2024, None, None, None, None, None, False, {"kritis": 1}, {}, 0)
PAPERS = Papers({"run.json": b"{}"}, Sekilas(ROW, "buku", None, ()), (), (), ())
ORDER = Order("kecamatan", None, None, None)


def a_job(plan):
    return Job("A", "A", "a", msgspec.structs.replace(plan, documents=()), (None,), (False,), None, False)


class Doer:
    """Answers for each unit by its name; an exception is raised."""

    def __init__(self, **answers):
        self.answers = answers
        self.closed = False

    def do(self, seat, plan, job, told):
        told("membaca")
        answer = self.answers[job.name]
        if isinstance(answer, Exception):
            raise answer
        read = tuple(on_disk(plan)) if answer is PAPERS else answer.read if isinstance(answer, Papers) else ()
        return msgspec.structs.replace(answer, read=read) if isinstance(answer, Papers) else answer

    def close(self):
        self.closed = True


@pytest.fixture
def run(units, tmp_path):
    def call(doer, *names):
        top = tmp_path / "unit" if (tmp_path / "unit").exists() else units(*names)
        with open_store(tmp_path / "hasil", top) as store:
            work = Work(find(top).units, doer, store, "perintah", 2, None)
            events = list(work.events())
        assert doer.closed
        return {event.name: event for event in events if isinstance(event, Outcome)}, events

    return call


def test_whatever_a_unit_does_the_others_are_done(run):
    outcomes, events = run(Doer(A=PAPERS, B=KeyError("x"), C=Failed("tidak bisa"), D=MemoryError()), "A", "B", "C", "D")
    assert {name: one.state for name, one in outcomes.items()} == {
        "A": "selesai",
        "B": "gagal",
        "C": "gagal",
        "D": "gagal",
    }
    assert "kesalahan di dalam program" in outcomes["B"].reason
    assert outcomes["C"].reason == "tidak bisa"
    assert "memori" in outcomes["D"].reason
    assert {event.step for event in events if isinstance(event, Begun)} == {"", "membaca"}


def test_leaving_early_ends_all_work(units, tmp_path):
    class Waiting(Doer):
        def do(self, seat, plan, job, told):
            while not self.closed:
                time.sleep(0.01)
            return Failed("dihentikan")

    doer = Waiting()
    before = set(threading.enumerate())
    with open_store(tmp_path / "hasil", units("A", "B", "C")) as store:
        work = Work(find(tmp_path / "unit").units, doer, store, "perintah", 2, None)
        with closing(work.events()) as events:
            assert isinstance(next(events), Begun)
    assert doer.closed
    assert set(threading.enumerate()) <= before


def test_a_document_that_changed_while_it_was_read_is_read_again_next_time(run):
    changed = msgspec.structs.replace(PAPERS, read=(("iku.docx", "0" * 64),))
    assert run(Doer(A=changed), "A")[0]["A"].state == "selesai"
    assert run(Doer(A=PAPERS))[0]["A"].folder == "A-2"
    assert run(Doer())[0]["A"].state == "tetap"


def test_a_process_that_dies_is_the_units_failure(units, monkeypatch):
    top = units("A")
    with planned([top / "A"]) as plan:
        job = a_job(plan)
    monkeypatch.setattr(process, "_COMMAND", (sys.executable, "-c", "import os; os._exit(3)"))
    judge = Judge()
    answer = judge.ask(ORDER, job, [b"{}"])
    assert isinstance(answer, Failed)
    assert "kode 3" in answer.reason
    judge.end()


def test_the_mark_changes_with_every_input(units):
    top = units("A")
    with planned([top / "A"]) as plan:
        job = a_job(plan)
    read = on_disk(plan)
    replace = msgspec.structs.replace
    marks = {
        job_mark("perintah", job, read),
        job_mark("lain", job, read),
        job_mark("perintah", replace(job, tahun=2024), read),
        job_mark("perintah", job, [("iku.docx", "0")]),
        job_mark("perintah", job, [("lain.docx", read[0][1])]),
        job_mark("perintah", replace(job, plan=replace(plan, answers=b"{}")), read),
        job_mark("perintah", replace(job, plan=replace(plan, keterangan=replace(plan.keterangan, unit="B"))), read),
    }
    assert len(marks) == 7


def test_what_goes_on_is_told_in_one_line(capsys):
    shown = Display(4)
    shown.hear(Begun("A", "A"))
    shown.hear(Begun("B", "B", "membaca 3 dari 30"))
    assert shown.status == "A, B (membaca 3 dari 30); 2 menunggu"
    shown.hear(Outcome("A", "A", 2024, "gagal", "Sebabnya."))
    shown.hear(None)
    assert shown.status == "sisa sekitar 1 menit; B (membaca 3 dari 30); 2 menunggu; 1 gagal"
    shown.hear(Outcome("B", "B", None, "selesai", glance=Sekilas(ROW, "", None, ())))
    assert capsys.readouterr().err == "[1/4] A, 2024: GAGAL. Sebabnya.\n[2/4] B: 1 kritis\n"
