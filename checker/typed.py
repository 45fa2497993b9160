"""YAML data into typed values, with errors that name file, line and the nearest word that was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Literal, TypeVar, get_args, get_origin

import msgspec
from rapidfuzz import fuzz, process

from saksama.parsers.yamlfile import DataError, PathKey, YamlFile

T = TypeVar("T")

_PLACE = re.compile(r"^(?P<what>.*?)(?: - at `(?P<path>[^`]*)`)?$", re.S)
_TYPES = {
    "str": "teks",
    "int": "bilangan bulat",
    "float": "bilangan",
    "bool": "true atau false",
    "array": "daftar",
    "object": "isian bernama",
    "null": "kosong",
}


def convert(file: YamlFile, kind: type[T], at: PathKey = ()) -> T:
    """The data of a file (or a part of it) as a typed value; raises DataError with the line."""
    data = file.data
    for key in at:
        data = data[key]
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        match = _PLACE.match(str(error))
        what, path = (match["what"], match["path"]) if match else (str(error), None)
        place = (*at, *_path(path or "$"))
        raise DataError(file.name, _line(file, place, what), _indonesian(what, place, data, kind)) from None


def suggest(word: str, known: Iterable[str]) -> str:
    """' Maksud Anda "x"?' when a known word is near, else ''."""
    best = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=60)
    return f" Maksud Anda “{best[0]}”?" if best else ""


def _path(text: str) -> PathKey:
    """'$.a[0].b' as ('a', 0, 'b'); msgspec writes '[...]' for any item of a list or mapping."""
    parts: list[str | int] = []
    for name, index in re.findall(r"\.([^.\[\]]+)|\[([^\]]*)\]", text):
        if name:
            parts.append(name)
        elif index.isdigit():
            parts.append(int(index))
        else:
            break
    return tuple(parts)


def _line(file: YamlFile, place: PathKey, what: str) -> int | None:
    unknown = re.match(r"Object contains unknown field `([^`]+)`", what)
    return file.line((*place, unknown[1]) if unknown else place)


def _indonesian(what: str, place: PathKey, data: Any, kind: Any) -> str:
    where = _where(place)
    of = f" pada {where}" if place else ""
    where = f"isian {where}" if place else "isi berkas ini"
    if found := re.match(r"Object contains unknown field `([^`]+)`", what):
        return f"isian “{found[1]}”{of} tidak dikenal.{suggest(found[1], _fields(kind))}"
    if found := re.match(r"Object missing required field `([^`]+)`", what):
        return f"isian “{found[1]}”{of} belum ada."
    if found := re.match(r"Expected `([^`]+)`, got `([^`]+)`", what):
        wanted = " atau ".join(_TYPES.get(word, word) for word in found[1].split(" | "))
        return f"{where} harus berupa {wanted}, bukan {_TYPES.get(found[2], found[2])}."
    if found := re.match(r"Invalid enum value '?([^']*)'?", what):
        return f"{where} bernilai “{found[1]}” yang tidak dikenal.{suggest(found[1], _choices(kind))}"
    if found := re.match(r"Expected `(str|array)` of length >= (\d+)", what):
        return f"{where} masih kosong atau terlalu pendek."
    if "matching regex" in what:
        return f"{where} tidak ditulis dalam bentuk yang benar, misalnya PK-007 untuk nomor aturan."
    return f"isian{of} tidak benar ({what})."


def _where(place: PathKey) -> str:
    """('bukti', 0, 'berkas') as “bukti” ke-1 “berkas”: items count from 1, as people do."""
    return " ".join(f"ke-{part + 1}" if isinstance(part, int) else f"“{part}”" for part in place)


def _fields(kind: Any) -> list[str]:
    """All field names of a type and of the types within it: enough to guess what was meant."""
    return [field.encode_name for struct in _types(kind) for field in _own_fields(struct)]


def _choices(kind: Any) -> list[str]:
    """All words that a type and the types within it allow in places with a fixed choice."""
    return [word for found in _types(kind) if get_origin(found) is Literal for word in get_args(found)]


def _own_fields(kind: Any) -> tuple[msgspec.structs.FieldInfo, ...]:
    return msgspec.structs.fields(kind) if isinstance(kind, type) and issubclass(kind, msgspec.Struct) else ()


def _types(kind: Any) -> list[Any]:
    """A type, those of its fields, of their items, and so on."""
    seen: list[Any] = []
    queue = [kind]
    while queue:
        current = queue.pop()
        if current not in seen:
            seen.append(current)
            queue += [field.type for field in _own_fields(current)]
            if get_origin(current) is not Literal:
                queue += getattr(current, "__args__", ())
    return seen
