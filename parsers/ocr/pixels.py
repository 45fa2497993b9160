"""How many pixels a picture file holds, told by its header: nothing is decoded, and the extra `ocr` isn't needed."""

from __future__ import annotations

import struct
import warnings
from pathlib import Path

from PIL import Image

from saksama.parsers.model import ReadError

MOST = 200_000_000
"""Pixels of all pictures of a file together, three bytes each once decoded: some twenty A4 pages at 300 dpi."""
_LEAST = 400_000
"""Pixels that a picture counts at least: thousands of tiny ones would take hours to be looked at for text."""
_RESCAN = "Pindai atau potret ulang dokumennya."


def require_decodable(path: Path, name: str) -> None:
    """Refuse a picture file that is damaged or would fill the memory; `name` is what errors call it.

    One picture may hold as many pixels as Pillow takes for harmless (90 million), all of a file together MOST. Raises
    ReadError.
    """
    pixels = _pixels(path)
    # Raised out here: an OSError of Pillow's around it would make the refusal look like one of the system.
    if pixels is None:
        raise ReadError(name, "Berkas gambar rusak atau terlalu kecil.", _RESCAN)
    if pixels > MOST:
        raise ReadError(
            name,
            "Gambar terlalu besar untuk dibaca.",
            "Simpan ulang dengan resolusi paling tinggi 300 dpi, atau jadikan PDF.",
        )


def _pixels(path: Path) -> float | None:
    """The pixels of all pictures (counted until above MOST), infinite where one is too large; None where damaged."""
    total, frames = 0, -1
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path) as picture:
                while total <= MOST:
                    picture.seek(frames := frames + 1)
                    total += max(picture.width * picture.height, _LEAST)
    except EOFError:
        # The way Pillow tells that no picture follows; before the first one the file is cut off.
        return total or None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return float("inf")
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, OverflowError, struct.error):
        # What Pillow raises at broken headers, by format.
        return None
    return total
