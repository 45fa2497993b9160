"""Reading a made-up annual report in the form of the guides: sections, comparisons, achievements, budget."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from saksama.parsers.model import Block, Cell, Document, Location, Page, Paragraph, Table
from saksama.parsers.records.laporan_kinerja import extract
from saksama.parsers.records.types import LaporanKinerja

FILE = "laporan.pdf"
LONG = "Uraian ini menjelaskan keadaan organisasi secara cukup panjang sehingga tidak mungkin dibaca sebagai judul. "


def teks(text: str, page: int | None = None, *, bold: bool = False) -> Paragraph:
    """One line of running text on a page."""
    return Paragraph(text, Location(FILE, halaman=page), bold=bold)


def tabel(
    rows: Sequence[Sequence[str]],
    page: int | None = None,
    *,
    spans: dict[tuple[int, int], tuple[int, int]] | None = None,
) -> Table:
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
        Cell(text, r, c, Location(FILE, halaman=page, tabel=1, baris=r + 1), *spans.get((r, c), (1, 1)))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
        if (r, c) not in covered
    )
    return Table(cells, len(rows), max(map(len, rows)), Location(FILE, halaman=page, tabel=1))


def dokumen(*blocks: Block, pages: int = 0) -> Document:
    """A document of these blocks; pages 0 stands for a format without pages."""
    return Document(
        FILE, "0" * 64, "pdf" if pages else "docx", blocks, tuple(Page(n, 595, 842) for n in range(1, pages + 1))
    )


def isi(document: Document) -> LaporanKinerja:
    (record,) = extract(document)
    assert isinstance(record.isi, LaporanKinerja)
    return record.isi


def report(halaman: bool) -> Document:
    def at(page: int) -> int | None:
        return page if halaman else None

    return dokumen(
        teks("LAPORAN KINERJA TAHUN 2023", at(1)),
        teks("DINAS KEBUN RAYA KABUPATEN MEKARSARI", at(1)),
        teks("KATA PENGANTAR", at(2)),
        teks(LONG, at(2)),
        teks("Mekarsari, 12 Februari 2024", at(2)),
        teks("KEPALA DINAS KEBUN RAYA", at(2)),
        teks("Budi Santoso, S.T.", at(2)),
        teks("NIP. 19700101 199501 1 001", at(2)),
        teks("DAFTAR ISI", at(3)),
        teks("KATA PENGANTAR ........................ i", at(3)),
        teks("IKHTISAR EKSEKUTIF .................... ii", at(3)),
        teks("BAB I PENDAHULUAN ..................... 1", at(3)),
        teks("BAB II PERENCANAAN KINERJA ............ 4", at(3)),
        teks("BAB III AKUNTABILITAS KINERJA ......... 6", at(3)),
        teks("BAB IV PENUTUP ........................ 12", at(3)),
        teks("LAMPIRAN ............................... 14", at(3)),
        teks("DAFTAR TABEL", at(4)),
        teks("Tabel 3.1 Perbandingan target dan realisasi ............ 7", at(4)),
        teks("IKHTISAR EKSEKUTIF", at(5)),
        teks(LONG, at(5)),
        teks("BAB I PENDAHULUAN", at(6)),
        teks("1.1. Gambaran Umum Organisasi", at(6)),
        teks(LONG * 3, at(6)),
        teks("BAB II PERENCANAAN KINERJA", at(7)),
        teks(LONG * 3, at(7)),
        teks("BAB III AKUNTABILITAS KINERJA", at(8)),
        teks("3.1. Capaian Kinerja Organisasi", at(8)),
        teks("a. Perbandingan antara Target dan Realisasi Kinerja", at(8)),
        teks("Tabel 3.1", at(8)),
        teks("Perbandingan Target dan Realisasi Tahun 2023", at(8)),
        tabel(
            [
                ["No", "Sasaran Strategis", "Indikator Kinerja Utama", "Satuan", "Target", "Realisasi", "Capaian (%)"],
                ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
                ["1", "Meningkatnya kunjungan", "1.1 Jumlah pengunjung", "orang", "1.200", "1.500", "125,00"],
                ["", "", "1.2 Indeks kepuasan", "indeks", "80", "82 indeks", "102,50"],
                ["Rata-rata", "", "", "", "", "", "113,75"],
            ],
            at(8),
            spans={(2, 1): (2, 1), (4, 0): (1, 6)},
        ),
        teks("b. Perbandingan Realisasi Kinerja Tahun n-1 dengan Tahun n", at(9)),
        tabel(
            [
                ["Indikator Kinerja Utama", "Target", "Realisasi", ""],
                ["", "", "Tahun 2022", "Tahun 2023"],
                ["Jumlah pengunjung", "1.200", "1.100", "1.500"],
            ],
            at(9),
            spans={(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)},
        ),
        teks("c. Perbandingan Realisasi Kinerja Tahun n sampai dengan akhir periode Renstra", at(10)),
        tabel(
            [
                ["Indikator Kinerja Utama", "Target akhir Renstra", "Realisasi Tahun 2023", "Tingkat Kemajuan"],
                ["Jumlah pengunjung", "2.000", "1.500", "75,00"],
            ],
            at(10),
        ),
        teks("g. Efisiensi Penggunaan Sumberdaya", at(11)),
        teks(LONG, at(11)),
        teks("h. Analisis Penyebab Keberhasilan dan Kegagalan Kinerja serta Solusi", at(12)),
        teks(LONG, at(12)),
        teks("3.2. Realisasi Anggaran", at(13)),
        tabel(
            [
                ["No", "Program", "Kegiatan", "Pagu Anggaran", "Realisasi", "%"],
                ["1", "Program Taman", "Kegiatan Tanam", "Rp 600.000.000", "Rp 540.000.000", "90,00"],
                ["2", "Program Taman", "Kegiatan Rawat", "Rp 400.000.000", "Rp 400.000.000", "100,00"],
                ["Jumlah", "", "", "Rp 1.000.000.000", "Rp 940.000.000", "94,00"],
            ],
            at(13),
            spans={(3, 0): (1, 3)},
        ),
        teks("BAB IV PENUTUP", at(14)),
        teks(LONG, at(14)),
        teks("LAMPIRAN", at(15)),
        pages=15 if halaman else 0,
    )


def test_header_of_a_report() -> None:
    laporan = isi(report(halaman=True))
    assert laporan.unit == "DINAS KEBUN RAYA KABUPATEN MEKARSARI"
    assert laporan.tahun == 2023
    assert laporan.tanggal == "2024-02-12"
    assert not laporan.sebagian


def test_sections_are_not_their_mention_in_the_contents() -> None:
    bagian = isi(report(halaman=True)).bagian
    assert (bagian.kata_pengantar, bagian.daftar_isi, bagian.daftar_tabel, bagian.ikhtisar_eksekutif) == (2, 3, 4, 5)
    assert (bagian.bab_1, bagian.bab_2, bagian.bab_3, bagian.bab_4, bagian.lampiran) == (6, 7, 8, 14, 15)


def test_sections_without_pages_are_true() -> None:
    bagian = isi(report(halaman=False)).bagian
    assert bagian.bab_1 is True
    assert bagian.lampiran is True


def test_a_missing_section_is_none() -> None:
    whole = report(halaman=True)
    without = tuple(
        block for block in whole.blocks if getattr(block, "text", "") not in ("IKHTISAR EKSEKUTIF", "DAFTAR TABEL")
    )
    bagian = isi(dokumen(*without, pages=15)).bagian
    assert bagian.ikhtisar_eksekutif is None
    assert bagian.daftar_tabel is None
    assert bagian.bab_1 == 6


def test_a_chapter_alone_is_a_part() -> None:
    laporan = isi(dokumen(teks("BAB III", 1), teks("AKUNTABILITAS KINERJA", 1), teks(LONG, 1), pages=1))
    assert laporan.sebagian
    assert laporan.bagian.bab_3 == 1
    assert laporan.bertanda_tangan == "tidak"


def test_chapters_named_in_the_outline_of_chapter_one_are_not_chapters() -> None:
    laporan = isi(
        dokumen(
            teks("BAB I PENDAHULUAN", 1),
            teks("1.1 Latar Belakang", 1),
            teks(LONG * 4, 1),
            teks("1.4 Sistematika Penulisan", 2),
            teks("BAB I PENDAHULUAN", 2),
            teks("BAB II PERENCANAAN KINERJA", 2),
            teks("BAB III AKUNTABILITAS KINERJA", 2),
            teks("BAB IV PENUTUP", 2),
            teks("BAB II PERENCANAAN KINERJA", 3),
            teks(LONG * 10, 3),
            teks("BAB III AKUNTABILITAS KINERJA", 4),
            teks(LONG * 10, 4),
            teks("BAB IV PENUTUP", 5),
            teks(LONG, 5),
            pages=5,
        )
    )
    bagian = laporan.bagian
    assert (bagian.bab_1, bagian.bab_2, bagian.bab_3, bagian.bab_4) == (1, 3, 4, 5)


def test_comparisons_by_heading_and_column() -> None:
    banding = isi(report(halaman=True)).perbandingan
    assert 8 in banding.target_realisasi
    assert banding.tahun_lalu == (9,)
    assert banding.akhir_renstra == (10,)
    assert banding.efisiensi == (11,)
    assert banding.analisis_penyebab == (12,)
    assert banding.realisasi_anggaran == (13,)
    assert banding.nasional == ()


def test_achievement_rows() -> None:
    rows = [row for row in isi(report(halaman=True)).capaian if row.halaman == 8]
    assert [(r.indikator, r.satuan, r.target, r.realisasi, r.capaian) for r in rows] == [
        ("Jumlah pengunjung", "orang", "1.200", "1.500", "125,00"),
        ("Indeks kepuasan", "indeks", "80", "82", "102,50"),
    ]
    assert {row.sasaran for row in rows} == {"Meningkatnya kunjungan"}
    assert {row.tabel for row in rows} == {"Tabel 3.1 Perbandingan Target dan Realisasi Tahun 2023"}
    assert {row.tahun for row in rows} == {None}


def test_last_year_and_end_of_plan_stay_apart_from_this_year() -> None:
    by_page = {row.halaman: row for row in isi(report(halaman=True)).capaian}
    assert (by_page[9].target, by_page[9].realisasi, by_page[9].realisasi_lalu) == ("1.200", "1.500", "1.100")
    assert (by_page[10].target_akhir, by_page[10].realisasi, by_page[10].capaian) == ("2.000", "1.500", "75,00")


def test_budget_rows_and_total() -> None:
    laporan = isi(report(halaman=True))
    assert [(row.uraian, row.pagu, row.realisasi, row.capaian) for row in laporan.anggaran] == [
        ("Kegiatan Tanam", 600_000_000, 540_000_000, "90,00"),
        ("Kegiatan Rawat", 400_000_000, 400_000_000, "100,00"),
    ]
    assert laporan.total_anggaran is not None
    assert (laporan.total_anggaran.pagu, laporan.total_anggaran.realisasi) == (1_000_000_000, 940_000_000)


def test_places_travel_with_the_values() -> None:
    (record,) = extract(report(halaman=True))
    place = record.place("capaian.0.target")
    assert place is not None
    assert place.halaman == 8
    bab = record.place("bagian.bab_3")
    assert bab is not None
    assert bab.halaman == 8


def test_a_document_without_text_gives_no_record() -> None:
    assert extract(dokumen()) == ()


@pytest.mark.parametrize("title", ["RINGKASAN EKSEKUTIF", "Ikhtisar Eksekutif", "EXECUTIVE SUMMARY"])
def test_names_of_the_summary(title: str) -> None:
    assert isi(dokumen(teks(title, 1), teks(LONG, 1), pages=1)).bagian.ikhtisar_eksekutif == 1


def rows_of(table: Table, title: str = "Tabel 3.1 Target dan Realisasi Tahun 2023") -> list[tuple[str | None, ...]]:
    laporan = isi(
        dokumen(
            teks("LAPORAN KINERJA TAHUN 2023", 1),
            teks("BAB III AKUNTABILITAS KINERJA", 1),
            teks(title, 1),
            table,
            pages=1,
        )
    )
    return [(r.indikator, r.satuan, r.target, r.realisasi, r.capaian) for r in laporan.capaian]


def test_several_indicators_in_one_cell() -> None:
    table = tabel(
        [
            ["Sasaran", "Indikator", "Target", "Realisasi", "Capaian"],
            ["Naiknya hasil", "1. Produksi padi\n2. Produksi jagung", "10\n20", "11\n19", "110\n95"],
        ]
    )
    assert rows_of(table) == [("Produksi padi", None, "10", "11", "110"), ("Produksi jagung", None, "20", "19", "95")]


def test_nested_items_carry_the_line_above() -> None:
    table = tabel(
        [
            ["Sasaran", "Indikator", "Satuan", "Target", "Realisasi", "Capaian"],
            ["Naiknya hasil", "Produksi ternak :", "", "", "", ""],
            ["", "- Daging", "ton", "10", "11", "110"],
            ["", "- Telur", "ton", "20", "19", "95"],
        ]
    )
    assert [row[0] for row in rows_of(table)] == ["Produksi ternak - Daging", "Produksi ternak - Telur"]


def test_sasaran_in_rows_of_their_own() -> None:
    table = tabel(
        [
            ["No", "Indikator", "Target", "Realisasi", "Capaian"],
            ["Sasaran 1: Naiknya hasil", "", "", "", ""],
            ["1", "Produksi padi", "10 ton", "11 ton", "110"],
            ["Sasaran 2: Tertibnya arsip", "", "", "", ""],
            ["2", "Arsip tertata", "20 %", "19 %", "95"],
        ],
        spans={(1, 0): (1, 5), (3, 0): (1, 5)},
    )
    laporan = isi(
        dokumen(teks("LAPORAN KINERJA TAHUN 2023", 1), teks("BAB III AKUNTABILITAS KINERJA", 1), table, pages=1)
    )
    assert [(r.sasaran, r.satuan, r.target, r.realisasi) for r in laporan.capaian] == [
        ("Naiknya hasil", "ton", "10", "11"),
        ("Tertibnya arsip", "%", "20", "19"),
    ]


def test_two_years_side_by_side() -> None:
    table = tabel(
        [
            ["Indikator", "Tahun 2022", "", "Tahun 2023", "", "% Capaian"],
            ["", "Target", "Capaian", "Target", "Capaian", ""],
            ["Produksi padi", "9", "8", "10", "11", "110"],
        ],
        spans={(0, 0): (2, 1), (0, 1): (1, 2), (0, 3): (1, 2), (0, 5): (2, 1)},
    )
    assert rows_of(table) == [("Produksi padi", None, "10", "11", "110")]


def test_the_unit_below_a_figure_is_no_column_of_its_own() -> None:
    table = tabel(
        [
            ["Indikator", "Target", "Realisasi", "Capaian"],
            ["", "(%)", "(%)", "(%)"],
            ["Arsip tertata", "80", "60", "75,00"],
        ],
        spans={(0, 0): (2, 1)},
    )
    assert rows_of(table) == [("Arsip tertata", "%", "80", "60", "75,00")]


def test_tables_of_activities_are_no_achievement_of_sasaran() -> None:
    table = tabel(
        [
            ["Kegiatan", "Indikator Kegiatan", "Target", "Realisasi", "Capaian"],
            ["Rapat", "Jumlah rapat", "4", "4", "100"],
        ]
    )
    assert rows_of(table) == []


def test_the_plan_s_target_for_the_year_is_not_its_end() -> None:
    table = tabel(
        [
            ["Indikator", "Target 2023", "Realisasi 2023", "Capaian", "Target Renstra 2023"],
            ["Arsip tertata", "80", "60", "75,00", "85"],
        ]
    )
    laporan = isi(
        dokumen(teks("LAPORAN KINERJA TAHUN 2023", 1), teks("BAB III AKUNTABILITAS KINERJA", 1), table, pages=1)
    )
    assert laporan.perbandingan.akhir_renstra == ()
    assert laporan.capaian[0].target == "80"
    assert laporan.capaian[0].target_akhir is None


def test_programs_before_their_activities_are_the_budget_rows() -> None:
    table = tabel(
        [
            ["Program/Kegiatan", "Anggaran", "Realisasi", "%"],
            ["Program Taman", "100.000.000", "90.000.000", "90"],
            ["Penanaman", "100.000.000", "90.000.000", "90"],
            ["Jumlah", "100.000.000", "90.000.000", "90"],
        ]
    )
    laporan = isi(
        dokumen(teks("BAB III AKUNTABILITAS KINERJA", 1), teks("3.2 Realisasi Anggaran Tahun 2023", 1), table, pages=1)
    )
    assert [row.uraian for row in laporan.anggaran] == ["Program Taman"]
    assert laporan.total_anggaran is not None
    assert laporan.total_anggaran.realisasi == 90_000_000


def test_pages_without_text_make_a_missing_section_doubtful() -> None:
    document = dokumen(teks("BAB I PENDAHULUAN", 1), teks(LONG, 1), pages=2)
    unread = Document(
        document.berkas,
        document.sha256,
        "pdf",
        document.blocks,
        (Page(1, 595, 842), Page(2, 595, 842, readable=False)),
    )
    (record,) = extract(unread)
    assert "bagian.kata_pengantar" in record.ragu
    assert "bagian.bab_1" not in record.ragu
    assert any("Halaman 2" in text for text in record.peringatan)


def test_a_lettered_part_on_the_budget_ends_the_numbered_one_before_it() -> None:
    laporan = isi(
        dokumen(
            teks("BAB III AKUNTABILITAS KINERJA", 1),
            teks("3.5 Analisis Program/Kegiatan yang menunjang keberhasilan", 1),
            teks(LONG, 2),
            teks("B. Realisasi Anggaran", 3, bold=True),
            teks(LONG, 4),
            pages=4,
        )
    )
    assert laporan.perbandingan.program_penunjang == (1, 2)
    assert laporan.perbandingan.realisasi_anggaran == (3, 4)


def test_a_chapter_on_planning_compares_nothing() -> None:
    table = tabel([["Sasaran", "Indikator", "Target 2023", "Realisasi 2022"], ["Naiknya hasil", "Produksi", "10", "9"]])
    laporan = isi(dokumen(teks("BAB II PERENCANAAN KINERJA", 1), teks("2.1 Evaluasi Kinerja", 1), table, pages=1))
    assert laporan.sebagian
    assert laporan.perbandingan.target_realisasi == ()
    assert laporan.perbandingan.tahun_lalu == ()


def test_every_comparison_of_the_guide_s_form() -> None:
    parts = {
        "tahun_lalu": "b. Perbandingan Realisasi Kinerja Tahun 2022 dengan Tahun 2023",
        "akhir_renstra": "c. Perbandingan Realisasi Kinerja Tahun 2023 sampai dengan akhir periode Renstra",
        "nasional": "d. Perbandingan Realisasi Kinerja dengan Target Nasional",
        "alokasi": "e. Alokasi per Sasaran Pembangunan",
        "kinerja_anggaran": "f. Pencapaian Kinerja dan Anggaran",
        "efisiensi": "g. Efisiensi Penggunaan Sumberdaya",
        "analisis_penyebab": "h. Analisis Penyebab Keberhasilan/peningkatan dan Kegagalan/penurunan Kinerja",
        "program_penunjang": "i. Analisis Program/kegiatan yang Menunjang Keberhasilan Pencapaian Kinerja",
    }
    blocks: list[Block] = [teks("LAPORAN KINERJA TAHUN 2023", 1), teks("BAB III AKUNTABILITAS KINERJA", 1)]
    blocks.append(teks("1) Capaian Kinerja Sasaran Strategis Meningkatnya kunjungan", 1))
    for page, title in enumerate(parts.values(), 2):
        blocks += [teks(title, page), teks("1. Butir pertama dari uraian ini", page), teks(LONG, page)]
    blocks.append(teks("BAB IV PENUTUP", 10))
    banding = isi(dokumen(*blocks, pages=10)).perbandingan
    assert {name: getattr(banding, name) for name in parts} == {name: (page,) for page, name in enumerate(parts, 2)}


def test_list_items_do_not_end_the_part_they_stand_in() -> None:
    laporan = isi(
        dokumen(
            teks("BAB III AKUNTABILITAS KINERJA", 1),
            teks("h. Analisis Penyebab Keberhasilan dan Kegagalan", 1),
            teks("1. Dukungan pimpinan daerah", 1),
            teks(LONG * 2, 2),
            teks("i. Analisis Program yang Menunjang Keberhasilan", 3),
            pages=3,
        )
    )
    assert laporan.perbandingan.analisis_penyebab == (1, 2)


def test_numbers_run_together_are_doubtful() -> None:
    table = tabel(
        [["Indikator", "Target", "Realisasi", "Capaian"], ["Sampah dan taman dan makam", "5 18", "6 20", "120 111"]]
    )
    (record,) = extract(
        dokumen(teks("LAPORAN KINERJA TAHUN 2023", 1), teks("BAB III AKUNTABILITAS KINERJA", 1), table, pages=1)
    )
    assert isinstance(record.isi, LaporanKinerja)
    assert record.isi.capaian[0].target == "5 18"
    assert "capaian.0.indikator" in record.ragu


def test_an_amount_that_is_no_single_number_is_kept_and_doubted() -> None:
    table = tabel(
        [
            ["Program", "Anggaran", "Realisasi", "%"],
            ["Program Taman", "100.000.000 200.000.000", "90.000.000", "90"],
            ["Pendapatan Retribusi", "500.000.000", "400.000.000", "80"],
        ]
    )
    (record,) = extract(
        dokumen(teks("BAB III AKUNTABILITAS KINERJA", 1), teks("3.2 Realisasi Anggaran", 1), table, pages=1)
    )
    assert isinstance(record.isi, LaporanKinerja)
    (row,) = record.isi.anggaran
    assert (row.pagu, row.pagu_teks, row.realisasi) == (None, "100.000.000 200.000.000", 90_000_000)
    assert "anggaran.0.pagu" in record.ragu


def test_tables_of_targets_before_chapter_iii_are_kept_apart() -> None:
    header = ["No", "Sasaran", "Indikator Kinerja"]
    report = dokumen(
        teks("LAPORAN KINERJA TAHUN 2023", 1),
        teks("BAB II PERENCANAAN KINERJA", 2),
        teks(LONG * 3, 2),
        teks("Tabel 2.1", 2),
        teks("Rencana Kinerja Tahun 2023", 2),
        tabel([[*header, "Target 2023 (%)"], ["1", "Taman terawat", "Persentase taman terawat", "90,5"]], 2),
        teks("Tabel 2.2", 2),
        teks("Target Renstra", 2),
        tabel(
            [[*header, "Target 2023", "Target 2024"], ["1", "Taman terawat", "Persentase taman terawat", "1", "2"]], 2
        ),
        teks("Tabel 2.3", 2),
        teks("Rencana Program", 2),
        tabel([["No", "Program", "Indikator Program", "Target"], ["1", "Program taman", "Jumlah taman", "9"]], 2),
        teks("BAB III AKUNTABILITAS KINERJA", 3),
        teks(LONG * 3, 3),
        pages=3,
    )
    (row,) = isi(report).rencana
    assert (row.tabel, row.indikator, row.target, row.satuan) == (
        "Tabel 2.1 Rencana Kinerja Tahun 2023",
        "Persentase taman terawat",
        "90,5",
        "%",
    )
    assert isi(report).capaian == ()


def test_years_of_results_under_one_title_are_what_was_realised() -> None:
    table = tabel(
        [
            ["Sasaran", "Indikator", "Capaian Kinerja pada Tahun", "", "Target 2026"],
            ["", "", "2022", "2023", ""],
            ["Kebun terawat", "Luas kebun", "8", "9", "12"],
        ],
        1,
        spans={(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2), (0, 4): (2, 1)},
    )
    (row,) = isi(
        dokumen(teks("LAPORAN KINERJA TAHUN 2023", 1), teks("BAB III AKUNTABILITAS KINERJA", 1), table)
    ).capaian
    assert (row.target, row.realisasi, row.capaian, row.realisasi_lalu) == ("12", "9", None, "8")


def test_percentages_below_another_name_are_capaian() -> None:
    table = tabel(
        [
            ["Sasaran", "Indikator", "Target", "Realisasi", "Kategori Penilaian"],
            ["Kebun terawat", "Luas kebun", "10 ha", "9 ha", "90 % (Baik)"],
            ["", "Jumlah taman", "5 unit", "6 unit", "120 % (Sangat Baik)"],
        ],
        1,
    )
    rows = isi(dokumen(teks("LAPORAN KINERJA TAHUN 2023", 1), teks("BAB III AKUNTABILITAS KINERJA", 1), table)).capaian
    assert [row.capaian for row in rows] == ["90 % (Baik)", "120 % (Sangat Baik)"]


def test_a_sum_in_merged_cells_is_the_total_and_spending_with_its_programs_counts_once() -> None:
    table = tabel(
        [
            ["No", "Program", "Anggaran (Rp)", "Realisasi (Rp)", "%"],
            ["", "Belanja Langsung", "9.000.000", "8.000.000", "88,89"],
            ["1", "Program Kebun", "4.000.000", "3.000.000", "75,00"],
            ["2", "Program Taman", "5.000.000", "5.000.000", "100,00"],
            ["TOTAL BELANJA LANGSUNG", "", "9.000.000", "8.000.000", "88,89"],
        ],
        1,
        spans={(4, 0): (1, 2)},
    )
    laporan = isi(dokumen(teks("LAPORAN KINERJA TAHUN 2023", 1), teks("BAB III AKUNTABILITAS KINERJA", 1), table))
    assert [row.uraian for row in laporan.anggaran] == ["Program Kebun", "Program Taman"]
    assert laporan.total_anggaran is not None
    assert laporan.total_anggaran.pagu == 9_000_000


def test_parts_of_a_list_item_do_not_end_the_chapters_part() -> None:
    laporan = isi(
        dokumen(
            teks("LAPORAN KINERJA TAHUN 2023", 1),
            teks("BAB III AKUNTABILITAS KINERJA", 1),
            teks("3.1 Evaluasi dan Analisis Capaian Kinerja", 1),
            teks(LONG * 5, 1),
            teks("1. Pelaksanaan Program", 2),
            teks("1.1 Program Penataan Kebun", 2),
            teks(LONG * 5, 2),
            teks("1.2 Program Penataan Taman", 3),
            teks(LONG * 5, 3),
            teks("3.2 Realisasi Anggaran", 4),
            pages=4,
        )
    )
    assert laporan.perbandingan.analisis_penyebab == (1, 2, 3)
    assert laporan.perbandingan.program_penunjang == (2, 3)


def test_the_percentage_of_a_sasaran_is_none_of_its_indicators() -> None:
    table = tabel(
        [
            ["Sasaran", "Indikator", "Target", "Realisasi", "Capaian Sasaran"],
            ["Kebun terawat", "Luas kebun", "10", "9", "95,00"],
            ["", "Jumlah taman", "5", "5", ""],
            ["Bibit tersedia", "Jumlah bibit", "100", "80", "80,00"],
        ],
        1,
        spans={(1, 0): (2, 1), (1, 4): (2, 1)},
    )
    rows = isi(dokumen(teks("LAPORAN KINERJA TAHUN 2023", 1), teks("BAB III AKUNTABILITAS KINERJA", 1), table)).capaian
    assert [row.capaian for row in rows] == [None, None, "80,00"]


def test_the_percentage_of_a_sasaran_stays_out_of_split_rows() -> None:
    table = tabel(
        [
            ["Sasaran", "Indikator", "Target", "Realisasi", "Capaian Sasaran"],
            ["Kebun terawat", "- Luas kebun\n- Jumlah taman", "10\n5", "9\n(90%)\n5\n(100%)", "95,00"],
        ],
        1,
    )
    rows = isi(dokumen(teks("LAPORAN KINERJA TAHUN 2023", 1), teks("BAB III AKUNTABILITAS KINERJA", 1), table)).capaian
    assert [(row.indikator, row.target, row.realisasi, row.capaian) for row in rows] == [
        ("Luas kebun", "10", "9 (90%)", None),
        ("Jumlah taman", "5", "5 (100%)", None),
    ]


def test_a_share_of_the_whole_is_no_budget_row_and_numbers_before_names_are_dropped() -> None:
    table = tabel(
        [
            ["No", "Program", "Anggaran (Rp)", "Realisasi (Rp)", "%"],
            ["1", "1 Program Kebun", "4.000.000", "3.000.000", "75,00"],
            ["", "Jumlah terhadap Dinas (%)", "91,56", "68,39", ""],
        ],
        1,
    )
    laporan = isi(dokumen(teks("LAPORAN KINERJA TAHUN 2023", 1), teks("BAB III AKUNTABILITAS KINERJA", 1), table))
    assert [row.uraian for row in laporan.anggaran] == ["Program Kebun"]


def test_a_heading_broken_over_two_rows_names_one_column() -> None:
    table = tabel(
        [
            ["Sasaran", "Indikator", "Target", "Realisasi", "Capaian"],
            ["Strategis", "Kinerja", "", "", ""],
            ["Kebun terawat", "Luas kebun", "10", "9", "90"],
        ],
        1,
    )
    (row,) = isi(
        dokumen(teks("LAPORAN KINERJA TAHUN 2023", 1), teks("BAB III AKUNTABILITAS KINERJA", 1), table)
    ).capaian
    assert (row.indikator, row.target, row.capaian) == ("Luas kebun", "10", "90")
