"""Reading made-up strategic plans: the form since 2025 with codes in the cell, and the older ones with more columns."""

from __future__ import annotations

from collections.abc import Sequence

from saksama.parsers.model import Block, Cell, Document, Location, Paragraph, Table
from saksama.parsers.records.renstra import extract
from saksama.parsers.records.types import Renstra

FILE = "renstra.docx"


def teks(text: str) -> Paragraph:
    return Paragraph(text, Location(FILE))


def tabel(rows: Sequence[Sequence[str]], *, spans: dict[tuple[int, int], tuple[int, int]] | None = None) -> Table:
    """A table of texts; spans gives (rowspan, colspan) by (row, column), and the covered texts are left out."""
    spans = spans or {}
    covered = {
        (row + down, column + right)
        for (row, column), (rowspan, colspan) in spans.items()
        for down in range(rowspan)
        for right in range(colspan)
        if down or right
    }
    cells = tuple(
        Cell(text, r, c, Location(FILE, tabel=1, baris=r + 1), *spans.get((r, c), (1, 1)))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
        if (r, c) not in covered
    )
    return Table(cells, len(rows), max(map(len, rows)), Location(FILE, tabel=1))


def isi(*blocks: Block) -> Renstra:
    (record,) = extract(Document(FILE, "0" * 64, "docx", blocks))
    assert isinstance(record.isi, Renstra)
    return record.isi


