"""Every Word, Excel and text file of the real corpus is read, or refused with advice; nothing ends in a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from saksama.parsers import reading
from saksama.parsers.model import ReadError

_SHARED = Path(__file__).resolve().parents[3] / "shared"
_SUFFIXES = (".docx", ".xlsx", ".xlsm", ".csv", ".txt")
_FILES = sorted(p for folder in ("corpus", "seeds") for p in (_SHARED / folder).rglob("*") if p.suffix in _SUFFIXES)
_LEGACY = sorted(p for p in (_SHARED / "corpus").rglob("*") if p.suffix in (".doc", ".xls", ".pptx"))


@pytest.mark.corpus
@pytest.mark.skipif(not _FILES, reason="../shared tidak ada")
@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_real_file_is_read_without_overlaps(path: Path) -> None:
    document = reading.read(path, path.name)
    assert len(document.text) > 100
    for table in document.tables:
        positions = [
            (r, c)
            for cell in table.cells
            for r in range(cell.row, cell.row + cell.rowspan)
            for c in range(cell.column, cell.column + cell.colspan)
        ]
        assert len(positions) == len(set(positions))
        assert all(r < table.n_rows and c < table.n_columns for r, c in positions)


@pytest.mark.corpus
@pytest.mark.skipif(not _LEGACY, reason="../shared tidak ada")
@pytest.mark.parametrize("path", _LEGACY, ids=lambda path: path.name)
def test_formats_not_read_yet_are_refused_with_advice(path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        reading.read(path, path.name)
    assert "simpan" in caught.value.saran.lower()
