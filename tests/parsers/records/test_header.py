import pytest

from saksama.parsers.model import Document, Line, Location, Page, Paragraph
from saksama.parsers.records.header import find_nomor, find_title, find_unit, find_year, signature, unit_names


def value(at):
    return at.value if at else None


@pytest.mark.parametrize(
    ("lines", "unit"),
    [
        (["PERJANJIAN KINERJA TAHUN 2024", "DINAS SAWAH", "KABUPATEN LURU"], "DINAS SAWAH KABUPATEN LURU"),
        (["RENCANA AKSI", "DINAS SAWAH DAN", "KEBUN", "Target ini dihitung"], "DINAS SAWAH DAN KEBUN"),
        (["IKU", "Nama Organisasi : Badan Mutu Tanah Kabupaten Luru", "Tugas: x"], "Badan Mutu Tanah Kabupaten Luru"),
        (["Bandar, 2 Januari 2024", "KEPALA DINAS SAWAH", "KABUPATEN LURU,", "Budi"], "DINAS SAWAH KABUPATEN LURU"),
        (["KEPALA SEKSI PADI BIDANG TANAMAN DINAS SAWAH KABUPATEN LURU"], "DINAS SAWAH KABUPATEN LURU"),
        (["BIRO KATA SEKRETARIAT DAERAH PROVINSI ANGIN TAHUN 2024"], "BIRO KATA SEKRETARIAT DAERAH PROVINSI ANGIN"),
        (["Capaian Dinas Sawah Kabupaten Luru tahun 2024 naik.", "Dinas Sawah Kabupaten Luru rapat."],
         "Dinas Sawah Kabupaten Luru"),
        (["LAPORAN", "INSPEKTORAT DAERAH", "TAHUN 2024"], "INSPEKTORAT DAERAH"),
        (["DINAS SAWAH KABUPATEN LURU", "KABUPATEN LURU"], "DINAS SAWAH KABUPATEN LURU"),
        (["INSPEKTORAT", "TABEL 1", "INSPEKTORAT DAERAH"], "INSPEKTORAT DAERAH"),
        (["INSPEKTORAT P R O V I N S I A N G I N"], "INSPEKTORAT"),
        (["KECAMATAN LURU........ 8"], "KECAMATAN LURU"),
        (["RENSTRA", "KECAMATAN LURU", "KABUPATEN ANGIN"], "KECAMATAN LURU"),
        (["SATPOL PP", "Tabel 1", "SATUAN POLISI PAMONG PRAJA", "SATPOL PP", "SATPOL PP"],
         "SATUAN POLISI PAMONG PRAJA"),
        (["BPMT KABUPATEN LURU", "Tugas: x", "Badan Pemeliharaan Mutu Tanah Kabupaten Luru bekerja.",
          "Badan Pemeliharaan Mutu Tanah Kabupaten Luru rapat."], "Badan Pemeliharaan Mutu Tanah Kabupaten Luru"),
        (["BPMT KABUPATEN LURU", "Tugas: x", "Maka Badan Pemeliharaan Mutu Tanah bekerja sejak lama sekali.",
          "Rapat dengan Badan Pemeliharaan Mutu Tanah."], "BPMT KABUPATEN LURU"),
        (["Badan Usaha Milik Desa dan badan hukum lain"], None),
        (["Tidak ada nama di sini"], None),
    ],
)  # fmt: skip
def test_unit(paper, lines, unit):
    assert value(find_unit(paper(*lines))) == unit


def test_unit_of_a_camat_is_inferred_and_said_to_be(paper):
    found = find_unit(paper("Luru, 3 Januari 2024", "CAMAT LURU", "BUDI"))
    assert found.value == "KECAMATAN LURU"
    assert "camat" in found.ragu


def test_unit_from_the_margin_when_the_body_says_nothing(paper):
    body = paper("BAB III", "Uraian panjang tanpa nama.")
    margin = Paragraph("LKIP Dinas Sawah Kabupaten Luru 2024", Location("x"))
    document = Document("x", "0", "pdf", body.blocks, margins=(margin,))
    assert value(find_unit(document)) == "Dinas Sawah Kabupaten Luru"


def test_unit_names_stop_where_the_name_ends():
    assert unit_names("pada Dinas Sawah dan Kebun Kabupaten Luru, Tahun 2024") == [
        "Dinas Sawah dan Kebun Kabupaten Luru"
    ]
    assert unit_names("Badan Rencana (BARENA) mempunyai tugas") == ["Badan Rencana (BARENA)"]
    assert unit_names("LKIP BPXYZ Provinsi Angin 2024") == ["BPXYZ Provinsi Angin"]


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (["PERJANJIAN KINERJA TAHUN 2024", "Peraturan Nomor 12 Tahun 2011 tentang Contoh"], 2024),
        (["Berdasarkan Undang-Undang Nomor 25 Tahun 2004", "RENCANA AKSI TAHUN ANGGARAN 2023"], 2023),
        (["LAPORAN KINERJA", "2022"], 2022),
        (["RENCANA STRATEGIS TAHUN 2025-2029"], None),
        (["Tanpa tahun"], None),
    ],
)
def test_year(paper, lines, year):
    assert value(find_year(paper(*lines))) == year


