"""Files that are called otherwise than they are, empty ones, pictures, and data files written to hurt."""

from __future__ import annotations

import itertools
import struct
import zlib
from pathlib import Path

import pytest

from saksama.checker.submission import keterangan
from saksama.parsers import yamlfile
from saksama.parsers.berkas import read_berkas
from saksama.parsers.yamlfile import DataError

SUFFIXES = (".pdf", ".docx", ".doc", ".xlsx", ".xls", ".txt", ".csv", ".png", ".zip", "", ".exe")
P = "<w:p><w:r><w:t>PERJANJIAN KINERJA TAHUN 2024</w:t></w:r></w:p>"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_zero_bytes(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.touch()
    assert read_berkas(path, path.name).galat == "Berkas kosong (0 byte). Salin ulang berkas dari sumbernya."


def test_any_content_under_any_name(tmp_path, word, excel, paper, streamed, watched):
    """Read by what it is, with a warning, or refused: never an error of the program."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page,
        streamed(b"BT /F 12 Tf 72 720 Td (PERJANJIAN KINERJA TAHUN 2024) Tj ET"),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]  # fmt: skip
    readable = {
        "docx": word(P).read_bytes(),
        "xlsx": excel('<row><c t="inlineStr"><is><t>PERJANJIAN KINERJA</t></is></c></row>').read_bytes(),
        "pdf": paper(objects).read_bytes(),
        "txt": b"PERJANJIAN KINERJA TAHUN 2024\n",
    }
    other = {
        "acak": bytes(range(256)) * 40, "nol": b"\0" * 5000, "html": b"<html><body>PK</body></html>",
        "rtf": b"{\\rtf1 PK}", "png": b"\x89PNG\r\n\x1a\n" + b"\0" * 100, 
        "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99,
        "exe": b"MZ\x90\0" * 600, "gzip": b"\x1f\x8b\x08" + b"\0" * 90, "spasi": b" \n\t" * 50, "bom": b"\xff\xfe",
    }  # fmt: skip
    for (kind, data), suffix in itertools.product([*readable.items(), *other.items()], SUFFIXES):
        path = tmp_path / f"x{suffix}"
        path.write_bytes(data)
        file = read_berkas(path, path.name)
        if kind in readable:
            assert file.galat is None, (kind, suffix, file.galat)
            said = any("dibaca menurut isinya" in text for text in file.peringatan)
            assert said == (suffix.lstrip(".") != kind and not (kind == "txt" and suffix == ".csv")), (kind, suffix)
        else:
            assert file.galat, (kind, suffix)


def huge_png(side: int) -> bytes:
    """A grey picture of side x side points in few bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compressobj(9)
    packed = b"".join(rows.compress(b"\0" * (side // 8 + 1)) for _ in range(side)) + rows.flush()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def test_a_huge_picture_is_refused_or_left_alone(tmp_path, word, linked, watched):
    path = tmp_path / "besar.png"
    path.write_bytes(huge_png(20_000))
    assert watched(path, 30, 2000).galat
    links = linked(("image", "media/a.png"))
    parts = {"word/media/a.png": path.read_bytes(), "word/_rels/document.xml.rels": links}
    assert watched(word(P, parts=parts), 5, 300).galat is None


ALIASES = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)
DEEP = (
    "[" * 100_000 + "]" * 100_000,
    "{a: " * 50_000 + "x" + "}" * 50_000,
    "".join(f"{' ' * n}a{n}:\n" for n in range(3000)),
    "- " * 50_000 + "x",
    "? " * 20_000 + "x",
    "!!a " * 10 + "x",
)


@pytest.mark.parametrize("text", [ALIASES, *DEEP], ids=["aliases", "lists", "maps", "lines", "dashes", "keys", "tags"])
def test_data_files_written_to_hurt(text, bounded):
    def read() -> str:
        try:
            keterangan(yamlfile.load_text(text, "berkas.yaml"))
        except DataError as error:
            return str(error)
        return "dibaca"

    said = bounded(read, seconds=10, megabytes=500)
    assert said.startswith("berkas.yaml"), said
