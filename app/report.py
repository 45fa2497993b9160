"""`saksama laporan`: papers from a kept run.json."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import msgspec

from saksama.app.console import OK, PATH, JobError
from saksama.app.failure import reason
from saksama.app.results import PREFIX, target, write
from saksama.checker.run import Run, from_json
from saksama.reports.formats import FORMATS


@click.command()
@click.argument("run", type=PATH, metavar="RUN.JSON")
@click.option("--format", "output", type=click.Choice(list(FORMATS)), required=True, help="Jenis laporan.")
@click.option("--hasil", type=PATH, metavar="FOLDER", help="Folder baru untuk laporan.")
def laporan(run: Path, output: str, hasil: Path | None) -> int:
    """Tulis satu laporan dari run.json; json, sarif dan teks dicetak ke layar bila --hasil tidak diberikan."""
    result = load_run(run)
    if hasil is None and output in ("json", "sarif", "teks"):
        content = FORMATS[output][1](result)
        sys.stdout.buffer.write(content.encode() if isinstance(content, str) else content)
        return OK
    for path in write(result, target(hasil, run.resolve().parent.name.removeprefix(PREFIX)), [output]):
        click.echo(str(path))
    return OK


def load_run(path: Path) -> Run:
    """A kept Run, from its run.json or the folder that holds it; raises JobError for a missing or foreign file."""
    path = path / "run.json" if path.is_dir() else path
    try:
        return from_json(path.read_bytes())
    except OSError as error:
        raise JobError(f"{path}: tidak dapat dibuka ({reason(error)}). Berikan run.json dari folder hasil.") from None
    except (msgspec.ValidationError, msgspec.DecodeError):
        raise JobError(
            f"{path}: bukan run.json dari Saksama, atau isinya sudah diubah. Jalankan saksama periksa lagi."
        ) from None
