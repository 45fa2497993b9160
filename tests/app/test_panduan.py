"""The user guide is true: its way from a folder to a signed report is walked command by command, pictures and all."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import docx
from openpyxl import load_workbook

from saksama.reports import lke_sheet

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "panduan.md").read_text(encoding="utf-8")
WAY = "## 3. Dari folder sampai LHE yang ditandatangani"
PICTURE = re.compile(r"!\[([^\]]+)\]\(([^)]+)\)")
LARGEST = 120_000


def commands(text: str) -> list[list[str]]:
    """The commands of saksama in a part of the guide, without the name of the program."""
    return [shlex.split(line)[1:] for line in text.splitlines() if line.startswith("    saksama ")]


def part(title: str) -> str:
    start = GUIDE.index(title)
    return GUIDE[start : GUIDE.find("\n## ", start + 1)]


def fill(source: Path, target: Path) -> None:
    """What the evaluator and the unit type into the yellow cells."""
    book = load_workbook(source)
    sheet = book["LKE"]
    rows = {sheet.cell(row=n, column=1).value: n for n in range(lke_sheet.HEADER_ROW + 1, sheet.max_row + 1)}
    for id_, column, text in (
        ("1.a", lke_sheet.JAWABAN, "BB"),
        ("1.b", lke_sheet.CATATAN_EVALUATOR, "Target belum menantang."),
        ("1.b", lke_sheet.TANGGAPAN, "Akan diperbaiki pada PK perubahan."),
    ):
        sheet.cell(row=rows[id_], column=column).value = text
    book.save(target)


def test_pictures_are_there_small_and_described() -> None:
    found = PICTURE.findall(GUIDE)
    assert {Path(name).name for _, name in found} == {path.name for path in (DOCS / "gambar").iterdir()}
    for alt, name in found:
        path = DOCS / name
        assert len(alt) > 20
        assert path.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
        assert path.stat().st_size < LARGEST


def test_the_way_from_a_folder_to_a_signed_report(saksama) -> None:
    assert saksama("contoh", "latihan").code == 0
    letterhead = docx.Document()
    for text in ("INSPEKTORAT KABUPATEN SUKAMAJU", "{isi}"):
        letterhead.add_paragraph(text)
    letterhead.save("kop.docx")
    for command in commands(part(WAY)):
        if command[:2] == ["lke", "impor"]:
            fill(Path("hasil-mekarsari/lke.xlsx"), Path("lke-terisi.xlsx"))
        done = saksama(*command)
        assert done.code in (0, 1), (command, done.err)
    after = load_workbook("hasil-mekarsari-2/lke.xlsx")["LKE"]
    told = {cell.value for row in after.iter_rows() for cell in row}
    assert {"Target belum menantang.", "Akan diperbaiki pada PK perubahan."} <= told
    made = docx.Document("lhe-mekarsari/lhe-draf.docx")
    assert made.paragraphs[0].text == "INSPEKTORAT KABUPATEN SUKAMAJU"
    assert "Sudah diperbaiki" in Path("banding-mekarsari/banding.html").read_text(encoding="utf-8")
