"""The JSON Schema of rule files, generated from the types and the check kinds: editors show hints and errors by it."""

from __future__ import annotations

from typing import Any

import msgspec

from saksama.checker.checks.base import registry
from saksama.checker.rulebook import EXAMPLE_STATUS, Rule
from saksama.parsers.records.types import JENIS


def rule_schema() -> dict[str, Any]:
    """One schema for all rule files: common keys, then one if/then per check kind for `dengan`."""
    _, parts = msgspec.json.schema_components([Rule], ref_template="#/$defs/{name}")
    rule = parts.pop("Rule")
    properties = rule["properties"]
    properties["periksa"] = {"enum": list(registry())}
    parts["Berlaku"]["properties"]["jenis"] = {"type": "array", "items": {"enum": list(JENIS)}, "default": []}
    properties["contoh"]["items"] = {
        "type": "object",
        "properties": {name: {"type": ["object", "null"]} for name in EXAMPLE_STATUS}
        | {"jumlah": {"type": "integer"}, "pesan": {"type": "string"}, "nama": {"type": "string"}},
        "additionalProperties": False,
    }
    conditions = []
    for name, kind in registry().items():
        (reference,), below = msgspec.json.schema_components([kind.params], ref_template=f"#/$defs/{name}.{{name}}")
        parts |= {f"{name}.{key}": value for key, value in below.items()}
        wanted: dict[str, Any] = {"properties": {"dengan": reference}}
        if any(field.required for field in msgspec.structs.fields(kind.params)):
            wanted["required"] = ["dengan"]
        conditions.append({"if": {"properties": {"periksa": {"const": name}}}, "then": wanted})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Aturan Saksama",
        **rule,
        "allOf": conditions,
        "$defs": dict(sorted(parts.items())),
    }
