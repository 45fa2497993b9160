import time

import pytest

from saksama.parsers.headers import is_numbering
from saksama.parsers.model import Cell, Location, Table
from saksama.parsers.roles import fold, read_header
from saksama.parsers.tables import (
    carry_down,
    flow,
    read_parts,
    read_roles,
    role_tables,
    split_items,
    split_parallel,
    strip_number,
)
from saksama.parsers.vocabulary import vocabulary


def body(table):
    return [[cell.text for cell in row.cells] for row in table.rows()]


def test_plain_header_with_numbering_row(drawn):
    table = read_roles(
        drawn(
            [
                ["No", "Sasaran Strategis", "Indikator Kinerja", "Target"],
                ["(1)", "(2)", "(3)", "(4)"],
                ["1", "Meningkatnya mutu layanan", "Persentase layanan tepat waktu", "98 %"],
            ]
        )
    )
    assert table.roles == ("no", "sasaran", "indikator", "target")
    assert (table.header_rows, table.first_row) == ((0, 2), 2)
    (row,) = table.rows()
    assert row.text("target") == "98 %"
    assert row.at("target").location.baris == 3
    assert row.at("realisasi").value is None


def test_quarters_under_a_title_and_months_under_the_schedule(drawn):
    table = read_roles(
        drawn(
            [
                ["SASARAN", "INDIKATOR", "TARGET KINERJA", "<", "<", "<", "KEGIATAN", "JADWAL", "<", "<", "<"],
                ["^", "^", "Trw I", "Trw II", "Trw III", "Trw IV", "^", "1", "2", "7", "12"],
                ["A", "B", "1", "2", "3", "4", "K", "", "v", "", ""],
            ]
        )
    )
    assert [table.column("target", triwulan=n).index for n in range(1, 5)] == [2, 3, 4, 5]
    assert [(c.index, c.triwulan) for c in table.columns_of("jadwal")] == [(7, 1), (8, 1), (9, 3), (10, 4)]


def test_months_under_quarters_belong_to_them(drawn):
    table = read_roles(
        drawn(
            [
                ["KEGIATAN", "RENCANA AKSI", "JADWAL", "<", "<", "<"],
                ["^", "^", "Trw I", "<", "Trw II", "<"],
                ["^", "^", "1", "2", "4", "5"],
                ["A", "B", "", "", "v", ""],
            ]
        )
    )
    assert [(c.role, c.triwulan) for c in table.columns_of("jadwal")] == [
        *(("jadwal", 1), ("jadwal", 1), ("jadwal", 2), ("jadwal", 2))
    ]


def test_performance_and_money_per_quarter(drawn):
    table = read_roles(
        drawn(
            [
                [
                    "Program/Kegiatan",
                    "Indikator Kinerja Program (Outcome)",
                    "Realisasi Kinerja pada Triwulan",
                    "<",
                    "<",
                    "<",
                ],
                ["^", "^", "I", "<", "II", "<"],
                ["2", "3", "7", "<", "8", "<"],
                ["", "", "K", "Rp", "K", "Rp"],
                ["Program A", "Jumlah B", "5", "1.000.000", "6", "-"],
            ]
        )
    )
    assert [(c.role, c.triwulan) for c in table.columns[2:]] == [
        ("realisasi", 1),
        ("realisasi_anggaran", 1),
        ("realisasi", 2),
        ("realisasi_anggaran", 2),
    ]
    assert table.first_row == 4


def test_years_with_target_and_money(drawn):
    table = read_roles(
        drawn(
            [
                ["Program", "Indikator", "Kondisi Awal", "2025", "<", "Tahun 2026", "<", "Kondisi Akhir", "<"],
                ["^", "^", "^", "Target", "Rp", "Target", "Pagu", "Target", "Rp"],
                ["A", "B", "1", "2", "300.000", "4", "500.000", "6", "700.000"],
            ]
        )
    )
    assert table.column("target", tahun=2026).index == 5
    assert table.column("pagu", tahun=2025).index == 4
    assert [c.role for c in table.columns[-2:]] == ["kondisi_akhir", "pagu_akhir"]


def test_volume_and_unit_under_one_title(drawn):
    table = read_roles(
        drawn(
            [
                ["Sasaran", "Indikator", "Target", "<", "Realisasi", "<", "% Capaian"],
                ["^", "^", "Vol", "Satuan", "Vol", "Satuan", "^"],
                ["A", "B", "1", "orang", "2", "orang", "200"],
            ]
        )
    )
    assert [c.role for c in table.columns] == [
        *("sasaran", "indikator", "target", "satuan", "realisasi", "satuan", "capaian")
    ]
    assert table.column("capaian").satuan == "%"


