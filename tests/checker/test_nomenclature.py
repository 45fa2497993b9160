"""The register: codes as printed, the fallback of program 01, names that differ by slips, and how far it reaches."""

import openpyxl
import pytest

from saksama.checker.nomenclature import Register, code_kind, load, load_builtin, normal_code, parent_code, save
from saksama.checker.nomenclature_import import import_table
from saksama.parsers.yamlfile import DataError

LIST = (
    "pemda\tcode\tlevel\tname\tkinerja\tindikator\tsatuan\tregulation\n"
    "kabkot\t9.09\tbidang\tBIDANG ANGKASA\t\t\t\tEdisi Uji 1\n"
    "kabkot\t9.09.02\tprogram\tPROGRAM PELUNCURAN ROKET\t\t\t\tEdisi Uji 1\n"
    "prov\t9.09.02\tprogram\tPROGRAM PENGAWASAN ROKET\t\t\t\tEdisi Uji 1\n"
    "kabkot\t9.09.02.2.01\tkegiatan\tPenyiapan Landasan\t\t\t\tEdisi Uji 1\n"
    "kabkot\t9.09.02.2.01.0003\tsubkegiatan\tPengecatan Menara- Utama\tTercatnya\tJumlah Menara\tUnit\tEdisi Uji 1\n"
)


@pytest.fixture
def table(tmp_path) -> Register:
    path = tmp_path / "daftar.tsv"
    path.write_text(LIST, encoding="utf-8")
    return import_table(path)


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
    assert "900.1.15.5-1317/2023" in register.editions[0]


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


def test_list_import(table: Register) -> None:
    entry = table.resolve("9.09.02.2.01.03")
    assert entry is not None
    assert (entry.nama, entry.indikator, entry.satuan) == ("Pengecatan Menara-Utama", "Jumlah Menara", "Unit")
    assert table.editions == ("Edisi Uji 1",)


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
    register = import_table(path, "Edisi Uji 2")
    assert [entry.kode for entry in register.entries] == [
        "9.09", "9.09.02", "9.09.02.1.01", "9.09.02.1.01.0001", "9.09.02.1.01.0002",
    ]  # fmt: skip
    assert register.entries[3].kinerja is None
    assert register.entries[2].satuan is None
    assert register.entries[0].pemda == "prov"
    assert register.editions == ("Edisi Uji 2",)


def test_semicolon_csv(tmp_path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text("Kode;Uraian;Satuan\n9.09.02.2.01.0001;Cat Menara;Unit\n", encoding="utf-8")
    assert import_table(path).resolve("9.09.02.2.01.0001") is not None


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


def test_save_and_load_give_the_same_register(table: Register, tmp_path) -> None:
    path = tmp_path / "simpan.tsv"
    save(table, path)
    assert load(path) == table


def test_joined_prefers_the_added_entries(table: Register) -> None:
    both = load_builtin().joined(table)
    assert both.resolve("9.09") is not None
    assert both.resolve("7.01.06") is not None
