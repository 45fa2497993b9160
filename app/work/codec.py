"""A file as read, as bytes: the very same from a worker, from the cache and from another computer."""

from __future__ import annotations

import msgspec

from saksama.app.console import JobError
from saksama.parsers.berkas import Berkas
from saksama.parsers.garbage import left_lying

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Berkas)


def encode(file: Berkas) -> bytes:
    """The file as typed JSON; raises ValueError or OverflowError for text or numbers that JSON does not have."""
    return _encoder.encode(file)


def decode(payload: bytes) -> Berkas:
    """The file from its bytes; raises JobError for anything else: only a cache that somebody wrote to holds that."""
    try:
        with left_lying():
            return _decoder.decode(payload)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise JobError(
            "isi tembolok bukan bacaan dari Saksama. Hapus dengan saksama tembolok hapus, lalu ulangi."
        ) from None
