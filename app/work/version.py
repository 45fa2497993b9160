"""What decides how a file is read or judged, beside the file: our code and words, and the libraries they use."""

from __future__ import annotations

import hashlib
import re
import sys
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from saksama import checker, parsers, reports
from saksama.parsers.ocr.extra import available
from saksama.parsers.resources import RULES

_LIBRARIES = (
    *("lxml", "msdoc2docx", "numpy", "openpyxl", "pillow", "pypdfium2", "rapidfuzz", "xlrd"),
    *("onnxruntime", "opencv-python", "opencv-python-headless", "rapidocr"),
)


@lru_cache(maxsize=1)
def reader_version() -> str:
    """A hash that changes with anything that may change what is read, the file's own content apart."""
    digest = hashlib.sha256(f"{sys.version} {available()}".encode())
    code = Path(parsers.__file__).parent
    # Readers look into the words at the top of rules/ and into the nomenclature; the rules themselves judge later.
    for path in sorted((*code.rglob("*.py"), *RULES.glob("*.yaml"), *(RULES / "nomenklatur").glob("*.tsv"))):
        digest.update(f"\n{path.name}\n".encode())
        digest.update(path.read_bytes())
    for name in _LIBRARIES:
        digest.update(f"\n{name} {_version(name)}".encode())
    return digest.hexdigest()


@lru_cache(maxsize=1)
def program_version() -> str:
    """A hash over the program's own code and the versions of the libraries it stands on.

    What another version made is made again, and a computer with another version judges nothing for this one.
    """
    digest = hashlib.sha256()
    top = Path(__file__).resolve().parents[1]
    rooms = (top, *(Path(str(room.__file__)).parent for room in (checker, parsers, reports)))
    for path in sorted(path for room in rooms for path in (*room.rglob("*.py"), *room.rglob("*.j2"))):
        digest.update(f"\n{path.name}\n".encode())
        digest.update(path.read_bytes())
    for text in sorted(requires("saksama") or ()):
        if (name := re.match(r"[\w.-]+", text)) is not None and "gugus" not in text:
            digest.update(f"\n{name[0]} {_version(name[0])}".encode())
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"
