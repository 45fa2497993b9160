"""The rulebook: rules/ read, checked against the schema and typed. Any unknown word stops the load with file and line.

One rule is one file named after its id. Sources: the shape is ours; every rule names its own legal basis in `dasar`.
"""

from __future__ import annotations

import hashlib
import re
import string
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from saksama.checker import regulations, topics
from saksama.checker.checks.base import Check, Params, registry
from saksama.checker.run import Keparahan, Status
from saksama.checker.typed import convert, suggest
from saksama.parsers import yamlfile
from saksama.parsers.records.types import JENIS, Tingkat
from saksama.parsers.resources import RULES
from saksama.parsers.yamlfile import DataError, YamlFile

RuleId = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2,4}-[0-9]{3}$")]
Sentence = Annotated[str, msgspec.Meta(min_length=3)]


class Dasar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Legal basis: a key of rules/peraturan.yaml, the part of it, and a short quotation."""

    peraturan: str
    bagian: str
    kutipan: str | None = None

    def __str__(self) -> str:
        return f"{self.peraturan} {self.bagian}"


class Berlaku(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the rule applies to: kinds of document, and for PK the levels of office.

    hanya_bila_ada: nobody must hand in such a document; without one the rule does not apply.
    """

    jenis: tuple[str, ...] = ()
    tingkat: tuple[Tingkat, ...] = ()
    hanya_bila_ada: bool = False


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One rule file. dengan: parameters of the check kind; contoh: examples that run as tests.

    rekomendasi: what an LHE recommends, where that is not saran; empty for a finding on how the files were handed in,
    which is no matter of an LHE.
    """

    id: RuleId
    judul: Sentence
    status: Literal["draf", "aktif", "pensiun"]
    keparahan: Keparahan
    dasar: Annotated[tuple[Dasar, ...], msgspec.Meta(min_length=1)]
    alasan: Sentence
    berlaku_untuk: Berlaku
    periksa: str
    dengan: dict[str, Any] = {}
    pesan: Sentence
    saran: Sentence
    rekomendasi: str | None = None
    telaah: str | None = None
    contoh: Annotated[tuple[dict[str, Any], ...], msgspec.Meta(min_length=1)]


class BoundRule(msgspec.Struct, frozen=True):
    """A rule with its check kind and typed parameters, ready to run."""

    rule: Rule
    check: Check
    params: Params
    file: str

    @property
    def id(self) -> str:
        """The rule's id."""
        return self.rule.id


class Identity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """rules/rulebook.yaml."""

    id: str
    versi: str
    judul: str


class Rulebook(msgspec.Struct, frozen=True):
    """All rules by id; sha256 is over every data file that can change a verdict."""

    identity: Identity
    sha256: str
    rules: Mapping[str, BoundRule]
    folder: Path

    def __getitem__(self, rule_id: str) -> BoundRule:
        return self.rules[rule_id]


def load(folder: Path = RULES) -> Rulebook:
    """Read and check a rules folder; raises DataError (Indonesian, with file and line) at the first mistake."""
    identity = convert(yamlfile.load(folder / "rulebook.yaml", "rules/rulebook.yaml"), Identity)
    paths = sorted((folder / "aturan").rglob("*.yaml"))
    laws = regulations.load(folder / "peraturan.yaml").keys()
    rules: dict[str, BoundRule] = {}
    for path in paths:
        bound = load_rule(yamlfile.load(path, f"rules/{path.relative_to(folder).as_posix()}"), path.stem, laws)
        if bound.id in rules:
            raise DataError(bound.file, 1, f"aturan {bound.id} sudah ada di {rules[bound.id].file}.")
        rules[bound.id] = bound
    if not rules:
        raise DataError("rules/aturan", None, "tidak ada satu pun aturan di folder ini.")
    topics.load(folder / "topik.yaml", rules)
    return Rulebook(identity, _digest(folder), dict(sorted(rules.items())), folder)


def load_rule(file: YamlFile, stem: str, laws: Iterable[str]) -> BoundRule:
    """One rule file checked and bound to its check kind; raises DataError with the line."""
    rule = convert(file, Rule)
    if rule.id != stem:
        raise DataError(file.name, file.line(("id",)), f"id “{rule.id}” tidak sama dengan nama berkas “{stem}.yaml”.")
    for index, jenis in enumerate(rule.berlaku_untuk.jenis):
        if jenis not in JENIS:
            line = file.line(("berlaku_untuk", "jenis", index))
            raise DataError(file.name, line, f"jenis dokumen “{jenis}” tidak dikenal.{suggest(jenis, JENIS)}")
    known = list(laws)
    for index, dasar in enumerate(rule.dasar):
        if dasar.peraturan not in known:
            line = file.line(("dasar", index, "peraturan"))
            message = f"peraturan “{dasar.peraturan}” tidak ada di rules/peraturan.yaml."
            raise DataError(file.name, line, message + suggest(dasar.peraturan, known))
    kind = registry().get(rule.periksa)
    if kind is None:
        message = f"jenis pemeriksaan “{rule.periksa}” tidak dikenal.{suggest(rule.periksa, registry())}"
        raise DataError(file.name, file.line(("periksa",)), message)
    params = bind(file, rule, kind)
    _check_message(file, rule, kind)
    _check_examples(file, rule)
    return BoundRule(rule, kind, params, file.name)


def bind(file: YamlFile, rule: Rule, kind: Check, overrides: Mapping[str, Any] | None = None) -> Params:
    """The typed parameters of a rule, with those of a profile on top; raises DataError."""
    data = {**rule.dengan, **(overrides or {})}
    merged = YamlFile(file.name, {"dengan": data}, file.lines)
    params = convert(merged, kind.params, ("dengan",))
    for problem in params.problems(rule.berlaku_untuk.jenis):
        raise DataError(file.name, file.line(("dengan",)), problem)
    return params


def _check_message(file: YamlFile, rule: Rule, kind: Check) -> None:
    for key, text in (("pesan", rule.pesan), ("saran", rule.saran), ("rekomendasi", rule.rekomendasi or "")):
        try:
            names = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
        except ValueError as error:
            message = f"kurung kurawal pada “{key}” tidak benar; nilai ditulis seperti {{indikator}}."
            raise DataError(file.name, file.line((key,)), message) from error
        for name in sorted(names - kind.values):
            message = f"“{{{name}}}” pada “{key}” bukan nilai dari pemeriksaan {kind.name}.{suggest(name, kind.values)}"
            raise DataError(file.name, file.line((key,)), message)


EXAMPLE_STATUS: tuple[Status, ...] = ("lulus", "temuan", "tidak_berlaku", "tidak_ada", "telaah_manual")


def _check_examples(file: YamlFile, rule: Rule) -> None:
    for index, example in enumerate(rule.contoh):
        line = file.line(("contoh", index))
        states = [key for key in example if key in EXAMPLE_STATUS]
        extra = set(example) - set(EXAMPLE_STATUS) - {"jumlah", "pesan", "nama"}
        if len(states) != 1:
            raise DataError(file.name, line, "setiap contoh memerlukan tepat satu hasil (lulus, temuan, ...).")
        for key in sorted(extra):
            raise DataError(file.name, line, f"isian contoh “{key}” tidak dikenal.{suggest(key, EXAMPLE_STATUS)}")
    if rule.status == "aktif":
        for wanted in ("lulus", "temuan"):
            if not any(wanted in example for example in rule.contoh):
                raise DataError(file.name, file.line(("contoh",)), f"aturan aktif memerlukan contoh “{wanted}”.")


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and re.fullmatch(r"\.(yaml|tsv)", path.suffix):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
            digest.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()
