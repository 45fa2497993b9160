"""`saksama periksa`: the main job."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click
import msgspec

from saksama.app.collect import Reading, planned, result_name
from saksama.app.console import FAILED, FOUND, OK, PATH, JobError, complain, say, warn
from saksama.app.judged import Asked, Judging
from saksama.app.papers import making
from saksama.app.results import PAPERS, Make, target, write
from saksama.app.work.options import cache, no_cache, opened, processes
from saksama.app.work.pool import default_size
from saksama.checker import profile
from saksama.checker.run import KEPARAHAN, Run, Temuan
from saksama.checker.submission import YEARS
from saksama.parsers import yamlfile

YEAR = click.IntRange(YEARS[0], YEARS[-1])
TITLES = {
    "lke": "Lembar kerja evaluasi",
    "reviu": "Formulir reviu",
    "lhe": "Draf LHE",
    "html": "Laporan temuan",
    "perbaikan": "Daftar perbaikan",
    "json": "Data lengkap",
    "teks": "Ringkasan",
}


@click.command()
@click.argument("berkas", nargs=-1, required=True, type=PATH, metavar="BERKAS...")
@click.option(
    "--tahun", type=click.IntRange(YEARS[0], YEARS[-1]), metavar="TAHUN", help="Tahun kinerja yang dievaluasi."
)
@click.option("--profil", default=profile.DEFAULT, metavar="PROFIL", help="Profil aturan (bawaan: kabupaten-kota).")
@click.option("--kerangka", metavar="KERANGKA", help="Kerangka penilaian LKE (bawaan: menurut profil).")
@click.option("--tanggal", metavar="TTTT-BB-HH", help="Tanggal pemeriksaan, untuk aturan tenggat waktu.")
@click.option("--hasil", type=PATH, metavar="FOLDER", help="Folder baru untuk hasil.")
@click.option(
    "--gagal-jika",
    type=click.Choice(KEPARAHAN),
    default="mayor",
    help="Keparahan terendah yang membuat kode keluar 1 (bawaan: mayor).",
)
@click.option("--format", "output", type=click.Choice(["teks", "json"]), default="teks", help="Yang dicetak ke layar.")
@click.option("--pengecualian", type=PATH, metavar="BERKAS", help="Daftar pengecualian (YAML).")
@click.option(
    "--jawaban",
    type=PATH,
    multiple=True,
    metavar="BERKAS",
    help="Jawaban (jawaban.json) dari lke impor atau reviu impor; boleh beberapa kali.",
)
@click.option("--aturan", "rules", type=PATH, metavar="FOLDER", help="Folder buku aturan sendiri.")
@click.option(
    "--semua", is_flag=True, help="Periksa semua unit dan tahun di dalam satu folder; dapat dilanjutkan bila terputus."
)
@click.option(
    "--gugus", metavar="ALAMAT", help="Bersama --semua: kerjakan pada gugus Dask di alamat ini (tcp://10.0.0.5:8786)."
)
@processes
@no_cache
def periksa(
    berkas: tuple[Path, ...],
    tahun: int | None,
    profil: str,
    kerangka: str | None,
    tanggal: str | None,
    hasil: Path | None,
    gagal_jika: str,
    output: str,
    pengecualian: Path | None,
    jawaban: tuple[Path, ...],
    rules: Path | None,
    semua: bool,
    gugus: str | None,
    proses: int | None,
    tanpa_tembolok: bool,
) -> int:
    """Periksa berkas satu unit dan tahun (folder atau berkas), lalu tulis temuan dan kertas kerja."""
    today = _date(tanggal)
    if semua:
        from saksama.app.batch.command import check_all  # noqa: PLC0415  (slow to import, and only needed here)

        return check_all(
            _one_folder(berkas, pengecualian, *jawaban),
            tahun=tahun,
            profil=profil,
            kerangka=kerangka,
            tanggal=today,
            hasil=hasil,
            gagal_jika=gagal_jika,
            output=output,
            rules=rules,
            proses=proses or default_size(),
            tanpa_tembolok=tanpa_tembolok,
            gugus=gugus,
        )
    if gugus is not None:
        raise JobError("--gugus hanya dipakai bersama --semua.")
    folder = target(hasil, result_name(berkas)) if hasil is not None or output == "teks" else None
    kept = cache(tanpa_tembolok=tanpa_tembolok)
    judging = Judging(Asked(profil, kerangka, rules, tahun, today, jawaban), kept)
    with opened(proses, tanpa_tembolok=tanpa_tembolok) as pool, planned(berkas) as found:
        own = yamlfile.load(pengecualian) if pengecualian is not None else found.waivers
        plan = msgspec.structs.replace(found, waivers=own)
        reading = Reading(plan, pool)
        if not reading.kept():
            # The rulebook is loaded while the files are being read.
            judging.prepare()
        documents = reading.all()
    judged = judging.judged(plan, documents)
    with making(judged, kept) as make:
        if output == "json":
            _as_json(judged.run, make, folder)
        elif folder is not None:
            _present(judged.run, make, folder)
    return exit_code(judged.run, gagal_jika)


def _date(text: str | None) -> dt.date | None:
    """An ISO date; raises JobError for anything else."""
    try:
        return dt.date.fromisoformat(text) if text is not None else None
    except ValueError:
        raise JobError(f"--tanggal {text}: tulis seperti 2025-03-10 (tahun-bulan-hari).") from None


def _one_folder(paths: tuple[Path, ...], *own: Path | None) -> Path:
    """The folder of all units; raises JobError for more than one, and for options that belong to a single unit."""
    if any(own):
        raise JobError(
            "--pengecualian dan --jawaban adalah milik satu unit; letakkan pengecualian.yaml dan jawaban.json di dalam "
            "folder unitnya bila memakai --semua."
        )
    if len(paths) > 1:
        raise JobError("berikan satu folder saja bersama --semua.")
    if not paths[0].exists():
        raise JobError(f"{paths[0]}: tidak ditemukan. Periksa nama foldernya.")
    return paths[0]


def exit_code(run: Run, threshold: str) -> int:
    """2 when a rule broke, 1 for an unaccepted finding at or above the threshold, else 0."""
    if run.ringkasan["galat"]:
        broken = sorted({item.aturan for item in run.hasil if item.status == "galat"})
        complain(
            f"aturan {', '.join(broken)} gagal dijalankan; hasilnya tidak lengkap. Laporkan kepada pengelola aturan."
        )
        return FAILED
    return FOUND if any(serious(finding, threshold) for _, finding in run.findings()) else OK


def serious(finding: Temuan, threshold: str) -> bool:
    """Whether a finding is at or above a severity and no waiver accepts it."""
    return KEPARAHAN.index(finding.keparahan) <= KEPARAHAN.index(threshold) and not finding.pengecualian


def _as_json(run: Run, make: Make, folder: Path | None) -> None:
    """run.json alone on standard output, once everything else has succeeded."""
    if folder is not None:
        write(make, folder, PAPERS)
    for warning in run.peringatan:
        warn(warning)
    sys.stdout.buffer.write(make("json")[1])


def _present(run: Run, make: Make, folder: Path) -> None:
    from saksama.reports import text  # noqa: PLC0415  (rich is only needed here)

    click.echo(text.render_for_terminal(run))
    for name, path in zip(PAPERS, write(make, folder, PAPERS), strict=True):
        say(f"{TITLES[name]:<22} {path}")
