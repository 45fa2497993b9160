"""The register: codes as printed, the fallback of program 01, names that differ by slips, and how far it reaches."""

import openpyxl
import pytest

from saksama.checker.editions import Edition, Editions, first_year, load, load_folder, to_text
from saksama.checker.nomenclature import Entry, Register, code_kind, normal_code, parent_code
from saksama.checker.nomenclature_import import import_table
from saksama.parsers.resources import RULES
from saksama.parsers.yamlfile import DataError

LIST = (
    "pemda\tcode\tlevel\tname\tkinerja\tindikator\tsatuan\tregulation\n"
    "kabkot\t9.09\tbidang\tBIDANG ANGKASA\t\t\t\tEdisi Uji 1\n"
    "kabkot\t9.09.02\tprogram\tPROGRAM PELUNCURAN ROKET\t\t\t\tEdisi Uji 1\n"
    "prov\t9.09.02\tprogram\tPROGRAM PENGAWASAN ROKET\t\t\t\tEdisi Uji 1\n"
    "kabkot\t9.09.02.2.01\tkegiatan\tPenyiapan Landasan\t\t\t\tEdisi Uji 1\n"
    "kabkot\t9.09.02.2.01.0003\tsubkegiatan\tPengecatan Menara- Utama\tTercatnya\tJumlah Menara\tUnit\tEdisi Uji 1\n"
)


def load_builtin() -> Register:
    (edition,) = load_folder(RULES / "nomenklatur").semua
    return edition.register


@pytest.fixture(name="edition")
def _edition(tmp_path) -> Edition:
    path = tmp_path / "daftar.tsv"
    path.write_text(LIST, encoding="utf-8")
    (edition,) = import_table(path)
    return edition


@pytest.fixture
def table(edition: Edition) -> Register:
    return edition.register


@pytest.mark.parametrize(
    "printed, normal",
    [
        ("7.01.01.2.01.0001", "7.01.01.2.01.0001"),
        (" 7. 01.01 .2.01.01. ", "7.01.01.2.01.0001"),
        ("1.1.1", "1.01.01"),
        ("x.xx.01", "X.XX.01"),
        ("7.01.01.2", None),
        ("Program 1", None),
        ("2024.01", None),
    ],
)
def test_code_forms(printed: str, normal: str | None) -> None:
    assert normal_code(printed) == normal


def test_levels_and_parents_of_codes() -> None:
    assert code_kind("7.01.01.2.01") == "kegiatan"
    assert parent_code("7.01.01.2.01") == "7.01.01"
    assert parent_code("7.01.01.2.01.0001") == "7.01.01.2.01"
    assert parent_code("7") is None


def test_program_01_falls_back_to_the_shared_entry() -> None:
    register = load_builtin()
    entry = register.resolve("4.01.01.2.06.0009")
    assert entry is not None
    assert (entry.kode, entry.satuan) == ("X.XX.01.2.06.0009", "Laporan")
    assert register.resolve("4.01.02.2.06.0009") is None


def test_the_builtin_register_says_how_far_it_reaches() -> None:
    register = load_builtin()
    assert register.covers("7.01.99")
    assert register.covers("1.02.01.2.01")
    assert not register.covers("1.02.02")
    assert not register.covers("1.02.01.1.01"), "the support program of a provinsi is not built in"
    assert "900.1.15.5-1317/2023" in register.entries[0].edisi


def test_builtin_hierarchy_is_closed() -> None:
    register = load_builtin()
    for entry in register.entries:
        if entry.jenis in ("kegiatan", "sub_kegiatan"):
            assert register.parent(entry.kode) is not None, entry.kode
        if entry.jenis == "sub_kegiatan":
            assert entry.indikator, entry.kode
            assert entry.satuan, entry.kode


def test_names_forgive_case_and_punctuation_but_not_letters() -> None:
    register = load_builtin()
    assert register.named("penyelenggaraan rapat  koordinasi, dan konsultasi SKPD")
    assert register.named("Penunjang Urusan Pemerintahan Daerah Kabupaten / Kota", "program")
    assert not register.named("Penyelenggaran Rapat Koordinasi dan Konsultasi SKPD")


