"""Picture files that are refused by their header, before anything of them is decoded."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from saksama.parsers.model import ReadError
from saksama.parsers.ocr import pixels


def png(path: Path, side: int) -> Path:
    """A PNG whose header says so many pixels a side, with next to no content."""
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    parts = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0")), (b"IEND", b""))
    ]
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(parts))
    return path


@pytest.mark.parametrize("side", [10_000, 60_000])
def test_a_picture_too_large_to_decode(tmp_path: Path, side: int) -> None:
    with pytest.raises(ReadError, match="terlalu besar") as caught:
        pixels.require_decodable(png(tmp_path / "a.png", side), "a.png")
    assert caught.value.lasting


def test_a_sheet_of_600_dpi_passes(tmp_path: Path) -> None:
    pixels.require_decodable(png(tmp_path / "a.png", 7_000), "a.png")


def test_the_pictures_of_a_file_count_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.tif"
    page = Image.new("1", (100, 100))
    page.save(path, save_all=True, append_images=[page, page])
    monkeypatch.setattr(pixels, "MOST", 30_000)
    pixels.require_decodable(path, "a.tif")
    monkeypatch.setattr(pixels, "MOST", 29_999)
    with pytest.raises(ReadError, match="terlalu besar"):
        pixels.require_decodable(path, "a.tif")


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + b"\0" * 100, b"\xff\xd8\xff", b"II*\0\x08\0\0\0", b"BM"])
def test_a_damaged_picture(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a"
    path.write_bytes(data)
    with pytest.raises(ReadError, match="rusak") as caught:
        pixels.require_decodable(path, "a")
    assert caught.value.lasting
