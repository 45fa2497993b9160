"""Pages drawn with what was recognised: one picture a page, coloured where tables and values stand."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from saksama.parsers.berkas import read_berkas
from saksama.reports.pageimage import SCALE, draw


def a_plan(path: Path) -> Path:
    rows = [
        ["Sasaran", "Indikator Kinerja", "Target"],
        ["Meningkatnya mutu layanan", "Indeks kepuasan masyarakat", "85,00"],
    ]
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.7, "black")])
    title = Paragraph("RENCANA KINERJA TAHUNAN TAHUN 2024 KECAMATAN MEKARSARI", getSampleStyleSheet()["Heading1"])
    SimpleDocTemplate(str(path), pagesize=A4).build([title, Table(rows, style=style)])
    return path


def test_tables_and_values_are_drawn(tmp_path: Path) -> None:
    path = a_plan(tmp_path / "rkt.pdf")
    file = read_berkas(path, path.name)
    pictures = list(draw(path, file))
    assert [number for number, _ in pictures] == [1]
    picture = pictures[0][1]
    assert picture.size == (round(A4[0] * SCALE) + 1, round(A4[1] * SCALE) + 1)
    colours = {colour for _, colour in picture.getcolors(maxcolors=1_000_000) or []}
    assert {(20, 80, 200), (200, 20, 40)} <= colours
    target = file.records[0].lokasi["sasaran.0.target"].kotak
    assert target is not None
    edge = picture.crop(
        (int(target[0] * SCALE), int(target[1] * SCALE) - 1, int(target[2] * SCALE), int(target[1] * SCALE) + 2)
    )
    assert (200, 20, 40) in {colour for _, colour in edge.getcolors(maxcolors=100_000) or []}


def test_a_file_without_pages_gives_nothing(tmp_path: Path) -> None:
    path = tmp_path / "catatan.txt"
    path.write_text("NOTULEN RAPAT\n", encoding="utf-8")
    assert list(draw(path, read_berkas(path, path.name))) == []
