"""A unit on its way through a cluster: a scan's pages become tasks of their own, and one file again in the end."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from saksama.app.batch import remote
from saksama.app.batch.order import Job, Order
from saksama.app.batch.sending import Sending
from saksama.app.collect import Plan
from saksama.app.work.codec import decode
from saksama.app.work.limits import MEGA, Limits
from saksama.app.work.pool import Pool
from saksama.parsers.berkas import Berkas

WHOLE = "\n".join(f"{number} halaman {number}" for number in range(3, 10))
NEEDS = {"saksama-uji": 1}


class Client:
    """Does at once what it is given, as a cluster of one would in the end; counts it by name."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def submit(self, work: Callable[..., Any], *args: Any, resources: dict[str, float], pure: bool) -> Future[Any]:
        assert resources == NEEDS
        assert not pure
        self.done.append(work.__name__)
        future: Future[Any] = Future()
        future.set_result(work(*map(_result, args)))
        return future


def _result(value: Any) -> Any:
    if isinstance(value, Future):
        return value.result()
    return [_result(one) for one in value] if isinstance(value, list) else value


@pytest.fixture
def files(naughty, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What a cluster gives for files of these names, and the client that sent them."""

    def call(*names: str) -> tuple[list[Berkas], Client, list[str]]:
        for name in names:
            (tmp_path / name).write_text(f"Isi {name}.\n", encoding="utf-8")
        plan = Plan("unit", tuple((name, tmp_path / name) for name in names))
        job = Job("unit", "unit", "unit", plan, (None,) * len(names), (True,) * len(names), None, False)
        with Pool(Limits(1024 * MEGA, 30, 20.0), 2, None, naughty) as pool:
            monkeypatch.setattr(remote, "_pool", lambda: pool)
            monkeypatch.setattr(remote, "judge_there", lambda order, packed, job, payloads: list(payloads))
            client, steps = Client(), []
            sending = Sending(client, NEEDS, plan, Order("kecamatan", None, None, None), b"", job)
            while not sending.done:
                sending.go_on()
                steps.append(sending.step)
        return [decode(payload) for payload in sending.papers], client, steps  # type: ignore[union-attr]

    return call


def test_the_pages_of_a_scan_are_tasks(files) -> None:
    (before, scan, after), client, _ = files("a.txt", "pindai.txt", "b.txt")
    assert (before.galat, after.galat) == (None, None)
    assert scan.alasan == WHOLE
    assert client.done.count("read_page") == 7
    assert client.done.count("read_whole") == 1


def test_a_page_that_can_not_be_read_is_the_end_of_its_file(files) -> None:
    (good, bad), _, steps = files("a.txt", "pindai-5mati-6rusak.txt")
    assert good.galat is None
    assert "Pembaca dokumen terhenti oleh berkas ini" in (bad.galat or "")
    assert steps[-1] == "menilai"
