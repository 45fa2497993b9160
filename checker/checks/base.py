"""What every kind of check shares: the case it judges, the verdict it gives, and how it is registered.

A kind of check is one function `(case, params) -> Verdict` with a name that rules use in `periksa`, a scope, a frozen
Struct of parameters (`dengan` in the rule) and the names of the values its findings carry (placeholders of `pesan`).
Scope `rekaman`: called for each record of each document; `naskah`: for each document; `berkas`: for each file, also
one that could not be read; `pengajuan`: once; `susulan`: once, after all others, whose outcomes it may look at.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Literal, get_type_hints

import msgspec

from saksama.checker import checks
from saksama.checker.run import KEYAKINAN, BuktiTemuan, Hasil, Keyakinan, Status
from saksama.checker.submission import Naskah, Part, Submission
from saksama.checker.typed import suggest
from saksama.parsers.berkas import Berkas
from saksama.parsers.model import Box, Location, Page
from saksama.parsers.records.types import ISI

Scope = Literal["rekaman", "naskah", "berkas", "pengajuan", "susulan"]


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of the parameters of a kind of check."""

    def problems(self, jenis: Sequence[str]) -> Iterable[str]:
        """What is wrong with these parameters for these kinds of document (Indonesian sentences)."""
        return ()


class TanpaParameter(Params, frozen=True):
    """No parameters."""


class Case(msgspec.Struct, frozen=True):
    """What a check judges. naskah is set for scopes naskah and rekaman, part for rekaman, file for berkas only.

    jenis: the kinds the rule applies to (berlaku_untuk); tools: look-ups the engine provides (nomenclature, law);
    outcomes: what the other rules ended in, for scope susulan.
    """

    submission: Submission
    jenis: tuple[str, ...]
    naskah: Naskah | None = None
    part: Part | None = None
    file: Berkas | None = None
    tools: Any = None
    outcomes: Mapping[str, Sequence[Hasil]] = {}

    @property
    def isi(self) -> Any:
        """The typed content of the record being judged."""
        assert self.part is not None
        return self.part.record.isi

    @property
    def files(self) -> tuple[Berkas, ...]:
        """The files being judged: that of the record, those of the document, or all."""
        if self.file is not None:
            return (self.file,)
        if self.part is not None:
            return (self.part.berkas,)
        return self.naskah.files if self.naskah is not None else self.submission.files

    def bukti(self, path: str, kutipan: str | None = None, kolom: str | None = None) -> BuktiTemuan:
        """Evidence at a path of the record being judged ("sasaran.0.target")."""
        assert self.part is not None
        return evidence(self.part, path, kutipan, kolom)

    def certainty(self, *paths: str) -> Keyakinan:
        """rendah when one of these paths was read with doubt or from a scan, else tinggi."""
        assert self.part is not None
        return "rendah" if scanned(self.part) else certainty(self.part, *paths)


class Offence(msgspec.Struct, frozen=True):
    """One thing that fails. nilai: values by name for `pesan`; label: row label, kolom: column (both go into the
    fingerprint, never a page or row number); berkas: the file to be corrected, where the check compares documents."""

    nilai: Mapping[str, str]
    bukti: tuple[BuktiTemuan, ...]
    label: str = ""
    kolom: str = ""
    keyakinan: Keyakinan = "tinggi"
    berkas: str | None = None
    role: str | None = None


class Verdict(msgspec.Struct, frozen=True):
    """The outcome of a check on one case; alasan is required for anything but lulus and temuan."""

    status: Status
    alasan: str | None = None
    offences: tuple[Offence, ...] = ()


def passed() -> Verdict:
    """The rule is met."""
    return Verdict("lulus")


def not_applicable(alasan: str) -> Verdict:
    """The rule does not apply to this case."""
    return Verdict("tidak_berlaku", alasan)


def missing(alasan: str) -> Verdict:
    """The rule applies, but what it needs was not supplied or not recognised."""
    return Verdict("tidak_ada", alasan)


def manual(alasan: str) -> Verdict:
    """Only a person can judge."""
    return Verdict("telaah_manual", alasan)


def judge(offences: Iterable[Offence], doubts: Sequence[str] = ()) -> Verdict:
    """temuan when there are offences, else telaah_manual when there are doubts, else lulus."""
    found = tuple(offences)
    if found:
        return Verdict("temuan", None, found)
    return manual("; ".join(dict.fromkeys(doubts))) if doubts else passed()


def place(location: Location | None, berkas: str, kutipan: str | None = None, kolom: str | None = None) -> BuktiTemuan:
    """A Location as evidence; without one, the file alone."""
    if location is None:
        return BuktiTemuan(berkas, kutipan=kutipan, kolom=kolom)
    return BuktiTemuan(
        berkas=location.berkas,
        halaman=location.halaman,
        lembar=location.lembar,
        tabel=location.tabel,
        baris=location.baris,
        kolom=kolom or location.kolom,
        jalur=location.jalur,
        kutipan=kutipan,
        kotak=location.kotak,
    )


