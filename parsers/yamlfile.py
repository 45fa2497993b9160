"""YAML 1.2 files read with the line of every key, so that an error can name it.

YAML 1.2, because YAML 1.1 reads the column header `No` as false. Dates stay text: they are compared as printed.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import CollectionEndEvent, CollectionStartEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.resolver import VersionedResolver

PathKey = tuple[str | int, ...]
_TAG = "tag:yaml.org,2002:"
_LARGEST, _DEEPEST, _MOST_VALUES = 4_000_000, 200, 200_000
_MANY_BRACKETS = 1_000
_LEAD = re.compile(r"^[ \t]*(?:[-?:][ \t]+)*", re.MULTILINE)


class DataError(Exception):
    """A data file with a mistake: names the file and the line, in Indonesian."""

    def __init__(self, file: str, line: int | None, message: str) -> None:
        place = f"{file}:{line}" if line else file
        super().__init__(f"{place}: {message}")
        self.file, self.line, self.message = file, line, message


class _Resolver(VersionedResolver):
    """What a plain scalar is, by the rules of the file's YAML version, which are looked up once and not per scalar."""

    @cached_property
    def versioned_resolver(self) -> Any:
        """The rules by first character."""
        return super().versioned_resolver


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
    yaml.Resolver = _Resolver
    if len(text) > _LARGEST or _too_deep(text):
        raise DataError(name, None, "berkasnya terlalu besar, atau isinya bersarang terlalu dalam.")
    try:
        node = yaml.compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if "end of stream" in (error.problem or ""):
            # A quote that is never closed is found at the end, but the slip is where it was opened.
            mark = error.context_mark or mark
        message = f"penulisan YAML tidak benar: {_problem(error.problem or '')}."
        raise DataError(name, mark.line + 1 if mark else None, message) from None
    except YAMLError:
        raise DataError(
            name, None, "ada karakter yang tidak boleh dalam YAML. Simpan ulang sebagai teks biasa."
        ) from None
    lines: dict[PathKey, int] = {}
    try:
        data = None if node is None else _value(node, (), lines, name)
    except RecursionError:
        raise DataError(
            name, None, "isinya bersarang terlalu dalam, atau sebuah isian memuat dirinya sendiri."
        ) from None
    return YamlFile(name, data, lines)


def load(path: Path, name: str | None = None) -> YamlFile:
    """Read a YAML 1.2 file; `name` is what errors call it. Raises DataError, also for a missing or non-UTF-8 file.

    Letters are composed (NFC): file names that it mentions are compared in that form.
    """
    name = name or path.name
    try:
        text = path.read_text(encoding="utf-8-sig")
        if (opened := _opened.get()) is not None:
            opened[path] = _digest(text)
    except FileNotFoundError:
        raise DataError(name, None, "berkas tidak ditemukan.") from None
    except UnicodeDecodeError:
        raise DataError(name, None, "berkas bukan teks UTF-8. Simpan ulang dengan pengodean UTF-8.") from None
    return load_text(unicodedata.normalize("NFC", text), name)


_opened: ContextVar[dict[Path, str] | None] = ContextVar("_opened", default=None)


@contextmanager
def recorded() -> Iterator[dict[Path, str]]:
    """Every file that `load` reads in this thread while this lasts, and a hash of its text (see `is_as`)."""
    seen: dict[Path, str] = {}
    token = _opened.set(seen)
    try:
        yield seen
    finally:
        _opened.reset(token)


def is_as(path: Path, digest: str) -> bool:
    """Whether a file has the text whose hash was recorded; False for one that can't be read."""
    try:
        return _digest(path.read_text(encoding="utf-8-sig")) == digest
    except (OSError, UnicodeDecodeError):
        return False


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _too_deep(text: str) -> bool:
    """Whether a text nests deeper than any data file does: the composer, written in C, would run out of its stack.

    Each level takes an opening bracket, a mark at the beginning of a line, or deeper indentation. Only a text with very
    many brackets is looked at bracket by bracket; the parser finds those alone that are no part of a quoted text.
    """
    if any(len(match[0]) > _DEEPEST for match in _LEAD.finditer(text)):
        return True
    if text.count("[") + text.count("{") <= _MANY_BRACKETS:
        return False
    depth = 0
    try:
        for event in YAML(typ="safe").parse(text):
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            if depth > _DEEPEST:
                return True
    except YAMLError:
        # Said with its line when the text is composed, which ends there too.
        return False
    return False


def _value(node: Node, path: PathKey, lines: dict[PathKey, int], name: str) -> Any:
    if len(lines) > _MOST_VALUES:
        # A value may stand for many others (*alias), and those again for many.
        raise DataError(name, None, "isinya terlalu banyak; mungkin karena nilai yang merujuk nilai lain (*) berulang.")
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
    try:
        if kind == "int":
            return int(text.replace("_", ""), 0)
        if kind == "float":
            return float(text.replace("_", ""))
    except ValueError:
        # What YAML calls a number and nobody else does ("012", ".inf") stays the text that was written.
        return text
    return text


_PROBLEMS = {
    "tab character": "ada tab di awal baris; pakai spasi",
    "cannot start any token": "ada tab atau tanda khusus di awal nilai; pakai spasi, atau apit nilainya dengan kutip",
    "mapping values are not allowed": "nilai yang memuat titik dua harus diapit tanda kutip",
    "block end": "indentasinya tidak sejajar dengan baris di atasnya",
    "expected ':'": "titik dua setelah nama isian tidak ada",
    "end of stream": "tanda kutip tidak ditutup",
    "expected ',' or": "kurung tidak ditutup, atau koma di antara isinya tidak ada",
    "undefined alias": "nilai yang diawali tanda * harus diapit tanda kutip",
    "another document": "baris --- di tengah berkas harus dihapus",
    "escape": r"tanda \ di dalam kutip ganda tidak boleh; pakai garis miring /",
}


def _problem(english: str) -> str:
    """What the YAML reader found, in words of this program's users."""
    found = next((text for words, text in _PROBLEMS.items() if words in english), None)
    return found or "periksa indentasi, tanda titik dua dan tanda kutip"
