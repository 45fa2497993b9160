"""Every real document checked on its own: nothing breaks, and only what no reader can open is unreadable."""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from saksama.app.collect import collect
from saksama.app.setting import load_setting
from saksama.app.work.options import opened
from saksama.checker.assess import Setting, assess
from saksama.checker.profile import DEFAULT
from saksama.checker.run import to_json
from saksama.checker.submission import assemble
from saksama.parsers.ocr.extra import available
from saksama.parsers.resources import ROOT

CORPUS = ROOT.parent / "shared" / "corpus"
UNSUPPORTED = (".pptx",)


def rows() -> list[dict[str, str]]:
    """The manifest, or one empty row where the corpus is missing."""
    manifest = CORPUS / "MANIFEST.tsv"
    if not manifest.exists():
        return [{"file": "", "text_layer": ""}]
    with manifest.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def setting() -> Setting:
    return load_setting(DEFAULT, None)


@cache
def validator() -> jsonschema.Draft202012Validator:
    schema = (ROOT / "reports" / "schema" / "run.schema.json").read_text(encoding="utf-8")
    return jsonschema.Draft202012Validator(json.loads(schema))


@pytest.mark.corpus
@pytest.mark.parametrize("row", rows(), ids=lambda row: row["file"])
def test_a_real_document_is_checked_without_a_fault(row: dict[str, str]) -> None:
    if not row["file"]:
        pytest.skip(f"{CORPUS} is not there")
    scan = row["text_layer"] == "scan"
    if scan and available():
        pytest.skip("with the extra for scans installed this takes minutes; its own tests read them")
    with opened(1, tanpa_tembolok=False) as pool:
        collected = collect((CORPUS / row["file"],), pool)
    run = assess(assemble(collected.files, collected.keterangan, single=True), setting())
    assert [(item.aturan, item.alasan) for item in run.hasil if item.status == "galat"] == []
    assert sum(run.ringkasan.values()) == len(setting().book.rules)
    assert [error.message for error in validator().iter_errors(json.loads(to_json(run)))] == []
    (file,) = run.berkas
    unreadable = scan or Path(row["file"]).suffix in UNSUPPORTED
    assert bool(file.galat) == unreadable, file.galat
    if file.galat:
        assert [item.aturan for item in run.hasil if item.temuan] == ["BRK-005"]
