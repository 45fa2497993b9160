"""The committed schema of rule files is the one the code makes, and every rule file fits it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from saksama.checker.ruleschema import SCHEMAS, rule_schema
from saksama.parsers import yamlfile
from saksama.parsers.resources import RULES

FILES = sorted((RULES / "aturan").rglob("*.yaml"))


EDITED = [("profil", path) for path in sorted((RULES / "profil").glob("*.yaml"))]
EDITED += [("lke", path) for path in sorted((RULES / "lke").glob("*.yaml"))]
EDITED += [(name, RULES / f"{name}.yaml") for name in ("kosakata", "peraturan", "topik")]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_schemas_are_current(name: str) -> None:
    committed = (RULES / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert json.loads(committed) == json.loads(json.dumps(SCHEMAS[name]())), "run make schema"


@pytest.mark.parametrize(("name", "path"), EDITED, ids=lambda one: getattr(one, "stem", one))
def test_the_other_files_of_rule_owners_fit_theirs(name: str, path: Path) -> None:
    errors = jsonschema.Draft202012Validator(SCHEMAS[name]()).iter_errors(yamlfile.load(path).data)
    assert [error.message for error in errors] == []


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
