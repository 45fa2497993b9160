from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksama.parsers.numbers import (
    canonical_unit,
    is_blank,
    parse_number,
    parse_rupiah,
    predicate_grade,
    scale_of,
    split_target,
)


@pytest.mark.parametrize(
    ("text", "nilai", "satuan", "lain"),
    [
        ("98,50 %", "98.50", "%", None),
        ("55.56 persen", "55.56", "persen", None),
        ("Rp. 4.000,-", "4000", None, None),
        ("4,6 Milyar", "4600000000", None, None),
        ("Rp 2,5 M", "2500000000", None, None),
        ("9 Juta", "9000000", None, None),
        ("2,376,201,891.50", "2376201891.50", None, None),
        ("1.397.870.000,00", "1397870000.00", None, None),
        ("174610000", "174610000", None, None),
        ("3,000", "3.000", None, "3000"),
        ("3,000 poin (tahun 2017)", "3.000", "poin", "3000"),
        ("175.000", "175000", None, "175.000"),
        ("98.500 %", "98.500", "%", "98500"),
        ("0,500", "0.500", None, None),
        ("2 (dua) dokumen", "2", "dokumen", None),
        ("100 % (Hijau)", "100", "%", None),
        ("5 m2", "5", "m2", None),
        ("3 Orang/bln", "3", "Orang/bln", None),
        ("-5,3", "-5.3", None, None),
        ("(99.85)", "-99.85", None, None),
        ("Rp 4. 868.180.000,-", "4868180000", None, None),
        ("Rp. 999.999.999,", "999999999", None, None),
        ("Nilai 80,5", "80.5", None, None),
        ("683.394.325.00", "683394325", None, "683394325000"),
    ],
)
def test_number_is_read_with_unit_and_second_reading(text, nilai, satuan, lain):
    angka = parse_number(text)
    assert angka is not None
    assert angka.nilai == Decimal(nilai)
    assert angka.satuan == satuan
    assert angka.lain == (None if lain is None else Decimal(lain))
    assert angka.teks == text


@pytest.mark.parametrize(
    "text",
    [
        *("", None, "-", "–", "n/a", "WTP", "A (83)", "Level 3 (3,35)", "88/100.000 KH", "5,6 /1000 KH", "1 dan 33"),
        *("3 s.d 5", "90% / 20%", "12 Angkatan/240 Orang", "(Rp.000)", "(1)", "14 = 7 + 13", "1.", "7.01.01.2.01"),
        *("21.11.2024", "< 5", "95 - 100", "1.23,45.6", "2 November 2020", "tdk dpt diprediksi", "1,23,456"),
    ],
)
def test_what_is_not_one_number_is_none(text):
    assert parse_number(text) is None


@given(st.integers(min_value=0, max_value=10**15), st.integers(min_value=0, max_value=99))
def test_printed_in_either_style_a_number_is_read_back(whole, cents):
    value = Decimal(whole) + Decimal(cents) / 100
    us = f"{value:,.2f}"
    indonesian = us.translate(str.maketrans(",.", ".,"))
    assert parse_number(us).nilai == value
    assert parse_number(indonesian).nilai == value
    assert parse_number(f"{indonesian} %").nilai == value
    assert parse_rupiah(f"Rp. {indonesian}") == int(value + Decimal("0.5"))


@given(st.integers(min_value=0, max_value=10**15))
def test_whole_amounts_are_read_in_either_style(whole):
    assert parse_rupiah(f"Rp. {whole:,}".replace(",", ".") + ",-") == whole
    assert parse_rupiah(f"{whole:,}") == whole
    assert parse_rupiah(str(whole)) == whole


@given(st.integers(min_value=1, max_value=999), st.integers(min_value=0, max_value=999))
def test_one_separator_before_three_digits_keeps_both_readings(left, right):
    both = {Decimal(left * 1000 + right), Decimal(f"{left}.{right:03}")}
    for separator in ".,":
        angka = parse_number(f"{left}{separator}{right:03}")
        assert {angka.nilai, angka.lain} == both


