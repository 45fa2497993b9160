"""The version of the readers changes with what they are, and costs little."""

from __future__ import annotations

import shutil

import pytest

from saksama import parsers
from saksama.app.work import version
from saksama.app.work.version import reader_version
from saksama.parsers.resources import ROOT, RULES


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A copy of readers and words, to be changed."""
    shutil.copytree(ROOT / "parsers", tmp_path / "parsers")
    shutil.copytree(RULES, tmp_path / "rules")
    monkeypatch.setattr(parsers, "__file__", str(tmp_path / "parsers" / "__init__.py"))
    monkeypatch.setattr(version, "RULES", tmp_path / "rules")
    reader_version.cache_clear()
    yield tmp_path
    reader_version.cache_clear()


def test_it_changes_with_code_words_and_libraries(own, monkeypatch):
    seen = set()

    def look() -> None:
        reader_version.cache_clear()
        seen.add(reader_version())

    look()
    look()
    assert len(seen) == 1
    for name in ("parsers/pdf/grid.py", "rules/kosakata.yaml", "rules/jenis.yaml"):
        path = own / name
        path.write_bytes(path.read_bytes() + b"# lain\n")
        look()
    monkeypatch.setattr(version, "_version", lambda name: "99" if name == "rapidocr" else "1")
    look()
    assert len(seen) == 5


def test_a_rule_is_not_about_reading(own):
    before = reader_version()
    path = own / "rules" / "aturan" / "pk" / "PK-001.yaml"
    path.write_bytes(path.read_bytes() + b"# lain\n")
    reader_version.cache_clear()
    assert reader_version() == before
