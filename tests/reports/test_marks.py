"""Scores as the papers show them."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from msgspec.structs import replace

from saksama.checker.run import Run
from saksama.reports import marks


@pytest.mark.parametrize(
    ("total", "kode"),
    [("100", "AA"), ("90.01", "AA"), ("90", "A"), ("64.85", "B"), ("60", "CC"), ("0.01", "D"), ("0", "E")],
)
def test_predicates_are_half_open(total: str, kode: str, run: Run) -> None:
    assert run.lke is not None
    reached = marks.predicate(run.lke, Decimal(total))
    assert reached is not None
    assert reached.kode == kode


def test_a_worksheet_without_predicates_has_none(run: Run) -> None:
    assert run.lke is not None
    assert marks.predicate(replace(run.lke, jenjang=()), Decimal(70)) is None


def test_the_worked_example(run: Run) -> None:
    assert run.lke is not None
    values = [str(marks.part_value(run.lke, part)) for part in run.lke.komponen]
    assert values == ["19.50", "18.60", "10.50", "16.25"]
    assert str(marks.total(run.lke)) == "64.85"


def test_without_proposal_the_floor_counts(make_run: Callable[..., Run]) -> None:
    lke = make_run(grades=[None] * 12).lke
    assert lke is not None
    assert marks.total(lke) == lke.lantai


def test_coverage_counts_what_applies(run: Run) -> None:
    assert run.lke is not None
    assert [marks.coverage(part) for part in run.lke.komponen] == [
        Decimal("0.20"),
        Decimal("0.05"),
        Decimal("0.09"),
        Decimal("0.00"),
    ]
    bare = replace(run.lke.komponen[0], subkomponen=())
    assert marks.coverage(bare) is None


def test_no_caution_beside_an_evaluators_own_grades(run: Run) -> None:
    assert run.lke is not None
    assert marks.caution(run.lke)
    part = run.lke.komponen[0]
    graded = replace(part, subkomponen=(replace(part.subkomponen[0], jawaban="B"), *part.subkomponen[1:]))
    assert marks.caution(replace(run.lke, komponen=(graded, *run.lke.komponen[1:]))) is None
