"""`saksama periksa --semua`: all units of a folder, their papers, the recap, and what became of each."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

import click
import msgspec

from saksama.app.batch import summary
from saksama.app.batch.local import Local
from saksama.app.batch.mark import order_mark
from saksama.app.batch.order import Order
from saksama.app.batch.show import display
from saksama.app.batch.store import Store, belongs, open_store
from saksama.app.batch.tasks import setting
from saksama.app.batch.units import Layout, find
from saksama.app.batch.work import Doer, Ended, Outcome, Work
from saksama.app.console import FAILED, JobError, complain, say
from saksama.app.results import result_folder
from saksama.app.work.options import opened
from saksama.app.work.pool import default_size
from saksama.reports.formats import OF_MANY
from saksama.reports.recap import Rekap, combine


def check_all(
    top: Path,
    *,
    tahun: int | None,
    profil: str,
    kerangka: str | None,
    tanggal: dt.date | None,
    hasil: Path | None,
    gagal_jika: str,
    output: str,
    rules: Path | None,
    proses: int | None,
    tanpa_tembolok: bool,
    gugus: str | None,
) -> int:
    """Check every unit below a folder; returns the exit code. Raises JobError or DataError before anything is done."""
    if not top.is_dir():
        raise JobError(f"{top}: bukan folder. Pilihan --semua memerlukan folder yang berisi folder unit.")
    order = Order(
        _path(profil),
        str(rules.absolute()) if rules else None,
        kerangka,
        tanggal.isoformat() if tanggal else None,
    )
    mark = order_mark(order, setting(order))
    layout = _chosen(find(top), tahun)
    with open_store(_folder(hasil, top), top) as store, _doer(order, gugus, proses, tanpa_tembolok) as (doer, seats):
        _announce(layout, store)
        work = Work(layout.units, doer, store, mark, seats, tahun)
        outcomes: list[Outcome] = []
        stopped = ""
        try:
            with display(len(layout.units)) as shown, closing(work.events()) as events:
                for event in events:
                    shown.hear(event)
                    if isinstance(event, Outcome):
                        outcomes.append(event)
        except KeyboardInterrupt:
            stopped = "dihentikan"
        except Ended as error:
            stopped = str(error)
        found = summary.gathered(layout, outcomes)
        store.index(summary.to_json(found))
        if stopped:
            complain(
                f"{stopped}; {sum(one.glance is not None for one in outcomes)} dari {len(layout.units)} unit sudah "
                f"selesai dan tersimpan di {store.folder}. Jalankan perintah yang sama untuk melanjutkan."
            )
            return FAILED
        view = combine([outcome.glance for outcome in _sorted(outcomes) if outcome.glance])
        papers = _papers(store, found, view, gagal_jika)
    if output == "json":
        sys.stdout.buffer.write(summary.to_json(found))
    else:
        _present(found, view, gagal_jika, papers)
    return summary.exit_code(found, gagal_jika)


@contextmanager
def _doer(order: Order, gugus: str | None, proses: int | None, tanpa_tembolok: bool) -> Iterator[tuple[Doer, int]]:
    """Who reads and judges, and how many units at once: this computer, or a cluster."""
    if gugus is not None:
        from saksama.app.batch.cluster import Cluster  # noqa: PLC0415  (only needed here)

        with Cluster(gugus, order) as cluster:
            yield cluster, cluster.seats
        return
    seats = proses or default_size()
    with opened(seats, tanpa_tembolok=tanpa_tembolok) as pool, Local(pool, order, seats) as local:
        yield local, seats


def _path(profil: str) -> str:
    """A profile's id, or the path of its file as other processes find it."""
    return str(Path(profil).absolute()) if profil.endswith((".yaml", ".yml")) else profil


def _chosen(layout: Layout, tahun: int | None) -> Layout:
    """With a year asked for, units of other years stand aside."""
    if tahun is None:
        return layout
    other = tuple(unit for unit in layout.units if unit.tahun not in (None, tahun))
    aside = (f"{unit.source}: tahun {unit.tahun}, sedangkan yang diminta tahun {tahun}." for unit in other)
    chosen = tuple(unit for unit in layout.units if unit not in other)
    if not chosen and not layout.unclear:
        raise JobError(f"tidak ada unit tahun {tahun} di folder ini.")
    return Layout(chosen, layout.unclear, (*layout.aside, *aside))


def _folder(hasil: Path | None, top: Path) -> Path:
    """Where results go: the folder asked for, else the one of the last batch over these units, else a new one."""
    if hasil is not None:
        return hasil
    base = result_folder(top.resolve().name)
    names = (base if number == 1 else base.with_name(f"{base.name}-{number}") for number in count(1))
    return next(path for path in names if not path.exists() or belongs(path, top))


def _announce(layout: Layout, store: Store) -> None:
    """What was taken as what, before the work begins."""
    click.echo(f"{len(layout.units)} unit akan diperiksa; hasilnya ditulis ke {store.folder}:", err=True)
    for unit in layout.units:
        year = f"tahun {unit.tahun}" if unit.tahun else "tahun menurut dokumennya"
        click.echo(f"  {unit.source}: {unit.name}, {year}", err=True)
        for note in unit.catatan:
            click.echo(f"    {note}", err=True)
    for one in layout.unclear:
        complain(f"{one.source}: tidak diperiksa; {one.reason}")
    for text in layout.aside:
        complain(text)


def _sorted(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """In the order of where they lie: they end in any."""
    return sorted(outcomes, key=lambda outcome: outcome.source)


def _papers(store: Store, found: summary.Semua, view: Rekap, threshold: str) -> list[Path]:
    """The papers on the batch as a whole: the table, and the recap where a unit was judged."""
    text = summary.render(summary.settled(found), threshold, view.peringatan)
    papers = [store.write("ringkasan.txt", text.encode())]
    if view.baris:
        failed = (f"{row.sumber} tidak dapat diperiksa: {row.alasan}" for row in found.unit if row.alasan)
        view = msgspec.structs.replace(view, peringatan=(*failed, *view.peringatan))
        papers += [store.write(name, render(view)) for name, render in OF_MANY.items()]
    return papers


def _present(found: summary.Semua, view: Rekap, threshold: str, papers: Iterable[Path]) -> None:
    width = max(80, min(140, shutil.get_terminal_size((summary.WIDTH, 24)).columns))
    click.echo(summary.render(found, threshold, view.peringatan, width, colour=sys.stdout.isatty()), nl=False)
    for path in papers:
        say(str(path))
