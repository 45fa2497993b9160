"""`saksama lke`: the evaluator's own papers, linted and brought back."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from saksama.app.answers import take
from saksama.app.check import exit_code
from saksama.app.collect import collect, stop_if_unreadable
from saksama.app.console import OK, PATH, JobError, warn
from saksama.app.folder import readable_name
from saksama.app.helptext import Group
from saksama.app.results import put
from saksama.app.setting import load_setting
from saksama.app.work.codec import decode
from saksama.app.work.messages import task
from saksama.app.work.options import no_cache, opened
from saksama.app.work.pool import Pool
from saksama.checker import profile
from saksama.checker.answers import Jawaban, apply, filled
from saksama.checker.answers import to_json as answers_json
from saksama.checker.drafts import problems
from saksama.checker.final import settle
from saksama.checker.lint import PAPERS, lint
from saksama.checker.run import KEPARAHAN, LKE, to_json
from saksama.parsers.berkas import Berkas

_COLUMNS = ("bobot", "jawaban", "nilai", "catatan")
EVERY = 1000
"""Findings shown of one rule: an evaluator corrects them all."""


@click.group(cls=Group)
def lke() -> None:
    """Uji lembar kerja (LKE) dan laporan (LHE) evaluator, atau ambil kembali jawabannya."""


@lke.command()
@click.argument("berkas", nargs=-1, required=True, type=PATH, metavar="BERKAS...")
@click.option("--profil", default=profile.DEFAULT, metavar="PROFIL", help="Profil aturan (bawaan: kabupaten-kota).")
@click.option(
    "--gagal-jika",
    type=click.Choice(KEPARAHAN),
    default="mayor",
    help="Keparahan terendah yang membuat kode keluar 1 (bawaan: mayor).",
)
@click.option("--format", "output", type=click.Choice(["teks", "json"]), default="teks", help="Yang dicetak ke layar.")
@click.option("--aturan", "rules", type=PATH, metavar="FOLDER", help="Folder buku aturan sendiri.")
@no_cache
def uji(
    berkas: tuple[Path, ...], profil: str, gagal_jika: str, output: str, rules: Path | None, tanpa_tembolok: bool
) -> int:
    """Uji LKE dan LHE: jumlah, predikat, bobot, catatan, kendali logis dan kelengkapannya."""
    setting = load_setting(profil, rules)
    with opened(None, tanpa_tembolok=tanpa_tembolok) as pool:
        collected = collect(berkas, pool)
        stop_if_unreadable(collected.files)
        papers = _papers(berkas, collected.files, pool)
    run = lint(papers, setting)
    for warning in (*collected.peringatan, *(f"{file.berkas}: {text}" for file in papers for text in file.peringatan)):
        warn(warning)
    if output == "json":
        sys.stdout.buffer.write(to_json(run))
    else:
        from saksama.reports import text  # noqa: PLC0415  (rich is only needed here)

        click.echo(text.render_for_terminal(run, EVERY), nl=False)
        for line in _recognised(papers):
            click.echo(line)
    return exit_code(run, gagal_jika)


def _recognised(papers: tuple[Berkas, ...]) -> Iterator[str]:
    """What was read of each worksheet, so that a column nobody recognised is seen."""
    for file in papers:
        for record in file.records:
            rows = getattr(record.isi, "baris", ())
            if record.isi.JENIS == "lembar_kerja_evaluasi":
                counts = (f"{name} {sum(bool(getattr(row, name)) for row in rows)}" for name in _COLUMNS)
                yield f"Terbaca dari {file.berkas}: {len(rows)} baris; yang berisi: {', '.join(counts)}."


@lke.command()
@click.argument("buku", type=PATH, metavar="LKE.XLSX")
@click.argument("run", type=PATH, metavar="RUN.JSON")
@click.option("--hasil", type=PATH, metavar="BERKAS", help="Berkas jawaban yang ditulis (bawaan: di sebelah run.json).")
def impor(buku: Path, run: Path, hasil: Path | None) -> int:
    """Ambil jawaban evaluator dari LKE yang sudah diisi ke jawaban.json, untuk periksa --jawaban."""
    from saksama.reports.lke_import import read_answers  # noqa: PLC0415  (openpyxl is slow to import)

    target, result, returned = take(buku, run, hasil, read_answers)
    taken = returned.jawaban
    if not filled(taken):
        raise JobError(f"{buku}: tidak ada isian di sel kuning. Isi dahulu, lalu simpan.")
    assert result.lke is not None
    worksheet = settle(apply(result.lke, taken))
    setting = load_setting(profile.DEFAULT, None)
    doubts = problems(worksheet, setting.profile, setting.tools)
    put(target, answers_json(taken))
    _tell(target, worksheet, taken)
    for text in (*returned.tertinggal, *doubts):
        warn(text)
    return OK


def _tell(path: Path, worksheet: LKE, taken: Jawaban) -> None:
    """What was taken, and what it comes to."""
    counts = (
        (len(taken.jawaban), "kriteria atau sub komponen"),
        (len(taken.temuan), "temuan"),
        (sum(map(len, taken.kertas_kerja.values())), "baris kertas kerja"),
        (len(taken.pengesahan), "penanda tangan"),
    )
    told = ", ".join(f"{count} {what}" for count, what in counts if count)
    click.echo(f"{told} dengan isian ditulis ke {path}.")
    if worksheet.nilai_akhir is not None:
        value = f"{worksheet.nilai_akhir:.2f}".replace(".", ",")
        click.echo(f"Nilai akhir dengan jawaban ini: {value} ({worksheet.predikat_akhir}).")
    click.echo(f"Pakai dengan: saksama periksa FOLDER --jawaban {path}")


def _papers(paths: tuple[Path, ...], files: tuple[Berkas, ...], pool: Pool) -> tuple[Berkas, ...]:
    """The evaluator's papers among the files; a file named outright is read as one whatever it looks like.

    Raises JobError for a file that holds neither, and for a folder without any.
    """
    known = [file for file in files if _is_paper(file)]
    if not all(path.is_file() for path in paths):
        others = [file.berkas for file in files if not _is_paper(file)]
        if not known:
            raise JobError(f"{paths[0]}: tidak ada LKE atau LHE yang dikenali. Sebutkan berkasnya satu per satu.")
        if others:
            warn(f"{len(others)} berkas bukan LKE atau LHE dan dilewati: {', '.join(others[:5])}.")
        return tuple(known)
    by_name = {readable_name(path.name): path for path in paths}
    for file in files:
        if file in known:
            continue
        if file.galat:
            raise JobError(f"{file.berkas}: {file.galat}")
        known.append(_forced(by_name[file.berkas], file, pool))
    return tuple(known)


def _is_paper(file: Berkas) -> bool:
    return file.galat is None and any(record.isi.JENIS in PAPERS for record in file.records)


def _forced(path: Path, file: Berkas, pool: Pool) -> Berkas:
    """A file read as a worksheet, else as a report; raises JobError where it has nothing of either."""
    for again in map(decode, pool.begin([task(path, file.berkas, jenis) for jenis in PAPERS]).payloads()):
        if any(getattr(record.isi, "baris", ()) or getattr(record.isi, "komponen", ()) for record in again.records):
            return again
    raise JobError(
        f"{path}: tidak dikenali sebagai LKE atau LHE (tidak ada komponen dengan bobot, jawaban, nilai atau catatan)."
    )
