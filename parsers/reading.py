"""A file of any kind -> Document: looks at what the file is, not at what it is called, and picks the reader."""

from __future__ import annotations

import importlib
import zipfile
from pathlib import Path
from typing import cast

import msgspec

from saksama.parsers.model import Document, ReadError
from saksama.parsers.ocr.extra import INSTALL, available
from saksama.parsers.ooxml import OLE_MAGIC

SUPPORTED: tuple[str, ...] = (".pdf", ".docx", ".docm", ".doc", ".xlsx", ".xlsm", ".xls", ".txt", ".md", ".csv", ".tsv")
"""Suffixes that a folder scan picks up; the content decides which reader gets the file."""

_HEAD = 2048
_PDF_WITHIN = 1024
_SUFFIXES = {
    "pdf": (".pdf",),
    "docx": (".docx", ".docm", ".dotx", ".dotm"),
    "xlsx": (".xlsx", ".xlsm", ".xltx", ".xltm"),
    "doc": (".doc", ".dot"),
    "xls": (".xls", ".xlt"),
    "text": (".txt", ".md", ".csv", ".tsv"),
    "image": (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"),
}
_READERS = {
    "pdf": "pdf.reader",
    "docx": "word.docx",
    "xlsx": "excel.xlsx",
    "doc": "word.doc",
    "xls": "excel.xls",
    "text": "text",
    "image": "ocr.image",
}
_NAMES = {
    "pdf": "PDF",
    "docx": "Word",
    "xlsx": "Excel",
    "doc": "Word lama",
    "xls": "Excel lama",
    "text": "teks",
    "image": "gambar",
}
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
# Web applications export "Word" and "Excel" files that are web pages inside.
_MARKUP = (b"<html", b"<!doctype", b"<?xml", b"<table", b"<meta", b"<style", b"mime-version:")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM, _EXCEL_STREAMS = (
    "WordDocument".encode("utf-16-le"),
    ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le")),
)
_POWERPOINT = "PowerPoint Document".encode("utf-16-le")


def read(path: Path, name: str) -> Document:
    """Read a file with the reader for its content; `name` is what locations and errors call it.

    A suffix that doesn't fit the content becomes a warning. Raises ReadError, with what to do, for anything that is
    unreadable or not supported.
    """
    kind = _kind(path, name)
    # Imported when needed: each reader brings heavy libraries, and most runs need one or two of them.
    reader = importlib.import_module(f"saksama.parsers.{_READERS[kind]}")
    document = cast(Document, reader.read(path, name))
    suffix = path.suffix.casefold()
    if suffix in _SUFFIXES[kind]:
        return document
    said = f"berakhiran {suffix}" if suffix else "tanpa akhiran"
    warning = f"Nama berkas {said}, tetapi isinya {_NAMES[kind]}; dibaca menurut isinya."
    return msgspec.structs.replace(document, peringatan=(warning, *document.peringatan))


def _kind(path: Path, name: str) -> str:
    """What this content is: pdf, docx, xlsx, doc, xls, text or image."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        raise ReadError(
            name, "Berkas tidak ditemukan atau tidak dapat dibuka.", "Periksa nama dan izin berkas."
        ) from None
    if not head:
        raise ReadError(name, "Berkas kosong (0 byte).", "Salin ulang berkas dari sumbernya.")
    if head.startswith(b"PK\x03\x04"):
        return _zip_kind(path, name)
    if head.startswith(OLE_MAGIC):
        return _ole_kind(path, name)
    if b"%PDF" in head[:_PDF_WITHIN]:
        return "pdf"
    if head.startswith(_IMAGES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        if available():
            return "image"
        raise ReadError(name, "Berkas gambar belum dapat dibaca.", f"Untuk membacanya, pasang {INSTALL}.")
    if head.startswith(b"{\\rtf"):
        raise ReadError(name, "Berkas RTF belum dapat dibaca.", "Buka di Word lalu simpan sebagai .docx.")
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReadError(name, "Jenis berkas tidak dikenal.", "Simpan ulang sebagai .pdf, .docx atau .xlsx.")
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_MARKUP):
        raise ReadError(
            name,
            "Isi berkas adalah halaman web atau XML.",
            "Buka di Word atau Excel lalu simpan sebagai .docx atau .xlsx.",
        )
    return "text"


def _zip_kind(path: Path, name: str) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError):
        raise ReadError(
            name, "Berkas rusak atau terpotong.", "Salin ulang berkas, atau buka dengan aplikasinya lalu simpan ulang."
        ) from None
    if any(member.startswith("word/") for member in members):
        return "docx"
    if "xl/workbook.bin" in members:
        raise ReadError(
            name, "Berkas Excel biner (.xlsb) belum dapat dibaca.", "Buka di Excel lalu simpan sebagai .xlsx."
        )
    if any(member.startswith("xl/") for member in members):
        return "xlsx"
    if any(member.startswith("ppt/") for member in members):
        raise ReadError(name, "Berkas PowerPoint belum dapat dibaca.", "Simpan sebagai PDF lalu coba lagi.")
    if "mimetype" in members and "content.xml" in members:
        raise ReadError(name, "Berkas OpenDocument belum dapat dibaca.", "Simpan ulang sebagai .docx atau .xlsx.")
    raise ReadError(name, "Berkas zip ini bukan dokumen Word atau Excel.", "Ekstrak dahulu, lalu periksa foldernya.")


def _ole_kind(path: Path, name: str) -> str:
    """The old Office container: which program wrote it shows in the names of its streams."""
    data = path.read_bytes()
    if _ENCRYPTED in data:
        raise ReadError(
            name, "Berkas dilindungi kata sandi.", "Buka dengan kata sandinya, lalu simpan ulang tanpa kata sandi."
        )
    if _WORD_STREAM in data:
        return "doc"
    if _POWERPOINT in data:
        raise ReadError(name, "Berkas PowerPoint belum dapat dibaca.", "Simpan sebagai PDF lalu coba lagi.")
    if any(stream in data for stream in _EXCEL_STREAMS):
        return "xls"
    raise ReadError(name, "Format Office lama ini tidak dikenal.", "Simpan ulang sebagai .docx atau .xlsx.")
