"""Pictures of the very places that findings stand at: a strip of the PDF page with the cell outlined."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from saksama.parsers.model import Box
from saksama.reports.spots import Spot

_SCALE = 1.6
_AROUND = 26.0
"""Points of the page shown above and below the place."""
_TALLEST = 260.0
_MOST_PIXELS = 25_000_000
_PEN = (200, 20, 40)


def clips(wanted: Iterable[Spot], originals: Mapping[str, Path]) -> Mapping[Spot, str]:
    """Pictures as data URIs by place, for files that are PDFs at hand; each page is drawn once.

    originals: path of each file by its name in the run, already checked to be the file that was read.
    """
    by_file: dict[str, list[Spot]] = {}
    for spot in wanted:
        path = originals.get(spot[0])
        if path is not None and path.suffix.casefold() == ".pdf":
            by_file.setdefault(spot[0], []).append(spot)
    return {spot: uri for name, own in by_file.items() for spot, uri in _of_file(originals[name], own)}


def _of_file(path: Path, wanted: Iterable[Spot]) -> Iterator[tuple[Spot, str]]:
    by_page: dict[int, list[Spot]] = {}
    for spot in wanted:
        by_page.setdefault(spot[1], []).append(spot)
    with closing(pypdfium2.PdfDocument(path)) as source:
        for number, own in sorted(by_page.items()):
            if number > len(source):
                continue
            with closing(source[number - 1]) as page:
                width, height = page.get_size()
                scale = min(_SCALE, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
                picture = page.render(scale=scale).to_pil().convert("RGB")
            for spot in own:
                yield spot, _strip(picture, spot[2], scale)


def _strip(picture: Image.Image, box: Box, scale: float) -> str:
    """The full width of the page at the height of the box, the box outlined, as a data URI."""
    x0, top, x1, bottom = box
    bottom = min(bottom, top + _TALLEST)
    upper, lower = max(0, int((top - _AROUND) * scale)), min(picture.height, int((bottom + _AROUND) * scale))
    strip = picture.crop((0, upper, picture.width, max(lower, upper + 1)))
    frame = [x0 * scale - 3, top * scale - upper - 3, x1 * scale + 3, bottom * scale - upper + 3]
    ImageDraw.Draw(strip).rectangle(frame, outline=_PEN, width=3)
    target = io.BytesIO()
    strip.quantize(32).save(target, "PNG", optimize=True)
    return "data:image/png;base64," + base64.b64encode(target.getvalue()).decode()
