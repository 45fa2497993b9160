"""One file, from bytes to records: read, recognised and extracted, or the reason why not."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import msgspec

from saksama.parsers.classify import Keyakinan, Kind, classify, sebutan
from saksama.parsers.doubts import with_doubts
from saksama.parsers.model import Document, ReadError
from saksama.parsers.ocr.extra import INSTALL, available
from saksama.parsers.reading import read
from saksama.parsers.records.extract import extract
from saksama.parsers.records.types import JENIS, Record
from saksama.parsers.steps import tell


class Berkas(msgspec.Struct, frozen=True):
    """A file as far as it could be understood.

    jenis, keyakinan and alasan are None for a file that could not be read: then galat says what happened and what to
    do next (Indonesian); salah_program: that was an error of the program and says nothing of the file; tetap is False
    where another try may end otherwise (the disk was full). jenis is "lain" for a readable file of no known kind, which
    has no records.
    """

    berkas: str
    sha256: str
    pembaca: str | None = None
    jenis: str | None = None
    keyakinan: Keyakinan | None = None
    alasan: str | None = None
    records: tuple[Record, ...] = ()
    document: Document | None = None
    peringatan: tuple[str, ...] = ()
    galat: str | None = None
    salah_program: bool = False
    tetap: bool = True


def read_berkas(path: Path, name: str, jenis: str | None = None) -> Berkas:
    """Read one file; `name` is what locations and messages call it, jenis forces the kind (from berkas.yaml).

    A bad file doesn't raise: it comes back with `galat`. Raises ValueError for a jenis that doesn't exist.
    """
    if jenis is not None and jenis not in (*JENIS, "lain"):
        raise ValueError(f"jenis tidak dikenal: {jenis}")
    try:
        document = read(path, name)
    except ReadError as error:
        return Berkas(name, _sha256(path), galat=f"{error.alasan} {error.saran}", tetap=error.lasting)
    tell()
    common: dict[str, Any] = {
        "berkas": name,
        "sha256": document.sha256,
        "pembaca": document.pembaca,
        "document": document,
        "peringatan": document.peringatan,
    }
    if not _has_text(document):
        return Berkas(**common, galat=_unreadable(document))
    kind = _by_folder(classify(document), name)
    warnings = [*document.peringatan, *_over_pictures(document)]
    if jenis is not None:
        if kind.jenis not in (jenis, "lain") and kind.keyakinan == "tinggi":
            warnings.append(
                f"berkas.yaml menyebut berkas ini {sebutan(jenis)}, tetapi isinya lebih mirip {sebutan(kind.jenis)}."
            )
        kind = Kind(jenis, "tinggi", "Jenis ditetapkan di berkas.yaml.")
    records = with_doubts(extract(kind.jenis, document), document)
    if not records and kind.jenis != "lain":
        warnings.append(f"Tidak ada isi {sebutan(kind.jenis)} yang dapat dibaca dari berkas ini.")
    common["peringatan"] = tuple(warnings)
    return Berkas(**common, jenis=kind.jenis, keyakinan=kind.keyakinan, alasan=kind.alasan, records=records)


_EVIDENCE_FOLDER = re.compile(r"\b(?:bukti|data[ _-]?dukung|eviden(?:ce)?|dokumentasi)\b", re.IGNORECASE)


def _by_folder(kind: Kind, name: str) -> Kind:
    """A file of no known kind that lies in a folder of evidence is evidence."""
    folder, _, _ = name.rpartition("/")
    if kind.jenis != "lain" or not _EVIDENCE_FOLDER.search(folder):
        return kind
    return Kind("bukti", "sedang", "Berkas terletak di folder bukti dukung.")


def _has_text(document: Document) -> bool:
    """Whether anything can be read: a page with usable text, or a letter or digit anywhere in other formats."""
    if document.pages and not any(page.readable for page in document.pages):
        return False
    return any(character.isalnum() for line in document.lines for character in line.text)


def _unreadable(document: Document) -> str:
    if document.pages:
        second = "pindai ulang dengan lebih jelas" if available() else f"pasang pembaca hasil pindai dengan {INSTALL}"
        return (
            f"Tidak terbaca: seluruh {len(document.pages)} halaman berupa gambar (hasil pindai) tanpa lapisan teks. "
            f"Unggah berkas asli (Word, Excel atau PDF dari komputer), atau {second}."
        )
    return "Tidak terbaca: berkas ini tidak memuat teks. Periksa apakah berkas yang diunggah sudah benar."


def _over_pictures(document: Document) -> list[str]:
    """A warning where most pages are pictures below their text: often a scan whose text was recognised badly."""
    covered = [
        page
        for page in document.pages
        if page.readable
        and any((x1 - x0) * (y1 - y0) >= _WHOLE * page.width * page.height for x0, y0, x1, y1 in page.pictures)
    ]
    if not covered or len(covered) * 2 < len(document.pages):
        return []
    return [
        f"{len(covered)} dari {len(document.pages)} halaman berupa gambar penuh di bawah teksnya. Bila ini hasil "
        "pindai yang teksnya dibuat OCR, nama dan angka dapat salah baca; cocokkan dengan gambarnya."
    ]


_WHOLE = 0.85
"""Share of a page that a picture covers to count as the page itself."""


def _sha256(path: Path) -> str:
    """The hash of a file that no reader could open; empty when it can't be read at all."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    except OSError:
        return ""
    return digest.hexdigest()
