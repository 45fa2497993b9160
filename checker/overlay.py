"""A region's own framework as changes to another one: weights, wordings, criteria; typed, by id, nothing programmed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec

from saksama.checker.framework import (
    Ambang,
    Framework,
    Gradasi,
    KomponenLKE,
    KriteriaLKE,
    Membaca,
    Predikat,
    SubkomponenLKE,
)
from saksama.checker.typed import convert, suggest
from saksama.parsers.yamlfile import DataError, PathKey, YamlFile


class Perubahan(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What changes at a component, sub-component or criterion; what is left out stays as it is."""

    nama: str | None = None
    bobot: Decimal | None = None
    teks: str | None = None
    pertanyaan: str | None = None
    aturan: tuple[str, ...] | None = None
    hanya: dict[str, dict[str, tuple[str, ...]]] | None = None
    prasyarat: tuple[str, ...] | None = None
    baca: Membaca | None = None


class Tambahan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """New sub-components of the component `di`, or new criteria of the sub-component `di`, behind those it has."""

    di: str
    subkomponen: tuple[SubkomponenLKE, ...] = ()
    kriteria: tuple[KriteriaLKE, ...] = ()


class Overlay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A framework file with `dasar`: the framework it changes. gradasi, predikat and ambang are given whole or not."""

    id: str
    judul: str
    dasar: str
    peraturan: str | None = None
    hapus: tuple[str, ...] = ()
    ubah: dict[str, Perubahan] = {}
    tambah: tuple[Tambahan, ...] = ()
    komponen: tuple[KomponenLKE, ...] = ()
    gradasi: tuple[Gradasi, ...] | None = None
    predikat: tuple[Predikat, ...] | None = None
    ambang: tuple[Ambang, ...] | None = None
    penuh: str | None = None
    nihil: str | None = None


_WHOLE = ("peraturan", "gradasi", "predikat", "ambang", "penuh", "nihil")
Item = KomponenLKE | SubkomponenLKE | KriteriaLKE


def read(file: YamlFile) -> Overlay:
    """The changes in a file; raises DataError with the line, also within an entry of `ubah`."""
    changes = file.data.get("ubah")
    for id_ in changes if isinstance(changes, dict) else ():
        convert(file, Perubahan, ("ubah", id_))
    return convert(file, Overlay)


def items(framework: Framework) -> Iterator[tuple[Item, tuple[Any, ...]]]:
    """Every component, sub-component and criterion with its path in a framework file."""
    for i, komponen in enumerate(framework.komponen):
        yield komponen, ("komponen", i)
        for j, sub in enumerate(komponen.subkomponen):
            yield sub, ("komponen", i, "subkomponen", j)
            for n, kriteria in enumerate(sub.kriteria):
                yield kriteria, ("komponen", i, "subkomponen", j, "kriteria", n)


def apply(base: Framework, overlay: Overlay, file: YamlFile) -> Framework:
    """The base with the changes; raises DataError with the line for ids that aren't there and fields that don't fit."""
    known = {item.id: item for item, _ in items(base)}
    for index, id_ in enumerate(overlay.hapus):
        _must_know(id_, known, file, ("hapus", index))
    for id_, change in overlay.ubah.items():
        _must_know(id_, known, file, ("ubah", id_))
        _must_fit(known[id_], change, file)
    for index, more in enumerate(overlay.tambah):
        _must_know(more.di, known, file, ("tambah", index, "di"))
        wanted = {KomponenLKE: "subkomponen", SubkomponenLKE: "kriteria"}.get(type(known[more.di]))
        for field in ("subkomponen", "kriteria"):
            if getattr(more, field) and field != wanted:
                message = f"{field} tidak dapat ditambahkan di {more.di}."
                raise DataError(file.name, file.line(("tambah", index)), message)
    parts = (_part(komponen, overlay) for komponen in base.komponen if komponen.id not in overlay.hapus)
    whole = {field: value for field in _WHOLE if (value := getattr(overlay, field)) is not None}
    made = msgspec.structs.replace(
        base, id=overlay.id, judul=overlay.judul, komponen=(*parts, *overlay.komponen), **whole
    )
    seen: set[str] = set()
    for item, _ in items(made):
        if item.id in seen:
            line = lines(overlay, file).get(item.id)
            raise DataError(file.name, line, f"“{item.id}” sudah ada pada kerangka dasarnya.")
        seen.add(item.id)
    return made


def lines(overlay: Overlay, file: YamlFile) -> dict[str, int | None]:
    """The line at which an overlay speaks of an id; what changes below an item is told at the item, too."""
    found: dict[str, int | None] = {}
    paths: list[tuple[str, PathKey]] = [
        *((id_, ("ubah", id_)) for id_ in overlay.ubah),
        *((more.di, ("tambah", index)) for index, more in enumerate(overlay.tambah)),
        *((id_, ("hapus", index)) for index, id_ in enumerate(overlay.hapus)),
        *((part.id, ("komponen", index)) for index, part in enumerate(overlay.komponen)),
    ]
    for index, more in enumerate(overlay.tambah):
        for field in ("subkomponen", "kriteria"):
            paths += [(one.id, ("tambah", index, field, n)) for n, one in enumerate(getattr(more, field))]
    for id_, path in paths:
        found.setdefault(id_, file.line(path))
    for id_, path in paths:
        above = id_.rpartition(".")[0]
        while above:
            found.setdefault(above, file.line(path))
            above = above.rpartition(".")[0]
    for field in (*_WHOLE, "id"):
        if (field,) in file.lines:
            found[field] = file.line((field,))
    return found


def _part(komponen: KomponenLKE, overlay: Overlay) -> KomponenLKE:
    kept = tuple(_sub(sub, overlay) for sub in komponen.subkomponen if sub.id not in overlay.hapus)
    more = tuple(sub for one in overlay.tambah if one.di == komponen.id for sub in one.subkomponen)
    changed: KomponenLKE = _changed(komponen, overlay)
    return msgspec.structs.replace(changed, subkomponen=(*kept, *more))


def _sub(sub: SubkomponenLKE, overlay: Overlay) -> SubkomponenLKE:
    kept = (_changed(one, overlay) for one in sub.kriteria if one.id not in overlay.hapus)
    # What is no longer asked can't be what another criterion is built on.
    still = tuple(
        msgspec.structs.replace(one, prasyarat=tuple(id_ for id_ in one.prasyarat if id_ not in overlay.hapus))
        for one in kept
    )
    more = tuple(one for added in overlay.tambah if added.di == sub.id for one in added.kriteria)
    changed: SubkomponenLKE = _changed(sub, overlay)
    return msgspec.structs.replace(changed, kriteria=(*still, *more))


def _changed(item: Any, overlay: Overlay) -> Any:
    change = overlay.ubah.get(item.id)
    return msgspec.structs.replace(item, **_given(change)) if change is not None else item


def _given(change: Perubahan) -> dict[str, Any]:
    return {name: value for name, value in msgspec.structs.asdict(change).items() if value is not None}


def _must_know(id_: str, known: dict[str, Item], file: YamlFile, path: PathKey) -> None:
    if id_ not in known:
        raise DataError(file.name, file.line(path), f"“{id_}” tidak ada pada kerangka dasarnya.{suggest(id_, known)}")


def _must_fit(item: Item, change: Perubahan, file: YamlFile) -> None:
    fields = [field.name for field in msgspec.structs.fields(type(item))]
    for name in _given(change):
        if name not in fields:
            kind = {KomponenLKE: "komponen", SubkomponenLKE: "subkomponen"}.get(type(item), "kriteria")
            message = f"isian “{name}” tidak ada pada {kind} seperti {item.id}."
            raise DataError(file.name, file.line(("ubah", item.id, name)), message)
