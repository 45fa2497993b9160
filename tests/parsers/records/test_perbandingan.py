"""What the pages of a made-up report compare and explain, where headings and tables leave room for mistakes."""

from __future__ import annotations

import pytest

from saksama.parsers.model import Block
from tests.parsers.records.test_laporan_kinerja import LONG, dokumen, isi, tabel, teks

START = (teks("LAPORAN KINERJA TAHUN 2023", 1), teks("BAB III AKUNTABILITAS KINERJA", 1))
RESULTS = tabel(
    [["Sasaran", "Indikator", "Target", "Realisasi", "Capaian (%)"], ["Kebun terawat", "Luas kebun", "10", "9", "90"]],
    1,
)


def pages(*blocks: Block, last: int = 4) -> dict[str, tuple[int | bool, ...]]:
    """The pages per comparison of a report with these blocks below its table of results."""
    banding = isi(dokumen(*START, RESULTS, *blocks, pages=last)).perbandingan
    return {name: getattr(banding, name) for name in type(banding).__struct_fields__}


def test_years_up_to_the_end_of_the_plan_are_no_comparison_with_last_year() -> None:
    table = tabel(
        [
            ["Indikator", "Realisasi 2022", "Realisasi 2023", "Target Renstra 2026"],
            ["Luas kebun", "8", "9", "12"],
        ],
        2,
    )
    found = pages(teks("b. Perbandingan Realisasi Tahun 2022-2023 dengan Target Renstra Tahun 2026", 2), table, last=2)
    assert found["akhir_renstra"] == (2,)
    assert found["tahun_lalu"] == ()


def test_plans_for_next_year_compare_nothing() -> None:
    table = tabel(
        [
            ["Sasaran", "Indikator", "Program/Kegiatan", "Anggaran (Rp.)"],
            ["Kebun terawat", "Luas", "Penataan", "5.000"],
        ],
        2,
    )
    found = pages(teks("Tabel 3.2", 2), teks("Rencana Tindak Lanjut Tahun 2024", 2), table)
    assert found["alokasi"] == found["program_penunjang"] == ()


def test_budget_beside_results_is_an_allocation_where_no_plain_one_is_given() -> None:
    joint = tabel(
        [
            ["Sasaran", "Indikator", "Program", "Pagu (Rp)", "Realisasi (Rp)", "%"],
            ["Kebun terawat", "Luas kebun", "Penataan Kebun", "5.000.000", "4.000.000", "80"],
        ],
        3,
    )
    plain = tabel([["Sasaran", "Indikator", "Anggaran (Rp)"], ["Kebun terawat", "Luas kebun", "5.000.000"]], 2)
    assert pages(joint)["alokasi"] == (3,)
    assert pages(plain, joint)["alokasi"] == (2,)


def test_income_is_no_use_of_the_budget() -> None:
    income = tabel([["Uraian", "Target", "Realisasi", "%"], ["Retribusi", "5.000.000", "6.000.000", "120"]], 2)
    spent = tabel([["Program", "Pagu", "Realisasi", "%"], ["Program Kebun", "5.000.000", "4.000.000", "80"]], 3)
    found = pages(
        teks("3.2 Akuntabilitas Keuangan", 2),
        teks("Tabel 4", 2),
        teks("Realisasi Pendapatan", 2),
        income,
        spent,
        last=3,
    )
    assert found["realisasi_anggaran"] == (3,)


def test_causes_told_without_a_heading_count_and_formulas_do_not() -> None:
    cause = "Capaian luas kebun belum memenuhi target yang disebabkan keterbatasan lahan di pusat kota. "
    formula = "Karena semakin tinggi realisasi semakin rendah capaian, maka digunakan rumus kedua. "
    found = pages(teks(cause * 3, 2), teks(formula * 3, 3))
    assert found["analisis_penyebab"] == (2,)


def test_remarks_are_no_analysis_where_a_part_is_given_to_it() -> None:
    cause = "Capaian luas kebun belum memenuhi target yang disebabkan keterbatasan lahan di pusat kota. "
    found = pages(
        teks(cause * 3, 2), teks("3.1.4 Analisis Penyebab Keberhasilan", 3), teks(LONG * 3, 3), teks(LONG * 3, 4)
    )
    assert found["analisis_penyebab"] == (3, 4)


