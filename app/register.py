"""`saksama nomenklatur`: codes and names of programs, kegiatan and sub kegiatan, and the editions they come from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click

from saksama.app.console import FOUND, OK, PATH, JobError, complain, progress
from saksama.app.helptext import Group
from saksama.app.userdata import edition_file, imported_editions, keep_edition
from saksama.checker.editions import Edition
from saksama.checker.nomenclature import Entry, Pemda
from saksama.checker.nomenclature_import import import_table
from saksama.checker.submission import YEARS
from saksama.checker.tools import Tools
from saksama.checker.typed import suggest

YEAR = click.IntRange(YEARS[0], YEARS[-1])


@click.group(cls=Group)
def nomenklatur() -> None:
    """Cari kode atau nama program, kegiatan dan sub kegiatan; impor edisi nomenklatur."""


@nomenklatur.command()
@click.argument("kata", nargs=-1, required=True, metavar="KODE-ATAU-NAMA")
@click.option("--jumlah", type=click.IntRange(1, 100), default=5, metavar="N", help="Banyaknya nama terdekat.")
@click.option("--tahun", type=YEAR, metavar="TAHUN", help="Tahun dokumen, bila ada beberapa edisi.")
@click.option("--pemda", type=click.Choice(get_args(Pemda)), default="kabkot", help="Kabupaten/kota atau provinsi.")
def cari(kata: tuple[str, ...], jumlah: int, tahun: int | None, pemda: Pemda) -> int:
    """Tampilkan entri sebuah kode, atau nama-nama terdekat."""
    wanted = " ".join(kata)
    register = Tools(imported=imported_editions()).nomenklatur.untuk(tahun)
    found = register.find(wanted, pemda)
    if found is not None and found.entry is not None:
        click.echo("\n".join(_lines(found.entry)))
        return OK
    near = register.nearest(wanted, jumlah, pemda=pemda)
    for one in near:
        click.echo(f"{one.kemiripan:5.0f} %  {one.entry.kode}  {one.entry.nama}")
    if not near:
        complain(f"tidak ada program, kegiatan atau sub kegiatan yang mirip “{wanted}”. Coba kata lain.")
    return OK if near else FOUND


def _lines(entry: Entry) -> Iterator[str]:
    yield f"{entry.kode}  {entry.nama}"
    for label, text in (("Kinerja", entry.kinerja), ("Indikator", entry.indikator), ("Satuan", entry.satuan)):
        if text:
            yield f"    {label:<10} {text}"
    yield f"    {'Edisi':<10} {entry.edisi}"


@nomenklatur.command()
@click.argument("berkas", type=PATH, metavar="BERKAS")
@click.option("--edisi", metavar="NAMA", help="Nama edisi, bila tabel tidak menyebutnya (bawaan: nama berkas).")
@click.option("--mulai", type=YEAR, metavar="TAHUN", help="Tahun dokumen pertama yang memakai edisi ini.")
def impor(berkas: Path, edisi: str | None, mulai: int | None) -> int:
    """Impor tabel nomenklatur (xlsx, csv atau tsv) sebagai satu edisi; edisi lain tetap disimpan."""
    if not berkas.is_file():
        raise JobError(f"{berkas}: berkas tidak ditemukan. Periksa nama dan foldernya.")
    with progress(1, "Membaca tabel") as step:
        step(berkas.name)
        found = import_table(berkas, edisi, mulai)
    for edition in found:
        replaced = edition_file(edition.nama).exists()
        place = keep_edition(edition)
        click.echo(
            f"Edisi “{edition.nama}”: {len(edition.register.entries)} entri{', diperbarui' if replaced else ''}."
        )
        click.echo(f"    Dipakai untuk dokumen mulai tahun {edition.mulai} (ubah dengan --mulai TAHUN).")
        click.echo(f"    Disimpan di {place}")
    return OK


@nomenklatur.command()
def daftar() -> int:
    """Daftar edisi yang tersedia dan tahun mulai dipakainya."""
    for edition in Tools(imported=imported_editions()).nomenklatur.semua:
        click.echo(f"mulai {edition.mulai}  {len(edition.register.entries):>6} entri  {edition.nama}")
    return OK


@nomenklatur.command()
@click.argument("edisi", metavar="EDISI")
def hapus(edisi: str) -> int:
    """Hapus satu edisi yang pernah diimpor; edisi bawaan tetap ada."""
    known = {edition.nama: edition for edition in imported_editions().semua}
    if edisi not in known:
        raise JobError(f"edisi “{edisi}” tidak ada di antara yang diimpor.{suggest(edisi, known)}{_kept(known)}")
    edition_file(edisi).unlink()
    click.echo(f"Edisi “{edisi}” dihapus.")
    return OK


def _kept(known: dict[str, Edition]) -> str:
    return f" Yang diimpor: {'; '.join(known)}." if known else " Belum ada edisi yang diimpor."
