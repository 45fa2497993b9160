"""The PDF reader on all real PDF files: nothing crashes, nothing is lost, scans are recognised."""

import csv
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from saksama.parsers.ocr.extra import INSTALL, available
from saksama.parsers.pdf.reader import read, read_pages

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (CORPUS / "MANIFEST.tsv").exists(), reason="../shared/corpus tidak ada"),
]
# Soft hyphens at line ends are undone, which is no loss.
IGNORED = set("-\u00ad\x02\ufffe\x00")


def manifest():
    with (CORPUS / "MANIFEST.tsv").open(encoding="utf-8") as stream:
        return [row for row in csv.DictReader(stream, delimiter="\t") if row["file"].endswith(".pdf")]


def letters(text):
    return Counter(c for c in text if not c.isspace() and c not in IGNORED)


@pytest.fixture
def without_extra(monkeypatch):
    """Scans are left alone, whether the extra that reads them is installed or not."""
    for module in ("pdf.reader", "scanwarnings"):
        monkeypatch.setattr(f"saksama.parsers.{module}.available", lambda: False)


@pytest.mark.usefixtures("without_extra")
def test_nothing_is_lost_or_invented():
    lossy = []
    for row in manifest():
        expected: Counter[str] = Counter()
        pdf = pypdfium2.PdfDocument(CORPUS / row["file"])
        for index in range(len(pdf)):
            page = pdf[index]
            text = page.get_textpage()
            expected += letters(text.get_text_range())
            text.close()
            page.close()
        pdf.close()
        document = read_pages(CORPUS / row["file"], row["file"])
        found = letters(document.text)
        for margin in document.margins:
            found += letters(margin.text)
        if found - expected:
            pytest.fail(f"{row['file']}: teks bertambah {(found - expected).most_common(5)}")
        if expected - found:
            lossy.append((row["file"], row["notes"]))
    # A watermark set slantwise is left out on purpose.
    assert all("watermark" in notes for _, notes in lossy), lossy


@pytest.mark.usefixtures("without_extra")
def test_scans_are_recognised_by_their_text():
    wrong = []
    for row in manifest():
        document = read(CORPUS / row["file"], row["file"])
        readable = sum(page.readable for page in document.pages)
        scan = row["text_layer"] == "scan"
        if scan != (readable == 0):
            wrong.append((row["file"], row["text_layer"], readable, len(document.pages)))
        if scan:
            assert document.peringatan[0].startswith("Tidak terbaca")
    assert not wrong, wrong


def scans():
    """The scans, or one stand-in where the corpus is missing."""
    if not (CORPUS / "MANIFEST.tsv").exists():
        return [CORPUS]
    return [CORPUS / row["file"] for row in manifest() if row["text_layer"] == "scan"]


@pytest.mark.skipif(not available(), reason=f"pembaca hasil pindai: {INSTALL}")
@pytest.mark.parametrize("path", scans(), ids=lambda path: path.stem)
def test_with_the_extra_a_scan_is_read(path, tmp_path):
    # A page takes seconds: the first stands for all.
    first = tmp_path / path.name
    with pypdfium2.PdfDocument(path) as whole, pypdfium2.PdfDocument.new() as part:
        part.import_pages(whole, [0])
        part.save(first)
    document = read(first, path.name)
    (page,) = document.pages
    assert page.scanned
    assert page.readable
    assert len(letters(document.text)) > 10
    assert document.peringatan[0].startswith("Halaman 1 adalah hasil pindai")
