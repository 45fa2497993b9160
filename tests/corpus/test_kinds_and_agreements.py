"""Kinds of all real documents with a text layer, and the agreements among them against what a careful person read."""

import csv
import importlib.util
import json
import sys
from pathlib import Path

import msgspec
import pytest

from saksama.parsers.berkas import read_berkas

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (SHARED / "corpus" / "MANIFEST.tsv").exists(), reason="../shared/corpus tidak ada"),
]
UNSUPPORTED = {".doc", ".xls", ".pptx"}


def test_kinds_of_the_corpus():
    with (SHARED / "corpus" / "MANIFEST.tsv").open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream, delimiter="\t") if row["text_layer"].startswith("text")]
    rows = [row for row in rows if row["kind"] != "lain" and Path(row["file"]).suffix not in UNSUPPORTED]
    wrong = []
    for row in rows:
        # The name is withheld: only the content may decide.
        path = SHARED / "corpus" / row["file"]
        found = read_berkas(path, f"berkas{path.suffix}")
        if found.jenis != row["kind"]:
            wrong.append((row["file"], row["kind"], found.jenis, found.keyakinan))
    assert len(wrong) <= 0.05 * len(rows), wrong
    sure = [one for one in wrong if one[3] == "tinggi"]
    assert len(sure) <= 2, sure


def test_agreements_against_the_truth():
    score = _scorer()
    total = score.Score()
    for path in sorted((SHARED / "truth").glob("*-pk-*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        found = read_berkas(SHARED / "corpus" / truth["berkas"], truth["berkas"])
        if found.galat or "-ocr" in truth["berkas"]:
            continue
        answer = {"rekaman": json.loads(msgspec.json.encode([record.isi for record in found.records]))}
        total.add(score.compare_file(truth, answer))
    assert total.prf("header")[2] >= 0.93, total.wrong
    assert total.prf("table")[2] >= 0.93, total.wrong


def _scorer():
    sys.path.insert(0, str(SHARED / "score"))
    try:
        spec = importlib.util.spec_from_file_location("score_records", SHARED / "score" / "score_records.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module
    finally:
        sys.path.remove(str(SHARED / "score"))
