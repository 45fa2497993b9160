"""Mutants of PDF files for bench/fuzz.py: objects and decompressed content streams edited, the file written anew.

Works on files that PDFium has written: plain objects, no object streams. The cross-reference table is made again, so
that the edit reaches the reader instead of the repair of a broken file.
"""

from __future__ import annotations

import random
import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)\sendobj", re.DOTALL)
_STREAM = re.compile(rb"^(.*?)stream\r?\n(.*?)\r?\n?endstream$", re.DOTALL)
_TRAILER = re.compile(rb"trailer\s*(<<.*?>>)\s*startxref", re.DOTALL)
_NUMBER = re.compile(rb"-?\d+\.?\d*")
_NAME = re.compile(rb"/[A-Za-z][A-Za-z0-9]*")
_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"99999999",
    b"-99999999",
    b"2147483648",
    b"0.0001",
    b"1e9",
    b"100",
    b"600",
    b".",
    b"9" * 60,
)
_OPERATORS = (
    b"q", b"Q", b"BT", b"ET", b"0 0 0 0 0 0 cm", b"1 0 0 1 1e9 1e9 cm", b"0 Tf", b"W n", b"0 1 -1 0 0 0 cm", b"3 Tr",
    b"0 0 5000 5000 re f", b"10 10 1 1 re S", b"f", b"S",
)  # fmt: skip
_MOST = 3_000
Rng = random.Random
Objects = list[tuple[int, bytes]]


def edited(data: bytes, rng: Rng) -> bytes:
    """A PDF with some objects or lines of its pages changed."""
    objects = [(int(match[1]), match[2]) for match in _OBJECT.finditer(data)]
    trailer = _TRAILER.search(data)
    if not objects or trailer is None:
        return data
    for _ in range(rng.choice((1, 2, 5))):
        at = rng.randrange(len(objects))
        streams = [index for index, (_, body) in enumerate(objects) if _is_content(body)]
        if streams and rng.random() < 0.6:
            at = rng.choice(streams)
            number, body = objects[at]
            objects[at] = (number, _content(body, rng))
        else:
            _object(objects, at, rng)
    return _written(objects, trailer[1] if rng.random() < 0.9 else _values(trailer[1], rng))


def _is_content(body: bytes) -> bool:
    """Whether an object is a content stream: not an image, font, colour profile or character map."""
    return body.endswith(b"endstream") and not re.search(
        rb"/Subtype\s*/(Image|Type1C|CIDFontType0C|OpenType)|/Length1|/N \d", body[:400]
    )


def _content(body: bytes, rng: Rng) -> bytes:
    match = _STREAM.match(body)
    if match is None:
        return body
    text = match[2]
    if b"FlateDecode" in match[1]:
        try:
            text = zlib.decompress(text)
        except zlib.error:
            return body
    lines = text.split(b"\n") if text.count(b"\n") > 5 else re.split(rb"(?<=[A-Za-z*])\s", text)
    for _ in range(rng.choice((1, 4, 16, 64))):
        at, other = rng.randrange(len(lines)), rng.randrange(len(lines))
        kind = rng.randrange(7)
        if kind == 0 and len(lines) > 1:
            del lines[at]
        elif kind == 1:
            # Some long pages, but none of those that only fill memory.
            lines[at:at] = lines[other : other + rng.choice((1, 20))] * rng.choice(
                (1, 3, 60 if len(lines) < _MOST else 1)
            )
        elif kind == 2:
            lines[at], lines[other] = lines[other], lines[at]
        elif kind in (3, 4):
            lines[at] = _values(lines[at], rng)
        elif kind == 5:
            lines[at] += b" " + rng.choice(_OPERATORS)
        else:
            lines[at] = bytes(rng.choice((byte, byte, byte, rng.randrange(256))) for byte in lines[at])
    packed = zlib.compress(b"\n".join(lines), 1)
    head = re.sub(
        rb"/Filter\s*(\[[^\]]*\]|/\w+)|/DecodeParms\s*<<.*?>>|/Length \d+( \d+ R)?", b"", match[1], flags=re.DOTALL
    )
    head = head.replace(b"<<", b"<</Filter/FlateDecode/Length %d " % len(packed), 1)
    return head + b"stream\n" + packed + b"\nendstream"


def _object(objects: Objects, at: int, rng: Rng) -> None:
    number, body = objects[at]
    kind = rng.randrange(6)
    head, stream, rest = body.partition(b"stream")
    if kind == 0 and len(objects) > 1:
        del objects[at]
    elif kind == 1:
        other = rng.randrange(len(objects))
        objects[at], objects[other] = (number, objects[other][1]), (objects[other][0], body)
    elif kind == 2:
        # A reference turned to another object, perhaps to itself: trees with cycles.
        numbers = [other for other, _ in objects]
        head = re.sub(rb"\d+ 0 R", lambda _: b"%d 0 R" % rng.choice(numbers), head, count=rng.choice((1, 1, 0)))
        objects[at] = (number, head + stream + rest)
    elif kind == 3:
        names = _NAME.findall(head) or [b"/X"]
        head = _NAME.sub(lambda m: rng.choice(names) if rng.random() < 0.1 else m[0], head)
        objects[at] = (number, head + stream + rest)
    elif kind == 4 and rest:
        spot = rng.randrange(len(rest))
        objects[at] = (number, head + stream + rest[:spot] + rng.randbytes(4) + rest[spot + 4 :])
    else:
        objects[at] = (number, _values(head, rng) + stream + rest)


def _values(text: bytes, rng: Rng) -> bytes:
    """One number or all of them made extreme."""
    found = list(_NUMBER.finditer(text))
    if not found:
        return text
    for match in reversed(found if rng.random() < 0.1 else [rng.choice(found)]):
        text = text[: match.start()] + rng.choice(_NUMBERS) + text[match.end() :]
    return text


def _written(objects: Objects, trailer: bytes) -> bytes:
    result = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, body in objects:
        places[number] = len(result)
        result += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    begin = len(result)
    size = max(places) + 1
    result += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        result += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    trailer = re.sub(rb"/Size \d+", b"/Size %d" % size, trailer)
    return bytes(result + b"trailer\n" + trailer + b"\nstartxref\n%d\n%%%%EOF\n" % begin)
