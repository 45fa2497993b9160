"""What goes to another computer to judge by: everything that it takes, and nothing of where it lies here."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksama.app.batch.bundle import pack, unpack
from saksama.app.batch.order import Order
from saksama.app.batch.tasks import setting
from saksama.checker import profile, rulebook
from saksama.parsers.resources import RULES

FRAMEWORK = "id: {id}\njudul: Kerangka uji\ndasar: {base}\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A profile that extends another file, whose framework changes a third one, in several folders; returns it."""
    below = tmp_path / "rumah" / "pemkab" / "profil"
    (below / "lke").mkdir(parents=True)
    texts = {
        "daerah.yaml": "id: daerah\njudul: Daerah\nberdasar: ../provinsi.yaml\n"
        "tidak_dipilih:\n  - {aturan: PK-007, alasan: Uji}\n",
        "../provinsi.yaml": "id: provinsi-uji\njudul: Provinsi\nberdasar: kecamatan\nkerangka: profil/lke/uji.yaml\n"
        "parameter: {PKPK-012: {ambang: 60}}\n",
        "lke/uji.yaml": FRAMEWORK.format(id="uji", base="atas.yml") + "hapus: [1.a.1]\n",
        "lke/atas.yml": FRAMEWORK.format(id="atas", base="permenpan-88-2021-unit") + "hapus: [1.a.2]\n",
    }
    for name, text in texts.items():
        (below / name).write_text(text, encoding="utf-8")
    return below / "daerah.yaml"


def test_what_is_sent_judges_as_here(own: Path, tmp_path: Path) -> None:
    order = Order(str(own), None, None, "2025-03-10")
    sent, packed = pack(order)
    there = unpack(packed, sent, tmp_path / "jauh")
    assert "rumah" not in repr(sent)
    assert b"rumah" not in packed
    ours, theirs = setting(order), setting(there)
    assert ours.book.sha256 == theirs.book.sha256
    assert "PK-007" in theirs.profile.deselected
    assert (ours.profile.deselected, ours.profile.parameter) == (theirs.profile.deselected, theirs.profile.parameter)
    assert theirs.framework.id == "uji"
    assert ours.framework == theirs.framework
    assert pack(order) == pack(order)


def test_a_framework_of_ones_own_is_sent(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(own.parent)
    order = Order("kecamatan", None, "lke/uji.yaml", None)
    sent, packed = pack(order)
    there = unpack(packed, sent, tmp_path / "jauh")
    assert setting(order).framework == setting(there).framework
    assert setting(there).framework.id == "uji"


def test_a_profile_of_the_rulebook_needs_no_file(tmp_path: Path) -> None:
    order = Order("kecamatan", None, "probolinggo-30-2020", None)
    sent, packed = pack(order)
    assert (sent.profil, sent.kerangka) == ("kecamatan", "probolinggo-30-2020")
    assert unpack(packed, sent, tmp_path / "jauh").kerangka == "probolinggo-30-2020"


def test_a_profile_of_the_rulebook_may_be_named_by_its_path(tmp_path: Path) -> None:
    order = Order(str(RULES / "profil" / "kecamatan.yaml"), None, None, None)
    sent, packed = pack(order)
    assert setting(unpack(packed, sent, tmp_path / "jauh")).profile.id == "kecamatan"


def test_a_file_is_meant_from_where_the_one_that_names_it_lies(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(own.parents[2])
    found = profile.load("pemkab/profil/daerah.yaml", rulebook.load(RULES))
    assert found.parameter["PKPK-012"] == {"ambang": 60}
