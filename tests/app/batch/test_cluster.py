"""A cluster of two workers, one of them killed in the middle: the same run.json as without it, and nothing lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from saksama.app.batch.bundle import pack, sent, unpack
from saksama.app.batch.order import Order
from saksama.app.batch.tasks import setting

PYTHON = (sys.executable, "-m")


def scheduler_and_workers(folder):
    """Processes of a cluster on this computer, and its address."""
    distributed = pytest.importorskip("distributed", reason="the extra gugus is not installed")
    assert distributed
    place = folder / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
    head = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(place))
    processes = [subprocess.Popen([*PYTHON, "distributed.cli.dask_scheduler", *head], **quiet)]
    limit = time.monotonic() + 30
    while not place.exists() and time.monotonic() < limit:
        time.sleep(0.05)
    options = ("--scheduler-file", str(place), "--nthreads", "1", "--no-nanny", "--no-dashboard")
    processes += [subprocess.Popen([*PYTHON, "distributed.cli.dask_worker", *options], **quiet) for _ in range(2)]
    return processes, json.loads(place.read_text("utf-8"))["address"]


@pytest.fixture
def cluster(tmp_path):
    folder = tmp_path / "gugus"
    folder.mkdir()
    processes, address = scheduler_and_workers(folder)
    yield processes, address
    for process in processes:
        process.kill()
        process.wait()


@pytest.mark.processes
def test_one_of_two_workers_killed_in_the_middle(saksama, units, cluster):
    (_, first, _), address = cluster
    top = units(*(f"Dinas {letter}" for letter in "ABC"))
    options = ("--semua", top, "--tanggal", "2025-03-10")

    def kill_after_the_first_result():
        while first.poll() is None and not list(Path("jauh").glob("Dinas*")):
            time.sleep(0.05)
        os.kill(first.pid, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)

    killer = threading.Thread(target=kill_after_the_first_result)
    killer.start()
    far = saksama("periksa", *options, "--hasil", "jauh", "--gugus", address)
    killer.join()
    near = saksama("periksa", *options, "--hasil", "dekat")
    assert far.code == near.code == 1
    for letter in "ABC":
        here, there = (Path(place) / f"Dinas {letter}" for place in ("dekat", "jauh"))
        assert {path.name: path.read_bytes() for path in here.iterdir()} == {
            path.name: path.read_bytes() for path in there.iterdir()
        }
    again = saksama("periksa", *options, "--hasil", "jauh")
    assert "3 tidak berubah" in again.out


def test_a_cluster_that_is_not_there(saksama, units):
    pytest.importorskip("distributed", reason="the extra gugus is not installed")
    done = saksama("periksa", "--semua", units("Dinas A"), "--gugus", "bukan alamat")
    assert done.code == 2
    assert "tidak dapat dihubungi" in done.err


def test_without_the_extra(saksama, units, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = saksama("periksa", "--semua", units("Dinas A"), "--gugus", "tcp://127.0.0.1:1")
    assert done.code == 2
    assert "requirements/gugus.txt" in done.err


def test_a_cluster_is_for_many_units(saksama, units):
    assert "bersama --semua" in saksama("periksa", units("Dinas A"), "--gugus", "tcp://127.0.0.1:1").err


def test_what_is_sent_judges_as_here(tmp_path):
    profile = tmp_path / "daerah.yaml"
    text = "id: daerah\njudul: Daerah\nberdasar: kecamatan\ntidak_dipilih:\n  - {aturan: PK-007, alasan: Uji}\n"
    profile.write_text(text, encoding="utf-8")
    order = Order(str(profile), None, None, "2025-03-10")
    there = unpack(pack(order), sent(order), tmp_path / "jauh")
    assert str(profile) not in repr(sent(order))
    ours, theirs = setting(order), setting(there)
    assert ours.book.sha256 == theirs.book.sha256
    assert ours.profile.deselected == theirs.profile.deselected
    assert pack(order) == pack(order)
