"""A full register table brought in from outside: xlsx, csv or tsv, recognised by its header."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from saksama.checker.editions import Edition, first_year
from saksama.checker.nomenclature import Entry, Jenis, Pemda, Register, code_kind, normal_code
from saksama.parsers.excel.workbook import sheets_of
from saksama.parsers.model import ReadError
from saksama.parsers.yamlfile import DataError

_LIST = {
    "kode": ("kode", "code"),
    "nama": (
        "nama",
        "name",
        "uraian",
        "nomenklatur",
        "nomenklatur urusan kabupaten/kota",
        "nomenklatur urusan provinsi",
    ),
    "pemda": ("pemda", "jenis pemda"),
    "kinerja": ("kinerja",),
    "indikator": ("indikator", "indikator kinerja"),
    "satuan": ("satuan",),
    "edisi": ("edisi", "regulation", "peraturan"),
}
_LEVELS = ("bidang", "program", "kegiatan", "subkegiatan")
_PARTS = ("urusan", "bidang urusan", "program", "kegiatan", "sub kegiatan")
_CODED = re.compile(r"^\s*([0-9X]+(?:\.[0-9X]+)*)\.?\s+(\S.*)$", re.S)
_EMPTY = ("", "-", "[null]", "null")
_HEADER_WITHIN = 20
_HELP = (
    "judul kolom tidak dikenal. Yang dikenal: daftar dengan kolom kode dan nama (boleh juga pemda, kinerja, indikator, "
    "satuan, edisi); ekspor dengan kolom BIDANG, PROGRAM, KEGIATAN, SUBKEGIATAN; lampiran dengan kode terbagi dalam "
    "kolom URUSAN, BIDANG URUSAN, PROGRAM, KEGIATAN, SUB KEGIATAN dan kolom NOMENKLATUR."
)

Values = Mapping[str, str]
Rows = Iterator[tuple[int, list[str]]]


def import_table(path: Path, edisi: str | None = None, mulai: int | None = None) -> tuple[Edition, ...]:
    """The editions in a table of program, kegiatan and sub kegiatan; most tables hold one.

    Three shapes are known: a list (a line per code with its name), the list whose code is cut into a column per level
    (the form of the ministerial decrees), and the export that repeats bidang, program and kegiatan on each sub kegiatan
    line. edisi names the edition where the table doesn't; otherwise the file's name is used. mulai is the first year
    it holds for; otherwise it is told from the edition's name. Raises DataError when the file can't be read, has
    another header, or holds a line without a valid code.
    """
    try:
        return _import(path, edisi, mulai)
    except ReadError as error:
        raise DataError(path.name, None, f"{error.alasan} {error.saran}") from None


def _import(path: Path, edisi: str | None, mulai: int | None) -> tuple[Edition, ...]:
    header, rows = _header(path)
    default = edisi or path.stem
    columns = {field: header.index(name) for field, names in _LIST.items() for name in names if name in header}
    if all(level in header for level in _LEVELS):
        entries = _from_export(rows, header, default)
    elif "nama" in columns and all(part in header for part in _PARTS):
        entries = _from_parts(rows, header, columns, default)
    elif {"kode", "nama"} <= columns.keys():
        entries = _from_list(rows, columns, default, path.name)
    else:
        raise DataError(path.name, 1, _HELP)
    unique = {(entry.edisi, entry.kode, entry.pemda): entry for entry in entries}
    if not unique:
        raise DataError(path.name, None, "tidak ada satu baris pun yang berisi kode dan nama.")
    by_edition: dict[str, list[Entry]] = {}
    for entry in unique.values():
        by_edition.setdefault(entry.edisi, []).append(entry)
    return tuple(
        Edition(name, mulai if mulai is not None else first_year(name), Register(tuple(found)))
        for name, found in by_edition.items()
    )


def _header(path: Path) -> tuple[list[str], Rows]:
    """The first row with names of columns that mean something, and the numbered rows below; titles above are passed."""
    known = {name for names in _LIST.values() for name in names} | {*_LEVELS, *_PARTS}
    for sheet in _sheets(path):
        rows = enumerate(sheet, start=1)
        for _, row in islice(rows, _HEADER_WITHIN):
            names = [" ".join(name.casefold().split()) for name in row]
            if len(known.intersection(names)) > 1:
                return names, rows
    raise DataError(path.name, 1, _HELP)


def _sheets(path: Path) -> Iterator[Iterator[list[str]]]:
    if path.suffix.casefold() in (".xlsx", ".xlsm"):
        for rows in sheets_of(path, path.name):
            yield ([_text(value) for value in row] for row in rows)
        return
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (UnicodeDecodeError, OSError):
        raise DataError(path.name, None, "berkas tidak dapat dibaca sebagai teks UTF-8.") from None
    first = text.partition("\n")[0]
    mark = max("\t;,", key=first.count)
    yield _lines(text, mark, path.name)


def _lines(text: str, mark: str, name: str) -> Iterator[list[str]]:
    try:
        # Not by the longest field that csv allows: whoever read another table in this process may have raised it.
        for line in csv.reader(text.splitlines(), delimiter=mark, strict=True):
            yield [_text(value) for value in line]
    except csv.Error:
        raise DataError(
            name,
            None,
            "tabel teks ini rusak: ada tanda kutip yang tidak ditutup atau salah tempat. Simpan ulang sebagai .xlsx.",
        ) from None


def _text(value: Any) -> str:
    text = "" if value is None else " ".join(str(value).split())
    text = re.sub(r"(\w)- (?=\w)", r"\1-", text)
    return "" if text.casefold() in _EMPTY else text


def _from_list(rows: Rows, columns: Mapping[str, int], edisi: str, name: str) -> Iterator[Entry]:
    for number, row in rows:
        values = _values(row, columns)
        if not any(values.values()):
            continue
        kode, jenis = normal_code(values["kode"]), code_kind(values["kode"])
        if kode is None or jenis is None:
            raise DataError(name, number, f"kode “{values['kode']}” tidak berbentuk kode nomenklatur.")
        yield _entry(kode, values["nama"], jenis, values, edisi)


def _from_parts(rows: Rows, header: Sequence[str], columns: Mapping[str, int], edisi: str) -> Iterator[Entry]:
    """The decrees' form: 7 | 01 | 02 | 2.01 | 0001 | name; numbering rows and group titles carry no code."""
    places = [header.index(part) for part in _PARTS]
    pemda = "prov" if any("provinsi" in name for name in header) else ""
    for _, row in rows:
        parts = [row[place] if place < len(row) else "" for place in places]
        code = ".".join(part for part in parts if part)
        kode, jenis = normal_code(code), code_kind(code)
        values = {"pemda": pemda, **_values(row, columns)}
        if kode and jenis and values["nama"] and not values["nama"].isdigit():
            yield _entry(kode, values["nama"], jenis, values, edisi)


def _from_export(rows: Rows, header: Sequence[str], edisi: str) -> Iterator[Entry]:
    for _, row in rows:
        values = dict(zip(header, row, strict=False))
        values["pemda"] = values.get("jenis pemda", "")
        for level in _LEVELS:
            match = _CODED.match(values.get(level, ""))
            kode, jenis = (normal_code(match[1]), code_kind(match[1])) if match else (None, None)
            if match and kode and jenis:
                yield _entry(kode, match[2], jenis, values if level == "subkegiatan" else {**values, **_BARE}, edisi)


_BARE = {"kinerja": "", "indikator": "", "satuan": ""}


def _values(row: Sequence[str], columns: Mapping[str, int]) -> dict[str, str]:
    return {field: row[index] if index < len(row) else "" for field, index in columns.items()}


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
