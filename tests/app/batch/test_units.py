"""What is taken as a unit and a year, over the layouts that people use, and what is told instead of guessed."""

from __future__ import annotations

import zipfile

import pytest

from saksama.app.batch import names
from saksama.app.batch.units import find
from saksama.app.console import JobError


def grow(top, *paths):
    """Files below a folder; a path that ends in / is an empty folder."""
    for path in paths:
        place = top / path
        if path.endswith("/"):
            place.mkdir(parents=True)
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text("isi", encoding="utf-8")
    return top


def archive(path, *members):
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as packed:
        for member in members:
            packed.writestr(member, "isi")


def taken(top):
    return [(unit.source, unit.name, unit.tahun) for unit in find(top).units]


def refused(top):
    return {one.source: one.reason for one in find(top).unclear}


@pytest.mark.parametrize(
    ("name", "year", "sort"),
    [
        ("2024", 2024, "tahun"),
        ("Tahun 2024", 2024, "tahun"),
        ("T.A. 2024", 2024, "tahun"),
        ("SAKIP_2024", 2024, "tahun"),
        ("Evaluasi 2025", None, "bagian"),
        ("LKjIP 2024", None, "bagian"),
        ("2023-2024", None, "lain"),
        ("2201", None, "lain"),
        ("Dinas Perikanan 2024", None, "unit"),
        ("01. Dinas Perikanan", None, "unit"),
        ("3 Kecamatan Sukacita", None, "unit"),
        ("Badan Perencanaan Daerah", None, "unit"),
        ("Inspektorat", None, "unit"),
        ("RSUD", None, "unit"),
        ("Dinas", None, "lain"),
        ("DISKANLA", None, "lain"),
        ("01-perencanaan", None, "bagian"),
        ("TW1", None, "bagian"),
        ("Bukti Dukung", None, "bagian"),
    ],
)
def test_what_a_name_says(name, year, sort):
    assert (names.year(name), names.sort(name)) == (year, sort)


def test_units_below_years(tmp_path):
    grow(tmp_path, "2023/Dinas A/pk.docx", "2024/Dinas A/pk/pk.docx", "2024/DISKANLA/01-perencanaan/pk.docx")
    assert taken(tmp_path) == [
        ("2023/Dinas A", "Dinas A", 2023),
        ("2024/DISKANLA", "DISKANLA", 2024),
        ("2024/Dinas A", "Dinas A", 2024),
    ]
    keys = {unit.source: unit.key for unit in find(tmp_path).units}
    assert keys["2023/Dinas A"] == keys["2024/Dinas A"] != keys["2024/DISKANLA"]


def test_years_below_units(tmp_path):
    grow(tmp_path, "Dinas A/2023/pk.docx", "Dinas A/Tahun 2024/pk.docx", "DISKANLA/2024/01-perencanaan/pk.docx")
    assert taken(tmp_path) == [
        ("DISKANLA/2024", "DISKANLA", 2024),
        ("Dinas A/2023", "Dinas A", 2023),
        ("Dinas A/Tahun 2024", "Dinas A", 2024),
    ]


def test_units_without_years(tmp_path):
    grow(tmp_path, "Dinas A/pk.docx", "Dinas B/01-perencanaan/pk.docx", "Dinas C/berkas.yaml", "Dinas D/")
    assert [name for _, name, _ in taken(tmp_path)] == ["Dinas A", "Dinas B", "Dinas C", "Dinas D"]


def test_the_folder_given_may_be_a_year_or_a_unit_of_many_years(tmp_path):
    grow(tmp_path, "2024/Dinas A/pk.docx", "Dinas X/2023/pk.docx", "Dinas X/2024/01-perencanaan/pk.docx")
    assert taken(tmp_path / "2024") == [("Dinas A", "Dinas A", 2024)]
    assert taken(tmp_path / "Dinas X") == [("2023", "Dinas X", 2023), ("2024", "Dinas X", 2024)]


def test_folders_of_units_are_passed_through(tmp_path):
    grow(
        tmp_path,
        "Kecamatan/Kecamatan A/pk.docx",
        "Kecamatan/Kecamatan B/2024/pk.docx",
        "Dinas/2024/Dinas C/pk.docx",
        "Lain/Satu/berkas.yaml",
        "Lain/Dua/berkas.yaml",
    )
    assert taken(tmp_path) == [
        ("Dinas/2024/Dinas C", "Dinas C", 2024),
        ("Kecamatan/Kecamatan A", "Kecamatan A", None),
        ("Kecamatan/Kecamatan B/2024", "Kecamatan B", 2024),
        ("Lain/Dua", "Dua", None),
        ("Lain/Satu", "Satu", None),
    ]


