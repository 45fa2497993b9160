"""The register of law, and citations as documents spell them."""

import re

import pytest

from saksama.checker.regulations import find_citations, load
from saksama.parsers.yamlfile import DataError

SMALL = """
pp-1-2001:
  jenis: pp
  nomor: "1"
  tahun: 2001
  judul: Tata Cara Menanam Padi, Jagung dan Kedelai
  status: diganti
  digantikan_oleh: pp-2-2002
pp-2-2002: {jenis: pp, nomor: "2", tahun: 2002, status: berlaku}
perbup-sejahtera-3-2003:
  jenis: perbup
  nomor: "3"
  tahun: 2003
  daerah: Kabupaten Sejahtera
  status: berlaku
"""


@pytest.fixture
def register(tmp_path):
    path = tmp_path / "peraturan.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return load(path)


@pytest.mark.parametrize(
    "text, key",
    [
        (
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun 2021",
            "permenpan-88-2021",
        ),
        ("PermenPAN-RB No. 88/2021", "permenpan-88-2021"),
        ("Permenpan RB 12 Tahun 2015", "permenpan-12-2015"),
        ("Peraturan MenPAN-RB Nomor : 53 tahun 2014", "permenpan-53-2014"),
        ("Peraturan Menteri Pendayagunaan Apataur Negara dan RB No.53 Thn 2014", "permenpan-53-2014"),
        ("Perpres 29/2014", "perpres-29-2014"),
        ("Peraturan Presiden Republik Indonesia\nNomor 29 Tahun 2014", "perpres-29-2014"),
        ("Kepmendagri Nomor 900.1.15.5-1317 Tahun 2023", "kepmendagri-900-1-15-5-1317-2023"),
        ("Keputusan Menteri Dalam Negeri 900.1.15.5 - 1317 Tahun 2023", "kepmendagri-900-1-15-5-1317-2023"),
        ("Peraturan Menteri Negara PAN Nomor 09/M.PAN/05/2007", "permenpan-9-2007"),
        ("Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2014", "perppu-2-2014"),
        ("UU No 23 Tahun 2014", "uu-23-2014"),
        ("Peraturan Walikota Probolinggo Nomor 30 Tahun 2020", "perwali-probolinggo-30-2020"),
        ("Peraturan Walikota Lainnya Nomor 30 Tahun 2020", None),
        ("Peraturan Menteri Keuangan Nomor 88 Tahun 2021", None),
    ],
)
def test_spellings(text: str, key: str | None) -> None:
    (citation,) = find_citations(f"Berdasarkan {text}, kami sampaikan.")
    assert citation.kunci == key


@pytest.mark.parametrize(
    "text",
    ["Jumlah PP 12 orang pada tahun 2020", "tahun 2014", "Nomor 700/1/2024", "SE tanpa nomor", "Perda baru tahun 2020"],
)
def test_no_citation(text: str) -> None:
    assert find_citations(text) == ()


def test_offsets_bound_the_name(register) -> None:
    text = "menurut PP No. 1/2001 tentang Tata Cara"
    (citation,) = find_citations(text, register)
    assert text[citation.start : citation.end] == "PP No. 1/2001"
    assert (citation.jenis, citation.nomor, citation.tahun) == ("pp", "1", 2001)


@pytest.mark.parametrize(
    "behind, title",
    [
        (
            " tentang Tata Cara Menanam Padi, Jagung dan Kedelai, Dinas kami bekerja",
            "Tata Cara Menanam Padi, Jagung dan Kedelai",
        ),
        (" tentang Tata Menanam Padi, Jagung dan Kedelai (Lembaran Negara)", "Tata Menanam Padi, Jagung dan Kedelai"),
        (" Tentang\nTata Cara Menanam; dan", "Tata Cara Menanam"),
        (" sebagaimana telah diubah", None),
    ],
)
def test_printed_title(register, behind: str, title: str | None) -> None:
    (citation,) = find_citations(f"Peraturan Pemerintah Nomor 1 Tahun 2001{behind}", register)
    assert citation.judul_tertulis == title


def test_a_law_named_in_anothers_title_is_found_too(register) -> None:
    text = "PP 9 Tahun 2009 tentang Perubahan atas Peraturan Pemerintah Nomor 1 Tahun 2001 tentang Padi"
    assert [citation.kunci for citation in find_citations(text, register)] == [None, "pp-1-2001"]


def test_local_law_needs_its_region(register) -> None:
    assert find_citations("Peraturan Bupati Nomor 3 Tahun 2003 tentang Kerja", register)[0].kunci is None
    named = "Peraturan Bupati Nomor 3 Tahun 2003 tentang Kerja di Kabupaten Sejahtera"
    assert find_citations(named, register)[0].kunci == "perbup-sejahtera-3-2003"


def test_what_to_call_a_law(register) -> None:
    assert register["pp-1-2001"].sebutan == "Peraturan Pemerintah Nomor 1 Tahun 2001"
    assert register["perbup-sejahtera-3-2003"].sebutan == "Peraturan Bupati Sejahtera Nomor 3 Tahun 2003"


@pytest.mark.parametrize(
    "change, message",
    [
        (("pp-2-2002\npp", "pp-9-2002\npp"), r"peraturan\.yaml:8: peraturan “pp-9-2002” tidak ada.*pp-2-2002"),
        (("  digantikan_oleh: pp-2-2002\n", ""), r"peraturan\.yaml:7: .*digantikan_oleh belum diisi"),
        (("status: diganti", "status: gugur"), r"peraturan\.yaml:7"),
        (("judul:", "judull:"), r"peraturan\.yaml:6"),
    ],
)
def test_mistakes_name_their_line(tmp_path, change: tuple[str, str], message: str) -> None:
    path = tmp_path / "peraturan.yaml"
    path.write_text(SMALL.replace(*change), encoding="utf-8")
    with pytest.raises(DataError, match=message):
        load(path)


def test_the_builtin_register() -> None:
    laws = load()
    assert laws["permenpan-12-2015"].status == "dicabut"
    assert laws["permenpan-12-2015"].digantikan_oleh == "permenpan-88-2021"
    assert laws["kepmendagri-900-1-861-2026"].status == "belum_diverifikasi"
    assert {
        "praktik",
        "mission",
        "kalaena-2023",
        "wasuponda-2025",
        "purwakarta-2023",
        "purbalingga-2024",
    } <= laws.keys()
    for key, law in laws.items():
        assert law.nama or (law.nomor and law.tahun), key
        assert law.tahun is None or key.endswith(str(law.tahun)), key
        assert law.tanggal is None or re.fullmatch(r"\d{4}-\d\d-\d\d", law.tanggal), key
