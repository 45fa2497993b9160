"""The unit's list of repairs: every open finding with its remedy, pictures of the places, and no scores."""

from __future__ import annotations

import base64
import io
from pathlib import Path

from lxml import html as parser
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from saksama.checker.run import BuktiTemuan, Hasil, Run, Temuan
from saksama.reports import clips, perbaikan, spots

BOX = (100.0, 200.0, 300.0, 220.0)


def _pdf(path: Path) -> Path:
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFillColorRGB(0, 0, 1)
    canvas.rect(BOX[0], 842 - BOX[3], BOX[2] - BOX[0], BOX[3] - BOX[1], stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return path


def test_a_clip_shows_the_place_outlined(tmp_path: Path) -> None:
    path = _pdf(tmp_path / "a.pdf")
    spot = ("a.pdf", 1, BOX)
    found = clips.clips(
        [spot, ("a.pdf", 9, BOX), ("b.docx", 1, BOX)], {"a.pdf": path, "b.docx": path.with_suffix(".docx")}
    )
    assert set(found) == {spot}, "a page that is not there and a file that is no PDF give none"
    head, _, data = found[spot].partition(",")
    assert head == "data:image/png;base64"
    picture = Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB")
    assert picture.width > 900
    assert picture.height < 150, "a strip, not the page"
    colours = {colour for _, colour in picture.getcolors(100_000) or []}
    assert any(r < 60 and b > 200 for r, _, b in colours), "what stands there is seen"
    assert any(r > 150 and g < 80 and b < 90 for r, g, b in colours), "and outlined"


def test_every_open_finding_is_told_and_no_score(run: Run) -> None:
    told = " ".join(parser.fromstring(perbaikan.render(run)).text_content().split())
    for _, temuan in run.findings():
        assert (" ".join(temuan.pesan.split()) in told) is (temuan.pengecualian is None)
    assert "64,85" not in told
    assert "predikat" not in told.casefold()


def test_pictures_stand_with_their_findings(make_run) -> None:
    bukti = BuktiTemuan("a.pdf", halaman=1, kotak=BOX, kutipan="tertulis di sini")
    run = make_run(
        [Hasil("PK-007", "temuan", "a.pdf", None, (Temuan("s", "mayor", "tinggi", "X.", "Y.", {}, (bukti,)),))]
    )
    assert spots.spots(run) == (("a.pdf", 1, BOX),)
    page = perbaikan.render(run, {("a.pdf", 1, BOX): "data:image/png;base64,AAAA"}).decode()
    assert 'src="data:image/png;base64,AAAA"' in page
    assert "tertulis di sini" not in page, "the picture shows it"
    assert "tertulis di sini" in perbaikan.render(run).decode()


def test_nothing_to_repair(make_run) -> None:
    assert "Tidak ada yang perlu diperbaiki" in perbaikan.render(make_run([])).decode()
