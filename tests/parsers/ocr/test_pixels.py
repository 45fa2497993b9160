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
    page = Image.new("1", (1000, 1000))
    page.save(path, save_all=True, append_images=[page, page])
    monkeypatch.setattr(pixels, "MOST", 3_000_000)
    pixels.require_decodable(path, "a.tif")
    monkeypatch.setattr(pixels, "MOST", 2_999_999)
    with pytest.raises(ReadError, match="terlalu besar"):
        pixels.require_decodable(path, "a.tif")


@pytest.mark.parametrize("kind", ["tif", "gif", "webp"])
def test_very_many_tiny_pictures(tmp_path: Path, kind: str) -> None:
    """Each costs a look for text, whatever its size."""
    path = tmp_path / f"a.{kind}"
    # Frames that are alike become one in some formats.
    frames = [Image.new("L", (33, 33), 10 + 200 * (number % 2)) for number in range(520)]
    frames[0].save(path, save_all=True, append_images=frames[1:])
    with pytest.raises(ReadError, match="terlalu besar"):
        pixels.require_decodable(path, path.name)


@pytest.mark.parametrize(
    "data",
    [
        b"II*\0\x08\0\0\0\x05\0"
        + b"".join(
            struct.pack("<HHII", tag, 4, 1, value)
            for tag, value in ((256, 200_000), (257, 200_000), (258, 1), (262, 1), (273, 200))
        )
        + b"\0" * 200,
        b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\3\1\x22\0\2\x11\1\3\x11\1\xff\xda\0\x0c\3\1\0\2\x11\3\x11\0\x3f\0"
        + b"\0" * 99,
        b"BM"
        + struct.pack("<IHHIIiiHHIIiiII", 200, 0, 0, 54, 40, 99_999, 99_999, 1, 24, 0, 0, 0, 0, 0, 0)
        + b"\0" * 99,
        b"GIF89a\xff\xff\xff\xff\0\0\0,\0\0\0\0\xff\xff\xff\xff\0\2\2\x4c\1\0;",
    ],
    ids=["tiff", "jpeg", "bmp", "gif"],
)
def test_a_header_of_huge_dimensions(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a"
    path.write_bytes(data)
    with pytest.raises(ReadError, match="terlalu besar"):
        pixels.require_decodable(path, "a")


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + b"\0" * 100, b"\xff\xd8\xff", b"II*\0\x08\0\0\0", b"BM"])
def test_a_damaged_picture(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a"
    path.write_bytes(data)
    with pytest.raises(ReadError, match="rusak") as caught:
        pixels.require_decodable(path, "a")
    assert caught.value.lasting
