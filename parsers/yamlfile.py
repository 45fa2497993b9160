"""YAML 1.2 files read with the line of every key, so that an error can name it.

YAML 1.2, because YAML 1.1 reads the column header `No` as false. Dates stay text: they are compared as printed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

PathKey = tuple[str | int, ...]
_TAG = "tag:yaml.org,2002:"


class DataError(Exception):
    """A data file with a mistake: names the file and the line, in Indonesian."""

    def __init__(self, file: str, line: int | None, message: str) -> None:
        place = f"{file}:{line}" if line else file
        super().__init__(f"{place}: {message}")
        self.file, self.line, self.message = file, line, message


class YamlFile(msgspec.Struct, frozen=True):
    """A YAML document as plain values, and the line (from 1) at which each path begins."""

    name: str
    data: Any
    lines: dict[PathKey, int]

    def line(self, path: PathKey) -> int | None:
        """The line of a path, or of the nearest path above it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


def load_text(text: str, name: str) -> YamlFile:
    """Read YAML 1.2 text; raises DataError with the line for broken YAML or a repeated key."""
    yaml = YAML(typ="safe")
    try:
        node = yaml.compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise DataError(
            name,
            mark.line + 1 if mark else None,
            f"penulisan YAML tidak benar ({error.problem}). Periksa indentasi, tanda titik dua dan tanda kutip.",
        ) from None
    except YAMLError as error:
        raise DataError(name, None, f"penulisan YAML tidak benar ({error}).") from None
    lines: dict[PathKey, int] = {}
    data = None if node is None else _value(node, (), lines, name)
    return YamlFile(name, data, lines)


def load(path: Path, name: str | None = None) -> YamlFile:
    """Read a YAML 1.2 file; `name` is what errors call it. Raises DataError, also for a missing or non-UTF-8 file."""
    name = name or path.name
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise DataError(name, None, "berkas tidak ditemukan.") from None
    except UnicodeDecodeError:
        raise DataError(name, None, "berkas bukan teks UTF-8. Simpan ulang dengan pengodean UTF-8.") from None
    return load_text(text, name)


def _value(node: Node, path: PathKey, lines: dict[PathKey, int], name: str) -> Any:
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, MappingNode):
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, ScalarNode) else None
            line = key_node.start_mark.line + 1
            if not isinstance(key, str):
                raise DataError(name, line, "nama isian harus berupa satu kata atau teks.")
            if key in result:
                raise DataError(name, line, f"isian “{key}” ditulis dua kali; hapus salah satu.")
            lines[(*path, key)] = line
            result[key] = _value(value_node, (*path, key), lines, name)
        return result
    if isinstance(node, SequenceNode):
        return [_value(below, (*path, index), lines, name) for index, below in enumerate(node.value)]
    return _scalar(node)


def _scalar(node: Any) -> Any:
    text = node.value
    if node.style in ("'", '"', "|", ">"):
        return text
    kind = node.tag.removeprefix(_TAG)
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() == "true"
    if kind == "int":
        return int(text.replace("_", ""), 0)
    if kind == "float":
        return float(text.replace("_", ""))
    return text
