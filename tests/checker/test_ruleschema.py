"""The committed schema of rule files is the one the code makes, and every rule file fits it."""

from __future__ import annotations

import json

import jsonschema
import pytest

from saksama.checker.ruleschema import rule_schema
from saksama.parsers import yamlfile
from saksama.parsers.resources import RULES

COMMITTED = RULES / "schema" / "aturan.schema.json"
FILES = sorted((RULES / "aturan").rglob("*.yaml"))


def test_the_committed_schema_is_current() -> None:
    assert json.loads(COMMITTED.read_text(encoding="utf-8")) == json.loads(json.dumps(rule_schema())), "run make schema"


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(rule_schema())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_rule_files_fit_the_schema(path: object, validator: jsonschema.Draft202012Validator) -> None:
    assert [error.message for error in validator.iter_errors(yamlfile.load(path).data)] == []  # type: ignore[arg-type]


def test_the_schema_refuses_an_unknown_parameter(validator: jsonschema.Draft202012Validator) -> None:
    data = yamlfile.load(RULES / "aturan" / "pkpk" / "PKPK-012.yaml").data
    data["dengan"] = {"ambangg": 75}
    assert any("ambangg" in error.message for error in validator.iter_errors(data))


def test_the_schema_refuses_an_unknown_kind(validator: jsonschema.Draft202012Validator) -> None:
    data = yamlfile.load(RULES / "aturan" / "pkpk" / "PKPK-012.yaml").data
    data["periksa"] = "pada_jalurr"
    assert not validator.is_valid(data)
