"""The made-up submissions: printed from one source, complete, small, and faulty only where they are meant to be."""

from __future__ import annotations

import importlib
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import openpyxl
import pypdfium2
import pytest
from ruamel.yaml import YAML

from saksama.checker.submission import keterangan
from saksama.parsers import yamlfile
from saksama.parsers.resources import RULES, SAMPLES

pytest.importorskip("reportlab", reason="contoh dicetak ulang dengan reportlab")
NAMES = ("bersih", "bermasalah")


@pytest.fixture(scope="module")
def build() -> Iterator[ModuleType]:
    sys.path.insert(0, str(SAMPLES / "pembuat"))
    yield importlib.import_module("build")
    sys.path.remove(str(SAMPLES / "pembuat"))


@pytest.fixture(scope="module")
def rebuilt(build: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("contoh")
    build.main(folder)
    return folder


def files(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def text(path: Path) -> str:
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            return "\n".join(page.get_textpage().get_text_range() for page in document)
    if path.suffix == ".docx":
        return "|".join(re.findall(r"<w:t[ >][^<]*", zipfile.ZipFile(path).read("word/document.xml").decode()))
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        return "\n".join(str(row) for sheet in book for row in sheet.iter_rows(values_only=True))
    return path.read_text(encoding="utf-8")


def faults() -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = YAML(typ="safe").load(SAMPLES / "kesalahan.yaml")
    return data


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_files_are_those_of_the_source(rebuilt: Path, name: str) -> None:
    committed, fresh = files(SAMPLES / name), files(rebuilt / name)
    assert committed.keys() == fresh.keys()
    assert [one for one, path in committed.items() if text(path) != text(fresh[one])] == []


def test_the_list_of_faults_is_that_of_the_source(rebuilt: Path) -> None:
    assert text(SAMPLES / "kesalahan.yaml") == text(rebuilt / "kesalahan.yaml")


def test_the_same_source_gives_the_same_bytes(build: ModuleType) -> None:
    documents = build.dokumen_pengajuan(build.Sumber({}))
    for name in ("iku-2024.docx", "renja-2024.xlsx", "pk/pk-camat-2024.docx", "renstra-2021-2026.pdf"):
        one = documents[f"01-perencanaan/{name}"]
        assert build.cetak(name, one) == build.cetak(name, one), name


def test_a_fault_that_nothing_prints_is_an_error(build: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="pk/nobody/nip"):
        build._pengajuan(tmp_path / "x", build.Sumber({"pk/nobody/nip": "1"}))


def test_they_are_small() -> None:
    assert sum(path.stat().st_size for name in NAMES for path in files(SAMPLES / name).values()) < 1_500_000


@pytest.mark.parametrize("name", NAMES)
def test_berkas_yaml_names_only_files_that_are_there(name: str) -> None:
    data = keterangan(yamlfile.load(SAMPLES / name / "berkas.yaml"))
    there = files(SAMPLES / name)
    named = {*data.dokumen, *(one.berkas for one in data.bukti), *(one.dokumen for one in data.publikasi)}
    assert named <= there.keys()
    assert (data.unit, data.tahun, data.tanggal_dpa) == ("Kecamatan Mekarsari", 2024, "2024-01-02")
    assert len(data.jabatan) == 7


def test_every_fault_names_a_rule_and_a_file_that_exist() -> None:
    rules = {path.stem for path in (RULES / "aturan").rglob("*.yaml")}
    there = files(SAMPLES / "bermasalah")
    assert {one["berkas"] for one in faults()} - {None} <= there.keys()
    assert {rule for one in faults() for rule in (one["aturan"], *one.get("akibat", ()))} <= rules


def test_faults_cover_every_group_of_rules() -> None:
    groups = {one["aturan"].partition("-")[0] for one in faults()}
    assert groups == {"BRK", "PK", "RA", "PKPK", "LKJ", "IND", "NOM", "REG", "SEL", "NOT", "TL", "EVD"}
    assert len({one["aturan"] for one in faults()}) == len(faults()) >= 20


def test_a_fault_changes_only_the_file_it_names() -> None:
    clean, faulty = files(SAMPLES / "bersih"), files(SAMPLES / "bermasalah")
    changed = {name for name in clean.keys() & faulty.keys() if text(clean[name]) != text(faulty[name])}
    named = {one["berkas"] for one in faults()} - {None}
    assert changed - {"berkas.yaml"} == named
    assert len(clean.keys() - faulty.keys()) == 2
    assert not faulty.keys() - clean.keys()


@pytest.mark.parametrize("name", NAMES)
def test_a_pkpk_adds_up(name: str) -> None:
    for quarter in (2, 4):
        book = openpyxl.load_workbook(SAMPLES / name / f"02-pengukuran/pkpk-tw{quarter}-2024.xlsx")
        rows = list(book.worksheets[0].iter_rows(values_only=True))
        programs = [row for row in rows if re.match(r"7\.01\.0\d PROGRAM", str(row[8]))]
        lines = [row for row in rows if re.match(r"7\.01\.0\d\.2", str(row[8]))]
        total = next(row for row in rows if row[0] == "JUMLAH")
        for column in (9, 10):
            assert _sum(programs, column) == total[column] == _sum(lines, column)


def _sum(rows: list[tuple[Any, ...]], column: int) -> int:
    return sum(int(row[column]) for row in rows)


def test_every_nip_is_well_formed(build: ModuleType) -> None:
    people = [one for one in importlib.import_module("kecamatan").ORANG.values() if one.nip]
    assert len({one.nip for one in people}) == len(people) == 8
    pattern = r"(19[5-9]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d)(19|20)\d\d(0[1-9]|1[0-2])[12]\d{3}"
    assert all(re.fullmatch(pattern, one.nip) for one in people)
