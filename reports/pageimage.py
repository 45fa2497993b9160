"""Pages of a PDF as pictures, with what was recognised drawn over them: a wrong reading is seen in a second.

Blue: tables and their cells; orange: paragraphs and headings; red: values that went into a record, with their path.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from saksama.parsers.berkas import Berkas
from saksama.parsers.model import Box, Document, Heading, Location, Table

SCALE = 1.6
"""Pixels per point: text of nine points stays readable and a page stays under two megapixels."""
_MAX_PIXELS = 25_000_000
_TABLE, _CELL, _TEXT, _FIELD = (20, 80, 200), (120, 160, 230), (230, 150, 40), (200, 20, 40)


def draw(path: Path, file: Berkas) -> Iterator[tuple[int, Image.Image]]:
    """(page number, picture) of every page of a PDF as it was read; nothing for a file that has no pages."""
    document = file.document
    if document is None or not document.pages:
        return
    fields = _fields(file)
    source = pypdfium2.PdfDocument(path)
    try:
        for number, page in enumerate(source, 1):
            width, height = page.get_size()
            scale = min(SCALE, (_MAX_PIXELS / max(width * height, 1)) ** 0.5)
            picture = page.render(scale=scale).to_pil().convert("RGB")
            page.close()
            _blocks(picture, document, number, scale)
            _labels(picture, fields.get(number, []), scale)
            yield number, picture
    finally:
        source.close()


def _fields(file: Berkas) -> dict[int, list[tuple[str, Box]]]:
    """By page, the path and box of every record value that has one."""
    found: dict[int, list[tuple[str, Box]]] = {}
    for record in file.records:
        for path, place in record.lokasi.items():
            if path and place.halaman and place.kotak:
                found.setdefault(place.halaman, []).append((path, place.kotak))
    return found


def _blocks(picture: Image.Image, document: Document, number: int, scale: float) -> None:
    pen = ImageDraw.Draw(picture)
    for block in document.blocks:
        if isinstance(block, Table):
            cells = [cell.location for cell in block.cells if cell.location.halaman == number]
            for place in cells:
                _outline(pen, place, scale, _CELL, 1)
            boxes = [place.kotak for place in cells if place.kotak]
            if boxes:
                x0, x1 = min(box[0] for box in boxes), max(box[2] for box in boxes)
                y0, y1 = min(box[1] for box in boxes), max(box[3] for box in boxes)
                pen.rectangle([x0 * scale, y0 * scale, x1 * scale, y1 * scale], outline=_TABLE, width=3)
                name = f"tabel {block.location.tabel}" + ("" if block.certain else " (dugaan)")
                _label(pen, (x0 * scale, y0 * scale - 14), name, _TABLE)
        elif block.location.halaman == number:
            _outline(pen, block.location, scale, _TEXT, 2 if isinstance(block, Heading) else 1)


def _outline(pen: ImageDraw.ImageDraw, place: Location, scale: float, colour: tuple[int, int, int], width: int) -> None:
    if place.kotak:
        pen.rectangle([value * scale for value in place.kotak], outline=colour, width=width)


def _labels(picture: Image.Image, fields: list[tuple[str, Box]], scale: float) -> None:
    """Values of one place share one label, one path below the other."""
    pen = ImageDraw.Draw(picture)
    placed: dict[Box, list[str]] = {}
    for path, box in fields:
        placed.setdefault(box, []).append(path)
    for box, paths in placed.items():
        pen.rectangle([value * scale for value in box], outline=_FIELD, width=1)
        _label(pen, (box[0] * scale, box[3] * scale - 11), ", ".join(paths), _FIELD)


def _label(pen: ImageDraw.ImageDraw, at: tuple[float, float], text: str, colour: tuple[int, int, int]) -> None:
    font = ImageFont.load_default(10)
    spot = (max(at[0], 0), max(at[1], 0))
    pen.rectangle(pen.textbbox(spot, text, font=font), fill=(255, 255, 255))
    pen.text(spot, text, fill=colour, font=font)
