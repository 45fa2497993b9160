"""Annual reports and strategic plans on the real documents: scored where truth exists, plausible everywhere."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest

from saksama.parsers.reading import read
from saksama.parsers.records import laporan_kinerja, renstra
from saksama.parsers.records.types import LaporanKinerja, Record, Renstra

SHARED = Path(__file__).resolve().parents[3] / "shared"
EXTRACT = {"laporan_kinerja": laporan_kinerja.extract, "renstra": renstra.extract}
pytestmark = pytest.mark.corpus


def truths() -> list[Path]:
    """The truth files of these two kinds; one stand-in where the shared folder is missing."""
    found = [
        path for path in sorted((SHARED / "truth").glob("*.json")) if json.loads(path.read_text())["jenis"] in EXTRACT
    ]
    return found or [SHARED / "truth"]


def files(folder: str) -> list[Path]:
    """The documents of a folder that have a text layer and a format that is read; one stand-in where it is missing."""
    found = [path for path in sorted((SHARED / "corpus" / folder).glob("*")) if path.suffix in (".pdf", ".docx")]
    return [path for path in found if "scan" not in path.name] or [SHARED / "corpus" / folder]


def extract(path: Path, jenis: str) -> tuple[Record, ...]:
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    return EXTRACT[jenis](read(path, path.name))


def scorer() -> ModuleType:
    folder = SHARED / "score"
    sys.path.insert(0, str(folder))
    spec = importlib.util.spec_from_file_location("score_records", folder / "score_records.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.path.remove(str(folder))
    return module


@pytest.mark.parametrize("path", truths(), ids=lambda path: path.stem)
def test_score(path: Path) -> None:
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    truth: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    records = extract(SHARED / "corpus" / truth["berkas"], truth["jenis"])
    answer = json.loads(msgspec.json.encode({"jenis": truth["jenis"], "rekaman": [record.isi for record in records]}))
    score = scorer().compare_file(truth, answer)
    assert score.prf("table")[2] >= 0.9, score.wrong[:10]
    sections = score.prf("section")
    assert sections is None or sections[2] >= 0.7, score.wrong[-10:]


@pytest.mark.parametrize("path", files("lkjip"), ids=lambda path: path.stem)
def test_every_report_gives_a_plausible_record(path: Path) -> None:
    (record,) = extract(path, "laporan_kinerja")
    isi = record.isi
    assert isinstance(isi, LaporanKinerja)
    assert isi.unit
    assert isi.tahun in (2015, 2016)
    bagian = isi.bagian
    chapters = [page for page in (bagian.bab_1, bagian.bab_2, bagian.bab_3, bagian.bab_4) if page is not None]
    assert chapters
    assert chapters == sorted(chapters)
    for row in isi.capaian:
        assert row.target or row.realisasi or row.capaian
        assert row.indikator or row.sasaran
    for budget in isi.anggaran:
        assert budget.uraian


@pytest.mark.parametrize("path", files("renstra"), ids=lambda path: path.stem)
def test_every_plan_gives_rows(path: Path) -> None:
    (record,) = extract(path, "renstra")
    isi = record.isi
    assert isinstance(isi, Renstra)
    assert isi.unit
    assert isi.sasaran or isi.program
    for row in isi.sasaran:
        assert row.indikator
    for program in isi.program:
        assert program.uraian
