"""Totals of a made-up report's budget that only its text states."""

from __future__ import annotations

from collections.abc import Sequence

from saksama.parsers.model import Location, Paragraph
from saksama.parsers.records.total_laporan import total_from_text


def total(texts: Sequence[str], *sums: int) -> tuple[int | None, int | None, str | None] | None:
    """pagu, realisasi and capaian that the paragraphs state, or None."""
    blocks = tuple(Paragraph(text, Location("laporan.pdf", halaman=1)) for text in texts)
    found = total_from_text([blocks], sums)
    if found is None:
        return None
    values = [found[name].value if found[name] else None for name in ("pagu", "realisasi", "capaian")]
    return values[0], values[1], values[2]


WHOLE = (
    "Belanja Dinas Kebun Raya dianggarkan sebesar Rp 100.000.000,00, dapat direalisasikan sebesar Rp 95.000.000 atau "
    "95.00%. Belanja Tidak Langsung dialokasikan sebesar Rp 40.000.000,00 dan direalisasikan sebesar Rp 39.000.000,00."
)


def test_the_largest_budget_with_what_was_spent_is_the_total() -> None:
    assert total([WHOLE]) == (100_000_000, 95_000_000, "95.00%")


def test_what_was_spent_may_come_first() -> None:
    text = "Realisasi keuangan mencapai Rp.45.000.000,- (90,00%) dari total anggaran sebesar Rp.50.000.000,- tahun ini."
    assert total([text]) == (50_000_000, 45_000_000, "90,00%")


def test_the_budget_after_its_change_counts_and_a_page_break_is_no_end() -> None:
    texts = [
        "Alokasi anggaran Belanja Langsung sebesar Rp.48.000.000,- dan setelah dilakukan perubahan menjadi sebesar "
        "Rp.50.000.000,- anggaran tersebut",
        "terealisasi sebesar Rp.45.000.000,-, atau 90,00%. Hal tersebut disebabkan sisa lelang.",
    ]
    assert total(texts) == (50_000_000, 45_000_000, "90,00%")


def test_a_single_program_or_activity_is_no_total() -> None:
    text = (
        "Kegiatan Penataan Taman dengan alokasi anggaran sebesar Rp. 5.000.000 realisasi anggaran sebesar "
        "Rp. 4.900.000 atau 98,00% dan realisasi fisik 100%."
    )
    assert total([text]) is None


def test_amounts_whose_percentage_disagrees_do_not_belong_together() -> None:
    assert total(["Anggaran sebesar Rp 10.000.000 dengan realisasi sebesar Rp 2.000.000 atau 95,00 %."]) is None


def test_no_total_lies_below_the_sum_of_a_table() -> None:
    assert total([WHOLE], 120_000_000) is None
    assert total([WHOLE], 60_000_000, 45_000_000) == (100_000_000, 95_000_000, "95.00%")


def test_a_budget_told_with_its_parts_is_a_total_without_results() -> None:
    text = "APBD Dinas Kebun Raya ditetapkan Rp. 21.000.000,- (Dua Puluh Satu Juta Rupiah), terdiri dari :"
    assert total([text]) == (21_000_000, None, None)


def test_a_total_from_the_text_is_doubtful() -> None:
    blocks = (Paragraph(WHOLE, Location("laporan.pdf", halaman=1)),)
    found = total_from_text([blocks], ())
    assert found is not None
    assert found["pagu"].ragu
