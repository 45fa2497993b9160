"""Columns whose role only shows beside others."""

from __future__ import annotations

from saksama.parsers.cells import split_parallel
from saksama.parsers.columns import HeaderColumn, column_of, settle
from saksama.parsers.model import Cell, Location


def _roles(*roles: str) -> list[str | None]:
    return [column.role for column in settle([HeaderColumn(i, 1, role, role) for i, role in enumerate(roles)])]


def test_realisasi_beside_programs_and_their_budget_is_money() -> None:
    assert _roles("program", "pagu", "realisasi", "capaian") == [
        "program", "pagu", "realisasi_anggaran", "capaian_anggaran",
    ]  # fmt: skip
    assert _roles("indikator", "target", "realisasi", "pagu")[2] == "realisasi"


def test_the_second_capaian_beside_the_end_of_the_plan_is_towards_it() -> None:
    assert _roles("indikator", "target", "realisasi", "capaian", "kondisi_akhir", "capaian")[-1] == "capaian_akhir"
    assert _roles("indikator", "kondisi_akhir", "capaian")[-1] == "capaian"


def test_a_month_below_the_schedule_keeps_its_quarter() -> None:
    place = Location("x.pdf")
    stack = [Cell("Jadwal Pelaksanaan", 0, 0, place), Cell("Agu", 1, 0, place)]
    column = column_of(stack, 0, 1)
    assert (column.role, column.triwulan) == ("jadwal", 3)


def test_targets_numbered_like_their_indikator_lose_the_number() -> None:
    assert split_parallel(["1. Level A\n2. Level B", "1. 3,20 Level\n2. 87,00 Persen"]) == (
        ("Level A", "3,20 Level"),
        ("Level B", "87,00 Persen"),
    )
    assert split_parallel(["1. Level A", "1. 3,20 Level"])[0][1] == "3,20 Level"
    assert split_parallel(["Level A", "1. 3,20 Level"])[0][1] == "1. 3,20 Level"
