"""PDF files that are broken or mean harm: refused in words, or read within bounds."""

from __future__ import annotations

import zlib

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from saksama.parsers.berkas import read_berkas
from saksama.parsers.pdf.reader import read

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
TEXT = b"BT /F 12 Tf 72 720 Td (PERJANJIAN KINERJA TAHUN 2024) Tj ET"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%b>>>>"


def one_page(streamed, content=TEXT, resources=b"", more=(), head=b""):
    """The objects of a PDF with one page; `more` are numbered from 6."""
    return [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE % resources,
        streamed(content, head),
        FONT,
        *more,
    ]


def test_a_plain_page_reads(paper, streamed, watched):
    assert watched(paper(one_page(streamed)), 2, 100).text == "PERJANJIAN KINERJA TAHUN 2024"


def test_protected_by_a_password(tmp_path, watched):
    for name, lock in (("buka.pdf", "rahasia"), ("pemilik.pdf", "")):
        canvas = Canvas(str(tmp_path / name), encrypt=StandardEncryption(lock, ownerPassword="pemilik", canCopy=0))
        canvas.drawString(72, 700, "PERJANJIAN KINERJA TAHUN 2024")
        canvas.save()
        outcome = watched(tmp_path / name, 2, 100)
        assert ("kata sandi" in outcome.galat) if lock else (outcome.galat is None)


def test_cut_off_anywhere(paper, streamed, watched, tmp_path):
    lines = b"\n".join(b"BT /F 9 Tf 72 %d Td (Sasaran %d) Tj ET" % (700 - number, number) for number in range(500))
    whole = paper(one_page(streamed, TEXT + lines)).read_bytes()
    for share in (0.001, 0.05, 0.3, 0.6, 0.9, 0.99):
        path = tmp_path / "potong.pdf"
        path.write_bytes(whole[: int(len(whole) * share)])
        # What is left may be enough for a page; it is never silently empty (see watched).
        watched(path, 2, 200)


def test_ten_thousand_pages(paper, streamed, watched):
    many = 10_000
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(many))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, many),
        streamed(TEXT),
        FONT,
        *[page] * many,
    ]
    outcome = watched(paper(objects), 60, 1000)
    assert outcome.galat is None or "halaman" in outcome.galat


def test_a_page_count_that_lies(paper, streamed, watched):
    for count in (0, -1, 2, 2_000_000_000):
        objects = one_page(streamed)
        objects[1] = b"<</Type/Pages/Kids[3 0 R]/Count %d>>" % count
        outcome = watched(paper(objects), 10, 600)
        assert outcome.galat is None or "halaman" in outcome.galat.casefold()


def test_trees_with_cycles(paper, streamed, watched):
    objects = one_page(streamed)
    objects[1] = b"<</Type/Pages/Kids[3 0 R 2 0 R]/Parent 2 0 R/Count 2>>"
    watched(paper(objects), 5, 300)
    objects[0] = b"<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>"
    objects[1] = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    objects += [b"<</First 7 0 R/Last 7 0 R/Count 9>>", b"<</Title(a)/Parent 6 0 R/Next 7 0 R/First 6 0 R>>"]
    assert watched(paper(objects), 5, 300).galat is None


def test_very_many_paths_on_a_page(paper, streamed, watched):
    for name, path in (("garis", b"%d %d m %d 842 l S\n"), ("kotak", b"%d.5 %d 3 3 re f %d w\n")):
        drawn = b"".join(path % (number % 595, number % 842, number % 7) for number in range(150_000))
        objects = one_page(streamed, zlib.compress(TEXT + b"\n" + drawn, 1), head=b"/Filter/FlateDecode")
        outcome = watched(paper(objects, f"{name}.pdf"), 20, 700)
        assert outcome.galat is None


def test_very_many_words_on_a_page(paper, streamed, watched):
    words = b"".join(b"BT /F 4 Tf %d %d Td (k%d) Tj ET\n" % (n * 7 % 595, n * 13 % 842, n) for n in range(6_000))
    assert watched(paper(one_page(streamed, words)), 20, 300).galat is None


def test_very_many_words_below_a_header(paper, streamed, bounded):
    """Each further line may end the guessed table, and must not be held against all lines before it."""
    rows = [b"Sasaran", b"Indikator", b"Target"], *([b"Ab%d ab ab ab ab ab" % row] * 3 for row in range(3_300))
    cells = [
        b"BT /F .2 Tf %d %.2f Td (%b) Tj ET" % (40 + 180 * column, 840 - 0.25 * row, text)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    path = paper(one_page(streamed, b"\n".join(cells)))
    (rows,) = bounded(lambda: [table.n_rows for table in read(path, path.name).tables], 12, 500)
    assert rows > 1_000


def test_a_huge_picture(paper, streamed, watched):
    """20.000 x 20.000 points in few bytes: nothing but a reader of scans has to look at them."""
    picture = zlib.compress(b"\0" * 50_000_000, 9)
    head = b"/Type/XObject/Subtype/Image/Width 20000/Height 20000/BitsPerComponent 1/ColorSpace/DeviceGray"
    head += b"/Filter/FlateDecode"
    objects = one_page(
        streamed, TEXT + b" q 595 0 0 842 0 0 cm /I Do Q", b"/XObject<</I 6 0 R>>", [streamed(picture, head)]
    )
    watched(paper(objects), 20, 1000)


@pytest.mark.parametrize("box", [b"0 0 1000000 1000000", b"0 0 0 0", b"595 842 0 0", b"0 0 1e9 -5", b"a b"])
def test_pages_of_absurd_size(paper, streamed, watched, box):
    objects = one_page(streamed)
    objects[2] = objects[2].replace(b"0 0 595 842", box)
    watched(paper(objects), 10, 600)


@pytest.mark.parametrize(
    "matrix", [b"0 0 0 0 0 0", b"1e9 0 0 1e9 0 0", b"1 0 0 1 1e30 1e30", b"0 1 1 0 nan inf", b"-1 0 0 -1 0 0"]
)
def test_text_under_absurd_matrices(paper, streamed, watched, matrix):
    more = b"BT /F 12 Tf 72 600 Td (Sasaran meningkat) Tj 0 -20 Td (Target 100) Tj ET"
    content = TEXT + b" q " + matrix + b" cm " + more + b" 10 10 200 200 re S Q"
    watched(paper(one_page(streamed, content)), 10, 600)
    watched(paper(one_page(streamed, content.replace(b"/F 12 Tf 72 600", b"/F 0 Tf 72 600"))), 10, 600)


def test_scripts_and_actions_are_left_alone(paper, streamed, watched):
    objects = one_page(streamed)
    objects[0] = (
        b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9'\\))>>"
        b"/AA<</WC<</S/Launch/F(/bin/sh)>>>>>>"
    )
    assert watched(paper(objects), 2, 100).galat is None


def test_no_page_at_all(paper, streamed):
    path = paper([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"])
    assert read_berkas(path, "a.pdf").galat
