"""Office packages with the same bytes for the same content: no clock, entries in a fixed order."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from decimal import Decimal

from lxml import etree

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST = ("[Content_Types].xml", "_rels/.rels")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DATES = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")


def stable(package: bytes) -> bytes:
    """The package with fixed timestamps, sorted entries, and without the dates of making that the libraries put in."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(target, "w") as result:
        for name in sorted(source.namelist(), key=lambda name: (name not in _FIRST, name)):
            data = source.read(name)
            if name == "docProps/core.xml":
                data = _DATES.sub(b"", data)
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 3
            result.writestr(info, data)
    return target.getvalue()


def with_values(package: bytes, sheets: Mapping[str, Mapping[str, str | Decimal]]) -> bytes:
    """The workbook with results stored beside its formulas, for previews and readers that do not calculate.

    sheets: part name ("xl/worksheets/sheet1.xml") -> cell -> value. A program that calculates replaces them.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(target, "w") as result:
        for name in source.namelist():
            data = source.read(name)
            if name in sheets:
                data = _store(data, sheets[name])
            result.writestr(name, data)
    return target.getvalue()


def _store(data: bytes, values: Mapping[str, str | Decimal]) -> bytes:
    root = etree.fromstring(data)
    for cell in root.iter(f"{_MAIN}c"):
        value = values.get(cell.get("r") or "")
        if value is None or cell.find(f"{_MAIN}f") is None:
            continue
        stored = cell.find(f"{_MAIN}v")
        if stored is None:
            stored = etree.SubElement(cell, f"{_MAIN}v")
        stored.text = str(value)
        cell.set("t", "str" if isinstance(value, str) else "n")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