@pytest.mark.parametrize("text", ["5 dokumen", "98 %", "-", "", None, "WTP", "Rp", "1 dan 2"])
def test_amount_of_something_else_is_no_rupiah(text):
    assert parse_rupiah(text) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("98 %", ("98", "%")),
        ("78%", ("78", "%")),
        ("55.56 persen", ("55.56", "persen")),
        ("175.000 SBM", ("175.000", "SBM")),
        ("16 Titik", ("16", "Titik")),
        ("≥ 90 %", ("≥ 90", "%")),
        ("< inflasi nasional", ("< inflasi nasional", None)),
        ("15 kegiatan/ usaha", ("15", "kegiatan/ usaha")),
        ("1,089,732.21 ton", ("1,089,732.21", "ton")),
        ("Level 3 (3,35)", ("Level 3 (3,35)", None)),
        ("WTP", ("WTP", None)),
        ("A (83)", ("A (83)", None)),
        ("88/100.000 KH", ("88/100.000 KH", None)),
        ("100 % (Hijau)", ("100 % (Hijau)", None)),
        ("4,6 Milyar", ("4,6 Milyar", None)),
        ("3 s.d 5", ("3 s.d 5", None)),
        ("90% / 20%", ("90% / 20%", None)),
        ("85", ("85", None)),
        ("", ("", None)),
    ],
)
def test_unit_is_taken_off_only_where_it_clearly_follows_one_number(text, parts):
    assert split_target(text) == parts


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        *(("Anggaran (Rp.000)", 1000), ("Pagu Indikatif (Ribuan)", 1000), ("(dalam ribuan rupiah)", 1000)),
        *(("Pagu (Rp. Juta)", 10**6), ("(dalam jutaan)", 10**6), ("Rp.000.000", 10**6), ("dalam miliar", 10**9)),
        *(("Anggaran (Rp)", 1), ("Rp. 000,00", 1000), ("", 1), (None, 1)),
    ],
)
def test_factor_that_a_header_states(text, factor):
    assert scale_of(text) == factor


def test_blank_is_what_says_nothing():
    assert all(is_blank(text) for text in ("", " - ", "–", "n/a", "NA", "....", "Tdk ada data", None))
    assert not any(is_blank(text) for text in ("0", "nihil", "A", "0 %"))


def test_grades_compare_within_their_scale():
    grades = [predicate_grade(text) for text in ("CC", "B", "BB", "A (83)", "AA")]
    assert {grade.skala for grade in grades} == {"akip"}
    assert [grade.tingkat for grade in grades] == sorted(grade.tingkat for grade in grades)
    assert predicate_grade("Level 3 (3,35)").tingkat == predicate_grade("III").tingkat == 3
    assert predicate_grade("WTP").tingkat > predicate_grade("WDP").tingkat
    assert predicate_grade("Sangat Baik").tingkat > predicate_grade("Baik").tingkat
    assert [predicate_grade(text) for text in ("3", "98 %", "Dokumen", "", None, "b")] == [None] * 6


def test_spellings_of_a_unit_meet():
    assert canonical_unit("Persen") == canonical_unit("%") == "%"
    assert canonical_unit("Dok.") == canonical_unit("dokumen")
    assert canonical_unit("bintang kejora") is None


def test_long_texts_behind_a_number_are_no_unit_and_cost_nothing():
    assert parse_number("100 dokumen laporan pelaksanaan kegiatan tahun berjalan;") is None
    assert parse_number("100 " + "kegiatan bersama " * 3 + "*") is None
    assert parse_number("12 orang/kegiatan/tahun").satuan == "orang/kegiatan/tahun"


@pytest.mark.parametrize("text", ["9" * 25, "9" * 5000, "Rp" + "9" * 40, "1" + ".000" * 30, "9" * 18 + " triliun"])
def test_more_digits_than_any_amount_are_no_number(text):
    assert parse_number(text) is None
    assert parse_rupiah(text) is None


def test_the_largest_amounts_are_read():
    assert parse_rupiah("Rp 999.999.999.999.999.999") == 999_999_999_999_999_999
    assert parse_number("0," + "3" * 30).nilai < 1
