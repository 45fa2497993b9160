"""Accepted findings: they stay in the output, marked, and the exit code passes over them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


@pytest.fixture
def accept(saksama, folder):
    """Accept every finding of the folder until a date."""
    found = [item for item in saksama("periksa", folder, "--format", "json").run["hasil"] if item["temuan"]]
    assert found

    def call(until: str) -> int:
        waivers = [
            {
                "aturan": item["aturan"],
                "dokumen": item["berkas"] or "-",
                "jangkar": temuan["sidik"],
                "alasan": "Sudah dibahas dengan pimpinan.",
                "oleh": "Ibu Contoh",
                "sampai": until,
            }
            for item in found
            for temuan in item["temuan"]
        ]
        (folder / "pengecualian.yaml").write_text(json.dumps(waivers), encoding="utf-8")
        return len(waivers)

    return call


def marked(run):
    return [temuan["pengecualian"] for item in run["hasil"] for temuan in item["temuan"] if temuan["pengecualian"]]


def test_accepted_findings_stay_marked_and_do_not_fail_the_run(saksama, folder, accept):
    count = accept("2025-12-31")
    done = saksama("periksa", folder, "--format", "json", "--tanggal", "2025-12-31", "--gagal-jika", "info")
    assert done.code == 0
    assert done.run["ringkasan"]["temuan"] > 0
    assert done.run["peringatan"] == []
    accepted = {"alasan": "Sudah dibahas dengan pimpinan.", "oleh": "Ibu Contoh", "sampai": "2025-12-31"}
    assert marked(done.run) == [accepted] * count


def test_an_expired_one_counts_again_and_says_so(saksama, folder, accept):
    count = accept("2025-12-31")
    done = saksama("periksa", folder, "--format", "json", "--tanggal", "2026-01-01")
    assert done.code == 1
    assert marked(done.run) == []
    assert sum("sudah berakhir 2025-12-31" in text for text in done.run["peringatan"]) == count
    assert "sudah berakhir 2025-12-31" in done.err


def test_without_a_date_nobody_knows_whether_it_still_holds(saksama, folder, accept):
    accept("2025-12-31")
    done = saksama("periksa", folder, "--format", "json")
    assert any("--tanggal tidak diberikan" in text for text in done.run["peringatan"])


def test_one_that_covers_nothing_is_told_in_every_paper(saksama, folder):
    waiver = {"aturan": "PK-007", "dokumen": "-", "jangkar": "x", "alasan": "y", "oleh": "z", "sampai": "2025-12-31"}
    (folder / "pengecualian.yaml").write_text(json.dumps([waiver]), encoding="utf-8")
    done = saksama("periksa", folder, "--hasil", "hasil")
    for text in (
        done.out,
        Path("hasil/laporan.html").read_text("utf-8"),
        Path("hasil/ringkasan.txt").read_text("utf-8"),
    ):
        assert "tidak cocok dengan temuan mana pun" in " ".join(text.split())


def test_a_list_from_elsewhere_takes_the_place_of_the_folders(saksama, folder, accept, tmp_path):
    accept("2025-12-31")
    (folder / "pengecualian.yaml").rename(tmp_path / "daftar.yaml")
    (folder / "pengecualian.yaml").write_text("bukan daftar\n", encoding="utf-8")
    args = ("--tanggal", "2025-06-30", "--pengecualian", tmp_path / "daftar.yaml")
    assert saksama("periksa", folder, "--format", "json", *args).code == 0
