"""The JSON Schemas of the files in rules/, generated from their types: editors show hints and errors by them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import msgspec

from saksama.checker.checks.base import registry
from saksama.checker.framework import Framework
from saksama.checker.overlay import Overlay
from saksama.checker.profile import ProfileFile
from saksama.checker.regulations import Regulation
from saksama.checker.rulebook import EXAMPLE_STATUS, Rule
from saksama.checker.topics import Topik
from saksama.parsers.records.types import JENIS
from saksama.parsers.vocabulary import Vocabulary

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def _file_schema(title: str, kind: Any) -> dict[str, Any]:
    (reference,), parts = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    return {"$schema": _DRAFT, "title": title, **reference, "$defs": dict(sorted(parts.items()))}


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
        "$schema": _DRAFT,
        "title": "Aturan Saksama",
        **rule,
        "allOf": conditions,
        "$defs": dict(sorted(parts.items())),
    }


def framework_schema() -> dict[str, Any]:
    """A framework of its own, or with `dasar` the changes to another one."""
    (whole, changes), parts = msgspec.json.schema_components([Framework, Overlay], ref_template="#/$defs/{name}")
    choice = {"if": {"required": ["dasar"]}, "then": changes, "else": whole}
    return {"$schema": _DRAFT, "title": "Kerangka LKE Saksama", **choice, "$defs": dict(sorted(parts.items()))}


SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "aturan": rule_schema,
    "kosakata": partial(_file_schema, "Kosakata Saksama", Vocabulary),
    "lke": framework_schema,
    "peraturan": partial(_file_schema, "Register peraturan Saksama", dict[str, Regulation]),
    "profil": partial(_file_schema, "Profil Saksama", ProfileFile),
    "topik": partial(_file_schema, "Topik rekomendasi Saksama", dict[str, Topik]),
}
"""The kinds of file a rule owner edits, and the schema of each."""