def test_archives_stand_for_folders(tmp_path):
    archive(tmp_path / "Dinas A.zip", "Dinas A/pk.docx")
    archive(tmp_path / "Dinas B" / "2024.zip", "pk.docx")
    archive(tmp_path / "Dinas C" / "kiriman.zip", "pk.docx")
    archive(tmp_path / "Dinas D.zip", "Dinas D/2024/pk.docx", "Dinas D/2024/iku.docx")
    (tmp_path / "Dinas E.zip").write_bytes(b"PK rusak")
    assert taken(tmp_path) == [
        ("Dinas A.zip", "Dinas A", None),
        ("Dinas B/2024.zip", "Dinas B", 2024),
        ("Dinas C/kiriman.zip", "Dinas C", None),
        ("Dinas D.zip", "Dinas D", 2024),
        ("Dinas E.zip", "Dinas E", None),
    ]


def test_archives_of_several_units_or_years_are_refused(tmp_path):
    archive(tmp_path / "Dinas A.zip", "Dinas A/2023/pk.docx", "Dinas A/2024/pk.docx")
    archive(tmp_path / "OPD.zip", "Dinas A/pk.docx", "Dinas B/pk.docx")
    archive(tmp_path / "2024.zip", "Dinas A/pk.docx")
    assert taken(tmp_path) == []
    assert set(refused(tmp_path)) == {"Dinas A.zip", "OPD.zip", "2024.zip"}
    assert all("ekstrak dahulu" in reason for reason in refused(tmp_path).values())


def test_years_are_never_mixed_in_silence(tmp_path):
    grow(tmp_path, "Dinas A/2023/pk.docx", "Dinas A/2024/pk.docx", "Dinas A/renstra.pdf")
    grow(tmp_path, "Dinas B/2023/lkjip.pdf", "Dinas B/pk.docx")
    grow(tmp_path, "Dinas C/pk.docx")
    assert [name for _, name, _ in taken(tmp_path)] == ["Dinas B", "Dinas C"]
    assert "2023, 2024" in refused(tmp_path)["Dinas A"]
    assert find(tmp_path).units[0].catatan == ("folder 2023 di dalamnya ikut diperiksa sebagai bagian unit",)


def test_units_are_never_merged_in_silence(tmp_path):
    grow(tmp_path, "OPD/catatan.txt", "OPD/Dinas A/pk.docx", "OPD/Dinas B/pk.docx")
    grow(tmp_path, "Kecamatan C/Kelurahan D/pk.docx", "Kecamatan C/Kelurahan E/pk.docx")
    grow(tmp_path, "Kecamatan F/pk.docx", "Kecamatan F/Kelurahan G/pk.docx")
    assert taken(tmp_path) == [("Kecamatan F", "Kecamatan F", None)]
    assert "Kelurahan G" in find(tmp_path).units[0].catatan[0]
    found = refused(tmp_path)
    assert set(found) == {"OPD", "Kecamatan C"}
    assert all("berkas.yaml" in reason for reason in found.values())


def test_notes_decide(tmp_path):
    grow(tmp_path, "Kecamatan C/Kelurahan D/pk.docx", "Kecamatan C/Kelurahan E/pk.docx", "Kecamatan C/berkas.yaml")
    assert taken(tmp_path) == [("Kecamatan C", "Kecamatan C", None)]


def test_what_belongs_to_no_unit_is_told(tmp_path):
    grow(tmp_path, "daftar.xlsx", "2024/rekap.xlsx", "2024/Dinas A/pk.docx", "2024/Thumbs.db", "2022/")
    layout = find(tmp_path)
    assert [unit.source for unit in layout.units] == ["2024/Dinas A"]
    assert [text.partition(":")[0] for text in layout.aside] == ["daftar.xlsx", "2022", "2024/rekap.xlsx"]


def test_our_own_results_are_no_units(tmp_path):
    grow(tmp_path, "Dinas A/pk.docx", "hasil-lama/Dinas A/lke.xlsx")
    (tmp_path / "hasil-lama" / "semua.json").write_text('{"skema": "saksama/semua/1"}', encoding="utf-8")
    assert [unit.source for unit in find(tmp_path).units] == ["Dinas A"]


@pytest.mark.parametrize(
    "paths", [["pk.docx"], ["berkas.yaml", "a/pk.docx"], ["01-perencanaan/pk.docx", "LKjIP/l.pdf"]]
)
def test_one_unit_is_sent_to_the_plain_command(tmp_path, paths):
    with pytest.raises(JobError, match="tanpa --semua"):
        find(grow(tmp_path, *paths))


def test_nothing_there(tmp_path):
    with pytest.raises(JobError, match="tidak ada folder unit"):
        find(tmp_path)


def test_an_archive_may_name_itself_and_folders(tmp_path):
    archive(tmp_path / "Dinas Perikanan.zip", "./", ".", "/", "./pk.docx", "iku.docx")
    assert taken(tmp_path) == [("Dinas Perikanan.zip", "Dinas Perikanan", None)]
