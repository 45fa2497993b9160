"""Waivers: an accepted finding stays, marked; an expired, unused or malformed waiver is told."""

from __future__ import annotations

import datetime as dt

import pytest

from saksama.checker import waivers
from saksama.checker.run import Hasil, Temuan
from saksama.checker.waivers import Waiver
from saksama.parsers.yamlfile import DataError, load_text

FINDING = Temuan("ab12", "mayor", "tinggi", "Pihak pertama tanpa NIP.", "-", {}, ())
OUTCOMES = (Hasil("PK-008", "temuan", "pk.pdf", None, (FINDING,)),)
WAIVER = Waiver("PK-008", "pk.pdf", "ab12", "Pejabat baru", "Evaluator A", "2025-06-30")
TEXT = """\
- aturan: PK-008
  dokumen: pk.pdf
  jangkar: tanpa NIP
  alasan: Pejabat baru
  oleh: Evaluator A
  sampai: 2025-06-30
"""


def applied(waiver: Waiver, today: dt.date | None = dt.date(2025, 6, 30)) -> tuple[Temuan, tuple[str, ...]]:
    outcomes, warnings = waivers.apply(OUTCOMES, (waiver,), today)
    assert outcomes[0].status == "temuan"
    return outcomes[0].temuan[0], warnings


@pytest.mark.parametrize("anchor", ["ab12", "pihak PERTAMA tanpa nip"])
def test_a_waiver_marks_its_finding_up_to_its_last_day(anchor: str) -> None:
    waiver = Waiver("PK-008", "pk.pdf", anchor, "Pejabat baru", "Evaluator A", "2025-06-30")
    finding, warnings = applied(waiver)
    assert finding.pengecualian is not None
    assert (finding.pengecualian.alasan, finding.pengecualian.oleh) == ("Pejabat baru", "Evaluator A")
    assert warnings == ()


def test_an_expired_waiver_no_longer_covers() -> None:
    finding, warnings = applied(WAIVER, dt.date(2025, 7, 1))
    assert finding.pengecualian is None
    assert "sudah berakhir 2025-06-30" in warnings[0]


@pytest.mark.parametrize(
    "waiver",
    [
        Waiver("PK-007", "pk.pdf", "ab12", "x", "y", "2025-06-30"),
        Waiver("PK-008", "lain.pdf", "ab12", "x", "y", "2025-06-30"),
        Waiver("PK-008", "pk.pdf", "ab1", "x", "y", "2025-06-30"),
    ],
)
def test_a_waiver_that_fits_nothing_is_reported(waiver: Waiver) -> None:
    finding, warnings = applied(waiver)
    assert finding.pengecualian is None
    assert "tidak cocok dengan temuan mana pun" in warnings[0]


def test_without_a_date_a_waiver_holds_and_says_so() -> None:
    finding, warnings = applied(WAIVER, None)
    assert finding.pengecualian is not None
    assert "--tanggal tidak diberikan" in warnings[0]


def test_waivers_are_read() -> None:
    (waiver,) = waivers.load(load_text(TEXT, "pengecualian.yaml"), ["PK-008"])
    assert waiver.jangkar == "tanpa NIP"


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("PK-008", "PK-0088", "Maksud Anda “PK-008”?"),
        ("alasan: Pejabat baru", "alasan: ''", "“alasan” tidak boleh kosong"),
        ("jangkar: tanpa NIP", "jangkar: '...'", "“jangkar” tidak boleh kosong"),
        ("2025-06-30", "30 Juni 2025", "harus berupa tanggal"),
        ("oleh:", "olehh:", "Maksud Anda “oleh”?"),
    ],
)
def test_a_malformed_waiver_stops_the_run(right: str, wrong: str, says: str) -> None:
    with pytest.raises(DataError) as caught:
        waivers.load(load_text(TEXT.replace(right, wrong), "pengecualian.yaml"), ["PK-008"])
    assert says in caught.value.message
    assert caught.value.line is not None
