"""The runner of rule examples finds an example that says something else than the rule does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from saksama.checker import rulebook
from saksama.checker.examples import example_submission, run_examples
from saksama.checker.tools import Tools

Make = Callable[..., Any]
BOOK = rulebook.Rulebook(rulebook.Identity("uji", "1", "uji"), "", {}, rulebook.RULES)


def failures(make_rule: Make, text: str) -> list[str]:
    return [f"{one.nomor}: {one.pesan}" for one in run_examples(make_rule(text), BOOK, Tools())]


def test_right_examples_are_silent(make_rule: Make, rule_text: str) -> None:
    assert failures(make_rule, rule_text) == []


@pytest.mark.parametrize(
    ("extra", "says"),
    [
        ("  - temuan: {pihak_pertama: {nama: Sari}}\n", "seharusnya temuan, hasilnya lulus"),
        ("  - lulus: {pihak_pertama: {jabatan: Camat}}\n", "hasilnya temuan. Pihak pertama tanpa nama."),
        ("  - temuan: {pihak_pertama: {}}\n    jumlah: 2\n", "seharusnya 2 temuan, hasilnya 1"),
        ("  - temuan: {pihak_pertama: {}}\n    pesan: NIP\n", "pesan “NIP” tidak ada"),
        ("  - lulus: {pihak_pertamaa: {nama: Sari}}\n", "contoh tidak dapat dibaca"),
        ("  - lulus: {dokumen: [], tahunn: 2024}\n", "isian tahunn tidak dikenal"),
    ],
)
def test_an_example_that_is_wrong_is_named(make_rule: Make, rule_text: str, extra: str, says: str) -> None:
    (failure,) = failures(make_rule, rule_text + extra)
    assert failure.startswith("3: ")
    assert says in failure


def test_an_example_of_one_record_is_a_single_file(make_rule: Make, rule_text: str) -> None:
    bound = make_rule(rule_text)
    assert example_submission(bound, {"tahun": 2024}).single
    whole = example_submission(bound, {"dokumen": [{"tahun": 2024}, {"tahun": 2024}], "unit": "Kecamatan Mekarsari"})
    assert (whole.single, whole.tahun, whole.unit, len(whole.naskah)) == (False, 2024, "Kecamatan Mekarsari", 2)
