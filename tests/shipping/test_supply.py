"""What is shipped is known: licences, wheels and the bill of materials agree with the lock files."""

from __future__ import annotations

import json
import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from shipping import licences, sbom, wheels
from shipping.locks import INSIDE, LOCKS, ROOT, TARGETS, Locked, Target, pinned, read, sets, shipped

WINDOWS, LINUX = Target("3.11", "windows"), Target("3.13", "linux")


def test_every_set_of_the_project_is_locked_with_hashes():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert shipped() == ["run", *sorted(project["optional-dependencies"])]
    assert set(sets()) - set(shipped()) == set(INSIDE)
    for name in sets():
        assert all(one.hashes and one.version for one in read(name))
    locked = {one.name for one in read("run")}
    assert {canonicalize_name(Requirement(text).name) for text in project["dependencies"]} <= locked
    for name in shipped():
        # An extra brings its own packages and changes nothing of the program's.
        assert {(one.name, one.version) for one in read("run")} <= {(one.name, one.version) for one in read(name)}


def test_a_list_for_one_kind_of_machine():
    packages = [
        Locked("numpy", "2.4.6", 'python_full_version < "3.12"', ("a" * 64,), ("saksama",)),
        Locked("numpy", "2.5.5", 'python_full_version >= "3.12"', ("b" * 64,), ("saksama",)),
        Locked("colorama", "0.4.6", 'sys_platform == "win32"', ("c" * 64, "d" * 64), ("tqdm",)),
    ]
    assert pinned(packages, WINDOWS).splitlines() == [
        f"numpy==2.4.6 --hash=sha256:{'a' * 64}",
        f"colorama==0.4.6 --hash=sha256:{'c' * 64} --hash=sha256:{'d' * 64}",
    ]
    assert pinned(packages, LINUX).splitlines() == [f"numpy==2.5.5 --hash=sha256:{'b' * 64}"]


def test_licences_are_known_and_permitted():
    assert list(licences.problems(licences.load(), licences.installed())) == []


@pytest.mark.parametrize(
    "licence, words",
    [
        ("MIT", ""),
        ("BSD-3-Clause AND 0BSD AND Zlib", ""),
        ("GPL-3.0-only OR MIT", ""),
        ("MIT AND (GPL-2.0-only OR Apache-2.0)", ""),
        ("(MIT OR Apache-2.0) AND GPL-2.0-only", "GPL-2.0-only is refused"),
        ("AGPL-3.0-or-later", "AGPL-3.0-or-later is refused"),
        ("SSPL-1.0", "SSPL-1.0 is refused"),
        ("MPL-2.0 AND MIT", "MPL-2.0 is not permissive"),
        ("LGPL-2.1-only", "LGPL-2.1-only is not permissive"),
        ("", "no licence known"),
    ],
)
def test_which_licences_pass(licence, words):
    assert (licences.refusal(licence) == "") == (words == "")
    assert words in licences.refusal(licence)


def test_what_the_check_of_licences_finds():
    facts = licences.load()
    del facts["click"]
    facts["jinja2"]["licence"] = "AGPL-3.0-only"
    facts["rich"]["licence"] = "LGPL-3.0-only"
    facts["attrs"]["copyleft"] = True
    facts["gone"] = {"versions": ["1"], "licence": "MIT", "copyleft": False}
    found = "\n".join(licences.problems(facts, licences.installed()))
    for words in (
        "(run): no facts",
        "gone: has facts, but is in no lock file",
        "jinja2: AGPL-3.0-only is refused",
        "rich: LGPL-3.0-only is not permissive",
        "attrs: its licence files name a copyleft licence",
        "says MIT, listed as LGPL-3.0-only",
    ):
        assert words in found


def test_the_list_of_licences_is_current():
    assert licences.DOC.read_text(encoding="utf-8") == licences.page(licences.load()), "run make wheels licences"


@pytest.mark.parametrize("name", shipped())
def test_the_bill_of_materials_is_current_and_valid(name):
    text = sbom.path(name).read_text(encoding="utf-8")
    assert text == sbom.bill(name), "run make sbom"
    bill = json.loads(text)
    assert bill["specVersion"] == "1.6"
    assert "timestamp" not in bill["metadata"]
    assert {(one["name"], one["version"]) for one in bill["components"]} == {(p.name, p.version) for p in read(name)}
    top = next(one for one in bill["dependencies"] if one["ref"] == "saksama")
    assert any(ref.startswith("pkg:pypi/lxml@") for ref in top["dependsOn"])


def test_the_table_of_wheels_is_current_and_lacks_none():
    rows = re.findall(r"^\| ([\w.-]+) \| ([\w.]+) \| ([^|]+) \| ([^|]+) \|", wheels.DOC.read_text("utf-8"), re.M)
    listed = {(name, version) for name, version, _, _ in rows if name != "package"}
    assert listed == {(one.name, one.version) for name in shipped() for one in read(name)}, "run make wheels"
    assert not [row for row in rows if "none" in row[2] + row[3]]


def test_which_wheel_serves_which_machine():
    files = [ROOT / name for name in ("a-1-cp311-cp311-win_amd64.whl", "a-1-cp312-abi3-manylinux_2_28_x86_64.whl")]
    one = Locked("a", "1", "", (), ())
    assert wheels._covered(one, [t for t in TARGETS if t.system == "windows"], files) == "none for 3.12, 3.13, 3.14"
    assert wheels._covered(one, [t for t in TARGETS if t.system == "linux"], files) == "none for 3.11"
    assert wheels._glibc(one, files) == "2.28"
    assert wheels._covered(one, [LINUX], [ROOT / "a-1-py3-none-any.whl"]) == "any"
    assert wheels._covered(one, [LINUX], [ROOT / "a-1-cp313-cp313-manylinux_2_34_x86_64.whl"]) == "none for 3.13"
    assert LOCKS.is_dir()
