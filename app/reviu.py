"""`saksama reviu`: the reviewer's form brought back."""

from __future__ import annotations

from pathlib import Path

import click

from saksama.app.answers import take
from saksama.app.console import OK, PATH, JobError, warn
from saksama.app.helptext import Group
from saksama.app.results import put
from saksama.checker import checklist
from saksama.checker.answers import to_json
from saksama.reports import words


@click.group(cls=Group)
def reviu() -> None:
    """Ambil kembali jawaban pereviu dari formulir check list reviu."""


@reviu.command()
@click.argument("formulir", type=PATH, metavar="REVIU.XLSX")
@click.argument("run", type=PATH, metavar="RUN.JSON")
@click.option("--hasil", type=PATH, metavar="BERKAS", help="Berkas jawaban yang ditulis (bawaan: di sebelah run.json).")
def impor(formulir: Path, run: Path, hasil: Path | None) -> int:
    """Ambil jawaban pereviu dari formulir reviu (xlsx atau docx) ke jawaban.json, untuk periksa --jawaban."""
    from saksama.reports.reviu_import import read_answers  # noqa: PLC0415  (openpyxl is slow to import)

    target, result, taken = take(formulir, run, hasil, read_answers)
    if not taken.reviu:
        raise JobError(f"{formulir}: tidak ada jawaban atau catatan pereviu. Isi dahulu, lalu simpan.")
    put(target, to_json(taken))
    answered = checklist.review(result.reviu, taken.reviu)
    counts = [f"{text.lower()} {sum(item.akhir == key for item in answered)}" for key, text in words.JAWABAN.items()]
    click.echo(f"{len(taken.reviu)} pernyataan dengan isian ditulis ke {target}.")
    click.echo(f"Dengan jawaban ini: {', '.join(counts)}.")
    click.echo(f"Pakai dengan: saksama periksa FOLDER --jawaban {target}")
    for text in checklist.problems(answered):
        warn(text)
    return OK
