"""Profiles: which rules apply, how severe they are and with which parameters; a regency's overlay extends one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from saksama.checker import rulebook as rb
from saksama.checker.frameworks import beside
from saksama.checker.run import Keparahan
from saksama.checker.typed import convert, suggest
from saksama.parsers import yamlfile
from saksama.parsers.yamlfile import DataError, YamlFile


class Deselect(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule that is not used, and why."""

    aturan: str
    alasan: str


class ProfileFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """rules/profil/*.yaml. berdasar names the profile it extends."""

    id: str
    judul: str
    kerangka: str | None = None
    berdasar: str | None = None
    tidak_dipilih: tuple[Deselect, ...] = ()
    dipilih: tuple[str, ...] = ()
    keparahan: dict[str, Keparahan] = {}
    parameter: dict[str, dict[str, Any]] = {}


class Profile(msgspec.Struct, frozen=True):
    """A profile with what it extends folded in: rules bound with its parameters, deselected ones with the reason.

    parameter holds the effective parameters that differ from the rules' own, for run.json.
    """

    id: str
    judul: str
    kerangka: str
    rules: Mapping[str, rb.BoundRule]
    deselected: Mapping[str, str]
    keparahan: Mapping[str, Keparahan]
    parameter: Mapping[str, dict[str, Any]]


DEFAULT = "kabupaten-kota"


def available(folder: Path) -> tuple[str, ...]:
    """The ids of the profiles in a rules folder."""
    return tuple(sorted(path.stem for path in (folder / "profil").glob("*.yaml")))


def load(name: str, book: rb.Rulebook) -> Profile:
    """A profile by id, or by the path of a YAML file of one's own; raises DataError with file and line."""
    chain: list[tuple[YamlFile, ProfileFile]] = []
    current: str | None = name
    while current:
        file = _open(current, book.folder)
        spec = convert(file, ProfileFile)
        if any(spec.id == seen.id for _, seen in chain):
            raise DataError(file.name, file.line(("berdasar",)), f"profil “{spec.id}” merujuk dirinya sendiri.")
        chain.insert(0, (file, spec))
        current = beside(file, spec.berdasar) if spec.berdasar else None
    kerangka = next((beside(file, spec.kerangka) for file, spec in reversed(chain) if spec.kerangka), None)
    file, last = chain[-1]
    if kerangka is None:
        raise DataError(file.name, None, "isian “kerangka” (kerangka penilaian LKE) belum ada.")
    deselected = {
        id_: f"aturan berstatus {bound.rule.status}"
        for id_, bound in book.rules.items()
        if bound.rule.status != "aktif"
    }
    parameter: dict[str, dict[str, Any]] = {}
    keparahan: dict[str, Keparahan] = {}
    for file, spec in chain:
        _known(file, spec, book)
        deselected |= {item.aturan: item.alasan for item in spec.tidak_dipilih}
        for chosen in spec.dipilih:
            deselected.pop(chosen, None)
        keparahan |= spec.keparahan
        for rule_id, values in spec.parameter.items():
            parameter[rule_id] = {**parameter.get(rule_id, {}), **values}
            bound = book[rule_id]
            shown = YamlFile(file.name, file.data, _moved(file, rule_id))
            rb.bind(shown, bound.rule, bound.check, parameter[rule_id])
    rules = {
        id_: msgspec.structs.replace(bound, params=rb.bind(file, bound.rule, bound.check, parameter[id_]))
        if id_ in parameter
        else bound
        for id_, bound in book.rules.items()
    }
    return Profile(last.id, last.judul, kerangka, rules, deselected, keparahan, dict(sorted(parameter.items())))


def _open(name: str, folder: Path) -> YamlFile:
    path = folder / "profil" / f"{name}.yaml"
    if path.is_file():
        return yamlfile.load(path, f"rules/profil/{name}.yaml")
    if name.endswith((".yaml", ".yml")):
        return yamlfile.load(Path(name), name)
    known = available(folder)
    raise DataError(f"profil “{name}”", None, f"tidak ada. Pilihan: {', '.join(known)}.{suggest(name, known)}")


def _known(file: YamlFile, spec: ProfileFile, book: rb.Rulebook) -> None:
    named = [
        *((item.aturan, ("tidak_dipilih", index, "aturan")) for index, item in enumerate(spec.tidak_dipilih)),
        *((rule_id, ("dipilih", index)) for index, rule_id in enumerate(spec.dipilih)),
        *((rule_id, ("keparahan", rule_id)) for rule_id in spec.keparahan),
        *((rule_id, ("parameter", rule_id)) for rule_id in spec.parameter),
    ]
    for rule_id, path in named:
        if rule_id not in book.rules:
            message = f"aturan “{rule_id}” tidak ada di buku aturan.{suggest(rule_id, book.rules)}"
            raise DataError(file.name, file.line(path), message)


def _moved(file: YamlFile, rule_id: str) -> dict[yamlfile.PathKey, int]:
    """Line numbers of parameter.<rule> as those of `dengan`, so that errors point into the profile."""
    prefix = ("parameter", rule_id)
    return {("dengan", *path[2:]): line for path, line in file.lines.items() if path[:2] == prefix}
