"""An evaluation as figures: scales, sheets of one workbook, totals."""

from decimal import Decimal
from typing import Any

import msgspec
import pytest

from saksama.checker.worksheet import plain, read_score, sheets
from saksama.parsers.records.types import BarisLKE, HasilEvaluasi, Komponen, LembarKerjaEvaluasi


def worksheet(*rows: dict[str, Any]) -> LembarKerjaEvaluasi:
    return LembarKerjaEvaluasi(baris=tuple(msgspec.convert(row, BarisLKE) for row in rows))


def test_fractions_become_points() -> None:
    (sheet,) = sheets(
        worksheet(
            {"kode": "1", "bobot": "0,3", "nilai": "0,195"},
            {"kode": "2", "bobot": "0,7", "nilai": "0,4"},
            {"nilai": "0,595"},
        )
    )
    assert [item.bobot.nilai for item in sheet.butir if item.bobot] == [30, 70]
    assert sheet.total is not None
    assert sheet.total.nilai is not None
    assert (sheet.total.nilai.nilai, sheet.total.nilai.desimal) == (Decimal("59.5"), 1)


def test_a_code_that_comes_again_begins_another_sheet() -> None:
    found = sheets(
        worksheet(
            {"kode": "1", "nilai": "20"}, {"kode": "2", "nilai": "10"}, {"nilai": "30"}, {"kode": "1", "nilai": "5"}
        )
    )
    assert [len(sheet.butir) for sheet in found] == [2, 1]
    assert found[0].total is not None
    assert found[1].total is None


def test_values_in_per_cent_of_the_weight_are_told() -> None:
    rows = [{"kode": f"1.{letter}", "bobot": "6", "nilai": "70"} for letter in "abc"]
    assert sheets(worksheet(*rows))[0].persen


def test_a_component_without_figures_is_none_of_the_sum() -> None:
    parts = (Komponen("Perencanaan Kinerja", "30", "20"), Komponen("Capaian Kinerja", catatan=("Belum lengkap",)))
    (sheet,) = sheets(HasilEvaluasi(komponen=parts))
    assert [item.uraian for item in sheet.komponen] == ["Perencanaan Kinerja"]
    assert sheet.unread() == [
        "pengukuran kinerja",
        "pelaporan kinerja",
        "evaluasi akuntabilitas kinerja internal",
    ]


@pytest.mark.parametrize(
    ("text", "value"), [("12,500", "12.5"), ("19,50%", "19.5"), ("7,5", "7.5"), ("90.00", "90"), ("Belum Diisi", None)]
)
def test_scores_are_at_most_a_hundred(text: str, value: str | None) -> None:
    number = read_score(text)
    assert (number and number.nilai) == (Decimal(value) if value else None)


@pytest.mark.parametrize(("value", "text"), [("19.5", "19,50"), ("25", "25,00"), ("12.125", "12,125")])
def test_scores_as_people_write_them(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text
