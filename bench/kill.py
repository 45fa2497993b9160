"""kill -9 at random moments: `python bench/kill.py [KILLS] [JOB...]`. Prints what the kills hit; exits 1 on a loss.

Each job runs again and again as a process of its own and is killed after a random time: half of the kills anywhere in
its run, half of them soon after it began to write. After each kill whatever has a name must be whole: byte for byte the
old file or the new one. What the killed run left over must not disturb the next; a run that is let through must end
with every paper as an undisturbed run writes it, with nothing left over. The documents must be what they were.
"""

from __future__ import annotations

import contextlib
import hashlib
import multiprocessing
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from multiprocessing.context import ForkProcess
from pathlib import Path

from openpyxl import load_workbook

from saksama.app.filling import UNFINISHED
from saksama.app.main import main as saksama
from saksama.app.writing import PARTIAL
from saksama.parsers.resources import SAMPLES
from saksama.reports import lke_sheet

DATE = ("--tanggal", "2025-03-10", "--profil", "kecamatan")
FEW = ("iku-2024.docx", "renja-2024.xlsx", "lkjip-2024.pdf")
Content = dict[str, bytes]


_FORK = multiprocessing.get_context("fork")


class Lost(Exception):
    """A file that is neither the old one nor the new one, or a run that could not go on after a kill."""


