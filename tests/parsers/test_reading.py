"""The dispatcher: content before suffix, and a helpful refusal for what can't be read."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import docx as python_docx
import openpyxl
import pytest

from saksama.parsers import reading
from saksama.parsers.model import ReadError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def _docx(path: Path) -> Path:
    document = python_docx.Document()
    document.add_paragraph("Perjanjian Kinerja")
    document.save(str(path))
    return path


def _xlsx(path: Path) -> Path:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Sasaran", "Target"])
    book.save(path)
    return path


def test_each_kind_goes_to_its_reader_with_its_fingerprint(tmp_path: Path) -> None:
    plain = tmp_path / "c.txt"
    plain.write_text("Rencana Aksi")
    for path, reader in ((_docx(tmp_path / "a.docx"), "docx"), (_xlsx(tmp_path / "b.xlsx"), "xlsx"), (plain, "teks")):
        document = reading.read(path, f"unit/{path.name}")
        assert document.pembaca == reader
        assert document.berkas == f"unit/{path.name}"
        assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        assert document.peringatan == ()
        assert document.lines[0].location.berkas == f"unit/{path.name}"


def test_wrong_suffix_is_read_by_content_with_a_warning(tmp_path: Path) -> None:
    document = reading.read(_docx(tmp_path / "laporan.pdf"), "laporan.pdf")
    assert document.pembaca == "docx"
    assert document.peringatan == ("Nama berkas berakhiran .pdf, tetapi isinya Word; dibaca menurut isinya.",)
    assert "tanpa akhiran" in reading.read(_xlsx(tmp_path / "b"), "b").peringatan[0]


def _zip(member: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(member, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.pdf", b"", "0 byte"),
        ("a.doc", _OLE + "WordDocument".encode("utf-16-le"), "simpan ulang sebagai .docx"),
        ("a.xls", _OLE + "Workbook".encode("utf-16-le"), "simpan sebagai .xlsx"),
        ("a.ppt", _OLE + "PowerPoint Document".encode("utf-16-le"), "PowerPoint"),
        ("a.xlsx", _OLE + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
        ("a.bin", _OLE, "Office lama"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "gambar"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "gambar"),
        ("a.rtf", b"{\\rtf1 abc}", "RTF"),
        ("a.exe", b"MZ\x00\x01", "tidak dikenal"),
        ("a.xls", b"<html><table>", "halaman web"),
        ("a.doc", b"MIME-Version: 1.0\r\n", "halaman web"),
        ("a.pptx", _zip("ppt/presentation.xml"), "PowerPoint"),
        ("a.xlsb", _zip("xl/workbook.bin"), "xlsb"),
        ("a.zip", _zip("lain.txt"), "zip"),
        ("a.docx", b"PK\x03\x04rusak", "rusak"),
        ("a.docx", _zip("word/lain.xml"), "dokumen Word"),
        ("a.xlsx", _zip("xl/lain.xml"), "buku kerja"),
    ],
)
def test_what_cannot_be_read_is_refused_with_advice(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ReadError, match=said) as caught:
        reading.read(path, name)
    assert caught.value.berkas == name
    assert caught.value.saran.endswith(".")


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="tidak ditemukan"):
        reading.read(tmp_path / "tiada.pdf", "tiada.pdf")


def test_text_that_is_only_called_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "catatan.docx"
    path.write_text("Notulen rapat")
    document = reading.read(path, "catatan.docx")
    assert document.pembaca == "teks"
    assert document.peringatan


def test_importing_the_dispatcher_loads_no_reader() -> None:
    code = (
        "import sys, saksama.parsers.reading; "
        "print([m for m in sys.modules if m.split('.')[-1] in ('pdf', 'docx', 'xlsx')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
