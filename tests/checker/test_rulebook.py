"""A slip in a rule file stops the load with one Indonesian sentence, file and line, and what was probably meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from saksama.checker import profile, rulebook
from saksama.checker.rulebook import BoundRule
from saksama.parsers.yamlfile import DataError

MakeRule = Callable[..., BoundRule]
SLIPS = [
    ("keparahan: mayor", "keparahann: mayor", 4, "Maksud Anda “keparahan”?"),
    ("keparahan: mayor", "keparahan: major", 4, "Maksud Anda “mayor”?"),
    ("status: aktif", "status: aktip", 3, "Maksud Anda “aktif”?"),
    ("periksa: isian_terisi", "periksa: isian_terisii", 9, "Maksud Anda “isian_terisi”?"),
    ("peraturan: praktik", "peraturan: praktek", 6, "Maksud Anda “praktik”?"),
    ("jenis: [perjanjian_kinerja]", "jenis: [perjanjian_kerja]", 8, "Maksud Anda “perjanjian_kinerja”?"),
    ("jenis: [perjanjian_kinerja]", "jenis: perjanjian_kinerja", 8, "harus berupa daftar, bukan teks"),
    ("  isian: {", "  isiann: {", 11, "Maksud Anda “isian”?"),
    ("pihak_pertama.nama: nama", "pihak_pertama.namaa: nama", 10, "Maksud Anda “pihak_pertama.nama”?"),
    ("tanpa {isian}", "tanpa {isin}", 12, "Maksud Anda “isian”?"),
    ("tanpa {isian}", "tanpa {isian", 12, "kurung kurawal pada “pesan” tidak benar"),
    ("  - temuan:", "  - temuann:", 16, "setiap contoh memerlukan tepat satu hasil"),
    ("  - temuan: {pihak_pertama: {jabatan: Camat}}", "  - telaah_manual: {}", 14, "temuan"),
    ("berlaku_untuk:", "  berlaku_untuk:", 8, "penulisan YAML tidak benar"),
    ("judul: Judul", "judul: Judul: yang", 2, "titik dua harus diapit tanda kutip"),
    ("id: XX-001", "id: XX-01", 1, "tidak ditulis dalam bentuk yang benar"),
    ("id: XX-001", "id: XX-002", 1, "tidak sama dengan nama berkas"),
    ("judul: Judul aturan contoh", 'judul: ""', 2, "kosong atau terlalu pendek"),
]


@pytest.mark.parametrize(("right", "wrong", "line", "says"), SLIPS, ids=[wrong.strip() for _, wrong, _, _ in SLIPS])
def test_a_slip_is_named(make_rule: MakeRule, rule_text: str, right: str, wrong: str, line: int, says: str) -> None:
    assert right in rule_text
    with pytest.raises(DataError) as caught:
        make_rule(rule_text.replace(right, wrong, 1))
    assert says in caught.value.message
    assert (caught.value.file, caught.value.line) == ("rules/aturan/xx/XX-001.yaml", line)
    assert "\n" not in str(caught.value)


def test_a_missing_key_is_named(make_rule: MakeRule, rule_text: str) -> None:
    with pytest.raises(DataError, match="isian “saran” belum ada"):
        make_rule(rule_text.replace("saran: Isi {isian}.\n", ""))


def test_a_key_written_twice_is_named(make_rule: MakeRule, rule_text: str) -> None:
    with pytest.raises(DataError, match="keparahan"):
        make_rule(rule_text.replace("keparahan: mayor\n", "keparahan: mayor\nkeparahan: minor\n"))


def test_a_rule_may_be_a_draft_without_both_examples(make_rule: MakeRule, rule_text: str) -> None:
    text = rule_text.replace("status: aktif", "status: draf").replace("  - lulus: {pihak_pertama: {nama: Sari}}\n", "")
    assert make_rule(text).rule.status == "draf"


def test_the_same_id_in_two_folders_stops_the_load(rules_folder: Path) -> None:
    original = rules_folder / "aturan" / "pk" / "PK-003.yaml"
    (rules_folder / "aturan" / "brk" / "PK-003.yaml").write_bytes(original.read_bytes())
    with pytest.raises(DataError, match="PK-003 sudah ada"):
        rulebook.load(rules_folder)


def test_a_topic_with_an_unknown_rule_stops_the_load(rules_folder: Path) -> None:
    path = rules_folder / "topik.yaml"
    path.write_text("contoh: {frasa: [contoh], aturan: [PK-0031]}\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"topik.yaml:1: aturan “PK-0031” tidak ada. Maksud Anda “PK-"):
        rulebook.load(rules_folder)


def test_an_empty_rules_folder_is_said(rules_folder: Path) -> None:
    for path in (rules_folder / "aturan").rglob("*.yaml"):
        path.unlink()
    with pytest.raises(DataError, match="tidak ada satu pun aturan"):
        rulebook.load(rules_folder)


def test_the_hash_follows_what_can_change_a_verdict(rules_folder: Path) -> None:
    before = rulebook.load(rules_folder).sha256
    path = rules_folder / "aturan" / "pkpk" / "PKPK-012.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("ambang: 75", "ambang: 80"), encoding="utf-8")
    assert rulebook.load(rules_folder).sha256 != before


def write_profile(folder: Path, text: str) -> str:
    (folder / "profil" / "uji.yaml").write_text(text, encoding="utf-8")
    return "uji"


def test_a_profile_changes_selection_severity_and_parameters(rules_folder: Path) -> None:
    book = rulebook.load(rules_folder)
    name = write_profile(
        rules_folder,
        "id: uji\njudul: Uji\nberdasar: kabupaten-kota\n"
        "tidak_dipilih: [{aturan: PK-003, alasan: Tidak dipakai di sini.}]\n"
        "keparahan: {PK-007: info}\nparameter: {PKPK-012: {ambang: 60}}\n",
    )
    chosen = profile.load(name, book)
    assert chosen.deselected["PK-003"] == "Tidak dipakai di sini."
    assert chosen.keparahan["PK-007"] == "info"
    assert chosen.parameter["PKPK-012"] == {"ambang": 60}
    assert chosen.rules["PKPK-012"].params.ambang == 60  # type: ignore[attr-defined]
    assert book["PKPK-012"].params.ambang == 75  # type: ignore[attr-defined]


def test_an_overlay_can_choose_a_rule_again(rules_folder: Path) -> None:
    book = rulebook.load(rules_folder)
    name = write_profile(rules_folder, "id: uji\njudul: Uji\nberdasar: kecamatan\ndipilih: [LKJ-024]\n")
    assert "LKJ-024" in profile.load("kecamatan", book).deselected
    assert "LKJ-024" not in profile.load(name, book).deselected


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("keparahan: {PK-0077: info}", "Maksud Anda “PK-007”?"),
        ("parameter: {PKPK-012: {ambangg: 60}}", "Maksud Anda “ambang”?"),
        ("parameter: {PKPK-012: {ambang: rendah}}", "harus berupa bilangan"),
        ("berdasarr: x", "Maksud Anda “berdasar”?"),
    ],
)
def test_a_slip_in_a_profile_is_named_with_its_line(rules_folder: Path, body: str, says: str) -> None:
    book = rulebook.load(rules_folder)
    name = write_profile(rules_folder, f"id: uji\njudul: Uji\nberdasar: kabupaten-kota\n{body}\n")
    with pytest.raises(DataError) as caught:
        profile.load(name, book)
    assert says in caught.value.message
    assert (caught.value.file, caught.value.line) == ("rules/profil/uji.yaml", 4)


def test_a_profile_that_extends_itself_is_refused(rules_folder: Path) -> None:
    book = rulebook.load(rules_folder)
    name = write_profile(rules_folder, "id: uji\njudul: Uji\nberdasar: uji\n")
    with pytest.raises(DataError, match="merujuk dirinya sendiri"):
        profile.load(name, book)


def test_an_unknown_profile_is_told_with_the_choices(rules_folder: Path) -> None:
    with pytest.raises(DataError, match="Maksud Anda “kecamatan”"):
        profile.load("kecamatn", rulebook.load(rules_folder))