def test_nearest_name_is_found_with_its_similarity() -> None:
    near = load_builtin().nearest("Penyelenggaran Rapat Kordinasi dan Konsultasi SKPD", 2)
    assert near[0].entry.kode == "X.XX.01.2.06.0009"
    assert 90 < near[0].kemiripan < 100
    assert near[0].kemiripan > near[1].kemiripan
    assert load_builtin().nearest("zzzzqqqq") == ()


def test_list_import(edition: Edition) -> None:
    table = edition.register
    assert edition.nama == "Edisi Uji 1"
    entry = table.resolve("9.09.02.2.01.03")
    assert entry is not None
    assert (entry.nama, entry.indikator, entry.satuan) == ("Pengecatan Menara-Utama", "Jumlah Menara", "Unit")


def test_one_code_two_names_by_kind_of_pemda(table: Register) -> None:
    kabkot, prov = table.resolve("9.09.02"), table.resolve("9.09.02", "prov")
    assert kabkot is not None
    assert prov is not None
    assert (kabkot.nama, prov.nama) == ("PROGRAM PELUNCURAN ROKET", "PROGRAM PENGAWASAN ROKET")


def test_export_workbook(tmp_path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["JENIS PEMDA", "BIDANG", "PROGRAM", "KEGIATAN", "SUBKEGIATAN", "KINERJA", "INDIKATOR", "SATUAN"])
    for number in (1, 2):
        sheet.append(
            [
                "PROV",
                "9.09 BIDANG ANGKASA",
                "9.09.02 PROGRAM ROKET",
                "9.09.02.1.01 Landasan",
                f"9.09.02.1.01.000{number} Cat Menara {number}",
                "[null]",
                "Jumlah Menara",
                "Unit",
            ]
        )
    path = tmp_path / "ekspor.xlsx"
    book.save(path)
    (edition,) = import_table(path, "Edisi Uji 2", 2027)
    register = edition.register
    assert [entry.kode for entry in register.entries] == [
        "9.09", "9.09.02", "9.09.02.1.01", "9.09.02.1.01.0001", "9.09.02.1.01.0002",
    ]  # fmt: skip
    assert register.entries[3].kinerja is None
    assert register.entries[2].satuan is None
    assert register.entries[0].pemda == "prov"
    assert (edition.nama, edition.mulai) == ("Edisi Uji 2", 2027)


