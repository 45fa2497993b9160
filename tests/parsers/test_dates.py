import datetime

import pytest

from saksama.parsers.dates import find_place_date, find_years, parse_date, triwulan_of


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2 November 2020", (2020, 11, 2)),
        ("02 Nopember 2020", (2020, 11, 2)),
        ("21 - 11 - 2024", (2024, 11, 21)),
        ("21/11/2024", (2024, 11, 21)),
        ("2024-11-21", (2024, 11, 21)),
        ("08 Juli 2024", (2024, 7, 8)),
        ("Mekarsari, 5 Pebruari 2021", (2021, 2, 5)),
        ("disahkan 1 Mei 2020, dicabut 3 Juni 2021", (2020, 5, 1)),
    ],
)
def test_date_is_read(text, date):
    assert parse_date(text) == datetime.date(*date)


@pytest.mark.parametrize("text", ["Juni 2017", "31 Februari 2020", "", None, "Nomor 12/3/2020/Org", "32/13/2020"])
def test_no_date_is_invented(text):
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "tempat", "date", "printed"),
    [
        ("Mekarsari,        2017", "Mekarsari", None, "Mekarsari, 2017"),
        ("Mekarsari, ............... 2017", "Mekarsari", None, "Mekarsari, ............... 2017"),
        ("Kota Baru, 2 November 2020", "Kota Baru", datetime.date(2020, 11, 2), "Kota Baru, 2 November 2020"),
        ("Mekarsari,   Juni 2017", "Mekarsari", None, "Mekarsari, Juni 2017"),
        ("Mekarsari,", "Mekarsari", None, "Mekarsari,"),
        ("isi surat\nMekarsari, 3 Maret 2017\nCAMAT MEKARSARI,", "Mekarsari", datetime.date(2017, 3, 3), None),
        (
            "Ditetapkan di Mekarsari\npada tanggal 2 Januari 2017",
            "Mekarsari",
            datetime.date(2017, 1, 2),
            "Ditetapkan di Mekarsari pada tanggal 2 Januari 2017",
        ),
    ],
)
def test_place_and_date_of_signing(text, tempat, date, printed):
    found = find_place_date(text)
    assert found is not None
    assert found[:2] == (tempat, date)
    assert printed is None or found[2] == printed


@pytest.mark.parametrize("text", ["Kepala Dinas,", "Kabupaten Lama, yang 2017", "transparan, dan akuntabel", "", None])
def test_other_commas_are_no_place(text):
    assert find_place_date(text) is None


def test_years_stand_alone():
    assert find_years("Renstra 2025-2029, tahun 2026.") == (2025, 2029, 2026)
    assert find_years("Rp 2.017.000 Nomor 5/2014 kode 120160") == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("TW I", 1), ("Triwulan III", 3), ("Trw IV", 4), ("tribulan II", 2), ("TW 2", 2), ("TRIWULAN KE-2", 2)),
        *(("Target TW.III", 3), ("Triwulan Pertama", 1)),
        *(("TW I - IV", None), ("Triwulan I s.d. III", None), ("twin", None), ("II", None), ("", None)),
    ],
)
def test_quarter_named_by_a_text(text, number):
    assert triwulan_of(text) == number
