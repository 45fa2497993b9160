"""A picture of a document (.png, .jpg, .tif ...) -> Document, read like the pages of a scanned PDF.

Needs the extra `ocr`; the dispatcher refuses pictures where it is missing.
"""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from saksama.parsers.model import Document, ReadError
from saksama.parsers.ocr.pixels import require_decodable
from saksama.parsers.ocr.reader import is_strip, read_picture
from saksama.parsers.pdf.frame import Frame
from saksama.parsers.pdf.page import PageLayout
from saksama.parsers.pdf.reader import document_of
from saksama.parsers.stitch import stitch

# A picture tells no size that could be trusted: its long side is taken for that of an A4 sheet (points).
_LONG_SIDE = 842.0
_LARGEST = 300 / 72
_SMALLEST_SIDE = 32


def read(path: Path, name: str) -> Document:
    """Read a picture file, each of its pictures as a page; `name` is what locations and errors call it.

    Places are in points of a sheet whose long side is A4's. Raises ReadError for a damaged or an oversized file.
    """
    require_decodable(path, name)
    data = np.fromfile(path, dtype=np.uint8)
    opened, pictures = cv2.imdecodemulti(data, cv2.IMREAD_COLOR)
    if not opened or not pictures or any(min(picture.shape[:2]) < _SMALLEST_SIDE for picture in pictures):
        raise ReadError(name, "Berkas gambar rusak atau terlalu kecil.", "Pindai atau potret ulang dokumennya.")
    pages = [_page(np.asarray(picture, dtype=np.uint8), number, name) for number, picture in enumerate(pictures, 1)]
    return stitch(document_of(pages, path, name, "gambar"))


def _page(picture: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], number: int, name: str) -> PageLayout:
    scale = max(picture.shape[:2]) / _LONG_SIDE
    if scale > _LARGEST and not is_strip(picture):
        less = _LARGEST / scale
        picture = np.asarray(cv2.resize(picture, None, fx=less, fy=less, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        scale = _LARGEST
    frame = Frame(0.0, 0.0, picture.shape[1] / scale, picture.shape[0] / scale, 0)
    return read_picture(picture, scale, PageLayout(number, frame, frame, (), (), True), name)
