"""Pictures and scans that mean harm, without the extra for scans and with it: refused or read within bounds."""

from __future__ import annotations

import io
import os
import struct
import zlib

import pytest
from PIL import Image

from saksama.parsers.ocr.extra import available
from saksama.parsers.reading import read

needs_extra = pytest.mark.skipif(not available(), reason="the extra ocr is not installed")
FAST = pytest.mark.skipif(available(), reason="the extra ocr is installed")


def png_of(width: int, height: int, rows: int | None = None) -> bytes:
    """A grey picture that says so many points and holds so many rows of them."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    packer = zlib.compressobj(9)
    line = b"\0" * (width + 1)
    packed = b"".join(packer.compress(line) for _ in range(height if rows is None else rows)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


def frames(kind: str, many: int) -> bytes:
    pictures = [Image.new("L", (40, 40), 250 * (number % 2)) for number in range(many)]
    return saved(pictures[0], kind, save_all=True, append_images=pictures[1:])


HUGE = {
    "besar.png": lambda: png_of(60_000, 60_000, 5),
    "satu.png": lambda: png_of(9_500, 9_500, 9_500),
    "besar.tif": lambda: saved(Image.new("1", (30_000, 30_000)), "TIFF", compression="group4"),
    "banyak.tif": lambda: frames("TIFF", 600),
    "banyak.gif": lambda: frames("GIF", 600),
    "banyak.webp": lambda: frames("WEBP", 600),
}
ODD = {
    "panjang.png": lambda: png_of(40, 1_000_000),
    "lebar.png": lambda: png_of(1_000_000, 40),
    "pita.tif": lambda: saved(Image.new("1", (40, 200_000)), "TIFF"),
    "titik.png": lambda: png_of(1, 1),
    "kecil.png": lambda: png_of(33, 33),
    "potong.png": lambda: png_of(800, 1_100)[:-700],
    "baris.png": lambda: png_of(800, 1_100, 3),
    "float.tif": lambda: saved(Image.new("F", (200, 300)), "TIFF"),
    "cmyk.jpg": lambda: saved(Image.new("CMYK", (800, 1_100)), "JPEG"),
    "tembus.png": lambda: saved(Image.new("RGBA", (800, 1_100), (0, 0, 0, 0)), "PNG"),
    "enambelas.png": lambda: saved(Image.new("I;16", (800, 1_100)), "PNG"),
    "palet.gif": lambda: saved(Image.new("P", (800, 1_100)), "GIF"),
    "jenis.png": lambda: b"\x89PNG\r\n\x1a\n" + os.urandom(2_000),
}


@FAST
@pytest.mark.parametrize("name", [*HUGE, *ODD])
def test_without_the_extra_nothing_of_a_picture_is_looked_at(tmp_path, watched, name):
    path = tmp_path / name
    path.write_bytes((HUGE | ODD)[name]())
    said = watched(path, 2, 50).galat
    assert said == 'Berkas gambar belum dapat dibaca. Untuk membacanya, pasang pip install "saksama[ocr]".'


@needs_extra
@pytest.mark.parametrize("name", HUGE)
def test_a_bomb_is_refused_by_its_header(tmp_path, watched, name):
    path = tmp_path / name
    path.write_bytes(HUGE[name]())
    assert watched(path, 10, 900).galat.startswith("Gambar terlalu besar untuk dibaca. Simpan ulang")


@needs_extra
@pytest.mark.parametrize("name", ODD)
def test_an_odd_picture_is_refused_in_words(tmp_path, watched, name):
    path = tmp_path / name
    path.write_bytes(ODD[name]())
    assert watched(path, 30, 1500).galat


@needs_extra
def test_a_strip_among_pages_does_not_end_them(tmp_path):
    path = tmp_path / "a.tif"
    sheet = Image.new("L", (800, 1_100), 255)
    sheet.save(path, save_all=True, append_images=[Image.new("L", (40, 9_000), 255), sheet])
    assert [page.readable for page in read(path, "a.tif").pages] == [False, False, False]


@needs_extra
@pytest.mark.parametrize("box", [b"0 0 1000000 1000000", b"0 0 20 14400", b"0 0 14400 2", b"0 0 1e9 1", b"0 0 1 1"])
def test_scanned_pages_of_absurd_size(paper, streamed, watched, box):
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[%b]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>" % box
    head = (
        b"/Type/XObject/Subtype/Image/Width 900/Height 900/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode"
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page,
        streamed(b"%b 0 0 %b 0 0 cm /I Do" % tuple(box.split()[2:])),
        streamed(zlib.compress(b"\x80" * 810_000), head),
    ]
    assert watched(paper(objects), 30, 1500).galat
