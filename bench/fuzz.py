"""Mutated documents through the whole program: read, recorded, judged alone, among intact neighbours, and printed.

    python bench/fuzz.py [--jumlah 10000] [--benih 1] [--format pdf,docx] [--shared ../shared] [--simpan FOLDER]

Every mutant runs in a child of its own with limits on memory, processor time and the clock. What must not happen: an
exception that is no refusal (ReadError, DataError, ImportRefused), a signal, a hang, memory beyond the limit, a rule
that breaks (`galat`), a neighbour file lost or judged otherwise readable, a report that can't be printed. Those are
printed, grouped by cause, and the mutants kept in FOLDER. The same seed gives the same mutants.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import resource
import selectors
import signal
import sys
import tempfile
import time
import traceback
import zipfile
import zlib
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import fuzz_targets
import mutants
import mutants_pdf
import mutants_scans
from fuzz_targets import Targets

MEMORY, SECONDS, WALL = 2 * 2**30, 20, 300
"""Limits on one mutant: address space in bytes beyond what the parent has, processor seconds, seconds by the clock."""
SLOW = 5.0
MUTATE: dict[str, tuple[mutants.Mutate, ...]] = {
    "pdf": (mutants.some_bytes, mutants_pdf.edited, mutants_pdf.edited, mutants_pdf.edited),
    "docx": (mutants.some_bytes, mutants.zip_parts, *[mutants.xml_edits] * 6),
    "xlsx": (mutants.some_bytes, mutants.zip_parts, *[mutants.xml_edits] * 6),
    "doc": (mutants.some_bytes, mutants.ole_words),
    "xls": (mutants.some_bytes, mutants.ole_words),
    "yaml": (mutants.some_bytes, *[mutants.yaml_edits] * 5),
    "teks": (mutants.some_bytes, mutants.yaml_edits),
    "lke": (mutants.zip_parts, *[mutants.xml_edits] * 5),
    "register": (mutants.some_bytes, mutants.yaml_edits, mutants.zip_parts, *[mutants.xml_edits] * 2),
    "arsip": (mutants.some_bytes, mutants.zip_parts, *[mutants.zip_names] * 3),
    "lain": (mutants.some_bytes, mutants.some_bytes, mutants.zip_parts),
    "gambar": (mutants.some_bytes, *[mutants_scans.redrawn] * 3),
}
WEIGHTS = {"pdf": 26, "docx": 26, "xlsx": 20, "doc": 3, "xls": 6, "yaml": 10, "teks": 3, "lke": 4, "register": 2}
WEIGHTS |= {"arsip": 4, "lain": 3, "gambar": 1}
"""Shares of a run. Scans take seconds each, and only where the extra ocr is installed."""


def mutant(targets: Targets, kind: str, seed: str) -> tuple[str, bytes]:
    """The name of the original and the mutant that a seed gives."""
    rng = random.Random(seed)
    name, data = rng.choice(targets.seeds[kind])
    for _ in range(rng.choice((1, 1, 1, 2))):
        try:
            data = rng.choice(MUTATE[kind])(data, rng)
        except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, NotImplementedError, OSError, SyntaxError):
            # An edit that is none of this original's, or a second one of parts that the first has broken.
            break
    return name, data


def place(folder: Path, kind: str, seed: str) -> Path:
    """Where a mutant is written: under a suffix that its reader looks at."""
    return folder / f"{kind}-{seed.replace('/', '-')}.{kind}"


def child(targets: Targets, kind: str, seed: str, folder: Path, pipe: int) -> None:
    """Run one mutant and write what came of it to the pipe as JSON; never returns."""
    result: dict[str, Any] = {}
    began = time.process_time()
    try:
        resource.setrlimit(resource.RLIMIT_AS, (targets.size + MEMORY,) * 2)
        name, data = mutant(targets, kind, seed)
        path = place(folder, kind, seed)
        path.write_bytes(data)
        result["asal"] = name
        began = time.process_time()
        resource.setrlimit(resource.RLIMIT_CPU, (int(began) + SECONDS,) * 2)
        result |= targets.run(kind, path, name, random.Random(f"{seed}/cara"))
    except Exception as error:  # noqa: BLE001  (what the fuzzer looks for)
        frames = traceback.extract_tb(error.__traceback__)
        ours = [f for f in frames if "site-packages" not in f.filename and "/lib/python" not in f.filename][-1]
        where = f"{Path(ours.filename).parent.name}/{Path(ours.filename).name}:{ours.lineno} ({frames[-1].name})"
        detail = str(error)[:300]
        cause = detail.partition(" ")[0] if isinstance(error, fuzz_targets.BrokenRule) else where
        result |= {"gagal": f"{type(error).__name__} at {cause}", "rinci": detail}
    finally:
        result["detik"] = round(time.process_time() - began, 2)
        result["memori"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        os.write(pipe, json.dumps(result).encode()[:60_000])
        os._exit(0)


class Pool:
    """Children side by side, each with its pipe and deadline."""

    def __init__(self, targets: Targets, folder: Path, many: int) -> None:
        self.targets, self.folder, self.many = targets, folder, many
        self.running: dict[int, tuple[str, str, int, float]] = {}
        self.selector = selectors.DefaultSelector()

    def start(self, kind: str, seed: str) -> None:
        read, write = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(read)
            child(self.targets, kind, seed, self.folder, write)
        os.close(write)
        self.running[read] = (kind, seed, pid, time.monotonic() + WALL)
        self.selector.register(read, selectors.EVENT_READ)

    def finished(self) -> list[tuple[str, str, dict[str, Any]]]:
        """Those that ended, after a wait: kind, seed and what came of it."""
        ready = {key.fd for key, _ in self.selector.select(timeout=1.0)}
        late = {fd for fd, (_, _, _, deadline) in self.running.items() if time.monotonic() > deadline}
        results = []
        for fd in ready | late:
            kind, seed, pid, _ = self.running.pop(fd)
            if fd not in ready:
                os.kill(pid, signal.SIGKILL)
            data = b"" if fd not in ready else os.read(fd, 65_536)
            _, status = os.waitpid(pid, 0)
            self.selector.unregister(fd)
            os.close(fd)
            if data:
                result = json.loads(data)
            elif fd not in ready:
                result = {"gagal": f"over {WALL} seconds by the clock"}
            else:
                number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
                result = {"gagal": f"signal {signal.Signals(number).name}" if number else "ended without a word"}
            results.append((kind, seed, result))
        return results


def run(
    targets: Targets, jobs: list[tuple[str, str]], keep: Path | None, seconds: float, many: int = 2
) -> list[dict[str, Any]]:
    """The jobs (kind, seed) begun in so many seconds with what came of each, in the order in which they ended."""
    done: list[dict[str, Any]] = []
    until = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as name:
        pool = Pool(targets, Path(name), many)
        waiting = list(reversed(jobs))
        while waiting or pool.running:
            if time.monotonic() > until:
                waiting.clear()
            while waiting and len(pool.running) < many:
                pool.start(*waiting.pop())
            for kind, seed, result in pool.finished():
                path = place(Path(name), kind, seed)
                if keep is not None and ("gagal" in result or result["detik"] > SLOW) and path.exists():
                    keep.mkdir(parents=True, exist_ok=True)
                    path.rename(keep / path.name)
                path.unlink(missing_ok=True)
                done.append({"format": kind, "benih": seed, **result})
                if "gagal" in result:
                    print(kind, seed, result["gagal"], file=sys.stderr, flush=True)
                if len(done) % 500 == 0:
                    print(f"{len(done)} of {len(jobs)}", file=sys.stderr)
    return done


def jobs_of(number: int, seed: int, kinds: list[str]) -> list[tuple[str, str]]:
    """The mutants of a run: kinds by their weight, each with the seed that makes it."""
    total = sum(WEIGHTS[kind] for kind in kinds)
    shares = [kind for kind in kinds for _ in range(max(round(number * WEIGHTS[kind] / total), 1))]
    random.Random(seed).shuffle(shares)
    return [(kind, f"{seed}/{index}") for index, kind in enumerate(shares)]


def report(done: list[dict[str, Any]]) -> int:
    """Print the table of a run and its failures by cause; returns how many mutants failed."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for one in done:
        table[one["format"]]["gagal" if "gagal" in one else one["hasil"]] += 1
    print(
        "| format | mutants | read | refused | failed | slowest (s) | most memory (MB) |\n|---|---|---|---|---|---|---|"
    )
    for kind, counts in [*sorted(table.items()), ("all", sum(table.values(), Counter()))]:
        those = [one for one in done if kind in ("all", one["format"]) and "detik" in one]
        slow, large = max((one["detik"] for one in those), default=0), max((one["memori"] for one in those), default=0)
        outcomes = " | ".join(str(counts[outcome]) for outcome in ("dibaca", "ditolak", "gagal"))
        print(f"| {kind} | {counts.total()} | {outcomes} | {slow} | {large} |")
    causes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in done:
        if "gagal" in one:
            causes[one["gagal"]].append(one)
        elif one["detik"] > SLOW:
            causes["slow"].append(one)
    for cause, ones in sorted(causes.items(), key=lambda item: -len(item[1])):
        shown = [f"{one['format']} {one['benih']} ({one.get('asal')}, {one.get('detik')} s)" for one in ones[:4]]
        print(f"\n{len(ones)} x {cause}: {'; '.join(shown)}\n    {ones[0].get('rinci', '')}")
    return sum("gagal" in one for one in done)


def main() -> int:
    """Run the mutants asked for; 1 when one of them failed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--jumlah", type=int, default=10_000)
    parser.add_argument("--benih", type=int, default=1)
    parser.add_argument("--format", default=",".join(WEIGHTS))
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--simpan", type=Path)
    parser.add_argument("--detik", type=float, default=float("inf"), help="start no mutant after so many seconds")
    parser.add_argument("--satu", help="one seed alone (as printed), with --format")
    given = parser.parse_args()
    kinds = given.format.split(",")
    targets = Targets(kinds, given.shared)
    if given.satu:
        jobs = [(kinds[0], given.satu)]
    else:
        jobs = jobs_of(given.jumlah, given.benih, [kind for kind in kinds if targets.seeds[kind]])
    gc.freeze()
    began = time.monotonic()
    failed = report(run(targets, jobs, given.simpan, given.detik))
    print(f"\nseed {given.benih}, {time.monotonic() - began:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
