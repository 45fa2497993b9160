"""`saksama baca` and `saksama kenali`: what was recognised in a file."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from saksama.app.console import FAILED, OK, PATH, JobError, complain, progress, say
from saksama.app.filling import filling, refuse_filled
from saksama.app.folder import readable_name
from saksama.app.work.codec import decode
from saksama.app.work.messages import task
from saksama.app.work.options import no_cache, opened, processes
from saksama.app.work.pool import Pool
from saksama.checker.assess import plain
from saksama.checker.typed import suggest
from saksama.parsers.berkas import Berkas
from saksama.parsers.records.types import JENIS


@click.command()
@click.argument("berkas", type=PATH, metavar="BERKAS")
@click.option("--format", "output", type=click.Choice(["tabel", "json"]), default="tabel", help="Bentuk keluaran.")
@click.option("--lokasi", is_flag=True, help="Sertakan tempat setiap nilai (json).")
@click.option("--jenis", metavar="JENIS", help="Baca sebagai jenis ini, tanpa pengenalan.")
@click.option("--gambar", type=PATH, metavar="FOLDER", help="Folder baru untuk gambar tiap halaman PDF.")
@no_cache
def baca(berkas: Path, output: str, lokasi: bool, jenis: str | None, gambar: Path | None, tanpa_tembolok: bool) -> int:
    """Baca satu berkas dan tampilkan isi yang dikenali."""
    if jenis is not None and jenis not in (*JENIS, "lain"):
        raise JobError(f"jenis “{jenis}” tidak dikenal.{suggest(jenis, JENIS)} Pilihan: {', '.join(JENIS)}, lain.")
    _check(berkas)
    if gambar is not None:
        refuse_filled(gambar)
    with opened(None, tanpa_tembolok=tanpa_tembolok) as pool:
        (file,) = _read([berkas], jenis, pool, "Membaca")
    if output == "json":
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(answer(file, places=lokasi)), indent=1) + b"\n")
    else:
        say("\n".join(describe(file)))
    if file.galat:
        complain(f"{berkas}: {file.galat}")
        return FAILED
    if gambar is not None:
        _draw(berkas, file, gambar)
    return OK


def _draw(path: Path, file: Berkas, folder: Path) -> None:
    """Write a picture of each page with what was recognised drawn over it; the places go to standard error."""
    from saksama.reports.pageimage import draw  # noqa: PLC0415  (pictures are rarely asked for, and slow to import)

    pages = file.document.pages if file.document else ()
    if not pages:
        raise JobError(f"{path}: hanya PDF yang mempunyai halaman untuk digambar.")
    with filling(folder) as put_into, progress(len(pages), "Menggambar") as step:
        for number, picture in draw(path, file):
            step(f"halaman {number}")
            data = io.BytesIO()
            picture.save(data, "PNG")
            put_into(f"halaman-{number:03}.png", data.getvalue())
    click.echo(f"{len(pages)} gambar ditulis ke {folder}.", err=True)


@click.command()
@click.argument("berkas", nargs=-1, required=True, type=PATH, metavar="BERKAS...")
@processes
@no_cache
def kenali(berkas: tuple[Path, ...], proses: int | None, tanpa_tembolok: bool) -> int:
    """Kenali jenis tiap berkas, dengan alasan."""
    for path in berkas:
        _check(path)
    failed = False
    with opened(proses, tanpa_tembolok=tanpa_tembolok) as pool:
        for path, file in zip(berkas, _read(berkas, None, pool, "Mengenali"), strict=True):
            failed |= file.galat is not None
            kind = file.galat or f"{file.jenis} (keyakinan {file.keyakinan}): {file.alasan}"
            say(f"{path}: {kind}")
    return FAILED if failed else OK


def _check(path: Path) -> None:
    if not path.exists():
        raise JobError(f"{path}: tidak ditemukan. Periksa nama berkasnya.")
    if path.is_dir():
        raise JobError(f"{path}: ini folder; perintah ini membaca berkas. Berikan satu berkas di dalamnya.")
    if not path.is_file():
        raise JobError(f"{path}: bukan berkas biasa. Berikan dokumen (docx, pdf, xlsx, txt).")


def _read(paths: Sequence[Path], jenis: str | None, pool: Pool, what: str) -> Iterator[Berkas]:
    """The files, one after the other as they are given."""
    batch = pool.begin([task(path, readable_name(path.name), jenis) for path in paths])
    with progress(len(paths), what) as steps:
        yield from map(decode, batch.payloads(steps.done, steps.say))


def answer(file: Berkas, *, places: bool) -> dict[str, Any]:
    """What `baca --format json` prints; with places, each record's `lokasi` maps paths to where the values stand."""
    result: dict[str, Any] = {
        "berkas": file.berkas,
        "sha256": file.sha256,
        "jenis": file.jenis,
        "keyakinan": file.keyakinan,
        "alasan": file.alasan,
        "rekaman": [plain(record.isi) for record in file.records],
        "peringatan": [*file.peringatan, *(text for record in file.records for text in record.peringatan)],
    }
    if file.galat:
        result["galat"] = file.galat
    if places:
        result["lokasi"] = [msgspec.to_builtins(dict(record.lokasi)) for record in file.records]
        result["ragu"] = [dict(record.ragu) for record in file.records]
    return result


def describe(file: Berkas) -> list[str]:
    """The file for a person's eyes: kind, warnings, then each record as label and value lines and tables."""
    lines = [f"Berkas     {file.berkas}", f"Jenis      {file.jenis or '-'} (keyakinan {file.keyakinan or '-'})"]
    if file.alasan:
        lines.append(f"Alasan     {file.alasan}")
    if file.galat:
        lines.append(f"Galat      {file.galat}")
    lines += [f"Peringatan {text}" for text in file.peringatan]
    for number, record in enumerate(file.records, 1):
        lines += ["", f"Rekaman {number}"]
        lines += [f"  Peringatan: {text}" for text in record.peringatan]
        for key, value in plain(record.isi).items():
            lines += _shown(key, value, 1)
    return lines


def _shown(key: str, value: Any, depth: int) -> list[str]:
    pad = "  " * depth
    if isinstance(value, dict):
        return [f"{pad}{key}:", *(line for name, below in value.items() for line in _shown(name, below, depth + 1))]
    if isinstance(value, list) and value and isinstance(value[0], dict):
        rows = [f"{pad}{key}: {len(value)} baris"]
        for number, row in enumerate(value, 1):
            cells = "; ".join(f"{name}: {_cell(cell)}" for name, cell in row.items() if cell not in (None, [], {}))
            rows.append(f"{pad}  {number}. {cells}")
        return rows
    return [f"{pad}{key}: {_cell(value)}"]


def _cell(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, list):
        return " | ".join(_cell(below) for below in value)
    if isinstance(value, dict):
        return ", ".join(f"{name} {_cell(below)}" for name, below in value.items() if below is not None)
    return str(value)
