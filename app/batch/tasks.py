"""Judging one unit: a pure function of what was read, so that any process on any computer may do it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from saksama.app.batch import names
from saksama.app.batch.order import Failed, Job, Order, Papers
from saksama.app.collect import Bacaan, collected
from saksama.app.failure import explain
from saksama.app.judge import judge
from saksama.app.results import PAPERS
from saksama.app.setting import load_setting
from saksama.checker import editions
from saksama.checker.assess import Setting
from saksama.checker.run import Run
from saksama.checker.submission import Keterangan, assemble
from saksama.checker.unitnames import same_unit
from saksama.parsers.berkas import Berkas
from saksama.reports.formats import rendered
from saksama.reports.recap import glance

_LIKENESS = 80
"""How like two names of a unit must be, 0 to 100, not to be told as different."""


def setting(order: Order) -> Setting:
    """Rulebook and profile of an order, loaded once in each process."""
    return _loaded(order.profil, order.rules, order.kerangka, order.editions)


@lru_cache(maxsize=2)
def _loaded(profil: str, rules: str | None, kerangka: str | None, imported: str | None) -> Setting:
    found = editions.load_folder(Path(imported)) if imported is not None else None
    return load_setting(profil, Path(rules) if rules is not None else None, kerangka, found)


def judge_unit(order: Order, job: Job, payloads: Sequence[bytes]) -> Papers | Failed:
    """The papers of a unit from its documents as workers read them, in the order of the plan.

    Whatever stops it becomes a reason.
    """
    try:
        files = _files(job, payloads)
        run = judge(
            collected(job.plan, files),
            setting(order),
            tahun=job.tahun,
            tanggal=dt.date.fromisoformat(order.tanggal) if order.tanggal else None,
        )
        return Papers(
            files=dict(rendered(run, name) for name in PAPERS),
            glance=glance(job.source, run, job.key),
            broken=tuple(sorted({item.aturan for item in run.hasil if item.status == "galat"})),
            notes=tuple(_notes(job, files, run)),
            read=tuple((file.berkas, file.sha256) for file in files),
        )
    except Exception as error:  # noqa: BLE001  (a unit that breaks the program costs one row, not the night)
        return Failed(explain(error))


def _files(job: Job, payloads: Sequence[bytes]) -> list[Berkas]:
    together = zip(payloads, job.kinds, job.there, strict=True)
    return [Bacaan(payload, jenis, there).file() for payload, jenis, there in together]


def _notes(job: Job, files: Sequence[Berkas], run: Run) -> Iterable[str]:
    """What folder and documents say differently, where only the folder was believed."""
    if job.folder_year:
        said = assemble(files, Keterangan()).tahun
        if said is not None and said != job.tahun:
            yield (
                f"foldernya menyebut tahun {job.tahun}, sebagian besar dokumennya tahun {said}; folder dinamai menurut "
                "tahun kinerja, bukan tahun evaluasi"
            )
    if run.unit and names.sort(job.name) == "unit" and not same_unit(job.name, run.unit, _LIKENESS):
        yield f"dokumennya menyebut unit {run.unit}"
