"""The tabular records of real documents against what a careful person read in them."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from saksama.parsers.reading import read
from saksama.parsers.records import iku, pengukuran_kinerja, rencana_aksi

SHARED = Path(__file__).resolve().parents[3] / "shared"
KINDS = {
    "rencana_aksi": rencana_aksi.extract,
    "pengukuran_kinerja": pengukuran_kinerja.extract,
    "iku": iku.extract,
}
LEAST = {
    # Its truth has stored instead of displayed values, hidden rows, and the first rows only.
    "pkpk/deliserdang-bappedalitbang-2025-evaluasi-renja.xlsx": 0.3,
    # Its schedule is drawn in colour, in merged cells too.
    "rencana_aksi/jabar-dishub-2016-renaksi.pdf": 0.98,
}
USUAL = 0.9

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (SHARED / "truth").is_dir(), reason="dokumen nyata ../shared tidak ada"),
]


def truths() -> list[dict[str, object]]:
    found = [json.loads(path.read_text("utf-8")) for path in sorted((SHARED / "truth").glob("*.json"))]
    return [truth for truth in found if truth["jenis"] in KINDS]


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_records", SHARED / "score" / "score_records.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _shaped(record):
    """A record whose amounts per quarter are plain text, in the shape that RECORDS gives them."""
    rows = []
    for row in record.get("anggaran", ()):
        quarters = row.get("triwulan") or []
        rows.append({**row, "triwulan": [{"realisasi": one} if isinstance(one, str) else one for one in quarters]})
    return {**record, "anggaran": rows}


@pytest.mark.parametrize("truth", truths(), ids=lambda truth: truth["berkas"])
def test_tables_are_read_as_a_person_read_them(truth, scorer):
    document = read(SHARED / "corpus" / truth["berkas"], truth["berkas"])
    truth = {**truth, "rekaman": [_shaped(record) for record in truth["rekaman"]]}
    records = [json.loads(msgspec.json.encode(record.isi)) for record in KINDS[truth["jenis"]](document)]
    score = scorer.compare_file(truth, {"rekaman": records})
    _, _, f1 = score.prf("table")
    assert f1 >= LEAST.get(truth["berkas"], USUAL), score.wrong[:20]
