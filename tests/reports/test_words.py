"""Labels, numbers, dates and places as people read them."""

from decimal import Decimal

import pytest

from saksama.checker.run import BuktiTemuan
from saksama.reports import place, words
from saksama.reports.imperatives import recommendation


@pytest.mark.parametrize(
    ("value", "text"),
    [("19.5", "19,50"), ("1234.5", "1.234,50"), ("0", "0,00"), ("64.85", "64,85")],
)
def test_numbers_have_a_decimal_comma(value: str, text: str) -> None:
    assert words.number(Decimal(value)) == text


@pytest.mark.parametrize(("value", "text"), [("30.00", "30"), ("4.5", "4,5"), ("0", "0"), ("100", "100")])
def test_weights_lose_useless_zeros_only(value: str, text: str) -> None:
    assert words.weight(Decimal(value)) == text


@pytest.mark.parametrize(
    ("share", "text"), [("0", "0 %"), ("0.001", "1 %"), ("0.62", "62 %"), ("0.999", "99 %"), ("1", "100 %")]
)
def test_nothing_and_everything_are_never_rounded_to(share: str, text: str) -> None:
    assert words.percent(Decimal(share)) == text


def test_dates_in_words_and_other_text_as_it_is() -> None:
    assert words.date("2025-03-10") == "10 Maret 2025"
    assert words.date("2025-13-10") == "2025-13-10"
    assert words.date(None) is None


def test_shortening_keeps_whole_words() -> None:
    assert words.shorten("satu dua tiga", 13) == "satu dua tiga"
    assert words.shorten("satu dua tiga empat", 15) == "satu dua tiga…"
    assert len(words.shorten("x" * 500, 40)) == 40


def test_control_characters_go() -> None:
    assert words.clean("a\x1b[31mb\x00c\nd\te") == "a [31mb c\nd\te"


def test_places_by_format() -> None:
    assert place.inside(BuktiTemuan("a.pdf", halaman=3, tabel=2, baris=5, kolom="target")) == (
        "hal. 3, tabel 2 baris 5 kolom target"
    )
    assert place.inside(BuktiTemuan("a.xlsx", lembar="PKPK", tabel=1, baris=7)) == "lembar PKPK baris 7"
    assert place.inside(BuktiTemuan("a.docx", jalur="BAB III > A", tabel=1, baris=3)) == (
        "bagian “BAB III > A”, tabel 1 baris 3"
    )
    assert place.inside(BuktiTemuan("a.pdf", halaman=2, jalur="BAB I")) == "hal. 2"
    assert place.full(BuktiTemuan("a.txt")) == "a.txt"


def test_the_file_of_several_places_is_said_once() -> None:
    bukti = [BuktiTemuan("a.pdf", halaman=n) for n in (1, 1, 2)] + [BuktiTemuan("b.pdf", halaman=9)]
    assert place.evidence(bukti, 5) == "a.pdf, hal. 1; hal. 2; b.pdf, hal. 9"
    assert place.evidence(bukti, 2) == "a.pdf, hal. 1; hal. 2; dan 1 tempat lain"
    assert place.evidence([], 2) == ""


@pytest.mark.parametrize(
    ("saran", "text"),
    [
        ("Hitung ulang capaian lalu samakan narasi.", "menghitung ulang capaian lalu menyamakan narasi."),
        ("Isi atau hapus bagian ini.", "mengisi atau menghapus bagian ini."),
        ("Perbaiki judul dan isi laporan.", "memperbaiki judul dan isi laporan."),
        ("Samakan pagu, atau sertakan PK Perubahan.", "menyamakan pagu, atau menyertakan PK Perubahan."),
        ("Ukur indikator; keluarkan yang lain.", "mengukur indikator; mengeluarkan yang lain."),
        ("Periksa target bagi kecamatan.", "memeriksa target bagi kecamatan."),
    ],
)  # fmt: skip
def test_remedies_become_recommendations(saran: str, text: str) -> None:
    assert recommendation(saran) == f"Agar {text}"


def test_a_remedy_without_a_known_verb_is_kept_as_it_stands() -> None:
    assert (
        recommendation("Bila tabel benar, ubah narasi.")
        == "Agar memperhatikan hal berikut: Bila tabel benar, ubah narasi."
    )
