"""Speed and memory on this machine: ours beside the plainest way to the same bytes, in one run.

    python bench/speed.py [--putaran N] [--hanya WORD]

Every contender runs in a process of its own, turn by turn; what counts is the median of the rounds. Times are of the
processor (user and system), since others may use the machine; where several processes share the work, also by the
clock. Files come from ../shared/corpus; without it there is nothing to measure.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from speed_contenders import CONTENDERS

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
ROOT = Path(__file__).resolve().parents[1]
SCRIPT = Path(sys.executable).with_name("saksama")
TAKEN = {"lkjip": 4, "renstra": 2, "renja": 2, "pk": 9, "iku": 5, "rencana_aksi": 2, "pkpk": 4, "cascading": 2}
"""How many files of each folder of the corpus make up a submission of thirty."""
LONG = 600


class Row(NamedTuple):
    """One line of the table; target and met are "" for a figure that has none."""

    what: str
    ours: str
    other: str
    ratio: str
    target: str = ""
    met: str = ""


def child(name: str, *arguments: str) -> dict[str, Any]:
    """What a contender says, run in a process of its own."""
    command = [sys.executable, __file__, "--peserta", name, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def beside(what: str, ours: str, other: str, files: list[str], rounds: int, most: float) -> Row:
    """Two contenders turn by turn over the same files; ours is to take at most so many times the other."""
    pairs = [(child(ours, *files)["cpu"], child(other, *files)["cpu"]) for _ in range(rounds)]
    ratio = median(a / b for a, b in pairs)
    mine, theirs = median(a for a, _ in pairs), median(b for _, b in pairs)
    target = f"<= {most:g}" if most >= 1 else f"<= 1/{1 / most:g}"
    shown = f"{ratio:.2f}" if ratio >= 1 else f"1/{1 / ratio:.1f}"
    return Row(what, f"{mine:.2f} s", f"{theirs:.2f} s", shown, target, met(ratio <= most))


def met(is_met: bool) -> str:
    """How the table says it."""
    return "yes" if is_met else "no"


def command(*arguments: str, env: dict[str, str]) -> tuple[float, float]:
    """Seconds by the clock and of the processor (with all its processes) that a run of the program takes."""
    before, start = os.times(), time.perf_counter()
    subprocess.run([str(SCRIPT), *arguments], check=False, capture_output=True, env=env)
    wall, after = time.perf_counter() - start, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, cpu


def pdf_rows(work: Path, rounds: int) -> list[Row]:
    """PDF: against PDFium's text alone, and against pdfplumber."""
    texts = [str(path) for path in sorted(CORPUS.rglob("*.pdf"))]
    chosen = child("choose", str(work), *texts)
    what = f"PDF, {chosen['alone']} pages that the grid reads alone: PDFium's text"
    rows = [beside(what, "pdf", "pdfium", sorted(map(str, (work / "alone").iterdir())), rounds, 3.5)]
    whole = sorted(map(str, (work / "text").iterdir()))
    rows.append(beside(f"PDF, all {chosen['text']} text pages: PDFium's text", "pdf", "pdfium", whole, rounds, 3.5))
    rows.append(beside("PDF, the same: what is asked of PDFium alone", "asked", "pdfium", whole, rounds, 3.5))
    rows[1:] = [row._replace(target="", met="") for row in rows[1:]]
    sample = sorted(map(str, (work / "sample").iterdir()))
    what = f"PDF, {chosen['sample']} text pages (every 12th): pdfplumber"
    return [*rows, beside(what, "pdf", "pdfplumber", sample, rounds, 1 / 15)]


def docx_rows(_: Path, rounds: int) -> list[Row]:
    """Word: against a plain walk of document.xml."""
    files = [str(path) for path in sorted(CORPUS.rglob("*.docx"))]
    return [
        beside(f"docx, {len(files)} files: plain lxml walk", "docx", "lxml", files, rounds, 1.5),
        beside(f"docx, {len(files)} files: parsing the parts alone", "docx", "parts", files, rounds, 1.5)._replace(
            target="", met=""
        ),
    ]


def xlsx_rows(_: Path, rounds: int) -> list[Row]:
    """Excel: against a plain walk of the visible sheets."""
    files = [str(path) for path in sorted(CORPUS.rglob("*.xlsx"))]
    row = beside(f"xlsx, {len(files)} files: plain lxml walk", "xlsx", "cells", files, rounds, 1.5)
    return [row._replace(target="", met="")]


def start_rows(work: Path, rounds: int) -> list[Row]:
    """The command line: its help."""
    walls = [command("--help", env=environment(work))[0] for _ in range(2 * rounds + 1)]
    return [Row("`saksama --help`", f"{median(walls):.2f} s", "", "", "< 0.3 s", met(median(walls) < 0.3))]