TITLE = (teks("RENCANA STRATEGIS TAHUN 2025-2029"), teks("KECAMATAN MEKARSARI KABUPATEN SEJAHTERA"))
SASARAN = tabel(
    [
        ["Tujuan dan Sasaran", "Indikator", "Satuan", "Baseline 2024", "2026", "2027"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["Tujuan: Meningkatnya pelayanan", "Indeks pelayanan", "Nilai", "85", "86", "87"],
        ["Sasaran 1: Meningkatnya kepuasan", "Indeks kepuasan", "Nilai", "90", "91", "92"],
        ["Sasaran 2: Meningkatnya kinerja", "Persentase urusan selesai", "%", "80", "81", "82"],
    ]
)
PROGRAM = tabel(
    [
        ["Program/Kegiatan/Sub Kegiatan", "Indikator", "Satuan", "Target dan Pagu Indikatif Tahun", "", "", ""],
        ["", "", "", "2025", "", "2026", ""],
        ["", "", "", "Target", "Pagu (Rp)", "Target", "Pagu (Rp)"],
        ["7.01.01 PROGRAM PENUNJANG", "", "", "", "", "", ""],
        ["Meningkatnya penunjang", "Persentase penunjang", "%", "95", "2,683,919", "95.5", "2,700,000"],
        ["7.01.01.2.01.0001 Penyusunan Dokumen", "", "", "", "", "", ""],
        ["Tersusunnya dokumen", "Jumlah dokumen", "dokumen", "1", "2,500", "1", "-"],
        ["Jumlah", "", "", "", "2,686,419", "", "2,700,000"],
    ],
    spans={(0, 0): (3, 1), (0, 1): (3, 1), (0, 2): (3, 1), (0, 3): (1, 4), (1, 3): (1, 2), (1, 5): (1, 2)},
)


def test_period_and_unit() -> None:
    renstra = isi(*TITLE, SASARAN)
    assert (renstra.tahun_awal, renstra.tahun_akhir) == (2025, 2029)
    assert renstra.unit == "KECAMATAN MEKARSARI KABUPATEN SEJAHTERA"


def test_tujuan_and_sasaran_in_one_column() -> None:
    rows = isi(*TITLE, SASARAN).sasaran
    assert [(r.tujuan, r.sasaran, r.indikator) for r in rows] == [
        ("Meningkatnya pelayanan", None, "Indeks pelayanan"),
        ("Meningkatnya pelayanan", "Meningkatnya kepuasan", "Indeks kepuasan"),
        ("Meningkatnya pelayanan", "Meningkatnya kinerja", "Persentase urusan selesai"),
    ]
    assert rows[1].kondisi_awal == "90"
    assert rows[1].target == {"2026": "91", "2027": "92"}


def test_code_and_name_above_their_indicator() -> None:
    rows = isi(*TITLE, PROGRAM).program
    assert [(r.kode, r.uraian, r.indikator, r.satuan) for r in rows] == [
        ("7.01.01", "PROGRAM PENUNJANG", "Persentase penunjang", "%"),
        ("7.01.01.2.01.0001", "Penyusunan Dokumen", "Jumlah dokumen", "dokumen"),
    ]
    assert rows[0].target == {"2025": "95", "2026": "95.5"}
    assert rows[0].pagu == {"2025": "2,683,919", "2026": "2,700,000"}
    assert rows[1].pagu == {"2025": "2,500", "2026": "-"}
    assert rows[0].lain["outcome"] == "Meningkatnya penunjang"


def test_programs_and_activities_in_columns_of_their_own() -> None:
    table = tabel(
        [
            ["Program", "Indikator Program", "Kegiatan", "Indikator Kegiatan", "Anggaran", ""],
            ["", "", "", "", "2017", "2018"],
            ["Program Arsip", "Persentase arsip tertata", "Kegiatan Penataan", "12 bulan", "100.000", "110.000"],
            ["", "", "Kegiatan Pembinaan", "27 lembaga", "50.000", "55.000"],
        ],
        spans={(0, c): (2, 1) for c in range(4)} | {(0, 4): (1, 2), (2, 0): (2, 1), (2, 1): (2, 1)},
    )
    rows = isi(teks("RENSTRA BADAN ARSIP KABUPATEN SEJAHTERA 2017-2018"), table).program
    assert [(r.uraian, r.indikator) for r in rows] == [
        ("Program Arsip", "Persentase arsip tertata"),
        ("Kegiatan Penataan", "12 bulan"),
        ("Kegiatan Pembinaan", "27 lembaga"),
    ]
    assert rows[0].pagu == {}
    assert rows[2].pagu == {"2017": "50.000", "2018": "55.000"}


def test_the_same_indicator_in_two_tables_counts_once() -> None:
    assert len(isi(*TITLE, SASARAN, teks("Tabel berikut mengulang sasaran di atas."), SASARAN).sasaran) == 3


def test_figures_merged_over_name_and_outcome_are_one_entry() -> None:
    table = tabel(
        [
            ["Program/Kegiatan/Sub Kegiatan", "Indikator", "Satuan", "2025", ""],
            ["", "", "", "Target", "Pagu (Rp)"],
            ["7.01 KECAMATAN", "", "", "", "90"],
            ["7.01.02 PROGRAM RUKUN", "", "%", "80", "90"],
            ["Meningkatnya rukun", "Persentase rukun", "", "", ""],
        ],
        spans={
            **{(0, c): (2, 1) for c in range(3)},
            **{(0, 3): (1, 2), (3, 2): (2, 1), (3, 3): (2, 1), (3, 4): (2, 1)},
        },
    )
    (row,) = isi(*TITLE, table).program
    assert (row.kode, row.indikator, row.satuan) == ("7.01.02", "Persentase rukun", "%")
    assert (row.target, row.pagu) == ({"2025": "80"}, {"2025": "90"})


def test_an_annex_that_plans_again_adds_nothing_under_a_code_cut_short() -> None:
    def plan(kode: str) -> Table:
        return tabel(
            [
                ["Program/Kegiatan/Sub Kegiatan", "Indikator", "Satuan", "2025", ""],
                ["", "", "", "Target", "Pagu (Rp)"],
                [f"{kode} Penyusunan Dokumen", "", "", "", ""],
                ["Tersusunnya dokumen", "Jumlah dokumen", "dokumen", "1", "2,500"],
            ],
            spans={**{(0, c): (2, 1) for c in range(3)}, (0, 3): (1, 2)},
        )

    (row,) = isi(*TITLE, plan("7.01.01.2.01.000"), teks("Lampiran"), plan("7.01.01.2.01.0001")).program
    assert row.kode == "7.01.01.2.01.000"


def test_programs_beside_the_sasaran_give_way_to_those_with_codes() -> None:
    years = {(0, 4): (1, 2), (0, 6): (1, 2)}
    head = ["2017", "", "2018", ""]
    below = ["Target", "Rp.", "Target", "Rp."]
    figures = ["4 keg", "500", "5 keg", "600"]
    beside = tabel(
        [
            ["No", "Sasaran", "Indikator Sasaran", "Program dan Kegiatan", *head],
            ["", "", "", "", *below],
            ["1", "Ramainya baca", "Persentase baca", "Program Baca", *figures],
        ],
        spans={**{(0, c): (2, 1) for c in range(4)}, **years},
    )
    coded = tabel(
        [
            ["Sasaran", "Kode", "Program dan Kegiatan", "Indikator Kinerja Program", *head],
            ["", "", "", "", *below],
            ["Ramainya baca", "81", "Program Baca", "Jumlah kegiatan baca", *figures],
        ],
        spans={**{(0, c): (2, 1) for c in range(4)}, **years},
    )
    plan = isi(teks("RENSTRA BADAN ARSIP KABUPATEN SEJAHTERA 2017-2018"), beside, teks("Tabel 5.1"), coded)
    (row,) = plan.program
    assert (row.kode, row.indikator, row.satuan) == ("81", "Jumlah kegiatan baca", "keg")
    assert (row.target, row.pagu) == ({"2017": "4", "2018": "5"}, {"2017": "500", "2018": "600"})
    (sasaran,) = plan.sasaran
    assert (sasaran.indikator, sasaran.target) == ("Persentase baca", {"2017": "4", "2018": "5"})


def test_goals_above_their_programs_in_one_table() -> None:
    table = tabel(
        [
            ["Tujuan", "Sasaran", "Kode", "Program dan Kegiatan", "Indikator Kinerja", "2025", "", "2026", ""],
            ["", "", "", "", "", "target", "Rp", "target", "Rp"],
            ["Makmurnya warga", "", "", "", "Indeks makmur", "70", "", "71", ""],
            ["", "Naiknya panen", "", "", "Hasil panen (ton/ha)", "5", "", "6", ""],
            ["", "", "3.27.02", "Program Panen", "Persentase panen", "80%", "100", "85%", "110"],
            ["", "Turunnya susut", "", "", "Susut panen", "9", "", "8", ""],
        ],
        spans={**{(0, c): (2, 1) for c in range(5)}, (0, 5): (1, 2), (0, 7): (1, 2)},
    )
    plan = isi(*TITLE, table)
    assert [(r.tujuan, r.sasaran, r.indikator, r.satuan, r.target["2026"]) for r in plan.sasaran] == [
        ("Makmurnya warga", None, "Indeks makmur", None, "71"),
        ("Makmurnya warga", "Naiknya panen", "Hasil panen (ton/ha)", "ton/ha", "6"),
        ("Makmurnya warga", "Turunnya susut", "Susut panen", None, "8"),
    ]
    (program,) = plan.program
    assert (program.kode, program.satuan, program.target, program.pagu) == (
        "3.27.02",
        "%",
        {"2025": "80", "2026": "85"},
        {"2025": "100", "2026": "110"},
    )


def test_years_by_number() -> None:
    table = tabel(
        [
            ["Tujuan", "Sasaran", "Indikator", "Target Kinerja pada Tahun Ke-", ""],
            ["", "", "", "1", "2"],
            ["Makmurnya warga", "Naiknya panen", "Hasil panen", "5", "6"],
        ],
        spans={**{(0, c): (2, 1) for c in range(3)}, (0, 3): (1, 2)},
    )
    (row,) = isi(*TITLE, table).sasaran
    assert row.target == {"2025": "5", "2026": "6"}


def test_an_indicator_without_any_target_is_kept() -> None:
    rows = [["Sasaran", "Indikator", "2017", "2018"], ["Tertib", "Dokumen", "4", "5"], ["Rapi", "Map", "", ""]]
    plan = isi(teks("RENSTRA BADAN ARSIP 2017-2018"), tabel(rows))
    assert [(row.indikator, row.target) for row in plan.sasaran][1] == ("Map", {})


def test_an_indicator_without_its_only_target_is_kept() -> None:
    rows = [["Sasaran Renstra", "Indikator", "Target"], ["Tertib", "Dokumen", "4"], ["Rapi", "Map", ""]]
    plan = isi(teks("RENSTRA BADAN ARSIP 2017-2018"), tabel(rows))
    assert [(row.indikator, row.lain) for row in plan.sasaran] == [("Dokumen", {"Target": "4"}), ("Map", {})]


def test_unit_behind_the_targets() -> None:
    table = tabel(
        [["Sasaran", "Indikator", "2017", "2018"], ["Tertibnya arsip", "Dokumen terbit", "4 Dokumen", "5 Dokumen"]]
    )
    (row,) = isi(teks("RENSTRA BADAN ARSIP 2017-2018"), table).sasaran
    assert (row.satuan, row.target) == ("Dokumen", {"2017": "4", "2018": "5"})


def test_a_period_taken_from_the_columns_is_doubtful() -> None:
    table = tabel([["Sasaran", "Indikator", "2017", "2018"], ["Tertibnya arsip", "Dokumen terbit", "4", "5"]])
    (record,) = extract(Document(FILE, "0" * 64, "docx", (teks("BAB IV TUJUAN DAN SASARAN"), table)))
    assert isinstance(record.isi, Renstra)
    assert record.isi.tahun_awal == 2017
    assert "tahun_awal" in record.ragu


def test_a_plan_without_tables_warns() -> None:
    (record,) = extract(Document(FILE, "0" * 64, "docx", TITLE))
    assert any("tidak ditemukan" in text for text in record.peringatan)
