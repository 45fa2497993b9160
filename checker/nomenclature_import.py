"""A full register table brought in from outside: xlsx, csv or tsv, recognised by its header."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from saksama.checker.nomenclature import Entry, Jenis, Pemda, Register, code_kind, normal_code
from saksama.parsers.yamlfile import DataError

_LIST = {
    "kode": ("kode", "code"),
    "nama": ("nama", "name", "uraian", "nomenklatur"),
    "jenis": ("jenis", "level", "tingkat"),
    "pemda": ("pemda", "jenis pemda"),
    "kinerja": ("kinerja",),
    "indikator": ("indikator",),
    "satuan": ("satuan",),
    "edisi": ("edisi", "regulation", "peraturan"),
}
_LEVELS = ("bidang", "program", "kegiatan", "subkegiatan")
_CODED = re.compile(r"^\s*([0-9X]+(?:\.[0-9X]+)*)\.?\s+(\S.*)$", re.S)
_EMPTY = ("", "-", "[null]", "null")
_HELP = (
    "judul kolom tidak dikenal. Yang dikenal: daftar dengan kolom kode dan nama (boleh juga jenis, pemda, kinerja, "
    "indikator, satuan, edisi), atau ekspor dengan kolom BIDANG, PROGRAM, KEGIATAN, SUBKEGIATAN."
)

Values = Mapping[str, str]


def import_table(path: Path, edisi: str | None = None) -> Register:
    """A Register from a table of program, kegiatan and sub kegiatan.

    Two shapes are known: a list (a line per code with its name) and the export that repeats bidang, program and
    kegiatan on each sub kegiatan line. edisi names the edition where the table doesn't; otherwise the file's name is
    used. Raises DataError when the file can't be read, has another header, or holds a line without a valid code.
    """
    rows = iter(_rows(path))
    header = [" ".join(name.casefold().split()) for name in next(rows, [])]
    default = edisi or path.stem
    if all(level in header for level in _LEVELS):
        entries = _from_export(rows, header, default)
    else:
        columns = {field: header.index(name) for field, names in _LIST.items() for name in names if name in header}
        if not {"kode", "nama"} <= columns.keys():
            raise DataError(path.name, 1, _HELP)
        entries = _from_list(rows, columns, default, path.name)
    unique = {(entry.kode, entry.pemda): entry for entry in entries}
    if not unique:
        raise DataError(path.name, None, "tidak ada satu baris pun yang berisi kode dan nama.")
    return Register(tuple(unique.values()))


def _rows(path: Path) -> Iterator[list[str]]:
    if path.suffix.casefold() in (".xlsx", ".xlsm"):
        try:
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        except (InvalidFileException, zipfile.BadZipFile, KeyError, OSError):
            raise DataError(path.name, None, "berkas Excel tidak dapat dibuka; mungkin rusak atau bersandi.") from None
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        for row in sheet.iter_rows(values_only=True):
            yield [_text(value) for value in row]
        book.close()
        return
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (UnicodeDecodeError, OSError):
        raise DataError(path.name, None, "berkas tidak dapat dibaca sebagai teks UTF-8.") from None
    first = text.partition("\n")[0]
    mark = max("\t;,", key=first.count)
    for line in csv.reader(text.splitlines(), delimiter=mark):
        yield [_text(value) for value in line]


def _text(value: Any) -> str:
    text = "" if value is None else " ".join(str(value).split())
    text = re.sub(r"(\w)- (?=\w)", r"\1-", text)
    return "" if text.casefold() in _EMPTY else text


def _from_list(rows: Iterable[Sequence[str]], columns: Mapping[str, int], edisi: str, name: str) -> Iterator[Entry]:
    for number, row in enumerate(rows, start=2):
        values = {field: row[index] if index < len(row) else "" for field, index in columns.items()}
        if not any(values.values()):
            continue
        kode, jenis = normal_code(values["kode"]), code_kind(values["kode"])
        if kode is None or jenis is None:
            raise DataError(name, number, f"kode “{values['kode']}” tidak berbentuk kode nomenklatur.")
        yield _entry(kode, values["nama"], jenis, values, edisi)


def _from_export(rows: Iterable[Sequence[str]], header: Sequence[str], edisi: str) -> Iterator[Entry]:
    for row in rows:
        values = dict(zip(header, row, strict=False))
        values["pemda"] = values.get("jenis pemda", "")
        for level in _LEVELS:
            match = _CODED.match(values.get(level, ""))
            kode, jenis = (normal_code(match[1]), code_kind(match[1])) if match else (None, None)
            if match and kode and jenis:
                yield _entry(kode, match[2], jenis, values if level == "subkegiatan" else {**values, **_BARE}, edisi)


_BARE = {"kinerja": "", "indikator": "", "satuan": ""}


def _entry(kode: str, nama: str, jenis: Jenis, values: Values, edisi: str) -> Entry:
    return Entry(
        kode=kode,
        nama=nama,
        jenis=jenis,
        pemda=_pemda(values.get("pemda", "")),
        edisi=values.get("edisi") or edisi,
        kinerja=values.get("kinerja") or None,
        indikator=values.get("indikator") or None,
        satuan=values.get("satuan") or None,
    )


def _pemda(text: str) -> Pemda:
    return "prov" if text.casefold().startswith("prov") else "kabkot"