def submission_rows(work: Path, rounds: int) -> list[Row]:
    """A submission of thirty files, with an empty cache and once more."""
    folder = work / "pengajuan"
    for kind, count in TAKEN.items():
        files = [path for path in sorted((CORPUS / kind).iterdir()) if "scan" not in path.name]
        for path in files[:count]:
            (folder / kind).mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, folder / kind / path.name)
    cold, warm = [], []
    for turn in range(rounds):
        env = environment(work) | {"XDG_CACHE_HOME": str(work / f"cache-{turn}")}
        for name, seconds in (("cold", cold), ("warm", warm)):
            result = str(work / f"{name}-{turn}")
            seconds.append(command("periksa", str(folder), "--hasil", result, "--tanggal", "2017-03-10", env=env))
    count = sum(TAKEN.values())
    rows = []
    for name, seconds, most in ((f"{count} files, cold", cold, 10.0), (f"{count} files, unchanged again", warm, 1.0)):
        wall, cpu = median(w for w, _ in seconds), median(c for _, c in seconds)
        # On a busy machine the processor's time still bounds what the clock would say on a quiet one.
        rows.append(Row(name, f"{wall:.2f} s", f"{cpu:.2f} s cpu", "", f"< {most:g} s", met(min(wall, cpu) < most)))
    return rows


def unit_rows(_: Path, rounds: int) -> list[Row]:
    """Engine and all papers of a unit, in a process that has loaded rules and documents and nothing of the papers."""
    units = {
        "made-up kecamatan": [ROOT / "samples" / "bersih"],
        "nine files of one dinas": sorted(CORPUS.rglob("jabar-dishub-2016*")),
        "13 measurement forms of a city": sorted((CORPUS / "pkpk").glob("tangsel*")),
        "LKjIP of 148 pages": [CORPUS / "lkjip" / "jabar-distan-2016-lkip.pdf"],
    }
    rows = []
    for name, paths in units.items():
        runs = [child("unit", *map(str, paths)) for _ in range(rounds)]
        engine, papers = median(run["engine"] for run in runs), median(run["papers"] for run in runs)
        parts = f"engine {engine:.2f}, papers {papers:.2f}"
        total = engine + papers
        rows.append(Row(f"engine and papers: {name}", f"{total:.2f} s", parts, "", "< 1 s", met(total < 1)))
    return rows


def memory_rows(work: Path, _: int) -> list[Row]:
    """One very long file, and a batch over and over."""
    long = work / "panjang.pdf"
    pages = child("concatenate", str(long), str(LONG), *map(str, sorted((CORPUS / "lkjip").glob("*.pdf"))))["pages"]
    peak = child("peak", str(long))["peak"]
    batch = child("batch", *map(str, sorted(CORPUS.rglob("*.pdf"))))["resident"]
    growth = batch[-1] - batch[0]
    name = "resident after 1, 2, 3 passes over all PDFs"
    return [
        Row(f"peak of one file of {pages} pages", f"{peak} MB", "", "", "< 400 MB", met(peak < 400)),
        Row(name, ", ".join(f"{size} MB" for size in batch), "", "", "flat", met(growth < 0.05 * batch[0])),
    ]


def environment(work: Path) -> dict[str, str]:
    """Modules are compiled once, as in an installed program."""
    return os.environ | {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(work / "pyc")}


PARTS: tuple[Callable[[Path, int], list[Row]], ...] = (
    start_rows,
    docx_rows,
    xlsx_rows,
    pdf_rows,
    unit_rows,
    submission_rows,
    memory_rows,
)


def main() -> None:
    """Print the table, a line as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--putaran", type=int, default=3)
    parser.add_argument(
        "--hanya", help="parts whose name has this word: start, docx, xlsx, pdf, unit, submission, memory"
    )
    parser.add_argument("--peserta", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peserta:
        name, *arguments = options.peserta
        print(json.dumps(CONTENDERS[name](arguments)))
        return
    if not CORPUS.is_dir():
        parser.exit(2, f"{CORPUS} is missing\n")
    print("| what | ours | other | ratio | target | met |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        os.environ |= environment(work)
        command("periksa", str(ROOT / "samples" / "bersih"), "--hasil", str(work / "warm"), env=environment(work))
        for part in PARTS:
            if options.hanya is None or options.hanya in part.__name__:
                for row in part(work, options.putaran):
                    print("| " + " | ".join(row) + " |", flush=True)


if __name__ == "__main__":
    main()
