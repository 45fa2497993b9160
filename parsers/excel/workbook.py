"""A workbook opened with openpyxl, behind the same guards as our own reader: for workbooks that must be written again.

openpyxl takes memory for every position of a merge and of a far cell, and answers odd XML with whatever error comes
first. Both are kept from the callers here.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path
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
_AGAIN = "Ambil lagi berkas aslinya, atau simpan ulang dengan Excel, lalu coba lagi."


def open_workbook(source: Path | bytes, name: str, *, reading: bool = False) -> Workbook:
    """The workbook in a file or in its bytes; raises ReadError for a damaged, protected or hostile one.

    reading: rows are read one by one with the values last calculated, and nothing can be changed.
    """
    with open_package(source, name) as package:
        for part in sorted(package.members):
            if not part.endswith((".xml", ".rels")):
                continue
            data = package.read(part)
            if not reading and _merged(data) > _MOST_MERGED:
                raise ReadError(name, "Lembarnya memuat penggabungan sel yang tidak wajar besarnya.", _AGAIN)
    stream = source if isinstance(source, Path) else io.BytesIO(source)
    try:
        return load_workbook(stream, read_only=reading, data_only=reading)
    except _DAMAGED:
        raise ReadError(name, "Buku kerja Excel ini rusak atau tidak dikenal isinya.", _AGAIN) from None


def _merged(data: bytes) -> int:
    """How many positions the merges of a sheet cover together."""
    total = 0
    for match in _MERGE.finditer(data):
        begin, end = (position(corner.decode("ascii", "replace").upper()) for corner in match.groups())
        if begin and end:
            total += max(end[0] - begin[0] + 1, 0) * max(end[1] - begin[1] + 1, 0)
    return total
