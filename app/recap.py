"""`saksama rekap`: the results of many units in one workbook and one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from saksama.app.batch.store import superseded
from saksama.app.console import OK, PATH, JobError, progress, say, warn
from saksama.app.filling import UNFINISHED, filling, unfinished
from saksama.app.report import load_run
from saksama.app.results import target
from saksama.app.writing import PARTIAL
from saksama.reports.formats import OF_MANY
from saksama.reports.recap import combine, glance


@click.command()
@click.argument("hasil", nargs=-1, required=True, type=PATH, metavar="HASIL...")
@click.option("--ke", "to", type=PATH, metavar="FOLDER", help="Folder baru untuk rekap (bawaan: hasil-rekap).")
def rekap(hasil: tuple[Path, ...], to: Path | None) -> int:
    """Rekap banyak hasil: folder hasil, run.json, atau folder yang berisi banyak folder hasil."""
    folder = target(to, "rekap")
    glances = []
    found = list(_runs(hasil))
    with progress(len(found), "Membaca hasil") as step:
        for name, path in found:
            step(name)
            glances.append(glance(name, load_run(path)))
    view = combine(glances)
    for warning in view.peringatan:
        warn(warning)
    with filling(folder) as put_into:
        written = [put_into(name, render(view)) for name, render in OF_MANY.items()]
    for path in written:
        say(str(path))
    return OK


def _runs(paths: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """Every run.json among these, with a name to call it by; raises JobError where there is none."""
    for path in paths:
        if not path.exists():
            raise JobError(f"{path}: tidak ditemukan. Periksa nama foldernya.")
        if path.is_file():
            yield path.parent.name or path.name, path
            continue
        for note in sorted(path.rglob(UNFINISHED)):
            if unfinished(note.parent):
                warn(f"{note.parent}: hasil di folder ini belum lengkap, tidak ikut direkap. Periksa lagi unitnya.")
        # What a killed batch left is no result.
        runs = (run for run in path.rglob("run.json") if PARTIAL not in run.relative_to(path).parts)
        inside = sorted(run for run in runs if not unfinished(run.parent))
        old = superseded(run.parent for run in inside)
        inside = [run for run in inside if run.parent not in old]
        if not inside:
            raise JobError(f"{path}: tidak berisi run.json. Berikan folder hasil saksama periksa.")
        yield from ((run.parent.relative_to(path.parent).as_posix(), run) for run in inside)
