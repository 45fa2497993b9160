"""`saksama periksa`: the main job."""

from __future__ import annotations

import datetime as dt
import sys
from importlib.metadata import version
from pathlib import Path

import click

from saksama.app.collect import WAIVERS, collect
from saksama.app.console import FAILED, FOUND, OK, JobError, complain
from saksama.app.results import result_folder, write
from saksama.checker import profile, rulebook, waivers
from saksama.checker.assess import Setting, assess, prepare
from saksama.checker.run import KEPARAHAN, Run, to_json
from saksama.checker.submission import assemble
from saksama.parsers import yamlfile
from saksama.parsers.yamlfile import DataError

PAPERS = ("json", "lke", "reviu", "lhe", "html", "teks")
TITLES = {
    "lke": "Lembar kerja evaluasi",
    "reviu": "Formulir reviu",
    "lhe": "Draf LHE",
    "html": "Laporan temuan",
    "json": "Data lengkap",
    "teks": "Ringkasan",
}


@click.command()
@click.argument("berkas", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="BERKAS...")
@click.option("--tahun", type=int, metavar="TAHUN", help="Tahun kinerja yang dievaluasi.")
@click.option("--profil", default=profile.DEFAULT, metavar="PROFIL", help="Profil aturan (bawaan: kabupaten-kota).")
@click.option("--tanggal", metavar="TTTT-BB-HH", help="Tanggal pemeriksaan, untuk aturan tenggat waktu.")
@click.option("--hasil", type=click.Path(path_type=Path), metavar="FOLDER", help="Folder baru untuk hasil.")
@click.option(
    "--gagal-jika", type=click.Choice(KEPARAHAN), default="mayor", help="Keparahan yang membuat kode keluar 1."
)
@click.option("--format", "output", type=click.Choice(["teks", "json"]), default="teks", help="Yang dicetak ke layar.")
@click.option("--pengecualian", type=click.Path(path_type=Path), metavar="BERKAS", help="Daftar pengecualian (YAML).")
@click.option(
    "--aturan", "rules", type=click.Path(path_type=Path), metavar="FOLDER", help="Folder buku aturan sendiri."
)
def periksa(
    berkas: tuple[Path, ...],
    tahun: int | None,
    profil: str,
    tanggal: str | None,
    hasil: Path | None,
    gagal_jika: str,
    output: str,
    pengecualian: Path | None,
    rules: Path | None,
) -> int:
    """Periksa berkas satu unit dan tahun (folder atau berkas), lalu tulis temuan dan kertas kerja."""
    try:
        setting = load_setting(profil, rules)
        collected = collect(berkas)
        accepted = load_waivers(pengecualian, collected.folder, setting)
    except DataError as error:
        raise JobError(str(error)) from None
    submission = assemble(
        collected.files, collected.keterangan, tahun=tahun, tanggal=parse_date(tanggal), single=collected.single
    )
    run = assess(submission, setting, accepted)
    if output == "json":
        sys.stdout.buffer.write(to_json(run))
        if hasil is not None:
            write(run, result_folder(hasil, collected.name), PAPERS)
    else:
        _present(run, result_folder(hasil, collected.name))
    return exit_code(run, gagal_jika)


def load_setting(profil: str, rules: Path | None) -> Setting:
    """Rulebook, profile and framework; raises DataError."""
    if rules is not None and not rules.is_dir():
        raise JobError(f"{rules}: folder buku aturan tidak ditemukan.")
    book = rulebook.load(rules) if rules is not None else rulebook.load()
    return prepare(version("saksama"), book, profile.load(profil, book))


def load_waivers(path: Path | None, folder: Path | None, setting: Setting) -> tuple[waivers.Waiver, ...]:
    """The waivers given, else those lying in the folder; raises DataError."""
    if path is None and folder is not None and (folder / WAIVERS).exists():
        path = folder / WAIVERS
    return waivers.load(yamlfile.load(path, path.name), setting.book.rules) if path is not None else ()


def parse_date(text: str | None) -> dt.date | None:
    """An ISO date; raises JobError for anything else."""
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise JobError(f"--tanggal {text}: tulis seperti 2025-03-10 (tahun-bulan-hari).") from None


def exit_code(run: Run, threshold: str) -> int:
    """2 when a rule broke, 1 for an unaccepted finding at or above the threshold, else 0."""
    if run.ringkasan["galat"]:
        broken = sorted({item.aturan for item in run.hasil if item.status == "galat"})
        complain(
            f"aturan {', '.join(broken)} gagal dijalankan; hasilnya tidak lengkap. Laporkan kepada pengelola aturan."
        )
        return FAILED
    serious = KEPARAHAN[: KEPARAHAN.index(threshold) + 1]
    found = any(finding.keparahan in serious and not finding.pengecualian for _, finding in run.findings())
    return FOUND if found else OK


def _present(run: Run, folder: Path) -> None:
    from saksama.reports import text  # noqa: PLC0415  (rich is only needed here)

    click.echo(text.render_for_terminal(run))
    for name, path in zip(PAPERS, write(run, folder, PAPERS), strict=True):
        click.echo(f"{TITLES[name]:<22} {path}")
