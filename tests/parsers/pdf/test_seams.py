"""Words broken by narrow cells: joined or kept apart by the words that are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksama.parsers.model import Cell, Location, Paragraph, Table
from saksama.parsers.pdf.flow import SEAM
from saksama.parsers.pdf.seams import mend, mended, official_words

KNOWN = frozenset({"produksi", "padi", "pembangunan", "kualitas", "meningkatnya", "pem", "laporan", "survei"})


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (f"Produksi{SEAM}padi", "Produksi padi"),
        (f"Pem{SEAM}bangunan desa", "Pembangunan desa"),
        (f"Ke{SEAM}ma{SEAM}syarakatan", "Kemasyarakatan"),
        (f"Dokum{SEAM}en", "Dokumen"),
        (f"Laporan{SEAM}survei", "Laporan survei"),
        (f"Produksi{SEAM}rumput", "Produksi rumput"),
        (f"Laporan{SEAM}annya", "Laporanannya"),
        (f"kualit{SEAM}as da{SEAM}n", "kualitas dan"),
        (f"kualit{SEAM}as{SEAM}da{SEAM}n{SEAM}produ{SEAM}ksi", "kualitas dan produksi"),
        (f"Terse{SEAM}lengg{SEAM}arany{SEAM}a", "Terselenggaranya"),
        ("tanpa sambungan", "tanpa sambungan"),
    ],
)
def test_mend(text, whole):
    assert mend(text, KNOWN) == whole


def test_the_rest_of_the_document_tells():
    place = Location("x.pdf")
    table = Table((Cell(f"Rumput{SEAM}laut", 0, 0, place), Cell(f"Tera{SEAM}sering", 0, 1, place)), 1, 2, place)
    blocks = mended([Paragraph("Rumput tumbuh di laut dekat terasering.", place), table])
    assert [cell.text for cell in blocks[1].cells] == ["Rumput laut", "Terasering"]


def test_official_names_are_known():
    assert {"program", "pemerintahan"} <= official_words()


@given(st.lists(st.text(alphabet="abcde", min_size=1, max_size=6), min_size=1, max_size=5))
def test_no_letter_is_lost(pieces):
    assert mend(SEAM.join(pieces), KNOWN).replace(" ", "") == "".join(pieces)