def test_earlier_year_beside_this_year_is_last_year(drawn):
    table = read_roles(drawn([["Indikator", "Realisasi 2020", "Target 2021", "Realisasi 2021"], ["A", "1", "2", "3"]]))
    assert [c.role for c in table.columns] == ["indikator", "realisasi_lalu", "target", "realisasi"]


def test_header_words_broken_over_rows_are_one_name(drawn):
    table = read_roles(
        drawn(
            [
                ["No.", "Sasaran", "Indikator Kinerja", "Target"],
                ["", "Strategis", "Utama (IKU)", ""],
                ["1", "A", "B", "5"],
            ]
        )
    )
    assert table.first_row == 2
    assert table.roles == ("no", "sasaran", "indikator", "target")


def test_two_tables_in_one_grid_and_a_repeated_header(drawn):
    parts = read_parts(
        drawn(
            [
                ["No", "Sasaran", "Indikator", "Target"],
                ["1", "A", "B", "5"],
                ["No", "Sasaran", "Indikator", "Target"],
                ["2", "C", "D", "6"],
                ["No", "Program", "Anggaran", "Keterangan"],
                ["1", "Program E", "Rp. 5.000.000", "APBD"],
                ["", "JUMLAH", "Rp. 5.000.000", ""],
            ]
        )
    )
    assert [part.roles for part in parts] == [
        ("no", "sasaran", "indikator", "target"),
        ("no", "program", "anggaran", "keterangan"),
    ]
    assert body(parts[0]) == [["1", "A", "B", "5"], ["2", "C", "D", "6"]]
    assert [row.is_total for row in parts[1].rows()] == [False, True]


def test_group_rows_and_sums_are_told_apart(drawn):
    table = read_roles(
        drawn(
            [
                ["No", "Program", "Anggaran", "Keterangan"],
                ["A. Program Utama", "<", "<", "<"],
                ["1", "Program E", "Rp. 5.000.000", "APBD"],
                ["", "J U M L A H", "Rp. 5.000.000", ""],
            ]
        )
    )
    assert [(row.is_group, row.is_total) for row in table.rows()] == [(True, False), (False, False), (False, True)]


def test_titles_above_the_header_and_tables_of_other_things_are_no_header(drawn):
    table = read_roles(
        drawn([["Daftar capaian unit", "<", "<"], ["Indikator", "Target", "Realisasi"], ["A", "1", "2"]])
    )
    assert table.header_rows == (1, 2)
    assert read_roles(drawn([["Nama", "Sari Dewi"], ["Alamat", "Jalan Melati"]])) is None
    assert read_roles(drawn([["Program Pelayanan", "Rp. 5.000.000"], ["Program Sarana", "Rp. 6.000.000"]])) is None


def test_a_table_without_header_goes_on_from_the_one_before_with_as_many_columns(drawn, paper):
    head = drawn([["Program", "Anggaran"], ["Program A", "1.000.000"]])
    tables = role_tables(paper("Tabel 1. Anggaran", head, drawn([["Program B", "2.000.000"]], 2)))
    assert [table.roles for table in tables] == [("program", "anggaran")] * 2
    assert tables[0].captions == ("Tabel 1. Anggaran",)
    assert body(tables[1]) == [["Program B", "2.000.000"]]
    apart = role_tables(paper(head, "Uraian lain yang panjang berdiri di sini", drawn([["Program B", "2.000.000"]], 2)))
    assert len(apart) == 1


def test_a_cell_merged_over_roles_belongs_to_the_first(drawn):
    table = read_roles(
        drawn(
            [
                ["Program", "Indikator", "Target", "<"],
                ["^", "^", "TW I", "TW II"],
                ["Program A", "<", "100 %", "<"],
            ]
        )
    )
    (row,) = table.rows()
    assert (row.text("program"), row.text("indikator")) == ("Program A", "")
    assert [row.text(column) for column in table.columns_of("target")] == ["100 %", "100 %"]


