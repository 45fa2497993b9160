"""A made-up Dinas in three layouts: nothing is found in a clean submission, every seeded defect at its file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from alat import periksa, temuan
from dinas.cacat import HILIR, HULU, Cacat
from dinas.cacat_halus import EJAAN, HALUS, PER_TRIWULAN
from dinas.cacat_lain import TATA_LAIN
from dinas.cacat_tata import TATA
from dinas.harapan import nilai
from dinas.susun import susun

from saksama.checker.run import Run

TANGGAL = dt.date(2024, 3, 20)


def _periksa(folder: Path, ragam: int, ganti: Mapping[str, Any]) -> Run:
    meja = susun(folder, ragam, ganti)
    assert set(ganti) <= meja.dipakai, "a defect replaces a value that nothing prints"
    isi = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
    return periksa(isi, TANGGAL, "kabupaten-kota")


@pytest.mark.parametrize(
    ("ragam", "ganti"),
    [(1, {}), (2, {}), (3, {}), (1, PER_TRIWULAN), (3, EJAAN)],
    ids=["1", "2", "3", "per-triwulan-1", "ejaan-3"],
)
def test_nothing_is_found_in_a_clean_submission(ragam: int, ganti: Mapping[str, Any], tmp_path: Path) -> None:
    run = _periksa(tmp_path, ragam, ganti)
    assert temuan(run) == []
    assert run.ringkasan["galat"] == 0
    assert run.ringkasan["lulus"] > 110


@pytest.mark.parametrize(
    ("cacat", "ragam"),
    [(HULU, 1), (HULU, 3), (HILIR, 2), (HALUS, 2), (HALUS, 3), (TATA, 1), (TATA, 3), (TATA_LAIN, 2)],
    ids=["hulu-1", "hulu-3", "hilir-2", "halus-2", "halus-3", "tata-1", "tata-3", "tata-lain-2"],
)
def test_every_seeded_defect_is_found_at_its_file_and_nothing_else(
    cacat: Sequence[Cacat], ragam: int, tmp_path: Path
) -> None:
    ganti = {kunci: isi for satu in cacat for kunci, isi in satu.ganti.items()}
    missed, unexpected = nilai(cacat, temuan(_periksa(tmp_path, ragam, ganti)), ragam)
    assert [(satu.aturan, satu.uraian) for satu in missed] == []
    assert unexpected == []
