"""Files grouped into documents, and the unit and year of the whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from saksama.checker.submission import Keterangan, keterangan
from saksama.parsers.yamlfile import DataError, load_text

Make = Callable[..., Any]


def test_chapter_files_of_one_report_are_one_document(make_file: Make, make_submission: Make) -> None:
    chapters = [
        make_file("bab1.pdf", "laporan_kinerja", {"tahun": 2024, "sebagian": True}),
        make_file("bab3.pdf", "laporan_kinerja", {"sebagian": True}),
    ]
    (naskah,) = make_submission(*chapters).naskah
    assert [file.berkas for file in naskah.files] == ["bab1.pdf", "bab3.pdf"]
    assert naskah.tahun == 2024


def test_chapters_of_two_years_stay_apart(make_file: Make, make_submission: Make) -> None:
    files = [
        make_file(f"{year}-bab{n}.pdf", "laporan_kinerja", {"tahun": year, "sebagian": True})
        for year in (2023, 2024)
        for n in (1, 2)
    ]
    naskah = make_submission(*files).naskah
    assert sorted((one.tahun, len(one.files)) for one in naskah) == [(2023, 2), (2024, 2)]


def test_two_whole_reports_are_two_documents(make_file: Make, make_submission: Make) -> None:
    files = [make_file(f"{year}.pdf", "laporan_kinerja", {"tahun": year}) for year in (2023, 2024)]
    assert len(make_submission(*files).naskah) == 2


def test_two_agreements_are_two_documents_with_their_own_role(make_file: Make, make_submission: Make) -> None:
    files = [
        make_file(f"{name}.pdf", "perjanjian_kinerja", {"tahun": 2024, "pihak_pertama": {"jabatan": name}})
        for name in ("Camat", "Sekretaris")
    ]
    roles = [naskah.role for naskah in make_submission(*files).naskah]
    assert roles == ["perjanjian_kinerja|2024|camat", "perjanjian_kinerja|2024|sekretaris"]


def test_an_unreadable_or_unknown_file_is_no_document(make_file: Make, make_submission: Make) -> None:
    files = [make_file("a.pdf", "lain"), make_file("b.pdf", "lain", galat="Terkunci.")]
    whole = make_submission(*files)
    assert (whole.naskah, len(whole.files)) == ((), 2)


def test_year_and_unit_are_what_most_files_say(make_file: Make, make_submission: Make) -> None:
    records = [(2024, "Kecamatan Mekarsari"), (2024, "Kecamatan Mekarsari"), (2023, "Kecamatan Cempaka")]
    files = [
        make_file(f"{index}.pdf", "perjanjian_kinerja", {"tahun": year, "unit": unit})
        for index, (year, unit) in enumerate(records)
    ]
    whole = make_submission(*files)
    assert (whole.tahun, whole.unit) == (2024, "Kecamatan Mekarsari")


def test_what_is_said_comes_before_what_is_counted(make_file: Make, make_submission: Make) -> None:
    file = make_file("a.pdf", "perjanjian_kinerja", {"tahun": 2023, "unit": "Kecamatan Cempaka"})
    noted = Keterangan(unit="Kecamatan Mekarsari", tahun=2024)
    assert make_submission(file, keterangan=noted).tahun == 2024
    assert make_submission(file, keterangan=noted, tahun=2022).tahun == 2022
    assert make_submission(file, keterangan=noted).unit == "Kecamatan Mekarsari"


def test_parts_of_a_year_include_those_without_one(make_file: Make, make_submission: Make) -> None:
    files = [
        make_file("a.pdf", "iku", {"tahun": 2024}),
        make_file("b.pdf", "iku", {"tahun": 2020}),
        make_file("c.pdf", "iku", {"unit": "x"}),
    ]
    found = make_submission(*files).parts("iku", tahun=2024)
    assert [part.berkas.berkas for part in found] == ["a.pdf", "c.pdf"]


def test_the_order_of_files_does_not_matter(make_file: Make, make_submission: Make) -> None:
    files = [make_file(name, "iku", {"tahun": 2024}) for name in ("b.pdf", "a.pdf", "c.pdf")]
    assert make_submission(*files) == make_submission(*reversed(files))


def test_an_unknown_key_of_berkas_yaml_is_named() -> None:
    with pytest.raises(DataError, match=r"berkas.yaml:2: .*Maksud Anda “tahun”"):
        keterangan(load_text("unit: Kecamatan Mekarsari\ntahunn: 2024\n", "berkas.yaml"))


def test_an_empty_berkas_yaml_says_nothing() -> None:
    assert keterangan(load_text("", "berkas.yaml")) == Keterangan()
