"""A cluster whose workers and scheduler come and go: the same papers as without it, nothing lost or half-written."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from saksama.app.batch import cluster as cluster_module

PYTHON = (sys.executable, "-m")
KILL = signal.SIGTERM if os.name == "nt" else signal.SIGKILL
PATIENCE = "2s"
"""How long to try to connect to one that is gone, where thirty seconds are usual."""
OTHER = """
import sys
import saksama.app.work.version as version
version.program_version = lambda: "lain"
from distributed.cli.dask_worker import main
main(sys.argv[1:])
"""


class Nodes:
    """Processes of a cluster on this computer, one thread each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._place = folder / "scheduler.json"
        self._started: list[subprocess.Popen[bytes]] = []
        head = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(self._place))
        self.scheduler = self._start(*PYTHON, "distributed.cli.dask_scheduler", *head)
        self.address = self._address(time.monotonic() + 60)

    def _address(self, limit: float) -> str:
        """What the scheduler says of itself: for a moment its file is not there, or is there and empty."""
        while time.monotonic() < limit:
            with contextlib.suppress(FileNotFoundError, json.JSONDecodeError):
                return str(json.loads(self._place.read_text("utf-8"))["address"])
            time.sleep(0.05)
        raise TimeoutError(self._place)

    def worker(self, name: str, *, other: bool = False) -> subprocess.Popen[bytes]:
        """One more worker; other: with another version of the program."""
        options = ("--scheduler-file", str(self._place), "--nthreads", "1", "--no-nanny", "--no-dashboard")
        start = (sys.executable, "-c", OTHER) if other else (*PYTHON, "distributed.cli.dask_worker")
        return self._start(*start, *options, "--name", name)

    def joined(self, count: int) -> None:
        """Wait until so many workers are there."""
        from distributed import Client  # noqa: PLC0415  (an extra)

        with Client(self.address) as client:
            client.wait_for_workers(count, timeout=120)

    def close(self) -> None:
        for process in self._started:
            process.kill()
            process.wait()

    def _start(self, *command: str) -> subprocess.Popen[bytes]:
        quiet = subprocess.DEVNULL
        environment = {**os.environ, "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": PATIENCE}
        process = subprocess.Popen(command, stdout=quiet, stderr=quiet, cwd=self._folder, env=environment)
        self._started.append(process)
        return self._started[-1]


@pytest.fixture
def nodes(tmp_path):
    pytest.importorskip("distributed", reason="the extra gugus is not installed")
    dask = pytest.importorskip("dask")
    folder = tmp_path / "gugus"
    folder.mkdir()
    started = Nodes(folder)
    with dask.config.set({"distributed.comm.timeouts.connect": PATIENCE}):
        yield started
    started.close()


def after_the_first_result(act: Callable[[], None]) -> threading.Thread:
    """Begin to wait for the first unit that is done, and then act."""

    def wait() -> None:
        limit = time.monotonic() + 120
        while not list(Path("jauh").glob("Dinas*")) and time.monotonic() < limit:
            time.sleep(0.05)
        act()

    thread = threading.Thread(target=wait)
    thread.start()
    return thread


@pytest.mark.processes
def test_workers_come_and_go(saksama, units, nodes):
    """Four workers are lost in the middle, another comes later, and one of another version is there all the time."""
    first = [nodes.worker(name) for name in ("satu", "dua", "tiga", "empat")]
    nodes.worker("lain", other=True)
    nodes.joined(5)
    top = units(*(f"Dinas {letter}" for letter in "ABC"))
    options = ("--semua", top, "--tanggal", "2025-03-10")

    def exchange() -> None:
        for process in first:
            process.send_signal(KILL)
        nodes.worker("lima")

    exchanged = after_the_first_result(exchange)
    far = saksama("periksa", *options, "--hasil", "jauh", "--gugus", nodes.address)
    exchanged.join()
    near = saksama("periksa", *options, "--hasil", "dekat")
    assert far.code == near.code == 1, far.err
    for letter in "ABC":
        here, there = (Path(place) / f"Dinas {letter}" for place in ("dekat", "jauh"))
        assert {path.name: path.read_bytes() for path in here.iterdir()} == {
            path.name: path.read_bytes() for path in there.iterdir()
        }
    assert far.err.count("pekerja gugus lain (tcp://") == 1
    assert "memakai Saksama atau pustaka versi lain" in far.err
    assert "3 tidak berubah" in saksama("periksa", *options, "--hasil", "jauh").out


@pytest.mark.processes
def test_the_scheduler_is_lost_in_the_middle(saksama, units, nodes, monkeypatch):
    monkeypatch.setattr(cluster_module, "_CONNECT", 3)
    nodes.worker("satu")
    nodes.joined(1)
    top = units(*(f"Dinas {letter}" for letter in "ABCD"))
    options = ("--semua", top, "--tanggal", "2025-03-10", "--hasil", "jauh")
    lost = after_the_first_result(lambda: nodes.scheduler.send_signal(KILL))
    done = saksama("periksa", *options, "--gugus", nodes.address)
    lost.join()
    assert done.code == 2
    said = done.err.strip().splitlines()[-1]
    assert said.startswith(f"saksama: hubungan dengan gugus {nodes.address} terputus dan tidak pulih dalam 3 detik; ")
    assert said.endswith("Jalankan perintah yang sama untuk melanjutkan.")
    assert not list(Path("jauh").rglob("BELUM-SELESAI.txt"))
    finished = [path.parent for path in Path("jauh").glob("*/run.json")]
    assert 1 <= len(finished) < 4
    again = saksama("periksa", *options)
    assert again.code == 1
    assert f"{len(finished)} tidak berubah" in again.out


@pytest.mark.processes
def test_no_worker_has_this_program(saksama, units, nodes, monkeypatch):
    nodes.worker("lain", other=True)
    nodes.joined(1)
    monkeypatch.setattr(cluster_module, "_CONNECT", 3)
    done = saksama("periksa", "--semua", units("Dinas A"), "--gugus", nodes.address)
    assert done.code == 2
    assert "memakai Saksama atau pustaka versi lain: lain (tcp://" in done.err


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