def test_year_not_in_a_title_is_doubtful(paper):
    body = ["kalimat biasa"] * 60 + ["Kegiatan pada tahun 2021 selesai.", "Pada tahun 2021 ada rapat."]
    found = find_year(paper(*body))
    assert (found.value, bool(found.ragu)) == (2021, True)


def test_title_and_nomor(paper):
    document = paper("Nomor : 060/12/Org", "RENCANA AKSI", "TAHUN 2024", "Isi biasa")
    assert value(find_title(document, "rencana aksi")) == "RENCANA AKSI TAHUN 2024"
    assert value(find_nomor(document)) == "060/12/Org"
    assert find_nomor(paper("Nomor : .../...", "Isi")) is None


def test_signature_below_place_and_date(paper):
    found = signature(
        paper("Bandar, 2 Januari 2024", "KEPALA DINAS SAWAH", "KABUPATEN LURU,", "Drs. BUDI AMAN, M.Si",
              "Pembina Tk. I", "NIP. 19700101 199503 1 001")
    )  # fmt: skip
    assert [value(at) for at in (found.tempat, found.tanggal, found.nama, found.pangkat, found.nip)] == [
        *("Bandar", "2024-01-02", "Drs. BUDI AMAN, M.Si", "Pembina Tk. I", "19700101 199503 1 001"),
    ]
    assert value(found.jabatan) == "KEPALA DINAS SAWAH KABUPATEN LURU"
    assert found.bertanda_tangan == "tidak"


def test_signature_open_date_and_signed_mark(paper):
    found = signature(paper("Bandar,          2024", "CAMAT LURU,", "ttd", "BUDI AMAN"))
    assert (value(found.tempat), found.tanggal, value(found.nama)) == ("Bandar", None, "BUDI AMAN")
    assert found.bertanda_tangan == "ya"


def test_nothing_signed_nothing_found(paper):
    found = signature(paper("Hanya teks biasa."))
    assert (found.tempat, found.nama, found.nip) == (None, None, None)


def test_a_run_of_lines_is_enough():
    line = Line("DINAS SAWAH KABUPATEN LURU", Location("x", halaman=3))
    assert find_unit([line]).location.halaman == 3


@pytest.mark.parametrize(
    ("post", "jabatan"),
    [
        (["KEPALA SUBBAGIAN PADI DAN JAGUNG,"], "KEPALA SUBBAGIAN PADI DAN JAGUNG"),
        (["KEPALA DINAS SAWAH,", "KEBUN DAN HUTAN,"], "KEPALA DINAS SAWAH, KEBUN DAN HUTAN"),
        (["KEPALA DINAS SAWAH DAN", "KEBUN"], "KEPALA DINAS SAWAH DAN KEBUN"),
    ],
)
def test_post_and_name_are_told_apart(paper, post, jabatan):
    found = signature(paper("Bandar, 2 Januari 2024", *post, "BUDI AMAN", "Pembina", "NIP. 19700101 199503 1 001"))
    assert (value(found.jabatan), value(found.nama)) == (jabatan, "BUDI AMAN")


@pytest.mark.parametrize(
    ("pictures", "signed"),
    [
        ((), "tidak"),
        (((300.0, 610.0, 400.0, 660.0),), "ya"),
        (((250.0, 20.0, 350.0, 120.0),), "tidak"),
        (((0.0, 0.0, 595.0, 842.0),), "tidak_diketahui"),
    ],
    ids=["none", "over the block", "letterhead", "whole page"],
)
def test_a_picture_over_the_block_is_a_signature(pictures, signed):
    texts = ["Bandar, 2 Januari 2024", "CAMAT LURU,", "BUDI AMAN", "NIP. 19700101 199503 1 001"]
    blocks = tuple(
        Paragraph(text, Location("x.pdf", halaman=1, kotak=(300.0, 600.0 + 20 * i, 450.0, 612.0 + 20 * i)))
        for i, text in enumerate(texts)
    )
    document = Document("x.pdf", "0", "pdf", blocks, (Page(1, 595.0, 842.0, pictures=pictures),))
    assert signature(document).bertanda_tangan == signed


def test_a_page_without_text_may_be_the_signed_one():
    blocks = (Paragraph("LAPORAN KINERJA", Location("x.pdf", halaman=1)),)
    pages = (Page(1, 595.0, 842.0), Page(2, 595.0, 842.0, readable=False))
    assert signature(Document("x.pdf", "0", "pdf", blocks, pages)).bertanda_tangan == "tidak_diketahui"


def test_the_year_of_the_constitution_is_no_year_of_performance(paper):
    lines = ["Realisasi Kinerja Pada Triwulan I - IV Tahun 2023", *["Jumlah pembinaan UUD Tahun 1945"] * 3]
    assert value(find_year(paper(*lines))) == 2023
