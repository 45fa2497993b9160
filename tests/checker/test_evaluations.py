"""Which evaluation went before this one, where several reports lie side by side."""

from __future__ import annotations

from typing import Any

from saksama.checker.evaluations import before, succession
from saksama.checker.submission import Keterangan, Submission, assemble
from saksama.parsers.berkas import Berkas
from saksama.parsers.model import Location
from saksama.parsers.records.types import build


def submission(*papers: dict[str, Any]) -> Submission:
    files = []
    for number, tree in enumerate(papers):
        jenis = tree.pop("jenis", "hasil_evaluasi")
        name = f"{number}.docx"
        files.append(Berkas(name, name, jenis=jenis, keyakinan="tinggi", records=(build(jenis, tree, Location(name)),)))
    return assemble(files, Keterangan(), tahun=2024)


def report(year: int, advice: str, **more: Any) -> dict[str, Any]:
    values = {"nama": "Pelaporan Kinerja", "rekomendasi": [advice], "nilai": str(year % 100)}
    return {"tahun": year, "nomor": f"700/{year}", "komponen": [values], **more}


OLD, NEW = "Menyajikan perbandingan dengan target akhir Renstra", "Melengkapi notulen rapat setiap triwulan"


def years(found: Submission) -> list[int]:
    return [part.isi.tahun for part in before(found)]


def test_a_later_report_is_not_the_one_before() -> None:
    assert years(submission(report(2023, OLD), report(2025, NEW))) == [2023]


def test_a_draft_is_not_the_one_before() -> None:
    assert years(submission(report(2023, OLD), report(2024, NEW, nomor=None))) == [2023]


def test_the_follow_up_tells_which_it_answers() -> None:
    done = {"jenis": "tindak_lanjut", "baris": [{"rekomendasi": OLD, "tindak_lanjut": "Sudah"}]}
    assert years(submission(report(2023, OLD), report(2024, NEW), done)) == [2023]
    assert years(submission(report(2023, OLD), report(2024, NEW))) == [2024]


def test_succession_pairs_each_report_with_the_one_before_it() -> None:
    parts = list(submission(report(2022, OLD), report(2023, OLD), report(2024, NEW)).parts("hasil_evaluasi"))
    assert [(now.isi.tahun, was.isi.tahun) for now, was in succession(parts)] == [(2023, 2022), (2024, 2023)]