def test_semicolon_csv(tmp_path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text("Kode;Uraian;Satuan\n9.09.02.2.01.0001;Cat Menara;Unit\n", encoding="utf-8")
    assert import_table(path)[0].register.resolve("9.09.02.2.01.0001") is not None


def test_a_bad_code_names_its_line(tmp_path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text("kode,nama\n9.09,Bidang\nabc,Salah\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"daftar\.csv:3: kode “abc”"):
        import_table(path)


def test_an_unknown_header_says_what_is_known(tmp_path) -> None:
    path = tmp_path / "lain.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(DataError, match="judul kolom tidak dikenal"):
        import_table(path)


def test_titles_above_the_header_and_sheets_before_the_table_are_passed(tmp_path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Petunjuk"])
    sheet = book.create_sheet("Tabel")
    for row in (["LAMPIRAN"], [], ["No", "Kode", "Nomenklatur"], [1, "9.09.02", "PROGRAM ROKET"]):
        sheet.append(row)
    path = tmp_path / "lampiran.xlsx"
    book.save(path)
    (edition,) = import_table(path)
    assert [entry.nama for entry in edition.register.entries] == ["PROGRAM ROKET"]


def test_codes_cut_into_a_column_per_level(tmp_path) -> None:
    book = openpyxl.Workbook()
    header = ["URUSAN", "BIDANG URUSAN", "PROGRAM", "KEGIATAN", "SUB KEGIATAN", "NOMENKLATUR URUSAN PROVINSI", "SATUAN"]
    for row in (
        header,
        ["1", "2", "3", "4", "5", "6", "7"],
        ["9", None, None, None, None, "URUSAN LANGIT", None],
        ["9", "09", "02", "1.01", None, "Penyiapan Landasan", None],
        ["9", "09", "02", "1.01", "0003", "Pengecatan Menara", "Unit"],
    ):
        book.active.append(row)
    path = tmp_path / "lampiran.xlsx"
    book.save(path)
    (edition,) = import_table(path, "Keputusan Uji 5/2024")
    assert [(entry.kode, entry.jenis, entry.satuan) for entry in edition.register.entries] == [
        ("9", "urusan", None), ("9.09.02.1.01", "kegiatan", None), ("9.09.02.1.01.0003", "sub_kegiatan", "Unit"),
    ]  # fmt: skip
    assert edition.register.entries[0].pemda == "prov"
    assert edition.mulai == 2025, "a decree of 2024 is used for the plans of 2025"


def test_a_table_may_hold_several_editions(tmp_path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text("kode,nama,edisi\n9.09,Langit,Uji 2021\n9.09,Angkasa,Uji 2027\n", encoding="utf-8")
    assert [(one.nama, one.mulai) for one in import_table(path)] == [("Uji 2021", 2021), ("Uji 2027", 2027)]


@pytest.mark.parametrize(
    "nama, year",
    [
        ("Kepmendagri 900.1.15.5-1317/2023 (lampiran kab/kota)", 2024),
        ("Keputusan Menteri Nomor 12 Tahun 2024", 2025),
        ("SIPD 2026-01-23 (pemutakhiran 2027)", 2027),
        ("tabel kami", 2021),
    ],
)
def test_the_first_year_is_told_from_the_name(nama: str, year: int) -> None:
    assert first_year(nama) == year


def test_save_and_load_give_the_same_edition(edition: Edition, tmp_path) -> None:
    path = tmp_path / "simpan.tsv"
    path.write_text(to_text(edition), encoding="utf-8")
    assert load(path) == edition


def _edition_of(nama: str, mulai: int, **programs: str) -> Edition:
    entries = tuple(
        Entry(kode[1:].replace("_", "."), text, "program", "kabkot", nama) for kode, text in programs.items()
    )
    return Edition(nama, mulai, Register(entries))


OLD = _edition_of("Lama", 2021, k9_09_02="Program Roket", k9_09_03="Program Balon", k8_01_02="Program Laut")
NEW = _edition_of("Baru", 2025, k9_09_02="Program Roket Hijau")


def test_the_edition_is_chosen_by_year() -> None:
    editions = Editions((NEW, OLD))
    for year, nama in ((2024, "Program Roket"), (2025, "Program Roket Hijau"), (None, "Program Roket Hijau")):
        found = editions.untuk(year).find("9.09.02")
        assert found is not None
        assert found.entry is not None
        assert (found.entry.nama, found.pasti) == (nama, True)


def test_what_a_newer_edition_dropped_does_not_come_back_from_an_older() -> None:
    chosen = Editions((OLD, NEW)).untuk(2026)
    dropped, kept = chosen.find("9.09.03"), chosen.find("8.01.02")
    assert dropped is not None
    assert dropped.entry is None
    assert kept is not None, "a bidang the newer edition doesn't reach is judged by the older"
    assert kept.edisi == "Lama"


def test_a_later_edition_confirms_without_certainty() -> None:
    found = Editions((NEW,)).untuk(2023).find("9.09.02")
    assert found is not None
    assert not found.pasti


def test_nearest_names_of_several_editions_come_once_per_code() -> None:
    near = Editions((OLD, NEW)).untuk(2025).nearest("Program Roket Hijou", 3)
    assert [(one.entry.kode, one.entry.edisi) for one in near][:1] == [("9.09.02", "Baru")]
    assert len({one.entry.kode for one in near}) == len(near)


@pytest.mark.parametrize("rows", [3, 20_000])
def test_a_quote_that_is_never_closed_is_said(tmp_path, rows: int) -> None:
    path = tmp_path / "daftar.tsv"
    path.write_text('kode\tnama\n9.09\t"Bidang\n' + "9.10\tBidang lain\n" * rows, encoding="utf-8")
    with pytest.raises(DataError, match="tanda kutip yang tidak ditutup"):
        import_table(path)
