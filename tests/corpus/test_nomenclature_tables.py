"""The published tables of program and kegiatan are read whole."""

from pathlib import Path

import pytest

from saksama.checker.nomenclature_import import import_table

TABLES = Path(__file__).resolve().parents[3] / "shared" / "nomenklatur"


@pytest.mark.corpus
@pytest.mark.parametrize(
    "name, count",
    [("nomenklatur-kabkota-2023.tsv", 4367), ("nomenklatur-2026.tsv", 9707), ("nomenklatur-2026-ekspor.xlsx", 9707)],
)
def test_table(name: str, count: int) -> None:
    path = TABLES / name
    if not path.exists():
        pytest.skip(f"{path} is not there")
    (edition,) = import_table(path)
    assert len(edition.register.entries) == count
    assert edition.register.resolve("7.01.01.2.06.0009") is not None
