"""Mutants of pictures and scans for bench/fuzz.py: what is seen on the page changed, the file written anew."""

from __future__ import annotations

import io
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

_MOST = 1_000
"""The longer side of a mutant: a page should cost seconds, not minutes."""


def redrawn(data: bytes, rng: random.Random) -> bytes:
    """A picture turned, cut, squeezed, inverted, blurred, speckled, crossed out or repeated; raises OSError for none.

    What is no picture any more (a PDF, an earlier mutant) is for the other mutators.
    """
    with Image.open(io.BytesIO(data)) as opened:
        page = opened.convert("L")
    for _ in range(rng.choice((1, 1, 2, 3))):
        page = _changed(page, rng)
    page.thumbnail((_MOST, _MOST))
    stream = io.BytesIO()
    kind = rng.choice(("PNG", "JPEG", "TIFF", "PDF"))
    page.save(stream, kind, **({"quality": rng.choice((5, 30, 90))} if kind == "JPEG" else {}))  # type: ignore[arg-type]
    return stream.getvalue()


def _changed(page: Image.Image, rng: random.Random) -> Image.Image:
    width, height = page.size
    kind = rng.randrange(8)
    if kind == 0:
        return page.rotate(rng.choice((90, 180, 270, 1.5, -4, 30)), expand=True, fillcolor=255)
    if kind == 1:
        left, top = rng.randrange(width), rng.randrange(height)
        right, bottom = rng.randint(left + 1, width), rng.randint(top + 1, height)
        return page.crop((left, top, right, bottom))
    if kind == 2:
        return page.resize((max(int(width * rng.choice((0.05, 0.4, 1.5))), 1), max(int(height * rng.random() * 2), 1)))
    if kind == 3:
        return ImageChops.invert(page)
    if kind == 4:
        return page.filter(ImageFilter.GaussianBlur(rng.choice((1, 3, 12))))
    if kind == 5:
        # Of the seed, unlike Pillow's own noise.
        noise = Image.frombytes("L", page.size, rng.randbytes(width * height))
        return Image.blend(page, noise, rng.choice((0.1, 0.4, 0.8)))
    if kind == 6:
        pen = ImageDraw.Draw(page)
        for _ in range(rng.choice((1, 20, 300))):
            pen.line(
                [rng.randrange(max(width, height)) for _ in range(4)], rng.choice((0, 128, 255)), rng.choice((1, 2, 9))
            )
        return page
    tiled = Image.new("L", (width * 2, height * 2), 255)
    for x, y in ((0, 0), (width, 0), (0, height), (width, height)):
        tiled.paste(page, (x, y))
    return tiled
