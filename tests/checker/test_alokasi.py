"""LKJ-014: a table that sets performance against budget by percentages alone allocates nothing."""

from __future__ import annotations

import pytest

from saksama.checker.checks.base import Case
from saksama.checker.checks.laporan import Banding, perbandingan_ada
from saksama.checker.submission import Keterangan, assemble
from saksama.parsers.berkas import Berkas
from saksama.parsers.model import Cell, Document, Location, Paragraph, Table
from saksama.parsers.records.types import build

PARAMS = Banding(perbandingan="alokasi|kinerja_anggaran", nama="alokasi anggaran per sasaran", bernilai=True)


def case(cell: str, prose: str) -> Case:
    """A report whose page 1 sets performance against budget in a table with this cell, and says this."""
    here = Location("laporan.pdf", halaman=1)
    cells = tuple(Cell(text, 0, column, here) for column, text in enumerate(("Indikator A", "100,00", cell)))
    blocks = (Paragraph(prose, here), Table(cells, 1, 3, here))
    tree = {"tahun": 2024, "bagian": {"bab_3": 1}, "perbandingan": {"kinerja_anggaran": [1]}}
    record = build("laporan_kinerja", tree, here)
    document = Document("laporan.pdf", "0" * 64, "txt", blocks)
    berkas = Berkas("laporan.pdf", "0" * 64, "uji", "laporan_kinerja", "tinggi", records=(record,), document=document)
    submission = assemble([berkas], Keterangan())
    return Case(submission, ("laporan_kinerja",), naskah=submission.naskah[0])


@pytest.mark.parametrize(
    ("cell", "prose", "status"),
    [
        ("95,20", "Efisiensi cukup baik.", "temuan"),
        ("1.250.000.000", "Efisiensi cukup baik.", "lulus"),
        ("95,20", "Indikator A didukung oleh tiga kegiatan dengan total anggaran Rp 250.000.000.", "telaah_manual"),
    ],
)
def test_percentages_alone_allocate_nothing(cell: str, prose: str, status: str) -> None:
    assert perbandingan_ada(case(cell, prose), PARAMS).status == status
