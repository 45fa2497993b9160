"""`saksama laporan`: papers from a kept run.json."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import msgspec

from saksama.app.console import OK, JobError
from saksama.app.results import result_folder, write
from saksama.checker.run import Run, from_json
from saksama.reports.formats import FORMATS


@click.command()
@click.argument("run", type=click.Path(path_type=Path), metavar="RUN.JSON")
@click.option("--format", "output", type=click.Choice(list(FORMATS)), required=True, help="Jenis laporan.")
@click.option("--hasil", type=click.Path(path_type=Path), metavar="FOLDER", help="Folder baru untuk laporan.")
def laporan(run: Path, output: str, hasil: Path | None) -> int:
    """Tulis satu laporan dari run.json; json, sarif dan teks dicetak ke layar bila --hasil tidak diberikan."""
    result = load_run(run)
    if hasil is None and output in ("json", "sarif", "teks"):
        content = FORMATS[output][1](result)
        sys.stdout.buffer.write(content.encode() if isinstance(content, str) else content)
        return OK
    for path in write(result, result_folder(hasil, run.resolve().parent.name), [output]):
        click.echo(str(path))
    return OK


def load_run(path: Path) -> Run:
    """A kept Run; raises JobError for a missing or foreign file."""
    try:
        return from_json(path.read_bytes())
    except OSError as error:
        raise JobError(f"{path}: tidak dapat dibuka ({error.strerror}).") from None
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise JobError(f"{path}: bukan run.json dari Saksama ({error}). Jalankan saksama periksa lagi.") from None
