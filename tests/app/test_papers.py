"""Papers come from the cache only for the very same run, and are the very same bytes."""

import msgspec
import pytest

from saksama.app import papers
from saksama.app.judged import Judged
from saksama.app.papers import making
from saksama.app.results import PAPERS
from saksama.app.work.cache import Cache
from saksama.app.work.cache import folder as place
from saksama.checker.run import from_json, to_json


@pytest.fixture
def run(saksama, folder, tmp_path, monkeypatch):
    monkeypatch.setenv("SAKSAMA_TEMBOLOK", str(tmp_path / "tembolok"))
    return from_json(saksama("periksa", folder, "--format", "json", "--tanpa-tembolok").out.encode())


@pytest.fixture
def made(monkeypatch):
    """The formats that were really rendered."""
    seen = []
    real = papers.rendered

    def counted(run, name):
        seen.append(name)
        return real(run, name)

    monkeypatch.setattr(papers, "rendered", counted)
    return seen


def _all(run, *, without=False):
    with making(Judged(run, to_json(run)), None if without else Cache(place())) as make:
        return [make(name) for name in PAPERS]


def test_papers_of_an_equal_run_are_made_once(run, made):
    first = _all(run)
    assert sorted(made) == sorted(set(PAPERS) - {"json"})
    made.clear()
    assert _all(run) == first
    assert made == []
    assert _all(run, without=True) == first


def test_another_run_has_other_papers(run, made):
    _all(run)
    made.clear()
    other = msgspec.structs.replace(run, unit="Dinas Lain")
    assert _all(other) == _all(other, without=True)
    assert "html" in made


def test_another_program_makes_them_again(run, made, monkeypatch):
    _all(run)
    made.clear()
    monkeypatch.setattr(papers, "program_version", lambda: "lain")
    _all(run)
    assert "lke" in made


def test_nothing_is_kept_without_the_cache(run):
    _all(run, without=True)
    assert not Cache(place()).place.exists()
