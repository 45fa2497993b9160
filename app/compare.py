"""`saksama banding`: a later check of the same submission held against an earlier one."""

from __future__ import annotations

from pathlib import Path

import click

from saksama.app.check import serious
from saksama.app.console import FOUND, OK, PATH, say, warn
from saksama.app.filling import filling, refuse_filled
from saksama.app.report import load_run
from saksama.checker.diff import compare
from saksama.checker.run import KEPARAHAN
from saksama.reports import banding as report


@click.command()
@click.argument("lama", type=PATH, metavar="LAMA")
@click.argument("baru", type=PATH, metavar="BARU")
@click.option("--hasil", type=PATH, metavar="FOLDER", help="Folder baru untuk banding.html.")
@click.option(
    "--gagal-jika",
    type=click.Choice(KEPARAHAN),
    default="mayor",
    help="Keparahan terendah temuan baru atau tetap yang membuat kode keluar 1 (bawaan: mayor).",
)
def banding(lama: Path, baru: Path, hasil: Path | None, gagal_jika: str) -> int:
    """Bandingkan dua pemeriksaan atas unit dan tahun yang sama: folder hasil atau run.json-nya."""
    if hasil is not None:
        refuse_filled(hasil)
    found = compare(load_run(lama), load_run(baru))
    for warning in found.peringatan:
        warn(warning)
    click.echo(report.text(found), nl=False)
    if hasil is not None:
        with filling(hasil) as put_into:
            place = put_into("banding.html", report.html(found))
        say(str(place))
    left = (*found.of("baru"), *found.of("tetap"))
    return FOUND if any(serious(one.temuan, gagal_jika) for one in left) else OK