def evidence(part: Part, path: str, kutipan: str | None = None, kolom: str | None = None) -> BuktiTemuan:
    """Evidence at a path of a record; for an empty cell, its row."""
    return place(_nearest_place(part, path), part.berkas.berkas, kutipan, kolom)


def _nearest_place(part: Part, path: str) -> Location | None:
    """The place of a value; of another cell of its row when it is empty; else of what it is part of."""
    places = part.record.lokasi
    while path:
        if path in places:
            return places[path]
        if (beside := part.inner_places.get(path)) is not None:
            return msgspec.structs.replace(beside, kolom=None)
        path = path.rpartition(".")[0]
    return places.get("")


def scanned(part: Part) -> bool:
    """True when the text of a record's file was recognised from page images: what is missing may have been misread."""
    document = part.berkas.document
    pages = [page for page in document.pages if page.readable] if document else []
    covered = [page for page in pages if page.scanned or any(_share(page, box) > _WHOLE_PAGE for box in page.pictures)]
    return len(covered) * 2 > len(pages)


_WHOLE_PAGE = 0.85


def _share(page: Page, box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1]) / (page.width * page.height)


def absent(case: Case, offences: Iterable[Offence]) -> Verdict:
    """As judge, for things that are not there: in a scan with recognised text that is left to a person."""
    found = tuple(offences)
    if found and case.part is not None and scanned(case.part):
        return manual("Naskah berupa hasil pindai; yang tidak terbaca mungkin tetap tertulis. Periksa dengan mata.")
    return judge(found)


def certainty(part: Part, *paths: str) -> Keyakinan:
    """rendah when one of these paths of a record was read with doubt, else tinggi."""
    return "rendah" if any(path in part.record.ragu for path in paths) else "tinggi"


def least(*levels: Keyakinan) -> Keyakinan:
    """The lowest of several confidences."""
    return max(levels, key=KEYAKINAN.index)


class Check(msgspec.Struct, frozen=True):
    """A registered kind of check; about: its docstring, for the documentation."""

    name: str
    scope: Scope
    params: type[Params]
    values: frozenset[str]
    run: Callable[[Case, Any], Verdict]
    about: str


_REGISTRY: dict[str, Check] = {}
CheckFunction = Callable[[Case, Any], Verdict]


def check(name: str, scope: Scope, values: Iterable[str] = ()) -> Callable[[CheckFunction], CheckFunction]:
    """Register a kind of check; its second argument's annotation is its Params type."""

    def register(function: CheckFunction) -> CheckFunction:
        hints = get_type_hints(function)
        params = next(kind for key, kind in hints.items() if key not in ("case", "return"))
        if name in _REGISTRY:
            raise ValueError(f"check {name} is registered twice")
        about = (function.__doc__ or "").strip()
        _REGISTRY[name] = Check(name, scope, params, frozenset(values), function, about)
        return function

    return register


@cache
def registry() -> Mapping[str, Check]:
    """Every kind of check, by name: all modules of saksama.checker.checks."""
    for module in sorted(info.name for info in pkgutil.iter_modules(checks.__path__)):
        importlib.import_module(f"{checks.__name__}.{module}")
    return dict(sorted(_REGISTRY.items()))


def unknown_fields(jenis: Sequence[str], *paths: str) -> Iterable[str]:
    """Complaints about paths ("capaian.realisasi", "pihak_pertama.nama") that no record of these kinds has."""
    for path in paths:
        for kind in jenis:
            if not _has(ISI[kind], path.split(".")):
                yield f"“{path}” bukan isian rekaman {kind}.{suggest(path, _paths(ISI[kind]))}"


@cache
def _fields(struct: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """The fields of a record type: annotations are slow to evaluate, and each rule asks for the same few types."""
    return msgspec.structs.fields(struct)


def _has(kind: Any, parts: list[str]) -> bool:
    if not parts:
        return True
    structs = _structs(kind)
    for struct in structs:
        for field in _fields(struct):
            if field.encode_name == parts[0]:
                return _has(field.type, parts[1:])
    return not structs and len(parts) == 0


def _paths(kind: Any) -> Iterable[str]:
    """The paths of a record: its fields, and those of its tables and parts."""
    for struct in _structs(kind):
        for field in _fields(struct):
            yield field.encode_name
            yield from (f"{field.encode_name}.{below}" for below in _paths(field.type))


def _structs(kind: Any) -> list[Any]:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return [kind]
    return [struct for below in getattr(kind, "__args__", ()) for struct in _structs(below)]
