"""A region's own framework as changes to another one: what it changes, and how its mistakes are told."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from saksama.checker import frameworks
from saksama.checker.framework import Framework
from saksama.parsers.resources import RULES
from saksama.parsers.yamlfile import DataError

BASE = "permenpan-88-2021-unit"
HEAD = f"id: uji\njudul: Kerangka uji\ndasar: {BASE}\n"
IDS = [path.stem for path in (RULES / "aturan").rglob("*.yaml")]
LAWS = ("permenpan-88-2021",)


def load(folder: Path, text: str, head: str = HEAD) -> Framework:
    path = folder / "uji.yaml"
    path.write_text(head + text, encoding="utf-8")
    return frameworks.load(str(path), RULES, IDS, LAWS)


def criteria(framework: Framework) -> dict[str, object]:
    return {k.id: k for part in framework.komponen for sub in part.subkomponen for k in sub.kriteria}


def test_what_is_not_mentioned_stays(tmp_path: Path) -> None:
    base = frameworks.load(BASE, RULES, IDS, LAWS)
    made = load(tmp_path, "")
    assert (made.id, made.judul) == ("uji", "Kerangka uji")
    assert made.komponen == base.komponen
    assert made.predikat == base.predikat


def test_weights_wordings_and_new_parts(tmp_path: Path) -> None:
    made = load(
        tmp_path,
        """
ubah:
  "2": {bobot: "20", nama: Pengukuran dan Data}
  2.c: {bobot: "5"}
  1.a.1: {teks: Lain}
hapus: [1.a.2, 4.c]
tambah:
  - di: "4"
    subkomponen: [{id: 4.d, nama: Baru, bobot: "12.5"}]
  - di: 1.c
    kriteria: [{id: 1.c.99, teks: Baru, pertanyaan: "Sudah?", aturan: [PK-007], prasyarat: [1.a.4]}]
komponen:
  - {id: "5", nama: Inovasi, bobot: "10", subkomponen: [{id: 5.a, nama: Inovasi, bobot: "10"}]}
""",
    )
    assert [(part.nama, part.bobot) for part in made.komponen][1] == ("Pengukuran dan Data", Decimal(20))
    assert [sub.id for sub in made.komponen[3].subkomponen] == ["4.a", "4.b", "4.d"]
    assert made.komponen[4].nama == "Inovasi"
    known = criteria(made)
    assert "1.a.2" not in known
    assert known["1.c.99"].aturan == ("PK-007",)
    assert known["1.a.1"].teks == "Lain"


def test_a_removed_criterion_is_no_prerequisite_any_more(tmp_path: Path) -> None:
    base = criteria(frameworks.read(BASE, RULES))
    built = next(one.id for one in base.values() if "1.a.4" in one.prasyarat)
    assert "1.a.4" not in criteria(load(tmp_path, "hapus: [1.a.4]"))[built].prasyarat


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('ubah:\n  1.a: {bobot: "5"}', "uji.yaml:5: bobot subkomponen 1 berjumlah 29, seharusnya 30."),
        ('ubah:\n  "4": {bobot: "15"}', "uji.yaml: bobot komponen berjumlah 90, seharusnya 100."),
        ("hapus: [4.c]", "uji.yaml:4: bobot subkomponen 4 berjumlah 12.5, seharusnya 25."),
        ("ubah:\n  1.z: {nama: x}", "uji.yaml:5: “1.z” tidak ada pada kerangka dasarnya."),
        ('ubah:\n  1.a.1: {bobot: "5"}', "uji.yaml:5: isian “bobot” tidak ada pada kriteria seperti 1.a.1."),
        ("ubah:\n  1.a.1: {atruan: []}", "uji.yaml:5: isian “atruan”"),
        ("ubah:\n  1.a.1: {aturan: [PK-977]}", "uji.yaml:5: aturan “PK-977” pada 1.a.1 tidak ada."),
        ("ubah:\n  1.a.1: {prasyarat: [9.9.9]}", "uji.yaml:5: prasyarat “9.9.9” pada 1.a.1 bukan kriteria."),
        ("tambah:\n  - di: 1.a.1\n    kriteria: [{id: x, teks: x, pertanyaan: x}]", "uji.yaml:5: kriteria tidak dapat"),
        ("tambah:\n  - di: 1.a\n    kriteria: [{id: 1.b.1, teks: x, pertanyaan: x}]", "uji.yaml:6: “1.b.1” sudah ada"),
        ("peraturan: perbup-1", "uji.yaml:4: peraturan “perbup-1” tidak dikenal."),
        ("penuh: ZZ", "gradasi “ZZ” tidak dikenal."),
    ],
)
def test_mistakes_are_told_with_their_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(DataError) as caught:
        load(tmp_path, text)
    assert told in str(caught.value)


def test_an_unknown_base_and_a_circle_are_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"uji.yaml:3: kerangka dasar “permenpan-88” tidak ada. Maksud Anda"):
        load(tmp_path, "", HEAD.replace(BASE, "permenpan-88"))
    with pytest.raises(DataError, match="merujuk dirinya sendiri"):
        load(tmp_path, "", HEAD.replace(BASE, f"{tmp_path}/uji.yaml"))


def test_an_overlay_may_build_on_an_overlay(tmp_path: Path) -> None:
    (tmp_path / "atas.yaml").write_text(HEAD + "hapus: [1.a.2]", encoding="utf-8")
    made = load(tmp_path, "hapus: [1.a.1]", HEAD.replace(BASE, f"{tmp_path}/atas.yaml"))
    assert next(id_ for id_ in criteria(made) if id_.startswith("1.a.")) == "1.a.3"
