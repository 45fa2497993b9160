"""Office packages with the same bytes for the same content: no clock, entries in a fixed order."""

from __future__ import annotations

import io
import re
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST = ("[Content_Types].xml", "_rels/.rels")
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
