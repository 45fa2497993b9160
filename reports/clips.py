"""Pictures of the very places that findings stand at: a strip of the PDF page with the cell outlined."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from saksama.checker.run import BuktiTemuan, Run
from saksama.parsers.model import Box

Spot = tuple[str, int, Box]
"""File, page from 1, and box in points from the page's top left."""

MOST = 120
"""Pictures in one report: beyond it a reader no longer looks, and the page grows too large to send."""
PER_FINDING = 2
_SCALE = 1.6
_AROUND = 26.0
"""Points of the page shown above and below the place."""
_TALLEST = 260.0
_MOST_PIXELS = 25_000_000
_PEN = (200, 20, 40)


def spots(run: Run) -> tuple[Spot, ...]:
    """The places worth a picture: those of open findings, worst first, a few of each."""
    found: dict[Spot, None] = {}
    for _, temuan in run.findings():
        if temuan.pengecualian is None:
            own = [spot for spot in map(spot_of, temuan.bukti) if spot is not None]
            found.update(dict.fromkeys(own[:PER_FINDING]))
    return tuple(found)[:MOST]


def spot_of(bukti: BuktiTemuan) -> Spot | None:
    """The place of a piece of evidence on a page; None where it has no page or no box."""
    if bukti.halaman is None or bukti.kotak is None:
        return None
    return bukti.berkas, bukti.halaman, bukti.kotak


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
