"""Indicators matched by their wording, one to one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksama.checker.matching import Gathered, likeness, nearest, normal, pairs


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("1.1. Prosentase desa mandiri", "Persentase Desa Mandiri"),
        ("a) Jumlah desa (desa)", "Jumlah desa"),
        ("- Nilai SAKIP Kec. Mekarsari", "Nilai SAKIP Kecamatan Mekarsari"),
        ("Persen keluhan selesai", "Persentase keluhan selesai"),
    ],
)
def test_spellings_that_mean_the_same(a: str, b: str) -> None:
    assert normal(a) == normal(b)
    assert likeness(a, b) == 100


def test_what_differs_stays_apart() -> None:
    assert normal("Persentase jalan mantap") != normal("Panjang jalan mantap")
    assert likeness("", "Jumlah desa") == 0
    assert likeness("Jumlah desa", "Angka kematian ibu") < 60


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Jumlah produksi perikanan tangkap", "Jumlah produksi perikanan budidaya"),
        ("Angka kematian ibu", "Angka kematian bayi"),
        ("Persentase penyakit menular tertangani", "Persentase penyakit tidak menular tertangani"),
        ("Jumlah puskesmas tipe A", "Jumlah puskesmas tipe B"),
        ("Persentase desa tertib administrasi", "Jumlah desa tertib administrasi"),
    ],
)
def test_a_word_in_place_of_another_names_another_thing(a: str, b: str) -> None:
    assert likeness(a, b) <= 70


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Persentase keluhan yang diselesaikan", "Persentase keluhan terselesaikan"),
        ("Tingkat konsumsi ikan", "Angka konsumsi ikan"),
        ("Meningkatnya kesejahteraan nelayan", "Meningkatnya kesejahteraan para nelayan"),
        ("Nilai evaluasi kinerja", "Nilai hasil evaluasi k1nerja"),
    ],
)
def test_a_reworded_thing_is_the_same_but_not_equal(a: str, b: str) -> None:
    assert 80 <= likeness(a, b) < 100


def test_a_long_bracket_is_part_of_the_wording() -> None:
    assert normal("Produksi (daging sapi dan kerbau potong)") != normal("Produksi")


def test_words_broken_or_joined_by_a_reader_are_forgiven() -> None:
    assert likeness("Persentase capai an kinerja", "Persentase capaian kinerja") > 97


def test_similar_indicators_are_not_swapped() -> None:
    left = ["Persentase desa tertib administrasi", "Persentase desa tertib administrasi keuangan"]
    found = pairs(left, list(reversed(left)), 85)
    assert [(pair.left, pair.right) for pair in found] == [(0, 1), (1, 0)]


def test_each_is_used_once_and_the_threshold_holds() -> None:
    found = pairs(["Jumlah desa", "Jumlah desa"], ["Jumlah desa", "Angka kematian bayi"], 85)
    assert [(pair.left, pair.right) for pair in found] == [(0, 0)]


def test_the_nearest() -> None:
    found = nearest("Jumlah desa mandiri", ["Indeks kepuasan", "Jumlah desa yang mandiri"])
    assert found is not None
    assert found[0] == 1
    assert nearest("x", []) is None


def test_an_abbreviation_is_what_a_bracket_explains_it_to_be() -> None:
    explained = "Ketersediaan pelabuhan Angkutan Sungai, Danau dan Penyeberangan (ASDP)"
    assert likeness(explained, "Ketersediaan pelabuhan ASDP") == 100
    assert likeness(explained, "Ketersediaan pelabuhan Angkutan Sungai Danau dan Penyeberangan") == 100
    assert likeness(explained, "Ketersediaan terminal ASDP") < 80
    assert likeness("Nilai layanan umum (IKM)", "Nilai IKM") < 80, "these letters are no initials of the words"


_SOME_WORDS = (
    *(
        "persentase",
        "jumlah",
        "tingkat",
        "angka",
        "layanan",
        "pelayanan",
        "dilayani",
        "terlayani",
        "warga",
        "masyarakat",
    ),
    *("sekolah", "sekolah dasar", "bersih", "air", "jalan", "tidak menular", "dan", "yang", "1", "2", "kelas"),
    *("desa", "desa-desa", "sistem informasi desa (SID)", "SID", "capaian", "capai an"),
)


@given(
    st.lists(st.lists(st.sampled_from(_SOME_WORDS), max_size=6).map(" ".join), max_size=12),
    st.lists(st.sampled_from(_SOME_WORDS), max_size=6).map(" ".join),
    st.sampled_from([60.0, 80.0, 85.0]),
)
def test_no_wording_that_is_alike_is_ruled_out(met, text, least):
    gathered = Gathered()
    for one in met:
        gathered.add(one)
    alike = {n for n, one in enumerate(met) if max(likeness(one, text), likeness(text, one)) >= least}
    best = max((likeness(text, one) for one in met), default=0.0)
    assert alike <= gathered.candidates(text, least)
    near = gathered.nearest(text, least)
    assert (near is None) == (best < least)
    assert near is None or near == [likeness(text, one) for one in met].index(best)


@given(
    st.lists(st.sampled_from(_SOME_WORDS), max_size=6).map(" ".join),
    st.lists(st.sampled_from(_SOME_WORDS), max_size=6).map(" ".join),
    st.sampled_from([0.0, 50.0, 80.0]),
)
def test_likeness_is_exact_from_the_least_asked_for(one, other, least):
    exact, quick = likeness(one, other), likeness(one, other, least)
    assert quick == exact or max(quick, exact) < least
