"""A workbook opened with openpyxl, behind the same guards as our own reader: for filled forms and register tables.

openpyxl takes memory for every position of a merge and of a far cell, and answers odd XML with whatever error comes
first. Both are kept from the callers here.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from saksama.parsers.excel.sheet import position
from saksama.parsers.model import ReadError
from saksama.parsers.ooxml import open_package

# What openpyxl raises on damaged or unusual parts, beside its own error.
_DAMAGED = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    etree.XMLSyntaxError,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    NotImplementedError,
    EOFError,
    OSError,
)
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*[\"']([^\"':]*):([^\"']*)[\"']")
_MOST_MERGED = 200_000
"""Positions under the merges of one sheet: openpyxl makes a cell of each."""
_BROKEN = "Buku kerja Excel ini rusak atau tidak dikenal isinya."
_AGAIN = "Ambil lagi berkas aslinya, atau simpan ulang dengan Excel, lalu coba lagi."


def open_workbook(data: bytes, name: str) -> Workbook:
    """The workbook in a file's bytes, with its formulas; raises ReadError for a damaged, protected or hostile one."""
    with open_package(data, name) as package:
        package.weigh(package.members)
        for part in sorted(package.members):
            if part.endswith((".xml", ".rels")) and _merged(package.read(part)) > _MOST_MERGED:
                raise ReadError(name, "Lembarnya memuat penggabungan sel yang tidak wajar besarnya.", _AGAIN)
    try:
        return load_workbook(io.BytesIO(data))
    except _DAMAGED:
        raise ReadError(name, _BROKEN, _AGAIN) from None


def sheets_of(path: Path, name: str) -> Iterator[Iterator[Sequence[Any]]]:
    """The rows of each worksheet as values last calculated, one at a time; raises ReadError as open_workbook does."""
    with open_package(path, name) as package:
        package.weigh(package.members)
        for part in sorted(package.members):
            if part.endswith((".xml", ".rels")):
                package.read(part)
    try:
        book = load_workbook(path, read_only=True, data_only=True)
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            yield _rows(sheet, name)
        book.close()
    except _DAMAGED:
        raise ReadError(name, _BROKEN, _AGAIN) from None


def _rows(sheet: Any, name: str) -> Iterator[Sequence[Any]]:
    try:
        yield from sheet.iter_rows(values_only=True)
    except _DAMAGED:
        raise ReadError(name, _BROKEN, _AGAIN) from None


def _merged(data: bytes) -> int:
    """How many positions the merges of a sheet cover together."""
    total = 0
    for match in _MERGE.finditer(data):
        begin, end = (position(corner.decode("ascii", "replace").upper()) for corner in match.groups())
        if begin and end:
            total += max(end[0] - begin[0] + 1, 0) * max(end[1] - begin[1] + 1, 0)
    return total
