"""A whole made-up submission of a kecamatan: clean it has no findings; each seeded fault is found on its file."""

from __future__ import annotations

import datetime as dt
from functools import cache

import alat
import pytest
from kecamatan2025 import bangun, varian
from kecamatan2025.cacat import Cacat
from kecamatan2025.paket import paket

from saksama.checker.run import Run

TANGGAL = dt.date(2026, 3, 16)
PAKET = paket()
FOLLOW_UP = ("TL-004", "TL-006")


def judge(data: bangun.Data) -> Run:
    return alat.periksa(bangun.berkas(data), TANGGAL, "kecamatan")


@cache
def seeded(number: int) -> Run:
    d = bangun.dasar()
    for satu in PAKET[number]:
        satu.ubah(d)
    return judge(d)


def test_the_clean_submission_has_no_findings() -> None:
    run = judge(bangun.dasar())
    assert alat.temuan(run) == []
    assert [(item.aturan, item.alasan) for item in run.hasil if item.status == "galat"] == []


@pytest.mark.parametrize("name", varian.VARIAN)
def test_the_clean_submission_in_other_forms_has_no_findings(name: str) -> None:
    d = bangun.dasar()
    varian.VARIAN[name](d)
    assert alat.temuan(judge(d)) == []


def missed(satu: Cacat, run: Run) -> list[str]:
    """The rules of a fault that do not speak up where they should; TL rules must quote the rule that found it."""
    found = alat.temuan(run)
    reason = satu.temuan[0][0]
    return [
        rule
        for rule, places in satu.temuan
        if not any(
            found_rule == rule and place in places and (rule not in FOLLOW_UP or reason in message)
            for found_rule, place, message in found
        )
    ]


@pytest.mark.parametrize("number", range(len(PAKET)))
def test_seeded_faults_are_found_on_their_file(number: int) -> None:
    assert {satu.nama: lacking for satu in PAKET[number] if (lacking := missed(satu, seeded(number)))} == {}


@pytest.mark.parametrize("number", range(len(PAKET)))
def test_nothing_but_the_seeded_faults_is_found(number: int) -> None:
    expected = {rule for satu in PAKET[number] for rule in (*satu.akibat, *(rule for rule, _ in satu.temuan))}
    run = seeded(number)
    assert [one for one in alat.temuan(run) if one[0] not in expected] == []
    assert [(item.aturan, item.alasan) for item in run.hasil if item.status == "galat"] == []
