"""What decides how a file is read, beside the file: our readers and their words, and the libraries they use."""

from __future__ import annotations

import hashlib
import sys
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from saksama import parsers
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


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"