def test_numbers_in_a_column_of_their_own_below_a_merged_header(drawn):
    table = read_roles(
        drawn(
            [
                ["Sasaran", "<", "Indikator Kinerja", "<", "Target"],
                ["1", "Meningkatnya mutu layanan", "1.", "Persentase layanan tepat waktu", "98 %"],
                ["2", "Meningkatnya mutu pegawai", "2.", "Jumlah pelatihan", "4"],
            ]
        )
    )
    assert [row.text("sasaran") for row in table.rows()] == ["Meningkatnya mutu layanan", "Meningkatnya mutu pegawai"]
    assert [row.text("indikator") for row in table.rows()] == ["Persentase layanan tepat waktu", "Jumlah pelatihan"]


def test_target_renstra_over_several_years_is_the_target_of_each(drawn):
    table = read_roles(
        drawn([["Program", "Indikator", "Target Renstra", "<"], ["^", "^", "2024", "2025"], ["A", "B", "1", "2"]])
    )
    assert [(c.role, c.tahun) for c in table.columns[2:]] == [("target", 2024), ("target", 2025)]


def test_merged_and_blank_sasaran_are_carried_down(drawn):
    table = read_roles(
        drawn([["Sasaran", "Indikator", "Target"], ["A", "B", "1"], ["^", "C", "2"], ["", "D", "3"], ["E", "F", "4"]])
    )
    carried = carry_down(list(table.rows()), "sasaran")
    assert [at.value for at in carried] == ["A", "A", "A", "E"]
    assert carried[2].location.baris == 2


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Targe t capai an", "target"),
        ("INDIKATOR\nKINERJA", "indikator"),
        ("Prosentase  Capaian", "capaian"),
        ("Anggaran (Rp.)", "anggaran"),
        ("TARGET TAHUN 2017", "target"),
        ("Target Renstra Perangkat Daerah pada Tahun 2026 (Akhir Periode Renstra Perangkat Daerah)", "target_akhir"),
        ("Realisasi s.d. Tahun Lalu", "realisasi_lalu"),
        ("Capaian s.d. Tahun Ini", "capaian_akhir"),
        ("Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra Perangkat Daerah s/d Tahun 2025 (%)", "capaian_akhir"),
        ("Tingkat Capaian Kinerja dan Realisasi Anggaran Renja Perangkat Daerah Tahun 2025 (%)", "capaian"),
        ("Penjelasan / Formulasi", "formula"),
        ("Kapasitas terpasang", None),
        ("Meningkatnya kualitas pelayanan publik di kecamatan", None),
    ],
)
def test_role_of_a_header_text(text, role):
    assert read_header(text).role == role


def test_every_spelling_of_the_vocabulary_names_its_own_role():
    spellings = [(spelling, role) for role, names in vocabulary().kolom.items() for spelling in names]
    folded = [fold(spelling) for spelling, _ in spellings]
    assert len(set(folded)) == len(folded), "one spelling twice"
    assert [(s, r, read_header(s).role) for s, r in spellings if read_header(s).role != r] == []
    units = [
        spelling for name, names in vocabulary().satuan.items() for spelling in {fold(text) for text in (name, *names)}
    ]
    assert sorted({unit for unit in units if units.count(unit) > 1 and unit}) == []


def test_two_known_titles_carry_a_header_with_unknown_ones(drawn):
    table = read_roles(
        drawn([["No", "Sasaran", "Indikator", "Cuaca", "Musim", "Warna"], ["1", "A", "B", "C", "D", "E"]])
    )
    assert table.roles == ("no", "sasaran", "indikator")


def test_header_text_gives_year_quarter_and_unit():
    header = read_header("Realisasi Triwulan II 2024 (%)")
    assert (header.role, header.tahun, header.triwulan, header.satuan) == ("realisasi", 2024, 2, "%")


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["(1)", "(2)", "(3)"], True),
        (["1", "2", "3", "4"], True),
        (["2", "3", "7", "8", "14 = 7 + 13"], True),
        (["1", "2 3 4 5"], True),
        (["1", "2", "19", "3", "4", "6", "5", "17", "18", "7", "8", "9", "10", "11", "20", "12"], True),
        (["1", "90", "80"], False),
        (["1", "Sasaran", "3"], False),
        (["0", "0", "0", "0"], False),
        (["2016", "2017"], False),
    ],
)
def test_numbering_rows(texts, expected):
    assert is_numbering(texts) is expected


