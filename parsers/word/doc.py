"""Word 97-2003 files (.doc) -> Document: converted to docx in a temporary folder, then read as such."""

from __future__ import annotations

from pathlib import Path

import doc2docx
import msgspec
from doc2docx.errors import Doc2DocxError

from saksama.parsers.files import sha256
from saksama.parsers.model import Document, ReadError
from saksama.parsers.scratch import scratch
from saksama.parsers.word import docx


def read(path: Path, name: str) -> Document:
    """Read a .doc file; raises ReadError for a damaged or protected one. The original is never changed."""
    with scratch() as folder:
        converted = folder / "naskah.docx"
        try:
            doc2docx.convert(path, converted)
        except (Doc2DocxError, ArithmeticError, LookupError, ValueError, OSError) as error:
            raise ReadError(
                name,
                f"Berkas Word lama (.doc) ini tidak dapat dibaca ({error}).",
                "Buka di Word lalu simpan ulang sebagai .docx.",
            ) from None
        document = docx.read(converted, name)
    return msgspec.structs.replace(document, sha256=sha256(path), pembaca="doc")
