"""`saksama laporan`: papers from a kept run.json."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click
import msgspec

from saksama.app.console import OK, PATH, JobError, progress, say, warn
from saksama.app.failure import reason
from saksama.app.filling import UNFINISHED, filling, unfinished
from saksama.app.results import PREFIX, target, write
from saksama.app.setting import load_setting
from saksama.checker import profile
from saksama.checker.drafts import problems
from saksama.checker.run import Run, from_json
from saksama.parsers.files import sha256
from saksama.parsers.ooxml import open_package
from saksama.reports.formats import FORMATS, ON_LETTERHEAD, rendered

_SCORED = ("lke", "lhe")
"""The papers with scores."""


@click.command()
@click.argument("run", type=PATH, metavar="RUN.JSON")
@click.option("--format", "output", type=click.Choice(list(FORMATS)), required=True, help="Jenis laporan.")
@click.option("--hasil", type=PATH, metavar="FOLDER", help="Folder baru untuk laporan.")
@click.option(
    "--berkas", "source", type=PATH, metavar="FOLDER", help="Folder asli, untuk gambar pada daftar perbaikan."
)
@click.option(
    "--templat", type=PATH, metavar="BERKAS", help="Naskah Word berkop, untuk LHE, surat dan pernyataan reviu."
)
def laporan(run: Path, output: str, hasil: Path | None, source: Path | None, templat: Path | None) -> int:
    """Tulis satu laporan dari run.json; json, sarif dan teks dicetak ke layar bila --hasil tidak diberikan."""
    if source is not None and output != "perbaikan":
        raise JobError("--berkas hanya dipakai bersama --format perbaikan.")
    if templat is not None and output not in ON_LETTERHEAD:
        raise JobError(f"--templat hanya dipakai bersama --format {', '.join(ON_LETTERHEAD)}.")
    result = load_run(run)
    content: bytes | None = None
    if source is not None:
        content = _with_pictures(result, source)
    elif templat is not None:
        content = _on_letterhead(result, output, templat)
    if content is not None:
        with filling(target(hasil, run.resolve().parent.name.removeprefix(PREFIX))) as put_into:
            place = put_into(FORMATS[output][0], content)
        say(str(place))
        return OK
    if hasil is None and output in ("json", "sarif", "teks"):
        text = FORMATS[output][1](result)
        sys.stdout.buffer.write(text.encode() if isinstance(text, str) else text)
        return OK
    if output in _SCORED:
        _lint(result)
    for path in write(
        partial(rendered, result), target(hasil, run.resolve().parent.name.removeprefix(PREFIX)), [output]
    ):
        say(str(path))
    return OK


def _on_letterhead(run: Run, output: str, template: Path) -> bytes:
    """A paper on the office's own letterhead; raises JobError for what is no Word document."""
    with open_package(template, str(template)) as package:
        if "word/document.xml" not in package.members:
            raise JobError(f"{template}: bukan naskah Word. Simpan kop surat sebagai .docx.")
    return ON_LETTERHEAD[output](run, template.read_bytes())


def _with_pictures(run: Run, source: Path) -> bytes:
    """The list of repairs with pictures from the original PDFs; a file that is not the one checked gives none."""
    from saksama.reports import clips, perbaikan, spots  # noqa: PLC0415  (pictures are rarely asked for, and slow to import)

    if not source.is_dir():
        raise JobError(f"{source}: folder berkas asli tidak ditemukan. Berikan folder yang diperiksa.")
    wanted = spots.spots(run)
    shown = {spot[0] for spot in wanted}
    originals: dict[str, Path] = {}
    for file in run.berkas:
        path = source / file.berkas
        if file.berkas not in shown or path.suffix.casefold() != ".pdf":
            continue
        if path.is_file() and sha256(path) == file.sha256:
            originals[file.berkas] = path
        else:
            warn(f"{file.berkas}: tidak ada di {source} atau sudah berubah sejak diperiksa; ditulis tanpa gambar.")
    with progress(1, "Menggambar tempat temuan") as step:
        step(f"{len(originals)} berkas")
        return perbaikan.render(run, clips.clips(wanted, originals))


def _lint(run: Run) -> None:
    """Say what is wrong with the figures and answers of a worksheet before it goes out as a paper."""
    if run.lke is not None:
        setting = load_setting(profile.DEFAULT, None)
        for text in problems(run.lke, setting.profile, setting.tools):
            warn(text)


def load_run(path: Path) -> Run:
    """A kept Run, from its run.json or the folder that holds it; raises JobError for a missing or foreign file."""
    path = path / "run.json" if path.is_dir() else path
    if unfinished(path.parent):
        raise JobError(
            f"{path.parent}: hasil di folder ini belum lengkap (lihat {UNFINISHED}). Jalankan saksama periksa lagi."
        )
    try:
        return from_json(path.read_bytes())
    except OSError as error:
        raise JobError(f"{path}: tidak dapat dibuka ({reason(error)}). Berikan run.json dari folder hasil.") from None
    except (msgspec.ValidationError, msgspec.DecodeError):
        raise JobError(
            f"{path}: bukan run.json dari Saksama, atau isinya sudah diubah. Jalankan saksama periksa lagi."
        ) from None
