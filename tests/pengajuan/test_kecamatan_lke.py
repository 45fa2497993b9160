"""The evaluator's own papers on the kecamatan: a clean worksheet and draft have no findings, each fault is found."""

from __future__ import annotations

import datetime as dt

import alat
import pytest
from kecamatan2025 import bangun, lke

TANGGAL = dt.date(2026, 7, 10)
LAMA = "LHE 2025.docx"


def found(files: dict[str, bytes]) -> set[str]:
    run = alat.periksa({**files, LAMA: bangun.bersih()[bangun.LHE]}, TANGGAL, "kecamatan")
    return {rule for rule, _, _ in alat.temuan(run) if rule.startswith(("LKE", "LHE"))}


def test_clean_papers_have_no_findings() -> None:
    assert found(lke.berkas()) == set()


@pytest.mark.parametrize("fault", lke.CACAT, ids=lambda one: one.nama)
def test_a_seeded_fault_is_found_and_nothing_else(fault: lke.CacatLke) -> None:
    assert fault.aturan in (seen := found(lke.berkas(fault.ubah)))
    assert seen <= {fault.aturan, *fault.akibat}