def content(folder: Path) -> Content:
    """Every file below a folder that readers look at."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and PARTIAL not in name and path.name != UNFINISHED and not path.name.startswith("."):
            found[name] = path.read_bytes()
    return found


def left_over(folder: Path) -> list[str]:
    """What a killed run left behind."""
    return [name for name in names(folder) if PARTIAL in name or name.endswith(UNFINISHED)]


def names(folder: Path) -> set[str]:
    """Every name below a folder, temporary ones too: a change is the sign that a run has begun to write."""
    # Not rglob: folders come and go while this looks.
    return {f"{place}/{name}" for place, _, files in os.walk(folder) for name in files}


class Job:
    """A command that writes into `out`; ready: prepares a fresh `out`; compare: which of its files are to be equal."""

    def __init__(
        self,
        args: list[str | Path],
        out: Path,
        ready: Callable[[], None],
        compare: Callable[[str], bool] = lambda name: True,
    ) -> None:
        self.args = args
        self.out = out
        self.said = out.with_name(f"{out.name}.pesan")
        self.ready = ready
        self.compare = compare

    def work(self) -> None:
        """Do the job in this process, which exits with its code; what it says goes to a file."""
        os.environ["SAKSAMA_DATA"] = str(self.out)
        os.environ["SAKSAMA_TEMBOLOK"] = str(self.out.with_name("tembolok"))
        with self.said.open("w") as told, contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
            saksama([str(arg) for arg in self.args])

    def start(self) -> ForkProcess:
        """The job in a process of its own, at the head of a group: forked, for what is measured is not the start."""
        process = _FORK.Process(target=self._lead)
        process.start()
        return process

    def _lead(self) -> None:
        os.setsid()
        self.work()

    def finish(self, process: ForkProcess) -> None:
        """Wait for an undisturbed end; raises Lost where the job could not be done."""
        process.join()
        if process.exitcode not in (0, 1):
            raise Lost(f"exit code {process.exitcode}: {self.said.read_text()}")

    def check(self, wanted: Content, old: Content) -> None:
        """Raise Lost for a file that is neither as an undisturbed run writes it nor as it was before."""
        for name, data in content(self.out).items():
            if self.compare(name) and data not in (wanted.get(name), old.get(name)):
                raise Lost(f"{name}: {len(data)} bytes, neither old nor new")
        for name in old:
            if self.compare(name) and name not in content(self.out):
                raise Lost(f"{name}: gone")

    def done(self, wanted: Content) -> bool:
        """Whether everything is there."""
        now = content(self.out)
        return all(now.get(name) == data for name, data in wanted.items() if self.compare(name))


def torment(job: Job, kills: int, chance: random.Random) -> Counter[str]:
    """Kill a job so many times; returns what the kills hit. Raises Lost."""
    job.ready()
    with contextlib.suppress(SystemExit):
        # Everything is loaded once: what is forked from here only does its work.
        job.work()
    job.ready()
    old = content(job.out)
    began = time.perf_counter()
    job.finish(job.start())
    length = time.perf_counter() - began
    wanted = content(job.out)
    job.ready()
    hit: Counter[str] = Counter()
    while hit["killed"] < kills:
        before = names(job.out)
        began = time.perf_counter()
        process = job.start()
        if chance.random() < 0.5:
            process.join(chance.uniform(0, length))
        else:
            while process.is_alive() and names(job.out) == before:
                time.sleep(0.0005)
            process.join(chance.choice((0, 0.002, 0.02, 0.2)) * chance.random())
        if process.is_alive():
            with contextlib.suppress(ProcessLookupError):
                # Between the fork and its own group there is nothing to lose yet.
                os.killpg(process.pid, signal.SIGKILL)
            process.kill()
            process.join()
            hit["killed"] += 1
            hit["left over"] += bool(left_over(job.out))
            job.check(wanted, old)
            if job.done(wanted):
                # Killed when all was written: the next run would rightly refuse to write over it.
                hit["after writing"] += 1
                job.ready()
            continue
        job.finish(process)
        hit["done meanwhile"] += 1
        length = min(length, time.perf_counter() - began)
        _whole(job, wanted, old)
        job.ready()
    job.finish(job.start())
    _whole(job, wanted, old)
    return hit


def _whole(job: Job, wanted: Content, old: Content) -> None:
    job.check(wanted, old)
    if not job.done(wanted) or left_over(job.out):
        raise Lost(f"there is {sorted(content(job.out))}, left over {left_over(job.out)}")


def jobs(base: Path) -> dict[str, Job]:
    """The jobs by name, each with its own inputs and outputs below a folder."""
    units = base / "unit"
    for number in range(1, 5):
        folder = units / f"Kecamatan {number}"
        folder.mkdir(parents=True)
        for name in FEW:
            shutil.copy2(next((SAMPLES / "bermasalah").rglob(name)), folder)
    places = ("hasil-baru", "hasil-lagi", "hasil-semua", "hasil-lke", "data")
    fresh, single, batch, kept, data = (base / name for name in places)
    Job(["periksa", units / "Kecamatan 1", *DATE, "--hasil", kept], base / "awal", lambda: None).start().join()
    book = load_workbook(kept / "lke.xlsx")
    sheet = book["LKE"]
    row = next(n for n in range(1, sheet.max_row + 1) if sheet.cell(row=n, column=1).value == "1.a")
    sheet.cell(row=row, column=lke_sheet.JAWABAN).value = "BB"
    book.save(base / "lke-terisi.xlsx")
    lines = [f"7.99.{number:02}\tPROGRAM REKAAN {number}" for number in range(1, 100)]
    (base / "baru.tsv").write_text("\n".join(["kode\tnama", "7.99\tURUSAN REKAAN", *lines]) + "\n", encoding="utf-8")

    def again(folder: Path) -> Callable[[], None]:
        def ready() -> None:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()

        return ready

    def answers() -> None:
        for path in kept.glob("jawaban*"):
            path.unlink()
        (kept / "jawaban.json").write_bytes(b"{}")

    def edition() -> None:
        again(data)()
        (data / "nomenklatur").mkdir()
        text = "# edisi: Rekaan\n# mulai: 2021\n# pemda: kabkot\n7.99\turusan\tURUSAN LAMA\t\t\t\n"
        (data / "nomenklatur" / "rekaan.tsv").write_text(text, encoding="utf-8")

    def paper(name: str) -> bool:
        return name not in ("semua.json", "ringkasan.txt")

    one = ("periksa", units / "Kecamatan 1", *DATE)
    return {
        "periksa": Job([*one, "--tanpa-tembolok", "--hasil", fresh], fresh, again(fresh)),
        "lagi": Job([*one, "--hasil", single], single, again(single)),
        "semua": Job(["periksa", "--semua", units, *DATE, "--hasil", batch], batch, again(batch), paper),
        "lke": Job(["lke", "impor", base / "lke-terisi.xlsx", kept], kept, answers),
        "nomenklatur": Job(["nomenklatur", "impor", base / "baru.tsv", "--edisi", "Rekaan"], data, edition),
    }


def main(args: list[str]) -> int:
    """Torment each job, or those named; returns 1 where something was lost."""
    kills = int(args[0]) if args else 100
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        found = jobs(base)
        documents = hashlib.sha256(repr(content(base / "unit")).encode()).digest()
        print(
            "| job | kills | something was left over | when all was there | let through | seconds |",
            "|---|---|---|---|---|---|",
            sep="\n",
        )
        for job_name in args[1:] or list(found):
            began = time.perf_counter()
            try:
                hit = torment(found[job_name], kills, random.Random(job_name))
            except Lost as error:
                print(f"{job_name}: LOST: {error}")
                return 1
            taken = time.perf_counter() - began
            print(
                f"| {job_name} | {hit['killed']} | {hit['left over']} | {hit['after writing']} | "
                f"{hit['done meanwhile'] + 1} | {taken:.0f} |",
                flush=True,
            )
        if hashlib.sha256(repr(content(base / "unit")).encode()).digest() != documents:
            print("LOST: the documents changed")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