def test_programs_named_as_support_of_a_sasaran() -> None:
    found = pages(teks("Pencapaian sasaran pertama didukung oleh 1 program, yaitu Program Penataan Kebun.", 2))
    assert found["program_penunjang"] == (2,)


def test_what_is_said_of_a_table_on_the_next_page_goes_on_from_it() -> None:
    table = tabel([["Indikator", "Realisasi 2023", "Target akhir Renstra"], ["Luas kebun", "9", "12"]], 2)
    said = "Realisasi luas kebun terhadap target Renstra baru mencapai tiga perempatnya pada tahun ini."
    found = pages(teks("Perbandingan dengan Target Renstra", 2), table, teks("3.3 Lain-lain", 3), teks(said, 3), last=3)
    assert found["akhir_renstra"] == (2, 3)


GUIDE = (
    "Membandingkan antara target dan realisasi kinerja tahun ini",
    "Membandingkan antara realisasi kinerja serta capaian kinerja tahun ini dengan tahun lalu dan beberapa tahun "
    "terakhir",
    "Membandingkan realisasi kinerja sampai dengan tahun ini dengan target jangka menengah yang terdapat dalam dokumen "
    "perencanaan strategis organisasi",
    "Membandingkan realisasi kinerja tahun ini dengan standar nasional (jika ada)",
    "Analisis penyebab keberhasilan/kegagalan atau peningkatan/penurunan kinerja serta alternatif solusi yang telah "
    "dilakukan",
    "Analisis atas efisiensi penggunaan sumber daya",
    "Analisis program/kegiatan yang menunjang keberhasilan ataupun kegagalan pencapaian pernyataan kinerja",
)
OTHERS = (
    "Capaian Indikator Kinerja Utama",
    "Realisasi Kinerja Tahun 2023 dan Tahun-Tahun Sebelumnya",
    "Progres Capaian Kinerja terhadap Target Akhir Renstra",
    "Benchmark Capaian Kinerja dengan Kabupaten Lain",
    "Hambatan dan Upaya Tindak Lanjut",
    "Tingkat Efisiensi Penggunaan Anggaran",
    "Program Pendukung Pencapaian Sasaran",
)
TOPICS = ("tahun_lalu", "akhir_renstra", "nasional", "analisis_penyebab", "efisiensi", "program_penunjang")


@pytest.mark.parametrize("titles", [GUIDE, OTHERS])
@pytest.mark.parametrize("number", ["3.1.{} ", "{}. ", "{}) "])
def test_comparisons_headed_as_the_ministry_s_guide_words_them(titles: tuple[str, ...], number: str) -> None:
    blocks = [teks("LAPORAN KINERJA TAHUN 2023", 1), teks("BAB III AKUNTABILITAS KINERJA", 1)]
    blocks.append(teks("3.1 Capaian Kinerja Organisasi", 1))
    rows = [
        ["Sasaran", "Indikator", "Target", "Realisasi", "Capaian"],
        ["Kebun terawat", "Luas kebun", "10", "9", "90"],
    ]
    for index, title in enumerate(titles, 1):
        blocks.append(teks(number.format(index) + title, 1 + index))
        blocks.append(tabel(rows, 1 + index) if index == 1 else teks(LONG, 1 + index))
    found = isi(dokumen(*blocks, teks("BAB IV PENUTUP", 12), teks("Kesimpulan.", 12))).perbandingan
    assert [name for name in TOPICS if not getattr(found, name)] == []


def test_an_outline_of_the_comparisons_is_none() -> None:
    blocks = [teks("LAPORAN KINERJA TAHUN 2023", 1), teks("BAB III AKUNTABILITAS KINERJA", 1)]
    blocks += [teks("3.1 Capaian Kinerja Organisasi", 1), teks("Analisis dilakukan sebagai berikut:", 1)]
    blocks += [teks(f"{index}) {title};", 1) for index, title in enumerate(GUIDE, 1)]
    found = isi(dokumen(*blocks, teks("BAB IV PENUTUP", 3))).perbandingan
    assert [name for name in TOPICS if getattr(found, name)] == []
