"""Small rulebooks and submissions for the tests of the checker."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from saksama.checker import regulations
from saksama.checker.profile import Profile
from saksama.checker.rulebook import BoundRule, load_rule
from saksama.checker.submission import Keterangan, Submission, assemble
from saksama.parsers.berkas import Berkas
from saksama.parsers.model import Document, Location
from saksama.parsers.records.types import At, build
from saksama.parsers.resources import RULES
from saksama.parsers.yamlfile import load_text

RULE = """\
id: XX-001
judul: Judul aturan contoh
status: aktif
keparahan: mayor
dasar:
  - {peraturan: praktik, bagian: contoh}
alasan: Supaya ada yang diuji.
berlaku_untuk: {jenis: [perjanjian_kinerja]}
periksa: isian_terisi
dengan:
  isian: {pihak_pertama.nama: nama}
pesan: "Pihak pertama tanpa {isian}."
saran: Isi {isian}.
contoh:
  - lulus: {pihak_pertama: {nama: Sari}}
  - temuan: {pihak_pertama: {jabatan: Camat}}
"""


def rule(text: str = RULE, name: str = "XX-001") -> BoundRule:
    """A rule from its text, bound as the rulebook does it."""
    laws = regulations.load(RULES / "peraturan.yaml").keys()
    return load_rule(load_text(text, f"rules/aturan/xx/{name}.yaml"), name, laws)


def profile(*rules: BoundRule, deselected: Mapping[str, str] | None = None) -> Profile:
    """A profile of these rules alone."""
    return Profile("uji", "uji", "uji", {one.id: one for one in rules}, deselected or {}, {}, {})


def berkas(name: str, jenis: str, *records: Mapping[str, Any], **more: Any) -> Berkas:
    """A read file with records; every value stands at page 1, row 1 of table 1 unless an At says otherwise."""
    here = Location(name, halaman=1, tabel=1, baris=1)

    def placed(value: Any) -> Any:
        if isinstance(value, Mapping):
            return {key: placed(below) for key, below in value.items()}
        if isinstance(value, list):
            return [placed(below) for below in value]
        return value if isinstance(value, At) else At(value, here)

    built = tuple(build(jenis, placed(record), Location(name)) for record in records)
    common: dict[str, Any] = {
        "sha256": name,
        "pembaca": "uji",
        "keyakinan": "tinggi",
        "document": Document(name, name, "uji", ()),
    }
    return Berkas(berkas=name, jenis=jenis, records=built, **{**common, **more})


def submission(*files: Berkas, **more: Any) -> Submission:
    """The submission these files make up."""
    return assemble(files, more.pop("keterangan", Keterangan()), **more)


@pytest.fixture
def make_rule() -> Callable[..., BoundRule]:
    return rule


@pytest.fixture
def make_profile() -> Callable[..., Profile]:
    return profile


@pytest.fixture
def make_file() -> Callable[..., Berkas]:
    return berkas


@pytest.fixture
def make_submission() -> Callable[..., Submission]:
    return submission


@pytest.fixture
def rule_text() -> str:
    """A rule file that loads, to be spoilt."""
    return RULE


@pytest.fixture
def rules_folder(tmp_path: Path) -> Path:
    """A copy of the shipped rules, to be spoilt."""
    target = tmp_path / "rules"
    shutil.copytree(RULES, target, ignore=shutil.ignore_patterns("nomenklatur", "schema"))
    return target
