"""`saksama aturan` and `saksama jelaskan`: the rulebook for those who own it."""

from __future__ import annotations

import json
from pathlib import Path

import click
import jsonschema

from saksama.app.console import FAILED, OK, PATH, JobError, complain, progress
from saksama.app.filling import filling, refuse_filled
from saksama.app.helptext import Group
from saksama.app.results import overwrite
from saksama.app.setting import check_rules
from saksama.checker import frameworks, profile, rulebook
from saksama.checker.examples import Failure, run_examples
from saksama.checker.listing import listed
from saksama.checker.rulebook import Rulebook
from saksama.checker.ruleschema import SCHEMAS, rule_schema
from saksama.checker.tools import Tools
from saksama.checker.typed import suggest
from saksama.parsers import yamlfile
from saksama.parsers.resources import RULES
from saksama.reports import rulepage

FOLDER = click.option("--aturan", "folder", type=PATH, default=RULES, metavar="FOLDER", help="Folder buku aturan.")


@click.group(cls=Group)
def aturan() -> None:
    """Daftar, uji dan dokumentasi buku aturan."""


@aturan.command()
@click.option("--profil", metavar="PROFIL", help="Sebagaimana dipakai profil ini, dengan bobotnya dalam LKE.")
@FOLDER
def daftar(profil: str | None, folder: Path) -> int:
    """Daftar semua aturan dengan keparahan dan judulnya."""
    book = _load(folder)
    if profil is None:
        for bound in book.rules.values():
            rule = bound.rule
            click.echo(f"{rule.id:<9} {rule.keparahan:<7} {rule.status:<8} {rule.judul}")
        return OK
    used = profile.load(profil, book)
    lke = frameworks.load(used.kerangka, folder, book.rules, Tools(folder).peraturan)
    for one in listed(used, lke):
        if one.alasan is not None:
            click.echo(f"{one.id:<9} tidak dipilih: {one.alasan}")
        else:
            weight = f"{one.bobot:.2f}".replace(".", ",")
            click.echo(f"{one.id:<9} {one.keparahan:<7} {weight:>6}  {' '.join(one.kriteria)}".rstrip())
    return OK


@aturan.command()
@FOLDER
def uji(folder: Path) -> int:
    """Jalankan semua contoh di dalam aturan dan cocokkan bentuknya dengan skema."""
    book = _load(folder)
    tools = Tools(folder)
    failures: list[Failure] = []
    validator = jsonschema.Draft202012Validator(rule_schema())
    with progress(len(book.rules), "Menguji aturan") as step:
        for bound in book.rules.values():
            step(bound.id)
            data = yamlfile.load(folder / bound.file.removeprefix("rules/"), bound.file).data
            failures += [Failure(bound.id, 0, error.message) for error in validator.iter_errors(data)]
            failures += run_examples(bound, book, tools)
    for failure in failures:
        complain(f"{failure.aturan} contoh {failure.nomor}: {failure.pesan}")
    count = sum(len(bound.rule.contoh) for bound in book.rules.values())
    click.echo(f"{len(book.rules)} aturan, {count} contoh, {len(failures)} tidak sesuai.")
    return FAILED if failures else OK


@aturan.command()
@click.argument("tujuan", type=PATH, metavar="FOLDER")
@FOLDER
def dokumen(tujuan: Path, folder: Path) -> int:
    """Tulis satu halaman (Markdown) untuk setiap aturan ke sebuah folder baru."""
    refuse_filled(tujuan)
    book = _load(folder)
    tools = Tools(folder)
    with filling(tujuan) as put_into:
        for bound in book.rules.values():
            put_into(f"{bound.id}.md", rulepage.markdown(bound, tools).encode())
    click.echo(f"{len(book.rules)} halaman ditulis ke {tujuan}.")
    return OK


@aturan.command()
@click.argument("tujuan", type=PATH, metavar="BERKAS", required=False)
@click.option("--untuk", type=click.Choice(list(SCHEMAS)), default="aturan", help="Jenis berkas (bawaan: aturan).")
def skema(tujuan: Path | None, untuk: str) -> int:
    """Cetak JSON Schema berkas aturan, untuk petunjuk di editor."""
    schema = SCHEMAS[untuk]()
    text = json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
    if tujuan is None:
        click.echo(text, nl=False)
    else:
        _refuse_foreign(tujuan, schema["title"])
        overwrite(tujuan, text.encode())
    return OK


@click.command()
@click.argument("id_", metavar="ATURAN")
@FOLDER
def jelaskan(id_: str, folder: Path) -> int:
    """Jelaskan satu aturan: dasar hukum, alasan, parameter, contoh."""
    book = _load(folder)
    wanted = id_.upper()
    if wanted not in book.rules:
        raise JobError(f"aturan “{id_}” tidak ada.{suggest(wanted, book.rules)} Lihat saksama aturan daftar.")
    click.echo(rulepage.plain_text(book[wanted], Tools(folder)))
    return OK


def _refuse_foreign(path: Path, title: str) -> None:
    """A schema may replace an older one, and nothing else: a rule file named by mistake must survive."""
    if not path.exists():
        return
    try:
        older = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        older = None
    if not isinstance(older, dict) or older.get("title") != title:
        raise JobError(f"{path}: sudah ada dan bukan skema aturan, maka tidak ditimpa. Pilih nama berkas lain.")


def _load(folder: Path) -> Rulebook:
    check_rules(folder)
    return rulebook.load(folder)