def test_parallel_lists_are_split_and_wrapped_text_is_not():
    assert split_parallel(["1. Satu\nlanjutan\n2. Dua", "98 %\n97 %", "Persen"]) == (
        ("Satu lanjutan", "98 %", "Persen"),
        ("Dua", "97 %", "Persen"),
    )
    assert split_parallel(["Persentase satu\nJumlah dua", "98\n7"]) == (("Persentase satu", "98"), ("Jumlah dua", "7"))
    assert split_parallel(["Persentase layanan\nyang selesai", "98\n%"]) == (
        ("Persentase layanan yang selesai", "98 %"),
    )
    assert split_parallel(["1. Satu 2. Dua", "98 %"]) == (("1. Satu 2. Dua", "98 %"),)
    assert split_parallel([None, "5"]) == ((None, "5"),)
    assert split_parallel(["Persentase Layanan\nPublik", "1 (satu)\nDokumen"]) == (
        ("Persentase Layanan Publik", "1 (satu) Dokumen"),
    )


def test_parallel_lists_with_percentages_below_and_with_lost_signs() -> None:
    assert split_parallel(["- Skor satu\n- Jumlah dua", "85\n450", "86\n(101%)\n270\n(60%)", "80,5"]) == (
        ("Skor satu", "85", "86 (101%)", "80,5"),
        ("Jumlah dua", "450", "270 (60%)", "80,5"),
    )
    assert split_parallel(["1. Persentase satu\n2. Jumlah dua\n1 Persentase tiga", "5\n7\n9"]) == (
        ("Persentase satu", "5"),
        ("Jumlah dua", "7"),
        ("Persentase tiga", "9"),
    )


def test_the_figure_of_the_whole_above_its_entries_and_units_on_one_line() -> None:
    assert split_parallel(["Margin :\n\uf0d8 Padi\n\uf0d8 Jagung", "%\n%", "32\n29", "161,07\n43,44\n163,78"]) == (
        ("Margin - Padi", "%", "32", "43,44"),
        ("Margin - Jagung", "%", "29", "163,78"),
    )
    assert split_parallel(["- Padi\n- Jagung\n- Bunga", "Ton Ton Tangkai", "5\n7\n9"]) == (
        ("Padi", "Ton", "5"),
        ("Jagung", "Ton", "7"),
        ("Bunga", "Tangkai", "9"),
    )


def test_entries_below_a_title_in_one_cell_bear_its_name():
    assert split_parallel(["Jumlah produksi (ton) :\n- Daging\n- Telur", "5\n7"]) == (
        ("Jumlah produksi (ton) - Daging", "5"),
        ("Jumlah produksi (ton) - Telur", "7"),
    )


def test_lists_in_one_cell():
    assert split_items("- Daging\n- Telur\n  ayam") == ("- Daging", "- Telur ayam")
    assert split_items("1. Satu 2. Dua") == ("1. Satu", "2. Dua")
    assert split_items("satu teks") == ("satu teks",)
    assert split_items("") == ()


def test_numbering_is_dropped_and_figures_stay():
    assert [strip_number(text) for text in ("1.1. Persentase A", "(2) Jumlah B", "a. Nilai C", "- Telur")] == [
        *("Persentase A", "Jumlah B", "Nilai C", "Telur")
    ]
    assert strip_number("7.01.02 Program Layanan") == "7.01.02 Program Layanan"
    assert [strip_number(text) for text in ("5 dokumen", "100 %", "A (83)")] == ["5 dokumen", "100 %", "A (83)"]


def test_broken_lines_flow_together():
    assert flow("peme-\nrintah  daerah\nundang-\nundang RKA-\nSKPD") == "pemerintah daerah undang-undang RKA-SKPD"


def test_a_list_under_words_with_a_value_of_their_own() -> None:
    cell = "Meningkatnya cakupan layanan\n• Dokumen rencana\n• Dokumen laporan"
    assert split_parallel([cell, "67%\n1 Dokumen\n2 Dokumen"]) == (
        ("Meningkatnya cakupan layanan", "67%"),
        ("Dokumen rencana", "1 Dokumen"),
        ("Dokumen laporan", "2 Dokumen"),
    )


def test_details_under_one_numbered_entry() -> None:
    assert split_parallel(["1.1. Jumlah produksi (ton) :\n- Daging\n- Telur", "768.495\n217.235"]) == (
        ("Jumlah produksi (ton) - Daging", "768.495"),
        ("Jumlah produksi (ton) - Telur", "217.235"),
    )


def test_a_row_of_very_many_columns_is_looked_at_once():
    place, many = Location("a.csv", tabel=1), 6_000
    cells = [Cell(f"Kolom {column}", row, column, place) for row in range(2) for column in range(many)]
    began = time.process_time()
    assert read_roles(Table(tuple(cells), 2, many, place)) is None
    assert time.process_time() - began < 4
