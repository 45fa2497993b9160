"""What is kept beside a unit's papers, damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksama.app.batch.store import MARK, read_mark


@pytest.mark.parametrize("data", [b"", b"{", b'{"kunci": "\xaf"}', b'{"\xaf": 1}', b"[" * 100_000, b'{"x":' * 100_000])
def test_a_damaged_mark_is_no_mark(tmp_path: Path, data: bytes) -> None:
    (tmp_path / MARK).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / MARK).write_bytes(data)
    assert read_mark(tmp_path) is None
