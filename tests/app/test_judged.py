"""A run comes from the cache only where all that it depends on is the same, and is then the very same bytes."""

import json
import shutil

import pytest

from saksama.app import setting
from saksama.app.work.cache import Cache
from saksama.app.work.cache import folder as place
from saksama.checker import engine
from saksama.checker.checks.base import Verdict
from saksama.parsers.resources import RULES, SAMPLES


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """An empty cache."""
    monkeypatch.setenv("SAKSAMA_TEMBOLOK", str(tmp_path / "tembolok"))
    monkeypatch.setenv("SAKSAMA_DATA", str(tmp_path / "data"))
    return Cache(place())


@pytest.fixture
def loaded(saksama, monkeypatch):
    """How often a rulebook was loaded: once for each run that was judged."""
    seen = []
    real = setting.load_setting

    def counted(*args):
        seen.append(args)
        return real(*args)

    monkeypatch.setattr(setting, "load_setting", counted)
    return seen


@pytest.fixture
def check(saksama, folder, loaded):
    """run.json of the submission, and whether it was judged anew."""

    def call(*options):
        loaded.clear()
        done = saksama("periksa", folder, "--format", "json", *options)
        assert done.code != 2, done.err
        return done.out, bool(loaded)

    return call


def test_an_unchanged_submission_is_judged_once(check):
    first, judged = check()
    assert judged
    assert check() == (first, False)
    assert check("--tanpa-tembolok") == (first, True)


def test_a_whole_submission_has_the_same_papers_and_says_the_same(saksama, tmp_path, loaded):
    def papers(name, *options):
        done = saksama(
            "periksa", SAMPLES / "bermasalah", "--tanggal", "2025-03-10", "--hasil", tmp_path / name, *options
        )
        contents = {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        return done.code, done.out.replace(str(tmp_path / name), ""), done.err, contents

    fresh = papers("a", "--tanpa-tembolok")
    assert papers("b") == fresh
    loaded.clear()
    assert papers("c") == fresh
    assert not loaded


@pytest.mark.parametrize(
    "options",
    [
        ("--tanggal", "2025-03-10"),
        ("--tahun", "2023"),
        ("--profil", "kecamatan"),
        ("--kerangka", "probolinggo-30-2020"),
    ],
)
def test_other_options_ask_for_another_run(check, options):
    check()
    _, judged = check(*options)
    assert judged
    _, judged = check(*options)
    assert not judged


def test_what_lies_beside_the_documents_counts(check, folder):
    first, _ = check()
    (folder / "berkas.yaml").write_text("unit: Kecamatan Lain\n")
    other, judged = check()
    assert judged
    assert json.loads(other)["unit"] == "Kecamatan Lain"
    (folder / "berkas.yaml").unlink()
    assert check() == (first, False)
    waiver = "- {aturan: BRK-001, dokumen: '-', jangkar: renstra, alasan: ada, oleh: Irban, sampai: 2030-01-01}\n"
    (folder / "pengecualian.yaml").write_text(waiver)
    assert check()[1]
    (folder / "pengecualian.yaml").write_text(waiver.replace("2030", "2020"))
    assert check()[1]
    (folder / "pengecualian.yaml").unlink()
    shutil.copy(folder / "iku.docx", folder / "iku-2.docx")
    assert check()[1]
    (folder / "iku-2.docx").unlink()
    assert check() == (first, False)


def test_answers_count(check, folder):
    run = json.loads(check()[0])
    answers = {"skema": "saksama/jawaban/1", "kerangka": run["lke"]["kerangka"], "jawaban": {}}
    for reason in ("a", "b"):
        (folder / "jawaban.json").write_text(
            json.dumps(answers | {"reviu": {run["reviu"][0]["id"]: {"jawaban": "ya", "catatan": reason}}})
        )
        told, judged = check()
        assert judged
        assert json.loads(told)["reviu"][0]["catatan_pereviu"] == reason


def test_a_rulebook_that_changed_judges_again(check, tmp_path):
    rules = tmp_path / "aturan"
    shutil.copytree(RULES, rules)
    first, _ = check("--aturan", rules)
    assert check("--aturan", rules) == (first, False)
    path = rules / "aturan" / "brk" / "BRK-001.yaml"
    path.write_text(path.read_text("utf-8").replace("keparahan: kritis", "keparahan: info"))
    other, judged = check("--aturan", rules)
    assert judged
    assert other != first


def test_a_profile_of_ones_own_is_looked_at_again(check, tmp_path):
    base, own = tmp_path / "dasar.yaml", tmp_path / "profil.yaml"
    base.write_text("id: dasar\njudul: Dasar\nberdasar: kabupaten-kota\nkeparahan: {BRK-001: minor}\n")
    own.write_text(f"id: sendiri\njudul: Sendiri\nberdasar: {base}\n")
    first, _ = check("--profil", own)
    assert check("--profil", own) == (first, False)
    base.write_text(base.read_text("utf-8").replace("minor", "info"))
    other, judged = check("--profil", own)
    assert judged
    assert other != first


def test_an_edition_of_the_nomenclature_that_came_in_judges_again(check, tmp_path):
    check()
    place = tmp_path / "data" / "nomenklatur" / "uji.tsv"
    place.parent.mkdir(parents=True)
    place.write_text(
        next((RULES / "nomenklatur").glob("*.tsv")).read_text("utf-8").replace("# edisi: ", "# edisi: Uji ")
    )
    assert check()[1]


def test_a_damaged_entry_is_judged_again(check, cache):
    first, _ = check()
    for path in cache.place.iterdir():
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    assert check() == (first, True)
    assert check() == (first, False)


@pytest.mark.parametrize("made", [b"", b"[]\n{}", b"{}\n", b"\xff\n", b"[" * 100_000])
def test_an_entry_that_somebody_else_made_is_judged_again(check, cache, made):
    first, _ = check()
    (key,) = (path.stem for path in cache.place.iterdir() if (cache.get(path.stem) or b"").startswith(b"[]\n{"))
    cache.put(key, made)
    assert check() == (first, True)


def test_a_run_with_a_broken_rule_is_not_kept(check, saksama, folder, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(engine, "_call", lambda *_: Verdict("galat", "rusak"))
        assert saksama("periksa", folder, "--format", "json").code == 2
    assert check()[1]
