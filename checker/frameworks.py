"""Reading evaluation frameworks: those of the rulebook by id, a region's own by the path of its file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from saksama.checker import overlay
from saksama.checker.framework import Framework
from saksama.checker.typed import convert, suggest
from saksama.parsers import yamlfile
from saksama.parsers.yamlfile import DataError, YamlFile

Place = tuple[str, int | None]
"""File and line of what an error speaks of."""


def available(folder: Path) -> tuple[str, ...]:
    """The ids of the frameworks in a rules folder."""
    return tuple(sorted(path.stem for path in (folder / "lke").glob("*.yaml")))


def is_path(name: str) -> bool:
    """Whether a framework is named by its file."""
    return name.endswith((".yaml", ".yml"))


def beside(file: YamlFile, name: str) -> str:
    """What a file calls `name`: an id, or the path of another file, which is meant from where the first one lies."""
    return os.path.normpath(Path(file.name).parent / name) if is_path(name) else name


def load(name: str, folder: Path, rule_ids: Iterable[str], laws: Iterable[str]) -> Framework:
    """A framework; raises DataError for unknown rules, grades or laws and for weights that don't add up."""
    framework, places = _sourced(name, folder, ())
    _check_words(framework, places, list(laws))
    _check_criteria(framework, places, list(rule_ids))
    _check_weights(framework, places)
    return framework


def read(name: str, folder: Path) -> Framework:
    """A framework as it stands in its file, for looking things up; raises DataError where it can't be read."""
    return _sourced(name, folder, ())[0]


def _open(name: str, folder: Path) -> YamlFile:
    return yamlfile.load(Path(name), name) if is_path(name) else yamlfile.load(
        folder / "lke" / f"{name}.yaml", f"rules/lke/{name}.yaml"
    )  # fmt: skip


def _sourced(name: str, folder: Path, above: tuple[str, ...]) -> tuple[Framework, dict[str, Place]]:
    """A framework, and where its parts are written by id (by field for what stands at the top)."""
    file = _open(name, folder)
    if not (isinstance(file.data, dict) and "dasar" in file.data):
        framework = convert(file, Framework)
        places: dict[str, Place] = {item.id: (file.name, file.line(path)) for item, path in overlay.items(framework)}
        top = ((field, file.line((field,))) for field in ("id", "peraturan", "ambang", "komponen"))
        return framework, {**places, **{field: (file.name, line) for field, line in top}}
    changes = overlay.read(file)
    base_name = beside(file, changes.dasar)
    if base_name in (*above, name):
        raise DataError(file.name, file.line(("dasar",)), f"kerangka “{changes.dasar}” merujuk dirinya sendiri.")
    if not is_path(changes.dasar) and changes.dasar not in (known := available(folder)):
        message = f"kerangka dasar “{changes.dasar}” tidak ada.{suggest(changes.dasar, known)}"
        raise DataError(file.name, file.line(("dasar",)), message)
    base, places = _sourced(base_name, folder, (*above, name))
    own: Mapping[str, Place] = {id_: (file.name, line) for id_, line in overlay.lines(changes, file).items()}
    return overlay.apply(base, changes, file), {**places, **own, "komponen": (file.name, None)}


def _check_words(framework: Framework, places: Mapping[str, Place], laws: list[str]) -> None:
    if framework.peraturan not in laws:
        message = f"peraturan “{framework.peraturan}” tidak dikenal.{suggest(framework.peraturan, laws)}"
        raise DataError(*places["peraturan"], message)
    grades = [grade.kode for grade in framework.gradasi]
    for kode in (*(step.kode for step in framework.ambang), framework.penuh, framework.nihil):
        if kode is not None and kode not in grades:
            raise DataError(*places["ambang"], f"gradasi “{kode}” tidak dikenal.{suggest(kode, grades)}")


def _check_criteria(framework: Framework, places: Mapping[str, Place], rule_ids: list[str]) -> None:
    criteria = {k.id: k for c in framework.komponen for s in c.subkomponen for k in s.kriteria}
    for kriteria in criteria.values():
        place = places[kriteria.id]
        for rule_id in kriteria.aturan:
            if rule_id not in rule_ids:
                message = f"aturan “{rule_id}” pada {kriteria.id} tidak ada.{suggest(rule_id, rule_ids)}"
                raise DataError(*place, message)
        for rule_id in kriteria.hanya:
            if rule_id not in kriteria.aturan:
                raise DataError(*place, f"“{rule_id}” pada hanya tidak ada di aturan {kriteria.id}.")
        for before in kriteria.prasyarat:
            if before not in criteria:
                message = f"prasyarat “{before}” pada {kriteria.id} bukan kriteria.{suggest(before, criteria)}"
                raise DataError(*place, message)
    if criteria and (not framework.ambang or not framework.penuh or not framework.nihil):
        raise DataError(places["id"][0], None, "kerangka berkriteria memerlukan isian ambang, penuh dan nihil.")


def _check_weights(framework: Framework, places: Mapping[str, Place]) -> None:
    total = sum(komponen.bobot for komponen in framework.komponen)
    if total != 100:
        raise DataError(*places["komponen"], f"bobot komponen berjumlah {total}, seharusnya 100.")
    for komponen in framework.komponen:
        parts = sum(sub.bobot for sub in komponen.subkomponen)
        if parts != komponen.bobot:
            message = f"bobot subkomponen {komponen.id} berjumlah {parts}, seharusnya {komponen.bobot}."
            raise DataError(*places[komponen.id], message)
