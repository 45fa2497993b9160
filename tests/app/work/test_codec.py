"""A file survives the way through bytes unchanged: samples always, real documents in the corpus tier."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksama.app.console import JobError
from saksama.app.work.codec import decode, encode
from saksama.parsers.berkas import Berkas, read_berkas
from saksama.parsers.model import Cell, Document, Heading, Location, Paragraph, Table
from saksama.parsers.ocr.extra import available
from saksama.parsers.resources import ROOT, SAMPLES

CORPUS = ROOT.parent / "shared" / "corpus"
HERE = Location("x.docx", halaman=2, lembar="A", tabel=1, baris=3, kolom="B", jalur="BAB I", kotak=(1.0, 2.5, 3.1, 4.0))


def same(file: Berkas) -> None:
    again = decode(encode(file))
    assert again == file
    assert encode(again) == encode(file)


@pytest.mark.parametrize(
    "path", [path for path in sorted(SAMPLES.glob("ber*/**/*")) if path.is_file()], ids=lambda path: path.name
)
def test_a_sample_comes_back_as_it_was(path):
    file = read_berkas(path, path.relative_to(SAMPLES).as_posix())
    same(file)
    if file.document is not None:
        again = decode(encode(file)).document
        assert again is not None
        assert again.text == file.document.text
        assert [table.grid for table in again.tables] == [table.grid for table in file.document.tables]


def test_every_kind_of_block_comes_back():
    blocks = (
        Paragraph("teks “kutip” \\ \u2028 \ufffe", HERE, bold=True, size=11.5, number="1."),
        Heading("BAB I", 1, HERE),
        Table((Cell("1,5", 0, 0, HERE, 2, 3, 1.5, "FFFF00", True), Cell("", 0, 3, HERE)), 2, 4, HERE, certain=False),
    )
    document = Document("x.docx", "0" * 64, "docx", blocks, margins=blocks[:1], doubtful=(HERE,))
    same(Berkas("x.docx", "0" * 64, "docx", "lain", "rendah", "sebab", (), document, ("awas",)))
    same(Berkas("x.docx", "", galat="Tidak terbaca."))


def test_other_bytes_are_refused():
    deep = b'{"berkas": "x", "sha256": "", "records": ' + b"[" * 100_000
    for payload in (
        b"",
        b"{}",
        b"[1]",
        b"\xff\xfe",
        b'{"berkas": "\xaf"}',
        b"[" * 100_000,
        deep,
        encode(Berkas("x", ""))[:-1],
    ):
        with pytest.raises(JobError, match="Hapus dengan saksama tembolok hapus"):
            decode(payload)


def _real() -> list[Path]:
    found = [path for path in sorted(CORPUS.glob("*/*")) if path.is_file()] if CORPUS.is_dir() else []
    return found or [CORPUS]


@pytest.mark.corpus
@pytest.mark.parametrize("path", _real(), ids=lambda path: path.name)
def test_a_real_document_comes_back_as_it_was(path):
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    if "scan" in path.name and available():
        pytest.skip("with the extra for scans installed this takes minutes")
    same(read_berkas(path, path.name))
