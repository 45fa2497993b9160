"""Bytes that are no answers and no run: always refused in one way."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from saksama.checker import answers, run


@pytest.mark.parametrize("read", [answers.from_json, run.from_json])
@pytest.mark.parametrize("data", [b"", b"{", b'{"skema": "\xaf"}', b'{"\xaf": 1}', b"[" * 100_000, b"\xff\xfe{\0}\0"])
def test_no_json_of_ours(read: Callable[[bytes], object], data: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        read(data)
